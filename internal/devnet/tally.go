package devnet

import (
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/laws"
	"github.com/chorale-network/chorale/internal/quantile"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/holiman/uint256"
)

// tally counts what the summary tells. Safe for concurrent use.
type tally struct {
	mu        sync.Mutex
	slots     rollup.Slot                          // the last attested
	seenTo    rollup.Slot                          // the last whose closed blocks were seen in the rollups' nodes
	times     map[rollup.Slot]time.Time            // consensus time
	early     map[rollup.Slot]map[string]time.Time // of stages reached before a slot's time was known here
	latencies map[string][]time.Duration
	reasons   map[string]uint64
	crossings counts
	orderings map[string]uint64 // slots with bids, by how the ordering was found
	prices    money
	fees      money
	credits   map[rollup.ChainID]*uint256.Int
	protocol  *uint256.Int
	postings  []relay.Posted
	payments  []relay.Paid
	firstWin  time.Time // when the first two-rollup bundle was known to be executed
	marked    map[rollup.Digest]string
	lines     chan slotLine
}

// counts are bundles by what they show.
type counts struct {
	TwoRollups   uint64 // executed, with transactions on at least two rollups
	Losers       uint64 // with a bid, not executed
	Transfers    uint64 // executed, with at least one trigger and action
	Nested       uint64 // executed, with triggers there and back
	Failures     uint64 // meant to fail, and did
	Stolen       uint64 // refused because only others may carry a transaction
	WalletTxs    uint64 // single transactions without a bid, executed
	WrongSuccess uint64 // meant to fail, and executed
}

// money sums amounts in wei.
type money struct {
	Sum, Least, Most *uint256.Int
	Count            uint64
}

func (m *money) add(v *uint256.Int) {
	if m.Count == 0 {
		m.Sum, m.Least, m.Most = new(uint256.Int), v.Clone(), v.Clone()
	}
	m.Sum.Add(m.Sum, v)
	if v.Lt(m.Least) {
		m.Least = v.Clone()
	}
	if v.Gt(m.Most) {
		m.Most = v.Clone()
	}
	m.Count++
}

// slotLine is what is printed of a slot.
type slotLine struct {
	Slot      rollup.Slot
	Envelopes int
	Executed  int
	Reasons   map[string]int
	Paid      *uint256.Int
	Heads     []builder.Head
	Latency   time.Duration
}

func newTally() *tally {
	return &tally{
		times: map[rollup.Slot]time.Time{}, early: map[rollup.Slot]map[string]time.Time{}, latencies: map[string][]time.Duration{}, reasons: map[string]uint64{}, orderings: map[string]uint64{},
		credits: map[rollup.ChainID]*uint256.Int{}, protocol: new(uint256.Int), marked: map[rollup.Digest]string{},
		lines: make(chan slotLine, 4096),
	}
}

// keptLatencies bounds what an endless run remembers.
const keptLatencies = 20_000

func (t *tally) latency(stage string, d time.Duration) {
	l := append(t.latencies[stage], d)
	if len(l) > keptLatencies {
		l = l[len(l)-keptLatencies/2:]
	}
	t.latencies[stage] = l
}

// Measure notes how long something took.
func (t *tally) measure(stage string, d time.Duration) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.latency(stage, d)
}

// reached notes when a slot reached a stage, against the slot's own consensus time.
func (t *tally) reached(e sequencer.Event) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case e.Executed != nil:
		t.times[e.Slot] = time.UnixMilli(int64(e.Executed.Header.Time))
		delete(t.times, e.Slot-keptLatencies)
		t.latency(e.Stage, e.At.Sub(t.times[e.Slot]))
		if c := e.Executed.Choice; c.Total != nil && !c.Total.IsZero() {
			t.orderings[c.Name]++
		}
		for stage, at := range t.early[e.Slot] {
			t.latency(stage, at.Sub(t.times[e.Slot]))
		}
		delete(t.early, e.Slot)
	case e.Attested != nil:
		a := e.Attested
		if a.Header.Slot > t.slots {
			t.slots = a.Header.Slot
		}
		took := e.At.Sub(time.UnixMilli(int64(a.Header.Time)))
		t.latency(e.Stage, took)
		line := slotLine{Slot: a.Header.Slot, Envelopes: len(a.Envelopes), Reasons: map[string]int{}, Paid: new(uint256.Int), Heads: a.Header.Heads, Latency: took}
		for i := range a.Fates {
			line.Paid.Add(line.Paid, a.Fates[i].Price)
			if a.Fates[i].Executed() {
				line.Executed++
			} else {
				line.Reasons[a.Fates[i].Reason.String()]++
			}
		}
		select {
		case t.lines <- line:
		default: // nobody prints
		}
	case e.Stage == sequencer.StageClosed || e.Stage == sequencer.StageOpened:
		if t.early[e.Slot] == nil {
			t.early[e.Slot] = map[string]time.Time{}
		}
		t.early[e.Slot][e.Stage] = e.At
	}
}

