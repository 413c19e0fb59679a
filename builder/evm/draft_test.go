package evm_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// What is rewound leaves no trace, marks nest, and a mark is void after an earlier one was rewound to, after a slot's
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
	require.NoError(t, n.Rewind(outer))
	require.ErrorIs(t, n.Rewind(inner), evm.ErrMark)
	store(n, 1)
	store(only, 1)
	require.Equal(t, only.endSlot().Heads, n.endSlot().Heads)
	require.ErrorIs(t, n.Rewind(outer), evm.ErrMark)
	last := n.Mark()
	want, got := only.advance(), n.advance()
	for i := range want {
		require.Equal(t, want[i].Block.Hash(), got[i].Block.Hash())
	}
	require.ErrorIs(t, n.Rewind(last), evm.ErrMark)
	require.ErrorIs(t, n.Rewind(-1), evm.ErrMark)
}

// Whatever is tried between marks and rewound: outcomes, what a slot adds, accumulators and blocks are those of a
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
				var kept []tried
				marks := []marked{{n.Mark(), 0}}
				for range rapid.IntRange(1, 9).Draw(t, "steps") {
					switch rapid.SampledFrom([]string{"try", "try", "mark", "rewind", "try"}).Draw(t, "step") {
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
	t.Log(kinds)
}
