package comet_test

import (
	"context"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func TestCommitteeAttestsEnvelopes(t *testing.T) {
	c := newCommittee(t, 4, 50, nil)
	c.start(0, 1, 2, 3)
	c.l1.deposit(crypto.PubkeyToAddress(c.bidder.PublicKey), 1e15, 1e15)
	c.all("key", func(s sequencer.Status) bool { return s.Group != nil })
	c.attested(10)
	c.all("deposit", func(s sequencer.Status) bool { return s.View.Number == 1 })

	status := c.nodes[0].Status()
	slot := status.OpenSlot + 20
	sealed := c.seal(status.Group, slot, 5000)
	receipt, err := c.nodes[0].Submit(context.Background(), sealed)
	require.NoError(t, err)
	require.NoError(t, receipt.Verify())
	require.Equal(t, slot, receipt.Slot)
	require.True(t, receipt.Promises(slot))
	again, err := c.nodes[0].Submit(context.Background(), sealed)
	require.NoError(t, err)
	require.Equal(t, receipt, again)

	c.attested(slot + 2)
	slots := c.agree(slot + 2)
	a := slots[slot-1]
	require.Len(t, a.Envelopes, 1)
	require.Len(t, a.Fates, 1)
	require.Equal(t, auction.Executed, a.Fates[0].Reason)
	require.Equal(t, sealed.ID(), a.Fates[0].Envelope)
	require.Equal(t, rollup.Slot(1), slots[0].Header.Slot)
}
