package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/internal/config"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/engine"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/remote"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/urfave/cli/v3"
)

func apiCommand() *cli.Command {
	return &cli.Command{
		Name: "api", Usage: "run a gateway: the public API and its page",
		Description: "Connects to one or more members by their private doors and answers searchers, wallets, operators and analysts. It holds no\n" +
			"key of the committee. `chorale init api` makes its account and its file.",
		Flags: keyFlags(new(config.Gateway)), Action: runGateway,
	}
}

func runGateway(ctx context.Context, c *cli.Command) error {
	k := new(config.Gateway)
	if _, err := load(c, k); err != nil {
		return err
	}
	account, err := readAccount("account_key_file", k.Account)
	if err != nil {
		return err
	}
	members, err := dialMembers(k.Members)
	if err != nil {
		return err
	}
	defer func() { _ = members.Close() }()
	l1, err := dialL1(ctx, k.L1)
	if err != nil {
		return err
	}
	defer l1.Close()
	gateway, err := process.OpenGateway(ctx, process.GatewayConfig{
		Listen: k.Listen, Members: members, L1: l1, Account: account, Rollups: rollupNodes(k.Rollups), Origins: k.Origins, Redis: k.Shared.RedisURL,
		Limits: api.Limits{RequestsPerMinute: int(k.Limits.RequestsPerMinute), BundlesPerMinute: int(k.Limits.BundlesPerMinute),
			Connections: int(k.Limits.Connections), PendingTransactions: int(k.Limits.PendingTransactions)},
		Health: health(k.Health), Log: processLog(c, k.Log),
	})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(c.Root().Writer, "API at http://%s, health at http://%s/readyz, seals as %s\n",
		gateway.Address(), gateway.HealthAddress(), crypto.PubkeyToAddress(account.PublicKey)); err != nil {
		return err
	}
	return gateway.Run(ctx)
}

func relayCommand() *cli.Command {
	flags := append(keyFlags(new(config.Relay)), &cli.BoolFlag{Name: "once", Usage: "post what there is to post, and end"})
	return &cli.Command{
		Name: "relay", Usage: "post to L1 what the committee signed, and claim payments",
		Description: "Asks members for signed postings and brings each onto L1 once and in order; any number of relays may race. With a second\n" +
			"account it claims what posted ledgers owe to the rollups. `chorale init relay` makes its accounts and its file.",
		Flags: flags, Action: runRelay,
	}
}

func runRelay(ctx context.Context, c *cli.Command) error {
	k := new(config.Relay)
	if _, err := load(c, k); err != nil {
		return err
	}
	cfg := process.RelayConfig{
		MaxFee: new(big.Int).Mul(big.NewInt(k.MaxFee), big.NewInt(1e9)), Depth: uint64(max(k.Depth, 0)), Window: int(k.Window), //nolint:gosec // bounded
		Interval: k.Interval, Log: processLog(c, k.Log),
	}
	var err error
	if cfg.Poster, err = readAccount("account_key_file", k.Account); err != nil {
		return err
	}
	if k.Claims.Account != "" {
		if cfg.Payer, err = readAccount("claims.account_key_file", k.Claims.Account); err != nil {
			return err
		}
		cfg.Minimum = uint256.MustFromDecimal(k.Claims.Minimum) // checked when it was loaded
	}
	members, err := dialMembers(k.Members)
	if err != nil {
		return err
	}
	defer func() { _ = members.Close() }()
	l1, err := dialL1(ctx, k.L1)
	if err != nil {
		return err
	}
	defer l1.Close()
	cfg.Source, cfg.Prover, cfg.Client, cfg.Chain = members, members, l1.Client, l1.Chain
	cfg.Accounts = process.Payouts(l1.Client, addresses(k.Claims.Accounts))
	relayer, err := process.OpenRelay(cfg, members, health(k.Health))
	if err != nil {
		return err
	}
	if c.Bool("once") {
		return relayer.Once(ctx)
	}
	if _, err := fmt.Fprintf(c.Root().Writer, "posts as %s, health at http://%s/readyz\n", crypto.PubkeyToAddress(cfg.Poster.PublicKey), relayer.HealthAddress()); err != nil {
		return err
	}
	return relayer.Run(ctx)
}

