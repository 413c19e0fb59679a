package gateway

import (
	"context"
	"crypto/rand"
	"errors"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Sent is an envelope that a member holds.
type Sent struct {
	Bundle        rollup.Digest // zero for what was sealed elsewhere: nobody here has read it
	Receipt       sequencer.Receipt
	Envelope      rollup.Digest
	Slot          rollup.Slot
	Last          rollup.Slot // for which it is sealed again; 0 if it is not
	Clear         *auction.Clear
	Fee           *uint256.Int   // wei, the opening fee, win or lose
	Sequence      uint64         // of a named bundle: its place among those of the name
	Cancellations []Cancellation // what was sealed to take an earlier one out of another slot
}

// Promised says whether the member's word binds it to list the envelope for its slot.
func (s *Sent) Promised() bool { return s.Receipt.Promises(s.Slot) }

const (
	// deferredSlots is by how many slots at most what its sender's part has no room for is put off.
	deferredSlots = 8
	// closingTries is how many slots are tried when one closes just before an envelope gets there.
	closingTries = 5
	closingPause = 20 * time.Millisecond
)

// send seals a bundle for the slot only, or if that is 0 for the next that it takes, and submits it. When it returns, a
// member holds the envelope durably.
func (g *Gateway) send(ctx context.Context, h *held, only rollup.Slot) (*Sent, *Refusal) {
	var refusal *Refusal
	for range closingTries {
		st := g.cfg.Committee.Status()
		if st.Group == nil {
			return nil, Unavailable("the committee has no key yet: its ceremony is under way", 500)
		}
		slot := max(st.OpenSlot, h.First)
		if only == 0 && h.Name == nil && (h.Wallet != nil || h.Last > slot) {
			// A wallet's next large transaction waits a slot, as it would for a block: it is not refused.
			var err error
			if slot, err = g.share.next(ctx, slot, deferredSlots, h.Last, h.By, h.Class.Gas()); err != nil {
				return nil, g.away(err)
			}
		}
		if only != 0 {
			if slot = only; slot < st.OpenSlot {
				return nil, slotOver(slot, st.OpenSlot)
			}
		}
		if h.Last != 0 && slot > h.Last {
			return nil, slotOver(h.Last, st.OpenSlot)
		}
		var done *Sent
		if done, refusal = g.try(ctx, st, slot, h); refusal == nil {
			return done, nil
		}
		if only != 0 || refusal.Reason != auction.TooLate && refusal.Reason != auction.SlotInPast {
			break
		}
		if clock.Sleep(ctx, closingPause) != nil {
			return nil, refusal
		}
	}
	return nil, refusal
}

// try seals a bundle for one slot and submits it.
func (g *Gateway) try(ctx context.Context, st sequencer.Status, slot rollup.Slot, h *held) (*Sent, *Refusal) {
	sealer, err := g.sealers.For(st.Network, slot, st.Group.Public)
	if err != nil {
		g.log.Error("prepare sealing", "slot", slot, "err", err)
		return nil, Unavailable("sealing is not possible now", 500)
	}
	clear := auction.Sealed{Network: st.Network, Slot: slot, Bidder: g.account, GasClass: h.Class}
	e, err := auction.Seal(rand.Reader, sealer, clear, h.bundle, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], g.cfg.Key) })
	if err != nil {
		if errors.Is(err, auction.ErrOversized) || errors.Is(err, auction.ErrClass) {
			return nil, BundleRefusal(err, "")
		}
		g.log.Error("seal", "slot", slot, "err", err)
		return nil, Unavailable("sealing is not possible now", 500)
	}
	if r := g.afford(ctx, h, e); r != nil {
		return nil, r
	}
	if h.bundle.Cancels() {
		return g.submit(ctx, e, h, "")
	}
	fits, err := g.share.take(ctx, slot, h.By, h.Class.Gas())
	if err != nil {
		return nil, g.away(err)
	}
	if !fits {
		r := Refuse(auction.RateLimited, "bundles", "this sender has its part of what the gateways seal for slot "+slot.String(),
			"send it for a later slot, use a smaller gasClass, or seal at home on an account of your own")
		r.RetryAfterMs = int64(g.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
		return nil, r
	}
	if err := g.note(ctx, h, e.ID(), slot); err != nil {
		return nil, g.away(err)
	}
	// If we crash here a member may hold the envelope or not: either way it is judged with its slot.
	done, refusal := g.submit(ctx, e, h, "")
	if refusal != nil && refusal.Reason != auction.Unavailable { // else a member may hold it all the same
		g.refused(ctx, h)
	}
	if refusal != nil && refusal.Reason == auction.InsufficientEscrow {
		// The envelope's bidder is the gateway: its user has nothing to mend.
		g.log.Error("the gateway's fee balance is spent", "account", g.account)
		return nil, Unavailable("the gateway cannot pay the opening fee now", 5000)
	}
	return done, refusal
}

// afford counts an envelope's fee where nobody signed for it.
func (g *Gateway) afford(ctx context.Context, h *held, e *auction.Sealed) *Refusal {
	if !h.Anonymous {
		return nil
	}
	gwei, most := gweiOf(e.Fee(g.cfg.Parameters)), g.cfg.Limits.AnonymousGweiPerMinute
	wait, ok, err := g.meter(ctx, "gwei", h.By, gwei, most)
	if err != nil {
		return g.away(err)
	}
	if !ok {
		r := Limited("gwei of opening fees", most, wait)
		r.Field, r.Hint = "bundles", "sign the request by X-Flashbots-Signature, seal at home on an account of your own, or wait retryAfterMs"
		return r
	}
	g.metrics.spent.Add(float64(gwei))
	return nil
}

