package api_test

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/gateway/redis"
	"github.com/chorale-network/chorale/internal/redistest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// pair is two gateways of one committee on one store: embedded, or each with a connection of its own to a real Redis.
func pair(t *testing.T, change func(*settings), run func(t *testing.T, c *committee, a, b *house)) {
	for name, stores := range map[string]func(t *testing.T) (a, b *redis.Store){
		"embedded": func(t *testing.T) (a, b *redis.Store) { s := store(t); return s, s },
		"redis-server": func(t *testing.T) (a, b *redis.Store) {
			url := redistest.Start(t).URL()
			return storeAt(t, url), storeAt(t, url)
		},
	} {
		t.Run(name, func(t *testing.T) {
			first, second := stores(t)
			c := newCommittee()
			a := openWith(t, c, change, func(s *settings) { s.Store = first })
			b := openWith(t, c, change, func(s *settings) { s.Store = second })
			run(t, c, a, b)
		})
	}
}

func storeAt(t testing.TB, url string) *redis.Store {
	t.Helper()
	s, err := redis.Open(redis.Config{URL: url, Network: t.Name()})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func asIs(*settings) {}

// raws is a story as the gateway spells it to its maker.
func raws(t *testing.T, c *client.Client, hash rollup.Digest) []byte {
	t.Helper()
	story, err := c.GetBundle(deadline(t), hash)
	require.NoError(t, err)
	return story.Raw
}

func containsAll(text string, parts ...string) bool {
	for _, part := range parts {
		if !strings.Contains(text, part) {
			return false
		}
	}
	return true
}

// TestSentHereReplacedThere sends a named bundle through one gateway and follows, replaces and cancels it through another:
// each is as exact as through one.
func TestSentHereReplacedThere(t *testing.T) {
	pair(t, asIs, func(t *testing.T, c *committee, a, b *house) {
		here, there := signedIn(t, a, 10), signedIn(t, b, 10)
		named := func(nonce uint64, slot, last rollup.Slot) client.Clear {
			return client.Clear{Bundle: twoLegs(t, 10, nonce, 0), ReplacementUUID: "mine", Slot: slot, MaxSlot: last}
		}
		first, err := here.SendBundle(deadline(t), named(0, 0, 0))
		require.NoError(t, err)
		var story *client.Story
		eventually(t, "the other gateway tells of it", func() bool {
			story, err = there.GetBundle(deadline(t), first.BundleHash)
			return err == nil && story != nil
		})
		require.Equal(t, auction.Received, story.State)
		require.Equal(t, first.Envelope, story.Attempts[0].Envelope)
		second, err := there.SendBundle(deadline(t), named(1, 0, 0))
		require.NoError(t, err)
		require.Greater(t, second.Sequence, first.Sequence)
		c.closeSlot()
		require.Equal(t, map[rollup.Digest]auction.Reason{first.BundleHash: auction.Replaced, second.BundleHash: auction.Executed}, a.fatesOf(1))
		story, err = here.WaitFate(deadline(t), first.BundleHash)
		require.NoError(t, err)
		require.Equal(t, auction.Replaced, story.State)

		third, err := here.SendBundle(deadline(t), named(2, 4, 20)) // which waits for slot 4
		require.NoError(t, err)
		got, err := there.CancelBundle(deadline(t), "mine")
		require.NoError(t, err)
		require.Equal(t, third.BundleHash, got.BundleHash)
		require.Len(t, got.Cancellations, 1)
		again, err := here.CancelBundle(deadline(t), "mine") // asked again elsewhere the answer is the same
		require.NoError(t, err)
		require.Equal(t, got, again)
		for range 4 {
			c.closeSlot()
		}
		require.Equal(t, auction.Cancelled, a.fatesOf(4)[third.BundleHash])
		story, err = here.WaitFate(deadline(t), third.BundleHash)
		require.NoError(t, err)
		require.Equal(t, auction.Cancelled, story.State)
		require.Empty(t, c.closeSlot().Fates, "nobody seals it again")
	})
}

// TestAGatewayThatIsNoMore has one gateway take what is sealed again slot after slot, and end: the other goes on, and no
// slot gets it twice.
func TestAGatewayThatIsNoMore(t *testing.T) {
	pair(t, asIs, func(t *testing.T, c *committee, a, b *house) {
		c.outcome = func(*auction.Entry) auction.Reason { return auction.Outbid }
		here := signedIn(t, a, 10)
		sent, err := here.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 8})
		require.NoError(t, err)
		raw := tx(t, key(30), 901, 0, 21_000)
		require.Nil(t, call(t, a, "/rpc/901", "eth_sendRawTransaction", hexes(raw)).Error)
		for slot := rollup.Slot(1); slot <= 8; slot++ {
			if slot == 4 {
				a.stop()
			}
			eventually(t, "both are sealed", func() bool { c.mu.Lock(); defer c.mu.Unlock(); return len(c.pending[slot]) >= 2 })
			fates := c.closeSlot().Fates
			require.Len(t, fates, 2, "slot %d has each once", slot)
		}
		there := signedIn(t, b, 10)
		story, err := there.WaitFate(deadline(t), sent.BundleHash)
		require.NoError(t, err)
		require.Equal(t, auction.Expired, story.State)
		require.Len(t, story.Attempts, 8)
		require.Equal(t, 8, strings.Count(string(raws(t, there, sent.BundleHash)), `"receipt":{`), "what the other took is told here whole")
		eventually(t, "the wallet's is still sealed", func() bool { c.mu.Lock(); defer c.mu.Unlock(); return len(c.pending[9]) == 1 })
		c.outcome = func(*auction.Entry) auction.Reason { return auction.Executed }
		c.closeSlot()
		eventually(t, "its status is told by the other gateway", func() bool {
			return containsAll(string(get(t, b, "/tx/"+crypto.Keccak256Hash(raw).Hex()).body), `"status":"INCLUDED"`, `"nonce":"0"`)
		})
	})
}

