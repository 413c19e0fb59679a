package evm_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/triedb"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// anvilVersion is that of contracts/package.json.
const anvilVersion = "1.7.1"

// anvilBinary finds anvil: the file that CHORALE_ANVIL names, what `npm ci` put into contracts/node_modules, one on
// PATH, or one that npm fetches once into the user's cache. A test that cannot have one fails.
func anvilBinary(t *testing.T) string {
	t.Helper()
	if path := os.Getenv("CHORALE_ANVIL"); path != "" {
		return path
	}
	inside := filepath.Join("node_modules", "@foundry-rs", "anvil-*", "bin", "anvil") // npm installs this platform's alone
	here := func(root string) string {
		found, err := filepath.Glob(filepath.Join(root, inside))
		require.NoError(t, err)
		return append(found, "")[0]
	}
	if path := here(filepath.Join("..", "..", "contracts")); path != "" {
		return path
	}
	if path, err := exec.LookPath("anvil"); err == nil {
		return path
	}
	cache, err := os.UserCacheDir()
	require.NoError(t, err)
	root := filepath.Join(cache, "chorale", "anvil-"+anvilVersion)
	if path := here(root); path != "" {
		return path
	}
	require.NoError(t, os.MkdirAll(root, 0o700))
	out, err := exec.CommandContext(t.Context(), "npm", "install", "--no-audit", "--no-fund", "--prefix", root, "@foundry-rs/anvil@"+anvilVersion).CombinedOutput()
	require.NoError(t, err, "no anvil: name one in CHORALE_ANVIL, or run `npm ci` in contracts: %s", out)
	path := here(root)
	require.NotEmpty(t, path, "npm installed no anvil for this platform")
	return path
}

// anvil is a node on another EVM, revm, that executes our blocks' transactions in blocks of its own.
type anvil struct {
	*peer
	history, beacon map[common.Hash]common.Hash // storage of the contracts of EIP-2935 and EIP-4788 on our side
}

// startAnvil runs anvil on the genesis, mining only when told, first in, first out.
func startAnvil(t *testing.T, g rollup.Genesis) *anvil {
	dir := t.TempDir()
	file, socket := filepath.Join(dir, "genesis.json"), filepath.Join(dir, "anvil.ipc")
	require.NoError(t, os.WriteFile(file, g.JSON, 0o600))
	p := startPeer(t, socket, anvilBinary(t), "--init", file, "--chain-id", g.Chain.String(), "--hardfork", "prague", "--no-mining", "--order", "fifo", "--port", "0", "--ipc", socket,
		"--accounts", "0", "--disable-default-create2-deployer", "--disable-pool-balance-checks", "--disable-min-priority-fee", "--threads", "1")
	return &anvil{p, map[common.Hash]common.Hash{}, map[common.Hash]common.Hash{}}
}

// executes has anvil make a block of the same transactions in surroundings as equal as it can be given, and requires
// the same receipts and the same state.
//
// It cannot be given the parent's hash, PREVRANDAO, the beacon root (EIP-4788), and withdrawals. So plain scenes hold
// no BLOCKHASH, no PREVRANDAO and no calls of the system contracts, whose storage is left out of what is compared, and
// the system account's withdrawal is done by hand.
func (a *anvil) executes(b builder.Block) {
	h := b.Block.Header()
	a.ask(nil, "anvil_setCoinbase", h.Coinbase)
	a.ask(nil, "evm_setBlockGasLimit", hexutil.Uint64(h.GasLimit))
	a.ask(nil, "evm_setNextBlockTimestamp", h.Time)
	a.ask(nil, "anvil_setNextBlockBaseFeePerGas", (*hexutil.Big)(h.BaseFee))
	for _, tx := range b.Block.Transactions() {
		raw, err := tx.MarshalBinary()
		require.NoError(a.t, err)
		a.ask(nil, "eth_sendRawTransaction", hexutil.Bytes(raw))
	}
	a.ask(nil, "evm_mine")
	var mined types.Header
	a.ask(&mined, "eth_getBlockByNumber", hexutil.Uint64(h.Number.Uint64()), false)
	var receipts []*types.Receipt
	a.ask(&receipts, "eth_getBlockReceipts", hexutil.Uint64(h.Number.Uint64()))
	at := fmt.Sprintf("block %d of rollup %s", h.Number, b.Chain)
	require.Equal(a.t, []any{h.Time, h.GasLimit, h.BaseFee, h.Coinbase}, []any{mined.Time, mined.GasLimit, mined.BaseFee, mined.Coinbase}, at)
	for i, tx := range b.Block.Transactions() {
		from, err := types.LatestSignerForChainID(tx.ChainId()).Sender(tx)
		require.NoError(a.t, err)
		if i < len(receipts) && receipts[i].TxHash == tx.Hash() {
			continue
		}
		require.Fail(a.t, "not mined", "transaction %d of %s by %s, nonce %d, type %d, gas %d: %s", i, at, from, tx.Nonce(), tx.Type(), tx.Gas(), a.process.Last())
	}
	for i, r := range receipts {
		requireSameReceipt(a.t, b.Receipts[i], r, fmt.Sprintf("transaction %d of %s", i, at))
	}
	require.Equal(a.t, h.GasUsed, mined.GasUsed, at)
	for _, w := range b.Block.Withdrawals() {
		var balance hexutil.Big
		a.ask(&balance, "eth_getBalance", w.Address, "latest")
		sum := new(big.Int).Add(balance.ToInt(), new(big.Int).Mul(new(big.Int).SetUint64(w.Amount), big.NewInt(params.GWei)))
		a.ask(nil, "anvil_setBalance", w.Address, (*hexutil.Big)(sum))
	}
	require.Equal(a.t, h.Root, a.root(b), "state root of %s", at)
}

