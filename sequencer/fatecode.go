package sequencer

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// fates are those of forced transactions, then those of the envelopes, in the batch's order.
func (x *slotCode) fates(c *coder, a *Attested, all []*carried) {
	n := c.count(len(a.Fates))
	c.spend(100 * n)
	if c.reading && c.err == nil {
		a.Fates = make([]builder.Fate, n)
	}
	forced := n - len(all)
	for i := 0; i < n && c.err == nil; i++ {
		e := new(carried) // of a forced transaction nothing is known
		if forced >= 0 && i >= forced {
			e = all[i-forced]
		}
		x.fate(c, &a.Header, &a.Fates[i], e)
	}
}

// fate is one fate: what the envelope and its bundle say already is not written.
func (x *slotCode) fate(c *coder, h *builder.Header, f *builder.Fate, e *carried) {
	reason := byte(f.Reason)
	c.octet(&reason)
	if c.reading {
		f.Reason = auction.Reason(reason)
	}
	t := x.told(e)
	regular := !c.reading && isRegular(h, f, e)
	m := c.marks(f.Envelope != t.Envelope, f.Bundle != t.Bundle, f.Bidder != t.Bidder, f.Payer != t.Payer, f.Rank != 0,
		!same(f.Bid, t.Bid), !same(f.Fee, t.Fee), !same(f.Price, priceTold(f)), len(f.Credits) > 0, !same(f.Protocol, protocolTold(f)),
		f.Triggers != 0, regular, len(f.Places) > 0 && !regular, len(f.Failure) > 0)
	c.digest(m.has(0), &f.Envelope, t.Envelope)
	c.digest(m.has(1), &f.Bundle, t.Bundle)
	c.account(m.has(2), &f.Bidder, t.Bidder)
	c.account(m.has(3), &f.Payer, t.Payer)
	c.integer(m.has(4), &f.Rank, 0)
	c.wei(m.has(5), &f.Bid, t.Bid)
	c.wei(m.has(6), &f.Fee, t.Fee)
	c.wei(m.has(7), &f.Price, priceTold(f))
	x.credits(c, f, m.has(8))
	c.wei(m.has(9), &f.Protocol, protocolTold(f))
	c.number(&f.GasUsed)
	c.integer(m.has(10), &f.Triggers, 0)
	switch {
	case m.has(11) && m.has(12):
		c.fail("places told twice")
	case m.has(11):
		regularPlaces(c, h, f, e)
	default:
		listedPlaces(c, h, f, e, m.has(12))
	}
	failures(c, f, e, m.has(13))
	if c.err == nil && e.sealed != nil {
		x.fees[classesOf(e.sealed)] = f.Fee
	}
}

func classesOf(s *auction.Sealed) [2]byte { return [2]byte{byte(s.SizeClass), byte(s.GasClass)} }

// told is a fate as far as its envelope and the fates before it tell: the fee is that of the last envelope of its
// classes.
func (x *slotCode) told(e *carried) *builder.Fate {
	f := &builder.Fate{Envelope: e.id, Bundle: e.hash, Bid: new(uint256.Int), Fee: new(uint256.Int)}
	if e.sealed != nil {
		f.Bidder = e.sealed.Bidder
		if fee := x.fees[classesOf(e.sealed)]; fee != nil {
			f.Fee = fee
		}
	}
	if e.bundle != nil {
		f.Bid = e.bundle.Bid
		if f.Payer = e.bundle.Payer; f.Payer == (rollup.Address{}) {
			f.Payer = f.Bidder
		}
	}
	return f
}

// priceTold is the bid of what executed, as where the rule is to pay what was bid.
func priceTold(f *builder.Fate) *uint256.Int {
	if !f.Executed() || f.Bid == nil {
		return new(uint256.Int)
	}
	return f.Bid
}

// protocolTold is what the rollups' parts leave of the price.
func protocolTold(f *builder.Fate) *uint256.Int {
	out := new(uint256.Int)
	if f.Price != nil {
		out.Set(f.Price)
	}
	for _, p := range f.Credits {
		if p.Amount != nil {
			out.Sub(out, p.Amount)
		}
	}
	return out
}

// credits are the rollups' parts: each rollup's payout account is that of its last credit in the posting.
func (x *slotCode) credits(c *coder, f *builder.Fate, present bool) {
	if c.reading {
		f.Credits = []builder.Credit{}
	}
	if !present {
		return
	}
	n := c.count(len(f.Credits))
	c.spend(24 * n)
	if c.reading && c.err == nil {
		f.Credits = make([]builder.Credit, n)
	}
	for i := 0; i < n && c.err == nil; i++ {
		p := &f.Credits[i]
		c.number((*uint64)(&p.Chain))
		m := c.marks(p.Account != x.payouts[p.Chain])
		c.account(m.has(0), &p.Account, x.payouts[p.Chain])
		c.amount(&p.Amount)
		x.payouts[p.Chain] = p.Account
	}
}

