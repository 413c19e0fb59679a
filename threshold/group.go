package threshold

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/consensys/gnark-crypto/ecc"
	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// ErrGroup refuses a group whose numbers do not fit or whose keys do not belong
// together.
var ErrGroup = errors.New("threshold: not a group")

// Group is all that is public about a committee's key. Shares[i] is the public
// key of the share with index i+1. Safe for concurrent use while nobody writes
// its fields.
type Group struct {
	Threshold int         `json:"threshold"`
	Public    PublicKey   `json:"public"`
	Shares    []PublicKey `json:"shares"`

	// points are the decompressed keys, filled by Validate (thus by DecodeGroup
	// and Ceremony.Result). A point is used only where the bytes it came from
	// are still those of the field, so writing a field cannot leave it stale.
	points *groupPoints
}

type groupPoints struct {
	keys   []PublicKey // Public, then Shares
	points []bls12381.G1Affine
}

// Validate refuses a group with numbers out of range, with a key at infinity or
// outside the subgroup, or whose keys are not values of one polynomial of degree
// at most t−1 with Public at 0: ErrGroup, ErrIdentity or ErrEncoding. It must
// have succeeded, once, before the group is trusted. Not safe beside other uses.
func (g *Group) Validate() error {
	if err := g.checkNumbers(); err != nil {
		return err
	}
	keys := append([]PublicKey{g.Public}, g.Shares...)
	points := make([]bls12381.G1Affine, len(keys))
	for i, key := range keys {
		p, err := key.point()
		if err != nil {
			return fmt.Errorf("group key %d: %w", i, err)
		}
		points[i] = p
	}
	if err := onePolynomial(g.Threshold, points, g.Encode()); err != nil {
		return err
	}
	g.points = &groupPoints{keys: keys, points: points}
	return nil
}

func (g *Group) checkNumbers() error {
	n := len(g.Shares)
	if n < 1 || n > MaxMembers {
		return fmt.Errorf("%w: %d members, want 1 to %d", ErrGroup, n, MaxMembers)
	}
	if g.Threshold < 1 || g.Threshold > n {
		return fmt.Errorf("%w: threshold %d of %d", ErrGroup, g.Threshold, n)
	}
	return nil
}

// onePolynomial checks that points[x], x = 0 … n, are values of a polynomial of
// degree below t, by one multi-scalar multiplication with a random word of the
// dual Reed–Solomon code (Cascudo and David, "SCRAPE", ACNS 2017): a word that
// is no such polynomial passes with probability 1/r. The randomness is a hash of
// the group itself, so that everybody comes to the same answer.
func onePolynomial(t int, points []bls12381.G1Affine, transcript []byte) error {
	n := len(points) - 1
	dual, err := hashToScalars("CHORALE_GROUP_DUAL_CODE_V1", n-t+1, transcript)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrGroup, err)
	}
	scalars := make([]fr.Element, len(points))
	for x := range points {
		var denominator, at, term, value fr.Element
		denominator.SetOne()
		for other := range points {
			if other != x {
				term.SetInt64(int64(x - other))
				denominator.Mul(&denominator, &term)
			}
		}
		at.SetUint64(uint64(x))
		for i := len(dual) - 1; i >= 0; i-- {
			value.Mul(&value, &at).Add(&value, &dual[i])
		}
		scalars[x].Inverse(&denominator).Mul(&scalars[x], &value)
	}
	var sum bls12381.G1Affine
	if _, err := sum.MultiExp(points, scalars, ecc.MultiExpConfig{NbTasks: 1}); err != nil {
		return fmt.Errorf("%w: %w", ErrGroup, err)
	}
	if !sum.IsInfinity() {
		return fmt.Errorf("%w: keys are not on one polynomial of degree %d", ErrGroup, t-1)
	}
	return nil
}

// Encode is threshold (2 bytes, big-endian) ‖ members (2) ‖ Public (48) ‖
// Shares (48 each). It encodes whatever is there; Validate judges it.
func (g *Group) Encode() []byte {
	out := make([]byte, 0, 4+PublicKeySize*(1+len(g.Shares)))
	out = binary.BigEndian.AppendUint16(out, uint16(g.Threshold))   //nolint:gosec // Validate bounds it
	out = binary.BigEndian.AppendUint16(out, uint16(len(g.Shares))) //nolint:gosec // Validate bounds it
	out = append(out, g.Public[:]...)
	for i := range g.Shares {
		out = append(out, g.Shares[i][:]...)
	}
	return out
}

// DecodeGroup reads what Encode wrote and validates it: ErrEncoding, ErrGroup or
// ErrIdentity.
func DecodeGroup(b []byte) (Group, error) {
	const head = 4 + PublicKeySize
	if len(b) < head {
		return Group{}, fmt.Errorf("%w: group of %d bytes", ErrEncoding, len(b))
	}
	n := int(binary.BigEndian.Uint16(b[2:]))
	if n > MaxMembers || len(b) != head+n*PublicKeySize {
		return Group{}, fmt.Errorf("%w: group of %d bytes for %d members", ErrEncoding, len(b), n)
	}
	g := Group{
		Threshold: int(binary.BigEndian.Uint16(b)),
		Public:    PublicKey(b[4:head]),
		Shares:    make([]PublicKey, n),
	}
	for i := range g.Shares {
		g.Shares[i] = PublicKey(b[head+i*PublicKeySize:][:PublicKeySize])
	}
	if err := g.Validate(); err != nil {
		return Group{}, fmt.Errorf("decode group: %w", err)
	}
	return g, nil
}

// Equal compares what is public, not what is cached.
func (g *Group) Equal(other *Group) bool {
	return g.Threshold == other.Threshold && g.Public == other.Public && slices.Equal(g.Shares, other.Shares)
}

// point is the key at x: the group's at 0, a share's at its index.
func (g *Group) point(x uint32) (bls12381.G1Affine, error) {
	key := g.Public
	if x > 0 {
		key = g.Shares[x-1]
	}
	if c := g.points; c != nil && int(x) < len(c.keys) && bytes.Equal(c.keys[x][:], key[:]) {
		return c.points[x], nil
	}
	return key.point()
}
