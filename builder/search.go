package builder

import (
	"cmp"
	"encoding/binary"
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// mediumGroup is the most members of a group whose members are compared in pairs.
const mediumGroup = 512

// drawnGroup is the most members of a group in which moves are drawn: in a larger one each costs too many tries.
const drawnGroup = 64

// smallGroup is the most members of a group that is searched through its table (see table.go), which looks at
// all sets of members.
const smallGroup = 10

// search looks in each group that holds a failure for a better ordering of its members, and returns base's
// ordering with the groups' best ones set into the places that the groups have there. Where one group is all
// winners, the ordering has been tried as a whole already, and its pass is returned too.
func (c *chooser) search(base *pass) ([]int, *pass, error) {
	place := places(base.order)
	failed := c.hopeful(base)
	var groups []*group
	for _, members := range clusters(c.prints) {
		if len(members) > 1 && slices.ContainsFunc(members, func(k int) bool { return slices.Contains(failed, k) }) {
			groups = append(groups, c.newGroup(base, members, place, failed))
		}
	}
	slices.SortStableFunc(groups, func(a, b *group) int { return b.stake.Cmp(a.stake) }) // the most to gain first
	c.choice.Groups = len(groups)
	order := slices.Clone(base.order)
	for i, g := range groups {
		if err := c.reset(); err != nil {
			return nil, nil, err
		}
		if len(g.members) == len(c.ranked) {
			c.floor.tries -= min(c.floor.tries, uint64(len(c.ranked))) // no other whole has to be tried
		}
		if c.parameters.Pricing == rollup.SecondPrice { // any member may become a loser whose bid counts
			if err := c.tryAlone(base, g.members); err != nil {
				return nil, nil, err
			}
			if err := c.reset(); err != nil {
				return nil, nil, err
			}
		}
		g.allowed = (c.left.tries - min(c.left.tries, c.floor.tries)) / uint64(len(groups)-i)
		if err := g.search(); err != nil {
			return nil, nil, err
		}
		held := make([]int, len(g.best))
		for j, k := range g.best {
			held[j] = place[k]
		}
		slices.Sort(held)
		for j, k := range g.best {
			order[held[j]] = k
		}
		if len(g.members) == len(c.ranked) {
			return order, &pass{name: "search", order: order, results: g.results, recall: g.recall}, nil
		}
	}
	return order, nil, nil
}

// group is winners that conflict, directly or through others, and so can be tried apart from all others: what
// they leave in the state does not meet what the others touch. The whole is tried in the end, so where that
// does not hold, something is missed but nothing goes wrong.
type group struct {
	chooser *chooser
	members []int        // positions in the order of base
	best    []int        // the best ordering so far
	total   *uint256.Int // Σ prices of the best
	bids    *uint256.Int // Σ bids of what executes in it
	results []*result    // of the best, by position
	recall  func() error // if the group is all winners: brings back what the best ordering left; nil for base's
	stake   *uint256.Int // Σ bids of those that failed: no ordering gains more under first
	allowed uint64       // tries
	steps   []labStep    // what the rollups hold of this group
}

// labStep is one try of the ordering under trial.
type labStep struct {
	position int
	before   bookmark
	result   *result
}

func (c *chooser) newGroup(base *pass, members, place, failed []int) *group {
	g := &group{chooser: c, members: slices.Clone(members), stake: new(uint256.Int)}
	slices.SortFunc(g.members, func(a, b int) int { return cmp.Compare(place[a], place[b]) })
	for _, k := range members {
		if slices.Contains(failed, k) {
			g.stake = atMost(g.stake, c.entry(k).Bid)
		}
	}
	g.best, g.results = slices.Clone(g.members), base.results
	return g
}

// search leaves the best ordering that it found in best.
func (g *group) search() (err error) {
	if g.total, g.bids, err = g.chooser.worth(g.best, g.results); err != nil {
		return err
	}
	if len(g.members) <= smallGroup {
		return g.searchTable()
	}
	if slices.ContainsFunc(g.lost(), func(k int) bool { return g.chooser.alone[k].executed() }) {
		return g.searchMoves()
	}
	return nil // what fails even alone, and failed at the end, is not worth a large group's tries
}

// try tries one ordering of the members, from where it first differs from what the rollups hold, and keeps it
// if it earns more. ok is false if a bound was reached.
func (g *group) try(order []int) (results []*result, ok bool, err error) {
	same := 0
	for same < len(g.steps) && same < len(order) && g.steps[same].position == order[same] {
		same++
	}
	if same < len(g.steps) {
		if err := g.chooser.slot.rewind(g.steps[same].before); err != nil {
			return nil, false, err
		}
		g.steps = g.steps[:same]
	}
	for _, k := range order[same:] {
		if g.allowed == 0 {
			return nil, false, nil
		}
		step := labStep{position: k, before: g.chooser.slot.mark()}
		if step.result, ok, err = g.chooser.try(k); !ok || err != nil {
			return nil, false, err
		}
		g.allowed--
		g.steps = append(g.steps, step)
	}
	results = make([]*result, len(g.chooser.ranked))
	for _, step := range g.steps {
		results[step.position] = step.result
	}
	total, bids, err := g.chooser.worth(order, results)
	if err != nil {
		return nil, false, err
	}
	if total.Gt(g.total) && !bids.Lt(g.bids) { // as chooser.prefer says
		g.best, g.total, g.bids, g.results = slices.Clone(order), total, bids, results
		if len(g.members) == len(g.chooser.ranked) {
			if g.recall, err = g.chooser.slot.keep(g.chooser.start); err != nil {
				return nil, false, err
			}
		}
	}
	return results, true, nil
}

// searchMoves is the local search of a large group: first whoever touches what another writes before him; the
// orderings that the selection proposes; then every failure moved before the first that executed and writes
// what it touches, all at once and one by one; then moves drawn by the slot's key.
func (g *group) searchMoves() error {
	orders := [][]int{g.touchesFirst()}
	for _, candidate := range g.chooser.slot.in.Selected.Candidates {
		orders = append(orders, g.proposed(candidate))
	}
	for _, order := range orders {
		if slices.Equal(order, g.members) {
			continue // it is base's
		}
		if _, ok, err := g.try(order); !ok || err != nil || len(g.lost()) == 0 {
			return err
		}
	}
	if ok, err := g.moveAll(); !ok || err != nil {
		return err
	}
	for again := true; again; {
		again = false
		for _, k := range g.lost() {
			if at := g.best[g.blocker(k)]; at == k || g.disturbs(k, at) && !g.chooser.entry(k).Bid.Gt(g.chooser.entry(at).Bid) {
				continue // either of the two, and the higher bid is in
			}
			before := g.total
			_, ok, err := g.try(g.moved(k))
			if !ok || err != nil {
				return err
			}
			if g.total.Gt(before) {
				again = true
				break // the others' blockers have changed
			}
		}
	}
	if len(g.members) > drawnGroup {
		return nil
	}
	for draw := uint64(0); len(g.lost()) > 0; draw++ {
		from, to := g.draw(2*draw), g.draw(2*draw+1)
		order := slices.Clone(g.best)
		k := order[from]
		order = slices.Insert(slices.Delete(order, from, from+1), to, k)
		if _, ok, err := g.try(order); !ok || err != nil {
			return err
		}
		if draw >= 4*uint64(len(g.members)) {
			break // some draws change nothing and cost no try
		}
	}
	return nil
}

// touchesFirst puts a member before another that writes what it touches, unless it does the same to that other:
// the highest bid first among those whom nobody has to precede, or among all if there is a circle. Members that
// fail alone need somebody before them and precede nobody.
func (g *group) touchesFirst() (out []int) {
	prints, n := g.chooser.prints, len(g.members)
	if n > mediumGroup {
		return g.members
	}
	precede := make([]int, n)       // how many have to come before
	follow := make([][]int, n)      // who has to come after
	members := slices.Clone(g.best) // sorted by bid, as positions are
	slices.Sort(members)
	for a, k := range members {
		if g.chooser.alone[k] != nil && !g.chooser.alone[k].executed() {
			continue
		}
		for b, q := range members {
			if a != b && meet(prints[q].writes, prints[k].touches) && !meet(prints[k].writes, prints[q].touches) {
				precede[b]++
				follow[a] = append(follow[a], b)
			}
		}
	}
	placed := make([]bool, n)
	for len(out) < n {
		next := slices.Index(placed, false)
		for a := range members {
			if !placed[a] && precede[a] == 0 {
				next = a
				break
			}
		}
		placed[next] = true
		out = append(out, members[next])
		for _, b := range follow[next] {
			precede[b]--
		}
	}
	return out
}

// draw is a place in the group drawn by the slot's key.
func (g *group) draw(n uint64) int {
	key := g.chooser.slot.in.Key
	h := crypto.Keccak256(key[:], binary.BigEndian.AppendUint64(nil, uint64(g.members[0])), binary.BigEndian.AppendUint64(nil, n))
	return int(binary.BigEndian.Uint64(h) % uint64(len(g.members)))
}

// proposed is a proposed ordering of all winners, restricted to the group.
func (g *group) proposed(entries []int) (out []int) {
	for _, i := range entries {
		if k := g.chooser.at[i]; k >= 0 && slices.Contains(g.members, k) {
			out = append(out, k)
		}
	}
	return out
}

// lost are the members that do not execute in the best ordering, the highest bid first.
func (g *group) lost() (out []int) {
	for _, k := range g.best {
		if !g.results[k].executed() {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// blocker is the place of the first that executes in the best ordering and writes what k touches.
func (g *group) blocker(k int) int {
	for at, q := range g.best {
		if q == k {
			return at
		}
		if g.results[q].executed() && meet(g.chooser.prints[q].writes, g.chooser.prints[k].touches) {
			return at
		}
	}
	return len(g.best) - 1
}

// moved is the best ordering with k before its blocker.
func (g *group) moved(k int) []int {
	to := g.blocker(k)
	order := slices.DeleteFunc(slices.Clone(g.best), func(q int) bool { return q == k })
	return slices.Insert(order, to, k)
}

// moveAll tries at once, before each blocker, those of its failures that do not meet each other, the highest bids
// first, if they bid more together than it does or do not disturb it.
func (g *group) moveAll() (bool, error) {
	before := make(map[int][]int) // by blocker's place
	sums := make(map[int]*uint256.Int)
	for _, k := range g.lost() {
		at := g.blocker(k)
		if slices.ContainsFunc(before[at], func(q int) bool { return g.clash(k, q) }) {
			continue
		}
		if sums[at] == nil {
			sums[at] = new(uint256.Int)
		}
		if g.disturbs(k, g.best[at]) {
			sums[at] = atMost(sums[at], g.chooser.entry(k).Bid)
		} else {
			sums[at] = sums[at].SetAllOne() // it costs the blocker nothing
		}
		before[at] = append(before[at], k)
	}
	moving := make(map[int]bool)
	for at, list := range before {
		if sums[at].Gt(g.chooser.entry(g.best[at]).Bid) {
			for _, k := range list {
				moving[k] = true
			}
		}
	}
	var order []int
	for at, q := range g.best {
		for _, k := range before[at] {
			if moving[k] && k != q {
				order = append(order, k)
			}
		}
		if !moving[q] {
			order = append(order, q)
		}
	}
	if len(moving) == 0 || len(order) != len(g.best) { // a blocker that itself moves leaves those before it where they were
		return true, nil
	}
	_, ok, err := g.try(order)
	return ok, err
}

// disturbs says whether k writes what q touches; clash, whether either does to the other.
func (g *group) disturbs(k, q int) bool {
	return meet(g.chooser.prints[k].writes, g.chooser.prints[q].touches)
}

func (g *group) clash(k, q int) bool { return g.disturbs(k, q) || g.disturbs(q, k) }
