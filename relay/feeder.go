package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// Boundary is the newest closed and attested block of one rollup.
type Boundary struct {
	Chain     rollup.ChainID
	Number    uint64
	Hash      rollup.Digest
	Safe      rollup.Digest // the newest block that was posted, at or below Number; zero if none was
	Finalized rollup.Digest // a block on L1 for good, at or below Safe; zero if none is
}

// Heads are a node's three: Head is attested, Safe is posted, Finalized is on L1 for good. The latter two may be
// zero.
type Heads struct{ Head, Safe, Finalized rollup.Digest }

// Blocks is the log of closed, attested blocks, from block 1: what a node that lost everything is fed from.
type Blocks interface {
	// Boundary is one entry per rollup. The blocks up to it can be had from Block.
	Boundary(ctx context.Context) ([]Boundary, error)
	// Block is a block at or below the boundary.
	Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error)
}

// Node is one rollup's node. Each call is safe to repeat.
type Node interface {
	// Head is the node's current block.
	Head(ctx context.Context) (number uint64, hash rollup.Digest, err error)
	// Prepare has the node execute and store a block without moving its head: nil once it is valid there,
	// ErrSyncing if the node lacks its parent, ErrInvalid if the node finds it wrong.
	Prepare(ctx context.Context, block *builder.Block) error
	// Commit moves the node's heads to blocks that it has. Errors as of Prepare.
	Commit(ctx context.Context, to Heads) error
}

// What a node can answer.
var (
	// ErrSyncing: the node does not have what comes before.
	ErrSyncing = errors.New("the node lacks the block's ancestors")
	// ErrInvalid: the node refuses a block that the committee attested. Somebody runs other rules.
	ErrInvalid = errors.New("the node finds the block invalid")
	// ErrStranger: the node lacks ancestors even when it is fed from block 1: another genesis, or a state
	// beyond repair. Wiped and initialised with the rollup's genesis, it is fed from block 1 again.
	ErrStranger = errors.New("the node cannot be fed even from block 1: wipe its data and initialise it with the rollup's genesis")
)

// stride is the most blocks prepared between two moves of a head: geth keeps the states of 128 blocks in memory.
const stride = 64

// FeederConfig tunes a Feeder. Zero values take the defaults.
type FeederConfig struct {
	Interval time.Duration // between looks for new blocks; default 1 s
	Patience time.Duration // longest wait after failures; default 12 s
	Log      *slog.Logger  // default: silent
}

// Feeder brings rollup nodes to the newest attested boundary. New blocks are prepared on all rollups before
// the head of any moves, so that a bundle's legs become visible together, and while one node finds a block
// invalid no head moves to the boundary. A node that is down or far behind does not hold up the others: it
// says where its head is, restarted or wiped, and is fed from there. The feeder keeps no state.
type Feeder struct {
	blocks Blocks
	nodes  map[rollup.ChainID]Node
	cfg    FeederConfig
}

// NewFeeder makes a feeder of one node per rollup; Run starts it. For more nodes of a rollup, make more feeders.
func NewFeeder(blocks Blocks, nodes map[rollup.ChainID]Node, cfg FeederConfig) *Feeder {
	cfg.Interval, cfg.Patience = pace(cfg.Interval, cfg.Patience)
	cfg.Log = logger(cfg.Log)
	return &Feeder{blocks: blocks, nodes: nodes, cfg: cfg}
}

// Run feeds until ctx ends, and returns its cause. No failure ends it: it waits, longer each time.
func (f *Feeder) Run(ctx context.Context) error {
	return loop(ctx, f.cfg.Interval, f.cfg.Patience, func(ctx context.Context) (bool, error) {
		moved, err := f.Step(ctx)
		if err != nil {
			f.cfg.Log.Warn("feeding rollup nodes", "err", err)
		}
		return moved, err
	})
}

// feed is one node's part of a round.
type feed struct {
	node     Node
	boundary Boundary
	own      rollup.Digest // the node's head
	head     uint64        // its number, below the boundary's
	target   uint64        // where this round brings it
	hash     rollup.Digest
	done     bool // at the boundary already
	moved    bool
	err      error
}

// Step is one round: prepare the next blocks on all nodes, then move all heads. A node more than a stride
// behind is brought a stride nearer by itself. Step reports whether a head moved; the error joins what went
// wrong with each node. Used by one goroutine at a time.
func (f *Feeder) Step(ctx context.Context) (bool, error) {
	feeds, err := f.survey(ctx)
	if err != nil {
		return false, err
	}
	each(feeds, func(d *feed) {
		if d.err == nil && !d.done {
			d.err = f.prepare(ctx, d)
		}
	})
	invalid := slices.ContainsFunc(feeds, func(d *feed) bool { return errors.Is(d.err, ErrInvalid) })
	each(feeds, func(d *feed) {
		if d.err == nil && !d.done && (d.far() || !invalid) {
			d.err = d.commit(ctx)
			d.moved = d.err == nil
		}
	})
	var failed []error
	moved := false
	for _, d := range feeds {
		moved = moved || d.moved
		if d.err != nil {
			failed = append(failed, fmt.Errorf("rollup %s: %w", d.boundary.Chain, d.err))
		}
	}
	return moved, errors.Join(failed...)
}

