package devnet_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/stretchr/testify/require"
)

func anyPorts(slots uint64) devnet.Config {
	cfg := devnet.Defaults()
	cfg.Ports, cfg.Slots, cfg.Started = devnet.Ports{}, slots, time.Now()
	return cfg
}

// A whole network, end to end: every law held and was put to the test, every rollup was paid to the wei, and a
// second start on the same data goes on where the first ended.
func TestWholeNetwork(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a network for half a minute")
	}
	var out bytes.Buffer
	cfg := anyPorts(80)
	cfg.Dir, cfg.Seed, cfg.Out = t.TempDir(), 7, &out
	first, err := devnet.Run(context.Background(), cfg)
	require.NoError(t, err)
	require.True(t, first.Held, "%v %v", first.Problems, first.Violated)
	require.NotZero(t, first.Bundles.TwoRollups)
	require.NotZero(t, first.Bundles.Losers)
	require.NotZero(t, first.Bundles.Transfers)
	require.NotZero(t, first.Bundles.DeliberateFailure)
	require.NotEmpty(t, first.Postings)
	var sum devnet.PostingContent
	slots, gas := 0, uint64(0)
	for _, p := range first.Postings {
		require.LessOrEqual(t, 2*p.Bytes, p.Records, "slots %d to %d", p.First, p.Last)
		sum.Bytes, sum.Records, sum.Envelopes, sum.Transactions = sum.Bytes+p.Bytes, sum.Records+p.Records, sum.Envelopes+p.Envelopes, sum.Transactions+p.Transactions
		slots, gas = slots+int(p.Last-p.First)+1, gas+p.Gas
	}
	require.NotZero(t, sum.Transactions)
	t.Logf("posted %d slots with %d envelopes, %d transactions: %d bytes of records, %d of data, %d gas; a slot %d → %d bytes, %d gas; a transaction %d → %d bytes, %d gas",
		slots, sum.Envelopes, sum.Transactions, sum.Records, sum.Bytes, gas, sum.Records/slots, sum.Bytes/slots, gas/uint64(slots),
		sum.Records/sum.Transactions, sum.Bytes/sum.Transactions, gas/uint64(sum.Transactions))
	for _, c := range first.Credits {
		require.NotEqual(t, "0", c.Ledger)
		require.Equal(t, c.Ledger, c.Claimed)
		require.Equal(t, c.Ledger, c.Balance)
	}
	require.Contains(t, out.String(), "Stop with Ctrl-C")
	require.Contains(t, out.String(), "\nslot 80 ")

	cfg.Out, cfg.Slots, cfg.Started = nil, 0, time.Now()
	ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
	defer stop()
	second, err := devnet.Run(ctx, cfg)
	require.NoError(t, err)
	require.Empty(t, second.Violated)
	require.Greater(t, second.Slots, first.Slots)

	cfg.Seed = 8
	_, err = devnet.Run(context.Background(), cfg)
	require.ErrorIs(t, err, devnet.ErrOtherNetwork)
	require.ErrorContains(t, err, "--seed")
}

// A busy port is named with the flag that moves it, before anything is started.
func TestBusyPort(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { require.NoError(t, l.Close()) }()
	busy := l.Addr().(*net.TCPAddr).Port
	for flag, set := range map[string]func(*devnet.Ports){
		"--port":         func(p *devnet.Ports) { p.API = busy },
		"--metrics-port": func(p *devnet.Ports) { p.Metrics = busy },
		"--l1-port":      func(p *devnet.Ports) { p.L1 = busy },
		"--rollup-port":  func(p *devnet.Ports) { p.Rollups = busy - 1 },
		"--engine-port":  func(p *devnet.Ports) { p.Engines = busy },
		"--member-port":  func(p *devnet.Ports) { p.Members = busy },
	} {
		cfg := anyPorts(0)
		set(&cfg.Ports)
		_, err := devnet.Run(context.Background(), cfg)
		require.ErrorIs(t, err, devnet.ErrPortBusy, flag)
		require.ErrorContains(t, err, l.Addr().String())
		require.ErrorContains(t, err, flag)
	}
	cfg := anyPorts(0)
	cfg.Ports.API, cfg.Ports.L1 = 18080, 18080
	_, err = devnet.Run(context.Background(), cfg)
	require.ErrorContains(t, err, "asked for twice")
}

// Sizes that cannot be are refused by the flag's name.
func TestBadSizes(t *testing.T) {
	for flag, set := range map[string]func(*devnet.Config){
		"--rollups":    func(c *devnet.Config) { c.Rollups = 1 },
		"--members":    func(c *devnet.Config) { c.Members = 3 },
		"--slot":       func(c *devnet.Config) { c.Slot = time.Microsecond },
		"--block-time": func(c *devnet.Config) { c.BlockTime = time.Hour },
		"--slots":      func(c *devnet.Config) { c.Slots = 10 },
	} {
		cfg := anyPorts(0)
		set(&cfg)
		_, err := devnet.Run(context.Background(), cfg)
		require.ErrorIs(t, err, devnet.ErrConfig)
		require.ErrorContains(t, err, flag)
	}
}

// An interrupt during the start or soon after ends everything without an error of its own.
func TestInterrupt(t *testing.T) {
	for _, after := range []time.Duration{0, 300 * time.Millisecond, 3 * time.Second} {
		ctx, cancel := context.WithCancelCause(context.Background())
		time.AfterFunc(after, func() { cancel(errInterrupt) })
		cfg := anyPorts(0)
		cfg.Log = slog.New(slog.DiscardHandler)
		_, err := devnet.Run(ctx, cfg)
		if err != nil {
			require.ErrorIs(t, err, errInterrupt, "after %s", after)
		}
	}
}

var errInterrupt = errors.New("interrupted")
