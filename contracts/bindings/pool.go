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

// PoolMetaData contains all meta data concerning the Pool contract.
var PoolMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"TOKEN\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractIERC20\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"addLiquidity\",\"inputs\":[{\"name\":\"maxToken\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"shares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"quote\",\"inputs\":[{\"name\":\"ethIn\",\"type\":\"bool\",\"internalType\":\"bool\"},{\"name\":\"amountIn\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"removeLiquidity\",\"inputs\":[{\"name\":\"shares\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"eth\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"tokens\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"reserveEth\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"reserveToken\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"sharesOf\",\"inputs\":[{\"name\":\"provider\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"spot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"swapEthForToken\",\"inputs\":[{\"name\":\"minOut\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"out\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"swapTokenForEth\",\"inputs\":[{\"name\":\"amountIn\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minOut\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"out\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"totalShares\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"LiquidityAdded\",\"inputs\":[{\"name\":\"provider\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"eth\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"shares\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"LiquidityRemoved\",\"inputs\":[{\"name\":\"provider\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"eth\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"token\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"shares\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Swap\",\"inputs\":[{\"name\":\"trader\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"ethIn\",\"type\":\"bool\",\"indexed\":false,\"internalType\":\"bool\"},{\"name\":\"amountIn\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"amountOut\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"NoLiquidity\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingIn\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"Slippage\",\"inputs\":[{\"name\":\"out\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"minOut\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"TooLittleLiquidity\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TooManyShares\",\"inputs\":[{\"name\":\"asked\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"owned\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "Pool",
	Bin: "0x60a060405234801561000f575f5ffd5b5060405161122938038061122983398101604081905261002e9161003f565b6001600160a01b031660805261006c565b5f6020828403121561004f575f5ffd5b81516001600160a01b0381168114610065575f5ffd5b9392505050565b6080516111896100a05f395f818161014e0152818161035e015281816106480152818161084501526109a001526111895ff3fe6080604052600436106100b8575f3560e01c806382bfefc811610071578063f4325d671161004c578063f4325d67146101dd578063f5eb42dc146101f2578063f5f35d141461021d575f5ffd5b806382bfefc81461013d578063899b1528146101955780639c8f9f23146101a9575f5ffd5b80634df60b01116100a15780634df60b01146100f757806351c6590a146101165780636f265b9314610129575f5ffd5b8063104ca909146100bc5780633a98ef39146100e2575b5f5ffd5b6100cf6100ca366004610fe7565b61023c565b6040519081526020015b60405180910390f35b3480156100ed575f5ffd5b506100cf60035481565b348015610102575f5ffd5b506100cf610111366004610ffe565b610392565b6100cf610124366004610fe7565b61042d565b348015610134575f5ffd5b506100cf610679565b348015610148575f5ffd5b506101707f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020016100d9565b3480156101a0575f5ffd5b506100cf5f5481565b3480156101b4575f5ffd5b506101c86101c3366004610fe7565b6106cf565b604080519283526020830191909152016100d9565b3480156101e8575f5ffd5b506100cf60015481565b3480156101fd575f5ffd5b506100cf61020c36600461102c565b60026020525f908152604090205481565b348015610228575f5ffd5b506100cf61023736600461105f565b610884565b5f6102456109da565b345f0361027e576040517fc219ef2c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610289600134610392565b9050818110156102d4576040517f2746152a00000000000000000000000000000000000000000000000000000000815260048101829052602481018390526044015b60405180910390fd5b345f5f8282546102e491906110ac565b925050819055508060015f8282546102fc91906110bf565b9091555050604080516001815234602082015290810182905233907fbfd50a04f1e6e4aee344f5d0e7f15d74d0dbb58cd1f711daa6463094ca9508cd9060600160405180910390a261038573ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163383610a11565b61038d610a71565b919050565b5f5f5f846103a4576001545f546103aa565b5f546001545b91509150815f14806103ba575080155b156103f1576040517fc301e07e00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f6103fe856103e56110d2565b9050610421818381610412876103e86110d2565b61041c91906110ac565b610a9b565b93505050505b92915050565b5f6104366109da565b345f0361046f576040517fc219ef2c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60035482905f036104e3575f61048d61048885346110d2565b610b4c565b90506103e881116104ca576040517f47525cc500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6104d66103e8826110bf565b6003919091559150610599565b6104f3346001545f546001610cb1565b905082811115610539576040517f2746152a00000000000000000000000000000000000000000000000000000000815260048101849052602481018290526044016102cb565b610547346003545f54610a9b565b9150815f03610582576040517f47525cc500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b8160035f82825461059391906110ac565b90915550505b335f90815260026020526040812080548492906105b79084906110ac565b92505081905550345f5f8282546105ce91906110ac565b925050819055508060015f8282546105e691906110ac565b9091555050604080513481526020810183905290810183905233907f64b83944e79c3ce8d4c297411de637c3e102d064677aac0c163976ebdcd6f50e9060600160405180910390a261067073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016333084610cfc565b5061038d610a71565b5f5f545f036106b4576040517fc301e07e00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6106ca600154670de0b6b3a76400005f54610a9b565b905090565b5f5f6106d96109da565b825f03610712576040517fc219ef2c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b335f9081526002602052604090205480841115610765576040517ffadb7a3a00000000000000000000000000000000000000000000000000000000815260048101859052602481018290526044016102cb565b610773845f54600354610a9b565b925061078484600154600354610a9b565b915061079084826110bf565b335f90815260026020526040812091909155600380548692906107b49084906110bf565b92505081905550825f5f8282546107cb91906110bf565b925050819055508160015f8282546107e391906110bf565b9091555050604080518481526020810184905290810185905233907f1dc8bb69df2b8e91fbdcbfcf93d951b3f0000f085a95fe3f7946d6161439245d9060600160405180910390a261086c73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163384610a11565b6108763384610d5e565b5061087f610a71565b915091565b5f61088d6109da565b825f036108c6576040517fc219ef2c00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6108d05f84610392565b905081811015610916576040517f2746152a00000000000000000000000000000000000000000000000000000000815260048101829052602481018390526044016102cb565b8260015f82825461092791906110ac565b92505081905550805f5f82825461093e91906110bf565b9091555050604080515f81526020810185905290810182905233907fbfd50a04f1e6e4aee344f5d0e7f15d74d0dbb58cd1f711daa6463094ca9508cd9060600160405180910390a26109c873ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016333086610cfc565b6109d23382610d5e565b610427610a71565b6109e2610df4565b610a0f60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610e4d565b565b610a1e8383836001610e54565b610a6c576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016102cb565b505050565b610a0f5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610a09565b5f5f5f610aa88686610edc565b91509150815f03610acc57838181610ac257610ac26110e9565b0492505050610b45565b818411610ae357610ae36003851502601118610f17565b5f848688095f868103871696879004966002600389028118808a02820302808a02820302808a02820302808a02820302808a02820302808a02909103029181900381900460010185841190960395909502919093039390930492909217029150505b9392505050565b5f60018211610b59575090565b8160017001000000000000000000000000000000008210610b7f5760809190911c9060401b5b680100000000000000008210610b9a5760409190911c9060201b5b6401000000008210610bb15760209190911c9060101b5b620100008210610bc65760109190911c9060081b5b6101008210610bda5760089190911c9060041b5b60108210610bed5760049190911c9060021b5b60048210610bf95760011b5b600302600190811c90818581610c1157610c116110e9565b048201901c90506001818581610c2957610c296110e9565b048201901c90506001818581610c4157610c416110e9565b048201901c90506001818581610c5957610c596110e9565b048201901c90506001818581610c7157610c716110e9565b048201901c90506001818581610c8957610c896110e9565b048201901c9050610ca8818581610ca257610ca26110e9565b04821190565b90039392505050565b5f610cde610cbe83610f28565b8015610cd957505f8480610cd457610cd46110e9565b868809115b151590565b610ce9868686610a9b565b610cf391906110ac565b95945050505050565b610d0a848484846001610f54565b610d58576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff851660048201526024016102cb565b50505050565b5f8273ffffffffffffffffffffffffffffffffffffffff16826040515f6040518083038185875af1925050503d805f8114610db4576040519150601f19603f3d011682016040523d82523d5f602084013e610db9565b606091505b5050905080610a6c576040517ff499da2000000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610a0f576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8616600452602485905291602083604481808b5af1925060015f51148316610ed0578383151615610ec4573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83850993909202808410938190039390930393915050565b634e487b715f52806020526024601cfd5b5f6002826003811115610f3d57610f3d611116565b610f479190611143565b60ff166001149050919050565b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8781166004528616602452604485905291602083606481808c5af1925060015f51148316610fd6578383151615610fca573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f60208284031215610ff7575f5ffd5b5035919050565b5f5f6040838503121561100f575f5ffd5b8235801515811461101e575f5ffd5b946020939093013593505050565b5f6020828403121561103c575f5ffd5b813573ffffffffffffffffffffffffffffffffffffffff81168114610b45575f5ffd5b5f5f60408385031215611070575f5ffd5b50508035926020909101359150565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b808201808211156104275761042761107f565b818103818111156104275761042761107f565b80820281158282048414176104275761042761107f565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b5f60ff83168061117a577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b8060ff8416069150509291505056",
}

