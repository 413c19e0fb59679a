package gateway

import (
	"context"
	"errors"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// patience is how many slots to wait before a bundle is sealed again after a reason: a nonce gap closes when somebody
// else's transaction executes, the rest may change with every slot.
func patience(reason auction.Reason) rollup.Slot {
	switch reason {
	case auction.NonceTooHigh:
		return 4
	case auction.BelowBaseFee, auction.ProtectedTx:
		return 2
	}
	return 0
}

// Mends says whether what ended for a reason is sealed again while slots are left. A searcher's bid stands for every slot
// up to its last: what reverted now may be right in the next.
func Mends(reason auction.Reason, wallet bool) bool {
	mend := reason.Mend()
	return mend == auction.MendLater || mend == auction.MendState && !wallet
}

// judgeSlot judges what is held by the fates of an attested slot, and what was held for it and did not come into it. Every
// gateway does so; the first one changes the record, and nothing changes when it is done again.
func (g *Gateway) judgeSlot(ctx context.Context, a *sequencer.Attested) error {
	var names []string
	for i := range a.Fates {
		if a.Fates[i].Bundle != (rollup.Digest{}) {
			names = append(names, heldName(a.Fates[i].Bundle))
		}
	}
	if len(names) > 0 {
		records, err := g.cfg.Shared.Shelf.Look(ctx, names...)
		if err != nil {
			return err
		}
		for i := range a.Fates {
			if records[heldName(a.Fates[i].Bundle)] == nil {
				continue
			}
			if err := g.judge(ctx, &a.Fates[i]); err != nil {
				return err
			}
		}
	}
	return g.sweep(ctx, a.Header.Slot)
}

// sweep judges what is still held for slots up to one that is attested, by what those slots hold: also what was left by a
// gateway that is no more.
func (g *Gateway) sweep(ctx context.Context, last rollup.Slot) error {
	hashes, err := g.listed(ctx, sealedList, last)
	if err != nil {
		return err
	}
	for _, hash := range hashes {
		h, err := g.look(ctx, hash)
		if err != nil {
			return err
		}
		if h == nil || h.Due || h.Slot > last {
			continue
		}
		var a *sequencer.Attested
		if h.Envelope != (rollup.Digest{}) {
			if a, _, err = g.Slot(ctx, h.Slot); err != nil {
				return err
			}
		}
		if err := g.judge(ctx, h.fate(hash, a)); err != nil {
			return err
		}
	}
	return nil
}

// fate is how a holding's envelope ended in its slot; it missed it if the slot does not hold it, or is nil.
func (h *holding) fate(hash rollup.Digest, a *sequencer.Attested) *builder.Fate {
	for i := 0; a != nil && i < len(a.Fates); i++ {
		if a.Fates[i].Envelope == h.Envelope {
			return &a.Fates[i]
		}
	}
	return &builder.Fate{Envelope: h.Envelope, Bundle: hash, Reason: auction.TooLate}
}

// listed reads the bundles of a list.
func (g *Gateway) listed(ctx context.Context, list string, last rollup.Slot) ([]rollup.Digest, error) {
	texts, err := g.cfg.Shared.Shelf.List(ctx, list, uint64(last))
	if err != nil {
		return nil, err
	}
	out := make([]rollup.Digest, 0, len(texts))
	for _, text := range texts {
		var hash rollup.Digest
		if hash.UnmarshalText([]byte(text)) == nil {
			out = append(out, hash)
		}
	}
	return out, nil
}

// errTell says that the log must be told first, so that a crash between the two leaves nobody waiting for an end.
var errTell = errors.New("to be told first")

// judge ends a bundle by its fate, or lines it up to be sealed again.
func (g *Gateway) judge(ctx context.Context, f *builder.Fate) error {
	told := auction.None
	for {
		var end Entry
		err := g.alter(ctx, f.Bundle, func(d *desk, h *holding, n *name) error {
			switch {
			case h == nil || h.Envelope != f.Envelope && !f.Executed(): // somebody else sealed the same bundle: his envelope's end is not this one's
				return nil
			case f.Executed():
				if n != nil {
					n.fall(f.Bundle)
					n.Executed, n.ExecutedBy = h.Slot, f.Bundle
				}
				d.drop(f.Bundle, h, n)
				return nil
			case h.Due: // judged already
				return nil
			}
			if n != nil {
				n.fall(f.Bundle)
				if n.Executed != 0 && n.ExecutedBy != f.Bundle && h.Ended == auction.None && Mends(f.Reason, h.Wallet != nil) {
					h.Ended = auction.TooLate // what it was to replace executed instead
				}
			}
			if h.Ended != auction.None && told != h.Ended {
				end = Entry{Kind: Ended, Slot: h.Slot, Bundle: f.Bundle, Envelope: h.Envelope, Reason: h.Ended}
				return errTell
			}
			if !Mends(f.Reason, h.Wallet != nil) || h.Ended != auction.None || h.Last == 0 {
				d.drop(f.Bundle, h, n)
				return nil
			}
			h.Due, h.After = true, h.Slot+1+patience(f.Reason)
			d.keep(f.Bundle, h)
			return nil
		})
		if !errors.Is(err, errTell) {
			return err
		}
		if err := g.append(ctx, end); err != nil {
			return err
		}
		told = end.Reason
	}
}
