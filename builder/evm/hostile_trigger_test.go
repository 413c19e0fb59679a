package evm_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/stretchr/testify/require"
)

var (
	bombAddress  = common.HexToAddress("0xb0b0000000000000000000000000000000000001")
	catchAddress = common.HexToAddress("0xb0b0000000000000000000000000000000000002")
)

// bombCode asks ChoraleSystem for what follows its calldata's first word, as often as that word says, with 0.01 ether
// of its own each; it fails if that fails.
func bombCode() []byte {
	p := program.New().Push(32).Op(CALLDATASIZE, SUB).Push(32).Push(0).Op(CALLDATACOPY).Push(0).Op(CALLDATALOAD, JUMPDEST)
	loop := p.Size() - 1
	// n: none left? stop. Else call, fail or go on with n−1.
	p.Op(DUP1, ISZERO, ISZERO)
	maybe(p, []byte{byte(STOP)})
	p.Push(0).Push(0).Push(32).Op(CALLDATASIZE, SUB).Push(0).Push(uint64(1e16)).Push(predeploy.Address).Op(GAS, CALL)
	maybe(p, program.New().Push(0).Push(0).Op(REVERT).Bytes())
	return p.Push(1).Op(SWAP1, SUB).Push(loop).Op(JUMP).Bytes()
}

// catchCode calls itself with its calldata, which then calls the bomb and reverts; the outer call goes on as if nothing
// had been.
func catchCode() []byte {
	p := program.New().Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	p.Op(CALLER, ADDRESS, EQ, ISZERO)
	maybe(p, program.New().Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(0).Push(bombAddress).Op(GAS, CALL).Push(0).Push(0).Op(REVERT).Bytes())
	return p.Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(0).Op(ADDRESS, GAS, CALL, POP, STOP).Bytes()
}

func bombContracts() map[common.Address][]byte {
	c := testContracts()
	c[bombAddress], c[catchAddress] = bombCode(), catchCode()
	return c
}

// bomb is calldata for bombAddress by which generation after generation triggers on the other rollup: counts says how
// many each call of a generation triggers; the last ones call target with data.
func bomb(ids []rollup.ChainID, from int, gas uint64, target common.Address, data []byte, counts ...int) []byte {
	other := 1 - from
	if len(counts) == 1 {
		return slices.Concat(word(int64(counts[0])), triggerData(ids[other], target, gas, data))
	}
	inner := bomb(ids, other, gas, target, data, counts[1:]...)
	return slices.Concat(word(int64(counts[0])), triggerData(ids[other], bombAddress, gas, inner))
}

// Bombs of triggers, by depth, by number, by gas, by what they do at the end, are refused by name, have used no more gas
// than the bundle's class, and leave no trace: the next honest trigger, and the blocks, are as if they had never been.
func TestTriggerBombsAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		counts []int
		gas    uint64 // of each target
		target common.Address
		data   []byte
		change func(*builder.Attempt)
		want   auction.Reason
	}{
		"wide":                 {[]int{17}, 100_000, storeAddress, word(1), nil, auction.TriggerRefused},
		"deep":                 {[]int{1, 1, 1, 1, 1}, 1_500_000, storeAddress, word(1), nil, auction.TriggerRefused},
		"a tree":               {[]int{2, 2, 2, 2}, 1_500_000, storeAddress, word(1), nil, auction.TriggerRefused},
		"gas at the target":    {[]int{3}, 9_000_000, burnAddress, nil, nil, auction.ActionReverted},
		"gas beyond the class": {[]int{2}, 8_000_000, storeAddress, word(1), func(a *builder.Attempt) { a.GasLimit = 8_000_000 }, auction.GasClassExceeded},
		"class used up late":   {[]int{14}, 1_000_000, storeAddress, word(1), func(a *builder.Attempt) { a.GasLimit = 4_000_000 }, auction.GasClassExceeded},
		"fails at the end":     {[]int{1, 1, 1, 3}, 1_500_000, failAddress, word(1), nil, auction.ActionReverted},
		"no gas for the next":  {[]int{1, 5}, 100_000, storeAddress, word(1), nil, auction.ActionReverted},
		"too much for a pair":  {[]int{9}, 100_000, storeAddress, word(1), func(a *builder.Attempt) { a.PairTriggers = 8 }, auction.TriggerRefused},
		"too much gas for it":  {[]int{3}, 1_000_000, storeAddress, word(1), func(a *builder.Attempt) { a.PairGas = 3_000_000 }, auction.TriggerRefused},
		"block full":           {[]int{12}, 1_000_000, storeAddress, word(1), func(a *builder.Attempt) { a.GasThrough = 400_000 }, auction.BlockFull},
	} {
		t.Run(name, func(t *testing.T) {
			n, untouched := newNet(t, 2, alloc(bombContracts())), newNet(t, 2, alloc(bombContracts()))
			a := bundle(sign(t, n.ids[0], keys[0], call{to: &bombAddress, data: bomb(n.ids, 0, c.gas, c.target, c.data, c.counts...), gas: 7_000_000}))
			a.GasLimit = 16_000_000
			if name == "gas at the target" {
				a.GasLimit = 60_000_000
			}
			if c.change != nil {
				c.change(&a)
			}
			for range 3 {
				out := n.try(a)
				require.Equal(t, c.want, out.Reason, "%+v", out.Failure)
				var used uint64
				for _, g := range out.Gas {
					used += g.Gas
				}
				require.LessOrEqual(t, used, a.GasLimit)
			}
			for _, m := range []*net{n, untouched} {
				honest := bundle(sign(t, m.ids[0], keys[0], call{to: &bombAddress, data: bomb(m.ids, 0, 100_000, storeAddress, word(1), 8), gas: 7_000_000}))
				honest.PairTriggers, honest.PairGas = 8, 8*evm.ActionGas(100_000, 32) // the whole pair is free
				out := m.try(honest)
				executed(t, out)
				require.EqualValues(t, 8, out.Triggers)
			}
			requireSameJSON(t, untouched.endSlot(), n.endSlot())
			require.Equal(t, hashes(untouched.advance()), hashes(n.advance()))
		})
	}
}

