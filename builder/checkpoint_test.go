package builder_test

import (
	"fmt"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// busy is a history in which every part of a builder's state holds something at most checkpoints.
func busy(t require.TestingT, slots int) (*history, []*builder.Executed) {
	h := newHistory(parameters())
	alice, bob := newAccount(1), newAccount(2)
	var out []*builder.Executed
	nonce := uint64(0)
	for i := range slots {
		var items []rollup.QueueItem
		switch i {
		case 0:
			items = []rollup.QueueItem{deposit(alice.address, 100_000, 5000), deposit(bob.address, 0, 5000), register(chainA, payoutA), weigh(chainA, 3)}
		case 2:
			items = []rollup.QueueItem{register(chainB, payoutB), weigh(chainB, 1), withdrawal(alice.address, 7, 7)}
		}
		if i%3 == 1 { // one that fits, and one that has to wait longer
			f := newAccount(byte(10 + i))
			items = append(items, force(f.address, chainB, f.raw(chainB, 0, 2_000_000)), force(f.address, chainB, f.raw(chainB, 1, 2_000_000)))
		}
		lost := alice.tx(chainB, 50+uint64(i)) // a gap: it fails, and stays protected
		won := alice.tx(chainA, nonce)
		if nonce++; i%2 == 0 {
			h.w.triggers[won.Hash()] = chainB
		}
		out = append(out, h.slot(t, items,
			entry(alice, uint64(3*i), 200+uint64(i), won), entry(alice, uint64(3*i+1), 900, lost), entry(bob, uint64(3*i+2), 0, bob.tx(chainB, uint64(i)))))
	}
	return h, out
}

// Law 9: from every checkpoint, replaying the inputs gives what was given before, byte for byte, the closed
// blocks of the first slot aside, which are durable already.
func TestReplayFromEveryCheckpoint(t *testing.T) {
	h, all := busy(t, 23)
	checkpoints := 0
	for i, x := range all {
		if x.Checkpoint == nil {
			require.Empty(t, x.Closed)
			continue
		}
		checkpoints++
		slot, heads, err := builder.CheckpointHeads(x.Checkpoint)
		require.NoError(t, err)
		require.Equal(t, rollup.Slot(i), slot, "the slot before")
		for _, b := range x.Closed {
			require.Equal(t, b.Block.Hash(), heads[b.Chain])
		}
		w := h.w.resume(heads)
		b, err := builder.Restore(h.p, networkID, w, x.Checkpoint)
		require.NoError(t, err)
		require.Equal(t, slot, b.Slot())
		require.Equal(t, all[i-1].Header, b.LastHeader())
		require.Equal(t, all[i-1].Header.LedgerRoot, b.Ledger().Root())
		for j := i; j < len(all); j++ {
			again, err := b.Execute(h.inputs[j])
			require.NoError(t, err)
			want := *all[j]
			if j == i {
				want.Closed = nil
			}
			require.Equal(t, want.Header.Root(), again.Header.Root(), "slot %d from the checkpoint before %d", j+1, i+1)
			require.Equal(t, fmt.Sprint(want.Fates), fmt.Sprint(again.Fates))
			require.Equal(t, want.Entries, again.Entries)
			require.Equal(t, want.Checkpoint, again.Checkpoint)
			require.Len(t, again.Closed, len(want.Closed))
		}
		require.Equal(t, h.b.Ledger().Accounts(), b.Ledger().Accounts())
	}
	require.Equal(t, 5, checkpoints)
}

func TestRestoreRefuses(t *testing.T) {
	h, all := busy(t, 6)
	good := all[4].Checkpoint
	restore := func(p *rollup.Parameters, n rollup.Network, b []byte) error {
		_, err := builder.Restore(p, n, h.w, b)
		return err
	}
	require.NoError(t, restore(h.p, networkID, good))
	later := networkID
	later.Epoch++
	require.NoError(t, restore(h.p, later, good), "a new key does not void a checkpoint")
	for name, n := range map[string]rollup.Network{"id": {}, "incarnation": {ID: networkID.ID, Incarnation: 2, Epoch: 2}} {
		require.ErrorIs(t, restore(h.p, n, good), builder.ErrCheckpoint, name)
	}
	more := parameters()
	more.Rollups = append(more.Rollups, 903)
	require.ErrorIs(t, restore(more, networkID, good), builder.ErrCheckpoint)
	others := parameters()
	others.Rollups = []rollup.ChainID{chainA, 903}
	require.ErrorIs(t, restore(others, networkID, good), builder.ErrCheckpoint)
	for i := range good { // a flipped bit is refused or, where it is in what is not hashed, still balances
		bad := append([]byte{}, good...)
		bad[i] ^= 1
		if b, err := builder.Restore(h.p, networkID, h.w, bad); err == nil {
			conserved(t, b.Ledger())
		} else {
			require.ErrorIs(t, err, builder.ErrCheckpoint)
		}
	}
	_, _, err := builder.CheckpointHeads(good[1:])
	require.ErrorIs(t, err, builder.ErrCheckpoint)
}

// Equal inputs give equal bytes, however often and in whatever order the batch's reasons were found (law 3).
func TestExecuteIsDeterministic(t *testing.T) {
	_, first := busy(t, 12)
	_, second := busy(t, 12)
	for i := range first {
		require.Equal(t, first[i].Header.Root(), second[i].Header.Root())
		require.Equal(t, first[i].Checkpoint, second[i].Checkpoint)
		require.Equal(t, first[i].Entries, second[i].Entries)
	}
	require.Contains(t, reasons(first[1]), auction.NonceTooHigh, "the history has losers")
}
