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

// VaultMetaData contains all meta data concerning the Vault contract.
var VaultMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"inbox\",\"type\":\"address\",\"internalType\":\"contractInbox\"},{\"name\":\"claimDelay\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CLAIM_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"INBOX\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractInbox\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"claim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deposits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charges\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"credits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"withdrawals\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositBoth\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositFees\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"requestWithdrawal\",\"inputs\":[{\"name\":\"escrow\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"cumulative\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"WithdrawalRequested\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"FeesAboveValue\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidProof\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingDeposited\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingRequested\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingToClaim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"claimableAt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRoot\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ZeroAccount\",\"inputs\":[]}]",
	ID:  "Vault",
	Bin: "0x60c060405234801561000f575f5ffd5b50604051610dd8380380610dd883398101604081905261002e9161004d565b6001600160a01b039091166080526001600160401b031660a05261009b565b5f5f6040838503121561005e575f5ffd5b82516001600160a01b0381168114610074575f5ffd5b60208401519092506001600160401b0381168114610090575f5ffd5b809150509250929050565b60805160a051610cfa6100de5f395f818161018a015281816104a101526104dc01525f818160f401528181610316015281816103cd01526108870152610cfa5ff3fe608060405260043610610079575f3560e01c8063b70106971161004c578063b7010697146100e3578063c884ef8314610140578063e18132c414610179578063f340fa01146101c5575f5ffd5b80634b56cd271461007d5780637f067a2514610092578063ae2ebd7f146100a5578063af543cc5146100c4575b5f5ffd5b61009061008b366004610ac3565b6101d8565b005b6100906100a0366004610aeb565b610238565b3480156100b0575f5ffd5b506100906100bf366004610b04565b610246565b3480156100cf575f5ffd5b506100906100de366004610b24565b610394565b3480156100ee575f5ffd5b506101167f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b34801561014b575f5ffd5b5061016b61015a366004610aeb565b5f6020819052908152604090205481565b604051908152602001610137565b348015610184575f5ffd5b506101ac7f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff9091168152602001610137565b6100906101d3366004610aeb565b610736565b34811115610220576040517fbb1fa246000000000000000000000000000000000000000000000000000000008152346004820152602481018290526044015b60405180910390fd5b6102348261022e8334610bff565b8361073d565b5050565b610243815f3461073d565b50565b81158015610252575080155b15610289576040517f16cdabcf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905233917f24b91f4f47caf44230a57777a9be744924e82bf666f2d5702faf97df35e60f9f910160405180910390a260408051336020820181905281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169263349716d092610363926002929091608401610c12565b5f604051808303815f87803b15801561037a575f5ffd5b505af115801561038c573d5f5f3e3d5ffd5b505050505050565b61039c6108f2565b6040517fb13e7489000000000000000000000000000000000000000000000000000000008152600481018490525f907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169063b13e748990602401602060405180830381865afa158015610427573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061044b9190610c8c565b67ffffffffffffffff169050805f03610493576040517f8730d7c800000000000000000000000000000000000000000000000000000000815260048101859052602401610217565b6104c767ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001682610cba565b4210156105375761050267ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001682610cba565b6040517f2a35a32400000000000000000000000000000000000000000000000000000000815260040161021791815260200190565b6040805173ffffffffffffffffffffffffffffffffffffffff8b166020820152908101899052606081018890526080810187905260a081018690525f9060c001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152828252805160209182012090830152016040516020818303038152906040528051906020012090506105d684848784610929565b61060c576040517f09bde33900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f6106178789610cba565b73ffffffffffffffffffffffffffffffffffffffff8c165f90815260208190526040902054909150808211610690576040517f64ab346600000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff8d166004820152602401610217565b73ffffffffffffffffffffffffffffffffffffffff8c165f9081526020819052604081208390556106c18284610bff565b604080518281526020810186905291925073ffffffffffffffffffffffffffffffffffffffff8f16917f987d620f307ff6b94d58743cb7a7509f24071586a77759b77c2d4e29f75a2f9a910160405180910390a261071f8d82610940565b505050505061072c61099f565b5050505050505050565b61024381345f5b73ffffffffffffffffffffffffffffffffffffffff831661078a576040517fbfcf3c0b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b81158015610796575080155b156107cd576040517f69b95dc900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905273ffffffffffffffffffffffffffffffffffffffff85169133917ff5681f9d0db1b911ac18ee83d515a1cf1051853a9eae418316a2fdf7dea427c5910160405180910390a36040805173ffffffffffffffffffffffffffffffffffffffff858116602083015281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f0000000000000000000000000000000000000000000000000000000000000000169163349716d0916108c091600191339190608401610c12565b5f604051808303815f87803b1580156108d7575f5ffd5b505af11580156108e9573d5f5f3e3d5ffd5b50505050505050565b6108fa6109c9565b61092760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610a22565b565b5f82610936868685610a29565b1495945050505050565b5f5f5f5f5f85875af190508061099a576040517f36899e4800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff84166004820152602401610217565b505050565b6109275f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610921565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610927576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f81815b84811015610a6157610a5782878784818110610a4b57610a4b610ccd565b90506020020135610a6a565b9150600101610a2d565b50949350505050565b5f818310610a84575f828152602084905260409020610a92565b5f8381526020839052604090205b90505b92915050565b803573ffffffffffffffffffffffffffffffffffffffff81168114610abe575f5ffd5b919050565b5f5f60408385031215610ad4575f5ffd5b610add83610a9b565b946020939093013593505050565b5f60208284031215610afb575f5ffd5b610a9282610a9b565b5f5f60408385031215610b15575f5ffd5b50508035926020909101359150565b5f5f5f5f5f5f5f5f60e0898b031215610b3b575f5ffd5b610b4489610a9b565b97506020890135965060408901359550606089013594506080890135935060a0890135925060c089013567ffffffffffffffff811115610b82575f5ffd5b8901601f81018b13610b92575f5ffd5b803567ffffffffffffffff811115610ba8575f5ffd5b8b60208260051b8401011115610bbc575f5ffd5b989b979a50959850939692959194602001935050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b81810381811115610a9557610a95610bd2565b60ff8416815273ffffffffffffffffffffffffffffffffffffffff83166020820152606060408201525f82518060608401528060208501608085015e5f6080828501015260807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f830116840101915050949350505050565b5f60208284031215610c9c575f5ffd5b815167ffffffffffffffff81168114610cb3575f5ffd5b9392505050565b80820180821115610a9557610a95610bd2565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd",
}

