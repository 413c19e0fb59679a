package api

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// choraleMethods are the JSON-RPC methods of namespace chorale.
type choraleMethods struct{ s *Server }

// SentBundle is the answer to chorale_sendBundle and chorale_sendSealed. BundleHash is nil for what was sealed
// elsewhere: nobody here has read it.
type SentBundle struct {
	BundleHash *rollup.Digest  `json:"bundleHash,omitempty"`
	Envelope   rollup.Digest   `json:"envelope"`
	Slot       decimal         `json:"slot"`
	MaxSlot    decimal         `json:"maxSlot,omitempty"` // the last slot for which it is sealed again
	Fee        wei             `json:"fee"`               // wei that this envelope pays, win or lose
	Receipt    json.RawMessage `json:"receipt"`
	// What the envelope shows. A receipt is judged together with it, and whoever had the gateway seal has no envelope.
	Sealed *sequencer.ClearJSON `json:"sealed"`
	// Of a named bundle: its place among those of the name, and what was sealed to take an earlier one out of
	// another slot.
	SequenceNumber decimal        `json:"replacementSeqNumber,omitempty"`
	Cancellations  []Cancellation `json:"cancellations,omitempty"`
}

func sentBundle(done *sent, bundle *rollup.Digest) *SentBundle {
	return &SentBundle{
		BundleHash: bundle, Envelope: done.envelope, Slot: decimal(done.slot), Fee: wei{done.fee},
		Receipt: camelJSON(snakeJSON(receiptRow(&done.receipt))), Sealed: sequencer.ShowClear(done.clear),
	}
}

// SendBundle is chorale_sendBundle: the gateway seals the bundle for the next slot, the one named, or each
// slot up to maxSlot until it executes.
func (m *choraleMethods) SendBundle(ctx context.Context, raw *json.RawMessage) (*SentBundle, error) {
	var p BundleParams
	if r := decodeParams(raw, "bundle", &p); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	out, r := m.s.sendBundle(ctx, &p)
	if r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	return out, nil
}

func (s *Server) sendBundle(ctx context.Context, p *BundleParams) (*SentBundle, *Refusal) {
	c := s.caller(ctx)
	if r := s.countBundle(c); r != nil {
		return nil, r
	}
	b, r := p.bundle()
	if r != nil {
		return nil, r
	}
	h := &holding{order: order{bundle: b, owners: []rollup.Address{c.signer, b.Payer}}, by: c.key(), anonymous: c.anonymous()}
	if p.ReplacementUUID != "" {
		if c.signer == (rollup.Address{}) {
			return nil, refuse(auction.BadSignature, "replacementUuid", "only a signer can name a bundle",
				"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge")
		}
		h.key = replaceKey{c.signer, p.ReplacementUUID}
		leave, r := s.keeper.lanes.enter(ctx, h.key)
		if r != nil {
			return nil, r
		}
		defer leave()
		if r := s.keeper.number(h, p.ReplacementSeqNumber); r != nil {
			return nil, r
		}
	}
	if r := p.checkName(s.gateway.account); r != nil {
		return nil, r
	}
	var txs [][]*rollup.Tx
	if txs, h.class, r = s.examine(b, p.GasClass); r != nil {
		return nil, r
	}
	if r := s.foresee(ctx, b, txs, func(leg, tx int) string { return fmt.Sprintf("legs[%d].txs[%d]", leg, tx) }); r != nil {
		return nil, r
	}
	last, r := s.slots(h, p)
	if r != nil {
		return nil, r
	}
	if b.Payer == s.gateway.account {
		b.Payer = rollup.Address{}
	}
	h.hash = b.Hash()
	if r := s.settlePayer(ctx, b, h.hash, c.signer, last); r != nil {
		return nil, r
	}
	if c.socket != nil {
		h.claim = &c.socket.own
	}
	out, r := s.seal(ctx, h)
	if r != nil {
		return nil, r
	}
	return out, nil
}

