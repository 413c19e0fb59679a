package index_test

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// world is a log and the slots behind it.
type world struct {
	mu      sync.Mutex
	entries []gateway.Entry
	slots   map[rollup.Slot]*sequencer.Attested
	batch   int // entries that a read gives at most
	lost    uint64
	asked   int // reads
}

func newWorld() *world {
	return &world{slots: map[rollup.Slot]*sequencer.Attested{}, batch: 100}
}

func (w *world) Read(ctx context.Context, from uint64, limit int) ([]gateway.Entry, uint64, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked++
	var out []gateway.Entry
	for _, e := range w.entries {
		if e.Seq >= from && len(out) < min(limit, w.batch) {
			out = append(out, e)
		}
	}
	if len(out) > 0 && out[0].Seq <= w.lost {
		return out, w.lost, nil
	}
	return out, 0, ctx.Err()
}

func (w *world) Attested(context.Context) (newest rollup.Slot, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, e := range w.entries {
		if e.Kind == gateway.Attested {
			newest = e.Slot
		}
	}
	return newest, nil
}

func (w *world) Slot(_ context.Context, n rollup.Slot) (*sequencer.Attested, bool, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	a, ok := w.slots[n]
	return a, ok, nil
}

// add numbers entries as a log does, near enough.
func (w *world) add(entries ...gateway.Entry) {
	w.mu.Lock()
	defer w.mu.Unlock()
	next := uint64(1)
	if n := len(w.entries); n > 0 {
		last := &w.entries[n-1]
		next = last.Seq + last.Numbers()
	}
	for _, e := range entries {
		e.Seq = max(next, e.Number())
		next = e.Seq + e.Numbers()
		w.entries = append(w.entries, e)
	}
}

func id(n byte) rollup.Digest { return rollup.Digest{n} }

func slot(n rollup.Slot, fates ...builder.Fate) *sequencer.Attested {
	a := &sequencer.Attested{Fates: fates}
	a.Header.Slot, a.Header.Time = n, uint64(n)*250
	return a
}

func fate(envelope, bundle byte, reason auction.Reason) builder.Fate {
	return builder.Fate{Envelope: id(envelope), Bundle: id(bundle), Reason: reason, Price: uint256.NewInt(1)}
}

func received(envelope, bundle byte, n, last rollup.Slot) gateway.Entry {
	return gateway.Entry{Kind: gateway.Received, Envelope: id(envelope), Bundle: id(bundle), Slot: n, Last: last, Receipt: &sequencer.Receipt{Slot: n}, AtMs: int64(n) * 250} //nolint:gosec // small
}

func attested(n rollup.Slot) gateway.Entry {
	return gateway.Entry{Kind: gateway.Attested, Slot: n, AtMs: int64(n)*250 + 300} //nolint:gosec // small
}

// fold runs an index over a world until it has read all of it.
func fold(t *testing.T, w *world, c index.Config) (*index.Index, []index.Event) {
	t.Helper()
	c.Log, c.History = w, w
	x, err := index.New(c)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	var mu sync.Mutex
	var events []index.Event
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = x.Run(ctx, func(more []index.Event, _ bool) {
			mu.Lock()
			defer mu.Unlock()
			events = append(events, more...)
		})
	}()
	w.mu.Lock()
	until := w.asked + len(w.entries)/w.batch + 3
	w.mu.Unlock()
	require.Eventually(t, func() bool { w.mu.Lock(); defer w.mu.Unlock(); return w.asked >= until }, 20*time.Second, time.Millisecond)
	cancel()
	<-done
	return x, events
}

func text(events []index.Event) (out []string) {
	for _, e := range events {
		out = append(out, fmt.Sprintf("%d %s %s %t %x %s", e.Seq, e.Slot, e.Stage, e.OfBundle, e.Envelope[:1], e.State))
	}
	return out
}

