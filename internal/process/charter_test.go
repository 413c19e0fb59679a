package process_test

import (
	"testing"

	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// A member does not start on a network whose postings L1 could refuse.
func TestCarrierHoldsAPosting(t *testing.T) {
	c := &process.Charter{Parameters: &rollup.Parameters{PostBytes: ethereum.MaxPostingData}}
	require.NoError(t, process.CheckCarrier(c))
	c.Parameters.PostBytes++
	require.ErrorIs(t, process.CheckCarrier(c), process.ErrCarrier)
}
