package laws

import (
	"bytes"

	"github.com/chorale-network/chorale/rollup"
)

type appHash struct {
	member string
	hash   []byte
}

// AppHash tells what a member's application answered at a height.
func (c *Checker) AppHash(member string, height uint64, hash []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	first, known := c.appHashes[height]
	if !known {
		c.appHashes[height] = appHash{member, append([]byte{}, hash...)}
		if height > horizon {
			delete(c.appHashes, height-horizon)
		}
		return
	}
	c.check(OneHeader, rollup.Slot(height), bytes.Equal(first.hash, hash),
		"app hash of %s is %x, of %s %x", member, hash, first.member, first.hash)
}

// Attested tells that a member holds an attested header (its root) whose signature was verified.
func (c *Checker) Attested(member string, slot rollup.Slot, header rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f := c.slot(slot)
	if !f.has {
		f.header, f.has = header, true
		for _, onL1 := range f.pending {
			c.check(OnL1, slot, onL1 == header, "L1 has header %s, attested was %s", onL1, header)
		}
		f.pending = nil
		return
	}
	c.check(OneHeader, slot, f.header == header, "%s has attested header %s, another member %s", member, header, f.header)
}

// Executed tells the root of the header that a member computed from a batch with content: winners, prices,
// blocks and ledger stand under it.
func (c *Checker) Executed(member string, slot rollup.Slot, header rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f := c.slot(slot)
	if !f.ran {
		f.executed, f.ran = header, true
		return
	}
	c.check(SameFunction, slot, f.executed == header, "%s computed %s, another member %s", member, header, f.executed)
}

// Ranked tells two rankings of a slot's envelopes, best first: the one that was attested, and one computed
// anew from the same envelopes in another order.
func (c *Checker) Ranked(slot rollup.Slot, attested, anew []rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	same := len(attested) == len(anew)
	for i := 0; same && i < len(attested); i++ {
		same = attested[i] == anew[i]
	}
	c.check(SameFunction, slot, same, "ranked %v, but anew %v", attested, anew)
}

// Committed tells that a member holds a slot's batch durably.
func (c *Checker) Committed(member string, slot rollup.Slot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.slot(slot).committed[member] = true
}

// Shared tells that a member let its opening share of a slot out.
func (c *Checker) Shared(member string, slot rollup.Slot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.check(NoEarlyShare, slot, c.slot(slot).committed[member], "%s sent its opening share before its batch was durable", member)
}

// Restarted tells a slot's header as a member stored it before it was stopped, and as it has it after its
// restart and replay.
func (c *Checker) Restarted(member string, slot rollup.Slot, before, after rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.check(Replayed, slot, before == after, "%s stored %s, after its restart it has %s", member, before, after)
}

// posted is the run of slots on L1 so far.
type posted struct {
	any  bool
	last rollup.Slot
	root rollup.Digest // of the last posting
}

// Posting is what L1 says of one posting.
type Posting struct {
	Root     rollup.Digest   // its own
	Previous rollup.Digest   // the posting before
	First    rollup.Slot     // the first slot
	Headers  []rollup.Digest // header roots, one for each slot, as the posted data says
}

// Posted tells a posting, in L1's order.
func (c *Checker) Posted(p Posting) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case !c.posted.any && p.First != 1, c.posted.any && p.First != c.posted.last+1:
		c.breaks(OnL1, p.First, "posting begins at slot %d, the one before ended at %d", p.First, c.posted.last)
	case p.Previous != c.posted.root:
		c.breaks(OnL1, p.First, "posting names %s as the one before, which was %s", p.Previous, c.posted.root)
	case len(p.Headers) == 0:
		c.breaks(OnL1, p.First, "posting without slots")
	}
	for i, header := range p.Headers {
		slot := p.First + rollup.Slot(i)
		f := c.slot(slot)
		if !f.has {
			f.pending = append(f.pending, header)
			continue
		}
		c.check(OnL1, slot, f.header == header, "L1 has header %s, attested was %s", header, f.header)
	}
	c.posted.any = true
	c.posted.last = p.First + rollup.Slot(len(p.Headers)) - 1
	c.posted.root = p.Root
}

// ResumeAt tells that the run on L1 is watched from behind a posting on: last is its last slot, root its own.
func (c *Checker) ResumeAt(last rollup.Slot, root rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.posted = posted{any: true, last: last, root: root}
}
