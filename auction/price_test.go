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
