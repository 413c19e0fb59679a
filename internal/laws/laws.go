// Package laws checks the ten laws of the network while it runs.
//
// In come facts, each told once by whoever observed it: what a member attested, what an envelope held, what a
// block of a rollup contains, what stands on L1. Out come, per law, how often it was put to the test and each
// time it was broken. A law that nothing ever tested counts as failed. The checker trusts no fact about
// another: that a bundle was atomic it concludes from the blocks, not from its fate. It does no I/O, reads no
// clock, and never asks for a fact.
package laws

import (
	"fmt"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// Law is one of the ten, by its number in the design.
type Law int

// The laws.
const (
	OneHeader    Law = 1 + iota // no two attested headers for a slot; equal app hashes at each height
	Atomic                      // a bundle is in all its rollups or in none
	SameFunction                // winners, prices and blocks follow from the batch alone
	Conserved                   // charged = credited; no negative balance; charged iff executed; the fee once
	NoEarlyShare                // no opening share before its batch is durably committed
	OneFate                     // every acknowledged envelope ends in exactly one fate
	Paired                      // triggers and actions of each pair are equal after each slot
	OnL1                        // what is on L1 is a prefix of what was attested, each slot once
	Replayed                    // after a restart, replay equals what was stored
	Protected                   // a protected transaction is executed only for those who may carry it
	lawCount
)

var texts = [lawCount]string{
	OneHeader:    "one attested header per slot, one app hash per height",
	Atomic:       "a bundle is in all its rollups or in none",
	SameFunction: "winners, prices and blocks are the same function of the batch on every member",
	Conserved:    "prices charged equal credits to the wei, charged if and only if executed",
	NoEarlyShare: "no opening share before its batch is durably committed",
	OneFate:      "every acknowledged envelope ends in exactly one fate",
	Paired:       "triggers equal actions for each pair of rollups after each slot",
	OnL1:         "what is on L1 is a prefix of what was attested, each slot once",
	Replayed:     "after a restart, replay equals what was stored",
	Protected:    "a protected transaction is executed only for those who may carry it",
}

// String is the law in words.
func (l Law) String() string {
	if l < 1 || l >= lawCount {
		return fmt.Sprintf("law %d", int(l))
	}
	return texts[l]
}

// Violation is one time that a law was broken.
type Violation struct {
	Law  Law         `json:"law"`
	Slot rollup.Slot `json:"slot"`
	What string      `json:"what"`
}

// Count is how a law fared.
type Count struct {
	Law          Law    `json:"law"`
	Text         string `json:"text"`
	Observations uint64 `json:"observations"`
	Violations   uint64 `json:"violations"`
}

// Report is the outcome of all facts so far.
type Report struct {
	Laws       []Count     `json:"laws"`
	Violations []Violation `json:"violations"` // the first hundred
}

// Broken says whether any law was broken.
func (r Report) Broken() bool {
	for _, c := range r.Laws {
		if c.Violations > 0 {
			return true
		}
	}
	return false
}

// Unobserved lists laws that nothing put to the test.
func (r Report) Unobserved() []Law {
	var out []Law
	for _, c := range r.Laws {
		if c.Observations == 0 {
			out = append(out, c.Law)
		}
	}
	return out
}

// Held says whether every law was put to the test and none was broken.
func (r Report) Held() bool { return !r.Broken() && len(r.Unobserved()) == 0 }

const (
	maxViolations = 100
	// horizon is how many slots the checker remembers in full; older ones have long been posted and claimed.
	horizon = 20_000
)

// Checker collects facts. Safe for concurrent use.
type Checker struct {
	mu         sync.Mutex
	seen       [lawCount]uint64
	broken     [lawCount]uint64
	violations []Violation

	slots     map[rollup.Slot]*slotFacts
	appHashes map[uint64]appHash
	placed    map[place]rollup.Digest // transactions that executed fates say stand there
	blocks    map[blockID][]rollup.Digest
	depth     map[blockID]uint64 // transactions that fates placed in a block
	balances  map[rollup.Address]*balance
	entries   rollup.Slot // last slot whose ledger entries were taken
	fates     map[rollup.Digest]rollup.Slot
	held      map[rollup.Digest]rollup.Slot // acknowledged, fate not yet seen
	latest    rollup.Slot
	posted    posted
	guards    map[rollup.Digest]*guard
	nonces    map[nonceID][]rollup.Digest // protected transactions by what consumes them
}

// slotFacts is what was told of one slot.
type slotFacts struct {
	header    rollup.Digest   // root of the first header told
	has       bool            // a header was told
	executed  rollup.Digest   // root of the first execution told
	ran       bool            // an execution was told
	committed map[string]bool // members that hold the batch durably
	opened    bool            // contents and fates were taken
	pending   []rollup.Digest // headers on L1 told before the slot was
}

// New makes a checker that has been told nothing.
func New() *Checker {
	return &Checker{
		slots: map[rollup.Slot]*slotFacts{}, appHashes: map[uint64]appHash{}, placed: map[place]rollup.Digest{},
		blocks: map[blockID][]rollup.Digest{}, depth: map[blockID]uint64{}, balances: map[rollup.Address]*balance{},
		fates: map[rollup.Digest]rollup.Slot{}, held: map[rollup.Digest]rollup.Slot{},
		guards: map[rollup.Digest]*guard{}, nonces: map[nonceID][]rollup.Digest{},
	}
}

// Report says how the laws fared so far.
func (c *Checker) Report() Report {
	c.mu.Lock()
	defer c.mu.Unlock()
	r := Report{Violations: append([]Violation{}, c.violations...)}
	for l := OneHeader; l < lawCount; l++ {
		r.Laws = append(r.Laws, Count{Law: l, Text: l.String(), Observations: c.seen[l], Violations: c.broken[l]})
	}
	return r
}

// Finish tells that no more facts come about slots up to last: whatever was promised up to there and did not
// happen is now broken.
func (c *Checker) Finish(last rollup.Slot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for id, slot := range c.held {
		if slot <= last {
			c.breaks(OneFate, slot, "envelope %s was acknowledged and has no fate", id)
		}
	}
	for slot, s := range c.slots {
		if len(s.pending) > 0 {
			c.breaks(OnL1, slot, "on L1 and never attested")
		}
	}
	for id, n := range c.depth {
		if txs, closed := c.blocks[id]; closed && uint64(len(txs)) != n {
			c.breaks(Atomic, 0, "block %d of chain %s has %d transactions, fates account for %d", id.number, id.chain, len(txs), n)
		}
	}
}

func (c *Checker) slot(s rollup.Slot) *slotFacts {
	f := c.slots[s]
	if f == nil {
		f = &slotFacts{committed: map[string]bool{}}
		c.slots[s] = f
		if s > c.latest {
			c.latest = s
			if s > horizon {
				delete(c.slots, s-horizon)
			}
		}
	}
	return f
}

func (c *Checker) saw(l Law) { c.seen[l]++ }

func (c *Checker) breaks(l Law, slot rollup.Slot, format string, args ...any) {
	c.broken[l]++
	if len(c.violations) < maxViolations {
		c.violations = append(c.violations, Violation{Law: l, Slot: slot, What: fmt.Sprintf(format, args...)})
	}
}

// check counts an observation and, unless it is ok, a violation.
func (c *Checker) check(l Law, slot rollup.Slot, ok bool, format string, args ...any) {
	c.saw(l)
	if !ok {
		c.breaks(l, slot, format, args...)
	}
}

// Pairs tells the trigger and action accumulators of all ordered pairs after a slot, as read from the rollups.
func (c *Checker) Pairs(slot rollup.Slot, pairs []builder.Pair) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, p := range pairs {
		if p.TrigCount == 0 && p.ActCount == 0 {
			continue
		}
		c.check(Paired, slot, p.TrigRoot == p.ActRoot && p.TrigCount == p.ActCount,
			"%s triggered %d on %s (root %s), which acted %d (root %s)", p.Src, p.TrigCount, p.Dst, p.TrigRoot, p.ActCount, p.ActRoot)
	}
}
