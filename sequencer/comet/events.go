package comet

import (
	"sync"
	"time"

	"github.com/chorale-network/chorale/sequencer"
)

const (
	keptEvents  = 1024 // events kept for readers that begin in the past
	readerQueue = 256  // events that a reader may lag behind before it is dropped
)

// hub streams events. A reader that does not keep up is dropped: its channel is closed, and it may begin
// again from the last event that it saw. Publishing never waits.
type hub struct {
	now func() time.Time

	mu      sync.Mutex
	seq     uint64
	kept    []sequencer.Event
	readers map[chan sequencer.Event]struct{}
	closed  bool
}

func newHub(now func() time.Time) *hub {
	return &hub{now: now, readers: make(map[chan sequencer.Event]struct{})}
}

func (h *hub) publish(e sequencer.Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closed {
		return
	}
	h.seq++
	e.Seq, e.At = h.seq, h.now()
	if len(h.kept) == keptEvents {
		h.kept = append(h.kept[:0:0], h.kept[keptEvents/4:]...)
	}
	h.kept = append(h.kept, e)
	for c := range h.readers {
		select {
		case c <- e:
		default:
			delete(h.readers, c)
			close(c)
		}
	}
}

// subscribe begins with event from (0 or 1: the oldest kept).
func (h *hub) subscribe(from uint64) (<-chan sequencer.Event, func()) {
	h.mu.Lock()
	defer h.mu.Unlock()
	var past []sequencer.Event
	for _, e := range h.kept {
		if e.Seq >= from {
			past = append(past, e)
		}
	}
	c := make(chan sequencer.Event, len(past)+readerQueue)
	for _, e := range past {
		c <- e
	}
	if h.closed {
		close(c)
		return c, func() {}
	}
	h.readers[c] = struct{}{}
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		if _, ok := h.readers[c]; ok {
			delete(h.readers, c)
			close(c)
		}
	}
}

func (h *hub) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.closed = true
	for c := range h.readers {
		delete(h.readers, c)
		close(c)
	}
}
