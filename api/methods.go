package api

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// choraleMethods are the JSON-RPC methods of namespace chorale.
type choraleMethods struct {
	gateway    *gateway.Gateway
	index      *index.Index
	standing   Standing
	parameters *rollup.Parameters
	callers    *sockets
	guard      *guard
	metrics    *metrics
}

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

func sentBundle(done *gateway.Sent) *SentBundle {
	out := &SentBundle{
		Envelope: done.Envelope, Slot: decimal(done.Slot), MaxSlot: decimal(done.Last), Fee: wei{done.Fee}, SequenceNumber: decimal(done.Sequence),
		Receipt: camelJSON(snakeJSON(receiptRow(&done.Receipt))), Sealed: sequencer.ShowClear(done.Clear),
	}
	if done.Bundle != (rollup.Digest{}) {
		out.BundleHash = &done.Bundle
	}
	for _, c := range done.Cancellations {
		out.Cancellations = append(out.Cancellations, cancellation(&c))
	}
	return out
}

// SendBundle is chorale_sendBundle: the gateway seals the bundle for the next slot, the one named, or each
// slot up to maxSlot until it executes.
func (m *choraleMethods) SendBundle(ctx context.Context, raw *json.RawMessage) (*SentBundle, error) {
	var p BundleParams
	if r := decodeParams(raw, "bundle", &p); r != nil {
		return nil, m.metrics.refuse(r)
	}
	c := m.callers.caller(ctx)
	order, r := p.order(c.claim())
	if r != nil {
		return nil, m.metrics.refuse(r)
	}
	done, refusal := m.gateway.Send(ctx, c.gateway(), order)
	if refusal != nil {
		return nil, m.metrics.refuse(told(refusal))
	}
	awaitTold(ctx, m.index, done)
	return sentBundle(done), nil
}

// toldWithin bounds how long an answer waits until the index here tells of what was taken.
const toldWithin = 250 * time.Millisecond

// awaitTold has whoever was answered find here what was taken. It is held whether the index tells of it or not.
func awaitTold(ctx context.Context, x *index.Index, done *gateway.Sent) {
	ctx, cancel := context.WithTimeout(ctx, toldWithin)
	defer cancel()
	x.Await(ctx, done.Envelope)
}

// Cancelled is the answer to chorale_cancelBundle: the bundle is not sealed again, and where it was sealed for a
// slot that is open, a cancellation stands beside it. Asked again, the answer is the same and nothing is sealed.
type Cancelled struct {
	BundleHash     rollup.Digest  `json:"bundleHash"`
	Code           auction.Reason `json:"code"`                 // CANCELLED
	SequenceNumber decimal        `json:"replacementSeqNumber"` // the highest used; a later bundle of the name needs a higher one
	Cancellations  []Cancellation `json:"cancellations"`        // empty if it was in no batch to come
}

// Cancellation is an envelope that cancels what its bidder sealed for the slot under the same name. It pays an
// opening fee of its own, and what it cancels pays its own all the same: both are opened.
type Cancellation struct {
	BundleHash rollup.Digest   `json:"bundleHash"` // the cancellation's own
	Envelope   rollup.Digest   `json:"envelope"`
	Slot       decimal         `json:"slot"`
	Fee        wei             `json:"fee"`      // wei
	Promised   bool            `json:"promised"` // by the receipt, to be in the slot's batch; else it may have come too late
	Receipt    json.RawMessage `json:"receipt"`
}

func cancellation(c *gateway.Cancellation) Cancellation {
	return Cancellation{c.Bundle, c.Envelope, decimal(c.Slot), wei{c.Fee}, c.Promised, camelJSON(snakeJSON(receiptRow(&c.Receipt)))}
}

// CancelParams name a bundle by what its maker called it.
type CancelParams struct {
	ReplacementUUID      string  `json:"replacementUuid"`
	ReplacementSeqNumber *number `json:"replacementSeqNumber"` // above every one before; the next if absent
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
			return nil, bundleAt(told(gateway.BundleRefusal(err, "")), "envelope.raw")
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
		return nil, m.metrics.refuse(r)
	}
	c := m.callers.caller(ctx)
	e, r := p.envelope()
	if r == nil {
		r = m.checkSealed(e)
	}
	if r != nil {
		return nil, m.metrics.refuse(r)
	}
	done, refusal := m.gateway.Submit(ctx, c.gateway(), e, c.claim(), "envelope.")
	if refusal != nil {
		return nil, m.metrics.refuse(told(refusal))
	}
	awaitTold(ctx, m.index, done)
	return sentBundle(done), nil
}

