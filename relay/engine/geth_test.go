package engine_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/internal/gethtest"
	"github.com/chorale-network/chorale/relay/engine"
	"github.com/chorale-network/chorale/rollup"
)

// geth is a rollup node: a stock geth in a process of its own, alone on loopback.
type geth struct {
	t       *testing.T
	binary  string
	chain   rollup.ChainID
	genesis []byte
	dir     string
	secret  [32]byte
	auth    int // port of the Engine API
	http    int // port of the JSON-RPC
	process *gethtest.Process
}

func newGeth(t *testing.T, binary string, chain rollup.ChainID, genesis []byte) *geth {
	g := &geth{t: t, binary: binary, chain: chain, genesis: genesis, secret: [32]byte{1, byte(chain)}, auth: freePort(t), http: freePort(t)}
	g.init()
	return g
}

// init makes an empty node of the rollup's genesis.
func (g *geth) init() {
	g.dir = gethtest.Init(g.t, g.binary, g.genesis)
	require.NoError(g.t, os.WriteFile(filepath.Join(g.dir, "jwt"), []byte(hex.EncodeToString(g.secret[:])), 0o600))
}

// start runs it until it answers.
func (g *geth) start() {
	g.process = gethtest.Start(g.t, g.binary, append(gethtest.Args(g.dir, g.chain.String()), "--ipcdisable",
		"--authrpc.port", fmt.Sprint(g.auth), "--authrpc.jwtsecret", filepath.Join(g.dir, "jwt"),
		"--http", "--http.addr", "127.0.0.1", "--http.port", fmt.Sprint(g.http), "--http.api", "eth,net,web3")...)
	ctx, cancel := context.WithTimeout(g.t.Context(), 2*time.Minute)
	defer cancel()
	node := g.node()
	defer node.Close()
	for {
		_, _, err := node.Head(ctx)
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			require.NoError(g.t, errors.Join(err, ctx.Err()), "geth does not answer: %s", g.process.Last())
		case <-time.After(50 * time.Millisecond):
		}
	}
}

func (g *geth) kill() { g.process.Kill() }

func (g *geth) node() *engine.Node {
	n, err := engine.Dial(g.t.Context(), fmt.Sprintf("http://127.0.0.1:%d", g.auth), g.secret)
	require.NoError(g.t, err)
	return n
}

// ask calls the node's public JSON-RPC.
func (g *geth) ask(result any, method string, args ...any) {
	client, err := rpc.DialContext(g.t.Context(), fmt.Sprintf("http://127.0.0.1:%d", g.http))
	require.NoError(g.t, err)
	defer client.Close()
	require.NoError(g.t, client.CallContext(g.t.Context(), result, method, args...), method)
}

func freePort(t *testing.T) int {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { require.NoError(t, listener.Close()) }()
	return listener.Addr().(*net.TCPAddr).Port
}
