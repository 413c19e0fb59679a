package api_test

import (
	"context"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// TestSealedAtHomeIsReplacedAndCancelled has no gateway know of it.
func TestSealedAtHomeIsReplacedAndCancelled(t *testing.T) {
	h := open(t)
	s, other := signedIn(t, h, 10), signedIn(t, h, 11)
	ctx := deadline(t)
	k, err := s.SealingKey(ctx)
	require.NoError(t, err)
	send := func(c *client.Client, slot rollup.Slot, nonce uint64, uuid string) *client.Sent {
		b := twoLegs(t, 10, nonce, 50)
		c.Name(b, uuid, 1)
		sent, err := c.SendSealed(ctx, k, slot, 0, b)
		require.NoError(t, err)
		require.True(t, sent.Promised())
		require.Equal(t, sent.Replacement, client.Replacement(c.Account(), uuid))
		return sent
	}
	replaced, cancelled, kept := send(s, 1, 0, "a"), send(s, 1, 1, "b"), send(other, 1, 2, "a")
	better := twoLegs(t, 10, 3, 60)
	second, err := s.Replace(ctx, k, replaced, 0, better)
	require.NoError(t, err)
	_, err = s.Cancel(ctx, k, cancelled)
	require.NoError(t, err)
	_, err = other.CancelSlot(ctx, k, 1, replaced.Replacement, 99)
	require.NoError(t, err, "it is sealed, but another bidder's names are out of reach")
	h.closeSlot()
	got := h.fatesOf(1)
	require.Equal(t, auction.Replaced, got[replaced.BundleHash])
	require.Equal(t, auction.Executed, got[second.BundleHash])
	require.Equal(t, auction.Cancelled, got[cancelled.BundleHash])
	require.Equal(t, auction.Executed, got[kept.BundleHash])
	_, err = s.Cancel(ctx, k, second)
	refusedWith(t, err, auction.TooLate, "envelope.slot")
	_, err = s.Cancel(ctx, k, &client.Sent{Slot: 5})
	require.ErrorIs(t, err, client.ErrNoName)
}

// TestRangeSealedAtHome follows a bundle from slot to slot, with one live envelope at a time.
func TestRangeSealedAtHome(t *testing.T) {
	for _, c := range []struct {
		name  string
		fates []auction.Reason // slot by slot
		want  auction.Reason
		over  bool
	}{
		{"until it executes", []auction.Reason{auction.Outbid, auction.BlockFull, auction.Executed}, auction.Executed, false},
		{"until its last slot", []auction.Reason{auction.Outbid, auction.Outbid, auction.Outbid, auction.Outbid}, auction.Outbid, true},
		{"until nothing helps", []auction.Reason{auction.LegReverted, auction.NonceTooLow}, auction.NonceTooLow, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := open(t)
			s := signedIn(t, h, 10)
			h.outcome = func(e *auction.Entry) auction.Reason { return c.fates[e.Envelope.Slot-1] }
			b := twoLegs(t, 10, 0, 50)
			live := make(chan *client.Sent, 8)
			type ending struct {
				story *client.Story
				err   error
			}
			done := make(chan ending, 1)
			go func() {
				story, err := s.SendUntil(deadline(t), client.Range{Bundle: b, Last: 4, Sent: func(s *client.Sent) { live <- s }})
				done <- ending{story, err}
			}()
			for range c.fates {
				sent := <-live
				h.mu.Lock()
				held := 0
				for _, envelopes := range h.pending {
					held += len(envelopes)
				}
				h.mu.Unlock()
				require.Equal(t, 1, held, "never two at a time")
				require.Equal(t, b.Hash(), sent.BundleHash)
				h.closeSlot()
			}
			end := <-done
			if c.over {
				require.ErrorIs(t, end.err, client.ErrRangeOver)
			} else {
				require.NoError(t, end.err)
			}
			require.Len(t, end.story.Attempts, len(c.fates), "the story has every envelope")
			for i, a := range end.story.Attempts {
				require.Equal(t, c.fates[i].String(), a.State.String())
				require.Equal(t, rollup.Slot(i+1), a.Slot)
			}
			require.Equal(t, c.want, end.story.State)
		})
	}
}

// TestRangeSealedAtHomeIsCancelled ends the following from outside, by a cancellation in the batch.
func TestRangeSealedAtHomeIsCancelled(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	k, err := s.SealingKey(deadline(t))
	require.NoError(t, err)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.Outbid }
	b := twoLegs(t, 10, 0, 50)
	s.Name(b, "mine", 1)
	live := make(chan *client.Sent, 8)
	done := make(chan *client.Story, 1)
	go func() {
		story, _ := s.SendUntil(context.Background(), client.Range{Bundle: b, Last: 40, Sent: func(s *client.Sent) { live <- s }})
		done <- story
	}()
	<-live
	h.closeSlot()
	_, err = s.Cancel(deadline(t), k, <-live)
	require.NoError(t, err)
	h.closeSlot()
	story := <-done
	require.Equal(t, auction.Cancelled, story.State)
	require.Len(t, story.Attempts, 2)
}

// TestRangeFromASlotOn waits for its first slot at the gateway, and is sealed for each up to its last.
func TestRangeFromASlotOn(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.Outbid }
	sent, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), Slot: 3, MaxSlot: 5})
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(3), sent.Slot)
	require.Empty(t, h.closeSlot().Fates)
	require.Empty(t, h.closeSlot().Fates)
	for slot := rollup.Slot(3); slot <= 5; slot++ {
		eventually(t, "sealed", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) == 1 })
		h.closeSlot()
	}
	story, err := s.WaitFate(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.Expired, story.State)
	require.Len(t, story.Attempts, 3)
	_, err = s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 1, 0), Slot: 9, MaxSlot: 8})
	refusedWith(t, err, auction.Malformed, "maxSlot")
}
