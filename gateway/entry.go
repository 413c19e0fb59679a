package gateway

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Kind says what an entry of the log tells.
type Kind uint8

const (
	Stepped    Kind = iota + 1 // a slot was closed, opened or executed
	Attested                   // a slot was attested
	Posted                     // a run of slots stands on L1
	Received                   // a member holds an envelope
	Withdrawn                  // its maker cancelled or replaced a bundle: it is not sealed again
	Superseded                 // an envelope was sealed to replace or cancel a bundle, if it counts in its slot
	Ended                      // the gateways gave a bundle up
)

// Entry is one line of the log. Which fields it has depends on its kind.
type Entry struct {
	Seq      uint64             `json:"-"` // its number, given by the log
	Kind     Kind               `json:"kind"`
	AtMs     int64              `json:"at_ms"`           // Unix ms, when a gateway first saw it; the slot's own time for what was there before
	Slot     rollup.Slot        `json:"slot,omitempty"`  // of a step, an attestation, an envelope; the last one of a posting
	Stage    string             `json:"stage,omitempty"` // of a step
	Bundle   rollup.Digest      `json:"bundle"`          // zero if it was sealed elsewhere
	Envelope rollup.Digest      `json:"envelope"`
	Of       rollup.Digest      `json:"of"` // the bundle that Superseded's envelope holds
	Reason   auction.Reason     `json:"reason,omitempty"`
	Owners   []rollup.Address   `json:"owners,omitempty"`   // who may see it before its slot is attested
	Receipt  *sequencer.Receipt `json:"receipt,omitempty"`  // of what was received
	Last     rollup.Slot        `json:"last,omitempty"`     // for which it is sealed again; 0 if it is not
	Wallet   bool               `json:"wallet,omitempty"`   // a wallet user's transaction: not sealed again for another state
	Position *relay.Posted      `json:"position,omitempty"` // of a posting
}

// A log's numbers count within attested slots: slot h's attestation is h << SeqBits, its fates follow one by one in the
// order of the attested record, and whatever else happens before h+1 is attested comes after them. So what is attested
// has the same numbers at every gateway, in every life of the log, and a reader that resumes by number gets each of it
// exactly once. 2^53, which JSON readers keep exactly, lasts for 2^33 slots.
const SeqBits = 20

// PublicStep is what public numbers between attestations are multiples of: what only its owners see is numbered in
// between, so that nobody can tell from the numbers how much was received for the slot that is open.
const PublicStep = 1 << 13

// Number is the number that an entry must have at least, 0 for the next.
func (e *Entry) Number() uint64 {
	if e.Kind == Attested {
		return uint64(e.Slot) << SeqBits
	}
	return 0
}

// Numbers are how many numbers from its own on belong to an entry: a slot's fates and what missed its batch have those after
// its attestation's, and what a posting holds those after the posting's. They end half a PublicStep before the next public
// number, which leaves room for what only its owners see.
func (e *Entry) Numbers() uint64 {
	switch e.Kind {
	case Attested:
		return 1<<18 - PublicStep/2
	case Posted:
		return PublicStep / 2
	}
	return 1
}

// Public says whether everybody is shown the entry; else its bundle's owners are.
func (e *Entry) Public() bool { return e.Kind == Stepped || e.Kind == Attested || e.Kind == Posted }

// Once is what an entry is, whoever writes it: a second one of it is left out. It is empty for an entry that the slot's
// attestation in the log makes out of date instead.
func (e *Entry) Once() string {
	switch e.Kind {
	case Stepped:
		return "step/" + e.Slot.String() + "/" + e.Stage
	case Posted:
		return "posted/" + e.Position.First.String() + "/" + e.Position.Tx.Hex() + "/" + strconv.FormatUint(e.Position.Block, 10)
	case Received:
		return "received/" + e.Envelope.Hex()
	case Withdrawn:
		return "withdrawn/" + e.Bundle.Hex() + "/" + e.Envelope.Hex()
	case Superseded:
		return "superseded/" + e.Bundle.Hex() + "/" + e.Envelope.Hex()
	case Ended:
		return "ended/" + e.Bundle.Hex() + "/" + e.Envelope.Hex()
	}
	return ""
}

// ErrEntry refuses bytes that are no entry.
var ErrEntry = errors.New("no entry of the log")

// Encode is the entry without its number, as it stands in the log.
func (e *Entry) Encode() ([]byte, error) {
	b, err := json.Marshal(e)
	if err != nil {
		return nil, fmt.Errorf("encode an entry: %w", err)
	}
	return b, nil
}

// DecodeEntry reads what Encode wrote.
func DecodeEntry(seq uint64, b []byte) (Entry, error) {
	var e Entry
	if err := json.Unmarshal(b, &e); err != nil {
		return Entry{}, fmt.Errorf("%w: %w", ErrEntry, err)
	}
	whole := true
	switch e.Kind {
	case Stepped:
		whole = e.Stage != ""
	case Posted:
		whole = e.Position != nil && e.Position.First <= e.Position.Last
	case Received:
		whole = e.Receipt != nil
	case Attested, Withdrawn, Superseded, Ended:
	default:
		whole = false
	}
	if !whole {
		return Entry{}, fmt.Errorf("%w: kind %d with fields that it does not have: %s", ErrEntry, e.Kind, hex.EncodeToString(b[:min(len(b), 64)]))
	}
	e.Seq = seq
	return e, nil
}
