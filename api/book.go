package api

import (
	"slices"
	"sort"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
)

// page is what the book keeps of one slot: small, since the record itself can be read again.
type page struct {
	slot      rollup.Slot
	stage     string
	at        map[string]time.Time // when each stage was seen here
	time      uint64               // consensus time, ms
	root      rollup.Digest
	signature threshold.Signature
	heads     []builder.Head
	envelopes int
	executed  int
	revenue   *uint256.Int
	fates     []rollup.Digest // envelope ids, in the record's order
	bundles   []rollup.Digest
}

// book is the bounded history that answers questions: slots, stories, where they stand on L1. It is rebuilt
// from attested slots at start and fed by events; it decides nothing.
type book struct {
	mu      sync.RWMutex
	log     *stream
	keep    rollup.Slot
	most    int         // stories, by the hashes under which they are found
	reseal  rollup.Slot // for how long anything may be sealed again, in slots
	pages   map[rollup.Slot]*page
	first   rollup.Slot // oldest kept
	last    rollup.Slot // newest attested
	stories map[rollup.Digest]*story
	posted  []relay.Posted           // ascending
	waiting map[rollup.Slot][]*story // received for a slot that is not attested yet
	totals  totals
}

// totals are counted since the oldest slot that was read at start.
type totals struct {
	fates    map[auction.Reason]uint64
	revenue  map[rollup.ChainID]*uint256.Int // credited to each rollup
	treasury *uint256.Int                    // protocol's parts
	charged  *uint256.Int
	fees     *uint256.Int
	closing  []float64 // ms from closed to attested, the newest thousand
	sealing  []float64 // ms from received here to attested
}

func newBook(log *stream, l *Limits) *book {
	return &book{
		log: log, keep: rollup.Slot(l.KeptSlots), most: l.KeptStories, reseal: l.ResealSlots, pages: map[rollup.Slot]*page{}, stories: map[rollup.Digest]*story{},
		waiting: map[rollup.Slot][]*story{},
		totals: totals{
			fates: map[auction.Reason]uint64{}, revenue: map[rollup.ChainID]*uint256.Int{},
			treasury: new(uint256.Int), charged: new(uint256.Int), fees: new(uint256.Int),
		},
	}
}

// slotEvent is what a slot's step looks like in a stream.
type slotEvent struct {
	Type      string         `json:"type"`
	Slot      decimal        `json:"slot"`
	Stage     string         `json:"stage"`
	AtMs      decimal        `json:"at_ms"`
	TimeMs    decimal        `json:"time_ms,omitempty"`
	Root      *rollup.Digest `json:"header_root,omitempty"`
	Envelopes *decimal       `json:"envelopes,omitempty"`
	Executed  *decimal       `json:"executed,omitempty"`
	Revenue   *wei           `json:"revenue,omitempty"`
	LatencyMs *decimal       `json:"latency_ms,omitempty"`
	Heads     []HeadRow      `json:"heads,omitempty"`
	Posted    *PostedRow     `json:"posted,omitempty"`
}

// bundleEvent is what a bundle's step looks like in a stream.
type bundleEvent struct {
	Type     string         `json:"type"`
	Slot     decimal        `json:"slot"`
	Stage    string         `json:"stage"`
	AtMs     decimal        `json:"at_ms"`
	Bundle   rollup.Digest  `json:"bundle_hash"`
	Envelope rollup.Digest  `json:"envelope"`
	State    auction.Reason `json:"state"`
	Fate     *FateRow       `json:"fate,omitempty"`
	Posted   *PostedRow     `json:"posted,omitempty"`
}

func slotStep(slot rollup.Slot, public bool, e slotEvent) entry {
	e.Type, e.Slot = "slot", decimal(slot)
	raw := snakeJSON(e)
	return entry{kind: slotEntry, public: public, event: "slot", slot: slot, snake: raw, camel: camelJSON(raw)}
}

func bundleStep(s *story, slot rollup.Slot, public bool, e bundleEvent) entry {
	e.Type, e.Slot = "bundle", decimal(slot)
	raw := snakeJSON(e)
	return entry{kind: bundleEntry, public: public, event: "bundle", slot: slot, story: s, envelope: e.Envelope, snake: raw, camel: camelJSON(raw)}
}

