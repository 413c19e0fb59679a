package auction

import (
	"github.com/chorale-network/chorale/rollup"
)

// batchDepth gives the batch tree room for 2^16 envelopes.
const batchDepth = 16

// Batch is the closed, ordered set of a slot's envelopes: the only thing under agreement. Immutable.
type Batch struct {
	Network   rollup.Network
	Slot      rollup.Slot
	Envelopes []*Sealed
}

// Root commits to every envelope and their order: the SSZ list root of their ids.
func (b *Batch) Root() rollup.Digest {
	ids := make([]rollup.Digest, len(b.Envelopes))
	for i, e := range b.Envelopes {
		ids[i] = e.ID()
	}
	return rollup.ListRoot(ids, batchDepth)
}
