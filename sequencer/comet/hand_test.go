package comet_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// A receipt waits until two of three others, so at least one honest one, say that they hold its envelope; no longer
// than the bound where they do not; and not for those who are not there.
func TestReceiptWaitsForOthers(t *testing.T) {
	type says struct {
		member int
		after  time.Duration
	}
	const ms = time.Millisecond
	for name, c := range map[string]struct {
		says      []says
		unplugged []int
		want      time.Duration
	}{
		"two others":                    {[]says{{1, 2 * ms}, {3, 5 * ms}, {2, 9 * ms}}, nil, 5 * ms},
		"one, however often it says so": {[]says{{1, 2 * ms}, {1, 3 * ms}}, nil, comet.HandWait},
		"nobody":                        {nil, nil, comet.HandWait},
		"one, and only one is there":    {[]says{{2, 4 * ms}}, []int{1, 3}, 4 * ms},
		"nobody is there":               {nil, []int{1, 2, 3}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				pool := comet.NewPool(freely())
				link := comet.NewLink(pool, 4)
				s := sealedFor(6, 1, 1)
				_, _, err := pool.Add(s, true, 6, 0)
				require.NoError(t, err)
				for _, m := range c.unplugged {
					link.Unplug(m)
				}
				for _, x := range c.says {
					go func() {
						time.Sleep(x.after)
						require.NoError(t, link.Held(x.member, s))
					}()
				}
				began := time.Now()
				link.Hand(s)
				require.Equal(t, c.want, time.Since(began))
				time.Sleep(time.Second) // what is said later is about nothing
			})
		})
	}
}

// What a member takes from another it checks as it does what it is given itself, and holds both on its disk.
func TestHeldIsCheckedAndOnDisk(t *testing.T) {
	c := newCommittee(t, 1, 50, nil)
	c.start(0)
	c.l1.deposit(crypto.PubkeyToAddress(c.bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 && !s.Syncing })
	slot := c.nodes[0].Status().OpenSlot + 60
	forged := c.rough(slot, 1)
	forged.Signature[5] ^= 1
	require.False(t, comet.Accept(c.nodes[0], forged))
	theirs, own := c.rough(slot, 2), c.rough(slot, 3)
	require.True(t, comet.Accept(c.nodes[0], theirs))
	require.True(t, comet.Accept(c.nodes[0], theirs), "again")
	c.submit(0, own)
	c.stop(0)
	held, err := comet.HeldIn(filepath.Join(c.dir, "0", "store"))
	require.NoError(t, err)
	require.Equal(t, map[rollup.Digest]bool{theirs.ID(): true, own.ID(): true}, held)
}

// A member dies at once after it signed a receipt. The envelope is in all the same, since others held it before.
func TestReceiptOutlivesItsMember(t *testing.T) {
	c := newCommittee(t, 4, 100, nil)
	c.start(0, 1, 2, 3)
	c.l1.deposit(crypto.PubkeyToAddress(c.bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	var took []time.Duration
	for i := range 60 {
		status := c.nodes[0].Status()
		sealed := c.sealBundle(status.Group, status.OpenSlot+20, &auction.Bundle{Bid: new(uint256.Int), Salt: [16]byte{byte(i)}})
		began := time.Now()
		c.submit(i%4, sealed)
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	t.Log("acknowledged:", fmt.Sprintf("p50 %v p90 %v max %v", took[30], took[54], took[59]))
	status := c.nodes[3].Status()
	slot := status.OpenSlot + 5
	s := c.sealBundle(status.Group, slot, &auction.Bundle{Bid: new(uint256.Int)})
	receipt := c.submit(3, s)
	require.True(t, receipt.Promises(slot))
	c.stop(3)
	c.attested(slot)
	require.Equal(t, sequencer.Honoured, c.judge(0, receipt, s).Verdict)
}
