package devnet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

// door is how strangers reach the network: the API's address, and its /rpc/<chainId> per rollup.
type door struct {
	base   string // http://127.0.0.1:8080
	chains []rollup.ChainID
	rpc    map[rollup.ChainID]*ethclient.Client
}

func openDoor(ctx context.Context, base string, chains []rollup.ChainID) (*door, error) {
	d := &door{base: base, chains: chains, rpc: map[rollup.ChainID]*ethclient.Client{}}
	for _, chain := range chains {
		c, err := ethclient.DialContext(ctx, fmt.Sprintf("%s/rpc/%s", base, chain))
		if err != nil {
			return nil, fmt.Errorf("rollup %s: %w", chain, err)
		}
		d.rpc[chain] = c
	}
	return d, nil
}

func (d *door) close() {
	for _, c := range d.rpc {
		c.Close()
	}
}

// Fees of the traffic's transactions, in wei per gas: far above what an idle rollup asks.
var (
	feeCap = big.NewInt(20_000_000_000)
	tipCap = big.NewInt(100_000)
)

// wallet is one account used through the door as any wallet uses a chain. Used by one goroutine.
type wallet struct {
	account
	door *door
}

// call is what a transaction does.
type call struct {
	To    *rollup.Address // nil creates a contract
	Value *big.Int        // wei
	Gas   uint64          // limit
	Data  []byte
}

// sign makes the account's transaction with a given nonce.
func (w *wallet) sign(chain rollup.ChainID, nonce uint64, c call) (*types.Transaction, error) {
	id := new(big.Int).SetUint64(uint64(chain))
	value := c.Value
	if value == nil {
		value = new(big.Int)
	}
	return types.SignNewTx(w.Key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, GasTipCap: tipCap, GasFeeCap: feeCap, Gas: c.Gas, To: c.To, Value: value, Data: c.Data,
	})
}

// nonce is the account's next nonce after the rollup's last closed block.
func (w *wallet) nonce(ctx context.Context, chain rollup.ChainID) (uint64, error) {
	return w.door.rpc[chain].NonceAt(ctx, w.Address, nil)
}

// do signs, sends and waits until the transaction stands in a block.
func (w *wallet) do(ctx context.Context, chain rollup.ChainID, c call) (*types.Receipt, error) {
	nonce, err := w.nonce(ctx, chain)
	if err != nil {
		return nil, err
	}
	tx, err := w.submit(ctx, chain, nonce, c)
	if err != nil {
		return nil, err
	}
	return w.receipt(ctx, chain, tx.Hash())
}

// submit signs and sends.
func (w *wallet) submit(ctx context.Context, chain rollup.ChainID, nonce uint64, c call) (*types.Transaction, error) {
	tx, err := w.sign(chain, nonce, c)
	if err != nil {
		return nil, err
	}
	if err := w.door.rpc[chain].SendTransaction(ctx, tx); err != nil {
		return nil, fmt.Errorf("send: %w", err)
	}
	return tx, nil
}

// errNotIncluded says that a transaction did not turn up; a wallet would say the same.
var errNotIncluded = errors.New("not included in time")

// patience is how long a wallet waits for a receipt.
const patience = 15 * time.Second

func (w *wallet) receipt(ctx context.Context, chain rollup.ChainID, tx rollup.Digest) (*types.Receipt, error) {
	deadline := time.Now().Add(patience)
	for time.Now().Before(deadline) {
		r, err := w.door.rpc[chain].TransactionReceipt(ctx, tx)
		if err == nil {
			return r, nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		if !errors.Is(err, ethereum.NotFound) {
			return nil, err
		}
		sleep(ctx, 100*time.Millisecond)
	}
	return nil, fmt.Errorf("transaction %s on rollup %s: %w", tx, chain, errNotIncluded)
}

// sleep waits, or returns early when ctx ends. It reports whether ctx goes on.
func sleep(ctx context.Context, d time.Duration) bool { return clock.Sleep(ctx, d) == nil }
