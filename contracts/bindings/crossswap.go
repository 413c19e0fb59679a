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

// CrossSwapOrder is an auto generated low-level Go binding around an user-defined struct.
type CrossSwapOrder struct {
	To          common.Address
	MinOut      *big.Int
	BackTo      uint64
	BackGas     uint64
	BackPrepaid *big.Int
}

// CrossSwapMetaData contains all meta data concerning the CrossSwap contract.
var CrossSwapMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractPool\"},{\"name\":\"buy\",\"type\":\"address\",\"internalType\":\"contractPool\"},{\"name\":\"chainIds\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"receive\",\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"BUY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractPool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SELL\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractPool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"SYSTEM\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChoraleSystem\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"TOKEN_IN\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractSharedToken\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"TOKEN_OUT\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractSharedToken\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"onSharedToken\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes4\",\"internalType\":\"bytes4\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"peerOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"swap\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"amountIn\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structCrossSwap.Order\",\"components\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"minOut\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"backTo\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"backGas\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"backPrepaid\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"baseFee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"event\",\"name\":\"PeerSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"peer\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Sent\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amountIn\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Swapped\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amountIn\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"amountOut\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"NoPeer\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotFrom\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPeer\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPool\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSystem\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotToken\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrepaymentMissing\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "CrossSwap",
	Bin: "0x610100604052348015610010575f5ffd5b5060405161161938038061161983398101604081905261002f91610227565b6001600160a01b0380841660c081905290831660e05260408051631057fdf960e31b815290516382bfefc8916004808201926020929091908290030181865afa15801561007e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906100a29190610319565b6001600160a01b03166080816001600160a01b031681525050816001600160a01b03166382bfefc86040518163ffffffff1660e01b8152600401602060405180830381865afa1580156100f7573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061011b9190610319565b6001600160a01b031660a05261013081610138565b50505061034f565b5f5b81518110156101745761016c8282815181106101585761015861033b565b60200260200101513061017860201b60201c565b60010161013a565b5050565b6001600160401b0382165f818152602081815260409182902080546001600160a01b0319166001600160a01b03861690811790915591519182527fd4d12ef107c544561b5cb6e6eed981cf2112361b4ee00ea8ebbb868cb4f4c7ff910160405180910390a25050565b6001600160a01b03811681146101f5575f5ffd5b50565b634e487b7160e01b5f52604160045260245ffd5b80516001600160401b0381168114610222575f5ffd5b919050565b5f5f5f60608486031215610239575f5ffd5b8351610244816101e1565b6020850151909350610255816101e1565b60408501519092506001600160401b03811115610270575f5ffd5b8401601f81018613610280575f5ffd5b80516001600160401b03811115610299576102996101f8565b604051600582901b90603f8201601f191681016001600160401b03811182821017156102c7576102c76101f8565b6040529182526020818401810192908101898411156102e4575f5ffd5b6020850194505b8385101561030a576102fc8561020c565b8152602094850194016102eb565b50809450505050509250925092565b5f60208284031215610329575f5ffd5b8151610334816101e1565b9392505050565b634e487b7160e01b5f52603260045260245ffd5b60805160a05160c05160e05161124b6103ce5f395f818161010e015261057101525f818160990152818161019e01528181610426015261048301525f818161016b015281816106ba015261075d01525f81816102b5015281816102f001528181610404015281816108f401528181610a120152610a77015261124b5ff3fe60806040526004361061007c575f3560e01c80639696947f1161004c5780639696947f146101e7578063cc1b1fa614610228578063cd8f045614610278578063f00c202a146102a4575f5ffd5b806301ab9806146100fd5780630392ef941461015a578063205730fd1461018d57806351351d53146101c0575f5ffd5b366100f9573373ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016146100f7576040517f4a1576a20000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b005b5f5ffd5b348015610108575f5ffd5b506101307f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b348015610165575f5ffd5b506101307f000000000000000000000000000000000000000000000000000000000000000081565b348015610198575f5ffd5b506101307f000000000000000000000000000000000000000000000000000000000000000081565b3480156101cb575f5ffd5b5061013073430000000000000000000000000000000000000181565b3480156101f2575f5ffd5b50610130610201366004610ec5565b5f6020819052908152604090205473ffffffffffffffffffffffffffffffffffffffff1681565b348015610233575f5ffd5b50610247610242366004610f0a565b6102d7565b6040517fffffffff000000000000000000000000000000000000000000000000000000009091168152602001610151565b61028b610286366004610fa1565b6107fa565b60405167ffffffffffffffff9091168152602001610151565b3480156102af575f5ffd5b506101307f000000000000000000000000000000000000000000000000000000000000000081565b5f3373ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001614610349576040517f013fb14a0000000000000000000000000000000000000000000000000000000081523360048201526024016100ee565b67ffffffffffffffff86165f9081526020819052604090205473ffffffffffffffffffffffffffffffffffffffff8681169116146103db576040517fa374521f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8716600482015273ffffffffffffffffffffffffffffffffffffffff861660248201526044016100ee565b5f6103e883850185611021565b905061044b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000167f000000000000000000000000000000000000000000000000000000000000000087610b18565b6040517ff5f35d14000000000000000000000000000000000000000000000000000000008152600481018690525f60248201819052907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169063f5f35d14906044016020604051808303815f875af11580156104de573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061050291906110c8565b9050816040015167ffffffffffffffff165f03610520575f60808301525b808260800151111561056e5760808201516040517f31a599430000000000000000000000000000000000000000000000000000000081526004810191909152602481018290526044016100ee565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663104ca9098460800151846105bb91906110df565b85602001516040518363ffffffff1660e01b81526004016105de91815260200190565b60206040518083038185885af11580156105fa573d5f5f3e3d5ffd5b50505050506040513d601f19601f8201168201806040525081019061061f91906110c8565b9050825f015173ffffffffffffffffffffffffffffffffffffffff168967ffffffffffffffff167f0c2636bd6784acbad9acb54f9e6dc0419b5a67045b5806e7697b0f742f1521f88984604051610680929190918252602082015260400190565b60405180910390a3826040015167ffffffffffffffff165f036106e65782516106e19073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169083610be3565b6107cc565b60808301516040808501518551606087015192517f94fe8aab00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015273ffffffffffffffffffffffffffffffffffffffff9182166024820152604481018690529190921660648201527f0000000000000000000000000000000000000000000000000000000000000000909116916394fe8aab9160840160206040518083038185885af11580156107a5573d5f5f3e3d5ffd5b50505050506040513d601f19601f820116820180604052508101906107ca919061111d565b505b507fcc1b1fa60000000000000000000000000000000000000000000000000000000098975050505050505050565b67ffffffffffffffff85165f9081526020819052604081205473ffffffffffffffffffffffffffffffffffffffff168061086c576040517f968f12ab00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff881660048201526024016100ee565b5f8560405160200161087e9190611138565b604080518083037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe00181529082905280517f4e295e8400000000000000000000000000000000000000000000000000000000835267ffffffffffffffff8816600484015260248301526044820186905291505f907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1690634e295e8490606401602060405180830381865afa15801561094e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061097291906110c8565b9050803410156109b7576040517f31a59943000000000000000000000000000000000000000000000000000000008152600481018290523460248201526044016100ee565b604051888152339067ffffffffffffffff8b16907ff701f14e397eb3a630b1cdf742246c42c7fee596020b97482fa54e8c6fdabf9e9060200160405180910390a3610a3a73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001633308b610bf0565b6040517f5122b5db00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690635122b5db908390610ab6908d9088908e908d908a906004016111b2565b60206040518083038185885af1158015610ad2573d5f5f3e3d5ffd5b50505050506040513d601f19601f82011682018060405250810190610af7919061111d565b9350610b0c33610b0783346110df565b610c52565b50505095945050505050565b610b248383835f610d12565b610bde57610b3583835f6001610d12565b610b83576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016100ee565b610b908383836001610d12565b610bde576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016100ee565b505050565b610b908383836001610d9a565b610bfe848484846001610e0a565b610c4c576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff851660048201526024016100ee565b50505050565b805f03610c5d575050565b5f8273ffffffffffffffffffffffffffffffffffffffff16826040515f6040518083038185875af1925050503d805f8114610cb3576040519150601f19603f3d011682016040523d82523d5f602084013e610cb8565b606091505b5050905080610bde576040517fa09e616500000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff84166004820152602481018390526044016100ee565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8616600452602485905291602083604481808b5af1925060015f51148316610d8e578383151615610d82573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8616600452602485905291602083604481808b5af1925060015f51148316610d8e578383151615610d82573d5f823e3d81fd5b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8781166004528616602452604485905291602083606481808c5af1925060015f51148316610e8c578383151615610e80573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b67ffffffffffffffff81168114610eb2575f5ffd5b50565b8035610ec081610e9d565b919050565b5f60208284031215610ed5575f5ffd5b8135610ee081610e9d565b9392505050565b803573ffffffffffffffffffffffffffffffffffffffff81168114610ec0575f5ffd5b5f5f5f5f5f60808688031215610f1e575f5ffd5b8535610f2981610e9d565b9450610f3760208701610ee7565b935060408601359250606086013567ffffffffffffffff811115610f59575f5ffd5b8601601f81018813610f69575f5ffd5b803567ffffffffffffffff811115610f7f575f5ffd5b886020828401011115610f90575f5ffd5b959894975092955050506020019190565b5f5f5f5f5f858703610120811215610fb7575f5ffd5b8635610fc281610e9d565b95506020870135945060a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc082011215610ffa575f5ffd5b5060408601925060e086013561100f81610e9d565b94979396509194610100013592915050565b5f60a0828403128015611032575f5ffd5b5060405160a0810167ffffffffffffffff8111828210171561107b577f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60405261108783610ee7565b81526020838101359082015261109f60408401610eb5565b60408201526110b060608401610eb5565b60608201526080928301359281019290925250919050565b5f602082840312156110d8575f5ffd5b5051919050565b81810381811115611117577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b92915050565b5f6020828403121561112d575f5ffd5b8151610ee081610e9d565b60a0810173ffffffffffffffffffffffffffffffffffffffff61115a84610ee7565b16825260208381013590830152604083013561117581610e9d565b67ffffffffffffffff166040830152606083013561119281610e9d565b67ffffffffffffffff166060830152608092830135929091019190915290565b67ffffffffffffffff8616815273ffffffffffffffffffffffffffffffffffffffff8516602082015283604082015267ffffffffffffffff8316606082015260a060808201525f82518060a0840152806020850160c085015e5f60c0828501015260c07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f830116840101915050969550505050505056",
}