// gweiOf is an amount in gwei, rounded up.
func gweiOf(wei *uint256.Int) int {
	gwei := new(uint256.Int).AddUint64(wei, 999_999_999)
	gwei.Div(gwei, uint256.NewInt(1_000_000_000))
	if !gwei.IsUint64() || gwei.Uint64() > 1<<40 {
		return 1 << 40
	}
	return int(gwei.Uint64()) //nolint:gosec // bounded
}

// meter counts what a caller did in the running minute, and says how long to wait if that is more than limit.
func (g *Gateway) meter(ctx context.Context, what, by string, n, limit int) (wait time.Duration, ok bool, err error) {
	now := g.cfg.Now()
	minute := now.Truncate(time.Minute)
	ok, err = g.cfg.Shared.Counters.Take(ctx, what+"/"+minute.UTC().Format("1504")+"/"+by, uint64(n), uint64(limit), false, 2*time.Minute) //nolint:gosec // not negative
	return minute.Add(time.Minute).Sub(now), ok, err
}

// countBundle counts a bundle against its caller.
func (g *Gateway) countBundle(ctx context.Context, c Caller) *Refusal {
	wait, ok, err := g.meter(ctx, "bundles", c.by(), 1, g.cfg.Limits.BundlesPerMinute)
	if err != nil {
		return g.away(err)
	}
	if !ok {
		return Limited("bundles", g.cfg.Limits.BundlesPerMinute, wait)
	}
	return nil
}

// note writes down an envelope before anybody else has it, so that its fate finds its bundle however early it comes, and
// that nothing else of its name is sealed elsewhere, by whichever gateway.
func (g *Gateway) note(ctx context.Context, h *held, envelope rollup.Digest, slot rollup.Slot) error {
	return g.alter(ctx, h.hash, func(d *desk, now *holding, n *name) error {
		switch {
		case now == nil:
			return Unavailable("the bundle has ended meanwhile", awayRetry)
		case now.Ended != auction.None:
			return Refuse(now.Ended, "bundles", "its maker withdrew the bundle meanwhile", "follow it by chorale_getBundle")
		case n != nil && n.Slot != 0 && n.Slot != slot:
			return Unavailable("another request of this name got there first", 100)
		case n != nil && h.bundle.Sequence < n.Last:
			return n.above(h.bundle.Sequence)
		}
		if n != nil {
			n.stand(h.hash, slot, h.bundle.Sequence)
		}
		now.Envelope, now.Slot, now.Due = envelope, slot, false
		d.keep(h.hash, now)
		return nil
	})
}

// refused says that no member took the envelope that was noted: its name stands where it stood before.
func (g *Gateway) refused(ctx context.Context, h *held) {
	err := g.insist(ctx, "note a refusal", func() error {
		return g.alter(ctx, h.hash, func(d *desk, now *holding, n *name) error {
			if now == nil {
				return nil
			}
			if n != nil {
				n.restore(h.hash, h.bundle.Sequence, h.before)
			}
			d.keep(h.hash, now)
			return nil
		})
	})
	if err != nil { // then it is judged with its slot, as missing
		g.log.Warn("note a refusal", "bundle", h.hash, "err", err)
	}
}

// release gives a bundle's place up that could not be sealed for the first time. Where nobody answered, its envelope may
// stand.
func (g *Gateway) release(ctx context.Context, h *held, r *Refusal) {
	err := g.insist(ctx, "release a bundle", func() error {
		return g.alter(ctx, h.hash, func(d *desk, now *holding, n *name) error {
			if now == nil {
				return nil
			}
			if n != nil && r.Reason != auction.Unavailable {
				n.restore(h.hash, h.bundle.Sequence, h.before)
			}
			d.drop(h.hash, now, n)
			return nil
		})
	})
	if err != nil { // it is judged with the slot that is noted
		g.log.Warn("release a bundle", "bundle", h.hash, "err", err)
	}
	if h.claim != nil {
		h.claim.Remove(h.hash)
	}
}

// submit hands an envelope to the committee and begins its story.
func (g *Gateway) submit(ctx context.Context, e *auction.Sealed, h *held, field string) (*Sent, *Refusal) {
	began := g.cfg.Now()
	receipt, err := g.cfg.Committee.Submit(ctx, e)
	if err != nil {
		return nil, g.committeeRefusal(err, field)
	}
	now := g.cfg.Now()
	g.metrics.submit.Observe(now.Sub(began).Seconds())
	out := &Sent{Bundle: h.hash, Receipt: receipt, Envelope: e.ID(), Slot: e.Slot, Last: h.Last, Clear: e.Clear(), Fee: e.Fee(g.cfg.Parameters)}
	g.tell(Entry{
		Kind: Received, AtMs: now.UnixMilli(), Slot: e.Slot, Bundle: h.hash, Envelope: out.Envelope, Receipt: &receipt, Last: h.Last, Wallet: h.Wallet != nil,
		Owners: append(append([]rollup.Address{}, h.Owners...), e.Bidder),
	})
	return out, nil
}
