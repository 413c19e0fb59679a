package bench_test

import (
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"
	"math/big"

	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	pools       = 40 // markets of a rollup; bundles meet in them
	poolCells   = 14 // storage slots that a trade reads and writes
	tradeGas    = 150_000
	transferGas = 21_000
	genesisTime = uint64(1_700_000_000)
)

// market is the contract that bundles trade in: about 100,000 gas a trade, as a swap.
var market = common.HexToAddress("0x9999999999999999999999999999999999999999")

// trade is a call of market: 14 storage slots of a pool are read, hashed and written, six events logged. A trade
// of an opportunity, which is a storage slot of the pool, reverts if that was taken; a trade that wants too much
// reverts at its end.
type trade struct {
	pool        uint64
	opportunity uint64 // from 1; 0 for a trade of none
	tooMuch     bool
}

// data is the call's input: three words.
func (t trade) data() []byte {
	out := make([]byte, 96)
	binary.BigEndian.PutUint64(out[24:], t.pool<<32)
	binary.BigEndian.PutUint64(out[56:], t.opportunity)
	if t.tooMuch {
		out[95] = 1
	}
	return out
}

// marketCode reads trade.data.
func marketCode() []byte {
	p := program.New()
	revertIf := func() { // the top of the stack is not zero
		p.Op(vm.ISZERO)
		at := p.Size() + 9 // PUSH2, JUMPI, two PUSH1, REVERT
		p.Append([]byte{byte(vm.PUSH2), byte(at >> 8), byte(at), byte(vm.JUMPI)})
		p.Append([]byte{byte(vm.PUSH1), 0, byte(vm.PUSH1), 0, byte(vm.REVERT)})
		p.Op(vm.JUMPDEST)
	}
	word := func(i int) *program.Program { return p.Push(32 * i).Op(vm.CALLDATALOAD) }
	// The opportunity's slot is pool + 2^16 + opportunity; the slot of none is never written.
	slot := func() { word(1); word(0); p.Op(vm.ADD).Push(1 << 16).Op(vm.ADD) }
	slot()
	p.Op(vm.SLOAD)
	revertIf()
	word(1)
	p.Op(vm.ISZERO, vm.ISZERO)
	slot()
	p.Op(vm.SSTORE)
	for i := range poolCells {
		word(0)
		p.Push(i).Op(vm.ADD, vm.DUP1, vm.SLOAD).Push(1).Op(vm.ADD).Push(0).Op(vm.MSTORE)
		p.Push(32).Push(0).Op(vm.KECCAK256, vm.SWAP1, vm.SSTORE)
	}
	for range 6 {
		p.Push(0x77).Push(64).Push(0).Op(vm.LOG1)
	}
	word(2)
	revertIf()
	return p.Op(vm.STOP).Bytes()
}

// account is a key with its address.
type account struct {
	key     *ecdsa.PrivateKey
	address common.Address
}

func newAccount(kind string, n int) account {
	key, err := crypto.ToECDSA(crypto.Keccak256(fmt.Appendf(nil, "bench %s %d", kind, n)))
	if err != nil {
		panic(err)
	}
	return account{key, crypto.PubkeyToAddress(key.PublicKey)}
}

func (a account) sign(digest rollup.Digest) ([]byte, error) { return crypto.Sign(digest[:], a.key) }

// raw is the account's first transaction on a rollup. tip in wei a gas.
func (a account) raw(chain rollup.ChainID, to common.Address, gas, tip uint64, data []byte) []byte {
	id := new(big.Int).SetUint64(uint64(chain))
	tx := types.MustSignNewTx(a.key, types.NewPragueSigner(id), &types.DynamicFeeTx{
		ChainID: id, GasTipCap: new(big.Int).SetUint64(tip), GasFeeCap: big.NewInt(100_000_000_000), Gas: gas, To: &to, Value: new(big.Int), Data: data,
	})
	out, err := tx.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return out
}

// allocation funds accounts, of which there are at least a thousand, so that the states of small slots are no smaller,
// and sets up the market, every pool's storage filled.
func allocation(funded []account) types.GenesisAlloc {
	out := types.GenesisAlloc{}
	for i := range 1000 - len(funded) {
		out[common.BigToAddress(big.NewInt(int64(1_000_000+i)))] = types.Account{Balance: big.NewInt(1)}
	}
	for _, a := range funded {
		out[a.address] = types.Account{Balance: new(big.Int).Lsh(big.NewInt(1), 70)}
	}
	storage := make(map[common.Hash]common.Hash)
	for pool := range uint64(pools) {
		for cell := range uint64(poolCells) {
			storage[common.BigToHash(new(big.Int).SetUint64(pool<<32+cell))] = common.Hash{1}
		}
	}
	out[market] = types.Account{Nonce: 1, Code: marketCode(), Storage: storage, Balance: new(big.Int)}
	return out
}

// geneses are n rollups with the same allocation.
func geneses(n int, gasLimit uint64, alloc types.GenesisAlloc) (chains []rollup.ChainID, out []rollup.Genesis) {
	for i := range n {
		chain := rollup.ChainID(1001 + i)
		raw, err := evm.GenesisJSON(chain, alloc, gasLimit, genesisTime)
		if err != nil {
			panic(err)
		}
		chains, out = append(chains, chain), append(out, rollup.Genesis{Chain: chain, JSON: raw})
	}
	return chains, out
}
