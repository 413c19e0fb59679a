package api_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// signedIn is a searcher whose connection is authenticated and whose escrow covers its bids.
func signedIn(t *testing.T, h *house, n int64) *client.Client {
	t.Helper()
	c := dial(t, h, n)
	require.NoError(t, c.Authenticate(deadline(t)))
	h.mu.Lock()
	h.escrow[c.Account()] = uint256.NewInt(1_000_000)
	h.mu.Unlock()
	return c
}

func refusedWith(t *testing.T, err error, code auction.Reason, field string) *client.Refusal {
	t.Helper()
	var r *client.Refusal
	require.ErrorAs(t, err, &r)
	require.Equal(t, code.String(), r.Reason.String(), r.Message)
	require.Equal(t, field, r.Field)
	require.NotEmpty(t, r.Hint)
	return r
}

// fatesOf are the reasons of a slot by bundle hash.
func (h *house) fatesOf(slot rollup.Slot) map[rollup.Digest]auction.Reason {
	h.mu.Lock()
	defer h.mu.Unlock()
	out := map[rollup.Digest]auction.Reason{}
	for _, f := range h.slots[slot].Fates {
		out[f.Bundle] = f.Reason
	}
	return out
}

// TestBoundary is the exact one: what is done an instant before the slot closes counts in its batch, what is done
// an instant after is TooLate and changes nothing in it.
func TestBoundary(t *testing.T) {
	type act func(t *testing.T, c *client.Client) (rollup.Digest, error)
	cancel := func(t *testing.T, c *client.Client) (rollup.Digest, error) {
		got, err := c.CancelBundle(deadline(t), "mine")
		if err != nil {
			return rollup.Digest{}, err
		}
		require.Len(t, got.Cancellations, 1)
		require.True(t, got.Cancellations[0].Promised)
		require.NotEqual(t, "0", got.Cancellations[0].Fee, "it pays a fee of its own, and says so")
		return rollup.Digest{}, nil
	}
	replace := func(slot, last rollup.Slot) act {
		return func(t *testing.T, c *client.Client) (rollup.Digest, error) {
			sent, err := c.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0), Slot: slot, MaxSlot: last, ReplacementUUID: "mine"})
			if err != nil {
				return rollup.Digest{}, err
			}
			return sent.BundleHash, nil
		}
	}
	for _, c := range []struct {
		name        string
		slot, last  rollup.Slot // of the first
		do          act
		before      auction.Reason // how the first ends if it is done before the close
		replacement auction.Reason
	}{
		{"cancel the next slot's", 0, 0, cancel, auction.Cancelled, 0},
		{"cancel an exact slot's", 1, 0, cancel, auction.Cancelled, 0},
		{"cancel a range's", 0, 40, cancel, auction.Cancelled, 0},
		{"replace the next slot's", 0, 0, replace(0, 0), auction.Replaced, auction.Executed},
		{"replace an exact slot's", 1, 0, replace(1, 0), auction.Replaced, auction.Executed},
		{"replace a range by a range", 0, 40, replace(0, 50), auction.Replaced, auction.Executed},
		{"replace a range by a slot", 1, 40, replace(1, 0), auction.Replaced, auction.Executed},
	} {
		for _, instant := range []string{"before", "after"} {
			t.Run(c.name+" "+instant+" the close", func(t *testing.T) {
				h := open(t)
				s := signedIn(t, h, 10)
				first, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), Slot: c.slot, MaxSlot: c.last, ReplacementUUID: "mine"})
				require.NoError(t, err)
				require.Equal(t, rollup.Slot(1), first.Slot)
				if instant == "after" {
					h.committee.freeze() // closed, and not attested yet
					_, err := c.do(t, s)
					refusedWith(t, err, auction.TooLate, "replacementUuid")
					h.committee.thaw()
					require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Executed}, h.fatesOf(1))
					story, err := s.WaitFate(deadline(t), first.BundleHash)
					require.NoError(t, err)
					require.Equal(t, auction.Executed, story.State)
					h.closeSlot()
					h.closeSlot()
					require.Empty(t, h.fatesOf(2), "it is not sealed again, nor is what was refused")
					_, err = s.CancelBundle(deadline(t), "mine")
					refusedWith(t, err, auction.TooLate, "replacementUuid")
					return
				}
				second, err := c.do(t, s)
				require.NoError(t, err)
				h.closeSlot()
				got := h.fatesOf(1)
				require.Len(t, got, 2)
				require.Equal(t, c.before, got[first.BundleHash])
				if second != (rollup.Digest{}) {
					require.Equal(t, c.replacement, got[second])
				}
				story, err := s.WaitFate(deadline(t), first.BundleHash)
				require.NoError(t, err)
				require.Equal(t, c.before, story.State)
				require.Len(t, story.By, 1)
				require.Equal(t, c.before, story.By[0].Reason)
				require.NotNil(t, story.Attempts[0].Fate)
				require.NotEqual(t, "0", story.Attempts[0].Fate.Fee, "what is cancelled pays its fee")
				h.closeSlot()
				h.closeSlot()
				require.Empty(t, h.fatesOf(2))
			})
		}
	}
}

