package ethereum_test

import (
	"testing"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

// attest signs a slot's header that differs by salt.
func (n *testNet) attest(slot rollup.Slot, salt byte) *sequencer.Attested {
	a := &sequencer.Attested{Header: builder.Header{
		Network: n.dir.Network, Slot: slot, Time: 1_700_000_000_000, Parent: rollup.Digest{salt},
		Heads:     []builder.Head{{Chain: 901, Number: uint64(salt), Time: 1_700_000_000}},
		BatchRoot: rollup.Digest{2}, FateRoot: rollup.Digest{3}, PairRoot: rollup.Digest{4}, LedgerRoot: rollup.Digest{5},
	}}
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = thresholdtest.Sign(&n.group, n.shares, threshold.AttestationTag, root[:])
	return a
}

// A committee that signs two headers of one slot has its last postings held, and when governance does nothing about it
// everybody exits against the ledger before: with what anybody reads from L1.
func TestCapturedCommitteeIsPaidNothing(t *testing.T) {
	n := startNetworkOf(t, slowClaims())
	ctx := t.Context()
	stop := n.keepMining()
	defer func() { stop() }()
	alice, thief := rollup.Address{0xa1}, rollup.Address{0x7f}
	user, anybody := n.account("depositor"), n.account("relay")
	_, err := user.Deposit(ctx, alice, uint256.NewInt(1000), uint256.NewInt(0))
	require.NoError(t, err)
	head, err := n.backend.Client().BlockNumber(ctx)
	require.NoError(t, err)
	view, err := n.client.ViewAt(ctx, head)
	require.NoError(t, err)

	honest := newLedger(t, leaf(alice, 1000, 0, 0, 0), leaf(addressOf("payout901"), 0, 0, 0, 0))
	stolen := newLedger(t, leaf(alice, 1000, 1000, 0, 0), leaf(thief, 0, 0, 1000, 0))
	log := postingLog{n.posting(nil, 3, honest.root, []byte("honest"), view)}
	log = append(log, n.posting(&log[0].Posting, 2, stolen.root, []byte("stolen"), view))
	log = append(log, n.posting(&log[1].Posting, 2, stolen.root, []byte("and on"), view))
	_, err = anybody.Post(ctx, log)
	require.NoError(t, err)

	require.ErrorIs(t, anybody.Rewind(ctx, 3), relay.ErrRefused, "without evidence")
	one, other := n.attest(5, 1), n.attest(5, 2)
	_, err = anybody.FreezeByHeaders(ctx, one, one)
	require.ErrorContains(t, err, "SameContent")
	_, err = anybody.FreezeByHeaders(ctx, one, n.attest(4, 2))
	require.ErrorIs(t, err, relay.ErrRefused, "of two slots")
	forged := *other
	forged.Signature = one.Signature
	_, err = anybody.FreezeByHeaders(ctx, one, &forged)
	require.ErrorContains(t, err, "InvalidSignature")
	_, err = anybody.FreezeByPostings(ctx, log[0], log[1])
	require.ErrorContains(t, err, "NoConflict")
	_, err = anybody.FreezeByHeaders(ctx, one, other)
	require.NoError(t, err)
	// Another posting in place of the second one is evidence about an earlier slot.
	_, err = anybody.FreezeByPostings(ctx, log[1], n.posting(&log[0].Posting, 1, honest.root, []byte("instead"), view))
	require.NoError(t, err)

	stop()
	n.pass(plan.ExitSeconds)
	stop = n.keepMining()
	_, err = anybody.Exit(ctx, stolen.claims[thief])
	require.ErrorContains(t, err, "Disputed")
	require.ErrorContains(t, anybody.Rewind(ctx, 0), "NotDisputed", "no more than what is under dispute")
	require.Error(t, anybody.Rewind(ctx, 4), "no posting ends there")
	require.NoError(t, anybody.Rewind(ctx, 3))
	require.NoError(t, anybody.Rewind(ctx, 3), "done")
	_, err = anybody.Exit(ctx, stolen.claims[thief])
	require.ErrorContains(t, err, "InvalidProof")
	n.requireEverythingOut(anybody, honest, map[rollup.Address]uint64{alice: 1000})
}

// slowClaims is the plan with claims that wait longer than a test runs.
func slowClaims() ethereum.Plan {
	slow := plan
	slow.ClaimDelay = plan.ExitSeconds
	return slow
}
