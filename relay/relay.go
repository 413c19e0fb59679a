package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Source gives signed postings. It must hold every posting until its slots are confirmed on L1, across
// restarts, or the relay cannot post again what a reorg undid.
type Source interface {
	// Postings returns the signed posting whose first slot is after+1, or false while there is none.
	Postings(ctx context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error)
}

// Inbox is the contract that takes postings.
type Inbox interface {
	// Last is the last slot on L1, seen depth blocks below the head; 0 if there is none. It may fall: reorgs.
	Last(ctx context.Context, depth uint64) (rollup.Slot, error)
	// Post sends a run of consecutive postings, at most one transaction each, and returns those that were
	// included, in order. The error says what became of the first that was not: it wraps ErrOvertaken,
	// ErrRefused, ErrFeeCap or ErrFunds, or is an L1 that cannot be reached. Whatever it answers, what was
	// sent may still land: ask Last, never assume.
	Post(ctx context.Context, run []*sequencer.SignedPosting) ([]Posted, error)
}

// RelayConfig tunes a Relay. Zero values take the defaults.
type RelayConfig struct {
	Depth    uint64        // L1 blocks below the head at which a posting is confirmed; 10 in production
	Window   int           // most postings in flight; default 4
	Interval time.Duration // between looks at L1 when there is nothing to do; default 1 s
	Patience time.Duration // longest wait after failures, which double it; default 12 s
	Log      *slog.Logger  // default: silent
	// OnPosted is told of each posting that this relay got onto L1, again if a reorg made it post again.
	// Called by Run's goroutine: it must not block.
	OnPosted func(Posted)
}

// Relay posts each posting exactly once and in order. It keeps no state: every round begins with what L1 says,
// so a restart at any line, a reorg, and other relays with the same postings are all the same case.
type Relay struct {
	source Source
	inbox  Inbox
	cfg    RelayConfig
	seen   Progress
}

// Progress is how far postings stand, by this relay's last look.
type Progress struct {
	Last      rollup.Slot // last slot on L1 at its head
	Confirmed rollup.Slot // last slot at the depth that counts
}

// ErrOrder refuses a source whose postings do not follow one another.
var ErrOrder = errors.New("postings out of order")

// NewRelay makes a relay; Run starts it.
func NewRelay(source Source, inbox Inbox, cfg RelayConfig) *Relay {
	if cfg.Window <= 0 {
		cfg.Window = 4
	}
	cfg.Interval, cfg.Patience = pace(cfg.Interval, cfg.Patience)
	cfg.Log = logger(cfg.Log)
	return &Relay{source: source, inbox: inbox, cfg: cfg}
}

// Run posts until ctx ends, and returns its cause. No failure ends it: it waits, longer each time.
func (r *Relay) Run(ctx context.Context) error {
	return loop(ctx, r.cfg.Interval, r.cfg.Patience, func(ctx context.Context) (bool, error) {
		busy, err := r.Step(ctx)
		if err != nil {
			r.cfg.Log.Warn("posting", "stage", "posted", "last", r.seen.Last, "err", err)
		}
		return busy, err
	})
}

// Step is one round: look at L1, post the next run if there is one. It reports whether it posted anything.
// Used by one goroutine at a time.
func (r *Relay) Step(ctx context.Context) (bool, error) {
	progress, err := r.Progress(ctx)
	if err != nil {
		return false, err
	}
	if progress.Last < r.seen.Last {
		r.cfg.Log.Warn("L1 reorg undid postings", "stage", "posted", "was", r.seen.Last, "is", progress.Last)
	}
	r.seen = progress
	run, err := r.collect(ctx, progress.Last)
	if err != nil || len(run) == 0 {
		return false, err
	}
	// A crash from here on loses nothing: the next round asks L1 whether the run landed.
	posted, err := r.inbox.Post(ctx, run)
	failpoint("after posted")
	for _, p := range posted {
		r.cfg.Log.Info("posted", "stage", "posted", "first", p.First, "last", p.Last, "tx", p.Tx, "block", p.Block, "gas", p.GasUsed)
		if r.cfg.OnPosted != nil {
			r.cfg.OnPosted(p)
		}
	}
	if errors.Is(err, ErrOvertaken) { // not busy: a stale answer must not become a loop without a wait
		return len(posted) > 0, nil
	}
	if err != nil {
		return len(posted) > 0, fmt.Errorf("post slots %d to %d: %w", run[0].Posting.First, run[len(run)-1].Posting.Last, err)
	}
	return true, nil
}

// Progress asks L1 how far postings stand.
func (r *Relay) Progress(ctx context.Context) (Progress, error) {
	last, err := r.inbox.Last(ctx, 0)
	if err != nil {
		return Progress{}, fmt.Errorf("last posted slot: %w", err)
	}
	if r.cfg.Depth == 0 {
		return Progress{last, last}, nil
	}
	confirmed, err := r.inbox.Last(ctx, r.cfg.Depth)
	if err != nil {
		return Progress{}, fmt.Errorf("last posted slot %d blocks deep: %w", r.cfg.Depth, err)
	}
	return Progress{last, min(confirmed, last)}, nil // a block between the two looks may have moved only one
}

// collect takes what follows slot last from the source, up to the window.
func (r *Relay) collect(ctx context.Context, last rollup.Slot) ([]*sequencer.SignedPosting, error) {
	var run []*sequencer.SignedPosting
	for len(run) < r.cfg.Window {
		next, ok, err := r.source.Postings(ctx, last)
		if err != nil {
			return nil, fmt.Errorf("posting after slot %d: %w", last, err)
		}
		if !ok {
			break
		}
		p := &next.Posting
		if p.First != last+1 || p.Last < p.First {
			return nil, fmt.Errorf("asked for slot %d, got %d to %d: %w", last+1, p.First, p.Last, ErrOrder)
		}
		if len(run) > 0 && p.Previous != run[len(run)-1].Posting.Root() {
			return nil, fmt.Errorf("slots %d to %d do not name the posting before: %w", p.First, p.Last, ErrOrder)
		}
		run, last = append(run, next), p.Last
	}
	return run, nil
}
