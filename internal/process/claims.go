package process

import (
	"context"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// Prover proves what accounts are owed. A member does, and whoever speaks to one.
type Prover interface {
	// Proof is an account's leaf under a ledger root; false if it is not there or the root is not known (any more).
	Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error)
}

// claims turns proofs into what the Vault takes. It answers relay.Ledger.
type claims struct{ prover Prover }

// Claim is an account's leaf with its proof under a root that is still kept.
func (c claims) Claim(ctx context.Context, root rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	proof, ok, err := c.prover.Proof(ctx, root, account)
	if err != nil || !ok {
		return nil, false, err
	}
	a := proof.Account
	return &relay.Claim{Account: account, Deposits: a.Deposits, Charges: a.Charges, Credits: a.Credits, Withdrawals: a.Withdrawals,
		Root: root, Proof: proof.Branch}, true, nil
}
