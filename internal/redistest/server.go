// Package redistest gives tests a real Redis, in a process of its own, alone on loopback, which keeps what it answered for.
//
// It knows nothing of what a test keeps in it, and no program imports it.
package redistest

import (
	"net"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// Server is a Redis that lives until the test ends, or is killed.
type Server struct {
	t       testing.TB
	binary  string
	port    int
	dir     string
	command *exec.Cmd
}

// Start runs a Redis: the program that CHORALE_REDIS names, or redis-server on PATH. Where there is none the test is passed
// over, unless CHORALE_REDIS names it.
func Start(t testing.TB) *Server {
	t.Helper()
	binary := os.Getenv("CHORALE_REDIS")
	if binary == "" {
		found, err := exec.LookPath("redis-server")
		if err != nil {
			t.Skip("no redis-server on PATH: apt-get install redis-server, or name one by CHORALE_REDIS")
		}
		binary = found
	}
	// Its port must be the same in its next life, so it is taken from below those that the system gives away.
	s := &Server{t: t, binary: binary, dir: t.TempDir()}
	for s.port = 7400 + os.Getpid()%2000; ; s.port++ {
		if l, err := net.Listen("tcp", s.address()); err == nil {
			require.NoError(t, l.Close())
			break
		}
	}
	s.Run()
	t.Cleanup(s.Kill)
	return s
}

func (s *Server) address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(s.port)) }

// URL is where it is.
func (s *Server) URL() string { return "redis://" + s.address() + "/0" }

// Run begins a life, with what the one before was told.
func (s *Server) Run() {
	s.t.Helper()
	s.command = exec.Command(s.binary, "--port", strconv.Itoa(s.port), "--bind", "127.0.0.1", "--dir", s.dir, "--save", "", "--appendonly", "yes", "--appendfsync", "always")
	require.NoError(s.t, s.command.Start())
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(5 * time.Millisecond) {
		if conn, err := net.Dial("tcp", s.address()); err == nil {
			require.NoError(s.t, conn.Close())
			return
		}
		require.True(s.t, time.Now().Before(deadline), "redis-server does not listen")
	}
}

// Kill ends its life by kill -9.
func (s *Server) Kill() {
	_ = s.command.Process.Kill()
	_ = s.command.Wait()
}
