package evm_test

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// Contracts that trigger more than they should. They prepay out of their own balances.
var (
	burstAddress = common.HexToAddress("0xb000000000000000000000000000000000000001")
	spawnAddress = common.HexToAddress("0xb000000000000000000000000000000000000002")
	// Triggers and then reverts; calls that one and does not care.
	regretAddress = common.HexToAddress("0xb000000000000000000000000000000000000003")
	shrugAddress  = common.HexToAddress("0xb000000000000000000000000000000000000004")
)

func regretCode() []byte {
	p := program.New().Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	p.Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(wayPrice).Push(predeploy.Address).Op(GAS, CALL)
	return p.Push(p.Size()+4).Op(JUMPI, STOP, JUMPDEST).Push(0).Push(0).Op(REVERT).Bytes()
}

func shrugCode() []byte {
	p := program.New().Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	p.Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(0).Push(regretAddress).Push(200_000).Op(CALL)
	return p.Op(ISZERO).Push(0).Op(SSTORE, STOP).Bytes() // whether it reverted
}

// burstPrice is what a burst prepays for each trigger, in wei: enough for the dearest.
const burstPrice = uint64(2e16)

// burstCode passes its calldata but for the first word on to ChoraleSystem, as often as the first word says. It does
// not care whether that fails.
func burstCode() []byte {
	p := program.New().Push(32).Op(CALLDATASIZE, SUB).Push(32).Push(0).Op(CALLDATACOPY).Push(0).Op(CALLDATALOAD)
	_, loop := p.Jumpdest() // on the stack: how often
	p.Push(0).Push(0).Push(32).Op(CALLDATASIZE, SUB).Push(0).Push(burstPrice).Push(predeploy.Address).Op(GAS, CALL, POP)
	p.Push(1).Op(SWAP1, SUB, DUP1).Push(loop).Op(JUMPI, STOP)
	return p.Bytes()
}

// spawnCode keeps the word it is called with; called with nothing, it has two of its twins called so on the rollup that
// the word names.
func spawnCode() []byte {
	start := program.New().Op(CALLDATASIZE).Push(0).Op(JUMPI).Size()
	keep := program.New().Op(JUMPDEST).Push(0).Op(CALLDATALOAD).Push(0).Op(SSTORE, STOP).Bytes()
	p := program.New().Op(CALLDATASIZE, ISZERO).Push(start + 1 + len(keep)).Op(JUMPI).Append(keep).Op(JUMPDEST)
	p.Mstore(triggerData(0, spawnAddress, 300_000, nil), 0)
	p.Push(0).Op(SLOAD).Push(4).Op(MSTORE)
	for range 2 {
		p.Push(0).Push(0).Push(4+5*32).Push(0).Push(wayPrice).Push(predeploy.Address).Op(GAS, CALL, POP)
	}
	return p.Op(STOP).Bytes()
}

// bombs opens two rollups with both contracts and the demo's Echo.
func bombs(t require.TestingT) *world {
	w := newWorld(t, 2, func([]uint64) [][]byte { return [][]byte{common.FromHex(bindings.EchoMetaData.Bin)} })
	echo := crypto.CreateAddress(addressOf(deployer), 0)
	for i, id := range w.ids { // the twin on the other rollup
		w.run(id, deployer, call{to: &spawnAddress, data: word(int64(w.ids[1-i]))})
		w.run(id, deployer, call{to: &echo, value: ether})
	}
	w.endSlot()
	return w
}

func burst(times int64, dst rollup.ChainID, target common.Address, gas uint64, data []byte) []byte {
	return append(word(times), triggerData(dst, target, gas, data)...)
}

