package comet_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"runtime"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func TestCommitteeAttestsEnvelopes(t *testing.T) {
	c := newCommittee(t, 4, 50, nil)
	c.start(0, 1, 2, 3)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.all("key", func(s sequencer.Status) bool { return s.Group != nil })
	c.attested(10)
	c.all("deposit", func(s sequencer.Status) bool { return s.View.Number == 1 && !s.Syncing && s.Committed-s.Attested < 4 })

	status := c.nodes[0].Status()
	slot := status.OpenSlot + 20
	sealed := c.Seal(status.Group, slot, 5000)
	receipt := c.submit(0, sealed)
	require.NoError(t, receipt.Verify())
	require.Equal(t, slot, receipt.Slot)
	require.True(t, receipt.Promises(slot))
	again := c.submit(0, sealed)
	require.Equal(t, receipt, again)

	c.attested(slot + 2)
	slots := c.agree(slot + 2)
	a := slots[slot-1]
	require.Len(t, a.Envelopes, 1)
	require.Len(t, a.Fates, 1)
	require.Equal(t, auction.Executed, a.Fates[0].Reason)
	require.Equal(t, sealed.ID(), a.Fates[0].Envelope)
	require.Equal(t, rollup.Slot(1), slots[0].Header.Slot)
	judgesReceipts(t, c, sealed, receipt)

	hashes := make(map[rollup.Slot]rollup.Digest) // law 1: each member's hash is the same at each height
	for range 200 {
		for i, n := range c.nodes {
			slot, hash := n.AppHash()
			if before, ok := hashes[slot]; ok {
				require.Equal(t, before, hash, "member %d at %d", i, slot)
			}
			hashes[slot] = hash
		}
		time.Sleep(time.Millisecond)
	}

	refusesAtTheDoor(t, c)

	last := c.nodes[0]
	for i := range c.nodes {
		c.stop(i)
	}
	_, found, err := last.Lists(t.Context(), slot)
	require.NoError(t, err)
	require.False(t, found, "the log of a stopped member is closed")
	c.until("all of a stopped member's goroutines to end", func() bool {
		stacks := make([]byte, 4<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		return !bytes.Contains(stacks, []byte("chorale/sequencer/comet.")) && !bytes.Contains(stacks, []byte("chorale/sequencer/member."))
	})
}

// What is refused at the door, each with its reason, and harms nothing.
func refusesAtTheDoor(t *testing.T, c *committee) {
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	n := c.nodes[0]
	status := n.Status()
	good := c.Seal(status.Group, status.OpenSlot+15, 5000)
	resign := func(s auction.Sealed, by *ecdsa.PrivateKey) *auction.Sealed {
		s.Bidder = crypto.PubkeyToAddress(by.PublicKey)
		id := s.ID()
		var err error
		s.Signature, err = crypto.Sign(id[:], by)
		require.NoError(t, err)
		return &s
	}
	alter := func(f func(*auction.Sealed)) *auction.Sealed {
		s := *good
		f(&s)
		return &s
	}
	c.submit(0, good)
	for name, x := range map[string]struct {
		s     *auction.Sealed
		want  auction.Reason
		field string
	}{
		"signature":       {alter(func(s *auction.Sealed) { s.Signature = make([]byte, 65) }), auction.BadSignature, "signature"},
		"size class":      {alter(func(s *auction.Sealed) { s.SizeClass = 99 }), auction.Malformed, "sizeClass, gasClass"},
		"ciphertext":      {alter(func(s *auction.Sealed) { s.Ciphertext = s.Ciphertext[1:] }), auction.Malformed, "ciphertext"},
		"another network": {alter(func(s *auction.Sealed) { s.Network.Epoch++ }), auction.Malformed, "network"},
		"copied":          {resign(*good, c.User), auction.Copied, "ciphertext"},
		"past slot":       {resign(*alter(func(s *auction.Sealed) { s.Slot = 1 }), c.Bidder), auction.SlotInPast, "slot"},
		"no fee balance":  {resign(*alter(func(s *auction.Sealed) { s.Slot++ }), c.User), auction.InsufficientEscrow, "bidder"},
	} {
		_, err := n.Submit(context.Background(), x.s)
		refusal := new(sequencer.Refusal)
		require.ErrorAs(t, err, &refusal, name)
		require.Equal(t, x.want, refusal.Reason, name)
		require.Equal(t, x.field, refusal.Field, name)
	}
	c.attested(good.Slot + 1)
	slots := c.agree(good.Slot + 1)
	require.Len(t, slots[good.Slot-1].Fates, 1)
	require.Equal(t, auction.Executed, slots[good.Slot-1].Fates[0].Reason)
}
