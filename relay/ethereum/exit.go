package ethereum

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// Standing is whether a network goes on, at the head.
type Standing struct {
	Frozen   bool
	FrozenAt uint64        // s, Unix; when it was last frozen, 0 if never
	DeadAt   uint64        // s, Unix; from when on everybody exits if it is not reopened; 0 unless frozen
	Dead     bool          // that time has come: exits are open, and nothing else is
	Ledger   rollup.Digest // the last posted ledger's root, against which accounts exit; zero before the first posting
	Consumed uint64        // queue items that postings consumed: deposits from here on go back to who made them
}

// Standing reads it.
func (c *Client) Standing(ctx context.Context) (Standing, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return Standing{}, err
	}
	return c.standingAt(ctx, head)
}

func (c *Client) standingAt(ctx context.Context, head *types.Header) (s Standing, err error) {
	at := head.Hash()
	if s.Frozen, err = ask(ctx, c, at, c.at.Inbox, inbox.PackFrozen(), inbox.UnpackFrozen); err != nil {
		return s, fmt.Errorf("frozen: %w", err)
	}
	if s.FrozenAt, err = ask(ctx, c, at, c.at.Inbox, inbox.PackFrozenAt(), inbox.UnpackFrozenAt); err != nil {
		return s, fmt.Errorf("frozen at: %w", err)
	}
	if s.Dead, err = ask(ctx, c, at, c.at.Inbox, inbox.PackDead(), inbox.UnpackDead); err != nil {
		return s, fmt.Errorf("dead: %w", err)
	}
	if s.Ledger, err = ask(ctx, c, at, c.at.Inbox, inbox.PackLastLedger(), unpackDigest(inbox.UnpackLastLedger)); err != nil {
		return s, fmt.Errorf("last ledger: %w", err)
	}
	if s.Consumed, err = ask(ctx, c, at, c.at.Inbox, inbox.PackQueuePosition(), inbox.UnpackQueuePosition); err != nil {
		return s, fmt.Errorf("queue position: %w", err)
	}
	if s.Frozen {
		wait, err := ask(ctx, c, at, c.at.Inbox, inbox.PackEXITSECONDS(), inbox.UnpackEXITSECONDS)
		if err != nil {
			return s, fmt.Errorf("exit seconds: %w", err)
		}
		s.DeadAt = s.FrozenAt + wait
	}
	return s, nil
}

// OpenDeposit is a deposit that no posting consumed.
type OpenDeposit struct {
	Position uint64         // in the queue
	By       rollup.Address // who made it, and gets it back if the network dies
	rollup.Deposit
}

// OpenDeposits are the deposits that no posting consumed and nobody took back, at the head, by position.
func (c *Client) OpenDeposits(ctx context.Context) ([]OpenDeposit, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		return nil, err
	}
	standing, err := c.standingAt(ctx, head)
	if err != nil {
		return nil, err
	}
	view, err := c.ViewAt(ctx, head.Number.Uint64())
	if err != nil {
		return nil, err
	}
	items, err := c.Items(ctx, standing.Consumed, view)
	if err != nil {
		return nil, err
	}
	var out []OpenDeposit
	for _, item := range items {
		if item.Kind != rollup.QueueDeposit {
			continue
		}
		decoded, err := item.Decode()
		if err != nil {
			return nil, err
		}
		done, err := ask(ctx, c, view.Hash, c.at.Vault, vault.PackRefunded(item.Position), vault.UnpackRefunded)
		if err != nil {
			return nil, fmt.Errorf("deposit at %d: %w", item.Position, err)
		}
		if deposit, ok := decoded.(rollup.Deposit); ok && !done {
			out = append(out, OpenDeposit{Position: item.Position, By: item.Sender, Deposit: deposit})
		}
	}
	return out, nil
}

// Freeze stops postings at the last one, where the network stands still for too long. Anyone may.
func (a *Account) Freeze(ctx context.Context) (*types.Receipt, error) {
	return a.act(ctx, "freeze", each, a.at.Inbox, nil, inbox.PackFreeze())
}

// Exit has the Vault of a dead network pay an account all that it was ever owed, less what it was paid: the claim's
// credits + deposits − charges. The claim is of the last posted ledger (Standing.Ledger). Anyone may; the account is
// paid. ErrOvertaken if nothing is left to pay.
func (a *Account) Exit(ctx context.Context, claim *relay.Claim) (relay.Paid, error) {
	proof := branch(claim)
	r, err := a.act(ctx, "exit", once, a.at.Vault, nil, vault.PackExit(claim.Account, claim.Deposits.ToBig(), claim.Charges.ToBig(),
		claim.Credits.ToBig(), claim.Withdrawals.ToBig(), proof))
	if err != nil {
		return relay.Paid{}, err
	}
	for _, log := range r.Logs {
		if log.Address != a.at.Vault || len(log.Topics) == 0 || log.Topics[0] != event(vault, "Exited") {
			continue
		}
		e, err := vault.UnpackExitedEvent(log)
		if err != nil {
			return relay.Paid{}, err
		}
		return paid(claim, e.Account, e.Amount, e.Cumulative, r), nil
	}
	return relay.Paid{}, fmt.Errorf("L1 transaction %s: %w", r.TxHash, errNoEvent)
}

// ExitDeposit has the Vault of a dead network pay a deposit that no posting consumed back to who made it. Anyone may.
// ErrOvertaken if it went back already.
func (a *Account) ExitDeposit(ctx context.Context, d *OpenDeposit) (*types.Receipt, error) {
	return a.act(ctx, fmt.Sprintf("exit of the deposit at %d", d.Position), once, a.at.Vault, nil,
		vault.PackExitDeposit(d.Position, d.By, d.Account, d.Escrow.ToBig(), d.Fees.ToBig()))
}
