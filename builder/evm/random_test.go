package evm_test

import (
	"crypto/ecdsa"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// poolSize is how many random contracts stand in each rollup's genesis.
const poolSize = 4

func poolAddress(i int) common.Address { return common.BytesToAddress([]byte{0x50, byte(i)}) }

// initCodes are what random programs create: each leaves another trace.
var initCodes = [][]byte{
	common.FromHex("600160015533ff"),                 // writes a slot and selfdestructs in the same transaction
	common.FromHex("60026002556133ff5f526002601ef3"), // deploys a contract that selfdestructs when called
	common.FromHex("6001600155600160005560006000f3"), // writes slots, deploys nothing
	common.FromHex("5f5ffd"),                         // reverts
	// Selfdestructs if it has a balance, else deploys the selfdestructing contract: gone or there at one address.
	common.FromHex("47601357600160025561" + "33ff5f526002601ef3" + "5b600160015533ff"),
	common.FromHex("6001545f55600160015460010160015533ff"),
}

// targets are addresses that random programs look at, call and pay.
func targets() (out []common.Address) {
	for i := range poolSize {
		out = append(out, poolAddress(i))
		for salt := range 2 { // where the contracts of initCodes come to stand
			for _, code := range initCodes {
				out = append(out, crypto.CreateAddress2(poolAddress(i), common.BigToHash(big.NewInt(int64(salt))), crypto.Keccak256(code)))
			}
		}
	}
	out = append(out, coinbase, common.HexToAddress("0x01"), common.HexToAddress("0x03"), common.HexToAddress("0xdead"), predeploy.Address, relayAddress)
	for _, k := range keys[:3] {
		out = append(out, addressOf(k))
	}
	return out
}

// drawProgram makes a contract of random statements.
func drawProgram(t *rapid.T) []byte {
	p := program.New()
	small := rapid.IntRange(0, 3)
	address := rapid.SampledFrom(targets())
	for range rapid.IntRange(1, 8).Draw(t, "statements") {
		switch rapid.IntRange(0, 14).Draw(t, "statement") {
		case 0, 1:
			p.Sstore(small.Draw(t, "slot"), small.Draw(t, "value"))
		case 2:
			slot := small.Draw(t, "slot")
			p.Push(slot).Op(SLOAD).Push(1).Op(ADD).Push(slot).Op(SSTORE)
		case 3:
			p.Op(GAS).Push(7).Op(TSTORE).Push(7).Op(TLOAD).Push(small.Draw(t, "slot")).Op(SSTORE)
		case 4, 5:
			p.Call(uint256.NewInt(60_000), address.Draw(t, "callee"), small.Draw(t, "wei"), 0, 0, 0, 0)
			p.Push(small.Draw(t, "slot")).Op(SSTORE)
		case 6:
			p.DelegateCall(uint256.NewInt(60_000), address.Draw(t, "callee"), 0, 0, 0, 0).Op(POP)
		case 7:
			p.StaticCall(uint256.NewInt(30_000), address.Draw(t, "callee"), 0, 0, 0, 0).Op(POP)
		case 8, 9:
			code := rapid.SampledFrom(initCodes).Draw(t, "init code")
			p.Mstore(code, 0).Push(rapid.IntRange(0, 1).Draw(t, "salt")).Push(len(code)).Push(0).Push(rapid.IntRange(0, 1).Draw(t, "wei")).Op(CREATE2)
			if rapid.Bool().Draw(t, "call it") {
				p.Push(0).Push(0).Push(0).Push(0).Push(1).Op(DUP6, GAS, CALL, POP)
			}
			p.Push(small.Draw(t, "slot")).Op(SSTORE)
		case 10:
			p.Push(address.Draw(t, "who")).Op(rapid.SampledFrom([]OpCode{BALANCE, EXTCODEHASH, EXTCODESIZE}).Draw(t, "look")).Push(3).Op(SSTORE)
		case 11:
			p.Push(small.Draw(t, "topic")).Push(0).Push(0).Op(LOG1)
		case 12:
			p.Push(1).Op(NUMBER, SUB, BLOCKHASH, PREVRANDAO, XOR).Push(2).Op(SSTORE)
		case 13:
			if rapid.IntRange(0, 3).Draw(t, "gone") == 0 {
				return p.Selfdestruct(address.Draw(t, "heir")).Bytes()
			}
		case 14:
			if rapid.IntRange(0, 3).Draw(t, "end") == 0 {
				return p.Push(0).Push(0).Op(rapid.SampledFrom([]OpCode{REVERT, INVALID, STOP}).Draw(t, "how")).Bytes()
			}
		}
	}
	return p.Op(STOP).Bytes()
}

// drawAlloc makes a genesis with random contracts, some of whose future children have a balance already.
func drawAlloc(t *rapid.T) types.GenesisAlloc {
	contracts := testContracts()
	for i := range poolSize {
		contracts[poolAddress(i)] = drawProgram(t)
	}
	a := alloc(contracts)
	for _, code := range initCodes {
		if rapid.Bool().Draw(t, "prefunded") {
			a[crypto.CreateAddress2(poolAddress(0), common.Hash{}, crypto.Keccak256(code))] = types.Account{Balance: big.NewInt(5)}
		}
	}
	return a
}

// drawTx makes a transaction, most often one that can be included.
func drawTx(t *rapid.T, n *net, used map[rollup.ChainID]map[*ecdsa.PrivateKey]uint64) *rollup.Tx {
	id := rapid.SampledFrom(n.ids).Draw(t, "rollup")
	k := keys[rapid.IntRange(0, 3).Draw(t, "key")]
	nonce := n.nonce(id, k) + used[id][k]
	used[id][k]++
	if rapid.IntRange(0, 40).Draw(t, "wrong nonce") == 33 {
		nonce++
	}
	to := rapid.SampledFrom(targets()).Draw(t, "to")
	c := call{to: &to, value: big.NewInt(int64(rapid.IntRange(0, 2).Draw(t, "wei"))), nonce: nonce, gas: uint64(rapid.SampledFrom([]int{500_000, 900_000, 120_000, 30_000}).Draw(t, "gas"))}
	c.tip = big.NewInt(int64(rapid.IntRange(0, 1_000_000).Draw(t, "tip")))
	switch rapid.IntRange(0, 9).Draw(t, "kind") {
	case 0:
		c.to, c.data = nil, rapid.SampledFrom(initCodes).Draw(t, "init code")
	case 1, 2:
		c.to, c.data, c.value = &predeploy.Address, nil, ether
		dst, gas := rapid.SampledFrom(n.ids).Draw(t, "dst"), uint64(300_000)
		target, data := rapid.SampledFrom(append(targets(), storeAddress, failAddress)).Draw(t, "target"), word(4)
		if rapid.Bool().Draw(t, "nested") { // there, and onwards or back again
			target, data, gas = relayAddress, triggerData(rapid.SampledFrom(n.ids).Draw(t, "then"), target, 100_000, data), 450_000
		}
		c.data, c.gas = triggerData(dst, target, gas, data), 600_000
	case 3:
		var auths []types.SetCodeAuthorization
		for range rapid.IntRange(1, 2).Draw(t, "authorisations") {
			by := keys[rapid.IntRange(0, 5).Draw(t, "authority")]
			at := n.nonce(id, by) + used[id][by]
			code := rapid.SampledFrom([]common.Address{poolAddress(0), poolAddress(1), {}}).Draw(t, "code")
			auths = append(auths, authorise(t, by, rapid.SampledFrom([]rollup.ChainID{id, 0}).Draw(t, "for"), at, code))
		}
		return setCode(t, id, k, nonce, rapid.SampledFrom([]common.Address{to, addressOf(keys[4]), addressOf(keys[5])}).Draw(t, "to"), auths...)
	}
	return sign(t, id, k, c)
}

// drawAttempt makes a bundle, now and then with a limit that it may meet.
func drawAttempt(t *rapid.T, n *net) builder.Attempt {
	used := map[rollup.ChainID]map[*ecdsa.PrivateKey]uint64{}
	for _, id := range n.ids {
		used[id] = map[*ecdsa.PrivateKey]uint64{}
	}
	var txs []*rollup.Tx
	for range rapid.IntRange(1, 4).Draw(t, "transactions") {
		txs = append(txs, drawTx(t, n, used))
	}
	a := bundle(txs...)
	a.Reverting = map[rollup.Digest]bool{}
	for _, tx := range txs {
		a.Reverting[tx.Hash()] = rapid.IntRange(0, 2).Draw(t, "may revert") > 0
	}
	switch rapid.IntRange(0, 25).Draw(t, "limit") { // small values are drawn more often
	case 17:
		a.GasLimit = uint64(rapid.IntRange(0, 2_000_000).Draw(t, "gas class"))
	case 18:
		a.GasThrough = uint64(rapid.IntRange(0, 2_000_000).Draw(t, "gas through"))
	case 19:
		a.TriggerDepth = uint32(rapid.IntRange(0, 1).Draw(t, "depth"))
	case 20:
		a.TriggerCount = uint32(rapid.IntRange(0, 1).Draw(t, "count"))
	}
	return a
}

// hashChains are what a block's transactions and receipts come to so far.
type hashChains struct{ txs, receipts common.Hash }

// requireHashChains computes a head's roots, and the receipts' blooms, anew from what a slot added.
func requireHashChains(t require.TestingT, chains map[rollup.ChainID]*hashChains, add builder.Addition, head builder.Head) {
	c := chains[add.Chain]
	if c == nil {
		c = &hashChains{}
		chains[add.Chain] = c
	}
	for i, tx := range add.Txs {
		r := add.Receipts[i]
		require.Equal(t, tx.Hash(), r.TxHash)
		require.Equal(t, types.CreateBloom(r), r.Bloom)
		enc, err := r.MarshalBinary()
		require.NoError(t, err)
		c.txs = crypto.Keccak256Hash(c.txs[:], tx.Hash().Bytes())
		c.receipts = crypto.Keccak256Hash(c.receipts[:], crypto.Keccak256(enc))
	}
	require.Equal(t, c.txs, head.TxRoot)
	require.Equal(t, c.receipts, head.ReceiptRoot)
}

// Whatever bundles are tried: those that fail leave no trace, so that a machine which is given only the others has the
// same outcomes and blocks, also if it only ever uses overlays; each block is what a plain core.ApplyTransaction loop
// makes of its transactions, and each slot's header names them; every place is true; every trigger was carried out; and each bundle is in all its rollups or in none.
func TestRandomBundles(t *testing.T) {
	seen := map[auction.Reason]int{}
	kinds := map[string]int{}
	runs := 0
	rapid.Check(t, func(t *rapid.T) {
		ids, genesis := genesisOf(t, rapid.IntRange(2, 4).Draw(t, "rollups"), drawAlloc(t))
		n, only := openNet(t, ids, genesis), openNet(t, ids, genesis)
		loops := map[rollup.ChainID]*loop{}
		for i, id := range ids {
			loops[id] = newLoop(t, genesis[i])
		}
		blocks := map[rollup.ChainID]types.Blocks{}
		var chains map[rollup.ChainID]*hashChains
		for range rapid.IntRange(1, 3).Draw(t, "blocks") {
			var places []builder.Place
			chains = map[rollup.ChainID]*hashChains{}
			for range rapid.IntRange(1, 2).Draw(t, "slots") {
				for range rapid.IntRange(0, 4).Draw(t, "bundles") {
					a := drawAttempt(t, n)
					out := n.try(a)
					seen[out.Reason]++
					if out.Reason != auction.Executed {
						require.Empty(t, out.Places)
						continue
					}
					same, err := only.TryOnOverlays(a)
					require.NoError(t, err)
					require.Equal(t, out, same)
					require.Len(t, out.Places, len(a.Txs)+int(out.Triggers))
					kinds["triggers"] += int(out.Triggers)
					places = append(places, out.Places...)
				}
				s := n.endSlot()
				require.Equal(t, only.endSlot().Heads, s.Heads)
				added := 0
				for i, add := range s.Additions {
					requireHashChains(t, chains, add, s.Heads[i])
					added += len(add.Txs)
					require.Len(t, add.Receipts, len(add.Txs))
					for _, r := range add.Receipts {
						require.Equal(t, s.Heads[i].Number, r.BlockNumber.Uint64())
					}
				}
				kinds["transactions"] += added
			}
			closed, same := n.advance(), only.advance()
			require.Len(t, closed, len(ids))
			total := 0
			for i, b := range closed {
				require.Equal(t, b.Block.Hash(), same[i].Block.Hash())
				loops[b.Chain].run(t, b.Block)
				blocks[b.Chain] = append(blocks[b.Chain], b.Block)
				stored, err := n.Block(b.Chain, b.Block.NumberU64())
				require.NoError(t, err)
				require.Equal(t, b.Block.Hash(), stored.Block.Hash())
				requireSameJSON(t, b.Receipts, stored.Receipts)
				require.Equal(t, b.Requests, stored.Requests)
				total += len(b.Block.Transactions())
			}
			require.Len(t, places, total)
			for _, p := range places {
				b := closed[p.Chain-ids[0]].Block
				require.Equal(t, p.Block, b.NumberU64())
				require.Equal(t, p.Tx, b.Transactions()[p.Index].Hash())
			}
		}
		if runs++; runs%10 != 0 { // now and then, a whole go-ethereum blockchain judges too
			return
		}
		for i, id := range ids {
			require.Equal(t, loops[id].parent.Hash(), imported(t, genesis[i], blocks[id]))
		}
	})
	// The law was exercised.
	for _, r := range []auction.Reason{auction.Executed, auction.LegReverted, auction.NonceTooHigh, auction.ActionReverted} {
		require.NotZero(t, seen[r], "%s: %v", r, seen)
	}
	require.Greater(t, kinds["transactions"], 100, "%v", kinds)
	require.Greater(t, kinds["triggers"], 10, "%v", kinds)
	t.Log(seen, kinds)
}
