package casetest_test

import (
	"testing"

	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/stretchr/testify/require"
)

func TestCount(t *testing.T) {
	require.Equal(t, 7, casetest.Count(t, "CHORALE_NO_SUCH_COUNT", 7))
	t.Setenv("CHORALE_NO_SUCH_COUNT", "12")
	require.Equal(t, 12, casetest.Count(t, "CHORALE_NO_SUCH_COUNT", 7))
}
