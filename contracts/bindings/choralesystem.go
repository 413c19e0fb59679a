// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// ChoraleSystemMetaData contains all meta data concerning the ChoraleSystem contract.
var ChoraleSystemMetaData = bind.MetaData{
	ABI: "[{\"type\":\"function\",\"name\":\"DOMAIN\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_DATA\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_GAS_LIMIT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SYSTEM_ACCOUNT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"act\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"action\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"crossChainSender\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"crossChainSource\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"trig\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"trigger\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"target\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"Acted\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Triggered\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"target\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"prepaid\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"ActionReverted\",\"inputs\":[{\"name\":\"reason\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]},{\"type\":\"error\",\"name\":\"DataTooLong\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"GasLimitOutOfRange\",\"inputs\":[{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"InsufficientGas\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NonceMismatch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotInAction\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotSystemAccount\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SameChain\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"TargetIsSystem\",\"inputs\":[]}]",
	ID:  "ChoraleSystem",
	Bin: "0x6080604052348015600e575f5ffd5b50610f0c8061001c5f395ff3fe6080604052600436106100ad575f3560e01c8063854dfa4111610066578063e3f5aa511161004c578063e3f5aa5114610214578063e8c173251461022a578063ea37a87a1461023d575f5ffd5b8063854dfa41146101a5578063a0b0607f146101ff575f5ffd5b806352a9674b1161009657806352a9674b1461010457806363012de514610145578063739d40d91461017e575f5ffd5b8063083e28be146100b15780634b6dc0e5146100e3575b5f5ffd5b3480156100bc575f5ffd5b506100c5610279565b60405167ffffffffffffffff90911681526020015b60405180910390f35b3480156100ee575f5ffd5b506101026100fd366004610be6565b6102fc565b005b34801561010f575f5ffd5b506101377fbe53519c663606f039df0022e3e6b99ce068f18a3d9d1735c4c612006fa0202a81565b6040519081526020016100da565b348015610150575f5ffd5b50610159610671565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020016100da565b348015610189575f5ffd5b50610159739feaf8f067223a5f4644b18ad0bc3c9986f091a581565b3480156101b0575f5ffd5b506101e16101bf366004610c77565b5f602081905290815260409020805460019091015467ffffffffffffffff1682565b6040805192835267ffffffffffffffff9091166020830152016100da565b34801561020a575f5ffd5b5061013761400081565b34801561021f575f5ffd5b506100c56298968081565b6100c5610238366004610c97565b6106e9565b348015610248575f5ffd5b506101e1610257366004610c77565b600160208190525f9182526040909120805491015467ffffffffffffffff1682565b5f67ffffffffffffffff74010000000000000000000000000000000000000000825c041681036102d5576040517f1e43908000000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5067ffffffffffffffff740100000000000000000000000000000000000000005f5c041690565b33739feaf8f067223a5f4644b18ad0bc3c9986f091a514610350576040517fdccdc5940000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b4667ffffffffffffffff808216908916036103a3576040517f9f8f6e6400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff89166004820152602401610347565b67ffffffffffffffff841615806103c657506298968067ffffffffffffffff8516115b15610409576040517fec38a43700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff85166004820152602401610347565b614000821115610448576040517ff516bf4c00000000000000000000000000000000000000000000000000000000815260048101839052602401610347565b3073ffffffffffffffffffffffffffffffffffffffff861603610497576040517f1d57764500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b67ffffffffffffffff8089165f908152600160208190526040909120015481169088168114610506576040517f6ced0d1c00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff808316600483015289166024820152604401610347565b67ffffffffffffffff89165f908152600160205260409020610537906105328b858c8c8c8c8c8c6108de565b6109a4565b8673ffffffffffffffffffffffffffffffffffffffff168867ffffffffffffffff168a67ffffffffffffffff167f72bbed539e110a8f1b6464c3ee908afbeba00edc3debb1b350a71752c67cd964898989896040516105999493929190610d4f565b60405180910390a4865f805c7fffffffffffffffffffffffff00000000000000000000000000000000000000001673ffffffffffffffffffffffffffffffffffffffff831617905d50885f60146101000a815c8167ffffffffffffffff021916908367ffffffffffffffff160217905d5061061686868686610a38565b5f7fffffffffffffffffffffffff0000000000000000000000000000000000000000815c16815d505f7fffffffff0000000000000000ffffffffffffffffffffffffffffffffffffffff815c16815d50505050505050505050565b5f67ffffffffffffffff74010000000000000000000000000000000000000000825c041681036106cd576040517f1e43908000000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5073ffffffffffffffffffffffffffffffffffffffff5f5c1690565b5f4667ffffffffffffffff8082169088160361073d576040517f9f8f6e6400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff88166004820152602401610347565b67ffffffffffffffff8516158061076057506298968067ffffffffffffffff8616115b156107a3576040517fec38a43700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff86166004820152602401610347565b6140008311156107e2576040517ff516bf4c00000000000000000000000000000000000000000000000000000000815260048101849052602401610347565b3073ffffffffffffffffffffffffffffffffffffffff871603610831576040517f1d57764500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b67ffffffffffffffff8088165f9081526020819052604090206001810154909116925061086890610532838a86338c8c8c8c6108de565b3373ffffffffffffffffffffffffffffffffffffffff168267ffffffffffffffff168867ffffffffffffffff167f1a1a4e5db51a475ef5eb80d30c8ecc95d41178b981aa3df7c9c1f1cb0218929789898989346040516108cc959493929190610d98565b60405180910390a45095945050505050565b5f7fbe53519c663606f039df0022e3e6b99ce068f18a3d9d1735c4c612006fa0202a8989898989898989604051610916929190610de9565b60408051918290038220602083019990995267ffffffffffffffff978816908201529486166060860152928516608085015273ffffffffffffffffffffffffffffffffffffffff91821660a08501521660c083015290911660e08201526101008101919091526101200160405160208183030381529060405280519060200120905098975050505050505050565b81546040805160208101929092528101829052606001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181529190528051602090910120825560018201805467ffffffffffffffff16905f610a0d83610e25565b91906101000a81548167ffffffffffffffff021916908367ffffffffffffffff160217905550505050565b5f606081614e20603f610a5667ffffffffffffffff89166040610e51565b610a609190610e6e565b610a6a9190610ea6565b90505f604051858782375a9150828210610a89575f5f87835f8d8df194505b5081811015610ace576040517f23e228cb0000000000000000000000000000000000000000000000000000000081526004810183905260248101829052604401610347565b8315610add5750505050610b5c565b3d610400811115610aed57506104005b6040519350808452805f602086013e601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01683016020810160408190527e4cc84e000000000000000000000000000000000000000000000000000000009052610347908490602401610eb9565b50505050565b803567ffffffffffffffff81168114610b79575f5ffd5b919050565b803573ffffffffffffffffffffffffffffffffffffffff81168114610b79575f5ffd5b5f5f83601f840112610bb1575f5ffd5b50813567ffffffffffffffff811115610bc8575f5ffd5b602083019150836020828501011115610bdf575f5ffd5b9250929050565b5f5f5f5f5f5f5f60c0888a031215610bfc575f5ffd5b610c0588610b62565b9650610c1360208901610b62565b9550610c2160408901610b7e565b9450610c2f60608901610b7e565b9350610c3d60808901610b62565b925060a088013567ffffffffffffffff811115610c58575f5ffd5b610c648a828b01610ba1565b989b979a50959850939692959293505050565b5f60208284031215610c87575f5ffd5b610c9082610b62565b9392505050565b5f5f5f5f5f60808688031215610cab575f5ffd5b610cb486610b62565b9450610cc260208701610b7e565b9350610cd060408701610b62565b9250606086013567ffffffffffffffff811115610ceb575f5ffd5b610cf788828901610ba1565b969995985093965092949392505050565b81835281816020850137505f602082840101525f60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116840101905092915050565b73ffffffffffffffffffffffffffffffffffffffff8516815267ffffffffffffffff84166020820152606060408201525f610d8e606083018486610d08565b9695505050505050565b73ffffffffffffffffffffffffffffffffffffffff8616815267ffffffffffffffff85166020820152608060408201525f610dd7608083018587610d08565b90508260608301529695505050505050565b818382375f9101908152919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5f67ffffffffffffffff821667ffffffffffffffff8103610e4857610e48610df8565b60010192915050565b8082028115828204841417610e6857610e68610df8565b92915050565b5f82610ea1577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b500490565b80820180821115610e6857610e68610df8565b602081525f82518060208401528060208501604085015e5f6040828501015260407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8301168401019150509291505056",
}

