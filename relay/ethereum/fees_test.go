package ethereum

import (
	"errors"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func price(tip, ceiling int64) fees { return fees{tip: big.NewInt(tip), max: big.NewInt(ceiling)} }

func TestSuggestIsCapped(t *testing.T) {
	require.Equal(t, price(3, 203), suggest(big.NewInt(3), big.NewInt(100), big.NewInt(1000)))
	require.Equal(t, price(3, 150), suggest(big.NewInt(3), big.NewInt(100), big.NewInt(150)))
	require.Equal(t, price(7, 7), suggest(big.NewInt(30), big.NewInt(100), big.NewInt(7)))
}

func TestBump(t *testing.T) {
	cases := []struct {
		name        string
		old, wanted fees
		limit       int64
		next        fees
		ok          bool
	}{
		{"a tenth more where the market did not move", price(10, 100), price(10, 100), 1000, price(11, 110), true},
		{"the market where it is above", price(10, 100), price(20, 500), 1000, price(20, 500), true},
		{"each price by its own rule", price(10, 100), price(5, 500), 1000, price(11, 500), true},
		{"rounded up", price(1, 1), price(0, 0), 1000, price(2, 2), true},
		{"from nothing", price(0, 7), price(0, 7), 1000, price(1, 8), true},
		{"up to the cap", price(10, 100), price(20, 500), 110, price(20, 110), true},
		{"not beyond the cap", price(10, 100), price(20, 500), 109, price(20, 109), false},
		{"a tip at the cap", price(100, 100), price(100, 100), 105, price(105, 105), false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			next, ok := bump(c.old, c.wanted, big.NewInt(c.limit))
			require.Equal(t, c.ok, ok)
			require.Equal(t, c.next, next)
		})
	}
}

// What bump gives replaces the old by the pool's own arithmetic, is a possible transaction, and is capped.
func TestBumpAlwaysReplaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) fees {
			ceiling := rapid.Int64Range(1, 1e15).Draw(t, label)
			return price(rapid.Int64Range(0, ceiling).Draw(t, label+" tip"), ceiling)
		}
		old, wanted, limit := draw("old"), draw("wanted"), big.NewInt(rapid.Int64Range(1, 1e15).Draw(t, "cap"))
		next, ok := bump(old, wanted, limit)
		require.LessOrEqual(t, next.max.Cmp(limit), 0)
		require.LessOrEqual(t, next.tip.Cmp(next.max), 0)
		if !ok {
			return
		}
		// core/txpool/legacypool, list.Add: threshold = old × 110 / 100, and strictly above old.
		for _, pair := range [][2]*big.Int{{old.tip, next.tip}, {old.max, next.max}} {
			least := new(big.Int).Div(new(big.Int).Mul(pair[0], big.NewInt(110)), big.NewInt(100))
			require.GreaterOrEqual(t, pair[1].Cmp(least), 0)
			require.Positive(t, pair[1].Cmp(pair[0]))
		}
	})
}

func TestJudge(t *testing.T) {
	cases := map[string]poolAnswer{
		"already known":                       poolTook,
		"replacement transaction underpriced": poolHasDearer,
		"replacement transaction underpriced: new tx gas fee cap 1 < 2":     poolHasDearer,
		"nonce too low: next nonce 5, tx nonce 4":                           poolNonceUsed,
		"insufficient funds for gas * price + value: balance 0, tx cost 21": poolNoFunds,
		"tx fee (2.90 ether) exceeds the configured cap (1.00 ether)":       poolTooDear,
		"txpool is full": poolFailed,
	}
	for says, want := range cases {
		require.Equal(t, want, judge(textError(says)), says)
	}
	require.Equal(t, poolTook, judge(nil))
	for _, says := range []string{"connection refused", "429 Too Many Requests", "nonce too low"} { // not by the pool: nobody knows
		require.Equal(t, poolSilent, judge(errors.New(says)), says)
	}
}

type textError string

func (e textError) Error() string { return string(e) }

func (textError) ErrorCode() int { return -32000 }
