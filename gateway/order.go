package gateway

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Caller is for whom a gateway works.
type Caller struct {
	Signer  rollup.Address // zero if nobody signed
	Address string         // whom limits count for where nobody did
}

// by is whom limits count for: the key that signed, or the address where none did.
func (c Caller) by() string {
	if c.Signer != (rollup.Address{}) {
		return c.Signer.Hex()
	}
	return c.Address
}

// anonymous says that nobody answers for what the caller has the gateway spend.
func (c Caller) anonymous() bool { return c.Signer == (rollup.Address{}) }

// Claim is told by what names a caller may follow what it sent, before the first event of it. Safe for concurrent use.
type Claim interface {
	// Add claims bundles or envelopes.
	Add(names ...rollup.Digest)
	// Remove gives one up that was not taken.
	Remove(name rollup.Digest)
}

// Order is a bundle to be sealed here, and for how long.
type Order struct {
	Bundle   *auction.Bundle
	Class    *uint64      // the gas class declared; nil for the least that holds it
	Slot     *rollup.Slot // exactly this slot; the first one, if there is a last
	Last     *rollup.Slot // any slot up to this one; sealed again for each until it executes
	UUID     string       // its name; empty for none
	Sequence *uint64      // its number under the name; nil for the order of arrival
	Claim    Claim        // may be nil
}

// Send seals a bundle for the next slot, the one named, or each slot up to the last until it executes. When it returns, a
// member holds its envelope durably.
func (g *Gateway) Send(ctx context.Context, c Caller, o *Order) (*Sent, *Refusal) {
	if r := g.countBundle(ctx, c); r != nil {
		return nil, r
	}
	b := o.Bundle
	h := &held{holding: holding{By: c.by(), Anonymous: c.anonymous(), Owners: []rollup.Address{c.Signer, b.Payer}}, bundle: b, claim: o.Claim}
	if o.UUID != "" {
		if c.Signer == (rollup.Address{}) {
			return nil, Refuse(auction.BadSignature, "replacementUuid", "only a signer can name a bundle",
				"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge")
		}
		h.Name = &nameKey{c.Signer, o.UUID}
		leave, r := g.enter(ctx, h.lane())
		if r != nil {
			return nil, r
		}
		defer leave()
		if r := g.number(ctx, h, o.Sequence); r != nil {
			return nil, r
		}
	}
	if r := o.checkName(g.account); r != nil {
		return nil, r
	}
	txs, class, r := g.examine(b, o.Class)
	if r != nil {
		return nil, r
	}
	h.Class = class
	if r := g.foresee(ctx, b, txs, func(leg, tx int) string { return fmt.Sprintf("legs[%d].txs[%d]", leg, tx) }); r != nil {
		return nil, r
	}
	last, r := g.slots(h, o)
	if r != nil {
		return nil, r
	}
	if b.Payer == g.account {
		b.Payer = rollup.Address{}
	}
	h.hash = b.Hash()
	if r := g.settlePayer(ctx, b, h.hash, c.Signer, last); r != nil {
		return nil, r
	}
	h.Bundle = b.Encode()
	if h.Name == nil {
		return g.place(ctx, h, auction.Replaced)
	}
	done, r := g.placeNamed(ctx, h)
	if r != nil {
		return nil, r
	}
	done.Sequence = b.Sequence
	return done, nil
}

// place seals a bundle without a name for the first time, holding its place from before.
func (g *Gateway) place(ctx context.Context, h *held, supersede auction.Reason) (*Sent, *Refusal) {
	if h.Last != 0 { // else nobody seals it again
		leave, r := g.enter(ctx, h.lane())
		if r != nil {
			return nil, r
		}
		defer leave()
	}
	if r := g.reserve(ctx, h, supersede); r != nil {
		return nil, r
	}
	done, r := g.send(ctx, h, h.exact)
	if r != nil {
		g.release(ctx, h, r)
		return nil, r
	}
	return done, nil
}

// checkName refuses a name that cannot be kept.
func (o *Order) checkName(gateway rollup.Address) *Refusal {
	switch {
	case o.UUID == "" && o.Sequence != nil:
		return Malformed("replacementSeqNumber", "a number without a name", "give replacementUuid as well")
	case o.UUID != "" && o.Sequence == nil && o.Bundle.Payer != (rollup.Address{}) && o.Bundle.Payer != gateway:
		return Malformed("replacementSeqNumber", "the payer's word covers the number, so it must be given",
			"set the bundle's replacement and sequence before the payer signs, and give the sequence as replacementSeqNumber")
	}
	return nil
}

