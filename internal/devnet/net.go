package devnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"

	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/relay/ethereum"
)

// RunNet runs a network of processes until ctx ends or, with cfg.Slots, until so many slots are attested, posted and paid:
// every row of the table of services on an address of its own, with its log and pid in one folder. The traffic and the
// judge are in this process, and speak to the others as strangers do. One of the members is killed by kill -9 while it
// runs.
func RunNet(ctx context.Context, cfg Config, bin Binaries) (*Summary, error) {
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
	at := newLoopbackPlaces(dir)
	at.pin(string(topology.L1), "rpc", cfg.Ports.L1)
	n := &network{cfg: cfg, dir: at.Folder(string(topology.Found)), log: slog.New(untilStop{cfg.Log.Handler(), life}), hush: hush,
		cast: newCast(cfg.Seed, cfg.Members, cfg.Rollups, cfg.Searchers, cfg.Users)}
	n.outside = &outside{cfg: &n.cfg, bin: bin, at: at}
	if n.outside.fleet, err = fleet.New(filepath.Join(dir, "run")); err != nil {
		return nil, err
	}
	summary, err := n.runOutside(ctx, at)
	if err != nil && cfg.Dir == "" {
		return summary, fmt.Errorf("%w (the logs are in %s)", err, filepath.Join(dir, "run"))
	}
	return summary, errors.Join(err, cleanup())
}

func (n *network) runOutside(ctx context.Context, at *loopbackPlaces) (summary *Summary, err error) {
	defer func() { err = errors.Join(err, n.stop()) }()
	n.stops = append(n.stops, n.outside.stop)
	w := newWatch(n.group, n.log)
	if err := n.upOutside(ctx, at); err != nil {
		return nil, stopped(ctx, err)
	}
	w.p, w.nodes = n.charter.Parameters, n.nodes
	return newLive(n, w).run(ctx)
}

// sit derives the members' keys.
func (n *network) sit() error {
	for i := range n.cfg.Members {
		seat, err := NewSeat(n.cfg.Seed, i)
		if err != nil {
			return err
		}
		n.seats = append(n.seats, seat)
	}
	return nil
}

// toL1 connects to the L1 of a network of processes.
func (n *network) toL1(ctx context.Context) (err error) {
	o := n.outside
	for _, s := range o.services(ethereum.Contracts{}) {
		if s.Role == topology.L1 {
			if o.l1, err = dialAnvil(ctx, o.url(s, "rpc"), n.cfg.BlockTime, o.ended); err != nil {
				return err
			}
		}
	}
	n.l1 = o.l1
	o.closed = append(o.closed, func() error { o.l1.client.Close(); return nil })
	if n.chain, err = ethereum.Dial(ctx, n.l1.URL()); err != nil {
		return err
	}
	n.stops = append(n.stops, func() error { n.chain.Close(); return nil })
	return nil
}

// upOutside starts every process: the L1, and once the network stands on it, all the others in the table's order.
func (n *network) upOutside(ctx context.Context, at *loopbackPlaces) error {
	o := n.outside
	there, err := n.resumed()
	if err != nil {
		return err
	}
	if there {
		return fmt.Errorf("--dir %s: %w", n.cfg.Dir, errNotNew)
	}
	if err := n.sit(); err != nil {
		return err
	}
	services := o.services(n.state.Contracts)
	if at.failed != nil {
		return at.failed
	}
	if err := o.start(ctx, services[0]); err != nil {
		return err
	}
	if err := n.toL1(ctx); err != nil {
		return err
	}
	if err := n.foundOn(ctx, o.l1); err != nil {
		return err
	}
	services = o.services(n.state.Contracts) // the same, and now they are told where the network stands
	files, err := newFoundingFiles(n, at)
	if err != nil {
		return err
	}
	if err := errors.Join(files.write(services), o.trust(files.token, files.doors.PEM())); err != nil {
		return err
	}
	if err := o.startAll(ctx, services[1:]); err != nil {
		return err
	}
	if n.nodes, err = o.nodes(ctx, services); err != nil {
		return err
	}
	if err := o.listenTo(ctx, services); err != nil {
		return err
	}
	if err := o.answering(ctx); err != nil {
		return err
	}
	return o.openBalancer(n.cfg.Ports.API)
}

// foundOn puts the network on a fresh L1 and reads it back from there.
func (n *network) foundOn(ctx context.Context, l1 *anvilL1) error {
	if err := l1.fund(ctx, n.cast.onL1()); err != nil {
		return err
	}
	if err := n.found(ctx); err != nil {
		return err
	}
	return n.read(ctx)
}

// errNotNew refuses a folder that holds a network: its processes' addresses were others.
var errNotNew = errors.New("it holds a network already; name another folder")

// startAll starts what is not left to this process.
func (o *outside) startAll(ctx context.Context, services []topology.Service) error {
	for _, s := range services {
		if s.Containers {
			continue
		}
		if err := o.start(ctx, s); err != nil {
			return err
		}
		if s.Role == topology.Gateway {
			o.pages = append(o.pages, o.url(s, "api"))
		}
		if s.Killed {
			o.killed = append(o.killed, s.Name)
		}
	}
	return nil
}
