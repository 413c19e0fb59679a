package api

import (
	"sync"

	"github.com/chorale-network/chorale/rollup"
)

// shareParts is into how many parts the gas is divided that one bidder, here the gateway, may have in a batch: of
// what it seals for others, no one sender has more than one of them.
const shareParts = 8

// shareGas is a sender's part in gas.
func (s *Server) shareGas() uint64 { return s.cfg.Parameters.BidderGas / shareParts }

// share counts what each sender had the gateway seal, slot by slot. A sender's first envelope for a slot is always
// within its part, however much of it that is. Safe for concurrent use.
type share struct {
	mu    sync.Mutex
	slots map[rollup.Slot]map[string]uint64 // gas of the classes
}

// keptShares bounds the slots that are counted for: as many as the committee takes envelopes ahead for, and more.
const keptShares = 256

func (m *share) fits(slot rollup.Slot, by string, gas, limit uint64) bool {
	used := m.slots[slot][by]
	return used == 0 || used+gas <= limit
}

// room says whether there is room for gas more.
func (m *share) room(slot rollup.Slot, by string, gas, limit uint64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.fits(slot, by, gas, limit)
}

// next is the first slot from slot on with room, at most so many later and none after last (0: any); slot itself
// where none has room. Nothing overtakes what its sender had put off before: the nonces that follow would be too high.
func (m *share) next(slot, later, last rollup.Slot, by string, gas, limit uint64) rollup.Slot {
	m.mu.Lock()
	defer m.mu.Unlock()
	from := slot
	for s := slot + 1; s <= slot+later && (last == 0 || s <= last); s++ {
		if m.slots[s][by] > 0 {
			from = s
		}
	}
	for s := from; s <= slot+later && (last == 0 || s <= last); s++ {
		if m.fits(s, by, gas, limit) {
			return s
		}
	}
	return slot
}

// take counts gas of a sender for a slot if there is room.
func (m *share) take(slot rollup.Slot, by string, gas, limit uint64) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.fits(slot, by, gas, limit) {
		return false
	}
	if m.slots == nil {
		m.slots = map[rollup.Slot]map[string]uint64{}
	}
	if m.slots[slot] == nil {
		m.slots[slot] = map[string]uint64{}
		for old := range m.slots {
			if old+keptShares < slot {
				delete(m.slots, old)
			}
		}
	}
	m.slots[slot][by] += gas
	return true
}
