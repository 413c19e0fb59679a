package evm_test

import (
	"bytes"
	"math/big"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/stretchr/testify/require"
)

var (
	loopAddress = common.HexToAddress("0x10000000000000000000000000000000000000f1")
	gateAddress = common.HexToAddress("0x10000000000000000000000000000000000000f2")
)

// loopCode touches storeAddress, so as to look like a rival of whom uses that, loops until little gas is left, and reverts.
func loopCode() []byte {
	p := program.New().Push(32).Push(0).Push(0).Op(CALLDATACOPY).Call(nil, storeAddress, 0, 0, 32, 0, 0).Op(POP, JUMPDEST)
	loop := p.Size() - 1
	return p.Push(1000).Op(GAS, GT).Push(loop).Op(JUMPI).Push(0).Push(0).Op(REVERT).Bytes()
}

// gateCode fails unless the slot that its first word names holds its second word; then it sets the slot that its third
// word names to its fourth.
func gateCode() []byte {
	p := program.New().Push(0).Op(CALLDATALOAD, SLOAD).Push(32).Op(CALLDATALOAD, EQ)
	maybe(p, program.New().Push(0).Push(0).Op(REVERT).Bytes())
	return p.Push(96).Op(CALLDATALOAD).Push(64).Op(CALLDATALOAD, SSTORE, STOP).Bytes()
}

func gate(slot, is, sets, to int64) []byte {
	return bytes.Join([][]byte{word(slot), word(is), word(sets), word(to)}, nil)
}

func loadContracts() map[common.Address][]byte {
	return map[common.Address][]byte{loopAddress: loopCode(), gateAddress: gateCode(), storeAddress: storeCode()}
}

// metered adds up the gas that tries cost, executed or not, taken back or not.
type metered struct {
	*evm.Machine
	gas uint64
}

func (m *metered) Try(a builder.Attempt) (*builder.Outcome, error) {
	out, err := m.Machine.Try(a)
	if err == nil {
		for _, g := range out.Gas {
			m.gas += g.Gas
		}
	}
	return out, err
}

// batchOf is what a committee takes of envelopes that were sent: by turns, as long as there is room.
func batchOf(t *testing.T, w *town, entries []auction.Entry) (in []auction.Entry) {
	var held []*sequencer.Envelope
	byID := map[rollup.Digest]auction.Entry{}
	for _, e := range entries {
		s := *e.Envelope
		s.Slot = w.next.Slot
		byID[s.ID()] = e
		held = append(held, &sequencer.Envelope{Sealed: &s, ID: s.ID(), Raw: make([]byte, 1500)})
	}
	slices.SortFunc(held, func(a, b *sequencer.Envelope) int { return a.ID.Cmp(b.ID) })
	room := sequencer.NewRoom(w.p, builder.NewFeeBook(w.b.Ledger()))
	for _, e := range sequencer.Turns(held) {
		if room.Take(e.Sealed, len(e.Raw)) == nil {
			in = append(in, byID[e.ID])
		}
	}
	return in
}

