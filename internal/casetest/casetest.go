// Package casetest says how many cases a test goes through: few while somebody waits, as many as the environment names
// where somebody looks closely. No program imports it.
package casetest

import (
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// Count is what the variable says, or few where it says nothing.
func Count(t testing.TB, variable string, few int) int {
	t.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return few
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err, variable)
	return n
}