// survey asks the log for the boundary and every node for its head.
func (f *Feeder) survey(ctx context.Context) ([]*feed, error) {
	boundaries, err := f.blocks.Boundary(ctx)
	if err != nil {
		return nil, fmt.Errorf("attested boundary: %w", err)
	}
	var feeds []*feed
	for _, b := range boundaries {
		if node, ok := f.nodes[b.Chain]; ok && b.Number > 0 {
			feeds = append(feeds, &feed{node: node, boundary: b})
		}
	}
	each(feeds, func(d *feed) {
		number, hash, err := d.node.Head(ctx)
		if err != nil {
			d.err = fmt.Errorf("head: %w", err)
			return
		}
		d.own, d.done = hash, hash == d.boundary.Hash
		// A node with as many blocks or more of its own is on another branch: prepare finds where it forked.
		d.head = min(number, d.boundary.Number-1)
		d.target = min(d.boundary.Number, d.head+stride)
	})
	return feeds, nil
}

// far says that this round does not bring the node to the boundary.
func (d *feed) far() bool { return d.target < d.boundary.Number }

// prepare hands the node every block after its head up to the target. Where the node lacks the parent, be it
// on another branch or robbed of states by a crash, it goes back, twice as far each time.
func (f *Feeder) prepare(ctx context.Context, d *feed) error {
	from := d.head + 1
	for back := uint64(1); ; back *= 2 {
		err := f.prepareFrom(ctx, d, from)
		if !errors.Is(err, ErrSyncing) {
			return err
		}
		if from == 1 {
			return fmt.Errorf("%w: %w", ErrStranger, err)
		}
		from -= min(back, from-1)
		// What lies far back is brought near in strides of its own.
		d.target = min(d.boundary.Number, from+stride-1)
	}
}

func (f *Feeder) prepareFrom(ctx context.Context, d *feed, from uint64) error {
	for number := from; number <= d.target; number++ {
		block, err := f.blocks.Block(ctx, d.boundary.Chain, number)
		if err != nil {
			return fmt.Errorf("block %d: %w", number, err)
		}
		failpoint("before prepare")
		err = d.node.Prepare(ctx, block)
		failpoint("after prepare")
		if errors.Is(err, ErrSyncing) && number > from && d.revive(ctx) == nil {
			err = d.node.Prepare(ctx, block)
		}
		if err != nil {
			return fmt.Errorf("prepare block %d: %w", number, err)
		}
		d.hash = block.Block.Hash()
	}
	if d.target == d.boundary.Number && d.hash != d.boundary.Hash {
		return fmt.Errorf("block %d of the log is %s, attested was %s", d.target, d.hash, d.boundary.Hash)
	}
	return nil
}

// revive is for a node that calls a block valid because it has it, and does not have its state: so geth is
// after kill -9, when the block was on disk already and its state was not. Made the head, the block is
// executed once more; but geth only listens once it was told of the head that it has. The block was attested
// and every node had prepared it before the crash, so moving to it shows nothing that was not to be seen.
func (d *feed) revive(ctx context.Context) error {
	if err := d.node.Commit(ctx, Heads{Head: d.own}); err != nil {
		return err
	}
	return d.node.Commit(ctx, Heads{Head: d.hash})
}

func (d *feed) commit(ctx context.Context) error {
	to := Heads{Head: d.hash, Safe: d.boundary.Safe, Finalized: d.boundary.Finalized}
	if d.target < d.boundary.Number {
		to = Heads{Head: d.hash} // the others may lie ahead of a node that is catching up
	}
	failpoint("before head")
	if err := d.node.Commit(ctx, to); err != nil {
		return fmt.Errorf("commit block %d: %w", d.target, err)
	}
	failpoint("after head")
	number, hash, err := d.node.Head(ctx)
	if err == nil && hash != d.hash { // valid, said geth, and did not listen: see revive
		err = errors.Join(d.node.Commit(ctx, Heads{Head: d.own}), d.node.Commit(ctx, to))
		if err == nil {
			number, hash, err = d.node.Head(ctx)
		}
	}
	if err != nil {
		return fmt.Errorf("commit block %d: %w", d.target, err)
	}
	if hash != d.hash {
		return fmt.Errorf("commit block %d: the head stays at block %d, %s", d.target, number, hash)
	}
	return nil
}

// each runs fn on every feed at once and waits. Nodes are separate: no order among them reaches a result.
func each(feeds []*feed, fn func(*feed)) {
	var wg sync.WaitGroup
	for _, d := range feeds {
		wg.Go(func() { fn(d) })
	}
	wg.Wait()
}
