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

// SharedTokenMetaData contains all meta data concerning the SharedToken contract.
var SharedTokenMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"symbol\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"supply\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"SYSTEM\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChoraleSystem\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burnTo\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"decimals\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mintFrom\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BurntTo\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MintedFrom\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPeer\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSystem\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "SharedToken",
	Bin: "0x608060405234801561000f575f5ffd5b506040516113d83803806113d883398101604081905261002e91610265565b8383600361003c838261037f565b506004610049828261037f565b50505061005c828261006560201b60201c565b50505050610462565b6001600160a01b0382166100935760405163ec442f0560e01b81525f60048201526024015b60405180910390fd5b61009e5f83836100a2565b5050565b6001600160a01b0383166100cc578060025f8282546100c1919061043d565b9091555061013c9050565b6001600160a01b0383165f908152602081905260409020548181101561011e5760405163391434e360e21b81526001600160a01b0385166004820152602481018290526044810183905260640161008a565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b03821661015857600280548290039055610176565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef836040516101bb91815260200190565b60405180910390a3505050565b634e487b7160e01b5f52604160045260245ffd5b5f82601f8301126101eb575f5ffd5b81516001600160401b03811115610204576102046101c8565b604051601f8201601f19908116603f011681016001600160401b0381118282101715610232576102326101c8565b604052818152838201602001851015610249575f5ffd5b8160208501602083015e5f918101602001919091529392505050565b5f5f5f5f60808587031215610278575f5ffd5b84516001600160401b0381111561028d575f5ffd5b610299878288016101dc565b602087015190955090506001600160401b038111156102b6575f5ffd5b6102c2878288016101dc565b604087015190945090506001600160a01b03811681146102e0575f5ffd5b6060959095015193969295505050565b600181811c9082168061030457607f821691505b60208210810361032257634e487b7160e01b5f52602260045260245ffd5b50919050565b601f82111561037a578282111561037a57805f5260205f20601f840160051c602085101561035357505f5b90810190601f840160051c035f5b81811015610376575f83820155600101610361565b5050505b505050565b81516001600160401b03811115610398576103986101c8565b6103ac816103a684546102f0565b84610328565b6020601f8211600181146103de575f83156103c75750848201515b5f19600385901b1c1916600184901b178455610436565b5f84815260208120601f198516915b8281101561040d57878501518255602094850194600190920191016103ed565b508482101561042a57868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b8082018082111561045c57634e487b7160e01b5f52601160045260245ffd5b92915050565b610f698061046f5f395ff3fe6080604052600436106100c3575f3560e01c806351351d531161007157806395d89b411161004c57806395d89b4114610252578063a9059cbb14610266578063dd62ed3e14610285575f5ffd5b806351351d531461019957806370a08231146101e557806394fe8aab14610226575f5ffd5b80631cc74859116100a15780631cc748591461013e57806323b872dd1461015f578063313ce5671461017e575f5ffd5b806306fdde03146100c7578063095ea7b3146100f157806318160ddd14610120575b5f5ffd5b3480156100d2575f5ffd5b506100db6102d6565b6040516100e89190610cf6565b60405180910390f35b3480156100fc575f5ffd5b5061011061010b366004610d33565b610366565b60405190151581526020016100e8565b34801561012b575f5ffd5b506002545b6040519081526020016100e8565b348015610149575f5ffd5b5061015d610158366004610d33565b61037f565b005b34801561016a575f5ffd5b50610110610179366004610d5d565b6105bd565b348015610189575f5ffd5b50604051601281526020016100e8565b3480156101a4575f5ffd5b506101c073430000000000000000000000000000000000000181565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020016100e8565b3480156101f0575f5ffd5b506101306101ff366004610d9b565b73ffffffffffffffffffffffffffffffffffffffff165f9081526020819052604090205490565b610239610234366004610dcb565b6105e0565b60405167ffffffffffffffff90911681526020016100e8565b34801561025d575f5ffd5b506100db61076f565b348015610271575f5ffd5b50610110610280366004610d33565b61077e565b348015610290575f5ffd5b5061013061029f366004610e1b565b73ffffffffffffffffffffffffffffffffffffffff9182165f90815260016020908152604080832093909416825291909152205490565b6060600380546102e590610e52565b80601f016020809104026020016040519081016040528092919081815260200182805461031190610e52565b801561035c5780601f106103335761010080835404028352916020019161035c565b820191905f5260205f20905b81548152906001019060200180831161033f57829003601f168201915b5050505050905090565b5f3361037381858561078b565b60019150505b92915050565b33734300000000000000000000000000000000000001146103d3576040517f3741f60e0000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b5f73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff1663083e28be6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610431573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104559190610ea3565b90505f73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff166363012de56040518163ffffffff1660e01b8152600401602060405180830381865afa1580156104b5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104d99190610ebe565b905073ffffffffffffffffffffffffffffffffffffffff81163014610552576040517fa374521f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8316600482015273ffffffffffffffffffffffffffffffffffffffff821660248201526044016103ca565b61055c848461079d565b8373ffffffffffffffffffffffffffffffffffffffff168267ffffffffffffffff167f36f158d5ae8ebafc8149e90a041a706142d554b127a384dff464d71407ea300e856040516105af91815260200190565b60405180910390a350505050565b5f336105ca8582856107fb565b6105d58585856108c9565b506001949350505050565b5f6105eb3384610972565b6040805173ffffffffffffffffffffffffffffffffffffffff86166024820152604480820186905282518083039091018152606490910182526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f1cc748590000000000000000000000000000000000000000000000000000000017905290517fe8c173250000000000000000000000000000000000000000000000000000000081527343000000000000000000000000000000000000019163e8c173259134916106c2918a913091899190600401610ed9565b60206040518083038185885af11580156106de573d5f5f3e3d5ffd5b50505050506040513d601f19601f820116820180604052508101906107039190610ea3565b6040805185815267ffffffffffffffff808416602083015292935073ffffffffffffffffffffffffffffffffffffffff8716923392908916917facc9eaf00455dcd5c2ea8fd70480525ecb0f813560a7f6b6d3bae4df3abd14c9910160405180910390a4949350505050565b6060600480546102e590610e52565b5f336103738185856108c9565b61079883838360016109cc565b505050565b73ffffffffffffffffffffffffffffffffffffffff82166107ec576040517fec442f050000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b6107f75f8383610b03565b5050565b73ffffffffffffffffffffffffffffffffffffffff8381165f908152600160209081526040808320938616835292905220547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8110156108c357818110156108b5576040517ffb8f41b200000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8416600482015260248101829052604481018390526064016103ca565b6108c384848484035f6109cc565b50505050565b73ffffffffffffffffffffffffffffffffffffffff8316610918576040517f96c6fd1e0000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b73ffffffffffffffffffffffffffffffffffffffff8216610967576040517fec442f050000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b610798838383610b03565b73ffffffffffffffffffffffffffffffffffffffff82166109c1576040517f96c6fd1e0000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b6107f7825f83610b03565b73ffffffffffffffffffffffffffffffffffffffff8416610a1b576040517fe602df050000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b73ffffffffffffffffffffffffffffffffffffffff8316610a6a576040517f94280d620000000000000000000000000000000000000000000000000000000081525f60048201526024016103ca565b73ffffffffffffffffffffffffffffffffffffffff8085165f90815260016020908152604080832093871683529290522082905580156108c3578273ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925846040516105af91815260200190565b73ffffffffffffffffffffffffffffffffffffffff8316610b3a578060025f828254610b2f9190610f31565b90915550610bea9050565b73ffffffffffffffffffffffffffffffffffffffff83165f9081526020819052604090205481811015610bbf576040517fe450d38c00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8516600482015260248101829052604481018390526064016103ca565b73ffffffffffffffffffffffffffffffffffffffff84165f9081526020819052604090209082900390555b73ffffffffffffffffffffffffffffffffffffffff8216610c1357600280548290039055610c3e565b73ffffffffffffffffffffffffffffffffffffffff82165f9081526020819052604090208054820190555b8173ffffffffffffffffffffffffffffffffffffffff168373ffffffffffffffffffffffffffffffffffffffff167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef83604051610c9d91815260200190565b60405180910390a3505050565b5f81518084528060208401602086015e5f6020828601015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011685010191505092915050565b602081525f610d086020830184610caa565b9392505050565b73ffffffffffffffffffffffffffffffffffffffff81168114610d30575f5ffd5b50565b5f5f60408385031215610d44575f5ffd5b8235610d4f81610d0f565b946020939093013593505050565b5f5f5f60608486031215610d6f575f5ffd5b8335610d7a81610d0f565b92506020840135610d8a81610d0f565b929592945050506040919091013590565b5f60208284031215610dab575f5ffd5b8135610d0881610d0f565b67ffffffffffffffff81168114610d30575f5ffd5b5f5f5f5f60808587031215610dde575f5ffd5b8435610de981610db6565b93506020850135610df981610d0f565b9250604085013591506060850135610e1081610db6565b939692955090935050565b5f5f60408385031215610e2c575f5ffd5b8235610e3781610d0f565b91506020830135610e4781610d0f565b809150509250929050565b600181811c90821680610e6657607f821691505b602082108103610e9d577f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b50919050565b5f60208284031215610eb3575f5ffd5b8151610d0881610db6565b5f60208284031215610ece575f5ffd5b8151610d0881610d0f565b67ffffffffffffffff8516815273ffffffffffffffffffffffffffffffffffffffff8416602082015267ffffffffffffffff83166040820152608060608201525f610f276080830184610caa565b9695505050505050565b80820180821115610379577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd",
}