// requireSameReceipt compares all that transactions decide.
func requireSameReceipt(t require.TestingT, want, got *types.Receipt, at string) {
	require.Equal(t, want.TxHash, got.TxHash, at)
	require.Equal(t, want.Status, got.Status, at)
	require.Equal(t, want.GasUsed, got.GasUsed, at)
	require.Equal(t, want.CumulativeGasUsed, got.CumulativeGasUsed, at)
	require.Equal(t, want.EffectiveGasPrice, got.EffectiveGasPrice, at)
	require.Equal(t, want.ContractAddress, got.ContractAddress, at)
	require.Len(t, got.Logs, len(want.Logs), at)
	for i, l := range want.Logs {
		require.Equal(t, []any{l.Address, l.Topics, string(l.Data), l.Index}, []any{got.Logs[i].Address, got.Logs[i].Topics, string(got.Logs[i].Data), got.Logs[i].Index}, at)
	}
	require.Equal(t, want.Bloom, got.Bloom, at)
}

// root is the root of its state after the block, by go-ethereum's tries: with the frame's writes and the withdrawals as
// ours, and without accounts that are empty, which anvil keeps where a contract came and went.
func (a *anvil) root(b builder.Block) common.Hash {
	n, time := b.Block.NumberU64(), b.Block.Time()
	const ring = 8191
	a.history[countWord((n-1)%ring)] = b.Block.ParentHash()
	a.beacon[countWord(time%ring)], a.beacon[countWord(time%ring+ring)] = countWord(time), *b.Block.BeaconRoot()

	var zipped hexutil.Bytes
	a.ask(&zipped, "anvil_dumpState")
	reader, err := gzip.NewReader(bytes.NewReader(zipped))
	require.NoError(a.t, err)
	var dump struct {
		Accounts map[common.Address]struct {
			Nonce   uint64
			Balance *hexutil.Big
			Code    hexutil.Bytes
			Storage map[common.Hash]common.Hash
		}
	}
	require.NoError(a.t, json.NewDecoder(reader).Decode(&dump))
	db, err := state.New(types.EmptyRootHash, state.NewMPTDatabase(triedb.NewDatabase(rawdb.NewMemoryDatabase(), triedb.HashDefaults), nil))
	require.NoError(a.t, err)
	for addr, account := range dump.Accounts {
		switch addr {
		case params.HistoryStorageAddress:
			account.Storage = a.history
		case params.BeaconRootsAddress:
			account.Storage = a.beacon
		}
		db.SetNonce(addr, account.Nonce, tracing.NonceChangeUnspecified)
		db.SetBalance(addr, uint256.MustFromBig(account.Balance.ToInt()), tracing.BalanceChangeUnspecified)
		db.SetCode(addr, account.Code, tracing.CodeChangeUnspecified)
		for s, value := range account.Storage {
			db.SetState(addr, s, value)
		}
	}
	return db.IntermediateRoot(pragueRules())
}

func countWord(n uint64) (out common.Hash) {
	binary.BigEndian.PutUint64(out[24:], n)
	return out
}

// Another EVM, revm in anvil, gives the transactions of random blocks the same receipts and states (threat B7).
// CHORALE_BLOCKS is how many, 60 by default.
func TestAnotherEVMExecutesRandomBlocksAlike(t *testing.T) {
	const rollups = 2
	seen, all := map[string]int{}, casetest.Count(t, "CHORALE_BLOCKS", 60)
	for seed := uint64(500); seen["blocks"] < all; seed++ {
		s := newScene(t, seed, rollups, true)
		var peers []*anvil
		for _, g := range s.genesis {
			peers = append(peers, startAnvil(t, g))
		}
		for range blocksOf(all) {
			for i, b := range s.block() {
				peers[i].executes(b)
			}
		}
		for _, p := range peers {
			p.kill()
		}
		for k, v := range s.seen {
			seen[k] += v
		}
	}
	exercised(t, seen)
}
