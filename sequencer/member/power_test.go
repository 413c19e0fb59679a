package member_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/cockroachdb/pebble/v2/vfs/errorfs"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// said is what a member had said when the power failed: whatever is in it must be on the disk.
type said struct {
	executed, attested rollup.Slot // executed: a digest may have been signed
	dropped            rollup.Slot
	held               map[rollup.Digest]rollup.Slot // promised or listed
}

// cut is a disk as it is found after the power failed.
type cut struct {
	fs   *vfs.MemFS
	said said
	op   string
}

// story is a log, and what a member that never lost power made of it.
type story struct {
	c     *sequencertest.Committee
	log   []member.Input
	late  map[rollup.Slot]*auction.Sealed // one envelope of each slot that only the list makes durable
	slots [][]byte
	heads map[rollup.ChainID][]rollup.Digest // block hashes by number
}

const (
	storySlots    = 20
	slotsOfABlock = 2
)

func newStory(t *testing.T) *story {
	c := sequencertest.New(t, t.Name(), 1, 500, time.Unix(1_700_000_000, 0))
	group, shares := thresholdtest.Committee(1, 1, 7)
	s := &story{c: c, late: map[rollup.Slot]*auction.Sealed{}, heads: map[rollup.ChainID][]rollup.Digest{}}
	view := c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	items, err := c.L1.Items(context.Background(), 0, view)
	require.NoError(t, err)
	for slot := rollup.Slot(1); slot <= storySlots; slot++ {
		in := member.Input{
			Slot: slot, Time: uint64(c.Began.UnixMilli()) + uint64(slot)*1000/slotsOfABlock, View: view,
			Key: thresholdtest.Sign(&group, shares, threshold.OpeningTag, auction.Identity(c.Network, slot)),
		}
		if slot == 1 {
			in.Items = items
		} else {
			in.Batch = []*auction.Sealed{c.Seal(&group, slot, 1000+uint64(slot)), c.SealBundle(&group, slot, &auction.Bundle{Bid: uint256.NewInt(uint64(slot))})}
			s.late[slot] = in.Batch[1]
		}
		slices.SortFunc(in.Batch, func(a, b *auction.Sealed) int { return a.ID().Cmp(b.ID()) })
		s.log = append(s.log, in)
	}
	return s
}

// open opens store and rollups on one file system.
func (s *story) open(fs vfs.FS) (*member.Line, *evm.Machine, ethdb.Database, error) {
	var m *evm.Machine
	db, err := openDisk(fs, "rollups")
	if err != nil {
		return nil, nil, nil, err
	}
	l, err := member.OpenLine(fs, s.c.Parameters, s.c.Network, func(checkpoint []byte) (b *builder.Builder, err error) {
		b, m, err = s.c.Rollups(evm.Config{DB: db}, checkpoint)
		return b, err
	})
	return l, m, db, err
}

// signature is a slot's, for this test.
func signature(slot rollup.Slot) (out threshold.Signature) {
	out[0] = byte(slot) + 1
	return out
}

// live is a member's life from where it stands through a slot; now is told what it says as it says it.
func (s *story) live(l *member.Line, through rollup.Slot, now func(func(*said))) error {
	for slot := l.Executed() + 1; slot <= through; slot++ {
		if next := int(slot); next < len(s.log) { // envelopes of the slot after come while this one is agreed on
			for _, e := range s.log[next].Batch {
				promised := e != s.late[e.Slot]
				if err := l.Hold(e, promised); err != nil {
					return fmt.Errorf("hold: %w", err)
				}
				if promised {
					now(func(x *said) { x.held[e.ID()] = e.Slot })
				}
			}
			if err := l.List(slot+1, s.log[next].Batch); err != nil {
				return fmt.Errorf("list: %w", err)
			}
			now(func(x *said) {
				for _, e := range s.log[next].Batch {
					x.held[e.ID()] = e.Slot
				}
			})
		}
		now(func(x *said) { x.dropped = slot }) // from here on its envelopes may go
		if err := l.Drop(slot); err != nil {
			return fmt.Errorf("drop: %w", err)
		}
		if err := l.Execute(s.log[slot-1]); err != nil {
			return fmt.Errorf("slot %d: %w", slot, err)
		}
		now(func(x *said) { x.executed = slot })
		for next := l.Attested() + 1; next <= slot; next++ {
			if err := l.Attest(next, signature(next)); err != nil {
				return fmt.Errorf("attest %d: %w", next, err)
			}
		}
		now(func(x *said) { x.attested = slot })
	}
	return nil
}