// SharedToken is an auto generated Go binding around an Ethereum contract.
type SharedToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SharedToken) GetABI() abi.ABI {
	return c.abi
}

// NewSharedToken creates a new instance of SharedToken.
func NewSharedToken() *SharedToken {
	parsed, err := SharedTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SharedToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SharedToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(string name, string symbol, address holder, uint256 supply) returns()
func (sharedToken *SharedToken) PackConstructor(name string, symbol string, holder common.Address, supply *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("", name, symbol, holder, supply)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackSYSTEM is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51351d53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SYSTEM() view returns(address)
func (sharedToken *SharedToken) PackSYSTEM() []byte {
	enc, err := sharedToken.abi.Pack("SYSTEM")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSYSTEM is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51351d53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SYSTEM() view returns(address)
func (sharedToken *SharedToken) TryPackSYSTEM() ([]byte, error) {
	return sharedToken.abi.Pack("SYSTEM")
}

// UnpackSYSTEM is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51351d53.
//
// Solidity: function SYSTEM() view returns(address)
func (sharedToken *SharedToken) UnpackSYSTEM(data []byte) (common.Address, error) {
	out, err := sharedToken.abi.Unpack("SYSTEM", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (sharedToken *SharedToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := sharedToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (sharedToken *SharedToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return sharedToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (sharedToken *SharedToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := sharedToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (sharedToken *SharedToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (sharedToken *SharedToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (sharedToken *SharedToken) UnpackApprove(data []byte) (bool, error) {
	out, err := sharedToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (sharedToken *SharedToken) PackBalanceOf(account common.Address) []byte {
	enc, err := sharedToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (sharedToken *SharedToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return sharedToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (sharedToken *SharedToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := sharedToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurnTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94fe8aab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnTo(uint64 dstChain, address to, uint256 amount, uint64 gasLimit) payable returns(uint64 nonce)
func (sharedToken *SharedToken) PackBurnTo(dstChain uint64, to common.Address, amount *big.Int, gasLimit uint64) []byte {
	enc, err := sharedToken.abi.Pack("burnTo", dstChain, to, amount, gasLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94fe8aab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnTo(uint64 dstChain, address to, uint256 amount, uint64 gasLimit) payable returns(uint64 nonce)
func (sharedToken *SharedToken) TryPackBurnTo(dstChain uint64, to common.Address, amount *big.Int, gasLimit uint64) ([]byte, error) {
	return sharedToken.abi.Pack("burnTo", dstChain, to, amount, gasLimit)
}

// UnpackBurnTo is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x94fe8aab.
//
// Solidity: function burnTo(uint64 dstChain, address to, uint256 amount, uint64 gasLimit) payable returns(uint64 nonce)
func (sharedToken *SharedToken) UnpackBurnTo(data []byte) (uint64, error) {
	out, err := sharedToken.abi.Unpack("burnTo", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (sharedToken *SharedToken) PackDecimals() []byte {
	enc, err := sharedToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (sharedToken *SharedToken) TryPackDecimals() ([]byte, error) {
	return sharedToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (sharedToken *SharedToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := sharedToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackMintFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cc74859.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintFrom(address to, uint256 amount) returns()
func (sharedToken *SharedToken) PackMintFrom(to common.Address, amount *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("mintFrom", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cc74859.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintFrom(address to, uint256 amount) returns()
func (sharedToken *SharedToken) TryPackMintFrom(to common.Address, amount *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("mintFrom", to, amount)
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (sharedToken *SharedToken) PackName() []byte {
	enc, err := sharedToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (sharedToken *SharedToken) TryPackName() ([]byte, error) {
	return sharedToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (sharedToken *SharedToken) UnpackName(data []byte) (string, error) {
	out, err := sharedToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (sharedToken *SharedToken) PackSymbol() []byte {
	enc, err := sharedToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (sharedToken *SharedToken) TryPackSymbol() ([]byte, error) {
	return sharedToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (sharedToken *SharedToken) UnpackSymbol(data []byte) (string, error) {
	out, err := sharedToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (sharedToken *SharedToken) PackTotalSupply() []byte {
	enc, err := sharedToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (sharedToken *SharedToken) TryPackTotalSupply() ([]byte, error) {
	return sharedToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (sharedToken *SharedToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := sharedToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := sharedToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (sharedToken *SharedToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := sharedToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// SharedTokenApproval represents a Approval event raised by the SharedToken contract.
type SharedTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const SharedTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (SharedTokenApproval) ContractEventName() string {
	return SharedTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (sharedToken *SharedToken) UnpackApprovalEvent(log *types.Log) (*SharedTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != sharedToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SharedTokenApproval)
	if len(log.Data) > 0 {
		if err := sharedToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range sharedToken.abi.Events[event].Inputs {
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

// SharedTokenBurntTo represents a BurntTo event raised by the SharedToken contract.
type SharedTokenBurntTo struct {
	DstChain uint64
	From     common.Address
	To       common.Address
	Amount   *big.Int
	Nonce    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const SharedTokenBurntToEventName = "BurntTo"

// ContractEventName returns the user-defined event name.
func (SharedTokenBurntTo) ContractEventName() string {
	return SharedTokenBurntToEventName
}

// UnpackBurntToEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BurntTo(uint64 indexed dstChain, address indexed from, address indexed to, uint256 amount, uint64 nonce)
func (sharedToken *SharedToken) UnpackBurntToEvent(log *types.Log) (*SharedTokenBurntTo, error) {
	event := "BurntTo"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != sharedToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SharedTokenBurntTo)
	if len(log.Data) > 0 {
		if err := sharedToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range sharedToken.abi.Events[event].Inputs {
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

// SharedTokenMintedFrom represents a MintedFrom event raised by the SharedToken contract.
type SharedTokenMintedFrom struct {
	SrcChain uint64
	To       common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const SharedTokenMintedFromEventName = "MintedFrom"

// ContractEventName returns the user-defined event name.
func (SharedTokenMintedFrom) ContractEventName() string {
	return SharedTokenMintedFromEventName
}

// UnpackMintedFromEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MintedFrom(uint64 indexed srcChain, address indexed to, uint256 amount)
func (sharedToken *SharedToken) UnpackMintedFromEvent(log *types.Log) (*SharedTokenMintedFrom, error) {
	event := "MintedFrom"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != sharedToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SharedTokenMintedFrom)
	if len(log.Data) > 0 {
		if err := sharedToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range sharedToken.abi.Events[event].Inputs {
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

// SharedTokenTransfer represents a Transfer event raised by the SharedToken contract.
type SharedTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const SharedTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (SharedTokenTransfer) ContractEventName() string {
	return SharedTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (sharedToken *SharedToken) UnpackTransferEvent(log *types.Log) (*SharedTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != sharedToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SharedTokenTransfer)
	if len(log.Data) > 0 {
		if err := sharedToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range sharedToken.abi.Events[event].Inputs {
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
func (sharedToken *SharedToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return sharedToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NotPeer"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNotPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NotSystem"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNotSystemError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// SharedTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the SharedToken contract.
type SharedTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func SharedTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (sharedToken *SharedToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*SharedTokenERC20InsufficientAllowance, error) {
	out := new(SharedTokenERC20InsufficientAllowance)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the SharedToken contract.
type SharedTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func SharedTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (sharedToken *SharedToken) UnpackERC20InsufficientBalanceError(raw []byte) (*SharedTokenERC20InsufficientBalance, error) {
	out := new(SharedTokenERC20InsufficientBalance)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the SharedToken contract.
type SharedTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func SharedTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (sharedToken *SharedToken) UnpackERC20InvalidApproverError(raw []byte) (*SharedTokenERC20InvalidApprover, error) {
	out := new(SharedTokenERC20InvalidApprover)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the SharedToken contract.
type SharedTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func SharedTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (sharedToken *SharedToken) UnpackERC20InvalidReceiverError(raw []byte) (*SharedTokenERC20InvalidReceiver, error) {
	out := new(SharedTokenERC20InvalidReceiver)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the SharedToken contract.
type SharedTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func SharedTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (sharedToken *SharedToken) UnpackERC20InvalidSenderError(raw []byte) (*SharedTokenERC20InvalidSender, error) {
	out := new(SharedTokenERC20InvalidSender)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the SharedToken contract.
type SharedTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func SharedTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (sharedToken *SharedToken) UnpackERC20InvalidSpenderError(raw []byte) (*SharedTokenERC20InvalidSpender, error) {
	out := new(SharedTokenERC20InvalidSpender)
	if err := sharedToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenNotPeer represents a NotPeer error raised by the SharedToken contract.
type SharedTokenNotPeer struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func SharedTokenNotPeerErrorID() common.Hash {
	return common.HexToHash("0xa374521feab81bf0b367be5312a88709c6b4a50d73fa5c4181a28ad88c13570b")
}

// UnpackNotPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func (sharedToken *SharedToken) UnpackNotPeerError(raw []byte) (*SharedTokenNotPeer, error) {
	out := new(SharedTokenNotPeer)
	if err := sharedToken.abi.UnpackIntoInterface(out, "NotPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenNotSystem represents a NotSystem error raised by the SharedToken contract.
type SharedTokenNotSystem struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSystem(address caller)
func SharedTokenNotSystemErrorID() common.Hash {
	return common.HexToHash("0x3741f60e1f98b81dd70936318afa59c76b3278fb9839c1ee6d4c2da4d38d1be3")
}

// UnpackNotSystemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSystem(address caller)
func (sharedToken *SharedToken) UnpackNotSystemError(raw []byte) (*SharedTokenNotSystem, error) {
	out := new(SharedTokenNotSystem)
	if err := sharedToken.abi.UnpackIntoInterface(out, "NotSystem", raw); err != nil {
		return nil, err
	}
	return out, nil
}
