package threshold

import (
	"errors"
	"fmt"
	"slices"

	"github.com/consensys/gnark-crypto/ecc"
	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

var (
	// ErrTooFew means that fewer than t good partials of different members came.
	ErrTooFew = errors.New("threshold: too few good partial signatures")
	// ErrBadPartials is found by errors.Is in the error that names bad partials,
	// a *BadPartialsError.
	ErrBadPartials = errors.New("threshold: bad partial signatures")
)

// BadPartialsError names the members whose partials made combining impossible.
// It is both ErrBadPartials and ErrTooFew.
type BadPartialsError struct {
	Indexes []uint32 // ascending, each once
	Good    int      // members with a good partial
	Want    int      // the threshold
}

func (e *BadPartialsError) Error() string {
	return fmt.Sprintf("%v: of members %v; %d good of the %d needed", ErrBadPartials, e.Indexes, e.Good, e.Want)
}

// Is makes the error both ErrBadPartials and ErrTooFew.
func (e *BadPartialsError) Is(target error) bool {
	return target == ErrBadPartials || target == ErrTooFew
}

// VerifyPartial checks one member's partial: ErrIndex, or as Verify.
func (g *Group) VerifyPartial(tag Tag, msg []byte, p Partial) error {
	hash, err := hashToG2(tag, msg)
	if err != nil {
		return err
	}
	return g.verifyPartial(&hash, p)
}

func (g *Group) verifyPartial(hash *bls12381.G2Affine, p Partial) error {
	s, err := g.suspect(p)
	if err != nil {
		return err
	}
	if err := pairs(&s.key, hash, &s.signature); err != nil {
		return fmt.Errorf("member %d: %w", p.Index, err)
	}
	return nil
}

// suspect reads a partial, without judging it: ErrIndex, ErrEncoding, ErrIdentity.
func (g *Group) suspect(p Partial) (suspect, error) {
	if p.Index == 0 || int(p.Index) > len(g.Shares) {
		return suspect{}, fmt.Errorf("%w: %d of %d", ErrIndex, p.Index, len(g.Shares))
	}
	key, err := g.point(p.Index)
	if err != nil {
		return suspect{}, err
	}
	sig, err := p.Signature.point()
	return suspect{p, key, sig}, err
}

// Combine makes the group's signature of partials in any order, repeated or bad
// ones among them. The first t well-formed ones are combined and the result is
// checked once; only where that fails are the bad ones looked for, and the good
// ones are combined. It succeeds whenever t members' good partials are there, and then
// the result is the same whichever they are. Otherwise ErrTooFew, or a
// *BadPartialsError where bad ones are to blame. The group was validated.
func (g *Group) Combine(tag Tag, msg []byte, partials []Partial) (Signature, error) {
	sig, _, err := g.CombineBlaming(tag, msg, partials)
	return sig, err
}

// CombineBlaming is Combine that also names, ascending, the members for whom a
// bad partial was seen (an index beyond the group among them). A bad partial
// that did not stand in the way is not looked for.
func (g *Group) CombineBlaming(tag Tag, msg []byte, partials []Partial) (Signature, []uint32, error) {
	if err := g.checkNumbers(); err != nil {
		return Signature{}, nil, err
	}
	hash, err := hashToG2(tag, msg)
	if err != nil {
		return Signature{}, nil, err
	}
	public, err := g.point(0)
	if err != nil {
		return Signature{}, nil, err
	}
	picked := g.pick(partials)
	if len(picked) == g.Threshold {
		if sum, err := interpolate(picked); err == nil && sum.IsInSubGroup() && pairs(&public, &hash, &sum) == nil {
			return Signature(sum.Bytes()), nil, nil
		}
	}
	good, bad := g.single(&hash, partials)
	if len(good) < g.Threshold {
		if len(bad) == 0 {
			return Signature{}, nil, fmt.Errorf("%w: %d of %d", ErrTooFew, len(good), g.Threshold)
		}
		return Signature{}, bad, &BadPartialsError{Indexes: bad, Good: len(good), Want: g.Threshold}
	}
	sum, err := interpolate(good[:g.Threshold])
	if err != nil {
		return Signature{}, bad, err
	}
	if err := pairs(&public, &hash, &sum); err != nil {
		// Good under the public shares and bad under the public key.
		return Signature{}, bad, fmt.Errorf("%w: combine: %w", ErrGroup, err)
	}
	return Signature(sum.Bytes()), bad, nil
}

// partialPoint is a partial signature at its x-coordinate.
type partialPoint struct {
	index uint32
	point bls12381.G2Affine
}

// pick takes the first partial that is on the curve of each of the first t
// members. Subgroups are not looked at: the sum's is.
func (g *Group) pick(partials []Partial) []partialPoint {
	picked := make([]partialPoint, 0, g.Threshold)
	for _, p := range partials {
		if len(picked) == g.Threshold {
			break
		}
		if p.Index == 0 || int(p.Index) > len(g.Shares) || holds(picked, p.Index) {
			continue
		}
		if point, err := p.Signature.curvePoint(); err == nil {
			picked = append(picked, partialPoint{p.Index, point})
		}
	}
	return picked
}

// single names the members of whom a bad partial came before a good one, and
// gives a good one of each member of whom there is one.
func (g *Group) single(hash *bls12381.G2Affine, partials []Partial) (good []partialPoint, bad []uint32) {
	var suspects []suspect
	for _, p := range partials {
		if s, err := g.suspect(p); err == nil && !slices.ContainsFunc(suspects, func(o suspect) bool { return o.partial == p }) {
			suspects = append(suspects, s)
		}
	}
	verdicts := judge(hash, suspects)
	for _, p := range partials {
		switch {
		case holds(good, p.Index):
		case verdicts[p]:
			at := slices.IndexFunc(suspects, func(o suspect) bool { return o.partial == p })
			good = append(good, partialPoint{p.Index, suspects[at].signature})
		default:
			bad = append(bad, p.Index)
		}
	}
	slices.Sort(bad)
	return good, slices.Compact(bad)
}

func holds(points []partialPoint, index uint32) bool {
	return slices.ContainsFunc(points, func(p partialPoint) bool { return p.index == index })
}

// interpolate is the polynomial's value at 0, in the exponent.
func interpolate(parts []partialPoint) (bls12381.G2Affine, error) {
	xs := make([]uint32, len(parts))
	points := make([]bls12381.G2Affine, len(parts))
	for i, p := range parts {
		xs[i], points[i] = p.index, p.point
	}
	var sum bls12381.G2Affine
	if _, err := sum.MultiExp(points, lagrangeAtZero(xs), ecc.MultiExpConfig{NbTasks: 1}); err != nil {
		return sum, fmt.Errorf("interpolate: %w", err)
	}
	if sum.IsInfinity() {
		return sum, fmt.Errorf("interpolate: %w", ErrIdentity)
	}
	return sum, nil
}

// lagrangeAtZero are the coefficients for distinct, nonzero xs below the group
// order.
func lagrangeAtZero(xs []uint32) []fr.Element {
	numerators, denominators := make([]fr.Element, len(xs)), make([]fr.Element, len(xs))
	for i, xi := range xs {
		numerators[i].SetOne()
		denominators[i].SetOne()
		for j, xj := range xs {
			if j == i {
				continue
			}
			var term fr.Element
			term.SetUint64(uint64(xj))
			numerators[i].Mul(&numerators[i], &term)
			term.SetInt64(int64(xj) - int64(xi))
			denominators[i].Mul(&denominators[i], &term)
		}
	}
	inverses := fr.BatchInvert(denominators)
	for i := range numerators {
		numerators[i].Mul(&numerators[i], &inverses[i])
	}
	return numerators
}
