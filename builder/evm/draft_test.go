package evm_test

import (
	"testing"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/stretchr/testify/require"
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
