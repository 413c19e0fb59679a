package devnet

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// reader follows the public events as a stranger who never stays: it reads for a while, goes away, comes back wherever the
// address leads it and asks for what follows. Whatever is killed meanwhile, each event must come once and in the order of
// its numbers, and each attested slot with all of its fates.
type reader struct {
	page string
	stay time.Duration // on one connection

	mu       sync.Mutex
	counts   EventCounts
	problems []string
	last     uint64              // number of the newest event
	slot     rollup.Slot         // newest attested
	next     uint64              // number of its next fate
	missing  int                 // envelopes of it whose fates were not told yet
	steps    map[string]struct{} // of slots that were told
}

// EventCounts are the public events that a stranger read who came back on many connections.
type EventCounts struct {
	Read        uint64 `json:"read"`
	Slots       uint64 `json:"slots"` // attested
	Connections uint64 `json:"connections"`
}

// maxProblems bounds the problems that are told.
const maxProblems = 10

// keptSteps bounds what the reader remembers.
const keptSteps = 100_000

// readerStay is how long the reader stays on one connection.
const readerStay = 1500 * time.Millisecond

// run reads until ctx ends.
func (r *reader) run(ctx context.Context) {
	for ctx.Err() == nil {
		r.read(ctx)
		sleep(ctx, 50*time.Millisecond)
	}
}

// read is one connection.
func (r *reader) read(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, r.stay)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, r.page+"/v1/events", nil)
	if err != nil {
		r.problem("%v", err)
		return
	}
	if r.last > 0 {
		request.Header.Set("Last-Event-ID", strconv.FormatUint(r.last, 10))
	}
	transport := &http.Transport{DisableKeepAlives: true} // another connection each time
	response, err := transport.RoundTrip(request)
	if err != nil {
		return // nobody is there: come again
	}
	defer func() { _ = response.Body.Close() }()
	if response.StatusCode != http.StatusOK {
		return
	}
	r.mu.Lock()
	r.counts.Connections++
	r.mu.Unlock()
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	var id, event, data string
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), ": ")
		switch name {
		case "id":
			id = value
		case "event":
			event = value
		case "data":
			data = value
		case "":
			if data != "" && event != "closed" {
				r.take(id, event, data)
			}
			id, event, data = "", "", ""
		}
	}
}

// told is what the reader looks at in an event.
type told struct {
	Slot      rollup.Slot `json:"slot,string"`
	Stage     string      `json:"stage"`
	Envelope  string      `json:"envelope"`
	Envelopes string      `json:"envelopes"`
}

// take judges one event.
func (r *reader) take(id, event, data string) {
	n, err := strconv.ParseUint(id, 10, 64)
	var e told
	if event == "gap" || err != nil || json.Unmarshal([]byte(data), &e) != nil {
		r.problem("event %s %s: %.200s", id, event, data)
		return
	}
	r.mu.Lock()
	before := r.last
	r.counts.Read++
	r.last = max(r.last, n)
	r.mu.Unlock()
	if n <= before {
		r.problem("event %d came after %d", n, before)
	}
	key := event + e.Slot.String() + e.Stage + e.Envelope
	if _, twice := r.steps[key]; twice && e.Stage != "posted" { // a reorg of L1 posts anew
		r.problem("event %d tells %s of slot %s once more", n, e.Stage, e.Slot)
	}
	r.steps[key] = struct{}{}
	switch {
	case e.Stage == sequencer.StageAttested && event == "slot":
		r.attested(n, e)
	case e.Stage == sequencer.StageAttested:
		if r.slot != 0 && (n != r.next || e.Slot != r.slot) {
			r.problem("event %d of slot %s came where %d of slot %s should", n, e.Slot, r.next, r.slot)
		}
		r.next++
		r.missing--
	}
}

func (r *reader) attested(n uint64, e told) {
	if r.slot != 0 && e.Slot != r.slot+1 {
		r.problem("slot %s came attested after slot %s", e.Slot, r.slot)
	}
	if r.slot != 0 && r.missing > 0 {
		r.problem("slot %s lacks the fates of %d envelopes", r.slot, r.missing)
	}
	if len(r.steps) > keptSteps {
		clear(r.steps)
	}
	r.slot, r.next = e.Slot, n+1
	r.missing, _ = strconv.Atoi(e.Envelopes) // what is no number is no envelope
	r.mu.Lock()
	r.counts.Slots++
	r.mu.Unlock()
}

func (r *reader) problem(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, fmt.Sprintf(format, args...))
	}
}

// fill takes what was counted.
func (r *reader) fill(s *Summary) {
	r.mu.Lock()
	defer r.mu.Unlock()
	s.Events = r.counts
	s.Problems = append(s.Problems, r.problems...)
	if s.Slots > 0 && r.counts.Slots == 0 {
		s.Problems = append(s.Problems, "no event of an attested slot was read")
	}
}
