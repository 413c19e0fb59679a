package sequencer_test

import (
	"testing"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/stretchr/testify/require"
)

// What events are kept for late readers is bounded by what they weigh, not only by their number: full slots are
// forgotten sooner than empty ones, in order, and the newest is always there.
func TestStreamKeepsByWeight(t *testing.T) {
	bounds := sequencer.Bounds{Events: 1024, Weight: 8_192}
	for name, c := range map[string]struct{ batch, least, most int }{
		"empty slots": {0, bounds.Events * 3 / 4, bounds.Events},
		"full slots":  {200, bounds.Weight * 3 / 4 / 200, bounds.Weight / 200},
		"huge slots":  {3 * bounds.Weight, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			h := sequencer.NewStream(bounds, time.Now)
			events := rollup.Slot(3 * bounds.Events)
			for slot := rollup.Slot(1); slot <= events; slot++ {
				h.Publish(sequencer.Event{Stage: sequencer.StageExecuted, Slot: slot, Batch: c.batch, Executed: &builder.Executed{}})
			}
			read, cancel := h.Subscribe(0)
			defer cancel()
			require.GreaterOrEqual(t, len(read), c.least)
			require.LessOrEqual(t, len(read), c.most)
			first := (<-read).Slot
			for next := first + 1; next <= events; next++ {
				require.Equal(t, next, (<-read).Slot)
			}
		})
	}
}

func TestSlowReadersAreDropped(t *testing.T) {
	h := sequencer.NewStream(sequencer.Bounds{Events: 2 * sequencer.ReaderQueue}, nil)
	slow, _ := h.Subscribe(0)
	quick, cancel := h.Subscribe(0)
	for i := range sequencer.ReaderQueue + 1 {
		h.Publish(sequencer.Event{Stage: sequencer.StageClosed, Slot: rollup.Slot(i + 1)})
		require.EqualValues(t, i+1, (<-quick).Seq)
	}
	seen := 0
	for e := range slow { // closed: this ends
		seen++
		require.EqualValues(t, seen, e.Seq)
	}
	require.Equal(t, sequencer.ReaderQueue, seen)

	again, _ := h.Subscribe(uint64(seen + 1))
	require.EqualValues(t, seen+1, (<-again).Seq, "it goes on from where it was")
	cancel()
	cancel()
	_, more := <-quick
	require.False(t, more)
	h.Close()
	_, more = <-again
	require.False(t, more)
	h.Publish(sequencer.Event{})
}
