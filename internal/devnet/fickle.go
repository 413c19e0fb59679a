package devnet

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// waver bids for a small trade on two rollups and changes its mind while the slot is open: it bids more, or gives
// the bundle up. Of what it sealed for one slot, at most the last may take place. Until ctx ends.
func (b *bidder) waver(ctx context.Context, mark func(rollup.Digest)) {
	for turn := uint64(0); sleep(ctx, time.Duration(1500+b.dice.IntN(2000))*time.Millisecond); turn++ {
		if err := b.change(ctx, turn, mark); err != nil {
			b.log.Debug("change of mind", "err", err)
		}
	}
}

// change seals a bundle, then another, or a cancellation, in its place. mark hears of the first one's hash once a
// member has promised that the second is in the same batch: the first must then not execute.
func (b *bidder) change(ctx context.Context, turn uint64, mark func(rollup.Digest)) error {
	chains := b.door.chains
	var legs []auction.Leg
	for i := range 2 {
		leg, err := b.leg(ctx, chains[(int(turn)+i)%len(chains)], b.bazaar.buy(big.NewInt(1_000_000_000_000+b.dice.Int64N(1_000_000)), new(big.Int)))
		if err != nil {
			return err
		}
		legs = append(legs, leg)
	}
	key, err := b.home.client.SealingKey(ctx)
	if err != nil {
		return err
	}
	first := b.bundle(big.NewInt(2_000_000_000_000_000), legs...)
	b.home.client.Name(first, fmt.Sprintf("turn %d", turn), 1)
	sent, err := b.home.seal(ctx, key, key.Slot+1, first)
	if err != nil {
		return err
	}
	var last *client.Sent
	if turn%2 == 0 {
		last, err = b.home.client.Replace(ctx, key, sent, searcherClass, b.bundle(big.NewInt(3_000_000_000_000_000), legs...))
	} else {
		last, err = b.home.client.Cancel(ctx, key, sent)
	}
	if err != nil {
		return err // the slot had closed: what was sent stands
	}
	if last.Promised() {
		b.home.report.Acknowledged(last.Envelope, last.Slot)
		mark(first.Hash())
	}
	_, err = b.home.Fate(ctx, last)
	return err
}
