package client

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
)

// namedPatience is for how many slots ReplaceNamed and CancelNamed look for what waits: a run that seals for slot
// after slot is between two of them for a while.
const namedPatience = 20

// ErrTooLate says that nothing was left to replace or cancel: what was sent stands.
var ErrTooLate = errors.New("too late")

// SequenceAt numbers bundles of one name by the clock, in microseconds since 1970: of two runs of a program that share
// nothing but a key and a name, the later one counts.
func SequenceAt(t time.Time) uint64 { return uint64(t.UnixMicro()) } //nolint:gosec // after 1970

// ReplaceNamed seals a range's bundle at home in the place of what waits under a name of the account, as Replace does,
// for a program that has no Sent of what it replaces: another run of it sealed that. It looks for what waits, seals the
// bundle for that very slot, and looks again where the slot closed before it got there; after that slot it goes on
// as SendUntil does, up to r.Last. r.First does not count. ErrTooLate: for some slots nothing of the account
// waited. The connection must be authenticated.
//
// An envelope does not show its name, and the account may have several that wait. Each slot with one is taken: the
// first for the bundle, the others for cancellations, which touch nothing of another name and pay a fee each.
func (c *Client) ReplaceNamed(ctx context.Context, k *SealingKey, uuid string, r Range) (*Story, error) {
	c.Name(r.Bundle, uuid, SequenceAt(time.Now()))
	for end := time.Now().Add(namedPatience * k.SlotTime); ; {
		slot, err := c.makeRoom(ctx, k, r.Bundle)
		if err != nil {
			return nil, err
		}
		first := r
		first.First, first.Last = slot, slot
		story, err := c.SendUntil(ctx, first)
		switch {
		case !errors.Is(err, ErrRangeOver) || story == nil && time.Now().After(end):
			return story, err
		case story != nil && r.Last <= slot:
			return story, nil
		case story != nil:
			r.First = slot + 1
			return c.SendUntil(ctx, r)
		}
	}
}

// makeRoom is the first slot in which something of the account waits; for the others it seals cancellations, numbered
// just below the bundle, which they therefore never meet.
func (c *Client) makeRoom(ctx context.Context, k *SealingKey, b *auction.Bundle) (rollup.Slot, error) {
	for end := time.Now().Add(namedPatience * k.SlotTime); ; {
		pending, err := c.Pending(ctx)
		if err != nil {
			return 0, err
		}
		pending = slices.DeleteFunc(pending, func(p Pending) bool { return p.Closed })
		for i := 1; i < len(pending); i++ {
			if pending[i].Slot == pending[0].Slot {
				continue
			}
			if _, err := c.CancelSlot(ctx, k, pending[i].Slot, b.Replacement, b.Sequence-1); err != nil {
				return 0, err
			}
		}
		if len(pending) > 0 {
			return pending[0].Slot, nil
		}
		if time.Now().After(end) {
			return 0, fmt.Errorf("%w: nothing of this key waits for a slot that is open", ErrTooLate)
		}
		if err := clock.Sleep(ctx, k.SlotTime/4); err != nil {
			return 0, err
		}
	}
}

// CancelNamed cancels what waits under a name of the account, as Cancel does, for a program that has no Sent of it. It
// seals a cancellation for every slot in which something of the account waits or soon may, until one was met, and
// gives the story of what that cancelled. Each pays a fee, met or not; sent, if set, hears of each. ErrTooLate:
// for some slots nothing of the name was met; what was sent stands. The connection must be authenticated.
func (c *Client) CancelNamed(ctx context.Context, k *SealingKey, uuid string, sent func(*Sent)) (*Story, error) {
	h := &hunt{client: c, sent: sent, name: Replacement(c.account, uuid), number: SequenceAt(time.Now()),
		own: map[rollup.Digest]bool{}, covered: map[rollup.Slot]bool{}, prey: map[rollup.Digest]bool{}}
	for end := time.Now().Add(namedPatience * k.SlotTime); ; {
		story, err := h.look(ctx)
		if story != nil || err != nil {
			return story, err
		}
		if time.Now().After(end) && len(h.prey) == 0 {
			return nil, fmt.Errorf("%w: nothing that waits was cancelled", ErrTooLate)
		}
		if err := clock.Sleep(ctx, k.SlotTime/4); err != nil {
			return nil, err
		}
	}
}

// hunt is the search for what a name cancels.
type hunt struct {
	client  *Client
	sent    func(*Sent) // nil if nobody listens
	name    rollup.Digest
	number  uint64
	own     map[rollup.Digest]bool // cancellations
	covered map[rollup.Slot]bool   // slots that have one, or closed before they had
	prey    map[rollup.Digest]bool // envelopes whose fate is awaited
}

// look covers what waits now, and gives the story of what was cancelled, nil if nothing was yet.
func (h *hunt) look(ctx context.Context) (*Story, error) {
	k, err := h.client.SealingKey(ctx)
	if err != nil {
		return nil, err
	}
	pending, err := h.client.Pending(ctx)
	if err != nil {
		return nil, err
	}
	slots := []rollup.Slot{k.Slot, k.Slot + 1} // a run that is between two slots seals for one of these
	for _, p := range pending {
		if h.own[p.Envelope] {
			continue
		}
		h.prey[p.Envelope] = true
		if !p.Closed {
			slots = append(slots, p.Slot)
		}
	}
	for _, slot := range slots {
		if err := h.cover(ctx, k, slot); err != nil {
			return nil, err
		}
	}
	return h.caught(ctx)
}

// cover seals one cancellation for a slot that has none.
func (h *hunt) cover(ctx context.Context, k *SealingKey, slot rollup.Slot) error {
	if h.covered[slot] {
		return nil
	}
	sent, err := h.client.CancelSlot(ctx, k, slot, h.name, h.number)
	var refusal *Refusal
	if errors.As(err, &refusal) && (refusal.Reason == auction.TooLate || refusal.Reason == auction.SlotInPast) {
		h.covered[slot] = true // it closed: what stands in it stands
		return nil
	}
	if err != nil {
		return err
	}
	h.covered[slot], h.own[sent.Envelope] = true, true
	if h.sent != nil {
		h.sent(sent)
	}
	return nil
}

// caught is the story of an awaited envelope that ended cancelled. Those that ended otherwise are awaited no longer.
func (h *hunt) caught(ctx context.Context) (*Story, error) {
	for envelope := range h.prey {
		story, err := h.client.GetBundle(ctx, envelope)
		if err != nil {
			return nil, err
		}
		if story == nil {
			continue
		}
		switch a := story.Attempt(envelope); {
		case a == nil || a.State == auction.Received:
		case a.State == auction.Cancelled:
			return story, nil
		default:
			delete(h.prey, envelope)
		}
	}
	return nil, nil
}
