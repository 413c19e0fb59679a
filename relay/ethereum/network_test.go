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

func TestDirectorySaysWhatWasDeployed(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	d := n.dir
	require.Equal(t, rollup.Network{ID: ethereum.NetworkID(1337, d.Contracts.Registry), Incarnation: 1, Epoch: 1}, d.Network)
	require.Equal(t, testParameters(), d.Parameters)
	require.Equal(t, []rollup.Genesis{plan.Rollups[0].Genesis, plan.Rollups[1].Genesis}, d.Genesis)
	require.Equal(t, []rollup.Address{addressOf("payout901"), addressOf("payout902")}, []rollup.Address{d.Rollups[0].Payout, d.Rollups[1].Payout})
	require.Equal(t, []uint32{1, 0}, []uint32{d.Rollups[0].Weight, d.Rollups[1].Weight})
	key, ok := d.Group()
	require.True(t, ok)
	require.Equal(t, n.group.Public, key)
	require.Equal(t, ethereum.SharesRoot(&n.group), d.Keys[0].SharesRoot)
	require.Equal(t, uint32(3), d.Keys[0].Threshold)

	chain := n.dial()
	ethereum.Hasten(chain, 50*time.Millisecond, time.Hour, 1, time.Minute)
	_, err := ethereum.Open(t.Context(), chain, rollup.Address{0xbe, 0xef}, 0)
	require.ErrorIs(t, err, ethereum.ErrNoNetwork)
}

func TestRefusalsAreNamed(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	defer n.keepMining()()
	stranger := n.account("depositor")
	_, err := stranger.SetWeight(t.Context(), 901, 5)
	require.ErrorIs(t, err, relay.ErrRefused)
	require.ErrorContains(t, err, "OwnableUnauthorizedAccount")
	_, err = stranger.ForceTransaction(t.Context(), 999, []byte{1})
	require.ErrorIs(t, err, relay.ErrRefused)
	require.ErrorContains(t, err, "UnknownRollup(999)")
	_, err = n.gov.SetParameters(t.Context(), testParameters())
	require.ErrorContains(t, err, "ParametersAlreadySet(1)")
	poor := n.client.Account(n.sender("nobody gave it anything"))
	_, err = poor.Deposit(t.Context(), rollup.Address{1}, uint256.NewInt(1), uint256.NewInt(0))
	require.ErrorIs(t, err, relay.ErrFunds)
}

