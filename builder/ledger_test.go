package builder_test

import (
	"encoding/json"
	"testing"

	merkle "github.com/FantasyJony/openzeppelin-merkle-tree-go/standard_merkle_tree"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"
)

// theirs is the same tree by another implementation of OpenZeppelin's StandardMerkleTree.
func theirs(t *testing.T, l *builder.Ledger) *merkle.StandardTree {
	var leaves [][]any
	for _, a := range l.Accounts() {
		leaves = append(leaves, []any{a.Address, a.Deposits.ToBig(), a.Charges.ToBig(), a.Credits.ToBig(), a.Withdrawals.ToBig()})
	}
	tree, err := merkle.Of(leaves, []string{"address", "uint256", "uint256", "uint256", "uint256"})
	require.NoError(t, err)
	return tree
}

// The root, every proof and the dump are OpenZeppelin's, for any number of accounts.
func TestLedgerTreeIsOpenZeppelins(t *testing.T) {
	h := newHistory(parameters())
	require.Equal(t, rollup.Digest{}, h.b.Ledger().Root(), "no account, no root")
	for n := range 33 {
		h.slot(t, []rollup.QueueItem{deposit(rollup.Address{byte(n * 37), 1}, uint64(n)*1e9+1, 3), withdrawal(rollup.Address{byte(n * 37), 1}, 1, 1)})
		l := h.b.Ledger()
		tree := theirs(t, l)
		root := l.Root()
		require.Equal(t, hexutil.Encode(tree.GetRoot()), root.Hex(), "%d accounts", n+1)
		for _, a := range l.Accounts() {
			proof, ok := l.Proof(a.Address)
			require.True(t, ok)
			raw := [][]byte{}
			for _, p := range proof {
				raw = append(raw, p.Bytes())
			}
			leaf := a.Leaf()
			valid, err := merkle.Verify(root[:], leaf[:], raw)
			require.NoError(t, err)
			require.True(t, valid)
			want, err := tree.GetProof([]any{a.Address, a.Deposits.ToBig(), a.Charges.ToBig(), a.Credits.ToBig(), a.Withdrawals.ToBig()})
			require.NoError(t, err)
			require.Equal(t, len(want), len(raw))
			for i := range want {
				require.Equal(t, want[i], raw[i])
			}
		}
		_, ok := l.Proof(rollup.Address{0xff})
		require.False(t, ok)
	}
	l := h.b.Ledger()
	ours, err := l.Dump()
	require.NoError(t, err)
	other, err := theirs(t, l).TreeMarshal()
	require.NoError(t, err)
	require.JSONEq(t, string(other), string(ours))
	loaded, err := merkle.Load(ours)
	require.NoError(t, err)
	require.Equal(t, hexutil.Encode(loaded.GetRoot()), l.Root().Hex())
}

// A snapshot stays what it was, and the books of the registry follow the queue.
func TestLedgerSnapshotsAndShares(t *testing.T) {
	h, alice := newHistory(parameters()), newAccount(1)
	h.slot(t, []rollup.QueueItem{deposit(alice.address, 100, 10), register(chainA, payoutA), weigh(chainA, 5)})
	l := h.b.Ledger()
	root := l.Root()
	before, err := json.Marshal(l.Accounts())
	require.NoError(t, err)
	s, ok := l.Share(chainA)
	require.True(t, ok)
	require.Equal(t, builder.Share{Chain: chainA, Payout: payoutA, Weight: 5, Genesis: rollup.Digest{31: 7}, Reserve: wei(0)}, s)
	require.Equal(t, treasury, l.Payout(chainB), "the treasury stands in")

	h.slot(t, []rollup.QueueItem{
		withdrawal(alice.address, 1000, 4), weigh(chainA, 0), item(rollup.QueuePayout, payoutA, word(uint64(chainA)), addressWord(payoutB)),
	})
	after, err := json.Marshal(l.Accounts())
	require.NoError(t, err)
	require.Equal(t, before, after)
	require.Equal(t, root, l.Root())
	require.Equal(t, payoutA, l.Payout(chainA))
	now := h.b.Ledger()
	require.Equal(t, payoutB, now.Payout(chainA))
	a, _ := now.Account(alice.address)
	require.Equal(t, wei(104), a.Withdrawals, "what was asked or what was there")
	require.Equal(t, wei(6), a.Fees)
	require.True(t, a.Escrow.IsZero())
	a.Fees.SetUint64(1e9) // a copy: the ledger is not changed by its readers
	b, _ := h.b.Ledger().Account(alice.address)
	require.Equal(t, wei(6), b.Fees)
}
