package member_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// table is a committee around one table: whole members, without an engine and without a socket. They propose by turns;
// what one proposes all must accept, and then it is decided.
type table struct {
	*sequencertest.Committee
	t        *testing.T
	dir      string
	members  []*member.Application
	machines []*evm.Machine
	ends     []func()

	blocks [][][]byte       // decided, from height 1 on
	votes  []sequencer.Vote // of the last height
	hashes []rollup.Digest  // by height, from 1 on
}

func newTable(t *testing.T, n int) *table {
	x := &table{
		Committee: sequencertest.New(t, t.Name(), n, 50, time.Now()), t: t, dir: t.TempDir(),
		members: make([]*member.Application, n), machines: make([]*evm.Machine, n), ends: make([]func(), n),
	}
	for i := range n {
		x.open(i)
	}
	for i := range n {
		for other := range i {
			x.connect(i, other)
		}
		x.members[i].Begin()
	}
	t.Cleanup(func() {
		for i := range x.members {
			x.close(i)
		}
	})
	return x
}

// open makes a member, or goes on with what it had: blocks that it executed and that are not in a checkpoint are shown
// to it again.
func (x *table) open(i int) {
	x.t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	dir := filepath.Join(x.dir, fmt.Sprint(i))
	m, err := member.New(ctx, member.Config{
		Dir: dir, Parameters: x.Parameters, Network: x.Network, Self: i, Account: x.Accounts[i], Dealer: x.Dealers[i], L1: x.L1, Unpaced: true,
		Signed: func(rollup.Slot, uint64, sequencer.Vote) error { return nil },
		Build: func(checkpoint []byte) (b *builder.Builder, err error) {
			b, x.machines[i], err = x.Rollups(evm.Config{Dir: filepath.Join(dir, "rollups")}, checkpoint)
			return b, err
		},
	})
	require.NoError(x.t, err)
	x.members[i], x.ends[i] = m, stop
	from, _ := m.AppHash()
	for height := from + 1; height <= x.Height(); height++ {
		hash, err := m.Finalize(height, x.ms(height), x.blocks[height-1])
		require.NoError(x.t, err)
		require.Equal(x.t, x.hashes[height-1], hash, "height %d", height)
	}
	m.Attach(x)
}

func (x *table) close(i int) {
	if x.members[i] == nil {
		return
	}
	x.ends[i]()
	x.members[i].Leave()
	require.NoError(x.t, x.members[i].Close())
	require.NoError(x.t, x.machines[i].Close())
	x.members[i] = nil
}

// Height, Block and Fetching are what the members' engine would say.
func (x *table) Height() rollup.Slot { return rollup.Slot(len(x.blocks)) }

func (x *table) Block(height rollup.Slot) ([][]byte, bool) {
	if height == 0 || height > x.Height() {
		return nil, false
	}
	return x.blocks[height-1], true
}

func (x *table) Fetching() bool { return false }

// ms is consensus time.
func (x *table) ms(height rollup.Slot) int64 { return x.Began.UnixMilli() + 50*int64(height) }

// hearing is what one member says to another on its way.
type hearing struct{ words chan word }

type word struct {
	channel byte
	message []byte
}

// Send implements member.Peer.
func (h *hearing) Send(channel byte, message []byte) bool {
	select {
	case h.words <- word{channel, message}:
		return true
	default:
		return false
	}
}

// connect connects two members until the test ends.
func (x *table) connect(a, b int) {
	one, other := &hearing{make(chan word, 256)}, &hearing{make(chan word, 256)} // what a says, and what b says
	links, others := x.members[a].Links(), x.members[b].Links()
	links.Connect(b, one)
	others.Connect(a, other)
	listen := func(to *member.Links, from int, h *hearing) {
		for {
			select {
			case <-x.t.Context().Done():
				return
			case w := <-h.words:
				_ = to.Receive(from, w.channel, w.message) // a message may come after its slot, or its member
			}
		}
	}
	go listen(others, a, one)
	go listen(links, b, other)
	links.Serve(b, one)
	others.Serve(a, other)
}

// step decides one block.
func (x *table) step() {
	x.t.Helper()
	height := x.Height() + 1
	txs := x.members[int(height)%len(x.members)].Propose(height, 0, func() []sequencer.Vote { return x.votes }, 4<<20)
	for i, m := range x.members {
		require.NoError(x.t, m.Judge(height, x.ms(height), 0, txs), "member %d of height %d", i, height)
	}
	x.votes = nil
	for i, m := range x.members {
		extension, err := m.Extend(height)
		require.NoError(x.t, err)
		for _, other := range x.members {
			require.True(x.t, other.Hear(height, i, extension))
		}
		x.votes = append(x.votes, sequencer.Vote{Member: uint64(i), Extension: extension, Signature: make([]byte, 64)})
	}
	x.blocks = append(x.blocks, txs)
	for i, m := range x.members {
		hash, err := m.Finalize(height, x.ms(height), txs)
		require.NoError(x.t, err)
		if i == 0 {
			x.hashes = append(x.hashes, hash)
		}
		require.Equal(x.t, x.hashes[height-1], hash, "member %d at height %d", i, height)
	}
}

// until decides blocks until something holds for every member.
func (x *table) until(what string, f func(sequencer.Status) bool) {
	x.t.Helper()
	for deadline := time.Now().Add(60 * time.Second); ; {
		if !slices.ContainsFunc(x.members, func(m *member.Application) bool { return !f(m.Status()) }) {
			return
		}
		require.True(x.t, time.Now().Before(deadline), "waited for %s", what)
		if s := x.members[0].Status(); s.Group == nil || s.Committed-s.Attested < 8 { // nobody runs far ahead of execution
			x.step()
		}
		time.Sleep(2 * time.Millisecond)
	}
}

// Four whole members agree, open, execute and attest with no engine and no socket; one that goes away and comes back
// is shown the blocks since its checkpoint and comes to the same.
func TestMembersNeedNoEngine(t *testing.T) {
	x := newTable(t, 4)
	paid := x.L1.Deposit(crypto.PubkeyToAddress(x.Bidder.PublicKey), 1e15, 1e15)
	x.until("key, deposit and company", func(s sequencer.Status) bool { return s.Group != nil && s.View == paid && !s.Syncing && s.Peers == 3 })
	status := x.members[0].Status()
	slot := status.OpenSlot + 20
	sealed := x.Seal(status.Group, slot, 5000)
	receipt, err := x.members[0].Submit(t.Context(), sealed)
	require.NoError(t, err)
	require.True(t, receipt.Promises(slot))
	x.until("the slot", func(s sequencer.Status) bool { return s.Attested > slot })
	for i, m := range x.members {
		a, attested, err := m.Slot(t.Context(), slot)
		require.NoError(t, err)
		require.True(t, attested)
		require.NoError(t, a.Verify(status.Group.Public))
		require.Len(t, a.Fates, 1, "member %d", i)
		require.Equal(t, auction.Executed, a.Fates[0].Reason)
		lists, found, err := m.Lists(t.Context(), slot)
		require.NoError(t, err)
		require.True(t, found)
		require.Len(t, lists.Votes, 4)
	}
	at, hash := x.members[3].AppHash()
	x.close(3)
	x.open(3)
	again, same := x.members[3].AppHash()
	require.Equal(t, at, again)
	require.Equal(t, hash, same)
}
