package api

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// nonceReach is how far above its sender's nonce a transaction's may be: what fills a gap is sealed by others or comes
// later, but not thousands of it.
const nonceReach = 4096

// foresee refuses what can never execute before a fee is spent on it: what a look at the bundle refutes, or one read of
// each rollup's node. A node that does not answer refutes nothing. field names a transaction in the caller's request.
func (s *Server) foresee(ctx context.Context, b *auction.Bundle, txs [][]*rollup.Tx, field func(leg, tx int) string) *Refusal {
	for i, hash := range b.Reverting {
		named := slices.ContainsFunc(txs, func(leg []*rollup.Tx) bool {
			return slices.ContainsFunc(leg, func(tx *rollup.Tx) bool { return tx.Hash() == hash })
		})
		if !named {
			return malformed(fmt.Sprintf("revertingTxHashes[%d]", i), hash.Hex()+" is no transaction of this bundle", "name hashes of transactions in legs")
		}
	}
	for leg := range txs {
		for i, tx := range txs[leg] {
			if least := tx.IntrinsicGas(); tx.Gas() < least {
				return at(refuse(auction.OutOfGas, field(leg, i), fmt.Sprintf("intrinsic gas too low: gas limit %d, at least %d are needed", tx.Gas(), least),
					fmt.Sprintf("sign with a gas limit of at least %d", least)), i)
			}
		}
	}
	for leg := range txs {
		if r := s.foreseeLeg(ctx, txs, leg, field); r != nil {
			return r
		}
	}
	return nil
}

func at(r *Refusal, tx int) *Refusal {
	r.Index = &tx
	return r
}

// standing is what a rollup's node says of an account.
type standing struct {
	nonce   uint64
	balance *hexutil.Big
}

// foreseeLeg holds a leg's transactions to their senders' nonces and balances.
func (s *Server) foreseeLeg(ctx context.Context, txs [][]*rollup.Tx, leg int, field func(leg, tx int) string) *Refusal {
	if len(txs[leg]) == 0 {
		return nil
	}
	n := s.node(txs[leg][0].Chain)
	if n == nil {
		return nil
	}
	of := s.standings(ctx, n, txs[leg])
	used := map[rollup.Address]uint64{} // nonces that the leg's earlier transactions take
	for i, tx := range txs[leg] {
		account, known := of[tx.Sender]
		if !known {
			continue
		}
		next := max(account.nonce, s.pending.next(n.Chain, tx.Sender), used[tx.Sender])
		switch {
		case tx.Nonce() < next:
			return at(refuse(auction.NonceTooLow, field(leg, i)+".nonce", fmt.Sprintf("nonce too low: next nonce %d, tx nonce %d", next, tx.Nonce()),
				"sign with nonce "+uintText(next)), i)
		case tx.Nonce()-next > nonceReach:
			return at(refuse(auction.NonceTooHigh, field(leg, i)+".nonce", fmt.Sprintf("nonce too high: next nonce %d, tx nonce %d", next, tx.Nonce()),
				"sign with nonce "+uintText(next)), i)
		}
		used[tx.Sender] = tx.Nonce() + 1
		if cost := tx.Cost(); account.balance.ToInt().Cmp(cost) < 0 && !fundable(txs, leg, i) {
			return at(refuse(auction.InsufficientFunds, field(leg, i), fmt.Sprintf("insufficient funds for gas * price + value: balance %s, tx cost %s", account.balance.ToInt(), cost),
				"fund "+tx.Sender.Hex()+" on chain "+n.Chain.String()), i)
		}
	}
	return nil
}

// fundable says whether anything before a transaction in its bundle might pay its sender: whatever is called, or receives,
// may pay anybody, on any rollup.
func fundable(txs [][]*rollup.Tx, leg, tx int) bool { return leg > 0 || tx > 0 }

// standings asks a rollup's node, in one batch, for what it knows of the senders.
func (s *Server) standings(ctx context.Context, n *node, txs []*rollup.Tx) map[rollup.Address]standing {
	var senders []rollup.Address
	var calls []rpcRequest
	for _, tx := range txs {
		if slices.Contains(senders, tx.Sender) {
			continue
		}
		senders = append(senders, tx.Sender)
		params, _ := json.Marshal([]any{tx.Sender, "latest"}) // strings: cannot fail
		calls = append(calls, rpcRequest{Method: "eth_getTransactionCount", Params: params}, rpcRequest{Method: "eth_getBalance", Params: params})
	}
	out := map[rollup.Address]standing{}
	answers, err := n.ask(ctx, calls)
	if err != nil {
		return out
	}
	for i, sender := range senders {
		nonce, balance := answers[2*i], answers[2*i+1]
		var count hexutil.Uint64
		var wei hexutil.Big
		if nonce.Error == nil && balance.Error == nil && json.Unmarshal(nonce.Result, &count) == nil && json.Unmarshal(balance.Result, &wei) == nil {
			out[sender] = standing{uint64(count), &wei}
		}
	}
	return out
}
