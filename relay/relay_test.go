package relay_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// source is a committee's durable postings.
type source []*sequencer.SignedPosting

func (s source) Postings(_ context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	for _, p := range s {
		if p.Posting.First == after+1 {
			return p, true, nil
		}
	}
	return nil, false, nil
}

// newSource makes postings of the given numbers of slots.
func newSource(sizes ...int) source {
	var s source
	var previous rollup.Digest
	first := rollup.Slot(1)
	for _, size := range sizes {
		p := &sequencer.SignedPosting{Posting: sequencer.Posting{Previous: previous, First: first, Last: first + rollup.Slot(size) - 1}}
		s = append(s, p)
		previous, first = p.Posting.Root(), p.Posting.Last+1
	}
	return s
}

// fakeInbox is an L1 of one contract: blocks that hold postings, a pool that may land late, and accidents.
type fakeInbox struct {
	mu       sync.Mutex
	blocks   []*sequencer.Posting // one to a block; nil for none
	failures []error              // of the next calls of Post
	landed   bool                 // a failing call's postings are on L1 all the same
	calls    int
	history  []rollup.Slot // every posting that was ever included, by its first slot
}

func (i *fakeInbox) Last(_ context.Context, depth uint64) (rollup.Slot, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	return i.last(depth), nil
}

func (i *fakeInbox) last(depth uint64) rollup.Slot {
	var last rollup.Slot
	for n, p := range i.blocks {
		if p != nil && uint64(len(i.blocks)-1-n) >= depth {
			last = p.Last
		}
	}
	return last
}

// mend ends its failures.
func (i *fakeInbox) mend() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.failures = nil
}

func (i *fakeInbox) Post(_ context.Context, run []*sequencer.SignedPosting) ([]relay.Posted, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.calls++
	var failure error
	if len(i.failures) > 0 {
		failure, i.failures = i.failures[0], i.failures[1:]
	}
	if failure != nil && !i.landed {
		return nil, failure
	}
	var posted []relay.Posted
	for _, p := range run {
		if p.Posting.First != i.last(0)+1 { // the contract takes nothing else
			return posted, relay.ErrOvertaken
		}
		i.blocks = append(i.blocks, &p.Posting)
		i.history = append(i.history, p.Posting.First)
		posted = append(posted, relay.Posted{First: p.Posting.First, Last: p.Posting.Last})
	}
	if failure != nil {
		return nil, failure
	}
	return posted, nil
}

func (i *fakeInbox) onL1() []rollup.Slot {
	var out []rollup.Slot
	for _, p := range i.blocks {
		if p != nil {
			out = append(out, p.First)
		}
	}
	return out
}

func TestRelayStep(t *testing.T) {
	broken := errors.New("connection reset")
	all := newSource(2, 1, 3, 1, 1, 2)
	cases := []struct {
		name   string
		source source
		before int // postings on L1 already
		inbox  *fakeInbox
		window int
		busy   bool
		fails  error
		onL1   []rollup.Slot
	}{
		{"nothing to post", nil, 0, &fakeInbox{}, 4, false, nil, nil},
		{"a window of postings", all, 0, &fakeInbox{}, 4, true, nil, []rollup.Slot{1, 3, 4, 7}},
		{"one at a time", all, 0, &fakeInbox{}, 1, true, nil, []rollup.Slot{1}},
		{"the rest", all, 4, &fakeInbox{}, 4, true, nil, []rollup.Slot{1, 3, 4, 7, 8, 9}},
		{"all is there", all, 6, &fakeInbox{}, 4, false, nil, []rollup.Slot{1, 3, 4, 7, 8, 9}},
		{"somebody else was first", all, 0, &fakeInbox{failures: []error{relay.ErrOvertaken}}, 4, false, nil, nil},
		{"L1 does not answer", all, 0, &fakeInbox{failures: []error{broken}}, 4, false, broken, nil},
		{"L1 does not answer, but took it", all, 0, &fakeInbox{failures: []error{broken}, landed: true}, 2, false, broken, []rollup.Slot{1, 3}},
		{"the contract refuses", all, 0, &fakeInbox{failures: []error{relay.ErrRefused}}, 4, false, relay.ErrRefused, nil},
		{"a source with a gap", source{all[0], all[2]}, 0, &fakeInbox{}, 4, true, nil, []rollup.Slot{1}},
		{"a source that answers with another slot", nil, 0, &fakeInbox{}, 4, false, relay.ErrOrder, nil},
		{"a source that answers with another slot, one at a time", nil, 0, &fakeInbox{}, 1, false, relay.ErrOrder, nil},
		{"a source that ends before it begins", source{{Posting: sequencer.Posting{First: 1, Last: 0}}}, 0, &fakeInbox{}, 1, false, relay.ErrOrder, nil},
		{"a source of another history", source{all[0], newSource(1, 1, 1)[2]}, 0, &fakeInbox{}, 4, false, relay.ErrOrder, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for _, p := range all[:c.before] {
				c.inbox.blocks = append(c.inbox.blocks, &p.Posting)
			}
			var from relay.Source = c.source
			if c.fails == relay.ErrOrder && c.source == nil {
				from = stuck{all[2]}
			}
			r := relay.NewRelay(from, c.inbox, relay.RelayConfig{Window: c.window})
			busy, err := r.Step(t.Context())
			require.ErrorIs(t, err, c.fails)
			require.Equal(t, c.busy, busy)
			require.Equal(t, c.onL1, c.inbox.onL1())
		})
	}
}

