package sequencer

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
)

// Cutter cuts the attested slots into postings. Where it cuts is a function of the slots alone, so every
// member proposes the same postings for signature: after every slots, or before the slot with which a posting
// would exceed its bytes (a slot larger than that stands alone). Not safe for concurrent use.
type Cutter struct {
	every, bytes uint64
	next         rollup.Slot
	previous     rollup.Digest // root of the posting before
	run          []*Attested
	size         uint64
}

// NewCutter goes on after last, the last slot of the posting whose root is previous; both zero at the start.
func NewCutter(p *rollup.Parameters, last rollup.Slot, previous rollup.Digest) *Cutter {
	return &Cutter{every: p.PostEvery, bytes: p.PostBytes, next: last + 1, previous: previous}
}

// Next is the slot that Take wants.
func (c *Cutter) Next() rollup.Slot { return c.next }

// Take takes the next attested slot and answers with the postings that it completes: none, one, or two.
func (c *Cutter) Take(a *Attested) ([]*Posting, error) {
	if a.Header.Slot != c.next {
		return nil, fmt.Errorf("cut postings: slot %d, want %d: %w", a.Header.Slot, c.next, ErrRecord)
	}
	c.next++
	var out []*Posting
	size := uint64(len(a.Encode()))
	if len(c.run) > 0 && c.size+size > c.bytes {
		out = append(out, c.cut())
	}
	c.run, c.size = append(c.run, a), c.size+size
	if uint64(len(c.run)) >= c.every || c.size >= c.bytes {
		out = append(out, c.cut())
	}
	return out, nil
}

func (c *Cutter) cut() *Posting {
	p, _ := NewPosting(c.previous, c.run)
	c.previous, c.run, c.size = p.Root(), nil, 0
	return p
}
