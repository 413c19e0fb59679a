package sequencer

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// evidenceKind opens every file of evidence.
const evidenceKind = "chorale/evidence/v1"

// ClearJSON is auction.Clear as files and the API show it: integers as decimal strings.
type ClearJSON struct {
	Network     rollup.Digest     `json:"network"`
	Incarnation uint64            `json:"incarnation,string"`
	Epoch       uint64            `json:"epoch,string"`
	Slot        rollup.Slot       `json:"slot,string"`
	Bidder      rollup.Address    `json:"bidder"`
	SizeClass   auction.SizeClass `json:"sizeClass,string"`
	GasClass    auction.GasClass  `json:"gasClass,string"`
	Ciphertext  rollup.Digest     `json:"ciphertext"` // keccak256
}

// ShowClear is c as JSON shows it.
func ShowClear(c *auction.Clear) *ClearJSON {
	return &ClearJSON{c.Network.ID, c.Network.Incarnation, c.Network.Epoch, c.Slot, c.Bidder, c.SizeClass, c.GasClass, c.Ciphertext}
}

// Clear is what was shown.
func (c *ClearJSON) Clear() *auction.Clear {
	return &auction.Clear{
		Network: rollup.Network{ID: c.Network, Incarnation: c.Incarnation, Epoch: c.Epoch},
		Slot:    c.Slot, Bidder: c.Bidder, SizeClass: c.SizeClass, GasClass: c.GasClass, Ciphertext: c.Ciphertext,
	}
}

// ReceiptJSON is a receipt as the API answers it.
type ReceiptJSON struct {
	Network   rollup.Digest  `json:"network"`
	Envelope  rollup.Digest  `json:"envelope"`
	Slot      rollup.Slot    `json:"slot,string"`
	Member    rollup.Address `json:"member"`
	Signature hexutil.Bytes  `json:"signature"`
}

// ShowReceipt is r as JSON shows it.
func ShowReceipt(r *Receipt) *ReceiptJSON {
	return &ReceiptJSON{r.Network, r.Envelope, r.Slot, r.Member, r.Signature}
}

// Receipt is what was shown.
func (r *ReceiptJSON) Receipt() Receipt {
	return Receipt{Network: r.Network, Envelope: r.Envelope, Slot: r.Slot, Member: r.Member, Signature: r.Signature}
}

type evidenceJSON struct {
	Kind     string       `json:"kind"`
	Envelope *ClearJSON   `json:"envelope"`
	Receipt  *ReceiptJSON `json:"receipt"`
	List     *listJSON    `json:"list"`
}

// listJSON is a member's signed vote extension.
type listJSON struct {
	Seat      uint64        `json:"seat,string"`   // position in the parameters' members
	Height    rollup.Slot   `json:"height,string"` // the envelope's slot less one
	Round     uint64        `json:"round,string"`
	Extension hexutil.Bytes `json:"extension"`
	Signature hexutil.Bytes `json:"signature"` // ed25519, of the member's consensus key
}

// Encode is the evidence as a file.
func (e *Evidence) Encode() []byte {
	out, err := json.MarshalIndent(evidenceJSON{
		evidenceKind, ShowClear(&e.Envelope), ShowReceipt(&e.Receipt),
		&listJSON{e.Vote.Member, e.Envelope.Slot - 1, e.Round, e.Vote.Extension, e.Vote.Signature},
	}, "", "  ")
	if err != nil {
		panic(fmt.Sprintf("encode evidence: %v", err)) // fixed types: cannot fail
	}
	return append(out, '\n')
}

// DecodeEvidence reads what Encode wrote, or ErrEvidence. Check says whether it holds.
func DecodeEvidence(b []byte) (*Evidence, error) {
	var f evidenceJSON
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&f); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrEvidence, err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%w: more than one value", ErrEvidence)
	}
	switch {
	case f.Kind != evidenceKind:
		return nil, fmt.Errorf("%w: of kind %q, want %q", ErrEvidence, f.Kind, evidenceKind)
	case f.Envelope == nil || f.Receipt == nil || f.List == nil:
		return nil, fmt.Errorf("%w: envelope, receipt or list is missing", ErrEvidence)
	case f.List.Height+1 != f.Envelope.Slot:
		return nil, fmt.Errorf("%w: a list of height %d is not for slot %d", ErrEvidence, f.List.Height, f.Envelope.Slot)
	}
	return &Evidence{
		Envelope: *f.Envelope.Clear(), Receipt: f.Receipt.Receipt(), Round: f.List.Round,
		Vote: Vote{Member: f.List.Seat, Extension: f.List.Extension, Signature: f.List.Signature},
	}, nil
}
