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

// Gas of a transaction before it does anything: EIP-2028, EIP-2930, EIP-3860, EIP-7623 (the floor) and EIP-7702.
const (
	txGas            = 21_000
	creationGas      = 32_000
	zeroByteGas      = 4
	nonZeroByteGas   = 16
	initWordGas      = 2
	accessGas        = 2_400
	accessSlotGas    = 1_900
	authorisationGas = 25_000
	floorTokenGas    = 10
	tokensPerByte    = 4 // of a byte that is not zero
)

// IntrinsicGas is the least gas limit with which the transaction is valid under Prague's rules. Data beyond any block's
// gas gives more than any block has.
func (t *Tx) IntrinsicGas() uint64 {
	data := t.Data()
	zeros := uint64(0)
	for _, b := range data {
		if b == 0 {
			zeros++
		}
	}
	rest := uint64(len(data)) - zeros
	gas := txGas + zeroByteGas*zeros + nonZeroByteGas*rest
	if t.To() == nil {
		gas += creationGas + initWordGas*((uint64(len(data))+31)/32)
	}
	gas += accessGas*uint64(len(t.AccessList())) + accessSlotGas*uint64(t.AccessList().StorageKeys()) + //nolint:gosec // lengths
		authorisationGas*uint64(len(t.SetCodeAuthorizations()))
	return max(gas, txGas+floorTokenGas*(zeros+tokensPerByte*rest))
}
