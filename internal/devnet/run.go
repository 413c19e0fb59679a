package devnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
	"golang.org/x/sync/errgroup"
)

// Run runs a network until ctx ends or, with cfg.Slots, until so many slots are attested, posted and paid.
// The summary says what was seen; it is there whenever the network came up.
func Run(ctx context.Context, cfg Config) (*Summary, error) {
	if err := cfg.validate(); err != nil {
		return nil, err
	}
	if err := checkPorts(cfg.ports()); err != nil {
		return nil, err
	}
	dir, cleanup, err := folder(cfg.Dir)
	if err != nil {
		return nil, err
	}
	life, hush := context.WithCancel(ctx)
	defer hush()
	n := &network{cfg: cfg, dir: dir, log: slog.New(untilStop{cfg.Log.Handler(), life}), hush: hush,
		cast: newCast(cfg.Seed, cfg.Members, cfg.Rollups, cfg.Searchers, cfg.Users)}
	summary, err := n.run(ctx)
	return summary, errors.Join(err, cleanup())
}

// folder is where state lives: the user's, or a temporary one with its removal.
func folder(dir string) (string, func() error, error) {
	if dir != "" {
		return dir, func() error { return nil }, os.MkdirAll(dir, 0o700)
	}
	temporary, err := os.MkdirTemp("", "chorale-devnet-")
	return temporary, func() error { return remove(temporary) }, err
}

// removeWithin is for how long a folder is tried to be removed.
const removeWithin = 5 * time.Second

// remove takes a folder away. What a launcher launched may end a moment after it, and write its last file then.
func remove(dir string) error {
	for deadline := time.Now().Add(removeWithin); ; time.Sleep(20 * time.Millisecond) {
		if err := os.RemoveAll(dir); err == nil || time.Now().After(deadline) {
			return err
		}
	}
}

// run starts everything, lets it work, and stops it.
func (n *network) run(ctx context.Context) (summary *Summary, err error) {
	defer func() { err = errors.Join(err, n.stop()) }()
	w := newWatch(n.group, n.log)
	n.shared = w.shared
	if err := n.up(ctx); err != nil {
		return nil, stopped(ctx, err)
	}
	w.p, w.nodes = n.charter.Parameters, n.nodes
	l := newLive(n, w)
	return l.run(ctx)
}

// stopped hides the errors of a start that the user interrupted.
func stopped(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// up starts L1, contracts, rollup nodes and members, none of which says anything yet.
func (n *network) up(ctx context.Context) error {
	for i := range n.cfg.Members {
		seat, err := NewSeat(n.cfg.Seed, i)
		if err != nil {
			return err
		}
		n.seats = append(n.seats, seat)
	}
	there, err := n.resumed()
	if err != nil {
		return err
	}
	if err := n.startL1(ctx); err != nil {
		return err
	}
	if !there {
		if err := n.found(ctx); err != nil {
			return err
		}
	}
	if err := n.read(ctx); err != nil {
		return err
	}
	if err := n.startRollups(); err != nil {
		return err
	}
	if n.addresses, err = n.memberAddresses(); err != nil {
		return err
	}
	return n.openMembers(ctx)
}

// memberAddresses are where the members listen. Any free port is found by listening on it once.
func (n *network) memberAddresses() ([]string, error) {
	out := make([]string, n.cfg.Members)
	for i := range out {
		number := offset(n.cfg.Ports.Members, i)
		if number == 0 {
			l, err := net.Listen("tcp", net.JoinHostPort(loopback, "0"))
			if err != nil {
				return nil, err
			}
			out[i] = l.Addr().String()
			if err := l.Close(); err != nil {
				return nil, err
			}
			continue
		}
		out[i] = net.JoinHostPort(loopback, strconv.Itoa(number))
	}
	return out, nil
}

// group is the committee's key, once its ceremony is over.
func (n *network) group() (threshold.PublicKey, bool) {
	if g := n.voice(0).Status().Group; g != nil {
		return g.Public, true
	}
	return threshold.PublicKey{}, false
}

// openAPI makes the door on the first member.
func (n *network) openAPI(registry *prometheus.Registry) (*process.Door, net.Listener, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(n.cfg.Ports.API)))
	if err != nil {
		return nil, nil, fmt.Errorf("%w: the API wants %d (%w); choose another with --port", ErrPortBusy, n.cfg.Ports.API, err)
	}
	var rollups []api.Rollup
	for _, chain := range n.charter.Parameters.Rollups {
		rollups = append(rollups, api.Rollup{Chain: chain, Name: "Chorale devnet " + chain.String(), URL: n.nodes[chain].URL()})
	}
	first := n.member(0)
	door, err := process.OpenDoor(process.DoorConfig{
		Committee: first, History: first, Accounts: first, Lists: first, Network: n.charter.Network.ID, Parameters: n.charter.Parameters, Rollups: rollups,
		Account: n.cast.Gateway.Key, Limits: api.Limits{RequestsPerMinute: 120_000, BundlesPerMinute: 12_000},
		Log: n.log.With("room", "api"), Registry: registry,
	})
	if err != nil {
		return nil, nil, errors.Join(err, l.Close())
	}
	return door, l, nil
}

// serveMetrics answers /metrics on a port of its own until ctx ends.
func (n *network) serveMetrics(ctx context.Context, g *errgroup.Group, registry *prometheus.Registry) error {
	l, err := net.Listen("tcp", net.JoinHostPort(loopback, strconv.Itoa(n.cfg.Ports.Metrics)))
	if err != nil {
		return fmt.Errorf("%w: metrics want %d (%w); choose another with --metrics-port", ErrPortBusy, n.cfg.Ports.Metrics, err)
	}
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(registry, promhttp.HandlerOpts{}))
	server := &http.Server{Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	g.Go(func() error {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			return fmt.Errorf("metrics: %w", err)
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		return server.Close()
	})
	return nil
}

// nodeDir is where a rollup's node lives.
func (n *network) nodeDir(chain rollup.ChainID) string {
	return filepath.Join(n.dir, "rollup-"+chain.String())
}
