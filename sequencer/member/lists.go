package member

import (
	"context"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Lists are what the block of a slot embeds of the commit before it, from the consensus log; false for a slot
// that is not decided here, or once the member stops.
func (m *Member) Lists(_ context.Context, slot rollup.Slot) (*sequencer.Lists, bool, error) {
	m.reading.RLock()
	defer m.reading.RUnlock()
	if m.left || m.decisions == nil || slot == 0 {
		return nil, false, nil
	}
	record, err := m.record(slot)
	if record == nil || err != nil {
		return nil, false, err
	}
	keyed, err := m.keyedAt(slot)
	if err != nil {
		return nil, false, err
	}
	return &sequencer.Lists{Slot: slot, Round: record.Round, Votes: record.Votes, Keyed: keyed}, true, nil
}

// record is the first transaction of a block in the consensus log; nil if the log has not the block. Under reading.
func (m *Member) record(slot rollup.Slot) (*sequencer.Record, error) {
	txs, found := m.decisions.Block(slot)
	if !found {
		return nil, nil
	}
	if len(txs) == 0 {
		return nil, fmt.Errorf("block %d: %w", slot, errBlock)
	}
	return sequencer.DecodeBlockRecord(txs[0])
}

// keyedAt is how far keys stood in blocks after a slot's: the first key of the first later block that has any is
// the next one's. While there is no such block it is what holds now.
func (m *Member) keyedAt(slot rollup.Slot) (rollup.Slot, error) {
	state := m.agreed()
	now, last := state.Keyed, state.Slot
	for after := slot + 1; after <= last; after++ {
		record, err := m.record(after)
		if err != nil {
			return 0, err
		}
		if record == nil || len(record.Keys) == 0 {
			continue
		}
		for keyed := after - 1; keyed > 0; keyed-- {
			a, _, err := m.store.slot(keyed)
			if err != nil {
				return 0, err
			}
			if a != nil && a.Key == record.Keys[0] {
				return keyed - 1, nil
			}
		}
		return 0, fmt.Errorf("block %d has a key of no slot: %w", after, sequencer.ErrRecord)
	}
	return now, nil
}
