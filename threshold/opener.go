package threshold

import (
	"bytes"
	"crypto/subtle"
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// ErrNotOpenable is the one refusal of a ciphertext: malformed, changed, sealed
// to another identity or group, or copied under other associated data.
var ErrNotOpenable = errors.New("threshold: not openable")

type pairingLines = [2][len(bls12381.LoopCounter) - 1]bls12381.LineEvaluationAff

// Opener opens what was sealed to one identity. It holds the pairing's lines
// through the opening key. Safe for concurrent use.
type Opener struct {
	lines pairingLines
}

// NewOpener prepares opening with the group's signature under OpeningTag over
// the identity. ErrEncoding or ErrIdentity for a bad point. Whether it is that
// signature is for Verify to say; with another point nothing opens.
func NewOpener(key Signature) (*Opener, error) {
	p, err := key.point()
	if err != nil {
		return nil, fmt.Errorf("opening key: %w", err)
	}
	return &Opener{lines: bls12381.PrecomputeLines(p)}, nil
}

// Open gives the plaintext, or ErrNotOpenable and nothing else. Equal inputs
// give equal answers on every machine.
func (o *Opener) Open(ad, ciphertext []byte) ([]byte, error) {
	if len(ciphertext) < SealOverhead {
		return nil, ErrNotOpenable
	}
	kem, sealed := ciphertext[:kemSize], ciphertext[kemSize:]
	u, v, w := kem[:PublicKeySize], kem[PublicKeySize:PublicKeySize+seedSize], kem[PublicKeySize+seedSize:]

	// The subgroup is not checked here: r·G below lies in it, and u must be that.
	var point bls12381.G1Affine
	dec := bls12381.NewDecoder(bytes.NewReader(u), bls12381.NoSubgroupChecks())
	if err := dec.Decode(&point); err != nil || point.IsInfinity() {
		return nil, ErrNotOpenable
	}
	// A copy: gnark-crypto v0.22 scales the lines it is given in place, so that a
	// second pairing over the same lines would be of another point.
	shared, err := bls12381.PairFixedQ([]bls12381.G1Affine{point}, []pairingLines{o.lines})
	if err != nil {
		return nil, ErrNotOpenable
	}
	sigma := xor(v, maskOf(&shared, u))
	key := xor(w, digest(domainWrap, sigma))
	r, err := sealScalar(sigma, key, ad)
	if err != nil {
		return nil, ErrNotOpenable
	}
	var again bls12381.G1Affine
	again.ScalarMultiplicationBase(r)
	if compressed := again.Bytes(); subtle.ConstantTimeCompare(compressed[:], u) != 1 {
		return nil, ErrNotOpenable
	}
	aead, err := aeadOf(key, kem, ad)
	if err != nil {
		return nil, ErrNotOpenable
	}
	plaintext, err := aead.Open(nil, make([]byte, aead.NonceSize()), sealed, ad)
	if err != nil {
		return nil, ErrNotOpenable
	}
	return plaintext, nil
}
