package engine_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/internal/gethtest"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

const (
	chainA = rollup.ChainID(901)
	chainB = rollup.ChainID(902)
)

var (
	ether     = big.NewInt(1e18)
	recipient = common.HexToAddress("0x4ec1")
	coinbase  = common.HexToAddress("0xc01b")
	// logger is a contract that emits a log and reverts when it is sent anything: CALLVALUE, PUSH1 10, JUMPI,
	// PUSH0, PUSH0, LOG0, STOP, STOP, STOP, JUMPDEST, PUSH0, PUSH0, REVERT.
	logger     = common.HexToAddress("0x1099")
	loggerCode = common.FromHex("0x34600a575f5fa00000005b5f5ffd")
)

// rollups are two rollups on builder/evm, whose closed blocks are the payload log.
type rollups struct {
	*evm.Machine
	t       *testing.T
	genesis []rollup.Genesis
	key     *ecdsa.PrivateKey
	nonce   map[rollup.ChainID]uint64
	time    uint64
	sent    int64 // times that recipient was sent value on each rollup
	closed  uint64
}

func newRollups(t *testing.T) *rollups {
	r := &rollups{t: t, nonce: map[rollup.ChainID]uint64{}, time: 1_700_000_000}
	var err error
	r.key, err = crypto.ToECDSA(crypto.Keccak256([]byte("user")))
	require.NoError(t, err)
	alloc := types.GenesisAlloc{
		crypto.PubkeyToAddress(r.key.PublicKey): {Balance: new(big.Int).Mul(ether, big.NewInt(1000))},
		logger:                                  {Nonce: 1, Code: loggerCode, Balance: new(big.Int)},
	}
	for _, chain := range []rollup.ChainID{chainA, chainB} {
		genesis, err := evm.GenesisJSON(chain, alloc, 30_000_000, r.time)
		require.NoError(t, err)
		r.genesis = append(r.genesis, rollup.Genesis{Chain: chain, JSON: genesis})
	}
	r.Machine, err = evm.Open(evm.Config{Genesis: r.genesis})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, r.Close()) })
	r.advance()
	return r
}

func (r *rollups) advance() {
	r.time++
	mark := crypto.Keccak256Hash(binary.BigEndian.AppendUint64(nil, r.time))
	closed, err := r.Advance(builder.BlockEnv{Time: r.time, GasLimit: 30_000_000, BeaconRoot: mark, MixDigest: mark,
		Coinbase: map[rollup.ChainID]rollup.Address{chainA: coinbase, chainB: coinbase}})
	require.NoError(r.t, err)
	if len(closed) > 0 {
		r.closed++
	}
}

func (r *rollups) tx(chain rollup.ChainID, to *common.Address, wei int64, gas uint64, data []byte) *rollup.Tx {
	id := new(big.Int).SetUint64(uint64(chain))
	signed, err := types.SignNewTx(r.key, types.NewPragueSigner(id), &types.DynamicFeeTx{ChainID: id, Nonce: r.nonce[chain],
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e10), Gas: gas, To: to, Value: big.NewInt(wei), Data: data})
	require.NoError(r.t, err)
	r.nonce[chain]++
	raw, err := signed.MarshalBinary()
	require.NoError(r.t, err)
	tx, err := rollup.DecodeTx(chain, raw)
	require.NoError(r.t, err)
	return tx
}

// block closes one more block on each rollup: transfers, a contract creation, a log, a transaction that
// reverts, and triggers whose actions run on the other rollup, with their withdrawals.
func (r *rollups) block() {
	for _, chain := range []rollup.ChainID{chainA, chainB} {
		other := chainA + chainB - chain
		txs := []*rollup.Tx{
			r.tx(chain, &recipient, 1000, 21_000, nil),
			r.tx(chain, nil, 0, 200_000, append(common.FromHex("0x600e600a5f39600e5ff3"), loggerCode...)),
			r.tx(chain, &logger, 0, 50_000, nil),
			r.tx(chain, &logger, 1, 50_000, nil),
			r.tx(chain, &predeploy.Address, 1e16, 300_000, trigger(other, logger, 60_000)),
		}
		r.try(txs, txs[3])
		r.sent++
	}
	_, err := r.EndSlot()
	require.NoError(r.t, err)
	r.advance()
}

