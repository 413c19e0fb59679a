package relay

import (
	"errors"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// Posted is a posting on L1, as its receipt tells. Immutable. A reorg can undo it until it is deep enough.
type Posted struct {
	First     rollup.Slot
	Last      rollup.Slot
	Root      rollup.Digest  // the posting's hash_tree_root
	Ledger    rollup.Digest  // the ledger root that it made claimable
	Tx        rollup.Digest  // L1 transaction
	Sender    rollup.Address // who relayed it; the zero address where that was not looked up
	Block     uint64         // L1 block that holds it
	BlockHash rollup.Digest
	GasUsed   uint64       // gas
	Cost      *uint256.Int // wei, gas used × effective price
}

// Claim is an account's leaf of a posted ledger and its proof: all that the Vault needs to pay.
type Claim struct {
	Account     rollup.Address
	Deposits    *uint256.Int // wei, cumulative, as are the next three
	Charges     *uint256.Int
	Credits     *uint256.Int
	Withdrawals *uint256.Int
	Root        rollup.Digest   // the ledger root that Proof leads to
	Proof       []rollup.Digest // OpenZeppelin StandardMerkleTree branch, from the leaf up
}

// Earned is what the Vault owes the account over its lifetime, in wei: credits + withdrawals. An error if the
// sum does not fit 256 bits, which no real ledger comes near.
func (c *Claim) Earned() (*uint256.Int, error) {
	sum, over := new(uint256.Int).AddOverflow(c.Credits, c.Withdrawals)
	if over {
		return nil, errors.New("credits and withdrawals exceed 256 bits")
	}
	return sum, nil
}

// Paid is a claim that L1 paid, as its receipt tells. Immutable.
type Paid struct {
	Account    rollup.Address
	Amount     *uint256.Int // wei, paid by this claim
	Cumulative *uint256.Int // wei, paid to the account so far, this claim included
	Root       rollup.Digest
	Tx         rollup.Digest
	Block      uint64
	BlockHash  rollup.Digest
	GasUsed    uint64
	Cost       *uint256.Int // wei, gas used × effective price
}

// What an L1 can answer instead of doing what it was asked.
var (
	// ErrOvertaken: somebody else did it first. Nothing is wrong; look again.
	ErrOvertaken = errors.New("already done on L1 by somebody else")
	// ErrRefused: the contract refuses, and will again until something changes.
	ErrRefused = errors.New("refused by the contract on L1")
	// ErrFeeCap: L1 is dearer than the relay may pay. What was sent stays in the pool.
	ErrFeeCap = errors.New("L1 fees are above the cap")
	// ErrFunds: the relay's account cannot pay for the transaction.
	ErrFunds = errors.New("the relay's L1 account is short of ether")
)
