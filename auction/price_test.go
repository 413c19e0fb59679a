package auction_test

import (
	"math"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func amount(t *rapid.T, label string) *uint256.Int {
	return rapid.OneOf(
		rapid.Custom(func(t *rapid.T) *uint256.Int {
			return new(uint256.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "bytes"))
		}),
		rapid.Just(new(uint256.Int)), rapid.Just(uint256.NewInt(1)), rapid.Just(uint256.NewInt(math.MaxUint64)),
		rapid.Just(new(uint256.Int).Lsh(uint256.NewInt(1), 128)), rapid.Just(new(uint256.Int).SetAllOne()),
	).Draw(t, label)
}

func TestDivideTable(t *testing.T) {
	at := func(gas uint64, weight uint32) auction.Touched {
		return auction.Touched{Chain: 901, Gas: gas, Weight: weight}
	}
	for name, c := range map[string]struct {
		price, bps, protocol uint64
		rule                 rollup.SplitRule
		touched              []auction.Touched
		parts                []uint64
	}{
		"by gas":                   {1000, 1000, 100, rollup.SplitByGas, []auction.Touched{at(20, 1), at(10, 1)}, []uint64{600, 300}},
		"equally":                  {1000, 1000, 100, rollup.SplitEqually, []auction.Touched{at(20, 1), at(10, 1)}, []uint64{450, 450}},
		"by weight":                {1000, 0, 0, rollup.SplitEqually, []auction.Touched{at(20, 3), at(10, 1)}, []uint64{750, 250}},
		"gas times weight":         {1000, 0, 0, rollup.SplitByGas, []auction.Touched{at(10, 3), at(30, 1)}, []uint64{500, 500}},
		"dust to the protocol":     {1000, 1000, 100, rollup.SplitEqually, []auction.Touched{at(1, 1), at(1, 1), at(1, 1)}, []uint64{300, 300, 300}},
		"more dust":                {1001, 0, 2, rollup.SplitEqually, []auction.Touched{at(1, 1), at(1, 1), at(1, 1)}, []uint64{333, 333, 333}},
		"weight zero gets nothing": {1000, 500, 50, rollup.SplitByGas, []auction.Touched{at(99, 0), at(1, 1)}, []uint64{0, 950}},
		"all weights zero":         {1000, 500, 1000, rollup.SplitByGas, []auction.Touched{at(99, 0), at(1, 0)}, []uint64{0, 0}},
		"nothing touched":          {1000, 500, 1000, rollup.SplitByGas, nil, []uint64{}},
		"all to the protocol":      {1000, 10_000, 1000, rollup.SplitByGas, []auction.Touched{at(1, 1)}, []uint64{0}},
		"one wei":                  {1, 5000, 1, rollup.SplitEqually, []auction.Touched{at(1, 1), at(1, 1)}, []uint64{0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			protocol, parts, err := auction.Divide(uint256.NewInt(c.price), uint32(c.bps), c.rule, c.touched)
			require.NoError(t, err)
			require.Equal(t, c.protocol, protocol.Uint64())
			got := []uint64{}
			for _, p := range parts {
				got = append(got, p.Uint64())
			}
			require.Equal(t, c.parts, got)
		})
	}
	_, _, err := auction.Divide(uint256.NewInt(1), 0, "by whim", nil)
	require.ErrorIs(t, err, auction.ErrRule)
	_, _, err = auction.Divide(uint256.NewInt(1), 10_001, rollup.SplitByGas, nil)
	require.ErrorIs(t, err, auction.ErrRule)
}

