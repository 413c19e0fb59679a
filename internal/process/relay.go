package process

import (
	"context"
	"crypto/ecdsa"
	"log/slog"
	"math/big"
	"time"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"golang.org/x/sync/errgroup"
)

// RelayConfig makes a relay: who posts and, where asked, who claims for whom.
type RelayConfig struct {
	Source relay.Source     // signed postings: a member, here or in another process
	Client *ethereum.Client // of the network's contracts
	Chain  *ethereum.Chain  // the L1 connection that transactions are sent over
	Poster *ecdsa.PrivateKey

	Payer    *ecdsa.PrivateKey // nil: nothing is claimed; never the Poster's, since one account belongs to one sender
	Prover   Prover
	Accounts func(context.Context) ([]rollup.Address, error) // whom to claim for
	Minimum  *uint256.Int                                    // wei; less is left for later

	MaxFee   *big.Int      // wei per gas that is never exceeded
	Depth    uint64        // L1 blocks below the head at which a posting is confirmed
	Window   int           // most postings in flight
	Poll     time.Duration // between looks for receipts
	Interval time.Duration // between looks at L1 when there is nothing to do
	Patience time.Duration // longest wait after failures
	Log      *slog.Logger
	OnPosted func(relay.Posted) // told of each posting that this relay got onto L1; may be nil
	OnPaid   func(relay.Paid)   // told of each claim that was paid; may be nil
}

// Relay posts what the committee signed, and claims for accounts. It keeps no state: any number may race.
type Relay struct {
	poster *relay.Relay
	payer  *relay.Payer // nil if nothing is claimed
}

// NewRelay makes a relay; Run starts it.
func NewRelay(c RelayConfig) *Relay {
	account := func(key *ecdsa.PrivateKey) *ethereum.Account {
		return c.Client.Account(ethereum.NewSender(c.Chain, key, ethereum.SenderConfig{MaxFee: c.MaxFee, Poll: c.Poll, Log: c.Log}))
	}
	r := &Relay{poster: relay.NewRelay(c.Source, account(c.Poster), relay.RelayConfig{
		Depth: c.Depth, Window: c.Window, Interval: c.Interval, Patience: c.Patience, Log: c.Log, OnPosted: c.OnPosted,
	})}
	if c.Payer != nil {
		r.payer = relay.NewPayer(claims{c.Prover}, account(c.Payer), relay.PayerConfig{
			Accounts: c.Accounts, Minimum: c.Minimum, Interval: max(c.Interval, time.Second), Patience: c.Patience, Log: c.Log, OnPaid: c.OnPaid,
		})
	}
	return r
}

// Run posts and claims until ctx ends, which is no error.
func (r *Relay) Run(ctx context.Context) error {
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return ended(ctx, r.poster.Run(inner)) })
	if r.payer != nil {
		g.Go(func() error { return ended(ctx, r.payer.Run(inner)) })
	}
	return g.Wait()
}

// Step is one round of posting: `chorale relay --once` is as many as there is work for.
func (r *Relay) Step(ctx context.Context) (bool, error) { return r.poster.Step(ctx) }

// ended turns the end of a context into no error.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}
