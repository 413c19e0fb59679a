package gateway

import (
	"context"
	"math"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// sealAgain seals again what is due once a slot was attested, and gives up what was withdrawn or is too old.
func (g *Gateway) sealAgain(ctx context.Context) error {
	counts, err := g.cfg.Shared.Counters.Counts(ctx, heldCount)
	if err != nil {
		return err
	}
	g.held.Store(int64(min(counts[0], math.MaxInt64))) //nolint:gosec // bounded
	open := g.cfg.Committee.Status().OpenSlot
	due, err := g.listed(ctx, dueList, open)
	if err != nil || len(due) == 0 {
		return err
	}
	names := make([]string, len(due))
	for i, hash := range due {
		names[i] = heldName(hash)
	}
	records, err := g.cfg.Shared.Shelf.Look(ctx, names...)
	if err != nil {
		return err
	}
	for i, hash := range due {
		h, err := decodeRecord[holding](records[names[i]], names[i])
		switch {
		case err != nil:
			g.log.Error("seal again", "err", err)
		case h == nil || !h.Due:
		case h.Ended != auction.None:
			err = g.giveUp(ctx, hash, h, h.Ended)
		case open > h.Last:
			err = g.giveUp(ctx, hash, h, auction.Expired)
		case g.begins(hash):
			g.work.Go(func() {
				for g.sealOnce(ctx, hash); g.goesOn(hash); g.sealOnce(ctx, hash) {
				}
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// begins says that a bundle is to be sealed again by a goroutine of its own; false if one is at it, which then looks once
// more.
func (g *Gateway) begins(hash rollup.Digest) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, busy := g.busy[hash]
	g.busy[hash] = busy
	return !busy
}

// goesOn says that a bundle became due while it was sealed.
func (g *Gateway) goesOn(hash rollup.Digest) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.busy[hash] {
		g.busy[hash] = false
		return true
	}
	delete(g.busy, hash)
	return false
}

// giveUp ends a bundle that is not sealed for any slot. If we crash after the first step the next look does it again.
func (g *Gateway) giveUp(ctx context.Context, hash rollup.Digest, h *holding, reason auction.Reason) error {
	if err := g.append(ctx, Entry{Kind: Ended, Slot: h.Slot, Bundle: hash, Envelope: h.Envelope, Reason: reason}); err != nil {
		return err
	}
	return g.alter(ctx, hash, func(d *desk, now *holding, n *name) error {
		if now != nil && now.Envelope == h.Envelope {
			d.drop(hash, now, n)
		}
		return nil
	})
}

// sealWithin bounds one attempt to seal again.
const sealWithin = 5 * time.Second

// sealOnce seals a bundle that is due for the next slot, unless another gateway does, or it cannot be sealed now.
func (g *Gateway) sealOnce(ctx context.Context, hash rollup.Digest) {
	select {
	case g.seats <- struct{}{}:
		defer func() { <-g.seats }()
	case <-ctx.Done():
		return
	}
	ctx, cancel := context.WithTimeout(ctx, sealWithin)
	defer cancel()
	h, err := g.look(ctx, hash)
	if err != nil || h == nil {
		return // away: it stays due; gone: nothing to do
	}
	work := &held{holding: *h, hash: hash}
	if work.bundle, err = auction.DecodeBundle(h.Bundle); err != nil {
		g.log.Error("seal again", "bundle", hash, "err", err)
		return
	}
	leave, free, err := g.cfg.Shared.Lanes.Try(ctx, work.lane())
	if err != nil || !free {
		return
	}
	defer leave()
	if h, err = g.look(ctx, hash); err != nil || h == nil || !h.Due || h.Ended != auction.None || h.Envelope != work.Envelope {
		return // another gateway was here, or its maker
	}
	if work.Name != nil {
		if _, err := g.settle(ctx, *work.Name); err != nil {
			return
		}
	}
	_, refusal := g.send(ctx, work, 0)
	switch {
	case refusal == nil || refusal.Reason == auction.Unavailable: // then it is judged with its slot, or still due
		return
	case refusal.Reason.Mend() == auction.MendLater && refusal.Reason != auction.SlotInPast:
		err = g.alter(ctx, hash, func(d *desk, now *holding, _ *name) error {
			if now != nil && !now.Due {
				now.Due = true
				d.keep(hash, now)
			}
			return nil
		})
	default:
		if h, err = g.look(ctx, hash); err == nil && h != nil {
			reason := h.Ended
			if reason == auction.None {
				reason = auction.Expired
			}
			err = g.giveUp(ctx, hash, h, reason)
		}
	}
	if err != nil { // it is judged with the slot that is noted
		g.log.Warn("seal again", "bundle", hash, "err", err)
	}
}
