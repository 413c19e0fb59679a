package api_test

import (
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// twoRuns are two runs of one program over one key, on connections of their own: neither knows what the other sealed.
// They look for some slots' time, so that short slots have them give up soon, and long ones never.
func twoRuns(t *testing.T, slotMs uint64) (h *house, before, after *client.Client, k *client.SealingKey) {
	t.Helper()
	c := newCommittee()
	c.p.SlotMs = slotMs
	h = openWith(t, c)
	before, after = signedIn(t, h, 10), signedIn(t, h, 10)
	k, err := before.SealingKey(deadline(t))
	require.NoError(t, err)
	return h, before, after, k
}

// wait seals a bundle under a name for a slot and leaves it waiting there.
func wait(t *testing.T, c *client.Client, k *client.SealingKey, slot rollup.Slot, nonce uint64, uuid string) *client.Sent {
	t.Helper()
	b := twoLegs(t, 10, nonce, 50)
	c.Name(b, uuid, client.SequenceAt(time.Now()))
	sent, err := c.SendSealed(deadline(t), k, slot, 0, b)
	require.NoError(t, err)
	return sent
}

// following is a call that seals for slot after slot while the test goes on.
type following struct {
	t      *testing.T
	sealed chan *client.Sent
	done   chan struct{} // closed when story and err are there
	story  *client.Story
	err    error
}

func followed(t *testing.T, call func(sent func(*client.Sent)) (*client.Story, error)) *following {
	f := &following{t: t, sealed: make(chan *client.Sent, 64), done: make(chan struct{})}
	go func() {
		defer close(f.done)
		f.story, f.err = call(func(s *client.Sent) { f.sealed <- s })
	}()
	return f
}

// next is for which slot it sealed next.
func (f *following) next() rollup.Slot {
	f.t.Helper()
	select {
	case s := <-f.sealed:
		return s.Slot
	case <-f.done:
		require.Fail(f.t, "it is over, and sealed nothing more", "%v", f.err)
	case <-time.After(20 * time.Second): // against hanging only
		require.Fail(f.t, "nothing more is sealed")
	}
	return 0
}

// end is the story that it gave.
func (f *following) end() *client.Story {
	f.t.Helper()
	<-f.done
	require.NoError(f.t, f.err)
	return f.story
}

func TestReplaceNamedTakesTheSlotOfWhatWaits(t *testing.T) {
	h, before, after, k := twoRuns(t, 1000)
	first := wait(t, before, k, 2, 0, "mine")
	later := wait(t, before, k, 4, 1, "mine")
	other := wait(t, before, k, 5, 2, "another")
	better := twoLegs(t, 10, 3, 60)
	f := followed(t, func(sent func(*client.Sent)) (*client.Story, error) {
		return after.ReplaceNamed(deadline(t), k, "mine", client.Range{Bundle: better, Last: 2, Sent: sent})
	})
	require.Equal(t, rollup.Slot(2), f.next(), "where the first waits, not in the open slot")
	for range 5 {
		h.closeSlot()
	}
	require.Equal(t, auction.Executed, f.end().State)
	require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Replaced, better.Hash(): auction.Executed}, h.fatesOf(2))
	require.Equal(t, auction.Cancelled, h.fatesOf(4)[later.BundleHash], "nothing of the name is left behind")
	require.Equal(t, auction.Executed, h.fatesOf(5)[other.BundleHash], "another name is left alone")
}

// TestReplaceNamedLooksAgain closes the slot of what waits before the replacement gets there.
func TestReplaceNamedLooksAgain(t *testing.T) {
	h, before, after, k := twoRuns(t, 1000)
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.Envelope.Slot == 1 {
			return auction.Outbid
		}
		return auction.Executed
	}
	wait(t, before, k, 1, 0, "mine")
	second := wait(t, before, k, 2, 0, "mine")
	h.mu.Lock()
	h.closing = true // with the next envelope
	h.mu.Unlock()
	better := twoLegs(t, 10, 3, 60)
	f := followed(t, func(sent func(*client.Sent)) (*client.Story, error) {
		return after.ReplaceNamed(deadline(t), k, "mine", client.Range{Bundle: better, Sent: sent})
	})
	require.Equal(t, rollup.Slot(2), f.next())
	h.thaw()
	h.closeSlot()
	require.Equal(t, auction.Executed, f.end().State)
	require.Equal(t, auction.Replaced, h.fatesOf(2)[second.BundleHash])
}

