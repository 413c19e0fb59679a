package comet_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/comet"
)

// partly is an L1 that leaves items out.
type partly struct {
	*fickle
	missing int
}

func (p *partly) Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	items, err := p.fickle.Items(ctx, from, view)
	return items[:max(len(items), p.missing)-p.missing], err
}

// fork is an L1 like another up to a block, and with other deposits from there on.
func (q *queueL1) fork(from, to uint64) *queueL1 {
	other := newQueueL1()
	for n := uint64(1); n <= to; n++ {
		amount := uint64(1)
		if n > from {
			amount = 77
		}
		view := other.deposit(rollup.Address{byte(n)}, amount, amount)
		view.Hash[31] ^= byte(amount - 1)
		other.views[len(other.views)-1] = view
	}
	return other
}

// What a member holds of L1 is neither lowered nor discarded by what an endpoint does not say; it gives way to what is at
// least as high, and to where the committee went instead.
func TestL1BookKeepsWhatItHolds(t *testing.T) {
	const held = 4
	grow := func(q *queueL1, to int) {
		for n := len(q.views); n <= to; n++ {
			q.deposit(rollup.Address{byte(n)}, 1, 1)
		}
	}
	for name, c := range map[string]struct {
		after  func(l1 *partly) rollup.L1View // what becomes of L1, and where the committee stands then
		report uint64                         // number of the view reported two looks later; 0 for none
		fails  bool                           // the looks are errors
	}{
		"nothing":                          {func(*partly) rollup.L1View { return rollup.L1View{} }, held, false},
		"errors":                           {func(l *partly) rollup.L1View { l.err = errors.New("429"); return l.views[1] }, held, true},
		"a node that is behind":            {func(l *partly) rollup.L1View { l.back = 2; return l.views[1] }, held, false},
		"a node behind the committee":      {func(l *partly) rollup.L1View { l.back = 1; return l.views[3] }, held, false},
		"missing items":                    {func(l *partly) rollup.L1View { grow(l.queueL1, 6); l.missing = 1; return l.views[1] }, held, true},
		"all items missing":                {func(l *partly) rollup.L1View { grow(l.queueL1, 6); l.missing = 9; return l.views[1] }, held, true},
		"a higher view":                    {func(l *partly) rollup.L1View { grow(l.queueL1, 6); return l.views[1] }, 6, false},
		"another view of the same height":  {func(l *partly) rollup.L1View { l.queueL1 = l.fork(2, held); return l.views[2] }, held, false},
		"a lower view of another chain":    {func(l *partly) rollup.L1View { l.queueL1 = l.fork(2, held-1); return l.views[2] }, held, false},
		"the committee there":              {func(l *partly) rollup.L1View { return l.views[held] }, held, false},
		"the committee further":            {func(l *partly) rollup.L1View { grow(l.queueL1, 5); l.back = held; return l.views[5] }, 0, false},
		"the committee on another chain":   {func(l *partly) rollup.L1View { return l.fork(1, 3).views[3] }, 0, true},
		"the committee at another block 4": {func(l *partly) rollup.L1View { return l.fork(3, held).views[held] }, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			l1 := &partly{fickle: &fickle{queueL1: newQueueL1()}}
			grow(l1.queueL1, held)
			b := comet.NewL1Book(l1)
			require.NoError(t, b.Look(rollup.L1View{}))
			require.NoError(t, b.Look(rollup.L1View{}))
			before := b.Report()
			require.Equal(t, l1.views[held], before)

			at := c.after(l1)
			for range 40 {
				err := b.Look(at)
				require.Equal(t, c.fails, err != nil, "%v", err)
				if c.report == 0 {
					require.Zero(t, b.Report(), "dropped at once")
				}
			}
			report := b.Report()
			require.Equal(t, c.report, report.Number)
			if report != before && c.report != 0 {
				require.Equal(t, l1.views[c.report], report)
			}
			if c.report == 0 || c.report > held || report != before {
				return
			}
			l1.err = errors.New("no answer")
			items, err := b.Between(at, report)
			require.NoError(t, err, "what is reported is held")
			require.Len(t, items, int(report.QueuePosition-at.QueuePosition), fmt.Sprint(at))
		})
	}
}
