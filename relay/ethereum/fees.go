package ethereum

import "math/big"

// fees are the two prices of an EIP-1559 transaction, in wei per gas.
type fees struct {
	tip *big.Int // maxPriorityFeePerGas
	max *big.Int // maxFeePerGas
}

// suggest is what to offer at this base fee: the tip asked for, and room for the base fee to double. The cap
// bounds max, and the tip with it.
func suggest(tip, baseFee, limit *big.Int) fees {
	ceiling := new(big.Int).Mul(baseFee, big.NewInt(2))
	return fees{tip: new(big.Int).Set(tip), max: ceiling.Add(ceiling, tip)}.under(limit)
}

func (f fees) under(limit *big.Int) fees {
	out := fees{tip: new(big.Int).Set(f.tip), max: new(big.Int).Set(f.max)}
	if out.max.Cmp(limit) > 0 {
		out.max.Set(limit)
	}
	if out.tip.Cmp(out.max) > 0 {
		out.tip.Set(out.max)
	}
	return out
}

// pays says whether a block at this base fee would take the transaction with some tip.
func (f fees) pays(baseFee *big.Int) bool { return f.max.Cmp(baseFee) > 0 }

// replaces says whether the pool takes f in place of old: both prices at least a tenth higher (go-ethereum's
// price bump for ordinary transactions).
func (f fees) replaces(old fees) bool {
	return f.tip.Cmp(tenthMore(old.tip)) >= 0 && f.max.Cmp(tenthMore(old.max)) >= 0
}

// bump is the least that replaces old and is at least wanted, or false if the cap does not allow it.
func bump(old, wanted fees, limit *big.Int) (fees, bool) {
	next := fees{tip: higher(tenthMore(old.tip), wanted.tip), max: higher(tenthMore(old.max), wanted.max)}
	next.max = higher(next.max, next.tip)
	next = next.under(limit)
	return next, next.replaces(old)
}

// double is for a competitor in the pool whose price nobody knows, so that few tries find it.
func (f fees) double(limit *big.Int) fees {
	return fees{tip: new(big.Int).Lsh(f.tip, 1), max: new(big.Int).Lsh(f.max, 1)}.under(limit)
}

// tenthMore is v + 10 %, rounded up, and at least v + 1.
func tenthMore(v *big.Int) *big.Int {
	out := new(big.Int).Mul(v, big.NewInt(110))
	out.Add(out, big.NewInt(99)).Div(out, big.NewInt(100))
	if out.Cmp(v) <= 0 {
		out.Add(v, big.NewInt(1))
	}
	return out
}

func higher(a, b *big.Int) *big.Int {
	if a.Cmp(b) >= 0 {
		return a
	}
	return new(big.Int).Set(b)
}