// seal seals a bundle for its first slot and says what was done.
func (s *Server) seal(ctx context.Context, h *holding) (*SentBundle, *Refusal) {
	if h.name == nil {
		done, r := s.place(ctx, h)
		if r != nil {
			return nil, r
		}
		out := sentBundle(done, &h.hash)
		out.MaxSlot = decimal(h.last)
		return out, nil
	}
	done, cancelled, r := s.placeNamed(ctx, h)
	if r != nil {
		return nil, r
	}
	out := sentBundle(done, &h.hash)
	out.MaxSlot, out.SequenceNumber, out.Cancellations = decimal(h.last), decimal(h.bundle.Sequence), cancelled
	return out, nil
}

// slots sets for which slots a bundle is sealed, and gives the last one that its payer must have signed for.
func (s *Server) slots(h *holding, p *BundleParams) (rollup.Slot, *Refusal) {
	open := s.cfg.Committee.Status().OpenSlot
	switch {
	case p.MaxSlot != nil:
		if p.Slot != nil {
			h.first = rollup.Slot(*p.Slot)
		}
		if h.last = rollup.Slot(*p.MaxSlot); h.last < h.first {
			return 0, malformed("maxSlot", "maxSlot "+h.last.String()+" is before slot "+h.first.String(), "name the first slot and the last")
		}
		h.last = min(h.last, max(open, h.first)+s.cfg.Limits.ResealSlots)
		return h.last, nil
	case p.Slot != nil:
		h.exact = rollup.Slot(*p.Slot)
		return h.exact, nil
	}
	return open, nil
}

// checkName refuses a name that cannot be kept.
func (p *BundleParams) checkName(gateway rollup.Address) *Refusal {
	switch {
	case p.ReplacementUUID == "" && p.ReplacementSeqNumber != nil:
		return malformed("replacementSeqNumber", "a number without a name", "give replacementUuid as well")
	case p.ReplacementUUID != "" && p.ReplacementSeqNumber == nil && p.Payer != nil && *p.Payer != gateway:
		return malformed("replacementSeqNumber", "the payer's word covers the number, so it must be given",
			"set the bundle's replacement and sequence before the payer signs, and give the sequence as replacementSeqNumber")
	}
	return nil
}

// place seals a bundle for the first time, holding its place from before.
func (s *Server) place(ctx context.Context, h *holding) (*sent, *Refusal) {
	if r := s.keeper.reserve(h); r != nil {
		return nil, r
	}
	done, r := s.gateway.send(ctx, h, h.exact)
	if r != nil {
		s.keeper.release(h)
		return nil, r
	}
	s.keeper.sealed(h, done)
	return done, nil
}

// key is whom limits count for: the key that signed, or the address where none did.
func (c *caller) key() string {
	if c.signer != (rollup.Address{}) {
		return c.signer.Hex()
	}
	return c.address
}

// anonymous says that nobody answers for what the caller has the gateway spend.
func (c *caller) anonymous() bool { return c.signer == (rollup.Address{}) }

// countBundle counts a bundle against its caller.
func (s *Server) countBundle(c *caller) *Refusal {
	if wait, ok := s.guard.bundles.take(s.cfg.Now(), c.key(), 1, s.cfg.Limits.BundlesPerMinute); !ok {
		return limited("bundles", s.cfg.Limits.BundlesPerMinute, wait)
	}
	return nil
}

// SealedParams are the clear fields and the ciphertext of an envelope that was sealed at home, or its
// canonical encoding whole.
type SealedParams struct {
	Raw         hexutil.Bytes  `json:"raw"`
	Network     rollup.Digest  `json:"network"`
	Incarnation number         `json:"incarnation"`
	Epoch       number         `json:"epoch"`
	Slot        number         `json:"slot"`
	Bidder      rollup.Address `json:"bidder"`
	SizeClass   number         `json:"sizeClass"`
	GasClass    number         `json:"gasClass"`
	Ciphertext  hexutil.Bytes  `json:"ciphertext"`
	Signature   hexutil.Bytes  `json:"signature"`
}

