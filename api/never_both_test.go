package api_test

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// taken is a bundle that the gateway took under the name, or a cancelling that it said was done.
type taken struct {
	hash     rollup.Digest
	attested rollup.Slot // when it was taken
	cancel   bool
}

// TestNeverBoth draws histories of bundles under one name, each with nonces of its own so that nothing else keeps them
// apart: for the next slot, an exact one or a range, replaced, cancelled, before and after slots close, with envelopes
// that come late and miss their batches, each through one of two gateways. A bundle that was replaced or cancelled while its fate was unknown never
// executes beside its successor, and not at all after a cancelling that was promised. CHORALE_NAME_RUNS says how many
// histories.
func TestNeverBoth(t *testing.T) {
	met := map[string]int{}
	for seed := range casetest.Count(t, "CHORALE_NAME_RUNS", 15) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { neverBoth(t, int64(seed), met) })
	}
	t.Log(met)
	for _, what := range []string{"taken", "cancelled", "cancelled unpromised", "refused TOO_LATE", "executed", "missed"} {
		require.Positive(t, met[what], "%s never happened: %v", what, met)
	}
}

func neverBoth(t *testing.T, seed int64, met map[string]int) {
	random := rand.New(rand.NewSource(seed)) //nolint:gosec // a history
	c := newCommittee()
	late := func(id rollup.Digest) bool { return id[0] < 90 }
	c.late = late
	c.missed = func(id rollup.Digest) bool {
		if late(id) && id[1] < 128 {
			met["missed"]++
			return true
		}
		return false
	}
	c.outcome = func(e *auction.Entry) auction.Reason {
		if e.ID[2] < 120 {
			return auction.Outbid
		}
		return auction.Executed
	}
	shared := store(t)
	t.Cleanup(func() { _ = shared.Close() })
	change := func(cfg *settings) {
		cfg.Limits, cfg.Store = api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 1 << 40}, shared
	}
	h, other := openWith(t, c, change), openWith(t, c, change)
	sessions := []*client.Client{signedIn(t, h, 10), signedIn(t, other, 10)}
	var history []taken
	attested := func() rollup.Slot { return h.Status().Attested }
	count := func(err error) bool {
		var r *client.Refusal
		if errors.As(err, &r) {
			met["refused "+r.Reason.String()]++
			return false
		}
		require.NoError(t, err)
		return true
	}
	frozen := false
	for step := range 40 {
		s := sessions[random.Intn(len(sessions))] // whichever gateway the balancer takes
		switch x := random.Intn(10); {
		case x < 4:
			clear := client.Clear{Bundle: twoLegs(t, 10, uint64(step), 0), ReplacementUUID: "mine"}
			open := h.Status().OpenSlot
			switch random.Intn(4) {
			case 0:
				clear.Slot = open + rollup.Slot(random.Intn(3))
			case 1:
				clear.MaxSlot = open + rollup.Slot(random.Intn(6))
			case 2:
				clear.Slot = open + rollup.Slot(random.Intn(2))
				clear.MaxSlot = clear.Slot + rollup.Slot(random.Intn(6))
			}
			before := attested()
			if sent, err := s.SendBundle(deadline(t), clear); count(err) {
				met["taken"]++
				history = append(history, taken{hash: sent.BundleHash, attested: before})
			}
		case x < 6:
			before := attested()
			if done, err := s.CancelBundle(deadline(t), "mine"); count(err) {
				promised := true
				for _, one := range done.Cancellations {
					promised = promised && one.Promised
				}
				if promised {
					met["cancelled"]++
					history = append(history, taken{attested: before, cancel: true})
				} else {
					met["cancelled unpromised"]++
				}
			}
		case frozen:
			h.thaw()
			frozen = false
		case x < 8:
			h.freeze()
			frozen = true
		default:
			h.closeSlot()
		}
	}
	if frozen {
		h.thaw()
	}
	for range 10 {
		last := h.closeSlot().Header.Slot
		eventually(t, "attested here", func() bool {
			return strings.Contains(string(get(t, h, "/v1/stats").body), fmt.Sprintf(`"last_slot":"%d"`, last))
		})
	}
	executed := map[rollup.Digest]rollup.Slot{}
	h.mu.Lock()
	defer h.mu.Unlock()
	for slot, a := range h.slots {
		for _, f := range a.Fates {
			if f.Executed() {
				require.Zero(t, executed[f.Bundle], "a bundle executed twice")
				executed[f.Bundle] = slot
				met["executed"]++
			}
		}
	}
	for i, later := range history {
		for _, earlier := range history[:i] {
			if earlier.cancel || executed[earlier.hash] <= later.attested {
				continue // its fate was known, or it did not execute
			}
			require.False(t, later.cancel, "bundle %s executed in slot %d, cancelled after slot %d", earlier.hash, executed[earlier.hash], later.attested)
			require.Zero(t, executed[later.hash], "bundle %s executed in slot %d, and so did %s, which replaced it after slot %d", earlier.hash, executed[earlier.hash], later.hash, later.attested)
		}
	}
}
