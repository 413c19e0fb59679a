package evm

import (
	"encoding/binary"
	"fmt"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
)

// pairSlots are where one rollup's ChoraleSystem keeps its two accumulators towards another.
type pairSlots struct {
	other               *chain
	back                int // which of other's pairs is towards this rollup
	trigRoot, trigCount common.Hash
	actRoot, actCount   common.Hash
}

// watch computes the storage slots of the accumulators towards all other rollups. All are ascending.
func (c *chain) watch(all []*chain) {
	c.accumulators = make(map[common.Hash]bool)
	for _, other := range all {
		if other == c {
			continue
		}
		p := pairSlots{other: other}
		for _, d := range all {
			if d != other && d.id < c.id {
				p.back++
			}
		}
		p.trigRoot, p.trigCount = predeploy.AccumulatorSlots(predeploy.TrigSlot, uint64(other.id))
		p.actRoot, p.actCount = predeploy.AccumulatorSlots(predeploy.ActSlot, uint64(other.id))
		c.pairs = append(c.pairs, p)
		for _, slot := range []common.Hash{p.trigRoot, p.trigCount, p.actRoot, p.actCount} {
			c.accumulators[slot] = true
		}
	}
}

// EndSlot returns what this slot added and how the rollups stand, and begins the next slot, as builder.Rollups says.
// What is to be done for each rollup alone is done side by side.
func (m *Machine) EndSlot() (*builder.SlotState, error) {
	if !m.opened {
		return nil, fmt.Errorf("end slot: %w", ErrNotOpen)
	}
	m.void()
	m.unload()
	out := &builder.SlotState{Heads: make([]builder.Head, len(m.chains)), Additions: make([]builder.Addition, len(m.chains))}
	err := m.each(func(i int, c *chain) error {
		c.open.seal()
		out.Heads[i], out.Additions[i] = c.standsAt(), c.addition()
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, src := range m.chains {
		for i := range src.pairs {
			out.Pairs = append(out.Pairs, src.pair(i))
		}
	}
	for _, c := range m.chains {
		if err := c.open.state.Error(); err != nil {
			return nil, fmt.Errorf("end slot on rollup %s: %w: %w", c.id, ErrState, err)
		}
		c.open.slotStart, c.closed = len(c.open.txs), nil
	}
	return out, nil
}

// standsAt is what the slot's header says of the rollup.
func (c *chain) standsAt() builder.Head {
	h := builder.Head{
		Chain:       c.id,
		Number:      c.open.header.Number.Uint64(),
		Time:        c.open.header.Time,
		TxCount:     uint64(len(c.open.txs)),
		TxRoot:      c.open.sealed.txRoot,
		ReceiptRoot: c.open.sealed.receiptRoot,
	}
	if c.closed != nil {
		h.ClosedNumber, h.ClosedHash, h.ClosedState = c.closed.Number.Uint64(), c.closed.Hash(), c.closed.Root
	}
	return h
}

// addition is what this slot added to the open block.
func (c *chain) addition() builder.Addition {
	a := builder.Addition{Chain: c.id, Number: c.open.header.Number.Uint64(), Time: c.open.header.Time}
	if from, to := c.open.slotStart, len(c.open.txs); from < to {
		a.Txs, a.Receipts = c.open.txs[from:to:to], c.open.receipts[from:to:to]
	}
	return a
}

// pair reads the accumulators of the rollup and of its i-th other: what was triggered here, what acted there.
func (c *chain) pair(i int) builder.Pair {
	p := c.pairs[i]
	out := builder.Pair{Src: c.id, Dst: p.other.id}
	out.TrigRoot, out.TrigCount = c.accumulator(p.trigRoot, p.trigCount)
	q := p.other.pairs[p.back]
	out.ActRoot, out.ActCount = p.other.accumulator(q.actRoot, q.actCount)
	return out
}

func (c *chain) accumulator(root, count common.Hash) (rollup.Digest, uint64) {
	n := c.open.state.GetState(predeploy.Address, count)
	return c.open.state.GetState(predeploy.Address, root), binary.BigEndian.Uint64(n[24:])
}
