package threshold

import (
	"bytes"
	"errors"
	"fmt"
	"sync"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// ErrNotOpenable is the one refusal of a ciphertext: malformed, changed, sealed
// to another identity or group, or copied under other associated data.
var ErrNotOpenable = errors.New("threshold: not openable")

type pairingLines = [2][len(bls12381.LoopCounter) - 1]bls12381.LineEvaluationAff

// scratchLines spares each opening the 24 KB of its copy.
var scratchLines = sync.Pool{New: func() any { return new([1]pairingLines) }}

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
	plaintext, _, err := o.OpenSeed(ad, ciphertext)
	return plaintext, err
}

// OpenSeed is Open that gives what the ciphertext was sealed with as well: Reseal makes of it, with the plaintext
// and the same ad, exactly this ciphertext again.
func (o *Opener) OpenSeed(ad, ciphertext []byte) ([]byte, Seed, error) {
	seed, err := o.seedOf(ad, ciphertext)
	if err != nil {
		return nil, Seed{}, err
	}
	plaintext, err := seed.Reveal(ad, ciphertext)
	if err != nil {
		return nil, Seed{}, err
	}
	return plaintext, seed, nil
}

// seedOf undoes the wrapping of the key and checks that it was made by the scheme.
func (o *Opener) seedOf(ad, ciphertext []byte) (Seed, error) {
	if len(ciphertext) < SealOverhead {
		return Seed{}, ErrNotOpenable
	}
	kem := ciphertext[:kemSize]
	u, v, w := kem[:PublicKeySize], kem[PublicKeySize:PublicKeySize+seedSize], kem[PublicKeySize+seedSize:]

	// The subgroup is not checked here: r·G below lies in it, and the point must
	// be that. Outside it the pairing is no secret's (the opening key is public by
	// now), and what it gives is thrown away with everything derived from it.
	// Infinity is refused here, since no r is zero.
	var point bls12381.G1Affine
	dec := bls12381.NewDecoder(bytes.NewReader(u), bls12381.NoSubgroupChecks())
	if err := dec.Decode(&point); err != nil || point.IsInfinity() {
		return Seed{}, ErrNotOpenable
	}
	shared, err := o.pair(&point)
	if err != nil {
		return Seed{}, ErrNotOpenable
	}
	sigma := xor(v, maskOf(&shared, u))
	key := xor(w, digest(domainWrap, sigma))
	r, err := sealScalar(sigma, key, ad)
	if err != nil {
		return Seed{}, ErrNotOpenable
	}
	// Equal points are equal bytes: a point that is not infinity has one encoding
	// of 48 bytes that the decoder takes.
	if !isMultipleOfGenerator(r, &point) {
		return Seed{}, ErrNotOpenable
	}
	return Seed(append(sigma, key...)), nil
}

// pair is e(point, opening key).
func (o *Opener) pair(point *bls12381.G1Affine) (bls12381.GT, error) {
	// A copy: gnark-crypto v0.22 scales the lines it is given in place, so that a
	// second pairing over the same lines would be of another point.
	lines := scratchLines.Get().(*[1]pairingLines)
	defer scratchLines.Put(lines)
	lines[0] = o.lines
	return bls12381.PairFixedQ([]bls12381.G1Affine{*point}, lines[:])
}
