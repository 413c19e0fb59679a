package engine_test

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay/engine"
	"github.com/chorale-network/chorale/rollup"
)

// gethVersion is what is built where no geth is at hand: that of go.mod.
const gethVersion = "v1.17.8"

// gethBinary finds a stock geth: the file that CHORALE_GETH names, one on PATH, or one that it builds once into
// the user's cache. A test that cannot have one fails.
func gethBinary(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHORALE_GETH"); path != "" {
		return path
	}
	if path, err := exec.LookPath("geth"); err == nil {
		return path
	}
	cache, err := os.UserCacheDir()
	require.NoError(t, err)
	dir := filepath.Join(cache, "chorale", "geth-"+gethVersion)
	path := filepath.Join(dir, "geth")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	t.Logf("building geth %s into %s, once", gethVersion, dir)
	build := exec.CommandContext(t.Context(), "go", "install", "github.com/ethereum/go-ethereum/cmd/geth@"+gethVersion)
	build.Dir = t.TempDir() // outside of any module
	build.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "go install geth: %s", out)
	return path
}

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
	process *exec.Cmd
	log     *bytes.Buffer
}

func newGeth(t *testing.T, binary string, chain rollup.ChainID, genesis []byte) *geth {
	g := &geth{t: t, binary: binary, chain: chain, genesis: genesis, secret: [32]byte{1, byte(chain)}, auth: freePort(t), http: freePort(t)}
	g.init()
	t.Cleanup(g.kill)
	return g
}

// init makes an empty node of the rollup's genesis.
func (g *geth) init() {
	g.dir = g.t.TempDir()
	file := filepath.Join(g.dir, "genesis.json")
	require.NoError(g.t, os.WriteFile(file, g.genesis, 0o600))
	require.NoError(g.t, os.WriteFile(filepath.Join(g.dir, "jwt"), []byte(hex.EncodeToString(g.secret[:])), 0o600))
	out, err := exec.CommandContext(g.t.Context(), g.binary, "init", "--state.scheme", "hash", "--datadir", g.dir, file).CombinedOutput()
	require.NoError(g.t, err, "geth init: %s", out)
}

// start runs it until it answers. Of geth's state schemes hash with every state kept is the one that comes back
// after kill -9 of a young chain.
func (g *geth) start() {
	g.log = new(bytes.Buffer)
	g.process = exec.Command(g.binary, "--datadir", g.dir, "--cache", "64", "--networkid", g.chain.String(),
		"--state.scheme", "hash", "--gcmode", "archive", "--syncmode", "full",
		"--nodiscover", "--maxpeers", "0", "--port", "0", "--nat", "none", "--ipcdisable",
		"--authrpc.addr", "127.0.0.1", "--authrpc.port", fmt.Sprint(g.auth), "--authrpc.jwtsecret", filepath.Join(g.dir, "jwt"),
		"--http", "--http.addr", "127.0.0.1", "--http.port", fmt.Sprint(g.http), "--http.api", "eth,net,web3")
	g.process.Stdout, g.process.Stderr = g.log, g.log
	require.NoError(g.t, g.process.Start())
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
			g.kill()
			require.NoError(g.t, errors.Join(err, ctx.Err()), "geth does not answer: %s", g.log)
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// kill is kill -9.
func (g *geth) kill() {
	if g.process == nil {
		return
	}
	_ = g.process.Process.Kill()
	_ = g.process.Wait()
	g.process = nil
}

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
