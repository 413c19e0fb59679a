package builder

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// division is one price, divided. protocol and the rollups' amounts sum to it.
type division struct {
	protocol *uint256.Int
	rollups  []share
}

// share is one rollup's part of a price, in wei.
type share struct {
	Chain  rollup.ChainID
	Amount *uint256.Int
}

// divide divides the winners' prices by the network's rule, in the order of won.
func (s *slotRun) divide(c *chooser, won []int, prices []*uint256.Int) ([]division, error) {
	if s.builder.parameters.Split == rollup.SplitMarginally {
		return s.divideMarginally(c, prices)
	}
	out := make([]division, len(won))
	for w, k := range won {
		var touched []auction.Touched
		for _, g := range c.best.results[k].outcome.Gas {
			r, _ := s.builder.ledger.Share(g.Chain)
			touched = append(touched, auction.Touched{Chain: g.Chain, Gas: g.Gas, Weight: r.Weight})
		}
		protocol, parts, err := auction.Divide(prices[w], s.builder.parameters.ProtocolBps, s.builder.parameters.Split, touched)
		if err != nil {
			return nil, fmt.Errorf("divide the price of %s: %w", c.entry(k).ID, err)
		}
		out[w].protocol = protocol
		for i, part := range parts {
			out[w].rollups = append(out[w].rollups, share{touched[i].Chain, part})
		}
	}
	return out, nil
}

// divideMarginally divides all prices of the slot by what it would have earned without each player.
func (s *slotRun) divideMarginally(c *chooser, prices []*uint256.Int) ([]division, error) {
	var chains []rollup.ChainID
	var players []auction.Player
	for _, p := range c.players {
		players = append(players, p.Player)
		chains = append(chains, p.chains...)
	}
	protocols, parts, err := auction.DivideMarginally(prices, s.builder.parameters.ProtocolBps, players)
	if err != nil {
		return nil, fmt.Errorf("divide the slot's prices: %w", err)
	}
	out := make([]division, len(prices))
	for w := range prices {
		out[w].protocol = protocols[w]
		for i, part := range parts[w] {
			out[w].rollups = append(out[w].rollups, share{chains[i], part})
		}
		slices.SortFunc(out[w].rollups, func(a, b share) int { return cmp.Compare(a.Chain, b.Chain) })
	}
	return out, nil
}