func (r *rollups) try(txs []*rollup.Tx, reverting *rollup.Tx) {
	out, err := r.Try(builder.Attempt{Txs: [][]*rollup.Tx{txs}, Reverting: map[rollup.Digest]bool{reverting.Hash(): true},
		GasLimit: 20_000_000, GasThrough: 30_000_000, TriggerDepth: 4, TriggerCount: 8})
	require.NoError(r.t, err)
	require.Equal(r.t, auction.Executed, out.Reason, "%+v", out.Failure)
}

// trigger is the calldata of ChoraleSystem.trigger(dstChain, target, gasLimit, "").
func trigger(dst rollup.ChainID, target common.Address, gas uint64) []byte {
	out := binary.BigEndian.AppendUint32(nil, predeploy.TriggerSelector)
	for _, word := range [][]byte{new(big.Int).SetUint64(uint64(dst)).Bytes(), target[:], new(big.Int).SetUint64(gas).Bytes(), {128}, {}} {
		out = append(out, common.LeftPadBytes(word, 32)...)
	}
	return out
}

// Boundary is every rollup's last closed block; two blocks before it are on L1 for good.
func (r *rollups) Boundary(context.Context) ([]relay.Boundary, error) {
	var out []relay.Boundary
	for _, chain := range r.Chains() {
		head, err := r.Head(chain)
		if err != nil {
			return nil, err
		}
		b := relay.Boundary{Chain: chain, Number: head.Number.Uint64(), Hash: head.Hash()}
		if b.Number > 2 {
			final, err := r.Machine.Block(chain, b.Number-2)
			if err != nil {
				return nil, err
			}
			b.Safe, b.Finalized = final.Block.Hash(), final.Block.Hash()
		}
		out = append(out, b)
	}
	return out, nil
}

// Block answers relay.Blocks.
func (r *rollups) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	return r.Machine.Block(chain, number)
}

// requireEqual compares everything that a node says of a rollup with what the machine has.
func (r *rollups) requireEqual(g *geth) {
	for number := uint64(1); number <= r.closed; number++ {
		want, err := r.Machine.Block(g.chain, number)
		require.NoError(r.t, err)
		var block struct {
			Hash      rollup.Digest `json:"hash"`
			StateRoot rollup.Digest `json:"stateRoot"`
		}
		g.ask(&block, "eth_getBlockByNumber", hexutil.Uint64(number), false)
		require.Equal(r.t, want.Block.Hash(), block.Hash, "rollup %s, block %d", g.chain, number)
		require.Equal(r.t, want.Block.Root(), block.StateRoot)
		var receipts []*types.Receipt
		g.ask(&receipts, "eth_getBlockReceipts", hexutil.Uint64(number))
		require.Len(r.t, receipts, len(want.Receipts))
		require.NotEmpty(r.t, receipts)
		for i, receipt := range receipts {
			require.Equal(r.t, want.Receipts[i].TxHash, receipt.TxHash)
			require.Equal(r.t, want.Receipts[i].Status, receipt.Status)
			require.Equal(r.t, want.Receipts[i].GasUsed, receipt.GasUsed)
			require.Equal(r.t, want.Receipts[i].CumulativeGasUsed, receipt.CumulativeGasUsed)
			require.Equal(r.t, want.Receipts[i].ContractAddress, receipt.ContractAddress)
			require.Equal(r.t, want.Receipts[i].Bloom, receipt.Bloom)
			require.Len(r.t, receipt.Logs, len(want.Receipts[i].Logs))
			for j, log := range receipt.Logs {
				require.Equal(r.t, want.Receipts[i].Logs[j].Address, log.Address)
				require.Equal(r.t, want.Receipts[i].Logs[j].Topics, log.Topics)
				require.Equal(r.t, hexutil.Encode(want.Receipts[i].Logs[j].Data), hexutil.Encode(log.Data))
			}
		}
	}
	var balance hexutil.Big
	g.ask(&balance, "eth_getBalance", recipient, "latest")
	require.Equal(r.t, big.NewInt(1000*r.sent/2), balance.ToInt(), "what the recipient was sent on rollup %s", g.chain)
	var nonce hexutil.Uint64
	g.ask(&nonce, "eth_getTransactionCount", crypto.PubkeyToAddress(r.key.PublicKey), "latest")
	require.Equal(r.t, r.nonce[g.chain], uint64(nonce))
	var safe struct {
		Number hexutil.Uint64 `json:"number"`
	}
	g.ask(&safe, "eth_getBlockByNumber", "safe", false)
	require.Equal(r.t, r.closed-2, uint64(safe.Number))
	g.ask(&safe, "eth_getBlockByNumber", "finalized", false)
	require.Equal(r.t, r.closed-2, uint64(safe.Number))
}

