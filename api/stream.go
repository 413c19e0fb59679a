package api

import (
	"encoding/json"
	"sync"

	"github.com/chorale-network/chorale/rollup"
)

// A stream's sequence numbers count within attested slots: slot h's attestation is h << seqBits, its fates
// follow one by one in the order of the attested record, and whatever else happens before h+1 is attested
// comes after them. So what is attested has the same numbers at every gateway and after every restart, and a
// reader that resumes by number gets each of it exactly once; only the steps in between (closed, opened,
// executed, received) are lost with the process that saw them. 2^53, which JSON readers keep exactly, lasts
// for 2^33 slots.
const seqBits = 20

// publicStep is what public numbers between attestations are multiples of: what only its owners see is numbered in
// between, so that nobody can tell from the numbers how much was received for the slot that is open.
const publicStep = 1 << 13

// entryKind says which streams an entry belongs to.
type entryKind uint8

const (
	slotEntry   entryKind = iota // a slot's step
	bundleEntry                  // a bundle's step
)

// entry is one event, in both spellings.
type entry struct {
	seq      uint64
	kind     entryKind
	public   bool // shown to everybody; else only to the bundle's owners
	event    string
	slot     rollup.Slot
	story    *story        // of a bundle entry
	envelope rollup.Digest // of a bundle entry
	snake    json.RawMessage
	camel    json.RawMessage
}

// stream is the bounded, ordered log that every subscription reads at its own pace. Appending never waits
// for a reader: one that falls behind what is kept is told so and dropped.
type stream struct {
	mu      sync.Mutex
	entries []entry // a ring: the oldest at start
	start   int
	next    uint64 // the least number that an appended entry may have
	grown   chan struct{}
	limit   int
}

func newStream(limit int) *stream { return &stream{limit: limit, next: 1, grown: make(chan struct{})} }

// attestedSeq is the number of slot h's attestation.
func attestedSeq(h rollup.Slot) uint64 { return uint64(h) << seqBits }

// append numbers and adds entries. at is the number that the first must have, if not 0: it is ignored where
// the log is beyond it already.
func (s *stream) append(at uint64, entries ...entry) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.next = max(s.next, at); at == 0 && len(entries) > 0 && entries[0].public {
		s.next = (s.next + publicStep - 1) / publicStep * publicStep
	}
	for _, e := range entries {
		e.seq = s.next
		e.snake, e.camel = withSeq(e.snake, e.seq), withSeq(e.camel, e.seq)
		s.next++
		if len(s.entries) < s.limit {
			s.entries = append(s.entries, e)
			continue
		}
		s.entries[s.start] = e
		s.start = (s.start + 1) % s.limit
	}
	close(s.grown)
	s.grown = make(chan struct{})
}

// read returns up to limit entries from number from on, the number to read next, and a channel that is closed
// when there is more. lost is the oldest number still held if entries from `from` on were dropped already.
func (s *stream) read(from uint64, limit int) (out []entry, next, lost uint64, more <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := len(s.entries)
	if n == s.limit && s.entries[s.start].seq > from {
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
