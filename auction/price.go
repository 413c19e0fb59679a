package auction

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// ErrRule refuses a pricing or split rule that is not known.
var ErrRule = errors.New("unknown rule")

// Bid is what an executed winner bid, in wei.
type Bid struct {
	ID     rollup.Digest // envelope
	Amount *uint256.Int
}

// Price says what each executed winner pays, in wei, in the order of bids, which is by rank. Never more than
// was bid. ErrRule for a rule that is not known.
func Price(rule rollup.PricingRule, bids []Bid) ([]*uint256.Int, error) {
	if rule != rollup.FirstPrice {
		return nil, fmt.Errorf("pricing %q: %w", rule, ErrRule)
	}
	out := make([]*uint256.Int, len(bids))
	for i, b := range bids {
		out[i] = b.Amount.Clone()
	}
	return out, nil
}

// Touched is a rollup that a bundle touched, with the gas that it used there and the rollup's weight.
type Touched struct {
	Chain  rollup.ChainID
	Gas    uint64
	Weight uint32
}

// maxBps is the whole, in 1/10,000.
const maxBps = 10_000

// Divide splits a price: the protocol's share of protocolBps/10,000, rounded down, and the rest over the
// rollups in proportion to measure × weight, each rounded down, where the measure is gas used or one. What
// rounding leaves over goes to the protocol, and all of it does when every weight is zero. parts stand in
// the order of touched; protocol + Σ parts = price, exactly. Amounts in wei. ErrRule for an unknown split.
func Divide(price *uint256.Int, protocolBps uint32, rule rollup.SplitRule, touched []Touched) (protocol *uint256.Int, parts []*uint256.Int, err error) {
	if rule != rollup.SplitByGas && rule != rollup.SplitEqually {
		return nil, nil, fmt.Errorf("split %q: %w", rule, ErrRule)
	}
	if protocolBps > maxBps {
		return nil, nil, fmt.Errorf("protocol share %d/%d: %w", protocolBps, maxBps, ErrRule)
	}
	// a × b / c with a 512-bit product; no result exceeds price, so nothing overflows.
	share, _ := new(uint256.Int).MulDivOverflow(price, uint256.NewInt(uint64(protocolBps)), uint256.NewInt(maxBps))
	share.Sub(price, share)

	measures, total := make([]*uint256.Int, len(touched)), new(uint256.Int)
	for i, t := range touched {
		measures[i] = uint256.NewInt(uint64(t.Weight))
		if rule == rollup.SplitByGas {
			measures[i].Mul(measures[i], uint256.NewInt(t.Gas)) // below 2^96
		}
		total.Add(total, measures[i])
	}
	protocol, parts = price.Clone(), make([]*uint256.Int, len(touched))
	for i := range touched {
		parts[i] = new(uint256.Int)
		if !total.IsZero() {
			parts[i].MulDivOverflow(share, measures[i], total)
		}
		protocol.Sub(protocol, parts[i])
	}
	return protocol, parts, nil
}