// envelope is what the parameters describe.
func (p *SealedParams) envelope() (*auction.Sealed, *Refusal) {
	if len(p.Raw) > 0 {
		e, err := auction.DecodeSealed(p.Raw)
		if err != nil {
			return nil, bundleAt(bundleRefusal(err, ""), "envelope.raw")
		}
		return e, nil
	}
	if p.SizeClass > 255 || p.GasClass > 255 {
		return nil, malformed("envelope.sizeClass", "no such class", "size classes are 0 to 4, gas classes 0 to 6")
	}
	return &auction.Sealed{
		Network: rollup.Network{ID: p.Network, Incarnation: uint64(p.Incarnation), Epoch: uint64(p.Epoch)},
		Slot:    rollup.Slot(p.Slot), Bidder: p.Bidder, SizeClass: auction.SizeClass(p.SizeClass), GasClass: auction.GasClass(p.GasClass), //nolint:gosec // bounded above
		Ciphertext: p.Ciphertext, Signature: p.Signature,
	}, nil
}

func bundleAt(r *Refusal, field string) *Refusal {
	r.Field = field
	return r
}

// SendSealed is chorale_sendSealed: the envelope goes to the committee as it is.
func (m *choraleMethods) SendSealed(ctx context.Context, raw *json.RawMessage) (*SentBundle, error) {
	var p SealedParams
	if r := decodeParams(raw, "envelope", &p); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	c := m.s.caller(ctx)
	if r := m.s.countBundle(c); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	e, r := p.envelope()
	if r == nil {
		r = m.s.checkSealed(e)
	}
	if r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	if m.s.book.received(e.ID()) {
		return nil, m.s.metrics.refuse(heldAlready())
	}
	if c.socket != nil {
		c.socket.own.add(e.ID()) // before its first event
	}
	done, r := m.s.gateway.submit(ctx, e, rollup.Digest{}, "envelope.", c.signer)
	if r != nil {
		return nil, r
	}
	return sentBundle(done, nil), nil
}

// heldAlready refuses an envelope a second time: a member holds it, and its receipt is in its story.
func heldAlready() *Refusal {
	_, hint := mending(auction.Duplicate)
	return refuse(auction.Duplicate, "envelope", "the same envelope was taken already", hint)
}

// checkSealed refuses what every member would refuse, and names the field.
func (s *Server) checkSealed(e *auction.Sealed) *Refusal {
	st := s.cfg.Committee.Status()
	if st.Group == nil {
		return unavailable("the committee has no key yet: its ceremony is under way", 500)
	}
	if err := e.Check(s.cfg.Parameters, st.Network); err != nil {
		r := bundleRefusal(err, "")
		r.Field, r.Hint = sealedField(e, err, r)
		return r
	}
	if e.Slot < st.OpenSlot {
		reason := auction.SlotInPast
		if e.Slot+1 >= st.OpenSlot {
			reason = auction.TooLate
		}
		return refuse(reason, "envelope.slot", fmt.Sprintf("slot %s has closed, slot %s is open", e.Slot, st.OpenSlot),
			"seal to slot "+st.OpenSlot.String()+" or later: chorale_sealingKey names it with its closing time")
	}
	return nil
}

// SealingKey is all that is needed to seal at home.
type SealingKey struct {
	Network     rollup.Digest       `json:"network"`
	Incarnation decimal             `json:"incarnation"`
	Epoch       decimal             `json:"epoch"`
	GroupKey    threshold.PublicKey `json:"groupKey"`
	Identity    string              `json:"identity"` // how a slot's identity is made
	Slot        decimal             `json:"slot"`     // open now
	ClosesMs    decimal             `json:"closesMs"` // Unix ms, by this gateway's estimate
	SlotMs      decimal             `json:"slotMs"`
	Gateway     rollup.Address      `json:"gateway"` // the bidder that a payer names in chorale_sendBundle
}

