package builder

import (
	"fmt"
	"testing"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/rollup"
)

// newer is a payload of a kind that this version does not know, as one that the contracts learn later would be.
type newer struct{ rollup.Payload }

func (newer) QueueKind() rollup.QueueKind { return 99 }

// Every switch over payloads knows every kind there is, and fails with the name of one that it does not know.
func TestEveryKindHasARule(t *testing.T) {
	all := []rollup.Payload{
		rollup.Deposit{Escrow: uint256.NewInt(1), Fees: uint256.NewInt(2)}, rollup.Withdrawal{Escrow: uint256.NewInt(1), Fees: uint256.NewInt(1)},
		rollup.Forced{Chain: 901}, rollup.Registration{Chain: 901}, rollup.Payout{Chain: 901}, rollup.Weight{Chain: 901},
		rollup.Reserve{Chain: 901, Amount: uint256.NewInt(1)},
	}
	p := &rollup.Parameters{Rollups: []rollup.ChainID{901}}
	items := make([]rollup.QueueItem, len(all)+1)
	known := New(p, rollup.Network{}, nil)
	run := newRun(known, Input{Items: items})
	require.NoError(t, run.takeItems(all))
	require.NoError(t, NewFeeBook(known.ledger).apply(all))
	kinds := map[rollup.QueueKind]bool{}
	for _, one := range all {
		kinds[one.QueueKind()] = true
	}
	kind := rollup.QueueDeposit
	for ; kind.String() != fmt.Sprintf("kind %d", uint8(kind)); kind++ {
		require.True(t, kinds[kind], kind)
	}
	require.Len(t, all, int(kind)-1)

	unknown := append(all, newer{all[0]})
	require.ErrorContains(t, newRun(New(p, rollup.Network{}, nil), Input{Items: items}).takeItems(unknown), "kind 99")
	require.ErrorIs(t, NewFeeBook(NewLedger(p)).apply(unknown), rollup.ErrQueuePayload)
	require.ErrorContains(t, NewFeeBook(NewLedger(p)).apply(unknown), "kind 99")
}
