package chaos_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// die is the environment in which the armed binary dies at a point's pass.
func die(point string, pass int) string { return fmt.Sprintf("CHORALE_DIE=%s#%d", point, pass) }

// dies waits until a process is dead by its own failpoint.
func (p *running) dies(point string) {
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
	for _, d := range deaths(t, "life", "after envelope", "after list", "after slot", "after block", "after sync", "after memory") {
		o.dies(d, 1+dice.IntN(2))
	}
	o.end()
}

// TestDeathAtBirth has all four members die in their first life, each at another point, committee after committee,
// until every member has died at every point.
func TestDeathAtBirth(t *testing.T) {
	if !everywhere() {
		t.Skip("CHORALE_FAILPOINTS=all: takes minutes")
	}
	points := pointsOf(t, "birth")
	for i := range points {
		var deaths []death
		for member := range seats {
			deaths = append(deaths, death{points[(i+member)%len(points)], member})
		}
		// Whoever dies early must be back before those can die who need a quorum first.
		slices.SortFunc(deaths, func(a, b death) int { return slices.Index(points, a.point) - slices.Index(points, b.point) })
		t.Run(fmt.Sprintf("committee %d", i), func(t *testing.T) {
			o := newChorus(newCommittee(t, mortalBinary(t)))
			o.born(deaths)
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
	outages []outage
	stop    context.CancelFunc
	load    sync.WaitGroup
}

// outage is when a member was down or behind: after slot from had been attested elsewhere, until it had as many slots
// as the others.
type outage struct {
	member   rollup.Address
	from, to rollup.Slot
}

// down says whether the member that signed a receipt was away when the lists for its slot were made.
func (o *chorus) down(a *acknowledged) bool {
	return slices.ContainsFunc(o.outages, func(out outage) bool {
		return out.member == a.receipt.Member && out.from <= a.slot && a.slot <= out.to
	})
}

// across says whether that member died after it had promised, and was back in time.
func (o *chorus) across(a *acknowledged) bool {
	return slices.ContainsFunc(o.outages, func(out outage) bool {
		return out.member == a.receipt.Member && a.open < out.from && out.to < a.slot
	})
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
		b.every, b.early, b.wallets = 40*time.Millisecond, true, wallets(role)
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
				_ = clock.Sleep(ctx, 50*time.Millisecond)
			}
		})
		if i == 0 {
			for door := range seats {
				o.load.Go(func() {
					for ctx.Err() == nil {
						watch(ctx, "ws://"+o.door(door)+"/ws", b.key, o.witness)
						_ = clock.Sleep(ctx, 50*time.Millisecond)
					}
				})
			}
		}
	}
	o.t.Cleanup(func() { cancel(); o.load.Wait() })
}

// dies has a member die at a point, starts it again, and waits until it has caught up.
func (o *chorus) dies(d death, pass int) {
	o.t.Helper()
	o.victim.Store(int64(d.member))
	began := time.Now()
	mine, other := "http://"+o.door(d.member), "http://"+o.door((d.member+1)%seats)
	out := outage{member: o.members[d.member].Account, from: newest(o.t, other)}
	o.procs[d.member].kill()
	o.start(d.member, die(d.point, pass))
	o.procs[d.member].dies(d.point)
	o.alive()
	o.start(d.member)
	at := newest(o.t, other)
	eventually(o.t, "the member catches up", func() bool {
		o.alive()
		return newest(o.t, mine) > at
	})
	const unsettled = 4 // slots that were under way
	out.to = newest(o.t, other) + unsettled
	o.outages = append(o.outages, out)
	o.t.Logf("member %d died %s, pass %d, and was back after %v; the chain is at slot %d", d.member, d.point, pass, time.Since(began).Round(time.Millisecond), out.to-unsettled)
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
	executed, void, across := 0, 0, 0
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
		// A receipt binds the member that signed it, as far as it is heard: where it lay dead when the lists for the
		// slot were made, and had passed the envelope to nobody, nobody owes anything, and the slot shows it.
		switch {
		case fates == 0 && a.promised() && o.down(&a):
			void++
		case fates == 0 && a.promised():
			require.Failf(t, "a promise was broken", "envelope %s of slot %d, promised by %s, has no fate", a.envelope, a.slot, a.receipt.Member)
		case a.promised() && o.across(&a):
			across++
		}
	}
	require.Positive(t, executed, "nothing was executed")
	require.Empty(t, o.witness.broken)
	for slot, told := range o.witness.roots {
		s, ok := slotOf(t, "http://"+o.door(1), slot)
		require.True(t, ok, "slot %d", slot)
		require.Equal(t, told, s.Header.Root, "slot %d", slot)
	}
	t.Logf("%d receipts, %d of them promises, %d kept across the death of who gave them, %d void by it, %d executed; %d slots seen attested",
		receipts, promised, across, void, executed, len(o.witness.roots))
	o.audit()
}
