package builder_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// Law 10: what a loser revealed is executed only for its own bidder, for whom its sender authorised, or for
// its sender, until its nonce is consumed; in later slots as in its own, and over a restart.
func TestLosersCannotBeUnbundled(t *testing.T) {
	alice, bob, thief, friend := newAccount(1), newAccount(2), newAccount(3), newAccount(4)
	loot := alice.tx(chainA, 0) // alice's leg, revealed by a bundle that fails on its other leg
	start := func(t *testing.T) *history {
		h := newHistory(parameters())
		var items []rollup.QueueItem
		for _, a := range []account{alice, bob, thief, friend} {
			items = append(items, deposit(a.address, 10_000, 500))
		}
		h.slot(t, items)
		h.w.fails[alice.tx(chainB, 0).Hash()] = auction.LegReverted
		x := h.slot(t, nil, entry(alice, 1, 500, loot, alice.tx(chainB, 0)))
		require.Equal(t, []auction.Reason{auction.LegReverted}, reasons(x))
		return h
	}
	restart := func(t *testing.T, h *history) {
		h.wait()
		x := h.slot(t, nil)
		_, heads, err := builder.CheckpointHeads(x.Checkpoint)
		require.NoError(t, err)
		h.w = h.w.resume(heads)
		h.b, err = builder.Restore(h.p, networkID, h.w, x.Checkpoint)
		require.NoError(t, err)
		last := h.inputs[len(h.inputs)-1]
		h.inputs = h.inputs[:len(h.inputs)-1]
		_, err = h.execute(last)
		require.NoError(t, err)
	}
	for name, c := range map[string]struct {
		before func(*testing.T, *history)
		items  []rollup.QueueItem
		tries  auction.Entry
		want   []auction.Reason
	}{
		"a thief later":                  {nil, nil, entry(thief, 2, 900, loot), []auction.Reason{auction.ProtectedTx}},
		"a thief without a bid":          {nil, nil, entry(thief, 2, 0, loot), []auction.Reason{auction.ProtectedTx}},
		"a thief after a restart":        {restart, nil, entry(thief, 2, 900, loot), []auction.Reason{auction.ProtectedTx}},
		"a thief with his own around":    {nil, nil, entry(thief, 2, 900, thief.tx(chainB, 0), loot), []auction.Reason{auction.ProtectedTx}},
		"the bidder again":               {nil, nil, entry(alice, 2, 900, loot), []auction.Reason{auction.Executed}},
		"the bidder after a restart":     {restart, nil, entry(alice, 2, 900, loot), []auction.Reason{auction.Executed}},
		"a friend whom alice authorised": {nil, nil, authorised(entry(friend, 2, 900, loot), loot), []auction.Reason{auction.Executed}},
		"another transaction of alice": {func(_ *testing.T, h *history) { h.w.nonces[lane{chainA, alice.address}] = 1 }, nil,
			entry(thief, 2, 900, alice.tx(chainA, 1)), []auction.Reason{auction.Executed}},
		"forced by alice": {nextBlock, []rollup.QueueItem{force(alice.address, chainA, alice.raw(chainA, 0, 100_000))},
			entry(bob, 2, 100, bob.tx(chainA, 0)), []auction.Reason{auction.Executed, auction.Executed}},
		"forced by the thief": {nextBlock, []rollup.QueueItem{force(thief.address, chainA, alice.raw(chainA, 0, 100_000))},
			entry(bob, 2, 100, bob.tx(chainA, 0)), []auction.Reason{auction.ProtectedTx, auction.Executed}},
	} {
		t.Run(name, func(t *testing.T) {
			h := start(t)
			if c.before != nil {
				c.before(t, h)
			}
			require.Equal(t, c.want, reasons(h.slot(t, c.items, c.tries)))
		})
	}
	t.Run("the friend's authorisation stays, the thief gains nothing", func(t *testing.T) {
		h := start(t)
		h.w.fails[loot.Hash()] = auction.LegReverted
		h.slot(t, nil, authorised(entry(friend, 2, 900, loot), loot))
		delete(h.w.fails, loot.Hash())
		x := h.slot(t, nil, entry(thief, 3, 900, loot), entry(friend, 4, 100, loot))
		require.Equal(t, []auction.Reason{auction.ProtectedTx, auction.Executed}, reasons(x))
	})
	t.Run("the protection ends with the nonce when forced", func(t *testing.T) {
		h := start(t)
		h.wait()
		h.slot(t, []rollup.QueueItem{force(alice.address, chainA, alice.raw(chainA, 0, 100_000))})
		h.w.nonces[lane{chainA, alice.address}] = 0 // only the guard is asked here
		require.Equal(t, []auction.Reason{auction.Executed}, reasons(h.slot(t, nil, entry(thief, 3, 900, loot))))
	})
	t.Run("the friend may carry, not force", func(t *testing.T) {
		h := start(t)
		h.w.fails[loot.Hash()] = auction.LegReverted
		h.slot(t, nil, authorised(entry(friend, 2, 900, loot), loot))
		delete(h.w.fails, loot.Hash())
		h.wait()
		x := h.slot(t, []rollup.QueueItem{force(friend.address, chainA, alice.raw(chainA, 0, 100_000))})
		require.Equal(t, []auction.Reason{auction.ProtectedTx}, reasons(x))
	})
	t.Run("a revealed bundle that was refused is protected", func(t *testing.T) {
		h := newHistory(parameters())
		h.slot(t, []rollup.QueueItem{deposit(alice.address, 10, 500), deposit(thief.address, 1000, 500)})
		h.slot(t, nil, refused(entry(alice, 1, 500, loot), auction.BadSignature))
		require.Equal(t, []auction.Reason{auction.ProtectedTx}, reasons(h.slot(t, nil, entry(thief, 2, 900, loot))))
	})
	t.Run("who signed nothing locks nothing", func(t *testing.T) {
		h := newHistory(parameters())
		h.slot(t, []rollup.QueueItem{deposit(thief.address, 1000, 500), deposit(bob.address, 1000, 500)})
		h.slot(t, nil, refused(entry(thief, 1, 900, loot), auction.BadSignature)) // carries, but alice said nothing
		require.Equal(t, []auction.Reason{auction.Executed}, reasons(h.slot(t, nil, entry(bob, 2, 0, loot))))
	})
	t.Run("the protection ends with the nonce", func(t *testing.T) {
		h := start(t)
		h.slot(t, nil, entry(alice, 2, 900, loot))
		h.w.nonces[lane{chainA, alice.address}] = 0 // as if it could run again: only the guard is asked here
		require.Equal(t, []auction.Reason{auction.Executed}, reasons(h.slot(t, nil, entry(thief, 3, 900, loot))))
	})
}

// nextBlock lets the next slot open a block.
func nextBlock(_ *testing.T, h *history) { h.wait() }
