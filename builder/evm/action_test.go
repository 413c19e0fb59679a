package evm_test

import (
	"bytes"
	"fmt"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/stretchr/testify/require"
)

func trigger(t require.TestingT, src, dst rollup.ChainID, nonce uint64, target common.Address, gas uint64, data []byte, value *big.Int) *rollup.Tx {
	d := triggerData(dst, target, gas, data)
	return sign(t, src, keys[0], call{to: &predeploy.Address, data: d, value: value, nonce: nonce, gas: 200_000 + 60*uint64(len(d))})
}

// The formula gives each action what it needs and no prepayment is asked beyond it: a target that spends all of its
// gas but the last few hundred succeeds, whatever the data, when exactly the least is prepaid.
func TestActionGasSuffices(t *testing.T) {
	spender := common.HexToAddress("0x6666666666666666666666666666666666666666")
	// Until less than 200 gas is left: loop.
	p := program.New().Op(JUMPDEST).Push(200).Op(GAS, GT).Push(0).Op(JUMPI, STOP)
	for _, gas := range []uint64{1, 63, 2_000, 100_000, 10_000_000} {
		for _, size := range []int{0, 1, 31, 32, 33, 1000, 16_384} {
			for _, fill := range []byte{0, 0xff} {
				t.Run(fmt.Sprintf("%d gas, %d bytes of %x", gas, size, fill), func(t *testing.T) {
					n := newNet(t, 2, alloc(map[common.Address][]byte{spender: p.Bytes()}))
					target := spender
					if gas < 200 {
						target = common.HexToAddress("0xe0a") // an account without code needs no gas
					}
					least := new(big.Int).Mul(new(big.Int).SetUint64(evm.ActionGas(gas, size)), n.OpenHeader(n.ids[1]).BaseFee)
					// Twice, since storage that is there already costs less.
					for nonce := range uint64(2) {
						out := n.try(bundle(trigger(t, n.ids[0], n.ids[1], nonce, target, gas, bytes.Repeat([]byte{fill}, size), least)))
						executed(t, out)
						require.EqualValues(t, 1, out.Triggers)
						require.Equal(t, n.ids[1], out.Places[1].Chain)
					}
					n.endSlot()
					// What it cost is given back, rounded up to a gwei: the float never shrinks and grows by less than one.
					float := n.OpenState(n.ids[1]).GetBalance(predeploy.SystemAccount).ToBig()
					block := n.advance()[1].Block
					float.Add(float, new(big.Int).Mul(new(big.Int).SetUint64(block.Withdrawals()[0].Amount), gwei))
					require.Equal(t, float, n.OpenState(n.ids[1]).GetBalance(predeploy.SystemAccount).ToBig())
					over := new(big.Int).Sub(float, new(big.Int).Mul(ether, big.NewInt(1000)))
					require.True(t, over.Sign() >= 0 && over.Cmp(gwei) < 0, "%s", over)
				})
			}
		}
	}
}

// Triggers are carried out breadth first before the bundle's next transaction, also there and back and onwards, and
// the next transaction sees what they did.
func TestTriggersAreDrainedBreadthFirst(t *testing.T) {
	twice := common.HexToAddress("0x7777777777777777777777777777777777777777")
	// Passes its calldata on to ChoraleSystem two times.
	p := program.New().Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	for range 2 {
		p.Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(uint64(1e16)).Push(predeploy.Address).Op(GAS, CALL, POP)
	}
	contracts := testContracts()
	contracts[twice] = p.Op(STOP).Bytes()
	n := newNet(t, 3, alloc(contracts))
	a, b, c := n.ids[0], n.ids[1], n.ids[2]
	// a: twice → b: relay, relay → each: c: store.
	onwards := triggerData(c, storeAddress, 100_000, word(1))
	first := sign(t, a, keys[0], call{to: &twice, data: triggerData(b, relayAddress, 300_000, onwards), gas: 900_000})
	// The bundle's next transaction adds to what the actions stored on c.
	second := sign(t, c, keys[0], call{to: &storeAddress, data: word(10)})
	out := n.try(bundle(first, second))
	executed(t, out)
	require.EqualValues(t, 4, out.Triggers)
	var order []rollup.ChainID
	for _, place := range out.Places {
		order = append(order, place.Chain)
	}
	require.Equal(t, []rollup.ChainID{a, b, b, c, c, c}, order, "generation by generation")
	require.Equal(t, second.Hash(), out.Places[5].Tx)
	require.Equal(t, common.BytesToHash(word(12)), n.OpenState(c).GetState(storeAddress, common.Hash{}))
	s := n.endSlot()
	for _, pair := range s.Pairs {
		want := map[[2]rollup.ChainID]uint64{{a, b}: 2, {b, c}: 2}[[2]rollup.ChainID{pair.Src, pair.Dst}]
		require.Equal(t, want, pair.TrigCount, "%d → %d", pair.Src, pair.Dst)
	}
	require.Len(t, out.Gas, 3)
	for i, g := range out.Gas {
		require.Equal(t, n.ids[i], g.Chain)
		sum := uint64(0)
		for _, r := range s.Additions[i].Receipts {
			sum += r.GasUsed
		}
		require.Equal(t, sum, g.Gas)
	}
}

