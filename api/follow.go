package api

import (
	"context"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// retryFollow is how long the door waits before it follows again after the stream of events broke.
const retryFollow = 200 * time.Millisecond

// follow reads history once and then events. Every attested slot is entered exactly once and in order,
// whatever the stream of events repeats or leaves out: gaps are read from history.
func (s *Server) follow(ctx context.Context) error {
	attested := s.cfg.Committee.Status().Attested
	first := rollup.Slot(1)
	if kept := rollup.Slot(s.cfg.Limits.KeptSlots); attested > kept {
		first = attested - kept + 1
	}
	s.book.begin(first)
	var from uint64
	for {
		if err := s.catchUp(ctx, attested, true); err != nil {
			s.log.Warn("read history", "err", err)
		}
		events, cancel := s.cfg.History.Events(from)
		err := s.consume(ctx, events, &from)
		cancel()
		if err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(retryFollow):
		}
		attested = s.cfg.Committee.Status().Attested
	}
}

// consume enters events until their stream ends (nil) or ctx does.
func (s *Server) consume(ctx context.Context, events <-chan sequencer.Event, from *uint64) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case e, ok := <-events:
			if !ok {
				return nil
			}
			*from = e.Seq + 1
			s.enter(ctx, e)
		}
	}
}

func (s *Server) enter(ctx context.Context, e sequencer.Event) {
	at := e.At
	if at.IsZero() {
		at = s.cfg.Now()
	}
	switch {
	case e.Stage == sequencer.StageAttested && e.Attested != nil:
		if err := s.catchUp(ctx, e.Slot-1, false); err != nil {
			s.log.Warn("read history", "err", err) // the gap is filled by the next attested slot
			return
		}
		s.attest(e.Attested, at)
	case e.Stage == sequencer.StageClosed || e.Stage == sequencer.StageOpened || e.Stage == sequencer.StageExecuted:
		if e.Executed != nil {
			s.metrics.chose(&e.Executed.Choice)
			s.pending.see(e.Executed.Additions)
		}
		if e.Slot > s.book.newest() {
			s.book.step(e.Slot, e.Stage, at)
			s.metrics.step(e.Stage)
		}
	}
}

// catchUp enters attested slots up to last that events did not bring.
func (s *Server) catchUp(ctx context.Context, last rollup.Slot, old bool) error {
	for slot := s.book.newest() + 1; slot <= last; slot++ {
		a, ok, err := s.cfg.History.Slot(ctx, slot)
		if err != nil {
			return fmt.Errorf("slot %d: %w", slot, err)
		}
		if !ok {
			if old {
				s.book.begin(slot + 1) // this node begins later
				continue
			}
			return fmt.Errorf("slot %d is not here yet", slot)
		}
		at := s.cfg.Now()
		if old {
			at = time.UnixMilli(int64(a.Header.Time)) //nolint:gosec // consensus time, far below 2^63
		}
		s.attest(a, at)
	}
	return nil
}

func (s *Server) attest(a *sequencer.Attested, at time.Time) {
	s.book.attest(a, at, s.keeper.judge)
	s.metrics.attested(a)
	s.keeper.after()
}
