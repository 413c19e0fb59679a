package api

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
)

// decimal is an integer that JSON shows as a decimal string, so that no reader rounds it.
type decimal uint64

// MarshalJSON writes the string.
func (d decimal) MarshalJSON() ([]byte, error) { return []byte(`"` + d.String() + `"`), nil }

// String is the decimal form.
func (d decimal) String() string { return strconv.FormatUint(uint64(d), 10) }

func uintText(v uint64) string { return strconv.FormatUint(v, 10) }

// wei is an amount that JSON shows as a decimal string.
type wei struct{ *uint256.Int }

// MarshalJSON writes the string; nothing counts as zero.
func (w wei) MarshalJSON() ([]byte, error) { return []byte(`"` + w.String() + `"`), nil }

// String is the decimal form.
func (w wei) String() string {
	if w.Int == nil {
		return "0"
	}
	return w.Dec()
}

// number is an integer that a request may give as a JSON number, a decimal string or a 0x quantity.
type number uint64

// UnmarshalJSON reads any of the three.
func (n *number) UnmarshalJSON(b []byte) error {
	text := strings.Trim(string(b), `"`)
	base := 10
	if rest, hex := strings.CutPrefix(text, "0x"); hex {
		text, base = rest, 16
	}
	v, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		return &json.UnmarshalTypeError{Value: clip(string(b), 40), Type: reflect.TypeFor[number]()} // the decoder adds the field
	}
	*n = number(v)
	return nil
}

// amount is the same for wei.
type amount struct{ uint256.Int }

// UnmarshalJSON reads a number, a decimal string or a 0x quantity.
func (a *amount) UnmarshalJSON(b []byte) error {
	text := strings.Trim(string(b), `"`)
	var err error
	if strings.HasPrefix(text, "0x") {
		err = a.SetFromHex("0x" + strings.TrimLeft(text[2:], "0") + zeroIfEmpty(strings.TrimLeft(text[2:], "0")))
	} else {
		err = a.SetFromDecimal(text)
	}
	if err != nil || len(text) == 0 || len(text) > 80 {
		return &json.UnmarshalTypeError{Value: clip(string(b), 40), Type: reflect.TypeFor[amount]()} // the decoder adds the field
	}
	return nil
}

func zeroIfEmpty(s string) string {
	if s == "" {
		return "0"
	}
	return ""
}

func clip(s string, n int) string {
	if len(s) > n {
		return s[:n] + "…"
	}
	return s
}

// HeadRow is what a slot's header says of one rollup.
type HeadRow struct {
	Chain        decimal       `json:"chain_id"`
	Number       decimal       `json:"number"`
	Time         decimal       `json:"time"`
	TxCount      decimal       `json:"tx_count"`
	TxRoot       rollup.Digest `json:"tx_root"`
	ReceiptRoot  rollup.Digest `json:"receipt_root"`
	ClosedNumber decimal       `json:"closed_number"`
	ClosedHash   rollup.Digest `json:"closed_hash"`
	ClosedState  rollup.Digest `json:"closed_state"`
}

// HeaderRow is a slot's header, field by field as it is signed.
type HeaderRow struct {
	Network       rollup.Digest `json:"network"`
	Incarnation   decimal       `json:"incarnation"`
	Epoch         decimal       `json:"epoch"`
	Slot          decimal       `json:"slot"`
	TimeMs        decimal       `json:"time_ms"`
	Parent        rollup.Digest `json:"parent"`
	L1Number      decimal       `json:"l1_number"`
	L1Hash        rollup.Digest `json:"l1_hash"`
	QueuePosition decimal       `json:"queue_position"`
	QueueHash     rollup.Digest `json:"queue_hash"`
	BatchRoot     rollup.Digest `json:"batch_root"`
	FateRoot      rollup.Digest `json:"fate_root"`
	Heads         []HeadRow     `json:"heads"`
	PairRoot      rollup.Digest `json:"pair_root"`
	LedgerRoot    rollup.Digest `json:"ledger_root"`
	Root          rollup.Digest `json:"root"`
}

func headRows(heads []builder.Head) []HeadRow {
	out := make([]HeadRow, len(heads))
	for i, h := range heads {
		out[i] = HeadRow{
			Chain: decimal(h.Chain), Number: decimal(h.Number), Time: decimal(h.Time), TxCount: decimal(h.TxCount), TxRoot: h.TxRoot,
			ReceiptRoot: h.ReceiptRoot, ClosedNumber: decimal(h.ClosedNumber), ClosedHash: h.ClosedHash, ClosedState: h.ClosedState,
		}
	}
	return out
}

func headerRow(h *builder.Header) HeaderRow {
	return HeaderRow{
		Network: h.Network.ID, Incarnation: decimal(h.Network.Incarnation), Epoch: decimal(h.Network.Epoch), Slot: decimal(h.Slot),
		TimeMs: decimal(h.Time), Parent: h.Parent, L1Number: decimal(h.View.Number), L1Hash: h.View.Hash,
		QueuePosition: decimal(h.View.QueuePosition), QueueHash: h.View.QueueHash, BatchRoot: h.BatchRoot, FateRoot: h.FateRoot,
		Heads: headRows(h.Heads), PairRoot: h.PairRoot, LedgerRoot: h.LedgerRoot, Root: h.Root(),
	}
}

