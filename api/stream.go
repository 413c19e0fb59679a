package api

import (
	"encoding/json"
	"sync"

	"github.com/chorale-network/chorale/index"
)

// entry is one event, in both spellings.
type entry struct {
	seq   uint64
	told  *index.Event
	snake json.RawMessage
	camel json.RawMessage
}

// event is how server-sent events call it.
func (e *entry) event() string {
	if e.told.OfBundle {
		return "bundle"
	}
	return "slot"
}

// stream is the bounded log that every subscription reads at its own pace. Appending never waits for a reader: one that
// falls behind what is kept is told so and dropped.
type stream struct {
	mu      sync.Mutex
	entries []entry // a ring: the oldest at start
	start   int
	next    uint64 // the least number that an appended entry may have
	floor   uint64 // the least number from which on nothing is missing
	grown   chan struct{}
	limit   int
}

func newStream(limit int) *stream { return &stream{limit: limit, next: 1, grown: make(chan struct{})} }

// append adds entries, which ascend. What is not above what is here was told before.
func (s *stream) append(entries ...entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range entries {
		if e.seq < s.next {
			continue
		}
		s.next = e.seq + 1
		if len(s.entries) < s.limit {
			s.entries = append(s.entries, e)
			continue
		}
		s.floor = s.entries[s.start].seq + 1
		s.entries[s.start] = e
		s.start = (s.start + 1) % s.limit
	}
	close(s.grown)
	s.grown = make(chan struct{})
}

// lose says that what came before the next entry is not here.
func (s *stream) lose(next uint64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.floor = max(s.floor, next)
}

// read returns up to limit entries from number from on, the number to read next, and a channel that is closed
// when there is more. lost is the oldest number still held if entries from `from` on were dropped already.
func (s *stream) read(from uint64, limit int) (out []entry, next, lost uint64, more <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.entries)
	if n > 0 && s.floor > from {
		lost = s.entries[s.start].seq
	}
	lo, hi := 0, n // binary search for the first with seq ≥ from
	for lo < hi {
		mid := (lo + hi) / 2
		if s.entries[(s.start+mid)%n].seq < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < n && len(out) < limit; lo++ {
		out = append(out, s.entries[(s.start+lo)%n])
	}
	next = from
	if len(out) > 0 {
		next = out[len(out)-1].seq + 1
	}
	return out, next, lost, s.grown
}

// head is the number that the next entry will have at least.
func (s *stream) head() uint64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.next
}

// withSeq puts the number into an encoded object as its first key.
func withSeq(object json.RawMessage, seq uint64) json.RawMessage {
	head := append([]byte(`{"seq":"`), uintText(seq)...)
	if len(object) > 2 {
		head = append(head, `",`...)
		return append(head, object[1:]...)
	}
	return append(head, `"}`...)
}
