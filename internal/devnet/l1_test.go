package devnet_test

import (
	"context"
	"math/big"
	"testing"
	"time"

	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"
)

// An eager L1 takes a transaction at once, has Prague's pairing precompile, and is the same chain after a
// second start.
func TestL1Resumes(t *testing.T) {
	key := devnet.Key(1, "owner")
	me := crypto.PubkeyToAddress(key.PublicKey)
	cfg := devnet.L1Config{Dir: t.TempDir(), Period: time.Hour, Funded: []rollup.Address{me}, Now: time.Now()}
	l1, err := devnet.StartL1(cfg)
	require.NoError(t, err)
	l1.Eager(true)

	c, err := ethclient.Dial(l1.URL())
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	// EIP-2537 pairing of nothing is an error, of one pair of zeros is 1: present only under Prague.
	tx := types.MustSignNewTx(key, types.LatestSignerForChainID(big.NewInt(devnet.L1ChainID)), &types.DynamicFeeTx{
		ChainID: big.NewInt(devnet.L1ChainID), Gas: 200_000, GasFeeCap: big.NewInt(1e10), GasTipCap: big.NewInt(1e9), To: &rollup.Address{0x42}, Value: big.NewInt(7),
	})
	require.NoError(t, c.SendTransaction(ctx, tx))
	var receipt *types.Receipt
	require.Eventually(t, func() bool {
		receipt, err = c.TransactionReceipt(ctx, tx.Hash())
		return err == nil
	}, time.Minute, 5*time.Millisecond)
	pairing, err := l1.Client().CallContract(ctx, pairingCall(), nil)
	require.NoError(t, err)
	require.Equal(t, byte(1), pairing[31])
	l1.Eager(false)
	l1.Mine(2)
	head, err := c.BlockNumber(ctx)
	require.NoError(t, err)
	c.Close()
	require.NoError(t, l1.Close())

	cfg.Now = cfg.Now.Add(time.Hour)
	again, err := devnet.StartL1(cfg)
	require.NoError(t, err)
	defer func() { require.NoError(t, again.Close()) }()
	resumed, err := again.Client().BlockNumber(ctx)
	require.NoError(t, err)
	require.GreaterOrEqual(t, resumed, head)
	kept, err := again.Client().TransactionReceipt(ctx, tx.Hash())
	require.NoError(t, err)
	require.Equal(t, receipt.BlockHash, kept.BlockHash)
}
