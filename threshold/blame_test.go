package threshold_test

import (
	"math/big"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

// moved is a partial with a multiple of another point added.
func moved(t require.TestingT, p threshold.Partial, by bls12381.G2Affine) threshold.Partial {
	var point bls12381.G2Affine
	_, err := point.SetBytes(p.Signature[:])
	require.NoError(t, err)
	point.Add(&point, &by)
	return threshold.Partial{Index: p.Index, Signature: threshold.Signature(point.Bytes())}
}

// TestOneBadPartialIsNamedWhereverItStands has each member of a committee be the bad one.
func TestOneBadPartialIsNamedWhereverItStands(t *testing.T) {
	group, shares := thresholdtest.Committee(11, 16, 3)
	good := sign(shares, threshold.AttestationTag, message)
	want, err := group.Combine(threshold.AttestationTag, message, good)
	require.NoError(t, err)
	for i := range good {
		partials := append([]threshold.Partial{good[(i+1)%16]}, good...)
		partials[i+1].Signature = good[(i+1)%16].Signature
		partials[0], partials[i+1] = partials[i+1], partials[0] // among those tried first
		got, named, err := group.CombineBlaming(threshold.AttestationTag, message, partials)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.Equal(t, []uint32{uint32(i + 1)}, named)
	}
}

// TestErrorsThatCancelAreNamed has two members add a point and its negative, so that all partials together are
// right where each counts alike.
func TestErrorsThatCancelAreNamed(t *testing.T) {
	group, shares := thresholdtest.Committee(5, 7, 3)
	good := sign(shares, threshold.AttestationTag, message)
	var by, minus bls12381.G2Affine
	_, _, _, by = bls12381.Generators()
	minus.Neg(&by)
	for a := range good {
		for b := range a {
			partials := append([]threshold.Partial(nil), good...)
			partials[a], partials[b] = moved(t, good[a], by), moved(t, good[b], minus)
			partials = append(partials[b:], partials[:b]...) // so that one is among the first
			_, named, err := group.CombineBlaming(threshold.AttestationTag, message, partials)
			require.NoError(t, err)
			require.Equal(t, []uint32{uint32(b + 1), uint32(a + 1)}, named)
		}
	}
}

// TestAllBadPartialsAreNamedAndNoOther has so many bad ones that nothing can be combined.
func TestAllBadPartialsAreNamedAndNoOther(t *testing.T) {
	group, shares := thresholdtest.Committee(7, 10, 3)
	good := sign(shares, threshold.AttestationTag, message)
	_, _, _, by := bls12381.Generators()
	rapid.Check(t, func(r *rapid.T) {
		partials := append([]threshold.Partial(nil), good...)
		bad := rapid.SliceOfNDistinct(rapid.IntRange(0, 9), 4, 10, rapid.ID).Draw(r, "bad members")
		var want []uint32
		for _, i := range bad {
			if kind := rapid.IntRange(0, kindsOfBadPartial).Draw(r, "kind"); kind < kindsOfBadPartial {
				partials[i] = badPartial(t, kind, good[i], good)
			} else {
				// Each by a multiple of its own, of a prime beyond all factors of Lagrange's coefficients: two that are moved
				// alike cancel out in some sets of seven, which then combine, as they may.
				var far bls12381.G2Affine
				far.ScalarMultiplication(&by, big.NewInt([]int64{1000003, 1000033, 1000037, 1000039, 1000081, 1000099, 1000117, 1000121, 1000133, 1000151}[i]))
				partials[i] = moved(r, good[i], far)
			}
			want = append(want, uint32(i+1))
		}
		_, named, err := group.CombineBlaming(threshold.AttestationTag, message, partials)
		require.ErrorIs(r, err, threshold.ErrBadPartials)
		require.ElementsMatch(r, want, named)
	})
}