// TestStories is how bundles end, by what the log and the slots say of them and in which order that comes.
func TestStories(t *testing.T) {
	withdrawn := gateway.Entry{Kind: gateway.Withdrawn, Bundle: id(9), Reason: auction.Cancelled}
	ended := gateway.Entry{Kind: gateway.Ended, Bundle: id(9), Reason: auction.Expired}
	lost, won, other := fate(1, 9, auction.Outbid), fate(1, 9, auction.Executed), fate(7, 9, auction.Outbid)
	wallets := received(1, 9, 1, 8)
	wallets.Wallet = true
	for _, c := range []struct {
		name     string
		log      []gateway.Entry
		fates    []builder.Fate // of slot 1
		state    auction.Reason
		final    bool
		attempts int
	}{
		{"waits for its slot", []gateway.Entry{received(1, 9, 2, 8), attested(1)}, nil, auction.Received, false, 1},
		{"executed", []gateway.Entry{received(1, 9, 1, 8), attested(1)}, []builder.Fate{won}, auction.Executed, true, 1},
		{"lost, and is sealed again", []gateway.Entry{received(1, 9, 1, 8), attested(1)}, []builder.Fate{lost}, auction.Received, false, 1},
		{"lost, for one slot only", []gateway.Entry{received(1, 9, 1, 0), attested(1)}, []builder.Fate{lost}, auction.Outbid, true, 1},
		{"a wallet's that failed by itself", []gateway.Entry{wallets, attested(1)}, []builder.Fate{fate(1, 9, auction.LegReverted)}, auction.LegReverted, true, 1},
		{"a searcher's that failed by itself", []gateway.Entry{received(1, 9, 1, 8), attested(1)}, []builder.Fate{fate(1, 9, auction.LegReverted)}, auction.Received, false, 1},
		{"what time does not mend", []gateway.Entry{received(1, 9, 1, 8), attested(1)}, []builder.Fate{fate(1, 9, auction.NonceTooLow)}, auction.NonceTooLow, true, 1},
		{"missed its batch, and is sealed again", []gateway.Entry{received(1, 9, 1, 8), attested(1)}, nil, auction.Received, false, 1},
		{"missed its batch", []gateway.Entry{received(1, 9, 1, 0), attested(1)}, nil, auction.TooLate, true, 1},
		{"withdrawn, and lost", []gateway.Entry{received(1, 9, 1, 8), withdrawn, attested(1)}, []builder.Fate{lost}, auction.Cancelled, true, 1},
		{"withdrawn, and executed all the same", []gateway.Entry{received(1, 9, 1, 8), withdrawn, attested(1)}, []builder.Fate{won}, auction.Executed, true, 1},
		{"given up", []gateway.Entry{received(1, 9, 1, 8), attested(1), ended}, []builder.Fate{lost}, auction.Expired, true, 1},
		{"given up after it executed", []gateway.Entry{received(1, 9, 1, 8), attested(1), ended}, []builder.Fate{won}, auction.Executed, true, 1},
		{"its receipt is late", []gateway.Entry{attested(1), received(1, 9, 1, 8)}, []builder.Fate{lost}, auction.Received, false, 1},
		{"its receipt is late, and it executed", []gateway.Entry{attested(1), received(1, 9, 1, 8)}, []builder.Fate{won}, auction.Executed, true, 1},
		{"its receipt is late, and it missed", []gateway.Entry{attested(1), received(1, 9, 1, 0)}, nil, auction.TooLate, true, 1},
		{"somebody else's envelope of the same bundle lost", []gateway.Entry{received(1, 9, 2, 8), attested(1)}, []builder.Fate{other}, auction.Received, false, 2},
		{"nobody here sealed it", []gateway.Entry{attested(1)}, []builder.Fate{lost}, auction.Outbid, true, 1},
		{"sent once more after its end", []gateway.Entry{received(1, 9, 1, 8), withdrawn, attested(1), received(2, 9, 2, 8)}, []builder.Fate{lost}, auction.Received, false, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld()
			w.slots[1] = slot(1, c.fates...)
			w.add(c.log...)
			x, _ := fold(t, w, index.Config{})
			s, ok := x.Tell(id(9), index.Viewer{All: true})
			require.True(t, ok)
			require.Equal(t, c.state.String(), s.State.String())
			require.Equal(t, c.final, s.Final)
			require.Len(t, s.Attempts, c.attempts)
		})
	}
}