// storyOf finds or begins the story of a bundle and of one of its envelopes. Where each has a story, since
// nobody had read the envelope, they become one.
func (b *book) storyOf(bundle, envelope rollup.Digest, slot rollup.Slot) *story {
	s := b.stories[envelope]
	if bundle != (rollup.Digest{}) {
		if whole := b.stories[bundle]; whole != nil && s != nil && whole != s {
			b.join(whole, s)
		}
		if whole := b.stories[bundle]; whole != nil {
			s = whole
		}
	}
	if s == nil {
		s = &story{}
	}
	if bundle != (rollup.Digest{}) {
		s.bundle = bundle
		b.stories[bundle] = s
	}
	b.stories[envelope] = s
	s.touched = max(s.touched, slot)
	return s
}

// join takes the attempts of part over into whole.
func (b *book) join(whole, part *story) {
	for _, t := range part.attempts {
		whole.add(t)
		b.stories[t.envelope] = whole
		if waiting, ok := b.waiting[t.slot]; ok {
			b.waiting[t.slot] = append(waiting, whole)
		}
	}
	whole.touched = max(whole.touched, part.touched)
	part.attempts = nil
}

// receive records that a member holds an envelope. bundle is zero if it was sealed elsewhere.
func (b *book) receive(e *auction.Sealed, receipt *sequencer.Receipt, bundle rollup.Digest, at time.Time, owners ...rollup.Address) {
	b.mu.Lock()
	defer b.mu.Unlock()
	id := e.ID()
	s := b.storyOf(bundle, id, e.Slot)
	if t := s.of(id); t != nil { // its slot was attested before the receipt got here
		t.receivedAt, t.receipt = at, receipt
		t.own(owners...)
		return
	}
	s.ended = auction.None   // sent once more
	late := e.Slot <= b.last // its slot was attested without it before the receipt got here
	s.add(attempt{envelope: id, slot: e.Slot, receivedAt: at, receipt: receipt, missed: late}).own(owners...)
	if s.final = late; !late {
		b.waiting[e.Slot] = append(b.waiting[e.Slot], s)
	}
	b.log.append(0, bundleStep(s, e.Slot, false, bundleEvent{
		Stage: "received", AtMs: decimal(at.UnixMilli()), Bundle: bundle, Envelope: id, State: auction.Received,
	}))
}

// received says whether an envelope came through here.
func (b *book) received(envelope rollup.Digest) bool {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if s := b.stories[envelope]; s != nil {
		t := s.of(envelope)
		return t != nil && !t.receivedAt.IsZero()
	}
	return false
}

// superseded records what was sealed to replace or cancel a bundle.
func (b *book) superseded(bundle rollup.Digest, by supersession) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if s := b.stories[bundle]; s != nil && bundle != (rollup.Digest{}) {
		s.by = append(s.by, by)
	}
}

// end records that the door gave a bundle up.
func (b *book) end(bundle rollup.Digest, reason auction.Reason, at time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	s := b.stories[bundle]
	if s == nil || s.final {
		return
	}
	s.ended, s.final = reason, true
	e := bundleEvent{Stage: "ended", AtMs: decimal(at.UnixMilli()), Bundle: s.bundle, State: s.state()}
	if n := len(s.attempts); n > 0 {
		e.Envelope = s.attempts[n-1].envelope
	}
	b.log.append(0, bundleStep(s, s.touched, false, e))
}

// step records that a slot reached a stage short of being attested.
func (b *book) step(slot rollup.Slot, stage string, at time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.page(slot)
	if _, seen := p.at[stage]; seen || p.stage == "attested" {
		return
	}
	p.at[stage], p.stage = at, stage
	b.log.append(0, slotStep(slot, true, slotEvent{Stage: stage, AtMs: decimal(at.UnixMilli())}))
}

func (b *book) page(slot rollup.Slot) *page {
	p := b.pages[slot]
	if p == nil {
		p = &page{slot: slot, at: map[string]time.Time{}, revenue: new(uint256.Int)}
		b.pages[slot] = p
		if b.first == 0 || slot < b.first {
			b.first = slot
		}
	}
	return p
}

