package builder

import (
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// footprint is all that an entry is known to touch: the union over its tries, and what follows from its form.
// Both lists ascend without doubles; writes are a part of touches.
type footprint struct{ touches, writes []Access }

// add takes in what a try read and wrote.
func (f *footprint) add(reads, writes []Access) {
	f.touches = union(union(f.touches, reads), writes)
	f.writes = union(f.writes, writes)
}

// Accesses that no rollup has, chain 0 being none: by these, entries meet that compete for something else.
func escrowAccess(payer rollup.Address) Access { return Access{Account: payer} }
func twinAccess(hash rollup.Digest) Access     { return Access{Storage: true, Slot: hash} }
func roomAccess(chain rollup.ChainID) Access {
	return Access{Chain: chain, Storage: true, Slot: rollup.Digest{0xff}}
}

var pairAccess = Access{Account: rollup.Address{1}, Storage: true}

// union merges two ascending lists. It may return one of them.
func union(a, b []Access) []Access {
	if len(b) == 0 {
		return a
	}
	if len(a) == 0 {
		return b
	}
	out := make([]Access, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].Compare(b[0]); {
		case c < 0:
			out, a = append(out, a[0]), a[1:]
		case c > 0:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// meet says whether two ascending lists have something in common.
func meet(a, b []Access) bool {
	for len(a) > 0 && len(b) > 0 {
		switch c := a[0].Compare(b[0]); {
		case c < 0:
			a = a[1:]
		case c > 0:
			b = b[1:]
		default:
			return true
		}
	}
	return false
}

// form is what an entry touches whatever happens: its senders' accounts.
func form(e *auction.Entry) (f footprint) {
	var list []Access
	for _, leg := range e.Txs {
		for _, tx := range leg {
			list = append(list, Access{Chain: tx.Chain, Account: tx.Sender})
		}
	}
	slices.SortFunc(list, Access.Compare)
	list = slices.Compact(list)
	f.add(nil, list)
	return f
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
	written := make(map[Access]int) // one that writes it
	for p := range prints {
		for _, a := range prints[p].writes {
			if _, ok := written[a]; !ok {
				written[a] = p
			}
		}
	}
	for p := range prints {
		for _, a := range prints[p].touches {
			if q, ok := written[a]; ok {
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
