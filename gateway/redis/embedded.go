package redis

import (
	"errors"
	"fmt"
	"net"
	"os"
	"syscall"

	"github.com/alicebob/miniredis/v2"
)

// embed is a Redis in this process. It listens nowhere: what is held is in clear in it.
func embed() (*miniredis.Miniredis, error) {
	m := miniredis.NewMiniRedis()
	m.ClockTTL(true)
	first, err := m.Dial() // which makes its server
	if err != nil {
		return nil, fmt.Errorf("embedded redis: %w", err)
	}
	return m, first.Close()
}

// plug connects to an embedded Redis by a pair of sockets. The library's own pipes hold nothing: a pipelined command that
// is answered before the next one is read would wait for ever.
func plug(m *miniredis.Miniredis) (net.Conn, error) {
	server := m.Server()
	if server == nil {
		return nil, net.ErrClosed
	}
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("embedded redis: %w", err)
	}
	ours, err := socket(pair[0])
	theirs, err2 := socket(pair[1])
	if err := errors.Join(err, err2); err != nil {
		return nil, fmt.Errorf("embedded redis: %w", err)
	}
	server.ServeConn(theirs)
	return ours, nil
}

// socket takes a file descriptor over.
func socket(fd int) (net.Conn, error) {
	f := os.NewFile(uintptr(fd), "embedded redis") //nolint:gosec // a descriptor is small
	conn, err := net.FileConn(f)
	return conn, errors.Join(err, f.Close())
}
