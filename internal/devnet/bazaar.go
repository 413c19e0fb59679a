package devnet

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// bazaar is the demo's contracts, at the same addresses on every rollup because one account deploys them with
// the same nonces.
type bazaar struct {
	Token, Pool, Echo rollup.Address
	token             *bindings.SharedToken
	pool              *bindings.Pool
	echo              *bindings.Echo
}

// What the markets start with, and what each trader gets.
const (
	poolEth     = 100     // ether
	poolTokens  = 200_000 // tokens
	purseTokens = 200_000
	tokenSupply = 100_000_000
)

func newBazaar(deployer rollup.Address) *bazaar {
	return &bazaar{
		Token: crypto.CreateAddress(deployer, 0), Pool: crypto.CreateAddress(deployer, 1), Echo: crypto.CreateAddress(deployer, 2),
		token: bindings.NewSharedToken(), pool: bindings.NewPool(), echo: bindings.NewEcho(),
	}
}

// creations is how many of the calls create contracts. Each takes the better part of a batch's bytes.
const creations = 3

// deploy sets the markets up on all rollups by ordinary wallet transactions, sent with ascending nonces without
// waiting for any: rollup by rollup those that create contracts, a slot apart, then the rest. It waits for the
// last. On a rollup that has them already it does nothing.
func (b *bazaar) deploy(ctx context.Context, w *wallet, slot time.Duration, traders []rollup.Address) error {
	calls := b.calls(w.Address, w.door.chains, traders)
	sent := map[rollup.ChainID][]*types.Transaction{}
	from := map[rollup.ChainID]int{}
	for _, part := range [][2]int{{0, creations}, {creations, len(calls)}} {
		for _, chain := range w.door.chains {
			if part[0] == 0 {
				nonce, err := w.nonce(ctx, chain)
				if err != nil {
					return err
				}
				from[chain] = int(nonce) //nolint:gosec // a handful
			}
			for i := max(part[0], from[chain]); i < part[1]; i++ {
				tx, err := w.submit(ctx, chain, uint64(i), calls[i]) //nolint:gosec // an index
				if err != nil {
					return fmt.Errorf("rollup %s: transaction %d: %w", chain, i, err)
				}
				sent[chain] = append(sent[chain], tx)
			}
			if part[0] == 0 && len(sent[chain]) > 0 && !sleep(ctx, slot) {
				return context.Cause(ctx)
			}
		}
	}
	for chain, txs := range sent {
		for i, tx := range txs {
			r, err := w.receipt(ctx, chain, tx.Hash())
			if err != nil {
				return fmt.Errorf("rollup %s: transaction %d: %w", chain, from[chain]+i, err)
			}
			if r.Status != types.ReceiptStatusSuccessful {
				return fmt.Errorf("rollup %s: transaction %d reverted", chain, from[chain]+i)
			}
		}
	}
	return nil
}

func (b *bazaar) calls(deployer rollup.Address, chains []rollup.ChainID, traders []rollup.Address) []call {
	ids := make([]uint64, len(chains))
	for i, chain := range chains {
		ids[i] = uint64(chain)
	}
	creation := func(code string, args []byte) []byte { return append(common.FromHex(code), args...) }
	calls := []call{
		{Gas: 2_000_000, Data: creation(bindings.SharedTokenMetaData.Bin, b.token.PackConstructor("Chorale Demo", "CHD", deployer, ether(tokenSupply), ids))},
		{Gas: 2_000_000, Data: creation(bindings.PoolMetaData.Bin, b.pool.PackConstructor(b.Token))},
		{Gas: 1_000_000, Data: common.FromHex(bindings.EchoMetaData.Bin)},
		{To: &b.Token, Gas: 100_000, Data: b.token.PackApprove(b.Pool, ether(tokenSupply))},
		{To: &b.Pool, Gas: 400_000, Value: ether(poolEth), Data: b.pool.PackAddLiquidity(ether(poolTokens))},
		{To: &b.Echo, Gas: 50_000, Value: ether(1)},
	}
	for _, t := range traders {
		calls = append(calls, call{To: &b.Token, Gas: 100_000, Data: b.token.PackTransfer(t, ether(purseTokens))})
	}
	return calls
}

// reserves reads a pool through the door.
func (b *bazaar) reserves(ctx context.Context, d *door, chain rollup.ChainID) (reserves, error) {
	eth, err := b.read(ctx, d, chain, b.pool.PackReserveEth())
	if err != nil {
		return reserves{}, err
	}
	token, err := b.read(ctx, d, chain, b.pool.PackReserveToken())
	if err != nil {
		return reserves{}, err
	}
	r := reserves{Eth: eth, Token: token}
	if r.Eth.Sign() == 0 || r.Token.Sign() == 0 {
		return reserves{}, fmt.Errorf("the pool on rollup %s is empty", chain)
	}
	return r, nil
}

func (b *bazaar) read(ctx context.Context, d *door, chain rollup.ChainID, data []byte) (*big.Int, error) {
	out, err := d.rpc[chain].CallContract(ctx, ethereum.CallMsg{To: &b.Pool, Data: data}, nil)
	if err != nil {
		return nil, err
	}
	return new(big.Int).SetBytes(out), nil
}

// approve lets the pool take the caller's tokens.
func (b *bazaar) approve() call {
	return call{To: &b.Token, Gas: 60_000, Data: b.token.PackApprove(b.Pool, ether(tokenSupply))}
}

func (b *bazaar) buy(wei, minOut *big.Int) call {
	return call{To: &b.Pool, Gas: 120_000, Value: wei, Data: b.pool.PackSwapEthForToken(minOut)}
}

func (b *bazaar) sell(token, minOut *big.Int) call {
	return call{To: &b.Pool, Gas: 120_000, Data: b.pool.PackSwapTokenForEth(token, minOut)}
}

// Gas of what a trigger makes happen elsewhere, and what prepays it: ten times what an idle rollup asks.
const (
	mintGas = 80_000
	echoGas = 150_000
)

var prepayment = new(big.Int).Div(ether(1), big.NewInt(100))

func (b *bazaar) move(to rollup.ChainID, receiver rollup.Address, amount *big.Int) call {
	return call{To: &b.Token, Gas: 250_000, Value: prepayment, Data: b.token.PackBurnTo(uint64(to), receiver, amount, mintGas)}
}

func (b *bazaar) shout(to rollup.ChainID, hops uint64) call {
	back := new(big.Int).Div(prepayment, big.NewInt(10))
	return call{To: &b.Echo, Gas: 300_000, Value: prepayment, Data: b.echo.PackCall(uint64(to), hops, echoGas, back)}
}
