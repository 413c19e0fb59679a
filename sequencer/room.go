package sequencer

import (
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// MaxEnvelopes is the most envelopes in one batch.
const MaxEnvelopes = 4096

// Fees is the committee's knowledge of fee balances. A *builder.FeeBook is one.
type Fees interface {
	// Reserve takes the envelopes' fees, or refuses and changes nothing.
	Reserve(envelopes []*auction.Sealed) error
}

// Room is what a batch may still hold: as a whole, and of any one bidder.
type Room struct {
	parameters *rollup.Parameters
	left       part
	count      int
	share      part // of one bidder, in the whole batch
	taken      map[rollup.Address]part
	fees       Fees
}

// part is what some of a batch's envelopes come to: posted is of a posting's data, with whatever fates they have.
type part struct{ gas, bytes, posted uint64 }

func (a part) plus(b part) part { return part{a.gas + b.gas, a.bytes + b.bytes, a.posted + b.posted} }

func (a part) less(b part) part { return part{a.gas - b.gas, a.bytes - b.bytes, a.posted - b.posted} }

func (r *Room) of(e *auction.Sealed, size int) part {
	return part{e.GasClass.Gas(), uint64(size), auction.PostedBytes(r.parameters, uint64(size), e.GasClass)} //nolint:gosec // a length
}

// NewRoom is the room of an empty batch. fees is used up.
func NewRoom(p *rollup.Parameters, fees Fees) *Room {
	return &Room{
		parameters: p, left: part{p.BatchGas, p.BatchBytes, p.PostRoom()}, count: MaxEnvelopes,
		share: part{p.BidderGas, p.BidderBytes(), p.BidderPostRoom()}, taken: make(map[rollup.Address]part), fees: fees,
	}
}

// Take makes room for e, or says why there is none and changes nothing.
func (r *Room) Take(e *auction.Sealed, size int) error {
	if err := r.Fits(e, size); err != nil {
		return err
	}
	if err := r.fees.Reserve([]*auction.Sealed{e}); err != nil {
		return fmt.Errorf("%w: %w", ErrBatch, err)
	}
	need := r.of(e, size)
	r.taken[e.Bidder] = r.taken[e.Bidder].plus(need)
	r.left, r.count = r.left.less(need), r.count-1
	return nil
}

// Fits is Take without the fees, and takes nothing.
func (r *Room) Fits(e *auction.Sealed, size int) error {
	need := r.of(e, size)
	own := r.taken[e.Bidder].plus(need)
	switch {
	case r.count == 0:
		return fmt.Errorf("more than %d envelopes: %w", MaxEnvelopes, ErrBatch)
	case need.gas > r.left.gas:
		return fmt.Errorf("gas classes sum to more than the batch may hold: %w", ErrBatch)
	case need.bytes > r.left.bytes:
		return fmt.Errorf("more bytes than the batch may hold: %w", ErrBatch)
	case need.posted > r.left.posted:
		return fmt.Errorf("more bytes, with their fates, than a posting may hold: %w", ErrBatch)
	case own.gas > r.share.gas:
		return fmt.Errorf("gas classes of bidder %s sum to more than one bidder may have: %w", e.Bidder, ErrBatch)
	case own.bytes > r.share.bytes:
		return fmt.Errorf("more bytes of bidder %s than one bidder may have: %w", e.Bidder, ErrBatch)
	case own.posted > r.share.posted:
		return fmt.Errorf("more bytes of bidder %s, with their fates, than one bidder may have of a posting: %w", e.Bidder, ErrBatch)
	}
	return nil
}

// Envelope is a checked envelope with its id and canonical encoding.
type Envelope struct {
	*auction.Sealed
	ID  rollup.Digest
	Raw []byte
}

// Turns puts envelopes, which come by ascending id, into the order in which a batch makes room for them: the
// first of each bidder, then the second of each, and so on. So nobody's only envelope stands behind all of
// somebody who sends many, and ids, which anybody can try out, decide nothing but the order within a turn.
func Turns(envelopes []*Envelope) []*Envelope {
	turn := make(map[rollup.Digest]int, len(envelopes))
	count := make(map[rollup.Address]int)
	for _, e := range envelopes {
		turn[e.ID] = count[e.Bidder]
		count[e.Bidder]++
	}
	out := slices.Clone(envelopes)
	slices.SortStableFunc(out, func(a, b *Envelope) int { return turn[a.ID] - turn[b.ID] })
	return out
}

// Required are the listed envelopes that the batch must begin with: taken by turns as long as there is room.
// listed ascends; body answers nil for what is not at hand: those ids are missing, and whether there would have
// been room for them cannot be said.
func Required(room *Room, listed []rollup.Digest, body func(rollup.Digest) *Envelope) (required []*Envelope, missing []rollup.Digest) {
	var known []*Envelope
	for _, id := range listed {
		if e := body(id); e != nil {
			known = append(known, e)
		} else {
			missing = append(missing, id)
		}
	}
	for _, e := range Turns(known) {
		if room.Take(e.Sealed, len(e.Raw)) == nil {
			required = append(required, e)
		}
	}
	return required, missing
}
