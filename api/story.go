package api

import (
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
	fate       *builder.Fate // nil until its slot is attested
	missed     bool          // its slot was attested without it
	time       uint64        // the slot's, ms
	header     rollup.Digest
	signature  threshold.Signature
}

// story is all that is known of one bundle. Guarded by its book.
type story struct {
	bundle   rollup.Digest    // zero while only its envelope is known
	owners   []rollup.Address // who may see it before it is attested: bidder, payer, signer
	attempts []attempt
	ended    auction.Reason // Cancelled, Replaced or Expired, where the door itself gave up
	final    bool           // no more attempts will follow
	touched  rollup.Slot    // for eviction
}

// state is where the bundle stands: Received while it waits for a slot, else how it ended.
func (s *story) state() auction.Reason {
	n := len(s.attempts)
	if n > 0 && s.attempts[n-1].fate != nil && s.attempts[n-1].fate.Executed() {
		return auction.Executed
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

func (s *story) ownedBy(a rollup.Address) bool {
	for _, o := range s.owners {
		if o == a {
			return true
		}
	}
	return false
}

func (s *story) own(accounts ...rollup.Address) {
	for _, a := range accounts {
		if a != (rollup.Address{}) && !s.ownedBy(a) {
			s.owners = append(s.owners, a)
		}
	}
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
	ReceivedMs  decimal         `json:"received_ms,omitempty"`
	SlotTimeMs  decimal         `json:"slot_time_ms,omitempty"`
	Receipt     *ReceiptRow     `json:"receipt,omitempty"`
	Fate        *FateRow        `json:"fate,omitempty"`
	Attestation *AttestationRow `json:"attestation,omitempty"`
	Posted      *PostedRow      `json:"posted,omitempty"`
}

// StoryRow is the full story of one bundle, newest attempt last.
type StoryRow struct {
	Bundle   rollup.Digest  `json:"bundle_hash"`
	State    auction.Reason `json:"state"`
	Field    string         `json:"field,omitempty"`
	Hint     string         `json:"hint,omitempty"`
	Text     string         `json:"text"`
	Final    bool           `json:"final"`
	Slot     decimal        `json:"slot"`
	Attempts []AttemptRow   `json:"attempts"`
}

// row is the story as told now; posted finds where a slot stands on L1.
func (s *story) row(posted func(rollup.Slot) *PostedRow) StoryRow {
	state := s.state()
	out := StoryRow{Bundle: s.bundle, State: state, Text: state.Text(), Final: s.final, Attempts: make([]AttemptRow, len(s.attempts))}
	for i, a := range s.attempts {
		row := AttemptRow{Envelope: a.envelope, Slot: decimal(a.slot), SlotTimeMs: decimal(a.time), Receipt: receiptRow(a.receipt)}
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
	if s.ended != auction.None {
		out.Field, out.Hint = mending(s.ended)
	}
	return out
}
