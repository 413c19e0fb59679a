package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// Origin tells what the committee attested. Nothing that it says is believed.
type Origin interface {
	// Slot is an attested slot, or false while the origin has none of that number; it may wait a moment for one
	// that is about to be.
	Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error)
	// Block is a closed block of any rollup, with its receipts.
	Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error)
}

// Journal keeps what was verified, so that a node that lost everything is fed from here.
type Journal interface {
	// Last is the newest entry without its blocks; false for an empty journal.
	Last() (*Entry, bool, error)
	// Append keeps an entry, durably and whole or not at all when it returns.
	Append(*Entry) error
	// Closed is the newest entry at or below a slot, without its blocks; false if there is none.
	Closed(through rollup.Slot) (*Entry, bool, error)
}

// Payloads are the blocks of a journal.
type Payloads interface {
	// Block is a kept block.
	Block(chain rollup.ChainID, number uint64) (*builder.Block, error)
}

// Settled tells how far postings stand on L1.
type Settled interface {
	// Last is the last slot on L1, seen depth blocks below the head; 0 if there is none.
	Last(ctx context.Context, depth uint64) (rollup.Slot, error)
}

// Entry is a slot that closed blocks, verified.
type Entry struct {
	Slot   rollup.Slot
	Header rollup.Digest  // Root of its header
	Pairs  []builder.Pair // accumulators after the blocks that it closed
	Signed rollup.Digest  // the header's pair root, which the next blocks must come to
	Heads  []builder.Head // its header's, of all rollups
	Blocks []*builder.Block
}

// What a follower can find wrong with what it is told.
var (
	// ErrChain: the slot does not follow the one before, or is another network's.
	ErrChain = errors.New("the slot does not follow")
	// ErrPairs: triggers and actions of the closed blocks do not match, or are not what was signed.
	ErrPairs = errors.New("triggers and actions do not match")
	// ErrBlock: the block is not the one that was attested.
	ErrBlock = errors.New("not the attested block")
)

// FollowerConfig says whom a Follower believes: the committee's key alone.
type FollowerConfig struct {
	Network rollup.Network
	Group   threshold.PublicKey
	Chains  []rollup.ChainID // all rollups of the network, ascending
	Keep    []rollup.ChainID // whose blocks are kept: those with a node here
	Depth   uint64           // L1 blocks below the head at which a posting is there for good

	Interval time.Duration // between looks when there is nothing to do; default 1 s
	Patience time.Duration // longest wait after failures; default 12 s
	Log      *slog.Logger  // default: silent
}

// Follower verifies slot after slot what the committee attested, keeps the closed blocks in its journal, and tells a
// Feeder how far its nodes may go: head to what is attested, safe to what is posted, finalized to what is on L1 for
// good. Before a block is kept: its slot's attestation verifies and follows the slot before, the block is the one
// attested, and over all rollups what was triggered was acted, as signed.
type Follower struct {
	origin   Origin
	journal  Journal
	payloads Payloads
	settled  Settled
	cfg      FollowerConfig

	// Owned by Run's goroutine.
	last      rollup.Slot
	root      rollup.Digest // of last's header
	signed    rollup.Digest // its pair root
	crossings *crossings

	mu        sync.Mutex
	at        rollup.Slot // last, for readers
	heads     []builder.Head
	safe      []builder.Head
	finalized []builder.Head
}

// NewFollower begins where the journal ends.
func NewFollower(origin Origin, journal Journal, payloads Payloads, settled Settled, cfg FollowerConfig) (*Follower, error) {
	cfg.Interval, cfg.Patience = pace(cfg.Interval, cfg.Patience)
	cfg.Log = logger(cfg.Log)
	f := &Follower{origin: origin, journal: journal, payloads: payloads, settled: settled, cfg: cfg}
	last, ok, err := journal.Last()
	if err != nil {
		return nil, fmt.Errorf("journal: %w", err)
	}
	if !ok {
		last = &Entry{Signed: builder.PairRoot(newCrossings(cfg.Chains, nil).pairs)}
	}
	f.last, f.root, f.signed, f.crossings = last.Slot, last.Header, last.Signed, newCrossings(cfg.Chains, last.Pairs)
	f.at, f.heads = last.Slot, last.Heads
	return f, nil
}

// Run follows until ctx ends, and returns its cause. No failure ends it: it waits, longer each time.
func (f *Follower) Run(ctx context.Context) error {
	var settling sync.WaitGroup
	settling.Go(func() {
		_ = loop(ctx, f.cfg.Interval, f.cfg.Patience, func(ctx context.Context) (bool, error) {
			err := f.Settle(ctx)
			if err != nil {
				f.cfg.Log.Warn("reading how far postings stand", "err", err)
			}
			return false, err
		})
	})
	defer settling.Wait()
	return loop(ctx, f.cfg.Interval, f.cfg.Patience, func(ctx context.Context) (bool, error) {
		more, err := f.Step(ctx)
		if err != nil {
			f.cfg.Log.Warn("following", "slot", f.last+1, "err", err)
		}
		return more, err
	})
}

