package member_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/stretchr/testify/require"
)

// An adversary asks four members 10,000 times for opening shares, at every moment, claiming to be anywhere, while
// the members decide slots up to two seconds apart from each other. Nobody gives a share of a slot that it has not
// decided; and two of four colluders with their own shares open nothing that is still open to envelopes.
func TestNoShareForAnOpenSlot(t *testing.T) {
	const asks, last, slotMs = 10_000, 60, 250
	r := rand.New(rand.NewPCG(1, 4))
	network := rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}
	group, shares := thresholdtest.Committee(3, 4, 1)
	p := freely()
	p.Members, p.PostEvery, p.PostBytes = make([]rollup.Member, 4), 8, 8<<20
	var offices []member.Office
	var skew [4]int64 // of decisions, in ms
	for i := range 4 {
		o, end, err := member.NewOffice(filepath.Join(t.TempDir(), fmt.Sprint(i)), p, network, &group, shares[i])
		require.NoError(t, err)
		t.Cleanup(func() { require.NoError(t, end()) })
		offices, skew[i] = append(offices, o), r.Int64N(4001)-2000
	}
	decidedAt := func(member int, now int64) rollup.Slot {
		return rollup.Slot(min(max((now-skew[member])/slotMs, 0), last))
	}
	early, given := 0, make(map[rollup.Slot]map[uint32]threshold.Partial)
	for i := range int64(asks) {
		now := i * (last*slotMs + 4000) / asks // up to when all have decided all
		member := r.IntN(4)
		decided := decidedAt(member, now)
		offices[member].Decide(decided)
		after := rollup.Slot(0)
		switch r.IntN(4) {
		case 0:
			after = decided
		case 1:
			after = decided + rollup.Slot(r.IntN(8)) - 4
		case 2:
			after = ^rollup.Slot(0)
		}
		got, err := offices[member].Ask(sequencer.Opening, after)
		require.NoError(t, err)
		for slot, p := range got {
			if slot > decided {
				early++
			}
			if given[slot] == nil {
				given[slot] = make(map[uint32]threshold.Partial)
			}
			given[slot][p.Index] = p
		}
		if i%100 == 0 { // what is open at every member: the colluders try with their own
			open := rollup.Slot(0)
			for m := range 4 {
				open = max(open, decidedAt(m, now))
			}
			opens(t, &group, shares, given[open+1], network, open+1, false)
		}
	}
	require.Zero(t, early, "shares of open slots")
	for slot := rollup.Slot(1); slot <= last; slot += 7 {
		opens(t, &group, shares, given[slot], network, slot, true)
	}
	t.Logf("%d asks, %d shares of open slots, %d slots opened after their commit", asks, early, len(given))
}

// A member sends its own shares only, and no key that is not the slot's: neither takes another's place.
func TestMembersSpeakForThemselves(t *testing.T) {
	network := rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}
	group, shares := thresholdtest.Committee(3, 4, 1)
	p := freely()
	p.Members, p.PostEvery, p.PostBytes = make([]rollup.Member, 4), 8, 8<<20
	o, end, err := member.NewOffice(t.TempDir(), p, network, &group, shares[0])
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, end()) })
	link := member.NewLink(member.NewPool(p), 4)
	partials := func(slot rollup.Slot) (out []threshold.Partial) {
		for _, s := range shares {
			out = append(out, s.Sign(threshold.OpeningTag, auction.Identity(network, slot)))
		}
		return out
	}
	for from := 1; from < 4; from++ {
		for of, p := range partials(5) {
			if err := link.Share(o, from, 5, p); of == from {
				require.NoError(t, err)
			} else {
				require.Error(t, err, "the share of %d from %d", of, from)
			}
		}
	}
	key, err := group.Combine(threshold.OpeningTag, auction.Identity(network, 5), partials(5)[:3])
	require.NoError(t, err)
	require.ErrorIs(t, link.Signature(o, 1, 6, key), threshold.ErrSignature, "the key of another slot")
	require.NoError(t, link.Signature(o, 1, 5, key))
}

