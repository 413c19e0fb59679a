package evm_test

import (
	"context"
	"crypto/ecdsa"
	"encoding/binary"
	"encoding/json"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/triedb"
	"github.com/stretchr/testify/require"
)

const (
	genesisTime = uint64(1_700_000_000)
	blockGas    = uint64(30_000_000)
)

var (
	ether = new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)
	gwei  = big.NewInt(1_000_000_000)
	keys  = func() (out []*ecdsa.PrivateKey) {
		for i := range 6 {
			k, err := crypto.ToECDSA(crypto.Keccak256([]byte{byte(i)}))
			if err != nil {
				panic(err)
			}
			out = append(out, k)
		}
		return out
	}()
	coinbase = common.HexToAddress("0xc01bba5e00000000000000000000000000000001")
)

func addressOf(k *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(k.PublicKey) }

// alloc funds the test keys and adds contracts.
func alloc(contracts map[common.Address][]byte) types.GenesisAlloc {
	out := types.GenesisAlloc{}
	for _, k := range keys {
		out[addressOf(k)] = types.Account{Balance: new(big.Int).Mul(ether, big.NewInt(1000))}
	}
	for a, code := range contracts {
		out[a] = types.Account{Nonce: 1, Code: code, Balance: ether}
	}
	return out
}

// net is a machine with what a test needs to talk to it.
type net struct {
	*evm.Machine
	t       require.TestingT
	ids     []rollup.ChainID
	genesis []rollup.Genesis
	time    uint64
}

func genesisOf(t require.TestingT, n int, a types.GenesisAlloc) (ids []rollup.ChainID, out []rollup.Genesis) {
	for i := range n {
		id := rollup.ChainID(1001 + i)
		b, err := evm.GenesisJSON(id, a, blockGas, genesisTime)
		require.NoError(t, err)
		ids, out = append(ids, id), append(out, rollup.Genesis{Chain: id, JSON: b})
	}
	return ids, out
}

// newNet opens n rollups in memory and begins their first blocks.
func newNet(t require.TestingT, n int, a types.GenesisAlloc) *net {
	ids, genesis := genesisOf(t, n, a)
	return openNet(t, ids, genesis)
}

func openNet(t require.TestingT, ids []rollup.ChainID, genesis []rollup.Genesis) *net {
	m, err := evm.Open(evm.Config{Genesis: genesis})
	require.NoError(t, err)
	out := &net{Machine: m, t: t, ids: ids, genesis: genesis, time: genesisTime}
	require.Empty(t, out.advance())
	return out
}

func envAt(ids []rollup.ChainID, time uint64) builder.BlockEnv {
	env := builder.BlockEnv{Time: time, GasLimit: blockGas, Coinbase: map[rollup.ChainID]rollup.Address{}}
	env.BeaconRoot = crypto.Keccak256Hash([]byte("beacon"), big.NewInt(int64(time)).Bytes())
	env.MixDigest = crypto.Keccak256Hash([]byte("mix"), big.NewInt(int64(time)).Bytes())
	for _, id := range ids {
		env.Coinbase[id] = coinbase
	}
	return env
}

func (n *net) advance() []builder.Block {
	n.time++
	closed, err := n.Advance(envAt(n.ids, n.time))
	require.NoError(n.t, err)
	return closed
}

func (n *net) try(a builder.Attempt) *builder.Outcome {
	out, err := n.Try(a)
	require.NoError(n.t, err)
	return out
}

// endSlot ends a slot and checks that every trigger was carried out.
func (n *net) endSlot() *builder.SlotState {
	out, err := n.EndSlot()
	require.NoError(n.t, err)
	require.Len(n.t, out.Pairs, len(n.ids)*(len(n.ids)-1))
	for _, p := range out.Pairs {
		require.Equal(n.t, p.TrigRoot, p.ActRoot, "%d → %d", p.Src, p.Dst)
		require.Equal(n.t, p.TrigCount, p.ActCount, "%d → %d", p.Src, p.Dst)
	}
	return out
}

func (n *net) nonce(id rollup.ChainID, k *ecdsa.PrivateKey) uint64 {
	return n.OpenState(id).GetNonce(addressOf(k))
}

// bundle is an attempt with limits that are not reached by accident.
func bundle(txs ...*rollup.Tx) builder.Attempt {
	a := builder.Attempt{GasLimit: 60_000_000, GasThrough: blockGas, TriggerDepth: 4, TriggerCount: 16}
	for _, tx := range txs {
		a.Txs = append(a.Txs, []*rollup.Tx{tx})
	}
	return a
}

// call is a transaction's essence; sign gives the rest.
type call struct {
	to       *common.Address
	value    *big.Int
	data     []byte
	gas      uint64
	tip, cap *big.Int
	nonce    uint64
}

// sign signs a dynamic-fee transaction and takes it through the decoder that real ones take.
func sign(t require.TestingT, id rollup.ChainID, k *ecdsa.PrivateKey, c call) *rollup.Tx {
	inner := &types.DynamicFeeTx{ChainID: new(big.Int).SetUint64(uint64(id)), Nonce: c.nonce, To: c.to, Value: c.value, Data: c.data, Gas: c.gas, GasTipCap: c.tip, GasFeeCap: c.cap}
	if inner.Gas == 0 {
		inner.Gas = 300_000
	}
	if inner.GasTipCap == nil {
		inner.GasTipCap = big.NewInt(1)
	}
	if inner.GasFeeCap == nil {
		inner.GasFeeCap = new(big.Int).Mul(gwei, big.NewInt(100))
	}
	return decode(t, id, types.MustSignNewTx(k, types.NewPragueSigner(inner.ChainID), inner))
}

