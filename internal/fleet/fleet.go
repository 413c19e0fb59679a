// Package fleet runs processes side by side on this machine, with a log and a pid file of each in one folder.
//
// In come commands; out come processes that are started, killed, started again, and ended together. Never here: what the
// processes are for, what they are told, whether they are well.
package fleet

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Service is a process to be run.
type Service struct {
	Name string // of its log and pid file
	Path string // of the binary
	Args []string
	Env  []string // beside this process's own

	Patience time.Duration // how long it may take to end; 0 for no longer than the others
}

// Fleet is the processes. Safe for concurrent use.
type Fleet struct {
	dir string

	mu      sync.Mutex
	order   []string // in which they were first started
	running map[string]*ship
}

// ship is one life of a service.
type ship struct {
	service Service
	cmd     *exec.Cmd
	log     *os.File
	done    chan struct{}
	err     error // valid once done is closed
	wanted  bool  // to be running; guarded by the fleet
}

// Errors of a fleet; those that wrap one name the service.
var (
	ErrRunning = errors.New("it runs already")
	ErrUnknown = errors.New("no such service")
	ErrEnded   = errors.New("it ended by itself")
)

// New makes a fleet whose logs and pids are in a folder.
func New(dir string) (*Fleet, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	return &Fleet{dir: dir, running: map[string]*ship{}}, nil
}

// Dir is the folder of logs and pids.
func (f *Fleet) Dir() string { return f.dir }

// Log is a service's log file: standard output and error of all its lives.
func (f *Fleet) Log(name string) string { return filepath.Join(f.dir, name+".log") }

// Start begins a life of a service.
func (f *Fleet) Start(s Service) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	old := f.running[s.Name]
	if old != nil {
		select {
		case <-old.done:
		default:
			return fmt.Errorf("%s: %w", s.Name, ErrRunning)
		}
	}
	log, err := os.OpenFile(f.Log(s.Name), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	cmd := exec.Command(s.Path, s.Args...) //nolint:gosec // named by whoever runs the network
	cmd.Env = append(inherited(cmd), s.Env...)
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL} // a terminal's Ctrl-C is this process's alone
	if err := cmd.Start(); err != nil {
		return errors.Join(fmt.Errorf("%s: %w", s.Name, err), log.Close())
	}
	one := &ship{service: s, cmd: cmd, log: log, done: make(chan struct{}), wanted: true}
	go func() {
		one.err = cmd.Wait()
		_ = log.Close() // what it wrote is written
		close(one.done)
	}()
	if old == nil {
		f.order = append(f.order, s.Name)
	}
	f.running[s.Name] = one
	return os.WriteFile(filepath.Join(f.dir, s.Name+".pid"), []byte(strconv.Itoa(cmd.Process.Pid)+"\n"), 0o600)
}

// inherited is this process's environment without what it was told itself: what the others are told stands in their files.
func inherited(cmd *exec.Cmd) []string {
	return slices.DeleteFunc(cmd.Environ(), func(pair string) bool { return strings.HasPrefix(pair, "CHORALE_") })
}

// Kill ends a service's life by kill -9, and waits until it is gone.
func (f *Fleet) Kill(name string) error {
	one, err := f.unwant(name)
	if err != nil {
		return err
	}
	if err := one.signal(syscall.SIGKILL); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	<-one.done
	return nil
}

// signal reaches the process and what it started: a launcher's own end is not that of what it launched.
func (s *ship) signal(sig syscall.Signal) error {
	if err := syscall.Kill(-s.cmd.Process.Pid, sig); err != nil && !errors.Is(err, syscall.ESRCH) {
		return err
	}
	return nil
}

// Again is kill -9 and another life.
func (f *Fleet) Again(name string) error {
	if err := f.Kill(name); err != nil {
		return err
	}
	f.mu.Lock()
	s := f.running[name].service
	f.mu.Unlock()
	return f.Start(s)
}

func (f *Fleet) unwant(name string) (*ship, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	one := f.running[name]
	if one == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrUnknown)
	}
	one.wanted = false
	return one, nil
}

// Ended says which services ended by themselves.
func (f *Fleet) Ended() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []error
	for _, name := range f.order {
		one := f.running[name]
		if !one.wanted {
			continue
		}
		select {
		case <-one.done:
			out = append(out, fmt.Errorf("%s: %w (%v); its log is %s", name, ErrEnded, one.err, f.Log(name)))
		default:
		}
	}
	return errors.Join(out...)
}

// Stop ends all services in the reverse of their start: each is interrupted, and killed where it has not ended in time.
// It answers which had to be.
func (f *Fleet) Stop(patience time.Duration) error {
	f.mu.Lock()
	order := append([]string{}, f.order...)
	f.mu.Unlock()
	var out []error
	for i := len(order) - 1; i >= 0; i-- {
		one, err := f.unwant(order[i])
		if err != nil {
			continue
		}
		if err := one.signal(syscall.SIGTERM); err != nil {
			out = append(out, fmt.Errorf("%s: %w", order[i], err))
			continue
		}
		patience := max(patience, one.service.Patience)
		timer := time.NewTimer(patience)
		select {
		case <-one.done:
		case <-timer.C:
			out = append(out, fmt.Errorf("%s did not end within %s of its signal", order[i], patience))
			out = append(out, one.signal(syscall.SIGKILL))
			<-one.done
		}
		timer.Stop()
	}
	return errors.Join(out...)
}

// Once runs a command to its end.
func Once(ctx context.Context, s Service) error {
	cmd := exec.CommandContext(ctx, s.Path, s.Args...) //nolint:gosec // named by whoever runs the network
	cmd.Env = append(inherited(cmd), s.Env...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", s.Name, err, out)
	}
	return nil
}
