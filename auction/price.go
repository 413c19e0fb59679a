package auction

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// ErrRule refuses a pricing or split rule that is not known.
var ErrRule = errors.New("unknown rule")

// Bid is a bid of a slot, of a winner or of a loser. Amounts in wei.
type Bid struct {
	ID      rollup.Digest  // envelope
	Bidder  rollup.Address // who signed the envelope
	Payer   rollup.Address // who pays
	Amount  *uint256.Int
	Reserve *uint256.Int // the least price; nil counts as nothing
}

// Rival says that a loser counts against a winner, by their indices.
type Rival struct{ Winner, Loser int }

// ErrRival refuses a pair that does not name a winner and a loser.
var ErrRival = errors.New("no such rivals")

// Price says what each executed winner pays, in wei, in the order of winners. Never more than was bid.
//
// Under first that is the bid. Under second it is the highest bid of a loser that counts against the winner,
// at least the winner's reserve. A loser never counts against a winner with which it shares an account, be it
// bidder or payer: a bidder's own bids do not set its price. Losers and rivals are not looked at under first.
// ErrRule for a rule that is not known, ErrRival.
func Price(rule rollup.PricingRule, winners, losers []Bid, rivals []Rival) ([]*uint256.Int, error) {
	out := make([]*uint256.Int, len(winners))
	switch rule {
	case rollup.FirstPrice:
		for i, w := range winners {
			out[i] = w.Amount.Clone()
		}
		return out, nil
	case rollup.SecondPrice:
	default:
		return nil, fmt.Errorf("pricing %q: %w", rule, ErrRule)
	}
	for i, w := range winners {
		out[i] = new(uint256.Int)
		if w.Reserve != nil {
			out[i].Set(w.Reserve)
		}
	}
	for _, r := range rivals {
		if r.Winner < 0 || r.Winner >= len(winners) || r.Loser < 0 || r.Loser >= len(losers) {
			return nil, fmt.Errorf("winner %d of %d, loser %d of %d: %w", r.Winner, len(winners), r.Loser, len(losers), ErrRival)
		}
		if l := &losers[r.Loser]; !winners[r.Winner].Shares(l) && out[r.Winner].Lt(l.Amount) {
			out[r.Winner].Set(l.Amount)
		}
	}
	for i, w := range winners {
		if w.Amount.Lt(out[i]) {
			out[i].Set(w.Amount)
		}
	}
	return out, nil
}

// Shares says whether two bids have an account in common, as bidder or as payer.
func (b *Bid) Shares(other *Bid) bool {
	return b.Bidder == other.Bidder || b.Payer == other.Payer || b.Bidder == other.Payer || b.Payer == other.Bidder
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
