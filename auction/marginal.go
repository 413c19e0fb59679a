package auction

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/holiman/uint256"
)

// ErrSum refuses prices whose sum exceeds 2^256−1 wei. No ledger holds as much.
var ErrSum = errors.New("sum exceeds 2^256-1 wei")

// Member is one rollup of a player.
type Member struct {
	Weight   uint32       // governance's
	Marginal *uint256.Int // what the slot earned more with it than without it alone, wei
}

// Player is one identity that has a claim on a slot's prices: the rollups with one payout account.
type Player struct {
	Marginal *uint256.Int // what the slot earned more with all its rollups than without any of them, wei
	Members  []Member
}

// DivideMarginally splits a slot's prices: of each the protocol's share of protocolBps/10,000, rounded down, and
// the rest over the rollups by what the slot would have earned without them. This is BuilderNet's flat-tax rule
// with its identity constraint, rollups in the place of order flow providers.
//
// With S the sum of the prices less the protocol's shares, M the sum of the players' marginals, m a player's
// marginal and w its weight (the mean of its members' weights by their own marginals, the plain mean where those
// are all zero), a player has the claim
//
//	φ = min(m, m·w / Σ m·w × min(S, M))
//
// so all weights being equal, everybody gives up the same part of his marginal, and nobody's claim exceeds it:
// a player of several rollups gets at most what they add together. Inside a player its claim goes by the
// members' weighted own marginals. Each price's rest is divided by the claims, as claim / S of it, rounded down;
// what nobody claims and what rounding leaves goes to the protocol. parts stand by price, then by player and
// member; protocol + Σ parts = price, exactly. ErrRule if protocolBps is above 10,000.
func DivideMarginally(prices []*uint256.Int, protocolBps uint32, players []Player) (protocol []*uint256.Int, parts [][]*uint256.Int, err error) {
	if protocolBps > maxBps {
		return nil, nil, fmt.Errorf("protocol share %d/%d: %w", protocolBps, maxBps, ErrRule)
	}
	pools, whole := make([]*uint256.Int, len(prices)), new(uint256.Int)
	for i, price := range prices {
		cut, _ := new(uint256.Int).MulDivOverflow(price, uint256.NewInt(uint64(protocolBps)), uint256.NewInt(maxBps))
		pools[i] = new(uint256.Int).Sub(price, cut)
		if _, over := whole.AddOverflow(whole, pools[i]); over {
			return nil, nil, fmt.Errorf("prices: %w", ErrSum)
		}
	}
	claims, err := Claims(whole, players)
	if err != nil {
		return nil, nil, err
	}
	protocol, parts = make([]*uint256.Int, len(prices)), make([][]*uint256.Int, len(prices))
	for i, price := range prices {
		protocol[i] = price.Clone()
		for _, claim := range claims {
			part := new(uint256.Int)
			if !whole.IsZero() {
				part.MulDivOverflow(pools[i], claim, whole) // claim ≤ whole, so it fits
			}
			parts[i] = append(parts[i], part)
			protocol[i].Sub(protocol[i], part)
		}
	}
	return protocol, parts, nil
}

// Claims are what each member of each player may have of whole, in wei, by player and member, as
// DivideMarginally says; together at most whole. Exact: what is in between has no bound on its size.
func Claims(whole *uint256.Int, players []Player) ([]*uint256.Int, error) {
	marginals, weighed := new(big.Int), new(big.Int)
	scores := make([]*big.Int, len(players)) // m·w, rounded down
	for i, p := range players {
		scores[i] = p.score()
		weighed.Add(weighed, scores[i])
		marginals.Add(marginals, p.Marginal.ToBig())
	}
	if pot := whole.ToBig(); pot.Cmp(marginals) < 0 {
		marginals = pot // min(S, M)
	}
	var out []*uint256.Int
	for i, p := range players {
		claim := share(marginals, scores[i], weighed)
		if m := p.Marginal.ToBig(); m.Cmp(claim) < 0 {
			claim = m
		}
		for _, part := range p.within(claim) {
			amount, over := uint256.FromBig(part)
			if over {
				return nil, ErrSum // cannot be: claims sum to at most whole
			}
			out = append(out, amount)
		}
	}
	return out, nil
}

// score is the player's marginal times its weight, rounded down.
func (p *Player) score() *big.Int {
	over, under := new(big.Int), new(big.Int)
	for _, m := range p.Members {
		own := m.Marginal.ToBig()
		over.Add(over, new(big.Int).Mul(own, big.NewInt(int64(m.Weight))))
		under.Add(under, own)
	}
	if under.Sign() == 0 {
		for _, m := range p.Members {
			over.Add(over, big.NewInt(int64(m.Weight)))
		}
		under.SetInt64(int64(len(p.Members)))
	}
	return share(p.Marginal.ToBig(), over, under)
}

// within divides a player's claim over its members, each rounded down: by weight times own marginal, or by
// weight where no member has a marginal of its own.
func (p *Player) within(claim *big.Int) []*big.Int {
	measures, total := make([]*big.Int, len(p.Members)), new(big.Int)
	for i, m := range p.Members {
		measures[i] = new(big.Int).Mul(m.Marginal.ToBig(), big.NewInt(int64(m.Weight)))
		total.Add(total, measures[i])
	}
	if total.Sign() == 0 {
		for i, m := range p.Members {
			measures[i] = big.NewInt(int64(m.Weight))
			total.Add(total, measures[i])
		}
	}
	out := make([]*big.Int, len(p.Members))
	for i := range out {
		out[i] = share(claim, measures[i], total)
	}
	return out
}

// share is ⌊whole × part / total⌋; nothing if total is.
func share(whole, part, total *big.Int) *big.Int {
	if total.Sign() == 0 {
		return new(big.Int)
	}
	out := new(big.Int).Mul(whole, part)
	return out.Quo(out, total)
}