// Whatever the price, shares, gas and weights: the parts sum to the price, to the wei (law 4); a weight of
// zero gets nothing; and no rollup gets less for more gas at the same weight.
func TestDivideIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		price := amount(t, "price")
		rule := rapid.SampledFrom([]rollup.SplitRule{rollup.SplitByGas, rollup.SplitEqually}).Draw(t, "rule")
		var touched []auction.Touched
		for range rapid.IntRange(0, 8).Draw(t, "rollups") {
			touched = append(touched, auction.Touched{
				Gas:    rapid.OneOf(rapid.Uint64Range(0, 30_000_000), rapid.Just(uint64(math.MaxUint64))).Draw(t, "gas"),
				Weight: rapid.OneOf(rapid.Uint32Range(0, 3), rapid.Just(uint32(math.MaxUint32))).Draw(t, "weight"),
			})
		}
		was := price.Clone()
		protocol, parts, err := auction.Divide(price, rapid.Uint32Range(0, 10_000).Draw(t, "bps"), rule, touched)
		require.NoError(t, err)
		require.Equal(t, was, price, "operands are not changed")
		sum := protocol.Clone()
		for i, p := range parts {
			_, over := sum.AddOverflow(sum, p)
			require.False(t, over)
			if touched[i].Weight == 0 {
				require.True(t, p.IsZero())
			}
			for j, q := range parts {
				if touched[i].Weight == touched[j].Weight && touched[i].Gas >= touched[j].Gas {
					require.False(t, p.Lt(q))
				}
			}
		}
		require.Equal(t, price, sum)
	})
}

func TestFirstPriceIsTheBid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var bids []auction.Bid
		for range rapid.IntRange(0, 5).Draw(t, "bids") {
			bids = append(bids, auction.Bid{Amount: amount(t, "bid")})
		}
		prices, err := auction.Price(rollup.FirstPrice, bids, nil, nil)
		require.NoError(t, err)
		require.Len(t, prices, len(bids))
		for i := range bids {
			require.Equal(t, bids[i].Amount, prices[i])
			require.NotSame(t, bids[i].Amount, prices[i])
		}
	})
	_, err := auction.Price("third", nil, nil, nil)
	require.ErrorIs(t, err, auction.ErrRule)
}

func bidOf(bidder, payer byte, amount, reserve uint64) auction.Bid {
	return auction.Bid{
		Bidder: rollup.Address{bidder}, Payer: rollup.Address{payer}, Amount: uint256.NewInt(amount), Reserve: uint256.NewInt(reserve),
	}
}

func TestSecondPriceTable(t *testing.T) {
	type rivals = []auction.Rival
	for name, c := range map[string]struct {
		winners, losers []auction.Bid
		rivals          rivals
		want            []uint64
	}{
		"nobody against it: the reserve":  {[]auction.Bid{bidOf(1, 1, 900, 100)}, nil, nil, []uint64{100}},
		"the loser's bid":                 {[]auction.Bid{bidOf(1, 1, 900, 100)}, []auction.Bid{bidOf(2, 2, 700, 100)}, rivals{{Winner: 0, Loser: 0}}, []uint64{700}},
		"the best of two":                 {[]auction.Bid{bidOf(1, 1, 900, 100)}, []auction.Bid{bidOf(2, 2, 700, 1), bidOf(3, 3, 800, 1)}, rivals{{Winner: 0, Loser: 0}, {Winner: 0, Loser: 1}}, []uint64{800}},
		"a loser that does not count":     {[]auction.Bid{bidOf(1, 1, 900, 100)}, []auction.Bid{bidOf(2, 2, 700, 1)}, nil, []uint64{100}},
		"never above the bid":             {[]auction.Bid{bidOf(1, 1, 900, 100)}, []auction.Bid{bidOf(2, 2, 1500, 1)}, rivals{{Winner: 0, Loser: 0}}, []uint64{900}},
		"never below the reserve":         {[]auction.Bid{bidOf(1, 1, 900, 300)}, []auction.Bid{bidOf(2, 2, 200, 1)}, rivals{{Winner: 0, Loser: 0}}, []uint64{300}},
		"not by its own bidder":           {[]auction.Bid{bidOf(1, 1, 900, 100)}, []auction.Bid{bidOf(1, 5, 700, 1)}, rivals{{Winner: 0, Loser: 0}}, []uint64{100}},
		"not by its own payer":            {[]auction.Bid{bidOf(1, 5, 900, 100)}, []auction.Bid{bidOf(2, 5, 700, 1)}, rivals{{Winner: 0, Loser: 0}}, []uint64{100}},
		"not by a payer who bids himself": {[]auction.Bid{bidOf(1, 5, 900, 100)}, []auction.Bid{bidOf(5, 5, 700, 1)}, rivals{{Winner: 0, Loser: 0}}, []uint64{100}},
		"each by its own":                 {[]auction.Bid{bidOf(1, 1, 900, 1), bidOf(2, 2, 800, 1)}, []auction.Bid{bidOf(3, 3, 700, 1), bidOf(4, 4, 600, 1)}, rivals{{Winner: 1, Loser: 0}, {Winner: 0, Loser: 1}}, []uint64{600, 700}},
	} {
		t.Run(name, func(t *testing.T) {
			prices, err := auction.Price(rollup.SecondPrice, c.winners, c.losers, c.rivals)
			require.NoError(t, err)
			var got []uint64
			for _, p := range prices {
				got = append(got, p.Uint64())
			}
			require.Equal(t, c.want, got)
		})
	}
	for _, r := range []auction.Rival{{Winner: 1}, {Winner: -1}, {Loser: 1}, {Loser: -1}} {
		_, err := auction.Price(rollup.SecondPrice, []auction.Bid{bidOf(1, 1, 1, 1)}, []auction.Bid{bidOf(2, 2, 1, 1)}, []auction.Rival{r})
		require.ErrorIs(t, err, auction.ErrRival)
	}
}

