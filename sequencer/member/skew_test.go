package member_test

import (
	"container/heap"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/stretchr/testify/require"
)

// This file simulates a committee on one time line: four members with the real pool, the real pace and the real
// rules, clocks that are wrong by up to half a second, a network that delays, bidders who send around the moment
// of closing, and proposers who cheat. Only the engine is left out: a proposal that all honest members accept is
// decided, any other costs a round.

// step is something that happens at a moment of true time, in ms.
type step struct {
	at  int64
	seq int
	do  func()
}

type timeline []step

func (t timeline) Len() int { return len(t) }
func (t timeline) Less(i, j int) bool {
	return t[i].at < t[j].at || t[i].at == t[j].at && t[i].seq < t[j].seq
}
func (t timeline) Swap(i, j int) { t[i], t[j] = t[j], t[i] }
func (t *timeline) Push(x any)   { *t = append(*t, x.(step)) }
func (t *timeline) Pop() any {
	last := (*t)[len(*t)-1]
	*t = (*t)[:len(*t)-1]
	return last
}

// voice is one member of the simulated committee.
type voice struct {
	skew  int64
	pool  member.Pool
	pace  member.Pace
	state *sequencer.State
	lists map[rollup.Slot][]rollup.Digest
	batch map[rollup.Slot][]rollup.Digest
}

type choir struct {
	t        *testing.T
	r        *rand.Rand
	p        *rollup.Parameters
	now      int64
	seq      int
	line     timeline
	voices   []*voice
	keys     threshold.Signature
	last     rollup.Slot
	proposed map[rollup.Slot]int64 // when the deciding proposal was made
	promised map[rollup.Digest]rollup.Slot
	taken    map[rollup.Digest]int64
	refused  int
	cheated  int
}

const slotMs = 250

func (c *choir) at(at int64, do func()) {
	c.seq++
	heap.Push(&c.line, step{max(at, c.now), c.seq, do})
}

func (c *choir) run() {
	for len(c.line) > 0 {
		s := heap.Pop(&c.line).(step)
		c.now = s.at
		s.do()
	}
}

func newChoir(t *testing.T, seed uint64, slots rollup.Slot) *choir {
	p := freely()
	p.SlotMs, p.BatchBytes, p.MaxLag = slotMs, 4000, 8
	p.BidderGas, p.BatchGas = 4_000_000, 8_000_000
	p.Members = make([]rollup.Member, 4)
	c := &choir{
		t: t, r: rand.New(rand.NewPCG(seed, 7)), p: p, last: slots, proposed: make(map[rollup.Slot]int64),
		promised: make(map[rollup.Digest]rollup.Slot), taken: make(map[rollup.Digest]int64), now: 1_000_000,
	}
	group, _ := thresholdtest.Committee(3, 4, 1)
	for range 4 {
		v := &voice{
			skew: c.r.Int64N(1001) - 500, pool: member.NewPool(p), lists: make(map[rollup.Slot][]rollup.Digest), batch: make(map[rollup.Slot][]rollup.Digest),
			state: &sequencer.State{Parameters: p, Group: &group, Formed: 0, Fees: builder.NewFeeBook(builder.NewLedger(p))},
		}
		v.pace = member.NewPace(slotMs, func() time.Time { return time.UnixMilli(c.now + v.skew) })
		c.voices = append(c.voices, v)
	}
	return c
}

// bid gives an envelope for a slot to a member at a moment, and passes it on as members do.
func (c *choir) bid(slot rollup.Slot, member int, bidder byte, salt uint16) {
	s := &auction.Sealed{Slot: slot, Bidder: rollup.Address{bidder}, Ciphertext: []byte{byte(salt), byte(salt >> 8), bidder, byte(slot), byte(slot >> 8)}}
	v := c.voices[member]
	open, _ := v.pace.Open()
	promise, fresh, err := v.pool.Add(s, true, open, 0)
	if err != nil {
		c.refused++
		return
	}
	if !fresh {
		return
	}
	c.taken[s.ID()] = c.now
	if promise <= slot {
		c.promised[s.ID()] = slot
	}
	for i, other := range c.voices {
		if i != member {
			c.at(c.now+1+c.r.Int64N(60), func() {
				if v.pool.Gives(slot, s.ID()) {
					_, _, _ = other.pool.Add(s, false, other.state.Slot+1, 0) // closed there, or over its part
				}
			})
		}
	}
}