// Step takes the next slot, and reports whether there was one. Used by one goroutine at a time.
func (f *Follower) Step(ctx context.Context) (bool, error) {
	next := f.last + 1
	a, ok, err := f.origin.Slot(ctx, next)
	if err != nil || !ok {
		return false, err
	}
	h := &a.Header
	if h.Slot != next || h.Network != f.cfg.Network || h.Parent != f.root {
		return false, fmt.Errorf("slot %d: %w", next, ErrChain)
	}
	if err := a.Verify(f.cfg.Group); err != nil {
		return false, err
	}
	if len(h.Heads) > 0 && h.Heads[0].ClosedNumber > 0 {
		if err := f.close(ctx, h); err != nil {
			return false, fmt.Errorf("slot %d: %w", next, err)
		}
	}
	f.last, f.root, f.signed = next, h.Root(), h.PairRoot
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at = next
	if len(h.Heads) > 0 && h.Heads[0].ClosedNumber > 0 {
		f.heads = h.Heads
	}
	return true, nil
}

// close verifies and keeps what a slot closed. The blocks end with the slot before, whose header says what their
// triggers and actions come to.
func (f *Follower) close(ctx context.Context, h *builder.Header) error {
	after := newCrossings(f.cfg.Chains, f.crossings.pairs)
	e := &Entry{Slot: h.Slot, Header: h.Root(), Signed: h.PairRoot, Heads: h.Heads}
	for _, head := range h.Heads {
		b, err := f.origin.Block(ctx, head.Chain, head.ClosedNumber)
		if err != nil {
			return fmt.Errorf("block %d of rollup %s: %w", head.ClosedNumber, head.Chain, err)
		}
		if b.Chain != head.Chain || b.Block.Hash() != head.ClosedHash || b.Block.NumberU64() != head.ClosedNumber {
			return fmt.Errorf("block %d of rollup %s: %w", head.ClosedNumber, head.Chain, ErrBlock)
		}
		if err := b.Check(); err != nil { // its receipts are the hash's too
			return fmt.Errorf("block %d of rollup %s: %w", head.ClosedNumber, head.Chain, err)
		}
		if _, err := after.add(b); err != nil {
			return err
		}
		for _, kept := range f.cfg.Keep {
			if kept == head.Chain {
				e.Blocks = append(e.Blocks, b)
			}
		}
	}
	if err := after.check(f.signed); err != nil {
		return err
	}
	e.Pairs = after.pairs
	if err := f.journal.Append(e); err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	failpoint("after journal")
	// If we crash here, the next life begins after this slot, with the blocks kept and no node told of them.
	f.crossings = after
	return nil
}

// Settle asks L1 how far postings stand, and moves what is safe and final. Used by one goroutine at a time.
func (f *Follower) Settle(ctx context.Context) error {
	posted, err := f.settled.Last(ctx, 0)
	if err != nil {
		return fmt.Errorf("last posted slot: %w", err)
	}
	final := posted
	if f.cfg.Depth > 0 {
		if final, err = f.settled.Last(ctx, f.cfg.Depth); err != nil {
			return fmt.Errorf("last posted slot %d blocks deep: %w", f.cfg.Depth, err)
		}
	}
	safe, err := f.closed(posted)
	if err != nil {
		return err
	}
	finalized, err := f.closed(min(final, posted))
	if err != nil {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	// What L1 undid is not safe any more; what was final stays so.
	f.safe = safe
	if higher(finalized, f.finalized) {
		f.finalized = finalized
	}
	if !higher(f.safe, f.finalized) {
		f.safe = f.finalized
	}
	return nil
}

func higher(a, b []builder.Head) bool {
	return len(a) > 0 && (len(b) == 0 || a[0].ClosedNumber > b[0].ClosedNumber)
}

// closed is what the newest slot up to one closed.
func (f *Follower) closed(through rollup.Slot) ([]builder.Head, error) {
	if through == 0 {
		return nil, nil
	}
	e, ok, err := f.journal.Closed(through)
	if err != nil || !ok {
		return nil, err
	}
	return e.Heads, nil
}

// Slot is the last slot that was verified.
func (f *Follower) Slot() rollup.Slot {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.at
}

// Numbers are the newest verified, safe and final blocks of a rollup. Zero where none is.
func (f *Follower) Numbers(chain rollup.ChainID) (head, safe, finalized uint64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	of := func(heads []builder.Head) uint64 {
		for _, h := range heads {
			if h.Chain == chain {
				return h.ClosedNumber
			}
		}
		return 0
	}
	return of(f.heads), of(f.safe), of(f.finalized)
}

// Boundary answers Blocks: of each kept rollup, the newest verified block, and which are safe and final.
func (f *Follower) Boundary(context.Context) ([]Boundary, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []Boundary
	for i, h := range f.heads {
		for _, kept := range f.cfg.Keep {
			if kept != h.Chain {
				continue
			}
			b := Boundary{Chain: h.Chain, Number: h.ClosedNumber, Hash: h.ClosedHash}
			if i < len(f.safe) {
				b.Safe = f.safe[i].ClosedHash
			}
			if i < len(f.finalized) {
				b.Finalized = f.finalized[i].ClosedHash
			}
			out = append(out, b)
		}
	}
	return out, nil
}

// Block answers Blocks.
func (f *Follower) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	return f.payloads.Block(chain, number)
}
