// Package gethtest gives tests a stock geth, in a process of its own, alone on loopback.
//
// In comes a genesis; out comes a folder with an empty node of it, and the process that runs it. It knows nothing of
// what a test asks the node, and no program imports it.
package gethtest

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Version is what is built where no geth is at hand: that of go.mod.
const Version = "v1.17.8"

// Binary finds a stock geth: the file that CHORALE_GETH names, one on PATH, or one that it builds once into the user's
// cache. A test that cannot have one fails.
func Binary(t testing.TB) string {
	t.Helper()
	if path := os.Getenv("CHORALE_GETH"); path != "" {
		return path
	}
	if path, err := exec.LookPath("geth"); err == nil {
		return path
	}
	cache, err := os.UserCacheDir()
	require.NoError(t, err)
	dir := filepath.Join(cache, "chorale", "geth-"+Version)
	path := filepath.Join(dir, "geth")
	if _, err := os.Stat(path); err == nil {
		return path
	}
	t.Logf("building geth %s into %s, once", Version, dir)
	build := exec.CommandContext(t.Context(), "go", "install", "github.com/ethereum/go-ethereum/cmd/geth@"+Version)
	build.Dir = t.TempDir() // outside of any module
	build.Env = append(os.Environ(), "GOBIN="+dir, "GOFLAGS=")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "go install geth: %s", out)
	return path
}

// Init makes an empty node of a genesis, in a folder that goes with the test.
func Init(t testing.TB, binary string, genesis []byte) (dir string) {
	t.Helper()
	dir = t.TempDir()
	file := filepath.Join(dir, "genesis.json")
	require.NoError(t, os.WriteFile(file, genesis, 0o600))
	out, err := exec.CommandContext(t.Context(), binary, "init", "--state.scheme", "hash", "--datadir", dir, file).CombinedOutput()
	require.NoError(t, err, "geth init: %s", out)
	return dir
}

// Args run the node in dir by itself; how it is reached goes behind them. Of geth's state schemes hash with every state
// kept is the one that comes back after kill -9 of a young chain. The cache is 64 MiB: its database takes as much
// of the disk at once as the cache lets it.
func Args(dir, network string) []string {
	return []string{
		"--datadir", dir, "--cache", "64", "--networkid", network, "--state.scheme", "hash", "--gcmode", "archive", "--syncmode", "full",
		"--nodiscover", "--maxpeers", "0", "--port", "0", "--nat", "none", "--authrpc.addr", "127.0.0.1",
	}
}

// Process is a program that runs beside the test.
type Process struct {
	command *exec.Cmd
	log     bytes.Buffer
}

// Start runs a program until it is killed, at the latest when the test ends.
func Start(t testing.TB, program string, args ...string) *Process {
	t.Helper()
	p := &Process{command: exec.Command(program, args...)}
	p.command.Stdout, p.command.Stderr = &p.log, &p.log
	require.NoError(t, p.command.Start())
	t.Cleanup(p.Kill)
	return p
}

// Kill is kill -9. Of one that was killed already it does nothing.
func (p *Process) Kill() {
	if p.command != nil {
		_ = p.command.Process.Kill()
		_ = p.command.Wait()
		p.command = nil
	}
}

// Last is the end of what it wrote, of 4 KiB. It kills it first, or the log would still be being written.
func (p *Process) Last() string {
	p.Kill()
	text := p.log.String()
	return text[max(0, len(text)-4<<10):]
}