// A stock geth per rollup takes every block as it is, hash for hash, and comes back from kill -9 and from the
// loss of all its data.
func TestStockGethTakesOurBlocks(t *testing.T) {
	binary := gethtest.Binary(t)
	r := newRollups(t)
	a, b := newGeth(t, binary, chainA, r.genesis[0].JSON), newGeth(t, binary, chainB, r.genesis[1].JSON)
	a.start()
	b.start()
	nodeA, nodeB := a.node(), b.node()
	defer nodeA.Close()
	defer nodeB.Close()
	feeder := relay.NewFeeder(r, map[rollup.ChainID]relay.Node{chainA: nodeA, chainB: nodeB}, relay.FeederConfig{})
	step := func() {
		moved, err := feeder.Step(t.Context())
		require.NoError(t, err)
		require.True(t, moved)
	}

	for range 12 { // as they come
		r.block()
		step()
	}
	for range 12 { // many at once
		r.block()
	}
	step()
	require.Equal(t, uint64(24), r.closed)
	r.requireEqual(a)
	r.requireEqual(b)
	moved, err := feeder.Step(t.Context())
	require.NoError(t, err)
	require.False(t, moved, "nothing new")

	a.kill()
	r.block()
	moved, err = feeder.Step(t.Context())
	require.Error(t, err, "geth A is dead")
	require.True(t, moved, "geth B is not held up")
	for range 3 {
		r.block()
	}
	a.start()
	for number, _, err := nodeA.Head(t.Context()); number < r.closed; number, _, err = nodeA.Head(t.Context()) {
		require.NoError(t, err)
		step()
	}
	r.requireEqual(a)
	r.requireEqual(b)

	b.kill()
	b.init() // a new, empty folder
	b.start()
	for number, _, err := nodeB.Head(t.Context()); number < r.closed; number, _, err = nodeB.Head(t.Context()) {
		require.NoError(t, err)
		step()
	}
	r.requireEqual(b)

	// A block with a wrong state root is refused by name, and moves no head.
	good, err := r.Machine.Block(chainA, r.closed)
	require.NoError(t, err)
	header := good.Block.Header()
	header.Root[0] ^= 1
	err = nodeA.Prepare(t.Context(), &builder.Block{Chain: chainA, Requests: good.Requests,
		Block: good.Block.WithSeal(header)})
	require.ErrorIs(t, err, relay.ErrInvalid)
	require.ErrorContains(t, err, "invalid merkle root")
	require.ErrorIs(t, nodeA.Commit(t.Context(), relay.Heads{Head: rollup.Digest{7}}), relay.ErrSyncing)
	r.requireEqual(a)
}
