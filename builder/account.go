package builder

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Account is one account of the ledger, in wei. The first four are cumulative, never fall, and stand in the
// ledger's leaf; the two balances follow from them: Fees + Escrow = Deposits − Charges − Withdrawals. What
// the account may claim on L1 is Credits + Withdrawals less what it has claimed.
type Account struct {
	Address     rollup.Address `json:"account"`
	Deposits    *uint256.Int   `json:"deposits"`    // from L1, escrow and fee balance together
	Charges     *uint256.Int   `json:"charges"`     // fees and prices paid
	Credits     *uint256.Int   `json:"credits"`     // fees and shares of prices received
	Withdrawals *uint256.Int   `json:"withdrawals"` // taken back out of escrow and fee balance
	Fees        *uint256.Int   `json:"fees"`        // balance from which opening fees are paid
	Escrow      *uint256.Int   `json:"escrow"`      // balance from which prices are paid
}

func newAccount(a rollup.Address) Account {
	zero := func() *uint256.Int { return new(uint256.Int) }
	return Account{a, zero(), zero(), zero(), zero(), zero(), zero()}
}

// Leaf is the account's leaf in the ledger's tree: keccak256(keccak256(abi.encode(account, deposits, charges,
// credits, withdrawals))), as OpenZeppelin's StandardMerkleTree has it and Vault.claim checks it.
func (a Account) Leaf() rollup.Digest {
	buf := make([]byte, 12, 5*32)
	buf = append(buf, a.Address[:]...)
	for _, v := range []*uint256.Int{a.Deposits, a.Charges, a.Credits, a.Withdrawals} {
		w := v.Bytes32()
		buf = append(buf, w[:]...)
	}
	return crypto.Keccak256Hash(crypto.Keccak256(buf))
}

// clone is an account that shares nothing with a, for callers who may change what they are given.
func (a Account) clone() Account {
	return Account{a.Address, a.Deposits.Clone(), a.Charges.Clone(), a.Credits.Clone(), a.Withdrawals.Clone(), a.Fees.Clone(), a.Escrow.Clone()}
}

// plus and minus never change their operands, which snapshots share. The ledger calls them only where the
// total of all deposits bounds the sum and the balance bounds the subtrahend, so they cannot wrap.
func plus(a, b *uint256.Int) *uint256.Int  { return new(uint256.Int).Add(a, b) }
func minus(a, b *uint256.Int) *uint256.Int { return new(uint256.Int).Sub(a, b) }

func lesser(a, b *uint256.Int) *uint256.Int {
	if a.Lt(b) {
		return a.Clone()
	}
	return b.Clone()
}