// slots sets for which slots a bundle is sealed, and gives the last one that its payer must have signed for.
func (g *Gateway) slots(h *held, o *Order) (rollup.Slot, *Refusal) {
	open := g.cfg.Committee.Status().OpenSlot
	switch {
	case o.Last != nil:
		if o.Slot != nil {
			h.First = *o.Slot
		}
		if h.Last = *o.Last; h.Last < h.First {
			return 0, Malformed("maxSlot", "maxSlot "+h.Last.String()+" is before slot "+h.First.String(), "name the first slot and the last")
		}
		h.Last = min(h.Last, max(open, h.First)+g.cfg.Limits.ResealSlots)
		return h.Last, nil
	case o.Slot != nil:
		h.exact = *o.Slot
		return h.exact, nil
	}
	return open, nil
}

// examine checks a bundle as everybody will who opens it, so that what cannot execute costs no fee. It
// returns the transactions and the gas class to declare.
func (g *Gateway) examine(b *auction.Bundle, declared *uint64) ([][]*rollup.Tx, auction.GasClass, *Refusal) {
	if size := len(b.Encode()); size > auction.MaxBundleBytes {
		return nil, 0, Refuse(auction.Oversized, "legs", fmt.Sprintf("the bundle has %d bytes", size), "at most 300,000 bytes; see /v1/limits")
	}
	txs, err := b.Transactions(g.cfg.Parameters.Rollups)
	if err != nil {
		r := BundleRefusal(err, "")
		if errors.Is(err, auction.ErrEmptyBundle) && r.Field == "" {
			r.Field = "legs"
		}
		return nil, 0, r
	}
	class, r := gasClass(txs, declared)
	if r == nil {
		r = g.fits(b, class)
	}
	return txs, class, r
}

// fits refuses what no batch of this network can hold: it would be sealed, paid for and never taken.
func (g *Gateway) fits(b *auction.Bundle, class auction.GasClass) *Refusal {
	err := b.Fits(g.cfg.Parameters, class)
	switch {
	case errors.Is(err, auction.ErrClass):
		return Refuse(auction.GasClassExceeded, "gasClass", fmt.Sprintf("no batch of this network holds gas class %d", class), "lower the gas limits, or split the bundle")
	case err != nil:
		hint := "no batch of this network holds a bundle of this gas class"
		if most := auction.MostBytes(g.cfg.Parameters, class); most > 0 {
			hint = fmt.Sprintf("at most %d bytes of bundle in gas class %d: a slot's data has to fit into one posting on L1", most, class)
		}
		return Refuse(auction.Oversized, "legs", err.Error(), hint)
	}
	return nil
}

// actionGas is what is left for the actions of a bundle that calls contracts: one message with room to spare.
const actionGas = 150_000

