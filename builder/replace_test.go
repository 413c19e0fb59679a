package builder_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// Every version of a bundle and every cancellation pays its fee; only the last version is tried; and what the
// others revealed stays protected.
func TestReplacedBundlesPayTheirFees(t *testing.T) {
	h, alice, thief := newHistory(parameters()), newAccount(1), newAccount(2)
	h.slot(t, []rollup.QueueItem{deposit(alice.address, 10_000, 500), deposit(thief.address, 10_000, 500)})
	version := func(serial, sequence, bid uint64, name byte, txs ...*rollup.Tx) auction.Entry {
		e := entry(alice, serial, bid, txs...)
		e.Bundle.Replacement, e.Bundle.Sequence = rollup.Digest{name}, sequence
		e.Hash = e.Bundle.Hash()
		return e
	}
	x := h.slot(t, nil,
		version(1, 1, 900, 7, alice.tx(chainA, 0)),
		version(2, 2, 500, 7, alice.tx(chainA, 0), alice.tx(chainB, 0)),
		version(3, 1, 800, 8, alice.tx(chainA, 1)),
		version(4, 2, 0, 8),
	)
	require.Equal(t, []auction.Reason{auction.Replaced, auction.Executed, auction.Cancelled, auction.Cancelled}, reasons(x))
	for i, f := range x.Fates {
		require.Equal(t, wei(fee), f.Fee)
		require.Equal(t, i == 1, f.Rank == 1)
		require.Equal(t, i == 1, !f.Price.IsZero())
	}
	require.Equal(t, []auction.Reason{auction.ProtectedTx}, reasons(h.slot(t, nil, entry(thief, 5, 900, alice.tx(chainA, 1)))))
}

// With a reserve of nothing, the second price of a winner without a rival is nothing, and so are its entries.
func TestSecondPriceOfNothing(t *testing.T) {
	h := secondPrice(t)
	h.p.Reserve = wei(0)
	alice := newAccount(0)
	x := h.slot(t, nil, entry(alice, 1, 700, alice.tx(chainA, 0)))
	require.Equal(t, []auction.Reason{auction.Executed}, reasons(x))
	require.True(t, x.Fates[0].Price.IsZero())
	for _, e := range x.Entries {
		require.False(t, e.Amount.IsZero())
	}
	conserved(t, h.b.Ledger())
}