// powerCuts lives through the story on a disk whose power may fail before any write, sync, creation, renaming or
// removal of a file, and keeps the disk as it would be found. What was not synced is there, or not, or in part.
func (s *story) powerCuts(t *testing.T, disk *vfs.MemFS, through rollup.Slot, every int, dice *rand.Rand) (cuts []cut, total int) {
	var mu sync.Mutex
	now := said{held: map[rollup.Digest]rollup.Slot{}}
	fs := errorfs.Wrap(disk, errorfs.InjectorFunc(func(op errorfs.Op) error {
		if op.Kind.ReadOrWrite() != errorfs.OpIsWrite {
			return nil
		}
		mu.Lock()
		defer mu.Unlock()
		if total++; dice.IntN(every) == 0 {
			heard := now
			heard.held = map[rollup.Digest]rollup.Slot{}
			for id, slot := range now.held {
				heard.held[id] = slot
			}
			survive := []int{0, 30, 100}[dice.IntN(3)]
			clone := disk.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: survive, RNG: dice})
			cuts = append(cuts, cut{clone, heard, fmt.Sprintf("before operation %d (%d of %s), %d %% of what was not synced survives", total, op.Kind, op.Path, survive)})
		}
		return nil
	}))
	l, _, db, err := s.open(fs)
	require.NoError(t, err)
	require.NoError(t, s.live(l, through, func(f func(*said)) {
		mu.Lock()
		defer mu.Unlock()
		f(&now)
	}))
	require.NoError(t, l.Close())
	require.NoError(t, db.Close())
	return cuts, total
}

// recover opens a disk that was found, looks for what was said, and goes on as the log says.
func (s *story) recover(x cut) error {
	l, m, db, err := s.open(x.fs)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	held, err := l.Held()
	if err != nil {
		return err
	}
	for id, slot := range x.said.held {
		if slot > x.said.dropped && !held[id] {
			return fmt.Errorf("envelope %s of slot %d was promised or listed and is not held", id, slot)
		}
	}
	if l.Attested() < x.said.attested {
		return fmt.Errorf("slots through %d were attested, and are through %d", x.said.attested, l.Attested())
	}
	for slot := rollup.Slot(1); slot <= x.said.executed; slot++ {
		digest, found, err := l.Signed(slot)
		if err != nil {
			return err
		}
		a, err := sequencer.DecodeAttested(s.slots[slot-1])
		if err != nil {
			return err
		}
		if want := sequencer.HeaderSigningRoot(&a.Header); !found || digest != want {
			return fmt.Errorf("slot %d may have been signed as %s, and %s is remembered (%t)", slot, want, digest, found)
		}
	}
	through := min(storySlots, max(x.said.executed, l.Executed())+3)
	if err := s.live(l, through, func(func(*said)) {}); err != nil {
		return fmt.Errorf("replay: %w", err)
	}
	if err := s.compare(l, m, through); err != nil {
		return err
	}
	if err := l.Close(); err != nil {
		return err
	}
	return db.Close()
}

