// Package quantile reads quantiles off samples: one rule, so that what one page calls p99 is what every other does.
package quantile

import (
	"cmp"
	"slices"
)

// Sorted is samples in order, as a copy: Of reads them.
func Sorted[T cmp.Ordered](samples []T) []T {
	out := slices.Clone(samples)
	slices.Sort(out)
	return out
}

// Of is the sample below which the part q of them lies, 0 to 1, by nearest rank; zero of no samples. sorted is in
// order.
func Of[T any](sorted []T, q float64) (v T) {
	if len(sorted) == 0 {
		return v
	}
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}