// Bombs of triggers are refused and leave nothing: the slot, its pairs and the blocks are those of a network that never
// saw them, and the work done for them stays within the envelope's gas class.
func TestTriggerBombs(t *testing.T) {
	echo := bindings.NewEcho()
	echoAddress := crypto.CreateAddress(addressOf(deployer), 0)
	const depth, triggers = 4, 16
	full := bytes.Repeat([]byte{0xff}, predeploy.MaxData)
	for name, c := range map[string]struct {
		make   func(n *world, b rollup.ChainID) call
		class  uint64 // gas
		pair   uint32 // PairTriggers
		most   uint64 // PairGas
		want   auction.Reason
		exact  func(n *world, b rollup.ChainID) call // as much as is let through
		number uint64                                // triggers of that
	}{
		"number": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(triggers+1, b, storeAddress, 50_000, word(1)), gas: 2_000_000}
			},
			want: auction.TriggerRefused,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(triggers, b, storeAddress, 50_000, word(1)), gas: 2_000_000}
			}, number: triggers,
		},
		"a thousand in one transaction": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(1000, b, storeAddress, 50_000, nil), gas: 29_000_000}
			},
			want: auction.TriggerRefused,
		},
		"depth": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &echoAddress, value: ether, data: echo.PackCall(uint64(b), depth+1, 300_000, new(big.Int).SetUint64(wayPrice)), gas: 300_000}
			},
			want: auction.TriggerRefused,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &echoAddress, value: ether, data: echo.PackCall(uint64(b), depth, 300_000, new(big.Int).SetUint64(wayPrice)), gas: 300_000}
			}, number: depth,
		},
		"a tree of two at each action": {
			make: func(_ *world, _ rollup.ChainID) call { return call{to: &spawnAddress, gas: 300_000} },
			want: auction.TriggerRefused,
		},
		"gas": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(3, b, burnAddress, predeploy.MaxGasLimit, nil), gas: 500_000}
			},
			want: auction.GasClassExceeded, class: 8_000_000,
		},
		"gas of targets that use none": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(3, b, storeAddress, 3_000_000, word(1)), gas: 500_000}
			},
			want: auction.GasClassExceeded, class: 3_400_000,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(1, b, storeAddress, 3_000_000, word(1)), gas: 200_000}
			}, number: 1,
		},
		"data": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(8, b, storeAddress, 50_000, full), gas: 3_000_000}
			},
			want: auction.GasClassExceeded, class: 6_000_000,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(4, b, storeAddress, 50_000, full), gas: 3_000_000}
			}, number: 4,
		},
		"more than a pair of rollups may carry": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(6, b, storeAddress, 50_000, word(1)), gas: 1_000_000}
			},
			want: auction.TriggerRefused, pair: 5,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(5, b, storeAddress, 50_000, word(1)), gas: 1_000_000}
			}, number: 5,
		},
		"more gas than a pair of rollups may carry": {
			make: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(3, b, storeAddress, 50_000, word(1)), gas: 1_000_000}
			},
			want: auction.TriggerRefused, most: 3*evm.ActionGas(50_000, 32) - 1,
			exact: func(_ *world, b rollup.ChainID) call {
				return call{to: &burstAddress, data: burst(2, b, storeAddress, 50_000, word(1)), gas: 1_000_000}
			}, number: 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			attempt := func(n *world, c0 call) builder.Attempt {
				honest := sent{n.ids[0], keys[1], call{to: &storeAddress, data: word(9)}} // to be taken back with it
				a := n.onward([]sent{honest, {n.ids[0], keys[0], c0}})
				a.TriggerDepth, a.TriggerCount, a.PairTriggers, a.PairGas = depth, triggers, c.pair, c.most
				if c.class != 0 {
					a.GasLimit = c.class
				}
				return a
			}
			n, untouched := bombs(t), bombs(t)
			a := attempt(n, c.make(n, n.ids[1]))
			out := n.try(a)
			require.Equal(t, c.want, out.Reason, "%+v", out.Failure)
			require.Empty(t, out.Places)
			require.NotNil(t, out.Failure)
			work := uint64(0)
			for _, g := range out.Gas {
				work += g.Gas
			}
			require.NotZero(t, work)
			require.LessOrEqual(t, work, a.GasLimit)
			// Nor does it if it is among the transactions that may revert: it did not revert.
			a.Reverting = map[rollup.Digest]bool{a.Txs[1][0].Hash(): true}
			require.Equal(t, c.want, n.try(a).Reason)
			if c.exact != nil { // and it was that bound that refused it, which has not been used up
				for _, m := range []*world{n, untouched} {
					out = m.try(attempt(m, c.exact(m, m.ids[1])))
					executed(t, out)
					require.Equal(t, c.number, out.Triggers)
				}
			}
			wanted, got := untouched.endSlot(), n.endSlot()
			require.Equal(t, wanted.Heads, got.Heads)
			require.Equal(t, wanted.Pairs, got.Pairs)
			was, is := untouched.advance(), n.advance()
			for i := range was {
				require.Equal(t, was[i].Block.Hash(), is[i].Block.Hash())
			}
		})
	}
}

// What a contract of ours refuses triggers nothing, although the caller goes on: too much data, too much gas.
func TestRefusedTriggersAreNone(t *testing.T) {
	w := bombs(t)
	for _, data := range [][]byte{
		burst(3, w.ids[1], storeAddress, 50_000, make([]byte, predeploy.MaxData+1)),
		burst(3, w.ids[1], storeAddress, predeploy.MaxGasLimit+1, nil),
		burst(3, w.ids[1], storeAddress, 0, nil),
		burst(3, w.ids[0], storeAddress, 50_000, nil),
		burst(3, w.ids[1], predeploy.Address, 50_000, nil),
	} {
		out := w.try(w.onward([]sent{{w.ids[0], keys[0], call{to: &burstAddress, data: data, gas: 2_000_000}}}))
		executed(t, out)
		require.Zero(t, out.Triggers)
	}
	// Nor one that was accepted, and undone with the call that made it.
	data := triggerData(w.ids[1], storeAddress, 50_000, word(1))
	out := w.try(w.onward([]sent{{w.ids[0], keys[0], call{to: &shrugAddress, data: data, gas: 500_000}}}))
	executed(t, out)
	require.Zero(t, out.Triggers)
	require.EqualValues(t, 1, w.read(w.ids[0], shrugAddress, common.Hash{}).Int64(), "it was undone")
	require.Zero(t, w.endSlot().Pairs[0].TrigCount)
}

// A slot's bound on a pair of rollups is shared by all of its bundles, holds one way, and begins anew with each slot.
func TestPairsAreBoundedPerSlot(t *testing.T) {
	w := bombs(t)
	send := func(from, times int) auction.Reason {
		src, dst := w.ids[from], w.ids[1-from]
		a := w.onward([]sent{{src, keys[0], call{to: &burstAddress, data: burst(int64(times), dst, storeAddress, 50_000, word(1)), gas: 1_000_000}}})
		a.PairTriggers, a.PairGas = 5, 100_000_000
		return w.try(a).Reason
	}
	for range 2 {
		require.Equal(t, auction.Executed, send(0, 3))
		require.Equal(t, auction.TriggerRefused, send(0, 3))
		require.Equal(t, auction.Executed, send(1, 5), "the other way")
		require.Equal(t, auction.Executed, send(0, 2), "what was refused used nothing up")
		require.Equal(t, auction.TriggerRefused, send(0, 1))
		w.endSlot()
	}
}
