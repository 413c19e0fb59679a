package devnet

import (
	"context"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/rollup"
)

// Traffic uses a network in containers as strangers would, until ctx ends. It judges nothing: who comes late has not seen
// what the laws are about.
func Traffic(ctx context.Context, cfg Config, dir string) error {
	n, err := contained(ctx, cfg, topology.Containers{Root: dir})
	if err != nil {
		return stopped(ctx, err)
	}
	defer func() { _ = n.stop() }()
	there, err := n.resumed()
	if err != nil {
		return err
	}
	if !there {
		return fmt.Errorf("%s: %w", n.stateFile(), errNotFounded)
	}
	if err := n.read(ctx); err != nil {
		return stopped(ctx, err)
	}
	o := n.outside
	if err := o.readDoors(o.at.Folder(string(topology.Traffic))); err != nil {
		return err
	}
	services := o.services(n.state.Contracts)
	for _, s := range services {
		if s.Role == topology.Gateway {
			o.pages = append(o.pages, o.url(s, "api"))
		}
	}
	if err := o.listenTo(ctx, services); err != nil {
		return err
	}
	if err := o.openBalancer(0); err != nil {
		return err
	}
	l := newLive(n, newWatch(n.group, n.log))
	l.page, l.report = o.page, nobody{}
	return ended(ctx, l.traffic(ctx))
}

// nobody hears what bidders report and forgets it.
type nobody struct{}

// Acknowledged implements reporter.
func (nobody) Acknowledged(rollup.Digest, rollup.Slot) {}

// Took implements reporter.
func (nobody) Took(string, time.Duration) {}
