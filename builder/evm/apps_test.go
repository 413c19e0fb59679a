package evm_test

import (
	"crypto/ecdsa"
	"math/big"
	"os"
	"strconv"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// Contracts that a SharedToken calls when it has minted to them.
var (
	takerAddress  = common.HexToAddress("0xa000000000000000000000000000000000000001")
	homerAddress  = common.HexToAddress("0xa000000000000000000000000000000000000002")
	bounceAddress = common.HexToAddress("0xa000000000000000000000000000000000000003")
)

// Where onSharedToken's arguments stand in its calldata.
const (
	argSource, argFrom, argAmount, argLength = 4, 4 + 32, 4 + 64, 4 + 128
)

const (
	mintGas  = 60_000  // for a minting
	homeGas  = 200_000 // for one whose receiver sends the units home
	hopGas   = 300_000 // for one whose receiver sends them on
	supply   = 1_000_000
	wayPrice = uint64(1e15) // wei that a receiver prepays for each way back
)

// tokenAddress is where the first contract of the deployer stands, on each rollup.
var (
	deployer     = keys[5]
	tokenAddress = crypto.CreateAddress(addressOf(deployer), 0)
	token        = bindings.NewSharedToken()
)

// answerCode returns onSharedToken's selector, from a JUMPDEST on.
func answerCode() []byte {
	method := crypto.Keccak256([]byte("onSharedToken(uint64,address,uint256,bytes)"))[:4]
	return program.New().Op(JUMPDEST).Push(common.RightPadBytes(method, 32)).Push(0).Op(MSTORE).Return(0, 32).Bytes()
}

// after makes a contract that answers, once rest, if the message is not empty or always is set, has left something
// other than zero on the stack.
func after(always bool, rest func(p *program.Program)) []byte {
	answer := answerCode()
	p := program.New()
	if always {
		p.Push(1).Push(1).Op(MUL)
	} else {
		p.Push(argLength).Op(CALLDATALOAD)
	}
	start := p.Size() + 3
	p.Push(start + len(answer)).Op(JUMPI).Append(answer).Op(JUMPDEST)
	rest(p)
	return p.Push(start).Op(JUMPI).Push(0).Push(0).Op(REVERT).Bytes()
}

// argument puts a word of calldata at a place in memory.
func argument(p *program.Program, at, to int) { p.Push(at).Op(CALLDATALOAD).Push(to).Op(MSTORE) }

// receivers are the contracts above, and the bombs.
func receivers() map[common.Address][]byte {
	// Burns all of it to whoever sent it, on the rollup that it came from.
	homer := after(true, func(p *program.Program) {
		p.Mstore(token.PackBurnTo(0, common.Address{}, new(big.Int), mintGas), 0)
		argument(p, argSource, 4)
		argument(p, argFrom, 36)
		argument(p, argAmount, 68)
		p.Call(nil, tokenAddress, wayPrice, 0, 4+4*32, 0, 0)
	})
	// Burns half of it to its twin on the rollup that it came from, with a message shorter by a byte.
	bounce := after(false, func(p *program.Program) {
		p.Mstore(token.PackBurnToAndCall(0, bounceAddress, new(big.Int), hopGas, make([]byte, 1)), 0)
		argument(p, argSource, 4)
		p.Push(argAmount).Op(CALLDATALOAD).Push(1).Op(SHR).Push(68).Op(MSTORE)
		p.Push(1).Push(argLength).Op(CALLDATALOAD, SUB).Push(4 + 5*32).Op(MSTORE)
		p.Call(nil, tokenAddress, wayPrice, 0, 4+7*32, 0, 0)
	})
	return map[common.Address][]byte{
		burstAddress: burstCode(), spawnAddress: spawnCode(),
		regretAddress: regretCode(), shrugAddress: shrugCode(),
		takerAddress: append([]byte{byte(PUSH0), byte(POP)}, answerCode()...), homerAddress: homer, bounceAddress: bounce,
	}
}

// world is rollups with the examples of contracts/src/demo on each, at the same addresses.
type world struct {
	*net
	chains []uint64
}

// newWorld opens n rollups and has the deployer create contracts there, given their code and arguments.
func newWorld(t require.TestingT, n int, creations func(chains []uint64) [][]byte) *world {
	contracts := testContracts()
	for a, code := range receivers() {
		contracts[a] = code
	}
	genesis := alloc(contracts)
	for a := range receivers() {
		rich := genesis[a]
		rich.Balance = new(big.Int).Mul(ether, big.NewInt(1000))
		genesis[a] = rich
	}
	w := &world{net: newNet(t, n, genesis)}
	for _, id := range w.ids {
		w.chains = append(w.chains, uint64(id))
	}
	for _, id := range w.ids {
		for _, code := range creations(w.chains) {
			w.run(id, deployer, call{data: code, gas: 3_000_000})
		}
	}
	return w
}

func creation(meta string, arguments []byte) []byte {
	return append(common.FromHex(meta), arguments...)
}

// run has one transaction executed as a bundle of its own.
func (w *world) run(id rollup.ChainID, k *ecdsa.PrivateKey, c call) {
	c.nonce = w.nonce(id, k)
	out := w.try(bundle(sign(w.t, id, k, c)))
	require.Equal(w.t, "EXECUTED", out.Reason.String(), "%+v", out.Failure)
}

// read gives a slot of a contract's storage as a number.
func (w *world) read(id rollup.ChainID, contract common.Address, slot common.Hash) *big.Int {
	return w.OpenState(id).GetState(contract, slot).Big()
}

// balance reads an ERC-20's mapping of balances, which OpenZeppelin keeps in slot 0.
func (w *world) balance(id rollup.ChainID, contract, account common.Address) *big.Int {
	return w.read(id, contract, crypto.Keccak256Hash(common.LeftPadBytes(account[:], 32), make([]byte, 32)))
}

// supply sums an ERC-20's total supply, in slot 2, over all rollups.
func (w *world) supply(contract common.Address) *big.Int {
	sum := new(big.Int)
	for _, id := range w.ids {
		sum.Add(sum, w.read(id, contract, common.BigToHash(big.NewInt(2))))
	}
	return sum
}

// price is what a trigger to a rollup must prepay now, in wei.
func (w *world) price(id rollup.ChainID, gas uint64, data int) *big.Int {
	return new(big.Int).Mul(new(big.Int).SetUint64(evm.ActionGas(gas, data)), w.OpenHeader(id).BaseFee)
}

// count is a test's size: of the environment, or its default.
func count(t testing.TB, name string, otherwise int) int {
	text := os.Getenv(name)
	if text == "" {
		return otherwise
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

// onward makes a bundle of transactions of several senders, with nonces that follow each other.
func (w *world) onward(calls []sent) builder.Attempt {
	used := map[sender]uint64{}
	var txs []*rollup.Tx
	for _, c := range calls {
		at := sender{c.chain, addressOf(c.key)}
		c.nonce = w.nonce(c.chain, c.key) + used[at]
		used[at]++
		txs = append(txs, sign(w.t, c.chain, c.key, c.call))
	}
	return bundle(txs...)
}

type sender struct {
	chain   rollup.ChainID
	account common.Address
}

// sent is a call by somebody on some rollup.
type sent struct {
	chain rollup.ChainID
	key   *ecdsa.PrivateKey
	call
}

// The receivers do what the tests take them for.
func TestReceivers(t *testing.T) {
	w := newWorld(t, 2, tokenAlone)
	a, b := w.ids[0], w.ids[1]
	user := addressOf(keys[0])
	send := func(to common.Address, message int) uint64 {
		data := token.PackBurnToAndCall(uint64(b), to, big.NewInt(64), 400_000, make([]byte, message))
		out := w.try(w.onward([]sent{{a, keys[0], call{to: &tokenAddress, data: data, value: ether, gas: 400_000}}}))
		executed(t, out)
		return out.Triggers
	}
	w.run(a, deployer, call{to: &tokenAddress, data: token.PackTransfer(user, big.NewInt(1000))})
	require.EqualValues(t, 1, send(takerAddress, 0))
	require.EqualValues(t, 64, w.balance(b, tokenAddress, takerAddress).Int64())
	require.EqualValues(t, 2, send(homerAddress, 0))
	require.EqualValues(t, 1000-64, w.balance(a, tokenAddress, user).Int64())
	require.EqualValues(t, 4, send(bounceAddress, 3))
	require.EqualValues(t, 1000-128, w.balance(a, tokenAddress, user).Int64())
	require.EqualValues(t, 32+8, w.balance(b, tokenAddress, bounceAddress).Int64(), "64 − 32 + 16 − 8")
	require.EqualValues(t, 16+8, w.balance(a, tokenAddress, bounceAddress).Int64(), "32 − 16 + 8")
	require.EqualValues(t, 2*supply, w.supply(tokenAddress).Int64())
	w.endSlot()
}

func tokenAlone(chains []uint64) [][]byte {
	arguments := token.PackConstructor("Shared", "SHR", addressOf(deployer), big.NewInt(supply), chains)
	return [][]byte{creation(bindings.SharedTokenMetaData.Bin, arguments)}
}