// gasClass is the least class that holds every transaction's gas limit and an allowance for actions, or the
// one declared if it holds the limits.
func gasClass(txs [][]*rollup.Tx, declared *uint64) (auction.GasClass, *Refusal) {
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
		return Refuse(auction.GasClassExceeded, "gasClass", fmt.Sprintf("gas limits sum to %d, class %d holds %d", limits, class, class.Gas()),
			"declare a class of at least that gas (250,000 doubled per class, 6 at most), lower the gas limits, or leave gasClass out")
	}
	if declared != nil {
		class := auction.GasClass(*declared) //nolint:gosec // compared below
		if *declared > uint64(auction.MaxGasClass) {
			return 0, Malformed("gasClass", fmt.Sprintf("no gas class %d", *declared), "0 to 6")
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
func (g *Gateway) settlePayer(ctx context.Context, b *auction.Bundle, hash rollup.Digest, signer rollup.Address, last rollup.Slot) *Refusal {
	sponsored := b.Payer == (rollup.Address{}) || b.Payer == g.account
	if b.Bid.IsZero() && sponsored {
		if len(b.PayerSignature) != 0 {
			return Malformed("payerSignature", "a signature without a payer", "name the payer")
		}
		b.Payer = rollup.Address{}
		return nil
	}
	if sponsored {
		if signer != g.account {
			return Refuse(auction.BadSignature, "payer", "a bid needs a payer", fmt.Sprintf(
				"name payer, payerLastSlot and payerSignature: EIP-712 Bid(bundle, amount, bidder %s, lastSlot); or seal at home and use chorale_sendSealed", g.account))
		}
		return g.covered(ctx, g.account, b.Bid)
	}
	digest := auction.BidDigest(g.cfg.Committee.Status().Network.ID, hash, b.Bid, g.account, b.PayerLastSlot)
	if !SignedBy(b.Payer, digest, b.PayerSignature) {
		return Refuse(auction.BadSignature, "payerSignature", "the payer has not signed this bid", fmt.Sprintf(
			"sign EIP-712 Bid(bundle %s, amount %s, bidder %s, lastSlot %s) as %s", hash, b.Bid.Dec(), g.account, b.PayerLastSlot, b.Payer))
	}
	if last > b.PayerLastSlot {
		return Refuse(auction.Expired, "payerLastSlot", fmt.Sprintf("the payer's word ends with slot %s, before slot %s", b.PayerLastSlot, last),
			"sign a later payerLastSlot, or name an earlier slot or maxSlot")
	}
	return g.covered(ctx, b.Payer, b.Bid)
}

// covered refuses a bid above the payer's escrow, as it was after the last executed slot.
func (g *Gateway) covered(ctx context.Context, payer rollup.Address, bid *uint256.Int) *Refusal {
	if g.cfg.Ledger == nil {
		return nil
	}
	account, err := g.cfg.Ledger.Account(ctx, payer)
	if err != nil {
		g.log.Warn("read the payer's account", "payer", payer, "err", err)
		return Unavailable("the payer's escrow cannot be read now", 500)
	}
	if account.Escrow.Lt(bid) {
		return Refuse(auction.InsufficientEscrow, "bid", fmt.Sprintf("bid %s wei, escrow of %s is %s wei", bid.Dec(), payer, account.Escrow.Dec()),
			"deposit escrow for the payer in the Vault on L1, or bid less")
	}
	return nil
}

// SignedBy says whether sig (65 bytes, v in 0, 1, 27, 28, low s) is account's over digest.
func SignedBy(account rollup.Address, digest rollup.Digest, sig []byte) bool {
	if len(sig) != crypto.SignatureLength {
		return false
	}
	s := append([]byte{}, sig...)
	if s[64] >= 27 {
		s[64] -= 27
	}
	if s[64] > 1 {
		return false
	}
	key, err := crypto.SigToPub(digest[:], s)
	if err != nil || crypto.PubkeyToAddress(*key) != account {
		return false
	}
	return crypto.VerifySignature(crypto.FromECDSAPub(key), digest[:], s[:64]) // refuses a high s
}

// Submit hands an envelope to the committee as it is. field is how its part of the request is called, with a dot.
func (g *Gateway) Submit(ctx context.Context, c Caller, e *auction.Sealed, claim Claim, field string) (*Sent, *Refusal) {
	if r := g.countBundle(ctx, c); r != nil {
		return nil, r
	}
	taken := envelopeName(e.ID())
	records, err := g.cfg.Shared.Shelf.Look(ctx, taken)
	if err != nil {
		return nil, g.away(err)
	}
	if records[taken] != nil { // a member holds it, and its receipt is in its story
		_, hint := Mending(auction.Duplicate)
		return nil, Refuse(auction.Duplicate, strings.TrimSuffix(field, "."), "the same envelope was taken already", hint)
	}
	if claim != nil {
		claim.Add(e.ID()) // before its first event
	}
	done, r := g.submit(ctx, e, &held{holding: holding{Owners: []rollup.Address{c.Signer}}}, field)
	if r != nil {
		return nil, r
	}
	// If we crash here the same envelope may be sent once more, and gets the same receipt.
	err = g.with(ctx, nil, func(d *desk) error {
		d.writes = append(d.writes, Write{Name: taken, Value: []byte{1}, Life: envelopeLife})
		return nil
	})
	if err != nil {
		g.log.Warn("note an envelope", "envelope", done.Envelope, "err", err)
	}
	return done, nil
}

func envelopeName(id rollup.Digest) string { return "envelope/" + id.Hex() }

// envelopeLife is for how long an envelope is known to be taken: longer than members take envelopes ahead for.
const envelopeLife = 30 * time.Minute
