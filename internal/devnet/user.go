package devnet

import (
	"context"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
)

// user trades in one rollup's market by ordinary transactions, as from any wallet, and so pushes the prices
// of the markets apart.
type user struct {
	wallet
	bazaar *bazaar
	dice   *rand.Rand
	log    *slog.Logger
}

// run trades until ctx ends, the first time at once.
func (u *user) run(ctx context.Context) {
	approved := map[rollup.ChainID]bool{}
	for wait := 200; sleep(ctx, time.Duration(wait)*time.Millisecond); wait = 1000 + u.dice.IntN(3000) {
		u.trade(ctx, u.door.chains[u.dice.IntN(len(u.door.chains))], approved)
	}
}

// trade swaps one and a half to five per cent of the pool, either way. Before the first sale on a rollup it lets
// the pool take its tokens.
func (u *user) trade(ctx context.Context, chain rollup.ChainID, approved map[rollup.ChainID]bool) {
	pool, err := u.bazaar.reserves(ctx, u.door, chain)
	if err != nil {
		u.log.Debug("user cannot read the pool", "user", u.Role, "chain", chain, "err", err)
		return
	}
	bps := 150 + u.dice.Int64N(350)
	if len(approved) == 0 || u.dice.IntN(2) == 0 {
		in := part(pool.Eth, bps, 10_000)
		u.try(ctx, chain, "buy", u.bazaar.buy(in, part(pool.buy(in), 90, 100)))
		approved[chain] = approved[chain] || u.try(ctx, chain, "approve", u.bazaar.approve())
		return
	}
	if !approved[chain] {
		approved[chain] = u.try(ctx, chain, "approve", u.bazaar.approve())
		return
	}
	in := part(pool.Token, bps, 10_000)
	u.try(ctx, chain, "sell", u.bazaar.sell(in, part(pool.sell(in), 90, 100)))
}

func (u *user) try(ctx context.Context, chain rollup.ChainID, what string, c call) bool {
	r, err := u.do(ctx, chain, c)
	if err != nil {
		u.log.Debug("user's transaction", "user", u.Role, "chain", chain, "what", what, "err", err)
		return false
	}
	return r.Status == types.ReceiptStatusSuccessful
}

// mover carries tokens from one rollup to another within a slot, by trigger and action, and now and then
// sends an echo there and back.
type mover struct {
	wallet
	bazaar *bazaar
	dice   *rand.Rand
	log    *slog.Logger
}

// echoEvery is how often a move is an echo instead.
const echoEvery = 4

func (m *mover) run(ctx context.Context) {
	for i := 1; sleep(ctx, time.Duration(800+m.dice.IntN(800))*time.Millisecond); i++ {
		from, to := m.pair()
		c := m.bazaar.move(to, m.Address, new(big.Int).Mul(big.NewInt(1+m.dice.Int64N(9)), ether(1)))
		if i%echoEvery == 0 {
			c = m.bazaar.shout(to, 2)
		}
		if _, err := m.do(ctx, from, c); err != nil {
			m.log.Debug("transfer", "from", from, "to", to, "err", err)
		}
	}
}

// pair is two different rollups.
func (m *mover) pair() (from, to rollup.ChainID) {
	i := m.dice.IntN(len(m.door.chains))
	j := m.dice.IntN(len(m.door.chains) - 1)
	if j >= i {
		j++
	}
	return m.door.chains[i], m.door.chains[j]
}