// checkSealed refuses what every member would refuse, and names the field.
func (m *choraleMethods) checkSealed(e *auction.Sealed) *Refusal {
	st := m.standing.Status()
	if st.Group == nil {
		return unavailable("the committee has no key yet: its ceremony is under way", 500)
	}
	if err := e.Check(m.parameters, st.Network); err != nil {
		r := told(gateway.BundleRefusal(err, ""))
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
	st := m.standing.Status()
	if st.Group == nil {
		return nil, unavailable("the committee has no key yet: its ceremony is under way", 500)
	}
	return &SealingKey{
		Network: st.Network.ID, Incarnation: decimal(st.Network.Incarnation), Epoch: decimal(st.Network.Epoch), GroupKey: st.Group.Public,
		Identity: `keccak256("chorale/opening/v1" ‖ network (32) ‖ incarnation (8) ‖ epoch (8) ‖ slot (8)), integers big-endian`,
		Slot:     decimal(st.OpenSlot), ClosesMs: decimal(max(st.ClosesAt.UnixMilli(), 0)), SlotMs: decimal(m.parameters.SlotMs), //nolint:gosec // not negative
		Gateway: m.gateway.Account(),
	}, nil
}

// GetBundle is chorale_getBundle: the full story under a bundle's hash, an envelope's id or the hash of a
// transaction that was executed; null if nothing of that name is known here. What waits of a bundle that was
// read already is told only to its maker: who signed the request, or authenticated or sent it on the connection.
func (m *choraleMethods) GetBundle(ctx context.Context, raw *json.RawMessage) (json.RawMessage, error) {
	var hash rollup.Digest
	if r := decodeParams(raw, "bundleHash", &hash); r != nil {
		return nil, m.metrics.refuse(r)
	}
	c := m.callers.caller(ctx)
	story, ok := m.index.Tell(hash, c.viewer())
	if !ok {
		return json.RawMessage("null"), nil
	}
	return camelJSON(snakeJSON(storyRow(&story))), nil
}

// CancelBundle is chorale_cancelBundle.
func (m *choraleMethods) CancelBundle(ctx context.Context, raw *json.RawMessage) (*Cancelled, error) {
	var p CancelParams
	if r := decodeParams(raw, "cancel", &p); r != nil {
		return nil, m.metrics.refuse(r)
	}
	c := m.callers.caller(ctx)
	done, refusal := m.gateway.Cancel(ctx, c.gateway(), p.ReplacementUUID, (*uint64)(p.ReplacementSeqNumber))
	if refusal != nil {
		return nil, m.metrics.refuse(told(refusal))
	}
	out := &Cancelled{BundleHash: done.Bundle, Code: auction.Cancelled, SequenceNumber: decimal(done.Sequence), Cancellations: []Cancellation{}}
	for _, one := range done.Cancellations {
		out.Cancellations = append(out.Cancellations, cancellation(&one))
	}
	return out, nil
}

// Challenge is chorale_challenge: a fresh challenge for this WebSocket connection.
func (m *choraleMethods) Challenge(ctx context.Context) (*Challenge, error) {
	c := m.callers.caller(ctx)
	if c.socket == nil {
		return nil, m.metrics.refuse(malformed("method", "only a WebSocket connection is challenged", "over HTTP sign each request by X-Flashbots-Signature"))
	}
	out := c.socket.auth.issue(c.socket)
	return &out, nil
}

// Authenticate is chorale_authenticate: one signed answer to the connection's challenge.
func (m *choraleMethods) Authenticate(ctx context.Context, raw *json.RawMessage) (bool, error) {
	var p AuthenticateParams
	if r := decodeParams(raw, "answer", &p); r != nil {
		return false, m.metrics.refuse(r)
	}
	c := m.callers.caller(ctx)
	if c.socket == nil {
		return false, m.metrics.refuse(malformed("method", "only a WebSocket connection is authenticated", "over HTTP sign each request by X-Flashbots-Signature"))
	}
	if r := c.socket.auth.answer(p.Address, p.Signature, m.guard.now()); r != nil {
		return false, m.metrics.refuse(r)
	}
	return true, nil
}
