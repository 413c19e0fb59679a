package process

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/relay/pebble"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
)

// FollowerConfig makes a follower of one or more rollups' nodes.
type FollowerConfig struct {
	Dir     string       // of its journal; the follower's own
	Charter *Charter     // as L1 says
	Origin  relay.Origin // what the committee attested; it is not believed
	Client  *ethereum.Client
	Nodes   map[rollup.ChainID]relay.Node

	Interval time.Duration // between looks when there is nothing to do
	Patience time.Duration // longest wait after failures
	Log      *slog.Logger
}

// Follower verifies what the committee attested and brings rollup nodes to it.
type Follower struct {
	journal *pebble.Journal
	follow  *relay.Follower
	feeder  *relay.Feeder
}

// OpenFollower makes a follower in cfg.Dir, or goes on with what is there.
func OpenFollower(ctx context.Context, c FollowerConfig) (*Follower, error) {
	group, err := groupKey(ctx, c.Client, c.Interval)
	if err != nil {
		return nil, err
	}
	journal, err := pebble.Open(c.Dir)
	if err != nil {
		return nil, err
	}
	keep := make([]rollup.ChainID, 0, len(c.Nodes))
	for _, chain := range c.Charter.Parameters.Rollups {
		if c.Nodes[chain] != nil {
			keep = append(keep, chain)
		}
	}
	if len(keep) != len(c.Nodes) {
		return nil, errors.Join(fmt.Errorf("rollups %v are all that this network has", c.Charter.Parameters.Rollups), journal.Close())
	}
	follow, err := relay.NewFollower(c.Origin, journal, journal, c.Client, relay.FollowerConfig{
		Network: c.Charter.Network, Group: group, Chains: c.Charter.Parameters.Rollups, Keep: keep, Depth: c.Charter.Parameters.L1Depth,
		Interval: c.Interval, Patience: c.Patience, Log: c.Log,
	})
	if err != nil {
		return nil, errors.Join(err, journal.Close())
	}
	return &Follower{journal: journal, follow: follow,
		feeder: relay.NewFeeder(follow, c.Nodes, relay.FeederConfig{Interval: c.Interval, Patience: c.Patience, Log: c.Log})}, nil
}

// groupKey waits until the committee's key stands on L1.
func groupKey(ctx context.Context, client *ethereum.Client, every time.Duration) (threshold.PublicKey, error) {
	for {
		d, err := client.Directory(ctx)
		if err != nil {
			return threshold.PublicKey{}, err
		}
		if group, ok := d.Group(); ok {
			return group, nil
		}
		select {
		case <-ctx.Done():
			return threshold.PublicKey{}, fmt.Errorf("the committee's key is not on L1: %w", context.Cause(ctx))
		case <-time.After(max(every, 20*time.Millisecond)):
		}
	}
}

// Metrics are how far a rollup's node is.
func (f *Follower) Metrics(chain rollup.ChainID) prometheus.Collector {
	return followerMetrics(f.follow, chain)
}

// Slot is the last slot that was verified.
func (f *Follower) Slot() rollup.Slot { return f.follow.Slot() }

// Run follows and feeds until ctx ends, which is no error, and closes the journal. It is called once.
func (f *Follower) Run(ctx context.Context) error {
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return ended(ctx, f.follow.Run(inner)) })
	g.Go(func() error { return ended(ctx, f.feeder.Run(inner)) })
	return errors.Join(g.Wait(), f.journal.Close())
}

// RunFollower is a follower as a process: it serves its health from the start, waits for what it needs, and follows until
// ctx ends, which is no error. listening is told where its health is; seen is when the origin answered last.
func RunFollower(ctx context.Context, c FollowerConfig, chain rollup.ChainID, seen func() time.Time, h HealthConfig, listening func(string)) error {
	var follower atomic.Pointer[Follower]
	h.Process, h.Log, h.Registry = "follow", c.Log, prometheus.NewRegistry()
	node := &heardNode{Node: c.Nodes[chain]}
	c.Nodes = map[rollup.ChainID]relay.Node{chain: node}
	h.Dependencies = []Dependency{
		{"gateway", func() Standing { return Standing{Ready: time.Since(seen()) <= l1Patience, Seen: seen()} }},
		{"node", func() Standing { return node.heard.standing(l1Patience) }},
		{"key", func() Standing {
			if f := follower.Load(); f != nil {
				return Standing{Ready: true, Seen: time.Now(), Detail: "slot " + f.Slot().String() + " verified"}
			}
			return Standing{Detail: "the committee's key is not on L1 yet"}
		}},
	}
	served, err := OpenHealth(h)
	if err != nil {
		return err
	}
	listening(served.Address())
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return served.Run(inner) })
	g.Go(func() error {
		charter, err := ReadCharter(inner, c.Client)
		if err != nil {
			return fmt.Errorf("the network's charter on L1: %w", err)
		}
		c.Charter = charter
		f, err := OpenFollower(inner, c)
		if err != nil {
			return ended(ctx, err)
		}
		if err := h.Registry.Register(f.Metrics(chain)); err != nil {
			return fmt.Errorf("metrics: %w", err)
		}
		follower.Store(f)
		return f.Run(inner)
	})
	return g.Wait()
}

// heardNode is a rollup's node, listened to.
type heardNode struct {
	relay.Node
	heard heard
}

// Head implements relay.Node.
func (n *heardNode) Head(ctx context.Context) (uint64, rollup.Digest, error) {
	number, hash, err := n.Node.Head(ctx)
	n.heard.note(fmt.Sprintf("block %d", number), err)
	return number, hash, err
}
