package evm_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// The market's contracts, in the order in which the deployer creates them: what is sold, what is bought, a pool of
// each, the swap and the limit orders.
var (
	soldAddress   = crypto.CreateAddress(addressOf(deployer), 0)
	boughtAddress = crypto.CreateAddress(addressOf(deployer), 1)
	sellAddress   = crypto.CreateAddress(addressOf(deployer), 2)
	buyAddress    = crypto.CreateAddress(addressOf(deployer), 3)
	swapAddress   = crypto.CreateAddress(addressOf(deployer), 4)
	ordersAddress = crypto.CreateAddress(addressOf(deployer), 5)
	pool          = bindings.NewPool()
	swap          = bindings.NewCrossSwap()
	orders        = bindings.NewLimitOrders()
)

var plenty = new(big.Int).Mul(ether, big.NewInt(1e9))

// newMarket opens rollups with all of it on each, funds, and approvals of the first three keys.
func newMarket(t require.TestingT, n int) *world {
	w := newWorld(t, n, func(chains []uint64) [][]byte {
		sold := token.PackConstructor("Sold", "SLD", addressOf(deployer), plenty, chains)
		bought := token.PackConstructor("Bought", "BGT", addressOf(deployer), plenty, chains)
		return [][]byte{
			creation(bindings.SharedTokenMetaData.Bin, sold), creation(bindings.SharedTokenMetaData.Bin, bought),
			creation(bindings.PoolMetaData.Bin, pool.PackConstructor(soldAddress)), creation(bindings.PoolMetaData.Bin, pool.PackConstructor(boughtAddress)),
			creation(bindings.CrossSwapMetaData.Bin, swap.PackConstructor(sellAddress, buyAddress, chains)),
			creation(bindings.LimitOrdersMetaData.Bin, orders.PackConstructor(chains)),
		}
	})
	hundred := new(big.Int).Mul(ether, big.NewInt(100))
	for _, id := range w.ids {
		for token_, pool_ := range map[common.Address]common.Address{soldAddress: sellAddress, boughtAddress: buyAddress} {
			w.run(id, deployer, call{to: &token_, data: token.PackApprove(pool_, plenty)})
			w.run(id, deployer, call{to: &pool_, data: pool.PackAddLiquidity(new(big.Int).Mul(ether, big.NewInt(100_000))), value: hundred, gas: 500_000})
			for _, k := range keys[:3] {
				w.run(id, deployer, call{to: &token_, data: token.PackTransfer(addressOf(k), new(big.Int).Mul(ether, big.NewInt(100_000)))})
				w.run(id, k, call{to: &token_, data: token.PackApprove(swapAddress, plenty)})
				w.run(id, k, call{to: &token_, data: token.PackApprove(ordersAddress, plenty)})
			}
		}
	}
	return w
}

// stand is what the first three keys hold of both tokens on all rollups.
func (w *world) stand() map[sender][2]*big.Int {
	out := map[sender][2]*big.Int{}
	for _, id := range w.ids {
		for _, k := range keys[:3] {
			who := addressOf(k)
			out[sender{id, who}] = [2]*big.Int{w.balance(id, soldAddress, who), w.balance(id, boughtAddress, who)}
		}
	}
	return out
}

// conserved checks both tokens' supply over all rollups, and that the swap holds nothing.
func (w *world) conserved(t *testing.T) {
	t.Helper()
	w.endSlot()
	total := new(big.Int).Mul(plenty, big.NewInt(int64(len(w.ids))))
	for _, contract := range []common.Address{soldAddress, boughtAddress} {
		require.Equal(t, total, w.supply(contract))
		for _, id := range w.ids {
			require.Zero(t, w.balance(id, contract, swapAddress).Sign())
		}
	}
	for _, id := range w.ids {
		require.Zero(t, w.OpenState(id).GetBalance(swapAddress).Sign())
	}
}

