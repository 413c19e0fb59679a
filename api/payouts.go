package api

import (
	"context"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/holiman/uint256"
)

// payoutRows are the rollups' credits of one slot; all of them if chain is 0.
func payoutRows(a *sequencer.Attested, chain rollup.ChainID) (out []PayoutRow) {
	for i := range a.Fates {
		f := &a.Fates[i]
		for _, c := range f.Credits {
			if chain != 0 && c.Chain != chain {
				continue
			}
			out = append(out, PayoutRow{
				Slot: decimal(a.Header.Slot), Chain: decimal(c.Chain), Account: c.Account, Amount: wei{c.Amount}, Bundle: f.Bundle,
				Envelope: f.Envelope, Price: wei{f.Price}, FateRoot: a.Header.FateRoot,
			})
		}
	}
	return out
}

func sumPayouts(rows []PayoutRow) *uint256.Int {
	sum := new(uint256.Int)
	for _, r := range rows {
		if r.Amount.Int != nil {
			sum.Add(sum, r.Amount.Int)
		}
	}
	return sum
}

// claims are the accounts' leaves of the newest ledger, in the order in which the rows name them.
func (s *Server) claims(ctx context.Context, rows []PayoutRow, accounts map[rollup.Address]bool) []ClaimRow {
	out := []ClaimRow{}
	if s.cfg.Ledger == nil {
		return out
	}
	var root rollup.Digest
	for _, r := range rows {
		if !accounts[r.Account] {
			continue
		}
		delete(accounts, r.Account)
		proof, ok, err := s.cfg.Ledger.Proof(ctx, root, r.Account)
		if err != nil {
			s.log.Warn("prove an account", "account", r.Account, "err", err)
		}
		if err != nil || !ok {
			continue
		}
		account := &proof.Account
		root = proof.Root // the others under the same one
		out = append(out, ClaimRow{
			builderAccount: builderAccount{account.Address, wei{account.Deposits}, wei{account.Charges}, wei{account.Credits}, wei{account.Withdrawals}},
			LedgerRoot:     proof.Root, Leaf: account.Leaf(), Proof: proof.Branch,
		})
	}
	return out
}

// parseCursor reads "<slot>-<row>".
func parseCursor(text string) (rollup.Slot, int, bool) {
	a, b, found := strings.Cut(text, "-")
	slot, err := strconv.ParseUint(a, 10, 64)
	row, err2 := strconv.ParseUint(b, 10, 31)
	return rollup.Slot(slot), int(row), found && err == nil && err2 == nil
}
