package api

import (
	"crypto/rand"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// BundleParams are what chorale_sendBundle takes. Integers are JSON numbers, decimal strings or 0x quantities.
type BundleParams struct {
	Legs            []LegParams           `json:"legs"`
	Bid             amount                `json:"bid"`     // wei
	Slot            *number               `json:"slot"`    // exactly this slot; the first one, if there is a maxSlot
	MaxSlot         *number               `json:"maxSlot"` // any slot up to this one; sealed again for each until it executes
	Reverting       []rollup.Digest       `json:"revertingTxHashes"`
	Payer           *rollup.Address       `json:"payer"`
	PayerSignature  hexutil.Bytes         `json:"payerSignature"` // EIP-712 Bid(bundle, amount, bidder, lastSlot), bidder being the gateway
	PayerLastSlot   *number               `json:"payerLastSlot"`
	Authorisations  []AuthorisationParams `json:"authorisations"`
	Salt            hexutil.Bytes         `json:"salt"` // 16 bytes; zero where a payer signs, else random
	GasClass        *number               `json:"gasClass"`
	ReplacementUUID string                `json:"replacementUuid"`
	// ReplacementSeqNumber must be above every one before under the name; if absent, the order of arrival counts.
	ReplacementSeqNumber *number `json:"replacementSeqNumber"`
}

// LegParams is a run of transactions on one rollup.
type LegParams struct {
	Chain number          `json:"chainId"`
	Txs   []hexutil.Bytes `json:"txs"`
}

// AuthorisationParams is a sender's word that the gateway may carry its transaction, and nobody else.
type AuthorisationParams struct {
	Transaction rollup.Digest `json:"transaction"`
	Signature   hexutil.Bytes `json:"signature"`
}

const maxUUID = 64

// bundle makes the bundle that the parameters ask for.
func (p *BundleParams) bundle() (*auction.Bundle, *Refusal) {
	b := &auction.Bundle{Reverting: p.Reverting, Bid: &p.Bid.Int, PayerSignature: p.PayerSignature}
	for _, leg := range p.Legs {
		out := auction.Leg{Chain: rollup.ChainID(leg.Chain)}
		for _, raw := range leg.Txs {
			out.Txs = append(out.Txs, raw)
		}
		b.Legs = append(b.Legs, out)
	}
	if p.Payer != nil {
		b.Payer = *p.Payer
	}
	if p.PayerLastSlot != nil {
		b.PayerLastSlot = rollup.Slot(*p.PayerLastSlot)
	}
	for _, a := range p.Authorisations {
		b.Authorisations = append(b.Authorisations, auction.Authorisation{Transaction: a.Transaction, Signature: a.Signature})
	}
	switch {
	case len(p.Salt) == len(b.Salt):
		copy(b.Salt[:], p.Salt)
	case len(p.Salt) != 0:
		return nil, malformed("salt", fmt.Sprintf("%d bytes of salt", len(p.Salt)), "give 16 bytes, or none")
	case p.Payer == nil:
		_, _ = rand.Read(b.Salt[:]) // never fails
	}
	if len(p.ReplacementUUID) > maxUUID {
		return nil, refuse(auction.Oversized, "replacementUuid", "replacementUuid is too long", "at most 64 bytes")
	}
	return b, nil
}

// order is the bundle that the parameters ask for, and for how long.
func (p *BundleParams) order(claim gateway.Claim) (*gateway.Order, *Refusal) {
	b, r := p.bundle()
	if r != nil {
		return nil, r
	}
	return &gateway.Order{
		Bundle: b, Class: (*uint64)(p.GasClass), Slot: (*rollup.Slot)(p.Slot), Last: (*rollup.Slot)(p.MaxSlot), UUID: p.ReplacementUUID,
		Sequence: (*uint64)(p.ReplacementSeqNumber), Claim: claim,
	}, nil
}
