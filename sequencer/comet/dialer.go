package comet

import (
	"context"
	"sync"
	"time"

	"github.com/cometbft/cometbft/p2p"
)

const (
	dialEvery  = 200 * time.Millisecond // how often a missing member is dialled by the one whose turn it is
	dialAnyway = 5 * time.Second        // after this the other one dials too: it may be the only one that can
)

// dialer keeps this member connected to the others. Of any two members the one with the lower position dials:
// where both do, each may keep the connection that the other drops as a second one, again and again.
type dialer struct {
	self  int
	peers []string // host:port by position
	ids   []p2p.ID // by position
}

// run dials until ctx ends, one goroutine for each member.
func (d *dialer) run(ctx context.Context, sw p2p.Switcher) {
	var all sync.WaitGroup
	for i, addr := range d.peers {
		if i == d.self || addr == "" {
			continue
		}
		all.Go(func() { d.keep(ctx, sw, d.ids[i], addr, d.self < i) })
	}
	all.Wait()
}

func (d *dialer) keep(ctx context.Context, sw p2p.Switcher, id p2p.ID, addr string, first bool) {
	tick := time.NewTicker(dialEvery)
	defer tick.Stop()
	missing := time.Duration(0)
	for {
		switch {
		case sw.Peers().Has(id):
			missing = 0
		case first || missing >= dialAnyway:
			// The name is looked up each time: a member may come back elsewhere.
			if a, err := p2p.NewNetAddressString(p2p.IDAddressString(id, addr)); err == nil {
				_ = sw.DialPeerWithAddress(a) // tried again at the next tick
			}
			missing = 0
		default:
			missing += dialEvery
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
