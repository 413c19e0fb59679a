//go:build !cgo

package threshold

import (
	"fmt"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// The three operations that use a long-lived secret, on gnark-crypto: the same
// bytes as blst gives, without its aim at constant time.

// public is secret·G.
func (s *secret) public() PublicKey {
	var p bls12381.G1Affine
	p.ScalarMultiplicationBase(new(big.Int).SetBytes(s.bytes[:]))
	return PublicKey(p.Bytes())
}

// sign is secret·H(msg) under a tag that was checked.
func (s *secret) sign(tag Tag, msg []byte) Signature {
	p, err := hashToG2(tag, msg)
	if err != nil {
		// Hashing fails for a bad tag alone.
		panic(fmt.Sprintf("threshold: %v", err))
	}
	p.ScalarMultiplication(&p, new(big.Int).SetBytes(s.bytes[:]))
	return Signature(p.Bytes())
}

// agree is secret·point, the Diffie–Hellman secret, compressed. ErrEncoding and
// ErrIdentity as in PublicKey.Check.
func (s *secret) agree(point PublicKey) ([PublicKeySize]byte, error) {
	p, err := point.point()
	if err != nil {
		return [PublicKeySize]byte{}, err
	}
	p.ScalarMultiplication(&p, new(big.Int).SetBytes(s.bytes[:]))
	return p.Bytes(), nil
}
