package evm_test

import (
	"maps"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
)

// book is who should hold how many units of the shared token, per rollup.
type book map[sender]int64

// transfer is one random transfer and what should come of it.
type transfer struct {
	sent
	reason auction.Reason // Executed if it is good
	apply  func(book)     // what it then does
}

// transfers draws random transfers over a world's rollups.
type transfers struct {
	*world
	rand *rand.Rand
}

func (s *transfers) pick(n int) int { return s.rand.IntN(n) }

// draw makes a transfer, given who holds what; a third of them must fail, each for its own reason.
func (s *transfers) draw(held book) transfer {
	from := s.pick(len(s.ids))
	src := s.ids[from]
	dst := s.ids[(from+1+s.pick(len(s.ids)-1))%len(s.ids)]
	key := keys[s.pick(3)]
	who, to := addressOf(key), addressOf(keys[s.pick(3)])
	here := sender{src, who}
	amount := s.rand.Int64N(held[here]/4 + 1)
	gas, message := uint64(mintGas), -1 // −1: without a call
	t := transfer{reason: auction.Executed}
	short, overlong := false, false
	move := func(to common.Address) func(book) {
		return func(b book) {
			b[here] -= amount
			b[sender{dst, to}] += amount
		}
	}
	switch kind := s.pick(18); kind {
	case 0, 1, 2, 3, 4:
	case 5:
		amount, t.reason = held[here]+1+s.rand.Int64N(10), auction.LegReverted
	case 6:
		short, t.reason = true, auction.TriggerRefused
	case 7:
		gas, t.reason = 5_000, auction.ActionReverted
	case 8:
		to, t.reason = common.Address{}, auction.ActionReverted
	case 9:
		to, gas, message, t.reason = [...]common.Address{failAddress, burnAddress, storeAddress, addressOf(keys[3])}[s.pick(4)], hopGas, 3, auction.ActionReverted
	case 10:
		overlong, t.reason = true, auction.LegReverted // to a rollup on which the token has no peer
	case 11, 12:
		to, gas, message = takerAddress, hopGas, s.pick(70)
	case 13, 14:
		to, gas, message = homerAddress, homeGas, 0
	case 15, 16:
		to, gas, message = bounceAddress, hopGas, s.pick(4)
	case 17: // one generation more than a bundle may have
		to, gas, message, t.reason = bounceAddress, hopGas, 4+s.pick(20), auction.TriggerRefused
	}
	t.apply = move(to)
	switch {
	case to == homerAddress:
		t.apply = func(book) {}
	case to == bounceAddress:
		t.apply = func(b book) {
			move(to)(b)
			at, other, units := sender{dst, to}, sender{src, to}, amount
			for range message {
				units /= 2
				b[at] -= units
				b[other] += units
				at, other = other, at
			}
		}
	}
	target := uint64(dst)
	if overlong {
		target = 999
	}
	data, size := token.PackBurnTo(target, to, big.NewInt(amount), gas), 4+2*32
	if message >= 0 {
		data = token.PackBurnToAndCall(target, to, big.NewInt(amount), gas, make([]byte, message))
		size = 4 + 5*32 + (message+31)/32*32
	}
	price := s.price(dst, gas, size) // to the wei
	if short {
		price.Sub(price, big.NewInt(1))
	}
	t.sent = sent{src, key, call{to: &tokenAddress, data: data, value: price, gas: 200_000 + 60*uint64(len(data))}}
	return t
}

// Units are neither made nor lost, whatever fails: in random bundles of transfers between three rollups, with receivers
// that refuse, run out of gas, send back and send on, exactly the bundles without a bad transfer execute, for each
// other the first bad one names the reason, and after each slot everybody holds on each rollup what he should and all
// pairs agree. CHORALE_TRANSFERS sets how many transfers there are.
func TestSharedTokenIsConserved(t *testing.T) {
	n := count(t, "CHORALE_TRANSFERS", 2000)
	w := newWorld(t, 3, tokenAlone)
	s := &transfers{world: w, rand: rand.New(rand.NewPCG(1, uint64(n)))}
	held := book{}
	for _, id := range w.ids {
		held[sender{id, addressOf(deployer)}] = supply
		for _, k := range keys[:3] {
			w.run(id, deployer, call{to: &tokenAddress, data: token.PackTransfer(addressOf(k), big.NewInt(supply/4))})
			held[sender{id, addressOf(deployer)}] -= supply / 4
			held[sender{id, addressOf(k)}] = supply / 4
		}
	}
	total := big.NewInt(int64(len(w.ids)) * supply)
	fates := map[auction.Reason]int{}
	triggers, transfers := uint64(0), 0
	for bundles := 0; transfers < n; bundles++ {
		next := maps.Clone(held)
		want := auction.Executed
		var calls []sent
		for range 1 + s.pick(3)*s.pick(2) {
			x := s.draw(next)
			transfers++
			calls = append(calls, x.sent)
			if want == auction.Executed {
				want = x.reason
			}
			if x.reason == auction.Executed {
				x.apply(next)
			}
		}
		a := w.onward(calls)
		if want == auction.Executed && s.pick(12) == 0 { // its class holds the transactions, but not the actions
			a.GasLimit, want = calls[len(calls)-1].gas, auction.GasClassExceeded
		}
		out := w.try(a)
		require.Equal(t, want, out.Reason, "bundle %d: %+v", bundles, out.Failure)
		fates[want]++
		if want == auction.Executed {
			held = next
			triggers += out.Triggers
		}
		if bundles%5 == 4 {
			w.check(t, held, total)
		}
		if bundles%20 == 19 {
			w.advance()
		}
	}
	w.check(t, held, total)
	for _, r := range []auction.Reason{auction.Executed, auction.LegReverted, auction.ActionReverted, auction.TriggerRefused, auction.GasClassExceeded} {
		require.NotZero(t, fates[r], "%s was not put to the test", r)
	}
	t.Logf("%d transfers, %d actions carried out, bundles: %v", transfers, triggers, fates)
}

// check ends the slot and compares all balances with the book.
func (w *world) check(t *testing.T, held book, total *big.Int) {
	t.Helper()
	w.endSlot()
	require.Equal(t, total, w.supply(tokenAddress))
	sum := int64(0)
	for at, units := range held {
		require.Equal(t, units, w.balance(at.chain, tokenAddress, at.account).Int64(), "%s on rollup %s", at.account, at.chain)
		sum += units
	}
	require.Equal(t, total.Int64(), sum, "nobody else holds any")
}
