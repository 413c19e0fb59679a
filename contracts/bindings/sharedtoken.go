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
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"name\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"symbol\",\"type\":\"string\",\"internalType\":\"string\"},{\"name\":\"holder\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"supply\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"chainIds\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"SYSTEM\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChoraleSystem\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"allowance\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"approve\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"balanceOf\",\"inputs\":[{\"name\":\"account\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"burnAndCallPrice\",\"inputs\":[{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"dataLength\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"baseFee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"burnPrice\",\"inputs\":[{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"baseFee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"burnTo\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"burnToAndCall\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"decimals\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint8\",\"internalType\":\"uint8\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"mintFrom\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"mintFromAndCall\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"name\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"peerOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"symbol\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"string\",\"internalType\":\"string\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"totalSupply\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"transfer\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"transferFrom\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Approval\",\"inputs\":[{\"name\":\"owner\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"spender\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"BurntTo\",\"inputs\":[{\"name\":\"dstChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"nonce\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"MintedFrom\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PeerSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"peer\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Transfer\",\"inputs\":[{\"name\":\"from\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"to\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"value\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"ERC20InsufficientAllowance\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"allowance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InsufficientBalance\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"balance\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidApprover\",\"inputs\":[{\"name\":\"approver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSender\",\"inputs\":[{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"ERC20InvalidSpender\",\"inputs\":[{\"name\":\"spender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NoPeer\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotFrom\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPeer\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSystem\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrepaymentMissing\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"RefusedByReceiver\",\"inputs\":[{\"name\":\"receiver\",\"type\":\"address\",\"internalType\":\"address\"}]}]",
	ID:  "SharedToken",
	Bin: "0x608060405234801561000f575f5ffd5b50604051611e1a380380611e1a83398101604081905261002e916103bb565b8484600361003c8382610501565b5060046100498282610501565b50505061005b8161006f60201b60201c565b61006583836100af565b50505050506105f8565b5f5b81518110156100ab576100a382828151811061008f5761008f6105bf565b6020026020010151306100e860201b60201c565b600101610071565b5050565b6001600160a01b0382166100dd5760405163ec442f0560e01b81525f60048201526024015b60405180910390fd5b6100ab5f8383610153565b6001600160401b0382165f8181526005602090815260409182902080546001600160a01b0319166001600160a01b03861690811790915591519182527fd4d12ef107c544561b5cb6e6eed981cf2112361b4ee00ea8ebbb868cb4f4c7ff910160405180910390a25050565b6001600160a01b03831661017d578060025f82825461017291906105d3565b909155506101ed9050565b6001600160a01b0383165f90815260208190526040902054818110156101cf5760405163391434e360e21b81526001600160a01b038516600482015260248101829052604481018390526064016100d4565b6001600160a01b0384165f9081526020819052604090209082900390555b6001600160a01b03821661020957600280548290039055610227565b6001600160a01b0382165f9081526020819052604090208054820190555b816001600160a01b0316836001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8360405161026c91815260200190565b60405180910390a3505050565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f191681016001600160401b03811182821017156102b5576102b5610279565b604052919050565b5f82601f8301126102cc575f5ffd5b81516001600160401b038111156102e5576102e5610279565b6102f8601f8201601f191660200161028d565b81815284602083860101111561030c575f5ffd5b8160208501602083015e5f918101602001919091529392505050565b5f82601f830112610337575f5ffd5b81516001600160401b0381111561035057610350610279565b8060051b6103606020820161028d565b9182526020818501810192908101908684111561037b575f5ffd5b6020860192505b838310156103b15782516001600160401b03811681146103a0575f5ffd5b825260209283019290910190610382565b9695505050505050565b5f5f5f5f5f60a086880312156103cf575f5ffd5b85516001600160401b038111156103e4575f5ffd5b6103f0888289016102bd565b602088015190965090506001600160401b0381111561040d575f5ffd5b610419888289016102bd565b604088015190955090506001600160a01b0381168114610437575f5ffd5b6060870151608088015191945092506001600160401b03811115610459575f5ffd5b61046588828901610328565b9150509295509295909350565b600181811c9082168061048657607f821691505b6020821081036104a457634e487b7160e01b5f52602260045260245ffd5b50919050565b601f8211156104fc57828211156104fc57805f5260205f20601f840160051c60208510156104d557505f5b90810190601f840160051c035f5b818110156104f8575f838201556001016104e3565b5050505b505050565b81516001600160401b0381111561051a5761051a610279565b61052e816105288454610472565b846104aa565b6020601f821160018114610560575f83156105495750848201515b5f19600385901b1c1916600184901b1784556105b8565b5f84815260208120601f198516915b8281101561058f578785015182556020948501946001909201910161056f565b50848210156105ac57868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b634e487b7160e01b5f52603260045260245ffd5b808201808211156105f257634e487b7160e01b5f52601160045260245ffd5b92915050565b611815806106055f395ff3fe608060405260043610610109575f3560e01c806351351d53116100a15780639696947f11610071578063aaa3fc8111610057578063aaa3fc811461033e578063cba906871461035d578063dd62ed3e1461037c575f5ffd5b80639696947f146102de578063a9059cbb1461031f575f5ffd5b806351351d531461022a57806370a082311461027657806394fe8aab146102b757806395d89b41146102ca575f5ffd5b806323b872dd116100dc57806323b872dd146101a5578063313ce567146101c45780634e295e84146101df5780635122b5db146101fe575f5ffd5b806306fdde031461010d578063095ea7b31461013757806318160ddd146101665780631cc7485914610184575b5f5ffd5b348015610118575f5ffd5b506101216103cd565b60405161012e91906112a4565b60405180910390f35b348015610142575f5ffd5b506101566101513660046112da565b61045d565b604051901515815260200161012e565b348015610171575f5ffd5b506002545b60405190815260200161012e565b34801561018f575f5ffd5b506101a361019e3660046112da565b610476565b005b3480156101b0575f5ffd5b506101566101bf366004611304565b61048d565b3480156101cf575f5ffd5b506040516012815260200161012e565b3480156101ea575f5ffd5b506101766101f9366004611357565b6104b0565b61021161020c3660046113ce565b6104f0565b60405167ffffffffffffffff909116815260200161012e565b348015610235575f5ffd5b5061025173430000000000000000000000000000000000000181565b60405173ffffffffffffffffffffffffffffffffffffffff909116815260200161012e565b348015610281575f5ffd5b5061017661029036600461144e565b73ffffffffffffffffffffffffffffffffffffffff165f9081526020819052604090205490565b6102116102c5366004611469565b6105f0565b3480156102d5575f5ffd5b506101216106f7565b3480156102e9575f5ffd5b506102516102f83660046114b9565b60056020525f908152604090205473ffffffffffffffffffffffffffffffffffffffff1681565b34801561032a575f5ffd5b506101566103393660046112da565b610706565b348015610349575f5ffd5b506101a36103583660046114d4565b610713565b348015610368575f5ffd5b50610176610377366004611542565b61084d565b348015610387575f5ffd5b5061017661039636600461155e565b73ffffffffffffffffffffffffffffffffffffffff9182165f90815260016020908152604080832093909416825291909152205490565b6060600380546103dc90611595565b80601f016020809104026020016040519081016040528092919081815260200182805461040890611595565b80156104535780601f1061042a57610100808354040283529160200191610453565b820191905f5260205f20905b81548152906001019060200180831161043657829003601f168201915b5050505050905090565b5f3361046a818585610861565b60019150505b92915050565b61047e61086e565b6104888282610913565b505050565b5f3361049a85828561098a565b6104a5858585610a58565b506001949350505050565b5f6104e88460206104c286601f611613565b6104cc9190611626565b6104d790602061165e565b6104e29060a4611613565b84610b01565b949350505050565b5f6104fb3386610b0d565b5f3073ffffffffffffffffffffffffffffffffffffffff1663aaa3fc8133898988886040516024016105319594939291906116bc565b604051602081830303815290604052915060e01b6020820180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff8381831617835250505050905061058188868334610b67565b6040805188815267ffffffffffffffff808416602083015292945073ffffffffffffffffffffffffffffffffffffffff8a16923392908c16917facc9eaf00455dcd5c2ea8fd70480525ecb0f813560a7f6b6d3bae4df3abd14c9910160405180910390a4509695505050505050565b5f6105fb3384610b0d565b6040805173ffffffffffffffffffffffffffffffffffffffff8616602482015260448082018690528251808303909101815260649091019091526020810180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff167f1cc748590000000000000000000000000000000000000000000000000000000017905261068b908690849034610b67565b6040805185815267ffffffffffffffff808416602083015292935073ffffffffffffffffffffffffffffffffffffffff8716923392908916917facc9eaf00455dcd5c2ea8fd70480525ecb0f813560a7f6b6d3bae4df3abd14c9910160405180910390a4949350505050565b6060600480546103dc90611595565b5f3361046a818585610a58565b61071b61086e565b5f6107268585610913565b90505f8573ffffffffffffffffffffffffffffffffffffffff1663cc1b1fa683898888886040518663ffffffff1660e01b815260040161076a95949392919061170d565b6020604051808303815f875af1158015610786573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107aa9190611752565b90507fffffffff0000000000000000000000000000000000000000000000000000000081167fcc1b1fa60000000000000000000000000000000000000000000000000000000014610844576040517fdaa4eade00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff871660048201526024015b60405180910390fd5b50505050505050565b5f61085a83604484610b01565b9392505050565b6104888383836001610bf0565b5f5f610878610d35565b67ffffffffffffffff82165f90815260056020526040902054919350915073ffffffffffffffffffffffffffffffffffffffff80831691161461090f576040517fa374521f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8316600482015273ffffffffffffffffffffffffffffffffffffffff8216602482015260440161083b565b5050565b5f61091c610d35565b5090506109298383610e90565b8273ffffffffffffffffffffffffffffffffffffffff168167ffffffffffffffff167f36f158d5ae8ebafc8149e90a041a706142d554b127a384dff464d71407ea300e8460405161097c91815260200190565b60405180910390a392915050565b73ffffffffffffffffffffffffffffffffffffffff8381165f908152600160209081526040808320938616835292905220547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811015610a525781811015610a44576040517ffb8f41b200000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff84166004820152602481018290526044810183905260640161083b565b610a5284848484035f610bf0565b50505050565b73ffffffffffffffffffffffffffffffffffffffff8316610aa7576040517f96c6fd1e0000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b73ffffffffffffffffffffffffffffffffffffffff8216610af6576040517fec442f050000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b610488838383610ee6565b5f6104e884848461108d565b73ffffffffffffffffffffffffffffffffffffffff8216610b5c576040517f96c6fd1e0000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b61090f825f83610ee6565b67ffffffffffffffff84165f9081526005602052604081205473ffffffffffffffffffffffffffffffffffffffff1680610bd9576040517f968f12ab00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8716600482015260240161083b565b610be686828787876110a3565b9695505050505050565b73ffffffffffffffffffffffffffffffffffffffff8416610c3f576040517fe602df050000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b73ffffffffffffffffffffffffffffffffffffffff8316610c8e576040517f94280d620000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b73ffffffffffffffffffffffffffffffffffffffff8085165f9081526001602090815260408083209387168352929052208290558015610a52578273ffffffffffffffffffffffffffffffffffffffff168473ffffffffffffffffffffffffffffffffffffffff167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92584604051610d2791815260200190565b60405180910390a350505050565b5f803373430000000000000000000000000000000000000114610d86576040517f3741f60e00000000000000000000000000000000000000000000000000000000815233600482015260240161083b565b73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff1663083e28be6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610de3573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e079190611791565b73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff166363012de56040518163ffffffff1660e01b8152600401602060405180830381865afa158015610e64573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e8891906117ac565b915091509091565b73ffffffffffffffffffffffffffffffffffffffff8216610edf576040517fec442f050000000000000000000000000000000000000000000000000000000081525f600482015260240161083b565b61090f5f83835b73ffffffffffffffffffffffffffffffffffffffff8316610f1d578060025f828254610f129190611613565b90915550610fcd9050565b73ffffffffffffffffffffffffffffffffffffffff83165f9081526020819052604090205481811015610fa2576040517fe450d38c00000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff85166004820152602481018290526044810183905260640161083b565b73ffffffffffffffffffffffffffffffffffffffff84165f9081526020819052604090209082900390555b73ffffffffffffffffffffffffffffffffffffffff8216610ff657600280548290039055611021565b73ffffffffffffffffffffffffffffffffffffffff82165f9081526020819052604090208054820190555b8173ffffffffffffffffffffffffffffffffffffffff168373ffffffffffffffffffffffffffffffffffffffff167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef8360405161108091815260200190565b60405180910390a3505050565b5f816110998585611180565b6104e8919061165e565b5f478211156110e7576040517f31a599430000000000000000000000000000000000000000000000000000000081526004810183905247602482015260440161083b565b6040517fe8c173250000000000000000000000000000000000000000000000000000000081527343000000000000000000000000000000000000019063e8c1732590849061113f908a908a908a908a906004016117c7565b60206040518083038185885af115801561115b573d5f5f3e3d5ffd5b50505050506040513d601f19601f82011682018060405250810190610be69190611791565b5f80602061118f84601f611613565b6111999190611626565b6111a490602061165e565b90505f6111b28260e4611613565b90505f6111ca603f67ffffffffffffffff8816611626565b67ffffffffffffffff87166111e0600a8661165e565b62015f906111ef60108761165e565b6111f99190611613565b6112039190611613565b61120d9190611613565b6112179190611613565b611222906001611613565b90505f61123060288461165e565b905080821161123f5780611241565b815b61124d90615208611613565b979650505050505050565b5f81518084528060208401602086015e5f6020828601015260207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011685010191505092915050565b602081525f61085a6020830184611258565b73ffffffffffffffffffffffffffffffffffffffff811681146112d7575f5ffd5b50565b5f5f604083850312156112eb575f5ffd5b82356112f6816112b6565b946020939093013593505050565b5f5f5f60608486031215611316575f5ffd5b8335611321816112b6565b92506020840135611331816112b6565b929592945050506040919091013590565b67ffffffffffffffff811681146112d7575f5ffd5b5f5f5f60608486031215611369575f5ffd5b833561137481611342565b95602085013595506040909401359392505050565b5f5f83601f840112611399575f5ffd5b50813567ffffffffffffffff8111156113b0575f5ffd5b6020830191508360208285010111156113c7575f5ffd5b9250929050565b5f5f5f5f5f5f60a087890312156113e3575f5ffd5b86356113ee81611342565b955060208701356113fe816112b6565b945060408701359350606087013561141581611342565b9250608087013567ffffffffffffffff811115611430575f5ffd5b61143c89828a01611389565b979a9699509497509295939492505050565b5f6020828403121561145e575f5ffd5b813561085a816112b6565b5f5f5f5f6080858703121561147c575f5ffd5b843561148781611342565b93506020850135611497816112b6565b92506040850135915060608501356114ae81611342565b939692955090935050565b5f602082840312156114c9575f5ffd5b813561085a81611342565b5f5f5f5f5f608086880312156114e8575f5ffd5b85356114f3816112b6565b94506020860135611503816112b6565b935060408601359250606086013567ffffffffffffffff811115611525575f5ffd5b61153188828901611389565b969995985093965092949392505050565b5f5f60408385031215611553575f5ffd5b82356112f681611342565b5f5f6040838503121561156f575f5ffd5b823561157a816112b6565b9150602083013561158a816112b6565b809150509250929050565b600181811c908216806115a957607f821691505b6020821081036115e0577f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b50919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b80820180821115610470576104706115e6565b5f82611659577f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b500490565b8082028115828204841417610470576104706115e6565b81835281816020850137505f602082840101525f60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116840101905092915050565b73ffffffffffffffffffffffffffffffffffffffff8616815273ffffffffffffffffffffffffffffffffffffffff85166020820152836040820152608060608201525f61124d608083018486611675565b67ffffffffffffffff8616815273ffffffffffffffffffffffffffffffffffffffff85166020820152836040820152608060608201525f61124d608083018486611675565b5f60208284031215611762575f5ffd5b81517fffffffff000000000000000000000000000000000000000000000000000000008116811461085a575f5ffd5b5f602082840312156117a1575f5ffd5b815161085a81611342565b5f602082840312156117bc575f5ffd5b815161085a816112b6565b67ffffffffffffffff8516815273ffffffffffffffffffffffffffffffffffffffff8416602082015267ffffffffffffffff83166040820152608060608201525f610be6608083018461125856",
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
// Solidity: constructor(string name, string symbol, address holder, uint256 supply, uint64[] chainIds) returns()
func (sharedToken *SharedToken) PackConstructor(name string, symbol string, holder common.Address, supply *big.Int, chainIds []uint64) []byte {
	enc, err := sharedToken.abi.Pack("", name, symbol, holder, supply, chainIds)
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

// PackBurnAndCallPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e295e84.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnAndCallPrice(uint64 gasLimit, uint256 dataLength, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) PackBurnAndCallPrice(gasLimit uint64, dataLength *big.Int, baseFee *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("burnAndCallPrice", gasLimit, dataLength, baseFee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnAndCallPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4e295e84.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnAndCallPrice(uint64 gasLimit, uint256 dataLength, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) TryPackBurnAndCallPrice(gasLimit uint64, dataLength *big.Int, baseFee *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("burnAndCallPrice", gasLimit, dataLength, baseFee)
}