// Whatever bids and rivals (threats A15 and B14): a price is at most the bid and, as far as the bid allows, at
// least the reserve; it is the reserve, the bid, or the bid of a loser who shares no account with the winner; no
// change of a bid by the winner's own accounts changes it; and a higher losing bid lowers no price.
func TestSecondPriceProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) (out []auction.Bid) {
			for range rapid.IntRange(0, 5).Draw(t, label) {
				out = append(out, auction.Bid{
					Bidder: rollup.Address{byte(rapid.IntRange(0, 4).Draw(t, "bidder"))}, Payer: rollup.Address{byte(rapid.IntRange(0, 4).Draw(t, "payer"))},
					Amount: amount(t, "amount"), Reserve: amount(t, "reserve"),
				})
			}
			return out
		}
		winners, losers := draw("winners"), draw("losers")
		var rivals []auction.Rival
		for l := range losers {
			if len(winners) > 0 && rapid.Bool().Draw(t, "counts") {
				rivals = append(rivals, auction.Rival{Winner: rapid.IntRange(0, len(winners)-1).Draw(t, "against"), Loser: l})
			}
		}
		prices, err := auction.Price(rollup.SecondPrice, winners, losers, rivals)
		require.NoError(t, err)
		shares := func(a, b auction.Bid) bool {
			return a.Bidder == b.Bidder || a.Payer == b.Payer || a.Bidder == b.Payer || a.Payer == b.Bidder
		}
		for w, price := range prices {
			require.False(t, price.Gt(winners[w].Amount))
			require.True(t, !price.Lt(winners[w].Reserve) || price.Eq(winners[w].Amount))
			source := price.Eq(winners[w].Reserve) || price.Eq(winners[w].Amount)
			for _, r := range rivals {
				source = source || r.Winner == w && price.Eq(losers[r.Loser].Amount) && !shares(winners[w], losers[r.Loser])
			}
			require.True(t, source, "the price comes from nowhere")
			changed := append([]auction.Bid{}, losers...)
			for l := range changed {
				if shares(winners[w], losers[l]) {
					changed[l].Amount = amount(t, "own bid")
				}
			}
			again, err := auction.Price(rollup.SecondPrice, winners, changed, rivals)
			require.NoError(t, err)
			require.Equal(t, price, again[w], "its own bids set its price")
		}
		if len(losers) > 0 {
			l := rapid.IntRange(0, len(losers)-1).Draw(t, "raised")
			raised := append([]auction.Bid{}, losers...)
			raised[l].Amount = new(uint256.Int).SetAllOne()
			more, err := auction.Price(rollup.SecondPrice, winners, raised, rivals)
			require.NoError(t, err)
			for w := range prices {
				require.False(t, more[w].Lt(prices[w]))
			}
		}
	})
}
