package sequencer

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Collector gathers one kind of shares, slot by slot, within a window, and combines them. What it holds is
// bounded: at most one share a member for each slot of the window. It trusts no share: a combined signature is
// checked against the group's key, and only when that fails are bad shares singled out and dropped, so that
// their members may send better ones. Not safe for concurrent use.
type Collector struct {
	kind   Kind
	group  *threshold.Group
	window rollup.Slot
	after  rollup.Slot // slots up to this one are done
	shares map[rollup.Slot]map[uint32]threshold.Partial
}

// NewCollector gathers shares for the slots (after, after+window].
func NewCollector(kind Kind, group *threshold.Group, after, window rollup.Slot) *Collector {
	return &Collector{kind: kind, group: group, window: window, after: after, shares: make(map[rollup.Slot]map[uint32]threshold.Partial)}
}

// Add takes a share and says whether there are now enough to try. The first of a member counts until it turns
// out to be bad.
func (c *Collector) Add(slot rollup.Slot, p threshold.Partial) bool {
	if slot <= c.after || slot > c.after+c.window || p.Index == 0 || int(p.Index) > len(c.group.Shares) {
		return false
	}
	of := c.shares[slot]
	if of == nil {
		of = make(map[uint32]threshold.Partial)
		c.shares[slot] = of
	}
	if _, ok := of[p.Index]; ok {
		return false
	}
	of[p.Index] = p
	return len(of) >= c.group.Threshold
}

// Enough says whether a slot has shares to try.
func (c *Collector) Enough(slot rollup.Slot) bool { return len(c.shares[slot]) >= c.group.Threshold }

// Shares are a slot's shares by ascending member, for combining outside of any lock.
func (c *Collector) Shares(slot rollup.Slot) []threshold.Partial {
	var out []threshold.Partial
	for i := uint32(1); int(i) <= len(c.group.Shares); i++ {
		if p, ok := c.shares[slot][i]; ok {
			out = append(out, p)
		}
	}
	return out
}

// Drop forgets the shares of members who sent bad ones.
func (c *Collector) Drop(slot rollup.Slot, members []uint32) {
	for _, i := range members {
		delete(c.shares[slot], i)
	}
}

// Done moves the window: nothing up to slot is wanted any more.
func (c *Collector) Done(slot rollup.Slot) {
	if slot <= c.after {
		return
	}
	c.after = slot
	for s := range c.shares {
		if s <= slot {
			delete(c.shares, s)
		}
	}
}