// A thousand bundles that bid more than anybody, loop to their gas and revert, from fifty keys, against twenty honest
// ones: the honest ones execute, in the very blocks that they would have had alone; every attacker whose envelope was
// taken paid its fee; and all work is bounded in gas (threat B8).
func TestLoopersChangeNothingForTheHonest(t *testing.T) {
	const attackers, honest, attacks = 50, 20, 1000
	ids, genesis := genesisOf(t, 2, townAlloc(attackers+honest, loadContracts()))
	p := townParameters(ids)
	var accounts []rollup.Address
	for n := range attackers + honest {
		accounts = append(accounts, addressOf(townKey(n)))
	}
	var good, bad []auction.Entry
	for n := range honest {
		k := townKey(attackers + n)
		a := bundle(sign(t, ids[0], k, call{to: &storeAddress, data: word(int64(n)), gas: 100_000}), sign(t, ids[1], k, call{to: &storeAddress, data: word(1), gas: 100_000}))
		good = append(good, offer(k, uint64(n), uint64(1000+n), 0, a))
	}
	for i := range attacks {
		k := townKey(i % attackers)
		a := bundle(sign(t, ids[i%2], k, call{to: &loopAddress, gas: 250_000, data: word(1), tip: big.NewInt(int64(i))}))
		bad = append(bad, offer(k, uint64(1000+i), uint64(50_000+i), 0, a))
	}
	for _, how := range strategies[2:4] {
		p.Pricing, p.Split, p.SearchGas = how.pricing, how.split, how.search
		attacked, quiet := newTown(t, p, genesis), newTown(t, p, genesis)
		meter := &metered{Machine: attacked.m}
		attacked.b = builder.New(p, townNetwork, meter)
		for _, w := range []*town{attacked, quiet} {
			w.endow(wei(100_000), wei(10_000), accounts...)
		}
		taken := batchOf(t, attacked, append(slices.Clone(bad), good...))
		x, y := attacked.slot(taken...), quiet.slot(good...)
		executed, charged, first := 0, 0, uint64(0)
		for _, f := range x.Fates {
			require.False(t, f.Fee.IsZero())
			if f.Executed() {
				executed++
				require.True(t, f.Bid.Uint64() < 50_000, "only honest ones execute")
				continue
			}
			charged++
			first += f.GasUsed
		}
		require.Equal(t, honest, executed)
		require.Greater(t, charged, 100)
		require.LessOrEqual(t, first, p.BatchGas, "work of the first pass")
		require.LessOrEqual(t, x.Choice.Gas, p.SearchGas, "work beyond it")
		require.LessOrEqual(t, meter.gas, 2*p.BatchGas+p.SearchGas, "all work: also the chosen ordering executed once more")
		require.LessOrEqual(t, x.Choice.Tries, uint64(max(2*len(taken), 240)))
		require.Equal(t, y.Header.Heads, x.Header.Heads)
		require.Equal(t, hashes(quiet.slot().Closed), hashes(attacked.slot().Closed), "the same blocks as without them")
		if p.Pricing == rollup.FirstPrice {
			require.Equal(t, prices(y), prices(x))
		}
		attacked.solvent()
		t.Logf("%+v: %d of %d envelopes taken, %d fees of losers, %d gas wasted in the first pass, then %d tries of %d gas; %d in all", how, len(taken), attacks+honest, charged, first, x.Choice.Tries, x.Choice.Gas, meter.gas)
	}
}

// prices are what was paid, by bundle.
func prices(x *builder.Executed) map[rollup.Digest]string {
	out := map[rollup.Digest]string{}
	for _, f := range x.Fates {
		if f.Executed() {
			out[f.Bundle] = f.Price.Dec()
		}
	}
	return out
}

// Two hundred bundles of which each takes away what the next one needs, or needs what the next one brings: what is tried
// again is at most three times as many, the gas of it bounded, and no ordering is chosen that earns less than the one by
// bid (threat B9).
func TestChainsOfDependentBundlesAreBounded(t *testing.T) {
	const chain = 200
	ids, genesis := genesisOf(t, 2, townAlloc(chain, loadContracts()))
	var accounts []rollup.Address
	for n := range chain {
		accounts = append(accounts, addressOf(townKey(n)))
	}
	for name, data := range map[string]func(i int64) []byte{
		"each spoils the next":     func(i int64) []byte { return gate(i, 0, i+1, 1) },
		"each needs the next":      func(i int64) []byte { return gate(i+1, pickOne(i+1 < chain), i, 1) },
		"each spoils all that are": func(i int64) []byte { return gate(0, 0, 0, i+1) },
		"each needs a far one": func(i int64) []byte {
			return gate((i*7919+1)%chain, pickOne(i%3 != 0), i, 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			var entries []auction.Entry
			for n := range chain {
				tx := sign(t, ids[0], townKey(n), call{to: &gateAddress, data: data(int64(n)), gas: 100_000})
				entries = append(entries, offer(townKey(n), uint64(n), uint64(10_000-n), 0, bundle(tx)))
			}
			for _, how := range strategies {
				p := townParameters(ids)
				p.Pricing, p.Split, p.SearchGas = how.pricing, how.split, how.search
				w := newTown(t, p, genesis)
				w.endow(wei(100_000), wei(10_000), accounts...)
				x := w.slot(entries...)
				require.LessOrEqual(t, x.Choice.Tries, uint64(3*chain))
				require.LessOrEqual(t, x.Choice.Gas, p.SearchGas)
				require.False(t, x.Choice.Total.Lt(x.Choice.ByBid))
				w.solvent()
				executed := 0
				for _, f := range x.Fates {
					if f.Executed() {
						executed++
					}
				}
				require.Positive(t, executed)
				t.Logf("%+v: %d executed, by bid %s, chosen %q %s, %d tries of %d gas", how, executed, x.Choice.ByBid, x.Choice.Name, x.Choice.Total, x.Choice.Tries, x.Choice.Gas)
				require.Len(t, w.slot().Closed, 2)
				require.NoError(t, w.m.Close())
			}
		})
	}
}

func pickOne(yes bool) int64 {
	if yes {
		return 1
	}
	return 0
}