// TestLimitsAreOfAllGateways counts what one key sends through both.
func TestLimitsAreOfAllGateways(t *testing.T) {
	pair(t, func(s *settings) {
		s.Limits = api.Limits{BundlesPerMinute: 5}
		s.Now = func() time.Time { return time.Unix(1_800_000_000, 0) } // one minute
	}, func(t *testing.T, c *committee, a, b *house) {
		sessions := []*client.Client{signedIn(t, a, 10), signedIn(t, b, 10)}
		for i := range uint64(5) {
			_, err := sessions[i%2].SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, i, 0)})
			require.NoError(t, err)
		}
		for i, s := range sessions {
			_, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, uint64(9+i), 0)})
			refusedWith(t, err, auction.RateLimited, "bundles")
		}
		_, err := signedIn(t, b, 11).SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 11, 0, 0)})
		require.NoError(t, err, "somebody else's key has its own")
	})
}

// TestEventsAreTheSameEverywhere reads both gateways' streams whole, and one that resumes now here, now there: each event
// has one number, and is seen exactly once.
func TestEventsAreTheSameEverywhere(t *testing.T) {
	pair(t, asIs, func(t *testing.T, c *committee, a, b *house) {
		here := signedIn(t, a, 10)
		hopped, next := map[uint64]string{}, "0"
		for i := range uint64(12) {
			_, err := here.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, i, 0)})
			require.NoError(t, err)
			slot := c.closeSlot().Header.Slot
			from := []*house{a, b}[i%2]
			read, stop := events(t, from, next)
			for done := false; !done; {
				e := <-read
				var n uint64
				_, err := fmt.Sscan(e.id, &n)
				require.NoError(t, err)
				require.NotContains(t, hopped, n)
				hopped[n], next = e.data, e.id
				done = containsAll(e.data, `"type":"bundle"`, `"stage":"attested"`, fmt.Sprintf(`"slot":"%d"`, slot))
			}
			stop()
		}
		for _, h := range []*house{a, b} {
			read, stop := events(t, h, "0")
			for range len(hopped) {
				e := <-read
				var n uint64
				_, err := fmt.Sscan(e.id, &n)
				require.NoError(t, err)
				require.Equal(t, hopped[n], e.data, "number %d", n)
			}
			stop()
		}
	})
}

// TestRedisAway kills Redis -9 under a gateway: what needs it is refused with a time, reads go on, and what was
// acknowledged has its fate when it is back.
func TestRedisAway(t *testing.T) {
	server := redistest.Start(t)
	c := newCommittee()
	h := openWith(t, c, func(s *settings) { s.Store = storeAt(t, server.URL()) })
	s := signedIn(t, h, 10)
	sent, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0)})
	require.NoError(t, err)
	k, err := s.SealingKey(deadline(t))
	require.NoError(t, err)
	e, err := s.Seal(k, k.Slot, 0, twoLegs(t, 10, 1, 0))
	require.NoError(t, err)
	server.Kill()
	_, err = s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 2, 0)})
	require.Positive(t, refusedWith(t, err, auction.Unavailable, "").RetryAfterMs)
	_, err = s.SendEnvelope(deadline(t), e)
	require.Positive(t, refusedWith(t, err, auction.Unavailable, "").RetryAfterMs)
	_, err = s.CancelBundle(deadline(t), "mine")
	require.Positive(t, refusedWith(t, err, auction.Unavailable, "").RetryAfterMs)
	require.NotNil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(30), 901, 0, 21_000))).Error)
	require.Equal(t, http.StatusOK, get(t, h, "/v1/committee").status)
	require.Equal(t, http.StatusServiceUnavailable, get(t, h, "/tx/"+sent.BundleHash.Hex()).status)
	c.closeSlot() // while nobody can write it down
	c.closeSlot()
	server.Run()
	story, err := s.WaitFate(deadline(t), sent.BundleHash)
	require.NoError(t, err)
	require.Equal(t, auction.Executed, story.State)
	require.Contains(t, string(raws(t, s, sent.BundleHash)), `"receipt":{`)
	eventually(t, "taken again", func() bool {
		_, err = s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 3, 0)})
		return err == nil
	})
}

