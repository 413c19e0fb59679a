package comet_test

import (
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/stretchr/testify/require"
)

var errDisk = errors.New("the disk is gone")

// failing is a database of which one rollup's states cannot be read from a moment on.
type failing struct {
	ethdb.Database
	gone atomic.Bool
}

func (f *failing) Get(key []byte) ([]byte, error) {
	if f.gone.Load() && strings.HasPrefix(string(key), "rollup-901-") {
		return nil, errDisk
	}
	return f.Database.Get(key)
}

// One rollup's state database fails under one member of four: that member stops, says why, signs nothing more and takes
// nothing more, while the others go on. With its disk back it comes back by itself.
func TestStateDatabaseFails(t *testing.T) {
	const victim = 3
	db := &failing{Database: rawdb.NewMemoryDatabase()}
	c := newCommittee(t, 4, 50, nil)
	c.alter = func(i int, cfg *comet.Config) {
		if i != victim {
			return
		}
		cfg.Build = func(checkpoint []byte) (*builder.Builder, error) {
			b, _, err := c.Rollups(evm.Config{DB: db}, checkpoint)
			return b, err
		}
	}
	c.start(0, 1, 2, victim)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.attested(10)
	db.gone.Store(true)
	var failure error
	c.until("the member stops", func() bool {
		failure = c.nodes[victim].Status().Failure
		return failure != nil
	})
	require.ErrorIs(t, failure, builder.ErrState)
	require.ErrorIs(t, failure, evm.ErrState)
	require.ErrorContains(t, failure, "rollup 901")
	t.Logf("it says: %v", failure)
	stood := c.nodes[victim].Status()
	_, err := c.nodes[victim].Submit(context.Background(), c.Seal(c.nodes[0].Status().Group, stood.OpenSlot+20, 500))
	require.ErrorIs(t, err, member.ErrDown)

	at := c.nodes[0].Status().Attested
	c.until("the others go on", func() bool {
		for _, n := range c.nodes[:victim] {
			require.NoError(t, n.Status().Failure)
			if n.Status().Attested < at+8 {
				return false
			}
		}
		return true
	})
	require.Equal(t, stood.Executed, c.nodes[victim].Status().Executed, "it executes nothing more")
	require.ErrorIs(t, c.end(victim), builder.ErrState, "its life ended with its failure")
	db.gone.Store(false)
	c.start(victim)
	last := c.nodes[0].Status().Attested + 5
	c.attested(last)
	c.agree(last)
}
