package builder

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
)

// ErrBlock refuses an encoded block that cannot be read, or parts that are not the header's.
var ErrBlock = errors.New("malformed block record")

// blockRecord is how a closed block travels and is kept: receipts in their consensus encoding, so that the header
// proves every byte of it but the requests, which have a hash of their own there.
type blockRecord struct {
	Chain    rollup.ChainID
	Block    *types.Block
	Receipts types.Receipts
	Requests [][]byte
}

// Encode is the block's canonical RLP: chain, block, receipts as in the receipts trie, EIP-7685 requests.
func (b *Block) Encode() []byte {
	out, err := rlp.EncodeToBytes(&blockRecord{b.Chain, b.Block, b.Receipts, b.Requests})
	if err != nil {
		panic(fmt.Sprintf("encode block: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeBlock reads what Encode wrote and holds its parts to the header: transactions, receipts, withdrawals and
// requests. Of the receipts only the consensus fields are there. Errors wrap ErrBlock.
func DecodeBlock(b []byte) (*Block, error) {
	var r blockRecord
	if err := rlp.DecodeBytes(b, &r); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBlock, err)
	}
	out := &Block{Chain: r.Chain, Block: r.Block, Receipts: r.Receipts, Requests: r.Requests}
	return out, out.Check()
}

// Check compares everything beside the header with the roots in it. Errors wrap ErrBlock.
func (b *Block) Check() error {
	h := b.Block.Header()
	hasher := trie.NewStackTrie(nil)
	switch {
	case types.DeriveSha(b.Block.Transactions(), hasher) != h.TxHash:
		return fmt.Errorf("%w: transactions", ErrBlock)
	case types.DeriveSha(types.Receipts(b.Receipts), hasher) != h.ReceiptHash:
		return fmt.Errorf("%w: receipts", ErrBlock)
	case len(b.Block.Uncles()) > 0:
		return fmt.Errorf("%w: uncles", ErrBlock)
	case h.WithdrawalsHash == nil || b.Block.Withdrawals() == nil || types.DeriveSha(b.Block.Withdrawals(), hasher) != *h.WithdrawalsHash:
		return fmt.Errorf("%w: withdrawals", ErrBlock)
	case h.RequestsHash == nil || types.CalcRequestsHash(b.Requests) != *h.RequestsHash:
		return fmt.Errorf("%w: requests", ErrBlock)
	}
	return nil
}
