package process

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
)

// NodeConfig makes a process that is one member.
type NodeConfig struct {
	Dir    string // of what the member makes of its keys: log, store, share, states
	Seat   *Seat  // its keys; Index is found by them, or must be the one given
	L1     *L1
	Listen string   // host:port for the other members
	Peers  []string // host:port of each member by position

	Door   string // host:port of the private door
	Token  []byte
	TLS    *tls.Config // nil: the door is on loopback
	Health HealthConfig
	Log    *slog.Logger
	Tune   func(*comet.Config) // changes the rest; may be nil
}

// ErrSeat refuses keys that are not where they should be.
var ErrSeat = errors.New("no seat for these keys")

// Node is one member as a process: consensus, execution, its share, its door and its health.
type Node struct {
	Member *Member
	Door   *remote.Server
	Health *Health
}

// OpenNode makes a member's process, or goes on with what is in its folder. Nothing is said before Run.
func OpenNode(ctx context.Context, c NodeConfig) (*Node, error) {
	charter, err := ReadCharter(ctx, c.L1.Client)
	if err != nil {
		return nil, fmt.Errorf("the network's charter on L1: %w", err)
	}
	if err := charter.checkCarrier(); err != nil {
		return nil, err
	}
	at, ok := c.Seat.Find(charter.Parameters.Members)
	switch {
	case !ok:
		return nil, fmt.Errorf("home: the consensus key is no member's: %w", ErrSeat)
	case c.Seat.Index >= 0 && c.Seat.Index != at:
		return nil, fmt.Errorf("consensus.seat: these keys sit on seat %d, not %d: %w", at, c.Seat.Index, ErrSeat)
	}
	c.Seat.Index, c.Seat.Name = at, charter.Parameters.Members[at].Name
	l1 := &heardL1{L1: c.L1.Client}
	n := new(Node)
	// What may be busy comes first: a member that cannot be reached need not replay.
	c.Health.Process, c.Health.Log, c.Health.Registry = "node", c.Log, prometheus.NewRegistry()
	c.Health.Dependencies = n.dependencies(l1, charter)
	if n.Health, err = OpenHealth(c.Health); err != nil {
		return nil, err
	}
	n.Member, err = OpenMember(MemberConfig{
		Dir: c.Dir, Charter: *charter, Seat: c.Seat, Listen: c.Listen, Peers: c.Peers, L1: l1, Log: c.Log, Tune: c.Tune,
	})
	if err != nil {
		return nil, errors.Join(err, n.Health.Close())
	}
	n.Door, err = remote.Listen(remote.ServerConfig{
		Taker: n.Member, History: n.Member, Results: n.Member, Ledger: n.Member, Listen: c.Door, Token: c.Token, TLS: c.TLS,
	})
	if err != nil {
		return nil, errors.Join(err, n.Member.Close(), n.Health.Close())
	}
	if err := c.Health.Registry.Register(memberMetrics(n.Member.Status)); err != nil {
		return nil, errors.Join(err, n.Member.Close(), n.Health.Close())
	}
	return n, nil
}

// dependencies are what a member cannot propose without.
func (n *Node) dependencies(l1 *heardL1, charter *Charter) []Dependency {
	most := len(charter.Parameters.Members)
	status := func() (sequencer.Status, bool) {
		if n.Member == nil {
			return sequencer.Status{}, false
		}
		return n.Member.Status(), true
	}
	of := func(look func(st *sequencer.Status) (bool, string)) func() Standing {
		return func() Standing {
			st, ok := status()
			if !ok {
				return Standing{Detail: "replaying its log"}
			}
			ready, detail := look(&st)
			return Standing{Ready: ready, Seen: time.Now(), Detail: detail}
		}
	}
	return []Dependency{
		{"l1", func() Standing { return l1.heard.standing(l1Patience) }},
		{"peers", of(func(st *sequencer.Status) (bool, string) {
			return st.Peers+1 >= charter.Parameters.Threshold(), fmt.Sprintf("%d of %d other members connected", st.Peers, most-1)
		})},
		{"key", of(func(st *sequencer.Status) (bool, string) {
			if st.Group == nil {
				return false, "the key ceremony is under way"
			}
			return true, "its share is at hand"
		})},
		{"step", of(func(st *sequencer.Status) (bool, string) {
			return !st.Syncing, fmt.Sprintf("slot %d agreed, %d executed, %d attested", st.Committed, st.Executed, st.Attested)
		})},
		{"member", of(func(st *sequencer.Status) (bool, string) {
			if st.Failure != nil {
				return false, st.Failure.Error()
			}
			return true, ""
		})},
	}
}

// Run is the member's life: it ends with ctx, which is no error, or with what stopped the member.
func (n *Node) Run(ctx context.Context) error {
	g, inner := errgroup.WithContext(ctx)
	g.Go(func() error { return n.Health.Run(inner) })
	g.Go(func() error { return n.Door.Run(inner) })
	g.Go(func() error { return n.Member.Run(inner) })
	return g.Wait()
}
