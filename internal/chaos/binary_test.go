// Package chaos_test holds the real binary to its word from outside: what it says over its ports and leaves on L1, what
// survives kill -9 at a random moment, what four processes that share no memory come to.
//
// In come processes, signals and sockets; out comes only pass or fail. Nothing here reaches into a running
// member, and no assertion depends on how fast the machine is: times only guard against hanging.
package chaos_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// patience is how long anything that must happen may take before a test gives up. It guards against hanging;
// nothing passes or fails by it on a machine that is merely slow.
const patience = 90 * time.Second

// build is a command that is built once.
type build struct {
	once sync.Once
	path string
	err  error
}

// plain is the command as everybody has it; mortal the one that can be told to die at a failpoint.
var plain, mortal build

// binary is the command, built from the tree under test, or the one that CHORALE_BINARY names.
func binary(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHORALE_BINARY"); path != "" {
		return path
	}
	return plain.make(t, func(string) ([]string, error) { return nil, nil })
}

// make builds, with the further arguments that flags answers. It may put files into dir.
func (b *build) make(t *testing.T, flags func(dir string) ([]string, error)) string {
	t.Helper()
	b.once.Do(func() {
		dir, err := os.MkdirTemp("", "chorale-chaos-")
		if err != nil {
			b.err = err
			return
		}
		b.path = filepath.Join(dir, "chorale")
		more, err := flags(dir)
		if err != nil {
			b.err = err
			return
		}
		args := append([]string{"build", "-o", b.path}, more...)
		out, err := exec.Command("go", append(args, "github.com/chorale-network/chorale/cmd/chorale")...).CombinedOutput() //nolint:gosec // our own
		if err != nil {
			b.err = fmt.Errorf("build the binary: %w\n%s", err, out)
		}
	})
	require.NoError(t, b.err)
	return b.path
}

func TestMain(m *testing.M) {
	code := m.Run()
	for _, b := range []*build{&plain, &mortal} {
		if b.path == "" {
			continue
		}
		if err := os.RemoveAll(filepath.Dir(b.path)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = max(code, 1)
		}
	}
	os.Exit(code)
}

// running is a binary at work. Its log is kept and shown when the test fails.
type running struct {
	t    *testing.T
	name string
	cmd  *exec.Cmd
	out  tail
	errs tail
	done chan struct{}
	err  error // valid once done is closed

	killed   bool // by kill, or at a failpoint that it was told to die at
	expected bool // it died where it should: its log is of no use
}

// launch runs a command until it ends, is killed, or the test is over.
func launch(t *testing.T, name string, cmd *exec.Cmd) *running {
	t.Helper()
	p := &running{t: t, name: name, cmd: cmd, done: make(chan struct{})}
	p.cmd.Stdout, p.cmd.Stderr = &p.out, &p.errs
	require.NoError(t, p.cmd.Start(), name)
	go func() {
		p.err = p.cmd.Wait()
		close(p.done)
	}()
	t.Cleanup(func() {
		p.kill()
		if t.Failed() && !p.expected {
			t.Logf("%s, last of stdout:\n%s", name, p.out.String())
			t.Logf("%s, last of stderr:\n%s", name, p.errs.String())
		}
	})
	return p
}

// kill is kill -9, and waits until the process is gone.
func (p *running) kill() {
	p.killed = true
	if err := p.cmd.Process.Signal(syscall.SIGKILL); err != nil && !errors.Is(err, os.ErrProcessDone) {
		p.t.Errorf("kill %s: %v", p.name, err)
	}
	<-p.done
}

// alive fails the test when the process ended by itself.
func (p *running) alive() {
	p.t.Helper()
	select {
	case <-p.done:
		require.Failf(p.t, "process ended", "%s: %v", p.name, p.err)
	default:
	}
}

// run runs the binary to its end and answers its exit code and what it printed.
func run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary(t), args...)
	var o, e bytes.Buffer
	cmd.Stdout, cmd.Stderr = &o, &e
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		require.NoError(t, err, "%v", args)
	}
	return cmd.ProcessState.ExitCode(), o.String(), e.String()
}

// tail keeps the end of what is written to it. Safe for concurrent use.
type tail struct {
	mu  sync.Mutex
	buf []byte
}

const tailBytes = 16 << 10

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.buf = append(t.buf, b...)
	if over := len(t.buf) - tailBytes; over > 0 {
		t.buf = append([]byte{}, t.buf[over:]...)
	}
	return len(b), nil
}

func (t *tail) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return string(t.buf)
}

// ports finds a run of n free ports below those that the system hands out by itself.
func ports(t *testing.T, n int) int {
	t.Helper()
	for range 200 {
		base := 10_000 + rand.IntN(20_000)
		if free(base, n) {
			return base
		}
	}
	require.Fail(t, "no run of free ports")
	return 0
}

func free(base, n int) bool {
	for port := base; port < base+n; port++ {
		l, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
		if err != nil {
			return false
		}
		if l.Close() != nil {
			return false
		}
	}
	return true
}

// eventually asks until the answer is yes.
func eventually(t *testing.T, what string, yes func() bool) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for !yes() {
		require.False(t, time.Now().After(deadline), "waited %s for: %s", patience, what)
		time.Sleep(50 * time.Millisecond)
	}
}
