package threshold_test

import (
	"crypto/rand"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

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
func BenchmarkCombineBad64(b *testing.B) { benchmarkCombine(b, 64, true) }

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

// BenchmarkOpen reports what opening costs in comparison with what it cannot
// cost less than, the bare pairing with precomputed lines, one after the other.
func BenchmarkOpen(b *testing.B) {
	w := newOpenWork(b)
	var opening, pairing []time.Duration
	for b.Loop() {
		start := time.Now()
		w.pair(b)
		paired := time.Now()
		w.open(b)
		opening, pairing = append(opening, time.Since(paired)), append(pairing, paired.Sub(start))
	}
	reportOpening(b, opening, pairing)
}

// BenchmarkOpenAllCores is BenchmarkOpen with every core doing the same.
func BenchmarkOpenAllCores(b *testing.B) {
	w := newOpenWork(b)
	const each = 8
	everywhere := func(do func(testing.TB)) time.Duration {
		start := time.Now()
		var workers sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			workers.Go(func() {
				for range each {
					do(b)
				}
			})
		}
		workers.Wait()
		return time.Since(start) / each
	}
	var opening, pairing []time.Duration
	for b.Loop() {
		pairing = append(pairing, everywhere(w.pair))
		opening = append(opening, everywhere(w.open))
	}
	reportOpening(b, opening, pairing)
}

type openWork struct {
	opener *threshold.Opener
	sealed []byte
	point  bls12381.G1Affine
	lines  [2][len(bls12381.LoopCounter) - 1]bls12381.LineEvaluationAff
}

func newOpenWork(b *testing.B) *openWork {
	group, shares := thresholdtest.Committee(3, 4, 1)
	sealer, err := threshold.NewSealer(group.Public, message)
	require.NoError(b, err)
	w := &openWork{opener: openerFor(b, &group, shares, message)}
	w.sealed, err = sealer.Seal(rand.Reader, message, make([]byte, 1024))
	require.NoError(b, err)
	_, err = w.point.SetBytes(w.sealed[:48])
	require.NoError(b, err)
	key := thresholdtest.Sign(&group, shares, threshold.OpeningTag, message)
	var fixed bls12381.G2Affine
	_, err = fixed.SetBytes(key[:])
	require.NoError(b, err)
	w.lines = bls12381.PrecomputeLines(fixed)
	return w
}

func (w *openWork) open(b testing.TB) {
	if _, err := w.opener.Open(message, w.sealed); err != nil {
		b.Error(err)
	}
}

func (w *openWork) pair(b testing.TB) {
	lines := [][2][len(bls12381.LoopCounter) - 1]bls12381.LineEvaluationAff{w.lines} // a copy: the lines are scaled in place
	if _, err := bls12381.PairFixedQ([]bls12381.G1Affine{w.point}, lines); err != nil {
		b.Error(err)
	}
}

// reportOpening reports medians: whatever else the machine does hits some of them.
func reportOpening(b *testing.B, opening, pairing []time.Duration) {
	slices.Sort(opening)
	slices.Sort(pairing)
	o, p := opening[len(opening)/2], pairing[len(pairing)/2]
	b.ReportMetric(float64(o)/float64(p), "ratio")
	b.ReportMetric(float64(o.Nanoseconds()), "ns/opening")
	b.ReportMetric(float64(p.Nanoseconds()), "ns/pairing")
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
