package builder

import (
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// minTries is how many tries beyond the first pass even a slot of few winners has; one of many has two each.
const minTries = 240

// Choice says how a slot's ordering was chosen. For metrics and analysts: it is not signed.
type Choice struct {
	Name   string       `json:"name"`   // bid, retry or search
	ByBid  *uint256.Int `json:"byBid"`  // Σ prices of the ordering by bid, wei
	Total  *uint256.Int `json:"total"`  // of the chosen one, never less
	Groups int          `json:"groups"` // groups of conflicting winners of which one failed
	Tries  uint64       `json:"tries"`  // tries of single bundles beyond the first pass
	Gas    uint64       `json:"gas"`    // gas of those, at most searchGas
}

// pass is one ordering of the slot's winners, tried on the state that the forced transactions left.
type pass struct {
	name    string
	order   []int        // positions
	results []*result    // by position
	total   *uint256.Int // Σ prices
	bids    *uint256.Int // Σ bids of what executed; the same under first
	recall  func() error // brings it back into the open blocks; nil until it had to be kept aside
}

// chooser finds the ordering of a slot's winners that earns most.
//
// Everything in it is a function of the opened batch, the key and the state: it counts tries and gas, never
// time, so that slow members choose the same. A winner is named by its position in the ordering by bid. Each
// ordering is judged by trying it; between tries the rollups and the sheet are rewound. What a whole ordering left is
// kept aside before the next is tried, so the chosen one is brought back and not executed again.
//
// First the ordering by bid: if nothing failed that could have executed, no other earns more, and nothing else
// is tried. Else what failed is tried once more at the end, if a later winner wrote something that it touches.
// Then the winners are split into groups by what their tries read and wrote; each group with a failure is
// searched alone (see search.go), and the groups' best orderings, set into the places that the groups have in
// the ordering by bid, are tried as a whole. The highest sum of prices wins, and of equal ones the one tried first.
type chooser struct {
	slot       *slotRun
	parameters *rollup.Parameters
	ledger     *Ledger // before anything of the winners is charged
	ranked     []int   // entries by position
	at         []int   // positions by entry; −1 for what is not ranked
	start      bookmark
	record     bool
	left       struct{ tries, gas uint64 } // of the bounds on tries beyond the first pass
	floor      struct{ tries, gas uint64 } // of that, kept for later
	atlas      atlas
	prints     []footprint // by position
	alone      []*result   // by position: tried on the state before any winner; nil if it was not
	players    []*player   // under the marginal split
	best       *pass
	holds      *pass // what the open blocks hold; nil if it is no whole pass
	choice     Choice
}

// choose tries orderings and leaves the slot with the best one executed.
func (s *slotRun) choose(ranked []int) (*chooser, error) {
	c := &chooser{
		slot: s, parameters: s.builder.parameters, ledger: s.builder.ledger, ranked: ranked, start: s.mark(),
		alone: make([]*result, len(ranked)), atlas: make(atlas),
	}
	c.record = c.parameters.SearchGas > 0
	c.at = slices.Repeat([]int{-1}, len(s.in.Selected.Opened.Entries))
	for k, i := range ranked {
		c.at[i] = k
	}
	c.left.tries, c.left.gas = max(2*uint64(len(ranked)), minTries), c.parameters.SearchGas
	first, err := c.first()
	if err != nil {
		return nil, err
	}
	c.reserve(first)
	c.best = first
	if failed := c.hopeful(first); len(failed) > 0 && c.record {
		if err := c.improve(first, failed); err != nil {
			return nil, err
		}
	}
	c.choice.Name, c.choice.ByBid, c.choice.Total = c.best.name, first.total, c.best.total
	if err := c.weigh(); err != nil {
		return nil, err
	}
	if c.holds != c.best {
		if err := c.best.recall(); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// first tries the ordering by bid. It is what any ordering is compared with, so no bound stops it.
func (c *chooser) first() (*pass, error) {
	p := &pass{name: "bid", order: make([]int, len(c.ranked)), results: make([]*result, len(c.ranked))}
	for k, i := range c.ranked {
		r, err := c.slot.try(i, true, c.record)
		if err != nil {
			return nil, err
		}
		p.order[k], p.results[k] = k, r
	}
	if c.record {
		c.prints = make([]footprint, len(c.ranked))
		for k := range c.ranked {
			c.write(k, form(c.entry(k)))
			c.trace(k, p.results[k])
		}
		c.couple(p)
	}
	c.holds = p
	return p, c.price(p)
}

func (c *chooser) entry(p int) *auction.Entry { return c.slot.entry(c.ranked[p]) }

// trace takes a try into the position's footprint.
func (c *chooser) trace(p int, r *result) {
	if r.outcome != nil {
		r.writes = c.atlas.numbers(r.outcome.Writes)
		r.touches = union(c.atlas.numbers(r.outcome.Reads), r.writes)
		c.prints[p].add(r.touches, r.writes)
	}
}

// write takes something that no try recorded into the position's footprint.
func (c *chooser) write(p int, list []Access) {
	n := c.atlas.numbers(list)
	c.prints[p].add(n, n)
}

// couple makes those meet that compete for something else than state: one payer's escrow, being the one of two
// equal bundles, a rollup's room in the slot, the bounds of pairs.
func (c *chooser) couple(first *pass) {
	bids, twins := make(map[rollup.Address]*uint256.Int), make(map[rollup.Digest]int)
	short := make(map[rollup.Address]bool)
	full, pairs := make(map[rollup.ChainID]bool), false
	for p := range c.ranked {
		e, r := c.entry(p), first.results[p]
		sum, ok := bids[e.Payer]
		if !ok {
			sum = new(uint256.Int)
		}
		sum, over := new(uint256.Int).AddOverflow(sum, e.Bid)
		if over || c.ledger.escrow(e.Payer).Lt(sum) {
			short[e.Payer] = true
		}
		bids[e.Payer] = sum
		twins[e.Hash]++
		if r.reason == auction.BlockFull && len(r.failure) > 0 {
			full[r.failure[0].Chain] = true
		}
		pairs = pairs || r.reason == auction.TriggerRefused
	}
	for p := range c.ranked {
		e, r := c.entry(p), first.results[p]
		var more []Access
		if short[e.Payer] {
			more = append(more, escrowAccess(e.Payer))
		}
		if twins[e.Hash] > 1 {
			more = append(more, twinAccess(e.Hash))
		}
		for _, chain := range c.chains(p, r) {
			if full[chain] {
				more = append(more, roomAccess(chain))
			}
		}
		if pairs && r.outcome != nil && (r.outcome.Triggers > 0 || r.reason == auction.TriggerRefused) {
			more = append(more, pairAccess)
		}
		c.write(p, more)
	}
}

// chains are the rollups that an entry names or reached, ascending.
func (c *chooser) chains(p int, r *result) (out []rollup.ChainID) {
	for _, leg := range c.entry(p).Txs {
		for _, tx := range leg {
			out = append(out, tx.Chain)
		}
	}
	if r != nil && r.outcome != nil {
		for _, g := range r.outcome.Gas {
			out = append(out, g.Chain)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hopeful are the positions that failed and might execute in another ordering.
func (c *chooser) hopeful(p *pass) (out []int) {
	for k, r := range p.results {
		switch r.reason {
		case auction.Executed, auction.Duplicate, auction.ProtectedTx, auction.EmptyBundle, auction.UnknownRollup,
			auction.BadTransaction, auction.BelowBaseFee:
			continue
		case auction.InsufficientEscrow:
			if e := c.entry(k); c.ledger.escrow(e.Payer).Lt(e.Bid) {
				continue
			}
		}
		out = append(out, k)
	}
	return out
}

// try is one counted try of a position; ok is false, and nothing was tried, if a bound is reached.
func (c *chooser) try(p int) (r *result, ok bool, err error) {
	class := c.entry(p).Envelope.GasClass.Gas()
	if c.left.tries <= c.floor.tries || c.left.gas < class || c.left.gas-class < c.floor.gas {
		return nil, false, nil
	}
	if err = c.leave(); err != nil {
		return nil, false, err
	}
	if r, err = c.slot.try(c.ranked[p], true, true); err != nil {
		return nil, false, err
	}
	gas := min(r.gas(), class) // it is: the class bounds all work
	c.left.tries, c.left.gas = c.left.tries-1, c.left.gas-gas
	c.choice.Tries, c.choice.Gas = c.choice.Tries+1, c.choice.Gas+gas
	c.trace(p, r)
	return r, true, nil
}

// leave is called before the open blocks change: a pass that they hold is kept aside.
func (c *chooser) leave() (err error) {
	if c.holds != nil && c.holds.recall == nil {
		c.holds.recall, err = c.slot.keep(c.start)
	}
	c.holds = nil
	return err
}

// reserve keeps enough of the bounds to try one more whole ordering, and with the marginal split half of the rest.
func (c *chooser) reserve(first *pass) {
	c.floor.tries = uint64(len(c.ranked))
	largest := uint64(0)
	for k, r := range first.results {
		c.floor.gas, largest = c.floor.gas+r.gas(), max(largest, c.entry(k).Envelope.GasClass.Gas())
	}
	c.floor.gas += largest // a try begins only if its class fits
	if c.parameters.Split == rollup.SplitMarginally {
		c.floor.tries += (c.left.tries - c.floor.tries) / 2
		c.floor.gas += (c.left.gas - min(c.left.gas, c.floor.gas)) / 2
	}
}

// reset brings everything back to before the first winner.
func (c *chooser) reset() error {
	if err := c.leave(); err != nil {
		return err
	}
	return c.slot.rewind(c.start)
}

// improve looks for orderings that earn more than first, whose hopeful failures are given.
func (c *chooser) improve(first *pass, failed []int) error {
	second, err := c.retry(first, failed)
	if err != nil {
		return err
	}
	if err := c.tryAlone(first, failed); err != nil {
		return err
	}
	for _, p := range []*pass{first, second} { // prices may follow from what was tried alone
		if err := c.price(p); err != nil {
			return err
		}
	}
	c.prefer(second)
	order, third, err := c.search(c.best)
	if err != nil || slices.Equal(order, c.best.order) {
		return err
	}
	if third == nil {
		ok := false
		if third, ok, err = c.whole("search", order); !ok || err != nil {
			return err
		}
	} else if err := c.price(third); err != nil {
		return err
	}
	if c.parameters.Pricing == rollup.SecondPrice {
		if err := c.tryAlone(third, c.hopeful(third)); err != nil {
			return err
		}
		if err := c.price(third); err != nil {
			return err
		}
	}
	c.prefer(third)
	return nil
}

// prefer takes a pass if it earns more than the best so far, and its winners bid no less together. Under second
// an ordering could earn more by letting a lower bid win, who then pays all of it; nobody is to lose so.
func (c *chooser) prefer(p *pass) {
	if p.total.Gt(c.best.total) && !p.bids.Lt(c.best.bids) {
		c.best = p
	}
}

// retry tries, where the pass ended, once more what failed in it, as long as something that executed later wrote
// what it touches. It returns the pass with what executed now at its end, or the same pass.
func (c *chooser) retry(first *pass, failed []int) (*pass, error) {
	out := &pass{name: "retry", order: slices.Clone(first.order), results: slices.Clone(first.results)}
	written := c.written(first.order, first.results)
	place := slices.Clone(first.order) // of each position's last try, in steps; here position = place
	last, step, improved := slices.Clone(first.results), len(first.order), false
	for again := true; again; {
		again = false
		for _, k := range failed {
			if out.results[k].executed() || c.ahead(k, last[k]) || !written.after(place[k], c.prints[k].touches) {
				continue
			}
			r, ok, err := c.try(k)
			if err != nil {
				return nil, err
			}
			if !ok {
				again = false
				break
			}
			last[k], place[k] = r, step
			if r.executed() {
				out.results[k] = r // what failed again keeps its place, and how it failed there
				at := slices.Index(out.order, k)
				out.order = append(slices.Delete(out.order, at, at+1), k)
				written.note(step, c.prints[k].writes)
				again, improved = true, true
			}
			step++
		}
	}
	if !improved {
		c.holds = first
		return first, nil
	}
	c.holds = out
	return out, nil
}

// ahead says whether a try that failed for a nonce too high would still do so.
func (c *chooser) ahead(k int, r *result) bool {
	if r.reason != auction.NonceTooHigh || len(r.failure) == 0 {
		return false
	}
	for _, leg := range c.entry(k).Txs {
		for _, tx := range leg {
			if tx.Hash() == r.failure[0].Tx {
				last, ok := c.slot.sheet.consumed[lane{tx.Chain, tx.Sender}]
				return tx.Nonce() > 0 && (!ok || last < tx.Nonce()-1)
			}
		}
	}
	return false
}

// tryAlone tries positions on the state before any winner. Where nothing that executed before one in the pass
// wrote what it touches, it has been tried there already, as it were.
func (c *chooser) tryAlone(p *pass, positions []int) error {
	written, place := c.written(p.order, p.results), places(p.order)
	for _, k := range positions {
		if c.alone[k] != nil {
			continue
		}
		if !written.before(place[k], c.prints[k].touches) {
			c.alone[k] = p.results[k]
			continue
		}
		if err := c.reset(); err != nil {
			return err
		}
		r, ok, err := c.try(k)
		if err != nil {
			return err
		}
		if ok {
			c.alone[k] = r
		}
	}
	return nil
}

// places are the places that positions have in an ordering.
func places(order []int) []int {
	out := make([]int, len(order))
	for at, k := range order {
		out[k] = at
	}
	return out
}

// whole tries one ordering of all winners; ok is false if a bound was reached on the way.
func (c *chooser) whole(name string, order []int) (p *pass, ok bool, err error) {
	if err := c.reset(); err != nil {
		return nil, false, err
	}
	c.floor.tries -= min(c.floor.tries, uint64(len(order))) // what was kept for this
	if c.parameters.Split == rollup.SplitMarginally {
		c.floor.gas /= 2
	} else {
		c.floor.gas = 0
	}
	p = &pass{name: name, order: order, results: make([]*result, len(order))}
	for _, k := range order {
		if p.results[k], ok, err = c.try(k); !ok || err != nil {
			return nil, false, err
		}
	}
	c.holds = p
	return p, true, c.price(p)
}