// Triggers that were asked for in a call that reverted were not asked for, whatever logs there were.
func TestCaughtBombsTriggerNothing(t *testing.T) {
	n := newNet(t, 2, alloc(bombContracts()))
	data := bomb(n.ids, 0, 100_000, storeAddress, word(1), 5)
	out := n.try(bundle(
		sign(t, n.ids[0], keys[0], call{to: &catchAddress, data: data, gas: 3_000_000}),
		sign(t, n.ids[0], keys[0], call{to: &bombAddress, data: data, gas: 3_000_000, nonce: 1}),
		sign(t, n.ids[0], keys[0], call{to: &catchAddress, data: data, gas: 3_000_000, nonce: 2}),
	))
	executed(t, out)
	require.EqualValues(t, 5, out.Triggers)
	s := n.endSlot()
	require.Equal(t, []int{0, 5, 0}, []int{len(s.Additions[0].Receipts[0].Logs), len(s.Additions[0].Receipts[1].Logs), len(s.Additions[0].Receipts[2].Logs)})
	require.EqualValues(t, 5, s.Pairs[0].TrigCount)
}

// Random trees of triggers under random bounds: what executes kept all bounds, what does not leaves the accumulators
// alone, and both pairs together never carry more in a slot than they may. CHORALE_BOMBS is how many.
func TestRandomTriggerTreesKeepTheirBounds(t *testing.T) {
	d := newDice(15)
	contracts := bombContracts()
	accounts := alloc(contracts)
	b := accounts[bombAddress]
	b.Balance = new(big.Int).Mul(ether, big.NewInt(1000))
	accounts[bombAddress] = b
	n := newNet(t, 2, accounts)
	seen := map[auction.Reason]int{}
	const pairTriggers, pairGas = 20, 20_000_000
	counts := map[rollup.ChainID]uint64{} // by source, when the slot began
	carried := map[rollup.ChainID]uint64{}
	for i := range casetest.Count(t, "CHORALE_BOMBS", 150) {
		from := d.IntN(2)
		var tree []int
		for range 1 + d.IntN(4) {
			tree = append(tree, pick(d, 1, 1, 1, 2, 3))
		}
		target := pick(d, storeAddress, storeAddress, storeAddress, failAddress, burnAddress)
		gas := pick(d, uint64(100_000), 700_000, 1_500_000)
		a := bundle(sign(t, n.ids[from], keys[0], call{to: &bombAddress, data: bomb(n.ids, from, gas, target, word(1), tree...), nonce: n.nonce(n.ids[from], keys[0]), gas: 5_000_000}))
		a.GasLimit = pick(d, uint64(8_000_000), 16_000_000, 30_000_000)
		a.TriggerDepth, a.TriggerCount = uint32(1+d.IntN(4)), uint32(1+d.IntN(16))
		a.PairTriggers, a.PairGas = pairTriggers, pairGas
		out := n.try(a)
		seen[out.Reason]++
		var used uint64
		for _, g := range out.Gas {
			used += g.Gas
		}
		require.LessOrEqual(t, used, a.GasLimit)
		if out.Reason == auction.Executed {
			require.LessOrEqual(t, out.Triggers, uint64(a.TriggerCount))
			require.LessOrEqual(t, len(tree), int(a.TriggerDepth))
			generation := uint64(1)
			for g, count := range tree { // every other generation goes the same way
				generation *= uint64(count)
				carried[n.ids[(from+g)%2]] += generation
			}
		}
		if i%5 == 4 {
			for _, p := range n.endSlot().Pairs {
				require.Equal(t, carried[p.Src], p.TrigCount-counts[p.Src])
				require.LessOrEqual(t, carried[p.Src], uint64(pairTriggers))
				counts[p.Src], carried[p.Src] = p.TrigCount, 0
			}
			n.advance()
		}
	}
	t.Log(seen)
	for _, r := range []auction.Reason{auction.Executed, auction.TriggerRefused, auction.ActionReverted} {
		require.NotZero(t, seen[r], r)
	}
}