// The queue as it is read equals what was done, from any start, and the view is rounded and deep enough.
func TestQueueAndView(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	ctx := t.Context()
	stop := n.keepMining()
	defer func() { stop() }()
	user := n.account("depositor")
	escrow, fees := uint256.NewInt(5e17), uint256.NewInt(2e17)
	_, err := user.Deposit(ctx, rollup.Address{0xaa}, escrow, fees)
	require.NoError(t, err)
	_, err = user.RequestWithdrawal(ctx, uint256.NewInt(3), uint256.NewInt(4))
	require.NoError(t, err)
	_, err = user.ForceTransaction(ctx, 902, []byte("a transaction"))
	require.NoError(t, err)
	_, err = n.gov.SetWeight(ctx, 902, 7)
	require.NoError(t, err)
	_, err = n.account("payout901").SetPayout(ctx, 901, rollup.Address{0xbb})
	require.NoError(t, err)
	stop()

	n.mine(10)
	head, err := n.backend.Client().BlockNumber(ctx)
	require.NoError(t, err)
	view, err := n.client.View(ctx)
	require.NoError(t, err)
	require.Zero(t, view.Number%4)
	require.LessOrEqual(t, view.Number, head-2)
	require.Greater(t, view.Number, head-2-4)
	header, err := n.backend.Client().HeaderByNumber(ctx, new(big.Int).SetUint64(view.Number))
	require.NoError(t, err)
	require.Equal(t, header.Hash(), view.Hash)

	items, err := n.client.Items(ctx, 0, view)
	require.NoError(t, err)
	var kinds []rollup.QueueKind
	var decoded []rollup.Payload
	for _, item := range items {
		d, err := item.Decode()
		require.NoError(t, err)
		kinds, decoded = append(kinds, item.Kind), append(decoded, d)
	}
	require.Equal(t, []rollup.QueueKind{
		rollup.QueueRegister, rollup.QueueWeight, rollup.QueueRegister, // of the deployment
		rollup.QueueDeposit, rollup.QueueWithdraw, rollup.QueueForce, rollup.QueueWeight, rollup.QueuePayout,
	}, kinds)
	require.Equal(t, rollup.Deposit{Account: rollup.Address{0xaa}, Escrow: escrow, Fees: fees}, decoded[3])
	require.Equal(t, rollup.Withdrawal{Account: addressOf("depositor"), Escrow: uint256.NewInt(3), Fees: uint256.NewInt(4)}, decoded[4])
	require.Equal(t, rollup.Forced{Chain: 902, Raw: []byte("a transaction")}, decoded[5])
	require.Equal(t, rollup.Weight{Chain: 902, Weight: 7}, decoded[6])
	require.Equal(t, rollup.Payout{Chain: 901, Payout: rollup.Address{0xbb}}, decoded[7])

	for from := range uint64(len(items)) {
		rest, err := n.client.Items(ctx, from, view)
		require.NoError(t, err)
		require.Equal(t, items[from:], rest)
	}
	none, err := n.client.Items(ctx, view.QueuePosition, view)
	require.NoError(t, err)
	require.Empty(t, none)

	// Before the contracts there is an empty queue; in between, a shorter one.
	zero, err := n.client.ViewAt(ctx, 0)
	require.NoError(t, err)
	require.Zero(t, zero.QueuePosition)
	early, err := n.client.ViewAt(ctx, items[4].L1Block)
	require.NoError(t, err)
	require.Equal(t, uint64(5), early.QueuePosition)
	some, err := n.client.Items(ctx, 2, early)
	require.NoError(t, err)
	require.Equal(t, items[2:5], some)

	// Whatever a node answers, items that do not lead to the view's accumulator are not taken.
	forged := view
	forged.QueueHash[0] ^= 1
	_, err = n.client.Items(ctx, 0, forged)
	require.ErrorIs(t, err, rollup.ErrQueueChain)

	// Read from events alone it is the same.
	fromLogs, err := ethereum.ViewFromLogs(ctx, n.client, view)
	require.NoError(t, err)
	require.Equal(t, view, fromLogs)
}

// An input that L1 reorged away is gone from the next view, and its view leads nowhere any more.
func TestReorgOfTheQueue(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	ctx := t.Context()
	stop := n.keepMining()
	before, err := n.client.ViewAt(ctx, n.client.Contracts().FromBlock+2)
	require.NoError(t, err)
	user := n.account("depositor")
	r, err := user.Deposit(ctx, rollup.Address{0xaa}, uint256.NewInt(5), uint256.NewInt(6))
	require.NoError(t, err)
	stop()
	doomed, err := n.client.ViewAt(ctx, r.BlockNumber.Uint64())
	require.NoError(t, err)
	head, err := n.backend.Client().BlockNumber(ctx)
	require.NoError(t, err)

	n.reorg(head - r.BlockNumber.Uint64() + 1)
	after, err := n.client.ViewAt(ctx, r.BlockNumber.Uint64())
	require.NoError(t, err)
	require.NotEqual(t, doomed.Hash, after.Hash)
	items, err := n.client.Items(ctx, before.QueuePosition, after)
	require.NoError(t, err)
	require.NoError(t, rollup.CheckQueue(before.QueuePosition, before.QueueHash, items, after))
	if after.QueueHash != doomed.QueueHash { // the deposit came back in another block, or not yet
		_, err = n.client.Items(ctx, before.QueuePosition, doomed)
		require.Error(t, err)
	}
}
