package devnet

import (
	"context"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// balancer is one address before all gateways, as operators have one: each connection goes to a gateway that takes it.
type balancer struct {
	listener net.Listener
	gateways []string // host:port
	turn     atomic.Uint64

	mu    sync.Mutex
	open  map[net.Conn]struct{}
	ended bool
	lines sync.WaitGroup
}

// dialPatience is how long a gateway may take to take a connection before the next one is asked.
const dialPatience = time.Second

// openBalancer makes the address by which the traffic uses the gateways; port 0 picks a free one.
func (o *outside) openBalancer(port int) error {
	listener, err := net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(port)))
	if err != nil {
		return fmt.Errorf("%w: the gateways' address wants %d (%w); choose another with --port", ErrPortBusy, port, err)
	}
	b := &balancer{listener: listener, open: map[net.Conn]struct{}{}}
	for _, page := range o.pages {
		b.gateways = append(b.gateways, strings.TrimPrefix(page, "http://"))
	}
	o.page = "http://" + listener.Addr().String()
	o.closed = append(o.closed, b.Close)
	b.lines.Go(b.serve)
	return nil
}

func (b *balancer) serve() {
	for {
		caller, err := b.listener.Accept()
		if err != nil {
			return // closed
		}
		b.lines.Go(func() { b.carry(caller) })
	}
}

// carry copies both ways until either side ends.
func (b *balancer) carry(caller net.Conn) {
	defer b.forget(caller)
	if !b.keep(caller) {
		return
	}
	gateway := b.dial()
	if gateway == nil {
		return // nobody takes it: the caller sees its connection end
	}
	defer b.forget(gateway)
	if !b.keep(gateway) {
		return
	}
	done := make(chan struct{}, 2)
	for _, way := range [2][2]net.Conn{{caller, gateway}, {gateway, caller}} {
		b.lines.Go(func() {
			_, _ = io.Copy(way[0], way[1]) // ends with either side
			done <- struct{}{}
		})
	}
	<-done
}

// dial is a connection to the first gateway that takes one, beginning with the one whose turn it is; nil if none does.
func (b *balancer) dial() net.Conn {
	first := int(b.turn.Add(1) % uint64(len(b.gateways))) //nolint:gosec // a remainder
	d := net.Dialer{Timeout: dialPatience}
	for i := range b.gateways {
		if c, err := d.DialContext(context.Background(), "tcp", b.gateways[(first+i)%len(b.gateways)]); err == nil {
			return c
		}
	}
	return nil
}

// keep remembers a connection, so that Close ends it. It reports whether there is still time to.
func (b *balancer) keep(c net.Conn) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.open[c] = struct{}{}
	return !b.ended
}

func (b *balancer) forget(c net.Conn) {
	b.mu.Lock()
	delete(b.open, c)
	b.mu.Unlock()
	_ = c.Close()
}

// Close ends every connection.
func (b *balancer) Close() error {
	err := b.listener.Close()
	b.mu.Lock()
	b.ended = true
	for c := range b.open {
		_ = c.Close()
	}
	b.mu.Unlock()
	b.lines.Wait()
	return err
}
