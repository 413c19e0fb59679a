package member

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
)

// ErrDown refuses because this member has failed; another may take the envelope.
var ErrDown = errors.New("this member is down")

func envelopeOf(raw []byte) (*sequencer.Envelope, error) {
	s, err := auction.DecodeSealed(raw)
	if err != nil {
		return nil, err
	}
	return &sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: bytes.Clone(raw)}, nil
}

// Submit takes an envelope: it is checked, held durably, passed to all members, and answered for by the receipt
// once f+1 of them say that they hold it too (or as many as are connected, or after handWait). The same envelope again gets the same receipt. A refusal is a *sequencer.Refusal with its reason.
func (m *Member) Submit(ctx context.Context, s *auction.Sealed) (sequencer.Receipt, error) {
	if err := ctx.Err(); err != nil {
		return sequencer.Receipt{}, err
	}
	if _, _, _, failure := m.pipeline.standing(); failure != nil {
		return sequencer.Receipt{}, fmt.Errorf("%w: %w", ErrDown, failure)
	}
	if err := s.Check(m.cfg.Parameters, m.cfg.Network); err != nil {
		return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.ReasonOf(err), Field: fieldOf(err), Hint: err.Error()}
	}
	e, err := envelopeOf(s.Encode())
	if err != nil {
		return sequencer.Receipt{}, &sequencer.Refusal{Reason: auction.ReasonOf(err), Hint: err.Error()}
	}
	state := m.agreed()
	if m.syncing(state.Slot) {
		return sequencer.Receipt{}, refuse(auction.RateLimited, "", "this member is not in step with the committee; ask another")
	}
	if state.Group == nil {
		return sequencer.Receipt{}, refuse(auction.TooLate, "slot", "the committee has no key yet")
	}
	if !state.MayCarry(state.Slot+1+rollup.Slot(m.cfg.Parameters.MaxLag/2), 0) {
		return sequencer.Receipt{}, refuse(auction.RateLimited, "slot", "execution trails agreement; try again in a moment")
	}
	open, _ := m.pace.open()
	h, fresh, err := m.pool.add(e, true, open, state.Fees.Balance(s.Bidder))
	if err != nil {
		return sequencer.Receipt{}, err
	}
	// The pool's word on the promise stands; the envelope is durable before anybody hears of it. A second
	// submitter of the same envelope waits for the same write by making it again.
	if err := m.store.putEnvelope(e.Slot, e.ID, heldRecord{e.Raw, h.promise}); err != nil {
		return sequencer.Receipt{}, fmt.Errorf("hold envelope: %w", err)
	}
	// If we crash here, the envelope is held, listed and taken, and nobody was told.
	m.links.hand(e, fresh)
	return m.receipt(e.ID, h.promise)
}

// receipt signs this member's word. The same each time: the signature is deterministic.
func (m *Member) receipt(id rollup.Digest, promise rollup.Slot) (sequencer.Receipt, error) {
	r := sequencer.Receipt{Network: m.cfg.Network.ID, Envelope: id, Slot: promise, Member: m.Address()}
	digest := auction.ReceiptDigest(r.Network, r.Envelope, r.Slot, r.Member)
	var err error
	if r.Signature, err = crypto.Sign(digest[:], m.cfg.Account); err != nil {
		return sequencer.Receipt{}, fmt.Errorf("sign receipt: %w", err)
	}
	return r, nil
}

// accept takes an envelope from another member, if it is one that a batch could have, and says whether it is held.
func (m *Member) accept(s *auction.Sealed, raw []byte) bool {
	id := s.ID()
	if m.pool.find(s.Slot, id) != nil {
		return true
	}
	if s.Check(m.cfg.Parameters, m.cfg.Network) != nil {
		return false
	}
	e := &sequencer.Envelope{Sealed: s, ID: id, Raw: bytes.Clone(raw)}
	state := m.agreed()
	_, fresh, err := m.pool.add(e, false, state.Slot+1, state.Fees.Balance(s.Bidder))
	if err != nil || !fresh {
		return err == nil
	}
	if err := m.store.putEnvelope(e.Slot, e.ID, heldRecord{e.Raw, 0}); err != nil {
		m.log.Error("hold another member's envelope", "err", err)
		return false
	}
	return true
}

// fieldOf names the envelope's field that a refusal is about.
func fieldOf(err error) string {
	for _, f := range []struct {
		err   error
		field string
	}{
		{auction.ErrBadSignature, "signature"}, {auction.ErrClass, "sizeClass, gasClass"}, {auction.ErrOversized, "sizeClass"},
		{auction.ErrOtherNetwork, "network"}, {auction.ErrCiphertext, "ciphertext"},
	} {
		if errors.Is(err, f.err) {
			return f.field
		}
	}
	return ""
}
