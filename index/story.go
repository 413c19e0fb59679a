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
)

// attempt is one envelope of a bundle: which slot it was sealed for and what became of it.
type attempt struct {
	envelope   rollup.Digest
	slot       rollup.Slot
	receivedAt time.Time // zero if it did not come through a gateway
	receipt    *sequencer.Receipt
	owners     []rollup.Address // who may see it before it is attested: bidder, payer, signer, sender
	fate       *builder.Fate    // nil until its slot is attested
	missed     bool             // its slot was attested without it
	time       uint64           // the slot's, ms
	header     rollup.Digest
	signature  threshold.Signature
}

// story is all that is known of one bundle. Guarded by its index.
type story struct {
	bundle   rollup.Digest  // zero while only its envelope is known
	attempts []attempt      // by slot
	last     rollup.Slot    // for which it is sealed again; 0 if it is not
	wallet   bool           // a wallet user's
	mark     auction.Reason // Cancelled or Replaced by its maker: how it ends unless it executes
	ended    auction.Reason // Cancelled, Replaced, TooLate or Expired, where the gateways gave up
	final    bool           // no more attempts will follow
	by       []Supersession // what its maker sealed to replace or cancel it
	touched  rollup.Slot    // for eviction
}

// Supersession is an envelope that replaces or cancels another bundle of its maker, if it counts in its slot.
type Supersession struct {
	Reason   auction.Reason // Replaced or Cancelled
	Bundle   rollup.Digest
	Envelope rollup.Digest
	Slot     rollup.Slot
}

// state is where the bundle stands: Received while it waits for a slot, else how it ended.
func (s *story) state() auction.Reason {
	n := len(s.attempts)
	switch {
	case s.executed():
		return auction.Executed
	case s.ended != auction.None:
		return s.ended
	case s.final && n > 0 && s.attempts[n-1].fate != nil:
		return s.attempts[n-1].fate.Reason
	case s.final:
		return auction.TooLate
	}
	return auction.Received
}

func (s *story) executed() bool {
	return slices.ContainsFunc(s.attempts, func(t attempt) bool { return t.fate != nil && t.fate.Executed() })
}

// decide ends the story with an attempt's end unless its bundle is sealed again.
func (s *story) decide(t *attempt, reason auction.Reason) {
	switch {
	case reason == auction.Executed:
		s.final = true
	case t.receivedAt.IsZero() && !s.final && slices.ContainsFunc(s.attempts, func(t attempt) bool { return !t.receivedAt.IsZero() }):
		// Somebody else sealed the same bundle: his envelope's end is not this one's.
	case s.mark != auction.None:
		s.ended, s.final = s.mark, true
	default:
		s.final = s.last == 0 || !gateway.Mends(reason, s.wallet)
	}
}

// of finds an envelope's attempt.
func (s *story) of(envelope rollup.Digest) *attempt {
	for i := range s.attempts {
		if s.attempts[i].envelope == envelope {
			return &s.attempts[i]
		}
	}
	return nil
}

// add puts an attempt into its place.
func (s *story) add(a attempt) *attempt {
	i := sort.Search(len(s.attempts), func(i int) bool { return s.attempts[i].slot > a.slot })
	s.attempts = slices.Insert(s.attempts, i, a)
	return &s.attempts[i]
}

// told says whether any of it stands in an attested slot, where everybody reads it.
func (s *story) told() bool {
	return slices.ContainsFunc(s.attempts, func(t attempt) bool { return t.fate != nil })
}

func (t *attempt) own(accounts ...rollup.Address) {
	for _, a := range accounts {
		if a != (rollup.Address{}) && !slices.Contains(t.owners, a) {
			t.owners = append(t.owners, a)
		}
	}
}

// state is where one envelope stands.
func (t *attempt) state() auction.Reason {
	switch {
	case t.fate != nil:
		return t.fate.Reason
	case t.missed:
		return auction.TooLate
	}
	return auction.Received
}

// Story is what is known of one bundle, newest attempt last. Immutable.
type Story struct {
	Bundle   rollup.Digest // zero while only its envelope is known
	State    auction.Reason
	Ended    auction.Reason // None unless the gateways gave it up, or its maker
	Final    bool           // no more attempts will follow
	Attempts []Attempt
	By       []Supersession
}

// Attempt is one envelope's part of a story.
type Attempt struct {
	Envelope   rollup.Digest
	Slot       rollup.Slot
	State      auction.Reason // Received, its fate's reason, or TooLate if it missed its batch
	ReceivedAt time.Time      // zero if it did not come through a gateway, or that is nobody's business
	Receipt    *sequencer.Receipt
	Fate       *builder.Fate // nil until its slot is attested, as are the next three
	Time       uint64        // the slot's, ms
	Header     rollup.Digest
	Signature  threshold.Signature
	Posted     *relay.Posted // nil until its slot stands on L1
}

// Claim says which bundles and envelopes somebody sent. Safe for concurrent use.
type Claim interface {
	// Has says whether any of the names is claimed.
	Has(names ...rollup.Digest) bool
}

