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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"inbox\",\"type\":\"address\",\"internalType\":\"contractInbox\"},{\"name\":\"claimDelay\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"CLAIM_DELAY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"INBOX\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractInbox\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"claim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deposits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charges\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"credits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"withdrawals\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"deposit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositBoth\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"depositFees\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"exit\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deposits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"charges\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"credits\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"withdrawals\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"proof\",\"type\":\"bytes32[]\",\"internalType\":\"bytes32[]\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"exitDeposit\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"depositor\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"refunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"requestWithdrawal\",\"inputs\":[{\"name\":\"escrow\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Claimed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"cumulative\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"DepositRefunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"depositor\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Deposited\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Exited\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"cumulative\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"WithdrawalRequested\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"escrow\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyRefunded\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Consumed\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Disputed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"FeesAboveValue\",\"inputs\":[{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"fees\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"Held\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"InvalidProof\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotDead\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingDeposited\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingRequested\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingToClaim\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ReentrancyGuardReentrantCall\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"TooEarly\",\"inputs\":[{\"name\":\"claimableAt\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRoot\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongItem\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"ZeroAccount\",\"inputs\":[]}]",
	ID:  "Vault",
	Bin: "0x60c060405234801561000f575f5ffd5b5060405161192e38038061192e83398101604081905261002e9161004d565b6001600160a01b039091166080526001600160401b031660a05261009b565b5f5f6040838503121561005e575f5ffd5b82516001600160a01b0381168114610074575f5ffd5b60208401519092506001600160401b0381168114610090575f5ffd5b809150509250929050565b60805160a05161181e6101105f395f8181610226015261111f01525f81816101950152818161030b015281816103ce015281816104ca0152818161061b015281816108c70152818161095c01528181610ae101528181610ba401528181610c6901528181610ef60152611060015261181e5ff3fe6080604052600436106100b8575f3560e01c8063af543cc511610071578063e18132c41161004c578063e18132c414610215578063f31ebd7d14610261578063f340fa0114610280575f5ffd5b8063af543cc514610165578063b701069714610184578063c884ef83146101dc575f5ffd5b80639794e574116100a15780639794e574146100e4578063a7249cab14610127578063ae2ebd7f14610146575f5ffd5b80634b56cd27146100bc5780637f067a25146100d1575b5f5ffd5b6100cf6100ca36600461142a565b610293565b005b6100cf6100df366004611452565b6102f3565b3480156100ef575f5ffd5b506101126100fe366004611480565b60016020525f908152604090205460ff1681565b60405190151581526020015b60405180910390f35b348015610132575f5ffd5b506100cf6101413660046114a2565b610301565b348015610151575f5ffd5b506100cf6101603660046114f5565b6107f7565b348015610170575f5ffd5b506100cf61017f36600461155d565b610945565b34801561018f575f5ffd5b506101b77f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff909116815260200161011e565b3480156101e7575f5ffd5b506102076101f6366004611452565b5f6020819052908152604090205481565b60405190815260200161011e565b348015610220575f5ffd5b506102487f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff909116815260200161011e565b34801561026c575f5ffd5b506100cf61027b3660046115db565b610ad7565b6100cf61028e366004611452565b610da5565b348111156102db576040517fbb1fa246000000000000000000000000000000000000000000000000000000008152346004820152602481018290526044015b60405180910390fd5b6102ef826102e9833461167d565b83610dac565b5050565b6102fe815f34610dac565b50565b610309610f58565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff166336cf7c876040518163ffffffff1660e01b8152600401602060405180830381865afa158015610372573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906103969190611690565b6103cc576040517f951f0bd200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663e7efafe46040518163ffffffff1660e01b8152600401602060405180830381865afa158015610435573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061045991906116af565b67ffffffffffffffff168567ffffffffffffffff1610156104b2576040517fc566ebcc00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff861660048201526024016102d2565b5f73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001663f7a2ce3d6104fa8860016116ca565b6040517fffffffff0000000000000000000000000000000000000000000000000000000060e084901b16815267ffffffffffffffff9091166004820152602401602060405180830381865afa158015610555573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061057991906116ea565b6040805173ffffffffffffffffffffffffffffffffffffffff87166020820152908101859052606081018490529091505f90608001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0818403018152908290527f6ffb88c800000000000000000000000000000000000000000000000000000000825291505f9073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001690636ffb88c890610657908b906001908c90889060040161174d565b602060405180830381865afa158015610672573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061069691906116ea565b90508281146106db576040517fa6397fdc00000000000000000000000000000000000000000000000000000000815260048101849052602481018290526044016102d2565b67ffffffffffffffff88165f9081526001602052604090205460ff161561073a576040517f641ae85800000000000000000000000000000000000000000000000000000000815267ffffffffffffffff891660048201526024016102d2565b67ffffffffffffffff88165f81815260016020819052604090912080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0016909117905573ffffffffffffffffffffffffffffffffffffffff8816907fca2e94a7eba592b74b0dc838c68a69ff20218762725adacbc234a229904f88886107c1878961179e565b60405190815260200160405180910390a36107e5876107e0868861179e565b610f8f565b5050506107f0610fee565b5050505050565b81158015610803575080155b1561083a576040517f16cdabcf00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905233917f24b91f4f47caf44230a57777a9be744924e82bf666f2d5702faf97df35e60f9f910160405180910390a260408051336020820181905281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169263349716d0926109149260029290916084016117b1565b5f604051808303815f87803b15801561092b575f5ffd5b505af115801561093d573d5f5f3e3d5ffd5b505050505050565b61094d610f58565b5f61095784611018565b90505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663d24126d96040518163ffffffff1660e01b8152600401602060405180830381865afa1580156109c3573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109e791906116af565b67ffffffffffffffff1690508015801590610a0157508181105b15610a3b576040517fa87c1a61000000000000000000000000000000000000000000000000000000008152600481018690526024016102d2565b610a4b8a8a8a8a8a8a8a8a61118a565b5f610a56878961179e565b90505f610a638c8361126a565b604080518281526020810185905291925073ffffffffffffffffffffffffffffffffffffffff8e16917f987d620f307ff6b94d58743cb7a7509f24071586a77759b77c2d4e29f75a2f9a910160405180910390a2610ac18c82610f8f565b50505050610acd610fee565b5050505050505050565b610adf610f58565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff166336cf7c876040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b48573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b6c9190611690565b610ba2576040517f951f0bd200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16630695c46c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c0b573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c2f9190611690565b15610c66576040517f62e6201d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663df97edb26040518163ffffffff1660e01b8152600401602060405180830381865afa158015610cd0573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610cf491906116ea565b9050610cff81611018565b50610d10888888888886898961118a565b5f86610d1c898861179e565b610d26919061167d565b90505f610d338a8361126a565b604080518281526020810185905291925073ffffffffffffffffffffffffffffffffffffffff8c16917fba49bb5279636ff80eebc4fcda6a47bdf6053db74c3719cc3f9cc54e44b2878b910160405180910390a2610d918a82610f8f565b505050610d9c610fee565b50505050505050565b6102fe81345f5b73ffffffffffffffffffffffffffffffffffffffff8316610df9576040517fbfcf3c0b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b81158015610e05575080155b15610e3c576040517f69b95dc900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b604080518381526020810183905273ffffffffffffffffffffffffffffffffffffffff85169133917ff5681f9d0db1b911ac18ee83d515a1cf1051853a9eae418316a2fdf7dea427c5910160405180910390a36040805173ffffffffffffffffffffffffffffffffffffffff858116602083015281830185905260608083018590528351808403909101815260808301938490527f349716d0000000000000000000000000000000000000000000000000000000009093527f0000000000000000000000000000000000000000000000000000000000000000169163349716d091610f2f916001913391906084016117b1565b5f604051808303815f87803b158015610f46575f5ffd5b505af1158015610d9c573d5f5f3e3d5ffd5b610f60611319565b610f8d60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90611372565b565b5f5f5f5f5f85875af1905080610fe9576040517f36899e4800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016102d2565b505050565b610f8d5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610f87565b6040517fb13e7489000000000000000000000000000000000000000000000000000000008152600481018290525f90819073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169063b13e748990602401602060405180830381865afa1580156110a5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110c991906116af565b67ffffffffffffffff169050805f03611111576040517f8730d7c8000000000000000000000000000000000000000000000000000000008152600481018490526024016102d2565b61114567ffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168261179e565b915081421015611184576040517f2a35a324000000000000000000000000000000000000000000000000000000008152600481018390526024016102d2565b50919050565b6040805173ffffffffffffffffffffffffffffffffffffffff8a166020820152908101889052606081018790526080810186905260a081018590525f9060c001604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181528282528051602091820120908301520160405160208183030381529060405280519060200120905061122983838684611379565b61125f576040517f09bde33900000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b505050505050505050565b73ffffffffffffffffffffffffffffffffffffffff82165f908152602081905260408120548083116112e0576040517f64ab346600000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff851660048201526024016102d2565b73ffffffffffffffffffffffffffffffffffffffff84165f908152602081905260409020839055611311818461167d565b949350505050565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610f8d576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b5f82611386868685611390565b1495945050505050565b5f81815b848110156113c8576113be828787848181106113b2576113b26117f1565b905060200201356113d1565b9150600101611394565b50949350505050565b5f8183106113eb575f8281526020849052604090206113f9565b5f8381526020839052604090205b90505b92915050565b803573ffffffffffffffffffffffffffffffffffffffff81168114611425575f5ffd5b919050565b5f5f6040838503121561143b575f5ffd5b61144483611402565b946020939093013593505050565b5f60208284031215611462575f5ffd5b6113f982611402565b67ffffffffffffffff811681146102fe575f5ffd5b5f60208284031215611490575f5ffd5b813561149b8161146b565b9392505050565b5f5f5f5f5f60a086880312156114b6575f5ffd5b85356114c18161146b565b94506114cf60208701611402565b93506114dd60408701611402565b94979396509394606081013594506080013592915050565b5f5f60408385031215611506575f5ffd5b50508035926020909101359150565b5f5f83601f840112611525575f5ffd5b50813567ffffffffffffffff81111561153c575f5ffd5b6020830191508360208260051b8501011115611556575f5ffd5b9250929050565b5f5f5f5f5f5f5f5f60e0898b031215611574575f5ffd5b61157d89611402565b97506020890135965060408901359550606089013594506080890135935060a0890135925060c089013567ffffffffffffffff8111156115bb575f5ffd5b6115c78b828c01611515565b999c989b5096995094979396929594505050565b5f5f5f5f5f5f5f60c0888a0312156115f1575f5ffd5b6115fa88611402565b96506020880135955060408801359450606088013593506080880135925060a088013567ffffffffffffffff811115611631575f5ffd5b61163d8a828b01611515565b989b979a50959850939692959293505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b818103818111156113fc576113fc611650565b5f602082840312156116a0575f5ffd5b8151801515811461149b575f5ffd5b5f602082840312156116bf575f5ffd5b815161149b8161146b565b67ffffffffffffffff81811683821601908111156113fc576113fc611650565b5f602082840312156116fa575f5ffd5b5051919050565b5f81518084528060208401602086015e5f6020828601015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011685010191505092915050565b67ffffffffffffffff8516815260ff8416602082015273ffffffffffffffffffffffffffffffffffffffff83166040820152608060608201525f6117946080830184611701565b9695505050505050565b808201808211156113fc576113fc611650565b60ff8416815273ffffffffffffffffffffffffffffffffffffffff83166020820152606060408201525f6117e86060830184611701565b95945050505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd",
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
	if bytes.Equal(raw[:4], vault.abi.Errors["Disputed"].ID.Bytes()[:4]) {
		return vault.UnpackDisputedError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["FeesAboveValue"].ID.Bytes()[:4]) {
		return vault.UnpackFeesAboveValueError(raw[4:])
	}
	if bytes.Equal(raw[:4], vault.abi.Errors["Held"].ID.Bytes()[:4]) {
		return vault.UnpackHeldError(raw[4:])
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

// VaultDisputed represents a Disputed error raised by the Vault contract.
type VaultDisputed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Disputed()
func VaultDisputedErrorID() common.Hash {
	return common.HexToHash("0x62e6201d9d8347c868b82a92d7fbfb40d6ec959b06b155dd3a486b2fdc7e9cfe")
}

// UnpackDisputedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Disputed()
func (vault *Vault) UnpackDisputedError(raw []byte) (*VaultDisputed, error) {
	out := new(VaultDisputed)
	if err := vault.abi.UnpackIntoInterface(out, "Disputed", raw); err != nil {
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

// VaultHeld represents a Held error raised by the Vault contract.
type VaultHeld struct {
	Root [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Held(bytes32 root)
func VaultHeldErrorID() common.Hash {
	return common.HexToHash("0xa87c1a61529a5eadbea3268f3e2723cee829b84e720e1462285217cd84aa605e")
}

// UnpackHeldError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Held(bytes32 root)
func (vault *Vault) UnpackHeldError(raw []byte) (*VaultHeld, error) {
	out := new(VaultHeld)
	if err := vault.abi.UnpackIntoInterface(out, "Held", raw); err != nil {
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
