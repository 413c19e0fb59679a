package sequencer

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/rollup"
)

// Refusals of a batch.
var (
	ErrBatch   = errors.New("batch breaks a rule")
	ErrOmitted = errors.New("batch omits an envelope that f+1 members listed")
	ErrMissing = errors.New("a listed envelope is not at hand")
)

// Listed are the ids that more than faulty of the extensions list, ascending. Any 2f+1 extensions contain f+1
// of honest members, so what all honest members held is among them.
func Listed(extensions []*Extension, faulty int) []rollup.Digest {
	counts := make(map[rollup.Digest]int)
	for _, e := range extensions {
		for _, id := range e.Held { // strictly ascending: each id once
			counts[id]++
		}
	}
	var out []rollup.Digest
	for id, n := range counts {
		if n > faulty {
			out = append(out, id)
		}
	}
	slices.SortFunc(out, func(a, b rollup.Digest) int { return a.Cmp(b) })
	return out
}

// CheckBatch says whether envelopes may be the batch of slot: it begins with what is required, in that order;
// the rest is for this slot, none twice, and there is room. held answers for listed envelopes that the
// proposer left out; ErrMissing names one that neither it nor the batch has. The envelopes were checked each
// for itself.
func CheckBatch(slot rollup.Slot, room *Room, listed []rollup.Digest, envelopes []*Envelope, held func(rollup.Digest) *Envelope) error {
	in := make(map[rollup.Digest]*Envelope, len(envelopes))
	for i, e := range envelopes {
		if e.Slot != slot {
			return fmt.Errorf("envelope %d is for slot %d: %w", i, e.Slot, ErrBatch)
		}
		if in[e.ID] != nil {
			return fmt.Errorf("envelope %d stands in the batch twice: %w", i, ErrBatch)
		}
		in[e.ID] = e
	}
	required, missing := Required(room, listed, func(id rollup.Digest) *Envelope {
		if e := in[id]; e != nil {
			return e
		}
		return held(id)
	})
	if len(missing) > 0 {
		return fmt.Errorf("%s: %w", missing[0], ErrMissing)
	}
	for i, e := range required {
		if i >= len(envelopes) || envelopes[i].ID != e.ID {
			return fmt.Errorf("%s: %w", e.ID, ErrOmitted)
		}
	}
	for i, e := range envelopes[len(required):] {
		if err := room.Take(e.Sealed, len(e.Raw)); err != nil {
			return fmt.Errorf("envelope %d: %w", len(required)+i, err)
		}
	}
	return nil
}
