package builder_test

import (
	"math/rand"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/stretchr/testify/require"
)

// sized is a count of cases: from the environment, or a default that is quick.
func sized(t testing.TB, name string, quick int) int {
	text := os.Getenv(name)
	if text == "" {
		return quick
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err, name)
	return n
}

// Groups of more than ten members are searched by moves alone; they too earn never less than by bid, and more where
// more can be had.
func TestChoiceOfLargeGroups(t *testing.T) {
	var share, byBid, n float64
	for seed := range sized(t, "CHORALE_LARGE", 60) {
		r := rand.New(rand.NewSource(int64(9000 + seed)))
		m := drawMarket(r, 12+r.Intn(2))
		x, h, err := m.run(identity(len(m.entries)))
		require.NoError(t, err)
		best := bestOf(m, h.inputs[1].Time)
		require.False(t, x.Choice.Total.Lt(x.Choice.ByBid))
		require.LessOrEqual(t, x.Choice.Total.Uint64(), best)
		if best > 0 {
			share, byBid, n = share+float64(x.Choice.Total.Uint64())/float64(best), byBid+float64(x.Choice.ByBid.Uint64())/float64(best), n+1
		}
	}
	t.Logf("%.0f cases: %.2f %% of the optimum on average, by bid alone %.2f %%", n, 100*share/n, 100*byBid/n)
	require.Greater(t, share, byBid)
	require.GreaterOrEqual(t, share/n, 0.95)
}

// The choice earns never less than the ordering by bid, and on average at least 97 % of what exhaustive search
// finds over all orderings (threat B11).
func TestChoiceIsAsGoodAsExhaustiveSearch(t *testing.T) {
	cases := sized(t, "CHORALE_CHOICES", 1000)
	var share, byBid, worst, tries, hard, hardShare, hardByBid, perfect float64
	worst = 1
	names := map[string]int{}
	for seed := range cases {
		r := rand.New(rand.NewSource(int64(seed)))
		m := drawMarket(r, 3+r.Intn(8))
		x, h, err := m.run(identity(len(m.entries)))
		require.NoError(t, err)
		best := bestOf(m, h.inputs[1].Time)
		if best == 0 {
			require.True(t, x.Choice.Total.IsZero())
			share, byBid, perfect = share+1, byBid+1, perfect+1
			continue
		}
		got, greedy := x.Choice.Total.Uint64(), x.Choice.ByBid.Uint64()
		sum := uint64(0)
		for _, f := range x.Fates {
			sum += f.Price.Uint64()
		}
		require.Equal(t, sum, got, "case %d", seed)
		require.GreaterOrEqual(t, got, greedy, "case %d: below the ordering by bid", seed)
		require.LessOrEqual(t, got, best, "case %d: more than there is", seed)
		require.LessOrEqual(t, x.Choice.Gas, m.p.SearchGas)
		require.LessOrEqual(t, x.Choice.Tries, uint64(240))
		names[x.Choice.Name]++
		share += float64(got) / float64(best)
		byBid += float64(greedy) / float64(best)
		worst = min(worst, float64(got)/float64(best))
		tries = max(tries, float64(x.Choice.Tries))
		if greedy < best {
			hard, hardShare, hardByBid = hard+1, hardShare+float64(got)/float64(best), hardByBid+float64(greedy)/float64(best)
		}
		if got == best {
			perfect++
		}
	}
	n := float64(cases)
	t.Logf("%d cases: %.2f %% of the optimum on average (by bid alone %.2f %%), worst %.2f %%, optimal in %.1f %%", cases, 100*share/n, 100*byBid/n, 100*worst, 100*perfect/n)
	t.Logf("of these, %.0f where by bid alone is not optimal: %.2f %% (by bid alone %.2f %%); at most %.0f tries; chosen %v",
		hard, 100*hardShare/hard, 100*hardByBid/hard, tries, names)
	require.GreaterOrEqual(t, share/n, 0.97)
	require.GreaterOrEqual(t, hardShare/hard, 0.97)
	require.Greater(t, hard/n, 0.15, "the cases are too easy to say anything")
}

// Whatever was tried, the slot ends as if nothing but the chosen ordering had been: fates, those without a bid that run
// after the winners included, header, and the state that the next checkpoint holds.
func TestChoiceLeavesNothingElseBehind(t *testing.T) {
	searched, outbid := 0, 0
	for seed := range sized(t, "CHORALE_TRACES", 300) {
		r := rand.New(rand.NewSource(int64(5000 + seed)))
		m := drawMarket(r, 3+r.Intn(8))
		for i := range m.entries {
			for _, leg := range m.entries[i].Txs {
				if r.Intn(2) == 0 {
					m.entries[i] = authorised(m.entries[i], leg[0])
				}
			}
		}
		for i := range 2 + r.Intn(3) { // without a bid: on nonces and cells that the winners want as well
			tx := stall[r.Intn(len(m.entries))][r.Intn(2)][r.Intn(2)]
			if _, ok := m.scripts[tx.Hash()]; !ok {
				m.scripts[tx.Hash()] = drawSteps(r, 3, false)
			}
			m.entries = append(m.entries, entry(newAccount(byte(40+r.Intn(len(stall)))), uint64(100+i), 0, tx))
		}
		run := func(order []int) (*builder.Executed, *builder.Executed) {
			h, err := m.open()
			require.NoError(t, err)
			in := h.input(nil, m.entries...)
			if order != nil {
				in.Selected.Winners = order
			}
			x, err := h.execute(in)
			require.NoError(t, err)
			h.wait()
			return x, h.slot(t, nil)
		}
		x, after := run(nil)
		var order []int
		for rank := uint64(1); ; rank++ {
			i := slices.IndexFunc(x.Fates, func(f builder.Fate) bool { return f.Rank == rank })
			if i < 0 {
				break
			}
			order = append(order, i)
		}
		if x.Choice.Tries > 0 {
			searched++
		}
		for _, f := range x.Fates {
			if f.Rank == 0 && f.Reason == auction.Outbid {
				outbid++
			}
		}
		m.p.SearchGas = 0
		y, plain := run(order)
		require.Equal(t, y.Fates, x.Fates, "case %d", seed)
		require.Equal(t, y.Header.Root(), x.Header.Root(), "case %d", seed)
		require.NotEmpty(t, after.Checkpoint)
		require.Equal(t, plain.Checkpoint, after.Checkpoint, "case %d", seed)
	}
	require.Positive(t, searched)
	require.Positive(t, outbid)
}