// TestReplaceNamedGoesOn seals for the slots after the replaced one's, up to the last.
func TestReplaceNamedGoesOn(t *testing.T) {
	h, before, after, k := twoRuns(t, 1000)
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.Envelope.Slot < 3 {
			return auction.Outbid
		}
		return auction.Executed
	}
	wait(t, before, k, 1, 0, "mine")
	better := twoLegs(t, 10, 3, 60)
	f := followed(t, func(sent func(*client.Sent)) (*client.Story, error) {
		return after.ReplaceNamed(deadline(t), k, "mine", client.Range{Bundle: better, Last: 9, Sent: sent})
	})
	for slot := rollup.Slot(1); slot <= 3; slot++ {
		require.Equal(t, slot, f.next())
		h.closeSlot()
	}
	story := f.end()
	require.Equal(t, auction.Executed, story.State)
	require.Len(t, story.Attempts, 3)
}

func TestCancelNamedFindsWhatAnotherRunSealed(t *testing.T) {
	h, before, after, k := twoRuns(t, 1000)
	mine := wait(t, before, k, 3, 0, "mine")
	other := wait(t, before, k, 3, 1, "another")
	f := followed(t, func(sent func(*client.Sent)) (*client.Story, error) {
		return after.CancelNamed(deadline(t), k, "mine", sent)
	})
	covered := map[rollup.Slot]bool{}
	for len(covered) < 3 { // the open slot, the next, and that of what waits
		slot := f.next()
		require.False(t, covered[slot], "one a slot")
		covered[slot] = true
	}
	require.True(t, covered[3])
	h.closeSlot()
	h.closeSlot()
	require.Equal(t, rollup.Slot(4), f.next(), "those that have one get no other")
	h.closeSlot()
	require.Equal(t, mine.BundleHash, f.end().Bundle)
	require.Equal(t, auction.Cancelled, h.fatesOf(3)[mine.BundleHash])
	require.Equal(t, auction.Executed, h.fatesOf(3)[other.BundleHash])
}

func TestNothingNamedIsTooLate(t *testing.T) {
	_, _, after, k := twoRuns(t, 20)
	_, err := after.ReplaceNamed(deadline(t), k, "mine", client.Range{Bundle: twoLegs(t, 10, 0, 0)})
	require.ErrorIs(t, err, client.ErrTooLate)
	_, err = after.CancelNamed(deadline(t), k, "mine", nil)
	require.ErrorIs(t, err, client.ErrTooLate)
}

// TestAheadLeavesTheOpenSlot has a first slot that does not close under the sealing.
func TestAheadLeavesTheOpenSlot(t *testing.T) {
	k := &client.SealingKey{Slot: 7, SlotTime: 200 * time.Millisecond}
	for slots, last := range map[uint64]rollup.Slot{0: 8, 1: 8, 5: 12} {
		r := k.Ahead(nil, 2, slots)
		require.Equal(t, rollup.Slot(8), r.First)
		require.Equal(t, last, r.Last)
		require.Equal(t, auction.GasClass(2), r.Class)
	}
}

// TestTheDoorShowsWhatAReaderReads holds the rows of the door and the client's reading of them together.
func TestTheDoorShowsWhatAReaderReads(t *testing.T) {
	h := open(t)
	for _, url := range []string{h.http.URL, h.http.URL + "/", h.ws()} {
		r, err := client.NewReader(url)
		require.NoError(t, err)
		_, _, err = r.Extensions(deadline(t), 999)
		require.ErrorIs(t, err, client.ErrNode)
		require.ErrorContains(t, err, "/v1/slots/999/extensions: ")
	}
	c := dial(t, h, 10)
	k, err := c.SealingKey(deadline(t))
	require.NoError(t, err)
	sent, err := c.SendSealed(deadline(t), k, 1, 0, twoLegs(t, 10, 0, 0))
	require.NoError(t, err)
	file, err := client.EncodeReceipt(sent)
	require.NoError(t, err)
	judged, err := client.DecodeReceipt(file)
	require.NoError(t, err)
	require.Equal(t, sent.Envelope, judged.Envelope.ID())
	require.NoError(t, judged.Receipt.Verify())
	h.closeSlot()
	r, err := client.NewReader(h.ws())
	require.NoError(t, err)
	attested, lists, err := r.Extensions(deadline(t), 1)
	require.NoError(t, err)
	require.Equal(t, h.slots[1].Encode(), attested.Encode())
	require.Equal(t, rollup.Slot(1), lists.Slot)
}
