package chaos_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

func decode(raw []byte, into any) error { return json.Unmarshal(raw, into) }

// kills is how often a network is killed: CHORALE_KILLS, or a few.
func kills(t *testing.T) int {
	t.Helper()
	n := casetest.Count(t, "CHORALE_KILLS", 3)
	require.Positive(t, n, "CHORALE_KILLS")
	return n
}

// TestKillLosesNothing kills the whole network again and again with receipts in flight, and starts it again on
// its data: nothing acknowledged is lost, no slot is attested twice differently, the chain and its postings
// go on, and L1 alone verifies in the end.
func TestKillLosesNothing(t *testing.T) {
	n := newNetwork(t, "--quiet", "--block-time", "1s")
	ordeal := newOrdeal(t, n)
	for range kills(t) {
		ordeal.life()
		require.Empty(t, ordeal.check())
	}
	receipts, promised, _ := ordeal.witness.counts()
	t.Logf("%d receipts, %d of them promises; %d slots seen attested; %d kills with promises in flight", receipts, promised, len(ordeal.witness.roots), ordeal.inFlight)
	require.Positive(t, ordeal.inFlight, "no kill met a promise for a slot that had not closed: nothing was put to the test")
	require.Positive(t, ordeal.executed, "nothing was executed")
	n.posted(newest(t, n.url()))
	code, out, errs := run(t, "verify", "--l1", n.l1(), "--registry", n.registry())
	require.Zero(t, code, "%s\n%s", out, errs)
}

// maxControlKills bounds the control; one kill is usually enough.
const maxControlKills = 12

// TestKillWithoutDurabilityLoses is the control: the same ordeal of a network whose members answer for what
// they have not written must lose something, or the test above proves nothing.
func TestKillWithoutDurabilityLoses(t *testing.T) {
	n := newNetwork(t, "--quiet", "--block-time", "1s", "--unsafe-no-durability")
	// A committee that listed an envelope that nobody has any more stands still for ever.
	n.patience = patience / 3
	ordeal := newOrdeal(t, n)
	for i := range maxControlKills {
		ordeal.life()
		if lost := ordeal.check(); len(lost) > 0 {
			t.Logf("kill %d lost what it should: %.200s, and %d more", i+1, lost[0], len(lost)-1)
			require.Regexp(t, `has no fate|a listed envelope is not at hand`, lost[0], "lost otherwise than by forgetting envelopes")
			return
		}
	}
	require.Fail(t, "nothing was lost", "%d kills without durable writes", maxControlKills)
}

// TestKillAtBirth kills a network again and again while it is being made: contracts half deployed, deposits half
// made, the key ceremony under way. Each start goes on from there, or begins anew where nothing was promised.
func TestKillAtBirth(t *testing.T) {
	n := newNetwork(t, "--quiet", "--block-time", "1s")
	dice := rand.New(rand.NewPCG(11, 13))
	for range kills(t) {
		n.start()
		_ = clock.Sleep(t.Context(), time.Duration(dice.IntN(2_500))*time.Millisecond)
		n.proc.alive()
		n.proc.kill()
	}
	n.start()
	n.posted(n.attested(8).Slot)
	code, out, errs := run(t, "verify", "--l1", n.l1(), "--registry", n.registry())
	require.Zero(t, code, "%s\n%s", out, errs)
}

// TestDeathOfTheOneWhoPosts has the whole network die while it sends postings to L1 and blocks to the rollups' nodes:
// before and after each thing that somebody else will remember. It goes on from what these remember.
func TestDeathOfTheOneWhoPosts(t *testing.T) {
	points := []string{"after send", "before head"}
	if everywhere() {
		points = append(pointsOf(t, "post"), pointsOf(t, "life")...)
	}
	n := newNetwork(t, "--quiet", "--block-time", "1s")
	n.binary = mortalBinary(t)
	ordeal := newOrdeal(t, n)
	n.posted(n.attested(8).Slot)
	for i, point := range points {
		ordeal.dies(point, 1+i%3)
		require.Empty(t, ordeal.check(), "after the death %s", point)
	}
	code, out, errs := run(t, "verify", "--l1", n.l1(), "--registry", n.registry())
	require.Zero(t, code, "%s\n%s", out, errs)
}

// ordeal is a network that is killed over and over, under load.
type ordeal struct {
	t        *testing.T
	network  *network
	witness  *witness
	bidders  []*bidder
	dice     *rand.Rand
	checked  int // receipts looked at
	inFlight int // kills that met promises for slots that had not closed
	executed int // envelopes that were
}

