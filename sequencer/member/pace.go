package member

import (
	"context"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
)

// pace keeps proposals on a grid of slots by this member's clock. Nothing agreed on depends on it: a proposer
// that is early or late moves only the time at which its own slot closes.
type pace struct {
	slot time.Duration // 0: no pacing
	now  func() time.Time

	mu        sync.Mutex
	last      rollup.Slot // the last decided slot
	proposed  rollup.Slot // the last slot that was seen proposed …
	at        time.Time   // … and when
	decidedAt time.Time
}

func newPace(slotMs uint64, unpaced bool, now func() time.Time) *pace {
	p := &pace{slot: time.Duration(slotMs) * time.Millisecond, now: now, decidedAt: now()} //nolint:gosec // validated
	if unpaced {
		p.slot = 0
	}
	return p
}

// seen notes that a slot was proposed.
func (p *pace) seen(slot rollup.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if slot > p.proposed {
		p.proposed, p.at = slot, p.now()
	}
}

// decided notes that a slot is decided.
func (p *pace) decided(slot rollup.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.last, p.decidedAt = slot, p.now()
}

// boundary is when the slot after the last decided one is due: the next point of the grid, or at once where a
// whole slot has passed since the last proposal.
func (p *pace) boundary() time.Time {
	if p.slot == 0 {
		return p.decidedAt
	}
	next := p.decidedAt.Truncate(p.slot).Add(p.slot)
	if p.proposed == p.last && !p.at.IsZero() && p.at.Add(p.slot).Before(next) {
		return p.at.Add(p.slot)
	}
	return next
}

// await waits until slot is due. It does not wait again for a later round.
func (p *pace) await(ctx context.Context, slot rollup.Slot) {
	p.mu.Lock()
	due, again := p.boundary(), p.proposed >= slot
	wait := due.Sub(p.now())
	p.mu.Unlock()
	if again || wait <= 0 {
		return
	}
	timer := time.NewTimer(min(wait, p.slot))
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// open is the slot that takes envelopes now, and when it is due. A slot is no longer open when its proposal
// was seen, or is so near that an envelope would hardly reach the proposer.
func (p *pace) open() (rollup.Slot, time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	due := p.boundary()
	margin := min(p.slot/10, 50*time.Millisecond)
	if p.slot == 0 || p.proposed > p.last || !p.now().Before(due.Add(-margin)) {
		return p.last + 2, due.Add(p.slot)
	}
	return p.last + 1, due
}
