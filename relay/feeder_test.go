package relay_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// chainLog is a payload log of two or more rollups, all as long.
type chainLog struct {
	blocks    map[rollup.ChainID][]*types.Block // [0] is genesis
	finalized uint64
}

// newLog makes chains of length blocks; fork goes into every block after number 10, so that two logs of
// different forks share ten.
func newLog(length, fork uint64, chains ...rollup.ChainID) *chainLog {
	l := &chainLog{blocks: map[rollup.ChainID][]*types.Block{}}
	for _, c := range chains {
		var parent rollup.Digest
		for n := range length + 1 {
			extra := []byte(c.String())
			if n > 10 {
				extra = fmt.Appendf(extra, " fork %d", fork)
			}
			b := types.NewBlockWithHeader(&types.Header{Number: new(big.Int).SetUint64(n), ParentHash: parent, Extra: extra, Difficulty: new(big.Int)})
			l.blocks[c] = append(l.blocks[c], b)
			parent = b.Hash()
		}
	}
	return l
}

func (l *chainLog) Boundary(context.Context) ([]relay.Boundary, error) {
	var out []relay.Boundary
	for c := rollup.ChainID(1); c < 10; c++ {
		if blocks, ok := l.blocks[c]; ok {
			last := blocks[len(blocks)-1]
			b := relay.Boundary{Chain: c, Number: last.NumberU64(), Hash: last.Hash()}
			if l.finalized > 0 {
				b.Safe, b.Finalized = blocks[l.finalized].Hash(), blocks[l.finalized].Hash()
			}
			out = append(out, b)
		}
	}
	return out, nil
}

func (l *chainLog) Block(_ context.Context, c rollup.ChainID, number uint64) (*builder.Block, error) {
	return &builder.Block{Chain: c, Block: l.blocks[c][number]}, nil
}

// history is what nodes were told, over all of them, to check the order of prepare and commit.
type history struct {
	sync.Mutex
	events []event
}

type event struct {
	chain  rollup.ChainID
	commit bool
	number uint64
}

// fakeNode is what a geth is to the feeder: blocks that it knows, those of which it has the state, a head.
type fakeNode struct {
	chain     rollup.ChainID
	known     map[rollup.Digest]*types.Block
	state     map[rollup.Digest]bool
	head      rollup.Digest
	finalized rollup.Digest
	invalid   uint64 // refuses the block with this number
	down      bool
	// deaf are blocks of before a restart, to which it does not move until it was told of the head that it has
	deaf    map[rollup.Digest]bool
	history *history
}

func newNode(l *chainLog, c rollup.ChainID, h *history) *fakeNode {
	genesis := l.blocks[c][0]
	return &fakeNode{chain: c, known: map[rollup.Digest]*types.Block{genesis.Hash(): genesis},
		state: map[rollup.Digest]bool{genesis.Hash(): true}, head: genesis.Hash(), history: h}
}

var errDown = errors.New("connection refused")

func (n *fakeNode) Head(context.Context) (uint64, rollup.Digest, error) {
	if n.down {
		return 0, rollup.Digest{}, errDown
	}
	return n.known[n.head].NumberU64(), n.head, nil
}

func (n *fakeNode) Prepare(_ context.Context, b *builder.Block) error {
	hash := b.Block.Hash()
	if n.down {
		return errDown
	}
	if b.Block.NumberU64() == n.invalid {
		return relay.ErrInvalid
	}
	if n.known[hash] != nil {
		return nil // as geth does, whether it has the state or not
	}
	if !n.state[b.Block.ParentHash()] {
		return relay.ErrSyncing
	}
	n.known[hash], n.state[hash] = b.Block, true
	n.record(event{n.chain, false, b.Block.NumberU64()})
	return nil
}

func (n *fakeNode) Commit(_ context.Context, to relay.Heads) error {
	head, finalized := to.Head, to.Finalized
	if n.down {
		return errDown
	}
	if n.known[head] == nil {
		return relay.ErrSyncing
	}
	if n.deaf[head] && head != n.head {
		return nil
	}
	n.deaf = nil
	for at := head; !n.state[at]; at = n.known[at].ParentHash() { // executes what lacks its state
		if n.known[n.known[at].ParentHash()] == nil {
			return errors.New("missing parent")
		}
		defer func() { n.state[at] = true }()
	}
	if finalized != (rollup.Digest{}) && n.known[finalized] == nil {
		return errors.New("invalid forkchoice state: finalized block not known")
	}
	n.head, n.finalized = head, finalized
	n.record(event{n.chain, true, n.known[head].NumberU64()})
	return nil
}

// restart makes it forget that it was ever told where the head is.
func (n *fakeNode) restart() {
	n.deaf = map[rollup.Digest]bool{}
	for hash := range n.known {
		n.deaf[hash] = true
	}
}

