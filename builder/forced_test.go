package builder_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// A forced transaction waits for the slot that opens a block, and runs there before everything else.
func TestForcedRunsFirstInTheNextBlock(t *testing.T) {
	h, alice, user := newHistory(parameters()), newAccount(1), newAccount(2)
	h.slot(t, []rollup.QueueItem{deposit(alice.address, 1000, 100)})
	forced := force(user.address, chainA, user.raw(chainA, 0, 100_000))
	x := h.slot(t, []rollup.QueueItem{forced})
	require.Empty(t, x.Fates, "the block is open already")
	require.Equal(t, 1, h.b.Waiting())
	item := h.inputs[1].Items[0]

	h.wait()
	x = h.slot(t, nil, entry(alice, 1, 500, alice.tx(chainA, 0)))
	require.Equal(t, 0, h.b.Waiting())
	require.Equal(t, []auction.Reason{auction.Executed, auction.Executed}, reasons(x))
	f := x.Fates[0]
	require.Equal(t, item.Hash(), f.Envelope)
	require.Equal(t, user.address, f.Bidder)
	require.Equal(t, user.tx(chainA, 0).Hash(), f.Bundle)
	require.Equal(t, []builder.Place{{Chain: chainA, Block: 2, Index: 0, Tx: f.Bundle}}, f.Places)
	require.Equal(t, uint64(1), x.Fates[1].Places[0].Index)
	for _, v := range []*uint256.Int{f.Bid, f.Fee, f.Price, f.Protocol} {
		require.True(t, v.IsZero())
	}
}

// A forced transaction is consumed whatever happens, with its reason, and can stop neither the slot nor those
// behind it.
func TestForcedIsConsumedWithAReason(t *testing.T) {
	user, other := newAccount(2), newAccount(3)
	failing := user.tx(chainA, 0)
	for name, c := range map[string]struct {
		item rollup.QueueItem
		want auction.Reason
	}{
		"garbage":               {force(user.address, chainA, []byte{1, 2, 3}), auction.BadTransaction},
		"nothing":               {force(user.address, chainA, nil), auction.BadTransaction},
		"unknown rollup":        {force(user.address, 77, user.raw(77, 0, 21_000)), auction.UnknownRollup},
		"of another rollup":     {force(user.address, chainB, user.raw(chainA, 0, 21_000)), auction.WrongChainID},
		"nonce ahead":           {force(user.address, chainA, user.raw(chainA, 5, 21_000)), auction.NonceTooHigh},
		"reverts":               {force(user.address, chainA, user.raw(chainA, 0, 100_000)), auction.LegReverted},
		"beyond the reserve":    {force(user.address, chainA, user.raw(chainA, 0, 3_000_001)), auction.BlockFull},
		"by somebody else":      {force(other.address, chainA, user.raw(chainA, 0, 21_000)), auction.Executed},
		"as large as it may be": {force(user.address, chainA, user.raw(chainA, 0, 3_000_000)), auction.Executed},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHistory(parameters())
			h.w.fails[failing.Hash()] = auction.LegReverted
			x := h.slot(t, []rollup.QueueItem{c.item, force(other.address, chainB, other.raw(chainB, 0, 21_000))})
			require.Equal(t, []auction.Reason{c.want, auction.Executed}, reasons(x))
			require.Equal(t, 0, h.b.Waiting())
		})
	}
}

// The reserve is spent first in, first out; what finds it spent waits, in order, and each block moves every
// rollup's line on. Failing work counts too.
func TestForcedReserve(t *testing.T) {
	h, a, b, c := newHistory(parameters()), newAccount(1), newAccount(2), newAccount(3)
	revert, err := rollup.DecodeTx(chainB, c.raw(chainB, 0, 2_900_000))
	require.NoError(t, err)
	h.w.fails[revert.Hash()] = auction.LegReverted
	x := h.slot(t, []rollup.QueueItem{
		force(a.address, chainA, a.raw(chainA, 0, 2_000_000)),
		force(b.address, chainA, b.raw(chainA, 0, 1_000_001)), // one gas more than is left
		force(a.address, chainA, a.raw(chainA, 1, 21_000)),    // would fit, but order is kept
		force(c.address, chainB, c.raw(chainB, 0, 2_900_000)), // reverts, and its work is counted
		force(a.address, chainB, a.raw(chainB, 0, 200_000)),
		force(a.address, 7, nil),
	})
	require.Equal(t, []auction.Reason{auction.Executed, auction.LegReverted, auction.UnknownRollup}, reasons(x))
	require.Equal(t, 3, h.b.Waiting())
	require.Empty(t, h.slot(t, nil).Fates, "no block opens")
	h.wait()
	x = h.slot(t, nil)
	require.Equal(t, []auction.Reason{auction.Executed, auction.Executed, auction.Executed}, reasons(x))
	require.Equal(t, b.tx(chainA, 0).Sender, x.Fates[0].Bidder)
	require.Equal(t, 0, h.b.Waiting())
}

// A forced transaction that reaches a rollup by a trigger waits too if others have spent that rollup's
// reserve, and is consumed if it was the first.
func TestForcedTriggersShareTheReserve(t *testing.T) {
	a, b := newAccount(1), newAccount(2)
	p := parameters()
	p.ForcedGas = 130_000
	cross := force(b.address, chainA, b.raw(chainA, 0, 100_000)) // and 50,000 on the other rollup
	for name, c := range map[string]struct {
		items   []rollup.QueueItem
		want    []auction.Reason
		waiting int
	}{
		"behind another": {[]rollup.QueueItem{force(a.address, chainB, a.raw(chainB, 0, 100_000)), cross}, []auction.Reason{auction.Executed}, 1},
		"first":          {[]rollup.QueueItem{cross, force(a.address, chainB, a.raw(chainB, 0, 100_000))}, []auction.Reason{auction.BlockFull, auction.Executed}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHistory(p)
			h.w.triggers[b.tx(chainA, 0).Hash()] = chainB
			x := h.slot(t, c.items)
			require.Equal(t, c.want, reasons(x))
			require.Equal(t, c.waiting, h.b.Waiting())
		})
	}
}

// The fates of forced transactions are bounded for each rollup and slot, or a flood on L1, which costs no gas here, could
// make a slot that no posting carries. What is beyond waits for the next block, in order, and stands in nobody else's way.
func TestFloodOfForcedIsPostedInParts(t *testing.T) {
	p := parameters()
	user, other := newAccount(2), newAccount(3)
	var items []rollup.QueueItem
	for range 500 {
		items = append(items, force(user.address, chainA, []byte{1, 2, 3}), force(user.address, 77, nil), force(user.address, 78, nil))
	}
	items = append(items, force(other.address, chainB, other.raw(chainB, 0, 21_000)))
	h := newHistory(p)
	total := 0
	for block := 0; total < len(items); block++ {
		require.Less(t, block, 60, "each block moves each line on")
		h.wait()
		x := h.slot(t, items[min(block, 1)*len(items):])
		bytes := map[auction.Reason]uint64{}
		for i := range x.Fates {
			bytes[x.Fates[i].Reason] += x.Fates[i].PostedBytes()
		}
		require.LessOrEqual(t, bytes[auction.BadTransaction], p.ForcedBytes())
		require.LessOrEqual(t, bytes[auction.UnknownRollup], p.ForcedBytes(), "all that name no rollup are one line")
		if block == 0 {
			require.NotZero(t, bytes[auction.Executed], "another rollup's line does not wait")
		}
		total += len(x.Fates)
		require.Equal(t, len(items)-total, h.b.Waiting())
	}
}