func newOrdeal(t *testing.T, n *network) *ordeal {
	o := &ordeal{t: t, network: n, witness: newWitness(), dice: rand.New(rand.NewPCG(7, 9))}
	for i := range 2 {
		o.bidders = append(o.bidders, newBidder(t, fmt.Sprintf("free %d", i+1), 4))
	}
	n.start()
	return o
}

// life sends envelopes for a random while, kills the network, and starts it again. Every fourth time it is
// killed once more while it starts.
func (o *ordeal) life() {
	t, n := o.t, o.network
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	before, _, _ := o.witness.counts()
	var load sync.WaitGroup
	eventually(t, "the door opens and slots are attested", func() bool {
		n.proc.alive()
		return newest(t, n.url()) > 0
	})
	for _, b := range o.bidders {
		load.Go(func() {
			for ctx.Err() == nil {
				b.send(ctx, n.socket(), o.witness)
				_ = clock.Sleep(ctx, 50*time.Millisecond)
			}
		})
	}
	load.Go(func() {
		for ctx.Err() == nil {
			watch(ctx, n.socket(), o.bidders[0].key, o.witness)
			_ = clock.Sleep(ctx, 50*time.Millisecond)
		}
	})
	eventually(t, "receipts come", func() bool {
		n.proc.alive()
		receipts, _, _ := o.witness.counts()
		return receipts >= before+8
	})
	_ = clock.Sleep(ctx, time.Duration(o.dice.IntN(4_000))*time.Millisecond)
	n.proc.alive()
	n.proc.kill()
	cancel()
	load.Wait()
	n.start()
	if n.life%4 == 3 {
		_ = clock.Sleep(t.Context(), time.Duration(o.dice.IntN(2_500))*time.Millisecond)
		n.proc.alive()
		n.proc.kill()
		n.start()
	}
}

// dies has the network die by itself at a failpoint, under load, and starts it again.
func (o *ordeal) dies(point string, pass int) {
	t, n := o.t, o.network
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var load sync.WaitGroup
	defer load.Wait()
	defer cancel()
	for _, b := range o.bidders {
		load.Go(func() {
			for ctx.Err() == nil {
				b.send(ctx, n.socket(), o.witness)
				_ = clock.Sleep(ctx, 50*time.Millisecond)
			}
		})
	}
	n.proc.kill()
	n.start(die(point, pass))
	n.proc.dies(point)
	t.Logf("the network died %s, pass %d", point, pass)
	n.start()
}

// check waits until every slot with a promise is attested and answers what was lost: promises without a fate,
// envelopes with two, slots told twice differently.
func (o *ordeal) check() (lost []string) {
	t, n, w := o.t, o.network, o.witness
	t.Helper()
	_, _, last := w.counts()
	seen := rollup.Slot(0)
	for slot := range w.roots {
		seen = max(seen, slot)
	}
	if last > seen {
		o.inFlight++
	}
	end := max(last, seen) + 1
	if !n.reaches(end) {
		return []string{fmt.Sprintf("slot %d is never attested: the chain stands at slot %d: %s", end, newest(t, n.url()), n.proc.errs.String())}
	}
	for _, a := range w.receipts[o.checked:] {
		s := n.attested(a.slot)
		fates, carried := 0, 0
		for _, f := range s.Fates {
			if f.Envelope == a.envelope {
				fates++
				if f.Reason.String() == "EXECUTED" {
					o.executed++
				}
			}
		}
		for _, e := range s.Envelopes {
			if e.Envelope == a.envelope {
				carried++
			}
		}
		switch {
		case fates != carried || fates > 1:
			lost = append(lost, fmt.Sprintf("envelope %s stands %d times in slot %d and has %d fates", a.envelope, carried, a.slot, fates))
		case fates == 0 && a.promised():
			lost = append(lost, fmt.Sprintf("envelope %s of slot %d, promised for slot %d, has no fate", a.envelope, a.slot, a.receipt.Slot))
		}
	}
	o.checked = len(w.receipts)
	var parent rollup.Digest
	for number := rollup.Slot(1); number <= end; number++ {
		s := n.attested(number)
		if told, ok := w.roots[number]; ok && told != s.Header.Root {
			lost = append(lost, fmt.Sprintf("slot %d was attested as %s and is %s", number, told, s.Header.Root))
		}
		if s.Attestation.Root != s.Header.Root || s.Header.Parent != parent {
			lost = append(lost, fmt.Sprintf("slot %d does not follow slot %d", number, number-1))
		}
		parent = s.Header.Root
	}
	for _, err := range w.broken {
		lost = append(lost, err.Error())
	}
	// L1 goes on. (The door tells only of postings that this life's relay made, so the slot is one of this life.)
	n.posted(max(end, newest(t, n.url())) + 1)
	n.follows(n.attested(end))
	return lost
}