func (n *fakeNode) record(e event) {
	n.history.Lock()
	defer n.history.Unlock()
	n.history.events = append(n.history.events, e)
}

// settle steps until nothing moves any more and returns the last error.
func settle(t require.TestingT, f *relay.Feeder) error {
	for range 10_000 {
		if moved, err := f.Step(context.Background()); !moved {
			return err
		}
	}
	require.Fail(t, "the feeder does not come to rest")
	return nil
}

func TestFeederBringsNodesToTheBoundary(t *testing.T) {
	long, other := newLog(300, 1, 1, 2), newLog(300, 2, 1, 2)
	state := func(n *fakeNode, l *chainLog, upTo uint64) {
		for _, b := range l.blocks[n.chain][:upTo+1] {
			n.known[b.Hash()], n.state[b.Hash()], n.head = b, true, b.Hash()
		}
	}
	cases := []struct {
		name  string
		setup func(a, b *fakeNode)
		fails error
		heads [2]uint64
		apart bool // one falls so far behind that the other goes first
	}{
		{"two new nodes", func(_, _ *fakeNode) {}, nil, [2]uint64{300, 300}, false},
		{"one block behind", func(a, b *fakeNode) { state(a, long, 299); state(b, long, 299) }, nil, [2]uint64{300, 300}, false},
		{"one was wiped", func(a, _ *fakeNode) { state(a, long, 300) }, nil, [2]uint64{300, 300}, false},
		{"one lost the states of its last blocks", func(a, b *fakeNode) {
			state(a, long, 250)
			state(b, long, 250)
			for _, block := range long.blocks[1][100:251] {
				delete(a.state, block.Hash())
			}
			a.head = long.blocks[1][99].Hash()
			a.restart()
		}, nil, [2]uint64{300, 300}, true},
		{"one was killed and its head is behind what it has", func(a, b *fakeNode) {
			state(a, long, 300)
			state(b, long, 300)
			a.head = long.blocks[1][290].Hash()
			a.restart()
		}, nil, [2]uint64{300, 300}, true},
		{"one is on another branch, shorter", func(a, b *fakeNode) { state(a, other, 200); state(b, long, 290) }, nil, [2]uint64{300, 300}, true},
		{"one is on another branch, as long", func(a, b *fakeNode) { state(a, other, 300); state(b, long, 300) }, nil, [2]uint64{300, 300}, true},
		{"one has another genesis", func(a, _ *fakeNode) {
			stranger := newLog(0, 1, 3).blocks[3][0]
			a.known, a.state = map[rollup.Digest]*types.Block{stranger.Hash(): stranger}, map[rollup.Digest]bool{stranger.Hash(): true}
			a.head = stranger.Hash()
		}, relay.ErrStranger, [2]uint64{0, 300}, true},
		{"one is down", func(a, _ *fakeNode) { a.down = true }, errDown, [2]uint64{0, 300}, true},
		{"one refuses a block: no head goes there", func(a, b *fakeNode) {
			state(a, long, 299)
			state(b, long, 299)
			a.invalid = 300
		}, relay.ErrInvalid, [2]uint64{299, 299}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			h := new(history)
			a, b := newNode(long, 1, h), newNode(long, 2, h)
			c.setup(a, b)
			err := settle(t, relay.NewFeeder(long, map[rollup.ChainID]relay.Node{1: a, 2: b}, relay.FeederConfig{}))
			require.ErrorIs(t, err, c.fails)
			require.Equal(t, c.heads, [2]uint64{a.known[a.head].NumberU64(), b.known[b.head].NumberU64()})
			if !c.apart {
				requirePrepareFirst(t, h, 300)
			}
		})
	}
}

// requirePrepareFirst: where both nodes were given the last block, both had prepared it before either's head moved.
func requirePrepareFirst(t *testing.T, h *history, last uint64) {
	prepared, committed := 0, 0
	for _, e := range h.events {
		if e.number != last {
			continue
		}
		if e.commit {
			committed++
			continue
		}
		prepared++
		require.Zero(t, committed, "rollup %s prepared block %d after a head had moved there", e.chain, last)
	}
	require.GreaterOrEqual(t, prepared, committed)
}

func TestFeederFinalizes(t *testing.T) {
	l := newLog(20, 1, 1, 2)
	l.finalized = 15
	a, b := newNode(l, 1, new(history)), newNode(l, 2, new(history))
	require.NoError(t, settle(t, relay.NewFeeder(l, map[rollup.ChainID]relay.Node{1: a, 2: b}, relay.FeederConfig{})))
	require.Equal(t, l.blocks[1][15].Hash(), a.finalized)
	require.Equal(t, l.blocks[2][15].Hash(), b.finalized)
}

