package threshold_test

import (
	"crypto/rand"
	"fmt"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

func BenchmarkSign(b *testing.B) {
	_, shares := thresholdtest.Committee(3, 4, 1)
	for b.Loop() {
		shares[0].Sign(threshold.OpeningTag, message)
	}
}

func BenchmarkVerify(b *testing.B) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	sig := thresholdtest.Sign(&group, shares, threshold.AttestationTag, message)
	for b.Loop() {
		require.NoError(b, threshold.Verify(group.Public, threshold.AttestationTag, message, sig))
	}
}

func benchmarkCombine(b *testing.B, n int, spoil bool) {
	group, shares := thresholdtest.Committee(2*n/3+1, n, 1)
	partials := sign(shares, threshold.AttestationTag, message)
	if spoil {
		partials[0].Signature = partials[1].Signature
	}
	for b.Loop() {
		_, err := group.Combine(threshold.AttestationTag, message, partials)
		require.NoError(b, err)
	}
}

func BenchmarkCombine4(b *testing.B)  { benchmarkCombine(b, 4, false) }
func BenchmarkCombine16(b *testing.B) { benchmarkCombine(b, 16, false) }
func BenchmarkCombine64(b *testing.B) { benchmarkCombine(b, 64, false) }

// One bad partial among the first t: the way with singling out.
func BenchmarkCombineBad4(b *testing.B)  { benchmarkCombine(b, 4, true) }
func BenchmarkCombineBad16(b *testing.B) { benchmarkCombine(b, 16, true) }

func BenchmarkSeal(b *testing.B) {
	group, _ := thresholdtest.Committee(3, 4, 1)
	plaintext := make([]byte, 1024)
	for b.Loop() {
		sealer, err := threshold.NewSealer(group.Public, message)
		require.NoError(b, err)
		_, err = sealer.Seal(rand.Reader, message, plaintext)
		require.NoError(b, err)
	}
}

func BenchmarkSealCached(b *testing.B) {
	group, _ := thresholdtest.Committee(3, 4, 1)
	plaintext := make([]byte, 1024)
	sealer, err := threshold.NewSealer(group.Public, message)
	require.NoError(b, err)
	for b.Loop() {
		_, err = sealer.Seal(rand.Reader, message, plaintext)
		require.NoError(b, err)
	}
}

func BenchmarkOpen(b *testing.B) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	sealer, err := threshold.NewSealer(group.Public, message)
	require.NoError(b, err)
	sealed, err := sealer.Seal(rand.Reader, message, make([]byte, 1024))
	require.NoError(b, err)
	opener := openerFor(b, &group, shares, message)
	for b.Loop() {
		_, err := opener.Open(message, sealed)
		require.NoError(b, err)
	}
}

// BenchmarkPairingFixedLines is the bare pairing with precomputed lines: what
// opening cannot cost less than.
func BenchmarkPairingFixedLines(b *testing.B) {
	_, _, g1, g2 := bls12381.Generators()
	lines := bls12381.PrecomputeLines(g2)
	for b.Loop() {
		copied := lines
		_, err := bls12381.PairFixedQ([]bls12381.G1Affine{g1}, [][2][len(bls12381.LoopCounter) - 1]bls12381.LineEvaluationAff{copied})
		require.NoError(b, err)
	}
}

// BenchmarkCeremony is all that one member computes.
func BenchmarkCeremony(b *testing.B) {
	for _, size := range []struct{ t, n int }{{3, 4}, {11, 16}} {
		b.Run(fmt.Sprintf("%d-of-%d", size.t, size.n), func(b *testing.B) {
			c := newCast(b, size.t, size.n)
			deals := c.deals(b)
			responses := c.closeDeals(b, deals)
			for b.Loop() {
				m := c.begin(b, 0)
				_, err := m.Deal()
				require.NoError(b, err)
				_, err = m.CloseDeals(deals)
				require.NoError(b, err)
				_, done, err := m.CloseResponses(responses)
				require.NoError(b, err)
				require.True(b, done)
			}
		})
	}
}
