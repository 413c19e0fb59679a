package evm_test

import (
	"crypto/ecdsa"
	"fmt"
	"runtime"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// A strategy is how a network ranks, prices, searches and divides.
type strategy struct {
	pricing rollup.PricingRule
	split   rollup.SplitRule
	search  uint64
}

var strategies = []strategy{
	{rollup.FirstPrice, rollup.SplitByGas, 0},
	{rollup.FirstPrice, rollup.SplitEqually, 100_000_000},
	{rollup.FirstPrice, rollup.SplitMarginally, 100_000_000},
	{rollup.SecondPrice, rollup.SplitByGas, 100_000_000},
	{rollup.SecondPrice, rollup.SplitMarginally, 5_000_000},
}

// market is the envelopes of random bundles that compete: most begin at the same nonces, some repeat another's transactions.
func market(s *scene, bundles int) (entries []auction.Entry, bidders []rollup.Address) {
	keys := []*ecdsa.PrivateKey{townKey(0), townKey(1), townKey(2), actors[0], actors[1]} // some sign what others copy
	var attempts []builder.Attempt
	for i := range bundles {
		a := s.bundle()
		if len(attempts) > 0 && s.one(6) {
			a = pick(s.dice, attempts...)
		}
		attempts = append(attempts, a)
		bidder := pick(s.dice, keys...)
		bid := pick(s.dice, uint64(0), 0, 50, 100, 101, 300, 301, 5000, uint64(s.IntN(10_000)))
		class := auction.GasClass(2 + s.IntN(5))
		if len(a.Txs) > 0 {
			entries = append(entries, offer(bidder, uint64(i), bid, class, a))
		}
	}
	for _, k := range keys {
		bidders = append(bidders, addressOf(k))
	}
	return entries, bidders
}

// The same envelopes give the same blocks, fates and money, in whatever order they arrived and on however many
// processors: one hash each, under every strategy (threat B10). CHORALE_INPUTS is how many batches, each executed 20
// times.
func TestOneHashWhateverTheArrival(t *testing.T) {
	const times = 20
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	reasons, names := map[auction.Reason]int{}, map[string]int{}
	for input := range casetest.Count(t, "CHORALE_INPUTS", 6) {
		s := newScene(t, uint64(9000+input), 2, false)
		entries, bidders := market(s, 4+s.IntN(12))
		p := townParameters(s.ids)
		how := strategies[input%len(strategies)]
		p.Pricing, p.Split, p.SearchGas = how.pricing, how.split, how.search
		var want string
		for round := range times {
			runtime.GOMAXPROCS([]int{1, 2, 8}[round%3])
			s.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
			w := newTown(t, p, s.genesis)
			w.endow(uint256.NewInt(9000), uint256.NewInt(1000), bidders...)
			x := w.slot(entries...)
			w.solvent()
			got := told(x) + fmt.Sprint(hashes(w.slot().Closed))
			if round == 0 {
				want = got
				names[x.Choice.Name]++
				for _, f := range x.Fates {
					reasons[f.Reason]++
				}
			}
			require.Equal(t, want, got, "input %d, round %d", input, round)
			require.NoError(t, w.m.Close())
		}
	}
	t.Log(reasons, names)
	for _, r := range []auction.Reason{auction.Executed, auction.NonceTooLow, auction.Outbid, auction.BelowReserve} {
		require.NotZero(t, reasons[r], r)
	}
}

// Where nothing competes there is nothing to choose: every strategy gives the same blocks.
func TestEveryStrategyGivesTheSameBlocks(t *testing.T) {
	s := newScene(t, 77, 2, false)
	var entries []auction.Entry
	var bidders []rollup.Address
	for i, k := range actors { // a bundle each, on both rollups
		var txs []*rollup.Tx
		for _, id := range s.ids {
			txs = append(txs, sign(t, id, k, call{to: &storeAddress, data: word(int64(i)), gas: 400_000}))
		}
		entries = append(entries, offer(townKey(i), uint64(i), uint64(1000+i), 2, bundle(txs...)))
		bidders = append(bidders, addressOf(townKey(i)))
	}
	var want []rollup.Digest
	for _, how := range strategies {
		p := townParameters(s.ids)
		p.Pricing, p.Split, p.SearchGas = how.pricing, how.split, how.search
		w := newTown(t, p, s.genesis)
		w.endow(uint256.NewInt(9000), uint256.NewInt(1000), bidders...)
		x := w.slot(entries...)
		for _, f := range x.Fates {
			require.Equal(t, auction.Executed, f.Reason)
		}
		got := hashes(w.slot().Closed)
		if want == nil {
			want = got
		}
		require.Equal(t, want, got, "%+v", how)
	}
}
