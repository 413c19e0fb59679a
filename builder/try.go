package builder

import (
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// result is how one try of an entry ended.
type result struct {
	reason  auction.Reason
	failure []Failure
	outcome *Outcome // nil if it was refused before the rollups were asked
	// What a recorded try touched and wrote, by a chooser's numbers.
	touches, writes []int32
}

func (r *result) executed() bool { return r != nil && r.reason == auction.Executed }

// gas is what the try used, or wasted, over all chains.
func (r *result) gas() (sum uint64) {
	if r.outcome != nil {
		for _, g := range r.outcome.Gas {
			sum += g.Gas
		}
	}
	return sum
}

// try tries one entry where the slot stands. Executed, it is part of the open blocks and of the sheet.
func (s *slotRun) try(i int, winner, record bool) (*result, error) {
	e := s.entry(i)
	if s.sheet.executed[e.Hash] {
		return &result{reason: auction.Duplicate}, nil
	}
	if failure := s.refuse(e); failure != nil {
		return &result{reason: auction.ProtectedTx, failure: failure}, nil
	}
	if minus(s.builder.ledger.escrow(e.Payer), s.sheet.heldFor(e.Payer)).Lt(e.Bid) {
		return &result{reason: auction.InsufficientEscrow}, nil
	}
	a := s.attempt(e)
	a.Record = record
	outcome, err := s.builder.machine.Try(a)
	if err != nil {
		return nil, fmt.Errorf("try %s: %w", e.ID, err)
	}
	r := &result{reason: outcome.Reason, outcome: outcome}
	if outcome.Failure != nil {
		r.failure = []Failure{*outcome.Failure}
	}
	if r.executed() {
		s.sheet.take(e, winner)
	} else {
		s.nameOutbid(r, e)
	}
	return r, nil
}

// refuse names the first transaction that the entry's bidder may not carry; nil if there is none. A nonce
// that this slot consumed protects nothing any more.
func (s *slotRun) refuse(e *auction.Entry) []Failure {
	for i, leg := range e.Txs {
		for j, tx := range leg {
			if last, ok := s.sheet.consumed[lane{tx.Chain, tx.Sender}]; ok && tx.Nonce() <= last {
				continue
			}
			if !s.builder.guard.mayCarry(tx, e.Envelope.Bidder, false) {
				return []Failure{{Chain: tx.Chain, Leg: uint64(i), Index: uint64(j), Tx: tx.Hash()}}
			}
		}
	}
	return nil
}

// attempt is an entry as the rollups are asked to try it.
func (s *slotRun) attempt(e *auction.Entry) Attempt {
	a := Attempt{
		Txs: e.Txs, Reverting: make(map[rollup.Digest]bool), GasLimit: e.Envelope.GasClass.Gas(),
		GasThrough: GasThrough(s.builder.parameters, s.in.Time), TriggerDepth: s.builder.parameters.TriggerDepth, TriggerCount: s.builder.parameters.TriggerCount,
		PairTriggers: s.builder.parameters.PairTriggers, PairGas: s.builder.parameters.PairGas,
	}
	for _, h := range e.Bundle.Reverting {
		a.Reverting[h] = true
	}
	return a
}

// nameOutbid says Outbid where a winner of this slot consumed the nonce that the bundle needed.
func (s *slotRun) nameOutbid(r *result, e *auction.Entry) {
	if r.reason != auction.NonceTooLow || len(r.failure) == 0 {
		return
	}
	for _, leg := range e.Txs {
		for _, tx := range leg {
			if tx.Hash() == r.failure[0].Tx && s.sheet.outbid[spent{lane{tx.Chain, tx.Sender}, tx.Nonce()}] {
				r.reason = auction.Outbid
			}
		}
	}
}

// record takes a result into a fate.
func (r *result) record(f *Fate) {
	f.Reason, f.Failure, f.GasUsed = r.reason, r.failure, r.gas()
	if r.outcome != nil {
		f.Places, f.Triggers = r.outcome.Places, r.outcome.Triggers
	}
}
