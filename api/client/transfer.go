package client

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"
)

// transferGas is enough for a receiver that is a contract with little to do, in gas.
const transferGas = 60_000

// Drafter signs plain transfers at an account's next nonces, as legs of a bundle. It asks the gateway's own /rpc for
// nonces and gas prices, and counts its own transactions on: two transfers on one rollup follow each other. What it
// counted is lost with it, so that a bundle that is given up takes its drafter along. Not safe for concurrent use.
type Drafter struct {
	gateway *address
	key     *ecdsa.PrivateKey
	next    map[rollup.ChainID]uint64 // nonces, of rollups that were asked
}

// NewDrafter signs with key, for a gateway by its public URL or that of its WebSocket. ErrURL.
func NewDrafter(gateway string, key *ecdsa.PrivateKey) (*Drafter, error) {
	a, err := parseAddress(gateway)
	if err != nil {
		return nil, err
	}
	return &Drafter{gateway: a, key: key, next: map[rollup.ChainID]uint64{}}, nil
}

// Transfer is a leg that sends wei to an account of a rollup. It offers a tip of 1 gwei over twice the gas price of
// now, so that it stays payable while the price rises.
func (d *Drafter) Transfer(ctx context.Context, chain rollup.ChainID, to rollup.Address, wei *uint256.Int) (auction.Leg, error) {
	nonce, price, err := d.ask(ctx, chain)
	if err != nil {
		return auction.Leg{}, fmt.Errorf("rollup %s: %w", chain, err)
	}
	id := new(big.Int).SetUint64(uint64(chain))
	tx, err := types.SignNewTx(d.key, types.NewPragueSigner(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: nonce, Gas: transferGas, To: &to, Value: wei.ToBig(),
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: new(big.Int).Add(new(big.Int).Lsh(price, 1), big.NewInt(params.GWei)),
	})
	if err != nil {
		return auction.Leg{}, fmt.Errorf("sign for rollup %s: %w", chain, err)
	}
	raw, err := tx.MarshalBinary()
	return auction.Leg{Chain: chain, Txs: [][]byte{raw}}, err
}

// ask is the account's next nonce and the rollup's gas price in wei.
func (d *Drafter) ask(ctx context.Context, chain rollup.ChainID) (uint64, *big.Int, error) {
	node, err := rpc.DialContext(ctx, d.gateway.at("/rpc/"+chain.String()))
	if err != nil {
		return 0, nil, err
	}
	defer node.Close()
	var price hexutil.Big
	if err := node.CallContext(ctx, &price, "eth_gasPrice"); err != nil {
		return 0, nil, err
	}
	nonce, ok := d.next[chain]
	if !ok {
		var latest hexutil.Uint64
		if err := node.CallContext(ctx, &latest, "eth_getTransactionCount", crypto.PubkeyToAddress(d.key.PublicKey), "pending"); err != nil {
			return 0, nil, err
		}
		nonce = uint64(latest)
	}
	d.next[chain] = nonce + 1
	return nonce, price.ToInt(), nil
}