func decode(t require.TestingT, id rollup.ChainID, tx *types.Transaction) *rollup.Tx {
	raw, err := tx.MarshalBinary()
	require.NoError(t, err)
	out, err := rollup.DecodeTx(id, raw)
	require.NoError(t, err)
	return out
}

// triggerData calls ChoraleSystem.trigger.
func triggerData(dst rollup.ChainID, target common.Address, gas uint64, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, predeploy.TriggerSelector)
	for _, w := range [][]byte{big.NewInt(int64(dst)).Bytes(), target[:], new(big.Int).SetUint64(gas).Bytes(), {128}, big.NewInt(int64(len(data))).Bytes()} {
		out = append(out, common.LeftPadBytes(w, 32)...)
	}
	return append(out, common.RightPadBytes(data, (len(data)+31)/32*32)...)
}

// prepay is ample for an action at base fees of these tests, in wei.
func prepay(gas uint64, data []byte) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(evm.ActionGas(gas, len(data))), new(big.Int).Mul(gwei, big.NewInt(2)))
}

// loop is a plain core.ApplyTransaction loop over its own database: the reference that blocks are compared with.
type loop struct {
	genesis *core.Genesis
	states  state.Database
	tries   *triedb.Database
	parent  *types.Header
	headers map[common.Hash]*types.Header
}

func newLoop(t require.TestingT, g rollup.Genesis) *loop {
	genesis := new(core.Genesis)
	require.NoError(t, json.Unmarshal(g.JSON, genesis))
	db := rawdb.NewMemoryDatabase()
	tries := triedb.NewDatabase(db, triedb.HashDefaults)
	block, err := genesis.Commit(db, tries, nil)
	require.NoError(t, err)
	return &loop{genesis, state.NewMPTDatabase(tries, nil), tries, block.Header(), map[common.Hash]*types.Header{block.Hash(): block.Header()}}
}

// header is a header as its opener chose it, without what follows from the transactions.
func (l *loop) header(h *types.Header) *types.Header {
	return &types.Header{
		ParentHash: l.parent.Hash(), UncleHash: types.EmptyUncleHash, Coinbase: h.Coinbase, Difficulty: new(big.Int), Number: h.Number, GasLimit: h.GasLimit,
		Time: h.Time, Extra: h.Extra, MixDigest: h.MixDigest, BaseFee: h.BaseFee, BlobGasUsed: new(uint64), ExcessBlobGas: new(uint64), ParentBeaconRoot: h.ParentBeaconRoot,
	}
}

// run builds want's successor of the loop's head anew from its transactions and what its opener chose, and requires
// the same block, bit for bit.
func (l *loop) run(t require.TestingT, want *types.Block) {
	h := want.Header()
	header := l.header(h)
	config := l.genesis.Config
	db, err := state.New(l.parent.Root, l.states)
	require.NoError(t, err)
	machine := vm.NewEVM(core.NewEVMBlockContext(header, chainContext{l}, &header.Coinbase), db, config, vm.Config{})
	defer machine.Release()
	core.PreExecution(context.Background(), header.ParentBeaconRoot, l.parent, config, machine, header.Number, header.Time)
	pool := core.NewGasPool(header.GasLimit)
	var receipts types.Receipts
	var logs []*types.Log
	for i, tx := range want.Transactions() {
		db.SetTxContext(tx.Hash(), i, uint32(i+1))
		r, _, err := core.ApplyTransaction(context.Background(), machine, pool, db, header, tx)
		require.NoError(t, err)
		receipts, logs = append(receipts, r), append(logs, r.Logs...)
	}
	requests, _, err := core.PostExecution(context.Background(), config, header.Number, header.Time, logs, want.Withdrawals(), machine, uint32(len(receipts)+1))
	require.NoError(t, err)
	hash := types.CalcRequestsHash(requests)
	header.RequestsHash, header.GasUsed = &hash, pool.Used()
	block := core.AssembleBlock(chainContext{l}, header, db, &types.Body{Transactions: want.Transactions(), Withdrawals: want.Withdrawals()}, receipts, nil)
	require.Equal(t, block.Root(), want.Root(), "state root")
	require.Equal(t, block.Hash(), want.Hash(), "block hash")
	root, err := db.Commit(config.Rules(header.Number, true, header.Time), h.Number.Uint64())
	require.NoError(t, err)
	require.NoError(t, l.tries.Commit(root, false))
	l.parent = block.Header()
	l.headers[block.Hash()] = l.parent
}

// executed requires an outcome of success.
func executed(t testing.TB, o *builder.Outcome) {
	t.Helper()
	require.Equal(t, auction.Executed, o.Reason, "%+v", o.Failure)
}

func requireSameJSON(t require.TestingT, want, got any) {
	a, err := json.Marshal(want)
	require.NoError(t, err)
	b, err := json.Marshal(got)
	require.NoError(t, err)
	require.JSONEq(t, string(a), string(b))
}