func followCommand() *cli.Command {
	return &cli.Command{
		Name: "follow", Usage: "keep a rollup's own node at what the committee attested",
		Description: "Runs beside an operator's own geth: verifies each attestation, the closed blocks and that triggers match actions over all\n" +
			"rollups, then feeds the node by the Engine API. Head is attested, safe is posted, finalized is on L1 for good.",
		Flags: keyFlags(new(config.Follow)), Action: runFollow,
	}
}

func runFollow(ctx context.Context, c *cli.Command) error {
	k := new(config.Follow)
	if _, err := load(c, k); err != nil {
		return err
	}
	text, err := config.ReadSecret(k.Engine.JWTFile)
	if err != nil {
		return fmt.Errorf("engine.jwt_file: %w", err)
	}
	jwt, err := engine.ParseSecret(string(text))
	if err != nil {
		return fmt.Errorf("engine.jwt_file: %s: %w", k.Engine.JWTFile, err)
	}
	node, err := engine.Dial(ctx, k.Engine.URL, jwt)
	if err != nil {
		return err
	}
	defer node.Close()
	l1, err := dialL1(ctx, k.L1)
	if err != nil {
		return err
	}
	defer l1.Close()
	origin := client.NewOrigin(k.Gateways)
	defer origin.Close()
	chain := rollup.ChainID(uint64(max(k.Engine.Chain, 0))) //nolint:gosec // bounded
	return process.RunFollower(ctx, process.FollowerConfig{
		Dir: k.Dir, Origin: origin, Client: l1.Client, Nodes: map[rollup.ChainID]relay.Node{chain: node}, Interval: k.Interval, Log: processLog(c, k.Log),
	}, chain, origin.Seen, health(k.Health), func(address string) {
		_, _ = fmt.Fprintf(c.Root().Writer, "follows rollup %s, health at http://%s/readyz\n", chain, address)
	})
}

// readAccount reads the key of an account, as `chorale init` writes it.
func readAccount(key, file string) (*ecdsa.PrivateKey, error) {
	text, err := config.ReadSecret(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", key, err)
	}
	raw, err := hex.DecodeString(strings.TrimPrefix(string(text), "0x"))
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", key, file, errKey)
	}
	account, err := crypto.ToECDSA(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", key, file, errKey)
	}
	return account, nil
}

// dialMembers connects to the private doors that a process is told of.
func dialMembers(m config.Members) (*remote.Committee, error) {
	token, err := config.ReadSecret(m.TokenFile)
	if err != nil {
		return nil, fmt.Errorf("members.token_file: %w", err)
	}
	c := remote.Config{Token: token}
	if m.CAFile != "" {
		c.TLS = &tls.Config{MinVersion: tls.VersionTLS13}
		if c.TLS.RootCAs, err = authorities(m.CAFile); err != nil {
			return nil, fmt.Errorf("members.ca_file: %w", err)
		}
	}
	return remote.DialAll(m.Doors, c)
}

// errCertificates refuses a file without certificates.
var errCertificates = errors.New("no certificate in it")

func authorities(file string) (*x509.CertPool, error) {
	raw, err := os.ReadFile(file) //nolint:gosec // named by whoever runs the process
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(raw) {
		return nil, fmt.Errorf("%s: %w", file, errCertificates)
	}
	return pool, nil
}

// rollupNodes are the nodes that answer reads; each entry was checked when it was loaded.
func rollupNodes(entries []string) []api.Rollup {
	var out []api.Rollup
	for _, text := range entries {
		id, url, _ := strings.Cut(text, "=")
		chain, _ := strconv.ParseUint(id, 10, 64)
		out = append(out, api.Rollup{Chain: rollup.ChainID(chain), URL: url})
	}
	return out
}

func addresses(entries []string) []rollup.Address {
	var out []rollup.Address
	for _, text := range entries {
		out = append(out, common.HexToAddress(text))
	}
	return out
}
