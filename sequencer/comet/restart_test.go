package comet_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func TestMembersRestart(t *testing.T) {
	var began []rollup.Slot // where builders were restored
	c := newCommittee(t, 4, 50, nil)
	c.start(0, 1, 2, 3)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 })
	sent := make(map[rollup.Digest]rollup.Slot)
	send := func(to int) rollup.Slot {
		c.until("a member in step", func() bool { return !c.nodes[to].Status().Syncing })
		s := c.nodes[to].Status()
		sealed := c.Seal(s.Group, s.OpenSlot+10, 5000)
		receipt := c.submit(to, sealed)
		require.True(t, receipt.Promises(sealed.Slot))
		sent[sealed.ID()] = sealed.Slot
		return sealed.Slot
	}
	c.attested(send(0))

	// One member goes away; the others go on; it comes back and catches up from its own log and its peers.
	c.stop(3)
	c.attested(send(1) + 25)
	c.start(3)
	c.attested(send(3))

	// All go away at once with an envelope acknowledged and not yet in a batch.
	last := c.nodes[2].Status().OpenSlot + 40
	sealed := c.Seal(c.nodes[2].Status().Group, last, 5000)
	receipt := c.submit(2, sealed)
	sent[sealed.ID()] = last
	for i := range c.nodes {
		c.stop(i)
	}
	c.start(0, 1, 2, 3)
	c.until("a member in step", func() bool { return !c.nodes[2].Status().Syncing })
	for i := range c.machines {
		began = append(began, c.nodes[i].Status().Executed)
	}
	again := c.submit(2, sealed)
	require.Equal(t, receipt, again)
	c.attested(last + 1)

	slots := c.agree(last + 1)
	for id, slot := range sent {
		found := false
		for _, f := range slots[slot-1].Fates {
			if f.Envelope == id {
				require.Equal(t, auction.Executed, f.Reason)
				found = true
			}
		}
		require.True(t, found, "envelope %s of slot %d: batch of %d, fates %+v", id, slot, len(slots[slot-1].Envelopes), slots[slot-1].Fates)
	}
	t.Log("restored at", began)
	// Every posting covers the slots after the one before, on every member the same.
	for i, n := range c.nodes {
		next, previous := rollup.Slot(1), rollup.Digest{}
		for next+10 < last {
			p, found, err := n.Postings(t.Context(), next-1)
			require.NoError(t, err)
			if !found {
				break
			}
			require.Equal(t, next, p.Posting.First, "member %d", i)
			require.Equal(t, previous, p.Posting.Previous)
			require.Equal(t, p.Posting.DataHash, crypto.Keccak256Hash(p.Data), "the data as it was signed, in this life or an earlier one")
			run, err := sequencer.DecodePostingData(p.Data)
			require.NoError(t, err)
			require.Len(t, run, int(p.Posting.Last-p.Posting.First)+1)
			next, previous = p.Posting.Last+1, p.Posting.Root()
		}
		require.Greater(t, next, rollup.Slot(9), "member %d posted", i)
	}
}
