package index

import (
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/holiman/uint256"
)

// Slot is what is known of one slot. Immutable.
type Slot struct {
	Slot       rollup.Slot
	Stage      string
	Time       uint64 // consensus time, ms
	ClosedMs   int64  // when it was seen, Unix ms; 0 if it was not
	AttestedMs int64
	Root       rollup.Digest
	Envelopes  int
	Executed   int
	Revenue    *uint256.Int
	Heads      []builder.Head
	Posted     *relay.Posted // nil until it stands on L1
}

func (x *Index) slot(p *page) Slot {
	out := Slot{
		Slot: p.slot, Stage: p.stage, Time: p.time, ClosedMs: p.at[sequencer.StageClosed], AttestedMs: p.at[sequencer.StageAttested], Root: p.root,
		Envelopes: p.envelopes, Executed: p.executed, Revenue: p.revenue.Clone(), Heads: p.heads, Posted: x.onL1(p.slot),
	}
	if out.Posted != nil {
		out.Stage = StagePosted
	}
	return out
}

// Slots are up to limit slots, newest first, from `from` down; next is where to go on, 0 at the end.
func (x *Index) Slots(from rollup.Slot, limit int) (out []Slot, next rollup.Slot) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	top := x.last
	for x.pages[top+1] != nil { // not attested yet
		top++
	}
	for n := min(from, top); n >= x.first && n > 0; n-- {
		p := x.pages[n]
		if p == nil {
			continue
		}
		if len(out) == limit {
			return out, n
		}
		out = append(out, x.slot(p))
	}
	return out, 0
}

// Head is the newest attested slot; false if there is none.
func (x *Index) Head() (Slot, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	p := x.pages[x.last]
	if p == nil {
		return Slot{}, false
	}
	return x.slot(p), true
}

// Empty says whether a slot is known to hold no fates, so that it need not be read.
func (x *Index) Empty(n rollup.Slot) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	p := x.pages[n]
	return p != nil && p.stage == sequencer.StageAttested && len(p.fates) == 0
}

// Oldest is the oldest slot that is kept.
func (x *Index) Oldest() rollup.Slot {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.first
}

// Newest is the newest attested slot, or the one before the first that will be here.
func (x *Index) Newest() rollup.Slot {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.last
}

// OnL1 is where a slot stands on L1, nil if it does not yet.
func (x *Index) OnL1(slot rollup.Slot) *relay.Posted {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.onL1(slot)
}

// AttestedAt is when the newest attested slot was seen; zero if none was.
func (x *Index) AttestedAt() time.Time {
	if s, ok := x.Head(); ok && s.AttestedMs > 0 {
		return time.UnixMilli(s.AttestedMs)
	}
	return time.Time{}
}

// totals are counted since the oldest slot that was read at start.
type totals struct {
	fates    map[auction.Reason]uint64
	revenue  map[rollup.ChainID]*uint256.Int // credited to each rollup
	treasury *uint256.Int                    // protocol's parts
	charged  *uint256.Int
	fees     *uint256.Int
	closing  []float64 // ms from closed to attested, the newest thousand
	sealing  []float64 // ms from received to attested
}

func newTotals() totals {
	return totals{fates: map[auction.Reason]uint64{}, revenue: map[rollup.ChainID]*uint256.Int{}, treasury: new(uint256.Int), charged: new(uint256.Int), fees: new(uint256.Int)}
}

func (t *totals) count(f *builder.Fate) {
	t.fates[f.Reason]++
	t.fees.Add(t.fees, orZero(f.Fee))
	if !f.Executed() {
		return
	}
	t.charged.Add(t.charged, orZero(f.Price))
	t.treasury.Add(t.treasury, orZero(f.Protocol))
	for _, c := range f.Credits {
		if t.revenue[c.Chain] == nil {
			t.revenue[c.Chain] = new(uint256.Int)
		}
		t.revenue[c.Chain].Add(t.revenue[c.Chain], orZero(c.Amount))
	}
}

func orZero(v *uint256.Int) *uint256.Int {
	if v == nil {
		return new(uint256.Int)
	}
	return v
}

const samples = 1000

func sample(s []float64, v float64) []float64 {
	if len(s) >= samples {
		s = append(s[:0], s[len(s)-samples/2:]...)
	}
	return append(s, v)
}

// Totals sum up what was seen since the oldest slot kept. Immutable.
type Totals struct {
	First, Last rollup.Slot
	Fates       map[auction.Reason]uint64
	Revenue     map[rollup.ChainID]*uint256.Int // wei credited to each rollup
	Treasury    *uint256.Int                    // wei
	Charged     *uint256.Int                    // wei
	Fees        *uint256.Int                    // wei
	Closing     []float64                       // ms from closed to attested, up to a thousand of the newest
	Sealing     []float64                       // ms from received to attested
	Postings    []relay.Posted                  // ascending
}

// Totals are what was seen up to now.
func (x *Index) Totals() Totals {
	x.mu.RLock()
	defer x.mu.RUnlock()
	t := &x.totals
	out := Totals{
		First: x.first, Last: x.last, Fates: map[auction.Reason]uint64{}, Revenue: map[rollup.ChainID]*uint256.Int{}, Treasury: t.treasury.Clone(), Charged: t.charged.Clone(),
		Fees: t.fees.Clone(), Closing: append([]float64{}, t.closing...), Sealing: append([]float64{}, t.sealing...), Postings: append([]relay.Posted{}, x.posted...),
	}
	for reason, n := range t.fates {
		out.Fates[reason] = n
	}
	for chain, v := range t.revenue {
		out.Revenue[chain] = v.Clone()
	}
	return out
}
