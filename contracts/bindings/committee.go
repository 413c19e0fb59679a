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

// CommitteeMetaData contains all meta data concerning the Committee contract.
var CommitteeMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"REGISTRY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"groupKey\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handoverRoot\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"inbox\",\"type\":\"address\",\"internalType\":\"contractInbox\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"members\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"replaceKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rotate\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setFirstKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sharesRoot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"threshold\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"signingRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"KeySet\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"key\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"members\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"sharesRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"Frozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidThreshold\",\"inputs\":[{\"name\":\"members\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"KeyAlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotFrozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SameKey\",\"inputs\":[]}]",
	ID:  "Committee",
	Bin: "0x60a060405234801561000f575f5ffd5b50604051611efa380380611efa83398101604081905261002e9161003f565b6001600160a01b031660805261006c565b5f6020828403121561004f575f5ffd5b81516001600160a01b0381168114610065575f5ffd5b9392505050565b608051611e546100a65f395f818160cd0152818161027701528181610696015281816107d30152818161093e0152610aba0152611e545ff3fe608060405234801561000f575f5ffd5b50600436106100c4575f3560e01c80636421649c1161007d57806396cb4ecf1161005857806396cb4ecf146101f0578063bdd4d18d14610203578063ff3e09321461021e575f5ffd5b80636421649c146101a6578063900cf0cf146101af5780639037d9ca146101db575f5ffd5b806339ec6038116100ad57806339ec60381461013c57806342cde4e81461015d5780636289458f14610191575f5ffd5b806306433b1b146100c8578063258ae58214610119575b5f5ffd5b6100ef7f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b61012c61012736600461177f565b610231565b6040519015158152602001610110565b61014f61014a3660046117fc565b61024d565b604051908152602001610110565b5f5461017c906c01000000000000000000000000900463ffffffff1681565b60405163ffffffff9091168152602001610110565b6101a461019f36600461187c565b610694565b005b61014f60015481565b5f546101c29067ffffffffffffffff1681565b60405167ffffffffffffffff9091168152602001610110565b6101e3610914565b60405161011091906118e7565b6101a46101fe36600461187c565b61093c565b5f5461017c9068010000000000000000900463ffffffff1681565b6101a461022c36600461191c565b610a72565b5f61024561023d610914565b858585610cb3565b949350505050565b60408051600880825261012082019092525f9182919060208201610100803683370190505090505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156102de573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061030291906119e6565b90505f8473ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561034e573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061037291906119fd565b63ffffffff16905081835f8151811061038d5761038d611a1f565b60209081029190910181019190915265ff000000ff00600883811b91821664ff000000ff9185901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c1780821b67ffffffff0000000016911c1760c01b8360018151811061040457610404611a1f565b60209081029190910101525f546104869061042a9067ffffffffffffffff166001611a79565b65ff000000ff00600882811b91821664ff000000ff9390911c92831617601090811b67ff000000ff0000009290921666ff000000ff0000939093169290921790911c17602081811b67ffffffff000000001691901c1760c01b90565b8360028151811061049957610499611a1f565b6020026020010181815250508473ffffffffffffffffffffffffffffffffffffffff166308f8992d6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156104ee573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061051291906119e6565b8360038151811061052557610525611a1f565b6020026020010181815250508989604051610541929190611a9f565b60405180910390208360048151811061055c5761055c611a1f565b60209081029190910181019190915261ff0060088a811b91821660ff918c901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b836005815181106105c1576105c1611a1f565b60209081029190910181019190915261ff00600889811b91821660ff918b901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b8360068151811061062657610626611a1f565b602002602001018181525050858360078151811061064657610646611a1f565b60200260200101818152505061068661065e84610e35565b7f43480003000000000000000000000000000000000000000000000000000000008385610eaf565b9a9950505050505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156106fd573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107219190611aae565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff161461078c576040517f245aecd30000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b5f805467ffffffffffffffff1690036107d1576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561083a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061085e9190611aae565b73ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156108a6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108ca9190611ac9565b610900576040517f8208cbe500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61090d858585858561100c565b5050505050565b606060026040516020016109289190611ae8565b604051602081830303815290604052905090565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156109a5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109c99190611aae565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614610a2f576040517f245aecd3000000000000000000000000000000000000000000000000000000008152336004820152602401610783565b5f5467ffffffffffffffff1615610900576040517f781f15fe00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f805467ffffffffffffffff169003610ab7576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b21573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b459190611aae565b90508073ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610b90573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610bb49190611ac9565b15610beb576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f610bfa89898989898761024d565b9050610c07818585610231565b610c3d576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610c45610914565b805190602001208989604051610c5c929190611a9f565b604051809103902003610c9b576040517f65f1f9fc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610ca8898989898961100c565b505050505050505050565b5f60808551141580610cc757506101008214155b15610cd357505f610245565b610cdc85611230565b80610d205750610d2083838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061123092505050565b15610d2c57505f610245565b604080516f17f1d3a73197d7942695638c4fa9ac0f60208201527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb918101919091526f114d1d6855d545a8aa7d76c8cf2e21f260608201527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60808201525f9060a001604051602081830303815290604052848488610dca89611264565b604051602001610dde959493929190611b2f565b60408051808303601f19018152602080845283830190925292505f9190602082018180368337019050509050610e16600f8383611395565b8015610e2a57506001610e2882611b64565b145b979650505050505050565b5f5f600190506020830183515b6001811115610e7e575f5b81811015610e755760208160041b840160408360051b860160025afa90931692600201610e4d565b5060011c610e42565b505080610e8d57610e8d611ba9565b825f81518110610e9f57610e9f611a1f565b6020026020010151915050919050565b5f5f60028460e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff191684604051602001610ef1929190918252602082015260400190565b60408051601f1981840301815290829052610f0b91611bd6565b602060405180830381855afa158015610f26573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190610f4991906119e6565b60408051602081018990527fffffffff000000000000000000000000000000000000000000000000000000008816818301527fffffffffffffffffffffffffffffffffffffffffffffffffffffffff0000000083166044820152815180820383018152606090910191829052919250600291610fc491611bd6565b602060405180830381855afa158015610fdf573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061100291906119e6565b9695505050505050565b61104a85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506113b392505050565b611080576040517f76d4e1e800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b63ffffffff831615806110c0575060036110a163ffffffff85166002611be1565b6110ab9190611bf8565b6110b6906001611c30565b8263ffffffff1614155b15611107576040517f07fb268a00000000000000000000000000000000000000000000000000000000815263ffffffff808516600483015283166024820152604401610783565b5f805467ffffffffffffffff16908061111f83611c43565b825467ffffffffffffffff9182166101009390930a9283029190920219909116179055505f805463ffffffff8481166c01000000000000000000000000027fffffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffff9187166801000000000000000002919091167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff9092169190911717905560018190556111cc84860186611c6f565b6002906111d99082611ce9565b505f5460405167ffffffffffffffff909116907fa22e7d80f76520ba46ca9847625ccefb7d7d4ba24cc49cee88f17fc9c947d8e2906112219088908890889088908890611d0f565b60405180910390a25050505050565b5f80805b835181101561125c5780602085010151821791506020816112559190611c30565b9050611234565b501592915050565b60605f61127083611445565b90505f6112806101006002611be1565b67ffffffffffffffff811115611298576112986119b9565b6040519080825280601f01601f1916602001820160405280156112c2576020820181803683370190505b5090505f6101006020830160806020860160115afa90506101006101208301608060a0860160115afa1680611326576040517feb8d043a00000000000000000000000000000000000000000000000000000000815260116004820152602401610783565b60408051610100808252610120820190925290602082018180368337019050509350611354600d8386611395565b61138d576040517feb8d043a000000000000000000000000000000000000000000000000000000008152600d6004820152602401610783565b505050919050565b5f815160208301845160208601875afa91513d149091169392505050565b5f60808251146113c457505f919050565b6040515f906113da908490600190602001611d57565b60408051808303601f19018152608080845260a0840190925292505f9190602082018180368337019050509050611413600c8383611395565b8015611425575061142381611230565b155b801561024557508380519060200120818051906020012014949350505050565b60605f60025f5f1b5f5f1b856101005f6040518060600160405280602c8152602001611e28602c913960405160200161148396959493929190611d6f565b60408051601f198184030181529082905261149d91611bd6565b602060405180830381855afa1580156114b8573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906114db91906119e6565b90505f60028260016040518060600160405280602c8152602001611e28602c913960405160200161150e93929190611de2565b60408051601f198184030181529082905261152891611bd6565b602060405180830381855afa158015611543573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061156691906119e6565b6040805161010080825261012082019092529192506020820181803683370190505092505f5b60088110156116465780156116315760028383186115ab836001611c30565b6040518060600160405280602c8152602001611e28602c91396040516020016115d693929190611de2565b60408051601f19818403018152908290526115f091611bd6565b602060405180830381855afa15801561160b573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061162e91906119e6565b91505b600581901b840160200182905260010161158c565b506040805160e180825261012082019092525f916020820181803683370190505090505f60019050602082016040815260016020820152604080820152600160a08201536f1a0111ea397fe69a4b1ba7b6434bacd760a18201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab60c1820152602086015b61012087018110156116f557604081606084015e60408160e18460055afa909216916040016116cb565b505080611731576040517feb8d043a00000000000000000000000000000000000000000000000000000000815260056004820152602401610783565b50505050919050565b5f5f83601f84011261174a575f5ffd5b50813567ffffffffffffffff811115611761575f5ffd5b602083019150836020828501011115611778575f5ffd5b9250929050565b5f5f5f60408486031215611791575f5ffd5b83359250602084013567ffffffffffffffff8111156117ae575f5ffd5b6117ba8682870161173a565b9497909650939450505050565b63ffffffff811681146117d8575f5ffd5b50565b73ffffffffffffffffffffffffffffffffffffffff811681146117d8575f5ffd5b5f5f5f5f5f5f60a08789031215611811575f5ffd5b863567ffffffffffffffff811115611827575f5ffd5b61183389828a0161173a565b9097509550506020870135611847816117c7565b93506040870135611857816117c7565b925060608701359150608087013561186e816117db565b809150509295509295509295565b5f5f5f5f5f60808688031215611890575f5ffd5b853567ffffffffffffffff8111156118a6575f5ffd5b6118b28882890161173a565b90965094505060208601356118c6816117c7565b925060408601356118d6816117c7565b949793965091946060013592915050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f5f5f5f5f5f5f60a0888a031215611932575f5ffd5b873567ffffffffffffffff811115611948575f5ffd5b6119548a828b0161173a565b9098509650506020880135611968816117c7565b94506040880135611978816117c7565b935060608801359250608088013567ffffffffffffffff81111561199a575f5ffd5b6119a68a828b0161173a565b989b979a50959850939692959293505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b5f602082840312156119f6575f5ffd5b5051919050565b5f60208284031215611a0d575f5ffd5b8151611a18816117c7565b9392505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b67ffffffffffffffff8181168382160190811115611a9957611a99611a4c565b92915050565b818382375f9101908152919050565b5f60208284031215611abe575f5ffd5b8151611a18816117db565b5f60208284031215611ad9575f5ffd5b81518015158114611a18575f5ffd5b6080810181835f5b6004811015611b0f578154835260209092019160019182019101611af0565b50505092915050565b5f81518060208401855e5f93019283525090919050565b5f611b3a8288611b18565b858782375f908601908152611b58611b528287611b18565b85611b18565b98975050505050505050565b80516020808301519190811015611ba3577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8160200360031b1b821691505b50919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b5f611a188284611b18565b8082028115828204841417611a9957611a99611a4c565b5f82611c2b577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b500490565b80820180821115611a9957611a99611a4c565b5f67ffffffffffffffff821667ffffffffffffffff8103611c6657611c66611a4c565b60010192915050565b5f60808284031215611c7f575f5ffd5b82601f830112611c8d575f5ffd5b6040516080810181811067ffffffffffffffff82111715611cb057611cb06119b9565b604052806080840185811115611cc4575f5ffd5b845b81811015611cde578035835260209283019201611cc6565b509195945050505050565b815f5b6004811015611d0957815183820155602090910190600101611cec565b50505050565b60808152846080820152848660a08301375f60a086830181019190915263ffffffff94851660208301529290931660408401526060830152601f909201601f19160101919050565b5f611d628285611b18565b9283525050602001919050565b8681528560208201528460408201527fffff0000000000000000000000000000000000000000000000000000000000008460f01b1660608201527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660628201525f611b586063830184611b18565b8381527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660208201525f611e1e6021830184611b18565b9594505050505056fe424c535f5349475f424c53313233383147325f584d443a5348412d3235365f535357555f524f5f504f505f2b",
}

