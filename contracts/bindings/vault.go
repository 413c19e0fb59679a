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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"inbox\",\"type\":\"address\",\"internalType\":\"contractInbox\"},{\"name\":\"claimDelay\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CLAIM_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"INBOX\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractInbox\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"claim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deposits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charges\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"credits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"withdrawals\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositBoth\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositFees\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"exit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deposits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charges\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"credits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"withdrawals\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"exitDeposit\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"depositor\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"refunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"requestWithdrawal\",\"inputs\":[{\"name\":\"escrow\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"cumulative\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DepositRefunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"depositor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Exited\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"cumulative\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"WithdrawalRequested\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyRefunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Consumed\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"FeesAboveValue\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"InvalidProof\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotDead\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingDeposited\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingRequested\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingToClaim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"claimableAt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRoot\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongItem\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ZeroAccount\",\"inputs\":[]}]",
	ID:  "Vault",
	Bin: "0x60c060405234801561000f575f5ffd5b506040516117a43803806117a483398101604081905261002e9161004d565b6001600160a01b039091166080526001600160401b031660a05261009b565b5f5f6040838503121561005e575f5ffd5b82516001600160a01b0381168114610074575f5ffd5b60208401519092506001600160401b0381168114610090575f5ffd5b809150509250929050565b60805160a05161169b6101095f395f818161022601528181610f710152610fac01525f81816101950152818161030b015281816103ce015281816104ca0152818161061b015281816108c7015281816109fa01528181610abe01528181610d4a0152610e9d015261169b5ff3fe6080604052600436106100b8575f3560e01c8063af543cc511610071578063e18132c41161004c578063e18132c414610215578063f31ebd7d14610261578063f340fa0114610280575f5ffd5b8063af543cc514610165578063b701069714610184578063c884ef83146101dc575f5ffd5b80639794e574116100a15780639794e574146100e4578063a7249cab14610127578063ae2ebd7f14610146575f5ffd5b80634b56cd27146100bc5780637f067a25146100d1575b5f5ffd5b6100cf6100ca3660046112a7565b610293565b005b6100cf6100df3660046112cf565b6102f3565b3480156100ef575f5ffd5b506101126100fe3660046112fd565b60016020525f908152604090205460ff1681565b60405190151581526020015b60405180910390f35b348015610132575f5ffd5b506100cf61014136600461131f565b610301565b348015610151575f5ffd5b506100cf610160366004611372565b6107f7565b348015610170575f5ffd5b506100cf61017f3660046113da565b610945565b34801561018f575f5ffd5b506101b77f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff909116815260200161011e565b3480156101e7575f5ffd5b506102076101f63660046112cf565b5f6020819052908152604090205481565b60405190815260200161011e565b348015610220575f5ffd5b506102487f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff909116815260200161011e565b34801561026c575f5ffd5b506100cf61027b366004611458565b6109f0565b6100cf61028e3660046112cf565b610bf9565b348111156102db576040517fbb1fa246000000000000000000000000000000000000000000000000000000008152346004820152602481018290526044015b60405180910390fd5b6102ef826102e983346114fa565b83610c00565b5050565b6102fe815f34610c00565b50565b610309610dac565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff166336cf7c876040518163ffffffff1660e01b8152600401602060405180830381865afa158015610372573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610396919061150d565b6103cc576040517f951f0bd200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663e7efafe46040518163ffffffff1660e01b8152600401602060405180830381865afa158015610435573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610459919061152c565b67ffffffffffffffff168567ffffffffffffffff1610156104b2576040517fc566ebcc00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff861660048201526024016102d2565b5f73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001663f7a2ce3d6104fa886001611547565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815267ffffffffffffffff9091166004820152602401602060405180830381865afa158015610555573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906105799190611567565b6040805173ffffffffffffffffffffffffffffffffffffffff87166020820152908101859052606081018490529091505f90608001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152908290527f6ffb88c800000000000000000000000000000000000000000000000000000000825291505f9073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690636ffb88c890610657908b906001908c9088906004016115ca565b602060405180830381865afa158015610672573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906106969190611567565b90508281146106db576040517fa6397fdc00000000000000000000000000000000000000000000000000000000815260048101849052602481018290526044016102d2565b67ffffffffffffffff88165f9081526001602052604090205460ff161561073a576040517f641ae85800000000000000000000000000000000000000000000000000000000815267ffffffffffffffff891660048201526024016102d2565b67ffffffffffffffff88165f81815260016020819052604090912080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0016909117905573ffffffffffffffffffffffffffffffffffffffff8816907fca2e94a7eba592b74b0dc838c68a69ff20218762725adacbc234a229904f88886107c1878961161b565b60405190815260200160405180910390a36107e5876107e0868861161b565b610de3565b5050506107f0610e42565b5050505050565b81158015610803575080155b1561083a576040517f16cdabcf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905233917f24b91f4f47caf44230a57777a9be744924e82bf666f2d5702faf97df35e60f9f910160405180910390a260408051336020820181905281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169263349716d09261091492600292909160840161162e565b5f604051808303815f87803b15801561092b575f5ffd5b505af115801561093d573d5f5f3e3d5ffd5b505050505050565b61094d610dac565b61095683610e6c565b6109668888888888888888611007565b5f610971858761161b565b90505f61097e8a836110e7565b604080518281526020810185905291925073ffffffffffffffffffffffffffffffffffffffff8c16917f987d620f307ff6b94d58743cb7a7509f24071586a77759b77c2d4e29f75a2f9a910160405180910390a26109dc8a82610de3565b50506109e6610e42565b5050505050505050565b6109f8610dac565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff166336cf7c876040518163ffffffff1660e01b8152600401602060405180830381865afa158015610a61573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a85919061150d565b610abb576040517f951f0bd200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663df97edb26040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b25573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b499190611567565b9050610b5481610e6c565b610b648888888888868989611007565b5f86610b70898861161b565b610b7a91906114fa565b90505f610b878a836110e7565b604080518281526020810185905291925073ffffffffffffffffffffffffffffffffffffffff8c16917fba49bb5279636ff80eebc4fcda6a47bdf6053db74c3719cc3f9cc54e44b2878b910160405180910390a2610be58a82610de3565b505050610bf0610e42565b50505050505050565b6102fe81345f5b73ffffffffffffffffffffffffffffffffffffffff8316610c4d576040517fbfcf3c0b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b81158015610c59575080155b15610c90576040517f69b95dc900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905273ffffffffffffffffffffffffffffffffffffffff85169133917ff5681f9d0db1b911ac18ee83d515a1cf1051853a9eae418316a2fdf7dea427c5910160405180910390a36040805173ffffffffffffffffffffffffffffffffffffffff858116602083015281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f0000000000000000000000000000000000000000000000000000000000000000169163349716d091610d839160019133919060840161162e565b5f604051808303815f87803b158015610d9a575f5ffd5b505af1158015610bf0573d5f5f3e3d5ffd5b610db4611196565b610de160017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b906111ef565b565b5f5f5f5f5f85875af1905080610e3d576040517f36899e4800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016102d2565b505050565b610de15f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610ddb565b6040517fb13e7489000000000000000000000000000000000000000000000000000000008152600481018290525f907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169063b13e748990602401602060405180830381865afa158015610ef7573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610f1b919061152c565b67ffffffffffffffff169050805f03610f63576040517f8730d7c8000000000000000000000000000000000000000000000000000000008152600481018390526024016102d2565b610f9767ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168261161b565b4210156102ef57610fd267ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168261161b565b6040517f2a35a3240000000000000000000000000000000000000000000000000000000081526004016102d291815260200190565b6040805173ffffffffffffffffffffffffffffffffffffffff8a166020820152908101889052606081018790526080810186905260a081018590525f9060c001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152828252805160209182012090830152016040516020818303038152906040528051906020012090506110a6838386846111f6565b6110dc576040517f09bde33900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b505050505050505050565b73ffffffffffffffffffffffffffffffffffffffff82165f9081526020819052604081205480831161115d576040517f64ab346600000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff851660048201526024016102d2565b73ffffffffffffffffffffffffffffffffffffffff84165f90815260208190526040902083905561118e81846114fa565b949350505050565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610de1576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f8261120386868561120d565b1495945050505050565b5f81815b848110156112455761123b8287878481811061122f5761122f61166e565b9050602002013561124e565b9150600101611211565b50949350505050565b5f818310611268575f828152602084905260409020611276565b5f8381526020839052604090205b90505b92915050565b803573ffffffffffffffffffffffffffffffffffffffff811681146112a2575f5ffd5b919050565b5f5f604083850312156112b8575f5ffd5b6112c18361127f565b946020939093013593505050565b5f602082840312156112df575f5ffd5b6112768261127f565b67ffffffffffffffff811681146102fe575f5ffd5b5f6020828403121561130d575f5ffd5b8135611318816112e8565b9392505050565b5f5f5f5f5f60a08688031215611333575f5ffd5b853561133e816112e8565b945061134c6020870161127f565b935061135a6040870161127f565b94979396509394606081013594506080013592915050565b5f5f60408385031215611383575f5ffd5b50508035926020909101359150565b5f5f83601f8401126113a2575f5ffd5b50813567ffffffffffffffff8111156113b9575f5ffd5b6020830191508360208260051b85010111156113d3575f5ffd5b9250929050565b5f5f5f5f5f5f5f5f60e0898b0312156113f1575f5ffd5b6113fa8961127f565b97506020890135965060408901359550606089013594506080890135935060a0890135925060c089013567ffffffffffffffff811115611438575f5ffd5b6114448b828c01611392565b999c989b5096995094979396929594505050565b5f5f5f5f5f5f5f60c0888a03121561146e575f5ffd5b6114778861127f565b96506020880135955060408801359450606088013593506080880135925060a088013567ffffffffffffffff8111156114ae575f5ffd5b6114ba8a828b01611392565b989b979a50959850939692959293505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b81810381811115611279576112796114cd565b5f6020828403121561151d575f5ffd5b81518015158114611318575f5ffd5b5f6020828403121561153c575f5ffd5b8151611318816112e8565b67ffffffffffffffff8181168382160190811115611279576112796114cd565b5f60208284031215611577575f5ffd5b5051919050565b5f81518084528060208401602086015e5f6020828601015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011685010191505092915050565b67ffffffffffffffff8516815260ff8416602082015273ffffffffffffffffffffffffffffffffffffffff83166040820152608060608201525f611611608083018461157e565b9695505050505050565b80820180821115611279576112796114cd565b60ff8416815273ffffffffffffffffffffffffffffffffffffffff83166020820152606060408201525f611665606083018461157e565b95945050505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd",
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

