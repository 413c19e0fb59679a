package sequencer

import "github.com/chorale-network/chorale/rollup"

// NextView is the L1 view of a block: the highest one that more than faulty of the extensions report
// identically, at least one honest member among them; without one above current, current. It never decreases,
// in number or in queue position. Where one number has two hashes so reported (a deep L1 reorg), the smaller
// hash counts, so that all agree.
func NextView(current rollup.L1View, extensions []*Extension, faulty int) rollup.L1View {
	best := current
	for i, e := range extensions {
		v := e.View
		if v.Number <= current.Number || v.QueuePosition < current.QueuePosition {
			continue
		}
		count := 0
		for _, other := range extensions {
			if other.View == v {
				count++
			}
		}
		if count <= faulty || v.Number < best.Number {
			continue
		}
		if i > 0 && v.Number == best.Number && v != best && !less(v, best) {
			continue
		}
		best = v
	}
	return best
}

func less(a, b rollup.L1View) bool {
	if c := a.Hash.Cmp(b.Hash); c != 0 {
		return c < 0
	}
	if a.QueuePosition != b.QueuePosition {
		return a.QueuePosition < b.QueuePosition
	}
	return a.QueueHash.Cmp(b.QueueHash) < 0
}