// judgement says, of a fate, whether its bundle is sealed again, and why not where its maker said so.
type judgement func(*builder.Fate) (again bool, ended auction.Reason)

// attest records an attested slot, once, and ends the attempts it decides. at is when it was seen here; it
// is the slot's own time for those read at start.
func (b *book) attest(a *sequencer.Attested, at time.Time, judge judgement) {
	b.mu.Lock()
	defer b.mu.Unlock()
	h := &a.Header
	if h.Slot <= b.last {
		return
	}
	b.last = h.Slot
	p := b.page(h.Slot)
	p.stage, p.time, p.root, p.signature, p.heads = "attested", h.Time, h.Root(), a.Signature, h.Heads
	p.at["attested"] = at
	p.envelopes = len(a.Envelopes)
	events := make([]entry, 1, 1+len(a.Fates))
	for i := range a.Fates {
		f := &a.Fates[i]
		p.fates, p.bundles = append(p.fates, f.Envelope), append(p.bundles, f.Bundle)
		if f.Executed() {
			p.executed++
			p.revenue.Add(p.revenue, orZero(f.Price))
		}
		b.totals.count(f)
		s := b.conclude(a, p, f, at, judge)
		row := fateRow(h.Slot, f)
		events = append(events, bundleStep(s, h.Slot, true, bundleEvent{
			Stage: "attested", AtMs: decimal(at.UnixMilli()), Bundle: f.Bundle, Envelope: f.Envelope, State: f.Reason, Fate: &row,
		}))
	}
	events = append(events, b.miss(h.Slot, at, judge)...)
	envelopes, executed := decimal(p.envelopes), decimal(p.executed)
	e := slotEvent{
		Stage: "attested", AtMs: decimal(at.UnixMilli()), TimeMs: decimal(h.Time), Root: &p.root, Envelopes: &envelopes,
		Executed: &executed, Revenue: &wei{p.revenue}, Heads: headRows(h.Heads),
	}
	if closed, ok := p.at["closed"]; ok {
		ms := float64(at.Sub(closed).Microseconds()) / 1000
		b.totals.closing = sample(b.totals.closing, ms)
		latency := decimal(max(ms, 0))
		e.LatencyMs = &latency
	}
	events[0] = slotStep(h.Slot, true, e)
	b.log.append(attestedSeq(h.Slot), events...)
	b.evict()
}

// miss ends the attempts that were received for a slot and did not come into its batch.
func (b *book) miss(slot rollup.Slot, at time.Time, judge judgement) (events []entry) {
	for _, s := range b.waiting[slot] {
		for i := range s.attempts {
			t := &s.attempts[i]
			if t.slot != slot || t.fate != nil || t.missed {
				continue
			}
			t.missed = true
			s.decide(judge(&builder.Fate{Envelope: t.envelope, Bundle: s.bundle, Reason: auction.TooLate}))
			events = append(events, bundleStep(s, slot, false, bundleEvent{
				Stage: "ended", AtMs: decimal(at.UnixMilli()), Bundle: s.bundle, Envelope: t.envelope, State: auction.TooLate,
			}))
		}
	}
	delete(b.waiting, slot)
	return events
}

