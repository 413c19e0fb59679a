package evm

import (
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/builder"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
)

// standing is how an open block stood between two attempts: lengths and counters, and nothing of its state.
type standing struct {
	notes     position
	pool      core.GasPool
	txs       int
	actionGas uint64
}

// mark is how all open blocks stood, by the order of the rollups, and what the slot had carried between them.
type mark struct {
	blocks  []standing
	carried int
}

// Mark names how the open blocks stand now, as builder.Drafts says.
func (m *Machine) Mark() builder.Mark {
	at := mark{carried: len(m.carried)}
	if m.opened {
		at.blocks = make([]standing, len(m.chains))
		for i, c := range m.chains {
			at.blocks[i] = c.open.standing()
		}
	}
	m.marks = append(m.marks, at)
	return builder.Mark(len(m.marks) - 1)
}

// Rewind brings the open blocks back to a mark, as builder.Drafts says.
func (m *Machine) Rewind(to builder.Mark) error {
	if to < 0 || int(to) >= len(m.marks) {
		return fmt.Errorf("rewind to mark %d of %d: %w", to, len(m.marks), ErrMark)
	}
	at := m.marks[to]
	clear(m.marks[to+1:])
	m.marks = m.marks[:to+1]
	for i := range at.blocks {
		c := m.chains[i]
		if err := c.back(at.blocks[i]); err != nil {
			return fmt.Errorf("rewind rollup %s: %w", c.id, err)
		}
	}
	m.uncarry(at.carried)
	return nil
}

// kept is what an open block has on top of how it stood.
type kept struct {
	values    values
	pool      core.GasPool
	txs       []*types.Transaction
	receipts  []*types.Receipt
	actionGas uint64
}

// Keep sets aside what was done since a mark, as builder.Drafts says: not how, only what it left.
func (m *Machine) Keep(since builder.Mark) (recall func() error, err error) {
	if since < 0 || int(since) >= len(m.marks) {
		return nil, fmt.Errorf("keep since mark %d of %d: %w", since, len(m.marks), ErrMark)
	}
	at := m.marks[since]
	blocks := make([]kept, len(at.blocks))
	for i := range at.blocks {
		blocks[i] = m.chains[i].open.since(at.blocks[i])
	}
	carried := slices.Clone(m.carried[at.carried:])
	slot := m.slot
	return func() error {
		if m.slot != slot {
			return fmt.Errorf("recall what was kept in another slot: %w", ErrMark)
		}
		if err := m.Rewind(since); err != nil {
			return err
		}
		for i := range blocks {
			c := m.chains[i]
			if err := c.again(&blocks[i]); err != nil {
				return fmt.Errorf("recall rollup %s: %w", c.id, err)
			}
		}
		m.recarry(carried)
		return nil
	}, nil
}

// void ends all marks: what was done before now stays.
func (m *Machine) void() {
	m.marks = nil
	m.slot++
	for _, c := range m.chains {
		if c.open != nil {
			c.open.state.forget()
		}
	}
}

func (o *openBlock) standing() standing {
	return standing{notes: o.state.position(), pool: *o.pool, txs: len(o.txs), actionGas: o.actionGas}
}

func (o *openBlock) since(at standing) kept {
	return kept{
		values: o.state.valuesSince(at.notes), pool: *o.pool, actionGas: o.actionGas,
		txs: slices.Clone(o.txs[at.txs:]), receipts: slices.Clone(o.receipts[at.txs:]),
	}
}

// again puts onto the open block, whose state is finalised, what was kept of it.
func (c *chain) again(k *kept) error {
	o := c.open
	if len(k.txs) == 0 {
		return nil
	}
	o.state.again(k.values, c.rules)
	*o.pool, o.actionGas = k.pool, k.actionGas
	o.txs, o.receipts = append(o.txs, k.txs...), append(o.receipts, k.receipts...)
	if err := o.state.Error(); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}

// back brings the open block, whose state is finalised, to how it stood. Its slices are cut: no slot that has ended
// handed out what is cut off, since its end voided all marks.
func (c *chain) back(to standing) error {
	o := c.open
	if o.state.position() != to.notes {
		o.state.back(to.notes, c.rules)
	}
	*o.pool, o.actionGas = to.pool, to.actionGas
	clear(o.txs[to.txs:])
	clear(o.receipts[to.txs:])
	o.txs, o.receipts = o.txs[:to.txs], o.receipts[:to.txs]
	if err := o.state.Error(); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	return nil
}
