package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/ethereum/go-ethereum/common"
	"github.com/urfave/cli/v3"
)

func nodeCommand() *cli.Command {
	return &cli.Command{
		Name: "node", Usage: "run one member of a committee",
		Description: "Runs one seat: consensus with the other members, execution of every rollup, and the private door for gateways, relays\n" +
			"and followers. Parameters, members and rollups are read from L1. The member's share of the committee's key comes out of the\n" +
			"key ceremony with the others and never leaves its home. `chorale init node` makes its home and its file.",
		Flags: keyFlags(new(config.Node)), Action: runNode,
	}
}

// runNode runs a member until it is interrupted or fails.
func runNode(ctx context.Context, c *cli.Command) error {
	k := new(config.Node)
	if _, err := load(c, k); err != nil {
		return err
	}
	keys, err := home(k.Home).open()
	if err != nil {
		return err
	}
	token, err := config.ReadSecret(k.Door.TokenFile)
	if err != nil {
		return fmt.Errorf("door.token_file: %w", err)
	}
	secure, err := doorTLS(k.Door)
	if err != nil {
		return err
	}
	l1, err := dialL1(ctx, k.L1)
	if err != nil {
		return err
	}
	defer l1.Close()
	node, err := process.OpenNode(ctx, process.NodeConfig{
		Dir: filepath.Join(k.Home, memberFolder), Seat: keys.seat(int(k.Consensus.Seat), ""), L1: l1, Listen: k.Consensus.Listen, Peers: k.Consensus.Peers,
		Door: k.Door.Listen, Token: token, TLS: secure, Health: health(k.Health), Log: processLog(c, k.Log),
	})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(c.Root().Writer, "member %d, %s, private door at %s, health at http://%s/readyz\n",
		node.Member.Seat.Index, node.Member.Seat.Name, node.Door.Address(), node.Health.Address()); err != nil {
		return err
	}
	return node.Run(ctx)
}

// doorTLS is the private door's certificate; nil for a door without.
func doorTLS(d config.Door) (*tls.Config, error) {
	if d.CertFile == "" {
		return nil, nil //nolint:nilnil // no TLS is an answer
	}
	if _, err := config.ReadSecret(d.KeyFile); err != nil {
		return nil, fmt.Errorf("door.key_file: %w", err)
	}
	pair, err := tls.LoadX509KeyPair(d.CertFile, d.KeyFile)
	if err != nil {
		return nil, fmt.Errorf("door.cert_file: %w", err)
	}
	secure := &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS13}
	if d.ClientCA != "" {
		if secure.ClientCAs, err = authorities(d.ClientCA); err != nil {
			return nil, fmt.Errorf("door.client_ca_file: %w", err)
		}
		secure.ClientAuth = tls.RequireAndVerifyClientCert
	}
	return secure, nil
}

// dialL1 connects to the L1 that a process is told of.
func dialL1(ctx context.Context, l config.L1) (*process.L1, error) {
	return process.DialL1(ctx, l.URL, common.HexToAddress(l.Registry), uint64(max(l.FromBlock, 0))) //nolint:gosec // bounded
}

func health(h config.Health) process.HealthConfig {
	return process.HealthConfig{Listen: h.Listen, Pprof: h.Pprof}
}

// errKey refuses a file that holds no account's key.
var errKey = errors.New("not an account's key: 32 bytes in hex")
