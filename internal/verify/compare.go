package verify

import (
	"fmt"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/sequencer"
)

// compare names every way in which a signed slot differs from its re-execution, from the cause to its
// consequences: an order or a price explains a ledger root, not the other way round.
func compare(signed *sequencer.Attested, again *builder.Executed) []Finding {
	c := comparison{signed: signed, again: again}
	if signed.Header.Root() == again.Header.Root() && builder.FateRoot(signed.Fates) == again.Header.FateRoot {
		return nil
	}
	c.frame()
	c.fates()
	c.heads()
	c.roots()
	if len(c.out) == 0 {
		c.find(FaultData, "header %s differs from %s in a field with no name here", signed.Header.Root(), again.Header.Root())
	}
	return c.out
}

type comparison struct {
	signed *sequencer.Attested
	again  *builder.Executed
	out    []Finding
}

func (c *comparison) find(fault Fault, format string, args ...any) {
	c.out = append(c.out, Finding{Slot: c.signed.Header.Slot, Fault: fault, Detail: fmt.Sprintf(format, args...)})
}

// frame compares what the header says of its inputs.
func (c *comparison) frame() {
	s, a := &c.signed.Header, &c.again.Header
	if s.BatchRoot != a.BatchRoot {
		c.find(FaultBatch, "signed batch root %s, the posted envelopes give %s", s.BatchRoot, a.BatchRoot)
	}
	if s.Parent != a.Parent || s.Time != a.Time || s.Network != a.Network || s.Spare != a.Spare {
		c.find(FaultContinuity, "signed parent, time, network or spare fields that do not follow")
	}
	if root := builder.FateRoot(c.signed.Fates); root != s.FateRoot {
		c.find(FaultData, "posted fates give root %s, signed %s", root, s.FateRoot)
	}
}

// fates compares rank, reason, money and places of every envelope.
func (c *comparison) fates() {
	if len(c.signed.Fates) != len(c.again.Fates) {
		c.find(FaultFate, "%d fates signed, %d derived", len(c.signed.Fates), len(c.again.Fates))
		return
	}
	for i := range c.signed.Fates {
		c.fate(&c.signed.Fates[i], &c.again.Fates[i])
	}
}

func (c *comparison) fate(s, a *builder.Fate) {
	if s.Root() == a.Root() {
		return
	}
	before := len(c.out)
	if s.Envelope != a.Envelope || s.Rank != a.Rank {
		c.find(FaultOrder, "envelope %s signed with rank %d, derived %s with rank %d", s.Envelope, s.Rank, a.Envelope, a.Rank)
	}
	if s.Reason != a.Reason {
		c.find(FaultFate, "envelope %s signed as %s, derived %s", s.Envelope, s.Reason, a.Reason)
	}
	if !s.Price.Eq(a.Price) || !s.Fee.Eq(a.Fee) || !s.Bid.Eq(a.Bid) || s.Payer != a.Payer || s.Bidder != a.Bidder {
		c.find(FaultPrice, "envelope %s signed with price %s and fee %s, derived %s and %s", s.Envelope, s.Price.Dec(), s.Fee.Dec(), a.Price.Dec(), a.Fee.Dec())
	} else if !sameSplit(s, a) {
		c.find(FaultSplit, "envelope %s: the price %s is divided otherwise than the rule says", s.Envelope, s.Price.Dec())
	}
	if s.GasUsed != a.GasUsed || s.Triggers != a.Triggers {
		c.find(FaultState, "envelope %s signed with %d gas and %d triggers, derived %d and %d", s.Envelope, s.GasUsed, s.Triggers, a.GasUsed, a.Triggers)
	}
	if !samePlaces(s.Places, a.Places) {
		c.find(FaultOrder, "envelope %s: its transactions stand elsewhere", s.Envelope)
	}
	if len(c.out) == before {
		c.find(FaultFate, "envelope %s: the record of its failure differs", s.Envelope)
	}
}

func sameSplit(s, a *builder.Fate) bool {
	if !s.Protocol.Eq(a.Protocol) || len(s.Credits) != len(a.Credits) {
		return false
	}
	for i := range s.Credits {
		if s.Credits[i].Chain != a.Credits[i].Chain || s.Credits[i].Account != a.Credits[i].Account || !s.Credits[i].Amount.Eq(a.Credits[i].Amount) {
			return false
		}
	}
	return true
}

func samePlaces(s, a []builder.Place) bool {
	if len(s) != len(a) {
		return false
	}
	for i := range s {
		if s[i] != a[i] {
			return false
		}
	}
	return true
}

// heads compares each rollup's blocks.
func (c *comparison) heads() {
	s, a := c.signed.Header.Heads, c.again.Header.Heads
	if len(s) != len(a) {
		c.find(FaultState, "%d rollups signed, %d derived", len(s), len(a))
		return
	}
	for i := range s {
		switch {
		case s[i] == a[i]:
		case s[i].ClosedState != a[i].ClosedState || s[i].ClosedHash != a[i].ClosedHash || s[i].ClosedNumber != a[i].ClosedNumber:
			c.find(FaultState, "rollup %s block %d signed with hash %s and state %s, derived %s and %s", s[i].Chain, s[i].ClosedNumber,
				s[i].ClosedHash, s[i].ClosedState, a[i].ClosedHash, a[i].ClosedState)
		case s[i].TxRoot != a[i].TxRoot || s[i].TxCount != a[i].TxCount:
			c.find(FaultOrder, "rollup %s open block %d: other transactions, or in another order", s[i].Chain, s[i].Number)
		default:
			c.find(FaultState, "rollup %s open block %d: other receipts, number or time", s[i].Chain, s[i].Number)
		}
	}
}

// roots compares what follows from all of it.
func (c *comparison) roots() {
	s, a := &c.signed.Header, &c.again.Header
	if s.PairRoot != a.PairRoot {
		c.find(FaultPairs, "signed pair root %s, derived %s", s.PairRoot, a.PairRoot)
	}
	if s.LedgerRoot != a.LedgerRoot {
		c.find(FaultLedger, "signed ledger root %s, derived %s", s.LedgerRoot, a.LedgerRoot)
	}
}
