package builder_test

import (
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// Bids, escrows, reserves and weights at the ends of their ranges, under every rule: nothing panics or wraps,
// nobody pays more than he bid or has, and every wei is where it was (threat B14).
func TestExtremesUnderEveryRule(t *testing.T) {
	top := new(uint256.Int).SetAllOne()
	power := func(n uint) *uint256.Int { return new(uint256.Int).Lsh(uint256.NewInt(1), n) }
	extremes := []*uint256.Int{wei(0), wei(1), wei(1<<64 - 1), power(64), power(96), power(128), power(254), power(255), top, new(uint256.Int).SubUint64(top, 1)}
	won := 0
	for seed := range sized(t, "CHORALE_EXTREMES", 150) {
		r := rand.New(rand.NewSource(int64(seed)))
		m := drawMarket(r, 2+r.Intn(6))
		m.p.Pricing = []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice}[seed%2]
		m.p.Split = []rollup.SplitRule{rollup.SplitByGas, rollup.SplitEqually, rollup.SplitMarginally}[seed%3]
		m.p.ProtocolBps = []uint32{0, 1, 10_000}[r.Intn(3)]
		m.p.Reserve = []*uint256.Int{wei(0), wei(1), new(uint256.Int).SubUint64(power(96), 1)}[r.Intn(3)]
		h := newHistory(m.p)
		h.w.scripts = m.scripts
		largest := wei(0)
		largest.SubUint64(power(96), 1)
		items := []rollup.QueueItem{
			register(chainA, payoutA), register(chainB, payoutB), weigh(chainA, 1<<32-1), weigh(chainB, uint64(r.Intn(2))*(1<<32-1)),
		}
		if r.Intn(3) == 0 {
			items = append(items, item(rollup.QueueReserve, treasury, word(uint64(chainA)), largest.PaddedBytes(32)))
		}
		left := top.Clone()
		for i := range stall {
			a := newAccount(byte(40 + i)).address
			escrow := extremes[r.Intn(len(extremes))]
			if i == 0 {
				escrow = power(254)
			}
			if sum := new(uint256.Int).AddUint64(escrow, 1000); sum.Lt(escrow) || left.Lt(sum) {
				escrow = wei(500)
			}
			left.Sub(left, new(uint256.Int).AddUint64(escrow, 1000))
			items = append(items, item(rollup.QueueDeposit, a, addressWord(a), escrow.PaddedBytes(32), word(1000)))
		}
		_, err := h.execute(h.input(items))
		require.NoError(t, err)
		deposits := conserved(t, h.b.Ledger())
		for i := range m.entries {
			e := &m.entries[i]
			e.Bid = extremes[r.Intn(len(extremes))].Clone()
			e.Bundle.Bid = e.Bid
			e.Hash = e.Bundle.Hash()
			if r.Intn(2) == 0 {
				e.Payer = newAccount(40).address
			}
		}
		h.next.Time, h.next.Key = (h.next.Time/1000+1)*1000, m.key
		x, err := h.execute(h.input(nil, m.entries...))
		require.NoError(t, err)
		for _, f := range x.Fates {
			sum := f.Protocol.Clone()
			for _, c := range f.Credits {
				_, over := sum.AddOverflow(sum, c.Amount)
				require.False(t, over)
			}
			require.Equal(t, f.Price, sum)
			require.False(t, f.Price.Gt(f.Bid))
			require.True(t, f.Executed() || f.Price.IsZero())
			if f.Reason == auction.Executed && f.Price.BitLen() > 64 {
				won++
			}
		}
		require.Equal(t, deposits, conserved(t, h.b.Ledger()))
	}
	require.Positive(t, won)
}
