package index

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Log is what gateways wrote (gateway.Log).
type Log interface {
	// Read gives up to limit entries from number from on. It waits a while for the first, and gives none if there is none.
	// lost is the oldest number that is still there if entries from `from` on were dropped already.
	Read(ctx context.Context, from uint64, limit int) (entries []gateway.Entry, lost uint64, err error)
	// Attested is the newest slot whose attestation stands in the log.
	Attested(ctx context.Context) (rollup.Slot, error)
}

// History are attested slots.
type History interface {
	// Slot is an attested slot, false if it is not here (yet).
	Slot(ctx context.Context, n rollup.Slot) (*sequencer.Attested, bool, error)
}

// Config is what an index needs. Log and History must be set.
type Config struct {
	Log         Log
	History     History
	KeptSlots   rollup.Slot // whose stories are held in memory; 10,000 if zero
	KeptStories int         // hashes by which stories are found; 250,000 if zero
	ResealSlots rollup.Slot // for how long anything may be sealed again; 240 if zero
	Logger      *slog.Logger
}

// ErrConfig refuses a configuration; the error that wraps it names the field.
var ErrConfig = errors.New("bad index configuration")

// Index is the bounded history that answers questions. Safe for concurrent use.
type Index struct {
	cfg Config
	log *slog.Logger

	mu      sync.RWMutex
	pages   map[rollup.Slot]*page
	first   rollup.Slot // oldest kept
	last    rollup.Slot // newest attested
	stories map[rollup.Digest]*story
	posted  postings
	waiting map[rollup.Slot][]*story // received for a slot that is not attested yet
	totals  totals
	grown   chan struct{} // closed, and made anew, when something was entered
}

// New makes an index that knows nothing yet.
func New(cfg Config) (*Index, error) {
	switch {
	case cfg.Log == nil:
		return nil, fmt.Errorf("no Log: %w", ErrConfig)
	case cfg.History == nil:
		return nil, fmt.Errorf("no History: %w", ErrConfig)
	}
	if cfg.KeptSlots == 0 {
		cfg.KeptSlots = 10_000
	}
	if cfg.KeptStories == 0 {
		cfg.KeptStories = 250_000
	}
	if cfg.ResealSlots == 0 {
		cfg.ResealSlots = 240
	}
	if cfg.Logger == nil {
		cfg.Logger = slog.New(slog.DiscardHandler)
	}
	return &Index{cfg: cfg, log: cfg.Logger, pages: map[rollup.Slot]*page{}, stories: map[rollup.Digest]*story{}, waiting: map[rollup.Slot][]*story{},
		totals: newTotals(), grown: make(chan struct{})}, nil
}

const (
	readAtOnce = 256                    // entries
	readPause  = 100 * time.Millisecond // after a read that failed
	idleReads  = 20                     // without an entry, after which it is looked whether the log began anew
)

// Run reads the log until ctx ends, and has hear told of events in their order; lost says that the log has no more of what
// came before them. It is called once.
func (x *Index) Run(ctx context.Context, hear func(events []Event, lost bool)) error {
	var from uint64
	begun, told := false, false
	for idle := 0; ctx.Err() == nil; {
		if !begun {
			newest, err := x.cfg.Log.Attested(ctx)
			if begun = err == nil; begun && newest > x.cfg.KeptSlots {
				x.begin(newest - x.cfg.KeptSlots + 1)
			}
		}
		entries, lost, err := x.cfg.Log.Read(ctx, from, readAtOnce)
		if err != nil || !begun {
			if !told && ctx.Err() == nil {
				x.log.Warn("read the log", "err", err)
			}
			told = true
			_ = clock.Sleep(ctx, readPause) // its end is looked at
			continue
		}
		told = false
		for i := range entries {
			events, err := x.fold(ctx, &entries[i])
			if err != nil {
				return err
			}
			hear(events, lost != 0 && i == 0)
			x.grow()
			from = entries[i].Seq + 1
		}
		if idle++; len(entries) > 0 {
			idle = 0
		}
		if idle >= idleReads {
			idle = 0
			if newest, err := x.cfg.Log.Attested(ctx); err == nil && newest < x.Newest() {
				from = 0 // what gateways share was lost: the log begins anew, and its slots have the same numbers
			}
		}
	}
	return ctx.Err()
}

// grow wakes who waits for what was entered.
func (x *Index) grow() {
	x.mu.Lock()
	defer x.mu.Unlock()
	close(x.grown)
	x.grown = make(chan struct{})
}

// Await waits until an envelope that a gateway took is told of here, or ctx ends: whoever has his answer may ask at once.
func (x *Index) Await(ctx context.Context, envelope rollup.Digest) {
	for {
		x.mu.RLock()
		s, grown := x.stories[envelope], x.grown
		t := (*attempt)(nil)
		if s != nil {
			t = s.of(envelope)
		}
		there := t != nil && !t.receivedAt.IsZero()
		x.mu.RUnlock()
		if there {
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-grown:
		}
	}
}

// fold enters an entry and gives the events that it makes.
func (x *Index) fold(ctx context.Context, e *gateway.Entry) ([]Event, error) {
	if e.Kind == gateway.Attested {
		return x.foldAttested(ctx, e)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	switch e.Kind {
	case gateway.Stepped:
		return x.step(e), nil
	case gateway.Posted:
		return x.post(e), nil
	case gateway.Received:
		return x.receive(e), nil
	case gateway.Withdrawn:
		if s := x.stories[e.Bundle]; s != nil && !s.final {
			s.mark = e.Reason
		}
	case gateway.Superseded:
		if s := x.stories[e.Bundle]; s != nil && e.Bundle != (rollup.Digest{}) {
			s.by = append(s.by, Supersession{e.Reason, e.Of, e.Envelope, e.Slot})
		}
	case gateway.Ended:
		return x.end(e), nil
	}
	return nil, nil
}

// foldAttested enters an attested slot, and those before it that the log does not have. It waits for a member that has
// the slot.
func (x *Index) foldAttested(ctx context.Context, e *gateway.Entry) (out []Event, err error) {
	for n := x.Newest() + 1; n <= e.Slot; {
		a, ok, err := x.cfg.History.Slot(ctx, n)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil || !ok && n == e.Slot:
			if err != nil {
				x.log.Warn("read slot", "slot", n, "err", err)
			}
			_ = clock.Sleep(ctx, readPause) // its end is looked at
			continue
		case !ok:
			x.begin(n + 1) // the members begin later
		case n == e.Slot:
			out = append(out, x.attest(a, e.AtMs, e.Seq)...)
		default:
			out = append(out, x.attest(a, int64(a.Header.Time), uint64(n)<<gateway.SeqBits)...) //nolint:gosec // consensus time, far below 2^63
		}
		n++
	}
	return out, nil
}
