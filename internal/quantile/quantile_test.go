package quantile_test

import (
	"testing"

	"github.com/chorale-network/chorale/internal/quantile"
	"github.com/stretchr/testify/require"
)

func TestOf(t *testing.T) {
	samples := []int{5, 1, 4, 2, 3}
	sorted := quantile.Sorted(samples)
	require.Equal(t, []int{1, 2, 3, 4, 5}, sorted)
	require.Equal(t, []int{5, 1, 4, 2, 3}, samples, "the samples stay as they were")
	for q, want := range map[float64]int{0: 1, 0.19: 1, 0.2: 2, 0.5: 3, 0.99: 5, 1: 5} {
		require.Equal(t, want, quantile.Of(sorted, q), q)
	}
	require.Equal(t, 3, quantile.Of([]int{1, 3}, 0.5), "of an even number the upper one")
	require.Zero(t, quantile.Of(quantile.Sorted[int](nil), 0.5))
}
