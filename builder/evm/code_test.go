package evm_test

import (
	"math/big"

	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/ethereum/go-ethereum/common"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
)

// Hand-written contracts of the tests.
var (
	relayAddress = common.HexToAddress("0x1111111111111111111111111111111111111111")
	storeAddress = common.HexToAddress("0x2222222222222222222222222222222222222222")
	failAddress  = common.HexToAddress("0x3333333333333333333333333333333333333333")
	burnAddress  = common.HexToAddress("0x4444444444444444444444444444444444444444")
)

func word(v int64) []byte { return common.LeftPadBytes(big.NewInt(v).Bytes(), 32) }

// relayCode passes its calldata on to ChoraleSystem with 0.01 ether of its own, and fails if that fails.
func relayCode() []byte {
	p := program.New()
	p.Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	p.Push(0).Push(0).Op(CALLDATASIZE).Push(0).Push(uint64(1e16)).Push(predeploy.Address).Op(GAS, CALL)
	return orRevert(p)
}

// orRevert ends a program of less than 250 bytes with: stop if the value on the stack is not zero, else revert.
func orRevert(p *program.Program) []byte {
	p.Push(p.Size()+6).Op(JUMPI, PUSH0, DUP1, REVERT, JUMPDEST, STOP)
	return p.Bytes()
}

// storeCode adds its calldata's first word to slot 0 and logs it.
func storeCode() []byte {
	p := program.New()
	p.Push(0).Op(CALLDATALOAD).Push(0).Op(SLOAD, ADD).Push(0).Op(SSTORE)
	p.Push(0x77).Push(0).Push(0).Op(LOG1)
	return p.Op(STOP).Bytes()
}

// failCode reverts with its calldata.
func failCode() []byte {
	p := program.New()
	p.Op(CALLDATASIZE).Push(0).Push(0).Op(CALLDATACOPY)
	return p.Op(CALLDATASIZE).Push(0).Op(REVERT).Bytes()
}

// burnCode uses all of its gas.
func burnCode() []byte { return []byte{byte(JUMPDEST), byte(PUSH0), byte(JUMP)} }

// initCode deploys code.
func initCode(code []byte) []byte { return program.New().ReturnViaCodeCopy(code).Bytes() }
