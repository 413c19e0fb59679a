package sequencer

import (
	"sync"
	"time"
)

// ReaderQueue is how many events a reader of a Stream may lag behind before it is dropped.
const ReaderQueue = 256

// weight is what an event costs to keep: about the envelopes that it has with it.
func weight(e *Event) int {
	switch {
	case e.Posting != nil:
		return len(e.Posting.Data) / 512
	case e.Executed != nil, e.Attested != nil:
		return e.Batch
	}
	return 0
}

// Bounds are how much a Stream keeps for readers that begin in the past.
type Bounds struct {
	Events int
	Weight int // most envelopes that they may speak of, each event counted by itself; 0: no bound
}

// Stream hands out events as they come. A reader that does not keep up is dropped: its channel is closed, and it may
// begin again from the last event that it saw. Publishing never waits. Safe for concurrent use.
type Stream struct {
	bounds Bounds
	now    func() time.Time

	mu      sync.Mutex
	seq     uint64
	kept    []Event
	weight  int // of kept
	readers map[chan Event]struct{}
	closed  bool
}

// NewStream is one without events. now stamps them; with nil they keep their own time.
func NewStream(b Bounds, now func() time.Time) *Stream {
	return &Stream{bounds: b, now: now, readers: make(map[chan Event]struct{})}
}

// Publish numbers an event and hands it to every reader.
func (s *Stream) Publish(e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return
	}
	s.seq++
	e.Seq = s.seq
	if s.now != nil {
		e.At = s.now()
	}
	s.kept = append(s.kept, e)
	s.weight += weight(&e)
	if s.over(1, 1) {
		s.shed()
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

// over says whether what is kept is beyond a part of either bound. Under the lock.
func (s *Stream) over(part, of int) bool {
	return len(s.kept)*of > s.bounds.Events*part || s.bounds.Weight > 0 && s.weight*of > s.bounds.Weight*part
}

// shed forgets the oldest events, down to three quarters of either bound; the newest stays. Under the lock.
func (s *Stream) shed() {
	for len(s.kept) > 1 && s.over(3, 4) {
		s.weight -= weight(&s.kept[0])
		s.kept = s.kept[1:]
	}
	s.kept = append(s.kept[:0:0], s.kept...)
}

// Subscribe begins with event from (0 or 1: the oldest kept). cancel ends it.
func (s *Stream) Subscribe(from uint64) (events <-chan Event, cancel func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var past []Event
	for _, e := range s.kept {
		if e.Seq >= from {
			past = append(past, e)
		}
	}
	c := make(chan Event, len(past)+ReaderQueue)
	for _, e := range past {
		c <- e
	}
	if s.closed {
		close(c)
		return c, func() {}
	}
	s.readers[c] = struct{}{}
	return c, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		if _, ok := s.readers[c]; ok {
			delete(s.readers, c)
			close(c)
		}
	}
}

// Close ends every reader's channel. What is published afterwards nobody hears of.
func (s *Stream) Close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	for c := range s.readers {
		delete(s.readers, c)
		close(c)
	}
}
