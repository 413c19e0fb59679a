package devnet

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// The trade that arbitrage proposes is better than any nearby, and no trade pays where it proposes none.
func TestArbitrageIsBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pool := func(name string) reserves {
			return reserves{
				Eth:   ether(rapid.Int64Range(10, 1000).Draw(t, name+" eth")),
				Token: ether(rapid.Int64Range(10_000, 1_000_000).Draw(t, name+" token")),
			}
		}
		cheap, dear := pool("cheap"), pool("dear")
		best := arbitrage(cheap, dear)
		if best.In.Sign() == 0 {
			probe := tradeOf(cheap, dear, ether(1))
			require.LessOrEqual(t, probe.Profit.Sign(), 0)
			return
		}
		for _, percent := range []int64{50, 90, 110, 200} {
			other := tradeOf(cheap, dear, part(best.In, percent, 100))
			require.GreaterOrEqual(t, best.Profit.Cmp(other.Profit), 0, "%d %% of it earns more", percent)
		}
	})
}

// A quote is Pool.quote's, digit for digit.
func TestQuoteRoundsDown(t *testing.T) {
	got := quote(big.NewInt(1_000_000), big.NewInt(2_000_000), big.NewInt(1000))
	require.Equal(t, int64(1992), got.Int64()) // 997,000 · 2,000,000 / (1,000,000,000 + 997,000) = 1992.01…
}