// conclude writes a fate into its story.
func (b *book) conclude(a *sequencer.Attested, p *page, f *builder.Fate, at time.Time, judge judgement) *story {
	s := b.storyOf(f.Bundle, f.Envelope, p.slot)
	t := s.of(f.Envelope)
	if t == nil {
		t = s.add(attempt{envelope: f.Envelope, slot: p.slot})
	}
	t.own(f.Bidder, f.Payer)
	t.fate, t.time, t.header, t.signature = f, p.time, p.root, p.signature
	if !t.receivedAt.IsZero() {
		b.totals.sealing = sample(b.totals.sealing, float64(at.Sub(t.receivedAt).Microseconds())/1000)
	}
	s.decide(judge(f))
	for _, place := range f.Places {
		if b.stories[place.Tx] == nil {
			b.stories[place.Tx] = s
		}
	}
	return s
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

// post records that slots stand on L1, once for each L1 transaction.
func (b *book) post(p relay.Posted, at time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	i := sort.Search(len(b.posted), func(i int) bool { return b.posted[i].First >= p.First })
	if i < len(b.posted) && b.posted[i].First == p.First {
		if b.posted[i].Tx == p.Tx && b.posted[i].Block == p.Block {
			return
		}
		b.posted[i] = p // L1 reorganised: the same slots in another transaction
	} else {
		b.posted = slices.Insert(b.posted, i, p)
	}
	row := postedRow(p)
	events := []entry{slotStep(p.Last, true, slotEvent{Stage: "posted", AtMs: decimal(at.UnixMilli()), Posted: row})}
	for slot := max(p.First, b.first); slot <= p.Last; slot++ {
		page := b.pages[slot]
		if page == nil {
			continue
		}
		for i, envelope := range page.fates {
			s := b.stories[envelope]
			if s == nil {
				continue
			}
			if t := s.of(envelope); t == nil || t.state() != auction.Executed {
				continue
			}
			events = append(events, bundleStep(s, slot, true, bundleEvent{
				Stage: "posted", AtMs: decimal(at.UnixMilli()), Bundle: page.bundles[i], Envelope: envelope, State: auction.Executed, Posted: row,
			}))
		}
	}
	b.log.append(0, events...)
}

func postedRow(p relay.Posted) *PostedRow {
	return &PostedRow{decimal(p.First), decimal(p.Last), p.Tx, decimal(p.Block), decimal(p.GasUsed)}
}

// onL1 is where a slot stands on L1, nil if it does not yet. The caller holds the lock.
func (b *book) onL1(slot rollup.Slot) *PostedRow {
	i := sort.Search(len(b.posted), func(i int) bool { return b.posted[i].Last >= slot })
	if i == len(b.posted) || b.posted[i].First > slot {
		return nil
	}
	return postedRow(b.posted[i])
}

// evict drops what is older than the book keeps, or more than it holds.
func (b *book) evict() {
	for b.last > b.keep && b.first <= b.last-b.keep || len(b.stories) > b.most && b.first < b.last {
		if p := b.pages[b.first]; p != nil {
			for i, id := range p.fates {
				b.forget(id)
				b.forget(p.bundles[i])
			}
			delete(b.pages, b.first)
		}
		b.first++
		for len(b.posted) > 0 && b.posted[0].Last < b.first {
			b.posted = b.posted[1:]
		}
	}
	if len(b.stories) <= 64*int(b.keep) && b.last%256 != 0 {
		return
	}
	for key, s := range b.stories { // envelopes that were received and never came into a batch
		if s.touched+b.keep < b.last {
			delete(b.stories, key)
		}
	}
}

func (b *book) forget(key rollup.Digest) {
	s := b.stories[key]
	if s == nil || s.touched > b.first {
		return
	}
	delete(b.stories, key)
	for i := range s.attempts {
		if f := s.attempts[i].fate; f != nil {
			for _, place := range f.Places {
				if b.stories[place.Tx] == s {
					delete(b.stories, place.Tx)
				}
			}
		}
	}
}

// begin says that slots before first are not here.
func (b *book) begin(first rollup.Slot) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if first > 0 && b.last < first-1 {
		b.last = first - 1
	}
}

// oldest is the oldest slot that is kept.
func (b *book) oldest() rollup.Slot {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.first
}

// newest is the newest attested slot, or the one before the first that will be here.
func (b *book) newest() rollup.Slot {
	b.mu.RLock()
	defer b.mu.RUnlock()
	return b.last
}

// tell is the story under a bundle's hash, an envelope's id or a transaction's hash, as far as who asks may know
// it.
func (b *book) tell(key rollup.Digest, v viewer) (StoryRow, bool) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	s := b.stories[key]
	if s == nil {
		return StoryRow{}, false
	}
	if s.told() && !v.owns(s) {
		return s.strangersRow(key, b.onL1, b.last, b.reseal), true
	}
	return s.row(b.onL1), true
}