// Pool is an auto generated Go binding around an Ethereum contract.
type Pool struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Pool) GetABI() abi.ABI {
	return c.abi
}

// NewPool creates a new instance of Pool.
func NewPool() *Pool {
	parsed, err := PoolMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Pool{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Pool) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token) returns()
func (pool *Pool) PackConstructor(token common.Address) []byte {
	enc, err := pool.abi.Pack("", token)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackTOKEN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82bfefc8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TOKEN() view returns(address)
func (pool *Pool) PackTOKEN() []byte {
	enc, err := pool.abi.Pack("TOKEN")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTOKEN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x82bfefc8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TOKEN() view returns(address)
func (pool *Pool) TryPackTOKEN() ([]byte, error) {
	return pool.abi.Pack("TOKEN")
}

// UnpackTOKEN is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x82bfefc8.
//
// Solidity: function TOKEN() view returns(address)
func (pool *Pool) UnpackTOKEN(data []byte) (common.Address, error) {
	out, err := pool.abi.Unpack("TOKEN", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAddLiquidity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51c6590a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addLiquidity(uint256 maxToken) payable returns(uint256 shares)
func (pool *Pool) PackAddLiquidity(maxToken *big.Int) []byte {
	enc, err := pool.abi.Pack("addLiquidity", maxToken)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddLiquidity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51c6590a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addLiquidity(uint256 maxToken) payable returns(uint256 shares)
func (pool *Pool) TryPackAddLiquidity(maxToken *big.Int) ([]byte, error) {
	return pool.abi.Pack("addLiquidity", maxToken)
}

// UnpackAddLiquidity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51c6590a.
//
// Solidity: function addLiquidity(uint256 maxToken) payable returns(uint256 shares)
func (pool *Pool) UnpackAddLiquidity(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("addLiquidity", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4df60b01.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function quote(bool ethIn, uint256 amountIn) view returns(uint256)
func (pool *Pool) PackQuote(ethIn bool, amountIn *big.Int) []byte {
	enc, err := pool.abi.Pack("quote", ethIn, amountIn)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQuote is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4df60b01.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function quote(bool ethIn, uint256 amountIn) view returns(uint256)
func (pool *Pool) TryPackQuote(ethIn bool, amountIn *big.Int) ([]byte, error) {
	return pool.abi.Pack("quote", ethIn, amountIn)
}

// UnpackQuote is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4df60b01.
//
// Solidity: function quote(bool ethIn, uint256 amountIn) view returns(uint256)
func (pool *Pool) UnpackQuote(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("quote", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRemoveLiquidity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c8f9f23.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeLiquidity(uint256 shares) returns(uint256 eth, uint256 tokens)
func (pool *Pool) PackRemoveLiquidity(shares *big.Int) []byte {
	enc, err := pool.abi.Pack("removeLiquidity", shares)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveLiquidity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c8f9f23.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeLiquidity(uint256 shares) returns(uint256 eth, uint256 tokens)
func (pool *Pool) TryPackRemoveLiquidity(shares *big.Int) ([]byte, error) {
	return pool.abi.Pack("removeLiquidity", shares)
}

// RemoveLiquidityOutput serves as a container for the return parameters of contract
// method RemoveLiquidity.
type RemoveLiquidityOutput struct {
	Eth    *big.Int
	Tokens *big.Int
}

// UnpackRemoveLiquidity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9c8f9f23.
//
// Solidity: function removeLiquidity(uint256 shares) returns(uint256 eth, uint256 tokens)
func (pool *Pool) UnpackRemoveLiquidity(data []byte) (RemoveLiquidityOutput, error) {
	out, err := pool.abi.Unpack("removeLiquidity", data)
	outstruct := new(RemoveLiquidityOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Eth = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Tokens = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackReserveEth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x899b1528.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserveEth() view returns(uint256)
func (pool *Pool) PackReserveEth() []byte {
	enc, err := pool.abi.Pack("reserveEth")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserveEth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x899b1528.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserveEth() view returns(uint256)
func (pool *Pool) TryPackReserveEth() ([]byte, error) {
	return pool.abi.Pack("reserveEth")
}

// UnpackReserveEth is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x899b1528.
//
// Solidity: function reserveEth() view returns(uint256)
func (pool *Pool) UnpackReserveEth(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("reserveEth", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackReserveToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4325d67.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserveToken() view returns(uint256)
func (pool *Pool) PackReserveToken() []byte {
	enc, err := pool.abi.Pack("reserveToken")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserveToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4325d67.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserveToken() view returns(uint256)
func (pool *Pool) TryPackReserveToken() ([]byte, error) {
	return pool.abi.Pack("reserveToken")
}

// UnpackReserveToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4325d67.
//
// Solidity: function reserveToken() view returns(uint256)
func (pool *Pool) UnpackReserveToken(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("reserveToken", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSharesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5eb42dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sharesOf(address provider) view returns(uint256)
func (pool *Pool) PackSharesOf(provider common.Address) []byte {
	enc, err := pool.abi.Pack("sharesOf", provider)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSharesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5eb42dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sharesOf(address provider) view returns(uint256)
func (pool *Pool) TryPackSharesOf(provider common.Address) ([]byte, error) {
	return pool.abi.Pack("sharesOf", provider)
}

// UnpackSharesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5eb42dc.
//
// Solidity: function sharesOf(address provider) view returns(uint256)
func (pool *Pool) UnpackSharesOf(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("sharesOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSpot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f265b93.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function spot() view returns(uint256)
func (pool *Pool) PackSpot() []byte {
	enc, err := pool.abi.Pack("spot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSpot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f265b93.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function spot() view returns(uint256)
func (pool *Pool) TryPackSpot() ([]byte, error) {
	return pool.abi.Pack("spot")
}

// UnpackSpot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6f265b93.
//
// Solidity: function spot() view returns(uint256)
func (pool *Pool) UnpackSpot(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("spot", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSwapEthForToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x104ca909.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function swapEthForToken(uint256 minOut) payable returns(uint256 out)
func (pool *Pool) PackSwapEthForToken(minOut *big.Int) []byte {
	enc, err := pool.abi.Pack("swapEthForToken", minOut)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSwapEthForToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x104ca909.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function swapEthForToken(uint256 minOut) payable returns(uint256 out)
func (pool *Pool) TryPackSwapEthForToken(minOut *big.Int) ([]byte, error) {
	return pool.abi.Pack("swapEthForToken", minOut)
}

// UnpackSwapEthForToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x104ca909.
//
// Solidity: function swapEthForToken(uint256 minOut) payable returns(uint256 out)
func (pool *Pool) UnpackSwapEthForToken(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("swapEthForToken", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSwapTokenForEth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f35d14.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function swapTokenForEth(uint256 amountIn, uint256 minOut) returns(uint256 out)
func (pool *Pool) PackSwapTokenForEth(amountIn *big.Int, minOut *big.Int) []byte {
	enc, err := pool.abi.Pack("swapTokenForEth", amountIn, minOut)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSwapTokenForEth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf5f35d14.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function swapTokenForEth(uint256 amountIn, uint256 minOut) returns(uint256 out)
func (pool *Pool) TryPackSwapTokenForEth(amountIn *big.Int, minOut *big.Int) ([]byte, error) {
	return pool.abi.Pack("swapTokenForEth", amountIn, minOut)
}

// UnpackSwapTokenForEth is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf5f35d14.
//
// Solidity: function swapTokenForEth(uint256 amountIn, uint256 minOut) returns(uint256 out)
func (pool *Pool) UnpackSwapTokenForEth(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("swapTokenForEth", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a98ef39.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalShares() view returns(uint256)
func (pool *Pool) PackTotalShares() []byte {
	enc, err := pool.abi.Pack("totalShares")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalShares is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3a98ef39.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalShares() view returns(uint256)
func (pool *Pool) TryPackTotalShares() ([]byte, error) {
	return pool.abi.Pack("totalShares")
}

// UnpackTotalShares is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3a98ef39.
//
// Solidity: function totalShares() view returns(uint256)
func (pool *Pool) UnpackTotalShares(data []byte) (*big.Int, error) {
	out, err := pool.abi.Unpack("totalShares", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PoolLiquidityAdded represents a LiquidityAdded event raised by the Pool contract.
type PoolLiquidityAdded struct {
	Provider common.Address
	Eth      *big.Int
	Token    *big.Int
	Shares   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const PoolLiquidityAddedEventName = "LiquidityAdded"

// ContractEventName returns the user-defined event name.
func (PoolLiquidityAdded) ContractEventName() string {
	return PoolLiquidityAddedEventName
}

// UnpackLiquidityAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LiquidityAdded(address indexed provider, uint256 eth, uint256 token, uint256 shares)
func (pool *Pool) UnpackLiquidityAddedEvent(log *types.Log) (*PoolLiquidityAdded, error) {
	event := "LiquidityAdded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != pool.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PoolLiquidityAdded)
	if len(log.Data) > 0 {
		if err := pool.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range pool.abi.Events[event].Inputs {
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

// PoolLiquidityRemoved represents a LiquidityRemoved event raised by the Pool contract.
type PoolLiquidityRemoved struct {
	Provider common.Address
	Eth      *big.Int
	Token    *big.Int
	Shares   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const PoolLiquidityRemovedEventName = "LiquidityRemoved"

// ContractEventName returns the user-defined event name.
func (PoolLiquidityRemoved) ContractEventName() string {
	return PoolLiquidityRemovedEventName
}

// UnpackLiquidityRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event LiquidityRemoved(address indexed provider, uint256 eth, uint256 token, uint256 shares)
func (pool *Pool) UnpackLiquidityRemovedEvent(log *types.Log) (*PoolLiquidityRemoved, error) {
	event := "LiquidityRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != pool.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PoolLiquidityRemoved)
	if len(log.Data) > 0 {
		if err := pool.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range pool.abi.Events[event].Inputs {
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

// PoolSwap represents a Swap event raised by the Pool contract.
type PoolSwap struct {
	Trader    common.Address
	EthIn     bool
	AmountIn  *big.Int
	AmountOut *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const PoolSwapEventName = "Swap"

// ContractEventName returns the user-defined event name.
func (PoolSwap) ContractEventName() string {
	return PoolSwapEventName
}

// UnpackSwapEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Swap(address indexed trader, bool ethIn, uint256 amountIn, uint256 amountOut)
func (pool *Pool) UnpackSwapEvent(log *types.Log) (*PoolSwap, error) {
	event := "Swap"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != pool.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PoolSwap)
	if len(log.Data) > 0 {
		if err := pool.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range pool.abi.Events[event].Inputs {
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
func (pool *Pool) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], pool.abi.Errors["NoLiquidity"].ID.Bytes()[:4]) {
		return pool.UnpackNoLiquidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["NothingIn"].ID.Bytes()[:4]) {
		return pool.UnpackNothingInError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return pool.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return pool.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return pool.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["Slippage"].ID.Bytes()[:4]) {
		return pool.UnpackSlippageError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["TooLittleLiquidity"].ID.Bytes()[:4]) {
		return pool.UnpackTooLittleLiquidityError(raw[4:])
	}
	if bytes.Equal(raw[:4], pool.abi.Errors["TooManyShares"].ID.Bytes()[:4]) {
		return pool.UnpackTooManySharesError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PoolNoLiquidity represents a NoLiquidity error raised by the Pool contract.
type PoolNoLiquidity struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoLiquidity()
func PoolNoLiquidityErrorID() common.Hash {
	return common.HexToHash("0xc301e07e589331ed9ef4311e1023346089c1adb5b41d2e0cc07797c561b59d37")
}

// UnpackNoLiquidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoLiquidity()
func (pool *Pool) UnpackNoLiquidityError(raw []byte) (*PoolNoLiquidity, error) {
	out := new(PoolNoLiquidity)
	if err := pool.abi.UnpackIntoInterface(out, "NoLiquidity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolNothingIn represents a NothingIn error raised by the Pool contract.
type PoolNothingIn struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingIn()
func PoolNothingInErrorID() common.Hash {
	return common.HexToHash("0xc219ef2c505c0ee72f5cec42f4118f27d501d9fb76d909b0f72266df8a0e7862")
}

// UnpackNothingInError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingIn()
func (pool *Pool) UnpackNothingInError(raw []byte) (*PoolNothingIn, error) {
	out := new(PoolNothingIn)
	if err := pool.abi.UnpackIntoInterface(out, "NothingIn", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolPaymentFailed represents a PaymentFailed error raised by the Pool contract.
type PoolPaymentFailed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed()
func PoolPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0xf499da2002a42cc0e682f3cac7e9b85f1bca52c33814755c09d207fd799b718c")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed()
func (pool *Pool) UnpackPaymentFailedError(raw []byte) (*PoolPaymentFailed, error) {
	out := new(PoolPaymentFailed)
	if err := pool.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Pool contract.
type PoolReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func PoolReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (pool *Pool) UnpackReentrancyGuardReentrantCallError(raw []byte) (*PoolReentrancyGuardReentrantCall, error) {
	out := new(PoolReentrancyGuardReentrantCall)
	if err := pool.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Pool contract.
type PoolSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func PoolSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (pool *Pool) UnpackSafeERC20FailedOperationError(raw []byte) (*PoolSafeERC20FailedOperation, error) {
	out := new(PoolSafeERC20FailedOperation)
	if err := pool.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolSlippage represents a Slippage error raised by the Pool contract.
type PoolSlippage struct {
	Out    *big.Int
	MinOut *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Slippage(uint256 out, uint256 minOut)
func PoolSlippageErrorID() common.Hash {
	return common.HexToHash("0x2746152a4b5a8cbfa74a83d42c54b637196958aade7f0d4cb312a6b5919d94f8")
}

// UnpackSlippageError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Slippage(uint256 out, uint256 minOut)
func (pool *Pool) UnpackSlippageError(raw []byte) (*PoolSlippage, error) {
	out := new(PoolSlippage)
	if err := pool.abi.UnpackIntoInterface(out, "Slippage", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolTooLittleLiquidity represents a TooLittleLiquidity error raised by the Pool contract.
type PoolTooLittleLiquidity struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooLittleLiquidity()
func PoolTooLittleLiquidityErrorID() common.Hash {
	return common.HexToHash("0x47525cc50008d97082ab702e3ca98dffb2b2e68e6e54708263cbf183e06c2c78")
}

// UnpackTooLittleLiquidityError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooLittleLiquidity()
func (pool *Pool) UnpackTooLittleLiquidityError(raw []byte) (*PoolTooLittleLiquidity, error) {
	out := new(PoolTooLittleLiquidity)
	if err := pool.abi.UnpackIntoInterface(out, "TooLittleLiquidity", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PoolTooManyShares represents a TooManyShares error raised by the Pool contract.
type PoolTooManyShares struct {
	Asked *big.Int
	Owned *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManyShares(uint256 asked, uint256 owned)
func PoolTooManySharesErrorID() common.Hash {
	return common.HexToHash("0xfadb7a3ad0f99e3abc28e0e53ae9fc058b66f3a7225b19fac577b0a4e8f4066e")
}

// UnpackTooManySharesError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManyShares(uint256 asked, uint256 owned)
func (pool *Pool) UnpackTooManySharesError(raw []byte) (*PoolTooManyShares, error) {
	out := new(PoolTooManyShares)
	if err := pool.abi.UnpackIntoInterface(out, "TooManyShares", raw); err != nil {
		return nil, err
	}
	return out, nil
}
