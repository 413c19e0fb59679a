package evm_test

import (
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// phoenix is a factory that creates initCodes[4] by CREATE2 with the wei that it is called with: with wei the child
// writes a slot and is gone, without it stays, at the same address each time.
var (
	phoenix     = common.HexToAddress("0x5555555555555555555555555555555555555555")
	phoenixCode = program.New().Mstore(initCodes[4], 0).Push(0).Push(len(initCodes[4])).Push(0).Op(CALLVALUE, CREATE2, POP, STOP).Bytes()
	child       = crypto.CreateAddress2(phoenix, common.Hash{}, crypto.Keccak256(initCodes[4]))
)

// Accounts that come, go and come back, and delegations (EIP-7702), within a bundle, across bundles and across blocks,
// end as they do in a plain loop.
func TestMergeOfHardCases(t *testing.T) {
	const die, live = 1, 0
	create := func(n *net, wei int64, nonce uint64) *rollup.Tx {
		return sign(t, n.ids[0], keys[0], call{to: &phoenix, value: big.NewInt(wei), nonce: nonce})
	}
	touchChild := func(n *net, wei int64, nonce uint64) *rollup.Tx { // its code selfdestructs, which since Cancun only pays out
		return sign(t, n.ids[0], keys[0], call{to: &child, value: big.NewInt(wei), nonce: nonce})
	}
	delegate := func(n *net, nonce, authNonce uint64, code common.Address) *rollup.Tx {
		to := addressOf(keys[5])
		return setCode(t, n.ids[0], keys[0], nonce, to, authorise(t, keys[5], n.ids[0], authNonce, code))
	}
	for name, c := range map[string]struct {
		prefund int64
		bundles func(n *net) [][]*rollup.Tx // nil ends a block
		alive   bool                        // whether the child has code in the end
	}{
		"gone":                                   {0, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0)}} }, false},
		"prefunded and gone":                     {9, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, live, 0)}} }, false},
		"gone and back in a bundle":              {0, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0), create(n, live, 1)}} }, true},
		"gone and back in two":                   {0, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0)}, {create(n, live, 1)}} }, true},
		"prefunded, gone and back in a bundle":   {9, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0), create(n, live, 1)}} }, true},
		"prefunded, gone and back in two":        {9, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0)}, {create(n, live, 1)}} }, true},
		"prefunded, gone and back in two blocks": {9, func(n *net) [][]*rollup.Tx { return [][]*rollup.Tx{{create(n, die, 0)}, nil, {create(n, live, 1)}} }, true},
		"gone twice and back": {9, func(n *net) [][]*rollup.Tx {
			return [][]*rollup.Tx{{create(n, die, 0), create(n, die, 1)}, {create(n, die, 2), create(n, live, 3)}, {touchChild(n, 3, 4)}}
		}, true},
		"paid between": {0, func(n *net) [][]*rollup.Tx {
			return [][]*rollup.Tx{{touchChild(n, 3, 0)}, {create(n, live, 1)}, {create(n, live, 2)}, {touchChild(n, 0, 3)}}
		}, true},
		"touched while empty": {0, func(n *net) [][]*rollup.Tx {
			return [][]*rollup.Tx{{touchChild(n, 0, 0)}, {touchChild(n, 0, 1), create(n, live, 2)}}
		}, true},
		"delegated, changed and cleared": {0, func(n *net) [][]*rollup.Tx {
			return [][]*rollup.Tx{{delegate(n, 0, 0, storeAddress)}, {delegate(n, 1, 1, coinbase), delegate(n, 2, 2, storeAddress)}, nil, {delegate(n, 3, 3, common.Address{})}}
		}, false},
		"delegated and cleared in a bundle": {0, func(n *net) [][]*rollup.Tx {
			return [][]*rollup.Tx{{delegate(n, 0, 0, storeAddress), delegate(n, 1, 1, common.Address{})}}
		}, false},
	} {
		contracts := testContracts()
		contracts[phoenix] = phoenixCode
		a := alloc(contracts)
		if c.prefund > 0 {
			a[child] = types.Account{Balance: big.NewInt(c.prefund)}
		}
		t.Run(name, func(t *testing.T) {
			n := newNet(t, 1, a)
			l := newLoop(t, n.genesis[0])
			for _, txs := range append(c.bundles(n), nil) {
				if txs == nil {
					n.endSlot()
					l.run(t, n.advance()[0].Block)
					continue
				}
				executed(t, n.try(bundle(txs...)))
			}
			require.Empty(t, n.OpenState(n.ids[0]).GetCode(addressOf(keys[5])), "delegations are cleared")
			require.Equal(t, c.alive, n.OpenState(n.ids[0]).GetCodeSize(child) > 0)
		})
		t.Run(name+", each rewound and done again", func(t *testing.T) {
			n := newNet(t, 1, a)
			l := newLoop(t, n.genesis[0])
			start := n.Mark()
			var block []builder.Attempt
			for _, txs := range append(c.bundles(n), nil) {
				if txs == nil { // rewind the whole block, too
					require.NoError(t, n.Rewind(start))
					for _, a := range block {
						executed(t, n.try(a))
					}
					n.endSlot()
					l.run(t, n.advance()[0].Block)
					block, start = nil, n.Mark()
					continue
				}
				b := bundle(txs...)
				m := n.Mark()
				first := n.try(b)
				require.NoError(t, n.Rewind(m))
				require.Equal(t, first, n.try(b))
				block = append(block, b)
			}
			require.Equal(t, c.alive, n.OpenState(n.ids[0]).GetCodeSize(child) > 0)
		})
		t.Run(name+", rewound and given up", func(t *testing.T) {
			n := newNet(t, 1, a)
			l := newLoop(t, n.genesis[0])
			start := n.Mark()
			for _, txs := range c.bundles(n) {
				if txs == nil {
					break
				}
				executed(t, n.try(bundle(txs...)))
			}
			require.NoError(t, n.Rewind(start))
			n.endSlot()
			b := n.advance()[0].Block
			require.Empty(t, b.Transactions())
			l.run(t, b)
		})
	}
}
