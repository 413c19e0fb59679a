package evm_test

import (
	"math/big"
	"math/rand/v2"

	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// dice choose by a seed: the same seed gives the same choices on every machine.
type dice struct{ *rand.Rand }

func newDice(seed uint64) dice { return dice{rand.New(rand.NewPCG(seed, 0x63686f72616c65))} }

// one is true one time in n.
func (d dice) one(n int) bool { return d.IntN(n) == 0 }

func pick[T any](d dice, from ...T) T { return from[d.IntN(len(from))] }

// bytes are n random ones, half of them zero.
func (d dice) bytes(n int) []byte {
	out := make([]byte, n)
	for i := range out {
		if d.one(2) {
			out[i] = byte(d.Uint32())
		}
	}
	return out
}

// extremes are words at which arithmetic turns over.
var extremes = []*uint256.Int{
	uint256.NewInt(0), uint256.NewInt(1), uint256.NewInt(1 << 63), new(uint256.Int).SetUint64(1<<64 - 1), new(uint256.Int).Lsh(uint256.NewInt(1), 128),
	new(uint256.Int).Lsh(uint256.NewInt(1), 255), new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 255), 1), new(uint256.Int).SetAllOne(),
}

// author writes random contracts.
type author struct {
	dice
	// plain leaves out what a peer cannot be given: BLOCKHASH, PREVRANDAO, and the contracts of EIP-4788, 2935, 7002, 7251.
	plain bool
	known []common.Address // what programs look at, call and pay
}

// maybe makes body run only where the word on the stack is zero. body must be free of jumps.
func maybe(p *program.Program, body []byte) {
	to := p.Size() + 4 + len(body)
	p.Append([]byte{byte(PUSH2), byte(to >> 8), byte(to), byte(JUMPI)}).Append(body).Op(JUMPDEST)
}

// program is a contract of random statements, each of which leaves the stack as it was.
func (a author) program() []byte {
	p := program.New()
	for range 1 + a.IntN(9) {
		a.statement(p)
	}
	return p.Op(STOP).Bytes()
}

func (a author) slot() int               { return a.IntN(5) }
func (a author) address() common.Address { return pick(a.dice, a.known...) }

// keep stores the word on the stack.
func (a author) keep(p *program.Program) { p.Push(a.slot()).Op(SSTORE) }

func (a author) statement(p *program.Program) {
	statements := []func(*program.Program){
		a.write, a.write, a.count, a.transient, a.call, a.call, a.call, a.bubble, a.borrow, a.create, a.create, a.create,
		a.look, a.log, a.surroundings, a.arithmetic, a.recurse, a.recurse, a.precompile, a.memory, a.end, a.burn,
	}
	if !a.plain {
		statements = append(statements, a.system, a.system)
	}
	pick(a.dice, statements...)(p)
}

// write sets a slot, one time in three to zero, which refunds.
func (a author) write(p *program.Program) { p.Sstore(a.slot(), a.IntN(3)) }

func (a author) count(p *program.Program) {
	slot := a.slot()
	p.Push(slot).Op(SLOAD).Push(1).Op(ADD).Push(slot).Op(SSTORE)
}

// transient (EIP-1153) counts what this contract did before in the same transaction.
func (a author) transient(p *program.Program) {
	p.Push(7).Op(TLOAD).Push(1).Op(ADD, DUP1).Push(7).Op(TSTORE)
	a.keep(p)
}

// input puts a little of the caller's data, or of what memory holds, where calls take theirs from.
func (a author) input(p *program.Program) int {
	if a.one(2) {
		p.Push(64).Push(0).Push(0).Op(CALLDATACOPY)
	}
	return pick(a.dice, 0, 0, 32, 64)
}

// call is a try: the program goes on whether the callee succeeds or not, and keeps what came of it.
func (a author) call(p *program.Program) {
	size := a.input(p)
	p.Call(uint256.NewInt(pick(a.dice, uint64(90_000), 40_000, 2300, 0)), a.address(), a.IntN(3), 0, size, 0, 32)
	p.Op(RETURNDATASIZE, ADD)
	a.keep(p)
}

// bubble calls and fails where the callee does, with its words.
func (a author) bubble(p *program.Program) {
	p.Call(uint256.NewInt(60_000), a.address(), 0, 0, a.input(p), 0, 0)
	maybe(p, program.New().Op(RETURNDATASIZE).Push(0).Push(0).Op(RETURNDATACOPY, RETURNDATASIZE).Push(0).Op(REVERT).Bytes())
}

