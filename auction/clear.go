package auction

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Clear is all that an envelope shows, its content by hash: enough to name it, and to say what room it takes.
type Clear struct {
	Network    rollup.Network
	Slot       rollup.Slot
	Bidder     rollup.Address
	SizeClass  SizeClass
	GasClass   GasClass
	Ciphertext rollup.Digest // keccak256 of the ciphertext
}

// ID is the envelope's: its EIP-712 digest.
func (c *Clear) ID() rollup.Digest {
	return typed(c.Network.ID, envelopeType,
		word(c.Network.Incarnation), word(c.Network.Epoch), word(uint64(c.Slot)), addressWord(c.Bidder),
		word(uint64(c.SizeClass)), word(uint64(c.GasClass)), c.Ciphertext)
}

// Size is the envelope's length in bytes, as it counts against BatchBytes.
func (c *Clear) Size() int {
	s := Sealed{
		Network: c.Network, Slot: c.Slot, Bidder: c.Bidder, SizeClass: c.SizeClass, GasClass: c.GasClass,
		Ciphertext: make([]byte, c.SizeClass.Bytes()+threshold.SealOverhead), Signature: make([]byte, 65),
	}
	return s.Size()
}