// TestSlotThatClosesUnderAReplacement closes it while the envelope is on its way: TooLate, and the replacement is not
// sealed for the next slot, where it would execute beside what it was to replace.
func TestSlotThatClosesUnderAReplacement(t *testing.T) {
	for _, act := range []string{"replace", "cancel"} {
		t.Run(act, func(t *testing.T) {
			h := open(t)
			s := signedIn(t, h, 10)
			first, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 40, ReplacementUUID: "mine"})
			require.NoError(t, err)
			h.mu.Lock()
			h.closing = true
			h.mu.Unlock()
			if act == "replace" {
				_, err = s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0), MaxSlot: 50, ReplacementUUID: "mine"})
			} else {
				_, err = s.CancelBundle(deadline(t), "mine")
			}
			refusedWith(t, err, auction.TooLate, "replacementUuid")
			h.thaw()
			require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Executed}, h.fatesOf(1))
			require.Empty(t, h.closeSlot().Fates)
			require.Empty(t, h.closeSlot().Fates)
		})
	}
}

// TestCancellingWhatIsNotSealedIsAtOnce has a bundle that lost its slot and waits for the next.
func TestCancellingWhatIsNotSealedIsAtOnce(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.NonceTooHigh } // waits some slots
	sent, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 7, 0), MaxSlot: 50, ReplacementUUID: "mine"})
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(50), sent.MaxSlot)
	h.closeSlot()
	_, attempt, err := s.WaitEnvelope(deadline(t), sent.Envelope)
	require.NoError(t, err)
	require.Equal(t, auction.NonceTooHigh, attempt.State)
	for range 3 { // idempotent
		got, err := s.CancelBundle(deadline(t), "mine")
		require.NoError(t, err)
		require.Equal(t, sent.BundleHash, got.BundleHash)
		require.Empty(t, got.Cancellations, "nothing was sealed for it")
	}
	for range 8 {
		require.Empty(t, h.closeSlot().Fates)
	}
	story, err := s.WaitFate(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.Cancelled, story.State)
}

// TestCancelOfARangeInAClosedSlot is TooLate for that slot, and the end of it for every other.
func TestCancelOfARangeInAClosedSlot(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.Outbid }
	sent, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 50, ReplacementUUID: "mine"})
	require.NoError(t, err)
	h.freeze()
	_, err = s.CancelBundle(deadline(t), "mine")
	refusedWith(t, err, auction.TooLate, "replacementUuid")
	h.thaw()
	story, err := s.WaitFate(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.Cancelled, story.State, "it lost, and is not sealed again")
	require.Equal(t, auction.Outbid, story.Attempts[0].State)
	got, err := s.CancelBundle(deadline(t), "mine")
	require.NoError(t, err, "now it is known that nothing of it executed")
	require.Empty(t, got.Cancellations)
	require.Empty(t, h.closeSlot().Fates)
}

func TestCancellingTwiceSealsOnce(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	_, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), Slot: 2, ReplacementUUID: "mine"})
	require.NoError(t, err)
	first, err := s.CancelBundle(deadline(t), "mine")
	require.NoError(t, err)
	again, err := s.CancelBundle(deadline(t), "mine")
	require.NoError(t, err)
	require.Equal(t, first, again)
	h.closeSlot()
	require.Len(t, h.closeSlot().Fates, 2)
	h.toldOf(t, 2)
	again, err = s.CancelBundle(deadline(t), "mine")
	require.NoError(t, err)
	require.Equal(t, first, again, "after the slot as well")
	_, err = s.CancelBundle(deadline(t), "another")
	refusedWith(t, err, auction.NotFound, "replacementUuid")
}

