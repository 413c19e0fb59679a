package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/urfave/cli/v3"
	"golang.org/x/sync/errgroup"
)

func nodeCommand() *cli.Command {
	homeFlag := func(required bool) cli.Flag {
		return &cli.StringFlag{Name: "home", Required: required, Local: true, Usage: "`DIR` of this member's keys and data", Sources: cli.EnvVars("CHORALE_HOME")}
	}
	return &cli.Command{
		Name: "node", Usage: "run one member of a committee",
		Description: "Runs one seat: consensus with the other members, execution of every rollup, and the API of this member. Parameters,\n" +
			"members and rollups are read from L1. The member's share of the committee's key comes out of the key ceremony with the\n" +
			"others and never leaves its home.",
		Flags: append(logFlags(), homeFlag(false),
			&cli.StringFlag{Name: "l1", Usage: "`URL` of an L1 node's JSON-RPC", Sources: cli.EnvVars("CHORALE_L1")},
			&cli.StringFlag{Name: "registry", Usage: "`ADDRESS` of the network's registry on that L1", Sources: cli.EnvVars("CHORALE_REGISTRY")},
			&cli.Uint64Flag{Name: "from-block", Usage: "`BLOCK` at or before the registry's deployment; on a long L1 it saves a search"},
			&cli.IntFlag{Name: "index", Value: -1, Usage: "`SEAT` of this member, from 0; found by its key if not given"},
			&cli.StringFlag{Name: "listen", Usage: "`HOST:PORT` for the other members"},
			&cli.StringSliceFlag{Name: "peers", Usage: "`HOST:PORT` of every member in the order of seats, with commas between; this member's own is not dialled"},
			&cli.StringFlag{Name: "api", Value: "127.0.0.1:8080", Usage: "`HOST:PORT` of this member's API and page"},
			&cli.StringSliceFlag{Name: "rollup", Usage: "`CHAIN=URL` of a rollup node that answers reads; once for each"},
		),
		Action: runNode,
		Commands: []*cli.Command{{
			Name: "init", Usage: "make a member's keys and print its public half, which goes into the network's parameters",
			Flags:  []cli.Flag{homeFlag(true), &cli.StringFlag{Name: "name", Required: true, Usage: "`NAME` by which the page shows this member"}},
			Action: initNode,
		}},
	}
}

func initNode(_ context.Context, c *cli.Command) error {
	keys, err := home(c.String("home")).create()
	if err != nil {
		return err
	}
	m, err := keys.member(c.String("name"))
	if err != nil {
		return err
	}
	return json.NewEncoder(c.Root().Writer).Encode(m)
}

// runNode runs a member until it is interrupted or fails.
func runNode(ctx context.Context, c *cli.Command) error {
	// Not marked as required flags, since `node init` would then want them too.
	for _, name := range []string{"home", "l1", "registry", "listen", "peers"} {
		if !c.IsSet(name) {
			return fmt.Errorf("%w: --%s must be given", errFlag, name)
		}
	}
	log, err := newLog(c.Root().ErrWriter, c.String("log-level"))
	if err != nil {
		return err
	}
	rollups, err := rollupNodes(c.StringSlice("rollup"))
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.String("api"))
	if err != nil {
		return fmt.Errorf("--api: %w", err)
	}
	member, charter, err := openNode(ctx, c, log)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	door, err := api.New(api.Config{
		Committee: member, History: member, Ledger: member, Lists: member, Parameters: charter.Parameters, Rollups: rollups,
		Gateway: member.Seat.Account, Log: log,
	})
	if err != nil {
		return errors.Join(err, listener.Close(), member.Close())
	}
	if _, err := fmt.Fprintf(c.Root().Writer, "member %d of %d, API at http://%s\n", member.Seat.Index, len(charter.Parameters.Members), listener.Addr()); err != nil {
		return errors.Join(err, listener.Close(), member.Close())
	}
	g, ctx := errgroup.WithContext(ctx)
	g.Go(func() error { return door.Serve(ctx, listener) })
	g.Go(func() error {
		if err := member.Start(ctx); err != nil {
			return err
		}
		return failure(ctx, member)
	})
	return errors.Join(g.Wait(), member.Close())
}

// openNode makes the member that the flags name, as its home and L1 say.
func openNode(ctx context.Context, c *cli.Command, log *slog.Logger) (*process.Member, *process.Charter, error) {
	folder := home(c.String("home"))
	keys, err := folder.open()
	if err != nil {
		return nil, nil, err
	}
	client, err := openL1(ctx, c.String("l1"), c.String("registry"), c.Uint64("from-block"))
	if err != nil {
		return nil, nil, err
	}
	charter, err := process.ReadCharter(ctx, client)
	if err != nil {
		return nil, nil, err
	}
	seat, err := seatOf(keys, charter.Parameters, c.Int("index"))
	if err != nil {
		return nil, nil, err
	}
	member, err := process.OpenMember(process.MemberConfig{
		Dir: filepath.Join(string(folder), memberFolder), Charter: *charter, Seat: seat,
		Listen: c.String("listen"), Peers: c.StringSlice("peers"), L1: client, Log: log,
	})
	return member, charter, err
}

// seatOf finds the keys' seat among the members. An index that is given must be that one.
func seatOf(keys *memberKeys, p *rollup.Parameters, index int) (*process.Seat, error) {
	mine, err := keys.member("")
	if err != nil {
		return nil, err
	}
	found := slices.IndexFunc(p.Members, func(m rollup.Member) bool {
		return strings.TrimPrefix(m.ConsensusKey, "0x") == mine.ConsensusKey
	})
	switch {
	case found < 0:
		return nil, fmt.Errorf("%w: --home: consensus key %s is no member's", errFlag, mine.ConsensusKey)
	case index >= 0 && index != found:
		return nil, fmt.Errorf("%w: --index: these keys sit on seat %d, not %d", errFlag, found, index)
	}
	return keys.seat(found, p.Members[found].Name), nil
}

// rollupNodes reads --rollup.
func rollupNodes(flags []string) ([]api.Rollup, error) {
	var out []api.Rollup
	for _, text := range flags {
		id, url, ok := strings.Cut(text, "=")
		chain, err := strconv.ParseUint(id, 10, 64)
		if !ok || err != nil {
			return nil, fmt.Errorf("%w: --rollup must be CHAIN=URL, not %q", errFlag, text)
		}
		out = append(out, api.Rollup{Chain: rollup.ChainID(chain), URL: url})
	}
	return out, nil
}

// failure waits until ctx ends, or for what stopped the member.
func failure(ctx context.Context, m *process.Member) error {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
			if err := m.Status().Failure; err != nil {
				return fmt.Errorf("this member stopped: %w", err)
			}
		}
	}
}
