package index

import (
	"slices"
	"sort"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
)

// page is what is kept of one slot: small, since the record itself can be read again.
type page struct {
	slot      rollup.Slot
	stage     string
	at        map[string]int64 // when each stage was seen, Unix ms
	time      uint64           // consensus time, ms
	root      rollup.Digest
	signature threshold.Signature
	heads     []builder.Head
	envelopes int
	executed  int
	revenue   *uint256.Int
	fates     []rollup.Digest // envelope ids, in the record's order
	bundles   []rollup.Digest
	done      []bool // which of them executed
}

func (x *Index) page(slot rollup.Slot) *page {
	p := x.pages[slot]
	if p == nil {
		p = &page{slot: slot, at: map[string]int64{}, revenue: new(uint256.Int)}
		x.pages[slot] = p
		if x.first == 0 || slot < x.first {
			x.first = slot
		}
	}
	return p
}

// step enters that a slot reached a stage short of being attested.
func (x *Index) step(e *gateway.Entry) []Event {
	p := x.page(e.Slot)
	if _, seen := p.at[e.Stage]; seen || p.stage == sequencer.StageAttested {
		return nil
	}
	p.at[e.Stage], p.stage = e.AtMs, e.Stage
	return []Event{{Seq: e.Seq, Public: true, Slot: e.Slot, Stage: e.Stage, AtMs: e.AtMs}}
}

// attest enters an attested slot, once, and ends the attempts it decides. Its events are numbered from seq on.
func (x *Index) attest(a *sequencer.Attested, atMs int64, seq uint64) []Event {
	x.mu.Lock()
	defer x.mu.Unlock()
	h := &a.Header
	if h.Slot <= x.last {
		return nil
	}
	x.last = h.Slot
	p := x.page(h.Slot)
	p.stage, p.time, p.root, p.signature, p.heads, p.envelopes = sequencer.StageAttested, h.Time, h.Root(), a.Signature, h.Heads, len(a.Envelopes)
	p.at[sequencer.StageAttested] = atMs
	events := make([]Event, 1, 1+len(a.Fates))
	for i := range a.Fates {
		f := &a.Fates[i]
		p.fates, p.bundles = append(p.fates, f.Envelope), append(p.bundles, f.Bundle)
		p.done = append(p.done, f.Executed())
		if f.Executed() {
			p.executed++
			p.revenue.Add(p.revenue, orZero(f.Price))
		}
		x.totals.count(f)
		s := x.conclude(p, f, atMs)
		events = append(events, Event{Public: true, Slot: h.Slot, Stage: sequencer.StageAttested, AtMs: atMs, OfBundle: true, Bundle: f.Bundle, Envelope: f.Envelope, State: f.Reason, Fate: f, story: s})
	}
	events = append(events, x.miss(h.Slot, atMs)...)
	closure := &Closure{Time: h.Time, Root: p.root, Heads: h.Heads, Envelopes: p.envelopes, Executed: p.executed, Revenue: p.revenue, LatencyMs: -1}
	if closed, ok := p.at[sequencer.StageClosed]; ok {
		closure.LatencyMs = max(atMs-closed, 0)
		x.totals.closing = sample(x.totals.closing, float64(atMs-closed))
	}
	events[0] = Event{Public: true, Slot: h.Slot, Stage: sequencer.StageAttested, AtMs: atMs, Closed: closure}
	for i := range events {
		events[i].Seq = seq + uint64(i) //nolint:gosec // not negative
	}
	x.evict()
	return events
}

// miss ends the attempts that were received for a slot and did not come into its batch.
func (x *Index) miss(slot rollup.Slot, atMs int64) (events []Event) {
	for _, s := range x.waiting[slot] {
		for i := range s.attempts {
			t := &s.attempts[i]
			if t.slot != slot || t.fate != nil || t.missed {
				continue
			}
			t.missed = true
			s.decide(t, auction.TooLate)
			events = append(events, Event{Slot: slot, Stage: StageEnded, AtMs: atMs, OfBundle: true, Bundle: s.bundle, Envelope: t.envelope, State: auction.TooLate, story: s})
		}
	}
	delete(x.waiting, slot)
	return events
}

// conclude writes a fate into its story.
func (x *Index) conclude(p *page, f *builder.Fate, atMs int64) *story {
	s := x.storyOf(f.Bundle, f.Envelope, p.slot)
	t := s.of(f.Envelope)
	if t == nil {
		t = s.add(attempt{envelope: f.Envelope, slot: p.slot})
	}
	t.own(f.Bidder, f.Payer)
	t.fate, t.time, t.header, t.signature = f, p.time, p.root, p.signature
	if !t.receivedAt.IsZero() {
		x.totals.sealing = sample(x.totals.sealing, float64(atMs-t.receivedAt.UnixMilli()))
	}
	s.decide(t, f.Reason)
	for _, place := range f.Places {
		if x.stories[place.Tx] == nil {
			x.stories[place.Tx] = s
		}
	}
	return s
}

// storyOf finds or begins the story of a bundle and of one of its envelopes. Where each has a story, since
// nobody had read the envelope, they become one.
func (x *Index) storyOf(bundle, envelope rollup.Digest, slot rollup.Slot) *story {
	s := x.stories[envelope]
	if bundle != (rollup.Digest{}) {
		if whole := x.stories[bundle]; whole != nil && s != nil && whole != s {
			x.join(whole, s)
		}
		if whole := x.stories[bundle]; whole != nil {
			s = whole
		}
	}
	if s == nil {
		s = &story{}
	}
	if bundle != (rollup.Digest{}) {
		s.bundle = bundle
		x.stories[bundle] = s
	}
	x.stories[envelope] = s
	s.touched = max(s.touched, slot)
	return s
}

