package evm_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// What a gateway takes for a transaction's least gas is what the EVM does.
func TestIntrinsicGasIsTheEVMs(t *testing.T) {
	dice := rand.New(rand.NewPCG(3, 4))
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	id := big.NewInt(901)
	for range 2_000 {
		data := make([]byte, dice.IntN(400))
		for i := range data {
			if dice.IntN(2) == 0 {
				data[i] = byte(dice.Uint32())
			}
		}
		var list types.AccessList
		for range dice.IntN(3) {
			list = append(list, types.AccessTuple{Address: common.Address{byte(dice.Uint32())}, StorageKeys: make([]common.Hash, dice.IntN(4))})
		}
		to := common.Address{1}
		var inner types.TxData
		switch dice.IntN(3) {
		case 0:
			inner = &types.DynamicFeeTx{ChainID: id, Data: data, AccessList: list, To: &to, GasFeeCap: new(big.Int), GasTipCap: new(big.Int)}
		case 1:
			inner = &types.DynamicFeeTx{ChainID: id, Data: data, AccessList: list, GasFeeCap: new(big.Int), GasTipCap: new(big.Int)}
		default:
			inner = &types.SetCodeTx{ChainID: uint256.NewInt(901), Data: data, AccessList: list, To: to, GasFeeCap: new(uint256.Int), GasTipCap: new(uint256.Int), Value: new(uint256.Int),
				AuthList: make([]types.SetCodeAuthorization, 1+dice.IntN(3))}
		}
		signed, err := types.SignNewTx(key, types.NewPragueSigner(id), inner)
		require.NoError(t, err)
		raw, err := signed.MarshalBinary()
		require.NoError(t, err)
		tx, err := rollup.DecodeTx(901, raw)
		require.NoError(t, err)
		rules := params.MergedTestChainConfig.Rules(new(big.Int), true, 0)
		rules.IsOsaka, rules.IsAmsterdam = false, false
		base, err := core.IntrinsicGas(tx.Data(), tx.AccessList(), tx.SetCodeAuthorizations(), tx.Sender, tx.To(), new(uint256.Int), rules)
		require.NoError(t, err)
		floor, err := core.FloorDataGas(rules, tx.Sender, tx.To(), new(uint256.Int), tx.Data(), tx.AccessList())
		require.NoError(t, err)
		want := max(base, floor)
		require.Equal(t, want, tx.IntrinsicGas(), "%d bytes, creation %t, %d entries", len(data), tx.To() == nil, len(list))
	}
}
