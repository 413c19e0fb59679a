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
	"github.com/cockroachdb/pebble/v2/vfs"
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
	db := &failing{}
	fs := vfs.NewMem()
	c := newCommittee(t, 4, 50, nil)
	c.alter = func(i int, cfg *comet.Config) {
		if i != victim {
			return
		}
		cfg.Build = func(checkpoint []byte) (*builder.Builder, error) {
			disk, err := openDisk(fs, "rollups")
			if err != nil {
				return nil, err
			}
			db.Database = disk
			open := evm.Config{DB: db, Genesis: c.genesis}
			if checkpoint == nil {
				m, err := evm.Open(open)
				if err != nil {
					return nil, err
				}
				return builder.New(c.params, c.network, m), nil
			}
			if _, open.Heads, err = builder.CheckpointHeads(checkpoint); err != nil {
				return nil, err
			}
			m, err := evm.Open(open)
			if err != nil {
				return nil, err
			}
			return builder.Restore(c.params, c.network, m, checkpoint)
		}
	}
	c.start(0, 1, 2, victim)
	c.l1.deposit(crypto.PubkeyToAddress(c.bidder.PublicKey), 1e15, 1e15)
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
	_, err := c.nodes[victim].Submit(context.Background(), c.seal(c.nodes[0].Status().Group, stood.OpenSlot+20, 500))
	require.ErrorIs(t, err, comet.ErrDown)

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
	require.NoError(t, db.Database.Close())

	db.gone.Store(false)
	c.start(victim)
	last := c.nodes[0].Status().Attested + 5
	c.attested(last)
	c.agree(last)
}
