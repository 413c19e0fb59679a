package rollup_test

import (
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func signed(t *testing.T, signer types.Signer, data types.TxData) ([]byte, rollup.Address) {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("rollup test")))
	require.NoError(t, err)
	tx, err := types.SignNewTx(key, signer, data)
	require.NoError(t, err)
	raw, err := tx.MarshalBinary()
	require.NoError(t, err)
	return raw, crypto.PubkeyToAddress(key.PublicKey)
}

func TestDecodeTx(t *testing.T) {
	const chain = rollup.ChainID(901)
	id := big.NewInt(901)
	prague, to := types.NewPragueSigner(id), rollup.Address{1}
	one := big.NewInt(1)
	for name, data := range map[string]types.TxData{
		"legacy":      &types.LegacyTx{Gas: 21_000, GasPrice: one, To: &to},
		"access list": &types.AccessListTx{ChainID: id, Gas: 21_000, GasPrice: one, To: &to},
		"fee market":  &types.DynamicFeeTx{ChainID: id, Gas: 21_000, GasFeeCap: one, GasTipCap: one, To: &to},
		"set code": &types.SetCodeTx{ChainID: uint256.NewInt(901), Gas: 60_000, GasFeeCap: uint256.NewInt(1), GasTipCap: uint256.NewInt(1),
			AuthList: []types.SetCodeAuthorization{{}}},
	} {
		raw, sender := signed(t, prague, data)
		tx, err := rollup.DecodeTx(chain, raw)
		require.NoError(t, err, name)
		require.Equal(t, sender, tx.Sender, name)
		require.Equal(t, chain, tx.Chain, name)
		_, err = rollup.DecodeTx(902, raw)
		require.ErrorIs(t, err, rollup.ErrWrongChain, name)
		_, err = rollup.DecodeTx(chain, append(raw, 0))
		require.ErrorIs(t, err, rollup.ErrBadTransaction, name)
		_, err = rollup.DecodeTx(chain, raw[:len(raw)-1])
		require.ErrorIs(t, err, rollup.ErrBadTransaction, name)
	}
	unprotected, _ := signed(t, types.HomesteadSigner{}, &types.LegacyTx{Gas: 21_000, GasPrice: one, To: &to})
	_, err := rollup.DecodeTx(chain, unprotected)
	require.ErrorIs(t, err, rollup.ErrWrongChain, "a transaction without a chain could be replayed on any")
	blob, _ := signed(t, prague, &types.BlobTx{ChainID: uint256.NewInt(901), BlobHashes: []rollup.Digest{{1}}})
	_, err = rollup.DecodeTx(chain, blob)
	require.ErrorIs(t, err, rollup.ErrBlobs)
	for _, raw := range [][]byte{nil, {0}, {2}, {0x7f, 1}, {0xc0}} {
		_, err = rollup.DecodeTx(chain, raw)
		require.ErrorIs(t, err, rollup.ErrBadTransaction)
	}
}

func TestNetworkBytes(t *testing.T) {
	n := rollup.Network{ID: rollup.Digest{1}, Incarnation: 2, Epoch: 3}
	b := n.Bytes()
	require.Len(t, b, 48)
	require.Equal(t, n.ID[:], b[:32])
	require.Equal(t, []byte{7: 2}, b[32:40])
	require.Equal(t, []byte{7: 3}, b[40:])
}

func FuzzDecodeTx(f *testing.F) {
	key, _ := crypto.ToECDSA(crypto.Keccak256([]byte("rollup test")))
	tx := types.MustSignNewTx(key, types.NewPragueSigner(big.NewInt(901)), &types.DynamicFeeTx{ChainID: big.NewInt(901), Gas: 21_000})
	raw, _ := tx.MarshalBinary()
	f.Add(raw)
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, raw []byte) {
		tx, err := rollup.DecodeTx(901, raw)
		if err == nil && (tx.Sender == rollup.Address{} || tx.Type() == types.BlobTxType) {
			t.Fatal("carried what must be refused")
		}
	})
}
