package builder

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// EntryKind says why the ledger changed.
type EntryKind string

// The kinds of ledger entries.
const (
	EntryDeposit    EntryKind = "deposit"    // L1 → escrow
	EntryFeeDeposit EntryKind = "feeDeposit" // L1 → fee balance
	EntryFee        EntryKind = "fee"        // fee balance → treasury
	EntryPrice      EntryKind = "price"      // escrow → credits
	EntryCredit     EntryKind = "credit"     // to a rollup's payout account or the treasury
	EntryWithdrawal EntryKind = "withdrawal" // escrow or fee balance → claimable on L1
)

// Entry is one change of one account.
type Entry struct {
	Kind    EntryKind
	Account rollup.Address
	Chain   rollup.ChainID // of a credit to a rollup; 0 otherwise
	Fate    rollup.Digest  // envelope id that caused it; zero for queue items
	Amount  *uint256.Int   // wei
}
