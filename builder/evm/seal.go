package evm

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// seal is how far an open block's receipts are complete: whatever is sealed stays.
type seal struct {
	txs         int
	logs        uint          // the next log's index in the block
	txRoot      rollup.Digest // hash chain over the transactions' hashes
	receiptRoot rollup.Digest // hash chain over the receipts
}

// seal completes the receipts of what was added since the last seal, by what no attempt needs to know: logs' places in
// the block and blooms. It moves the hash chains on: keccak256(chain ‖ tx hash),
// keccak256(chain ‖ keccak256(receipt's EIP-2718 encoding)).
func (o *openBlock) seal() error {
	s := &o.sealed
	for ; s.txs < len(o.txs); s.txs++ {
		tx, receipt := o.txs[s.txs], o.receipts[s.txs]
		for _, l := range receipt.Logs {
			l.Index = s.logs
			s.logs++
		}
		receipt.Bloom = types.CreateBloom(receipt)
		enc, err := receipt.MarshalBinary()
		if err != nil {
			return fmt.Errorf("encode receipt of %s: %w", tx.Hash(), err)
		}
		hash := tx.Hash()
		s.txRoot = crypto.Keccak256Hash(s.txRoot[:], hash[:])
		s.receiptRoot = crypto.Keccak256Hash(s.receiptRoot[:], crypto.Keccak256(enc))
	}
	return nil
}
