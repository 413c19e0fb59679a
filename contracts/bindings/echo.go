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

// EchoMetaData contains all meta data concerning the Echo contract.
var EchoMetaData = bind.MetaData{
	ABI: "[{\"type\":\"receive\",\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"SYSTEM\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChoraleSystem\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"call\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"hops\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"prepay\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"hear\",\"inputs\":[{\"name\":\"hopsLeft\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"prepay\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"heard\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Called\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"hops\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Heard\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"hopsLeft\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"heard\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"NoHops\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotPeer\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSystem\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PrepayMissing\",\"inputs\":[{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"prepay\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]}]",
	ID:  "Echo",
	Bin: "0x6080604052348015600e575f5ffd5b506107a88061001c5f395ff3fe608060405260043610610041575f3560e01c8063268c02fd1461004c57806351351d53146100895780639c818c0d146100d5578063ee69dc40146100ea575f5ffd5b3661004857005b5f5ffd5b348015610057575f5ffd5b505f5461006b9067ffffffffffffffff1681565b60405167ffffffffffffffff90911681526020015b60405180910390f35b348015610094575f5ffd5b506100b073430000000000000000000000000000000000000181565b60405173ffffffffffffffffffffffffffffffffffffffff9091168152602001610080565b6100e86100e33660046105b6565b610109565b005b3480156100f5575f5ffd5b506100e8610104366004610604565b61015f565b8267ffffffffffffffff165f0361014c576040517f1d5901ae00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610159848484843461041d565b50505050565b33734300000000000000000000000000000000000001146101b3576040517f3741f60e0000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b5f73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff1663083e28be6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610211573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102359190610642565b90505f73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff166363012de56040518163ffffffff1660e01b8152600401602060405180830381865afa158015610295573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906102b99190610664565b905073ffffffffffffffffffffffffffffffffffffffff81163014610332576040517fa374521f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8316600482015273ffffffffffffffffffffffffffffffffffffffff821660248201526044016101aa565b5f805467ffffffffffffffff16908061034a836106c4565b82546101009290920a67ffffffffffffffff8181021990931691831602179091555f54604080518984168152918316602083015291851692507fbca0dcaf078fb8181557336a5ad12976b23895f84e855d65a2d8d14168d68af2910160405180910390a28467ffffffffffffffff165f036103c6575050505050565b82471015610409576040517fb3c5bf00000000000000000000000000000000000000000000000000000000008152476004820152602481018490526044016101aa565b610416828686868761041d565b5050505050565b5f73430000000000000000000000000000000000000163e8c17325838830888163ee69dc4061044d60018e6106f0565b60405167ffffffffffffffff9182166024820152908d166044820152606481018c9052608401604080518083037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe001815291815260208201805160e094851b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff909116179052519188901b7fffffffff00000000000000000000000000000000000000000000000000000000168252610509959493925090600401610716565b60206040518083038185885af1158015610525573d5f5f3e3d5ffd5b50505050506040513d601f19601f8201168201806040525081019061054a9190610642565b6040805167ffffffffffffffff88811682528084166020830152929350918816917f505d1a24624402d1d030c0c16748682aa14f8b8c022f04c7ef43e1baef9033dd910160405180910390a2505050505050565b67ffffffffffffffff811681146105b3575f5ffd5b50565b5f5f5f5f608085870312156105c9575f5ffd5b84356105d48161059e565b935060208501356105e48161059e565b925060408501356105f48161059e565b9396929550929360600135925050565b5f5f5f60608486031215610616575f5ffd5b83356106218161059e565b925060208401356106318161059e565b929592945050506040919091013590565b5f60208284031215610652575f5ffd5b815161065d8161059e565b9392505050565b5f60208284031215610674575f5ffd5b815173ffffffffffffffffffffffffffffffffffffffff8116811461065d575f5ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5f67ffffffffffffffff821667ffffffffffffffff81036106e7576106e7610697565b60010192915050565b67ffffffffffffffff828116828216039081111561071057610710610697565b92915050565b67ffffffffffffffff8516815273ffffffffffffffffffffffffffffffffffffffff8416602082015267ffffffffffffffff83166040820152608060608201525f8251806080840152806020850160a085015e5f60a0828501015260a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8301168401019150509594505050505056",
}

// Echo is an auto generated Go binding around an Ethereum contract.
type Echo struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Echo) GetABI() abi.ABI {
	return c.abi
}