// opens says whether members 0 and 1, who collude, can open a slot with what was given out.
func opens(t *testing.T, g *threshold.Group, shares []*threshold.Share, given map[uint32]threshold.Partial, n rollup.Network, slot rollup.Slot, want bool) {
	t.Helper()
	message := auction.Identity(n, slot)
	partials := []threshold.Partial{shares[0].Sign(threshold.OpeningTag, message), shares[1].Sign(threshold.OpeningTag, message)}
	for _, p := range given {
		if p.Index > 2 {
			partials = append(partials, p)
		}
	}
	key, err := g.Combine(threshold.OpeningTag, message, partials)
	opened := err == nil && threshold.Verify(g.Public, threshold.OpeningTag, message, key) == nil
	require.Equal(t, want, opened, "slot %d", slot)
}

// A thousand envelopes are taken and their member dies; in its next life all of them come again, and once more
// under the next epoch: none is accepted a second time.
func TestReplayAfterDeathAndEpoch(t *testing.T) {
	const envelopes, closed = 1000, 10
	c := sequencertest.New(t, t.Name(), 4, 250, time.Now())
	c.Parameters.FeeBase.Clear()
	c.Parameters.FeePerKiB.Clear()
	c.Parameters.FeePerMegagas.Clear()
	c.Parameters.BatchGas, c.Parameters.BidderGas, c.Parameters.BatchBytes = 1<<40, 1<<40, 4<<20
	dir := t.TempDir()
	disk, err := member.OpenDisk(dir)
	require.NoError(t, err)
	pool := member.NewPool(c.Parameters)
	group, _ := thresholdtest.Committee(3, 4, 1)
	var all []*auction.Sealed
	for i := range envelopes {
		slot := rollup.Slot(1 + i%20)
		s := c.Rough(slot, uint16(i))
		require.NoError(t, s.Check(c.Parameters, c.Network))
		promise, fresh, err := pool.Add(s, true, 1, 0)
		require.NoError(t, err)
		require.True(t, fresh)
		require.NoError(t, disk.Hold(s, promise))
		all = append(all, s)
	}
	state := &sequencer.State{Parameters: c.Parameters, Network: c.Network, Group: &group, Fees: builder.NewFeeBook(builder.NewLedger(c.Parameters))}
	in := make(map[rollup.Digest]int)
	step := func(pool member.Pool) {
		slot := state.Slot + 1
		b := &sequencer.Block{Slot: slot, Votes: make([]*sequencer.Extension, 3), Envelopes: sequencer.Turns(pool.Of(slot)), Keys: make([]threshold.Signature, min(slot-1, 1))}
		for i := range b.Votes {
			b.Votes[i] = &sequencer.Extension{Held: pool.List(slot - 1)}
		}
		nobody := func(rollup.Digest) *sequencer.Envelope { return nil }
		require.NoError(t, state.Check(b, anyKey, nobody))
		if len(b.Envelopes) > 0 { // the same one twice in a batch, or once more in the next
			twice := *b
			twice.Envelopes = append(append([]*sequencer.Envelope{}, b.Envelopes...), b.Envelopes[0])
			require.ErrorIs(t, state.Check(&twice, anyKey, nobody), sequencer.ErrBatch)
		}
		require.NoError(t, state.Apply(b))
		pool.Close(slot)
		for _, e := range b.Envelopes {
			in[e.ID]++
		}
	}
	for range closed {
		step(pool)
	}
	require.NoError(t, disk.Close()) // everything was synced before it was answered for: kill -9 finds no less

	if disk, err = member.OpenDisk(dir); err != nil {
		t.Fatal(err)
	}
	defer func() { require.NoError(t, disk.Close()) }()
	again := member.NewPool(c.Parameters)
	require.NoError(t, disk.Refill(again, state.Slot))
	twice := 0
	for _, s := range all {
		_, fresh, err := again.Add(s, true, state.Slot+1, 0)
		switch {
		case s.Slot <= closed:
			require.Equal(t, auction.SlotInPast, reasonOf(t, err))
		default:
			require.NoError(t, err, "it gets the receipt that it had")
		}
		if fresh {
			twice++
		}
	}
	require.Zero(t, twice, "accepted as new")
	for range closed {
		step(again)
	}
	require.Len(t, in, envelopes)
	for id, n := range in {
		require.Equal(t, 1, n, "envelope %s", id)
	}
	next := c.Network
	next.Epoch++
	for _, s := range all {
		require.ErrorIs(t, s.Check(c.Parameters, next), auction.ErrOtherNetwork)
		moved := *s
		moved.Network = next
		require.ErrorIs(t, moved.Check(c.Parameters, next), auction.ErrBadSignature)
	}
}