// Viewer is who asks for a story. Before any of it stands in an attested slot its names are known to its maker
// alone, so whoever names it is told all. After that its bundle is public, and only its owners are told what
// else waits: that a bundle which lost competes again, in which slot, is nobody else's business.
type Viewer struct {
	Signer rollup.Address // zero if nobody signed
	Own    Claim          // of a connection; may be nil
	All    bool
}

// sees says whether the viewer owns one envelope of a story.
func (v Viewer) sees(s *story, t *attempt) bool {
	return v.All || v.Signer != (rollup.Address{}) && slices.Contains(t.owners, v.Signer) || v.Own != nil && v.Own.Has(t.envelope, s.bundle)
}

// owns says whether every envelope of a story that nobody has read is the viewer's, and at least one envelope is.
func (v Viewer) owns(s *story) bool {
	some := false
	for i := range s.attempts {
		mine := v.sees(s, &s.attempts[i])
		if !mine && s.attempts[i].fate == nil {
			return false
		}
		some = some || mine
	}
	return some
}

// public is the story as everybody knows it: what stands in attested slots. Whether it is sealed again nobody is told, so
// that it counts as final only once it executed or is too old to be; one envelope, asked for by its own id, has one fate.
func (x *Index) public(s *story, key rollup.Digest) Story {
	known := story{bundle: s.bundle, final: true}
	for _, t := range s.attempts {
		if t.fate != nil {
			t.receivedAt, t.receipt = time.Time{}, nil // came through here: nobody else's business either
			known.attempts = append(known.attempts, t)
		}
	}
	out := x.whole(&known)
	last := known.attempts[len(known.attempts)-1].slot
	out.Final = out.State == auction.Executed || last+x.cfg.ResealSlots < x.last
	if t := known.of(key); t != nil {
		out.State, out.Final = t.state(), true
	}
	return out
}

// whole is the story as its maker is told.
func (x *Index) whole(s *story) Story {
	out := Story{Bundle: s.bundle, State: s.state(), Ended: s.ended, Final: s.final, By: slices.Clone(s.by), Attempts: make([]Attempt, len(s.attempts))}
	for i, t := range s.attempts {
		out.Attempts[i] = Attempt{
			Envelope: t.envelope, Slot: t.slot, State: t.state(), ReceivedAt: t.receivedAt, Receipt: t.receipt, Fate: t.fate, Time: t.time, Header: t.header, Signature: t.signature,
		}
		if t.fate != nil {
			out.Attempts[i].Posted = x.onL1(t.slot)
		}
	}
	return out
}

// Tell is the story under a bundle's hash, an envelope's id or a transaction's hash, as far as who asks may know it; false
// if nothing of that name is known.
func (x *Index) Tell(key rollup.Digest, v Viewer) (Story, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	s := x.stories[key]
	switch {
	case s == nil:
		return Story{}, false
	case s.told() && !v.owns(s):
		return x.public(s, key), true
	}
	return x.whole(s), true
}

// MayFollow says whether somebody may follow a bundle before it is attested.
func (x *Index) MayFollow(hash rollup.Digest, v Viewer) bool {
	if v.Own != nil && v.Own.Has(hash) {
		return true
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	s := x.stories[hash]
	return s != nil && v.Signer != (rollup.Address{}) && slices.ContainsFunc(s.attempts, func(t attempt) bool { return slices.Contains(t.owners, v.Signer) })
}

// Sees says whether a bundle's event is the viewer's own and, where any bundles or envelopes are wanted, of one of those.
func (x *Index) Sees(e *Event, v Viewer, wanted map[rollup.Digest]bool) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	s := x.stories[e.Envelope] // the story may have become part of another
	if s == nil {
		s = e.story
	}
	if s == nil {
		return false
	}
	if len(wanted) > 0 && !wanted[s.bundle] && !slices.ContainsFunc(s.attempts, func(t attempt) bool { return wanted[t.envelope] }) {
		return false
	}
	t := s.of(e.Envelope)
	return t != nil && v.sees(s, t) || v.Own != nil && v.Own.Has(s.bundle, e.Envelope)
}

// Waiting is an envelope that has no fate yet.
type Waiting struct {
	Envelope rollup.Digest
	Bundle   rollup.Digest // zero for what was sealed elsewhere
	Slot     rollup.Slot
}

// Pending are an account's own envelopes whose slots are not attested, as far as they came through a gateway, by slot.
func (x *Index) Pending(owner rollup.Address) []Waiting {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var out []Waiting
	seen := map[rollup.Digest]bool{}
	for slot, stories := range x.waiting { // sorted below
		for _, s := range stories {
			for i := range s.attempts {
				t := &s.attempts[i]
				if t.slot != slot || t.state() != auction.Received || seen[t.envelope] || !slices.Contains(t.owners, owner) {
					continue
				}
				seen[t.envelope] = true
				out = append(out, Waiting{t.envelope, s.bundle, slot})
			}
		}
	}
	slices.SortFunc(out, func(a, b Waiting) int {
		if a.Slot != b.Slot {
			return int(a.Slot) - int(b.Slot) //nolint:gosec // slots near each other
		}
		return a.Envelope.Cmp(b.Envelope)
	})
	return out
}
