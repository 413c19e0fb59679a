package redis_test

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/gateway/redis"
	"github.com/chorale-network/chorale/internal/redistest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/stretchr/testify/require"
)

// each runs a test on the embedded Redis, where both gateways are in one process, and on a real one, where each has its
// own connection.
func each(t *testing.T, entries int, run func(t *testing.T, a, b *redis.Store)) {
	t.Run("embedded", func(t *testing.T) {
		s := open(t, redis.Config{Network: "n", Entries: entries})
		run(t, s, s)
	})
	t.Run("redis-server", func(t *testing.T) {
		url := redistest.Start(t).URL()
		run(t, open(t, redis.Config{URL: url, Network: "n", Entries: entries}), open(t, redis.Config{URL: url, Network: "n", Entries: entries}))
	})
}

func open(t *testing.T, c redis.Config) *redis.Store {
	t.Helper()
	s, err := redis.Open(c)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

func set(name, value string) gateway.Write { return gateway.Write{Name: name, Value: []byte(value)} }

func TestChangeLosesNothing(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		const writers, times = 8, 25
		var work sync.WaitGroup
		var asked atomic.Int64
		for i := range writers {
			s := []*redis.Store{a, b}[i%2]
			work.Go(func() {
				for range times {
					err := s.Change(t.Context(), []string{"count", "twin"}, func(r gateway.Records) ([]gateway.Write, error) {
						asked.Add(1)
						if string(r["count"]) != string(r["twin"]) {
							return nil, errors.New("half of a change was seen")
						}
						n, _ := strconv.Atoi(string(r["count"])) // none is 0
						next := strconv.Itoa(n + 1)
						return []gateway.Write{set("count", next), set("twin", next)}, nil
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		work.Wait()
		r, err := a.Look(t.Context(), "count", "none")
		require.NoError(t, err)
		require.Equal(t, gateway.Records{"count": []byte(strconv.Itoa(writers * times))}, r)
		require.Greater(t, asked.Load(), int64(writers*times), "nobody ever met anybody")
	})
}

func TestWhatIsRefusedChangesNothing(t *testing.T) {
	each(t, 0, func(t *testing.T, a, _ *redis.Store) {
		refused := errors.New("no")
		err := a.Change(t.Context(), []string{"x"}, func(gateway.Records) ([]gateway.Write, error) {
			return []gateway.Write{set("x", "1")}, refused
		})
		require.Equal(t, refused, err, "as it was given, not as if Redis were away")
		r, err := a.Look(t.Context(), "x")
		require.NoError(t, err)
		require.Empty(t, r)
	})
}

func TestListsSortByPlace(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		write := func(writes ...gateway.Write) {
			require.NoError(t, a.Change(t.Context(), nil, func(gateway.Records) ([]gateway.Write, error) { return writes, nil }))
		}
		write(gateway.Write{Name: "late", List: "l", Score: 1 << 40}, gateway.Write{Name: "b", List: "l", Score: 7}, gateway.Write{Name: "a", List: "l", Score: 3},
			gateway.Write{Name: "held", Add: 2}, set("gone", "1"))
		got, err := b.List(t.Context(), "l", 7)
		require.NoError(t, err)
		require.Equal(t, []string{"a", "b"}, got)
		write(gateway.Write{Name: "a", List: "l", Leave: true}, gateway.Write{Name: "b", List: "l", Score: 8}, gateway.Write{Name: "held", Add: -1}, gateway.Write{Name: "gone"})
		got, err = b.List(t.Context(), "l", 1<<41)
		require.NoError(t, err)
		require.Equal(t, []string{"b", "late"}, got)
		counts, err := b.Counts(t.Context(), "held", "none")
		require.NoError(t, err)
		require.Equal(t, []uint64{1, 0}, counts)
		r, err := b.Look(t.Context(), "gone")
		require.NoError(t, err)
		require.Empty(t, r)
	})
}

func TestOneIsInALane(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		var inside, passed atomic.Int64
		var work sync.WaitGroup
		for i := range 6 {
			s := []*redis.Store{a, b}[i%2]
			work.Go(func() {
				for range 10 {
					leave, err := s.Enter(t.Context(), "mine")
					if err != nil {
						t.Error(err)
						return
					}
					if inside.Add(1) != 1 {
						t.Error("two are in the lane")
					}
					passed.Add(1)
					inside.Add(-1)
					leave()
				}
			})
		}
		work.Wait()
		require.EqualValues(t, 60, passed.Load())
		leave, free, err := a.Try(t.Context(), "mine")
		require.NoError(t, err)
		require.True(t, free)
		_, free, err = b.Try(t.Context(), "mine")
		require.NoError(t, err)
		require.False(t, free)
		short, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		defer cancel()
		_, err = b.Enter(short, "mine")
		require.ErrorIs(t, err, context.DeadlineExceeded)
		leave()
		_, free, err = b.Try(t.Context(), "mine")
		require.NoError(t, err)
		require.True(t, free)
		leave() // once more: the lane is somebody else's now
		_, free, err = a.Try(t.Context(), "mine")
		require.NoError(t, err)
		require.False(t, free)
	})
}

func TestCountsHold(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		var taken atomic.Int64
		var work sync.WaitGroup
		for i := range 8 {
			s := []*redis.Store{a, b}[i%2]
			work.Go(func() {
				for range 10 {
					ok, err := s.Take(t.Context(), "key", 1, 33, false, time.Minute)
					if err != nil {
						t.Error(err)
					}
					if ok {
						taken.Add(1)
					}
				}
			})
		}
		work.Wait()
		require.EqualValues(t, 33, taken.Load())
		for _, c := range []struct {
			name  string
			n     uint64
			first bool
			takes bool
		}{{"large", 50, false, false}, {"large", 50, true, true}, {"large", 1, true, false}, {"brief", 5, false, true}} {
			ok, err := a.Take(t.Context(), c.name, c.n, 10, c.first, 50*time.Millisecond)
			require.NoError(t, err)
			require.Equal(t, c.takes, ok, c)
		}
		require.Eventually(t, func() bool {
			counts, err := b.Counts(t.Context(), "brief")
			return err == nil && counts[0] == 0
		}, 10*time.Second, 5*time.Millisecond, "a count is forgotten after its life")
	})
}

