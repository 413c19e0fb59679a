package evm_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// Bundles with equal senders, nonces and storage, whole or partly copied from one another, with access lists that say
// nothing of what they touch, over many slots and under every strategy: each block that comes of them is valid for a
// go-ethereum blockchain, and those of the first market for a stock geth (threat B12). CHORALE_MARKETS is how many
// markets of ten slots.
func TestConflictingBundlesMakeValidBlocks(t *testing.T) {
	const slots = 10
	reasons, names := map[auction.Reason]int{}, map[string]int{}
	for n := range casetest.Count(t, "CHORALE_MARKETS", 5) {
		s := newScene(t, uint64(20_000+n), 2+n%2, false)
		p := townParameters(s.ids)
		how := strategies[n%len(strategies)]
		p.Pricing, p.Split, p.SearchGas = how.pricing, how.split, how.search
		w := newTown(t, p, s.genesis)
		require.NoError(t, s.Close())
		s.Machine = w.m // what is drawn begins at the nonces that the market has reached
		_, bidders := market(s, 0)
		w.endow(wei(1_000_000), wei(100_000), bidders...)
		blocks := make([]types.Blocks, len(s.ids))
		for range slots {
			entries, _ := market(s, s.IntN(14))
			x := w.slot(entries...)
			names[x.Choice.Name]++
			for _, f := range x.Fates {
				reasons[f.Reason]++
			}
			for i, b := range x.Closed {
				blocks[i] = append(blocks[i], b.Block)
			}
			w.solvent()
		}
		for i, b := range w.slot().Closed {
			blocks[i] = append(blocks[i], b.Block)
		}
		for i, id := range s.ids {
			require.Len(t, blocks[i], slots+1)
			require.Equal(t, blocks[i][slots].Hash(), imported(t, s.genesis[i], blocks[i]))
			if n > 0 {
				continue
			}
			g := startGeth(t, s.genesis[i])
			for number := range blocks[i] {
				b, err := w.m.Block(id, uint64(number)+1)
				require.NoError(t, err)
				g.takes(*b)
			}
			g.kill()
		}
	}
	t.Log(reasons, names)
	for _, r := range []auction.Reason{auction.Executed, auction.Outbid, auction.NonceTooLow, auction.LegReverted, auction.ProtectedTx} {
		require.NotZero(t, reasons[r], r)
	}
	require.NotZero(t, names["search"]+names["retry"], "orderings were chosen: %v", names)
}
