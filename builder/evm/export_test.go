package evm

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
)

// OpenState is the open block's state, for tests to look into.
func (m *Machine) OpenState(id rollup.ChainID) *state.StateDB { return m.chains[id].open.state }

// OpenHeader is the open block's header.
func (m *Machine) OpenHeader(id rollup.ChainID) *types.Header { return m.chains[id].open.header }

// UseOverlays makes every attempt execute on overlays.
func (m *Machine) UseOverlays() { m.overlays = true }
