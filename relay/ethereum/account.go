package ethereum

import (
	"context"
	"errors"
	"fmt"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Account is what one L1 account does with a network's contracts: it answers relay.Inbox and relay.Vault, and
// deposits, forces and governs. Errors wrap a *Refusal where a contract refuses. Safe for concurrent use: its
// Sender does one thing at a time.
type Account struct {
	*Client
	sender *Sender
}

// Account makes the sender's account act on the client's network.
func (c *Client) Account(sender *Sender) *Account { return &Account{c, sender} }

// Address is the account's own.
func (a *Account) Address() rollup.Address { return a.sender.Address() }

// act sends one transaction and wants it to succeed.
func (a *Account) act(ctx context.Context, what string, kind txKind, to rollup.Address, value *uint256.Int, input []byte) (*types.Receipt, error) {
	tx := Tx{To: &to, Data: input, kind: kind}
	if value != nil {
		tx.Value = value.ToBig()
	}
	receipts, err := a.sender.Send(ctx, tx)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if receipts[0].Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("%s: %w", what, a.why(ctx, receipts[0], tx))
	}
	return receipts[0], nil
}

// why runs a failed transaction again on the block before its own, to name what stopped it. That it failed is certain;
// where the node does not answer, why is not, and the error is none that says so.
func (a *Account) why(ctx context.Context, r *types.Receipt, tx Tx) error {
	block, err := again(ctx, a.chain, func(ctx context.Context) (*types.Header, error) { return a.chain.eth.HeaderByHash(ctx, r.BlockHash) })
	if err != nil {
		return fmt.Errorf("L1 transaction %s failed, the node does not say why: L1 block %s: %w", r.TxHash, r.BlockHash, err)
	}
	call := goethereum.CallMsg{From: a.sender.Address(), To: tx.To, Value: tx.Value, Data: tx.Data}
	// Something earlier in its own block may have been in the way: then it fails on top of it.
	for _, at := range []rollup.Digest{block.ParentHash, r.BlockHash} {
		_, err := again(ctx, a.chain, func(ctx context.Context) ([]byte, error) { return a.chain.eth.CallContractAtHash(ctx, call, at) })
		if err == nil {
			continue
		}
		reason := explain(err)
		if errors.Is(reason, relay.ErrRefused) || errors.Is(reason, relay.ErrOvertaken) || errors.Is(reason, relay.ErrFunds) {
			return fmt.Errorf("L1 transaction %s failed: %w", r.TxHash, reason)
		}
		return fmt.Errorf("L1 transaction %s failed, the node does not say why: %w", r.TxHash, err)
	}
	// It would have passed: what it met has gone by, or its gas ran out, which is nobody else's doing.
	call.Gas = r.GasUsed
	if _, err := again(ctx, a.chain, func(ctx context.Context) ([]byte, error) {
		return a.chain.eth.CallContractAtHash(ctx, call, r.BlockHash)
	}); err != nil {
		return fmt.Errorf("L1 transaction %s failed, with %d gas: %w", r.TxHash, r.GasUsed, err)
	}
	return fmt.Errorf("L1 transaction %s failed: %w", r.TxHash, relay.ErrOvertaken)
}

// Deposit adds to an account's escrow and fee balance, in wei, from this account's ether.
func (a *Account) Deposit(ctx context.Context, account rollup.Address, escrow, fees *uint256.Int) (*types.Receipt, error) {
	value, over := new(uint256.Int).AddOverflow(escrow, fees)
	if over {
		return nil, fmt.Errorf("deposit: %w: the sum exceeds 256 bits", relay.ErrRefused)
	}
	return a.act(ctx, "deposit", each, a.at.Vault, value, vault.PackDepositBoth(account, fees.ToBig()))
}

// RequestWithdrawal asks for up to this much of the account's own escrow and fee balance back, in wei. What the
// network grants is claimed like a credit.
func (a *Account) RequestWithdrawal(ctx context.Context, escrow, fees *uint256.Int) (*types.Receipt, error) {
	return a.act(ctx, "request withdrawal", each, a.at.Vault, nil, vault.PackRequestWithdrawal(escrow.ToBig(), fees.ToBig()))
}

// ForceTransaction puts a signed rollup transaction (EIP-2718, at most 32 KiB) into the L1 queue.
func (a *Account) ForceTransaction(ctx context.Context, chain rollup.ChainID, raw []byte) (*types.Receipt, error) {
	return a.act(ctx, "force transaction", each, a.at.Inbox, nil, inbox.PackForceTransaction(uint64(chain), raw))
}

// RegisterRollup admits a rollup. The registry's owner only.
func (a *Account) RegisterRollup(ctx context.Context, genesis rollup.Genesis, payout rollup.Address) (*types.Receipt, error) {
	return a.act(ctx, "register rollup "+genesis.Chain.String(), once, a.at.Registry, nil,
		registry.PackRegisterRollup(uint64(genesis.Chain), payout, genesis.JSON))
}

// SetPayout moves a rollup's income to another address. The current payout address or the owner.
func (a *Account) SetPayout(ctx context.Context, chain rollup.ChainID, payout rollup.Address) (*types.Receipt, error) {
	return a.act(ctx, "set payout of rollup "+chain.String(), sets, a.at.Registry, nil, registry.PackSetPayout(uint64(chain), payout))
}

// SetWeight sets a rollup's weight in the split. The registry's owner only.
func (a *Account) SetWeight(ctx context.Context, chain rollup.ChainID, weight uint32) (*types.Receipt, error) {
	return a.act(ctx, "set weight of rollup "+chain.String(), sets, a.at.Registry, nil, registry.PackSetWeight(uint64(chain), weight))
}

// SetParameters publishes the network's parameters, once per incarnation. The registry's owner only.
func (a *Account) SetParameters(ctx context.Context, p *rollup.Parameters) (*types.Receipt, error) {
	encoded, err := p.Encode()
	if err != nil {
		return nil, fmt.Errorf("set parameters: %w", err)
	}
	return a.act(ctx, "set parameters", once, a.at.Registry, nil, registry.PackSetParameters(encoded))
}

// SetFirstKey publishes the committee's first key, once its ceremony is over. The registry's owner only.
func (a *Account) SetFirstKey(ctx context.Context, group *threshold.Group) (*types.Receipt, error) {
	key, err := threshold.ExpandG1(group.Public)
	if err != nil {
		return nil, fmt.Errorf("set first key: %w", err)
	}
	//nolint:gosec // Group.Validate bounds both far below 2^32
	return a.act(ctx, "set first key", once, a.at.Committee, nil,
		committee.PackSetFirstKey(key[:], uint32(len(group.Shares)), uint32(group.Threshold), SharesRoot(group)))
}

// SharesRoot commits to the members' public shares: the SSZ hash_tree_root of a list of 48-byte vectors with
// room for 2^10, by share index.
func SharesRoot(group *threshold.Group) rollup.Digest {
	leaves := make([]rollup.Digest, len(group.Shares))
	for i, share := range group.Shares {
		leaves[i] = rollup.BytesRoot(share[:])
	}
	return rollup.ListRoot(leaves, 10)
}
