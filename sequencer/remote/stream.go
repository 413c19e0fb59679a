package remote

import (
	"context"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

const (
	keptEvents  = 256 // events kept for readers that begin in the past
	readerQueue = 256 // events that a reader may lag behind before it is dropped
)

// stream is the events of one member after the other as one stream: consecutive numbers of its own, and of each slot
// each stage once. What no member keeps any more is missing; an attested slot can then be read by its number. A reader
// that does not keep up is dropped. Safe for concurrent use.
type stream struct {
	mu      sync.Mutex
	seq     uint64
	last    map[string]rollup.Slot // the last slot of each stage
	kept    []sequencer.Event
	readers map[chan sequencer.Event]struct{}
	closed  bool
}

func newStream() *stream {
	return &stream{last: make(map[string]rollup.Slot), readers: make(map[chan sequencer.Event]struct{})}
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
	if s.closed || e.Slot <= s.last[e.Stage] {
		return
	}
	s.last[e.Stage] = e.Slot
	s.seq++
	e.Seq = s.seq
	s.kept = append(s.kept, e)
	if len(s.kept) > keptEvents {
		s.kept = append(s.kept[:0:0], s.kept[keptEvents/4:]...)
	}
	for c := range s.readers {
		select {
		case c <- e:
		default:
			delete(s.readers, c)
			close(c)
		}
	}
}

// Events streams what happens to slots, from an event of this committee's numbers on (0: from the oldest that is kept).
// The channel is closed when the reader is too slow or the committee is closed; cancel releases it.
func (c *Committee) Events(from uint64) (<-chan sequencer.Event, func()) {
	s := c.stream
	s.mu.Lock()
	defer s.mu.Unlock()
	var past []sequencer.Event
	for _, e := range s.kept {
		if e.Seq >= from {
			past = append(past, e)
		}
	}
	out := make(chan sequencer.Event, len(past)+readerQueue)
	for _, e := range past {
		out <- e
	}
	if s.closed {
		close(out)
		return out, func() {}
	}
	s.readers[out] = struct{}{}
	return out, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if _, ok := s.readers[out]; ok {
			delete(s.readers, out)
			close(out)
		}
	}
}

// attested is the last slot that was told to be.
func (s *stream) attested() rollup.Slot {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last[sequencer.StageAttested]
}

func (s *stream) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for c := range s.readers {
		delete(s.readers, c)
		close(c)
	}
}
