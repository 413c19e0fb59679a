package evm

import (
	"context"
	"fmt"

	"github.com/chorale-network/chorale/builder"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/vm"
)

// mark is how the open blocks stood, by rollup in the order of Machine.ids.
type mark []stood

// stood is how one open block stood: a shallow copy of it, with its own gas pool.
type stood struct{ open openBlock }

// Mark names how the open blocks stand now, as builder.Drafts says.
func (m *Machine) Mark() builder.Mark {
	at := make(mark, 0, len(m.ids))
	for _, id := range m.ids {
		s := stood{}
		if o := m.chains[id].open; o != nil {
			s.open = *o
			s.open.pool = o.pool.Snapshot()
		}
		at = append(at, s)
	}
	m.marks = append(m.marks, at)
	return builder.Mark(len(m.marks) - 1)
}

// Rewind brings the open blocks back to a mark, as builder.Drafts says.
func (m *Machine) Rewind(to builder.Mark) error {
	if to < 0 || int(to) >= len(m.marks) {
		return fmt.Errorf("rewind to mark %d of %d: %w", to, len(m.marks), ErrMark)
	}
	m.marks = m.marks[:to+1]
	for i, id := range m.ids {
		if err := m.chains[id].back(m.marks[to][i]); err != nil {
			return fmt.Errorf("rewind rollup %s: %w", id, err)
		}
	}
	return nil
}

// back executes the open block's transactions anew up to a standing.
func (c *chain) back(to stood) error {
	if c.open == nil || len(c.open.txs) == len(to.open.txs) {
		return nil
	}
	parent := c.head.Load()
	db, err := state.New(parent.Root, c.states)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	o := to.open
	o.pool = core.NewGasPool(o.header.GasLimit)
	o.state = db
	c.open.evm.Release()
	o.evm = vm.NewEVM(core.NewEVMBlockContext(o.header, c, &o.header.Coinbase), db, c.config, vm.Config{})
	core.PreExecution(context.Background(), o.header.ParentBeaconRoot, parent, c.config, o.evm, o.header.Number, o.header.Time)
	for i, tx := range o.txs {
		db.SetTxContext(tx.Hash(), i, uint32(i+1))
		if _, _, err := core.ApplyTransaction(context.Background(), o.evm, o.pool, db, o.header, tx); err != nil {
			return fmt.Errorf("%w: %w", ErrState, err)
		}
	}
	o.txs, o.receipts = o.txs[:len(o.txs):len(o.txs)], o.receipts[:len(o.receipts):len(o.receipts)]
	c.open = &o
	return nil
}
