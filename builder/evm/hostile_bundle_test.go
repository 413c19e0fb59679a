package evm_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// A bundle is in all rollups that it names or in none, and one that is in none leaves nothing behind: the blocks are
// those of a machine that never saw it (threat B1). CHORALE_BUNDLES is how many bundles are tried, over two to eight
// rollups, beside all that scenes hold: conflicts, reverts, limits, drafts that are taken back.
func TestNoBundleLandsInPart(t *testing.T) {
	seen := map[string]int{}
	tried := 0
	for seed := uint64(3000); tried < casetest.Count(t, "CHORALE_BUNDLES", 400); seed++ {
		s := newScene(t, seed, 2+int(seed%7), false)
		only, err := evm.Open(evm.Config{Genesis: s.genesis})
		require.NoError(t, err)
		_, err = only.Advance(s.env)
		require.NoError(t, err)
		for range 4 {
			var executed, failed []builder.Attempt
			for range 1 + s.IntN(3) {
				for range s.IntN(8) {
					if s.one(6) {
						s.stray(1)
					}
					a := s.bundle()
					tried++
					out := s.net.try(a)
					seen[out.Reason.String()]++
					if out.Reason != auction.Executed {
						require.Empty(t, out.Places)
						failed = append(failed, a)
						continue
					}
					executed = append(executed, a)
					same, err := only.Try(a)
					require.NoError(t, err)
					require.Equal(t, same, out)
				}
				slot, err := only.EndSlot()
				require.NoError(t, err)
				requireSameJSON(t, slot, s.endSlot())
			}
			closed := s.open()
			same, err := only.Advance(s.env)
			require.NoError(t, err)
			require.Equal(t, hashes(same), hashes(closed))
			requireWhole(t, closed, executed, failed)
		}
		require.NoError(t, only.Close())
		require.NoError(t, s.Close())
	}
	t.Log(tried, seen)
	for _, r := range []auction.Reason{auction.Executed, auction.LegReverted, auction.OutOfGas, auction.ActionReverted, auction.NonceTooHigh} {
		require.NotZero(t, seen[r.String()], r)
	}
}

// requireWhole looks into the blocks: every transaction of what executed stands there once, none of what failed does.
func requireWhole(t *testing.T, closed []builder.Block, executed, failed []builder.Attempt) {
	stands := map[rollup.Digest]int{}
	for _, b := range closed {
		for i, tx := range b.Block.Transactions() {
			stands[tx.Hash()]++
			require.Equal(t, tx.Hash(), b.Receipts[i].TxHash)
		}
	}
	for _, a := range executed {
		for _, leg := range a.Txs {
			for _, tx := range leg {
				require.Equal(t, 1, stands[tx.Hash()])
			}
		}
	}
	for _, a := range failed {
		for _, leg := range a.Txs {
			for _, tx := range leg {
				require.Zero(t, stands[tx.Hash()])
			}
		}
	}
}

// lenient is a rollup machine that somebody changed so that reverted transactions are included (threat B4).
type lenient struct{ *evm.Machine }

func (m lenient) Try(a builder.Attempt) (*builder.Outcome, error) {
	a.Reverting = map[rollup.Digest]bool{}
	for _, leg := range a.Txs {
		for _, tx := range leg {
			a.Reverting[tx.Hash()] = true
		}
	}
	return m.Machine.Try(a)
}

// A member with such a machine makes another header in the very slot, so that its attestation share is of something
// that no honest member signs; and in honest blocks stands no failed transaction that its bundle did not allow.
func TestMemberThatIncludesRevertsStandsAlone(t *testing.T) {
	differ := 0
	for seed := uint64(4000); seed < 4012; seed++ {
		s := newScene(t, seed, 2, false)
		entries, bidders := market(s, 8)
		p := townParameters(s.ids)
		honest, mutant := newTown(t, p, s.genesis), newTown(t, p, s.genesis)
		mutant.b = builder.New(p, townNetwork, lenient{mutant.m})
		for _, w := range []*town{honest, mutant} {
			w.endow(wei(9000), wei(1000), bidders...)
		}
		allowed := map[rollup.Digest]bool{}
		for _, e := range entries {
			for _, h := range e.Bundle.Reverting {
				allowed[h] = true
			}
		}
		x, y := honest.slot(entries...), mutant.slot(entries...)
		included := 0 // by the mutant, against the bundle's will
		for _, c := range []*builder.Executed{x, y} {
			for _, add := range c.Additions {
				for i, r := range add.Receipts {
					if r.Status == types.ReceiptStatusFailed && !allowed[add.Txs[i].Hash()] {
						require.NotSame(t, x, c, "an honest builder includes none")
						included++
					}
				}
			}
		}
		if included > 0 {
			differ++
			require.NotEqual(t, x.Header.Root(), y.Header.Root())
			require.NotEqual(t, x.Header.FateRoot, y.Header.FateRoot)
		}
	}
	require.Greater(t, differ, 3, "the fault did happen")
	t.Log(differ)
}
