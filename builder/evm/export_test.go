package evm

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
)

// OpenState is the open block's state, for tests to look into.
func (m *Machine) OpenState(id rollup.ChainID) *state.StateDB { return m.byID[id].open.state.StateDB }

// OpenHeader is the open block's header.
func (m *Machine) OpenHeader(id rollup.ChainID) *types.Header { return m.byID[id].open.header }
