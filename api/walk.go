package api

import (
	"context"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// walk reads attested slots from one to another, either way, and hands each that has fates to visit until that wants no
// more. It reads at most a page's worth: next is then the slot to go on with, 0 at the end. What cannot be read is a
// refusal, never an end.
func (s *Server) walk(ctx context.Context, from, to rollup.Slot, visit func(*sequencer.Attested) bool) (next rollup.Slot, r *Refusal) {
	step := rollup.Slot(1)
	if to < from {
		step = ^rollup.Slot(0) // −1
	}
	read := 0
	for n := from; n > 0; n += step {
		if !s.index.Empty(n) {
			if read++; read > maxPage {
				return n, nil
			}
			a, ok, err := s.cfg.History.Slot(ctx, n)
			if err != nil {
				s.log.Warn("read slot", "slot", n, "err", err)
				return 0, unavailable("slot "+n.String()+" cannot be read now", 500)
			}
			if !ok && n < s.index.Oldest() && to < n {
				return 0, nil // nothing older is here
			}
			if ok && !visit(a) {
				return 0, nil
			}
		}
		if n == to {
			break
		}
	}
	return 0, nil
}
