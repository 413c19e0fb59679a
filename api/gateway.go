package api

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// gateway seals on the door's own account, which pays the opening fee, and hands envelopes to the committee.
type gateway struct {
	server  *Server
	key     *ecdsa.PrivateKey
	account rollup.Address

	mu      sync.Mutex
	sealers map[sealerKey]*threshold.Sealer
}

type sealerKey struct {
	network rollup.Network
	slot    rollup.Slot
	group   threshold.PublicKey
}

// keptSealers bounds the cache: slots are used for a second or so.
const keptSealers = 16

// sealer prepares sealing to a slot, once for each slot: it costs a pairing.
func (g *gateway) sealer(st sequencer.Status, slot rollup.Slot) (*threshold.Sealer, error) {
	key := sealerKey{st.Network, slot, st.Group.Public}
	g.mu.Lock()
	defer g.mu.Unlock()
	if s := g.sealers[key]; s != nil {
		return s, nil
	}
	s, err := threshold.NewSealer(st.Group.Public, auction.Identity(st.Network, slot))
	if err != nil {
		return nil, err
	}
	if len(g.sealers) >= keptSealers || g.sealers == nil {
		g.sealers = map[sealerKey]*threshold.Sealer{}
	}
	g.sealers[key] = s
	return s, nil
}

// order is a bundle to be sealed here, and for how long.
type order struct {
	bundle *auction.Bundle
	hash   rollup.Digest
	class  auction.GasClass
	exact  rollup.Slot // the one slot that will do; 0 for the next that is open
	first  rollup.Slot // the first slot that will do; 0 for any
	last   rollup.Slot // the last slot that will do; 0 for only one
	owners []rollup.Address
}

// sent is an envelope that a member holds.
type sent struct {
	receipt  sequencer.Receipt
	envelope rollup.Digest
	slot     rollup.Slot
	clear    *auction.Clear
	fee      *uint256.Int // wei, the opening fee, win or lose
}

// promised says whether the member's word binds it to list the envelope for its slot.
func (s *sent) promised() bool { return s.receipt.Promises(s.slot) }

// deferredSlots is by how many slots at most what its sender's part has no room for is put off.
const deferredSlots = 8

// closingTries is how many slots are tried when one closes just before an envelope gets there.
const closingTries = 5

// send seals a bundle for the slot only, or if that is 0 for the next that its order takes, and submits it.
// When it returns, a member holds the envelope durably.
func (g *gateway) send(ctx context.Context, h *holding, only rollup.Slot) (*sent, *Refusal) {
	o := &h.order
	var refusal *Refusal
	for range closingTries {
		st := g.server.cfg.Committee.Status()
		if st.Group == nil {
			return nil, unavailable("the committee has no key yet: its ceremony is under way", 500)
		}
		slot := max(st.OpenSlot, o.first)
		if only == 0 && h.name == nil && (h.tx != nil || o.last > slot) {
			// A wallet's next large transaction waits a slot, as it would for a block: it is not refused.
			slot = g.server.guard.share.next(slot, deferredSlots, o.last, h.by, h.class.Gas(), g.server.shareGas())
		}
		if only != 0 {
			if slot = only; slot < st.OpenSlot {
				return nil, slotOver(slot, st.OpenSlot)
			}
		}
		if o.last != 0 && slot > o.last {
			return nil, slotOver(o.last, st.OpenSlot)
		}
		var done *sent
		if done, refusal = g.try(ctx, st, slot, h); refusal == nil {
			return done, nil
		}
		if only != 0 || refusal.Reason != auction.TooLate && refusal.Reason != auction.SlotInPast {
			break
		}
		select {
		case <-ctx.Done():
			return nil, refusal
		case <-time.After(20 * time.Millisecond):
		}
	}
	return nil, refusal
}

func slotOver(slot, open rollup.Slot) *Refusal {
	return refuse(auction.SlotInPast, "slot", "slot "+slot.String()+" is over, "+open.String()+" is open",
		"name slot "+open.String()+" or a later one, or none")
}

func (g *gateway) try(ctx context.Context, st sequencer.Status, slot rollup.Slot, h *holding) (*sent, *Refusal) {
	o := &h.order
	sealer, err := g.sealer(st, slot)
	if err != nil {
		g.server.log.Error("prepare sealing", "slot", slot, "err", err)
		return nil, unavailable("sealing is not possible now", 500)
	}
	clear := auction.Sealed{Network: st.Network, Slot: slot, Bidder: g.account, GasClass: o.class}
	e, err := auction.Seal(rand.Reader, sealer, clear, o.bundle, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], g.key) })
	if err != nil {
		if errors.Is(err, auction.ErrOversized) || errors.Is(err, auction.ErrClass) {
			return nil, bundleRefusal(err, "")
		}
		g.server.log.Error("seal", "slot", slot, "err", err)
		return nil, unavailable("sealing is not possible now", 500)
	}
	if h.anonymous {
		gwei, most := gweiOf(e.Fee(g.server.cfg.Parameters)), g.server.cfg.Limits.AnonymousGweiPerMinute
		wait, ok := g.server.guard.spent.take(g.server.cfg.Now(), h.by, gwei, most)
		if !ok {
			r := limited("gwei of opening fees", most, wait)
			r.Field, r.Hint = "bundles", "sign the request by X-Flashbots-Signature, seal at home on an account of your own, or wait retryAfterMs"
			return nil, r
		}
		g.server.metrics.spent.Add(float64(gwei))
	}
	if !o.bundle.Cancels() && !g.server.guard.share.take(slot, h.by, h.class.Gas(), g.server.shareGas()) {
		r := refuse(auction.RateLimited, "bundles", "this sender has its part of what the gateway seals for slot "+slot.String(),
			"send it for a later slot, use a smaller gasClass, or seal at home on an account of your own")
		r.RetryAfterMs = int64(g.server.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
		return nil, r
	}
	g.server.keeper.sealing(h, e.ID(), slot)
	done, refusal := g.submit(ctx, e, o.hash, "", o.owners...)
	if refusal != nil && refusal.Reason != auction.Unavailable { // else a member may hold it all the same
		g.server.keeper.refused(h)
	}
	if refusal != nil && refusal.Reason == auction.InsufficientEscrow {
		// The envelope's bidder is the gateway: its user has nothing to mend.
		g.server.log.Error("the gateway's fee balance is spent", "account", g.account)
		return nil, unavailable("the gateway cannot pay the opening fee now", 5000)
	}
	return done, refusal
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

// submit hands an envelope to the committee and begins its story.
func (g *gateway) submit(ctx context.Context, e *auction.Sealed, bundle rollup.Digest, field string, owners ...rollup.Address) (*sent, *Refusal) {
	began := g.server.cfg.Now()
	receipt, err := g.server.cfg.Committee.Submit(ctx, e)
	if err != nil {
		r := g.server.committeeRefusal(err, field)
		g.server.metrics.refused(r)
		return nil, r
	}
	now := g.server.cfg.Now()
	g.server.metrics.submit.Observe(now.Sub(began).Seconds())
	g.server.book.receive(e, &receipt, bundle, now, append(owners, e.Bidder)...)
	return &sent{receipt: receipt, envelope: e.ID(), slot: e.Slot, clear: e.Clear(), fee: e.Fee(g.server.cfg.Parameters)}, nil
}
