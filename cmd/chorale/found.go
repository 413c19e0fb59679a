package main

import (
	"context"

	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/urfave/cli/v3"
)

// containedFlags are what the two commands must be told alike: the folder above those of all services, and what the network
// was founded with.
func containedFlags() []cli.Flag {
	d := devnet.Defaults()
	return append(logFlags(),
		&cli.StringFlag{Name: "dir", Required: true, Usage: "`DIR` above the folders of all services", Local: true},
		&cli.Uint64Flag{Name: "seed", Value: d.Seed, Usage: "`SEED` of keys", Local: true},
		&cli.DurationFlag{Name: "slot", Value: d.Slot, Usage: "`DURATION` of a slot", Local: true},
	)
}

// foundCommand, keyCommand and trafficCommand are services of docker-compose.yml; `chorale net` does all three itself.
func foundCommand() *cli.Command {
	return &cli.Command{
		Name: string(topology.Found), Usage: "put a new network on the fresh L1 of docker-compose.yml, and write every service's file and secrets",
		Description: "Funds, deploys, deposits and registers on the L1 that is found at http://l1:8545, then writes each service's folder below\n" +
			"--dir. Keys follow from the seed, and anybody can compute them: for networks on an L1 of their own that is worth nothing.\n" +
			"A second run finds that it is done.",
		Flags: containedFlags(), Action: inContainers(devnet.Found),
	}
}

func keyCommand() *cli.Command {
	return &cli.Command{
		Name: string(topology.Key), Usage: "wait for the key ceremony of that network and publish the committee's first key on its L1",
		Flags: containedFlags(), Action: inContainers(devnet.PublishKey),
	}
}

func trafficCommand() *cli.Command {
	return &cli.Command{
		Name: string(topology.Traffic), Usage: "use that network as wallets and searchers do, until interrupted",
		Flags: containedFlags(), Action: inContainers(devnet.Traffic),
	}
}

// inContainers is what a service of docker-compose.yml does, told of its network.
func inContainers(do func(ctx context.Context, cfg devnet.Config, dir string) error) cli.ActionFunc {
	return func(ctx context.Context, c *cli.Command) error {
		cfg, err := contained(c)
		if err != nil {
			return err
		}
		return do(ctx, cfg, c.String("dir"))
	}
}

func contained(c *cli.Command) (devnet.Config, error) {
	cfg := devnet.Defaults()
	cfg.Seed, cfg.Slot, cfg.Started = c.Uint64("seed"), c.Duration("slot"), started
	var err error
	cfg.Log, err = newLog(c.Root().ErrWriter, c.String("log-level"))
	return cfg, err
}
