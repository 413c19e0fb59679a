package ethereum_test

import (
	"math/big"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// pass lets time go by on L1. Nothing may be pending.
func (l *l1) pass(seconds uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.backend.Commit()
	require.NoError(l.t, l.backend.AdjustTime(time.Duration(seconds)*time.Second)) //nolint:gosec // small
}

// C17: a network that is frozen for T_exit pays every wei to whom it belongs: what accounts are owed by the last posted
// ledger, escrow included, less what they claimed, and deposits that it never took up. By anybody, with L1 and the
// ledger alone.
func TestEveryWeiComesOutOfADeadNetwork(t *testing.T) {
	n := startNetwork(t)
	ctx := t.Context()
	stop := n.keepMining()
	defer func() { stop() }()
	alice, bob, empty := rollup.Address{0xa1}, rollup.Address{0xb0}, rollup.Address{0xee}
	user, other := n.account("depositor"), n.account("spammer")
	deposit := func(by *ethereum.Account, to rollup.Address, escrow, fees uint64) {
		_, err := by.Deposit(ctx, to, uint256.NewInt(escrow), uint256.NewInt(fees))
		require.NoError(t, err)
	}
	deposit(user, alice, 900_000, 100_000)
	deposit(other, bob, 7, 0)
	deposit(other, empty, 0, 50)
	head, err := n.backend.Client().BlockNumber(ctx)
	require.NoError(t, err)
	view, err := n.client.ViewAt(ctx, head)
	require.NoError(t, err)

	// Alice was charged 400,001 and took 50,000 out; her escrow is still there. All that `empty` had was charged.
	book := newLedger(t, leaf(alice, 1_000_000, 400_001, 0, 50_000), leaf(bob, 7, 0, 3, 0), leaf(empty, 50, 50, 0, 0),
		leaf(addressOf("payout901"), 0, 0, 250_001, 0), leaf(rollup.Address{1}, 0, 0, 150_047, 0))
	old := newLedger(t, leaf(alice, 1_000_000, 0, 0, 0))
	first := n.posting(nil, 2, old.root, []byte("before"), rollup.L1View{})
	anybody := n.account("relay")
	_, err = anybody.Post(ctx, postingLog{first, n.posting(&first.Posting, 3, book.root, []byte("the last"), view)})
	require.NoError(t, err)

	// What came later was never taken up.
	deposit(other, alice, 11, 22)
	_, err = user.RequestWithdrawal(ctx, uint256.NewInt(1_000_000), uint256.NewInt(0))
	require.NoError(t, err)
	deposit(user, bob, 5, 0)
	claimed, err := anybody.Claim(ctx, book.claims[alice]) // soon after, since blocks are made all the time
	for err != nil {
		require.ErrorContains(t, err, "TooEarly")
		claimed, err = anybody.Claim(ctx, book.claims[alice])
	}
	require.Equal(t, uint256.NewInt(50_000), claimed.Amount)

	_, err = anybody.Freeze(ctx)
	require.ErrorContains(t, err, "NotStalled")
	stop()
	n.pass(plan.FreezeSeconds)
	stop = n.keepMining()
	standing, err := n.client.Standing(ctx)
	require.NoError(t, err)
	require.Equal(t, ethereum.Standing{Ledger: book.root, Consumed: view.QueuePosition}, standing)
	_, err = anybody.Freeze(ctx)
	require.NoError(t, err)
	standing, err = n.client.Standing(ctx)
	require.NoError(t, err)
	require.True(t, standing.Frozen)
	require.False(t, standing.Dead)
	require.Equal(t, standing.FrozenAt+plan.ExitSeconds, standing.DeadAt)
	_, err = anybody.Exit(ctx, book.claims[alice])
	require.ErrorContains(t, err, "NotDead")
	open, err := n.client.OpenDeposits(ctx)
	require.NoError(t, err)
	require.Len(t, open, 2)
	_, err = anybody.ExitDeposit(ctx, &open[0])
	require.ErrorContains(t, err, "NotDead")

	stop()
	n.pass(plan.ExitSeconds)
	stop = n.keepMining()
	n.requireEverythingOut(anybody, book, map[rollup.Address]uint64{alice: 549_999, bob: 10, addressOf("payout901"): 250_001,
		{1}: 150_047, addressOf("spammer"): 33, addressOf("depositor"): 5})
	_, err = anybody.Exit(ctx, book.claims[empty])
	require.ErrorIs(t, err, relay.ErrOvertaken, "nothing is owed")
	_, err = anybody.Exit(ctx, old.claims[alice])
	require.ErrorContains(t, err, "InvalidProof", "an older ledger")
	_, err = user.Deposit(ctx, alice, uint256.NewInt(1), uint256.NewInt(0))
	require.ErrorContains(t, err, "Dead")
}

// requireEverythingOut has anybody take everything out of a dead network for everybody, twice, and wants each to get
// exactly this much, in wei, and the vault to be empty.
func (n *testNet) requireEverythingOut(anybody *ethereum.Account, book *ledger, want map[rollup.Address]uint64) {
	t, ctx := n.t, n.t.Context()
	standing, err := n.client.Standing(ctx)
	require.NoError(t, err)
	require.True(t, standing.Dead)
	require.Equal(t, book.root, standing.Ledger)
	before := map[rollup.Address]*big.Int{}
	for account := range want {
		before[account], err = n.client.Chain().Balance(ctx, account)
		require.NoError(t, err)
	}
	for account, claim := range book.claims {
		if want[account] == 0 {
			continue
		}
		paid, err := anybody.Exit(ctx, claim)
		require.NoError(t, err)
		require.Equal(t, uint256.NewInt(want[account]), paid.Amount)
		total, err := n.client.Claimed(ctx, account)
		require.NoError(t, err)
		require.Equal(t, total, paid.Cumulative)
		_, err = anybody.Exit(ctx, claim)
		require.ErrorIs(t, err, relay.ErrOvertaken)
		_, err = anybody.Claim(ctx, claim)
		require.Error(t, err, "a claim after the exit")
	}
	open, err := n.client.OpenDeposits(ctx)
	require.NoError(t, err)
	for i := range open {
		_, err = anybody.ExitDeposit(ctx, &open[i])
		require.NoError(t, err)
		_, err = anybody.ExitDeposit(ctx, &open[i])
		require.ErrorIs(t, err, relay.ErrOvertaken)
	}
	for account, amount := range want {
		after, err := n.client.Chain().Balance(ctx, account)
		require.NoError(t, err)
		require.Equal(t, new(big.Int).SetUint64(amount), after.Sub(after, before[account]), "%s", account)
	}
	left, err := n.client.Chain().Balance(ctx, n.client.Contracts().Vault)
	require.NoError(t, err)
	require.Zero(t, left.Sign(), "left in the vault: %s", left)
	open, err = n.client.OpenDeposits(ctx)
	require.NoError(t, err)
	require.Empty(t, open)
}