// mark says what a bundle is meant to show.
func (t *tally) mark(bundle rollup.Digest, purpose string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.marked[bundle] = purpose
}

// meantToFail marks a deliberate failure.
const meantToFail = "must fail"

// fates counts a slot's bundles.
func (t *tally) fates(slot rollup.Slot, contents []laws.Content, fates []builder.Fate) {
	t.mu.Lock()
	defer t.mu.Unlock()
	byID := map[rollup.Digest]laws.Content{}
	for _, c := range contents {
		byID[c.Envelope] = c
	}
	for i := range fates {
		t.fate(&fates[i], byID[fates[i].Envelope])
	}
}

func (t *tally) fate(f *builder.Fate, c laws.Content) {
	t.reasons[f.Reason.String()]++
	t.fees.add(f.Fee)
	chains := map[rollup.ChainID]bool{}
	for _, tx := range c.Txs {
		chains[tx.Chain] = true
	}
	purpose := t.marked[f.Bundle]
	delete(t.marked, f.Bundle)
	if !f.Executed() {
		if !f.Bid.IsZero() {
			t.crossings.Losers++
		}
		if f.Reason == auction.ProtectedTx {
			t.crossings.Stolen++
		}
		if purpose == meantToFail {
			t.crossings.Failures++
		}
		return
	}
	if purpose == meantToFail {
		t.crossings.WrongSuccess++
	}
	if len(chains) > 1 {
		t.crossings.TwoRollups++
		if t.firstWin.IsZero() {
			t.firstWin = time.Now()
		}
	}
	if f.Triggers > 0 {
		t.crossings.Transfers++
	}
	if f.Triggers > 1 {
		t.crossings.Nested++
	}
	if f.Bid.IsZero() && len(c.Txs) == 1 {
		t.crossings.WalletTxs++
	}
	if !f.Price.IsZero() {
		t.prices.add(f.Price)
	}
}

// entries sums what the ledger credited.
func (t *tally) entries(entries []builder.Entry) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, e := range entries {
		if e.Kind != builder.EntryCredit {
			continue
		}
		if e.Chain == 0 {
			t.protocol.Add(t.protocol, e.Amount)
			continue
		}
		if t.credits[e.Chain] == nil {
			t.credits[e.Chain] = new(uint256.Int)
		}
		t.credits[e.Chain].Add(t.credits[e.Chain], e.Amount)
	}
}

func (t *tally) looked(c closing) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.seenTo = c.slot
}

func (t *tally) posted(p relay.Posted) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.postings = append(t.postings, p)
	for slot := p.First; slot <= p.Last; slot++ {
		if at, ok := t.times[slot]; ok {
			t.latency("posted", time.Since(at))
		}
	}
}

func (t *tally) paid(p relay.Paid) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.payments = append(t.payments, p)
	for _, posting := range t.postings {
		if posting.Ledger == p.Root {
			if at, ok := t.times[posting.Last]; ok {
				t.latency("paid", time.Since(at))
			}
			break
		}
	}
}

func (t *tally) attested() rollup.Slot {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.slots
}

func (t *tally) seen() rollup.Slot {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.seenTo
}

// Percentiles are of one stage, in ms.
type Percentiles struct {
	P50   float64 `json:"p50_ms"`
	P90   float64 `json:"p90_ms"`
	P99   float64 `json:"p99_ms"`
	Max   float64 `json:"max_ms"`
	Count int     `json:"count"`
}

func percentiles(d []time.Duration) Percentiles {
	sorted := quantile.Sorted(d)
	at := func(q float64) float64 { return float64(quantile.Of(sorted, q).Microseconds()) / 1000 }
	return Percentiles{P50: at(0.5), P90: at(0.9), P99: at(0.99), Max: at(1), Count: len(d)}
}

// claims counts what L1 paid an account.
func (t *tally) claims(account rollup.Address) int {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := 0
	for _, p := range t.payments {
		if p.Account == account {
			n++
		}
	}
	return n
}