// strict refuses what geth refuses: to finalize what does not lie behind the head.
type strict struct {
	*fakeNode
	log *chainLog
}

func (n strict) Commit(ctx context.Context, to relay.Heads) error {
	head, finalized := to.Head, to.Finalized
	if finalized != (rollup.Digest{}) && n.known[head].NumberU64() < n.log.finalized {
		return errors.New("finalized block not in canonical chain")
	}
	return n.fakeNode.Commit(ctx, to)
}

// A node that knows the boundary and is far behind it is not told to finalize what lies ahead of its head.
func TestFeederFinalizesNothingAhead(t *testing.T) {
	l := newLog(300, 1, 1)
	l.finalized = 290
	a := newNode(l, 1, new(history))
	for _, b := range l.blocks[1] {
		a.known[b.Hash()], a.state[b.Hash()] = b, true
	}
	require.NoError(t, settle(t, relay.NewFeeder(l, map[rollup.ChainID]relay.Node{1: strict{a, l}}, relay.FeederConfig{})))
	require.Equal(t, l.blocks[1][300].Hash(), a.head)
	require.Equal(t, l.blocks[1][290].Hash(), a.finalized)
}

// stubborn answers that a block is valid and does not move to it, whatever it is told.
type stubborn struct{ *fakeNode }

func (stubborn) Commit(context.Context, relay.Heads) error { return nil }

// A node that says yes and stays where it is has not been fed.
func TestFeederLooksWhereTheHeadIs(t *testing.T) {
	l := newLog(3, 1, 1)
	a := newNode(l, 1, new(history))
	moved, err := relay.NewFeeder(l, map[rollup.ChainID]relay.Node{1: stubborn{a}}, relay.FeederConfig{}).Step(t.Context())
	require.ErrorContains(t, err, "the head stays at block 0")
	require.False(t, moved)
}

func TestFeederRefusesALogThatIsNotWhatWasAttested(t *testing.T) {
	l := newLog(3, 1, 1, 2)
	a := newNode(l, 1, new(history))
	feeder := relay.NewFeeder(lying{l}, map[rollup.ChainID]relay.Node{1: a}, relay.FeederConfig{})
	require.ErrorContains(t, settle(t, feeder), "attested was")
	require.Equal(t, l.blocks[1][0].Hash(), a.head)
}

// lying attests another hash than that of the log's last block.
type lying struct{ *chainLog }

func (l lying) Boundary(ctx context.Context) ([]relay.Boundary, error) {
	b, err := l.chainLog.Boundary(ctx)
	b[0].Hash[0] ^= 1
	return b, err
}

// Whatever happens to the nodes between rounds, they end at the boundary once they are left alone.
func TestFeederAlwaysCatchesUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := newLog(400, 1, 1, 2, 3)
		growing := &chainLog{blocks: map[rollup.ChainID][]*types.Block{}}
		h := new(history)
		fakes := map[rollup.ChainID]*fakeNode{}
		nodes := map[rollup.ChainID]relay.Node{}
		for c := rollup.ChainID(1); c <= 3; c++ {
			fakes[c] = newNode(whole, c, h)
			nodes[c] = fakes[c]
		}
		feeder := relay.NewFeeder(growing, nodes, relay.FeederConfig{})
		length := 1
		for range rapid.IntRange(1, 30).Draw(t, "rounds") {
			length = min(length+rapid.IntRange(0, 100).Draw(t, "new blocks"), 401)
			for c, blocks := range whole.blocks {
				growing.blocks[c] = blocks[:length]
			}
			n := fakes[rapid.SampledFrom([]rollup.ChainID{1, 2, 3}).Draw(t, "node")]
			switch rapid.SampledFrom([]string{"nothing", "down", "up", "wipe", "crash"}).Draw(t, "event") {
			case "down":
				n.down = true
			case "up":
				n.down = false
			case "wipe":
				*n = *newNode(whole, n.chain, h)
			case "crash": // the head falls back, states above it are gone
				at := n.known[n.head].NumberU64()
				back := rapid.Uint64Range(0, at).Draw(t, "back")
				for _, b := range whole.blocks[n.chain][at-back+1:] {
					delete(n.state, b.Hash())
				}
				n.head = whole.blocks[n.chain][at-back].Hash()
				n.restart()
			}
			_, _ = feeder.Step(context.Background()) // fails while a node is down
		}
		for _, n := range fakes {
			n.down = false
		}
		require.NoError(t, settle(t, feeder))
		for c, n := range fakes {
			require.Equal(t, uint64(length-1), n.known[n.head].NumberU64(), "rollup %s", c)
		}
	})
}
