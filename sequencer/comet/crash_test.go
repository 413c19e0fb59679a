package comet_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// errand is what a member in a process of its own is sent out to do.
type errand struct {
	Name, Dir string
	Began     time.Time
	Addrs     []string
	SlotMs    uint64
	Self      int
	Point     string // die by kill -9 at this failpoint …
	Count     int    // … when it comes for the so-many-th time
	Submit    bool   // take envelopes
	Acks      int    // die after so many were acknowledged
	NoSync    bool
}

const errandEnv = "CHORALE_TEST_ERRAND"

func die() { _ = syscall.Kill(os.Getpid(), syscall.SIGKILL); select {} }

// TestErrand is the other process. It prints what it attests and acknowledges, until it dies or stdin ends.
func TestErrand(t *testing.T) {
	if os.Getenv(errandEnv) == "" {
		t.Skip("runs in processes of its own")
	}
	var e errand
	require.NoError(t, json.Unmarshal([]byte(os.Getenv(errandEnv)), &e))
	count := 0
	c := sameCommittee(t, e.Name, e.Dir, e.Began, e.Addrs, e.SlotMs, func(_ int, cfg *comet.Config) {
		cfg.NoSync = e.NoSync
		cfg.Failpoint = func(point string) {
			if point == e.Point {
				if count++; count == e.Count {
					die()
				}
			}
		}
	})
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.start(e.Self)
	n := c.nodes[e.Self]
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_, _ = bufio.NewReader(os.Stdin).ReadByte()
	}()
	said, acks := rollup.Slot(0), 0
	for {
		select {
		case <-ended:
			return
		case <-time.After(20 * time.Millisecond):
		}
		s := n.Status()
		require.NoError(t, s.Failure)
		for ; said < s.Attested; said++ {
			a, attested, err := n.Slot(t.Context(), said+1)
			require.NoError(t, err)
			require.True(t, attested)
			fmt.Printf("attested %d %s\n", said+1, crypto.Keccak256Hash(a.Encode()))
		}
		if e.Submit && s.Group != nil && !s.Syncing && s.View.Number == 1 {
			sealed := c.SealBundle(s.Group, s.OpenSlot+60, &auction.Bundle{Bid: new(uint256.Int)}) // empty: it only has to arrive
			if _, err := n.Submit(context.Background(), sealed); err == nil {
				fmt.Printf("ack %d %s\n", sealed.Slot, sealed.ID())
				if acks++; acks == e.Acks {
					die()
				}
			}
		}
	}
}

// outcome is what another process said and how it ended.
type outcome struct {
	attested map[rollup.Slot]rollup.Digest
	acks     map[rollup.Digest]rollup.Slot
	killed   bool
	rest     string
}

