package process

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
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
	inbox  *heardInbox

	mu    sync.Mutex
	slots uint64 // that this relay got onto L1
	gas   uint64
	last  time.Time
}

// heardInbox is L1's inbox, listened to.
type heardInbox struct {
	relay.Inbox
	heard    heard
	mu       sync.Mutex
	progress relay.Progress
}

// Last implements relay.Inbox.
func (i *heardInbox) Last(ctx context.Context, depth uint64) (rollup.Slot, error) {
	last, err := i.Inbox.Last(ctx, depth)
	i.heard.note("slot "+last.String()+" posted", err)
	if err == nil {
		i.mu.Lock()
		defer i.mu.Unlock()
		if depth == 0 {
			i.progress.Last = last
		} else {
			i.progress.Confirmed = last
		}
	}
	return last, err
}

// NewRelay makes a relay; Run starts it.
func NewRelay(c RelayConfig) *Relay {
	account := func(key *ecdsa.PrivateKey) *ethereum.Account {
		return c.Client.Account(ethereum.NewSender(c.Chain, key, ethereum.SenderConfig{MaxFee: c.MaxFee, Poll: c.Poll, Log: c.Log}))
	}
	r := &Relay{inbox: &heardInbox{Inbox: account(c.Poster)}}
	r.poster = relay.NewRelay(c.Source, r.inbox, relay.RelayConfig{
		Depth: c.Depth, Window: c.Window, Interval: c.Interval, Patience: c.Patience, Log: c.Log, OnPosted: func(p relay.Posted) {
			r.count(p)
			if c.OnPosted != nil {
				c.OnPosted(p)
			}
		},
	})
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

// count adds a posting to what this relay did.
func (r *Relay) count(p relay.Posted) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.slots, r.gas, r.last = r.slots+uint64(p.Last-p.First)+1, r.gas+p.GasUsed, time.Now()
}

// Metrics are how far postings stand.
func (r *Relay) Metrics() prometheus.Collector {
	return relayMetrics(func() relay.Progress {
		r.inbox.mu.Lock()
		defer r.inbox.mu.Unlock()
		return r.inbox.progress
	}, func() (slots, gas float64, last time.Time) {
		r.mu.Lock()
		defer r.mu.Unlock()
		return float64(r.slots), float64(r.gas), r.last
	})
}

// L1 says how L1 stands, for /readyz.
func (r *Relay) L1() Standing { return r.inbox.heard.standing(l1Patience) }

// Step is one round of posting: `chorale relay --once` is as many as there is work for.
func (r *Relay) Step(ctx context.Context) (bool, error) { return r.poster.Step(ctx) }

// ended turns the end of a context into no error.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// Relaying is a relay as a process: with members behind their doors, and its health.
type Relaying struct {
	*Relay
	members *remote.Committee
	health  *Health
}

// OpenRelay makes a relay's process. c.Source and c.Prover are the members'.
func OpenRelay(c RelayConfig, members *remote.Committee, h HealthConfig) (*Relaying, error) {
	r := &Relaying{Relay: NewRelay(c), members: members}
	h.Process, h.Log, h.Registry = "relay", c.Log, prometheus.NewRegistry()
	h.Dependencies = []Dependency{{"members", membersStanding(members)}, {"l1", r.L1}}
	if err := h.Registry.Register(r.Metrics()); err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	var err error
	r.health, err = OpenHealth(h)
	return r, err
}

// HealthAddress is where its health is: host:port.
func (r *Relaying) HealthAddress() string { return r.health.Address() }

// Run posts and claims until ctx ends, which is no error.
func (r *Relaying) Run(ctx context.Context) error {
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return r.members.Run(inner) })
	g.Go(func() error { return r.health.Run(inner) })
	g.Go(func() error { return r.Relay.Run(inner) })
	return g.Wait()
}

// Once posts as long as there is something to post. Members that cannot be reached, and an L1 that refuses, are errors.
func (r *Relaying) Once(ctx context.Context) error {
	for {
		more, err := r.Step(ctx)
		if err != nil || !more {
			return errors.Join(err, r.health.Close())
		}
	}
}

// Payouts is whom a relay claims for: those named, or the registered rollups' payout accounts, asked of L1 each time.
func Payouts(client *ethereum.Client, named []rollup.Address) func(context.Context) ([]rollup.Address, error) {
	return func(ctx context.Context) ([]rollup.Address, error) {
		if len(named) > 0 {
			return named, nil
		}
		d, err := client.Directory(ctx)
		if err != nil {
			return nil, err
		}
		var out []rollup.Address
		for _, r := range d.Rollups {
			if r.Payout != (rollup.Address{}) {
				out = append(out, r.Payout)
			}
		}
		return out, nil
	}
}
