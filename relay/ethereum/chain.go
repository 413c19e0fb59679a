package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"sync"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/chorale-network/chorale/rollup"
)

// callTimeout bounds one JSON-RPC request; a provider that stalls is an error, not a wait.
const callTimeout = 30 * time.Second

// logSpan is the most blocks asked of eth_getLogs at once; public providers allow 10,000.
const logSpan = 10_000

// Absence proves nothing. These two say that a node left something out; they are never a verdict on what was asked, and
// whoever gets one asks again.
var (
	// ErrAbsent: the node left out what must be there by what it or the contracts say.
	ErrAbsent = errors.New("the L1 node leaves out what must be there")
	// ErrBehind: the node's head is older than one that was seen before.
	ErrBehind = errors.New("the L1 node is behind a head that was seen before")
)

// pace is how long a chain is patient with its node.
type pace struct {
	patience time.Duration // how long a read that was not answered is repeated
	pause    time.Duration // before its first repetition; each further one waits twice as long, up to a quarter of patience
	reset    time.Duration // how long heads must be lower than before until the chain is believed to have gone back
	looks    int           // how many of them on end, at least
}

var usualPace = pace{patience: 1500 * time.Millisecond, pause: 50 * time.Millisecond, reset: time.Minute, looks: 16}

// Chain is a connection to an L1 endpoint: one node, or several behind a balancer that answer in turn, not all at the
// same head. Its head does not go back, and reads name their block by hash (EIP-1898), so that answers of two nodes
// never mix: a node that does not know the block says so, and is asked again. Safe for concurrent use.
type Chain struct {
	eth  *ethclient.Client
	http *http.Client
	id   *big.Int
	pace pace // set before use

	mu       sync.Mutex
	top      uint64    // highest block that an answer named
	low      int       // heads on end that were lower
	lowSince time.Time // of the first of them
}

// Dial connects to an L1 node's JSON-RPC (http or ws) and asks for its chain id.
func Dial(ctx context.Context, url string) (*Chain, error) {
	// Connections of its own, so that Close ends them: a server that shuts down waits for those it does not know idle.
	web := &http.Client{Timeout: callTimeout, Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: time.Minute}}
	client, err := rpc.DialOptions(ctx, url, rpc.WithHTTPClient(web))
	if err != nil {
		return nil, fmt.Errorf("dial L1 %s: %w", url, err)
	}
	c := &Chain{eth: ethclient.NewClient(client), http: web, pace: usualPace}
	if c.id, err = again(ctx, c, c.eth.ChainID); err != nil {
		c.eth.Close()
		return nil, fmt.Errorf("dial L1 %s: chain id: %w", url, err)
	}
	return c, nil
}

// Close ends the connections.
func (c *Chain) Close() {
	c.eth.Close()
	c.http.CloseIdleConnections()
}

// ID is the L1's chain id (EIP-155).
func (c *Chain) ID() uint64 { return c.id.Uint64() }

// Balance is an account's balance at the head, in wei.
func (c *Chain) Balance(ctx context.Context, account rollup.Address) (*big.Int, error) {
	head, err := c.head(ctx)
	if err != nil {
		return nil, err
	}
	return c.balance(ctx, account, head.Hash())
}

func (c *Chain) balance(ctx context.Context, account rollup.Address, at rollup.Digest) (*big.Int, error) {
	return again(ctx, c, func(ctx context.Context) (*big.Int, error) { return c.eth.BalanceAtHash(ctx, account, at) })
}

// nonce is the number of transactions of an account's up to and in a block.
func (c *Chain) nonce(ctx context.Context, account rollup.Address, at rollup.Digest) (uint64, error) {
	used, err := again(ctx, c, func(ctx context.Context) (uint64, error) { return c.eth.NonceAtHash(ctx, account, at) })
	if err != nil {
		return 0, fmt.Errorf("nonce of %s at L1 block %s: %w", account, at, err)
	}
	return used, nil
}

// head is the newest block's header, never an older one than any that was seen: ErrBehind instead. Heads that stay lower
// for a minute, with none higher among them, are a chain that was reset.
func (c *Chain) head(ctx context.Context) (*types.Header, error) {
	h, err := again(ctx, c, func(ctx context.Context) (*types.Header, error) {
		h, err := c.eth.HeaderByNumber(ctx, nil)
		if err != nil {
			return nil, err
		}
		return h, c.advance(h.Number.Uint64())
	})
	if err != nil {
		return nil, fmt.Errorf("L1 head: %w", err)
	}
	return h, nil
}

// advance enters a head, or refuses it.
func (c *Chain) advance(number uint64) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if number < c.top {
		if c.low == 0 {
			c.lowSince = time.Now()
		}
		c.low++
		if c.low < c.pace.looks || time.Since(c.lowSince) < c.pace.reset {
			return fmt.Errorf("block %d after %d: %w", number, c.top, ErrBehind)
		}
	}
	c.top, c.low = number, 0
	return nil
}

// saw enters a block that some answer named: no head is older from here on.
func (c *Chain) saw(number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if number > c.top {
		c.top, c.low = number, 0
	}
}

// header is a block's header by number.
func (c *Chain) header(ctx context.Context, number uint64) (*types.Header, error) {
	h, err := again(ctx, c, func(ctx context.Context) (*types.Header, error) {
		return c.eth.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	})
	if err != nil {
		return nil, fmt.Errorf("L1 block %d: %w", number, err)
	}
	return h, nil
}

// below is the header depth blocks below the head, or nil if the chain is not that long.
func (c *Chain) below(ctx context.Context, depth uint64) (*types.Header, error) {
	h, err := c.head(ctx)
	if err != nil || depth == 0 {
		return h, err
	}
	if h.Number.Uint64() < depth {
		return nil, nil
	}
	return c.header(ctx, h.Number.Uint64()-depth)
}

// errNoCode: the contract does not exist at that block.
var errNoCode = errors.New("no contract there at that block")

// call asks a view function at one block, by hash, so that several answers belong together.
func (c *Chain) call(ctx context.Context, at rollup.Digest, to rollup.Address, input []byte) ([]byte, error) {
	return again(ctx, c, func(ctx context.Context) ([]byte, error) {
		out, err := c.eth.CallContractAtHash(ctx, goethereum.CallMsg{To: &to, Data: input}, at)
		if err == nil && len(out) == 0 {
			err = errNoCode
		}
		return out, err
	})
}

// logs walks the logs of one contract with one of these first topics over blocks [from, to], in order, and
// stops at fn's first error. A node may leave some out, at the end or anywhere: whether they are all is for the caller
// to prove, by what the contract says.
func (c *Chain) logs(ctx context.Context, contract rollup.Address, topics []rollup.Digest, from, to uint64, fn func(*types.Log) error) error {
	for ; from <= to; from += logSpan {
		end := min(to, from+logSpan-1)
		found, err := again(ctx, c, func(ctx context.Context) (found *[]types.Log, err error) {
			err = c.eth.Client().CallContext(ctx, &found, "eth_getLogs", map[string]any{
				"fromBlock": hexutil.Uint64(from), "toBlock": hexutil.Uint64(end),
				"address": []rollup.Address{contract}, "topics": [][]rollup.Digest{topics},
			})
			if err == nil && found == nil {
				err = goethereum.NotFound
			}
			return found, err
		})
		if err != nil {
			return fmt.Errorf("logs of L1 blocks %d to %d: %w", from, end, err)
		}
		for i := range *found {
			log := &(*found)[i]
			if log.Removed {
				continue
			}
			if err := fn(log); err != nil {
				return err
			}
		}
	}
	return nil
}
