package auction

import (
	"fmt"
	"sync"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// keptSealers bounds what Sealers keep: slots are used for a second or so.
const keptSealers = 16

// Sealers prepare sealing to slots, once for each: it costs a pairing, and the rest of sealing next to nothing. The
// zero value is ready. Safe for concurrent use.
type Sealers struct {
	mu   sync.Mutex
	kept map[sealerKey]*threshold.Sealer
}

type sealerKey struct {
	network rollup.Network
	slot    rollup.Slot
	group   threshold.PublicKey
}

// For is the slot's under the group's key.
func (s *Sealers) For(network rollup.Network, slot rollup.Slot, group threshold.PublicKey) (*threshold.Sealer, error) {
	key := sealerKey{network, slot, group}
	s.mu.Lock()
	defer s.mu.Unlock()
	if kept := s.kept[key]; kept != nil {
		return kept, nil
	}
	made, err := threshold.NewSealer(group, Identity(network, slot))
	if err != nil {
		return nil, fmt.Errorf("prepare sealing to slot %s: %w", slot, err)
	}
	if s.kept == nil || len(s.kept) >= keptSealers {
		s.kept = map[sealerKey]*threshold.Sealer{}
	}
	s.kept[key] = made
	return made, nil
}
