package auction_test

import (
	"sync"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/stretchr/testify/require"
)

func TestSealersPrepareEachSlotOnce(t *testing.T) {
	group, _ := thresholdtest.Committee(3, 4, 1)
	other, _ := thresholdtest.Committee(3, 4, 2)
	network := rollup.Network{ID: rollup.Digest{1}, Epoch: 1}
	var s auction.Sealers
	first, err := s.For(network, 7, group.Public)
	require.NoError(t, err)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			again, err := s.For(network, 7, group.Public)
			if err != nil || again != first {
				t.Errorf("prepared again: %v", err)
			}
		})
	}
	wait.Wait()
	next := network
	next.Epoch++
	for name, of := range map[string]struct {
		network rollup.Network
		slot    rollup.Slot
		group   threshold.PublicKey
	}{
		"another slot":    {network, 8, group.Public},
		"another network": {next, 7, group.Public},
		"another key":     {network, 7, other.Public},
	} {
		got, err := s.For(of.network, of.slot, of.group)
		require.NoError(t, err, name)
		require.NotSame(t, first, got, name)
	}
	_, err = s.For(network, 9, threshold.PublicKey{})
	require.Error(t, err)
	for slot := range rollup.Slot(40) { // and does not grow
		_, err := s.For(network, 100+slot, group.Public)
		require.NoError(t, err)
	}
	again, err := s.For(network, 7, group.Public)
	require.NoError(t, err)
	require.NotSame(t, first, again)
}
