package auction

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// lengthSize is the plaintext's prefix: the bundle's encoded length, big-endian.
const lengthSize = 4

// Seal encrypts a bundle with its bid to clear.Slot and has the envelope signed. clear gives Network, Slot,
// Bidder and GasClass; its SizeClass is the least that will be used, so that a maker may hide a small bundle
// among large ones. s must be the sealer of Identity(clear.Network, clear.Slot) under the group's key. rand
// gives 64 bytes that must never come twice. sign signs the envelope's ID with the bidder's key (65 bytes).
// ErrOversized, ErrClass, ErrBadSignature when what sign gave is not the bidder's, or what sign or rand gave.
func Seal(rand io.Reader, s *threshold.Sealer, clear Sealed, b *Bundle, sign func(digest rollup.Digest) ([]byte, error)) (*Sealed, error) {
	encoded := b.Encode()
	if len(encoded) > MaxBundleBytes {
		return nil, fmt.Errorf("seal: %d bytes, at most %d: %w", len(encoded), MaxBundleBytes, ErrOversized)
	}
	if clear.GasClass.Gas() == 0 || clear.SizeClass.Bytes() == 0 {
		return nil, fmt.Errorf("seal: gas class %d, size class %d: %w", clear.GasClass, clear.SizeClass, ErrClass)
	}
	out := clear
	out.SizeClass = classFor(out.SizeClass, len(encoded))
	plain := make([]byte, out.SizeClass.Bytes())
	binary.BigEndian.PutUint32(plain, uint32(len(encoded)))
	copy(plain[lengthSize:], encoded)
	ciphertext, err := s.Seal(rand, out.associated(), plain)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	out.Ciphertext = ciphertext
	if out.Signature, err = sign(out.ID()); err != nil {
		return nil, fmt.Errorf("seal: sign: %w", err)
	}
	if err := signedBy(out.Bidder, out.ID(), out.Signature); err != nil {
		return nil, fmt.Errorf("seal: bidder %s: %w", out.Bidder, err)
	}
	return &out, nil
}

// unpad takes the bundle's encoding out of an opened plaintext. Padding that is not zero is refused, so that
// it carries nothing.
func unpad(plain []byte) ([]byte, error) {
	if len(plain) < lengthSize {
		return nil, fmt.Errorf("%w: %d bytes of plaintext", ErrMalformed, len(plain))
	}
	size, rest := binary.BigEndian.Uint32(plain), plain[lengthSize:]
	if uint64(size) > uint64(len(rest)) {
		return nil, fmt.Errorf("%w: bundle of %d bytes in %d", ErrMalformed, size, len(rest))
	}
	if len(bytes.TrimLeft(rest[size:], "\x00")) != 0 {
		return nil, fmt.Errorf("%w: padding is not zero", ErrMalformed)
	}
	return rest[:size], nil
}

// Check says whether an envelope is what it says, as far as everybody can see before it is opened: for this
// network, incarnation and epoch (ErrOtherNetwork), of classes that exist and that a batch can hold
// (ErrClass, ErrOversized), with a ciphertext of its class's length (ErrCiphertext), signed by its bidder
// (ErrBadSignature). It does not look at the slot or the bidder's fee balance. About 60 µs.
func (s *Sealed) Check(p *rollup.Parameters, n rollup.Network) error {
	if s.Network != n {
		return fmt.Errorf("network %s, want %s: %w", s.Network, n, ErrOtherNetwork)
	}
	if s.SizeClass.Bytes() == 0 {
		return fmt.Errorf("sizeClass %d: %w", s.SizeClass, ErrClass)
	}
	if err := fits(p, uint64(s.Size()), s.SizeClass, s.GasClass); err != nil { //nolint:gosec // a length
		return err
	}
	if want := s.SizeClass.Bytes() + threshold.SealOverhead; len(s.Ciphertext) != want {
		return fmt.Errorf("ciphertext: %d bytes, want %d: %w", len(s.Ciphertext), want, ErrCiphertext)
	}
	if err := signedBy(s.Bidder, s.ID(), s.Signature); err != nil {
		return fmt.Errorf("signature: %w", err)
	}
	return nil
}