// An action that fails at any depth takes everything back, on all rollups.
func TestNestedFailureTakesAllBack(t *testing.T) {
	n, untouched := newNet(t, 3, alloc(testContracts())), newNet(t, 3, alloc(testContracts()))
	last := triggerData(n.ids[0], failAddress, 100_000, word(3))
	then := triggerData(n.ids[2], relayAddress, 400_000, last)
	out := n.try(bundle(trigger(t, n.ids[0], n.ids[1], 0, relayAddress, 600_000, then, prepay(600_000, then))))
	require.Equal(t, auction.ActionReverted, out.Reason)
	require.Equal(t, n.ids[0], out.Failure.Chain)
	require.Equal(t, word(3), out.Failure.Revert)
	require.EqualValues(t, 2, out.Triggers)
	require.Equal(t, untouched.endSlot(), n.endSlot())
	was, is := untouched.advance(), n.advance()
	for i := range was {
		require.Equal(t, was[i].Block.Hash(), is[i].Block.Hash())
	}
}

// A log that looks like a trigger but is not ChoraleSystem's triggers nothing, and neither does a reverted one.
func TestOnlyTheSystemContractTriggers(t *testing.T) {
	forger := common.HexToAddress("0x8888888888888888888888888888888888888888")
	p := program.New().Push(predeploy.Address).Push(1).Push(1002).Push(predeploy.TriggeredTopic).Push(160).Push(0).Op(LOG4, STOP)
	contracts := testContracts()
	contracts[forger] = p.Bytes()
	n := newNet(t, 2, alloc(contracts))
	out := n.try(bundle(sign(t, n.ids[0], keys[0], call{to: &forger})))
	executed(t, out)
	require.Zero(t, out.Triggers)
	// By delegation, an account runs ChoraleSystem's code and emits its log under its own address.
	eoa := addressOf(keys[4])
	executed(t, n.try(bundle(setCode(t, n.ids[0], keys[0], 1, coinbase, authorise(t, keys[4], n.ids[0], 0, predeploy.Address)))))
	out = n.try(bundle(sign(t, n.ids[0], keys[0], call{to: &eoa, data: triggerData(n.ids[1], storeAddress, 1000, nil), nonce: 2})))
	executed(t, out)
	require.Zero(t, out.Triggers)
	s := n.endSlot()
	receipts := s.Additions[0].Receipts
	require.Len(t, receipts[len(receipts)-1].Logs, 1)
	require.Zero(t, s.Pairs[0].TrigCount)
}

// The system contract is called by nobody else: an action from an ordinary account reverts.
func TestActionsOfOthersRevert(t *testing.T) {
	n := newNet(t, 2, alloc(testContracts()))
	ours := trigger(t, n.ids[0], n.ids[1], 0, storeAddress, 100_000, word(1), prepay(100_000, word(1)))
	out := n.try(bundle(ours))
	executed(t, out)
	action := n.endSlot().Additions[1].Txs[0]
	require.Equal(t, out.Places[1].Tx, action.Hash())
	from, err := types.Sender(types.NewPragueSigner(action.ChainId()), action)
	require.NoError(t, err)
	require.Equal(t, predeploy.SystemAccount, from)
	require.Zero(t, action.GasTipCap().Sign())
	require.Equal(t, n.OpenHeader(n.ids[1]).BaseFee, action.GasFeeCap())
	require.Equal(t, evm.ActionGas(100_000, 32), action.Gas())
	replay := n.try(bundle(sign(t, n.ids[1], keys[1], call{to: &predeploy.Address, data: action.Data()})))
	require.Equal(t, auction.LegReverted, replay.Reason)
	require.Equal(t, auction.BadTransaction, n.try(bundle(decode(t, n.ids[1], action))).Reason)
}

