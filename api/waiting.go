package api

import (
	"cmp"
	"context"
	"slices"

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
// this gateway, by slot. Only a signer has any.
func (m *choraleMethods) Pending(ctx context.Context) ([]PendingEnvelope, error) {
	c := m.s.caller(ctx)
	if c.signer == (rollup.Address{}) {
		return nil, m.s.metrics.refuse(refuse(auction.BadSignature, "signature", "only its signer is told what waits",
			"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge"))
	}
	return m.s.book.pendingOf(c.signer, m.s.cfg.Committee.Status().OpenSlot), nil
}

func (b *book) pendingOf(owner rollup.Address, open rollup.Slot) []PendingEnvelope {
	b.mu.RLock()
	defer b.mu.RUnlock()
	out := []PendingEnvelope{}
	seen := map[rollup.Digest]bool{}
	for slot, stories := range b.waiting { // sorted below
		for _, s := range stories {
			for i := range s.attempts {
				t := &s.attempts[i]
				if t.slot != slot || t.state() != auction.Received || seen[t.envelope] || !slices.Contains(t.owners, owner) {
					continue
				}
				seen[t.envelope] = true
				row := PendingEnvelope{Envelope: t.envelope, Slot: decimal(slot), Closed: slot < open}
				if s.bundle != (rollup.Digest{}) {
					row.BundleHash = &s.bundle
				}
				out = append(out, row)
			}
		}
	}
	slices.SortFunc(out, func(a, b PendingEnvelope) int {
		return cmp.Or(cmp.Compare(a.Slot, b.Slot), a.Envelope.Cmp(b.Envelope))
	})
	return out
}
