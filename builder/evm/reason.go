package evm

import (
	"errors"

	"github.com/chorale-network/chorale/auction"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/vm"
)

// invalidReasons are the reasons for transactions that no block may contain.
var invalidReasons = []struct {
	err    error
	reason auction.Reason
}{
	{core.ErrNonceTooLow, auction.NonceTooLow},
	{core.ErrNonceTooHigh, auction.NonceTooHigh},
	{core.ErrInsufficientFunds, auction.InsufficientFunds},
	{core.ErrInsufficientFundsForTransfer, auction.InsufficientFunds},
	{core.ErrFeeCapTooLow, auction.BelowBaseFee},
	{core.ErrGasLimitReached, auction.BlockFull},
	{core.ErrIntrinsicGas, auction.OutOfGas},
	{core.ErrFloorDataGas, auction.OutOfGas},
}

// invalidReason names why a transaction cannot stand in the block at all. Whatever is not listed (a sender with code, a
// tip above its cap, an oversized init code, …) is a transaction that is not carried. It is never the node's fault:
// the same transaction fails the same way on every member, and database errors are looked for before.
func invalidReason(err error) auction.Reason {
	for _, r := range invalidReasons {
		if errors.Is(err, r.err) {
			return r.reason
		}
	}
	return auction.BadTransaction
}

// failureReason names why a transaction that stands in the block failed.
func failureReason(err error) auction.Reason {
	if errors.Is(err, vm.ErrOutOfGas) || errors.Is(err, vm.ErrCodeStoreOutOfGas) {
		return auction.OutOfGas
	}
	return auction.LegReverted
}