// ChoraleSystem is an auto generated Go binding around an Ethereum contract.
type ChoraleSystem struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ChoraleSystem) GetABI() abi.ABI {
	return c.abi
}

// NewChoraleSystem creates a new instance of ChoraleSystem.
func NewChoraleSystem() *ChoraleSystem {
	parsed, err := ChoraleSystemMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ChoraleSystem{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ChoraleSystem) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDOMAIN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52a9674b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN() view returns(bytes32)
func (choraleSystem *ChoraleSystem) PackDOMAIN() []byte {
	enc, err := choraleSystem.abi.Pack("DOMAIN")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAIN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52a9674b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN() view returns(bytes32)
func (choraleSystem *ChoraleSystem) TryPackDOMAIN() ([]byte, error) {
	return choraleSystem.abi.Pack("DOMAIN")
}

// UnpackDOMAIN is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52a9674b.
//
// Solidity: function DOMAIN() view returns(bytes32)
func (choraleSystem *ChoraleSystem) UnpackDOMAIN(data []byte) ([32]byte, error) {
	out, err := choraleSystem.abi.Unpack("DOMAIN", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMAXDATA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0b0607f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_DATA() view returns(uint256)
func (choraleSystem *ChoraleSystem) PackMAXDATA() []byte {
	enc, err := choraleSystem.abi.Pack("MAX_DATA")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXDATA is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa0b0607f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_DATA() view returns(uint256)
func (choraleSystem *ChoraleSystem) TryPackMAXDATA() ([]byte, error) {
	return choraleSystem.abi.Pack("MAX_DATA")
}

// UnpackMAXDATA is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa0b0607f.
//
// Solidity: function MAX_DATA() view returns(uint256)
func (choraleSystem *ChoraleSystem) UnpackMAXDATA(data []byte) (*big.Int, error) {
	out, err := choraleSystem.abi.Unpack("MAX_DATA", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXGASLIMIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3f5aa51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_GAS_LIMIT() view returns(uint64)
func (choraleSystem *ChoraleSystem) PackMAXGASLIMIT() []byte {
	enc, err := choraleSystem.abi.Pack("MAX_GAS_LIMIT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXGASLIMIT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe3f5aa51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_GAS_LIMIT() view returns(uint64)
func (choraleSystem *ChoraleSystem) TryPackMAXGASLIMIT() ([]byte, error) {
	return choraleSystem.abi.Pack("MAX_GAS_LIMIT")
}

// UnpackMAXGASLIMIT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe3f5aa51.
//
// Solidity: function MAX_GAS_LIMIT() view returns(uint64)
func (choraleSystem *ChoraleSystem) UnpackMAXGASLIMIT(data []byte) (uint64, error) {
	out, err := choraleSystem.abi.Unpack("MAX_GAS_LIMIT", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackSYSTEMACCOUNT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x739d40d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SYSTEM_ACCOUNT() view returns(address)
func (choraleSystem *ChoraleSystem) PackSYSTEMACCOUNT() []byte {
	enc, err := choraleSystem.abi.Pack("SYSTEM_ACCOUNT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSYSTEMACCOUNT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x739d40d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SYSTEM_ACCOUNT() view returns(address)
func (choraleSystem *ChoraleSystem) TryPackSYSTEMACCOUNT() ([]byte, error) {
	return choraleSystem.abi.Pack("SYSTEM_ACCOUNT")
}

// UnpackSYSTEMACCOUNT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x739d40d9.
//
// Solidity: function SYSTEM_ACCOUNT() view returns(address)
func (choraleSystem *ChoraleSystem) UnpackSYSTEMACCOUNT(data []byte) (common.Address, error) {
	out, err := choraleSystem.abi.Unpack("SYSTEM_ACCOUNT", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAct is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea37a87a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function act(uint64 srcChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) PackAct(srcChain uint64) []byte {
	enc, err := choraleSystem.abi.Pack("act", srcChain)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAct is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xea37a87a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function act(uint64 srcChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) TryPackAct(srcChain uint64) ([]byte, error) {
	return choraleSystem.abi.Pack("act", srcChain)
}

// ActOutput serves as a container for the return parameters of contract
// method Act.
type ActOutput struct {
	Root  [32]byte
	Count uint64
}

// UnpackAct is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xea37a87a.
//
// Solidity: function act(uint64 srcChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) UnpackAct(data []byte) (ActOutput, error) {
	out, err := choraleSystem.abi.Unpack("act", data)
	outstruct := new(ActOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Root = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Count = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackAction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4b6dc0e5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function action(uint64 srcChain, uint64 nonce, address sender, address target, uint64 gasLimit, bytes data) returns()
func (choraleSystem *ChoraleSystem) PackAction(srcChain uint64, nonce uint64, sender common.Address, target common.Address, gasLimit uint64, data []byte) []byte {
	enc, err := choraleSystem.abi.Pack("action", srcChain, nonce, sender, target, gasLimit, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4b6dc0e5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function action(uint64 srcChain, uint64 nonce, address sender, address target, uint64 gasLimit, bytes data) returns()
func (choraleSystem *ChoraleSystem) TryPackAction(srcChain uint64, nonce uint64, sender common.Address, target common.Address, gasLimit uint64, data []byte) ([]byte, error) {
	return choraleSystem.abi.Pack("action", srcChain, nonce, sender, target, gasLimit, data)
}

// PackCrossChainSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63012de5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function crossChainSender() view returns(address)
func (choraleSystem *ChoraleSystem) PackCrossChainSender() []byte {
	enc, err := choraleSystem.abi.Pack("crossChainSender")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCrossChainSender is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x63012de5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function crossChainSender() view returns(address)
func (choraleSystem *ChoraleSystem) TryPackCrossChainSender() ([]byte, error) {
	return choraleSystem.abi.Pack("crossChainSender")
}

// UnpackCrossChainSender is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x63012de5.
//
// Solidity: function crossChainSender() view returns(address)
func (choraleSystem *ChoraleSystem) UnpackCrossChainSender(data []byte) (common.Address, error) {
	out, err := choraleSystem.abi.Unpack("crossChainSender", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCrossChainSource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x083e28be.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function crossChainSource() view returns(uint64)
func (choraleSystem *ChoraleSystem) PackCrossChainSource() []byte {
	enc, err := choraleSystem.abi.Pack("crossChainSource")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCrossChainSource is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x083e28be.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function crossChainSource() view returns(uint64)
func (choraleSystem *ChoraleSystem) TryPackCrossChainSource() ([]byte, error) {
	return choraleSystem.abi.Pack("crossChainSource")
}

// UnpackCrossChainSource is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x083e28be.
//
// Solidity: function crossChainSource() view returns(uint64)
func (choraleSystem *ChoraleSystem) UnpackCrossChainSource(data []byte) (uint64, error) {
	out, err := choraleSystem.abi.Unpack("crossChainSource", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackTrig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x854dfa41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function trig(uint64 dstChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) PackTrig(dstChain uint64) []byte {
	enc, err := choraleSystem.abi.Pack("trig", dstChain)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTrig is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x854dfa41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function trig(uint64 dstChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) TryPackTrig(dstChain uint64) ([]byte, error) {
	return choraleSystem.abi.Pack("trig", dstChain)
}

// TrigOutput serves as a container for the return parameters of contract
// method Trig.
type TrigOutput struct {
	Root  [32]byte
	Count uint64
}

// UnpackTrig is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x854dfa41.
//
// Solidity: function trig(uint64 dstChain) view returns(bytes32 root, uint64 count)
func (choraleSystem *ChoraleSystem) UnpackTrig(data []byte) (TrigOutput, error) {
	out, err := choraleSystem.abi.Unpack("trig", data)
	outstruct := new(TrigOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Root = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.Count = *abi.ConvertType(out[1], new(uint64)).(*uint64)
	return *outstruct, nil
}

// PackTrigger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8c17325.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function trigger(uint64 dstChain, address target, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (choraleSystem *ChoraleSystem) PackTrigger(dstChain uint64, target common.Address, gasLimit uint64, data []byte) []byte {
	enc, err := choraleSystem.abi.Pack("trigger", dstChain, target, gasLimit, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTrigger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8c17325.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function trigger(uint64 dstChain, address target, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (choraleSystem *ChoraleSystem) TryPackTrigger(dstChain uint64, target common.Address, gasLimit uint64, data []byte) ([]byte, error) {
	return choraleSystem.abi.Pack("trigger", dstChain, target, gasLimit, data)
}

// UnpackTrigger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe8c17325.
//
// Solidity: function trigger(uint64 dstChain, address target, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (choraleSystem *ChoraleSystem) UnpackTrigger(data []byte) (uint64, error) {
	out, err := choraleSystem.abi.Unpack("trigger", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// ChoraleSystemActed represents a Acted event raised by the ChoraleSystem contract.
type ChoraleSystemActed struct {
	SrcChain uint64
	Nonce    uint64
	Sender   common.Address
	Target   common.Address
	GasLimit uint64
	Data     []byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const ChoraleSystemActedEventName = "Acted"

// ContractEventName returns the user-defined event name.
func (ChoraleSystemActed) ContractEventName() string {
	return ChoraleSystemActedEventName
}

// UnpackActedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Acted(uint64 indexed srcChain, uint64 indexed nonce, address indexed sender, address target, uint64 gasLimit, bytes data)
func (choraleSystem *ChoraleSystem) UnpackActedEvent(log *types.Log) (*ChoraleSystemActed, error) {
	event := "Acted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != choraleSystem.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChoraleSystemActed)
	if len(log.Data) > 0 {
		if err := choraleSystem.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range choraleSystem.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ChoraleSystemTriggered represents a Triggered event raised by the ChoraleSystem contract.
type ChoraleSystemTriggered struct {
	DstChain uint64
	Nonce    uint64
	Sender   common.Address
	Target   common.Address
	GasLimit uint64
	Data     []byte
	Prepaid  *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const ChoraleSystemTriggeredEventName = "Triggered"

// ContractEventName returns the user-defined event name.
func (ChoraleSystemTriggered) ContractEventName() string {
	return ChoraleSystemTriggeredEventName
}

// UnpackTriggeredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Triggered(uint64 indexed dstChain, uint64 indexed nonce, address indexed sender, address target, uint64 gasLimit, bytes data, uint256 prepaid)
func (choraleSystem *ChoraleSystem) UnpackTriggeredEvent(log *types.Log) (*ChoraleSystemTriggered, error) {
	event := "Triggered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != choraleSystem.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ChoraleSystemTriggered)
	if len(log.Data) > 0 {
		if err := choraleSystem.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range choraleSystem.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (choraleSystem *ChoraleSystem) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["ActionReverted"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackActionRevertedError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["DataTooLong"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackDataTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["GasLimitOutOfRange"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackGasLimitOutOfRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["InsufficientGas"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackInsufficientGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["NonceMismatch"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackNonceMismatchError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["NotInAction"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackNotInActionError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["NotSystemAccount"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackNotSystemAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["SameChain"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackSameChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], choraleSystem.abi.Errors["TargetIsSystem"].ID.Bytes()[:4]) {
		return choraleSystem.UnpackTargetIsSystemError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ChoraleSystemActionReverted represents a ActionReverted error raised by the ChoraleSystem contract.
type ChoraleSystemActionReverted struct {
	Reason []byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ActionReverted(bytes reason)
func ChoraleSystemActionRevertedErrorID() common.Hash {
	return common.HexToHash("0x004cc84ea16193faa322320bdc5991d77ec685786e31d4f561498bf1cfe8527f")
}

// UnpackActionRevertedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ActionReverted(bytes reason)
func (choraleSystem *ChoraleSystem) UnpackActionRevertedError(raw []byte) (*ChoraleSystemActionReverted, error) {
	out := new(ChoraleSystemActionReverted)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "ActionReverted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemDataTooLong represents a DataTooLong error raised by the ChoraleSystem contract.
type ChoraleSystemDataTooLong struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DataTooLong(uint256 length)
func ChoraleSystemDataTooLongErrorID() common.Hash {
	return common.HexToHash("0xf516bf4c67bf2e199bd6060c5cfcc57210b4cf302b4f4cff1cc906b14c8a345a")
}

// UnpackDataTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DataTooLong(uint256 length)
func (choraleSystem *ChoraleSystem) UnpackDataTooLongError(raw []byte) (*ChoraleSystemDataTooLong, error) {
	out := new(ChoraleSystemDataTooLong)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "DataTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemGasLimitOutOfRange represents a GasLimitOutOfRange error raised by the ChoraleSystem contract.
type ChoraleSystemGasLimitOutOfRange struct {
	GasLimit uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error GasLimitOutOfRange(uint64 gasLimit)
func ChoraleSystemGasLimitOutOfRangeErrorID() common.Hash {
	return common.HexToHash("0xec38a437771c92e5ebff413a59d488871700c1ff871931ebc3867592654ff995")
}

// UnpackGasLimitOutOfRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error GasLimitOutOfRange(uint64 gasLimit)
func (choraleSystem *ChoraleSystem) UnpackGasLimitOutOfRangeError(raw []byte) (*ChoraleSystemGasLimitOutOfRange, error) {
	out := new(ChoraleSystemGasLimitOutOfRange)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "GasLimitOutOfRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemInsufficientGas represents a InsufficientGas error raised by the ChoraleSystem contract.
type ChoraleSystemInsufficientGas struct {
	Needed    *big.Int
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientGas(uint256 needed, uint256 available)
func ChoraleSystemInsufficientGasErrorID() common.Hash {
	return common.HexToHash("0x23e228cb30ba888d86279f51c27a6690ec0fe016ea074bbd6332de5b2571f9b3")
}

// UnpackInsufficientGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientGas(uint256 needed, uint256 available)
func (choraleSystem *ChoraleSystem) UnpackInsufficientGasError(raw []byte) (*ChoraleSystemInsufficientGas, error) {
	out := new(ChoraleSystemInsufficientGas)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "InsufficientGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemNonceMismatch represents a NonceMismatch error raised by the ChoraleSystem contract.
type ChoraleSystemNonceMismatch struct {
	Expected uint64
	Got      uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NonceMismatch(uint64 expected, uint64 got)
func ChoraleSystemNonceMismatchErrorID() common.Hash {
	return common.HexToHash("0x6ced0d1c3834e24e39e05d64e80f6a8f3cbb0912b5990e721b9cd49507cf0cc1")
}

// UnpackNonceMismatchError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NonceMismatch(uint64 expected, uint64 got)
func (choraleSystem *ChoraleSystem) UnpackNonceMismatchError(raw []byte) (*ChoraleSystemNonceMismatch, error) {
	out := new(ChoraleSystemNonceMismatch)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "NonceMismatch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemNotInAction represents a NotInAction error raised by the ChoraleSystem contract.
type ChoraleSystemNotInAction struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInAction()
func ChoraleSystemNotInActionErrorID() common.Hash {
	return common.HexToHash("0x1e43908049c7a20ff0270bf9fe5d146262f0318272a564fa0199ba8f12cec01a")
}

// UnpackNotInActionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInAction()
func (choraleSystem *ChoraleSystem) UnpackNotInActionError(raw []byte) (*ChoraleSystemNotInAction, error) {
	out := new(ChoraleSystemNotInAction)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "NotInAction", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemNotSystemAccount represents a NotSystemAccount error raised by the ChoraleSystem contract.
type ChoraleSystemNotSystemAccount struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSystemAccount(address caller)
func ChoraleSystemNotSystemAccountErrorID() common.Hash {
	return common.HexToHash("0xdccdc5946cf050d739d5ab1ab1d2a7dd8c32e534d7f6af8c019733a35c005333")
}

// UnpackNotSystemAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSystemAccount(address caller)
func (choraleSystem *ChoraleSystem) UnpackNotSystemAccountError(raw []byte) (*ChoraleSystemNotSystemAccount, error) {
	out := new(ChoraleSystemNotSystemAccount)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "NotSystemAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemSameChain represents a SameChain error raised by the ChoraleSystem contract.
type ChoraleSystemSameChain struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameChain(uint64 chainId)
func ChoraleSystemSameChainErrorID() common.Hash {
	return common.HexToHash("0x9f8f6e64382e9a64971e57e92b155ddf1c24c04f153961bf6f4a714851039cd7")
}

// UnpackSameChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameChain(uint64 chainId)
func (choraleSystem *ChoraleSystem) UnpackSameChainError(raw []byte) (*ChoraleSystemSameChain, error) {
	out := new(ChoraleSystemSameChain)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "SameChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ChoraleSystemTargetIsSystem represents a TargetIsSystem error raised by the ChoraleSystem contract.
type ChoraleSystemTargetIsSystem struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TargetIsSystem()
func ChoraleSystemTargetIsSystemErrorID() common.Hash {
	return common.HexToHash("0x1d5776457fd951ddfe0ed7130e7cf5cca4c147ab11c741eb252ca3193dbd762a")
}

// UnpackTargetIsSystemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TargetIsSystem()
func (choraleSystem *ChoraleSystem) UnpackTargetIsSystemError(raw []byte) (*ChoraleSystemTargetIsSystem, error) {
	out := new(ChoraleSystemTargetIsSystem)
	if err := choraleSystem.abi.UnpackIntoInterface(out, "TargetIsSystem", raw); err != nil {
		return nil, err
	}
	return out, nil
}
