package ethereum

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// Claimable is the newest posted ledger root whose claim delay is over at the head, or false if there is none.
func (c *Client) Claimable(ctx context.Context) (rollup.Digest, bool, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return rollup.Digest{}, false, err
	}
	delay, err := ask(ctx, c, head.Hash(), c.at.Vault, vault.PackCLAIMDELAY(), vault.UnpackCLAIMDELAY)
	if err != nil {
		return rollup.Digest{}, false, fmt.Errorf("claim delay: %w", err)
	}
	var roots []rollup.Digest
	var blocks []uint64
	number := head.Number.Uint64()
	from := c.matured.Load()
	if from > number {
		from = 0 // a reorg: begin again
	}
	err = c.logsTo(ctx, c.at.Inbox, event(inbox, "Posted"), from, number, func(log *types.Log) error {
		e, err := inbox.UnpackPostedEvent(log)
		if err != nil {
			return err
		}
		roots, blocks = append(roots, e.LedgerRoot), append(blocks, log.BlockNumber)
		return nil
	})
	if err != nil {
		return rollup.Digest{}, false, err
	}
	for i := len(roots) - 1; i >= 0; i-- {
		since, err := ask(ctx, c, head.Hash(), c.at.Inbox, inbox.PackLedgerTime(roots[i]), inbox.UnpackLedgerTime)
		if err != nil {
			return rollup.Digest{}, false, fmt.Errorf("ledger root %s: %w", roots[i], err)
		}
		if since != 0 && since+delay <= head.Time {
			c.matured.Store(blocks[i])
			return roots[i], true, nil
		}
	}
	if from > 0 { // what was claimable is gone from there: a reorg
		c.matured.Store(0)
	}
	return rollup.Digest{}, false, nil
}

// Claimed is what the Vault paid an account so far, in wei, at the head.
func (c *Client) Claimed(ctx context.Context, account rollup.Address) (*uint256.Int, error) {
	paid, err := askHead(ctx, c, c.at.Vault, vault.PackClaimed(account), vault.UnpackClaimed)
	if err != nil {
		return nil, fmt.Errorf("claimed by %s: %w", account, err)
	}
	out, over := uint256.FromBig(paid)
	if over {
		return nil, errors.New("claimed amount exceeds 256 bits")
	}
	return out, nil
}

// Claim has the Vault pay a claim (relay.Vault).
func (a *Account) Claim(ctx context.Context, claim *relay.Claim) (relay.Paid, error) {
	proof := make([][32]byte, len(claim.Proof))
	for i, p := range claim.Proof {
		proof[i] = p
	}
	r, err := a.act(ctx, "claim", a.at.Vault, nil, vault.PackClaim(claim.Account, claim.Deposits.ToBig(), claim.Charges.ToBig(),
		claim.Credits.ToBig(), claim.Withdrawals.ToBig(), claim.Root, proof))
	if err != nil {
		return relay.Paid{}, err
	}
	for _, log := range r.Logs {
		if log.Address != a.at.Vault || len(log.Topics) == 0 || log.Topics[0] != event(vault, "Claimed") {
			continue
		}
		e, err := vault.UnpackClaimedEvent(log)
		if err != nil {
			return relay.Paid{}, err
		}
		amount, _ := uint256.FromBig(e.Amount)
		cumulative, _ := uint256.FromBig(e.Cumulative)
		wei, _ := uint256.FromBig(cost(r))
		return relay.Paid{Account: e.Account, Amount: amount, Cumulative: cumulative, Root: claim.Root,
			Tx: r.TxHash, Block: r.BlockNumber.Uint64(), BlockHash: r.BlockHash, GasUsed: r.GasUsed, Cost: wei}, nil
	}
	return relay.Paid{}, fmt.Errorf("L1 transaction %s: %w", r.TxHash, errNoEvent)
}
