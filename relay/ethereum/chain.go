package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"net/http"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/chorale-network/chorale/rollup"
)

// callTimeout bounds one JSON-RPC request; a provider that stalls is an error, not a wait.
const callTimeout = 30 * time.Second

// logSpan is the most blocks asked of eth_getLogs at once; public providers allow 10,000.
const logSpan = 10_000

// Chain is a connection to an L1 node. Safe for concurrent use.
type Chain struct {
	eth  *ethclient.Client
	http *http.Client
	id   *big.Int
}

// Dial connects to an L1 node's JSON-RPC (http or ws) and asks for its chain id.
func Dial(ctx context.Context, url string) (*Chain, error) {
	// Connections of its own, so that Close ends them: a server that shuts down waits for those it does not know idle.
	web := &http.Client{Timeout: callTimeout, Transport: &http.Transport{Proxy: http.ProxyFromEnvironment, IdleConnTimeout: time.Minute}}
	client, err := rpc.DialOptions(ctx, url, rpc.WithHTTPClient(web))
	if err != nil {
		return nil, fmt.Errorf("dial L1 %s: %w", url, err)
	}
	eth := ethclient.NewClient(client)
	id, err := eth.ChainID(ctx)
	if err != nil {
		eth.Close()
		return nil, fmt.Errorf("dial L1 %s: chain id: %w", url, err)
	}
	return &Chain{eth: eth, http: web, id: id}, nil
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
	return c.eth.BalanceAt(ctx, account, nil)
}

// head is the newest block's header.
func (c *Chain) head(ctx context.Context) (*types.Header, error) {
	h, err := c.eth.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("L1 head: %w", err)
	}
	return h, nil
}

// below is the header depth blocks below the head, or nil if the chain is not that long.
func (c *Chain) below(ctx context.Context, depth uint64) (*types.Header, error) {
	h, err := c.head(ctx)
	if err != nil || depth == 0 {
		return h, err
	}
	number := h.Number.Uint64()
	if number < depth {
		return nil, nil
	}
	h, err = c.eth.HeaderByNumber(ctx, new(big.Int).SetUint64(number-depth))
	if err != nil {
		return nil, fmt.Errorf("L1 block %d: %w", number-depth, err)
	}
	return h, nil
}

// errNoCode: the contract does not exist at that block.
var errNoCode = errors.New("no contract there at that block")

// call asks a view function at one block, by hash, so that several answers belong together.
func (c *Chain) call(ctx context.Context, at rollup.Digest, to rollup.Address, input []byte) ([]byte, error) {
	out, err := c.eth.CallContractAtHash(ctx, goethereum.CallMsg{To: &to, Data: input}, at)
	if err != nil {
		return nil, err
	}
	if len(out) == 0 {
		return nil, errNoCode
	}
	return out, nil
}

// logs walks the logs of one contract with one of these first topics over blocks [from, to], in order, and
// stops at fn's first error.
func (c *Chain) logs(ctx context.Context, contract rollup.Address, topics []rollup.Digest, from, to uint64, fn func(*types.Log) error) error {
	for ; from <= to; from += logSpan {
		found, err := c.eth.FilterLogs(ctx, goethereum.FilterQuery{
			FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(min(to, from+logSpan-1)),
			Addresses: []rollup.Address{contract}, Topics: [][]rollup.Digest{topics},
		})
		if err != nil {
			return fmt.Errorf("logs of L1 blocks %d to %d: %w", from, min(to, from+logSpan-1), err)
		}
		for i := range found {
			if found[i].Removed {
				continue
			}
			if err := fn(&found[i]); err != nil {
				return err
			}
		}
	}
	return nil
}
