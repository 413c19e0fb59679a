//go:build cgo

package threshold

import (
	"fmt"

	blst "github.com/supranational/blst/bindings/go"
)

// The three operations that use a long-lived secret, on blst.

func (s *secret) scalar() *blst.SecretKey {
	k := new(blst.SecretKey).Deserialize(s.bytes[:])
	if k == nil {
		// secretFromBytes and secretFromElement admit nothing else.
		panic("threshold: secret out of range")
	}
	return k
}

// public is secret·G.
func (s *secret) public() PublicKey {
	k := s.scalar()
	defer k.Zeroize()
	return PublicKey(new(blst.P1Affine).From(k).Compress())
}

// sign is secret·H(msg) under a tag that was checked.
func (s *secret) sign(tag Tag, msg []byte) Signature {
	k := s.scalar()
	defer k.Zeroize()
	return Signature(new(blst.P2Affine).Sign(k, msg, []byte(tag)).Compress())
}

// agree is secret·point, the Diffie–Hellman secret, compressed. ErrEncoding and
// ErrIdentity as in PublicKey.Check.
func (s *secret) agree(point PublicKey) ([PublicKeySize]byte, error) {
	p := new(blst.P1Affine).Uncompress(point[:])
	if p == nil {
		return [PublicKeySize]byte{}, fmt.Errorf("%w: public key", ErrEncoding)
	}
	if err := point.Check(); err != nil {
		return [PublicKeySize]byte{}, err
	}
	k := s.scalar()
	defer k.Zeroize()
	var jacobian blst.P1
	jacobian.FromAffine(p)
	return [PublicKeySize]byte(jacobian.MultAssign(k).Compress()), nil
}