// stuck answers everything with one posting.
type stuck struct{ p *sequencer.SignedPosting }

func (s stuck) Postings(context.Context, rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	return s.p, true, nil
}

// Whatever happens, L1 ends with each posting once and in order: reorgs of any depth, calls that fail with and
// without having landed, other relays, restarts.
func TestRelayPostsEachOnceInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := newSource(rapid.SliceOfN(rapid.IntRange(1, 4), 1, 40).Draw(t, "postings")...)
		inbox := &fakeInbox{}
		fresh := func() *relay.Relay {
			return relay.NewRelay(all, inbox, relay.RelayConfig{Window: rapid.IntRange(1, 5).Draw(t, "window"), Depth: 3})
		}
		relays := []*relay.Relay{fresh(), fresh()}
		for range rapid.IntRange(0, 60).Draw(t, "events") {
			one := rapid.IntRange(0, 1).Draw(t, "relay")
			switch rapid.SampledFrom([]string{"step", "step", "reorg", "failure", "restart", "empty block"}).Draw(t, "event") {
			case "step":
				_, err := relays[one].Step(context.Background())
				require.NoError(t, err)
			case "reorg":
				depth := min(rapid.IntRange(1, 7).Draw(t, "depth"), len(inbox.blocks))
				inbox.blocks = inbox.blocks[:len(inbox.blocks)-depth]
			case "failure":
				inbox.failures, inbox.landed = []error{errors.New("reset")}, rapid.Bool().Draw(t, "landed")
				_, _ = relays[one].Step(context.Background())
				inbox.failures = nil
			case "restart":
				relays[one] = fresh()
			case "empty block":
				inbox.blocks = append(inbox.blocks, nil)
			}
		}
		for {
			busy, err := relays[0].Step(context.Background())
			require.NoError(t, err)
			if !busy {
				break
			}
		}
		var want []rollup.Slot
		for _, p := range all {
			want = append(want, p.Posting.First)
		}
		require.Equal(t, want, inbox.onL1())
		for range 4 { // blocks on top
			inbox.blocks = append(inbox.blocks, nil)
		}
		progress, err := relays[0].Progress(context.Background())
		require.NoError(t, err)
		last := all[len(all)-1].Posting.Last
		require.Equal(t, relay.Progress{Last: last, Confirmed: last}, progress)
	})
}

func TestConfirmedNeedsDepth(t *testing.T) {
	all := newSource(2, 1, 3)
	inbox := &fakeInbox{}
	r := relay.NewRelay(all, inbox, relay.RelayConfig{Depth: 2, Window: 1})
	for _, want := range []relay.Progress{{}, {Last: 2}, {Last: 3}, {Last: 6, Confirmed: 2}, {Last: 6, Confirmed: 2}} {
		progress, err := r.Progress(t.Context())
		require.NoError(t, err)
		require.Equal(t, want, progress)
		_, err = r.Step(t.Context())
		require.NoError(t, err)
	}
}

// deeper is an L1 whose two answers come from different heads: one block undid what was at the head before.
type deeper struct{ *fakeInbox }

func (deeper) Last(_ context.Context, depth uint64) (rollup.Slot, error) {
	return rollup.Slot(3 + depth), nil
}

// What is not on L1 is not confirmed there, whatever an L1 says between two of its heads.
func TestNothingIsConfirmedBeyondTheHead(t *testing.T) {
	progress, err := relay.NewRelay(newSource(2, 1, 3), deeper{}, relay.RelayConfig{Depth: 2}).Progress(t.Context())
	require.NoError(t, err)
	require.Equal(t, relay.Progress{Last: 3, Confirmed: 3}, progress)
}

// While it is refused the relay waits, longer each time and up to its patience; it never spins, and it goes on
// once it may.
func TestRelayIsPatient(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		inbox := &fakeInbox{failures: slices.Repeat([]error{relay.ErrRefused}, 50)}
		var told []rollup.Slot
		r := relay.NewRelay(newSource(1, 1, 1), inbox, relay.RelayConfig{
			Interval: time.Second, Patience: 12 * time.Second, Window: 2,
			OnPosted: func(p relay.Posted) { told = append(told, p.First) },
		})
		ctx, stop := context.WithCancelCause(t.Context())
		done := make(chan error)
		go func() { done <- r.Run(ctx) }()
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		// Waits of 1, 2, 4 and 8 s, then of 12 s: at most one try in 12 s.
		require.LessOrEqual(t, inbox.calls, 4+1+120/12)
		require.GreaterOrEqual(t, inbox.calls, 10)
		inbox.mend()
		time.Sleep(14 * time.Second)
		synctest.Wait()
		require.Equal(t, []rollup.Slot{1, 2, 3}, told)
		over := errors.New("over")
		stop(over)
		require.ErrorIs(t, <-done, over)
	})
}
