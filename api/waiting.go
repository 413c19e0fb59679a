package api

import (
	"context"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// PendingEnvelope is one of the caller's own that has no fate yet.
type PendingEnvelope struct {
	Envelope   rollup.Digest  `json:"envelope"`
	BundleHash *rollup.Digest `json:"bundleHash,omitempty"` // nil for what was sealed elsewhere
	Slot       decimal        `json:"slot"`
	Closed     bool           `json:"closed"` // its slot has: nothing replaces or cancels it any more
}

// Pending is chorale_pending: the caller's own envelopes whose slots are not attested, as far as they came through
// these gateways, by slot. Only a signer has any.
func (m *choraleMethods) Pending(ctx context.Context) ([]PendingEnvelope, error) {
	c := m.callers.caller(ctx)
	if c.signer == (rollup.Address{}) {
		return nil, m.metrics.refuse(refuse(auction.BadSignature, "signature", "only its signer is told what waits",
			"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge"))
	}
	open := m.standing.Status().OpenSlot
	out := []PendingEnvelope{}
	for _, w := range m.index.Pending(c.signer) {
		row := PendingEnvelope{Envelope: w.Envelope, Slot: decimal(w.Slot), Closed: w.Slot < open}
		if w.Bundle != (rollup.Digest{}) {
			row.BundleHash = &w.Bundle
		}
		out = append(out, row)
	}
	return out, nil
}
