package devnet

import (
	"context"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// claims has a member prove what accounts are owed. It answers relay.Ledger.
type claims struct{ member *Member }

// Claim is an account's leaf with its proof under a root that is still kept.
func (c claims) Claim(ctx context.Context, root rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	proof, ok, err := c.member.Proof(ctx, root, account)
	if err != nil || !ok {
		return nil, false, err
	}
	a := proof.Account
	return &relay.Claim{Account: account, Deposits: a.Deposits, Charges: a.Charges, Credits: a.Credits, Withdrawals: a.Withdrawals,
		Root: root, Proof: proof.Branch}, true, nil
}
