package devnet

import (
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/eth/filters"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/rpc"
)

const loopback = "127.0.0.1"

// SetNodeLog sends the go-ethereum nodes' own log lines, which go through a logger of the whole process, to h.
func SetNodeLog(h slog.Handler) { gethlog.SetDefault(gethlog.NewLogger(h)) }

// gethConfig is what the L1 and the rollup nodes differ in.
type gethConfig struct {
	Name     string
	Dir      string
	HTTPPort int // JSON-RPC over HTTP and WebSocket; 0 picks a free one
	AuthPort int // Engine API; 0 picks a free one; used only with a JWT secret
	JWTPath  string
	Genesis  *core.Genesis
}

// newGeth makes a node that nobody dials, on the hash scheme with every state kept: of the schemes the one
// that comes back after kill -9 (the path scheme restarts at block 0).
func newGeth(c gethConfig) (*node.Node, *eth.Ethereum, error) {
	if err := os.MkdirAll(c.Dir, 0o700); err != nil {
		return nil, nil, err
	}
	nc := node.DefaultConfig
	nc.Name, nc.DataDir = c.Name, c.Dir
	nc.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	nc.HTTPHost, nc.HTTPPort = loopback, c.HTTPPort
	nc.HTTPModules = []string{"eth", "net", "web3"}
	nc.HTTPVirtualHosts, nc.HTTPCors = []string{"localhost"}, []string{"*"}
	// A WebSocket port equal to the HTTP port shares its listener.
	nc.WSHost, nc.WSPort, nc.WSModules, nc.WSOrigins = loopback, c.HTTPPort, nc.HTTPModules, []string{"*"}
	nc.AuthAddr, nc.AuthPort, nc.JWTSecret = loopback, c.AuthPort, c.JWTPath
	nc.UseLightweightKDF = true
	nc.KeyStoreDir = filepath.Join(c.Dir, "keystore")
	stack, err := node.New(&nc)
	if err != nil {
		return nil, nil, err
	}

	ec := ethconfig.Defaults
	ec.Genesis = c.Genesis
	ec.SyncMode = ethconfig.FullSync
	ec.StateScheme, ec.NoPruning = rawdb.HashScheme, true
	ec.SnapshotCache, ec.TrieCleanCache, ec.TrieDirtyCache = 0, 16, 16
	ec.DatabaseCache, ec.DatabaseHandles = 32, 64
	ec.LogNoHistory = true // short chains: searching them block by block is quicker than indexing them
	ec.TransactionHistory = 0
	ec.TxPool.NoLocals, ec.TxPool.Journal = true, ""
	ec.TxPool.GlobalSlots, ec.TxPool.AccountSlots = 1024, 256
	ec.BlobPool.Datadir = filepath.Join(c.Dir, "blobpool")
	ec.Miner.Recommit = 10 * time.Second
	backend, err := eth.New(stack, &ec)
	if err != nil {
		return nil, nil, fmt.Errorf("%w (closing: %v)", err, stack.Close())
	}
	stack.RegisterAPIs([]rpc.API{{
		Namespace: "eth",
		Service:   filters.NewFilterAPI(filters.NewFilterSystem(backend.APIBackend, filters.Config{LogCacheSize: 32})),
	}})
	return stack, backend, nil
}
