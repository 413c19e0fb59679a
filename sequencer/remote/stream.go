package remote

import (
	"context"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// kept is what a committee keeps of its events for readers that begin in the past.
var kept = sequencer.Bounds{Events: 256}

// stream is the events of one member after the other as one stream: consecutive numbers of its own, and of each slot
// each stage once. What no member keeps any more is missing; an attested slot can then be read by its number. Safe for
// concurrent use.
type stream struct {
	*sequencer.Stream

	mu   sync.Mutex
	last map[string]rollup.Slot // the last slot of each stage
}

func newStream() *stream {
	return &stream{Stream: sequencer.NewStream(kept, nil), last: make(map[string]rollup.Slot)}
}

// pump follows one member, and another when it goes away or falls behind, until ctx ends.
func (c *Committee) pump(ctx context.Context) {
	for ctx.Err() == nil {
		m := c.byFreshness()[0]
		if up, _ := m.Standing(); up {
			events, cancel := m.Events(0)
			c.follow(ctx, m, events)
			cancel()
			for range events { //nolint:revive // lets its goroutine end
			}
		}
		select {
		case <-ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// follow passes a member's events on until it goes away or another is some slots further.
func (c *Committee) follow(ctx context.Context, m *Member, events <-chan sequencer.Event) {
	look := time.NewTicker(statusEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-events:
			if !ok {
				return
			}
			c.stream.publish(e)
		case <-look.C:
			up, _ := m.Standing()
			if !up || c.Status().Attested > m.Status().Attested+behindSlots {
				return
			}
		}
	}
}

// behindSlots is by how many slots a member may trail the freshest before another is followed.
const behindSlots = 8

// publish passes an event on unless its slot reached that stage before.
func (s *stream) publish(e sequencer.Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if e.Slot <= s.last[e.Stage] {
		return
	}
	s.last[e.Stage] = e.Slot
	s.Publish(e)
}

// Events streams what happens to slots, from an event of this committee's numbers on (0: from the oldest that is kept).
// The channel is closed when the reader is too slow or the committee is closed; cancel releases it.
func (c *Committee) Events(from uint64) (<-chan sequencer.Event, func()) {
	return c.stream.Subscribe(from)
}

// attested is the last slot that was told to be.
func (s *stream) attested() rollup.Slot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last[sequencer.StageAttested]
}
