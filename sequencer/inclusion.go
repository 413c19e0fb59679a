package sequencer

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// MaxEnvelopes is the most envelopes in one batch.
const MaxEnvelopes = 4096

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

// Fees is the committee's knowledge of fee balances. A *builder.FeeBook is one.
type Fees interface {
	// Reserve takes the envelopes' fees, or refuses and changes nothing.
	Reserve(envelopes []*auction.Sealed) error
}

// Room is what a batch may still hold.
type Room struct {
	gas, bytes uint64
	count      int
	fees       Fees
}

// NewRoom is the room of an empty batch. fees is used up.
func NewRoom(p *rollup.Parameters, fees Fees) *Room {
	return &Room{gas: p.BatchGas, bytes: p.BatchBytes, count: MaxEnvelopes, fees: fees}
}

// Take makes room for e, or says why there is none and changes nothing.
func (r *Room) Take(e *auction.Sealed, size int) error {
	gas := e.GasClass.Gas()
	switch {
	case r.count == 0:
		return fmt.Errorf("more than %d envelopes: %w", MaxEnvelopes, ErrBatch)
	case gas > r.gas:
		return fmt.Errorf("gas classes sum to more than the batch may hold: %w", ErrBatch)
	case uint64(size) > r.bytes:
		return fmt.Errorf("more bytes than the batch may hold: %w", ErrBatch)
	}
	if err := r.fees.Reserve([]*auction.Sealed{e}); err != nil {
		return fmt.Errorf("%w: %w", ErrBatch, err)
	}
	r.gas, r.bytes, r.count = r.gas-gas, r.bytes-uint64(size), r.count-1
	return nil
}

// Envelope is a checked envelope with its id and canonical encoding.
type Envelope struct {
	*auction.Sealed
	ID  rollup.Digest
	Raw []byte
}

// Required are the listed envelopes that the batch must begin with: taken in the list's order as long as there
// is room. body answers nil for what is not at hand; those ids are missing, and whether there would have been
// room for them cannot be said.
func Required(room *Room, listed []rollup.Digest, body func(rollup.Digest) *Envelope) (required []*Envelope, missing []rollup.Digest) {
	for _, id := range listed {
		e := body(id)
		if e == nil {
			missing = append(missing, id)
			continue
		}
		if room.Take(e.Sealed, len(e.Raw)) == nil {
			required = append(required, e)
		}
	}
	return required, missing
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
