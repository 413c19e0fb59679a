package member_test

import (
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/ethereum/go-ethereum/crypto"
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
		"one, however often it says so": {[]says{{1, 2 * ms}, {1, 3 * ms}}, nil, member.HandWait},
		"nobody":                        {nil, nil, member.HandWait},
		"one, and only one is there":    {[]says{{2, 4 * ms}}, []int{1, 3}, 4 * ms},
		"nobody is there":               {nil, []int{1, 2, 3}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				pool := member.NewPool(freely())
				link := member.NewLink(pool, 4)
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
	x := newTable(t, 1)
	paid := x.L1.Deposit(crypto.PubkeyToAddress(x.Bidder.PublicKey), 1e15, 1e15)
	x.until("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View == paid && !s.Syncing })
	m := x.members[0]
	slot := m.Status().OpenSlot + 60
	forged := x.Rough(slot, 1)
	forged.Signature[5] ^= 1
	require.False(t, member.Accept(m.Member, forged))
	theirs, own := x.Rough(slot, 2), x.Rough(slot, 3)
	require.True(t, member.Accept(m.Member, theirs))
	require.True(t, member.Accept(m.Member, theirs), "again")
	_, err := m.Submit(t.Context(), own)
	require.NoError(t, err)
	x.close(0)
	held, err := member.HeldIn(filepath.Join(x.dir, "0", "store"))
	require.NoError(t, err)
	require.Equal(t, map[rollup.Digest]bool{theirs.ID(): true, own.ID(): true}, held)
}
