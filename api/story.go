package api

import (
	"slices"
	"sort"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// attempt is one envelope of a bundle: which slot it was sealed for and what became of it.
type attempt struct {
	envelope   rollup.Digest
	slot       rollup.Slot
	receivedAt time.Time // zero if it did not come through here
	receipt    *sequencer.Receipt
	owners     []rollup.Address // who may see it before it is attested: bidder, payer, signer, sender
	fate       *builder.Fate    // nil until its slot is attested
	missed     bool             // its slot was attested without it
	time       uint64           // the slot's, ms
	header     rollup.Digest
	signature  threshold.Signature
}

// story is all that is known of one bundle. Guarded by its book.
type story struct {
	bundle   rollup.Digest  // zero while only its envelope is known
	attempts []attempt      // by slot
	ended    auction.Reason // Cancelled, Replaced or Expired, where the door itself gave up
	final    bool           // no more attempts will follow
	by       []supersession // what its maker sealed to replace or cancel it
	touched  rollup.Slot    // for eviction
}

// supersession is an envelope that replaces or cancels another bundle of its maker, if it counts in its slot.
type supersession struct {
	reason   auction.Reason // Replaced or Cancelled
	bundle   rollup.Digest
	envelope rollup.Digest
	slot     rollup.Slot
}

// state is where the bundle stands: Received while it waits for a slot, else how it ended.
func (s *story) state() auction.Reason {
	n := len(s.attempts)
	for i := range s.attempts {
		if s.attempts[i].fate != nil && s.attempts[i].fate.Executed() {
			return auction.Executed
		}
	}
	switch {
	case s.ended != auction.None:
		return s.ended
	case s.final && n > 0 && s.attempts[n-1].fate != nil:
		return s.attempts[n-1].fate.Reason
	case s.final:
		return auction.TooLate
	}
	return auction.Received
}

// decide ends the story unless its bundle is sealed again.
func (s *story) decide(again bool, ended auction.Reason) {
	s.final = !again
	if ended != auction.None {
		s.ended = ended
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

// ownedBy says whether an account has anything in this story.
func (s *story) ownedBy(a rollup.Address) bool {
	return slices.ContainsFunc(s.attempts, func(t attempt) bool { return slices.Contains(t.owners, a) })
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

// ReceiptRow is a member's signed word that it held an envelope before its slot closed.
type ReceiptRow struct {
	Network   rollup.Digest  `json:"network"`
	Envelope  rollup.Digest  `json:"envelope"`
	Slot      decimal        `json:"slot"`
	Member    rollup.Address `json:"member"`
	Signature hexutil.Bytes  `json:"signature"`
}

func receiptRow(r *sequencer.Receipt) *ReceiptRow {
	if r == nil {
		return nil
	}
	return &ReceiptRow{r.Network, r.Envelope, decimal(r.Slot), r.Member, r.Signature}
}

// AttestationRow is the committee's signature over a slot's header.
type AttestationRow struct {
	HeaderRoot rollup.Digest       `json:"header_root"`
	Signature  threshold.Signature `json:"signature"`
}

// PostedRow is where a run of slots stands on L1.
type PostedRow struct {
	First   decimal       `json:"first_slot"`
	Last    decimal       `json:"last_slot"`
	Tx      rollup.Digest `json:"l1_tx"`
	Block   decimal       `json:"l1_block"`
	GasUsed decimal       `json:"l1_gas_used"`
}

// AttemptRow is one envelope's part of a story.
type AttemptRow struct {
	Envelope    rollup.Digest   `json:"envelope"`
	Slot        decimal         `json:"slot"`
	State       auction.Reason  `json:"state"` // RECEIVED, its fate's reason, or TOO_LATE if it missed its batch
	ReceivedMs  decimal         `json:"received_ms,omitempty"`
	SlotTimeMs  decimal         `json:"slot_time_ms,omitempty"`
	Receipt     *ReceiptRow     `json:"receipt,omitempty"`
	Fate        *FateRow        `json:"fate,omitempty"`
	Attestation *AttestationRow `json:"attestation,omitempty"`
	Posted      *PostedRow      `json:"posted,omitempty"`
}

// SupersededRow is an envelope that was sealed to replace or cancel a bundle.
type SupersededRow struct {
	Reason   auction.Reason `json:"reason"` // REPLACED or CANCELLED
	Bundle   rollup.Digest  `json:"bundle_hash"`
	Envelope rollup.Digest  `json:"envelope"`
	Slot     decimal        `json:"slot"`
}

// StoryRow is the full story of one bundle, newest attempt last.
type StoryRow struct {
	Bundle   rollup.Digest   `json:"bundle_hash"`
	State    auction.Reason  `json:"state"`
	Field    string          `json:"field,omitempty"`
	Hint     string          `json:"hint,omitempty"`
	Text     string          `json:"text"`
	Final    bool            `json:"final"`
	Slot     decimal         `json:"slot"`
	Attempts []AttemptRow    `json:"attempts"`
	By       []SupersededRow `json:"superseded_by,omitempty"`
}

// viewer is who asks for a story. Before any of it stands in an attested slot its names are known to its maker
// alone, so whoever names it is told all. After that its bundle is public, and only its owners are told what
// else waits: that a bundle which lost competes again, in which slot, is nobody else's business.
type viewer struct {
	signer rollup.Address
	own    *ownership // of a connection; may be nil
	all    bool
}

// sees says whether the viewer owns one envelope of a story.
func (v viewer) sees(s *story, t *attempt) bool {
	return v.all || v.signer != (rollup.Address{}) && slices.Contains(t.owners, v.signer) || v.own != nil && v.own.has(t.envelope, s.bundle)
}

// owns says whether every envelope of a story that nobody has read is the viewer's, and at least one envelope is.
func (v viewer) owns(s *story) bool {
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

// strangersRow is the story as everybody knows it: what stands in attested slots. Whether it is sealed again
// nobody is told, so that it counts as final only once it executed or is too old to be; one envelope, asked for
// by its own id, has one fate. reseal is for how many slots anything is sealed again.
func (s *story) strangersRow(key rollup.Digest, posted func(rollup.Slot) *PostedRow, newest, reseal rollup.Slot) StoryRow {
	public := story{bundle: s.bundle, final: true}
	for _, t := range s.attempts {
		if t.fate != nil {
			t.receivedAt, t.receipt = time.Time{}, nil // came through here: nobody else's business either
			public.attempts = append(public.attempts, t)
		}
	}
	out := public.row(posted)
	last := public.attempts[len(public.attempts)-1].slot
	out.Final = out.State == auction.Executed || last+reseal < newest
	if t := public.of(key); t != nil {
		out.State, out.Final = t.state(), true
		out.Text = out.State.Text()
	}
	return out
}

// row is the story as told now; posted finds where a slot stands on L1.
func (s *story) row(posted func(rollup.Slot) *PostedRow) StoryRow {
	state := s.state()
	out := StoryRow{Bundle: s.bundle, State: state, Text: state.Text(), Final: s.final, Attempts: make([]AttemptRow, len(s.attempts))}
	for i, a := range s.attempts {
		row := AttemptRow{Envelope: a.envelope, Slot: decimal(a.slot), State: a.state(), SlotTimeMs: decimal(a.time), Receipt: receiptRow(a.receipt)}
		if !a.receivedAt.IsZero() {
			row.ReceivedMs = decimal(a.receivedAt.UnixMilli())
		}
		if a.fate != nil {
			f := fateRow(a.slot, a.fate)
			row.Fate = &f
			row.Attestation = &AttestationRow{a.header, a.signature}
			row.Posted = posted(a.slot)
			out.Field, out.Hint = f.Field, f.Hint
		}
		out.Slot = row.Slot
		out.Attempts[i] = row
	}
	for _, by := range s.by {
		out.By = append(out.By, SupersededRow{by.reason, by.bundle, by.envelope, decimal(by.slot)})
	}
	if s.ended != auction.None {
		out.Field, out.Hint = mending(s.ended)
	}
	return out
}
