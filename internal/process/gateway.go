package process

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
)

// GatewayConfig makes a process that is the public API.
type GatewayConfig struct {
	Listen  string // host:port of the API and its page
	Members *remote.Committee
	L1      *L1
	Account *ecdsa.PrivateKey // seals for others, on its own fee balance: never a member's
	Rollups []api.Rollup
	Origins []string
	Limits  api.Limits
	Redis   string // URL of what gateways share; embedded if empty
	Health  HealthConfig
	Log     *slog.Logger
}

// Gateway is the public API as a process, connected to members behind their doors.
type Gateway struct {
	members  *remote.Committee
	door     *Door
	listener net.Listener
	health   *Health
	l1       *L1
	heard    heard // L1
	shared   heard
	depth    uint64
	log      *slog.Logger
}

// OpenGateway makes a gateway. Nobody is answered before Run.
func OpenGateway(ctx context.Context, c GatewayConfig) (*Gateway, error) {
	charter, err := ReadCharter(ctx, c.L1.Client)
	if err != nil {
		return nil, fmt.Errorf("the network's charter on L1: %w", err)
	}
	g := &Gateway{members: c.Members, l1: c.L1, depth: charter.Parameters.L1Depth, log: c.Log}
	g.heard.note("charter read", nil)
	if g.listener, err = net.Listen("tcp", c.Listen); err != nil {
		return nil, fmt.Errorf("listen: %w; name another address", err)
	}
	registry := prometheus.NewRegistry()
	c.Health.Process, c.Health.Log, c.Health.Registry = "api", c.Log, registry
	c.Health.Dependencies = []Dependency{
		{"members", membersStanding(c.Members)},
		{"key", func() Standing {
			_, seen := c.Members.Standing()
			if c.Members.Status().Group == nil {
				return Standing{Seen: seen, Detail: "the key ceremony is under way"}
			}
			return Standing{Ready: true, Seen: seen}
		}},
		{"l1", func() Standing { return g.heard.standing(l1Patience) }},
		{"shared", func() Standing { return g.shared.standing(sharedPatience) }},
	}
	g.door, err = OpenDoor(DoorConfig{
		Committee: c.Members, History: c.Members, Accounts: c.Members, Lists: c.Members, Blocks: c.Members, Network: charter.Network.ID, Parameters: charter.Parameters,
		Rollups: c.Rollups, Account: c.Account, Limits: c.Limits, Origins: c.Origins, RedisURL: c.Redis, Log: c.Log, Registry: registry,
	})
	if err != nil {
		return nil, errors.Join(err, g.listener.Close())
	}
	if g.health, err = OpenHealth(c.Health); err != nil {
		return nil, errors.Join(err, g.listener.Close(), g.door.Close())
	}
	return g, nil
}

// membersStanding says how many members are connected; one is enough.
func membersStanding(members *remote.Committee) func() Standing {
	return func() Standing {
		up, seen := members.Standing()
		return Standing{Ready: up > 0, Seen: seen, Detail: fmt.Sprintf("%d of %d connected, slot %s attested", up, len(members.Members()), members.Status().Attested)}
	}
}

// Address is where the API is: host:port.
func (g *Gateway) Address() string { return g.listener.Addr().String() }

// HealthAddress is where its health is: host:port.
func (g *Gateway) HealthAddress() string { return g.health.Address() }

// Run answers until ctx ends, which is no error.
func (g *Gateway) Run(ctx context.Context) error {
	work, inner := errgroup.WithContext(ctx)
	work.Go(func() error { return g.members.Run(inner) })
	work.Go(func() error { return g.health.Run(inner) })
	work.Go(func() error { return g.door.Serve(inner, g.listener) })
	work.Go(func() error { return g.watchPostings(inner) })
	work.Go(func() error { return g.watchShared(inner) })
	return errors.Join(work.Wait(), g.door.Close())
}

const (
	sharedEvery    = time.Second
	sharedPatience = 5 * time.Second
)

// watchShared asks what gateways share for a sign of life.
func (g *Gateway) watchShared(ctx context.Context) error {
	for ctx.Err() == nil {
		err := g.door.Shared(ctx)
		g.shared.note("answers", err)
		select {
		case <-ctx.Done():
		case <-time.After(sharedEvery):
		}
	}
	return nil
}

// postingsEvery is how often a gateway looks for postings on L1.
const postingsEvery = time.Second

// watchPostings tells the API what stands on L1. What is not deep enough is read again at each look, so that what a reorg
// moves or undoes is told anew.
func (g *Gateway) watchPostings(ctx context.Context) error {
	var confirmed rollup.Slot
	var block uint64 // of the last confirmed posting
	for ctx.Err() == nil {
		from, reached := confirmed+1, block
		last, err := g.l1.Client.Last(ctx, g.depth)
		if err == nil {
			err = eachPosting(ctx, g.l1.Client, block, from, func(p relay.Posted) error {
				if p.Last <= last {
					reached = p.Block
				}
				return g.door.Posted(ctx, p)
			})
		}
		if err == nil {
			confirmed, block = max(confirmed, last), reached
		} else if ctx.Err() == nil {
			g.log.Warn("reading postings", "from", from, "err", err)
		}
		g.heard.note("slot "+last.String()+" confirmed", err)
		select {
		case <-ctx.Done():
		case <-time.After(postingsEvery):
		}
	}
	return nil
}

// eachPosting tells of the postings that hold a slot or a later one, as they stand on L1.
func eachPosting(ctx context.Context, client *ethereum.Client, block uint64, from rollup.Slot, tell func(relay.Posted) error) error {
	for record, err := range client.PostingsSince(ctx, block, from) {
		if err != nil {
			return err
		}
		if err := tell(record.Posted); err != nil {
			return err
		}
	}
	return nil
}
