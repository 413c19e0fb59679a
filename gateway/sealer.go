package gateway

import (
	"sync"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// sealers prepare sealing to a slot, once for each slot: it costs a pairing.
type sealers struct {
	mu     sync.Mutex
	bySlot map[sealerKey]*threshold.Sealer
}

type sealerKey struct {
	network rollup.Network
	slot    rollup.Slot
	group   threshold.PublicKey
}

// keptSealers bounds them: slots are used for a second or so.
const keptSealers = 16

func (s *sealers) of(st sequencer.Status, slot rollup.Slot) (*threshold.Sealer, error) {
	key := sealerKey{st.Network, slot, st.Group.Public}
	s.mu.Lock()
	defer s.mu.Unlock()
	if one := s.bySlot[key]; one != nil {
		return one, nil
	}
	one, err := threshold.NewSealer(st.Group.Public, auction.Identity(st.Network, slot))
	if err != nil {
		return nil, err
	}
	if len(s.bySlot) >= keptSealers || s.bySlot == nil {
		s.bySlot = map[sealerKey]*threshold.Sealer{}
	}
	s.bySlot[key] = one
	return one, nil
}