// openBlock is the number of a rollup's open block.
func openBlock(h *builder.Header, chain rollup.ChainID) uint64 {
	for i := range h.Heads {
		if h.Heads[i].Chain == chain {
			return h.Heads[i].Number
		}
	}
	return 0
}

// firstOn are the indices in own at which a chain comes up for the first time, and for each transaction how many of its
// chain were before it.
func firstOn(own []carriedTx) (first []int, before []uint64) {
	counts := make(map[rollup.ChainID]uint64) // looked up, never walked
	for i, tx := range own {
		n := counts[tx.chain]
		if before = append(before, n); n == 0 {
			first = append(first, i)
		}
		counts[tx.chain]++
	}
	return first, before
}

// isRegular says whether a bundle's places are its own transactions as listed, on each rollup one after another in the
// open block: no action came between.
func isRegular(h *builder.Header, f *builder.Fate, e *carried) bool {
	if len(f.Places) == 0 || len(f.Places) != len(e.txs) {
		return false
	}
	starts := make(map[rollup.ChainID]uint64) // looked up, never walked
	_, before := firstOn(e.txs)
	for i, p := range f.Places {
		tx := e.txs[i]
		if before[i] == 0 {
			starts[tx.chain] = p.Index
		}
		if p.Chain != tx.chain || p.Tx != tx.hash || p.Block != openBlock(h, tx.chain) || p.Index != starts[tx.chain]+before[i] {
			return false
		}
	}
	return true
}

// regularPlaces is where the bundle's first transaction on each rollup stands.
func regularPlaces(c *coder, h *builder.Header, f *builder.Fate, e *carried) {
	if len(e.txs) == 0 {
		c.fail("places of a bundle that cannot be read")
		return
	}
	first, before := firstOn(e.txs)
	c.spend(36 * len(e.txs))
	if c.reading && c.err == nil {
		f.Places = make([]builder.Place, len(e.txs))
	}
	if c.err != nil {
		return
	}
	starts := make(map[rollup.ChainID]uint64) // looked up, never walked
	for _, i := range first {
		start := f.Places[i].Index
		c.number(&start)
		starts[e.txs[i].chain] = start
	}
	if !c.reading {
		return
	}
	for i, tx := range e.txs {
		f.Places[i] = builder.Place{Chain: tx.chain, Block: openBlock(h, tx.chain), Index: starts[tx.chain] + before[i], Tx: tx.hash}
	}
}

// listedPlaces are places one by one: those of a bundle with actions between, and of forced transactions.
func listedPlaces(c *coder, h *builder.Header, f *builder.Fate, e *carried, present bool) {
	if c.reading {
		f.Places = []builder.Place{}
	}
	if !present {
		return
	}
	n := c.count(len(f.Places))
	c.spend(36 * n)
	if c.reading && c.err == nil {
		f.Places = make([]builder.Place, n)
	}
	own := 0
	for i := 0; i < n && c.err == nil; i++ {
		p := &f.Places[i]
		t := carriedTx{hash: f.Bundle} // a forced transaction is its own bundle
		if own < len(e.txs) {
			t = e.txs[own]
		}
		listed := own < len(e.txs) && p.Tx == t.hash && p.Chain == t.chain
		m := c.marks(listed, p.Tx != t.hash, p.Block != openBlock(h, p.Chain))
		if m.has(0) {
			if own >= len(e.txs) || m.has(1) {
				c.fail("a place of no transaction")
				return
			}
			own++
			if c.reading {
				p.Chain, p.Tx = t.chain, t.hash
			}
		} else {
			c.number((*uint64)(&p.Chain))
			c.digest(m.has(1), &p.Tx, t.hash)
		}
		c.integer(m.has(2), &p.Block, openBlock(h, p.Chain))
		c.number(&p.Index)
	}
}

// failures say what stopped a bundle: the transaction is told by its place in it.
func failures(c *coder, f *builder.Fate, e *carried, present bool) {
	if c.reading {
		f.Failure = []builder.Failure{}
	}
	if !present {
		return
	}
	n := c.count(len(f.Failure))
	c.spend(36 * n)
	if c.reading && c.err == nil {
		f.Failure = make([]builder.Failure, n)
	}
	for i := 0; i < n && c.err == nil; i++ {
		p := &f.Failure[i]
		c.number((*uint64)(&p.Chain))
		c.number(&p.Leg)
		c.number(&p.Index)
		t := f.Bundle
		for _, tx := range e.txs {
			if tx.leg == p.Leg && tx.index == p.Index {
				t = tx.hash
			}
		}
		m := c.marks(p.Tx != t)
		c.digest(m.has(0), &p.Tx, t)
		c.bytes(&c.sparse, &p.Revert)
		if c.reading {
			c.spend(len(p.Revert))
		}
	}
}
