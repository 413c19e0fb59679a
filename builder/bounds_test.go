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
	"github.com/stretchr/testify/require"
)

// chain is n bundles in a row of which each writes what the next one needs untouched, or needs it written.
func chainOf(h *history, n int, bid func(i int) uint64, needs bool) (entries []auction.Entry) {
	for i := range n {
		a := newAccount(byte(i))
		tx := a.tx(chainA, 0)
		mine, next := step{slot: byte(i)}, step{slot: byte(i + 1), max: 9, writes: true, value: 1}
		if needs && i > 0 {
			mine.min, mine.max = 1, 9
		}
		h.w.scripts[tx.Hash()] = []step{mine, next}
		entries = append(entries, entry(a, uint64(i), bid(i), tx))
	}
	return entries
}

// crowd is n bundles of which all want what is there once, and look at what the lowest bid writes: each fails, and
// each has to be tried again behind it.
func crowd(h *history, n int) (entries []auction.Entry) {
	for i := range n {
		a := newAccount(byte(i))
		tx := a.tx(chainA, 0)
		h.w.scripts[tx.Hash()] = []step{{slot: 1, max: 9}, once(0)}
		if i == n-1 {
			h.w.scripts[tx.Hash()] = []step{{slot: 1, max: 9, writes: true, value: 1}}
		}
		entries = append(entries, entry(a, uint64(i), 1000-uint64(i), tx))
	}
	return entries
}

// counters is n bundles that count in one cell, each of which needs to find a count of its own there: the lower the
// bid, the earlier. Whenever one executes, all others have to be tried again, and one of them executes.
func counters(h *history, n int) (entries []auction.Entry) {
	for i := range n {
		a := newAccount(byte(i))
		tx := a.tx(chainA, 0)
		h.w.scripts[tx.Hash()] = []step{{slot: 1, min: uint64(i), max: uint64(i), writes: true, value: 1}}
		entries = append(entries, entry(a, uint64(i), 1000+uint64(i), tx))
	}
	return entries
}

// A chain of 200 bundles, each invalidated by the one before or dependent on it, takes a bounded number of
// tries and a bounded amount of gas, whatever the bids (threat B9), and never earns less than by bid.
func TestDependencyChainsAreBounded(t *testing.T) {
	const n = 200
	for name, c := range map[string]struct {
		bid      func(i int) uint64
		needs    bool
		executed int // at least
		entries  func(h *history, n int) []auction.Entry
	}{
		"invalidated, falling bids":   {func(i int) uint64 { return 1000 - uint64(i) }, false, n, nil},
		"invalidated, rising bids":    {func(i int) uint64 { return 1000 + uint64(i) }, false, n, nil},
		"invalidated, equal bids":     {func(i int) uint64 { return 1000 }, false, n, nil},
		"dependent, in order of bid":  {func(i int) uint64 { return 1000 - uint64(i) }, true, n, nil},
		"all want the same one thing": {nil, false, 2, crowd},
		"dependent, against the bid":  {func(i int) uint64 { return 1000 + uint64(i) }, true, n, nil},
		"each counts for the next":    {nil, false, 2, counters},
	} {
		t.Run(name, func(t *testing.T) {
			p := parameters()
			p.BlockGas = 200_000_000
			h := newHistory(p)
			var items []rollup.QueueItem
			for i := range n {
				items = append(items, deposit(newAccount(byte(i)).address, 10_000, 100))
			}
			h.slot(t, items)
			h.w.tries = 0
			var entries []auction.Entry
			if c.entries != nil {
				entries = c.entries(h, n)
			} else {
				entries = chainOf(h, n, c.bid, c.needs)
			}
			x := h.slot(t, nil, entries...)
			t.Logf("%d of %d executed; %d tries beyond the first %d, %d gas; %s: %s of %s wei by bid",
				executedCount(x), n, x.Choice.Tries, n, x.Choice.Gas, x.Choice.Name, x.Choice.Total, x.Choice.ByBid)
			require.Equal(t, uint64(h.w.tries), x.Choice.Tries+n, "every try is counted")
			require.LessOrEqual(t, x.Choice.Tries, uint64(2*n))
			if x.Choice.Name == "retry" { // half is kept for a whole ordering, of which none was tried
				require.LessOrEqual(t, x.Choice.Tries, uint64(n))
			}
			require.LessOrEqual(t, x.Choice.Gas, p.SearchGas)
			require.False(t, x.Choice.Total.Lt(x.Choice.ByBid))
			require.GreaterOrEqual(t, executedCount(x), c.executed)
		})
	}
}

