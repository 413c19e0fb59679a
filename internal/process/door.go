package process

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/gateway/redis"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/prometheus/client_golang/prometheus"
)

// Accounts tell how rollups and accounts stood after the last executed slot. Safe for concurrent use.
type Accounts interface {
	Account(ctx context.Context, account rollup.Address) (builder.Account, error)
	Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error)
	Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error)
}

// DoorConfig makes a gateway with its index and its door, over whatever answers for the committee.
type DoorConfig struct {
	Committee  gateway.Committee
	History    gateway.History
	Accounts   Accounts
	Lists      api.Lists  // may be nil
	Blocks     api.Blocks // may be nil
	Network    rollup.Digest
	Parameters *rollup.Parameters
	Account    *ecdsa.PrivateKey // seals for others
	Rollups    []api.Rollup
	Origins    []string
	Limits     api.Limits
	RedisURL   string // what gateways share; embedded if empty
	Log        *slog.Logger
	Registry   *prometheus.Registry
}

// Door is the public API of a gateway.
type Door struct {
	*api.Server
	gateway *gateway.Gateway
	store   *redis.Store
}

// OpenDoor puts a gateway's parts together. Nothing is followed before it runs.
func OpenDoor(c DoorConfig) (*Door, error) {
	l := c.Limits.Complete()
	kept := time.Duration(l.KeptSlots) * time.Duration(c.Parameters.SlotMs) * time.Millisecond //nolint:gosec // parameters are bounded
	store, err := redis.Open(redis.Config{URL: c.RedisURL, Network: c.Network.Hex(), Entries: l.KeptEvents, Once: max(2*kept, time.Hour)})
	if err != nil {
		return nil, fmt.Errorf("shared.redis_url: %w", err)
	}
	d := &Door{store: store}
	nodes, err := api.NewNodes(c.Rollups, l)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	shared := store.Shared()
	d.gateway, err = gateway.New(gateway.Config{
		Committee: c.Committee, History: c.History, Ledger: c.Accounts, Nodes: nodes, Shared: shared, Parameters: c.Parameters, Key: c.Account,
		Limits: l.Gateway(), Log: c.Log, Registry: c.Registry,
	})
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	told, err := index.New(index.Config{
		Log: shared.Log, History: d.gateway, KeptSlots: rollup.Slot(l.KeptSlots), KeptStories: l.KeptStories, ResealSlots: l.ResealSlots, Logger: c.Log, //nolint:gosec // positive
	})
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	d.Server, err = api.New(api.Config{
		Gateway: d.gateway, Index: told, Standing: c.Committee, History: c.History, Ledger: c.Accounts, Lists: c.Lists, Blocks: c.Blocks, Nodes: nodes,
		Parameters: c.Parameters, Limits: l, Origins: c.Origins, Log: c.Log, Registry: c.Registry,
	})
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return d, nil
}

// Account is the gateway's: whose escrow pays for what is sealed here, and the bidder whom a payer names.
func (d *Door) Account() rollup.Address { return d.gateway.Account() }

// Posted records that a run of slots stands on L1, or stands there in another transaction than before.
func (d *Door) Posted(ctx context.Context, p relay.Posted) error { return d.gateway.Posted(ctx, p) }

// Shared says whether what gateways share answers now.
func (d *Door) Shared(ctx context.Context) error { return d.store.Ping(ctx) }

// Close lets go of what gateways share, once the door has ended.
func (d *Door) Close() error { return d.store.Close() }
