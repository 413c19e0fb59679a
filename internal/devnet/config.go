package devnet

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/rollup"
)

// Ports are where the network listens, all on 127.0.0.1. Zero picks a free one.
type Ports struct {
	API     int // JSON-RPC, WebSocket, REST, SSE and the page
	Metrics int // /metrics
	L1      int // the L1's JSON-RPC
	Rollups int // the first rollup's JSON-RPC; the next ones follow
	Engines int // the first rollup's Engine API; the next ones follow
	Members int // the first member's consensus; the next ones follow
}

// Config sizes a devnet. Start from Defaults.
type Config struct {
	Rollups   int
	Members   int
	Searchers int
	Users     int
	Slots     uint64        // run this many slots, then settle and stop; 0 runs until the context ends
	Seed      uint64        // fixes keys and traffic, not timing
	Dir       string        // state, kept; empty uses a temporary folder that is removed
	BlockTime time.Duration // between L1 blocks
	Slot      time.Duration // of the committee; whole milliseconds
	Pricing   rollup.PricingRule
	Split     rollup.SplitRule
	Ports     Ports
	Quiet     bool          // no demo traffic
	Kills     int           // how often each process that can be is killed by kill -9, in a network of processes with Slots
	KillEvery time.Duration // between two such kills, on the average
	Forgetful bool          // members answer for what they have not synced: the control of the kill test, which must then lose something
	Started   time.Time     // when the process started; for the summary
	Log       *slog.Logger
	Out       io.Writer // the table and the line per slot; nil for none
}

// Defaults is the network that `chorale devnet` runs.
func Defaults() Config {
	return Config{
		Rollups: 2, Members: 4, Searchers: 3, Users: 4, Seed: 1, BlockTime: 2 * time.Second, Slot: 250 * time.Millisecond, KillEvery: 950 * time.Millisecond,
		Pricing: rollup.FirstPrice, Split: rollup.SplitByGas,
		Ports: Ports{API: 8080, Metrics: 9090, L1: 8545, Rollups: 9901, Engines: 9951, Members: 26656},
		Log:   slog.New(slog.DiscardHandler),
	}
}

// ErrConfig refuses a configuration; the error that wraps it names the flag.
var ErrConfig = errors.New("bad devnet configuration")

// firstChain is the first rollup's chain id; the next ones follow.
const firstChain rollup.ChainID = 901

func (c *Config) validate() error {
	switch {
	case c.Rollups < 2 || c.Rollups > 16:
		return fmt.Errorf("%w: --rollups must be 2 to 16, not %d", ErrConfig, c.Rollups)
	case c.Members < 4 || c.Members > 16:
		return fmt.Errorf("%w: --members must be 4 to 16 (four is the least that bears a fault), not %d", ErrConfig, c.Members)
	case c.Slot < 50*time.Millisecond || c.Slot > time.Minute || c.Slot%time.Millisecond != 0:
		return fmt.Errorf("%w: --slot must be 50ms to 1m in whole milliseconds, not %s", ErrConfig, c.Slot)
	case c.BlockTime < 200*time.Millisecond || c.BlockTime > time.Minute:
		return fmt.Errorf("%w: --block-time must be 200ms to 1m, not %s", ErrConfig, c.BlockTime)
	case c.Pricing != rollup.FirstPrice && c.Pricing != rollup.SecondPrice:
		return fmt.Errorf("%w: --pricing must be first or second, not %q", ErrConfig, c.Pricing)
	case c.Split != rollup.SplitByGas && c.Split != rollup.SplitEqually && c.Split != rollup.SplitMarginally:
		return fmt.Errorf("%w: --split must be gas, equal or marginal, not %q", ErrConfig, c.Split)
	case c.Kills < 0 || c.Kills > 1000 || c.Kills > 0 && c.Slots == 0:
		return fmt.Errorf("%w: --kills must be 0 to 1000 and goes with --slots, not %d", ErrConfig, c.Kills)
	case c.KillEvery < 10*time.Millisecond || c.KillEvery > time.Hour:
		return fmt.Errorf("%w: --kill-every must be 10ms to 1h, not %s", ErrConfig, c.KillEvery)
	case c.Slots != 0 && c.Slots < minimumSlots:
		return fmt.Errorf("%w: --slots must be at least %d, or not every law can be put to the test, not %d", ErrConfig, minimumSlots, c.Slots)
	}
	return nil
}

// minimumSlots is enough for the traffic to start, each law to be tested and a member to be restarted.
const minimumSlots = 60

func (c *Config) chains() []rollup.ChainID {
	out := make([]rollup.ChainID, c.Rollups)
	for i := range out {
		out[i] = firstChain + rollup.ChainID(i)
	}
	return out
}

// ports lists every port with the flag that moves it.
func (c *Config) ports() []port {
	out := []port{{c.Ports.API, "--port", "the API"}, {c.Ports.Metrics, "--metrics-port", "metrics"}, {c.Ports.L1, "--l1-port", "the L1"}}
	for i, chain := range c.chains() {
		out = append(out, port{offset(c.Ports.Rollups, i), "--rollup-port", fmt.Sprintf("rollup %s", chain)},
			port{offset(c.Ports.Engines, i), "--engine-port", fmt.Sprintf("the Engine API of rollup %s", chain)})
	}
	for i := range c.Members {
		out = append(out, port{offset(c.Ports.Members, i), "--member-port", fmt.Sprintf("member %d", i+1)})
	}
	return out
}

// offset is the i-th port from a base; 0, any port, stays 0.
func offset(base, i int) int {
	if base == 0 {
		return 0
	}
	return base + i
}
