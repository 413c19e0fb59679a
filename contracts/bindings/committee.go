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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"REGISTRY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"epoch\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"groupKey\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handoverAfter\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"handoverRoot\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"members\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"replaceKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rotate\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"setFirstKey\",\"inputs\":[{\"name\":\"key\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"members_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold_\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"sharesRoot_\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"sharesRoot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"takeOver\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"threshold\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"verify\",\"inputs\":[{\"name\":\"signingRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"HandedOver\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"key\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"posting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"KeySet\",\"inputs\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"key\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"members\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"indexed\":false,\"internalType\":\"uint32\"},{\"name\":\"sharesRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"Frozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidThreshold\",\"inputs\":[{\"name\":\"members\",\"type\":\"uint32\",\"internalType\":\"uint32\"},{\"name\":\"threshold\",\"type\":\"uint32\",\"internalType\":\"uint32\"}]},{\"type\":\"error\",\"name\":\"KeyAlreadySet\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoKey\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotFrozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingToWaitFor\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PrecompileFailed\",\"inputs\":[{\"name\":\"precompile\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"SameKey\",\"inputs\":[]}]",
	ID:  "Committee",
	Bin: "0x60a060405234801561000f575f5ffd5b5060405161259838038061259883398101604081905261002e9161003f565b6001600160a01b031660805261006c565b5f6020828403121561004f575f5ffd5b81516001600160a01b0381168114610065575f5ffd5b9392505050565b6080516124dd6100bb5f395f818160e30152818161028101528181610311015281816106dc01528181610819015281816109e001528181610e5801528181610f98015261118601526124dd5ff3fe608060405234801561000f575f5ffd5b50600436106100da575f3560e01c8063900cf0cf1161008857806396cb4ecf1161006357806396cb4ecf14610219578063bdd4d18d1461022c578063ed14b6a514610247578063ef3956321461024f575f5ffd5b8063900cf0cf146101c55780639037d9ca146101f157806395f9608214610206575f5ffd5b806342cde4e8116100b857806342cde4e8146101735780636289458f146101a75780636421649c146101bc575f5ffd5b806306433b1b146100de5780630c3928fc1461012f578063258ae58214610150575b5f5ffd5b6101057f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b61014261013d366004611dd1565b610257565b604051908152602001610126565b61016361015e366004611e46565b6106be565b6040519015158152602001610126565b5f54610192906c01000000000000000000000000900463ffffffff1681565b60405163ffffffff9091168152602001610126565b6101ba6101b5366004611e8e565b6106da565b005b61014260015481565b5f546101d89067ffffffffffffffff1681565b60405167ffffffffffffffff9091168152602001610126565b6101f9610970565b6040516101269190611f27565b6101ba610214366004611f40565b610998565b6101ba610227366004611e8e565b610e56565b5f546101929068010000000000000000900463ffffffff1681565b6101ba610f8c565b610142611183565b60408051600880825261012082019092525f9182919060208201610100803683370190505090505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156102e8573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061030c9190612013565b90505f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610378573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061039c919061204b565b73ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156103e4573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104089190612066565b63ffffffff16905081835f8151811061042357610423612081565b60209081029190910181019190915265ff000000ff00600883811b91821664ff000000ff9185901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c1780821b67ffffffff0000000016911c1760c01b8360018151811061049a5761049a612081565b60209081029190910101525f5461051c906104c09067ffffffffffffffff1660016120db565b65ff000000ff00600882811b91821664ff000000ff9390911c92831617601090811b67ff000000ff0000009290921666ff000000ff0000939093169290921790911c17602081811b67ffffffff000000001691901c1760c01b90565b8360028151811061052f5761052f612081565b602002602001018181525050848360038151811061054f5761054f612081565b602002602001018181525050898960405161056b929190612101565b60405180910390208360048151811061058657610586612081565b60209081029190910181019190915261ff0060088a811b91821660ff918c901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b836005815181106105eb576105eb612081565b60209081029190910181019190915261ff00600889811b91821660ff918b901c91821617601090811b63ff00000090931662ff000090921691909117901c1780821b67ffffffff0000000016911c1760c01b8360068151811061065057610650612081565b602002602001018181525050858360078151811061067057610670612081565b6020026020010181815250506106b06106888461129b565b7f43480003000000000000000000000000000000000000000000000000000000008385611315565b9a9950505050505050505050565b5f6106d26106ca610970565b858585611472565b949350505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610743573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610767919061204b565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff16146107d2576040517f245aecd30000000000000000000000000000000000000000000000000000000081523360048201526024015b60405180910390fd5b5f805467ffffffffffffffff169003610817576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610880573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108a4919061204b565b73ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156108ec573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906109109190612110565b610946576040517f8208cbe500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610952858585856115f4565b6109696109618587018761212f565b8484846116f5565b5050505050565b6060600260405160200161098491906121a9565b604051602081830303815290604052905090565b5f805467ffffffffffffffff1690036109dd576040517f80246e7f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610a47573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a6b919061204b565b90508073ffffffffffffffffffffffffffffffffffffffff1663054f7d9c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610ab6573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ada9190612110565b15610b11576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f610b208a8a8a8a8a8a610257565b9050610b2d8185856106be565b610b63576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610b6b610970565b805190602001208a8a604051610b82929190612101565b604051809103902003610bc1576040517f65f1f9fc00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610bcd8a8a8a8a6115f4565b8173ffffffffffffffffffffffffffffffffffffffff166308f8992d6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c16573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610c3a9190612013565b8503610c5e57610c57610c4f8a8c018c61212f565b8989896116f5565b5050610e4c565b84610c95576040517f8424d81d00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6040518060c001604052808681526020018373ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610cef573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d139190612066565b63ffffffff90811682528a811660208301528916604082015260608101889052608001610d428b8d018d61212f565b9052805160069081556020820151600780546040850151606086015163ffffffff90811668010000000000000000027fffffffffffffffffffffffffffffffffffffffff00000000ffffffffffffffff928216640100000000027fffffffffffffffffffffffffffffffffffffffffffffffff000000000000000090941691909516179190911716919091179055608082015160085560a0820151600990610dea90826121f0565b50505f54610e04915067ffffffffffffffff1660016120db565b67ffffffffffffffff167ffd709bd4b3c535888bc87f6cb849630e7ab18c180fe023cd30886fef78c0f5f68b8b88604051610e4193929190612210565b60405180910390a250505b5050505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610ebf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ee3919061204b565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614610f49576040517f245aecd30000000000000000000000000000000000000000000000000000000081523360048201526024016107c9565b5f5467ffffffffffffffff1615610946576040517f781f15fe00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600654610f9557565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610fff573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611023919061204b565b90508073ffffffffffffffffffffffffffffffffffffffff166308f8992d6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561106e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110929190612013565b60065414158061111a57508073ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156110e6573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061110a9190612066565b60075463ffffffff908116911614155b156111225750565b6040805160808101918290526111809160099060049082845b81548152602001906001019080831161113b57505060075460085463ffffffff64010000000083048116955068010000000000000000909204909116925090506116f5565b50565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fb0e722b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156111ed573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611211919061204b565b73ffffffffffffffffffffffffffffffffffffffff16631cba07bd6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611259573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061127d9190612066565b60075463ffffffff90811691161461129457505f90565b5060065490565b5f5f600190506020830183515b60018111156112e4575f5b818110156112db5760208160041b840160408360051b860160025afa909316926002016112b3565b5060011c6112a8565b5050806112f3576112f3612247565b825f8151811061130557611305612081565b6020026020010151915050919050565b5f5f60028460e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff191684604051602001611357929190918252602082015260400190565b60408051601f19818403018152908290526113719161228b565b602060405180830381855afa15801561138c573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906113af9190612013565b60408051602081018990527fffffffff000000000000000000000000000000000000000000000000000000008816818301527fffffffffffffffffffffffffffffffffffffffffffffffffffffffff000000008316604482015281518082038301815260609091019182905291925060029161142a9161228b565b602060405180830381855afa158015611445573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906114689190612013565b9695505050505050565b5f6080855114158061148657506101008214155b1561149257505f6106d2565b61149b85611871565b806114df57506114df83838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061187192505050565b156114eb57505f6106d2565b604080516f17f1d3a73197d7942695638c4fa9ac0f60208201527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb918101919091526f114d1d6855d545a8aa7d76c8cf2e21f260608201527f67816aef1db507c96655b9d5caac42364e6f38ba0ecb751bad54dcd6b939c2ca60808201525f9060a001604051602081830303815290604052848488611589896118a5565b60405160200161159d959493929190612296565b60408051808303601f19018152602080845283830190925292505f91906020820181803683370190505090506115d5600f83836119d6565b80156115e9575060016115e7826122cb565b145b979650505050505050565b61163284848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506119f492505050565b611668576040517f76d4e1e800000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b63ffffffff821615806116a85750600361168963ffffffff841660026121d9565b6116939190612310565b61169e906001612348565b8163ffffffff1614155b156116ef576040517f07fb268a00000000000000000000000000000000000000000000000000000000815263ffffffff8084166004830152821660248201526044016107c9565b50505050565b5f805467ffffffffffffffff16908061170d8361235b565b825467ffffffffffffffff9182166101009390930a9283029190920219909116179055505f805463ffffffff8481166c01000000000000000000000000027fffffffffffffffffffffffffffffffff00000000ffffffffffffffffffffffff9187166801000000000000000002919091167fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff90921691909117179055600181905560026117ba85826121f0565b505f6006819055600780547fffffffffffffffffffffffffffffffffffffffff00000000000000000000000016905560088190556009819055600a819055600b819055600c8190555460405167ffffffffffffffff909116907fa22e7d80f76520ba46ca9847625ccefb7d7d4ba24cc49cee88f17fc9c947d8e290611843908790602001612387565b60408051601f1981840301815290829052611863918790879087906123ae565b60405180910390a250505050565b5f80805b835181101561189d5780602085010151821791506020816118969190612348565b9050611875565b501592915050565b60605f6118b183611a86565b90505f6118c161010060026121d9565b67ffffffffffffffff8111156118d9576118d9611fe6565b6040519080825280601f01601f191660200182016040528015611903576020820181803683370190505b5090505f6101006020830160806020860160115afa90506101006101208301608060a0860160115afa1680611967576040517feb8d043a000000000000000000000000000000000000000000000000000000008152601160048201526024016107c9565b60408051610100808252610120820190925290602082018180368337019050509350611995600d83866119d6565b6119ce576040517feb8d043a000000000000000000000000000000000000000000000000000000008152600d60048201526024016107c9565b505050919050565b5f815160208301845160208601875afa91513d149091169392505050565b5f6080825114611a0557505f919050565b6040515f90611a1b9084906001906020016123e0565b60408051808303601f19018152608080845260a0840190925292505f9190602082018180368337019050509050611a54600c83836119d6565b8015611a665750611a6481611871565b155b80156106d257508380519060200120818051906020012014949350505050565b60605f60025f5f1b5f5f1b856101005f6040518060600160405280602c81526020016124b1602c9139604051602001611ac4969594939291906123f8565b60408051601f1981840301815290829052611ade9161228b565b602060405180830381855afa158015611af9573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190611b1c9190612013565b90505f60028260016040518060600160405280602c81526020016124b1602c9139604051602001611b4f9392919061246b565b60408051601f1981840301815290829052611b699161228b565b602060405180830381855afa158015611b84573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190611ba79190612013565b6040805161010080825261012082019092529192506020820181803683370190505092505f5b6008811015611c87578015611c72576002838318611bec836001612348565b6040518060600160405280602c81526020016124b1602c9139604051602001611c179392919061246b565b60408051601f1981840301815290829052611c319161228b565b602060405180830381855afa158015611c4c573d5f5f3e3d5ffd5b5050506040513d601f19601f82011682018060405250810190611c6f9190612013565b91505b600581901b8401602001829052600101611bcd565b506040805160e180825261012082019092525f916020820181803683370190505090505f60019050602082016040815260016020820152604080820152600160a08201536f1a0111ea397fe69a4b1ba7b6434bacd760a18201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab60c1820152602086015b6101208701811015611d3657604081606084015e60408160e18460055afa90921691604001611d0c565b505080611d72576040517feb8d043a000000000000000000000000000000000000000000000000000000008152600560048201526024016107c9565b50505050919050565b5f5f83601f840112611d8b575f5ffd5b50813567ffffffffffffffff811115611da2575f5ffd5b602083019150836020828501011115611db9575f5ffd5b9250929050565b63ffffffff81168114611180575f5ffd5b5f5f5f5f5f5f60a08789031215611de6575f5ffd5b863567ffffffffffffffff811115611dfc575f5ffd5b611e0889828a01611d7b565b9097509550506020870135611e1c81611dc0565b93506040870135611e2c81611dc0565b959894975092956060810135946080909101359350915050565b5f5f5f60408486031215611e58575f5ffd5b83359250602084013567ffffffffffffffff811115611e75575f5ffd5b611e8186828701611d7b565b9497909650939450505050565b5f5f5f5f5f60808688031215611ea2575f5ffd5b853567ffffffffffffffff811115611eb8575f5ffd5b611ec488828901611d7b565b9096509450506020860135611ed881611dc0565b92506040860135611ee881611dc0565b949793965091946060013592915050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f611f396020830184611ef9565b9392505050565b5f5f5f5f5f5f5f5f60c0898b031215611f57575f5ffd5b883567ffffffffffffffff811115611f6d575f5ffd5b611f798b828c01611d7b565b9099509750506020890135611f8d81611dc0565b95506040890135611f9d81611dc0565b9450606089013593506080890135925060a089013567ffffffffffffffff811115611fc6575f5ffd5b611fd28b828c01611d7b565b999c989b5096995094979396929594505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b5f60208284031215612023575f5ffd5b5051919050565b73ffffffffffffffffffffffffffffffffffffffff81168114611180575f5ffd5b5f6020828403121561205b575f5ffd5b8151611f398161202a565b5f60208284031215612076575f5ffd5b8151611f3981611dc0565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b67ffffffffffffffff81811683821601908111156120fb576120fb6120ae565b92915050565b818382375f9101908152919050565b5f60208284031215612120575f5ffd5b81518015158114611f39575f5ffd5b5f6080828403121561213f575f5ffd5b82601f83011261214d575f5ffd5b6040516080810181811067ffffffffffffffff8211171561217057612170611fe6565b604052806080840185811115612184575f5ffd5b845b8181101561219e578035835260209283019201612186565b509195945050505050565b6080810181835f5b60048110156121d05781548352602090920191600191820191016121b1565b50505092915050565b80820281158282048414176120fb576120fb6120ae565b815f5b60048110156116ef578151838201556020909101906001016121f3565b60408152826040820152828460608301375f606084830101525f6060601f19601f8601168301019050826020830152949350505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b5f81518060208401855e5f93019283525090919050565b5f611f398284612274565b5f6122a18288612274565b858782375f9086019081526122bf6122b98287612274565b85612274565b98975050505050505050565b8051602080830151919081101561230a577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8160200360031b1b821691505b50919050565b5f82612343577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b500490565b808201808211156120fb576120fb6120ae565b5f67ffffffffffffffff821667ffffffffffffffff810361237e5761237e6120ae565b60010192915050565b6080810181835f5b60048110156121d057815183526020928301929091019060010161238f565b608081525f6123c06080830187611ef9565b63ffffffff95861660208401529390941660408201526060015292915050565b5f6123eb8285612274565b9283525050602001919050565b8681528560208201528460408201527fffff0000000000000000000000000000000000000000000000000000000000008460f01b1660608201527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660628201525f6122bf6063830184612274565b8381527fff000000000000000000000000000000000000000000000000000000000000008360f81b1660208201525f6124a76021830184612274565b9594505050505056fe424c535f5349475f424c53313233383147325f584d443a5348412d3235365f535357555f524f5f504f505f2b",
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

// PackHandoverAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef395632.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) PackHandoverAfter() []byte {
	enc, err := committee.abi.Pack("handoverAfter")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandoverAfter is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xef395632.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) TryPackHandoverAfter() ([]byte, error) {
	return committee.abi.Pack("handoverAfter")
}

// UnpackHandoverAfter is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xef395632.
//
// Solidity: function handoverAfter() view returns(bytes32)
func (committee *Committee) UnpackHandoverAfter(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("handoverAfter", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3928fc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
func (committee *Committee) PackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte) []byte {
	enc, err := committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, posting)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHandoverRoot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0c3928fc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
func (committee *Committee) TryPackHandoverRoot(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte) ([]byte, error) {
	return committee.abi.Pack("handoverRoot", key, members, threshold, sharesRoot, posting)
}

// UnpackHandoverRoot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0c3928fc.
//
// Solidity: function handoverRoot(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting) view returns(bytes32)
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
// the contract method with ID 0x95f96082.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting, bytes signature) returns()
func (committee *Committee) PackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte, signature []byte) []byte {
	enc, err := committee.abi.Pack("rotate", key, members, threshold, sharesRoot, posting, signature)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRotate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95f96082.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rotate(bytes key, uint32 members_, uint32 threshold_, bytes32 sharesRoot_, bytes32 posting, bytes signature) returns()
func (committee *Committee) TryPackRotate(key []byte, members uint32, threshold uint32, sharesRoot [32]byte, posting [32]byte, signature []byte) ([]byte, error) {
	return committee.abi.Pack("rotate", key, members, threshold, sharesRoot, posting, signature)
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

// PackTakeOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed14b6a5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function takeOver() returns()
func (committee *Committee) PackTakeOver() []byte {
	enc, err := committee.abi.Pack("takeOver")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTakeOver is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xed14b6a5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function takeOver() returns()
func (committee *Committee) TryPackTakeOver() ([]byte, error) {
	return committee.abi.Pack("takeOver")
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

// CommitteeHandedOver represents a HandedOver event raised by the Committee contract.
type CommitteeHandedOver struct {
	Epoch   uint64
	Key     []byte
	Posting [32]byte
	Raw     *types.Log // Blockchain specific contextual infos
}

const CommitteeHandedOverEventName = "HandedOver"

// ContractEventName returns the user-defined event name.
func (CommitteeHandedOver) ContractEventName() string {
	return CommitteeHandedOverEventName
}

// UnpackHandedOverEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event HandedOver(uint64 indexed epoch, bytes key, bytes32 posting)
func (committee *Committee) UnpackHandedOverEvent(log *types.Log) (*CommitteeHandedOver, error) {
	event := "HandedOver"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeHandedOver)
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
	if bytes.Equal(raw[:4], committee.abi.Errors["NothingToWaitFor"].ID.Bytes()[:4]) {
		return committee.UnpackNothingToWaitForError(raw[4:])
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

// CommitteeNothingToWaitFor represents a NothingToWaitFor error raised by the Committee contract.
type CommitteeNothingToWaitFor struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingToWaitFor()
func CommitteeNothingToWaitForErrorID() common.Hash {
	return common.HexToHash("0x8424d81d7c41caa34d4b5ac7b15fd61348fe2e26a565097160e91e925f9f1ed9")
}

// UnpackNothingToWaitForError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingToWaitFor()
func (committee *Committee) UnpackNothingToWaitForError(raw []byte) (*CommitteeNothingToWaitFor, error) {
	out := new(CommitteeNothingToWaitFor)
	if err := committee.abi.UnpackIntoInterface(out, "NothingToWaitFor", raw); err != nil {
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