// UnpackBurnAndCallPrice is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4e295e84.
//
// Solidity: function burnAndCallPrice(uint64 gasLimit, uint256 dataLength, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) UnpackBurnAndCallPrice(data []byte) (*big.Int, error) {
	out, err := sharedToken.abi.Unpack("burnAndCallPrice", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurnPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcba90687.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) PackBurnPrice(gasLimit uint64, baseFee *big.Int) []byte {
	enc, err := sharedToken.abi.Pack("burnPrice", gasLimit, baseFee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcba90687.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) TryPackBurnPrice(gasLimit uint64, baseFee *big.Int) ([]byte, error) {
	return sharedToken.abi.Pack("burnPrice", gasLimit, baseFee)
}

// UnpackBurnPrice is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcba90687.
//
// Solidity: function burnPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (sharedToken *SharedToken) UnpackBurnPrice(data []byte) (*big.Int, error) {
	out, err := sharedToken.abi.Unpack("burnPrice", data)
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

// PackBurnToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5122b5db.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnToAndCall(uint64 dstChain, address to, uint256 amount, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (sharedToken *SharedToken) PackBurnToAndCall(dstChain uint64, to common.Address, amount *big.Int, gasLimit uint64, data []byte) []byte {
	enc, err := sharedToken.abi.Pack("burnToAndCall", dstChain, to, amount, gasLimit, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5122b5db.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnToAndCall(uint64 dstChain, address to, uint256 amount, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (sharedToken *SharedToken) TryPackBurnToAndCall(dstChain uint64, to common.Address, amount *big.Int, gasLimit uint64, data []byte) ([]byte, error) {
	return sharedToken.abi.Pack("burnToAndCall", dstChain, to, amount, gasLimit, data)
}

// UnpackBurnToAndCall is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5122b5db.
//
// Solidity: function burnToAndCall(uint64 dstChain, address to, uint256 amount, uint64 gasLimit, bytes data) payable returns(uint64 nonce)
func (sharedToken *SharedToken) UnpackBurnToAndCall(data []byte) (uint64, error) {
	out, err := sharedToken.abi.Unpack("burnToAndCall", data)
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

// PackMintFromAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaaa3fc81.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintFromAndCall(address from, address to, uint256 amount, bytes data) returns()
func (sharedToken *SharedToken) PackMintFromAndCall(from common.Address, to common.Address, amount *big.Int, data []byte) []byte {
	enc, err := sharedToken.abi.Pack("mintFromAndCall", from, to, amount, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintFromAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaaa3fc81.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintFromAndCall(address from, address to, uint256 amount, bytes data) returns()
func (sharedToken *SharedToken) TryPackMintFromAndCall(from common.Address, to common.Address, amount *big.Int, data []byte) ([]byte, error) {
	return sharedToken.abi.Pack("mintFromAndCall", from, to, amount, data)
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

// PackPeerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696947f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (sharedToken *SharedToken) PackPeerOf(chainId uint64) []byte {
	enc, err := sharedToken.abi.Pack("peerOf", chainId)
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
func (sharedToken *SharedToken) TryPackPeerOf(chainId uint64) ([]byte, error) {
	return sharedToken.abi.Pack("peerOf", chainId)
}

// UnpackPeerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9696947f.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (sharedToken *SharedToken) UnpackPeerOf(data []byte) (common.Address, error) {
	out, err := sharedToken.abi.Unpack("peerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
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

// SharedTokenPeerSet represents a PeerSet event raised by the SharedToken contract.
type SharedTokenPeerSet struct {
	ChainId uint64
	Peer    common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const SharedTokenPeerSetEventName = "PeerSet"

// ContractEventName returns the user-defined event name.
func (SharedTokenPeerSet) ContractEventName() string {
	return SharedTokenPeerSetEventName
}

// UnpackPeerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerSet(uint64 indexed chainId, address peer)
func (sharedToken *SharedToken) UnpackPeerSetEvent(log *types.Log) (*SharedTokenPeerSet, error) {
	event := "PeerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != sharedToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SharedTokenPeerSet)
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
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NoPeer"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNoPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NotFrom"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNotFromError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NotPeer"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNotPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["NotSystem"].ID.Bytes()[:4]) {
		return sharedToken.UnpackNotSystemError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return sharedToken.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["PrepaymentMissing"].ID.Bytes()[:4]) {
		return sharedToken.UnpackPrepaymentMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], sharedToken.abi.Errors["RefusedByReceiver"].ID.Bytes()[:4]) {
		return sharedToken.UnpackRefusedByReceiverError(raw[4:])
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

// SharedTokenNoPeer represents a NoPeer error raised by the SharedToken contract.
type SharedTokenNoPeer struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoPeer(uint64 chainId)
func SharedTokenNoPeerErrorID() common.Hash {
	return common.HexToHash("0x968f12abb12742501405febc066422a612879628ea7ee4c6a7080fd7b62f1afd")
}

// UnpackNoPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoPeer(uint64 chainId)
func (sharedToken *SharedToken) UnpackNoPeerError(raw []byte) (*SharedTokenNoPeer, error) {
	out := new(SharedTokenNoPeer)
	if err := sharedToken.abi.UnpackIntoInterface(out, "NoPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenNotFrom represents a NotFrom error raised by the SharedToken contract.
type SharedTokenNotFrom struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func SharedTokenNotFromErrorID() common.Hash {
	return common.HexToHash("0xf6156836116b2b2c6b6373fbcdc58761e649184fdc9704127e1a0643b0a203ed")
}

// UnpackNotFromError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func (sharedToken *SharedToken) UnpackNotFromError(raw []byte) (*SharedTokenNotFrom, error) {
	out := new(SharedTokenNotFrom)
	if err := sharedToken.abi.UnpackIntoInterface(out, "NotFrom", raw); err != nil {
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

// SharedTokenPaymentFailed represents a PaymentFailed error raised by the SharedToken contract.
type SharedTokenPaymentFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func SharedTokenPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0xa09e6165f4dcdc4e418edf5d4543c54cdb7d7a2166ff3723d856102f4f4a3c4d")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func (sharedToken *SharedToken) UnpackPaymentFailedError(raw []byte) (*SharedTokenPaymentFailed, error) {
	out := new(SharedTokenPaymentFailed)
	if err := sharedToken.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenPrepaymentMissing represents a PrepaymentMissing error raised by the SharedToken contract.
type SharedTokenPrepaymentMissing struct {
	Needed    *big.Int
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func SharedTokenPrepaymentMissingErrorID() common.Hash {
	return common.HexToHash("0x31a59943f8fa501a94d0fb536ca13098f87f667cfc8e18c0d06e44b53dc3902e")
}

// UnpackPrepaymentMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func (sharedToken *SharedToken) UnpackPrepaymentMissingError(raw []byte) (*SharedTokenPrepaymentMissing, error) {
	out := new(SharedTokenPrepaymentMissing)
	if err := sharedToken.abi.UnpackIntoInterface(out, "PrepaymentMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SharedTokenRefusedByReceiver represents a RefusedByReceiver error raised by the SharedToken contract.
type SharedTokenRefusedByReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error RefusedByReceiver(address receiver)
func SharedTokenRefusedByReceiverErrorID() common.Hash {
	return common.HexToHash("0xdaa4eade9fd40dd70433bb6e609159a8a73ef34d0937a5538aa3dce4564a1854")
}

// UnpackRefusedByReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error RefusedByReceiver(address receiver)
func (sharedToken *SharedToken) UnpackRefusedByReceiverError(raw []byte) (*SharedTokenRefusedByReceiver, error) {
	out := new(SharedTokenRefusedByReceiver)
	if err := sharedToken.abi.UnpackIntoInterface(out, "RefusedByReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}