// Committee is an auto generated Go binding around an Ethereum contract.
type Committee struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Committee) GetABI() abi.ABI {
	return c.abi
}

// NewCommittee creates a new instance of Committee.
func NewCommittee() *Committee {
	parsed, err := CommitteeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Committee{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Committee) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry) returns()
func (committee *Committee) PackConstructor(registry common.Address) []byte {
	enc, err := committee.abi.Pack("", registry)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06433b1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) PackREGISTRY() []byte {
	enc, err := committee.abi.Pack("REGISTRY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06433b1b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) TryPackREGISTRY() ([]byte, error) {
	return committee.abi.Pack("REGISTRY")
}

// UnpackREGISTRY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06433b1b.
//
// Solidity: function REGISTRY() view returns(address)
func (committee *Committee) UnpackREGISTRY(data []byte) (common.Address, error) {
	out, err := committee.abi.Unpack("REGISTRY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) PackEpoch() []byte {
	enc, err := committee.abi.Pack("epoch")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEpoch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x900cf0cf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) TryPackEpoch() ([]byte, error) {
	return committee.abi.Pack("epoch")
}

// UnpackEpoch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x900cf0cf.
//
// Solidity: function epoch() view returns(uint64)
func (committee *Committee) UnpackEpoch(data []byte) (uint64, error) {
	out, err := committee.abi.Unpack("epoch", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) PackGroupKey() []byte {
	enc, err := committee.abi.Pack("groupKey")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) TryPackGroupKey() ([]byte, error) {
	return committee.abi.Pack("groupKey")
}

// UnpackGroupKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9037d9ca.
//
// Solidity: function groupKey() view returns(bytes)
func (committee *Committee) UnpackGroupKey(data []byte) ([]byte, error) {
	out, err := committee.abi.Unpack("groupKey", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39ec6038.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, address inbox) view returns(bytes32)
func (committee *Committee) PackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, inbox common.Address) []byte {
	enc, err := committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, inbox)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39ec6038.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, address inbox) view returns(bytes32)
func (committee *Committee) TryPackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, inbox common.Address) ([]byte, error) {
	return committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, inbox)
}

// UnpackHandoverRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39ec6038.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, address inbox) view returns(bytes32)
func (committee *Committee) UnpackHandoverRoot(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("handoverRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdd4d18d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) PackMembers() []byte {
	enc, err := committee.abi.Pack("members")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMembers is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbdd4d18d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) TryPackMembers() ([]byte, error) {
	return committee.abi.Pack("members")
}

// UnpackMembers is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbdd4d18d.
//
// Solidity: function members() view returns(uint32)
func (committee *Committee) UnpackMembers(data []byte) (uint32, error) {
	out, err := committee.abi.Unpack("members", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackReplaceKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6289458f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function replaceKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) PackReplaceKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) []byte {
	enc, err := committee.abi.Pack("replaceKey", key, members, threshold, sharesRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReplaceKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6289458f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function replaceKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) TryPackReplaceKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) ([]byte, error) {
	return committee.abi.Pack("replaceKey", key, members, threshold, sharesRoot)
}

// PackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff3e0932.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes signature) returns()
func (committee *Committee) PackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("rotate", key, members, threshold, sharesRoot, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff3e0932.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes signature) returns()
func (committee *Committee) TryPackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("rotate", key, members, threshold, sharesRoot, signature)
}

// PackSetFirstKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96cb4ecf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setFirstKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) PackSetFirstKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) []byte {
	enc, err := committee.abi.Pack("setFirstKey", key, members, threshold, sharesRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetFirstKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x96cb4ecf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setFirstKey(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_) returns()
func (committee *Committee) TryPackSetFirstKey(key []byte, members uint32, threshold uint32, sharesRoot [32]byte) ([]byte, error) {
	return committee.abi.Pack("setFirstKey", key, members, threshold, sharesRoot)
}

// PackSharesRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6421649c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) PackSharesRoot() []byte {
	enc, err := committee.abi.Pack("sharesRoot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSharesRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6421649c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) TryPackSharesRoot() ([]byte, error) {
	return committee.abi.Pack("sharesRoot")
}

// UnpackSharesRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6421649c.
//
// Solidity: function sharesRoot() view returns(bytes32)
func (committee *Committee) UnpackSharesRoot(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("sharesRoot", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42cde4e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) PackThreshold() []byte {
	enc, err := committee.abi.Pack("threshold")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackThreshold is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42cde4e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) TryPackThreshold() ([]byte, error) {
	return committee.abi.Pack("threshold")
}

// UnpackThreshold is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x42cde4e8.
//
// Solidity: function threshold() view returns(uint32)
func (committee *Committee) UnpackThreshold(data []byte) (uint32, error) {
	out, err := committee.abi.Unpack("threshold", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x258ae582.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) PackVerify(signingRoot [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("verify", signingRoot, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVerify is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x258ae582.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) TryPackVerify(signingRoot [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("verify", signingRoot, signature)
}

// UnpackVerify is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x258ae582.
//
// Solidity: function verify(bytes32 signingRoot, bytes signature) view returns(bool)
func (committee *Committee) UnpackVerify(data []byte) (bool, error) {
	out, err := committee.abi.Unpack("verify", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// CommitteeKeySet represents a KeySet event raised by the Committee contract.
type CommitteeKeySet struct {
	Epoch      uint64
	Key        []byte
	Members    uint32
	Threshold  uint32
	SharesRoot [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const CommitteeKeySetEventName = "KeySet"

// ContractEventName returns the user-defined event name.
func (CommitteeKeySet) ContractEventName() string {
	return CommitteeKeySetEventName
}

// UnpackKeySetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event KeySet(uint64 indexed epoch, bytes key, uint32 members, uint32 threshold, bytes32 sharesRoot)
func (committee *Committee) UnpackKeySetEvent(log *types.Log) (*CommitteeKeySet, error) {
	event := "KeySet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeKeySet)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
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
func (committee *Committee) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], committee.abi.Errors["Frozen"].ID.Bytes()[:4]) {
		return committee.UnpackFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidKey"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidSignature"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["InvalidThreshold"].ID.Bytes()[:4]) {
		return committee.UnpackInvalidThresholdError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["KeyAlreadySet"].ID.Bytes()[:4]) {
		return committee.UnpackKeyAlreadySetError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NoKey"].ID.Bytes()[:4]) {
		return committee.UnpackNoKeyError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NotFrozen"].ID.Bytes()[:4]) {
		return committee.UnpackNotFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return committee.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["PrecompileFailed"].ID.Bytes()[:4]) {
		return committee.UnpackPrecompileFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["SameKey"].ID.Bytes()[:4]) {
		return committee.UnpackSameKeyError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CommitteeFrozen represents a Frozen error raised by the Committee contract.
type CommitteeFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Frozen()
func CommitteeFrozenErrorID() common.Hash {
	return common.HexToHash("0xa8cab3d1893ed53071b052fafa843143492f25d1d6b0170d460789f7ab1954be")
}

// UnpackFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Frozen()
func (committee *Committee) UnpackFrozenError(raw []byte) (*CommitteeFrozen, error) {
	out := new(CommitteeFrozen)
	if err := committee.abi.UnpackIntoInterface(out, "Frozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidKey represents a InvalidKey error raised by the Committee contract.
type CommitteeInvalidKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidKey()
func CommitteeInvalidKeyErrorID() common.Hash {
	return common.HexToHash("0x76d4e1e8439f6d9c3d1cf835f307989788cf73aa0b95b7a7c935c1e0e543d094")
}

// UnpackInvalidKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidKey()
func (committee *Committee) UnpackInvalidKeyError(raw []byte) (*CommitteeInvalidKey, error) {
	out := new(CommitteeInvalidKey)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidSignature represents a InvalidSignature error raised by the Committee contract.
type CommitteeInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidSignature()
func CommitteeInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0x8baa579fce362245063d36f11747a89dd489c54795634fc673cc0e0db51fedc5")
}

// UnpackInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidSignature()
func (committee *Committee) UnpackInvalidSignatureError(raw []byte) (*CommitteeInvalidSignature, error) {
	out := new(CommitteeInvalidSignature)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeInvalidThreshold represents a InvalidThreshold error raised by the Committee contract.
type CommitteeInvalidThreshold struct {
	Members   uint32
	Threshold uint32
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidThreshold(uint32 members, uint32 threshold)
func CommitteeInvalidThresholdErrorID() common.Hash {
	return common.HexToHash("0x07fb268af061aaa27b25fffaa659e706ad1ff2f0607fba0d0a8a0e9d7930ce98")
}

// UnpackInvalidThresholdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidThreshold(uint32 members, uint32 threshold)
func (committee *Committee) UnpackInvalidThresholdError(raw []byte) (*CommitteeInvalidThreshold, error) {
	out := new(CommitteeInvalidThreshold)
	if err := committee.abi.UnpackIntoInterface(out, "InvalidThreshold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeKeyAlreadySet represents a KeyAlreadySet error raised by the Committee contract.
type CommitteeKeyAlreadySet struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error KeyAlreadySet()
func CommitteeKeyAlreadySetErrorID() common.Hash {
	return common.HexToHash("0x781f15feb98f983a52f708ac87749207c16373c7a73b6e182269526360d75801")
}

// UnpackKeyAlreadySetError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error KeyAlreadySet()
func (committee *Committee) UnpackKeyAlreadySetError(raw []byte) (*CommitteeKeyAlreadySet, error) {
	out := new(CommitteeKeyAlreadySet)
	if err := committee.abi.UnpackIntoInterface(out, "KeyAlreadySet", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNoKey represents a NoKey error raised by the Committee contract.
type CommitteeNoKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoKey()
func CommitteeNoKeyErrorID() common.Hash {
	return common.HexToHash("0x80246e7f889875270f5c8e6e0e187cae2d6b17f3f4c087a01bf93e76b619d96f")
}

// UnpackNoKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoKey()
func (committee *Committee) UnpackNoKeyError(raw []byte) (*CommitteeNoKey, error) {
	out := new(CommitteeNoKey)
	if err := committee.abi.UnpackIntoInterface(out, "NoKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNotFrozen represents a NotFrozen error raised by the Committee contract.
type CommitteeNotFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrozen()
func CommitteeNotFrozenErrorID() common.Hash {
	return common.HexToHash("0x8208cbe5cd34d53b5acc43167c3a84d9f86c782841c84b2984c3bcaaf510b8bc")
}

// UnpackNotFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrozen()
func (committee *Committee) UnpackNotFrozenError(raw []byte) (*CommitteeNotFrozen, error) {
	out := new(CommitteeNotFrozen)
	if err := committee.abi.UnpackIntoInterface(out, "NotFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeNotOwner represents a NotOwner error raised by the Committee contract.
type CommitteeNotOwner struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(address caller)
func CommitteeNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x245aecd3fabbd17d6c3c92dc7f0ab916ea8cbf6fc1862c8b56893090ac3fff4c")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(address caller)
func (committee *Committee) UnpackNotOwnerError(raw []byte) (*CommitteeNotOwner, error) {
	out := new(CommitteeNotOwner)
	if err := committee.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteePrecompileFailed represents a PrecompileFailed error raised by the Committee contract.
type CommitteePrecompileFailed struct {
	Precompile common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrecompileFailed(address precompile)
func CommitteePrecompileFailedErrorID() common.Hash {
	return common.HexToHash("0xeb8d043ad9930b483be478f76fc57acdc905a2680c78dd9d6c7c2b2029709f6b")
}

// UnpackPrecompileFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrecompileFailed(address precompile)
func (committee *Committee) UnpackPrecompileFailedError(raw []byte) (*CommitteePrecompileFailed, error) {
	out := new(CommitteePrecompileFailed)
	if err := committee.abi.UnpackIntoInterface(out, "PrecompileFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeSameKey represents a SameKey error raised by the Committee contract.
type CommitteeSameKey struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameKey()
func CommitteeSameKeyErrorID() common.Hash {
	return common.HexToHash("0x65f1f9fc8324e3560dd90db17744d0021710946277169fd0c59bc153eb77fcfd")
}

// UnpackSameKeyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameKey()
func (committee *Committee) UnpackSameKeyError(raw []byte) (*CommitteeSameKey, error) {
	out := new(CommitteeSameKey)
	if err := committee.abi.UnpackIntoInterface(out, "SameKey", raw); err != nil {
		return nil, err
	}
	return out, nil
}
