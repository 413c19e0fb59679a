package builder

import "github.com/chorale-network/chorale/rollup"

// pairDepth gives the pair tree room for all ordered pairs of 2^10 rollups.
const pairDepth = 20

// Root is the pair's SSZ hash_tree_root: source, destination, trigger root, action root, trigger count,
// action count.
func (p Pair) Root() rollup.Digest {
	return rollup.ContainerRoot(rollup.Uint64Leaf(uint64(p.Src)), rollup.Uint64Leaf(uint64(p.Dst)),
		p.TrigRoot, p.ActRoot, rollup.Uint64Leaf(p.TrigCount), rollup.Uint64Leaf(p.ActCount))
}

// PairRoot commits to the accumulators of all ordered pairs, which ascend by source, then destination.
func PairRoot(pairs []Pair) rollup.Digest {
	roots := make([]rollup.Digest, len(pairs))
	for i, p := range pairs {
		roots[i] = p.Root()
	}
	return rollup.ListRoot(roots, pairDepth)
}