// Vault is an auto generated Go binding around an Ethereum contract.
type Vault struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Vault) GetABI() abi.ABI {
	return c.abi
}

// NewVault creates a new instance of Vault.
func NewVault() *Vault {
	parsed, err := VaultMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Vault{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Vault) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address inbox, uint64 claimDelay) returns()
func (vault *Vault) PackConstructor(inbox common.Address, claimDelay uint64) []byte {
	enc, err := vault.abi.Pack("", inbox, claimDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCLAIMDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe18132c4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CLAIM_DELAY() view returns(uint64)
func (vault *Vault) PackCLAIMDELAY() []byte {
	enc, err := vault.abi.Pack("CLAIM_DELAY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCLAIMDELAY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe18132c4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CLAIM_DELAY() view returns(uint64)
func (vault *Vault) TryPackCLAIMDELAY() ([]byte, error) {
	return vault.abi.Pack("CLAIM_DELAY")
}

// UnpackCLAIMDELAY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe18132c4.
//
// Solidity: function CLAIM_DELAY() view returns(uint64)
func (vault *Vault) UnpackCLAIMDELAY(data []byte) (uint64, error) {
	out, err := vault.abi.Unpack("CLAIM_DELAY", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackINBOX is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7010697.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function INBOX() view returns(address)
func (vault *Vault) PackINBOX() []byte {
	enc, err := vault.abi.Pack("INBOX")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackINBOX is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb7010697.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function INBOX() view returns(address)
func (vault *Vault) TryPackINBOX() ([]byte, error) {
	return vault.abi.Pack("INBOX")
}

// UnpackINBOX is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb7010697.
//
// Solidity: function INBOX() view returns(address)
func (vault *Vault) UnpackINBOX(data []byte) (common.Address, error) {
	out, err := vault.abi.Unpack("INBOX", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf543cc5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(address account, uint256 deposits, uint256 charges, uint256 credits, uint256 withdrawals, bytes32 ledgerRoot, bytes32[] proof) returns()
func (vault *Vault) PackClaim(account common.Address, deposits *big.Int, charges *big.Int, credits *big.Int, withdrawals *big.Int, ledgerRoot [32]byte, proof [][32]byte) []byte {
	enc, err := vault.abi.Pack("claim", account, deposits, charges, credits, withdrawals, ledgerRoot, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaf543cc5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(address account, uint256 deposits, uint256 charges, uint256 credits, uint256 withdrawals, bytes32 ledgerRoot, bytes32[] proof) returns()
func (vault *Vault) TryPackClaim(account common.Address, deposits *big.Int, charges *big.Int, credits *big.Int, withdrawals *big.Int, ledgerRoot [32]byte, proof [][32]byte) ([]byte, error) {
	return vault.abi.Pack("claim", account, deposits, charges, credits, withdrawals, ledgerRoot, proof)
}

// PackClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc884ef83.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claimed(address account) view returns(uint256)
func (vault *Vault) PackClaimed(account common.Address) []byte {
	enc, err := vault.abi.Pack("claimed", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaimed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc884ef83.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claimed(address account) view returns(uint256)
func (vault *Vault) TryPackClaimed(account common.Address) ([]byte, error) {
	return vault.abi.Pack("claimed", account)
}

// UnpackClaimed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc884ef83.
//
// Solidity: function claimed(address account) view returns(uint256)
func (vault *Vault) UnpackClaimed(data []byte) (*big.Int, error) {
	out, err := vault.abi.Unpack("claimed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf340fa01.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deposit(address account) payable returns()
func (vault *Vault) PackDeposit(account common.Address) []byte {
	enc, err := vault.abi.Pack("deposit", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf340fa01.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deposit(address account) payable returns()
func (vault *Vault) TryPackDeposit(account common.Address) ([]byte, error) {
	return vault.abi.Pack("deposit", account)
}

// PackDepositBoth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4b56cd27.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function depositBoth(address account, uint256 fees) payable returns()
func (vault *Vault) PackDepositBoth(account common.Address, fees *big.Int) []byte {
	enc, err := vault.abi.Pack("depositBoth", account, fees)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDepositBoth is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4b56cd27.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function depositBoth(address account, uint256 fees) payable returns()
func (vault *Vault) TryPackDepositBoth(account common.Address, fees *big.Int) ([]byte, error) {
	return vault.abi.Pack("depositBoth", account, fees)
}

// PackDepositFees is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f067a25.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function depositFees(address account) payable returns()
func (vault *Vault) PackDepositFees(account common.Address) []byte {
	enc, err := vault.abi.Pack("depositFees", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDepositFees is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7f067a25.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function depositFees(address account) payable returns()
func (vault *Vault) TryPackDepositFees(account common.Address) ([]byte, error) {
	return vault.abi.Pack("depositFees", account)
}

// PackRequestWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae2ebd7f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestWithdrawal(uint256 escrow, uint256 fees) returns()
func (vault *Vault) PackRequestWithdrawal(escrow *big.Int, fees *big.Int) []byte {
	enc, err := vault.abi.Pack("requestWithdrawal", escrow, fees)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestWithdrawal is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae2ebd7f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestWithdrawal(uint256 escrow, uint256 fees) returns()
func (vault *Vault) TryPackRequestWithdrawal(escrow *big.Int, fees *big.Int) ([]byte, error) {
	return vault.abi.Pack("requestWithdrawal", escrow, fees)
}

// VaultClaimed represents a Claimed event raised by the Vault contract.
type VaultClaimed struct {
	Account    common.Address
	Amount     *big.Int
	Cumulative *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const VaultClaimedEventName = "Claimed"

// ContractEventName returns the user-defined event name.
func (VaultClaimed) ContractEventName() string {
	return VaultClaimedEventName
}

// UnpackClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Claimed(address indexed account, uint256 amount, uint256 cumulative)
func (vault *Vault) UnpackClaimedEvent(log *types.Log) (*VaultClaimed, error) {
	event := "Claimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultClaimed)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
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

// VaultDeposited represents a Deposited event raised by the Vault contract.
type VaultDeposited struct {
	From    common.Address
	Account common.Address
	Escrow  *big.Int
	Fees    *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const VaultDepositedEventName = "Deposited"

// ContractEventName returns the user-defined event name.
func (VaultDeposited) ContractEventName() string {
	return VaultDepositedEventName
}

// UnpackDepositedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deposited(address indexed from, address indexed account, uint256 escrow, uint256 fees)
func (vault *Vault) UnpackDepositedEvent(log *types.Log) (*VaultDeposited, error) {
	event := "Deposited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultDeposited)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
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

// VaultWithdrawalRequested represents a WithdrawalRequested event raised by the Vault contract.
type VaultWithdrawalRequested struct {
	Account common.Address
	Escrow  *big.Int
	Fees    *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const VaultWithdrawalRequestedEventName = "WithdrawalRequested"

// ContractEventName returns the user-defined event name.
func (VaultWithdrawalRequested) ContractEventName() string {
	return VaultWithdrawalRequestedEventName
}

// UnpackWithdrawalRequestedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WithdrawalRequested(address indexed account, uint256 escrow, uint256 fees)
func (vault *Vault) UnpackWithdrawalRequestedEvent(log *types.Log) (*VaultWithdrawalRequested, error) {
	event := "WithdrawalRequested"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultWithdrawalRequested)
	if len(log.Data) > 0 {
		if err := vault.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range vault.abi.Events[event].Inputs {
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
func (vault *Vault) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], vault.abi.Errors["FeesAboveValue"].ID.Bytes()[:4]) {
		return vault.UnpackFeesAboveValueError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["InvalidProof"].ID.Bytes()[:4]) {
		return vault.UnpackInvalidProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NothingDeposited"].ID.Bytes()[:4]) {
		return vault.UnpackNothingDepositedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NothingRequested"].ID.Bytes()[:4]) {
		return vault.UnpackNothingRequestedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NothingToClaim"].ID.Bytes()[:4]) {
		return vault.UnpackNothingToClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return vault.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return vault.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["TooEarly"].ID.Bytes()[:4]) {
		return vault.UnpackTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["UnknownRoot"].ID.Bytes()[:4]) {
		return vault.UnpackUnknownRootError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["ZeroAccount"].ID.Bytes()[:4]) {
		return vault.UnpackZeroAccountError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// VaultFeesAboveValue represents a FeesAboveValue error raised by the Vault contract.
type VaultFeesAboveValue struct {
	Value *big.Int
	Fees  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FeesAboveValue(uint256 value, uint256 fees)
func VaultFeesAboveValueErrorID() common.Hash {
	return common.HexToHash("0xbb1fa24643dfaa561e8fbb1864fcb2ba3649914de659ad732399c3a986fb5628")
}

// UnpackFeesAboveValueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FeesAboveValue(uint256 value, uint256 fees)
func (vault *Vault) UnpackFeesAboveValueError(raw []byte) (*VaultFeesAboveValue, error) {
	out := new(VaultFeesAboveValue)
	if err := vault.abi.UnpackIntoInterface(out, "FeesAboveValue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultInvalidProof represents a InvalidProof error raised by the Vault contract.
type VaultInvalidProof struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidProof()
func VaultInvalidProofErrorID() common.Hash {
	return common.HexToHash("0x09bde339c6b182be216ee7ef8ccff6338c6ef7993445216112ae575c5438fd27")
}

// UnpackInvalidProofError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidProof()
func (vault *Vault) UnpackInvalidProofError(raw []byte) (*VaultInvalidProof, error) {
	out := new(VaultInvalidProof)
	if err := vault.abi.UnpackIntoInterface(out, "InvalidProof", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultNothingDeposited represents a NothingDeposited error raised by the Vault contract.
type VaultNothingDeposited struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingDeposited()
func VaultNothingDepositedErrorID() common.Hash {
	return common.HexToHash("0x69b95dc9068b73ded05a3e1e3b394dc555034d0aab99497e4bc8f40d01473ecd")
}

// UnpackNothingDepositedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingDeposited()
func (vault *Vault) UnpackNothingDepositedError(raw []byte) (*VaultNothingDeposited, error) {
	out := new(VaultNothingDeposited)
	if err := vault.abi.UnpackIntoInterface(out, "NothingDeposited", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultNothingRequested represents a NothingRequested error raised by the Vault contract.
type VaultNothingRequested struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingRequested()
func VaultNothingRequestedErrorID() common.Hash {
	return common.HexToHash("0x16cdabcf5a08b579b15b9d17939f5accada685047247c4d208d3908848169dd7")
}

// UnpackNothingRequestedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingRequested()
func (vault *Vault) UnpackNothingRequestedError(raw []byte) (*VaultNothingRequested, error) {
	out := new(VaultNothingRequested)
	if err := vault.abi.UnpackIntoInterface(out, "NothingRequested", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultNothingToClaim represents a NothingToClaim error raised by the Vault contract.
type VaultNothingToClaim struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToClaim(address account)
func VaultNothingToClaimErrorID() common.Hash {
	return common.HexToHash("0x64ab34663471cdf42e0c6b384f4d5a5ab07a23c81e7ddc69a6fbb3a660346f9a")
}

// UnpackNothingToClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToClaim(address account)
func (vault *Vault) UnpackNothingToClaimError(raw []byte) (*VaultNothingToClaim, error) {
	out := new(VaultNothingToClaim)
	if err := vault.abi.UnpackIntoInterface(out, "NothingToClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultPaymentFailed represents a PaymentFailed error raised by the Vault contract.
type VaultPaymentFailed struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address account)
func VaultPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0x36899e48161ee4504f5f89aa55f7aed73460d464cb62f64e03057df7dbcdd0aa")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address account)
func (vault *Vault) UnpackPaymentFailedError(raw []byte) (*VaultPaymentFailed, error) {
	out := new(VaultPaymentFailed)
	if err := vault.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the Vault contract.
type VaultReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func VaultReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (vault *Vault) UnpackReentrancyGuardReentrantCallError(raw []byte) (*VaultReentrancyGuardReentrantCall, error) {
	out := new(VaultReentrancyGuardReentrantCall)
	if err := vault.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultTooEarly represents a TooEarly error raised by the Vault contract.
type VaultTooEarly struct {
	ClaimableAt *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooEarly(uint256 claimableAt)
func VaultTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x2a35a3246d5070e2b118858c24c2c4d23eaebe645b92ab746b92dd600c35a9d7")
}

// UnpackTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooEarly(uint256 claimableAt)
func (vault *Vault) UnpackTooEarlyError(raw []byte) (*VaultTooEarly, error) {
	out := new(VaultTooEarly)
	if err := vault.abi.UnpackIntoInterface(out, "TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultUnknownRoot represents a UnknownRoot error raised by the Vault contract.
type VaultUnknownRoot struct {
	Root [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownRoot(bytes32 root)
func VaultUnknownRootErrorID() common.Hash {
	return common.HexToHash("0x8730d7c85bb68b0daa2a2b20c86a8b1024267282f2c9f868b0bc69623a781190")
}

// UnpackUnknownRootError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownRoot(bytes32 root)
func (vault *Vault) UnpackUnknownRootError(raw []byte) (*VaultUnknownRoot, error) {
	out := new(VaultUnknownRoot)
	if err := vault.abi.UnpackIntoInterface(out, "UnknownRoot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultZeroAccount represents a ZeroAccount error raised by the Vault contract.
type VaultZeroAccount struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroAccount()
func VaultZeroAccountErrorID() common.Hash {
	return common.HexToHash("0xbfcf3c0bb32fe792f677ae14b5f44b9695700b5b4a64cfda8a7f506371f2d39f")
}

// UnpackZeroAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroAccount()
func (vault *Vault) UnpackZeroAccountError(raw []byte) (*VaultZeroAccount, error) {
	out := new(VaultZeroAccount)
	if err := vault.abi.UnpackIntoInterface(out, "ZeroAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}
