package evm_test

import (
	"bytes"
	"math/big"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// An outcome names what the attempt read and wrote, sorted and once each, also up to its failure and within what
// reverted, and leaves out what commutes: fees to the coinbase, the system account and the accumulators.
func TestAccessesAreNamed(t *testing.T) {
	seer, payer, catcher := common.HexToAddress("0x71"), common.HexToAddress("0x72"), common.HexToAddress("0x73")
	contracts := testContracts()
	contracts[seer] = program.New().Push(storeAddress).Op(BALANCE, POP).Push(5).Op(SLOAD, POP, STOP).Bytes()
	contracts[payer] = program.New().Push(0).Push(0).Push(0).Push(0).Push(7).Op(COINBASE).Op(GAS, CALL, POP, STOP).Bytes()
	// Calls store with a word, then reverts, all within a call of its own; stops.
	inner := program.New().Push(4).Push(0).Op(MSTORE).Push(0).Push(0).Push(32).Push(0).Push(0).Push(storeAddress).Op(GAS, CALL)
	catch := func(label int) []byte {
		return program.New().Op(ADDRESS, CALLER, EQ).Push(label).Op(JUMPI).
			Push(0).Push(0).Push(0).Push(0).Push(0).Op(ADDRESS, GAS, CALL, POP, STOP, JUMPDEST).
			Append(inner.Bytes()).Push(0).Push(0).Op(REVERT).Bytes()
	}
	contracts[catcher] = catch(bytes.IndexByte(catch(1), byte(JUMPDEST)))

	sender := addressOf(keys[0])
	account := func(n *net, i int, a common.Address) builder.Access {
		return builder.Access{Chain: n.ids[i], Account: a}
	}
	slot := func(n *net, i int, a common.Address, s byte) builder.Access {
		return builder.Access{Chain: n.ids[i], Account: a, Storage: true, Slot: common.Hash{31: s}}
	}
	for name, c := range map[string]struct {
		make          func(n *net) builder.Attempt
		reason        auction.Reason
		reads, writes func(n *net) []builder.Access
	}{
		"a store": {
			func(n *net) builder.Attempt {
				return bundle(sign(t, n.ids[0], keys[0], call{to: &storeAddress, data: word(1)}))
			}, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, storeAddress), account(n, 0, sender), slot(n, 0, storeAddress, 0)}
			},
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, sender), slot(n, 0, storeAddress, 0)}
			},
		},
		"a store of what is there": {
			func(n *net) builder.Attempt {
				return bundle(sign(t, n.ids[0], keys[0], call{to: &storeAddress, data: word(0)}))
			}, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, storeAddress), account(n, 0, sender), slot(n, 0, storeAddress, 0)}
			},
			func(n *net) []builder.Access { return []builder.Access{account(n, 0, sender)} },
		},
		"looks": {
			func(n *net) builder.Attempt { return bundle(sign(t, n.ids[1], keys[0], call{to: &seer})) }, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 1, seer), account(n, 1, storeAddress), account(n, 1, sender), slot(n, 1, seer, 5)}
			},
			func(n *net) []builder.Access { return []builder.Access{account(n, 1, sender)} },
		},
		"a payment to the coinbase": {
			func(n *net) builder.Attempt { return bundle(sign(t, n.ids[0], keys[0], call{to: &payer})) }, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, payer), account(n, 0, sender), account(n, 0, coinbase)} // its code
			},
			func(n *net) []builder.Access { return []builder.Access{account(n, 0, payer), account(n, 0, sender)} },
		},
		"within what reverted": {
			func(n *net) builder.Attempt { return bundle(sign(t, n.ids[0], keys[0], call{to: &catcher})) }, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, catcher), account(n, 0, storeAddress), account(n, 0, sender), slot(n, 0, storeAddress, 0)}
			},
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, sender), slot(n, 0, storeAddress, 0)}
			},
		},
		"up to the failure": {
			func(n *net) builder.Attempt {
				return bundle(
					sign(t, n.ids[0], keys[0], call{to: &storeAddress, data: word(1)}),
					sign(t, n.ids[1], keys[0], call{to: &failAddress}),
					sign(t, n.ids[1], keys[1], call{to: &storeAddress}),
				)
			}, auction.LegReverted,
			func(n *net) []builder.Access {
				return []builder.Access{
					account(n, 0, storeAddress), account(n, 0, sender), slot(n, 0, storeAddress, 0),
					account(n, 1, failAddress), account(n, 1, sender),
				}
			},
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, sender), slot(n, 0, storeAddress, 0), account(n, 1, sender)}
			},
		},
		"a nonce that is too low": {
			func(n *net) builder.Attempt {
				return bundle(sign(t, n.ids[0], keys[0], call{to: &coinbase, nonce: 3}))
			}, auction.NonceTooHigh,
			func(n *net) []builder.Access { return []builder.Access{account(n, 0, sender)} },
			func(n *net) []builder.Access { return nil },
		},
		"a trigger": {
			func(n *net) builder.Attempt {
				return bundle(trigger(t, n.ids[0], n.ids[1], 0, storeAddress, 100_000, word(1), prepay(100_000, word(1))))
			}, auction.Executed,
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, sender), account(n, 1, storeAddress), slot(n, 1, storeAddress, 0)}
			},
			func(n *net) []builder.Access {
				return []builder.Access{account(n, 0, sender), slot(n, 1, storeAddress, 0)}
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			n := newNet(t, 2, alloc(contracts))
			a := c.make(n)
			mark := n.Mark()
			plain := n.try(a)
			require.Nil(t, plain.Reads)
			require.Nil(t, plain.Writes)
			require.NoError(t, n.Rewind(mark))
			a.Record = true
			out := n.try(a)
			require.Equal(t, c.reason, out.Reason, "%+v", out.Failure)
			require.True(t, slices.IsSortedFunc(out.Reads, builder.Access.Compare))
			require.True(t, slices.IsSortedFunc(out.Writes, builder.Access.Compare))
			require.ElementsMatch(t, c.reads(n), without(out.Reads))
			require.ElementsMatch(t, c.writes(n), without(out.Writes))
			out.Reads, out.Writes = nil, nil
			require.Equal(t, plain, out, "recording changes nothing else")
		})
	}
}