// An action's bytes are fixed for ever: anybody derives them from the trigger, the nonce and the base fee.
func TestActionGolden(t *testing.T) {
	n := newNet(t, 2, alloc(testContracts()))
	executed(t, n.try(bundle(trigger(t, n.ids[0], n.ids[1], 0, storeAddress, 100_000, word(1), prepay(100_000, word(1))))))
	action := n.endSlot().Additions[1].Txs[0]
	raw, err := action.MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, actionGolden, hexutil.Encode(raw))
	require.EqualValues(t, 217_068, evm.ActionGas(100_000, 32))
	require.EqualValues(t, 685_480, evm.ActionGas(1, 16_384), "EIP-7623's floor")
}

const actionGolden = "0x02f9016f8203ea808084342770c083034fec94430000000000000000000000000000000000000180b901044b6dc0e50000" +
	"0000000000000000000000000000000000000000000000000000000003e90000000000000000000000000000000000000000" +
	"000000000000000000000000000000000000000000000000a385d2e939787af0b304512b2b6d56364f1722fa000000000000" +
	"0000000000002222222222222222222222222222222222222222000000000000000000000000000000000000000000000000" +
	"00000000000186a000000000000000000000000000000000000000000000000000000000000000c000000000000000000000" +
	"0000000000000000000000000000000000000000002000000000000000000000000000000000000000000000000000000000" +
	"00000001c001a092a1fa6bc1f01cb515f258e38396ab9b1b628f42b868a6d06d8f4ee6d6e92c1fa02b80dbabc584f3265c6c" +
	"f4b014642f7e257eaa321c3a7cdc20c6210f5d64e193"

// What a slot carries from one rollup to another is bounded in number and in gas, per ordered pair. Beyond that a trigger
// is refused at its cause. Failed attempts and rewound ones do not count, recalled ones do, the other direction and other rollups have
// bounds of their own, and each slot begins anew.
func TestPairsAreBounded(t *testing.T) {
	gas := evm.ActionGas(100_000, 32)
	for name, bounds := range map[string]builder.Attempt{
		"in number":            {PairTriggers: 2},
		"in gas":               {PairGas: 2 * gas},
		"in gas, not quite 3":  {PairGas: 3*gas - 1},
		"in number and in gas": {PairTriggers: 2, PairGas: 2 * gas},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNet(t, 3, alloc(testContracts()))
			a, b, c := n.ids[0], n.ids[1], n.ids[2]
			try := func(src, dst rollup.ChainID, target common.Address, times int) *builder.Outcome {
				var txs []*rollup.Tx
				for i := range uint64(times) {
					txs = append(txs, trigger(t, src, dst, n.nonce(src, keys[0])+i, target, 100_000, word(1), prepay(100_000, word(1))))
				}
				attempt := bundle(txs...)
				attempt.PairTriggers, attempt.PairGas = bounds.PairTriggers, bounds.PairGas
				return n.try(attempt)
			}
			for range 2 { // slots
				require.Equal(t, auction.ActionReverted, try(a, b, failAddress, 2).Reason, "does not count")
				require.Equal(t, auction.TriggerRefused, try(a, b, storeAddress, 3).Reason, "nor does this")
				mark := n.Mark()
				executed(t, try(a, b, storeAddress, 2))
				require.NoError(t, n.Rewind(mark))
				executed(t, try(a, b, storeAddress, 1))
				recall, err := n.Keep(mark)
				require.NoError(t, err)
				require.NoError(t, n.Rewind(mark))
				require.NoError(t, recall())
				executed(t, try(a, b, storeAddress, 1))
				out := try(a, b, storeAddress, 1)
				require.Equal(t, auction.TriggerRefused, out.Reason)
				require.Equal(t, a, out.Failure.Chain, "at its cause")
				executed(t, try(b, a, storeAddress, 2))
				executed(t, try(a, c, storeAddress, 2))
				n.endSlot()
			}
		})
	}
}
