package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Receipt is a member's signed word that it held the envelope before its slot closed.
type Receipt struct {
	Network   rollup.Digest  `json:"network"`
	Envelope  rollup.Digest  `json:"envelope"`
	Slot      rollup.Slot    `json:"slot,string"`
	Member    rollup.Address `json:"member"`
	Signature hexutil.Bytes  `json:"signature"`
}

// ErrReceipt refuses a receipt that is not the named member's word on the envelope that was sent.
var ErrReceipt = errors.New("receipt does not hold")

// Verify checks the member's signature. Whether the member sits on the committee is known from L1.
func (r *Receipt) Verify(envelope rollup.Digest) error {
	word := sequencer.Receipt{Network: r.Network, Envelope: r.Envelope, Slot: r.Slot, Member: r.Member, Signature: append([]byte{}, r.Signature...)}
	if n := len(word.Signature); n > 0 && word.Signature[n-1] >= 27 {
		word.Signature[n-1] -= 27 // as wallets write it
	}
	if r.Envelope != envelope || word.Verify() != nil {
		return ErrReceipt
	}
	return nil
}

// ErrNoReceipt refuses what was given as a receipt.
var ErrNoReceipt = errors.New("no receipt")

// EncodeReceipt is the file that `chorale receipt check` and DecodeReceipt read: the receipt of what was sent and, where
// it was sealed at home, what its envelope shows.
func EncodeReceipt(sent *Sent) ([]byte, error) {
	file := struct {
		Receipt Receipt              `json:"receipt"`
		Sealed  *sequencer.ClearJSON `json:"sealed"`
	}{Receipt: sent.Receipt}
	if sent.Sealed != nil {
		file.Sealed = sequencer.ShowClear(sent.Sealed)
	}
	out, err := json.MarshalIndent(file, "", "  ")
	return append(out, '\n'), err
}

// DecodeReceipt finds a receipt, and the envelope's clear part if it is there, in whatever of the API has one: the
// result of a call, the whole JSON-RPC answer, an attempt of a story, a file of EncodeReceipt, or the receipt alone. The
// case lacks the network's constants and the votes' check. ErrNoReceipt.
func DecodeReceipt(text []byte) (*sequencer.Case, error) {
	var f struct {
		Result  json.RawMessage        `json:"result"`
		Receipt *sequencer.ReceiptJSON `json:"receipt"`
		Sealed  *sequencer.ClearJSON   `json:"sealed"`
	}
	err := json.Unmarshal(text, &f)
	if err == nil && f.Receipt == nil && len(f.Result) > 0 {
		err = json.Unmarshal(f.Result, &f)
	}
	if err == nil && f.Receipt == nil {
		f.Receipt = new(sequencer.ReceiptJSON)
		err = json.Unmarshal(text, f.Receipt)
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoReceipt, err)
	}
	if f.Receipt.Envelope == (rollup.Digest{}) || len(f.Receipt.Signature) == 0 {
		return nil, fmt.Errorf("%w: neither {\"receipt\": …} nor a receipt with envelope, slot, member and signature", ErrNoReceipt)
	}
	out := &sequencer.Case{Receipt: f.Receipt.Receipt()}
	if f.Sealed != nil {
		out.Envelope = f.Sealed.Clear()
	}
	return out, nil
}

// DecodeEnvelope reads an envelope's clear part from its encoding in hex, as chorale_sendSealed takes it.
func DecodeEnvelope(text string) (*auction.Clear, error) {
	raw, err := hexutil.Decode(text)
	if err != nil {
		return nil, err
	}
	e, err := auction.DecodeSealed(raw)
	if err != nil {
		return nil, err
	}
	return e.Clear(), nil
}

// Judge is the verdict over a receipt. It asks nodes in turn until one's answer decides: one that does not show the
// member's list leaves the question open for the next, so that void for want of a list is as good as the nodes that
// were asked. What a node says counts by its signatures alone. The case needs everything but Attested and Lists. An
// error says for each node why it was of no use.
func Judge(ctx context.Context, nodes []*Reader, c *sequencer.Case) (*sequencer.Judgement, error) {
	if j := c.Standing(); j != nil {
		return j, nil
	}
	var out *sequencer.Judgement
	var failed error
	for _, node := range nodes {
		j, err := node.judge(ctx, *c)
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", node.name, err))
			continue
		}
		if out = j; j.Cause != sequencer.NoExtension {
			return j, nil
		}
	}
	if out == nil {
		return nil, failed
	}
	return out, nil
}

// judge is the verdict by what one node shows.
func (r *Reader) judge(ctx context.Context, c sequencer.Case) (*sequencer.Judgement, error) {
	var err error
	if c.Attested, c.Lists, err = r.Extensions(ctx, c.Slot()); err != nil {
		return nil, err
	}
	return c.Judge()
}
