package devnet

import (
	"errors"
	"fmt"
	"net"
	"strconv"
)

// ErrPortBusy says that another process listens where the devnet wants to; the error that wraps it names the
// port and the flag that moves it.
var ErrPortBusy = errors.New("port is busy")

// port is one that the devnet will listen on.
type port struct {
	Number int
	Flag   string
	Use    string
}

// checkPorts tries each port before anything starts, so that a busy one costs the user nothing but a line.
// Port 0 means any and is never busy.
func checkPorts(ports []port) error {
	seen := map[int]port{}
	for _, p := range ports {
		if p.Number == 0 {
			continue
		}
		if other, twice := seen[p.Number]; twice {
			return fmt.Errorf("%w: %d is asked for twice, for %s (%s) and %s (%s)", ErrPortBusy, p.Number, other.Use, other.Flag, p.Use, p.Flag)
		}
		seen[p.Number] = p
		l, err := net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(p.Number)))
		if err != nil {
			return fmt.Errorf("%w: %s wants %d (%w); choose another with %s", ErrPortBusy, p.Use, p.Number, err, p.Flag)
		}
		if err := l.Close(); err != nil {
			return err
		}
	}
	return nil
}
