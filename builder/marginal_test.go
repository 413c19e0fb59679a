package builder_test

import (
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// The marginal split, executed: what each rollup gets in small slots, among them those of docs/revenue.md.
func TestMarginalSplit(t *testing.T) {
	alice, bob, carol := newAccount(0), newAccount(1), newAccount(2)
	type want struct{ a, b, protocol uint64 }
	for name, c := range map[string]struct {
		entries func(w *world) []auction.Entry
		one     bool // both rollups have one payout account
		gas     uint64
		want    want
	}{
		"one bundle on both": {func(*world) []auction.Entry {
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0))}
		}, false, 1e8, want{450_000, 450_000, 100_000}},
		"a loser stood ready": {func(w *world) []auction.Entry {
			w.scripts[alice.tx(chainB, 0).Hash()] = []step{once(1)}
			w.scripts[bob.tx(chainB, 0).Hash()] = []step{once(1)}
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0)), entry(bob, 2, 600_000, bob.tx(chainB, 0))}
		}, false, 1e8, want{257_142, 642_857, 100_001}},
		"a loser that fails anyway": {func(w *world) []auction.Entry {
			w.scripts[alice.tx(chainB, 0).Hash()] = []step{once(1)}
			w.scripts[bob.tx(chainB, 0).Hash()] = []step{once(1), {slot: 2, min: 1, max: 9}}
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0)), entry(bob, 2, 600_000, bob.tx(chainB, 0))}
		}, false, 1e8, want{450_000, 450_000, 100_000}},
		"a loser that touches it too": {func(w *world) []auction.Entry {
			w.scripts[alice.tx(chainB, 0).Hash()] = []step{once(1)}
			w.scripts[bob.tx(chainB, 0).Hash()] = []step{once(1)}
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0)), entry(bob, 2, 600_000, bob.tx(chainB, 0), bob.tx(chainA, 0))}
		}, false, 1e8, want{450_000, 450_000, 100_000}},
		"no gas to try it: nobody's losers count": {func(w *world) []auction.Entry {
			w.scripts[alice.tx(chainB, 0).Hash()] = []step{once(1)}
			w.scripts[bob.tx(chainB, 0).Hash()] = []step{once(1)}
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0)), entry(bob, 2, 600_000, bob.tx(chainB, 0))}
		}, false, 1, want{450_000, 450_000, 100_000}},
		"two bundles": {func(*world) []auction.Entry {
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0)), entry(bob, 2, 500_000, bob.tx(chainA, 0), bob.tx(chainB, 0))}
		}, false, 1e8, want{1_012_500, 337_500, 150_000}},
		"one payout account gets no more than once": {func(*world) []auction.Entry {
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0), alice.tx(chainB, 0))}
		}, true, 1e8, want{450_000, 450_000, 100_000}},
		"reached by a trigger": {func(w *world) []auction.Entry {
			w.triggers[alice.tx(chainA, 0).Hash()] = chainB
			return []auction.Entry{entry(alice, 1, 1_000_000, alice.tx(chainA, 0)), entry(carol, 2, 0, carol.tx(chainB, 0))}
		}, false, 1e8, want{450_000, 450_000, 100_000}},
		"nobody won": {func(*world) []auction.Entry {
			return []auction.Entry{entry(alice, 1, 0, alice.tx(chainA, 0))}
		}, false, 1e8, want{}},
	} {
		t.Run(name, func(t *testing.T) {
			p := parameters()
			p.Split, p.SearchGas = rollup.SplitMarginally, c.gas
			h := newHistory(p)
			second := payoutB
			if c.one {
				second = payoutA
			}
			items := []rollup.QueueItem{register(chainA, payoutA), register(chainB, second), weigh(chainA, 1), weigh(chainB, 1)}
			for _, a := range []account{alice, bob, carol} {
				items = append(items, deposit(a.address, 5_000_000, 1000))
			}
			h.slot(t, items)
			x := h.slot(t, nil, c.entries(h.w)...)
			var got want
			for _, f := range x.Fates {
				got.protocol += f.Protocol.Uint64()
				for _, credit := range f.Credits {
					require.Equal(t, h.b.Ledger().Payout(credit.Chain), credit.Account)
					if credit.Chain == chainA {
						got.a += credit.Amount.Uint64()
					} else {
						got.b += credit.Amount.Uint64()
					}
				}
			}
			require.Equal(t, c.want, got)
			conserved(t, h.b.Ledger())
		})
	}
}

// In random markets a rollup never gets more than the prices of the winners that touch it: the slot would have
// had the others without it.
func TestMarginalNeverExceedsWhatTheSlotLoses(t *testing.T) {
	checked := 0
	for seed := range sized(t, "CHORALE_MARGINALS", 150) {
		m := drawMarket(rand.New(rand.NewSource(int64(seed))), 6)
		m.p.Split = rollup.SplitMarginally
		run := func(entries []auction.Entry) *builder.Executed {
			h, err := m.open()
			require.NoError(t, err)
			h.w.scripts = m.scripts
			_, err = h.execute(h.input([]rollup.QueueItem{register(chainA, payoutA), register(chainB, payoutB), weigh(chainA, 1), weigh(chainB, 1)}))
			require.NoError(t, err)
			h.next.Key, h.next.Time = m.key, (h.next.Time/1000+1)*1000
			x, err := h.execute(h.input(nil, entries...))
			require.NoError(t, err)
			conserved(t, h.b.Ledger())
			return x
		}
		x := run(m.entries)
		got := map[rollup.ChainID]uint64{}
		for _, f := range x.Fates {
			for _, c := range f.Credits {
				got[c.Chain] += c.Amount.Uint64()
			}
		}
		for _, chain := range []rollup.ChainID{chainA, chainB} {
			var rest uint64 // of the winners that do not touch it: the slot would have had at least as much
			for i, f := range x.Fates {
				touches := false
				for _, leg := range m.entries[i].Txs {
					touches = touches || leg[0].Chain == chain
				}
				if f.Executed() && !touches {
					rest += f.Price.Uint64()
				}
			}
			require.LessOrEqual(t, got[chain], x.Choice.Total.Uint64()-rest, "case %d", seed)
			if got[chain] > 0 {
				checked++
			}
		}
	}
	require.Positive(t, checked)
}
