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

// RegistryMetaData contains all meta data concerning the Registry contract.
var RegistryMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"acceptOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"committee\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractCommittee\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"inbox\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractInbox\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"isRollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"networkId\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"owner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"parametersHash\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"parametersIncarnation\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"pendingOwner\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"registerRollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"payout\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"genesis\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"renounceOwnership\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"reserveOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint96\",\"internalType\":\"uint96\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"payout\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"weight\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"rollups\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"setParameters\",\"inputs\":[{\"name\":\"parameters\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setPayout\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"payout\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setReserve\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"amount\",\"type\":\"uint96\",\"internalType\":\"uint96\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setWeight\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"weight\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferOwnership\",\"inputs\":[{\"name\":\"newOwner\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"vault\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractVault\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"wire\",\"inputs\":[{\"name\":\"inbox_\",\"type\":\"address\",\"internalType\":\"contractInbox\"},{\"name\":\"vault_\",\"type\":\"address\",\"internalType\":\"contractVault\"},{\"name\":\"committee_\",\"type\":\"address\",\"internalType\":\"contractCommittee\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"OwnershipTransferStarted\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"OwnershipTransferred\",\"inputs\":[{\"name\":\"previousOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"newOwner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ParametersSet\",\"inputs\":[{\"name\":\"hash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"parameters\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PayoutSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"payout\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"ReserveSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"amount\",\"type\":\"uint96\",\"indexed\":false,\"internalType\":\"uint96\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"RollupRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"payout\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"genesisHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"genesis\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"WeightSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"weight\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Wired\",\"inputs\":[{\"name\":\"inbox\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"vault\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"committee\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyPosted\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyRegistered\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"AlreadyWired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EmptyGenesis\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EmptyParameters\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotAContract\",\"inputs\":[{\"name\":\"given\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPayoutOrOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotWired\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OwnableInvalidOwner\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"OwnableUnauthorizedAccount\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ParametersAlreadySet\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"UnknownRollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ZeroChainId\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"ZeroPayout\",\"inputs\":[]}]",
	ID:  "Registry",
	Bin: "0x608060405234801561000f575f5ffd5b5060405161180a38038061180a83398101604081905261002e916100d7565b806001600160a01b03811661005c57604051631e4fbdf760e01b81525f600482015260240160405180910390fd5b6100658161006c565b5050610104565b600180546001600160a01b031916905561008581610088565b50565b5f80546001600160a01b038381166001600160a01b0319831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b5f602082840312156100e7575f5ffd5b81516001600160a01b03811681146100fd575f5ffd5b9392505050565b6116f9806101115f395ff3fe608060405234801561000f575f5ffd5b506004361061016e575f3560e01c806392be821d116100d2578063db50e48111610088578063fb0e722b11610063578063fb0e722b146103b6578063fbfa77cf146103c9578063fe902479146103dc575f5ffd5b8063db50e48114610365578063e30c397814610392578063f2fde38b146103a3575f5ffd5b8063be01411b116100b8578063be01411b146102fb578063c46f057a1461033f578063d864e74014610352575f5ffd5b806392be821d146102d3578063a69d8ae3146102e6575f5ffd5b806379ba509711610127578063898e67f11161010d578063898e67f11461025d5780638da5cb5b146102a75780639025e64c146102cb575f5ffd5b806379ba50971461024257806380f9e50a1461024a575f5ffd5b80633e81418f116101575780633e81418f14610210578063715018a61461022357806371607e7d1461022b575f5ffd5b80631a4b6b48146101725780631e4bfd0114610187575b5f5ffd5b610185610180366004611330565b6103ef565b005b6101e1610195366004611394565b67ffffffffffffffff165f90815260086020526040902080546001909101546001600160a01b038216927401000000000000000000000000000000000000000090920463ffffffff1691565b604080516001600160a01b03909416845263ffffffff9092166020840152908201526060015b60405180910390f35b61018561021e3660046113b4565b6105c6565b61018561075a565b61023460055481565b604051908152602001610207565b61018561076d565b61018561025836600461143e565b6107ca565b61028a61026b366004611394565b60076020525f90815260409020546bffffffffffffffffffffffff1681565b6040516bffffffffffffffffffffffff9091168152602001610207565b5f546001600160a01b03165b6040516001600160a01b039091168152602001610207565b610234610a67565b6101856102e136600461147d565b610ade565b6102ee610c93565b60405161020791906114a7565b61032f610309366004611394565b67ffffffffffffffff165f908152600860205260409020546001600160a01b0316151590565b6040519015158152602001610207565b61018561034d366004611504565b610d1c565b6004546102b3906001600160a01b031681565b6006546103799067ffffffffffffffff1681565b60405167ffffffffffffffff9091168152602001610207565b6001546001600160a01b03166102b3565b6101856103b136600461152e565b610e54565b6002546102b3906001600160a01b031681565b6003546102b3906001600160a01b031681565b6101856103ea366004611549565b610edc565b6103f7611184565b6002546001600160a01b03161561043a576040517fda7c0e5500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b826001600160a01b03163b5f0361048d576040517f8a8b41ec0000000000000000000000000000000000000000000000000000000081526001600160a01b03841660048201526024015b60405180910390fd5b816001600160a01b03163b5f036104db576040517f8a8b41ec0000000000000000000000000000000000000000000000000000000081526001600160a01b0383166004820152602401610484565b806001600160a01b03163b5f03610529576040517f8a8b41ec0000000000000000000000000000000000000000000000000000000081526001600160a01b0382166004820152602401610484565b600280546001600160a01b038581167fffffffffffffffffffffffff0000000000000000000000000000000000000000928316811790935560038054868316908416811790915560048054928616929093168217909255604080519384526020840192909252908201527f909da40a476e699e9b1275419501ea894c9f1e09165e866d3ddfbd0148c40d76906060015b60405180910390a1505050565b67ffffffffffffffff82165f908152600860205260409020546001600160a01b03168061062b576040517f69dbd28f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff84166004820152602401610484565b336001600160a01b0382161480159061064e57505f546001600160a01b03163314155b15610687576040517fb64b27f4000000000000000000000000000000000000000000000000000000008152336004820152602401610484565b67ffffffffffffffff83165f8181526007602090815260409182902080547fffffffffffffffffffffffffffffffffffffffff000000000000000000000000166bffffffffffffffffffffffff871690811790915591519182527f4ca66ec009f8d7cc104ae4bd648f911758ac02ea704ffedde7eb025b19d12a16910160405180910390a26040805167ffffffffffffffff851660208201526bffffffffffffffffffffffff841691810191909152610755906007906060015b6040516020818303038152906040526111c9565b505050565b610762611184565b61076b5f611289565b565b60015433906001600160a01b031681146107be576040517f118cdaa70000000000000000000000000000000000000000000000000000000081526001600160a01b0382166004820152602401610484565b6107c781611289565b50565b6107d2611184565b6002546001600160a01b0316610814576040517f3fcbf49800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f81900361084e576040517fb68370bb00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600254604080517f1cba07bd00000000000000000000000000000000000000000000000000000000815290515f926001600160a01b031691631cba07bd9160048083019260209291908290030181865afa1580156108ae573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108d291906115a8565b63ffffffff16905060025f9054906101000a90046001600160a01b03166001600160a01b03166380e803226040518163ffffffff1660e01b8152600401602060405180830381865afa15801561092a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061094e91906115c3565b15610991576040517f15619da900000000000000000000000000000000000000000000000000000000815267ffffffffffffffff82166004820152602401610484565b60065467ffffffffffffffff8083169116036109e5576040517fc76adbe600000000000000000000000000000000000000000000000000000000815267ffffffffffffffff82166004820152602401610484565b600680547fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000001667ffffffffffffffff8316179055604051610a2990849084906115e2565b60405190819003812060058190557f72ba3a4f4630dc1d3cc6aad1920cee13ab3de34fc3b6020b88ab9e55cb31c3f7916105b9919086908690611638565b5f4630604051602001610ac392919060608082526007908201527f63686f72616c6500000000000000000000000000000000000000000000000000608082015260208101929092526001600160a01b0316604082015260a00190565b60405160208183030381529060405280519060200120905090565b67ffffffffffffffff82165f908152600860205260409020546001600160a01b031680610b43576040517f69dbd28f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff84166004820152602401610484565b336001600160a01b03821614801590610b6657505f546001600160a01b03163314155b15610b9f576040517fb64b27f4000000000000000000000000000000000000000000000000000000008152336004820152602401610484565b6001600160a01b038216610bdf576040517faf11003600000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b67ffffffffffffffff83165f8181526008602090815260409182902080547fffffffffffffffffffffffff0000000000000000000000000000000000000000166001600160a01b03871690811790915591519182527f0ea2420a5e45ed24cce4d0c47ac56a21c36960b1a6afa4c805f78ce75f77a718910160405180910390a26040805167ffffffffffffffff851660208201526001600160a01b0384169181019190915261075590600590606001610741565b60606009805480602002602001604051908101604052809291908181526020018280548015610d1257602002820191905f5260205f20905f905b82829054906101000a900467ffffffffffffffff1667ffffffffffffffff1681526020019060080190602082600701049283019260010382029150808411610ccd5790505b5050505050905090565b610d24611184565b67ffffffffffffffff82165f908152600860205260409020546001600160a01b0316610d88576040517f69dbd28f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff83166004820152602401610484565b67ffffffffffffffff82165f8181526008602090815260409182902080547fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff167401000000000000000000000000000000000000000063ffffffff87169081029190911790915591519182527f1718ae7d043fad166cad301ffccccf9e325dd3dfdadbaf0e53bd28fa17211692910160405180910390a26040805167ffffffffffffffff8416602082015263ffffffff831691810191909152610e5090600690606001610741565b5050565b610e5c611184565b600180546001600160a01b0383167fffffffffffffffffffffffff00000000000000000000000000000000000000009091168117909155610ea45f546001600160a01b031690565b6001600160a01b03167f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e2270060405160405180910390a350565b610ee4611184565b8367ffffffffffffffff165f03610f27576040517fc84885d400000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6001600160a01b038316610f67576040517faf11003600000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f819003610fa1576040517f2aa6e9c300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b67ffffffffffffffff84165f908152600860205260409020546001600160a01b031615611006576040517fbb01a6ed00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff85166004820152602401610484565b5f82826040516110179291906115e2565b604080519182900382206060830182526001600160a01b0380881684525f602080860182815286860185815267ffffffffffffffff808e1680865260089485905288862099518a54945163ffffffff1674010000000000000000000000000000000000000000027fffffffffffffffff00000000000000000000000000000000000000000000000090951697169690961792909217885551600197880155600980549788018155909252600486047f6e1540171b6c0c960b71a7020d9f60077f6af931a8bbf590da0223dacf75c7af01805460039097169091026101000a8084029202199095161790935590519092507f4169a0623eaad8b5c73a8c25e7203ec966a843dac36ea35b17cc04e60321c7bd9061113a90879085908890889061165a565b60405180910390a26040805167ffffffffffffffff871660208201526001600160a01b038616918101919091526060810182905261117d90600490608001610741565b5050505050565b5f546001600160a01b0316331461076b576040517f118cdaa7000000000000000000000000000000000000000000000000000000008152336004820152602401610484565b6002546001600160a01b031661120b576040517f3fcbf49800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6002546040517f349716d00000000000000000000000000000000000000000000000000000000081526001600160a01b039091169063349716d0906112589085903390869060040161168c565b5f604051808303815f87803b15801561126f575f5ffd5b505af1158015611281573d5f5f3e3d5ffd5b505050505050565b600180547fffffffffffffffffffffffff00000000000000000000000000000000000000001690556107c7815f80546001600160a01b038381167fffffffffffffffffffffffff0000000000000000000000000000000000000000831681178455604051919092169283917f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e09190a35050565b6001600160a01b03811681146107c7575f5ffd5b5f5f5f60608486031215611342575f5ffd5b833561134d8161131c565b9250602084013561135d8161131c565b9150604084013561136d8161131c565b809150509250925092565b803567ffffffffffffffff8116811461138f575f5ffd5b919050565b5f602082840312156113a4575f5ffd5b6113ad82611378565b9392505050565b5f5f604083850312156113c5575f5ffd5b6113ce83611378565b915060208301356bffffffffffffffffffffffff811681146113ee575f5ffd5b809150509250929050565b5f5f83601f840112611409575f5ffd5b50813567ffffffffffffffff811115611420575f5ffd5b602083019150836020828501011115611437575f5ffd5b9250929050565b5f5f6020838503121561144f575f5ffd5b823567ffffffffffffffff811115611465575f5ffd5b611471858286016113f9565b90969095509350505050565b5f5f6040838503121561148e575f5ffd5b61149783611378565b915060208301356113ee8161131c565b602080825282518282018190525f918401906040840190835b818110156114e857835167ffffffffffffffff168352602093840193909201916001016114c0565b509095945050505050565b63ffffffff811681146107c7575f5ffd5b5f5f60408385031215611515575f5ffd5b61151e83611378565b915060208301356113ee816114f3565b5f6020828403121561153e575f5ffd5b81356113ad8161131c565b5f5f5f5f6060858703121561155c575f5ffd5b61156585611378565b935060208501356115758161131c565b9250604085013567ffffffffffffffff811115611590575f5ffd5b61159c878288016113f9565b95989497509550505050565b5f602082840312156115b8575f5ffd5b81516113ad816114f3565b5f602082840312156115d3575f5ffd5b815180151581146113ad575f5ffd5b818382375f9101908152919050565b81835281816020850137505f602082840101525f60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116840101905092915050565b838152604060208201525f6116516040830184866115f1565b95945050505050565b6001600160a01b0385168152836020820152606060408201525f6116826060830184866115f1565b9695505050505050565b60ff841681526001600160a01b0383166020820152606060408201525f82518060608401528060208501608085015e5f6080828501015260807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011684010191505094935050505056",
}

