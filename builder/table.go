package builder

import (
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// fact is one observation: the member executed, or failed, after exactly these members had executed.
type fact struct {
	after uint32 // a set of members
	ok    bool
}

// hopes is how often a member that fails alone is hoped to execute after others, on nothing but that hope.
const hopes = 2

// table is what is known of a small group: of each member, which others write what it touches, and after which
// of these it executed or failed. What is not known is guessed in favour of executing, so the ordering that the
// table calls best is an upper bound as far as guesses go. Trying it confirms it, or adds facts.
type table struct {
	group  *group
	size   int
	meets  []uint32 // by member: those whose writes meet what it touches
	facts  [][]fact
	hopes  []int
	bids   []*uint256.Int
	twins  []uint32 // by member: those that are the same bundle
	guess  [][]int8 // by member and set: 0 not asked yet, 1 executes, −1 fails
	purses []*purse // payers whose escrow does not cover all their members
}

// purse is the escrow of a payer who has too little for all his members.
type purse struct {
	members uint32
	escrow  *uint256.Int
}

// searchTable asks the table for the best ordering, tries it, learns, and asks again, until the table promises no
// more than the best one found, or a bound is reached.
func (g *group) searchTable() error {
	t := g.newTable()
	var tried [][]int
	for {
		t.refresh()
		order, promise := t.plan()
		if !promise.Gt(g.total) || slices.ContainsFunc(tried, func(o []int) bool { return slices.Equal(o, order) }) {
			return nil
		}
		tried = append(tried, order)
		results, ok, err := g.try(order)
		if err != nil {
			return err
		}
		if !ok {
			return nil
		}
		t.learn(order, results)
	}
}

func (g *group) newTable() *table {
	t := &table{group: g, size: len(g.members)}
	t.facts, t.hopes, t.meets = make([][]fact, t.size), make([]int, t.size), make([]uint32, t.size)
	t.twins, t.guess = make([]uint32, t.size), make([][]int8, t.size)
	payers := make(map[rollup.Address]*purse)
	for m, k := range g.members {
		e := g.chooser.entry(k)
		t.bids, t.hopes[m] = append(t.bids, e.Bid), hopes
		t.guess[m] = make([]int8, 1<<t.size)
		for o, q := range g.members {
			if o != m && g.chooser.entry(q).Hash == e.Hash {
				t.twins[m] |= 1 << o
			}
		}
		w, ok := payers[e.Payer]
		if !ok {
			w = &purse{escrow: g.chooser.ledger.escrow(e.Payer)}
			payers[e.Payer] = w
			t.purses = append(t.purses, w)
		}
		w.members |= 1 << m
	}
	t.purses = slices.DeleteFunc(t.purses, func(w *purse) bool { return t.covered(w, w.members) })
	t.learn(g.members, g.results)
	for m, k := range g.members {
		if r := g.chooser.alone[k]; r != nil && r.outcome != nil {
			t.facts[m] = append(t.facts[m], fact{0, r.executed()})
		}
	}
	return t
}

// learn takes in the results of an ordering of the group.
func (t *table) learn(order []int, results []*result) {
	done := uint32(0)
	for _, k := range order {
		m := slices.Index(t.group.members, k)
		if r := results[k]; r.outcome != nil {
			t.facts[m] = append(t.facts[m], fact{done, r.executed()})
			if done&t.meets[m] != 0 && !r.executed() && t.fails(m) {
				t.hopes[m]--
			}
		}
		if results[k].executed() {
			done |= 1 << m
		}
	}
}

// fails says whether a member is known to fail alone.
func (t *table) fails(m int) bool {
	return slices.ContainsFunc(t.facts[m], func(f fact) bool { return f.after&t.meets[m] == 0 && !f.ok })
}

// refresh follows what the tries have shown of what the members touch.
func (t *table) refresh() {
	prints := t.group.chooser.prints
	for m, k := range t.group.members {
		t.meets[m] = 0
		for o, q := range t.group.members {
			if o != m && meet(prints[q].writes, prints[k].touches) {
				t.meets[m] |= 1 << o
			}
		}
		clear(t.guess[m])
	}
}

// executes guesses whether a member executes after the members in done have.
func (t *table) executes(m int, done uint32) bool {
	if done&t.twins[m] != 0 {
		return false
	}
	for _, w := range t.purses {
		if w.members&(1<<m) != 0 && !t.covered(w, done|1<<m) {
			return false
		}
	}
	key := done & t.meets[m]
	if t.guess[m][key] == 0 {
		t.guess[m][key] = -1
		if t.ask(m, key) {
			t.guess[m][key] = 1
		}
	}
	return t.guess[m][key] > 0
}

// covered says whether a payer's escrow covers his members among those that executed.
func (t *table) covered(w *purse, done uint32) bool {
	sum := new(uint256.Int)
	for m := range t.size {
		if done&w.members&(1<<m) != 0 {
			sum = atMost(sum, t.bids[m])
		}
	}
	return !w.escrow.Lt(sum)
}

// ask looks for what is known of a member after the members in key, of those that matter to it. An observation
// of the same is the answer. Otherwise it executes if it did after fewer, unless more of the same made it fail;
// it fails if fewer made it fail; if it fails alone, there are hopes; and if nothing speaks against it, it executes.
func (t *table) ask(m int, key uint32) bool {
	within := func(x, y uint32) bool { return x&^y == 0 }
	for _, f := range slices.Backward(t.facts[m]) {
		if f.after&t.meets[m] == key {
			return f.ok
		}
	}
	failed, alone := false, false
	for _, f := range t.facts[m] {
		at := f.after & t.meets[m]
		if !within(at, key) {
			continue
		}
		if !f.ok {
			failed, alone = failed || at != 0, alone || at == 0
			continue
		}
		spoilt := slices.ContainsFunc(t.facts[m], func(x fact) bool {
			y := x.after & t.meets[m]
			return !x.ok && within(at, y) && within(y, key)
		})
		if !spoilt {
			return true
		}
	}
	switch {
	case failed:
		return false
	case alone:
		return t.hopes[m] > 0
	}
	return true
}

// plan is the ordering that the table calls best, with the sum of the bids that would execute in it. The others
// stand at its end, in the order of base: what executes there against the table's expectation is a gain.
func (t *table) plan() ([]int, *uint256.Int) {
	from := make([]int8, 1<<t.size) // by set: 1 + the member that was last to come, 0 if the set cannot be reached
	from[0] = -1
	best, sum := uint32(0), new(uint256.Int)
	for done := range uint32(1) << t.size {
		if from[done] == 0 {
			continue
		}
		total := new(uint256.Int)
		for m := range t.size {
			switch {
			case done&(1<<m) != 0:
				total = atMost(total, t.bids[m])
			case from[done|1<<m] == 0 && t.executes(m, done):
				from[done|1<<m] = int8(m + 1)
			}
		}
		if total.Gt(sum) {
			best, sum = done, total
		}
	}
	order := make([]int, 0, t.size)
	for done := best; done != 0; {
		m := int(from[done]) - 1
		order = append(order, t.group.members[m])
		done &^= 1 << m
	}
	slices.Reverse(order)
	for _, k := range t.group.members {
		if !slices.Contains(order, k) {
			order = append(order, k)
		}
	}
	return order, sum
}

// atMost is a sum, or 2^256−1 where it would be more.
func atMost(a, b *uint256.Int) *uint256.Int {
	sum, over := new(uint256.Int).AddOverflow(a, b)
	if over {
		return sum.SetAllOne()
	}
	return sum
}