// PackExit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf31ebd7d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function exit(address account, uint256 deposits, uint256 charges, uint256 credits, uint256 withdrawals, bytes32[] proof) returns()
func (vault *Vault) PackExit(account common.Address, deposits *big.Int, charges *big.Int, credits *big.Int, withdrawals *big.Int, proof [][32]byte) []byte {
	enc, err := vault.abi.Pack("exit", account, deposits, charges, credits, withdrawals, proof)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf31ebd7d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function exit(address account, uint256 deposits, uint256 charges, uint256 credits, uint256 withdrawals, bytes32[] proof) returns()
func (vault *Vault) TryPackExit(account common.Address, deposits *big.Int, charges *big.Int, credits *big.Int, withdrawals *big.Int, proof [][32]byte) ([]byte, error) {
	return vault.abi.Pack("exit", account, deposits, charges, credits, withdrawals, proof)
}

// PackExitDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7249cab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function exitDeposit(uint64 position, address depositor, address account, uint256 escrow, uint256 fees) returns()
func (vault *Vault) PackExitDeposit(position uint64, depositor common.Address, account common.Address, escrow *big.Int, fees *big.Int) []byte {
	enc, err := vault.abi.Pack("exitDeposit", position, depositor, account, escrow, fees)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExitDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa7249cab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function exitDeposit(uint64 position, address depositor, address account, uint256 escrow, uint256 fees) returns()
func (vault *Vault) TryPackExitDeposit(position uint64, depositor common.Address, account common.Address, escrow *big.Int, fees *big.Int) ([]byte, error) {
	return vault.abi.Pack("exitDeposit", position, depositor, account, escrow, fees)
}

// PackRefunded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9794e574.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refunded(uint64 position) view returns(bool)
func (vault *Vault) PackRefunded(position uint64) []byte {
	enc, err := vault.abi.Pack("refunded", position)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefunded is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9794e574.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refunded(uint64 position) view returns(bool)
func (vault *Vault) TryPackRefunded(position uint64) ([]byte, error) {
	return vault.abi.Pack("refunded", position)
}

// UnpackRefunded is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9794e574.
//
// Solidity: function refunded(uint64 position) view returns(bool)
func (vault *Vault) UnpackRefunded(data []byte) (bool, error) {
	out, err := vault.abi.Unpack("refunded", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
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

// VaultDepositRefunded represents a DepositRefunded event raised by the Vault contract.
type VaultDepositRefunded struct {
	Position  uint64
	Depositor common.Address
	Amount    *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const VaultDepositRefundedEventName = "DepositRefunded"

// ContractEventName returns the user-defined event name.
func (VaultDepositRefunded) ContractEventName() string {
	return VaultDepositRefundedEventName
}

// UnpackDepositRefundedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DepositRefunded(uint64 indexed position, address indexed depositor, uint256 amount)
func (vault *Vault) UnpackDepositRefundedEvent(log *types.Log) (*VaultDepositRefunded, error) {
	event := "DepositRefunded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultDepositRefunded)
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

// VaultExited represents a Exited event raised by the Vault contract.
type VaultExited struct {
	Account    common.Address
	Amount     *big.Int
	Cumulative *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const VaultExitedEventName = "Exited"

// ContractEventName returns the user-defined event name.
func (VaultExited) ContractEventName() string {
	return VaultExitedEventName
}

// UnpackExitedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Exited(address indexed account, uint256 amount, uint256 cumulative)
func (vault *Vault) UnpackExitedEvent(log *types.Log) (*VaultExited, error) {
	event := "Exited"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != vault.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(VaultExited)
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
	if bytes.Equal(raw[:4], vault.abi.Errors["AlreadyRefunded"].ID.Bytes()[:4]) {
		return vault.UnpackAlreadyRefundedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["Consumed"].ID.Bytes()[:4]) {
		return vault.UnpackConsumedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["FeesAboveValue"].ID.Bytes()[:4]) {
		return vault.UnpackFeesAboveValueError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["InvalidProof"].ID.Bytes()[:4]) {
		return vault.UnpackInvalidProofError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["NotDead"].ID.Bytes()[:4]) {
		return vault.UnpackNotDeadError(raw[4:])
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
	if bytes.Equal(raw[:4], vault.abi.Errors["WrongItem"].ID.Bytes()[:4]) {
		return vault.UnpackWrongItemError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["ZeroAccount"].ID.Bytes()[:4]) {
		return vault.UnpackZeroAccountError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// VaultAlreadyRefunded represents a AlreadyRefunded error raised by the Vault contract.
type VaultAlreadyRefunded struct {
	Position uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRefunded(uint64 position)
func VaultAlreadyRefundedErrorID() common.Hash {
	return common.HexToHash("0x641ae8582f1201abe84abf04d204edadeff7e30dfec6e2a2ac60b474909252b5")
}

// UnpackAlreadyRefundedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRefunded(uint64 position)
func (vault *Vault) UnpackAlreadyRefundedError(raw []byte) (*VaultAlreadyRefunded, error) {
	out := new(VaultAlreadyRefunded)
	if err := vault.abi.UnpackIntoInterface(out, "AlreadyRefunded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// VaultConsumed represents a Consumed error raised by the Vault contract.
type VaultConsumed struct {
	Position uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Consumed(uint64 position)
func VaultConsumedErrorID() common.Hash {
	return common.HexToHash("0xc566ebcc298115dd33214d691bc88b2281c12d17fd10d26abd49bcb0aae65d00")
}

// UnpackConsumedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Consumed(uint64 position)
func (vault *Vault) UnpackConsumedError(raw []byte) (*VaultConsumed, error) {
	out := new(VaultConsumed)
	if err := vault.abi.UnpackIntoInterface(out, "Consumed", raw); err != nil {
		return nil, err
	}
	return out, nil
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

// VaultNotDead represents a NotDead error raised by the Vault contract.
type VaultNotDead struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDead()
func VaultNotDeadErrorID() common.Hash {
	return common.HexToHash("0x951f0bd24f0cb56409104657bdb43637e2536fb3b6264a1ba10240817f793c74")
}

// UnpackNotDeadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDead()
func (vault *Vault) UnpackNotDeadError(raw []byte) (*VaultNotDead, error) {
	out := new(VaultNotDead)
	if err := vault.abi.UnpackIntoInterface(out, "NotDead", raw); err != nil {
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

// VaultWrongItem represents a WrongItem error raised by the Vault contract.
type VaultWrongItem struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongItem(bytes32 expected, bytes32 got)
func VaultWrongItemErrorID() common.Hash {
	return common.HexToHash("0xa6397fdc8df4c736b30cf1f820c93617a400aeefadd4aa1b075cf11757a51e15")
}

// UnpackWrongItemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongItem(bytes32 expected, bytes32 got)
func (vault *Vault) UnpackWrongItemError(raw []byte) (*VaultWrongItem, error) {
	out := new(VaultWrongItem)
	if err := vault.abi.UnpackIntoInterface(out, "WrongItem", raw); err != nil {
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