// A swap sells and buys, at the price asked for, on the rollup asked for, or does neither: under random failures of
// either side and of the way back, on three rollups. CHORALE_TRANSFERS / 4 swaps.
func TestSwapsAreBothOrNeither(t *testing.T) {
	n := count(t, "CHORALE_TRANSFERS", 400) / 4
	w := newMarket(t, 3)
	r := rand.New(rand.NewPCG(2, uint64(n)))
	fates := map[auction.Reason]int{}
	for i := range n {
		src, dst := w.ids[r.IntN(3)], w.ids[r.IntN(3)]
		for dst == src {
			dst = w.ids[r.IntN(3)]
		}
		key := keys[r.IntN(3)]
		who := addressOf(key)
		amount := new(big.Int).Mul(big.NewInt(1+r.Int64N(20)), ether)
		order := bindings.CrossSwapOrder{To: who, MinOut: big.NewInt(1), BackPrepaid: new(big.Int)}
		back := r.IntN(2) == 0
		if back {
			order.BackTo, order.BackGas = uint64(src), mintGas
			order.BackPrepaid = w.price(src, mintGas, 4+2*32)
		}
		gas, fee, value, want := uint64(500_000), w.OpenHeader(dst).BaseFee, ether, auction.Executed
		switch kind := r.IntN(16); {
		case kind == 0:
			order.MinOut, want = plenty, auction.ActionReverted
		case kind == 1:
			fee, want = new(big.Int).Sub(fee, big.NewInt(1)), auction.TriggerRefused
		case kind == 2:
			value, want = big.NewInt(1), auction.LegReverted
		case kind == 3:
			gas, want = 30_000+r.Uint64N(60_000), auction.ActionReverted
		case kind == 4:
			amount, want = plenty, auction.LegReverted
		case kind == 5 && back:
			order.BackPrepaid, want = new(big.Int).Sub(order.BackPrepaid, big.NewInt(1)), auction.TriggerRefused
		case kind == 6 && back:
			order.BackGas, want = 5_000, auction.ActionReverted
		case kind == 7 && back:
			order.BackPrepaid, want = plenty, auction.ActionReverted
		}
		before, purse := w.stand(), w.OpenState(src).GetBalance(who).ToBig()
		data := swap.PackSwap(uint64(dst), amount, order, gas, fee)
		out := w.try(w.onward([]sent{{src, key, call{to: &swapAddress, data: data, value: value, gas: 400_000}}}))
		require.Equal(t, want, out.Reason, "swap %d: %+v", i, out.Failure)
		fates[want]++
		now := w.stand()
		if want != auction.Executed {
			require.Equal(t, before, now)
			require.Equal(t, purse, w.OpenState(src).GetBalance(who).ToBig())
		} else {
			sold := new(big.Int).Sub(before[sender{src, who}][0], now[sender{src, who}][0])
			require.Equal(t, amount, sold)
			at := sender{dst, who}
			if back {
				at.chain = src
			}
			require.Positive(t, new(big.Int).Sub(now[at][1], before[at][1]).Cmp(new(big.Int)), "bought")
			spent := new(big.Int).Sub(purse, w.OpenState(src).GetBalance(who).ToBig())
			require.Negative(t, spent.Cmp(new(big.Int).Div(ether, big.NewInt(100))), "what was sent beyond the price came back")
			delete(before, at)
			delete(now, at)
			delete(before, sender{src, who})
			delete(now, sender{src, who})
			require.Equal(t, before, now, "nobody else's, nowhere else")
		}
		if i%10 == 9 {
			w.conserved(t)
			w.advance()
		}
	}
	w.conserved(t)
	for _, r := range []auction.Reason{auction.Executed, auction.LegReverted, auction.ActionReverted, auction.TriggerRefused} {
		require.NotZero(t, fates[r], "%s was not put to the test", r)
	}
	t.Logf("%d swaps: %v", n, fates)
}

// remaining reads what is left of an order, in slot 2 of LimitOrders.
func (w *world) remaining(id rollup.ChainID, order [32]byte) *big.Int {
	return w.read(id, ordersAddress, crypto.Keccak256Hash(order[:], common.BigToHash(big.NewInt(2)).Bytes()))
}

// placed is an order that stands on a rollup.
type placed struct {
	id    rollup.ChainID
	order bindings.LimitOrdersOrder
	hash  [32]byte
}

// place has a maker put units up for sale, paid on another rollup until the deadline.
func (w *world) place(t *testing.T, on, payOn rollup.ChainID, sells, pays, deadline uint64) placed {
	order := bindings.LimitOrdersOrder{
		Number: w.read(on, ordersAddress, common.BigToHash(big.NewInt(1))), Maker: addressOf(keys[0]),
		Sell: soldAddress, SellAmount: new(big.Int).SetUint64(sells), PayChain: uint64(payOn),
		Pay: boughtAddress, PayAmount: new(big.Int).SetUint64(pays), Payee: addressOf(keys[0]), Deadline: deadline,
	}
	out := w.try(w.onward([]sent{{on, keys[0], call{to: &ordersAddress, data: orders.PackPlace(order)}}}))
	executed(t, out)
	receipts := w.endSlot().Additions[on-w.ids[0]].Receipts
	event := receipts[len(receipts)-1].Logs[0]
	require.Equal(t, ordersAddress, event.Address)
	return placed{on, order, event.Topics[1]}
}

