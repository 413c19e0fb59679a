package evm_test

import (
	"bytes"
	"crypto/ecdsa"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func testContracts() map[common.Address][]byte {
	return map[common.Address][]byte{relayAddress: relayCode(), storeAddress: storeCode(), failAddress: failCode(), burnAddress: burnCode()}
}

// setCode signs a transaction by k with authorisations (EIP-7702).
func setCode(t require.TestingT, id rollup.ChainID, k *ecdsa.PrivateKey, nonce uint64, to common.Address, auths ...types.SetCodeAuthorization) *rollup.Tx {
	return decode(t, id, types.MustSignNewTx(k, types.NewPragueSigner(new(big.Int).SetUint64(uint64(id))), &types.SetCodeTx{
		ChainID: uint256.NewInt(uint64(id)), Nonce: nonce, To: to, Gas: 400_000,
		GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(100_000_000_000), AuthList: auths,
	}))
}

func authorise(t require.TestingT, k *ecdsa.PrivateKey, id rollup.ChainID, nonce uint64, code common.Address) types.SetCodeAuthorization {
	a, err := types.SignSetCode(k, types.SetCodeAuthorization{ChainID: *uint256.NewInt(uint64(id)), Nonce: nonce, Address: code})
	require.NoError(t, err)
	return a
}

// Every refusal names its reason, the transaction that caused it and the revert data, and leaves all rollups as they
// were: the blocks closed afterwards are those of rollups that were never asked.
func TestEveryRefusalHasItsReasonAndLeavesNoTrace(t *testing.T) {
	poor, err := crypto.ToECDSA(crypto.Keccak256([]byte("poor")))
	require.NoError(t, err)
	trig := func(n *net, target common.Address, gas uint64, data []byte, value *big.Int) *rollup.Tx {
		return sign(t, n.ids[0], keys[2], call{to: &predeploy.Address, data: triggerData(n.ids[1], target, gas, data), value: value, gas: 600_000})
	}
	revert := bytes.Repeat([]byte{7}, 40)
	back := func(n *net) []byte { return triggerData(n.ids[0], storeAddress, 100_000, word(1)) }
	type want struct {
		reason auction.Reason
		chain  int // of the failure
		leg    int // −1: no single transaction
		revert []byte
	}
	for name, c := range map[string]struct {
		make func(n *net) builder.Attempt
		want want
	}{
		"empty": {func(n *net) builder.Attempt { return bundle() }, want{auction.EmptyBundle, 0, -1, nil}},
		"unknown rollup": {func(n *net) builder.Attempt {
			return bundle(sign(t, 77, keys[0], call{to: &coinbase}))
		}, want{auction.UnknownRollup, -1, 1, nil}},
		"nonce too low": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase}), sign(t, n.ids[1], keys[0], call{to: &coinbase, value: ether}))
		}, want{auction.NonceTooLow, 1, 2, nil}},
		"nonce too high": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, nonce: 1}))
		}, want{auction.NonceTooHigh, 1, 1, nil}},
		"no funds for gas": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], poor, call{to: &coinbase}))
		}, want{auction.InsufficientFunds, 1, 1, nil}},
		"no funds for value": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, value: new(big.Int).Mul(ether, big.NewInt(5000))}))
		}, want{auction.InsufficientFunds, 1, 1, nil}},
		"reverted": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &failAddress, data: revert}))
		}, want{auction.LegReverted, 1, 1, revert}},
		"reverted with much data": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &failAddress, data: bytes.Repeat([]byte{7}, 2000)}))
		}, want{auction.LegReverted, 1, 1, bytes.Repeat([]byte{7}, 1024)}},
		"invalid opcode": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{data: []byte{0xfe}}))
		}, want{auction.LegReverted, 1, 1, nil}},
		"out of gas": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &burnAddress}))
		}, want{auction.OutOfGas, 1, 1, nil}},
		"less than intrinsic gas": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, gas: 20_999}))
		}, want{auction.OutOfGas, 1, 1, nil}},
		"below EIP-7623's floor": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, gas: 40_000, data: bytes.Repeat([]byte{1}, 1000)}))
		}, want{auction.OutOfGas, 1, 1, nil}},
		"below base fee": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, cap: big.NewInt(1000)}))
		}, want{auction.BelowBaseFee, 1, 1, nil}},
		"tip above cap": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, tip: ether}))
		}, want{auction.BadTransaction, 1, 1, nil}},
		"gas beyond the block": {func(n *net) builder.Attempt {
			a := bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, gas: blockGas + 1}))
			return a
		}, want{auction.BlockFull, 1, 1, nil}},
		"gas used beyond the slot": {func(n *net) builder.Attempt {
			a := bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase}))
			a.GasThrough = 21_000 + 20_999 // leg 0 uses 21,000 on the other rollup
			a.Txs = append(a.Txs, []*rollup.Tx{sign(t, n.ids[1], keys[0], call{to: &coinbase, nonce: 1})})
			return a
		}, want{auction.BlockFull, 1, 2, nil}},
		"no gas left in the slot": {func(n *net) builder.Attempt {
			a := bundle(sign(t, n.ids[0], keys[0], call{to: &coinbase, nonce: 1}))
			a.GasThrough = 21_000
			return a
		}, want{auction.BlockFull, 0, 1, nil}},
		"gas class": {func(n *net) builder.Attempt {
			a := bundle(sign(t, n.ids[1], keys[0], call{to: &coinbase, gas: 100_000}))
			a.GasLimit = 300_000 // two transfers leave 258,000 of it
			a.Txs = append(a.Txs, []*rollup.Tx{sign(t, n.ids[1], keys[0], call{to: &coinbase, nonce: 1, gas: 258_001})})
			return a
		}, want{auction.GasClassExceeded, 1, 2, nil}},
		"gas class by an action": {func(n *net) builder.Attempt {
			a := bundle(trig(n, storeAddress, 1_000_000, word(1), prepay(1_000_000, word(1))))
			a.GasLimit = 1_000_000
			return a
		}, want{auction.GasClassExceeded, 1, 1, nil}},
		"less gas than its authorisations cost": {func(n *net) builder.Attempt {
			var auths []types.SetCodeAuthorization
			for nonce := range uint64(17) { // 17 × 25,000 are more than its 400,000
				auths = append(auths, authorise(t, keys[1], n.ids[1], nonce, storeAddress))
			}
			return bundle(setCode(t, n.ids[1], keys[0], 0, coinbase, auths...))
		}, want{auction.OutOfGas, 1, 1, nil}},
		"by the system account": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[1], predeploy.SystemKey(), call{to: &coinbase}))
		}, want{auction.BadTransaction, 1, 1, nil}},
		"authorised by the system account": {func(n *net) builder.Attempt {
			return bundle(setCode(t, n.ids[1], keys[0], 0, coinbase, authorise(t, keys[1], n.ids[1], 0, storeAddress), authorise(t, predeploy.SystemKey(), n.ids[1], 0, storeAddress)))
		}, want{auction.BadTransaction, 1, 1, nil}},
		"authorised by the system account for all chains": {func(n *net) builder.Attempt {
			return bundle(setCode(t, n.ids[1], keys[0], 0, coinbase, authorise(t, predeploy.SystemKey(), 0, 0, storeAddress)))
		}, want{auction.BadTransaction, 1, 1, nil}},
		"trigger to an unknown rollup": {func(n *net) builder.Attempt {
			return bundle(sign(t, n.ids[0], keys[2], call{to: &predeploy.Address, data: triggerData(999, storeAddress, 1000, nil), value: ether}))
		}, want{auction.TriggerRefused, 0, 1, nil}},
		"trigger not prepaid": {func(n *net) builder.Attempt {
			fee := n.OpenHeader(n.ids[1]).BaseFee
			short := new(big.Int).Mul(fee, new(big.Int).SetUint64(evm.ActionGas(100_000, 32)))
			return bundle(trig(n, storeAddress, 100_000, word(1), short.Sub(short, big.NewInt(1))))
		}, want{auction.TriggerRefused, 0, 1, nil}},
		"too many triggers": {func(n *net) builder.Attempt {
			a := bundle(trig(n, relayAddress, 400_000, back(n), prepay(400_000, back(n))))
			a.TriggerCount = 1
			return a
		}, want{auction.TriggerRefused, 1, 1, nil}},
		"triggers too deep": {func(n *net) builder.Attempt {
			a := bundle(trig(n, relayAddress, 400_000, back(n), prepay(400_000, back(n))))
			a.TriggerDepth = 1
			return a
		}, want{auction.TriggerRefused, 1, 1, nil}},
		"action reverted": {func(n *net) builder.Attempt {
			return bundle(trig(n, failAddress, 100_000, revert, prepay(100_000, revert)))
		}, want{auction.ActionReverted, 1, 1, revert}},
		"action out of gas": {func(n *net) builder.Attempt {
			return bundle(trig(n, burnAddress, 100_000, nil, prepay(100_000, nil)))
		}, want{auction.ActionReverted, 1, 1, []byte{}}},
	} {
		t.Run(name, func(t *testing.T) {
			n, untouched := newNet(t, 2, alloc(testContracts())), newNet(t, 2, alloc(testContracts()))
			a := c.make(n)
			// A leg that succeeds goes before, so that there is something to take back.
			first := sign(t, n.ids[0], keys[0], call{to: &storeAddress, data: word(5)})
			if name == "gas class" || name == "gas used beyond the slot" || name == "no gas left in the slot" {
				first = sign(t, n.ids[0], keys[0], call{to: &coinbase})
			}
			if c.want.leg >= 0 {
				a.Txs = append([][]*rollup.Tx{{first}}, a.Txs...)
			}
			out := n.try(a)
			require.Equal(t, c.want.reason, out.Reason, "%+v", out.Failure)
			require.Empty(t, out.Places)
			if c.want.leg < 0 {
				require.Nil(t, out.Failure)
			} else {
				require.EqualValues(t, c.want.leg, out.Failure.Leg)
				if c.want.chain >= 0 {
					require.Equal(t, n.ids[c.want.chain], out.Failure.Chain)
				}
				require.NotZero(t, out.Failure.Tx)
				require.Equal(t, len(c.want.revert), len(out.Failure.Revert))
				require.True(t, bytes.Equal(c.want.revert, out.Failure.Revert), "%x", out.Failure.Revert)
				require.NotEmpty(t, out.Gas, "wasted work is reported")
			}
			// Both go on with a bundle that succeeds.
			for _, m := range []*net{n, untouched} {
				executed(t, m.try(bundle(sign(t, m.ids[0], keys[0], call{to: &storeAddress, data: word(6)}), trig(m, storeAddress, 100_000, word(1), prepay(100_000, word(1))))))
			}
			require.Equal(t, untouched.endSlot().Heads, n.endSlot().Heads)
			was, is := untouched.advance(), n.advance()
			for i := range was {
				require.Equal(t, was[i].Block.Root(), is[i].Block.Root())
				require.Equal(t, was[i].Block.Hash(), is[i].Block.Hash())
			}
		})
	}
}