// Registry is an auto generated Go binding around an Ethereum contract.
type Registry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Registry) GetABI() abi.ABI {
	return c.abi
}

// NewRegistry creates a new instance of Registry.
func NewRegistry() *Registry {
	parsed, err := RegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Registry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Registry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner) returns()
func (registry *Registry) PackConstructor(owner common.Address) []byte {
	enc, err := registry.abi.Pack("", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (registry *Registry) PackAcceptOwnership() []byte {
	enc, err := registry.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (registry *Registry) TryPackAcceptOwnership() ([]byte, error) {
	return registry.abi.Pack("acceptOwnership")
}

// PackCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd864e740.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function committee() view returns(address)
func (registry *Registry) PackCommittee() []byte {
	enc, err := registry.abi.Pack("committee")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommittee is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd864e740.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function committee() view returns(address)
func (registry *Registry) TryPackCommittee() ([]byte, error) {
	return registry.abi.Pack("committee")
}

// UnpackCommittee is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd864e740.
//
// Solidity: function committee() view returns(address)
func (registry *Registry) UnpackCommittee(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("committee", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb0e722b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function inbox() view returns(address)
func (registry *Registry) PackInbox() []byte {
	enc, err := registry.abi.Pack("inbox")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInbox is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb0e722b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function inbox() view returns(address)
func (registry *Registry) TryPackInbox() ([]byte, error) {
	return registry.abi.Pack("inbox")
}

// UnpackInbox is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb0e722b.
//
// Solidity: function inbox() view returns(address)
func (registry *Registry) UnpackInbox(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("inbox", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackIsRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe01411b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRollup(uint64 chainId) view returns(bool)
func (registry *Registry) PackIsRollup(chainId uint64) []byte {
	enc, err := registry.abi.Pack("isRollup", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbe01411b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRollup(uint64 chainId) view returns(bool)
func (registry *Registry) TryPackIsRollup(chainId uint64) ([]byte, error) {
	return registry.abi.Pack("isRollup", chainId)
}

// UnpackIsRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbe01411b.
//
// Solidity: function isRollup(uint64 chainId) view returns(bool)
func (registry *Registry) UnpackIsRollup(data []byte) (bool, error) {
	out, err := registry.abi.Unpack("isRollup", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackNetworkId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9025e64c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) PackNetworkId() []byte {
	enc, err := registry.abi.Pack("networkId")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNetworkId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9025e64c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) TryPackNetworkId() ([]byte, error) {
	return registry.abi.Pack("networkId")
}

// UnpackNetworkId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9025e64c.
//
// Solidity: function networkId() view returns(bytes32)
func (registry *Registry) UnpackNetworkId(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("networkId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) PackOwner() []byte {
	enc, err := registry.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) TryPackOwner() ([]byte, error) {
	return registry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (registry *Registry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackParametersHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71607e7d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function parametersHash() view returns(bytes32)
func (registry *Registry) PackParametersHash() []byte {
	enc, err := registry.abi.Pack("parametersHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParametersHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x71607e7d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function parametersHash() view returns(bytes32)
func (registry *Registry) TryPackParametersHash() ([]byte, error) {
	return registry.abi.Pack("parametersHash")
}

// UnpackParametersHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x71607e7d.
//
// Solidity: function parametersHash() view returns(bytes32)
func (registry *Registry) UnpackParametersHash(data []byte) ([32]byte, error) {
	out, err := registry.abi.Unpack("parametersHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackParametersIncarnation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb50e481.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function parametersIncarnation() view returns(uint64)
func (registry *Registry) PackParametersIncarnation() []byte {
	enc, err := registry.abi.Pack("parametersIncarnation")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParametersIncarnation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdb50e481.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function parametersIncarnation() view returns(uint64)
func (registry *Registry) TryPackParametersIncarnation() ([]byte, error) {
	return registry.abi.Pack("parametersIncarnation")
}

// UnpackParametersIncarnation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdb50e481.
//
// Solidity: function parametersIncarnation() view returns(uint64)
func (registry *Registry) UnpackParametersIncarnation(data []byte) (uint64, error) {
	out, err := registry.abi.Unpack("parametersIncarnation", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (registry *Registry) PackPendingOwner() []byte {
	enc, err := registry.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (registry *Registry) TryPackPendingOwner() ([]byte, error) {
	return registry.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (registry *Registry) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRegisterRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe902479.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerRollup(uint64 chainId, address payout, bytes genesis) returns()
func (registry *Registry) PackRegisterRollup(chainId uint64, payout common.Address, genesis []byte) []byte {
	enc, err := registry.abi.Pack("registerRollup", chainId, payout, genesis)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe902479.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerRollup(uint64 chainId, address payout, bytes genesis) returns()
func (registry *Registry) TryPackRegisterRollup(chainId uint64, payout common.Address, genesis []byte) ([]byte, error) {
	return registry.abi.Pack("registerRollup", chainId, payout, genesis)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (registry *Registry) PackRenounceOwnership() []byte {
	enc, err := registry.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (registry *Registry) TryPackRenounceOwnership() ([]byte, error) {
	return registry.abi.Pack("renounceOwnership")
}

// PackReserveOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x898e67f1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reserveOf(uint64 chainId) view returns(uint96)
func (registry *Registry) PackReserveOf(chainId uint64) []byte {
	enc, err := registry.abi.Pack("reserveOf", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReserveOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x898e67f1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reserveOf(uint64 chainId) view returns(uint96)
func (registry *Registry) TryPackReserveOf(chainId uint64) ([]byte, error) {
	return registry.abi.Pack("reserveOf", chainId)
}

// UnpackReserveOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x898e67f1.
//
// Solidity: function reserveOf(uint64 chainId) view returns(uint96)
func (registry *Registry) UnpackReserveOf(data []byte) (*big.Int, error) {
	out, err := registry.abi.Unpack("reserveOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e4bfd01.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollup(uint64 chainId) view returns(address payout, uint32 weight, bytes32 genesisHash)
func (registry *Registry) PackRollup(chainId uint64) []byte {
	enc, err := registry.abi.Pack("rollup", chainId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollup is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e4bfd01.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollup(uint64 chainId) view returns(address payout, uint32 weight, bytes32 genesisHash)
func (registry *Registry) TryPackRollup(chainId uint64) ([]byte, error) {
	return registry.abi.Pack("rollup", chainId)
}

// RollupOutput serves as a container for the return parameters of contract
// method Rollup.
type RollupOutput struct {
	Payout      common.Address
	Weight      uint32
	GenesisHash [32]byte
}

// UnpackRollup is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e4bfd01.
//
// Solidity: function rollup(uint64 chainId) view returns(address payout, uint32 weight, bytes32 genesisHash)
func (registry *Registry) UnpackRollup(data []byte) (RollupOutput, error) {
	out, err := registry.abi.Unpack("rollup", data)
	outstruct := new(RollupOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Payout = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Weight = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.GenesisHash = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa69d8ae3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rollups() view returns(uint64[])
func (registry *Registry) PackRollups() []byte {
	enc, err := registry.abi.Pack("rollups")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRollups is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa69d8ae3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rollups() view returns(uint64[])
func (registry *Registry) TryPackRollups() ([]byte, error) {
	return registry.abi.Pack("rollups")
}

// UnpackRollups is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa69d8ae3.
//
// Solidity: function rollups() view returns(uint64[])
func (registry *Registry) UnpackRollups(data []byte) ([]uint64, error) {
	out, err := registry.abi.Unpack("rollups", data)
	if err != nil {
		return *new([]uint64), err
	}
	out0 := *abi.ConvertType(out[0], new([]uint64)).(*[]uint64)
	return out0, nil
}

// PackSetParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80f9e50a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setParameters(bytes parameters) returns()
func (registry *Registry) PackSetParameters(parameters []byte) []byte {
	enc, err := registry.abi.Pack("setParameters", parameters)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80f9e50a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setParameters(bytes parameters) returns()
func (registry *Registry) TryPackSetParameters(parameters []byte) ([]byte, error) {
	return registry.abi.Pack("setParameters", parameters)
}

// PackSetPayout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92be821d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPayout(uint64 chainId, address payout) returns()
func (registry *Registry) PackSetPayout(chainId uint64, payout common.Address) []byte {
	enc, err := registry.abi.Pack("setPayout", chainId, payout)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPayout is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x92be821d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPayout(uint64 chainId, address payout) returns()
func (registry *Registry) TryPackSetPayout(chainId uint64, payout common.Address) ([]byte, error) {
	return registry.abi.Pack("setPayout", chainId, payout)
}

// PackSetReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e81418f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setReserve(uint64 chainId, uint96 amount) returns()
func (registry *Registry) PackSetReserve(chainId uint64, amount *big.Int) []byte {
	enc, err := registry.abi.Pack("setReserve", chainId, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetReserve is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e81418f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setReserve(uint64 chainId, uint96 amount) returns()
func (registry *Registry) TryPackSetReserve(chainId uint64, amount *big.Int) ([]byte, error) {
	return registry.abi.Pack("setReserve", chainId, amount)
}

// PackSetWeight is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc46f057a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setWeight(uint64 chainId, uint32 weight) returns()
func (registry *Registry) PackSetWeight(chainId uint64, weight uint32) []byte {
	enc, err := registry.abi.Pack("setWeight", chainId, weight)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetWeight is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc46f057a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setWeight(uint64 chainId, uint32 weight) returns()
func (registry *Registry) TryPackSetWeight(chainId uint64, weight uint32) ([]byte, error) {
	return registry.abi.Pack("setWeight", chainId, weight)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (registry *Registry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := registry.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (registry *Registry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return registry.abi.Pack("transferOwnership", newOwner)
}

// PackVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfbfa77cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function vault() view returns(address)
func (registry *Registry) PackVault() []byte {
	enc, err := registry.abi.Pack("vault")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVault is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfbfa77cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function vault() view returns(address)
func (registry *Registry) TryPackVault() ([]byte, error) {
	return registry.abi.Pack("vault")
}

// UnpackVault is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfbfa77cf.
//
// Solidity: function vault() view returns(address)
func (registry *Registry) UnpackVault(data []byte) (common.Address, error) {
	out, err := registry.abi.Unpack("vault", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackWire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a4b6b48.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function wire(address inbox_, address vault_, address committee_) returns()
func (registry *Registry) PackWire(inbox common.Address, vault common.Address, committee common.Address) []byte {
	enc, err := registry.abi.Pack("wire", inbox, vault, committee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1a4b6b48.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function wire(address inbox_, address vault_, address committee_) returns()
func (registry *Registry) TryPackWire(inbox common.Address, vault common.Address, committee common.Address) ([]byte, error) {
	return registry.abi.Pack("wire", inbox, vault, committee)
}

// RegistryOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the Registry contract.
type RegistryOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const RegistryOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (RegistryOwnershipTransferStarted) ContractEventName() string {
	return RegistryOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (registry *Registry) UnpackOwnershipTransferStartedEvent(log *types.Log) (*RegistryOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryOwnershipTransferred represents a OwnershipTransferred event raised by the Registry contract.
type RegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const RegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (RegistryOwnershipTransferred) ContractEventName() string {
	return RegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (registry *Registry) UnpackOwnershipTransferredEvent(log *types.Log) (*RegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryParametersSet represents a ParametersSet event raised by the Registry contract.
type RegistryParametersSet struct {
	Hash       [32]byte
	Parameters []byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const RegistryParametersSetEventName = "ParametersSet"

// ContractEventName returns the user-defined event name.
func (RegistryParametersSet) ContractEventName() string {
	return RegistryParametersSetEventName
}

// UnpackParametersSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ParametersSet(bytes32 hash, bytes parameters)
func (registry *Registry) UnpackParametersSetEvent(log *types.Log) (*RegistryParametersSet, error) {
	event := "ParametersSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryParametersSet)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryPayoutSet represents a PayoutSet event raised by the Registry contract.
type RegistryPayoutSet struct {
	ChainId uint64
	Payout  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryPayoutSetEventName = "PayoutSet"

// ContractEventName returns the user-defined event name.
func (RegistryPayoutSet) ContractEventName() string {
	return RegistryPayoutSetEventName
}

// UnpackPayoutSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PayoutSet(uint64 indexed chainId, address payout)
func (registry *Registry) UnpackPayoutSetEvent(log *types.Log) (*RegistryPayoutSet, error) {
	event := "PayoutSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryPayoutSet)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryReserveSet represents a ReserveSet event raised by the Registry contract.
type RegistryReserveSet struct {
	ChainId uint64
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryReserveSetEventName = "ReserveSet"

// ContractEventName returns the user-defined event name.
func (RegistryReserveSet) ContractEventName() string {
	return RegistryReserveSetEventName
}

// UnpackReserveSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReserveSet(uint64 indexed chainId, uint96 amount)
func (registry *Registry) UnpackReserveSetEvent(log *types.Log) (*RegistryReserveSet, error) {
	event := "ReserveSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryReserveSet)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryRollupRegistered represents a RollupRegistered event raised by the Registry contract.
type RegistryRollupRegistered struct {
	ChainId     uint64
	Payout      common.Address
	GenesisHash [32]byte
	Genesis     []byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const RegistryRollupRegisteredEventName = "RollupRegistered"

// ContractEventName returns the user-defined event name.
func (RegistryRollupRegistered) ContractEventName() string {
	return RegistryRollupRegisteredEventName
}

// UnpackRollupRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RollupRegistered(uint64 indexed chainId, address payout, bytes32 genesisHash, bytes genesis)
func (registry *Registry) UnpackRollupRegisteredEvent(log *types.Log) (*RegistryRollupRegistered, error) {
	event := "RollupRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryRollupRegistered)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryWeightSet represents a WeightSet event raised by the Registry contract.
type RegistryWeightSet struct {
	ChainId uint64
	Weight  uint32
	Raw     *types.Log // Blockchain specific contextual infos
}

const RegistryWeightSetEventName = "WeightSet"

// ContractEventName returns the user-defined event name.
func (RegistryWeightSet) ContractEventName() string {
	return RegistryWeightSetEventName
}

// UnpackWeightSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WeightSet(uint64 indexed chainId, uint32 weight)
func (registry *Registry) UnpackWeightSetEvent(log *types.Log) (*RegistryWeightSet, error) {
	event := "WeightSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryWeightSet)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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

// RegistryWired represents a Wired event raised by the Registry contract.
type RegistryWired struct {
	Inbox     common.Address
	Vault     common.Address
	Committee common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const RegistryWiredEventName = "Wired"

// ContractEventName returns the user-defined event name.
func (RegistryWired) ContractEventName() string {
	return RegistryWiredEventName
}

// UnpackWiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Wired(address inbox, address vault, address committee)
func (registry *Registry) UnpackWiredEvent(log *types.Log) (*RegistryWired, error) {
	event := "Wired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != registry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(RegistryWired)
	if len(log.Data) > 0 {
		if err := registry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range registry.abi.Events[event].Inputs {
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
func (registry *Registry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], registry.abi.Errors["AlreadyPosted"].ID.Bytes()[:4]) {
		return registry.UnpackAlreadyPostedError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AlreadyRegistered"].ID.Bytes()[:4]) {
		return registry.UnpackAlreadyRegisteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["AlreadyWired"].ID.Bytes()[:4]) {
		return registry.UnpackAlreadyWiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["EmptyGenesis"].ID.Bytes()[:4]) {
		return registry.UnpackEmptyGenesisError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["EmptyParameters"].ID.Bytes()[:4]) {
		return registry.UnpackEmptyParametersError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NotAContract"].ID.Bytes()[:4]) {
		return registry.UnpackNotAContractError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NotPayoutOrOwner"].ID.Bytes()[:4]) {
		return registry.UnpackNotPayoutOrOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["NotWired"].ID.Bytes()[:4]) {
		return registry.UnpackNotWiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return registry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return registry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["ParametersAlreadySet"].ID.Bytes()[:4]) {
		return registry.UnpackParametersAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["UnknownRollup"].ID.Bytes()[:4]) {
		return registry.UnpackUnknownRollupError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["ZeroChainId"].ID.Bytes()[:4]) {
		return registry.UnpackZeroChainIdError(raw[4:])
	}
	if bytes.Equal(raw[:4], registry.abi.Errors["ZeroPayout"].ID.Bytes()[:4]) {
		return registry.UnpackZeroPayoutError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// RegistryAlreadyPosted represents a AlreadyPosted error raised by the Registry contract.
type RegistryAlreadyPosted struct {
	Incarnation uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyPosted(uint64 incarnation)
func RegistryAlreadyPostedErrorID() common.Hash {
	return common.HexToHash("0x15619da982c5b64e8b18ccd2d0a57dfc727a84bcacd98c6a6d562af5e9d48769")
}

// UnpackAlreadyPostedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyPosted(uint64 incarnation)
func (registry *Registry) UnpackAlreadyPostedError(raw []byte) (*RegistryAlreadyPosted, error) {
	out := new(RegistryAlreadyPosted)
	if err := registry.abi.UnpackIntoInterface(out, "AlreadyPosted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAlreadyRegistered represents a AlreadyRegistered error raised by the Registry contract.
type RegistryAlreadyRegistered struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyRegistered(uint64 chainId)
func RegistryAlreadyRegisteredErrorID() common.Hash {
	return common.HexToHash("0xbb01a6edb859713c4d82cbe1c3a052f6d74f82ea9daed494f8468d0d0aa449a8")
}

// UnpackAlreadyRegisteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyRegistered(uint64 chainId)
func (registry *Registry) UnpackAlreadyRegisteredError(raw []byte) (*RegistryAlreadyRegistered, error) {
	out := new(RegistryAlreadyRegistered)
	if err := registry.abi.UnpackIntoInterface(out, "AlreadyRegistered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryAlreadyWired represents a AlreadyWired error raised by the Registry contract.
type RegistryAlreadyWired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyWired()
func RegistryAlreadyWiredErrorID() common.Hash {
	return common.HexToHash("0xda7c0e5573836e5de04c151bb593c62b12b2ef4d7b9cf1fb759fa26f29c1c6ef")
}

// UnpackAlreadyWiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyWired()
func (registry *Registry) UnpackAlreadyWiredError(raw []byte) (*RegistryAlreadyWired, error) {
	out := new(RegistryAlreadyWired)
	if err := registry.abi.UnpackIntoInterface(out, "AlreadyWired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryEmptyGenesis represents a EmptyGenesis error raised by the Registry contract.
type RegistryEmptyGenesis struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EmptyGenesis()
func RegistryEmptyGenesisErrorID() common.Hash {
	return common.HexToHash("0x2aa6e9c3866722c935a88e8f7e160bc7fff1b20f96e42af667c5fe562b1c96de")
}

// UnpackEmptyGenesisError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EmptyGenesis()
func (registry *Registry) UnpackEmptyGenesisError(raw []byte) (*RegistryEmptyGenesis, error) {
	out := new(RegistryEmptyGenesis)
	if err := registry.abi.UnpackIntoInterface(out, "EmptyGenesis", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryEmptyParameters represents a EmptyParameters error raised by the Registry contract.
type RegistryEmptyParameters struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EmptyParameters()
func RegistryEmptyParametersErrorID() common.Hash {
	return common.HexToHash("0xb68370bb30ef3818d01c96db799b6c0b24f0a7c64251db1044019ba25ca39ec0")
}

// UnpackEmptyParametersError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EmptyParameters()
func (registry *Registry) UnpackEmptyParametersError(raw []byte) (*RegistryEmptyParameters, error) {
	out := new(RegistryEmptyParameters)
	if err := registry.abi.UnpackIntoInterface(out, "EmptyParameters", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNotAContract represents a NotAContract error raised by the Registry contract.
type RegistryNotAContract struct {
	Given common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotAContract(address given)
func RegistryNotAContractErrorID() common.Hash {
	return common.HexToHash("0x8a8b41ec6b8382733436ac0321a506b0d1e41dc29c8650d1fd1ff17e726ab809")
}

// UnpackNotAContractError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotAContract(address given)
func (registry *Registry) UnpackNotAContractError(raw []byte) (*RegistryNotAContract, error) {
	out := new(RegistryNotAContract)
	if err := registry.abi.UnpackIntoInterface(out, "NotAContract", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNotPayoutOrOwner represents a NotPayoutOrOwner error raised by the Registry contract.
type RegistryNotPayoutOrOwner struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPayoutOrOwner(address caller)
func RegistryNotPayoutOrOwnerErrorID() common.Hash {
	return common.HexToHash("0xb64b27f403c2398eba97d59e37d4f15ef1da5012cbe8748b559eabf62338db0b")
}

// UnpackNotPayoutOrOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPayoutOrOwner(address caller)
func (registry *Registry) UnpackNotPayoutOrOwnerError(raw []byte) (*RegistryNotPayoutOrOwner, error) {
	out := new(RegistryNotPayoutOrOwner)
	if err := registry.abi.UnpackIntoInterface(out, "NotPayoutOrOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryNotWired represents a NotWired error raised by the Registry contract.
type RegistryNotWired struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotWired()
func RegistryNotWiredErrorID() common.Hash {
	return common.HexToHash("0x3fcbf49831663ec6cac47091bcf07517973d4cb9be4ad35dde7073f3efe4dd9a")
}

// UnpackNotWiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotWired()
func (registry *Registry) UnpackNotWiredError(raw []byte) (*RegistryNotWired, error) {
	out := new(RegistryNotWired)
	if err := registry.abi.UnpackIntoInterface(out, "NotWired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the Registry contract.
type RegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func RegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (registry *Registry) UnpackOwnableInvalidOwnerError(raw []byte) (*RegistryOwnableInvalidOwner, error) {
	out := new(RegistryOwnableInvalidOwner)
	if err := registry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the Registry contract.
type RegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func RegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (registry *Registry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*RegistryOwnableUnauthorizedAccount, error) {
	out := new(RegistryOwnableUnauthorizedAccount)
	if err := registry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryParametersAlreadySet represents a ParametersAlreadySet error raised by the Registry contract.
type RegistryParametersAlreadySet struct {
	Incarnation uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ParametersAlreadySet(uint64 incarnation)
func RegistryParametersAlreadySetErrorID() common.Hash {
	return common.HexToHash("0xc76adbe6e4fe2a0d4303f125eccacd826e47ebea40ad795198da68ce9a27154c")
}

// UnpackParametersAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ParametersAlreadySet(uint64 incarnation)
func (registry *Registry) UnpackParametersAlreadySetError(raw []byte) (*RegistryParametersAlreadySet, error) {
	out := new(RegistryParametersAlreadySet)
	if err := registry.abi.UnpackIntoInterface(out, "ParametersAlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryUnknownRollup represents a UnknownRollup error raised by the Registry contract.
type RegistryUnknownRollup struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownRollup(uint64 chainId)
func RegistryUnknownRollupErrorID() common.Hash {
	return common.HexToHash("0x69dbd28f22cd0b8a877863f8459220a93eb226008a58eeace7a7e85b1342bcb7")
}

// UnpackUnknownRollupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownRollup(uint64 chainId)
func (registry *Registry) UnpackUnknownRollupError(raw []byte) (*RegistryUnknownRollup, error) {
	out := new(RegistryUnknownRollup)
	if err := registry.abi.UnpackIntoInterface(out, "UnknownRollup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryZeroChainId represents a ZeroChainId error raised by the Registry contract.
type RegistryZeroChainId struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroChainId()
func RegistryZeroChainIdErrorID() common.Hash {
	return common.HexToHash("0xc84885d4d488ecee54c09de6573fd132cf4459b419a94f8a2e5beae184696377")
}

// UnpackZeroChainIdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroChainId()
func (registry *Registry) UnpackZeroChainIdError(raw []byte) (*RegistryZeroChainId, error) {
	out := new(RegistryZeroChainId)
	if err := registry.abi.UnpackIntoInterface(out, "ZeroChainId", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// RegistryZeroPayout represents a ZeroPayout error raised by the Registry contract.
type RegistryZeroPayout struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ZeroPayout()
func RegistryZeroPayoutErrorID() common.Hash {
	return common.HexToHash("0xaf110036c96ee2a6d44b6e05961dbe18a1e2f7e6fe860fb8f0351e6934e6ffe3")
}

// UnpackZeroPayoutError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ZeroPayout()
func (registry *Registry) UnpackZeroPayoutError(raw []byte) (*RegistryZeroPayout, error) {
	out := new(RegistryZeroPayout)
	if err := registry.abi.UnpackIntoInterface(out, "ZeroPayout", raw); err != nil {
		return nil, err
	}
	return out, nil
}