// A fill pays the maker on one rollup and hands over on the other, at the limit or better, or neither; what was filled
// cannot be filled again. CHORALE_TRANSFERS / 4 fills.
func TestLimitOrdersAreBothOrNeither(t *testing.T) {
	n := count(t, "CHORALE_TRANSFERS", 400) / 4
	w := newMarket(t, 2)
	r := rand.New(rand.NewPCG(3, uint64(n)))
	fates := map[auction.Reason]int{}
	maker := addressOf(keys[0])
	for i := range n {
		on, payOn := w.ids[i%2], w.ids[1-i%2]
		p := w.place(t, on, payOn, 100+r.Uint64N(1000), 100+r.Uint64N(1000), w.time)
		require.Equal(t, p.order.SellAmount, w.remaining(on, p.hash))
		takes := 1 + r.Uint64N(p.order.SellAmount.Uint64())
		sells, limit := p.order.SellAmount.Uint64(), p.order.PayAmount.Uint64()
		pays := (takes*limit + sells - 1) / sells
		value, gas, want := w.price(on, 100_000, 4+12*32), uint64(100_000), auction.Executed
		order := p.order
		switch r.IntN(14) {
		case 0:
			pays, want = pays-1, auction.ActionReverted
		case 1:
			takes, pays, want = sells+1, 2*limit+1, auction.ActionReverted
		case 2:
			order.PayAmount, pays, want = big.NewInt(1), 1, auction.ActionReverted
		case 3:
			value, want = value.Sub(value, big.NewInt(1)), auction.TriggerRefused
		case 4:
			gas, value, want = 20_000, w.price(on, 20_000, 4+12*32), auction.ActionReverted
		case 5:
			order.Pay, want = common.HexToAddress("0xdead"), auction.LegReverted
		case 6:
			order.PayChain, want = uint64(on), auction.LegReverted
		case 7: // its last second is over
			w.advance()
			value, want = w.price(on, 100_000, 4+12*32), auction.ActionReverted
		case 8:
			w.run(on, keys[0], call{to: &ordersAddress, data: orders.PackCancel(p.order)})
			want = auction.ActionReverted
		}
		fill := func(want auction.Reason) {
			before, left := w.stand(), w.remaining(on, p.hash)
			data := orders.PackFill(uint64(on), order, new(big.Int).SetUint64(takes), new(big.Int).SetUint64(pays), addressOf(keys[1]), gas)
			out := w.try(w.onward([]sent{{payOn, keys[1], call{to: &ordersAddress, data: data, value: value, gas: 400_000}}}))
			require.Equal(t, want, out.Reason, "fill %d: %+v", i, out.Failure)
			fates[want]++
			now := w.stand()
			if want == auction.Executed {
				left.Sub(left, new(big.Int).SetUint64(takes))
				before[sender{on, addressOf(keys[1])}][0].Add(before[sender{on, addressOf(keys[1])}][0], new(big.Int).SetUint64(takes))
				before[sender{payOn, addressOf(keys[1])}][1].Sub(before[sender{payOn, addressOf(keys[1])}][1], new(big.Int).SetUint64(pays))
				before[sender{payOn, maker}][1].Add(before[sender{payOn, maker}][1], new(big.Int).SetUint64(pays))
			}
			require.Equal(t, before, now)
			require.Equal(t, left, w.remaining(on, p.hash))
		}
		fill(want)
		if want == auction.Executed && 2*takes > sells { // the same fill again finds too little left
			fill(auction.ActionReverted)
		}
		if i%10 == 9 {
			w.advance()
		}
	}
	w.conserved(t)
	for _, r := range []auction.Reason{auction.Executed, auction.LegReverted, auction.ActionReverted, auction.TriggerRefused} {
		require.NotZero(t, fates[r], "%s was not put to the test", r)
	}
	t.Logf("%d orders, fills: %v", n, fates)
}
