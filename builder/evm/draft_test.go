package evm_test

import (
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// What is rewound leaves no trace, marks nest, what was kept comes back, and a mark is void after an earlier one was rewound to, after a slot's
// end and after a block's.
func TestMarksNest(t *testing.T) {
	n, only := newNet(t, 2, alloc(testContracts())), newNet(t, 2, alloc(testContracts()))
	pay := func(nonce uint64) []byte { return word(int64(nonce) + 1) }
	store := func(n *net, nonce uint64) {
		to := storeAddress
		executed(t, n.try(bundle(
			sign(t, n.ids[0], keys[0], call{to: &to, nonce: nonce, data: pay(nonce)}),
			sign(t, n.ids[1], keys[0], call{to: &to, nonce: nonce, data: pay(nonce)}),
		)))
	}
	store(n, 0)
	store(only, 0)
	outer := n.Mark()
	store(n, 1)
	inner := n.Mark()
	store(n, 2)
	require.NoError(t, n.Rewind(inner))
	require.NoError(t, n.Rewind(inner), "a mark stays valid when it is rewound to")
	store(n, 2)
	recall, err := n.Keep(inner)
	require.NoError(t, err)
	require.NoError(t, n.Rewind(outer))
	require.ErrorIs(t, n.Rewind(inner), evm.ErrMark)
	require.ErrorIs(t, recall(), evm.ErrMark)
	_, err = n.Keep(inner)
	require.ErrorIs(t, err, evm.ErrMark)
	store(n, 1)
	recall, err = n.Keep(outer)
	require.NoError(t, err)
	store(n, 2)
	require.NoError(t, recall())
	require.NoError(t, recall(), "it is recalled as often as its mark is valid")
	store(only, 1)
	require.Equal(t, only.endSlot().Heads, n.endSlot().Heads)
	require.ErrorIs(t, n.Rewind(outer), evm.ErrMark)
	last := n.Mark()
	require.ErrorIs(t, recall(), evm.ErrMark, "a mark of this slot has the same number")
	want, got := only.advance(), n.advance()
	for i := range want {
		require.Equal(t, want[i].Block.Hash(), got[i].Block.Hash())
	}
	require.ErrorIs(t, n.Rewind(last), evm.ErrMark)
	require.ErrorIs(t, n.Rewind(-1), evm.ErrMark)
}

// Whatever is tried between marks, rewound, kept and recalled: outcomes, what a slot adds, accumulators and blocks are those of a
// machine that was only given what stayed, and those of a plain loop over what stayed. What is tried again after a rewind
// ends as it did, accesses included.
func TestRandomDrafts(t *testing.T) {
	kinds := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		ids, genesis := genesisOf(t, rapid.IntRange(1, 3).Draw(t, "rollups"), drawAlloc(t))
		n, only := openNet(t, ids, genesis), openNet(t, ids, genesis)
		type tried struct {
			a   builder.Attempt
			out *builder.Outcome
		}
		var loops []*loop
		for _, g := range genesis {
			loops = append(loops, newLoop(t, g))
		}
		for range rapid.IntRange(1, 2).Draw(t, "blocks") {
			for range rapid.IntRange(1, 2).Draw(t, "slots") {
				type marked struct {
					mark builder.Mark
					kept int // attempts before it
				}
				type aside struct {
					since  marked
					kept   []tried
					recall func() error
				}
				var kept []tried
				var asides []aside
				marks := []marked{{n.Mark(), 0}}
				for range rapid.IntRange(1, 12).Draw(t, "steps") {
					switch rapid.SampledFrom([]string{"try", "try", "mark", "rewind", "try", "keep", "recall"}).Draw(t, "step") {
					case "keep":
						if len(marks) == 0 {
							continue
						}
						since := rapid.SampledFrom(marks).Draw(t, "since")
						recall, err := n.Keep(since.mark)
						require.NoError(t, err)
						asides = append(asides, aside{since, slices.Clone(kept), recall})
					case "recall":
						if len(asides) == 0 {
							continue
						}
						a := rapid.SampledFrom(asides).Draw(t, "aside")
						require.NoError(t, a.recall())
						kept = slices.Clone(a.kept)
						marks = marks[:slices.Index(marks, a.since)+1]
						asides = slices.DeleteFunc(asides, func(a aside) bool { return !slices.Contains(marks, a.since) })
						kinds["recalled"] += len(kept) - a.since.kept
					case "mark":
						marks = append(marks, marked{n.Mark(), len(kept)})
					case "rewind":
						if len(marks) == 0 {
							continue
						}
						i := rapid.IntRange(0, len(marks)-1).Draw(t, "mark")
						to := marks[i]
						require.NoError(t, n.Rewind(to.mark))
						if len(kept) > to.kept && rapid.Bool().Draw(t, "again") {
							require.Equal(t, kept[to.kept].out, n.try(kept[to.kept].a))
							to.kept++
							kinds["again"]++
						}
						kinds["rewound"] += len(kept) - to.kept
						kept, marks = kept[:to.kept], marks[:i+1]
						if marks[i].kept != to.kept { // rewinding there would not undo what was tried again
							marks = marks[:i]
						}
						asides = slices.DeleteFunc(asides, func(a aside) bool { return !slices.Contains(marks, a.since) })
					default:
						a := drawAttempt(t, n)
						a.Record = rapid.Bool().Draw(t, "record")
						out := n.try(a)
						require.Equal(t, a.Record, len(out.Reads) > 0 || a.Record && out.Reason != auction.Executed, "%+v", out)
						if out.Reason == auction.Executed {
							kept = append(kept, tried{a, out})
							kinds["executed"]++
						}
					}
				}
				for _, k := range kept {
					require.Equal(t, k.out, only.try(k.a))
				}
				want, got := only.endSlot(), n.endSlot()
				require.Equal(t, want.Heads, got.Heads)
				require.Equal(t, want.Pairs, got.Pairs)
				requireSameJSON(t, want.Additions, got.Additions)
			}
			want, got := only.advance(), n.advance()
			for i, b := range got {
				require.Equal(t, want[i].Block.Hash(), b.Block.Hash())
				requireSameJSON(t, want[i].Receipts, b.Receipts)
				loops[i].run(t, b.Block)
			}
		}
	})
	require.NotZero(t, kinds["rewound"], "%v", kinds)
	require.NotZero(t, kinds["again"], "%v", kinds)
	require.NotZero(t, kinds["recalled"], "%v", kinds)
	t.Log(kinds)
}
