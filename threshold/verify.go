package threshold

import (
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// Tag is a domain separation tag of hashing to the curve (RFC 9380), at most
// 255 bytes. What was signed under one tag verifies under no other.
type Tag string

const (
	// AttestationTag is Ethereum's: signatures under it verify with any
	// Ethereum BLS library.
	AttestationTag Tag = "BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_"
	// OpeningTag is for signatures that are opening keys of sealed messages.
	OpeningTag Tag = "CHORALE_OPENING_BLS12381G2_XMD:SHA-256_SSWU_RO_V1_"
)

var (
	// ErrSignature refuses a signature that is not the key's over the message.
	ErrSignature = errors.New("threshold: signature does not verify")
	// ErrTag refuses a tag that is empty or longer than 255 bytes.
	ErrTag = errors.New("threshold: bad domain separation tag")
)

// Verify checks sig over msg under tag against pub. It refuses with ErrEncoding
// (not a point of the subgroup), ErrIdentity (infinity as key or signature),
// ErrTag or ErrSignature.
func Verify(pub PublicKey, tag Tag, msg []byte, sig Signature) error {
	key, err := pub.point()
	if err != nil {
		return err
	}
	point, err := sig.point()
	if err != nil {
		return err
	}
	hash, err := hashToG2(tag, msg)
	if err != nil {
		return err
	}
	return pairs(&key, &hash, &point)
}

// pairs checks e(key, hash) = e(G, sig). All are in their subgroups.
func pairs(key *bls12381.G1Affine, hash, sig *bls12381.G2Affine) error {
	var minus bls12381.G1Affine
	_, _, g1, _ := bls12381.Generators()
	minus.Neg(&g1)
	ok, err := bls12381.PairingCheck(
		[]bls12381.G1Affine{*key, minus},
		[]bls12381.G2Affine{*hash, *sig},
	)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrSignature, err)
	}
	if !ok {
		return ErrSignature
	}
	return nil
}

func (t Tag) check() error {
	if len(t) == 0 || len(t) > 255 {
		return fmt.Errorf("%w: %d bytes", ErrTag, len(t))
	}
	return nil
}

func hashToG2(tag Tag, msg []byte) (bls12381.G2Affine, error) {
	if err := tag.check(); err != nil {
		return bls12381.G2Affine{}, err
	}
	p, err := bls12381.HashToG2(msg, []byte(tag))
	if err != nil {
		return p, fmt.Errorf("hash to G2: %w", err)
	}
	return p, nil
}