// TestEveryIndexTellsTheSame reads one log in pieces of every size: the events are the same, numbers included, ascending,
// and a slot's fates follow its attestation.
func TestEveryIndexTellsTheSame(t *testing.T) {
	w := newWorld()
	for n := rollup.Slot(1); n <= 6; n++ {
		w.slots[n] = slot(n, fate(byte(10+n), byte(20+n), auction.Executed), fate(byte(30+n), byte(40+n), auction.Outbid))
		w.add(gateway.Entry{Kind: gateway.Stepped, Slot: n, Stage: sequencer.StageClosed}, received(byte(10+n), byte(20+n), n, 0), received(byte(60+n), byte(80+n), n, 0), attested(n))
	}
	w.add(gateway.Entry{Kind: gateway.Posted, Slot: 6, Position: &relay.Posted{First: 1, Last: 6, Tx: id(1)}})
	_, whole := fold(t, w, index.Config{})
	last := uint64(0)
	for _, e := range whole {
		require.Greater(t, e.Seq, last)
		last = e.Seq
	}
	require.Len(t, whole, 6*(1+2+1+2+1)+1+6, "steps, receipts, attestations, fates, what missed; the posting and what it holds")
	require.Equal(t, uint64(3)<<gateway.SeqBits+1, whole[2*7+4].Seq)
	for _, size := range []int{1, 2, 7} {
		w.batch = size
		_, pieces := fold(t, w, index.Config{})
		require.Equal(t, text(whole), text(pieces))
	}
}

// TestWhatTheLogLacksIsRead fills slots that were attested while no gateway wrote, and passes over what members have no more.
func TestWhatTheLogLacksIsRead(t *testing.T) {
	w := newWorld()
	for n := rollup.Slot(3); n <= 6; n++ {
		w.slots[n] = slot(n)
	}
	w.add(attested(4), attested(6))
	x, events := fold(t, w, index.Config{})
	require.Equal(t, rollup.Slot(6), x.Newest())
	require.Equal(t, rollup.Slot(3), x.Oldest())
	var seqs []uint64
	for _, e := range events {
		seqs = append(seqs, e.Seq)
	}
	require.Equal(t, []uint64{3 << gateway.SeqBits, 4 << gateway.SeqBits, 5 << gateway.SeqBits, 6 << gateway.SeqBits}, seqs)
}

// TestALogThatBeginsAnew has what gateways share be lost while an index reads.
func TestALogThatBeginsAnew(t *testing.T) {
	w := newWorld()
	for n := rollup.Slot(1); n <= 9; n++ {
		w.slots[n] = slot(n)
	}
	w.add(attested(7), gateway.Entry{Kind: gateway.Stepped, Slot: 8, Stage: sequencer.StageClosed})
	x, err := index.New(index.Config{Log: w, History: w})
	require.NoError(t, err)
	seen := make(chan index.Event, 100)
	go func() {
		_ = x.Run(t.Context(), func(events []index.Event, _ bool) {
			for _, e := range events {
				seen <- e
			}
		})
	}()
	require.Eventually(t, func() bool { return x.Newest() == 7 }, 20*time.Second, time.Millisecond)
	w.mu.Lock()
	w.entries = nil
	w.mu.Unlock()
	w.add(attested(1))
	time.Sleep(time.Millisecond)
	w.add(attested(8), attested(9))
	told := map[uint64]int{}
	for told[9<<gateway.SeqBits] == 0 {
		select {
		case e := <-seen:
			told[e.Seq]++
		case <-time.After(20 * time.Second): // against hanging only
			t.Fatalf("slot 9 is not told: %v", told)
		}
	}
	for n := uint64(1); n <= 9; n++ {
		require.Equal(t, 1, told[n<<gateway.SeqBits], "slot %d is told once", n)
	}
}

// TestWhatIsKeptIsBounded forgets slots and stories beyond what is asked for.
func TestWhatIsKeptIsBounded(t *testing.T) {
	w := newWorld()
	for n := rollup.Slot(1); n <= 40; n++ {
		w.slots[n] = slot(n, fate(byte(n), byte(100+n), auction.Executed))
		w.add(attested(n))
	}
	x, _ := fold(t, w, index.Config{KeptSlots: 10})
	require.Equal(t, rollup.Slot(31), x.Oldest())
	_, ok := x.Tell(id(5), index.Viewer{})
	require.False(t, ok)
	_, ok = x.Tell(id(35), index.Viewer{})
	require.True(t, ok)
	slots, next := x.Slots(1<<40, 4)
	require.Len(t, slots, 4)
	require.Equal(t, rollup.Slot(36), next)
	x, _ = fold(t, w, index.Config{KeptStories: 20})
	_, ok = x.Tell(id(5), index.Viewer{})
	require.False(t, ok)
}
