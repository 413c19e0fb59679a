package ethereum_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

// Whatever calldata stands on L1, it is a posting or ErrCalldata, never a panic; and a posting reads back as it
// was written.
func FuzzDecodePost(f *testing.F) {
	group, shares := thresholdtest.Committee(3, 4, 7)
	p := sequencer.Posting{Network: rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}, First: 3, Last: 9, View: rollup.L1View{Number: 7, QueuePosition: 2}}
	root := p.SigningRoot()
	signed := &sequencer.SignedPosting{Posting: p, Data: []byte("data"), Signature: thresholdtest.Sign(&group, shares, threshold.AttestationTag, root[:])}
	input, err := ethereum.PackPost(signed)
	require.NoError(f, err)
	back, err := ethereum.DecodePost(input)
	require.NoError(f, err)
	require.Equal(f, signed, back)
	f.Add(input)
	f.Add(input[:4])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, input []byte) {
		got, err := ethereum.DecodePost(input)
		if err != nil {
			require.ErrorIs(t, err, ethereum.ErrCalldata)
			return
		}
		again, err := ethereum.PackPost(got)
		require.NoError(t, err)
		twice, err := ethereum.DecodePost(again)
		require.NoError(t, err)
		require.Equal(t, got, twice)
	})
}
