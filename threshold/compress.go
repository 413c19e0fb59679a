package threshold

import (
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// CompressG1 is the inverse of ExpandG1: it reads a key from its 128 bytes of EIP-2537. ErrEncoding for what
// is not a canonical point of the subgroup, ErrIdentity for infinity, which is written as zeros.
func CompressG1(expanded [128]byte) (PublicKey, error) {
	var raw [2 * 48]byte
	if err := fields(raw[:], expanded[:], 0, 1); err != nil {
		return PublicKey{}, err
	}
	var p bls12381.G1Affine
	if expanded == ([128]byte{}) {
		return PublicKey{}, fmt.Errorf("%w: public key", ErrIdentity)
	}
	if _, err := p.SetBytes(raw[:]); err != nil {
		return PublicKey{}, fmt.Errorf("%w: public key: %w", ErrEncoding, err)
	}
	return p.Bytes(), nil
}

// CompressG2 is the inverse of ExpandG2: it reads a signature from its 256 bytes of EIP-2537. Errors as of
// CompressG1.
func CompressG2(expanded [256]byte) (Signature, error) {
	var raw [4 * 48]byte
	if err := fields(raw[:], expanded[:], 1, 0, 3, 2); err != nil {
		return Signature{}, err
	}
	var p bls12381.G2Affine
	if expanded == ([256]byte{}) {
		return Signature{}, fmt.Errorf("%w: signature", ErrIdentity)
	}
	if _, err := p.SetBytes(raw[:]); err != nil {
		return Signature{}, fmt.Errorf("%w: signature: %w", ErrEncoding, err)
	}
	return p.Bytes(), nil
}

// fields copies the 48-byte field elements of EIP-2537's 64-byte words, taking word order[i] as the i-th. The
// 16 bytes before each, and the three bits that the usual form uses as flags, must be zero.
func fields(out, expanded []byte, order ...int) error {
	for i, word := range order {
		w := expanded[64*word:][:64]
		if [16]byte(w[:16]) != [16]byte{} || w[16]&0xe0 != 0 {
			return fmt.Errorf("%w: not a field element", ErrEncoding)
		}
		copy(out[48*i:], w[16:])
	}
	return nil
}
