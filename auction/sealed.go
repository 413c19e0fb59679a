package auction

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// SizeClass names the length to which a plaintext is padded: 1 KiB shifted left by twice the class, the last
// class being 320 KiB.
type SizeClass uint8

// Sizes of the classes in bytes of padded plaintext.
var sizes = [...]int{1 << 10, 4 << 10, 16 << 10, 64 << 10, 320 << 10}

// Bytes is the padded plaintext's length, 0 for a class that does not exist.
func (c SizeClass) Bytes() int {
	if int(c) >= len(sizes) {
		return 0
	}
	return sizes[c]
}

// KiB is the same in KiB, which is what the fee counts.
func (c SizeClass) KiB() uint64 { return uint64(c.Bytes()) >> 10 }

// GasClass bounds all work of an envelope on all chains, actions and failed attempts included.
type GasClass uint8

// MaxGasClass is the largest class: 16,000,000 gas.
const MaxGasClass GasClass = 6

// Gas is the class's bound: 250,000 gas doubled per class, 0 for a class that does not exist.
func (c GasClass) Gas() uint64 {
	if c > MaxGasClass {
		return 0
	}
	return 250_000 << c
}

// Sealed is a bundle and its bid, encrypted to one slot, in an envelope signed by an account with a fee
// balance on L1. Everything but the ciphertext is in clear and is bound to it. Immutable.
type Sealed struct {
	Network    rollup.Network
	Slot       rollup.Slot
	Bidder     rollup.Address // pays the opening fee
	SizeClass  SizeClass
	GasClass   GasClass
	Ciphertext []byte
	Signature  []byte // 65 bytes, EIP-712 Envelope by Bidder
}

// Refusals of an envelope.
var (
	ErrBadSignature = errors.New("signature does not match")
	ErrClass        = errors.New("no such class")
	ErrOtherNetwork = errors.New("sealed for another network, incarnation or epoch")
	ErrCiphertext   = errors.New("ciphertext has not its class's length")
)

// Identity is what an envelope is encrypted to and what members sign to open a slot's batch:
// keccak256("chorale/opening/v1" ‖ network ‖ slot).
func Identity(n rollup.Network, slot rollup.Slot) []byte {
	buf := append([]byte("chorale/opening/v1"), n.Bytes()...)
	return crypto.Keccak256(binary.BigEndian.AppendUint64(buf, uint64(slot)))
}

// associated is the data that the ciphertext is bound to: all clear fields except the signature.
func (s *Sealed) associated() []byte {
	buf := append([]byte("chorale/envelope/v1"), s.Network.Bytes()...)
	buf = binary.BigEndian.AppendUint64(buf, uint64(s.Slot))
	buf = append(buf, s.Bidder[:]...)
	return append(buf, byte(s.SizeClass), byte(s.GasClass))
}

// Clear is all that the envelope shows.
func (s *Sealed) Clear() *Clear {
	return &Clear{s.Network, s.Slot, s.Bidder, s.SizeClass, s.GasClass, crypto.Keccak256Hash(s.Ciphertext)}
}

// ID names an envelope: its EIP-712 digest, which the signature does not enter (ECDSA is malleable).
func (s *Sealed) ID() rollup.Digest { return s.Clear().ID() }

// Fee is the opening fee in wei: base + per KiB of the size class + per million gas of the gas class.
func (s *Sealed) Fee(p *rollup.Parameters) *uint256.Int {
	fee := new(uint256.Int).Mul(p.FeePerMegagas, uint256.NewInt(s.GasClass.Gas()))
	fee.Div(fee, uint256.NewInt(1_000_000))
	fee.Add(fee, new(uint256.Int).Mul(p.FeePerKiB, uint256.NewInt(s.SizeClass.KiB())))
	return fee.Add(fee, p.FeeBase)
}

// Encode is the envelope's canonical RLP, one CometBFT transaction.
func (s *Sealed) Encode() []byte {
	out, err := rlp.EncodeToBytes(s)
	if err != nil {
		panic(fmt.Sprintf("encode envelope: %v", err)) // fixed types: cannot fail
	}
	return out
}

// Size is the length of Encode in bytes, which is what counts against BatchBytes.
func (s *Sealed) Size() int { return len(s.Encode()) }

// DecodeSealed reads what Encode wrote; anything else is ErrMalformed. Check says whether it is valid.
func DecodeSealed(b []byte) (*Sealed, error) {
	s := new(Sealed)
	if err := rlp.DecodeBytes(b, s); err != nil {
		return nil, fmt.Errorf("%w: envelope: %w", ErrMalformed, err)
	}
	return s, nil
}
