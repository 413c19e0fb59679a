package builder_test

import (
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/stretchr/testify/require"
)

// sealedBatch is a slot's envelopes, really sealed: winners that compete for nonces and for escrow, a user's
// transaction in two gateways' envelopes, a copy, a broken one, and a thief.
func sealedBatch(t *testing.T, slot rollup.Slot) ([]*auction.Sealed, threshold.Signature) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	identity := auction.Identity(networkID, slot)
	sealer, err := threshold.NewSealer(group.Public, identity)
	require.NoError(t, err)
	random := rand.New(rand.NewSource(5))
	seal := func(bidder account, bid uint64, txs ...*rollup.Tx) *auction.Sealed {
		b := entry(bidder, uint64(random.Int63()), bid, txs...).Bundle
		clear := auction.Sealed{Network: networkID, Slot: slot, Bidder: bidder.address, GasClass: 1}
		s, err := auction.Seal(random, sealer, clear, b, bidder.sign)
		require.NoError(t, err)
		return s
	}
	alice, bob, carol, user := newAccount(0), newAccount(1), newAccount(2), newAccount(3)
	batch := []*auction.Sealed{
		seal(alice, 500, alice.tx(chainA, 0), alice.tx(chainB, 0)), seal(alice, 500, alice.tx(chainA, 0)), seal(bob, 500, bob.tx(chainA, 0)),
		seal(bob, 400, bob.tx(chainA, 1)), seal(carol, 900, alice.tx(chainA, 0)), seal(carol, 99, carol.tx(chainA, 0)),
		seal(carol, 0, user.tx(chainB, 1)), seal(carol, 0, user.tx(chainB, 0)), seal(bob, 0, user.tx(chainB, 0)), seal(bob, 800, bob.tx(chainB, 5)),
	}
	copied := *batch[2]
	copied.Bidder = carol.address
	copied.Signature, err = carol.sign(copied.ID())
	require.NoError(t, err)
	return append(batch, &copied), thresholdtest.Sign(&group, shares, threshold.OpeningTag, identity)
}

// Open, Select and Execute are one function of the set of envelopes: in whatever order they stand and on
// however many processors, fates, blocks, prices and ledger are the same (law 3, threats A9 and B10).
func TestTheLineIsAFunctionOfTheBatch(t *testing.T) {
	envelopes, key := sealedBatch(t, 2)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var want string
	seen := map[auction.Reason]bool{}
	for round := range 12 {
		runtime.GOMAXPROCS([]int{1, 2, 8}[round%3])
		shuffled := slices.Clone(envelopes)
		rand.New(rand.NewSource(int64(round))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })

		h := newHistory(parameters())
		var rich []rollup.QueueItem
		for n := range byte(3) {
			rich = append(rich, deposit(newAccount(n).address, 1200, 500))
		}
		h.slot(t, rich)
		batch := &auction.Batch{Network: networkID, Slot: 2, Envelopes: shuffled}
		require.NoError(t, batch.Check(h.p))
		opened, err := auction.Open(batch, key, h.p.Rollups)
		require.NoError(t, err)
		in := h.input(nil)
		in.Key, in.Selected = key, auction.Select(opened, h.p, key)
		x, err := h.execute(in)
		require.NoError(t, err)

		slices.SortFunc(x.Fates, func(a, b builder.Fate) int { return a.Envelope.Cmp(b.Envelope) })
		for _, f := range x.Fates {
			seen[f.Reason] = true
		}
		got := fmt.Sprintf("%v %v %v %v %v", x.Fates, x.Header.Heads, x.Header.PairRoot, x.Header.LedgerRoot, h.w.nonces)
		if round == 0 {
			want = got
		}
		require.Equal(t, want, got, "round %d", round)
	}
	for _, r := range []auction.Reason{auction.Executed, auction.Outbid, auction.Copied, auction.ProtectedTx, auction.BelowReserve, auction.NonceTooHigh} {
		require.True(t, seen[r], r)
	}
}
