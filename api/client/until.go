package client

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
)

// Range is a bundle for any one of a run of slots, sealed at home for one after the other.
type Range struct {
	Bundle *auction.Bundle
	Class  auction.GasClass
	First  rollup.Slot   // 0 for the one that is open
	Last   rollup.Slot   // the last slot that will do
	Margin time.Duration // before the open slot's close in which the next one is sealed to instead
	// Sent, if set, hears of each envelope that a member holds, before its fate is waited for: it is what Replace
	// and Cancel take.
	Sent func(*Sent)
}

// Ahead is a range of some slots from the one after that which was open: the open one may close while the bundle is
// sealed for it. Of no slots it is one of one.
func (k *SealingKey) Ahead(b *auction.Bundle, class auction.GasClass, slots uint64) Range {
	first := k.Slot + 1
	return Range{Bundle: b, Class: class, First: first, Last: first + rollup.Slot(max(slots, 1)) - 1, Margin: k.SlotTime / 4}
}

// ErrRangeOver says that no slot was left in which the bundle could execute.
var ErrRangeOver = errors.New("the last slot passed")

// SendUntil seals the bundle for a slot, waits for its fate there, and seals it for the next that is open, until
// it executes, is cancelled or replaced, ends for a reason that no later slot can mend, or its last slot has
// passed (ErrRangeOver). The story has every envelope; it is nil only if none was sealed. Each pays its fee.
//
// It can never execute twice. An envelope is sealed only once the one before has its fate in an attested slot,
// so that no two live at the same time. And if two did, say after a restart: they carry the same transactions, so
// in one batch the second is Duplicate, and in a later one its nonces are used (NonceTooLow); either pays its fee
// and nothing else. So whoever loses his connection may call it again with the same bundle.
func (c *Client) SendUntil(ctx context.Context, r Range) (*Story, error) {
	var story *Story
	next := r.First
	for {
		k, err := c.SealingKey(ctx)
		if err != nil {
			return story, err
		}
		slot := max(k.Next(r.Margin), next)
		if slot > r.Last {
			return story, fmt.Errorf("slot %s, last %s: %w", slot, r.Last, ErrRangeOver)
		}
		next = slot + 1
		envelope, err := c.Seal(k, slot, r.Class, r.Bundle)
		if err != nil {
			return story, err
		}
		held, err := c.hold(ctx, envelope, r, k.SlotTime)
		if err != nil {
			return story, err
		}
		if !held {
			continue // it closed while we sealed
		}
		ended, attempt, err := c.WaitEnvelope(ctx, envelope.ID())
		if ended != nil {
			story = ended
		}
		if err != nil {
			return story, fmt.Errorf("wait for the fate of envelope %s: %w", envelope.ID(), err)
		}
		if attempt.State.Mend() == auction.MendNever {
			return story, nil
		}
	}
}

// hold sends one envelope until a member holds it (true) or its slot has closed without it (false). Where nobody
// answered somebody may hold it all the same, so it is sent again as it is; if the slot closes meanwhile, the
// attested slot says whether it was there.
func (c *Client) hold(ctx context.Context, e *auction.Sealed, r Range, slotTime time.Duration) (bool, error) {
	for unanswered := false; ; {
		sent, err := c.SendEnvelope(ctx, e)
		if err == nil {
			sent.BundleHash, sent.Replacement, sent.Sequence = r.Bundle.Hash(), r.Bundle.Replacement, r.Bundle.Sequence
			if r.Sent != nil {
				r.Sent(sent)
			}
			return true, nil
		}
		var refusal *Refusal
		if !errors.As(err, &refusal) {
			return false, err
		}
		switch refusal.Reason {
		case auction.Duplicate:
			return true, nil
		case auction.TooLate, auction.SlotInPast:
			if !unanswered {
				return false, nil
			}
			return c.wasIn(ctx, e)
		case auction.RateLimited, auction.Unavailable:
			unanswered = unanswered || refusal.Reason == auction.Unavailable
			if err := clock.Sleep(ctx, max(time.Duration(refusal.RetryAfterMs)*time.Millisecond, slotTime)); err != nil {
				return false, err
			}
		default:
			return false, err
		}
	}
}

// wasIn waits until an envelope's slot is attested and says whether it came into its batch.
func (c *Client) wasIn(ctx context.Context, e *auction.Sealed) (bool, error) {
	slots := make(chan SlotEvent, 64)
	from := uint64(e.Slot) << 20 // the number of the slot's attestation
	sub, err := c.Slots(ctx, slots, &from)
	if err != nil {
		return false, err
	}
	defer sub.Close()
	if err := nextAttested(ctx, slots, sub); err != nil {
		return false, err
	}
	story, err := c.GetBundle(ctx, e.ID())
	return story != nil, err
}
