package builder

import (
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// footprint is all that an entry is known to touch: the union over its tries, and what follows from its form.
// Both lists are numbers of accesses, ascending, without doubles; writes are a part of touches.
type footprint struct{ touches, writes []int32 }

// add takes in what a try touched and wrote.
func (f *footprint) add(touches, writes []int32) {
	f.touches, f.writes = union(f.touches, touches), union(f.writes, writes)
}

// atlas numbers accesses in the order in which they are first seen, so that lists of them compare fast.
type atlas map[Access]int32

// numbers are those of a list's accesses, ascending.
func (a atlas) numbers(list []Access) []int32 {
	out := make([]int32, len(list))
	for i, x := range list {
		n, ok := a[x]
		if !ok {
			n = int32(len(a))
			a[x] = n
		}
		out[i] = n
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Accesses that no rollup has, chain 0 being none: by these, entries meet that compete for something else.
func escrowAccess(payer rollup.Address) Access { return Access{Account: payer} }
func twinAccess(hash rollup.Digest) Access     { return Access{Storage: true, Slot: hash} }
func roomAccess(chain rollup.ChainID) Access {
	return Access{Chain: chain, Storage: true, Slot: rollup.Digest{0xff}}
}

var pairAccess = Access{Account: rollup.Address{1}, Storage: true}

// union merges two ascending lists. It may return one of them.
func union(a, b []int32) []int32 {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	out := make([]int32, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case a[0] > b[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// meet says whether two ascending lists have something in common.
func meet(a, b []int32) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// form is what an entry writes whatever happens: its senders' accounts.
func form(e *auction.Entry) (list []Access) {
	for _, leg := range e.Txs {
		for _, tx := range leg {
			list = append(list, Access{Chain: tx.Chain, Account: tx.Sender})
		}
	}
	return list
}

// written is by whom each access was written in an ordering: the places of the first and of the last that
// executed and wrote it; −1 for nobody.
type written struct{ first, last []int }

func (c *chooser) written(order []int, results []*result) written {
	w := written{slices.Repeat([]int{-1}, len(c.atlas)), slices.Repeat([]int{-1}, len(c.atlas))}
	for at, k := range order {
		if results[k].executed() {
			w.note(at, c.prints[k].writes)
		}
	}
	return w
}

// note takes in what executed at a place. Places ascend.
func (w *written) note(at int, writes []int32) {
	for _, a := range writes {
		for int(a) >= len(w.first) { // not seen before
			w.first, w.last = append(w.first, -1), append(w.last, -1)
		}
		if w.first[a] < 0 {
			w.first[a] = at
		}
		w.last[a] = at
	}
}

// before and after say whether something of touches was written before or after a place.
func (w *written) before(at int, touches []int32) bool {
	return slices.ContainsFunc(touches, func(a int32) bool { return int(a) < len(w.first) && w.first[a] >= 0 && w.first[a] < at })
}

func (w *written) after(at int, touches []int32) bool {
	return slices.ContainsFunc(touches, func(a int32) bool { return int(a) < len(w.last) && w.last[a] > at })
}

// clusters joins entries of which one writes what the other touches, directly or through others: lists of
// positions, each ascending, in the order of their first members.
func clusters(prints []footprint) [][]int {
	parent := make([]int, len(prints))
	for p := range parent {
		parent[p] = p
	}
	var root func(int) int
	root = func(p int) int {
		if parent[p] != p {
			parent[p] = root(parent[p])
		}
		return parent[p]
	}
	writer := make(map[int32]int) // one that writes it
	for p := range prints {
		for _, a := range prints[p].writes {
			if _, ok := writer[a]; !ok {
				writer[a] = p
			}
		}
	}
	for p := range prints {
		for _, a := range prints[p].touches {
			if q, ok := writer[a]; ok {
				x, y := root(p), root(q)
				parent[max(x, y)] = min(x, y) // the root is the least member
			}
		}
	}
	at := make(map[int]int)
	var out [][]int
	for p := range prints {
		r := root(p)
		if r == p {
			at[p] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], p)
	}
	return out
}
