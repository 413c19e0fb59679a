package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"

	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/internal/topology"
	"github.com/urfave/cli/v3"
)

func netCommand() *cli.Command {
	d := devnet.Defaults()
	return &cli.Command{
		Name: "net", Usage: "run a network of processes on this machine, as operators run them, with traffic",
		Description: "Starts an L1 (anvil), four members, two gateways on one Redis, a relay, and a stock geth with a follower for each of two\n" +
			"rollups, each a process of its own on loopback with its log and pid in one folder, and the demo's traffic: the services of\n" +
			"docker-compose.yml. Ctrl-C ends it. With --slots it kills a member on the way, ends by itself, and exits 0 only if every law\n" +
			"that can be seen from outside held and was put to the test.",
		Flags: append(logFlags(),
			&cli.StringFlag{Name: "geth", Value: "geth", Usage: "`PATH` of a stock geth", Sources: cli.EnvVars("CHORALE_GETH")},
			&cli.StringFlag{Name: "anvil", Value: "anvil", Usage: "`PATH` of anvil", Sources: cli.EnvVars("CHORALE_ANVIL")},
			&cli.StringFlag{Name: "redis", Value: "redis-server", Usage: "`PATH` of redis-server", Sources: cli.EnvVars("CHORALE_REDIS")},
			&cli.Uint64Flag{Name: "slots", Usage: "end after `N` slots; 0 runs until interrupted"},
			&cli.Uint64Flag{Name: "seed", Value: d.Seed, Usage: "`SEED` of keys and traffic (not of timing)"},
			&cli.BoolFlag{Name: "json", Usage: "print nothing on stdout but one JSON summary at the end"},
			&cli.StringFlag{Name: "dir", Usage: "keep logs, pids and data in `DIR`, which must be new"},
			&cli.DurationFlag{Name: "slot", Value: d.Slot, Usage: "`DURATION` of a slot"},
			&cli.DurationFlag{Name: "block-time", Value: d.BlockTime, Usage: "`DURATION` between L1 blocks, whole seconds"},
			&cli.BoolFlag{Name: "quiet", Usage: "no demo traffic"},
			&cli.IntFlag{Name: "kills", Usage: "kill each service that the others do without for a moment `N` times by kill -9 while it runs"},
			&cli.DurationFlag{Name: "kill-every", Value: d.KillEvery, Usage: "`DURATION` between two such kills, on the average"},
			&cli.IntFlag{Name: "port", Value: d.Ports.API, Usage: "`PORT` of the API and its page, at whichever gateway is up"},
			&cli.IntFlag{Name: "l1-port", Value: d.Ports.L1, Usage: "`PORT` of the L1's JSON-RPC"},
		),
		Commands: []*cli.Command{foundCommand(), keyCommand(), trafficCommand()},
		Action:   runNet,
	}
}

// programFlags are the flags that name the programs of others.
var programFlags = map[topology.Program]string{topology.Anvil: "anvil", topology.Geth: "geth", topology.RedisServer: "redis"}

func runNet(ctx context.Context, c *cli.Command) error {
	log, err := newLog(c.Root().ErrWriter, c.String("log-level"))
	if err != nil {
		return err
	}
	cfg := devnet.Defaults()
	cfg.Slots, cfg.Seed, cfg.Dir, cfg.Quiet = c.Uint64("slots"), c.Uint64("seed"), c.String("dir"), c.Bool("quiet")
	cfg.Kills, cfg.KillEvery = c.Int("kills"), c.Duration("kill-every")
	cfg.Slot, cfg.BlockTime, cfg.Started, cfg.Log = c.Duration("slot"), c.Duration("block-time"), started, log
	cfg.Ports = devnet.Ports{API: c.Int("port"), L1: c.Int("l1-port")}
	if !c.Bool("json") {
		cfg.Out = c.Root().Writer
	}
	bin := devnet.Binaries{}
	if bin[topology.Chorale], err = os.Executable(); err != nil {
		return err
	}
	for _, program := range []topology.Program{topology.Anvil, topology.Geth, topology.RedisServer} {
		if bin[program], err = exec.LookPath(c.String(programFlags[program])); err != nil {
			return fmt.Errorf("--%s: %w", programFlags[program], err)
		}
	}
	summary, err := devnet.RunNet(ctx, cfg, bin)
	return report(c, cfg, summary, err)
}