func attested(slot rollup.Slot) gateway.Entry {
	return gateway.Entry{Kind: gateway.Attested, Slot: slot, AtMs: int64(slot)} //nolint:gosec // small
}

func stepped(slot rollup.Slot, stage string) gateway.Entry {
	return gateway.Entry{Kind: gateway.Stepped, Slot: slot, Stage: stage}
}

func received(n byte, slot rollup.Slot) gateway.Entry {
	return gateway.Entry{Kind: gateway.Received, Slot: slot, Envelope: rollup.Digest{n}, Receipt: new(sequencer.Receipt)}
}

// all reads a log to its end.
func all(t *testing.T, s *redis.Store, from uint64) (out []gateway.Entry) {
	t.Helper()
	for {
		entries, _, err := s.Read(t.Context(), from, 7)
		require.NoError(t, err)
		if len(entries) == 0 {
			return out
		}
		out = append(out, entries...)
		from = entries[len(entries)-1].Seq + 1
	}
}

func TestNumbersOfTheLog(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		const step = gateway.PublicStep
		slot := func(n uint64) uint64 { return n << gateway.SeqBits }
		after := func(n uint64) uint64 { e := attested(0); return slot(n) + e.Numbers() }
		write := func(s *redis.Store, entries ...gateway.Entry) { require.NoError(t, s.Append(t.Context(), entries...)) }
		write(a, stepped(1, "closed"), stepped(1, "opened"))
		write(b, stepped(1, "closed"), received(1, 2), stepped(1, "executed"), received(1, 2))
		write(b, attested(1))
		write(a, attested(1), stepped(1, "executed"), received(2, 3))
		write(a, stepped(2, "closed"), attested(2), attested(4), attested(3))
		write(b, stepped(4, "closed"), stepped(5, "closed"), stepped(5, "closed"))
		var got []string
		for _, e := range all(t, b, 0) {
			got = append(got, fmt.Sprintf("%d %d %s %d", e.Seq, e.Kind, e.Stage, e.Slot))
		}
		require.Equal(t, []string{
			fmt.Sprintf("%d 1 closed 1", step), fmt.Sprintf("%d 1 opened 1", 2*step), fmt.Sprintf("%d 4  2", 2*step+1), fmt.Sprintf("%d 1 executed 1", 3*step),
			fmt.Sprintf("%d 2  1", slot(1)), fmt.Sprintf("%d 4  3", after(1)), fmt.Sprintf("%d 1 closed 2", slot(1)+1<<18),
			fmt.Sprintf("%d 2  2", slot(2)), fmt.Sprintf("%d 2  4", slot(4)), fmt.Sprintf("%d 1 closed 5", slot(4)+1<<18),
		}, got)
		newest, err := a.Attested(t.Context())
		require.NoError(t, err)
		require.Equal(t, rollup.Slot(4), newest)
	})
}