// send runs an errand until it dies, or until enough says so.
func send(t *testing.T, e errand, enough func(*outcome) bool) *outcome {
	t.Helper()
	b, err := json.Marshal(e)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(context.Background(), 60*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run", "^TestErrand$")
	cmd.Env = append(os.Environ(), errandEnv+"="+string(b))
	in, err := cmd.StdinPipe()
	require.NoError(t, err)
	outPipe, err := cmd.StdoutPipe()
	require.NoError(t, err)
	cmd.Stderr = os.Stderr
	require.NoError(t, cmd.Start())
	o := &outcome{attested: make(map[rollup.Slot]rollup.Digest), acks: make(map[rollup.Digest]rollup.Slot)}
	for lines := bufio.NewScanner(outPipe); lines.Scan(); {
		var slot rollup.Slot
		var digest string
		switch line := lines.Text(); {
		case strings.HasPrefix(line, "attested "):
			_, err = fmt.Sscanf(line, "attested %d %s", &slot, &digest)
			o.attested[slot] = common.HexToHash(digest)
		case strings.HasPrefix(line, "ack "):
			_, err = fmt.Sscanf(line, "ack %d %s", &slot, &digest)
			o.acks[common.HexToHash(digest)] = slot
		default:
			o.rest += line + "\n"
		}
		require.NoError(t, err)
		if enough != nil && enough(o) {
			_ = in.Close()
			enough = nil
		}
	}
	err = cmd.Wait()
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok {
		o.killed = status.Signaled() && status.Signal() == syscall.SIGKILL && ctx.Err() == nil
	}
	if !o.killed {
		require.NoError(t, err, o.rest)
	}
	return o
}

// heldIn are the envelopes that the store of a member that is dead holds: its records e ‖ slot ‖ id.
func heldIn(t *testing.T, dir string) map[rollup.Digest]bool {
	t.Helper()
	db, err := pebble.Open(dir, &pebble.Options{})
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	it, err := db.NewIter(&pebble.IterOptions{LowerBound: []byte{'e'}, UpperBound: []byte{'f'}})
	require.NoError(t, err)
	defer func() { require.NoError(t, it.Close()) }()
	out := make(map[rollup.Digest]bool)
	for ok := it.First(); ok; ok = it.Next() {
		out[rollup.Digest(it.Key()[9:])] = true
	}
	return out
}

// A member is killed at every kind of durable write, before and after, while the others go on. Each time it
// comes back by itself; in the end it has what everybody has, and what it acknowledged is in.
func TestKilledAtEveryWrite(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	const victim = 3
	c := newCommittee(t, 4, 50, nil)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	e := errand{Name: t.Name(), Dir: c.dir, Began: c.Began, Addrs: c.addrs, SlotMs: 50, Self: victim}
	c.start(0, 1, 2)
	attested := make(map[rollup.Slot]rollup.Digest)
	acks := make(map[rollup.Digest]rollup.Slot)
	note := func(point string, o *outcome) {
		for slot, d := range o.attested {
			if before, ok := attested[slot]; ok {
				require.Equal(t, before, d, "%s: slot %d attested twice differently", point, slot)
			}
			attested[slot] = d
		}
		for id, slot := range o.acks {
			acks[id] = slot
		}
	}
	for _, crash := range []struct {
		point string
		count int
	}{
		{"before share", 1}, {"after share", 1}, {"before slot", 2}, {"after slot", 2}, {"before checkpoint", 1}, {"after checkpoint", 1},
		{"after signature", 2}, {"after memory", 1}, {"before posting", 1}, {"after posting", 1}, {"after envelope", 3},
	} {
		e.Point, e.Count, e.Submit = crash.point, crash.count, strings.HasSuffix(crash.point, "envelope")
		began := time.Now()
		o := send(t, e, nil)
		require.True(t, o.killed, "%s: %s", crash.point, o.rest)
		note(crash.point, o)
		t.Logf("%s: died after %v with %d slots said", crash.point, time.Since(began).Round(time.Millisecond), len(o.attested))
	}
	e.Point, e.Submit = "", false
	last := rollup.Slot(0)
	for _, slot := range acks {
		last = max(last, slot)
	}
	require.NotZero(t, last, "something was acknowledged before a kill")
	o := send(t, e, func(o *outcome) bool { return o.attested[last+1] != rollup.Digest{} })
	require.False(t, o.killed, o.rest)
	note("the end", o)
	c.attested(last + 1)
	slots := c.agree(last + 1)
	for slot := rollup.Slot(1); slot <= last+1; slot++ {
		require.Equal(t, crypto.Keccak256Hash(slots[slot-1].Encode()), attested[slot], "slot %d", slot)
	}
	for id, slot := range acks {
		found := false
		for _, f := range slots[slot-1].Fates {
			found = found || f.Envelope == id
		}
		require.True(t, found, "acknowledged envelope %s of slot %d", id, slot)
	}

	// Killed right after an acknowledgement, a member still has what it acknowledged; with durable writes
	// switched off it has not: so this test can see a loss. What is not synced gets to the system by itself a moment
	// later, so that not every such death loses something.
	e.Submit, e.Acks = true, 5
	lost := func() (n int) {
		o := send(t, e, nil)
		require.True(t, o.killed, o.rest)
		require.Len(t, o.acks, 5)
		held := heldIn(t, filepath.Join(c.dir, fmt.Sprint(victim), "store"))
		for id := range o.acks {
			if !held[id] {
				n++
			}
		}
		return n
	}
	require.Zero(t, lost())
	e.NoSync = true
	for deaths := 1; lost() == 0; deaths++ {
		require.Less(t, deaths, 12, "without durable writes something is lost")
	}
}
