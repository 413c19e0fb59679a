package comet_test

import (
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/stretchr/testify/require"
)

// The fullest batch beside the fullest record fits into a block.
func TestFullestBlockFits(t *testing.T) {
	for _, n := range []int{1, 4, 64, 256} {
		p := &rollup.Parameters{BatchBytes: 8 << 20, Members: make([]rollup.Member, n)}
		most := cmttypes.MaxDataBytes(comet.BlockBytes(p), 1<<20, n)
		txs := []cmttypes.Tx{make([]byte, comet.RecordBytes(p))}
		for range sequencer.MaxEnvelopes {
			txs = append(txs, make([]byte, p.BatchBytes/sequencer.MaxEnvelopes))
		}
		full := cmttypes.ComputeProtoSizeForTxs(txs)
		require.LessOrEqual(t, full, most, "%d members", n)
	}
}
