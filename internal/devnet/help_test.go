package devnet_test

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum"
)

// pairingCall asks EIP-2537's pairing precompile (0x0f) about one pair of points at infinity.
func pairingCall() ethereum.CallMsg {
	to := rollup.Address{19: 0x0f}
	return ethereum.CallMsg{To: &to, Data: make([]byte, 384), Gas: 1_000_000}
}
