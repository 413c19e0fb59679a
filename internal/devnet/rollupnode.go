package devnet

import (
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path/filepath"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/node"
)

// RollupNodeConfig starts a rollup's node.
type RollupNodeConfig struct {
	Dir      string
	Genesis  rollup.Genesis
	HTTPPort int // JSON-RPC over HTTP and WebSocket; 0 picks a free one
	AuthPort int // Engine API; 0 picks a free one
	JWT      rollup.Digest
}

// RollupNode is one rollup's node: go-ethereum as `geth` runs it, told what the chain is by the Engine API
// over HTTP and by nothing else.
type RollupNode struct {
	Chain  rollup.ChainID
	node   *node.Node
	client *ethclient.Client
	jwt    rollup.Digest
}

// StartRollupNode starts the node in cfg.Dir, or goes on with the chain that is there.
func StartRollupNode(cfg RollupNodeConfig) (*RollupNode, error) {
	fail := func(err error) (*RollupNode, error) {
		return nil, fmt.Errorf("rollup %s: %w", cfg.Genesis.Chain, err)
	}
	genesis := new(core.Genesis)
	if err := json.Unmarshal(cfg.Genesis.JSON, genesis); err != nil {
		return fail(fmt.Errorf("genesis: %w", err))
	}
	jwt := filepath.Join(cfg.Dir, "jwt.hex")
	if err := writeFile(jwt, []byte(hex.EncodeToString(cfg.JWT[:]))); err != nil {
		return fail(err)
	}
	stack, backend, err := newGeth(gethConfig{
		Name: "rollup-" + cfg.Genesis.Chain.String(), Dir: cfg.Dir, HTTPPort: cfg.HTTPPort, AuthPort: cfg.AuthPort, JWTPath: jwt, Genesis: genesis,
	})
	if err != nil {
		return fail(err)
	}
	if err := catalyst.Register(stack, backend); err != nil {
		return fail(err)
	}
	if err := stack.Start(); err != nil {
		return fail(err)
	}
	return &RollupNode{Chain: cfg.Genesis.Chain, node: stack, client: ethclient.NewClient(stack.Attach()), jwt: cfg.JWT}, nil
}

// URL is the JSON-RPC address.
func (r *RollupNode) URL() string { return r.node.HTTPEndpoint() }

// EngineURL is the Engine API's address; it wants JWT.
func (r *RollupNode) EngineURL() string { return r.node.HTTPAuthEndpoint() }

// JWT is the Engine API's secret.
func (r *RollupNode) JWT() rollup.Digest { return r.jwt }

// Client speaks to the node within the process.
func (r *RollupNode) Client() *ethclient.Client { return r.client }

// Close stops the node.
func (r *RollupNode) Close() error {
	r.client.Close()
	return r.node.Close()
}
