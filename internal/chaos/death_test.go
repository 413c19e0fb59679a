package chaos_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// die is the environment in which the armed binary dies at a point's pass.
func die(point string, pass int) string { return fmt.Sprintf("CHORALE_DIE=%s#%d", point, pass) }

// dies waits until a process is dead by its own failpoint.
func (p *process) dies(point string) {
	p.t.Helper()
	select {
	case <-p.done:
	case <-time.After(patience):
		require.Failf(p.t, "never passed", "%s lives on, and was to die %s", p.name, point)
	}
	status, ok := p.cmd.ProcessState.Sys().(syscall.WaitStatus)
	require.True(p.t, ok)
	require.False(p.t, p.killed)
	require.True(p.t, status.Signaled() && status.Signal() == syscall.SIGKILL, "%s, which was to die %s, ended by itself: %v", p.name, point, p.err)
	p.killed, p.expected = true, true
}

// everywhere says that the long runs are asked for: every failpoint, and every member at each of them.
func everywhere() bool { return os.Getenv("CHORALE_FAILPOINTS") == "all" }

// death is a point and the member that dies there.
type death struct {
	point  string
	member int
}

// deaths are those of a test: every member at every point of a time of life, or a sample that has every member die.
func deaths(t *testing.T, when string, sample ...string) (out []death) {
	t.Helper()
	points := pointsOf(t, when)
	if everywhere() {
		for round := range seats {
			for i := range points {
				out = append(out, death{points[i], (round + i) % seats})
			}
		}
		return out
	}
	for i, point := range sample {
		require.Contains(t, points, point)
		out = append(out, death{point, i % seats})
	}
	return out
}

// TestDeathAtEveryWrite runs a committee of four processes under load, and has one after the other die by kill -9
// before or after one of its durable writes. Each time it comes back by itself. In the end all have the same slots,
// what was promised is in, no slot was attested or signed two ways, and what every member stored is what its
// consensus log gives when it is replayed from the first block.
func TestDeathAtEveryWrite(t *testing.T) {
	o := newChorus(newCommittee(t, mortalBinary(t)))
	o.born([]death{{"renamed ceremony.seed", 0}, {"after genesis", 1}, {"written share", 2}})
	o.begin()
	dice := rand.New(rand.NewPCG(3, 5))
	for _, d := range deaths(t, "life", "after envelope", "after list", "before slot", "after block", "after sync", "before checkpoint", "after memory", "after posting") {
		o.dies(d, 1+dice.IntN(3))
	}
	o.end()
}

// TestDeathAtBirth has all four members die in their first life, each at another point, committee after committee,
// until every member has died at every point.
func TestDeathAtBirth(t *testing.T) {
	if !everywhere() {
		t.Skip("CHORALE_FAILPOINTS=all: takes minutes")
	}
	all := deaths(t, "birth")
	for i := 0; i < len(all); i += seats {
		t.Run(fmt.Sprintf("committee %d", i/seats), func(t *testing.T) {
			o := newChorus(newCommittee(t, mortalBinary(t)))
			o.born(all[i : i+seats])
			o.begin()
			o.agree(24)
			o.end()
		})
	}
}

// chorus is a committee under load whose members die.
type chorus struct {
	*committee
	witness *witness
	victim  atomic.Int64
	stop    context.CancelFunc
	load    sync.WaitGroup
}

func newChorus(c *committee) *chorus { return &chorus{committee: c, witness: newWitness()} }

// born starts all members, some of which die in their first life and are started again.
func (o *chorus) born(deaths []death) {
	o.t.Helper()
	doomed := map[int]bool{}
	for _, d := range deaths {
		doomed[d.member] = true
		o.start(d.member, die(d.point, 1))
	}
	for i := range seats {
		if !doomed[i] {
			o.start(i)
		}
	}
	for _, d := range deaths {
		o.procs[d.member].dies(d.point)
		o.t.Logf("member %d died in its first life %s", d.member, d.point)
		o.start(d.member)
	}
}

// begin puts the load on: a bidder who goes with whoever is to die, one who goes round, and a watcher of every door.
func (o *chorus) begin() {
	ctx, cancel := context.WithCancel(o.t.Context())
	o.stop = cancel
	for i, role := range bidderRoles {
		b := newBidder(o.t, role, 0)
		b.every, b.wallets = 40*time.Millisecond, wallets(role)
		for _, m := range o.members {
			b.members[m.Account] = true
		}
		o.load.Go(func() {
			for round := 0; ctx.Err() == nil; round++ {
				door := o.door(int(o.victim.Load()))
				if i == 1 {
					door = o.door(round % seats)
				}
				turn, done := context.WithTimeout(ctx, 2*time.Second)
				b.send(turn, "ws://"+door+"/ws", o.witness)
				done()
				pause(ctx, 50*time.Millisecond)
			}
		})
		if i == 0 {
			for door := range seats {
				o.load.Go(func() {
					for ctx.Err() == nil {
						watch(ctx, "ws://"+o.door(door)+"/ws", b.key, o.witness)
						pause(ctx, 50*time.Millisecond)
					}
				})
			}
		}
	}
	o.t.Cleanup(func() { cancel(); o.load.Wait() })
}

// dies has a member die at a point, and starts it again.
func (o *chorus) dies(d death, pass int) {
	o.t.Helper()
	o.victim.Store(int64(d.member))
	began := time.Now()
	o.procs[d.member].kill()
	o.start(d.member, die(d.point, pass))
	o.procs[d.member].dies(d.point)
	o.alive()
	o.start(d.member)
	o.t.Logf("member %d died %s, pass %d, after %v; the chain is at slot %d", d.member, d.point, pass, time.Since(began).Round(time.Millisecond),
		newest(o.t, "http://"+o.door((d.member+1)%seats)))
}

// end takes the load off and compares everything with everything.
func (o *chorus) end() {
	t := o.t
	t.Helper()
	o.stop()
	o.load.Wait()
	receipts, promised, last := o.witness.counts()
	require.Positive(t, promised, "no promise was put to the test")
	for slot := range o.witness.roots {
		last = max(last, slot)
	}
	t.Logf("all promises are for slots through %d", last)
	o.agree(last + 1)
	executed := 0
	slots := map[rollup.Slot]*slotWhole{}
	for _, a := range o.witness.receipts {
		if slots[a.slot] == nil {
			s, ok := slotOf(t, "http://"+o.door(0), a.slot)
			require.True(t, ok, "slot %d", a.slot)
			slots[a.slot] = s
		}
		fates := 0
		for _, f := range slots[a.slot].Fates {
			if f.Envelope == a.envelope {
				fates++
				if f.Reason.String() == "EXECUTED" {
					executed++
				}
			}
		}
		require.LessOrEqual(t, fates, 1, "envelope %s of slot %d has %d fates", a.envelope, a.slot, fates)
		if a.promised() {
			require.Equal(t, 1, fates, "envelope %s of slot %d, promised by %s, has no fate", a.envelope, a.slot, a.receipt.Member)
		}
	}
	require.Positive(t, executed, "nothing was executed")
	require.Empty(t, o.witness.broken)
	for slot, told := range o.witness.roots {
		s, ok := slotOf(t, "http://"+o.door(1), slot)
		require.True(t, ok, "slot %d", slot)
		require.Equal(t, told, s.Header.Root, "slot %d", slot)
	}
	t.Logf("%d receipts, %d of them promises, %d executed; %d slots seen attested", receipts, promised, executed, len(o.witness.roots))
	o.audit()
}
