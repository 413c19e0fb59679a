// Package rollup holds the words that no stage of the line makes: chains, slots, digests, transactions,
// the network's parameters, what L1 tells us, and the Merkle trees that commit to lists.
//
// In come bytes (raw transactions, queue payloads, parameter files); out come checked values. It never
// does I/O, reads a clock, logs, or knows a bundle, a batch or a block.
package rollup

import (
	"encoding/binary"
	"fmt"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
)

// Digest is a 32-byte hash: keccak256 where Ethereum's conventions ask for it, sha256 in SSZ trees.
type Digest = common.Hash

// Address is a 20-byte account, the same on L1 and on every rollup.
type Address = common.Address

// ChainID names a rollup (EIP-155).
type ChainID uint64

// String is the decimal form, as wallets show it.
func (c ChainID) String() string { return strconv.FormatUint(uint64(c), 10) }

// Slot numbers the network's slots. A slot is one height of the committee's consensus, from 1; 0 is genesis.
type Slot uint64

// String is the decimal form.
func (s Slot) String() string { return strconv.FormatUint(uint64(s), 10) }

// Network is what every signature and every sealing identity is bound to, so that nothing signed for one
// network, incarnation or epoch means anything in another.
type Network struct {
	ID          Digest `json:"id"`          // keccak256(abi.encode("chorale", L1 chain id, registry address))
	Incarnation uint64 `json:"incarnation"` // grows when governance restarts a frozen network; fits 32 bits
	Epoch       uint64 `json:"epoch"`       // grows with each committee key
}

// Bytes is the fixed 48-byte form: ID ‖ incarnation ‖ epoch, integers big-endian.
func (n Network) Bytes() []byte {
	out := make([]byte, 0, 48)
	out = append(out, n.ID[:]...)
	out = binary.BigEndian.AppendUint64(out, n.Incarnation)
	return binary.BigEndian.AppendUint64(out, n.Epoch)
}

// String is for logs.
func (n Network) String() string {
	return fmt.Sprintf("%s/%d/%d", n.ID.TerminalString(), n.Incarnation, n.Epoch)
}
