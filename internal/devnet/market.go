package devnet

import (
	"math"
	"math/big"
)

// reserves of one pool: wei and token units.
type reserves struct {
	Eth, Token *big.Int
}

// buy is what a wei amount buys, as Pool.quote computes it: 0.3 % of what comes in stays.
func (r reserves) buy(wei *big.Int) *big.Int { return quote(r.Eth, r.Token, wei) }

// sell is what a token amount fetches.
func (r reserves) sell(token *big.Int) *big.Int { return quote(r.Token, r.Eth, token) }

func quote(from, to, in *big.Int) *big.Int {
	fee := new(big.Int).Mul(in, big.NewInt(997))
	below := new(big.Int).Add(new(big.Int).Mul(from, big.NewInt(1000)), fee)
	return fee.Div(fee.Mul(fee, to), below)
}

// trade is an arbitrage: buy tokens on the cheap side, sell as many on the dear side.
type trade struct {
	In     *big.Int // wei paid on the cheap side
	Token  *big.Int // units bought and sold
	Out    *big.Int // wei received on the dear side
	Profit *big.Int // wei; negative if it does not pay
}

// arbitrage is the most profitable trade between two pools. With both swaps composed, out = C·in/(A + B·in),
// which is steepest against in where A + B·in = √(A·C).
func arbitrage(cheap, dear reserves) trade {
	const r = 0.997
	ea, ta, eb, tb := toFloat(cheap.Eth), toFloat(cheap.Token), toFloat(dear.Eth), toFloat(dear.Token)
	a, b, c := ea*tb, r*tb+r*r*ta, r*r*ta*eb
	best := (math.Sqrt(a*c) - a) / b
	if !(best > 0) {
		return trade{In: new(big.Int), Token: new(big.Int), Out: new(big.Int), Profit: new(big.Int)}
	}
	in, _ := new(big.Float).SetFloat64(best).Int(nil)
	return tradeOf(cheap, dear, in)
}

func tradeOf(cheap, dear reserves, in *big.Int) trade {
	token := cheap.buy(in)
	out := dear.sell(token)
	return trade{In: in, Token: token, Out: out, Profit: new(big.Int).Sub(out, in)}
}

func toFloat(v *big.Int) float64 {
	f, _ := new(big.Float).SetInt(v).Float64()
	return f
}

// part is v·n/d.
func part(v *big.Int, n, d int64) *big.Int {
	return new(big.Int).Div(new(big.Int).Mul(v, big.NewInt(n)), big.NewInt(d))
}
