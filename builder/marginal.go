package builder

import (
	"cmp"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// player is the rollups of one payout account that the slot's winners touched, with what they added to the slot.
type player struct {
	auction.Player
	chains []rollup.ChainID // of the members, in their order
}

// plan is one set of rollups to do without, with what has to be tried again for it.
type plan struct {
	without []rollup.ChainID
	trials  [][]int // groups in which a loser may move up, without what touches the set: who executed, then who did not
	gone    []bool  // by position: whether it touches the set
	sum     *uint256.Int
}

// weigh finds out, for the marginal split, what the slot would have earned without each player and without each
// of its rollups: the prices of the winners that do not touch them, and of the losers that do not touch them and
// then execute, tried behind those winners. Groups in which no such loser meets a winner that is gone are as they were, so nothing of them is
// tried again. Where the bounds do not allow all that would have to be tried, nothing is, and every marginal
// leaves the losers out, the same for all.
func (c *chooser) weigh() error {
	if c.parameters.Split != rollup.SplitMarginally {
		return nil
	}
	reached := make([][]rollup.ChainID, len(c.ranked))
	for k := range c.ranked {
		reached[k] = c.chains(k, c.best.results[k])
	}
	plans := c.plans(reached)
	if !c.affords(plans) {
		for _, p := range plans {
			p.trials = nil
		}
	}
	c.floor.tries, c.floor.gas = 0, 0
	for _, p := range plans {
		if err := c.without(p); err != nil {
			return err
		}
	}
	c.settlePlayers(plans)
	return nil
}

// payouts are the accounts that the winners' rollups have, each with its rollups, by account.
func (c *chooser) payouts(reached [][]rollup.ChainID) (out []*player) {
	var chains []rollup.ChainID
	for k, r := range c.best.results {
		if r.executed() {
			chains = append(chains, reached[k]...)
		}
	}
	slices.Sort(chains)
	by := make(map[rollup.Address]*player)
	var accounts []rollup.Address
	for _, chain := range slices.Compact(chains) {
		account := c.ledger.Payout(chain)
		if by[account] == nil {
			by[account] = new(player)
			accounts = append(accounts, account)
		}
		by[account].chains = append(by[account].chains, chain)
	}
	slices.SortFunc(accounts, rollup.Address.Cmp)
	for _, a := range accounts {
		out = append(out, by[a])
	}
	return out
}

// plans are, player by player, the player as a whole and then, where it has several, each of its rollups.
func (c *chooser) plans(reached [][]rollup.ChainID) (out []*plan) {
	var clustered [][]int
	if c.record {
		clustered = clusters(c.prints)
	}
	place := places(c.best.order)
	c.players = c.payouts(reached)
	for _, p := range c.players {
		out = append(out, c.plan(p.chains, reached, clustered, place))
		for _, chain := range p.chains {
			if len(p.chains) > 1 {
				out = append(out, c.plan([]rollup.ChainID{chain}, reached, clustered, place))
			}
		}
	}
	return out
}

func (c *chooser) plan(without []rollup.ChainID, reached [][]rollup.ChainID, clustered [][]int, place []int) *plan {
	p := &plan{without: without, gone: make([]bool, len(c.ranked))}
	for k := range c.ranked {
		p.gone[k] = slices.ContainsFunc(reached[k], func(chain rollup.ChainID) bool { return slices.Contains(without, chain) })
	}
	hopeful := c.hopeful(c.best)
	for _, members := range clustered {
		leaves := slices.ContainsFunc(members, func(k int) bool { return p.gone[k] && c.best.results[k].executed() })
		waits := slices.ContainsFunc(members, func(k int) bool { return !p.gone[k] && slices.Contains(hopeful, k) })
		if !leaves || !waits {
			continue
		}
		order := slices.DeleteFunc(slices.Clone(members), func(k int) bool { return p.gone[k] })
		slices.SortFunc(order, func(a, b int) int {
			return cmp.Or(c.loses(a)-c.loses(b), place[a]-place[b])
		})
		p.trials = append(p.trials, order)
	}
	return p
}

// loses is 1 for a position that does not execute in the best ordering, else 0.
func (c *chooser) loses(k int) int {
	if c.best.results[k].executed() {
		return 0
	}
	return 1
}

// affords says whether the bounds cover all trials, by what the same tries cost before.
func (c *chooser) affords(plans []*plan) bool {
	var tries, gas uint64
	for _, p := range plans {
		for _, order := range p.trials {
			for _, k := range order {
				tries++
				gas += c.entry(k).Envelope.GasClass.Gas()
			}
		}
	}
	return tries <= c.left.tries && gas <= c.left.gas
}

// without computes what the slot would have earned without a plan's rollups.
func (c *chooser) without(p *plan) error {
	results := slices.Clone(c.best.results)
	for _, order := range p.trials {
		if err := c.reset(); err != nil {
			return err
		}
		for _, k := range order {
			r, ok, err := c.try(k)
			if err != nil {
				return err
			}
			if ok && r.executed() { // affords has seen to the bounds; who executed before counts as he did
				results[k] = r
			}
		}
	}
	order := slices.DeleteFunc(slices.Clone(c.best.order), func(k int) bool { return p.gone[k] })
	var err error
	p.sum, _, err = c.worth(order, results)
	return err
}

// settlePlayers turns the plans' sums into marginals; what the slot would have earned more with less counts as none.
func (c *chooser) settlePlayers(plans []*plan) {
	less := func(p *plan) *uint256.Int {
		if c.best.total.Lt(p.sum) {
			return new(uint256.Int)
		}
		return minus(c.best.total, p.sum)
	}
	at := 0
	for _, p := range c.players {
		p.Marginal = less(plans[at])
		at++
		for _, chain := range p.chains {
			s, _ := c.ledger.Share(chain)
			own := p.Marginal
			if len(p.chains) > 1 {
				own = less(plans[at])
				at++
			}
			p.Members = append(p.Members, auction.Member{Weight: s.Weight, Marginal: own})
		}
	}
}
