package comet_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/stretchr/testify/require"
)

// committee is n members in this process, with keys from a seed, over loopback.
type committee struct {
	*sequencertest.Committee
	t     *testing.T
	dir   string
	addrs []string
	alter func(member int, c *comet.Config)

	nodes    []*comet.Node
	ends     []func() error // of their lives
	machines []*evm.Machine
}

func newCommittee(t *testing.T, n int, slotMs uint64, alter func(member int, c *comet.Config)) *committee {
	t.Helper()
	var addrs []string
	for range n {
		addrs = append(addrs, freeAddress(t))
	}
	return sameCommittee(t, t.Name(), t.TempDir(), time.Now(), addrs, slotMs, alter)
}

// sameCommittee is the same for the same arguments, in whichever process.
func sameCommittee(t *testing.T, name, dir string, began time.Time, addrs []string, slotMs uint64, alter func(member int, c *comet.Config)) *committee {
	t.Helper()
	n := len(addrs)
	c := &committee{
		Committee: sequencertest.New(t, name, n, slotMs, began), t: t, dir: dir, alter: alter, addrs: addrs,
		nodes: make([]*comet.Node, n), ends: make([]func() error, n), machines: make([]*evm.Machine, n),
	}
	t.Cleanup(func() {
		var wait sync.WaitGroup
		for i := range c.nodes {
			wait.Go(func() { c.stop(i) })
		}
		wait.Wait()
	})
	return c
}

func freeAddress(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// logger writes what members say when CHORALE_TEST_LOG is set.
func logger() *slog.Logger {
	if os.Getenv("CHORALE_TEST_LOG") == "" {
		return nil
	}
	level := slog.LevelInfo
	if os.Getenv("CHORALE_TEST_LOG") == "debug" {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}

func (c *committee) config(i int) comet.Config {
	cfg := comet.Config{
		Dir: filepath.Join(c.dir, fmt.Sprint(i)), Parameters: c.Parameters, Network: c.Network, GenesisTime: c.Began, Self: i,
		ConsensusKey: c.Keys[i], Account: c.Accounts[i], Dealer: c.Dealers[i], Listen: c.addrs[i], Peers: c.addrs, L1: c.L1,
		Unpaced: c.Parameters.SlotMs < 100, Log: logger(),
		Build: func(checkpoint []byte) (b *builder.Builder, err error) {
			b, c.machines[i], err = c.Rollups(evm.Config{Dir: filepath.Join(c.dir, fmt.Sprint(i), "rollups")}, checkpoint)
			return b, err
		},
	}
	if c.alter != nil {
		c.alter(i, &cfg)
	}
	return cfg
}

func (c *committee) start(members ...int) {
	c.t.Helper()
	for _, i := range members {
		n, err := comet.New(c.config(i))
		require.NoError(c.t, err, "member %d", i)
		c.nodes[i] = n
	}
	for _, i := range members {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		c.ends[i] = func() error { cancel(); return <-done }
		n := c.nodes[i]
		go func() { done <- n.Run(ctx) }()
	}
}

// end ends a member's life and answers with what Run did.
func (c *committee) end(i int) error {
	err := c.ends[i]()
	c.nodes[i] = nil
	return err
}

func (c *committee) stop(i int) {
	if c.nodes[i] != nil {
		require.NoError(c.t, c.end(i))
	}
	if c.machines[i] != nil {
		require.NoError(c.t, c.machines[i].Close())
		c.machines[i] = nil
	}
}

// until waits for something that must come.
func (c *committee) until(what string, f func() bool) {
	c.t.Helper()
	deadline := time.Now().Add(60 * time.Second)
	for !f() {
		if time.Now().After(deadline) {
			for i, n := range c.nodes {
				if n != nil {
					s := n.Status()
					c.t.Logf("member %d: committed %d executed %d attested %d view %d peers %d syncing %t group %t failure %v",
						i, s.Committed, s.Executed, s.Attested, s.View.Number, s.Peers, s.Syncing, s.Group != nil, s.Failure)
				}
			}
			c.t.Fatalf("waited for %s", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// all waits until something holds for every running member.
func (c *committee) all(what string, f func(sequencer.Status) bool) {
	c.t.Helper()
	c.until(what, func() bool {
		for i, n := range c.nodes {
			if n == nil {
				continue
			}
			s := n.Status()
			require.NoError(c.t, s.Failure, "member %d", i)
			if !f(s) {
				return false
			}
		}
		return true
	})
}

func (c *committee) attested(slot rollup.Slot) {
	c.t.Helper()
	c.all(fmt.Sprintf("slot %d attested", slot), func(s sequencer.Status) bool { return s.Attested >= slot })
}

// submit gives a sealed envelope to a member, which may ask for patience under load.
func (c *committee) submit(to int, s *auction.Sealed) sequencer.Receipt {
	c.t.Helper()
	var receipt sequencer.Receipt
	c.until("an envelope to be taken", func() bool {
		r, err := c.nodes[to].Submit(context.Background(), s)
		refusal := new(sequencer.Refusal)
		if errors.As(err, &refusal) && refusal.Reason == auction.RateLimited {
			return false
		}
		require.NoError(c.t, err)
		receipt = r
		return true
	})
	return receipt
}

// agree checks that all running members have the same attested slots, and answers with them.
func (c *committee) agree(through rollup.Slot) []*sequencer.Attested {
	c.t.Helper()
	var first []*sequencer.Attested
	for i, n := range c.nodes {
		if n == nil {
			continue
		}
		group := n.Status().Group
		var all []*sequencer.Attested
		parent := rollup.Digest{}
		for slot := rollup.Slot(1); slot <= through; slot++ {
			a, attested, err := n.Slot(c.t.Context(), slot)
			require.NoError(c.t, err)
			require.True(c.t, attested, "member %d slot %d", i, slot)
			require.NoError(c.t, a.Verify(group.Public))
			require.Equal(c.t, parent, a.Header.Parent)
			parent = a.Header.Root()
			all = append(all, a)
		}
		if first == nil {
			first = all
		}
		for s := range all {
			require.Equal(c.t, first[s].Encode(), all[s].Encode(), "member %d slot %d", i, s+1)
		}
	}
	return first
}

// memberOf is the seat of a validator.
func (c *committee) memberOf(validator []byte) int {
	for i, k := range c.Keys {
		if bytes.Equal(cmted25519.PubKey(k.Public().(ed25519.PublicKey)).Address(), validator) {
			return i
		}
	}
	return -1
}

// signExtension signs what a member says at a height as its consensus engine does.
func (c *committee) signExtension(member int, height int64, round int32, extension []byte) []byte {
	vote := &cmtproto.Vote{Extension: extension, Height: height, Round: round}
	return ed25519.Sign(c.Keys[member], cmttypes.VoteExtensionSignBytes(comet.ChainID(c.Network), vote))
}