// Two gateways write what they see of the same slots, each at its own pace: every slot stands once, in order.
func TestTwoWritersOneLog(t *testing.T) {
	each(t, 0, func(t *testing.T, a, b *redis.Store) {
		const slots = 60
		var work sync.WaitGroup
		for _, s := range []*redis.Store{a, b} {
			work.Go(func() {
				for n := rollup.Slot(1); n <= slots; n++ {
					for _, e := range []gateway.Entry{stepped(n, "closed"), stepped(n, "opened"), attested(n)} {
						if err := s.Append(t.Context(), e); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		work.Wait()
		next, last := rollup.Slot(1), uint64(0)
		for _, e := range all(t, a, 0) {
			require.Greater(t, e.Seq, last)
			if last = e.Seq; e.Kind == gateway.Attested {
				require.Equal(t, next, e.Slot)
				require.Equal(t, uint64(next)<<gateway.SeqBits, e.Seq)
				next++
			} else {
				require.GreaterOrEqual(t, e.Slot, next, "a step of a slot that is attested")
			}
		}
		require.Equal(t, rollup.Slot(slots+1), next)
	})
}

func TestWhatIsDroppedIsSaid(t *testing.T) {
	each(t, 10, func(t *testing.T, a, b *redis.Store) {
		for n := rollup.Slot(1); n <= 500; n++ { // Redis drops a hundred at a time
			require.NoError(t, a.Append(t.Context(), attested(n)))
		}
		entries, lost, err := b.Read(t.Context(), 1<<gateway.SeqBits, 10)
		require.NoError(t, err)
		require.NotEmpty(t, entries)
		require.Equal(t, entries[0].Seq, lost)
		require.Greater(t, lost, uint64(1)<<gateway.SeqBits)
		entries, lost, err = b.Read(t.Context(), 500<<gateway.SeqBits, 10)
		require.NoError(t, err)
		require.Len(t, entries, 1)
		require.Zero(t, lost)
	})
}

// What was answered for is there after kill -9 of Redis, as docs/operators.md says how to run it; while it is away every
// part says so.
func TestKilledRedisKeepsItsWord(t *testing.T) {
	server := redistest.Start(t)
	s := open(t, redis.Config{URL: server.URL(), Network: "n"})
	said := 0
	var work sync.WaitGroup
	stop := make(chan struct{})
	work.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			err := s.Change(t.Context(), []string{"said"}, func(gateway.Records) ([]gateway.Write, error) {
				return []gateway.Write{set("said", strconv.Itoa(said+1))}, nil
			})
			if err == nil {
				said++
			}
		}
	})
	for range 5 {
		time.Sleep(50 * time.Millisecond)
		server.Kill()
		require.ErrorIs(t, s.Ping(t.Context()), gateway.ErrAway)
		_, err := s.Look(t.Context(), "said")
		require.ErrorIs(t, err, gateway.ErrAway)
		require.ErrorIs(t, s.Append(t.Context(), attested(1)), gateway.ErrAway)
		_, err = s.Take(t.Context(), "k", 1, 1, false, time.Second)
		require.ErrorIs(t, err, gateway.ErrAway)
		_, _, err = s.Try(t.Context(), "k")
		require.ErrorIs(t, err, gateway.ErrAway)
		_, _, err = s.Read(t.Context(), 0, 1)
		require.ErrorIs(t, err, gateway.ErrAway)
		server.Run()
	}
	close(stop)
	work.Wait()
	require.Positive(t, said)
	var r gateway.Records
	require.Eventually(t, func() bool { // connections come back by themselves
		var err error
		r, err = s.Look(t.Context(), "said")
		return err == nil
	}, 20*time.Second, 5*time.Millisecond)
	stands, err := strconv.Atoi(string(r["said"]))
	require.NoError(t, err)
	require.GreaterOrEqual(t, stands, said, "what Redis answered for is gone")
}

func TestBadAddress(t *testing.T) {
	_, err := redis.Open(redis.Config{URL: "http://127.0.0.1:1"})
	require.ErrorIs(t, err, redis.ErrURL)
}
