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
	other               rollup.ChainID
	trigRoot, trigCount common.Hash
	actRoot, actCount   common.Hash
}

// watch computes the storage slots of the accumulators towards all other rollups.
func (c *chain) watch(ids []rollup.ChainID) {
	for _, id := range ids {
		if id == c.id {
			continue
		}
		p := pairSlots{other: id}
		p.trigRoot, p.trigCount = predeploy.AccumulatorSlots(predeploy.TrigSlot, uint64(id))
		p.actRoot, p.actCount = predeploy.AccumulatorSlots(predeploy.ActSlot, uint64(id))
		c.pairs = append(c.pairs, p)
	}
}

// EndSlot returns what this slot added and how the rollups stand, and begins the next slot, as builder.Rollups says.
func (m *Machine) EndSlot() (*builder.SlotState, error) {
	m.marks = nil
	out := &builder.SlotState{}
	for _, id := range m.ids {
		c := m.chains[id]
		if c.open == nil {
			return nil, fmt.Errorf("end slot on rollup %s: %w", id, ErrNotOpen)
		}
		out.Heads = append(out.Heads, c.standing())
		out.Additions = append(out.Additions, c.addition())
	}
	for _, src := range m.ids {
		for i := range m.chains[src].pairs {
			out.Pairs = append(out.Pairs, m.pair(m.chains[src], i))
		}
	}
	for _, id := range m.ids {
		if err := m.chains[id].open.state.Error(); err != nil {
			return nil, fmt.Errorf("end slot on rollup %s: %w: %w", id, ErrState, err)
		}
		m.chains[id].open.slotStart, m.chains[id].closed = len(m.chains[id].open.txs), nil
	}
	return out, nil
}

// standing is what the slot's header says of the rollup.
func (c *chain) standing() builder.Head {
	h := builder.Head{
		Chain:       c.id,
		Number:      c.open.header.Number.Uint64(),
		Time:        c.open.header.Time,
		TxCount:     uint64(len(c.open.txs)),
		TxRoot:      c.open.txRoot,
		ReceiptRoot: c.open.receiptRoot,
	}
	if c.closed != nil {
		h.ClosedNumber, h.ClosedHash, h.ClosedState = c.closed.Number.Uint64(), c.closed.Hash(), c.closed.Root
	}
	return h
}

// addition is what this slot added to the open block.
func (c *chain) addition() builder.Addition {
	from, to := c.open.slotStart, len(c.open.txs)
	return builder.Addition{
		Chain:    c.id,
		Number:   c.open.header.Number.Uint64(),
		Time:     c.open.header.Time,
		Txs:      c.open.txs[from:to:to],
		Receipts: c.open.receipts[from:to:to],
	}
}

// pair reads the accumulators of src and of its i-th other rollup: what was triggered there, what acted here.
func (m *Machine) pair(src *chain, i int) builder.Pair {
	p := src.pairs[i]
	dst := m.chains[p.other]
	out := builder.Pair{Src: src.id, Dst: dst.id}
	out.TrigRoot, out.TrigCount = src.accumulator(p.trigRoot, p.trigCount)
	for _, q := range dst.pairs {
		if q.other == src.id {
			out.ActRoot, out.ActCount = dst.accumulator(q.actRoot, q.actCount)
		}
	}
	return out
}

func (c *chain) accumulator(root, count common.Hash) (rollup.Digest, uint64) {
	n := c.open.state.GetState(predeploy.Address, count)
	return c.open.state.GetState(predeploy.Address, root), binary.BigEndian.Uint64(n[24:])
}
