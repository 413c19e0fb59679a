package devnet

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"golang.org/x/sync/errgroup"
)

// traffic uses the network through its door alone, as strangers would, until ctx ends.
func (l *live) traffic(ctx context.Context) error {
	for l.voice(0).Status().Group == nil {
		if !sleep(ctx, 50*time.Millisecond) {
			return nil
		}
	}
	door, err := openDoor(ctx, l.page, l.charter.Parameters.Rollups)
	if err != nil {
		return err
	}
	defer door.close()
	b := newBazaar(l.cast.Deployer.Address)
	for err := l.deployBazaar(ctx, door, b); err != nil; err = l.deployBazaar(ctx, door, b) {
		l.log.Warn("the markets are not open yet", "err", err)
		if !sleep(ctx, time.Second) {
			return nil
		}
	}
	l.log.Info("markets are open", "after", time.Since(l.cfg.Started))
	g, ctx := errgroup.WithContext(ctx)
	for i, a := range l.cast.Users {
		u := &user{wallet: wallet{a, door}, bazaar: b, dice: l.dice("user", i), log: l.log}
		g.Go(func() error { u.run(ctx); return nil })
	}
	m := &mover{wallet: wallet{l.cast.Mover, door}, bazaar: b, dice: l.dice("mover", 0), log: l.log}
	g.Go(func() error { m.run(ctx); return nil })
	bidders := append(append([]account{}, l.cast.Searchers...), l.cast.Clumsy, l.cast.Fickle, l.cast.Thief)
	for i, a := range bidders {
		home, err := dialHome(ctx, l.page, a, l.cfg.Slot/5, l.report)
		if err != nil {
			return fmt.Errorf("%s: %w", a.Role, err)
		}
		defer home.Close()
		bidder := &bidder{wallet: wallet{a, door}, bazaar: b, home: home, dice: l.dice("bidder", i), log: l.log}
		switch a.Role {
		case l.cast.Clumsy.Role:
			g.Go(func() error {
				bidder.stumble(ctx, func(bundle rollup.Digest) { l.watch.tally.mark(bundle, meantToFail) })
				return nil
			})
		case l.cast.Fickle.Role:
			g.Go(func() error {
				bidder.waver(ctx, func(bundle rollup.Digest) { l.watch.tally.mark(bundle, meantToFail) })
				return nil
			})
		case l.cast.Thief.Role:
			g.Go(func() error { bidder.steal(ctx, l.watch.losers); return nil })
		default:
			g.Go(func() error { bidder.search(ctx); return nil })
		}
	}
	return g.Wait()
}

// dice are an actor's own, a function of the seed and its role alone.
func (l *live) dice(role string, i int) *rand.Rand {
	return rand.New(rand.NewChaCha8(Secret(l.cfg.Seed, fmt.Sprintf("dice %s %d", role, i)))) //nolint:gosec // traffic, no secrets
}

// deployBazaar sets the markets up on all rollups at once.
func (l *live) deployBazaar(ctx context.Context, door *door, b *bazaar) error {
	var traders []rollup.Address
	for _, a := range append(append([]account{}, l.cast.Searchers...), append([]account{l.cast.Mover}, append(l.cast.Users, l.cast.Free...)...)...) {
		traders = append(traders, a.Address)
	}
	return b.deploy(ctx, &wallet{l.cast.Deployer, door}, l.cfg.Slot, traders)
}

// Acknowledged tells the checker of a member's word.
func (w *watch) Acknowledged(envelope rollup.Digest, slot rollup.Slot) {
	w.checks.Acknowledged(envelope, slot)
}

// Took notes how long a call took.
func (w *watch) Took(what string, d time.Duration) { w.tally.measure(what, d) }

// offer shows the thief what lost and is readable now. If it is busy, it missed its chance.
func (w *watch) offer(opened *auction.Opened, lost func(i int) bool) {
	for i := range opened.Entries {
		e := &opened.Entries[i]
		if e.Bundle == nil || e.Bid.IsZero() || !lost(i) || len(e.Protections) == 0 {
			continue
		}
		select {
		case w.losers <- e.Bundle:
		default:
		}
	}
}
