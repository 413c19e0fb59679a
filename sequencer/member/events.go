package member

import (
	"sync"
	"time"

	"github.com/chorale-network/chorale/sequencer"
)

const (
	keptEvents  = 1024  // events kept for readers that begin in the past
	keptWeight  = 8_192 // most envelopes that they may speak of, each event counted by itself
	readerQueue = 256   // events that a reader may lag behind before it is dropped
)

// weight is what an event costs to keep: about the envelopes that it has with it.
func weight(e *sequencer.Event) int {
	switch {
	case e.Posting != nil:
		return len(e.Posting.Data) / 512
	case e.Executed != nil, e.Attested != nil:
		return e.Batch
	}
	return 0
}

// hub streams events. A reader that does not keep up is dropped: its channel is closed, and it may begin
// again from the last event that it saw. Publishing never waits.
type hub struct {
	now func() time.Time

	mu      sync.Mutex
	seq     uint64
	kept    []sequencer.Event
	weight  int // of kept
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
	h.kept = append(h.kept, e)
	h.weight += weight(&e)
	if len(h.kept) > keptEvents || h.weight > keptWeight {
		h.shed()
	}
	for c := range h.readers {
		select {
		case c <- e:
		default:
			delete(h.readers, c)
			close(c)
		}
	}
}

// shed forgets the oldest events, down to three quarters of either bound; the newest stays. Under the lock.
func (h *hub) shed() {
	n := 0
	for n < len(h.kept)-1 && (len(h.kept)-n > keptEvents*3/4 || h.weight > keptWeight*3/4) {
		h.weight -= weight(&h.kept[n])
		n++
	}
	h.kept = append(h.kept[:0:0], h.kept[n:]...)
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