// CreditRow is one rollup's part of a price.
type CreditRow struct {
	Chain   decimal        `json:"chain_id"`
	Account rollup.Address `json:"account"`
	Amount  wei            `json:"amount"`
}

// PlaceRow is where a transaction stands.
type PlaceRow struct {
	Chain decimal       `json:"chain_id"`
	Block decimal       `json:"block"`
	Index decimal       `json:"index"`
	Tx    rollup.Digest `json:"tx"`
}

// FailureRow is which transaction stopped a bundle, and its revert reason in words where it has any.
type FailureRow struct {
	Chain  decimal       `json:"chain_id"`
	Leg    decimal       `json:"leg"`
	Index  decimal       `json:"index"`
	Tx     rollup.Digest `json:"tx"`
	Revert hexutil.Bytes `json:"revert"`
	Text   string        `json:"revert_reason,omitempty"`
}

// FateRow is how an envelope, or a transaction forced from L1, ended.
type FateRow struct {
	Slot     decimal        `json:"slot"`
	Envelope rollup.Digest  `json:"envelope"`
	Bundle   rollup.Digest  `json:"bundle_hash"`
	Bidder   rollup.Address `json:"bidder"`
	Payer    rollup.Address `json:"payer"`
	Reason   auction.Reason `json:"reason"`
	Field    string         `json:"field,omitempty"`
	Hint     string         `json:"hint,omitempty"`
	Rank     decimal        `json:"rank"`
	Bid      wei            `json:"bid"`
	Fee      wei            `json:"fee"`
	Price    wei            `json:"price"`
	Protocol wei            `json:"protocol"`
	Credits  []CreditRow    `json:"credits"`
	GasUsed  decimal        `json:"gas_used"`
	Triggers decimal        `json:"triggers"`
	Places   []PlaceRow     `json:"places"`
	Failure  *FailureRow    `json:"failure,omitempty"`
}

func fateRow(slot rollup.Slot, f *builder.Fate) FateRow {
	out := FateRow{
		Slot: decimal(slot), Envelope: f.Envelope, Bundle: f.Bundle, Bidder: f.Bidder, Payer: f.Payer, Reason: f.Reason,
		Rank: decimal(f.Rank), Bid: wei{f.Bid}, Fee: wei{f.Fee}, Price: wei{f.Price}, Protocol: wei{f.Protocol},
		Credits: make([]CreditRow, len(f.Credits)), GasUsed: decimal(f.GasUsed), Triggers: decimal(f.Triggers),
		Places: make([]PlaceRow, len(f.Places)),
	}
	for i, c := range f.Credits {
		out.Credits[i] = CreditRow{decimal(c.Chain), c.Account, wei{c.Amount}}
	}
	for i, p := range f.Places {
		out.Places[i] = PlaceRow{decimal(p.Chain), decimal(p.Block), decimal(p.Index), p.Tx}
	}
	if !f.Executed() {
		out.Field, out.Hint = gateway.Mending(f.Reason)
	}
	if len(f.Failure) > 0 {
		x := f.Failure[0]
		out.Failure = &FailureRow{decimal(x.Chain), decimal(x.Leg), decimal(x.Index), x.Tx, x.Revert, revertText(x.Revert)}
		if !f.Executed() {
			out.Field = "legs[" + uintText(x.Leg) + "].txs[" + uintText(x.Index) + "]"
		}
	}
	return out
}

// revertText decodes Error(string) and Panic(uint256), Solidity's two reasons in words.
func revertText(data []byte) string {
	if len(data) < 4+32 {
		return ""
	}
	body := data[4:]
	switch hexutil.Encode(data[:4]) {
	case "0x08c379a0":
		if len(body) < 64 {
			return ""
		}
		size := new(uint256.Int).SetBytes32(body[32:64])
		if !size.IsUint64() || size.Uint64() > uint64(len(body)-64) {
			return ""
		}
		return strings.ToValidUTF8(string(body[64:64+size.Uint64()]), "?")
	case "0x4e487b71":
		return "panic " + new(uint256.Int).SetBytes32(body[:32]).Hex()
	}
	return ""
}

// snakeJSON encodes in REST's spelling.
func snakeJSON(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		return json.RawMessage(`{}`) // rows are made of strings and slices: cannot fail
	}
	return b
}

// camelJSON spells the keys of encoded rows as JSON-RPC does. Keys are quoted strings followed by a colon.
func camelJSON(b json.RawMessage) json.RawMessage {
	var out bytes.Buffer
	out.Grow(len(b))
	for i := 0; i < len(b); {
		if b[i] != '"' {
			out.WriteByte(b[i])
			i++
			continue
		}
		end := i + 1
		for b[end] != '"' {
			if b[end] == '\\' {
				end++
			}
			end++
		}
		text := b[i : end+1]
		if end+1 < len(b) && b[end+1] == ':' {
			upper := false
			for _, c := range text {
				if c == '_' {
					upper = true
					continue
				}
				if upper && c >= 'a' && c <= 'z' {
					c -= 'a' - 'A'
				}
				upper = false
				out.WriteByte(c)
			}
		} else {
			out.Write(text)
		}
		i = end + 1
	}
	return out.Bytes()
}
