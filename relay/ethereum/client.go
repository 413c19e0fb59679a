package ethereum

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/rollup"
)

// The contracts' packers and unpackers. They hold no state.
var (
	registry  = bindings.NewRegistry()
	inbox     = bindings.NewInbox()
	committee = bindings.NewCommittee()
	vault     = bindings.NewVault()
)

// Contracts are where a network stands on L1.
type Contracts struct {
	Registry  rollup.Address `json:"registry"`
	Inbox     rollup.Address `json:"inbox"`
	Committee rollup.Address `json:"committee"`
	Vault     rollup.Address `json:"vault"`
	FromBlock uint64         `json:"fromBlock"` // nothing of the network is on L1 before this block
}

// Client reads one network's contracts. It answers sequencer.L1. Safe for concurrent use.
type Client struct {
	chain      *Chain
	at         Contracts
	parameters atomic.Pointer[rollup.Parameters] // they do not change within an incarnation
	matured    atomic.Uint64                     // block of the newest posting that claims could use: where to look next
}

// ErrNoNetwork: at that address there is no registry whose contracts are wired.
var ErrNoNetwork = errors.New("no network registered at this address")

// Open finds a network's contracts by its registry. fromBlock is any block at or before its deployment; logs
// are searched from there, so 0 is right and on a long chain slow.
func Open(ctx context.Context, chain *Chain, registryAddress rollup.Address, fromBlock uint64) (*Client, error) {
	head, err := chain.head(ctx)
	if err != nil {
		return nil, err
	}
	at := Contracts{Registry: registryAddress, FromBlock: fromBlock}
	for _, part := range []struct {
		address *rollup.Address
		input   []byte
		unpack  func([]byte) (rollup.Address, error)
	}{
		{&at.Inbox, registry.PackInbox(), registry.UnpackInbox},
		{&at.Committee, registry.PackCommittee(), registry.UnpackCommittee},
		{&at.Vault, registry.PackVault(), registry.UnpackVault},
	} {
		out, err := chain.call(ctx, head.Hash(), registryAddress, part.input)
		if err != nil {
			return nil, fmt.Errorf("registry %s: %w: %w", registryAddress, ErrNoNetwork, err)
		}
		if *part.address, err = part.unpack(out); err != nil || *part.address == (rollup.Address{}) {
			return nil, fmt.Errorf("registry %s: %w", registryAddress, ErrNoNetwork)
		}
	}
	return &Client{chain: chain, at: at}, nil
}

// Contracts says where the network stands.
func (c *Client) Contracts() Contracts { return c.at }

// Chain is the connection that the client reads from.
func (c *Client) Chain() *Chain { return c.chain }

// ask calls a view function at a block and unpacks the answer.
func ask[T any](ctx context.Context, c *Client, at rollup.Digest, to rollup.Address, input []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := c.chain.call(ctx, at, to, input)
	if err != nil {
		var none T
		return none, err
	}
	return unpack(out)
}

// askHead is ask at the newest block.
func askHead[T any](ctx context.Context, c *Client, to rollup.Address, input []byte, unpack func([]byte) (T, error)) (T, error) {
	head, err := c.chain.head(ctx)
	if err != nil {
		var none T
		return none, err
	}
	return ask(ctx, c, head.Hash(), to, input, unpack)
}

// event is the first topic of a contract's event.
func event(contract interface{ GetABI() abi.ABI }, name string) rollup.Digest {
	return contract.GetABI().Events[name].ID
}

// logsTo walks a contract's events from the network's first block.
func (c *Client) logsTo(ctx context.Context, contract rollup.Address, topic rollup.Digest, from, to uint64, fn func(*types.Log) error) error {
	return c.chain.logs(ctx, contract, []rollup.Digest{topic}, max(from, c.at.FromBlock), to, fn)
}