// openLanes let everybody in at once, as lanes do whose holder stalled for longer than they last.
type openLanes struct{}

func (openLanes) Enter(context.Context, string) (func(), error)     { return func() {}, nil }
func (openLanes) Try(context.Context, string) (func(), bool, error) { return func() {}, true, nil }

// TestRecordsHoldNotLanes has two gateways seal under one name at the same moment, for different slots, with nothing that
// keeps them apart but the record of where the name stands: only one of them is taken.
func TestRecordsHoldNotLanes(t *testing.T) {
	pair(t, func(s *settings) {
		s.Limits = api.Limits{BundlesPerMinute: 1 << 40}
		s.Spoil = func(shared *gateway.Shared) { shared.Lanes = openLanes{} }
	}, func(t *testing.T, c *committee, a, b *house) {
		sessions := []*client.Client{signedIn(t, a, 10), signedIn(t, b, 10)}
		met := 0
		for round := range uint64(12) {
			open := c.Status().OpenSlot
			var work sync.WaitGroup
			var sent [2]*client.Sent
			for i, s := range sessions {
				work.Go(func() {
					sent[i], _ = s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 2*round+uint64(i), 0), ReplacementUUID: fmt.Sprint(round), Slot: open + rollup.Slot(i)})
				})
			}
			work.Wait()
			executed := 0
			for range 3 {
				for _, f := range c.closeSlot().Fates {
					if f.Executed() {
						executed++
					}
				}
			}
			require.LessOrEqual(t, executed, 1, "two bundles of one name")
			if sent[0] == nil || sent[1] == nil {
				met++
			}
		}
		require.Positive(t, met, "they never met")
	})
}

// fickleShelf answers for nothing while it is away.
type fickleShelf struct {
	gateway.Shelf
	away atomic.Bool
}

func (s *fickleShelf) Change(ctx context.Context, names []string, edit func(gateway.Records) ([]gateway.Write, error)) error {
	if s.away.Load() {
		return gateway.ErrAway
	}
	return s.Shelf.Change(ctx, names, edit)
}

// TestWhatWasReplacedStaysSo has a gateway end after a member took a replacement, and before it could note whom that
// replaces: the one before, which waits for a later slot, is sealed by the next gateway, but never beside it.
func TestWhatWasReplacedStaysSo(t *testing.T) {
	c := newCommittee()
	shelf, shared := new(fickleShelf), store(t)
	t.Cleanup(func() { _ = shared.Close() })
	h := openWith(t, c, func(s *settings) {
		s.Store = shared
		s.Spoil = func(shared *gateway.Shared) { shelf.Shelf, shared.Shelf = shared.Shelf, shelf }
	})
	s := signedIn(t, h, 10)
	c.outcome = func(*auction.Entry) auction.Reason { return auction.NonceTooHigh } // waits some slots
	first, err := s.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), MaxSlot: 40, ReplacementUUID: "mine"})
	require.NoError(t, err)
	c.closeSlot()
	_, _, err = s.WaitEnvelope(deadline(t), first.Envelope)
	require.NoError(t, err)
	eventually(t, "judged here", func() bool { return h.gateway.Newest() == 1 })
	c.outcome = func(*auction.Entry) auction.Reason { return auction.Executed }
	c.taken = func() { shelf.away.Store(true) }
	lost, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	second := twoLegs(t, 10, 1, 0)
	_, _ = s.SendBundle(lost, client.Clear{Bundle: second, ReplacementUUID: "mine"}) // nobody is told
	c.mu.Lock()
	c.taken = nil
	waits := len(c.pending[2])
	c.mu.Unlock()
	require.Equal(t, 1, waits, "a member took it")
	h.stop()
	h = openWith(t, c, func(s *settings) {
		s.Store = shared
		s.Spoil = func(shared *gateway.Shared) { shared.Lanes = openLanes{} } // as after some seconds
	})
	executed := 0
	for range 12 {
		slot := c.closeSlot()
		for _, f := range slot.Fates {
			if f.Executed() {
				executed++
			}
		}
		eventually(t, "followed", func() bool { return h.gateway.Newest() == slot.Header.Slot })
		time.Sleep(50 * time.Millisecond) // in which it could be sealed
	}
	require.Equal(t, 1, executed, "the replacement, and not what it replaced")
}