// TestNumbersAscend covers what is given, what is not, and what cannot be.
func TestNumbersAscend(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	nonce := uint64(0)
	send := func(number uint64, slot rollup.Slot) (*client.Sent, error) {
		nonce++
		return s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, nonce, 0), Slot: slot, ReplacementUUID: "mine", SequenceNumber: number})
	}
	five, err := send(5, 3)
	require.NoError(t, err)
	require.Equal(t, uint64(5), five.Sequence)
	for _, number := range []uint64{4, 5} {
		_, err = send(number, 3)
		r := refusedWith(t, err, auction.Replaced, "replacementSeqNumber")
		require.Contains(t, r.Hint, "6")
	}
	_, err = send(1<<63, 3)
	refusedWith(t, err, auction.Malformed, "replacementSeqNumber")
	_, err = send(6, 4)
	r := refusedWith(t, err, auction.Replaced, "replacementSeqNumber")
	require.Contains(t, r.Hint, "give 7", "another slot takes a cancellation in between")
	seven, err := send(7, 4)
	require.NoError(t, err)
	byArrival, err := send(0, 4)
	require.NoError(t, err)
	require.Greater(t, byArrival.Sequence, seven.Sequence)
	for range 4 {
		h.closeSlot()
	}
	require.Equal(t, auction.Cancelled, h.fatesOf(3)[five.BundleHash], "cancelled where it stood")
	require.Equal(t, auction.Replaced, h.fatesOf(4)[seven.BundleHash])
	require.Equal(t, auction.Executed, h.fatesOf(4)[byArrival.BundleHash])

	a := signedCall(t, h, 10, "chorale_sendBundle", fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}],"replacementSeqNumber":3}`, hexes(tx(t, key(10), 901, 9, 21_000))))
	require.Equal(t, "replacementSeqNumber", a.Error.Data.Field)
	_, err = dial(t, h, 12).SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 12, 0, 0), ReplacementUUID: "mine"})
	require.ErrorContains(t, err, "BAD_SIGNATURE", "only a signer can name a bundle")
	b := call(t, h, "", "chorale_cancelBundle", `{"replacementUuid":"mine"}`)
	require.Equal(t, "BAD_SIGNATURE", b.Error.Data.Code)
}

// TestNamesAreTheSigners has two searchers use one name through one gateway.
func TestNamesAreTheSigners(t *testing.T) {
	h := open(t)
	a, b := signedIn(t, h, 10), signedIn(t, h, 11)
	first, err := a.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), ReplacementUUID: "mine"})
	require.NoError(t, err)
	_, err = b.CancelBundle(deadline(t), "mine")
	refusedWith(t, err, auction.NotFound, "replacementUuid")
	second, err := b.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0), ReplacementUUID: "mine"})
	require.NoError(t, err)
	h.closeSlot()
	require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Executed, second.BundleHash: auction.Executed}, h.fatesOf(1))
}

// TestAPayersWordCoversTheNumber has a payer sign a replacement, which nobody can give another place afterwards.
func TestAPayersWordCoversTheNumber(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	k, err := s.SealingKey(deadline(t))
	require.NoError(t, err)
	send := func(n, bid uint64, named, given uint64) (*client.Sent, error) {
		b := twoLegs(t, 10, n, bid)
		s.Name(b, "mine", named)
		require.NoError(t, s.SignBid(k, b, 9))
		return s.SendBundle(deadline(t), client.Clear{Bundle: b, ReplacementUUID: "mine", SequenceNumber: given})
	}
	_, err = send(0, 100, 1, 0)
	refusedWith(t, err, auction.Malformed, "replacementSeqNumber")
	_, err = send(0, 100, 1, 2)
	refusedWith(t, err, auction.BadSignature, "payerSignature")
	first, err := send(0, 100, 1, 1)
	require.NoError(t, err)
	second, err := send(1, 200, 2, 2)
	require.NoError(t, err)
	h.closeSlot()
	require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Replaced, second.BundleHash: auction.Executed}, h.fatesOf(1))
}

// TestAReplacementThatMissedDoesNotFollow is the one way in which both could execute: the replacement came too late
// for the batch, in which the first one executed. It is not sealed again.
func TestAReplacementThatMissedDoesNotFollow(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	first, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), ReplacementUUID: "mine"})
	require.NoError(t, err)
	second, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0), MaxSlot: 30, ReplacementUUID: "mine"})
	require.NoError(t, err)
	h.mu.Lock()
	h.pending[1] = h.pending[1][:1]
	h.mu.Unlock()
	for range 4 {
		h.closeSlot()
	}
	story, err := s.WaitFate(deadline(t), second.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.TooLate, story.State)
	require.Equal(t, auction.Executed, h.fatesOf(1)[first.BundleHash])
	for slot := rollup.Slot(2); slot <= 4; slot++ {
		require.Empty(t, h.fatesOf(slot))
	}
}

// TestACopyOfABundleEndsNothing has a stranger seal a bundle that lost, bytes for bytes, in an envelope of his
// own: the maker's goes on, and the stranger is told nothing that is not public.
func TestACopyOfABundleEndsNothing(t *testing.T) {
	h := open(t)
	s, stranger := signedIn(t, h, 10), signedIn(t, h, 11)
	h.outcome = func(e *auction.Entry) auction.Reason {
		switch {
		case e.Envelope.Bidder == stranger.Account():
			return auction.ProtectedTx
		case e.Envelope.Slot == 3:
			return auction.Executed
		}
		return auction.Outbid
	}
	sent, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 30})
	require.NoError(t, err)
	h.mu.Lock()
	sealed := h.pending[1][0]
	h.mu.Unlock()
	h.closeSlot()
	eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[2]) == 1 })
	copied := h.bundleOf(t, sealed)
	require.Equal(t, sent.BundleHash, copied.Hash())
	k, err := stranger.SealingKey(deadline(t))
	require.NoError(t, err)
	_, err = stranger.SendSealed(deadline(t), k, 2, 0, copied)
	require.NoError(t, err)
	_, err = stranger.SendBundle(deadline(t), client.Clear{Bundle: copied, MaxSlot: 9})
	refusedWith(t, err, auction.Duplicate, "legs")
	h.closeSlot()
	eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[3]) == 1 })
	h.toldOf(t, 2)
	told, err := stranger.GetBundle(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Len(t, told.Attempts, 3, "what the attested slots hold")
	for _, a := range told.Attempts {
		require.NotNil(t, a.Fate)
		require.LessOrEqual(t, a.Slot, rollup.Slot(2))
	}
	h.closeSlot()
	story, err := s.WaitFate(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.Executed, story.State)
}

func TestReplacementsAreKeptApartFromReseals(t *testing.T) { // a replaced range is not sealed again, its successor is
	h := open(t)
	s := signedIn(t, h, 10)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.Outbid }
	first, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 30, ReplacementUUID: "mine"})
	require.NoError(t, err)
	h.closeSlot()
	eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[2]) == 1 })
	second, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0), MaxSlot: 30, ReplacementUUID: "mine"})
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(2), second.Slot)
	for slot := rollup.Slot(2); slot <= 5; slot++ {
		eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) > 0 })
		h.closeSlot()
		want := map[rollup.Digest]auction.Reason{second.BundleHash: auction.Outbid}
		if slot == 2 {
			want[first.BundleHash] = auction.Replaced
		}
		require.Equal(t, want, h.fatesOf(slot))
	}
	story, err := s.GetBundle(deadline(t), second.BundleHash)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(story.Attempts), 4, "the story has every envelope")
}

func TestReplacementHasOneFormula(t *testing.T) {
	require.Equal(t, client.Replacement(rollup.Address{7}, "arb-7"), gateway.Replacement(rollup.Address{7}, "arb-7"))
	require.Equal(t, "0x", client.Replacement(rollup.Address{7}, "arb-7").Hex()[:2])
}

// TestFeeIsInTheAnswer holds every answer to what the envelope will pay.
func TestFeeIsInTheAnswer(t *testing.T) {
	h := open(t)
	s := signedIn(t, h, 10)
	k, err := s.SealingKey(deadline(t))
	require.NoError(t, err)
	want := map[rollup.Digest]string{}
	clear, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), ReplacementUUID: "x"})
	require.NoError(t, err)
	sealed, err := s.SendSealed(deadline(t), k, 1, 3, twoLegs(t, 10, 1, 0))
	require.NoError(t, err)
	cancel, err := s.CancelBundle(deadline(t), "x")
	require.NoError(t, err)
	want[clear.Envelope], want[sealed.Envelope] = clear.Fee.Dec(), sealed.Fee.Dec()
	want[cancel.Cancellations[0].Envelope] = cancel.Cancellations[0].Fee
	for _, f := range h.closeSlot().Fates {
		require.Equal(t, f.Fee.Dec(), want[f.Envelope])
	}
	raw, err := json.Marshal(want)
	require.NoError(t, err)
	require.NotContains(t, string(raw), `"0"`)
}
