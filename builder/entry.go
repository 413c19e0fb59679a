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
	EntryFee        EntryKind = "fee"        // fee balance → the credit that follows
	EntryPrice      EntryKind = "price"      // escrow → the credits that follow
	EntryCredit     EntryKind = "credit"     // to a rollup's payout account or the treasury
	EntryWithdrawal EntryKind = "withdrawal" // escrow or fee balance → claimable on L1
)

// Entry is one change of one account. After each fee and each price stand the credits that it became, which sum
// to it. Entries of nothing are left out.
type Entry struct {
	Kind    EntryKind
	Account rollup.Address
	Chain   rollup.ChainID // of a credit to a rollup; 0 otherwise
	Fate    rollup.Digest  // envelope id that caused it; zero for queue items
	Amount  *uint256.Int   // wei
}
