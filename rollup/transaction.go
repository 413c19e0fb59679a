package rollup

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
)

// Refusals of raw transactions.
var (
	ErrBadTransaction = errors.New("transaction cannot be decoded") // not RLP, not a known type, bad signature values
	ErrWrongChain     = errors.New("transaction is signed for another chain")
	ErrBlobs          = errors.New("blob transactions are not carried on rollups")
)

// Tx is a decoded, sender-recovered rollup transaction. Recovery costs tens of microseconds, so a Tx is
// made once, at admission or opening, and passed along. Immutable.
type Tx struct {
	*types.Transaction
	Chain  ChainID
	Sender Address
}

// DecodeTx decodes an EIP-2718 transaction and recovers its sender under Prague's signing rules. It must be
// bound to chain (EIP-155); blob transactions (EIP-4844) are refused.
func DecodeTx(chain ChainID, raw []byte) (*Tx, error) {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadTransaction, err)
	}
	if tx.Type() == types.BlobTxType {
		return nil, ErrBlobs
	}
	id := new(big.Int).SetUint64(uint64(chain))
	if !tx.Protected() || tx.ChainId().Cmp(id) != 0 {
		return nil, fmt.Errorf("signed for chain %s, sent for %s: %w", tx.ChainId(), chain, ErrWrongChain)
	}
	from, err := types.Sender(types.NewPragueSigner(id), tx)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBadTransaction, err)
	}
	return &Tx{Transaction: tx, Chain: chain, Sender: from}, nil
}
