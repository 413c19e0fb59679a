package builder

import (
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// forced is a transaction forced from L1 that waits for a block to open.
//
// A slot that opens a block tries those that wait, first in, first out, before anything else, each as a bundle
// of its own that may not revert, out of a reserve of ForcedGas per rollup and block. Their work counts against the reserve whether they execute or
// not, or failing ones would cost nothing. One that finds the reserve partly used and too small waits for the
// next block, and everything behind it for the same rollup with it, so order is kept; the first of a rollup
// always has the whole reserve, so each block moves the line on. The fates of a rollup's line are bounded too, or a flood
// on L1 could make a slot that no posting carries. All others are tried and consumed, with a
// named reason if they did not execute.
type forced struct {
	Item   rollup.Digest  // the queue item's hash
	Sender rollup.Address // who forced it on L1
	Chain  rollup.ChainID
	Raw    []byte
}

// tryForced runs in a slot that has just opened blocks.
func (s *slotRun) tryForced() error {
	var left []forced
	stopped := make(map[rollup.ChainID]bool)  // lines that wait for the next block
	used := make(map[rollup.ChainID]uint64)   // of the reserve
	posted := make(map[rollup.ChainID]uint64) // bytes of fates; each line has its own, so that none fills the posting
	for _, f := range s.builder.waiting {
		line := s.lineOf(f.Chain)
		if stopped[line] || posted[line]+s.builder.parameters.MaxForcedFate() > s.builder.parameters.ForcedBytes() {
			stopped[line] = true
			left = append(left, f)
			continue
		}
		fate, err := s.tryOneForced(f, used)
		if err != nil {
			return fmt.Errorf("forced transaction %s: %w", f.Item, err)
		}
		if fate == nil {
			stopped[line] = true
			left = append(left, f)
			continue
		}
		posted[line] += fate.PostedBytes()
		s.out.Fates = append(s.out.Fates, *fate)
	}
	s.builder.waiting = left
	return nil
}

// lineOf is the line in which a forced transaction waits: its rollup's, or one for all that name none.
func (s *slotRun) lineOf(chain rollup.ChainID) rollup.ChainID {
	if slices.Contains(s.builder.parameters.Rollups, chain) {
		return chain
	}
	return 0
}

// tryOneForced decides a forced transaction's fate, or returns nil when it has to wait for the next block.
func (s *slotRun) tryOneForced(f forced, used map[rollup.ChainID]uint64) (*Fate, error) {
	fate := &Fate{
		Envelope: f.Item, Bidder: f.Sender,
		Bid: new(uint256.Int), Fee: new(uint256.Int), Price: new(uint256.Int), Protocol: new(uint256.Int),
	}
	bundle := auction.Bundle{Legs: []auction.Leg{{Chain: f.Chain, Txs: [][]byte{f.Raw}}}}
	txs, err := bundle.Transactions(s.builder.parameters.Rollups)
	if err != nil {
		fate.Reason = auction.ReasonOf(err)
		return fate, nil
	}
	tx := txs[0][0]
	fate.Bundle = tx.Hash()
	if !s.builder.guard.mayCarry(tx, f.Sender, true) {
		fate.Reason = auction.ProtectedTx
		fate.Failure = []Failure{{Chain: tx.Chain, Tx: tx.Hash()}}
		return fate, nil
	}
	if tx.Gas() > s.builder.parameters.ForcedGas {
		fate.Reason = auction.BlockFull // no block's reserve can take it
		return fate, nil
	}
	if tx.Gas() > s.builder.parameters.ForcedGas-min(used[f.Chain], s.builder.parameters.ForcedGas) {
		return nil, nil
	}
	outcome, err := s.builder.machine.Try(Attempt{
		Txs: txs, Reverting: map[rollup.Digest]bool{}, GasLimit: s.builder.parameters.ForcedGas, GasThrough: s.builder.parameters.ForcedGas,
		TriggerDepth: s.builder.parameters.TriggerDepth, TriggerCount: s.builder.parameters.TriggerCount,
		PairTriggers: s.builder.parameters.PairTriggers, PairGas: s.builder.parameters.PairGas,
	})
	if err != nil {
		return nil, err
	}
	if outcome.Reason == auction.BlockFull && len(used) > 0 {
		return nil, nil // others were before it on a rollup that it reaches by triggers
	}
	for _, g := range outcome.Gas {
		if g.Gas > 0 {
			used[g.Chain] += g.Gas
		}
	}
	r := &result{reason: outcome.Reason, outcome: outcome}
	if outcome.Failure != nil {
		r.failure = []Failure{*outcome.Failure}
	}
	r.record(fate)
	if fate.Executed() {
		s.builder.guard.forget(lane{tx.Chain, tx.Sender}, tx.Nonce())
	}
	return fate, nil
}