func executedCount(x *builder.Executed) (n int) {
	for _, f := range x.Fates {
		if f.Executed() {
			n++
		}
	}
	return n
}

// Whatever searchGas and the rules are: the bounds hold, what is chosen is what is executed and charged, no
// price is above its bid or below its reserve, and without searchGas the ordering is the one by bid.
func TestSearchIsBounded(t *testing.T) {
	searched := 0
	for seed := range sized(t, "CHORALE_BOUNDS", 300) {
		r := rand.New(rand.NewSource(int64(1000 + seed)))
		m := drawMarket(r, 2+r.Intn(12))
		m.p.SearchGas = []uint64{0, uint64(r.Intn(3_000_000)), uint64(r.Intn(6_000_000)), 10_000_000, 100_000_000}[r.Intn(5)]
		m.p.Pricing = []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice}[r.Intn(2)]
		m.p.Split = []rollup.SplitRule{rollup.SplitByGas, rollup.SplitEqually, rollup.SplitMarginally}[r.Intn(3)]
		h, err := m.open()
		require.NoError(t, err)
		h.w.tries = 0
		x, err := h.execute(h.input(nil, m.entries...))
		require.NoError(t, err, "case %d", seed)
		require.LessOrEqual(t, x.Choice.Gas, m.p.SearchGas)
		require.LessOrEqual(t, x.Choice.Tries, uint64(240))
		require.False(t, x.Choice.Total.Lt(x.Choice.ByBid))
		if m.p.SearchGas == 0 {
			require.Equal(t, "bid", x.Choice.Name)
			require.Zero(t, x.Choice.Tries)
		}
		if x.Choice.Tries > 0 {
			searched++
		}
		ranks, sum := map[uint64]bool{}, wei(0)
		for i, f := range x.Fates {
			require.False(t, ranks[f.Rank], "a rank for each")
			ranks[f.Rank] = true
			require.False(t, f.Price.Gt(f.Bid))
			require.Equal(t, m.entries[i].Bid, f.Bid)
			require.Equal(t, f.Executed(), !f.Price.IsZero())
			if f.Executed() {
				require.False(t, f.Price.Lt(m.p.Reserve))
			}
			sum.Add(sum, f.Price)
		}
		require.Equal(t, sum, x.Choice.Total)
		conserved(t, h.b.Ledger())
	}
	require.Positive(t, searched)
}

// The choice is one function of the set of envelopes: in whatever order they stand and on however many
// processors, the same ordering, fates and blocks (law 3, threats B10 and A9).
func TestChoiceIsDeterministic(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for seed := range sized(t, "CHORALE_SHUFFLES", 25) {
		want := ""
		for round := range 20 {
			r := rand.New(rand.NewSource(int64(5000 + seed)))
			m := drawMarket(r, 3+r.Intn(12))
			m.p.Pricing = []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice}[seed%2]
			m.p.Split = []rollup.SplitRule{rollup.SplitByGas, rollup.SplitMarginally}[seed/2%2]
			runtime.GOMAXPROCS([]int{1, 2, 8}[round%3])
			order := identity(len(m.entries))
			rand.New(rand.NewSource(int64(round))).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
			x, h, err := m.run(order)
			require.NoError(t, err)
			slices.SortFunc(x.Fates, func(a, b builder.Fate) int { return a.Envelope.Cmp(b.Envelope) })
			got := fmt.Sprintf("%v %v %v %v", x.Fates, x.Header.Heads, h.b.Ledger().Root(), x.Choice)
			if round == 0 {
				want = got
			}
			require.Equal(t, want, got, "case %d, round %d", seed, round)
		}
	}
}
