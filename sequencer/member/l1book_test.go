package member_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
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
func fork(from, to uint64) *sequencertest.QueueL1 {
	other := sequencertest.NewQueueL1()
	for n := uint64(1); n <= to; n++ {
		amount := uint64(1)
		if n > from {
			amount = 77
		}
		view := other.Deposit(rollup.Address{byte(n)}, amount, amount)
		view.Hash[31] ^= byte(amount - 1)
		other.Views[len(other.Views)-1] = view
	}
	return other
}

// What a member holds of L1 is neither lowered nor discarded by what an endpoint does not say; it gives way to what is at
// least as high, and to where the committee went instead.
func TestL1BookKeepsWhatItHolds(t *testing.T) {
	const held = 4
	grow := func(q *sequencertest.QueueL1, to int) {
		for n := len(q.Views); n <= to; n++ {
			q.Deposit(rollup.Address{byte(n)}, 1, 1)
		}
	}
	for name, c := range map[string]struct {
		after  func(l1 *partly) rollup.L1View // what becomes of L1, and where the committee stands then
		report uint64                         // number of the view reported two looks later; 0 for none
		fails  bool                           // the looks are errors
	}{
		"nothing":                          {func(*partly) rollup.L1View { return rollup.L1View{} }, held, false},
		"errors":                           {func(l *partly) rollup.L1View { l.err = errors.New("429"); return l.Views[1] }, held, true},
		"a node that is behind":            {func(l *partly) rollup.L1View { l.back = 2; return l.Views[1] }, held, false},
		"a node behind the committee":      {func(l *partly) rollup.L1View { l.back = 1; return l.Views[3] }, held, false},
		"missing items":                    {func(l *partly) rollup.L1View { grow(l.QueueL1, 6); l.missing = 1; return l.Views[1] }, held, true},
		"all items missing":                {func(l *partly) rollup.L1View { grow(l.QueueL1, 6); l.missing = 9; return l.Views[1] }, held, true},
		"a higher view":                    {func(l *partly) rollup.L1View { grow(l.QueueL1, 6); return l.Views[1] }, 6, false},
		"another view of the same height":  {func(l *partly) rollup.L1View { l.QueueL1 = fork(2, held); return l.Views[2] }, held, false},
		"a lower view of another chain":    {func(l *partly) rollup.L1View { l.QueueL1 = fork(2, held-1); return l.Views[2] }, held, false},
		"the committee there":              {func(l *partly) rollup.L1View { return l.Views[held] }, held, false},
		"the committee further":            {func(l *partly) rollup.L1View { grow(l.QueueL1, 5); l.back = held; return l.Views[5] }, 0, false},
		"the committee on another chain":   {func(l *partly) rollup.L1View { return fork(1, 3).Views[3] }, 0, true},
		"the committee at another block 4": {func(l *partly) rollup.L1View { return fork(3, held).Views[held] }, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			l1 := &partly{fickle: &fickle{QueueL1: sequencertest.NewQueueL1()}}
			grow(l1.QueueL1, held)
			b := member.NewL1Book(l1)
			require.NoError(t, b.Look(rollup.L1View{}))
			require.NoError(t, b.Look(rollup.L1View{}))
			before := b.Report()
			require.Equal(t, l1.Views[held], before)

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
				require.Equal(t, l1.Views[c.report], report)
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