// join takes the attempts of part over into whole.
func (x *Index) join(whole, part *story) {
	for _, t := range part.attempts {
		whole.add(t)
		x.stories[t.envelope] = whole
		if waiting, ok := x.waiting[t.slot]; ok {
			x.waiting[t.slot] = append(waiting, whole)
		}
	}
	whole.touched = max(whole.touched, part.touched)
	part.attempts = nil
}

// receive enters that a member holds an envelope.
func (x *Index) receive(e *gateway.Entry) []Event {
	s := x.storyOf(e.Bundle, e.Envelope, e.Slot)
	at := time.UnixMilli(e.AtMs)
	if s.final {
		s.mark = auction.None // sent once more
	}
	s.last, s.wallet = e.Last, e.Wallet
	if t := s.of(e.Envelope); t != nil { // its slot was attested before the receipt got here
		if t.receivedAt.IsZero() {
			t.receivedAt, t.receipt = at, e.Receipt
			t.own(e.Owners...)
			s.decide(t, t.state())
		}
		return nil
	}
	s.ended = auction.None
	late := e.Slot <= x.last // its slot was attested without it before the receipt got here
	t := s.add(attempt{envelope: e.Envelope, slot: e.Slot, receivedAt: at, receipt: e.Receipt, missed: late})
	t.own(e.Owners...)
	if s.final = false; late {
		s.decide(t, auction.TooLate)
	} else {
		x.waiting[e.Slot] = append(x.waiting[e.Slot], s)
	}
	return []Event{{Seq: e.Seq, Slot: e.Slot, Stage: StageReceived, AtMs: e.AtMs, OfBundle: true, Bundle: e.Bundle, Envelope: e.Envelope, State: auction.Received, story: s}}
}

// end enters that the gateways gave a bundle up.
func (x *Index) end(e *gateway.Entry) []Event {
	s := x.stories[e.Bundle]
	if s == nil || s.final {
		return nil
	}
	s.ended, s.final = e.Reason, true
	out := Event{Seq: e.Seq, Slot: s.touched, Stage: StageEnded, AtMs: e.AtMs, OfBundle: true, Bundle: s.bundle, State: s.state(), story: s}
	if n := len(s.attempts); n > 0 {
		out.Envelope = s.attempts[n-1].envelope
	}
	return []Event{out}
}

// postings are runs of slots that stand on L1, ascending.
type postings []relay.Posted

// post enters that slots stand on L1, once for each L1 transaction.
func (x *Index) post(e *gateway.Entry) []Event {
	p := *e.Position
	i := sort.Search(len(x.posted), func(i int) bool { return x.posted[i].First >= p.First })
	if i < len(x.posted) && x.posted[i].First == p.First {
		if x.posted[i].Tx == p.Tx && x.posted[i].Block == p.Block {
			return nil
		}
		x.posted[i] = p // L1 reorganised: the same slots in another transaction
	} else {
		x.posted = slices.Insert(x.posted, i, p)
	}
	events := []Event{{Seq: e.Seq, Public: true, Slot: p.Last, Stage: StagePosted, AtMs: e.AtMs, Posted: &p}}
	for slot := max(p.First, x.first); slot <= p.Last; slot++ {
		page := x.pages[slot]
		if page == nil {
			continue
		}
		for i, envelope := range page.fates {
			if !page.done[i] || uint64(len(events)) >= e.Numbers() {
				continue
			}
			events = append(events, Event{Seq: e.Seq + uint64(len(events)), Public: true, Slot: slot, Stage: StagePosted, AtMs: e.AtMs, //nolint:gosec // not negative
				OfBundle: true, Bundle: page.bundles[i], Envelope: envelope, State: auction.Executed, Posted: &p, story: x.stories[envelope]})
		}
	}
	return events
}

// onL1 is where a slot stands on L1, nil if it does not yet. The caller holds the lock.
func (x *Index) onL1(slot rollup.Slot) *relay.Posted {
	i := sort.Search(len(x.posted), func(i int) bool { return x.posted[i].Last >= slot })
	if i == len(x.posted) || x.posted[i].First > slot {
		return nil
	}
	p := x.posted[i]
	return &p
}

// evict drops what is older than is kept, or more than is held.
func (x *Index) evict() {
	for x.last > x.cfg.KeptSlots && x.first <= x.last-x.cfg.KeptSlots || len(x.stories) > x.cfg.KeptStories && x.first < x.last {
		if p := x.pages[x.first]; p != nil {
			for i, id := range p.fates {
				x.forget(id)
				x.forget(p.bundles[i])
			}
			delete(x.pages, x.first)
		}
		x.first++
		for len(x.posted) > 0 && x.posted[0].Last < x.first {
			x.posted = x.posted[1:]
		}
	}
	if len(x.stories) <= 64*int(x.cfg.KeptSlots) && x.last%256 != 0 { //nolint:gosec // bounded
		return
	}
	for key, s := range x.stories { // envelopes that were received and never came into a batch
		if s.touched+x.cfg.KeptSlots < x.last {
			delete(x.stories, key)
		}
	}
}

func (x *Index) forget(key rollup.Digest) {
	s := x.stories[key]
	if s == nil || s.touched > x.first {
		return
	}
	delete(x.stories, key)
	for i := range s.attempts {
		if f := s.attempts[i].fate; f != nil {
			for _, place := range f.Places {
				if x.stories[place.Tx] == s {
					delete(x.stories, place.Tx)
				}
			}
		}
	}
}

// begin says that slots before first are not here.
func (x *Index) begin(first rollup.Slot) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if first > 0 && x.last < first-1 {
		x.last = first - 1
	}
}
