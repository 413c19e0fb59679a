package main

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/rollup"
	"github.com/urfave/cli/v3"
)

// started is read as early as a program can, so that times since the start are what a user waited.
var started = time.Now()

// errLaws says that the run ended and not every law held and was put to the test. The summary says which.
var errLaws = errors.New("not every law held and was put to the test; see the summary")

func devnetCommand() *cli.Command {
	d := devnet.Defaults()
	return &cli.Command{
		Name: "devnet", Usage: "run the whole network on this machine, with traffic",
		Description: "Starts an L1, rollups with their own JSON-RPC, a committee, the relay and the API in one process, and traffic that\n" +
			"uses them. Prints a table of addresses, then one line per slot. Ctrl-C ends it; a second one does not wait.\n" +
			"With --slots it ends by itself and prints what happened; it exits 0 only if every law held and was put to the test.",
		Flags: append(logFlags(),
			&cli.IntFlag{Name: "rollups", Value: d.Rollups, Usage: "`N` rollups, chain ids from 901"},
			&cli.IntFlag{Name: "members", Value: d.Members, Usage: "`N` seats of the committee"},
			&cli.Uint64Flag{Name: "slots", Usage: "end after `N` slots; 0 runs until interrupted"},
			&cli.Uint64Flag{Name: "seed", Value: d.Seed, Usage: "`SEED` of keys and traffic (not of timing)"},
			&cli.BoolFlag{Name: "json", Usage: "print nothing on stdout but one JSON summary at the end"},
			&cli.StringFlag{Name: "data", Usage: "keep state in `DIR`; a second start goes on from there", Sources: cli.EnvVars("CHORALE_DATA")},
			&cli.DurationFlag{Name: "slot", Value: d.Slot, Usage: "`DURATION` of a slot"},
			&cli.DurationFlag{Name: "block-time", Value: d.BlockTime, Usage: "`DURATION` between L1 blocks"},
			&cli.StringFlag{Name: "pricing", Value: string(d.Pricing), Usage: "`RULE` by which winners pay: first or second"},
			&cli.StringFlag{Name: "split", Value: string(d.Split), Usage: "`RULE` by which rollups share a price: gas, equal or marginal"},
			&cli.BoolFlag{Name: "quiet", Usage: "no demo traffic"},
			&cli.BoolFlag{Name: "unsafe-no-durability", Usage: "let members answer for what they have not written to disk: a kill then loses it"},
			&cli.IntFlag{Name: "searchers", Value: d.Searchers, Usage: "`N` demo searchers"},
			&cli.IntFlag{Name: "users", Value: d.Users, Usage: "`N` demo wallet users"},
			&cli.IntFlag{Name: "port", Value: d.Ports.API, Usage: "`PORT` of the API and its page"},
			&cli.IntFlag{Name: "metrics-port", Value: d.Ports.Metrics, Usage: "`PORT` of /metrics"},
			&cli.IntFlag{Name: "l1-port", Value: d.Ports.L1, Usage: "`PORT` of the L1's JSON-RPC"},
			&cli.IntFlag{Name: "rollup-port", Value: d.Ports.Rollups, Usage: "`PORT` of the first rollup's JSON-RPC"},
			&cli.IntFlag{Name: "engine-port", Value: d.Ports.Engines, Usage: "`PORT` of the first rollup's Engine API"},
			&cli.IntFlag{Name: "member-port", Value: d.Ports.Members, Usage: "`PORT` of the first member's consensus"},
		),
		Action: runDevnet,
	}
}

func runDevnet(ctx context.Context, c *cli.Command) error {
	log, err := newLog(c.Root().ErrWriter, c.String("log-level"))
	if err != nil {
		return err
	}
	devnet.SetNodeLog(quieter{log.Handler()})
	cfg := devnetConfig(c)
	cfg.Log = log
	if !c.Bool("json") {
		cfg.Out = c.Root().Writer
	}
	summary, err := devnet.Run(ctx, cfg)
	return report(c, cfg, summary, err)
}

// report prints what was seen of a run, and makes of it how the program ends.
func report(c *cli.Command, cfg devnet.Config, summary *devnet.Summary, err error) error {
	if summary == nil {
		return err
	}
	// What was seen is worth telling, most of all when something went wrong.
	if c.Bool("json") {
		e := json.NewEncoder(c.Root().Writer)
		e.SetIndent("", "  ")
		err = errors.Join(err, e.Encode(summary))
	} else {
		err = errors.Join(err, summary.Print(c.Root().Writer))
	}
	if err == nil && cfg.Slots > 0 && !summary.Held {
		err = errLaws
	}
	return err
}

func devnetConfig(c *cli.Command) devnet.Config {
	cfg := devnet.Defaults()
	cfg.Rollups, cfg.Members, cfg.Searchers, cfg.Users = c.Int("rollups"), c.Int("members"), c.Int("searchers"), c.Int("users")
	cfg.Slots, cfg.Seed, cfg.Dir, cfg.Quiet = c.Uint64("slots"), c.Uint64("seed"), c.String("data"), c.Bool("quiet")
	cfg.Pricing, cfg.Split = rollup.PricingRule(c.String("pricing")), rollup.SplitRule(c.String("split"))
	cfg.Forgetful = c.Bool("unsafe-no-durability")
	cfg.Slot, cfg.BlockTime, cfg.Started = c.Duration("slot"), c.Duration("block-time"), started
	cfg.Ports = devnet.Ports{
		API: c.Int("port"), Metrics: c.Int("metrics-port"), L1: c.Int("l1-port"),
		Rollups: c.Int("rollup-port"), Engines: c.Int("engine-port"), Members: c.Int("member-port"),
	}
	return cfg
}
