package devnet

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// The reader sees what must not be: each wrong stream has its own complaint, the right one none.
func TestTheReaderComplains(t *testing.T) {
	type line struct{ id, event, data string }
	slot := func(n int, envelopes int) line {
		return line{fmt.Sprint(n << 20), "slot", fmt.Sprintf(`{"slot":"%d","stage":"attested","envelopes":"%d"}`, n, envelopes)}
	}
	fate := func(n, i int) line {
		return line{fmt.Sprint(n<<20 + 1 + i), "bundle", fmt.Sprintf(`{"slot":"%d","stage":"attested","envelope":"0x%d%d"}`, n, n, i)}
	}
	closed := func(n, at int) line {
		return line{fmt.Sprint(at), "slot", fmt.Sprintf(`{"slot":"%d","stage":"closed"}`, n)}
	}
	for _, c := range []struct {
		name, says string
		lines      []line
	}{
		{"right", "", []line{closed(1, 8192), slot(1, 2), fate(1, 0), fate(1, 1), closed(3, 1<<20+1<<18), slot(2, 0), slot(3, 1), fate(3, 0)}},
		{"an event twice", "came after", []line{slot(1, 0), slot(1, 0)}},
		{"a number that goes back", "came after", []line{slot(2, 0), closed(3, 8192)}},
		{"a slot left out", "slot 3 came attested after slot 1", []line{slot(1, 0), slot(3, 0)}},
		{"a fate left out", "should", []line{slot(1, 2), fate(1, 1)}},
		{"the last fates left out", "lacks the fates of 1", []line{slot(1, 2), fate(1, 0), slot(2, 0)}},
		{"a step twice", "once more", []line{slot(1, 0), closed(2, 1<<20+1<<18), closed(2, 1<<20+1<<18+8192)}},
		{"a gap", "gap", []line{slot(1, 0), {"7", "gap", "{}"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &reader{steps: map[string]struct{}{}}
			for _, l := range c.lines {
				r.take(l.id, l.event, l.data)
			}
			s := &Summary{Slots: 3}
			r.fill(s)
			if c.says == "" {
				require.Empty(t, s.Problems)
				require.Equal(t, EventCounts{Read: uint64(len(c.lines)), Slots: 3}, s.Events)
				return
			}
			require.Contains(t, fmt.Sprint(s.Problems), c.says)
		})
	}
}