// compare holds a member to the one that never lost power.
func (s *story) compare(l *member.Line, m *evm.Machine, through rollup.Slot) error {
	for slot := rollup.Slot(1); slot <= through; slot++ {
		a, attested, err := l.Slot(slot)
		if err != nil {
			return err
		}
		if a == nil || !attested || string(a.Encode()) != string(s.slots[slot-1]) {
			return fmt.Errorf("slot %d is not what it was", slot)
		}
	}
	for _, id := range m.Chains() {
		head, err := m.Head(id)
		if err != nil {
			return err
		}
		if want := uint64(through-1) / slotsOfABlock; head.Number.Uint64() < want-1 {
			return fmt.Errorf("rollup %s stands at block %s after slot %d", id, head.Number, through)
		}
		for number := range head.Number.Uint64() + 1 {
			b, err := m.Block(id, number)
			if err != nil {
				return err
			}
			if b.Block.Hash() != s.heads[id][number] {
				return fmt.Errorf("block %d of rollup %s is not what it was", number, id)
			}
		}
	}
	return nil
}

// reordered says that a disk was found on which of two new files of one folder the later one is there and the earlier
// is not. Pebble creates a manifest, then the file that names it, and syncs the folder once after both: it relies on
// the order in which file systems with a journal keep names. Where only a part of what was not synced survives, the
// disk of this test keeps no order. Nothing is decided from such a disk: the member refuses to open.
func reordered(err error) bool {
	return err != nil && strings.Contains(err.Error(), "could not open manifest file")
}

// A member's power fails at any operation on its disk, and once more while it comes back. Whatever it had promised,
// listed, signed or attested is there, and it goes on to the same slots and blocks as one that never lost power.
func TestPowerFailsAtAnyWrite(t *testing.T) {
	every := 4
	if os.Getenv("CHORALE_FAILPOINTS") == "all" {
		every = 1
	}
	s := newStory(t)
	dice := rand.New(rand.NewPCG(1, 9))
	calm := vfs.NewCrashableMem()
	l, m, db, err := s.open(calm)
	require.NoError(t, err)
	require.NoError(t, s.live(l, storySlots, func(func(*said)) {}))
	executed := 0
	for slot := rollup.Slot(1); slot <= storySlots; slot++ {
		a, _, err := l.Slot(slot)
		require.NoError(t, err)
		s.slots = append(s.slots, a.Encode())
		for _, f := range a.Fates {
			if f.Executed() {
				executed++
			}
		}
	}
	require.Equal(t, storySlots-1, executed, "one bundle of each slot but the first executes")
	for _, id := range m.Chains() {
		head, err := m.Head(id)
		require.NoError(t, err)
		for number := range head.Number.Uint64() + 1 {
			b, err := m.Block(id, number)
			require.NoError(t, err)
			s.heads[id] = append(s.heads[id], b.Block.Hash())
		}
	}
	require.NoError(t, l.Close())
	require.NoError(t, db.Close())

	cuts, total := s.powerCuts(t, vfs.NewCrashableMem(), storySlots, every, dice)
	require.Greater(t, len(cuts), 10)
	again, torn := 0, 0
	recovers := func(x cut, op string) {
		err := s.recover(x)
		if reordered(err) {
			torn++
			return
		}
		require.NoError(t, err, op)
	}
	for i, x := range cuts {
		if i%8 == 0 { // the power fails again while the member comes back
			second := x.fs.CrashClone(vfs.CrashCloneCfg{UnsyncedDataPercent: 100, RNG: dice})
			more, _ := s.powerCuts(t, second, min(storySlots, x.said.executed+3), 30, dice)
			for _, y := range more {
				again++
				y.said.executed, y.said.attested = max(y.said.executed, x.said.executed), max(y.said.attested, x.said.attested)
				recovers(y, x.op+", then "+y.op)
			}
		}
		recovers(x, x.op)
	}
	t.Logf("%d operations on the disk; power failed at %d of them, and at %d while coming back; %d on a disk that no journal leaves", total, len(cuts), again, torn)
	require.Less(t, torn, 1+(len(cuts)+again)/10)
}