// without leaves out precompiles, which no transaction ever writes.
func without(in []builder.Access) (out []builder.Access) {
	for _, a := range in {
		if a.Storage || bytes.Compare(a.Account[:], common.BigToAddress(big.NewInt(0x20)).Bytes()) > 0 {
			out = append(out, a)
		}
	}
	return out
}

// Attempts whose accesses do not meet commute: in either order they end the same, and leave the same states.
func TestAttemptsThatDoNotMeetCommute(t *testing.T) {
	kinds := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		ids, genesis := genesisOf(t, 2, drawAlloc(t))
		open := func() *net { // with a coinbase that no random program looks at
			n := openNet(t, ids, genesis)
			n.endSlot()
			n.time++
			env := envAt(ids, n.time)
			for _, id := range ids {
				env.Coinbase[id] = common.HexToAddress("0xfee")
			}
			_, err := n.Advance(env)
			require.NoError(t, err)
			return n
		}
		one, two := open(), open()
		a, b := drawAttempt(t, one), drawAttempt(t, one)
		a.Record, b.Record = true, true
		a.GasThrough, b.GasThrough = blockGas, blockGas // the block's gas is nobody's account
		mark := one.Mark()
		alone := one.try(a)
		require.NoError(t, one.Rewind(mark))
		second := one.try(b)
		require.NoError(t, one.Rewind(mark))
		if meet(alone, second) || meet(second, alone) || alone.Triggers > 0 || second.Triggers > 0 {
			kinds["meet"]++
			return
		}
		end := func(o *builder.Outcome) any { return []any{o.Reason, o.Failure, o.Gas, o.Reads, o.Writes} }
		require.Equal(t, end(alone), end(one.try(a)))
		require.Equal(t, end(second), end(one.try(b)))
		require.Equal(t, end(second), end(two.try(b)))
		require.Equal(t, end(alone), end(two.try(a)))
		if alone.Reason == auction.Executed && second.Reason == auction.Executed {
			kinds["commute"]++
		}
		one.endSlot()
		two.endSlot()
		first, last := one.advance(), two.advance()
		for i := range ids {
			require.Equal(t, first[i].Block.Root(), last[i].Block.Root())
		}
	})
	require.NotZero(t, kinds["commute"], "%v", kinds)
	t.Log(kinds)
}

// meet says whether one wrote what the other read or wrote.
func meet(one, other *builder.Outcome) bool {
	for _, w := range one.Writes {
		if slices.Contains(other.Reads, w) || slices.Contains(other.Writes, w) {
			return true
		}
	}
	return false
}
