package builder_test

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// faulty is a world with something broken, as a bug or a bad disk would have it.
type faulty struct {
	*world
	forgets bool // to rewind and to recall
	strays  bool // the n-th time that it is asked, it refuses what it should execute
	lets    bool // what reverts stay
	n, at   int
}

func (f *faulty) Rewind(to builder.Mark) error {
	if f.forgets {
		return nil
	}
	return f.world.Rewind(to)
}

func (f *faulty) Keep(since builder.Mark) (func() error, error) {
	if f.forgets {
		return func() error { return nil }, nil
	}
	return f.world.Keep(since)
}

func (f *faulty) Try(a builder.Attempt) (*builder.Outcome, error) {
	if f.n++; f.strays && f.n == f.at {
		return &builder.Outcome{Reason: auction.LegReverted, Failure: &builder.Failure{Chain: chainA}}, nil
	}
	if f.lets {
		a.Reverting = map[rollup.Digest]bool{}
		for _, leg := range a.Txs {
			for _, tx := range leg {
				a.Reverting[tx.Hash()] = true
			}
		}
	}
	return f.world.Try(a)
}

// A member whose machine is broken stands alone with its header: whatever differs from the honest outcome differs in
// the header's root, which is what members sign (threats B4, B5).
func TestMemberWithABrokenMachineNeverSignsAsOthersDo(t *testing.T) {
	alone := map[string]int{}
	for seed := range sized(t, "CHORALE_BROKEN", 60) {
		for name, fault := range map[string]faulty{"forgets": {forgets: true}, "strays": {strays: true, at: 2 + seed%25}, "lets": {lets: true}} {
			r := rand.New(rand.NewSource(int64(seed)))
			m := drawMarket(r, 3+r.Intn(8))
			h, err := m.open()
			require.NoError(t, err)
			fault.world = newWorld(m.p.Rollups...)
			fault.scripts = m.scripts
			if name == "lets" { // some of what honest members see reverting
				for i, e := range m.entries {
					if i%2 == 0 {
						h.w.fails[e.Txs[0][0].Hash()] = auction.LegReverted
					}
				}
			}
			fault.fails = h.w.fails
			b := builder.New(m.p, networkID, &fault)
			for _, in := range h.inputs {
				_, err = b.Execute(in)
				require.NoError(t, err)
			}
			in := h.input(nil, m.entries...)
			honest, err := h.execute(in)
			require.NoError(t, err)
			x, err := b.Execute(in)
			require.NoError(t, err)
			if builder.FateRoot(x.Fates) != builder.FateRoot(honest.Fates) || x.Header.LedgerRoot != honest.Header.LedgerRoot || !slices.Equal(x.Header.Heads, honest.Header.Heads) {
				alone[name]++
				require.NotEqual(t, honest.Header.Root(), x.Header.Root())
			} else {
				require.Equal(t, honest.Header.Root(), x.Header.Root())
			}
		}
	}
	t.Log(alone)
	for _, name := range []string{"forgets", "strays", "lets"} {
		require.NotZero(t, alone[name], name)
	}
}