// borrow runs other code on this contract's storage, or looks through it without leave to write.
func (a author) borrow(p *program.Program) {
	gas, size := uint256.NewInt(60_000), a.input(p)
	switch a.IntN(3) {
	case 0:
		p.DelegateCall(gas, a.address(), 0, size, 0, 0)
	case 1:
		p.CallCode(gas, a.address(), a.IntN(2), 0, size, 0, 0)
	case 2:
		p.StaticCall(gas, a.address(), 0, size, 0, 32)
	}
	a.keep(p)
}

// create makes a contract, most often at an address that others know, and may call it at once.
func (a author) create(p *program.Program) {
	code := pick(a.dice, initCodes...)
	if a.one(4) {
		code = a.initCode()
	}
	p.Mstore(code, 0)
	if a.one(3) {
		p.Push(len(code)).Push(0).Push(a.IntN(2)).Op(CREATE)
	} else {
		p.Push(a.IntN(2)).Push(len(code)).Push(0).Push(a.IntN(2)).Op(CREATE2)
	}
	if a.one(2) {
		p.Push(0).Push(0).Push(0).Push(0).Push(a.IntN(2)).Op(DUP6, GAS, CALL, POP)
	}
	a.keep(p)
}

func (a author) look(p *program.Program) {
	p.Push(a.address()).Op(pick(a.dice, BALANCE, EXTCODEHASH, EXTCODESIZE))
	a.keep(p)
	p.ExtcodeCopy(a.address(), 0, 0, 40).Push(0).Op(MLOAD, SELFBALANCE, ADD)
	a.keep(p)
}

func (a author) log(p *program.Program) {
	topics := a.IntN(5)
	for range topics {
		p.Push(a.IntN(1000))
	}
	p.Push(pick(a.dice, 0, 32, 70)).Push(a.IntN(40)).Op(LOG0 + OpCode(topics))
}

func (a author) surroundings(p *program.Program) {
	words := []OpCode{NUMBER, TIMESTAMP, COINBASE, BASEFEE, BLOBBASEFEE, GASLIMIT, CHAINID, GASPRICE, ORIGIN, CALLER, CALLVALUE, CALLDATASIZE, CODESIZE, MSIZE, ADDRESS, GAS}
	if !a.plain {
		words = append(words, PREVRANDAO)
	}
	p.Op(pick(a.dice, words...))
	if !a.plain && a.one(2) {
		p.Push(1+a.IntN(3)).Op(NUMBER, SUB, BLOCKHASH, XOR)
	}
	a.keep(p)
}

func (a author) arithmetic(p *program.Program) {
	for range 3 {
		p.Push(pick(a.dice, extremes...))
	}
	p.Op(pick(a.dice, ADDMOD, MULMOD), pick(a.dice, CALLVALUE, CALLER, GAS))
	p.Op(pick(a.dice, ADD, MUL, SUB, DIV, SDIV, MOD, SMOD, EXP, SIGNEXTEND, LT, SGT, BYTE, SHL, SHR, SAR))
	a.keep(p)
}

// recurse calls itself with one byte of data more, as deep as the depth drawn, and may fail on the way back.
func (a author) recurse(p *program.Program) {
	depth := 1 + a.IntN(6)
	self := program.New().Push(0).Push(0).Op(CALLDATASIZE).Push(1).Op(ADD).Push(0).Push(0).Op(ADDRESS, GAS, CALL)
	self.Push(a.slot()).Op(SSTORE)
	if a.one(2) { // by the deeper half only: what it wrote is taken back, what others wrote stays
		self.Push(depth/2).Op(CALLDATASIZE, GT).Push(0).Op(MSTORE)
	}
	p.Push(depth).Op(CALLDATASIZE, LT, ISZERO)
	maybe(p, self.Bytes())
	p.Push(depth/2).Op(CALLDATASIZE, GT, ISZERO)
	maybe(p, pick(a.dice, []byte{byte(STOP)}, program.New().Push(32).Push(0).Op(REVERT).Bytes(), []byte{byte(INVALID)}))
}

// precompiles of Prague: 0x01 to 0x11.
const precompiles = 0x11

// precompile calls one with zeros, which most of them take for a point at infinity, or with what memory holds.
func (a author) precompile(p *program.Program) {
	to, size := 1+a.IntN(precompiles), pick(a.dice, 0, 64, 96, 128, 160, 192, 213, 256, 288, 384)
	if a.one(3) {
		p.Mstore(a.bytes(32), uint32(32*a.IntN(3)))
	}
	p.Call(uint256.NewInt(120_000), common.BytesToAddress([]byte{byte(to)}), a.IntN(2), 0, size, 512, 64)
	p.Op(RETURNDATASIZE, ADD).Push(512).Op(MLOAD, ADD)
	a.keep(p)
}

