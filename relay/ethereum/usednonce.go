package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sort"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/rollup"
)

// Absence proves nothing: a node counts a nonce before it finds the receipt (it indexes after its head has moved), a
// balanced endpoint answers two questions from two nodes, and any of them may be behind. So a nonce is somebody
// else's only once the transaction that used it was seen, or once nothing of ours was found at it for forgetDepth
// blocks on end.

// forgetDepth is the blocks that the head moves on, with the nonce used and no receipt of ours, before the nonce is
// given up unseen: two epochs of Ethereum's, by when what a node has not indexed is not in its chain.
const forgetDepth = 64

// verdict is what is known of a nonce.
type verdict int

const (
	open    verdict = iota // not used, or nobody can say
	ours                   // a transaction that this process sent is in a block; its receipt follows
	another                // a transaction that this process does not know is in a block
)

// whoUsed finds out who used a nonce that the node says is used. Errors are the node's; they conclude nothing.
func (s *Sender) whoUsed(ctx context.Context, nonce uint64) (verdict, error) {
	slot := s.slots[nonce]
	head, err := s.chain.head(ctx)
	if err != nil {
		return open, err
	}
	number := head.Number.Uint64()
	if slot.usedAt == 0 {
		slot.usedAt = max(number, 1)
	}
	tx, err := s.chain.transactionAt(ctx, s.address, nonce, slot.from, number)
	switch {
	case err != nil || tx == nil:
		if number >= slot.usedAt+forgetDepth {
			return another, nil
		}
		return open, err
	case slot.has(tx.Hash()):
		return ours, nil
	}
	return another, nil
}

// has says whether this process sent it.
func (n *nonceSlot) has(tx rollup.Digest) bool {
	for _, sent := range n.sent {
		if sent.Hash() == tx {
			return true
		}
	}
	return false
}

// transactionAt is the transaction that used an account's nonce, searched in the blocks from one to another; nil if it
// is not there or the node cannot say.
func (c *Chain) transactionAt(ctx context.Context, account rollup.Address, nonce, from, to uint64) (*types.Transaction, error) {
	var failed error
	at := from + uint64(sort.Search(int(min(to-min(from, to), 1<<20)), func(i int) bool { //nolint:gosec // bounded
		used, err := c.eth.NonceAt(ctx, account, new(big.Int).SetUint64(from+uint64(i))) //nolint:gosec // not negative
		failed = errors.Join(failed, err)
		return err != nil || used > nonce
	}))
	if failed != nil {
		return nil, fmt.Errorf("nonce of %s: %w", account, failed)
	}
	block, err := c.eth.BlockByNumber(ctx, new(big.Int).SetUint64(at))
	if errors.Is(err, goethereum.NotFound) {
		return nil, nil //nolint:nilnil // absence is an answer here
	}
	if err != nil {
		return nil, fmt.Errorf("L1 block %d: %w", at, err)
	}
	signer := types.LatestSignerForChainID(c.id)
	for _, tx := range block.Transactions() {
		if tx.Nonce() != nonce {
			continue
		}
		if sender, err := types.Sender(signer, tx); err == nil && sender == account {
			return tx, nil
		}
	}
	return nil, nil //nolint:nilnil // absence is an answer here
}

// begin is the account's first nonce that is not mined, and the block from which a use of it is searched. A node that
// knows less than the last receipt of this process is behind, unless L1 has another block in that receipt's place.
func (s *Sender) begin(ctx context.Context) (first, from uint64, err error) {
	for {
		head, err := s.chain.head(ctx)
		if err != nil {
			return 0, 0, err
		}
		first, err := s.chain.eth.NonceAt(ctx, s.address, nil)
		if err != nil {
			return 0, 0, fmt.Errorf("nonce of %s: %w", s.address, err)
		}
		if s.mined == nil || first > s.minedNonce || s.reorged(ctx) {
			return first, head.Number.Uint64(), nil
		}
		s.cfg.Log.Debug("the L1 node is behind", "nonce", first, "mined", s.minedNonce)
		if err := sleep(ctx, s.cfg.Poll); err != nil {
			return 0, 0, fmt.Errorf("waiting for the L1 node to reach block %s: %w", s.mined.BlockNumber, err)
		}
	}
}

// reorged says that L1 has another block where the last receipt's was.
func (s *Sender) reorged(ctx context.Context) bool {
	h, err := s.chain.eth.HeaderByNumber(ctx, s.mined.BlockNumber)
	return err == nil && h.Hash() != s.mined.BlockHash
}
