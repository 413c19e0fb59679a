package evm

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/state"
)

// OpenState is the open block's state, for tests to look into.
func (m *Machine) OpenState(id rollup.ChainID) *state.StateDB { return m.chains[id].open.state }
