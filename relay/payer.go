package relay

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// Ledger proves what accounts hold in posted ledgers. It must keep the ledger of every posting until a later
// one is claimable on L1.
type Ledger interface {
	// Claim is the account's leaf under that ledger root with its proof, or false if the account has none
	// there or the root is not known (any more).
	Claim(ctx context.Context, root rollup.Digest, account rollup.Address) (*Claim, bool, error)
}

// Vault is the contract that pays.
type Vault interface {
	// Claimable is the newest posted ledger root that claims may use by now, or false if there is none.
	Claimable(ctx context.Context) (rollup.Digest, bool, error)
	// Claimed is what the account was paid so far, in wei.
	Claimed(ctx context.Context, account rollup.Address) (*uint256.Int, error)
	// Claim pays the account and waits for the receipt. Errors as of Inbox.Post; ErrOvertaken if somebody
	// else claimed for the account.
	Claim(ctx context.Context, claim *Claim) (Paid, error)
}

// PayerConfig tunes a Payer. Zero values take the defaults.
type PayerConfig struct {
	Accounts func(context.Context) ([]rollup.Address, error) // whom to claim for, asked each round
	Minimum  *uint256.Int                                    // wei; less is left for later; default 1
	Interval time.Duration                                   // between rounds; default 1 s
	Patience time.Duration                                   // longest wait after failures; default 12 s
	Log      *slog.Logger                                    // default: silent
	// OnPaid is told of each claim that was paid. Called by Run's goroutine: it must not block.
	OnPaid func(Paid)
}

// Payer claims for accounts what posted ledgers owe them. The Vault pays to the account whoever calls, so a
// payer can only spend its own gas. It keeps no state: what was claimed is asked of the Vault.
type Payer struct {
	ledger Ledger
	vault  Vault
	cfg    PayerConfig
}

// ErrPaidWrong: L1 paid another amount than the ledger says. A fault of the contracts or of the L1 that was read.
var ErrPaidWrong = errors.New("paid amount differs from the ledger")

// NewPayer makes a payer; Run starts it.
func NewPayer(ledger Ledger, vault Vault, cfg PayerConfig) *Payer {
	if cfg.Minimum == nil || cfg.Minimum.IsZero() {
		cfg.Minimum = uint256.NewInt(1)
	}
	cfg.Interval, cfg.Patience = pace(cfg.Interval, cfg.Patience)
	cfg.Log = logger(cfg.Log)
	return &Payer{ledger: ledger, vault: vault, cfg: cfg}
}

// Run claims until ctx ends, and returns its cause. No failure ends it: it waits, longer each time.
func (p *Payer) Run(ctx context.Context) error {
	return loop(ctx, p.cfg.Interval, p.cfg.Patience, func(ctx context.Context) (bool, error) {
		_, err := p.Step(ctx)
		if err != nil {
			p.cfg.Log.Warn("claiming", "stage", "paid", "err", err)
		}
		return false, err
	})
}

// Step is one round over all accounts. One account's failure does not stop the others; all are joined in the
// error. Used by one goroutine at a time.
func (p *Payer) Step(ctx context.Context) ([]Paid, error) {
	root, ok, err := p.vault.Claimable(ctx)
	if err != nil || !ok {
		return nil, err
	}
	accounts, err := p.cfg.Accounts(ctx)
	if err != nil {
		return nil, fmt.Errorf("accounts to claim for: %w", err)
	}
	var paid []Paid
	var failed []error
	for _, account := range accounts {
		one, err := p.claim(ctx, root, account)
		if err != nil {
			failed = append(failed, fmt.Errorf("claim for %s: %w", account, err))
		}
		if one != nil {
			paid = append(paid, *one)
		}
	}
	return paid, errors.Join(failed...)
}

// claim pays one account if it is owed enough. It returns nil where there was nothing to do.
func (p *Payer) claim(ctx context.Context, root rollup.Digest, account rollup.Address) (*Paid, error) {
	claim, ok, err := p.ledger.Claim(ctx, root, account)
	if err != nil || !ok {
		return nil, err
	}
	if claim.Account != account || claim.Root != root {
		return nil, fmt.Errorf("asked for %s under %s, got %s under %s", account, root, claim.Account, claim.Root)
	}
	earned, err := claim.Earned()
	if err != nil {
		return nil, err
	}
	claimed, err := p.vault.Claimed(ctx, account)
	if err != nil {
		return nil, err
	}
	owed, under := new(uint256.Int).SubOverflow(earned, claimed)
	if under || owed.Lt(p.cfg.Minimum) {
		return nil, nil
	}
	// A crash from here on loses nothing: the next round asks the Vault what was claimed.
	paid, err := p.vault.Claim(ctx, claim)
	if errors.Is(err, ErrOvertaken) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	p.cfg.Log.Info("paid", "stage", "paid", "account", account, "wei", paid.Amount, "tx", paid.Tx, "block", paid.Block)
	if p.cfg.OnPaid != nil {
		p.cfg.OnPaid(paid)
	}
	if paid.Account != account || !paid.Cumulative.Eq(earned) {
		return &paid, fmt.Errorf("paid %s to %s in all, owed %s: %w", paid.Cumulative, paid.Account, earned, ErrPaidWrong)
	}
	return &paid, nil
}
