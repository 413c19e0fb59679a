package api

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

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

// hear spells what the index tells and puts it into the stream.
func (s *Server) hear(events []index.Event, lost bool) {
	if lost && len(events) > 0 {
		s.stream.lose(events[0].Seq)
	}
	entries := make([]entry, len(events))
	for i := range events {
		s.metrics.heard(&events[i])
		entries[i] = spell(&events[i])
	}
	if len(entries) > 0 {
		s.stream.append(entries...)
	}
}

func spell(e *index.Event) entry {
	var row any
	if e.OfBundle {
		b := bundleEvent{Type: "bundle", Slot: decimal(e.Slot), Stage: e.Stage, AtMs: millis(e.AtMs), Bundle: e.Bundle, Envelope: e.Envelope, State: e.State, Posted: postedRow(e.Posted)}
		if e.Fate != nil {
			f := fateRow(e.Slot, e.Fate)
			b.Fate = &f
		}
		row = b
	} else {
		row = spellSlot(e)
	}
	raw := snakeJSON(row)
	return entry{seq: e.Seq, told: e, snake: withSeq(raw, e.Seq), camel: withSeq(camelJSON(raw), e.Seq)}
}

func spellSlot(e *index.Event) slotEvent {
	out := slotEvent{Type: "slot", Slot: decimal(e.Slot), Stage: e.Stage, AtMs: millis(e.AtMs), Posted: postedRow(e.Posted)}
	if c := e.Closed; c != nil {
		envelopes, executed := decimal(c.Envelopes), decimal(c.Executed) //nolint:gosec // not negative
		out.TimeMs, out.Root, out.Envelopes, out.Executed, out.Revenue, out.Heads = decimal(c.Time), &c.Root, &envelopes, &executed, &wei{c.Revenue}, headRows(c.Heads)
		if c.LatencyMs >= 0 {
			latency := millis(c.LatencyMs)
			out.LatencyMs = &latency
		}
	}
	return out
}

func postedRow(p *relay.Posted) *PostedRow {
	if p == nil {
		return nil
	}
	return &PostedRow{decimal(p.First), decimal(p.Last), p.Tx, decimal(p.Block), decimal(p.GasUsed)}
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

func storyRow(s *index.Story) StoryRow {
	out := StoryRow{Bundle: s.Bundle, State: s.State, Text: s.State.Text(), Final: s.Final, Attempts: make([]AttemptRow, len(s.Attempts))}
	for i, a := range s.Attempts {
		row := AttemptRow{Envelope: a.Envelope, Slot: decimal(a.Slot), State: a.State, SlotTimeMs: decimal(a.Time), Receipt: receiptRow(a.Receipt), Posted: postedRow(a.Posted)}
		if !a.ReceivedAt.IsZero() {
			row.ReceivedMs = millis(a.ReceivedAt.UnixMilli())
		}
		if a.Fate != nil {
			f := fateRow(a.Slot, a.Fate)
			row.Fate = &f
			row.Attestation = &AttestationRow{a.Header, a.Signature}
			out.Field, out.Hint = f.Field, f.Hint
		}
		out.Slot = row.Slot
		out.Attempts[i] = row
	}
	for _, by := range s.By {
		out.By = append(out.By, SupersededRow{by.Reason, by.Bundle, by.Envelope, decimal(by.Slot)})
	}
	if s.Ended != auction.None {
		out.Field, out.Hint = gateway.Mending(s.Ended)
	}
	return out
}
