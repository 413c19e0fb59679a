package devnet

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"math/rand/v2"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// bidder is an account that seals bundles at home and sends them over its own WebSocket.
type bidder struct {
	wallet
	bazaar *bazaar
	home   *home
	dice   *rand.Rand
	log    *slog.Logger
}

// searcherClass bounds two approvals and two swaps.
const searcherClass auction.GasClass = 1

// leastProfit is what makes a trade worth a bid, in wei.
var leastProfit = big.NewInt(100_000_000_000_000)

// errNoTrade says that prices are too close together.
var errNoTrade = errors.New("nothing to earn")

// search looks for a difference in price at each new block and bids for it, until ctx ends.
func (b *bidder) search(ctx context.Context) {
	seen := map[rollup.ChainID]uint64{}
	for sleep(ctx, 100*time.Millisecond) {
		if !b.news(ctx, seen) {
			continue
		}
		// Rivals think for different times; whoever is first has no advantage.
		if !sleep(ctx, time.Duration(b.dice.IntN(100))*time.Millisecond) {
			return
		}
		executed, err := b.round(ctx)
		if err != nil && !errors.Is(err, errNoTrade) {
			b.log.Debug("searcher's round", "searcher", b.Role, "err", err)
		}
		for chain := range seen {
			if executed {
				seen[chain]++ // the open block holds the trade: what is known is stale until it is closed
			}
		}
	}
}

// news says whether every rollup has a block that was not seen yet.
func (b *bidder) news(ctx context.Context, seen map[rollup.ChainID]uint64) bool {
	heads := map[rollup.ChainID]uint64{}
	for _, chain := range b.door.chains {
		head, err := b.door.rpc[chain].BlockNumber(ctx)
		if err != nil || head <= seen[chain] {
			return false
		}
		heads[chain] = head
	}
	for chain, head := range heads {
		seen[chain] = head
	}
	return true
}

// round bids once and says whether the bundle was executed.
func (b *bidder) round(ctx context.Context) (bool, error) {
	bundle, err := b.opportunity(ctx)
	if err != nil {
		return false, err
	}
	return b.bid(ctx, bundle)
}

// bid sends a bundle and waits for its fate.
func (b *bidder) bid(ctx context.Context, bundle *auction.Bundle) (bool, error) {
	sent, err := b.home.Send(ctx, bundle, searcherClass)
	if err != nil {
		return false, err
	}
	story, err := b.home.Fate(ctx, sent)
	if err != nil {
		return false, err
	}
	b.log.Debug("bid ended", "bidder", b.Role, "slot", sent.Slot, "bid", bundle.Bid, "state", story.State)
	return story.State == auction.Executed, nil
}

// opportunity is the best trade between any two markets, as a bundle that earns at least what it bids.
func (b *bidder) opportunity(ctx context.Context) (*auction.Bundle, error) {
	pools := map[rollup.ChainID]reserves{}
	for _, chain := range b.door.chains {
		r, err := b.bazaar.reserves(ctx, b.door, chain)
		if err != nil {
			return nil, err
		}
		pools[chain] = r
	}
	var best trade
	var cheap, dear rollup.ChainID
	for _, from := range b.door.chains {
		for _, to := range b.door.chains {
			if from == to {
				continue
			}
			if t := arbitrage(pools[from], pools[to]); best.Profit == nil || t.Profit.Cmp(best.Profit) > 0 {
				best, cheap, dear = t, from, to
			}
		}
	}
	if best.Profit == nil || best.Profit.Cmp(leastProfit) < 0 {
		return nil, errNoTrade
	}
	bid := part(best.Profit, 30+b.dice.Int64N(40), 100)
	// Prices move while the bundle is on its way. Of what the bid leaves over, half is risked on either side, so
	// that a small move against the trade does not stop it.
	slack := part(new(big.Int).Sub(best.Profit, bid), 1, 2)
	least := new(big.Int).Sub(best.Out, slack)
	fewer := new(big.Int).Div(new(big.Int).Mul(best.Token, slack), best.Out)
	buy, err := b.leg(ctx, cheap, b.bazaar.buy(best.In, new(big.Int).Sub(best.Token, fewer)))
	if err != nil {
		return nil, err
	}
	sell, err := b.leg(ctx, dear, b.bazaar.approve(), b.bazaar.sell(best.Token, least))
	if err != nil {
		return nil, err
	}
	return b.bundle(bid, buy, sell), nil
}

// leg signs calls at the account's next nonces on a rollup.
func (b *bidder) leg(ctx context.Context, chain rollup.ChainID, calls ...call) (auction.Leg, error) {
	nonce, err := b.nonce(ctx, chain)
	if err != nil {
		return auction.Leg{}, err
	}
	leg := auction.Leg{Chain: chain}
	for i, c := range calls {
		tx, err := b.sign(chain, nonce+uint64(i), c)
		if err != nil {
			return auction.Leg{}, err
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			return auction.Leg{}, err
		}
		leg.Txs = append(leg.Txs, raw)
	}
	return leg, nil
}

// bundle puts legs together under a salt of its own.
func (b *bidder) bundle(bid *big.Int, legs ...auction.Leg) *auction.Bundle {
	out := &auction.Bundle{Legs: legs, Bid: uint256.MustFromBig(bid)}
	for i := range out.Salt {
		out.Salt[i] = byte(b.dice.Uint32())
	}
	return out
}

// stumble bids for a bundle whose second leg must fail, whatever the first does, until ctx ends.
func (b *bidder) stumble(ctx context.Context, mark func(rollup.Digest)) {
	for sleep(ctx, time.Duration(2000+b.dice.IntN(2000))*time.Millisecond) {
		bundle, err := b.doomed(ctx)
		if err != nil {
			b.log.Debug("doomed bundle", "err", err)
			continue
		}
		mark(bundle.Hash())
		if _, err := b.bid(ctx, bundle); err != nil {
			b.log.Debug("doomed bundle", "err", err)
		}
	}
}

// doomed buys tokens on one rollup and asks for the impossible on another.
func (b *bidder) doomed(ctx context.Context) (*auction.Bundle, error) {
	chains := b.door.chains
	first := b.dice.IntN(len(chains))
	second := (first + 1) % len(chains)
	good, err := b.leg(ctx, chains[first], b.bazaar.buy(big.NewInt(1_000_000_000_000+b.dice.Int64N(1_000_000)), new(big.Int)))
	if err != nil {
		return nil, err
	}
	bad, err := b.leg(ctx, chains[second], b.bazaar.buy(big.NewInt(1_000_000_000_000), ether(tokenSupply)))
	if err != nil {
		return nil, err
	}
	return b.bundle(big.NewInt(2_000_000_000_000_000), good, bad), nil
}

// steal takes what losers revealed and bids for it under its own name, until ctx ends. The network must refuse.
func (b *bidder) steal(ctx context.Context, losers <-chan *auction.Bundle) {
	for {
		select {
		case <-ctx.Done():
			return
		case lost := <-losers:
			bid := new(big.Int).Lsh(lost.Bid.ToBig(), 1)
			bundle := b.bundle(bid, lost.Legs[0])
			if _, err := b.bid(ctx, bundle); err != nil {
				b.log.Debug("theft", "err", err)
			}
			if !sleep(ctx, time.Second) {
				return
			}
		}
	}
}
