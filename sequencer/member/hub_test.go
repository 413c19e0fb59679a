package member_test

import (
	"testing"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/stretchr/testify/require"
)

// What events are kept for late readers is bounded by what they weigh, not only by their number: full slots are
// forgotten sooner than empty ones, in order, and the newest is always there.
func TestHubKeepsByWeight(t *testing.T) {
	for name, c := range map[string]struct{ batch, least, most int }{
		"empty slots": {0, member.KeptEvents * 3 / 4, member.KeptEvents},
		"full slots":  {200, member.KeptWeight * 3 / 4 / 200, member.KeptWeight / 200},
		"huge slots":  {3 * member.KeptWeight, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			h := member.NewHub(time.Now)
			const events = 3 * member.KeptEvents
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