// NewEcho creates a new instance of Echo.
func NewEcho() *Echo {
	parsed, err := EchoMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Echo{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Echo) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackSYSTEM is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51351d53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SYSTEM() view returns(address)
func (echo *Echo) PackSYSTEM() []byte {
	enc, err := echo.abi.Pack("SYSTEM")
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
func (echo *Echo) TryPackSYSTEM() ([]byte, error) {
	return echo.abi.Pack("SYSTEM")
}

// UnpackSYSTEM is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51351d53.
//
// Solidity: function SYSTEM() view returns(address)
func (echo *Echo) UnpackSYSTEM(data []byte) (common.Address, error) {
	out, err := echo.abi.Unpack("SYSTEM", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c818c0d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function call(uint64 dstChain, uint64 hops, uint64 gasLimit, uint256 prepay) payable returns()
func (echo *Echo) PackCall(dstChain uint64, hops uint64, gasLimit uint64, prepay *big.Int) []byte {
	enc, err := echo.abi.Pack("call", dstChain, hops, gasLimit, prepay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9c818c0d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function call(uint64 dstChain, uint64 hops, uint64 gasLimit, uint256 prepay) payable returns()
func (echo *Echo) TryPackCall(dstChain uint64, hops uint64, gasLimit uint64, prepay *big.Int) ([]byte, error) {
	return echo.abi.Pack("call", dstChain, hops, gasLimit, prepay)
}

// PackHear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee69dc40.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hear(uint64 hopsLeft, uint64 gasLimit, uint256 prepay) returns()
func (echo *Echo) PackHear(hopsLeft uint64, gasLimit uint64, prepay *big.Int) []byte {
	enc, err := echo.abi.Pack("hear", hopsLeft, gasLimit, prepay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHear is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee69dc40.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hear(uint64 hopsLeft, uint64 gasLimit, uint256 prepay) returns()
func (echo *Echo) TryPackHear(hopsLeft uint64, gasLimit uint64, prepay *big.Int) ([]byte, error) {
	return echo.abi.Pack("hear", hopsLeft, gasLimit, prepay)
}

// PackHeard is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x268c02fd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function heard() view returns(uint64)
func (echo *Echo) PackHeard() []byte {
	enc, err := echo.abi.Pack("heard")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeard is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x268c02fd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function heard() view returns(uint64)
func (echo *Echo) TryPackHeard() ([]byte, error) {
	return echo.abi.Pack("heard")
}

// UnpackHeard is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x268c02fd.
//
// Solidity: function heard() view returns(uint64)
func (echo *Echo) UnpackHeard(data []byte) (uint64, error) {
	out, err := echo.abi.Unpack("heard", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// EchoCalled represents a Called event raised by the Echo contract.
type EchoCalled struct {
	DstChain uint64
	Hops     uint64
	Nonce    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const EchoCalledEventName = "Called"

// ContractEventName returns the user-defined event name.
func (EchoCalled) ContractEventName() string {
	return EchoCalledEventName
}

// UnpackCalledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Called(uint64 indexed dstChain, uint64 hops, uint64 nonce)
func (echo *Echo) UnpackCalledEvent(log *types.Log) (*EchoCalled, error) {
	event := "Called"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != echo.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EchoCalled)
	if len(log.Data) > 0 {
		if err := echo.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range echo.abi.Events[event].Inputs {
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

// EchoHeard represents a Heard event raised by the Echo contract.
type EchoHeard struct {
	SrcChain uint64
	HopsLeft uint64
	Heard    uint64
	Raw      *types.Log // Blockchain specific contextual infos
}

const EchoHeardEventName = "Heard"

// ContractEventName returns the user-defined event name.
func (EchoHeard) ContractEventName() string {
	return EchoHeardEventName
}

// UnpackHeardEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Heard(uint64 indexed srcChain, uint64 hopsLeft, uint64 heard)
func (echo *Echo) UnpackHeardEvent(log *types.Log) (*EchoHeard, error) {
	event := "Heard"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != echo.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EchoHeard)
	if len(log.Data) > 0 {
		if err := echo.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range echo.abi.Events[event].Inputs {
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
func (echo *Echo) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], echo.abi.Errors["NoHops"].ID.Bytes()[:4]) {
		return echo.UnpackNoHopsError(raw[4:])
	}
	if bytes.Equal(raw[:4], echo.abi.Errors["NotPeer"].ID.Bytes()[:4]) {
		return echo.UnpackNotPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], echo.abi.Errors["NotSystem"].ID.Bytes()[:4]) {
		return echo.UnpackNotSystemError(raw[4:])
	}
	if bytes.Equal(raw[:4], echo.abi.Errors["PrepayMissing"].ID.Bytes()[:4]) {
		return echo.UnpackPrepayMissingError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EchoNoHops represents a NoHops error raised by the Echo contract.
type EchoNoHops struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoHops()
func EchoNoHopsErrorID() common.Hash {
	return common.HexToHash("0x1d5901aebdfbd9ccb3122b665736b97672ec4ad017649eedb842c3a411d739dc")
}

// UnpackNoHopsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoHops()
func (echo *Echo) UnpackNoHopsError(raw []byte) (*EchoNoHops, error) {
	out := new(EchoNoHops)
	if err := echo.abi.UnpackIntoInterface(out, "NoHops", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EchoNotPeer represents a NotPeer error raised by the Echo contract.
type EchoNotPeer struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func EchoNotPeerErrorID() common.Hash {
	return common.HexToHash("0xa374521feab81bf0b367be5312a88709c6b4a50d73fa5c4181a28ad88c13570b")
}

// UnpackNotPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func (echo *Echo) UnpackNotPeerError(raw []byte) (*EchoNotPeer, error) {
	out := new(EchoNotPeer)
	if err := echo.abi.UnpackIntoInterface(out, "NotPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EchoNotSystem represents a NotSystem error raised by the Echo contract.
type EchoNotSystem struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSystem(address caller)
func EchoNotSystemErrorID() common.Hash {
	return common.HexToHash("0x3741f60e1f98b81dd70936318afa59c76b3278fb9839c1ee6d4c2da4d38d1be3")
}

// UnpackNotSystemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSystem(address caller)
func (echo *Echo) UnpackNotSystemError(raw []byte) (*EchoNotSystem, error) {
	out := new(EchoNotSystem)
	if err := echo.abi.UnpackIntoInterface(out, "NotSystem", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EchoPrepayMissing represents a PrepayMissing error raised by the Echo contract.
type EchoPrepayMissing struct {
	Balance *big.Int
	Prepay  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrepayMissing(uint256 balance, uint256 prepay)
func EchoPrepayMissingErrorID() common.Hash {
	return common.HexToHash("0xb3c5bf004541f58cc8d3fb636465ae5f7dce86a72e991d9d1af544611da9bd3d")
}

// UnpackPrepayMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrepayMissing(uint256 balance, uint256 prepay)
func (echo *Echo) UnpackPrepayMissingError(raw []byte) (*EchoPrepayMissing, error) {
	out := new(EchoPrepayMissing)
	if err := echo.abi.UnpackIntoInterface(out, "PrepayMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}
