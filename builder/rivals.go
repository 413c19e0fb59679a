package builder

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// price gives a pass its total.
func (c *chooser) price(p *pass) (err error) {
	p.total, p.bids, err = c.worth(p.order, p.results)
	return err
}

// worth is what an ordering's winners pay together, and what they bid.
func (c *chooser) worth(order []int, results []*result) (total, bids *uint256.Int, err error) {
	won, prices, err := c.prices(order, results)
	total, bids = new(uint256.Int), new(uint256.Int)
	for w, price := range prices { // all held in escrow: their sum is within all deposits
		total.Add(total, price)
		bids.Add(bids, c.entry(won[w]).Bid)
	}
	return total, bids, err
}

// prices are the winners of an ordering, by rank, with what each of them pays.
//
// Under second, a loser counts if it executed when it was tried alone, and then against only the highest-ranked
// winner whose writes meet what it read or wrote there. What was not tried alone, because a bound was reached,
// counts against nobody; nor does a bid of an account that prices are credited to, or a seller could raise them.
func (c *chooser) prices(order []int, results []*result) (won []int, prices []*uint256.Int, err error) {
	var winners, losers []auction.Bid
	var rivals []auction.Rival
	for _, k := range order {
		if results[k].executed() {
			won, winners = append(won, k), append(winners, c.bid(k))
		}
	}
	if c.parameters.Pricing == rollup.SecondPrice {
		payees := c.payees()
		for _, k := range order {
			if e := c.entry(k); payees[e.Envelope.Bidder] || payees[e.Payer] {
				continue
			}
			if results[k].executed() || results[k].reason == auction.Duplicate || !c.alone[k].executed() {
				continue
			}
			for w, q := range won {
				if meet(results[q].writes, c.alone[k].touches) {
					rivals = append(rivals, auction.Rival{Winner: w, Loser: len(losers)})
					losers = append(losers, c.bid(k))
					break
				}
			}
		}
	}
	prices, err = auction.Price(c.parameters.Pricing, winners, losers, rivals)
	return won, prices, err
}

// payees are the accounts that prices are credited to.
func (c *chooser) payees() map[rollup.Address]bool {
	out := map[rollup.Address]bool{c.parameters.Treasury: true}
	for _, chain := range c.parameters.Rollups {
		out[c.ledger.Payout(chain)] = true
	}
	return out
}

func (c *chooser) bid(k int) auction.Bid {
	e := c.entry(k)
	return auction.Bid{ID: e.ID, Bidder: e.Envelope.Bidder, Payer: e.Payer, Amount: e.Bid, Reserve: c.ledger.reserve(e.Bundle.Legs)}
}
