package devnet

import (
	"context"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// blockLog is a member's closed blocks up to what was attested: what the rollups' nodes are fed from. It
// answers relay.Blocks. Safe for concurrent use.
type blockLog struct {
	machine *evm.Machine

	mu        sync.Mutex
	boundary  []relay.Boundary
	closings  []closing // not yet on L1, in order
	finalized map[rollup.ChainID]rollup.Digest
}

func newBlockLog(m *evm.Machine) *blockLog {
	return &blockLog{machine: m, finalized: map[rollup.ChainID]rollup.Digest{}}
}

// attested moves the boundary to what a slot closed.
func (b *blockLog) attested(slot rollup.Slot, heads []builder.Head) {
	if len(heads) == 0 || heads[0].ClosedNumber == 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if n := len(b.boundary); n > 0 && b.boundary[0].Number >= heads[0].ClosedNumber {
		return // replayed
	}
	b.boundary = b.boundary[:0:0]
	for _, h := range heads {
		b.boundary = append(b.boundary, relay.Boundary{Chain: h.Chain, Number: h.ClosedNumber, Hash: h.ClosedHash, Finalized: b.finalized[h.Chain]})
	}
	b.closings = append(b.closings, closing{slot, heads})
}

// posted makes final what slots up to last closed.
func (b *blockLog) posted(last rollup.Slot) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.closings) > 0 && b.closings[0].slot <= last {
		for i, h := range b.closings[0].heads {
			b.finalized[h.Chain] = h.ClosedHash
			b.boundary[i].Finalized = h.ClosedHash
		}
		b.closings = b.closings[1:]
	}
}

// Boundary is the newest attested block of each rollup.
func (b *blockLog) Boundary(context.Context) ([]relay.Boundary, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]relay.Boundary{}, b.boundary...), nil
}

// Block is a closed block at or below the boundary.
func (b *blockLog) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	return b.machine.Block(chain, number)
}
