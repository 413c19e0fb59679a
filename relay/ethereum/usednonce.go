package ethereum

import (
	"context"
	"errors"
	"fmt"
	"sort"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/rollup"
)

// A node counts a nonce before it finds the receipt (it indexes after its head has moved), a balanced endpoint answers
// two questions from two nodes, and any of them may be behind. So a nonce is somebody else's only once the transaction
// that used it was seen in the block that moved it, or once nothing of ours was found for SenderConfig.Depth blocks on
// end.

// forgetLooks is how many looks on end, besides, must have found nothing: one answer may be null after an hour as well.
const forgetLooks = 8

// verdict is what is known of a used nonce.
type verdict int

const (
	nobody  verdict = iota // nobody can say
	ours                   // a transaction that this process sent is in a block; its receipt follows
	another                // a transaction that this process does not know is in a block
)

// whoUsed finds out who used a nonce that is used by this head.
func (s *Sender) whoUsed(ctx context.Context, head *types.Header, nonce uint64) verdict {
	slot := s.slots[nonce]
	if slot.seen {
		return ours
	}
	block, tx, err := s.chain.transactionAt(ctx, s.address, nonce, slot.from, head)
	switch {
	case err != nil:
		s.cfg.Log.Debug("who used the nonce cannot be told yet", "nonce", nonce, "err", err)
		if errors.Is(err, errEarlier) {
			slot.from -= min(slot.from, s.cfg.Depth) // a reorg put it lower than it was looked for
		}
		return nobody
	case slot.version(tx) != nil:
		slot.seen = true
		return ours
	}
	// Somebody else's, in a block that stood at its height. That it stands below this head is the last question.
	if err := s.chain.leads(ctx, head, block, s.cfg.Depth); err != nil {
		s.cfg.Log.Debug("who used the nonce cannot be told yet", "nonce", nonce, "err", err)
		return nobody
	}
	s.cfg.Log.Warn("the nonce was used by a transaction that is not of this process", "nonce", nonce, "tx", tx, "block", block.Number)
	return another
}

// unknown says that the node, asked for each version sent at a nonce, knows none of them, in a block or in its pool.
func (s *Sender) unknown(ctx context.Context, slot *nonceSlot) bool {
	for _, sent := range slot.sent {
		if _, _, err := s.chain.eth.TransactionByHash(ctx, sent.Hash()); !errors.Is(err, goethereum.NotFound) {
			return false
		}
	}
	return true
}

// errEarlier: the nonce was used already at the block from which on its use is searched.
var errEarlier = errors.New("the nonce was used earlier")

// transactionAt is the transaction that used an account's nonce, and its block: the one at whose hash the nonce is used
// and at whose parent's hash it is not, searched between a block and a head.
func (c *Chain) transactionAt(ctx context.Context, account rollup.Address, nonce, from uint64, head *types.Header) (*types.Header, rollup.Digest, error) {
	var failed error
	used := func(at rollup.Digest) bool {
		count, err := c.nonce(ctx, account, at)
		failed = errors.Join(failed, err)
		return count > nonce
	}
	to := head.Number.Uint64()
	at := from + uint64(sort.Search(int(min(to-min(from, to), 1<<20)), func(i int) bool { //nolint:gosec // bounded
		if failed != nil {
			return true
		}
		h, err := c.header(ctx, from+uint64(i)) //nolint:gosec // not negative
		if err != nil {
			failed = err
			return true
		}
		return used(h.Hash())
	}))
	if failed != nil {
		return nil, rollup.Digest{}, failed
	}
	header := head
	if at < to {
		var err error
		if header, err = c.header(ctx, at); err != nil {
			return nil, rollup.Digest{}, err
		}
	}
	now, before := used(header.Hash()), header.Number.Sign() > 0 && used(header.ParentHash)
	switch {
	case failed != nil:
		return nil, rollup.Digest{}, failed
	case before && at == from:
		return nil, rollup.Digest{}, fmt.Errorf("at L1 block %d: %w", at, errEarlier)
	case before || !now:
		return nil, rollup.Digest{}, fmt.Errorf("L1 block %d is not the one that moved the nonce: %w", at, ErrAbsent)
	}
	block, err := again(ctx, c, func(ctx context.Context) (*types.Block, error) { return c.eth.BlockByHash(ctx, header.Hash()) })
	if err != nil {
		return nil, rollup.Digest{}, fmt.Errorf("L1 block %s: %w", header.Hash(), err)
	}
	signer := types.LatestSignerForChainID(c.id)
	for _, tx := range block.Transactions() {
		if tx.Nonce() != nonce {
			continue
		}
		if sender, err := types.Sender(signer, tx); err == nil && sender == account {
			return header, tx.Hash(), nil
		}
	}
	return nil, rollup.Digest{}, fmt.Errorf("L1 block %s moved the nonce without its transaction: %w", header.Hash(), ErrAbsent)
}

// leads says whether a head stands on a block, by parents' hashes, so many blocks down; what is deeper is taken to be.
func (c *Chain) leads(ctx context.Context, head, block *types.Header, depth uint64) error {
	at := head
	for range depth {
		if at.Number.Cmp(block.Number) <= 0 {
			break
		}
		parent := at.ParentHash
		h, err := again(ctx, c, func(ctx context.Context) (*types.Header, error) { return c.eth.HeaderByHash(ctx, parent) })
		if err != nil {
			return fmt.Errorf("L1 block %s: %w", parent, err)
		}
		at = h
	}
	if at.Number.Cmp(block.Number) <= 0 && at.Hash() != block.Hash() {
		return fmt.Errorf("L1 block %s does not lead to the head %s: %w", block.Hash(), head.Hash(), ErrAbsent)
	}
	return nil
}
