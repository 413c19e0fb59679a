package ethereum

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/relay"
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
	seen       uint64                            // L1 block at which Open saw the network: from here on no code is no answer
	parameters atomic.Pointer[rollup.Parameters] // they do not change within an incarnation
	matured    atomic.Pointer[matured]           // newest posting that claims could use at the last look; nil before the first
}

// ErrNoNetwork: at that address there is no registry whose contracts are wired.
var ErrNoNetwork = errors.New("no network registered at this address")

// openLooks is how many heads must show no registry before there is none: the endpoint may have nodes that are behind.
const openLooks = 8

// Open finds a network's contracts by its registry. fromBlock is any block at or before its deployment; logs
// are searched from there, so 0 is right and on a long chain slow. ErrNoNetwork only if the contract there says so, or
// if there is none at several heads; an L1 node that does not answer is an error that says what it is.
func Open(ctx context.Context, chain *Chain, registryAddress rollup.Address, fromBlock uint64) (*Client, error) {
	pause := chain.pace.pause
	for look := 1; ; look++ {
		c, err := open(ctx, chain, registryAddress, fromBlock)
		if err == nil {
			return c, nil
		}
		if !errors.Is(err, errNoCode) || look == openLooks {
			return nil, fmt.Errorf("registry %s: %w", registryAddress, err)
		}
		if err := sleep(ctx, pause); err != nil {
			return nil, fmt.Errorf("registry %s: %w", registryAddress, err)
		}
		pause = min(2*pause, chain.pace.patience/4)
	}
}

// open is one look. Where there is no code, or the registry is not wired, its error is errNoCode as well.
func open(ctx context.Context, chain *Chain, registryAddress rollup.Address, fromBlock uint64) (*Client, error) {
	head, err := chain.head(ctx)
	if err != nil {
		return nil, err
	}
	if number := head.Number.Uint64(); number < fromBlock {
		return nil, fmt.Errorf("the head is block %d, the network begins at %d: %w", number, fromBlock, ErrBehind)
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
		switch {
		case errors.Is(err, errNoCode), err != nil && errors.Is(explain(err), relay.ErrRefused):
			return nil, fmt.Errorf("%w: %w", ErrNoNetwork, err)
		case err != nil:
			return nil, err
		}
		if *part.address, err = part.unpack(out); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrNoNetwork, err)
		}
		if *part.address == (rollup.Address{}) {
			return nil, fmt.Errorf("%w: not wired: %w", ErrNoNetwork, errNoCode)
		}
	}
	return &Client{chain: chain, at: at, seen: head.Number.Uint64()}, nil
}

// before says whether an error is that of a block from before the contracts: from the one on at which the network was
// seen, no code is an answer that was left out.
func (c *Client) before(number uint64, err error) bool {
	return errors.Is(err, errNoCode) && number < c.seen
}

// Contracts says where the network stands.
func (c *Client) Contracts() Contracts { return c.at }

// Chain is the connection that the client reads from.
func (c *Client) Chain() *Chain { return c.chain }

// ask calls a view function at a block and unpacks the answer.
func ask[T any](ctx context.Context, c *Client, at rollup.Digest, to rollup.Address, input []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := c.chain.call(ctx, at, to, input)
	if errors.Is(err, errNoCode) {
		err = fmt.Errorf("%w: %w", ErrAbsent, err) // for all but who asks about blocks from before the contracts
	}
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

// askDeep is ask where the node may have the block's state no more: then it asks at the head, which is right for what
// the contracts only ever append to.
func askDeep[T any](ctx context.Context, c *Client, at rollup.Digest, to rollup.Address, input []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := ask(ctx, c, at, to, input, unpack)
	if err == nil || passing(err) || errors.Is(err, errNoCode) {
		return out, err
	}
	deep, failed := askHead(ctx, c, to, input, unpack)
	if failed != nil {
		return out, errors.Join(err, failed)
	}
	return deep, nil
}

// logsTo walks a contract's events from the network's first block.
func (c *Client) logsTo(ctx context.Context, contract rollup.Address, topic rollup.Digest, from, to uint64, fn func(*types.Log) error) error {
	return c.chain.logs(ctx, contract, []rollup.Digest{topic}, max(from, c.at.FromBlock), to, fn)
}
