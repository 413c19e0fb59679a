package sequencer

import (
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// slotCode takes slot after slot through a coder. It remembers what the slots before showed, from which most of a slot
// can be told: what is as expected is not written.
type slotCode struct {
	before  *builder.Header // of the slot before in this posting; nil at the first
	fees    map[[2]byte]*uint256.Int
	payouts map[rollup.ChainID]rollup.Address
}

func newSlotCode() *slotCode {
	return &slotCode{fees: make(map[[2]byte]*uint256.Int), payouts: make(map[rollup.ChainID]rollup.Address)}
}

// slot is one attested slot. The order is that of what is told from what: an envelope needs slot and key, a fate its
// envelope and the open blocks, the header's roots everything.
func (x *slotCode) slot(c *coder, a *Attested) {
	h := &a.Header
	expected := x.front(c, h)
	c.exact(a.Signature[:])
	if c.marks(a.Key != (threshold.Signature{})).has(0) { // none before the committee has a key
		c.exact(a.Key[:])
	}
	x.openBlocks(c, h, expected)
	carried := x.envelopes(c, a)
	x.fates(c, a, carried)
	if c.err != nil {
		return
	}
	x.back(c, a, carried, expected)
	x.before = h
}

// front is what of a header does not follow from the slot's content. It answers with the header that was expected.
func (x *slotCode) front(c *coder, h *builder.Header) *builder.Header {
	expected := new(builder.Header)
	if b := x.before; b != nil {
		*expected = *b
		expected.Slot, expected.Parent = b.Slot+1, b.Root()
	}
	e := expected
	m := c.marks(h.Network != e.Network, h.Slot != e.Slot, h.Parent != e.Parent, h.View != e.View, h.Spare != e.Spare)
	if m.has(0) {
		c.exact(h.Network.ID[:])
		c.number(&h.Network.Incarnation)
		c.number(&h.Network.Epoch)
	} else if c.reading {
		h.Network = e.Network
	}
	c.integer(m.has(1), (*uint64)(&h.Slot), uint64(e.Slot))
	c.near(&h.Time, e.Time)
	c.digest(m.has(2), &h.Parent, e.Parent)
	if m.has(3) {
		c.near(&h.View.Number, e.View.Number)
		c.exact(h.View.Hash[:])
		c.near(&h.View.QueuePosition, e.View.QueuePosition)
		moved := c.marks(h.View.QueueHash != e.View.QueueHash)
		c.digest(moved.has(0), &h.View.QueueHash, e.View.QueueHash)
	} else if c.reading {
		h.View = e.View
	}
	for i := range h.Spare {
		c.digest(m.has(4), &h.Spare[i], e.Spare[i])
	}
	return expected
}

// openBlocks is each rollup's open block: its chain, number and time.
func (x *slotCode) openBlocks(c *coder, h *builder.Header, expected *builder.Header) {
	n := c.count(len(h.Heads))
	c.spend(100 * n)
	if c.reading && c.err == nil {
		h.Heads = make([]builder.Head, n)
	}
	for i := 0; i < n && c.err == nil; i++ {
		head, e := &h.Heads[i], expectedHead(h, expected, i)
		m := c.marks(head.Chain != e.Chain, head.Number != e.Number, head.Time != e.Time)
		c.integer(m.has(0), (*uint64)(&head.Chain), uint64(e.Chain))
		c.integer(m.has(1), &head.Number, e.Number)
		c.integer(m.has(2), &head.Time, e.Time)
	}
}

// expectedHead is the open block of the i-th rollup as the slot before left it, or the next one if the second is over.
func expectedHead(h, expected *builder.Header, i int) builder.Head {
	var e builder.Head
	if i < len(expected.Heads) {
		e = expected.Heads[i]
	}
	if second := h.Time / 1000; second > e.Time {
		e.Time = second
		if e.Number > 0 {
			e.Number++
		}
	}
	return e
}

// back is what of a header follows from the slot's content, where it does not, and what follows from execution alone.
func (x *slotCode) back(c *coder, a *Attested, carried []*carried, expected *builder.Header) {
	h := &a.Header
	batch, fates := batchRoot(carried), builder.FateRoot(a.Fates)
	m := c.marks(h.BatchRoot != batch, h.FateRoot != fates, h.PairRoot != expected.PairRoot, h.LedgerRoot != expected.LedgerRoot)
	c.digest(m.has(0), &h.BatchRoot, batch)
	c.digest(m.has(1), &h.FateRoot, fates)
	c.digest(m.has(2), &h.PairRoot, expected.PairRoot)
	c.digest(m.has(3), &h.LedgerRoot, expected.LedgerRoot)
	for i := range h.Heads {
		var before builder.Head
		if i < len(expected.Heads) {
			before = expected.Heads[i]
		}
		x.head(c, a, &h.Heads[i], before)
	}
}

// head is what a slot did to one rollup's blocks. Transactions are told from the fates' places, receipts and states
// only by executing.
func (x *slotCode) head(c *coder, a *Attested, head *builder.Head, before builder.Head) {
	e := before
	e.ClosedNumber, e.ClosedHash, e.ClosedState = 0, rollup.Digest{}, rollup.Digest{}
	if head.Number != before.Number {
		e.TxCount, e.TxRoot, e.ReceiptRoot, e.ClosedNumber = 0, rollup.Digest{}, rollup.Digest{}, before.Number
	}
	e.TxCount, e.TxRoot = extend(e.TxCount, e.TxRoot, a.Fates, head)
	m := c.marks(head.TxCount != e.TxCount, head.TxRoot != e.TxRoot, head.ReceiptRoot != e.ReceiptRoot,
		head.ClosedNumber != e.ClosedNumber, head.ClosedHash != (rollup.Digest{}), head.ClosedState != (rollup.Digest{}))
	c.integer(m.has(0), &head.TxCount, e.TxCount)
	c.digest(m.has(1), &head.TxRoot, e.TxRoot)
	c.digest(m.has(2), &head.ReceiptRoot, e.ReceiptRoot)
	c.integer(m.has(3), &head.ClosedNumber, e.ClosedNumber)
	c.digest(m.has(4), &head.ClosedHash, rollup.Digest{})
	c.digest(m.has(5), &head.ClosedState, rollup.Digest{})
}

// extend goes on with a block's transaction chain through the places that the fates name in it.
func extend(count uint64, root rollup.Digest, fates []builder.Fate, head *builder.Head) (uint64, rollup.Digest) {
	var in []builder.Place
	for i := range fates {
		for _, p := range fates[i].Places {
			if p.Chain == head.Chain && p.Block == head.Number {
				in = append(in, p)
			}
		}
	}
	slices.SortStableFunc(in, func(a, b builder.Place) int {
		switch {
		case a.Index < b.Index:
			return -1
		case a.Index > b.Index:
			return 1
		}
		return 0
	})
	for _, p := range in {
		root = crypto.Keccak256Hash(root[:], p.Tx[:])
	}
	return count + uint64(len(in)), root
}

// batchRoot is the root of envelopes that can be read; of others it is not told.
func batchRoot(all []*carried) rollup.Digest {
	b := auction.Batch{}
	for _, e := range all {
		if e.sealed == nil {
			return rollup.Digest{}
		}
		b.Envelopes = append(b.Envelopes, e.sealed)
	}
	return b.Root()
}