// SealingKey is chorale_sealingKey.
func (m *choraleMethods) SealingKey() (*SealingKey, error) {
	st := m.s.cfg.Committee.Status()
	if st.Group == nil {
		return nil, unavailable("the committee has no key yet: its ceremony is under way", 500)
	}
	return &SealingKey{
		Network: st.Network.ID, Incarnation: decimal(st.Network.Incarnation), Epoch: decimal(st.Network.Epoch), GroupKey: st.Group.Public,
		Identity: `keccak256("chorale/opening/v1" ‖ network (32) ‖ incarnation (8) ‖ epoch (8) ‖ slot (8)), integers big-endian`,
		Slot:     decimal(st.OpenSlot), ClosesMs: decimal(max(st.ClosesAt.UnixMilli(), 0)), SlotMs: decimal(m.s.cfg.Parameters.SlotMs), //nolint:gosec // not negative
		Gateway: m.s.gateway.account,
	}, nil
}

// GetBundle is chorale_getBundle: the full story under a bundle's hash, an envelope's id or the hash of a
// transaction that was executed; null if nothing of that name is known here. What waits of a bundle that was
// read already is told only to its maker: who signed the request, or authenticated or sent it on the connection.
func (m *choraleMethods) GetBundle(ctx context.Context, raw *json.RawMessage) (json.RawMessage, error) {
	var hash rollup.Digest
	if r := decodeParams(raw, "bundleHash", &hash); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	c := m.s.caller(ctx)
	v := viewer{signer: c.signer}
	if c.socket != nil {
		v.own = &c.socket.own
	}
	row, ok := m.s.book.tell(hash, v)
	if !ok {
		return json.RawMessage("null"), nil
	}
	return camelJSON(snakeJSON(row)), nil
}

// CancelBundle is chorale_cancelBundle.
func (m *choraleMethods) CancelBundle(ctx context.Context, raw *json.RawMessage) (*Cancelled, error) {
	var p CancelParams
	if r := decodeParams(raw, "cancel", &p); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	c := m.s.caller(ctx)
	if c.signer == (rollup.Address{}) {
		return nil, m.s.metrics.refuse(refuse(auction.BadSignature, "replacementUuid", "only its signer can cancel a bundle",
			"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge"))
	}
	if r := m.s.countBundle(c); r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	out, r := m.s.cancelBundle(ctx, c, &p)
	if r != nil {
		return nil, m.s.metrics.refuse(r)
	}
	return out, nil
}

// Challenge is chorale_challenge: a fresh challenge for this WebSocket connection.
func (m *choraleMethods) Challenge(ctx context.Context) (*Challenge, error) {
	c := m.s.caller(ctx)
	if c.socket == nil {
		return nil, m.s.metrics.refuse(malformed("method", "only a WebSocket connection is challenged", "over HTTP sign each request by X-Flashbots-Signature"))
	}
	out := c.socket.auth.issue(c.socket)
	return &out, nil
}

// Authenticate is chorale_authenticate: one signed answer to the connection's challenge.
func (m *choraleMethods) Authenticate(ctx context.Context, raw *json.RawMessage) (bool, error) {
	var p AuthenticateParams
	if r := decodeParams(raw, "answer", &p); r != nil {
		return false, m.s.metrics.refuse(r)
	}
	c := m.s.caller(ctx)
	if c.socket == nil {
		return false, m.s.metrics.refuse(malformed("method", "only a WebSocket connection is authenticated", "over HTTP sign each request by X-Flashbots-Signature"))
	}
	if r := c.socket.auth.answer(p.Address, p.Signature, m.s.cfg.Now()); r != nil {
		return false, m.s.metrics.refuse(r)
	}
	return true, nil
}
