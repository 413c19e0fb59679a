package sequencer

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
)

// UnsignedPosting is a posting with its data, before the committee has signed it.
type UnsignedPosting struct {
	Posting
	Data []byte
}

// Cutter cuts the attested slots into postings. Where it cuts is a function of the slots alone, so every
// member proposes the same postings for signature: after every slots, or before the slot with which a posting's
// data would exceed its bytes. No slot exceeds them alone: a batch is bounded so (Room). Not safe for concurrent use.
type Cutter struct {
	every, bytes uint64
	next         rollup.Slot
	previous     rollup.Digest // root of the posting before
	run          []*Attested
	writer       *postingWriter
	data         []byte // of run
}

// NewCutter goes on after last, the last slot of the posting whose root is previous; both zero at the start.
func NewCutter(p *rollup.Parameters, last rollup.Slot, previous rollup.Digest) *Cutter {
	return &Cutter{every: p.PostEvery, bytes: p.PostBytes, next: last + 1, previous: previous, writer: newPostingWriter()}
}

// Next is the slot that Take wants.
func (c *Cutter) Next() rollup.Slot { return c.next }

// Take takes the next attested slot and answers with the postings that it completes: none, one, or two.
func (c *Cutter) Take(a *Attested) ([]*UnsignedPosting, error) {
	if a.Header.Slot != c.next {
		return nil, fmt.Errorf("cut postings: slot %d, want %d: %w", a.Header.Slot, c.next, ErrRecord)
	}
	c.next++
	var out []*UnsignedPosting
	c.writer.add(a)
	data := c.writer.data()
	if len(c.run) > 0 && (uint64(len(data)) > c.bytes || c.writer.records > MaxRecords) {
		out = append(out, c.cut())
		c.writer.add(a)
		data = c.writer.data()
	}
	c.run, c.data = append(c.run, a), data
	if uint64(len(c.run)) >= c.every || uint64(len(data)) >= c.bytes {
		out = append(out, c.cut())
	}
	return out, nil
}

// cut makes the posting of the slots so far and begins with none.
func (c *Cutter) cut() *UnsignedPosting {
	p := &UnsignedPosting{*postingOf(c.previous, c.run, c.data), c.data}
	c.previous, c.run, c.data, c.writer = p.Root(), nil, nil, newPostingWriter()
	return p
}
