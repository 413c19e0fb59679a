package devnet

import (
	"errors"
	"fmt"
	mathrand "math/rand/v2"
	"net"
	"path/filepath"
	"strconv"

	"github.com/chorale-network/chorale/internal/topology"
)

// Ports of processes are taken from below those that the system gives to outgoing connections, so that none is taken
// between its being found free and its process's listening there: also in a later life of that process.
const (
	firstPort = 20_000
	portCount = 10_000
)

// loopbackPlaces are places on this machine's loopback: each port of each service is one that was free when it was first
// asked for, and stays.
type loopbackPlaces struct {
	dir    string
	given  map[string]string // host:port by service and port
	last   int               // the last port that was given
	failed error             // what went wrong while places were given
}

func newLoopbackPlaces(dir string) *loopbackPlaces {
	return &loopbackPlaces{dir: dir, given: map[string]string{}, last: firstPort + mathrand.IntN(portCount)} //nolint:gosec // any will do
}

// pin gives a service a port that the user named; 0 leaves it to be found.
func (l *loopbackPlaces) pin(service, port string, number int) {
	if number != 0 {
		l.given[service+" "+port] = net.JoinHostPort(loopback, strconv.Itoa(number))
	}
}

// Listen implements topology.Places.
func (l *loopbackPlaces) Listen(service string, p topology.Port) string {
	key := service + " " + p.Name
	if l.given[key] == "" {
		at, err := l.free()
		l.failed = errors.Join(l.failed, err)
		l.given[key] = at
	}
	return l.given[key]
}

// Reach implements topology.Places.
func (l *loopbackPlaces) Reach(service string, p topology.Port) string { return l.Listen(service, p) }

// Folder implements topology.Places.
func (l *loopbackPlaces) Folder(service string) string { return filepath.Join(l.dir, service) }

// free is a free address that no other service was given.
func (l *loopbackPlaces) free() (string, error) {
	for range portCount {
		if l.last++; l.last >= firstPort+portCount {
			l.last = firstPort
		}
		at := net.JoinHostPort(loopback, strconv.Itoa(l.last))
		if listener, err := net.Listen("tcp", at); err == nil {
			return at, listener.Close()
		}
	}
	return net.JoinHostPort(loopback, "0"), fmt.Errorf("%w: none from %d to %d is free", ErrPortBusy, firstPort, firstPort+portCount-1)
}
