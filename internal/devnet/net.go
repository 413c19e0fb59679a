package devnet

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strconv"

	"github.com/chorale-network/chorale/internal/fleet"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// RunNet runs a network of processes until ctx ends or, with cfg.Slots, until so many slots are attested, posted and paid:
// an L1, the members, two gateways, a relay, and a stock geth with a follower for each rollup, each on an address of its
// own with its log and pid in one folder. The traffic and the judge are in this process, and speak to the others as
// strangers do. One of the members is killed by kill -9 while it runs.
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
	n := &network{cfg: cfg, dir: dir, log: slog.New(untilStop{cfg.Log.Handler(), life}), hush: hush,
		cast: newCast(cfg.Seed, cfg.Members, cfg.Rollups, cfg.Searchers, cfg.Users)}
	n.outside = &outside{cfg: &n.cfg, bin: bin, dir: dir}
	if n.outside.fleet, err = fleet.New(filepath.Join(dir, "run")); err != nil {
		return nil, err
	}
	summary, err := n.runOutside(ctx)
	if err != nil && cfg.Dir == "" {
		return summary, fmt.Errorf("%w (the logs are in %s)", err, filepath.Join(dir, "run"))
	}
	return summary, errors.Join(err, cleanup())
}

func (n *network) runOutside(ctx context.Context) (summary *Summary, err error) {
	defer func() { err = errors.Join(err, n.stop()) }()
	n.stops = append(n.stops, n.outside.stop)
	w := newWatch(n.group, n.log)
	if err := n.upOutside(ctx); err != nil {
		return nil, stopped(ctx, err)
	}
	w.p, w.nodes = n.charter.Parameters, n.nodes
	return newLive(n, w).run(ctx)
}

// upOutside starts every process.
func (n *network) upOutside(ctx context.Context) error {
	o := n.outside
	for i := range n.cfg.Members {
		seat, err := NewSeat(n.cfg.Seed, i)
		if err != nil {
			return err
		}
		n.seats = append(n.seats, seat)
	}
	chain, err := o.startL1(ctx, n.cast.onL1())
	if err != nil {
		return err
	}
	n.l1 = chain
	if n.chain, err = ethereum.Dial(ctx, chain.URL()); err != nil {
		return err
	}
	n.stops = append(n.stops, func() error { n.chain.Close(); return nil })
	if err := n.found(ctx); err != nil {
		return err
	}
	if err := n.read(ctx); err != nil {
		return err
	}
	at := map[string]string{"l1.url": chain.URL(), "l1.registry": n.state.Contracts.Registry.Hex(), "l1.from_block": strconv.FormatUint(n.state.Contracts.FromBlock, 10)}
	nodes := map[rollup.ChainID]*gethNode{}
	n.nodes = map[rollup.ChainID]rollupReader{}
	for _, g := range n.charter.Genesis {
		node, err := o.startGeth(ctx, g)
		if err != nil {
			return err
		}
		nodes[g.Chain], n.nodes[g.Chain] = node, node
	}
	secret := func(a account) string { return hex.EncodeToString(crypto.FromECDSA(a.Key)) }
	if err := o.startMembers(ctx, n.seats, at); err != nil {
		return err
	}
	if err := o.startGateways(secret(n.cast.Gateway), nodes, at); err != nil {
		return err
	}
	if err := o.startRelay(secret(n.cast.Poster), secret(n.cast.Payer), at); err != nil {
		return err
	}
	for chain, node := range nodes {
		if err := o.startFollower(chain, node, at); err != nil {
			return err
		}
	}
	return o.answering(ctx)
}
