package gateway

import (
	"context"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// SendRaw seals a wallet user's signed transaction (EIP-2718) as a one-leg bundle without a bid, and again for later slots
// until it is included or cannot be. When it returns, a member holds it durably.
func (g *Gateway) SendRaw(ctx context.Context, c Caller, chain rollup.ChainID, raw []byte, canRevert bool) (*rollup.Tx, *Sent, *Refusal) {
	if r := g.countBundle(ctx, c); r != nil {
		return nil, nil, r
	}
	tx, err := rollup.DecodeTx(chain, raw)
	if err != nil {
		return nil, nil, only(BundleRefusal(err, ""))
	}
	b := &auction.Bundle{Legs: []auction.Leg{{Chain: chain, Txs: [][]byte{raw}}}, Bid: new(uint256.Int)}
	copy(b.Salt[:], tx.Hash().Bytes())
	if canRevert {
		b.Reverting = []rollup.Digest{tx.Hash()}
	}
	txs, class, r := g.examine(b, nil)
	if r != nil {
		return nil, nil, only(r)
	}
	if r := g.foresee(ctx, b, txs, func(int, int) string { return "params[0]" }); r != nil {
		return nil, nil, r
	}
	h := &held{bundle: b, hash: b.Hash(), tx: tx, holding: holding{
		Bundle: b.Encode(), Class: class, Last: g.cfg.Committee.Status().OpenSlot + g.cfg.Limits.ResealSlots, Owners: []rollup.Address{tx.Sender, c.Signer},
		By: c.by(), Anonymous: c.anonymous(), Wallet: &walletKey{chain, tx.Sender, tx.Nonce(), tx.Hash()},
	}}
	reason := auction.Replaced
	if isCancel(tx) {
		// The same nonce sent to oneself with empty data: what was sent before is not sealed again. This one
		// is sealed all the same, since what is in a batch already can only be beaten by its nonce.
		reason = auction.Cancelled
	}
	done, r := g.place(ctx, h, reason)
	if r != nil {
		return nil, nil, r
	}
	return tx, done, nil
}

// only names the one field that there is.
func only(r *Refusal) *Refusal {
	r.Field = "params[0]"
	return r
}

// isCancel is the wallets' convention: nothing, sent to oneself.
func isCancel(tx *rollup.Tx) bool {
	return tx.To() != nil && *tx.To() == tx.Sender && len(tx.Data()) == 0 && tx.Value().Sign() == 0
}

// walletRecord is what is remembered of a wallet user's transaction, for its status.
type walletRecord struct {
	Bundle rollup.Digest  `json:"bundle"`
	Chain  rollup.ChainID `json:"chain"`
	Raw    []byte         `json:"raw"`
}

// Wallet is a wallet user's transaction that was sent to any of the gateways, with the bundle that carries it; nil if none
// of that hash was, or it was long ago.
func (g *Gateway) Wallet(ctx context.Context, hash rollup.Digest) (tx *rollup.Tx, bundle rollup.Digest, r *Refusal) {
	records, err := g.cfg.Shared.Shelf.Look(ctx, txName(hash))
	if err != nil {
		return nil, bundle, g.away(err)
	}
	record, err := decodeRecord[walletRecord](records[txName(hash)], txName(hash))
	if err != nil || record == nil {
		return nil, bundle, g.away(err)
	}
	if tx, err = rollup.DecodeTx(record.Chain, record.Raw); err != nil {
		return nil, bundle, g.away(err)
	}
	return tx, record.Bundle, nil
}
