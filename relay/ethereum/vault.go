package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// matured is a posting that claims could use.
type matured struct {
	posting
	ledger rollup.Digest
	block  uint64 // L1 block of its event: where to look next
}

// Claimable is the newest posted ledger root whose claim delay is over at the head, or false if there is none. Where
// postings are missing from the node's logs it is the root of the look before, if the Inbox still has it, else
// ErrAbsent: an older root than the newest pays later, a missing one is nothing to claim.
func (c *Client) Claimable(ctx context.Context) (rollup.Digest, bool, error) {
	type answer struct {
		root rollup.Digest
		ok   bool
	}
	a, err := whole(ctx, c.chain, func(ctx context.Context) (answer, error) {
		root, ok, err := c.claimable(ctx)
		return answer{root, ok}, err
	})
	return a.root, a.ok, err
}

func (c *Client) claimable(ctx context.Context) (rollup.Digest, bool, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return rollup.Digest{}, false, err
	}
	end, err := c.lastPosting(ctx, head)
	if err != nil || end == (posting{}) {
		return rollup.Digest{}, false, err
	}
	var found *matured
	if before := c.matured.Load(); before != nil {
		found, err = c.newestMatured(ctx, head, before, end)
		if errors.Is(err, ErrAbsent) {
			var ok bool
			if ok, err = c.mature(ctx, head, before.ledger); ok {
				return before.ledger, true, nil
			}
		}
		if err != nil {
			return rollup.Digest{}, false, err
		}
	}
	if found == nil { // the first look, or L1 went back behind what was claimable: from the beginning
		if found, err = c.newestMatured(ctx, head, nil, end); err != nil {
			return rollup.Digest{}, false, err
		}
	}
	c.matured.Store(found)
	if found == nil {
		return rollup.Digest{}, false, nil
	}
	return found.ledger, true, nil
}

// newestMatured searches the postings from an earlier one on, or from the first: ErrAbsent unless they follow on up to
// the last.
func (c *Client) newestMatured(ctx context.Context, head *types.Header, from *matured, end posting) (*matured, error) {
	var all []matured
	start, next := uint64(0), rollup.Slot(1)
	if from != nil {
		start, next = from.block, 0
	}
	err := c.logsTo(ctx, c.at.Inbox, event(inbox, "Posted"), start, head.Number.Uint64(), func(log *types.Log) error {
		e, err := inbox.UnpackPostedEvent(log)
		if err != nil {
			return err
		}
		p := matured{posting{rollup.Slot(e.LastSlot), e.PostingRoot}, e.LedgerRoot, log.BlockNumber}
		if next == 0 && p.posting != from.posting { // others of the same block, before it
			return nil
		}
		if next != 0 && rollup.Slot(e.FirstSlot) != next {
			return fmt.Errorf("posting of slots %d to %d, but not the one of slot %d: %w", e.FirstSlot, e.LastSlot, next, ErrAbsent)
		}
		all, next = append(all, p), p.slot+1
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(all) == 0 || all[len(all)-1].posting != end {
		return nil, fmt.Errorf("%d postings, not up to slot %d, which the Inbox has at L1 block %d: %w", len(all), end.slot, head.Number, ErrAbsent)
	}
	for i := len(all) - 1; i >= 0; i-- {
		ok, err := c.mature(ctx, head, all[i].ledger)
		if err != nil {
			return nil, err
		}
		if ok {
			return &all[i], nil
		}
	}
	return nil, nil //nolint:nilnil // none is an answer here
}

// mature says whether claims may use a ledger root at a block.
func (c *Client) mature(ctx context.Context, at *types.Header, root rollup.Digest) (bool, error) {
	delay, err := ask(ctx, c, at.Hash(), c.at.Vault, vault.PackCLAIMDELAY(), vault.UnpackCLAIMDELAY)
	if err != nil {
		return false, fmt.Errorf("claim delay: %w", err)
	}
	since, err := ask(ctx, c, at.Hash(), c.at.Inbox, inbox.PackLedgerTime(root), inbox.UnpackLedgerTime)
	if err != nil {
		return false, fmt.Errorf("ledger root %s: %w", root, err)
	}
	return since != 0 && since+delay <= at.Time, nil
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

// branch is a claim's proof as the Vault takes it.
func branch(claim *relay.Claim) [][32]byte {
	out := make([][32]byte, len(claim.Proof))
	for i, p := range claim.Proof {
		out[i] = p
	}
	return out
}

// paid is what a transaction paid of a claim; amounts are wei.
func paid(claim *relay.Claim, account rollup.Address, amount, cumulative *big.Int, r *types.Receipt) relay.Paid {
	now, _ := uint256.FromBig(amount)
	all, _ := uint256.FromBig(cumulative)
	wei, _ := uint256.FromBig(cost(r))
	return relay.Paid{Account: account, Amount: now, Cumulative: all, Root: claim.Root,
		Tx: r.TxHash, Block: r.BlockNumber.Uint64(), BlockHash: r.BlockHash, GasUsed: r.GasUsed, Cost: wei}
}

// Claim has the Vault pay a claim (relay.Vault).
func (a *Account) Claim(ctx context.Context, claim *relay.Claim) (relay.Paid, error) {
	proof := branch(claim)
	r, err := a.act(ctx, "claim", once, a.at.Vault, nil, vault.PackClaim(claim.Account, claim.Deposits.ToBig(), claim.Charges.ToBig(),
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
		return paid(claim, e.Account, e.Amount, e.Cumulative, r), nil
	}
	return relay.Paid{}, fmt.Errorf("L1 transaction %s: %w", r.TxHash, errNoEvent)
}