// propose makes the proposal of a slot in a round, by turns.
func (c *choir) propose(slot rollup.Slot, round int, votes []*sequencer.Extension) {
	v := c.voices[(int(slot)+round)%4]
	body := func(id rollup.Digest) *sequencer.Envelope { return c.find(slot, id, v) }
	room, err := v.state.Room(nil)
	require.NoError(c.t, err)
	batch, missing := sequencer.Required(room, sequencer.Listed(votes, 1), body)
	require.Empty(c.t, missing)
	in := make(map[rollup.Digest]bool)
	for _, e := range batch {
		in[e.ID] = true
	}
	required := len(batch)
	for _, e := range sequencer.Turns(v.pool.Of(slot)) {
		if !in[e.ID] && room.Take(e.Sealed, len(e.Raw)) == nil {
			batch = append(batch, e)
		}
	}
	if cheats := c.r.IntN(3) == 0 && round < 3 && required > 0; cheats {
		c.cheated++
		c.refuse(slot, votes, c.cheat(batch, required))
		c.at(c.now+150, func() { c.propose(slot, round+1, votes) })
		return
	}
	c.proposed[slot] = c.now
	for n := range uint16(4) { // around the moment at which the fourth after this one closes, a second before to a second after
		c.at(c.now+4*slotMs-1000+c.r.Int64N(2001), func() { c.bid(slot+4, c.r.IntN(4), byte(c.r.IntN(6)), n) })
	}
	block := &sequencer.Block{Slot: slot, Votes: votes, Envelopes: batch}
	if slot > 1 {
		block.Keys = []threshold.Signature{c.keys}
	}
	var heard []*sequencer.Extension
	for i, w := range c.voices {
		w.pace.Seen(slot)
		require.NoError(c.t, w.state.Check(block, anyKey, func(id rollup.Digest) *sequencer.Envelope { return c.find(slot, id, w) }), "slot %d at member %d", slot, i)
		w.lists[slot+1] = w.pool.List(slot)
		heard = append(heard, &sequencer.Extension{Held: w.lists[slot+1]})
	}
	silent := c.r.IntN(4)
	for i, w := range c.voices {
		if i != silent {
			heard = append(heard, &sequencer.Extension{Held: w.lists[slot+1]})
		}
	}
	for _, w := range c.voices {
		c.at(c.now+20+c.r.Int64N(80), func() { c.decide(w, block) })
	}
	if slot < c.last {
		next := c.voices[int(slot+1)%4]
		c.at(c.now+100, func() { c.at(next.pace.Due().UnixMilli()-next.skew, func() { c.propose(slot+1, 0, heard) }) })
	}
}

// decide has a member apply a decided block.
func (c *choir) decide(w *voice, block *sequencer.Block) {
	require.NoError(c.t, w.state.Apply(block))
	w.pool.Close(block.Slot)
	w.pace.Decided(block.Slot)
	for _, e := range block.Envelopes {
		w.batch[block.Slot] = append(w.batch[block.Slot], e.ID)
	}
}

// cheat spoils a batch whose first envelopes are required.
func (c *choir) cheat(batch []*sequencer.Envelope, required int) []*sequencer.Envelope {
	out := slices.Clone(batch)
	i := c.r.IntN(required)
	switch c.r.IntN(4) {
	case 0: // leaves one out
		return slices.Delete(out, i, i+1)
	case 1: // delays: all of them
		return nil
	case 2: // reorders
		if required > 1 {
			j := (i + 1) % required
			out[i], out[j] = out[j], out[i]
			return out
		}
		return slices.Delete(out, i, i+1)
	}
	late := *out[i].Sealed // puts one of an earlier slot in its place
	late.Slot--
	out[i] = &sequencer.Envelope{Sealed: &late, ID: late.ID(), Raw: out[i].Raw}
	return out
}

func (c *choir) refuse(slot rollup.Slot, votes []*sequencer.Extension, batch []*sequencer.Envelope) {
	block := &sequencer.Block{Slot: slot, Votes: votes, Envelopes: batch}
	for i, w := range c.voices {
		err := w.state.Check(block, anyKey, func(id rollup.Digest) *sequencer.Envelope { return c.find(slot, id, w) })
		require.True(c.t, errors.Is(err, sequencer.ErrOmitted) || errors.Is(err, sequencer.ErrBatch), "slot %d at member %d: %v", slot, i, err)
	}
}

func anyKey(rollup.Slot, threshold.Signature) bool { return true }

// find is an envelope that a member holds, or pulls from one that does.
func (c *choir) find(slot rollup.Slot, id rollup.Digest, v *voice) *sequencer.Envelope {
	for _, e := range v.pool.Of(slot) {
		if e.ID == id {
			return e
		}
	}
	for _, w := range c.voices {
		for _, e := range w.pool.Of(slot) {
			if e.ID == id {
				v.pool.Want(slot, id)
				_, _, err := v.pool.Add(e.Sealed, false, v.state.Slot+1, 0)
				require.NoError(c.t, err, "what f+1 members listed is held")
				return e
			}
		}
	}
	return nil
}

// Clocks wrong by up to 500 ms, envelopes from a second before to a second after the moment at which their slot
// closes, one proposal in three a fraud, 1,000 slots: all members have the same set for each slot; what was
// promised is in as far as the batch has room; nothing is in that came after its slot was proposed.
func TestClosingIsACommittedHeight(t *testing.T) {
	const slots = 1000
	c := newChoir(t, 42, slots)
	began := (c.now/slotMs + 1) * slotMs
	c.at(began, func() { c.propose(1, 0, make([]*sequencer.Extension, 0)) })
	c.run()
	in, late, kept := 0, 0, 0
	where := make(map[rollup.Digest]rollup.Slot)
	for slot := rollup.Slot(1); slot <= slots; slot++ {
		for i, v := range c.voices {
			require.Equal(t, c.voices[0].batch[slot], v.batch[slot], "slot %d at member %d", slot, i)
		}
		for _, id := range c.voices[0].batch[slot] {
			in++
			where[id] = slot
			if c.taken[id] > c.proposed[slot] {
				late++
			}
		}
	}
	for id, slot := range c.promised {
		if where[id] == slot {
			kept++
		}
	}
	require.Zero(t, late, "late envelopes are in")
	t.Logf("%d slots, %d envelopes taken, %d refused at the door, %d in, %d late; %d of %d promises are in; %d frauds refused; skews %d %d %d %d ms", slots,
		len(c.taken), c.refused, in, late, kept, len(c.promised), c.cheated, c.voices[0].skew, c.voices[1].skew, c.voices[2].skew, c.voices[3].skew)
	require.Greater(t, 20*kept, 19*len(c.promised), "nearly all promises are kept: an envelope is passed on within 60 ms")
	require.Greater(t, in, slots/2)
	require.Greater(t, c.refused, slots/10)
	require.Greater(t, c.cheated, slots/20)
}
