package gateway

import (
	"context"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// retryFollow is how long the gateway waits before it follows again after the stream of events broke.
const retryFollow = 200 * time.Millisecond

// Run follows the committee until ctx ends: it writes what happens to slots into the log, judges what is held and seals
// again what may still execute. It is called once.
//
// A crash between any two steps loses nothing: the log is written before what is held is judged, judging again changes
// nothing, and what is held for a slot that is attested is looked for in that slot, whoever wrote that down.
func (g *Gateway) Run(ctx context.Context) error {
	g.mu.Lock()
	g.life = ctx
	g.mu.Unlock()
	defer g.work.Wait()
	if err := g.insist(ctx, "read the log", func() error { return g.begin(ctx) }); err != nil {
		return err
	}
	var from uint64
	for {
		if err := g.catchUp(ctx, g.cfg.Committee.Status().Attested, true); err != nil {
			g.log.Warn("read history", "err", err)
		}
		events, cancel := g.cfg.History.Events(from)
		err := g.consume(ctx, events, &from)
		cancel()
		if err != nil {
			return err
		}
		if err := clock.Sleep(ctx, retryFollow); err != nil {
			return err
		}
	}
}

// begin finds how far the log is. A fresh one begins with the oldest slot that is kept.
func (g *Gateway) begin(ctx context.Context) error {
	logged, err := g.cfg.Shared.Log.Attested(ctx)
	if err != nil {
		return err
	}
	if attested := g.cfg.Committee.Status().Attested; attested > g.cfg.Limits.KeptSlots {
		logged = max(logged, attested-g.cfg.Limits.KeptSlots)
	}
	if logged > 0 {
		if err := g.sweep(ctx, logged); err != nil {
			return err
		}
	}
	g.newest.Store(max(g.newest.Load(), uint64(logged)))
	return nil
}

// consume enters events until their stream ends (nil) or ctx does.
func (g *Gateway) consume(ctx context.Context, events <-chan sequencer.Event, from *uint64) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e, ok := <-events:
			if !ok {
				return nil
			}
			*from = e.Seq + 1
			if err := g.hear(ctx, e); err != nil {
				return err
			}
		}
	}
}

func (g *Gateway) hear(ctx context.Context, e sequencer.Event) error {
	at := e.At
	if at.IsZero() {
		at = g.cfg.Now()
	}
	switch {
	case e.Stage == sequencer.StageAttested && e.Attested != nil:
		if err := g.catchUp(ctx, e.Slot-1, false); err != nil {
			g.log.Warn("read history", "err", err) // the gap is filled by the next attested slot
			return ctx.Err()
		}
		return g.attest(ctx, e.Attested, at)
	case e.Stage == sequencer.StageClosed || e.Stage == sequencer.StageOpened || e.Stage == sequencer.StageExecuted:
		if e.Executed != nil {
			g.metrics.chose(&e.Executed.Choice)
			g.pending.see(e.Executed.Additions)
		}
		if e.Slot <= g.Newest() {
			return nil
		}
		return g.insist(ctx, "write to the log", func() error {
			return g.append(ctx, Entry{Kind: Stepped, Slot: e.Slot, Stage: e.Stage, AtMs: at.UnixMilli()})
		})
	}
	return nil
}

// catchUp enters attested slots up to last that events did not bring.
func (g *Gateway) catchUp(ctx context.Context, last rollup.Slot, old bool) error {
	for slot := g.Newest() + 1; slot <= last; slot++ {
		a, ok, err := g.cfg.History.Slot(ctx, slot)
		if err != nil {
			return fmt.Errorf("slot %d: %w", slot, err)
		}
		if !ok {
			if old { // this node begins later
				g.newest.Store(uint64(slot))
				continue
			}
			return fmt.Errorf("slot %d is not here yet", slot)
		}
		at := g.cfg.Now()
		if old {
			at = time.UnixMilli(int64(a.Header.Time)) //nolint:gosec // consensus time, far below 2^63
		}
		if err := g.attest(ctx, a, at); err != nil {
			return err
		}
	}
	return nil
}

// attest enters an attested slot, once and in order.
func (g *Gateway) attest(ctx context.Context, a *sequencer.Attested, at time.Time) error {
	if a.Header.Slot <= g.Newest() {
		return nil
	}
	g.remember(a)
	err := g.insist(ctx, "enter slot "+a.Header.Slot.String(), func() error {
		if err := g.append(ctx, Entry{Kind: Attested, Slot: a.Header.Slot, AtMs: at.UnixMilli()}); err != nil {
			return err
		}
		// If we crash here the next gateway that begins sweeps what was held for this slot.
		return g.judgeSlot(ctx, a)
	})
	if err != nil {
		return err
	}
	g.newest.Store(uint64(a.Header.Slot))
	return g.insist(ctx, "seal again", func() error { return g.sealAgain(ctx) })
}