func (a author) memory(p *program.Program) {
	p.Op(CALLDATASIZE).Push(a.IntN(70)).Op(MSTORE8)
	p.Push(a.IntN(100)).Push(a.IntN(40)).Push(a.IntN(40)).Op(MCOPY).Push(a.IntN(100)).Push(0).Op(KECCAK256)
	a.keep(p)
}

// end may be the end: gone, failed or returned, always or only when called with or without wei.
func (a author) end(p *program.Program) {
	body := program.New()
	switch a.IntN(5) {
	case 0, 1:
		body.Push(a.address()).Op(SELFDESTRUCT)
	case 2:
		body.Op(ADDRESS, SELFDESTRUCT)
	case 3:
		body.Push(32).Push(0).Op(REVERT)
	case 4:
		body.Push(32).Push(0).Op(RETURN)
	}
	p.Op(CALLVALUE)
	if a.one(2) {
		p.Op(ISZERO)
	}
	maybe(p, body.Bytes())
}

// burn uses gas until little is left, so that what follows runs out of it.
func (a author) burn(p *program.Program) {
	if !a.one(6) {
		return
	}
	p.Op(JUMPDEST)
	loop := p.Size() - 1
	p.Push(5000).Op(GAS, GT).Push(loop).Op(JUMPI)
}

// system asks the contracts that a block's frame writes to, and puts requests (EIP-7002, EIP-7251) into their queues.
func (a author) system(p *program.Program) {
	switch a.IntN(4) {
	case 0:
		p.Op(TIMESTAMP).Push(0).Op(MSTORE).StaticCall(uint256.NewInt(60_000), params.BeaconRootsAddress, 0, 32, 0, 32)
	case 1:
		p.Push(1+a.IntN(2)).Op(NUMBER, SUB).Push(0).Op(MSTORE).StaticCall(uint256.NewInt(60_000), params.HistoryStorageAddress, 0, 32, 0, 32)
	case 2:
		p.Mstore(a.bytes(56), 0).Call(uint256.NewInt(200_000), params.WithdrawalQueueAddress, 1+a.IntN(2), 0, 56, 0, 0)
	case 3:
		p.Mstore(a.bytes(96), 0).Call(uint256.NewInt(200_000), params.ConsolidationQueueAddress, 1+a.IntN(2), 0, 96, 0, 0)
	}
	p.Push(0).Op(MLOAD, ADD)
	a.keep(p)
}

// initCode creates a random contract, or fails in one of the ways in which only creations fail.
func (a author) initCode() []byte {
	switch a.IntN(8) {
	case 0:
		return program.New().Mstore([]byte{0xef, 0}, 0).Return(0, 2).Bytes() // EIP-3541
	case 1:
		return program.New().Return(0, params.MaxCodeSize+a.IntN(2)).Bytes() // EIP-170: the most, or a byte more
	case 2:
		return program.New().Sstore(1, 1).Op(ADDRESS, SELFDESTRUCT).Bytes() // EIP-6780, to itself
	case 3:
		return program.New().Sstore(1, 1).Push(0).Op(DUP1, DUP1, DUP1, DUP1, CALLER, GAS, CALL, POP, STOP).Bytes() // calls its maker
	case 4:
		return program.New().Sstore(2, 5).Push(a.IntN(300)).Push(0).Op(REVERT).Bytes()
	}
	return initCode(a.program())
}

// scenePool is how many random contracts a scene begins with.
const scenePool = 8

// poolMates are what programs of a scene know: contracts of the pool and their children, precompiles, accounts of all sorts.
func poolMates(actors []common.Address) (out []common.Address) {
	for i := range scenePool {
		for range 7 { // the pool's contracts are drawn most
			out = append(out, poolAddress(i))
		}
		for nonce := range uint64(2) {
			out = append(out, crypto.CreateAddress(poolAddress(i), nonce+1))
		}
		for salt := range 2 {
			for _, code := range initCodes[:5] {
				out = append(out, crypto.CreateAddress2(poolAddress(i), common.BigToHash(big.NewInt(int64(salt))), crypto.Keccak256(code)))
			}
		}
	}
	for i := range byte(precompiles) {
		out = append(out, common.BytesToAddress([]byte{i + 1}))
	}
	out = append(out, actors...)
	out = append(out, actors...)
	return append(out, coinbase, common.Address{}, common.HexToAddress("0xdead"), predeploy.Address, predeploy.SystemAccount, relayAddress, storeAddress)
}
