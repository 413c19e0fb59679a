package gateway

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"strconv"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// nonceReach is how far above its sender's nonce a transaction's may be: what fills a gap is sealed by others or comes
// later, but not thousands of it.
const nonceReach = 4096

// foresee refuses what can never execute before a fee is spent on it: what a look at the bundle refutes, or one read of
// each rollup's node. A node that does not answer refutes nothing. field names a transaction in the caller's request.
func (g *Gateway) foresee(ctx context.Context, b *auction.Bundle, txs [][]*rollup.Tx, field func(leg, tx int) string) *Refusal {
	for i, hash := range b.Reverting {
		named := slices.ContainsFunc(txs, func(leg []*rollup.Tx) bool {
			return slices.ContainsFunc(leg, func(tx *rollup.Tx) bool { return tx.Hash() == hash })
		})
		if !named {
			return Malformed(fmt.Sprintf("revertingTxHashes[%d]", i), hash.Hex()+" is no transaction of this bundle", "name hashes of transactions in legs")
		}
	}
	for leg := range txs {
		for i, tx := range txs[leg] {
			if least := tx.IntrinsicGas(); tx.Gas() < least {
				return at(Refuse(auction.OutOfGas, field(leg, i), fmt.Sprintf("intrinsic gas too low: gas limit %d, at least %d are needed", tx.Gas(), least),
					fmt.Sprintf("sign with a gas limit of at least %d", least)), i)
			}
		}
	}
	for leg := range txs {
		if r := g.foreseeLeg(ctx, txs, leg, field); r != nil {
			return r
		}
	}
	return nil
}

func at(r *Refusal, tx int) *Refusal {
	r.Index = &tx
	return r
}

// Standing is what a rollup's node says of an account.
type Standing struct {
	Nonce   uint64   // the next
	Balance *big.Int // wei
}

// foreseeLeg holds a leg's transactions to their senders' nonces and balances.
func (g *Gateway) foreseeLeg(ctx context.Context, txs [][]*rollup.Tx, leg int, field func(leg, tx int) string) *Refusal {
	if len(txs[leg]) == 0 {
		return nil
	}
	if g.cfg.Nodes == nil {
		return nil
	}
	chain := txs[leg][0].Chain
	var senders []rollup.Address
	for _, tx := range txs[leg] {
		if !slices.Contains(senders, tx.Sender) {
			senders = append(senders, tx.Sender)
		}
	}
	of := g.cfg.Nodes.Standings(ctx, chain, senders)
	used := map[rollup.Address]uint64{} // nonces that the leg's earlier transactions take
	for i, tx := range txs[leg] {
		account, known := of[tx.Sender]
		if !known {
			continue
		}
		next := max(account.Nonce, g.pending.next(chain, tx.Sender), used[tx.Sender])
		switch {
		case tx.Nonce() < next:
			return at(Refuse(auction.NonceTooLow, field(leg, i)+".nonce", fmt.Sprintf("nonce too low: next nonce %d, tx nonce %d", next, tx.Nonce()),
				"sign with nonce "+strconv.FormatUint(next, 10)), i)
		case tx.Nonce()-next > nonceReach:
			return at(Refuse(auction.NonceTooHigh, field(leg, i)+".nonce", fmt.Sprintf("nonce too high: next nonce %d, tx nonce %d", next, tx.Nonce()),
				"sign with nonce "+strconv.FormatUint(next, 10)), i)
		}
		used[tx.Sender] = tx.Nonce() + 1
		if cost := tx.Cost(); account.Balance.Cmp(cost) < 0 && !fundable(txs, leg, i) {
			return at(Refuse(auction.InsufficientFunds, field(leg, i), fmt.Sprintf("insufficient funds for gas * price + value: balance %s, tx cost %s", account.Balance, cost),
				"fund "+tx.Sender.Hex()+" on chain "+chain.String()), i)
		}
	}
	return nil
}

// fundable says whether anything before a transaction in its bundle might pay its sender: whatever is called, or receives,
// may pay anybody, on any rollup.
func fundable(txs [][]*rollup.Tx, leg, tx int) bool { return leg > 0 || tx > 0 }