// CrossSwap is an auto generated Go binding around an Ethereum contract.
type CrossSwap struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *CrossSwap) GetABI() abi.ABI {
	return c.abi
}

// NewCrossSwap creates a new instance of CrossSwap.
func NewCrossSwap() *CrossSwap {
	parsed, err := CrossSwapMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &CrossSwap{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *CrossSwap) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address sell, address buy, uint64[] chainIds) returns()
func (crossSwap *CrossSwap) PackConstructor(sell common.Address, buy common.Address, chainIds []uint64) []byte {
	enc, err := crossSwap.abi.Pack("", sell, buy, chainIds)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackBUY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ab9806.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function BUY() view returns(address)
func (crossSwap *CrossSwap) PackBUY() []byte {
	enc, err := crossSwap.abi.Pack("BUY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBUY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ab9806.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function BUY() view returns(address)
func (crossSwap *CrossSwap) TryPackBUY() ([]byte, error) {
	return crossSwap.abi.Pack("BUY")
}

// UnpackBUY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ab9806.
//
// Solidity: function BUY() view returns(address)
func (crossSwap *CrossSwap) UnpackBUY(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("BUY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSELL is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x205730fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SELL() view returns(address)
func (crossSwap *CrossSwap) PackSELL() []byte {
	enc, err := crossSwap.abi.Pack("SELL")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSELL is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x205730fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SELL() view returns(address)
func (crossSwap *CrossSwap) TryPackSELL() ([]byte, error) {
	return crossSwap.abi.Pack("SELL")
}

// UnpackSELL is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x205730fd.
//
// Solidity: function SELL() view returns(address)
func (crossSwap *CrossSwap) UnpackSELL(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("SELL", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSYSTEM is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51351d53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SYSTEM() view returns(address)
func (crossSwap *CrossSwap) PackSYSTEM() []byte {
	enc, err := crossSwap.abi.Pack("SYSTEM")
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
func (crossSwap *CrossSwap) TryPackSYSTEM() ([]byte, error) {
	return crossSwap.abi.Pack("SYSTEM")
}

// UnpackSYSTEM is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51351d53.
//
// Solidity: function SYSTEM() view returns(address)
func (crossSwap *CrossSwap) UnpackSYSTEM(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("SYSTEM", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTOKENIN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf00c202a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TOKEN_IN() view returns(address)
func (crossSwap *CrossSwap) PackTOKENIN() []byte {
	enc, err := crossSwap.abi.Pack("TOKEN_IN")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTOKENIN is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf00c202a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TOKEN_IN() view returns(address)
func (crossSwap *CrossSwap) TryPackTOKENIN() ([]byte, error) {
	return crossSwap.abi.Pack("TOKEN_IN")
}

// UnpackTOKENIN is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf00c202a.
//
// Solidity: function TOKEN_IN() view returns(address)
func (crossSwap *CrossSwap) UnpackTOKENIN(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("TOKEN_IN", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTOKENOUT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0392ef94.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TOKEN_OUT() view returns(address)
func (crossSwap *CrossSwap) PackTOKENOUT() []byte {
	enc, err := crossSwap.abi.Pack("TOKEN_OUT")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTOKENOUT is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0392ef94.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TOKEN_OUT() view returns(address)
func (crossSwap *CrossSwap) TryPackTOKENOUT() ([]byte, error) {
	return crossSwap.abi.Pack("TOKEN_OUT")
}

// UnpackTOKENOUT is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0392ef94.
//
// Solidity: function TOKEN_OUT() view returns(address)
func (crossSwap *CrossSwap) UnpackTOKENOUT(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("TOKEN_OUT", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOnSharedToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc1b1fa6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes data) returns(bytes4)
func (crossSwap *CrossSwap) PackOnSharedToken(srcChain uint64, from common.Address, amount *big.Int, data []byte) []byte {
	enc, err := crossSwap.abi.Pack("onSharedToken", srcChain, from, amount, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnSharedToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc1b1fa6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes data) returns(bytes4)
func (crossSwap *CrossSwap) TryPackOnSharedToken(srcChain uint64, from common.Address, amount *big.Int, data []byte) ([]byte, error) {
	return crossSwap.abi.Pack("onSharedToken", srcChain, from, amount, data)
}

// UnpackOnSharedToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcc1b1fa6.
//
// Solidity: function onSharedToken(uint64 srcChain, address from, uint256 amount, bytes data) returns(bytes4)
func (crossSwap *CrossSwap) UnpackOnSharedToken(data []byte) ([4]byte, error) {
	out, err := crossSwap.abi.Unpack("onSharedToken", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackPeerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696947f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (crossSwap *CrossSwap) PackPeerOf(chainId uint64) []byte {
	enc, err := crossSwap.abi.Pack("peerOf", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPeerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696947f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (crossSwap *CrossSwap) TryPackPeerOf(chainId uint64) ([]byte, error) {
	return crossSwap.abi.Pack("peerOf", chainId)
}

// UnpackPeerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9696947f.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (crossSwap *CrossSwap) UnpackPeerOf(data []byte) (common.Address, error) {
	out, err := crossSwap.abi.Unpack("peerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSwap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd8f0456.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function swap(uint64 dstChain, uint256 amountIn, (address,uint256,uint64,uint64,uint256) order, uint64 gasLimit, uint256 baseFee) payable returns(uint64 nonce)
func (crossSwap *CrossSwap) PackSwap(dstChain uint64, amountIn *big.Int, order CrossSwapOrder, gasLimit uint64, baseFee *big.Int) []byte {
	enc, err := crossSwap.abi.Pack("swap", dstChain, amountIn, order, gasLimit, baseFee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSwap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd8f0456.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function swap(uint64 dstChain, uint256 amountIn, (address,uint256,uint64,uint64,uint256) order, uint64 gasLimit, uint256 baseFee) payable returns(uint64 nonce)
func (crossSwap *CrossSwap) TryPackSwap(dstChain uint64, amountIn *big.Int, order CrossSwapOrder, gasLimit uint64, baseFee *big.Int) ([]byte, error) {
	return crossSwap.abi.Pack("swap", dstChain, amountIn, order, gasLimit, baseFee)
}

// UnpackSwap is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcd8f0456.
//
// Solidity: function swap(uint64 dstChain, uint256 amountIn, (address,uint256,uint64,uint64,uint256) order, uint64 gasLimit, uint256 baseFee) payable returns(uint64 nonce)
func (crossSwap *CrossSwap) UnpackSwap(data []byte) (uint64, error) {
	out, err := crossSwap.abi.Unpack("swap", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// CrossSwapPeerSet represents a PeerSet event raised by the CrossSwap contract.
type CrossSwapPeerSet struct {
	ChainId uint64
	Peer    common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const CrossSwapPeerSetEventName = "PeerSet"

// ContractEventName returns the user-defined event name.
func (CrossSwapPeerSet) ContractEventName() string {
	return CrossSwapPeerSetEventName
}

// UnpackPeerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerSet(uint64 indexed chainId, address peer)
func (crossSwap *CrossSwap) UnpackPeerSetEvent(log *types.Log) (*CrossSwapPeerSet, error) {
	event := "PeerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != crossSwap.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CrossSwapPeerSet)
	if len(log.Data) > 0 {
		if err := crossSwap.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range crossSwap.abi.Events[event].Inputs {
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

// CrossSwapSent represents a Sent event raised by the CrossSwap contract.
type CrossSwapSent struct {
	DstChain uint64
	From     common.Address
	AmountIn *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CrossSwapSentEventName = "Sent"

// ContractEventName returns the user-defined event name.
func (CrossSwapSent) ContractEventName() string {
	return CrossSwapSentEventName
}

// UnpackSentEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Sent(uint64 indexed dstChain, address indexed from, uint256 amountIn)
func (crossSwap *CrossSwap) UnpackSentEvent(log *types.Log) (*CrossSwapSent, error) {
	event := "Sent"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != crossSwap.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CrossSwapSent)
	if len(log.Data) > 0 {
		if err := crossSwap.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range crossSwap.abi.Events[event].Inputs {
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

// CrossSwapSwapped represents a Swapped event raised by the CrossSwap contract.
type CrossSwapSwapped struct {
	SrcChain  uint64
	To        common.Address
	AmountIn  *big.Int
	AmountOut *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const CrossSwapSwappedEventName = "Swapped"

// ContractEventName returns the user-defined event name.
func (CrossSwapSwapped) ContractEventName() string {
	return CrossSwapSwappedEventName
}

// UnpackSwappedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Swapped(uint64 indexed srcChain, address indexed to, uint256 amountIn, uint256 amountOut)
func (crossSwap *CrossSwap) UnpackSwappedEvent(log *types.Log) (*CrossSwapSwapped, error) {
	event := "Swapped"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != crossSwap.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CrossSwapSwapped)
	if len(log.Data) > 0 {
		if err := crossSwap.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range crossSwap.abi.Events[event].Inputs {
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
func (crossSwap *CrossSwap) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NoPeer"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNoPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NotFrom"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNotFromError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NotPeer"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNotPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NotPool"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNotPoolError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NotSystem"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNotSystemError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["NotToken"].ID.Bytes()[:4]) {
		return crossSwap.UnpackNotTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return crossSwap.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["PrepaymentMissing"].ID.Bytes()[:4]) {
		return crossSwap.UnpackPrepaymentMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], crossSwap.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return crossSwap.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CrossSwapNoPeer represents a NoPeer error raised by the CrossSwap contract.
type CrossSwapNoPeer struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoPeer(uint64 chainId)
func CrossSwapNoPeerErrorID() common.Hash {
	return common.HexToHash("0x968f12abb12742501405febc066422a612879628ea7ee4c6a7080fd7b62f1afd")
}

// UnpackNoPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoPeer(uint64 chainId)
func (crossSwap *CrossSwap) UnpackNoPeerError(raw []byte) (*CrossSwapNoPeer, error) {
	out := new(CrossSwapNoPeer)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NoPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapNotFrom represents a NotFrom error raised by the CrossSwap contract.
type CrossSwapNotFrom struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func CrossSwapNotFromErrorID() common.Hash {
	return common.HexToHash("0xf6156836116b2b2c6b6373fbcdc58761e649184fdc9704127e1a0643b0a203ed")
}

// UnpackNotFromError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func (crossSwap *CrossSwap) UnpackNotFromError(raw []byte) (*CrossSwapNotFrom, error) {
	out := new(CrossSwapNotFrom)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NotFrom", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapNotPeer represents a NotPeer error raised by the CrossSwap contract.
type CrossSwapNotPeer struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func CrossSwapNotPeerErrorID() common.Hash {
	return common.HexToHash("0xa374521feab81bf0b367be5312a88709c6b4a50d73fa5c4181a28ad88c13570b")
}

// UnpackNotPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func (crossSwap *CrossSwap) UnpackNotPeerError(raw []byte) (*CrossSwapNotPeer, error) {
	out := new(CrossSwapNotPeer)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NotPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapNotPool represents a NotPool error raised by the CrossSwap contract.
type CrossSwapNotPool struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPool(address caller)
func CrossSwapNotPoolErrorID() common.Hash {
	return common.HexToHash("0x4a1576a22fc9a6e32bee006d701c2fd8e0bd926b9b70819eea572757e6654a19")
}

// UnpackNotPoolError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPool(address caller)
func (crossSwap *CrossSwap) UnpackNotPoolError(raw []byte) (*CrossSwapNotPool, error) {
	out := new(CrossSwapNotPool)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NotPool", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapNotSystem represents a NotSystem error raised by the CrossSwap contract.
type CrossSwapNotSystem struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSystem(address caller)
func CrossSwapNotSystemErrorID() common.Hash {
	return common.HexToHash("0x3741f60e1f98b81dd70936318afa59c76b3278fb9839c1ee6d4c2da4d38d1be3")
}

// UnpackNotSystemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSystem(address caller)
func (crossSwap *CrossSwap) UnpackNotSystemError(raw []byte) (*CrossSwapNotSystem, error) {
	out := new(CrossSwapNotSystem)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NotSystem", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapNotToken represents a NotToken error raised by the CrossSwap contract.
type CrossSwapNotToken struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotToken(address caller)
func CrossSwapNotTokenErrorID() common.Hash {
	return common.HexToHash("0x013fb14a52a49b5e63eefe78039e00b7078e51e9e93f81ff067b4a729ac3388e")
}

// UnpackNotTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotToken(address caller)
func (crossSwap *CrossSwap) UnpackNotTokenError(raw []byte) (*CrossSwapNotToken, error) {
	out := new(CrossSwapNotToken)
	if err := crossSwap.abi.UnpackIntoInterface(out, "NotToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapPaymentFailed represents a PaymentFailed error raised by the CrossSwap contract.
type CrossSwapPaymentFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func CrossSwapPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0xa09e6165f4dcdc4e418edf5d4543c54cdb7d7a2166ff3723d856102f4f4a3c4d")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func (crossSwap *CrossSwap) UnpackPaymentFailedError(raw []byte) (*CrossSwapPaymentFailed, error) {
	out := new(CrossSwapPaymentFailed)
	if err := crossSwap.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapPrepaymentMissing represents a PrepaymentMissing error raised by the CrossSwap contract.
type CrossSwapPrepaymentMissing struct {
	Needed    *big.Int
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func CrossSwapPrepaymentMissingErrorID() common.Hash {
	return common.HexToHash("0x31a59943f8fa501a94d0fb536ca13098f87f667cfc8e18c0d06e44b53dc3902e")
}

// UnpackPrepaymentMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func (crossSwap *CrossSwap) UnpackPrepaymentMissingError(raw []byte) (*CrossSwapPrepaymentMissing, error) {
	out := new(CrossSwapPrepaymentMissing)
	if err := crossSwap.abi.UnpackIntoInterface(out, "PrepaymentMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CrossSwapSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the CrossSwap contract.
type CrossSwapSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func CrossSwapSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (crossSwap *CrossSwap) UnpackSafeERC20FailedOperationError(raw []byte) (*CrossSwapSafeERC20FailedOperation, error) {
	out := new(CrossSwapSafeERC20FailedOperation)
	if err := crossSwap.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
