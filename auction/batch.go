package auction

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
)

// batchDepth gives the batch tree room for 2^16 envelopes.
const batchDepth = 16

// Batch is the closed, ordered set of a slot's envelopes: the only thing under agreement. Immutable.
type Batch struct {
	Network   rollup.Network
	Slot      rollup.Slot
	Envelopes []*Sealed
}

// Root commits to every envelope and their order: the SSZ list root of their ids.
func (b *Batch) Root() rollup.Digest { return rollup.ListRoot(b.ids(), batchDepth) }

// Proof is the branch of envelope i under Root, for rollup.VerifyProof with the envelope's id as leaf.
func (b *Batch) Proof(i int) []rollup.Digest { return rollup.ListProof(b.ids(), i, batchDepth) }

func (b *Batch) ids() []rollup.Digest {
	ids := make([]rollup.Digest, len(b.Envelopes))
	for i, e := range b.Envelopes {
		ids[i] = e.ID()
	}
	return ids
}

// MaxEnvelopes is the most envelopes that a batch can hold, whatever the network's parameters.
const MaxEnvelopes = 1 << batchDepth

// Refusals of a batch.
var (
	ErrBatchFull = errors.New("batch exceeds the network's bounds")
	ErrRepeated  = errors.New("envelope stands in the batch twice")
	ErrOtherSlot = errors.New("envelope is sealed to another slot")
)

// Check says whether the batch may be agreed on, as far as the envelopes alone tell: each passes Check for the
// batch's network (ErrOtherNetwork, ErrClass, ErrCiphertext, ErrBadSignature) and is for its slot
// (ErrOtherSlot), none stands in it twice by ID (ErrRepeated), and their encodings, gas classes and PostedBytes sum
// to at most p.BatchBytes, p.BatchGas and p.PostRoom, those of any one bidder to p.BidderBytes, p.BidderGas and
// p.BidderPostRoom (ErrBatchFull).
// Fees are for builder.FeeBook.
func (b *Batch) Check(p *rollup.Parameters) error {
	if err := b.CheckShape(p); err != nil {
		return err
	}
	for i, e := range b.Envelopes {
		if err := e.Check(p, b.Network); err != nil {
			return fmt.Errorf("envelope %d: %w", i, err)
		}
	}
	return nil
}

// CheckShape is Check without the envelopes' own validity, for those who have checked each one before.
func (b *Batch) CheckShape(p *rollup.Parameters) error {
	if len(b.Envelopes) > MaxEnvelopes {
		return fmt.Errorf("%d envelopes, at most %d: %w", len(b.Envelopes), MaxEnvelopes, ErrBatchFull)
	}
	var size, gas, posted uint64
	type part struct{ size, gas, posted uint64 }
	bidderBytes, bidderPosted := p.BidderBytes(), p.BidderPostRoom()
	of := make(map[rollup.Address]part)
	seen := make(map[rollup.Digest]bool, len(b.Envelopes))
	for i, e := range b.Envelopes {
		if e.Slot != b.Slot {
			return fmt.Errorf("envelope %d: slot %d, want %d: %w", i, e.Slot, b.Slot, ErrOtherSlot)
		}
		id := e.ID()
		if seen[id] {
			return fmt.Errorf("envelope %d: %s: %w", i, id, ErrRepeated)
		}
		seen[id] = true
		bytes := uint64(e.Size())
		data := PostedBytes(p, bytes, e.GasClass)
		size, gas, posted = size+bytes, gas+e.GasClass.Gas(), posted+data
		own := of[e.Bidder]
		own = part{own.size + bytes, own.gas + e.GasClass.Gas(), own.posted + data}
		if own.size > bidderBytes || own.gas > p.BidderGas || own.posted > bidderPosted {
			return fmt.Errorf("envelope %d: %d bytes of %d, %d of a posting's %d and %d gas of %d for bidder %s: %w",
				i, own.size, bidderBytes, own.posted, bidderPosted, own.gas, p.BidderGas, e.Bidder, ErrBatchFull)
		}
		of[e.Bidder] = own
	}
	if size > p.BatchBytes || gas > p.BatchGas || posted > p.PostRoom() {
		return fmt.Errorf("%d bytes of %d, %d of a posting's %d, %d gas of %d: %w", size, p.BatchBytes, posted, p.PostRoom(), gas, p.BatchGas, ErrBatchFull)
	}
	return nil
}