// A transaction that may revert stays, failed and paid for, and the rest of the bundle goes on.
func TestAllowedRevertStaysInTheBlock(t *testing.T) {
	n := newNet(t, 2, alloc(testContracts()))
	fails := sign(t, n.ids[0], keys[0], call{to: &failAddress, data: word(1)})
	burns := sign(t, n.ids[1], keys[0], call{to: &burnAddress})
	a := bundle(fails, burns, sign(t, n.ids[0], keys[0], call{to: &storeAddress, data: word(3), nonce: 1}))
	a.Reverting = map[rollup.Digest]bool{fails.Hash(): true, burns.Hash(): true}
	out := n.try(a)
	executed(t, out)
	require.Len(t, out.Places, 3)
	s := n.endSlot()
	require.EqualValues(t, types.ReceiptStatusFailed, s.Additions[0].Receipts[0].Status)
	require.EqualValues(t, types.ReceiptStatusSuccessful, s.Additions[0].Receipts[1].Status)
	require.EqualValues(t, types.ReceiptStatusFailed, s.Additions[1].Receipts[0].Status)
	require.Equal(t, common.BytesToHash(word(3)), n.OpenState(n.ids[0]).GetState(storeAddress, common.Hash{}))
	require.EqualValues(t, 1, n.nonce(n.ids[1], keys[0]))
}
