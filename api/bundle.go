package api

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
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

// examine checks a bundle as everybody will who opens it, so that what cannot execute costs no fee. It
// returns the transactions and the gas class to declare.
func (s *Server) examine(b *auction.Bundle, declared *number) ([][]*rollup.Tx, auction.GasClass, *Refusal) {
	if size := len(b.Encode()); size > auction.MaxBundleBytes {
		return nil, 0, refuse(auction.Oversized, "legs", fmt.Sprintf("the bundle has %d bytes", size), "at most 300,000 bytes; see /v1/limits")
	}
	txs, err := b.Transactions(s.cfg.Parameters.Rollups)
	if err != nil {
		r := bundleRefusal(err, "")
		if errors.Is(err, auction.ErrEmptyBundle) && r.Field == "" {
			r.Field = "legs"
		}
		return nil, 0, r
	}
	class, r := gasClass(txs, declared)
	return txs, class, r
}

// actionGas is what is left for the actions of a bundle that calls contracts: one message with room to spare.
const actionGas = 150_000

// gasClass is the least class that holds every transaction's gas limit and an allowance for actions, or the
// one declared if it holds the limits.
func gasClass(txs [][]*rollup.Tx, declared *number) (auction.GasClass, *Refusal) {
	var limits, margin uint64
	for _, leg := range txs {
		for _, tx := range leg {
			if limits += tx.Gas(); limits < tx.Gas() {
				limits = 1<<64 - 1
			}
			if len(tx.Data()) > 0 {
				margin = actionGas
			}
		}
	}
	tooMuch := func(class auction.GasClass) *Refusal {
		r := refuse(auction.GasClassExceeded, "gasClass", fmt.Sprintf("gas limits sum to %d, class %d holds %d", limits, class, class.Gas()),
			"declare a class of at least that gas (250,000 doubled per class, 6 at most), lower the gas limits, or leave gasClass out")
		return r
	}
	if declared != nil {
		class := auction.GasClass(*declared) //nolint:gosec // compared below
		if *declared > number(auction.MaxGasClass) {
			return 0, malformed("gasClass", fmt.Sprintf("no gas class %d", uint64(*declared)), "0 to 6")
		}
		if limits > class.Gas() {
			return 0, tooMuch(class)
		}
		return class, nil
	}
	for class := auction.GasClass(0); class <= auction.MaxGasClass; class++ {
		if limits+margin <= class.Gas() {
			return class, nil
		}
	}
	if limits <= auction.MaxGasClass.Gas() {
		return auction.MaxGasClass, nil
	}
	return 0, tooMuch(auction.MaxGasClass)
}

// settlePayer checks that whoever is to pay the bid said so, and can: a bid is never on the gateway's escrow
// unless the gateway's own key asks.
func (s *Server) settlePayer(ctx context.Context, b *auction.Bundle, hash rollup.Digest, signer rollup.Address, last rollup.Slot) *Refusal {
	gateway := s.gateway.account
	sponsored := b.Payer == (rollup.Address{}) || b.Payer == gateway
	if b.Bid.IsZero() && sponsored {
		if len(b.PayerSignature) != 0 {
			return malformed("payerSignature", "a signature without a payer", "name the payer")
		}
		b.Payer = rollup.Address{}
		return nil
	}
	if sponsored {
		if signer != gateway {
			return refuse(auction.BadSignature, "payer", "a bid needs a payer", fmt.Sprintf(
				"name payer, payerLastSlot and payerSignature: EIP-712 Bid(bundle, amount, bidder %s, lastSlot); or seal at home and use chorale_sendSealed", gateway))
		}
		return s.covered(ctx, gateway, b.Bid)
	}
	digest := auction.BidDigest(s.cfg.Committee.Status().Network.ID, hash, b.Bid, gateway, b.PayerLastSlot)
	if !signedBy(b.Payer, digest, b.PayerSignature) {
		return refuse(auction.BadSignature, "payerSignature", "the payer has not signed this bid", fmt.Sprintf(
			"sign EIP-712 Bid(bundle %s, amount %s, bidder %s, lastSlot %s) as %s", hash, b.Bid.Dec(), gateway, b.PayerLastSlot, b.Payer))
	}
	if last > b.PayerLastSlot {
		return refuse(auction.Expired, "payerLastSlot", fmt.Sprintf("the payer's word ends with slot %s, before slot %s", b.PayerLastSlot, last),
			"sign a later payerLastSlot, or name an earlier slot or maxSlot")
	}
	return s.covered(ctx, b.Payer, b.Bid)
}

// covered refuses a bid above the payer's escrow, as it was after the last executed slot.
func (s *Server) covered(ctx context.Context, payer rollup.Address, bid *uint256.Int) *Refusal {
	if s.cfg.Ledger == nil {
		return nil
	}
	account, err := s.cfg.Ledger.Account(ctx, payer)
	if err != nil {
		s.log.Warn("read the payer's account", "payer", payer, "err", err)
		return unavailable("the payer's escrow cannot be read now", 500)
	}
	if account.Escrow.Lt(bid) {
		return refuse(auction.InsufficientEscrow, "bid", fmt.Sprintf("bid %s wei, escrow of %s is %s wei", bid.Dec(), payer, account.Escrow.Dec()),
			"deposit escrow for the payer in the Vault on L1, or bid less")
	}
	return nil
}
