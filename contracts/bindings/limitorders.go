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

// LimitOrdersOrder is an auto generated low-level Go binding around an user-defined struct.
type LimitOrdersOrder struct {
	Number     *big.Int
	Maker      common.Address
	Sell       common.Address
	SellAmount *big.Int
	PayChain   uint64
	Pay        common.Address
	PayAmount  *big.Int
	Payee      common.Address
	Deadline   uint64
}

// LimitOrdersMetaData contains all meta data concerning the LimitOrders contract.
var LimitOrdersMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"chainIds\",\"type\":\"uint64[]\",\"internalType\":\"uint64[]\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"SYSTEM\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractChoraleSystem\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"cancel\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"fill\",\"inputs\":[{\"name\":\"makerChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"takes\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pays\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"taker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"nonce\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"payable\"},{\"type\":\"function\",\"name\":\"fillPrice\",\"inputs\":[{\"name\":\"gasLimit\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"baseFee\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"idOf\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"pure\"},{\"type\":\"function\",\"name\":\"peerOf\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"address\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"place\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"outputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"placed\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"remaining\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"settle\",\"inputs\":[{\"name\":\"order\",\"type\":\"tuple\",\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"name\":\"takes\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"pays\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"taker\",\"type\":\"address\",\"internalType\":\"address\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"event\",\"name\":\"Cancelled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"returned\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Filled\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"taker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"takes\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"pays\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Paid\",\"inputs\":[{\"name\":\"makerChain\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"taker\",\"type\":\"address\",\"indexed\":true,\"internalType\":\"address\"},{\"name\":\"number\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"takes\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"},{\"name\":\"pays\",\"type\":\"uint256\",\"indexed\":false,\"internalType\":\"uint256\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"PeerSet\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"peer\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Placed\",\"inputs\":[{\"name\":\"id\",\"type\":\"bytes32\",\"indexed\":true,\"internalType\":\"bytes32\"},{\"name\":\"order\",\"type\":\"tuple\",\"indexed\":false,\"internalType\":\"structLimitOrders.Order\",\"components\":[{\"name\":\"number\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"maker\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"sell\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"sellAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"pay\",\"type\":\"address\",\"internalType\":\"contractIERC20\"},{\"name\":\"payAmount\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"payee\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BelowLimit\",\"inputs\":[{\"name\":\"pays\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"least\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"Expired\",\"inputs\":[{\"name\":\"deadline\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NoPeer\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"NotEnoughLeft\",\"inputs\":[{\"name\":\"takes\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"left\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"NotFrom\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotMaker\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPeer\",\"inputs\":[{\"name\":\"srcChain\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotSystem\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NothingForSale\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NothingTaken\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"PaymentFailed\",\"inputs\":[{\"name\":\"to\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"amount\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"PrepaymentMissing\",\"inputs\":[{\"name\":\"needed\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"available\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"SafeERC20FailedOperation\",\"inputs\":[{\"name\":\"token\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"WrongAmountReceived\",\"inputs\":[{\"name\":\"want\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"got\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"WrongRollup\",\"inputs\":[{\"name\":\"want\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]}]",
	ID:  "LimitOrders",
	Bin: "0x608060405234801561000f575f5ffd5b50604051611bb3380380611bb383398101604081905261002e91610115565b6100378161003d565b506101f3565b5f5b81518110156100795761007182828151811061005d5761005d6101df565b60200260200101513061007d60201b60201c565b60010161003f565b5050565b6001600160401b0382165f818152602081815260409182902080546001600160a01b0319166001600160a01b03861690811790915591519182527fd4d12ef107c544561b5cb6e6eed981cf2112361b4ee00ea8ebbb868cb4f4c7ff910160405180910390a25050565b634e487b7160e01b5f52604160045260245ffd5b80516001600160401b0381168114610110575f5ffd5b919050565b5f60208284031215610125575f5ffd5b81516001600160401b0381111561013a575f5ffd5b8201601f8101841361014a575f5ffd5b80516001600160401b03811115610163576101636100e6565b604051600582901b90603f8201601f191681016001600160401b0381118282101715610191576101916100e6565b6040529182526020818401810192908101878411156101ae575f5ffd5b6020850194505b838510156101d4576101c6856100fa565b8152602094850194016101b5565b509695505050505050565b634e487b7160e01b5f52603260045260245ffd5b6119b3806102005f395ff3fe6080604052600436106100ad575f3560e01c80639696947f11610066578063b6ae297b1161004c578063b6ae297b146101f1578063bc1ed74c14610210578063cdc354161461023b575f5ffd5b80639696947f14610191578063afa4b033146101d2575f5ffd5b8063744203081161009657806374420308146101235780638970b2f71461014f5780638b13cc3514610172575f5ffd5b80631eb29e51146100b157806351351d53146100d2575b5f5ffd5b3480156100bc575f5ffd5b506100d06100cb366004611333565b61025a565b005b3480156100dd575f5ffd5b506100f973430000000000000000000000000000000000000181565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020015b60405180910390f35b61013661013136600461139d565b610510565b60405167ffffffffffffffff909116815260200161011a565b34801561015a575f5ffd5b5061016460015481565b60405190815260200161011a565b34801561017d575f5ffd5b5061016461018c36600461140d565b6106c4565b34801561019c575f5ffd5b506100f96101ab366004611437565b5f6020819052908152604090205473ffffffffffffffffffffffffffffffffffffffff1681565b3480156101dd575f5ffd5b506101646101ec3660046114a1565b6106db565b3480156101fc575f5ffd5b506100d061020b366004611543565b61070a565b34801561021b575f5ffd5b5061016461022a36600461155e565b60026020525f908152604090205481565b348015610246575f5ffd5b506101646102553660046114a1565b610843565b610262610b33565b5f61026b610bd8565b50905061027e60a0860160808701611437565b67ffffffffffffffff168167ffffffffffffffff16146102f4576102a860a0860160808701611437565b6040517fdc4fecff00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff918216600482015290821660248201526044015b60405180910390fd5b61030661012086016101008701611437565b67ffffffffffffffff164211156103685761032961012086016101008701611437565b6040517f9569365300000000000000000000000000000000000000000000000000000000815267ffffffffffffffff90911660048201526024016102eb565b835f036103a1576040517fc89e2ab200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f6103b46101ec368890038801886114a1565b5f8181526002602052604090205490915080861115610409576040517fdd6b83c000000000000000000000000000000000000000000000000000000000815260048101879052602481018290526044016102eb565b5f61041f8860c00135888a606001356001610d33565b905080861015610465576040517f1d8d0c7400000000000000000000000000000000000000000000000000000000815260048101879052602481018290526044016102eb565b61046f87836115a2565b5f8481526002602090815260409182902092909255805189815291820188905273ffffffffffffffffffffffffffffffffffffffff87169185917f974c4a413749edf1ceefab20c2e30b963fa7ed7da6a322cf430e573998a3b338910160405180910390a361050685886104e960608c0160408d016115b5565b73ffffffffffffffffffffffffffffffffffffffff169190610d7e565b5050505050505050565b5f4661052260a0880160808901611437565b67ffffffffffffffff16146105895761054160a0870160808801611437565b6040517fdc4fecff00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff91821660048201524690911660248201526044016102eb565b60408051873581526020810187905290810185905273ffffffffffffffffffffffffffffffffffffffff84169067ffffffffffffffff8916907fde965e5a1a5c760ca525bcbbcbab0b8c7770ec3565db174519872c3e1f75980a9060600160405180910390a35f3073ffffffffffffffffffffffffffffffffffffffff16631eb29e518888888860405160240161062394939291906115d0565b604051602081830303815290604052915060e01b6020820180517bffffffffffffffffffffffffffffffffffffffffffffffffffffffff8381831617835250505050905061067388848334610dd9565b91506106b93361068a6101008a0160e08b016115b5565b8761069b60c08c0160a08d016115b5565b73ffffffffffffffffffffffffffffffffffffffff16929190610e62565b509695505050505050565b5f6106d28361018484610ec4565b90505b92915050565b5f816040516020016106ed91906116f5565b604051602081830303815290604052805190602001209050919050565b61071a60408201602083016115b5565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614610780576040517feb7019f90000000000000000000000000000000000000000000000000000000081523360048201526024016102eb565b5f6107936101ec368490038401846114a1565b5f818152600260205260408120549192508190036107dd576040517f6f53bd6100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f82815260026020526040808220919091555182907f9a07783c26ba1161617a3713cf36578795b21ea2c22643a1e3875722f3f0413b906108219084815260200190565b60405180910390a261083e33826104e960608701604088016115b5565b505050565b5f81606001515f03610881576040517f6f53bd6100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b608082015167ffffffffffffffff165f9081526020819052604090205473ffffffffffffffffffffffffffffffffffffffff166108fc5760808201516040517f968f12ab00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff90911660048201526024016102eb565b33602083015260018054905f610911836117e5565b909155508252610920826106db565b9050816060015160025f8381526020019081526020015f2081905550807fcd150f70d43c968206511b0f32338633d8516a438f617917f5e30cbe21ad48948360405161096c91906116f5565b60405180910390a260408083015190517f70a082310000000000000000000000000000000000000000000000000000000081523060048201525f9173ffffffffffffffffffffffffffffffffffffffff16906370a0823190602401602060405180830381865afa1580156109e2573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a06919061181c565b9050610a3d33308560600151866040015173ffffffffffffffffffffffffffffffffffffffff16610e62909392919063ffffffff16565b60408084015190517f70a082310000000000000000000000000000000000000000000000000000000081523060048201525f91839173ffffffffffffffffffffffffffffffffffffffff909116906370a0823190602401602060405180830381865afa158015610aaf573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610ad3919061181c565b610add91906115a2565b905083606001518114610b2c5760608401516040517f1ff641ae0000000000000000000000000000000000000000000000000000000081526004810191909152602481018290526044016102eb565b5050919050565b5f5f610b3d610bd8565b67ffffffffffffffff82165f90815260208190526040902054919350915073ffffffffffffffffffffffffffffffffffffffff808316911614610bd4576040517fa374521f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8316600482015273ffffffffffffffffffffffffffffffffffffffff821660248201526044016102eb565b5050565b5f803373430000000000000000000000000000000000000114610c29576040517f3741f60e0000000000000000000000000000000000000000000000000000000081523360048201526024016102eb565b73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff1663083e28be6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610c86573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610caa9190611833565b73430000000000000000000000000000000000000173ffffffffffffffffffffffffffffffffffffffff166363012de56040518163ffffffff1660e01b8152600401602060405180830381865afa158015610d07573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610d2b919061184e565b915091509091565b5f610d60610d4083610eda565b8015610d5b57505f8480610d5657610d56611869565b868809115b151590565b610d6b868686610f06565b610d759190611896565b95945050505050565b610d8b8383836001610fb6565b61083e576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff841660048201526024016102eb565b67ffffffffffffffff84165f9081526020819052604081205473ffffffffffffffffffffffffffffffffffffffff1680610e4b576040517f968f12ab00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff871660048201526024016102eb565b610e58868287878761103e565b9695505050505050565b610e7084848484600161111b565b610ebe576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff851660048201526024016102eb565b50505050565b5f610ed08484846111ae565b90505b9392505050565b5f6002826003811115610eef57610eef6118a9565b610ef991906118d6565b60ff166001149050919050565b5f5f5f610f1386866111c4565b91509150815f03610f3757838181610f2d57610f2d611869565b0492505050610ed3565b818411610f4e57610f4e60038515026011186111ff565b5f848688095f868103871696879004966002600389028118808a02820302808a02820302808a02820302808a02820302808a02820302808a02909103029181900381900460010185841190960395909502919093039390930492909217029150509392505050565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8616600452602485905291602083604481808b5af1925060015f51148316611032578383151615611026573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f47821115611082576040517f31a59943000000000000000000000000000000000000000000000000000000008152600481018390524760248201526044016102eb565b6040517fe8c173250000000000000000000000000000000000000000000000000000000081527343000000000000000000000000000000000000019063e8c173259084906110da908a908a908a908a906004016118f7565b60206040518083038185885af11580156110f6573d5f5f3e3d5ffd5b50505050506040513d601f19601f82011682018060405250810190610e589190611833565b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8781166004528616602452604485905291602083606481808c5af1925060015f5114831661119d578383151615611191573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f816111ba8585611210565b610ed09190611989565b5f807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83850993909202808410938190039390930393915050565b634e487b715f52806020526024601cfd5b5f80602061121f84601f611896565b61122991906119a0565b611234906020611989565b90505f6112428260e4611896565b90505f61125a603f67ffffffffffffffff88166119a0565b67ffffffffffffffff8716611270600a86611989565b62015f9061127f601087611989565b6112899190611896565b6112939190611896565b61129d9190611896565b6112a79190611896565b6112b2906001611896565b90505f6112c0602884611989565b90508082116112cf57806112d1565b815b6112dd90615208611896565b979650505050505050565b5f61012082840312156112f9575f5ffd5b50919050565b73ffffffffffffffffffffffffffffffffffffffff81168114611320575f5ffd5b50565b803561132e816112ff565b919050565b5f5f5f5f6101808587031215611347575f5ffd5b61135186866112e8565b935061012085013592506101408501359150610160850135611372816112ff565b939692955090935050565b67ffffffffffffffff81168114611320575f5ffd5b803561132e8161137d565b5f5f5f5f5f5f6101c087890312156113b3575f5ffd5b86356113be8161137d565b95506113cd88602089016112e8565b9450610140870135935061016087013592506101808701356113ee816112ff565b91506101a08701356113ff8161137d565b809150509295509295509295565b5f5f6040838503121561141e575f5ffd5b82356114298161137d565b946020939093013593505050565b5f60208284031215611447575f5ffd5b8135610ed38161137d565b604051610120810167ffffffffffffffff8111828210171561149b577f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60405290565b5f6101208284031280156114b3575f5ffd5b506114bc611452565b823581526114cc60208401611323565b60208201526114dd60408401611323565b6040820152606083810135908201526114f860808401611392565b608082015261150960a08401611323565b60a082015260c0838101359082015261152460e08401611323565b60e08201526115366101008401611392565b6101008201529392505050565b5f6101208284031215611554575f5ffd5b6106d283836112e8565b5f6020828403121561156e575f5ffd5b5035919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b818103818111156106d5576106d5611575565b5f602082840312156115c5575f5ffd5b8135610ed3816112ff565b84358152610180810160208601356115e7816112ff565b73ffffffffffffffffffffffffffffffffffffffff16602083015261160e60408701611323565b73ffffffffffffffffffffffffffffffffffffffff1660408301526060868101359083015261163f60808701611392565b67ffffffffffffffff16608083015261165a60a08701611323565b73ffffffffffffffffffffffffffffffffffffffff1660a083015260c0868101359083015261168b60e08701611323565b73ffffffffffffffffffffffffffffffffffffffff1660e08301526116b36101008701611392565b67ffffffffffffffff166101008301526101208201859052610140820184905273ffffffffffffffffffffffffffffffffffffffff8316610160830152610d75565b5f610120820190508251825273ffffffffffffffffffffffffffffffffffffffff602084015116602083015273ffffffffffffffffffffffffffffffffffffffff6040840151166040830152606083015160608301526080830151611766608084018267ffffffffffffffff169052565b5060a083015161178e60a084018273ffffffffffffffffffffffffffffffffffffffff169052565b5060c083015160c083015260e08301516117c060e084018273ffffffffffffffffffffffffffffffffffffffff169052565b506101008301516117de61010084018267ffffffffffffffff169052565b5092915050565b5f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff820361181557611815611575565b5060010190565b5f6020828403121561182c575f5ffd5b5051919050565b5f60208284031215611843575f5ffd5b8151610ed38161137d565b5f6020828403121561185e575f5ffd5b8151610ed3816112ff565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b808201808211156106d5576106d5611575565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b5f60ff8316806118e8576118e8611869565b8060ff84160691505092915050565b67ffffffffffffffff8516815273ffffffffffffffffffffffffffffffffffffffff8416602082015267ffffffffffffffff83166040820152608060608201525f8251806080840152806020850160a085015e5f60a0828501015260a07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f83011684010191505095945050505050565b80820281158282048414176106d5576106d5611575565b5f826119ae576119ae611869565b50049056",
}

// LimitOrders is an auto generated Go binding around an Ethereum contract.
type LimitOrders struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *LimitOrders) GetABI() abi.ABI {
	return c.abi
}

// NewLimitOrders creates a new instance of LimitOrders.
func NewLimitOrders() *LimitOrders {
	parsed, err := LimitOrdersMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &LimitOrders{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *LimitOrders) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(uint64[] chainIds) returns()
func (limitOrders *LimitOrders) PackConstructor(chainIds []uint64) []byte {
	enc, err := limitOrders.abi.Pack("", chainIds)
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
func (limitOrders *LimitOrders) PackSYSTEM() []byte {
	enc, err := limitOrders.abi.Pack("SYSTEM")
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
func (limitOrders *LimitOrders) TryPackSYSTEM() ([]byte, error) {
	return limitOrders.abi.Pack("SYSTEM")
}

// UnpackSYSTEM is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51351d53.
//
// Solidity: function SYSTEM() view returns(address)
func (limitOrders *LimitOrders) UnpackSYSTEM(data []byte) (common.Address, error) {
	out, err := limitOrders.abi.Unpack("SYSTEM", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6ae297b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) returns()
func (limitOrders *LimitOrders) PackCancel(order LimitOrdersOrder) []byte {
	enc, err := limitOrders.abi.Pack("cancel", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6ae297b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) returns()
func (limitOrders *LimitOrders) TryPackCancel(order LimitOrdersOrder) ([]byte, error) {
	return limitOrders.abi.Pack("cancel", order)
}

// PackFill is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74420308.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fill(uint64 makerChain, (uint256,address,address,uint256,uint64,address,uint256,address,uint64) order, uint256 takes, uint256 pays, address taker, uint64 gasLimit) payable returns(uint64 nonce)
func (limitOrders *LimitOrders) PackFill(makerChain uint64, order LimitOrdersOrder, takes *big.Int, pays *big.Int, taker common.Address, gasLimit uint64) []byte {
	enc, err := limitOrders.abi.Pack("fill", makerChain, order, takes, pays, taker, gasLimit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFill is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x74420308.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fill(uint64 makerChain, (uint256,address,address,uint256,uint64,address,uint256,address,uint64) order, uint256 takes, uint256 pays, address taker, uint64 gasLimit) payable returns(uint64 nonce)
func (limitOrders *LimitOrders) TryPackFill(makerChain uint64, order LimitOrdersOrder, takes *big.Int, pays *big.Int, taker common.Address, gasLimit uint64) ([]byte, error) {
	return limitOrders.abi.Pack("fill", makerChain, order, takes, pays, taker, gasLimit)
}

// UnpackFill is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x74420308.
//
// Solidity: function fill(uint64 makerChain, (uint256,address,address,uint256,uint64,address,uint256,address,uint64) order, uint256 takes, uint256 pays, address taker, uint64 gasLimit) payable returns(uint64 nonce)
func (limitOrders *LimitOrders) UnpackFill(data []byte) (uint64, error) {
	out, err := limitOrders.abi.Unpack("fill", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFillPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b13cc35.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function fillPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (limitOrders *LimitOrders) PackFillPrice(gasLimit uint64, baseFee *big.Int) []byte {
	enc, err := limitOrders.abi.Pack("fillPrice", gasLimit, baseFee)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFillPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b13cc35.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function fillPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (limitOrders *LimitOrders) TryPackFillPrice(gasLimit uint64, baseFee *big.Int) ([]byte, error) {
	return limitOrders.abi.Pack("fillPrice", gasLimit, baseFee)
}

// UnpackFillPrice is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b13cc35.
//
// Solidity: function fillPrice(uint64 gasLimit, uint256 baseFee) pure returns(uint256)
func (limitOrders *LimitOrders) UnpackFillPrice(data []byte) (*big.Int, error) {
	out, err := limitOrders.abi.Unpack("fillPrice", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafa4b033.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function idOf((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) pure returns(bytes32)
func (limitOrders *LimitOrders) PackIdOf(order LimitOrdersOrder) []byte {
	enc, err := limitOrders.abi.Pack("idOf", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIdOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafa4b033.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function idOf((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) pure returns(bytes32)
func (limitOrders *LimitOrders) TryPackIdOf(order LimitOrdersOrder) ([]byte, error) {
	return limitOrders.abi.Pack("idOf", order)
}

// UnpackIdOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xafa4b033.
//
// Solidity: function idOf((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) pure returns(bytes32)
func (limitOrders *LimitOrders) UnpackIdOf(data []byte) ([32]byte, error) {
	out, err := limitOrders.abi.Unpack("idOf", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPeerOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9696947f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (limitOrders *LimitOrders) PackPeerOf(chainId uint64) []byte {
	enc, err := limitOrders.abi.Pack("peerOf", chainId)
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
func (limitOrders *LimitOrders) TryPackPeerOf(chainId uint64) ([]byte, error) {
	return limitOrders.abi.Pack("peerOf", chainId)
}

// UnpackPeerOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9696947f.
//
// Solidity: function peerOf(uint64 chainId) view returns(address)
func (limitOrders *LimitOrders) UnpackPeerOf(data []byte) (common.Address, error) {
	out, err := limitOrders.abi.Unpack("peerOf", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPlace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdc35416.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function place((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) returns(bytes32 id)
func (limitOrders *LimitOrders) PackPlace(order LimitOrdersOrder) []byte {
	enc, err := limitOrders.abi.Pack("place", order)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPlace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcdc35416.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function place((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) returns(bytes32 id)
func (limitOrders *LimitOrders) TryPackPlace(order LimitOrdersOrder) ([]byte, error) {
	return limitOrders.abi.Pack("place", order)
}

// UnpackPlace is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcdc35416.
//
// Solidity: function place((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order) returns(bytes32 id)
func (limitOrders *LimitOrders) UnpackPlace(data []byte) ([32]byte, error) {
	out, err := limitOrders.abi.Unpack("place", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPlaced is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8970b2f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function placed() view returns(uint256)
func (limitOrders *LimitOrders) PackPlaced() []byte {
	enc, err := limitOrders.abi.Pack("placed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPlaced is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8970b2f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function placed() view returns(uint256)
func (limitOrders *LimitOrders) TryPackPlaced() ([]byte, error) {
	return limitOrders.abi.Pack("placed")
}

// UnpackPlaced is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8970b2f7.
//
// Solidity: function placed() view returns(uint256)
func (limitOrders *LimitOrders) UnpackPlaced(data []byte) (*big.Int, error) {
	out, err := limitOrders.abi.Unpack("placed", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRemaining is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc1ed74c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function remaining(bytes32 id) view returns(uint256)
func (limitOrders *LimitOrders) PackRemaining(id [32]byte) []byte {
	enc, err := limitOrders.abi.Pack("remaining", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemaining is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc1ed74c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function remaining(bytes32 id) view returns(uint256)
func (limitOrders *LimitOrders) TryPackRemaining(id [32]byte) ([]byte, error) {
	return limitOrders.abi.Pack("remaining", id)
}

// UnpackRemaining is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc1ed74c.
//
// Solidity: function remaining(bytes32 id) view returns(uint256)
func (limitOrders *LimitOrders) UnpackRemaining(data []byte) (*big.Int, error) {
	out, err := limitOrders.abi.Unpack("remaining", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1eb29e51.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order, uint256 takes, uint256 pays, address taker) returns()
func (limitOrders *LimitOrders) PackSettle(order LimitOrdersOrder, takes *big.Int, pays *big.Int, taker common.Address) []byte {
	enc, err := limitOrders.abi.Pack("settle", order, takes, pays, taker)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1eb29e51.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle((uint256,address,address,uint256,uint64,address,uint256,address,uint64) order, uint256 takes, uint256 pays, address taker) returns()
func (limitOrders *LimitOrders) TryPackSettle(order LimitOrdersOrder, takes *big.Int, pays *big.Int, taker common.Address) ([]byte, error) {
	return limitOrders.abi.Pack("settle", order, takes, pays, taker)
}

// LimitOrdersCancelled represents a Cancelled event raised by the LimitOrders contract.
type LimitOrdersCancelled struct {
	Id       [32]byte
	Returned *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const LimitOrdersCancelledEventName = "Cancelled"

// ContractEventName returns the user-defined event name.
func (LimitOrdersCancelled) ContractEventName() string {
	return LimitOrdersCancelledEventName
}

// UnpackCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cancelled(bytes32 indexed id, uint256 returned)
func (limitOrders *LimitOrders) UnpackCancelledEvent(log *types.Log) (*LimitOrdersCancelled, error) {
	event := "Cancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != limitOrders.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LimitOrdersCancelled)
	if len(log.Data) > 0 {
		if err := limitOrders.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range limitOrders.abi.Events[event].Inputs {
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

// LimitOrdersFilled represents a Filled event raised by the LimitOrders contract.
type LimitOrdersFilled struct {
	Id    [32]byte
	Taker common.Address
	Takes *big.Int
	Pays  *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const LimitOrdersFilledEventName = "Filled"

// ContractEventName returns the user-defined event name.
func (LimitOrdersFilled) ContractEventName() string {
	return LimitOrdersFilledEventName
}

// UnpackFilledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Filled(bytes32 indexed id, address indexed taker, uint256 takes, uint256 pays)
func (limitOrders *LimitOrders) UnpackFilledEvent(log *types.Log) (*LimitOrdersFilled, error) {
	event := "Filled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != limitOrders.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LimitOrdersFilled)
	if len(log.Data) > 0 {
		if err := limitOrders.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range limitOrders.abi.Events[event].Inputs {
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

// LimitOrdersPaid represents a Paid event raised by the LimitOrders contract.
type LimitOrdersPaid struct {
	MakerChain uint64
	Taker      common.Address
	Number     *big.Int
	Takes      *big.Int
	Pays       *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const LimitOrdersPaidEventName = "Paid"

// ContractEventName returns the user-defined event name.
func (LimitOrdersPaid) ContractEventName() string {
	return LimitOrdersPaidEventName
}

// UnpackPaidEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paid(uint64 indexed makerChain, address indexed taker, uint256 number, uint256 takes, uint256 pays)
func (limitOrders *LimitOrders) UnpackPaidEvent(log *types.Log) (*LimitOrdersPaid, error) {
	event := "Paid"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != limitOrders.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LimitOrdersPaid)
	if len(log.Data) > 0 {
		if err := limitOrders.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range limitOrders.abi.Events[event].Inputs {
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

// LimitOrdersPeerSet represents a PeerSet event raised by the LimitOrders contract.
type LimitOrdersPeerSet struct {
	ChainId uint64
	Peer    common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LimitOrdersPeerSetEventName = "PeerSet"

// ContractEventName returns the user-defined event name.
func (LimitOrdersPeerSet) ContractEventName() string {
	return LimitOrdersPeerSetEventName
}

// UnpackPeerSetEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PeerSet(uint64 indexed chainId, address peer)
func (limitOrders *LimitOrders) UnpackPeerSetEvent(log *types.Log) (*LimitOrdersPeerSet, error) {
	event := "PeerSet"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != limitOrders.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LimitOrdersPeerSet)
	if len(log.Data) > 0 {
		if err := limitOrders.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range limitOrders.abi.Events[event].Inputs {
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

// LimitOrdersPlaced represents a Placed event raised by the LimitOrders contract.
type LimitOrdersPlaced struct {
	Id    [32]byte
	Order LimitOrdersOrder
	Raw   *types.Log // Blockchain specific contextual infos
}

const LimitOrdersPlacedEventName = "Placed"

// ContractEventName returns the user-defined event name.
func (LimitOrdersPlaced) ContractEventName() string {
	return LimitOrdersPlacedEventName
}

// UnpackPlacedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Placed(bytes32 indexed id, (uint256,address,address,uint256,uint64,address,uint256,address,uint64) order)
func (limitOrders *LimitOrders) UnpackPlacedEvent(log *types.Log) (*LimitOrdersPlaced, error) {
	event := "Placed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != limitOrders.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LimitOrdersPlaced)
	if len(log.Data) > 0 {
		if err := limitOrders.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range limitOrders.abi.Events[event].Inputs {
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
func (limitOrders *LimitOrders) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["BelowLimit"].ID.Bytes()[:4]) {
		return limitOrders.UnpackBelowLimitError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["Expired"].ID.Bytes()[:4]) {
		return limitOrders.UnpackExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NoPeer"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNoPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NotEnoughLeft"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNotEnoughLeftError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NotFrom"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNotFromError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NotMaker"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNotMakerError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NotPeer"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNotPeerError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NotSystem"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNotSystemError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NothingForSale"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNothingForSaleError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["NothingTaken"].ID.Bytes()[:4]) {
		return limitOrders.UnpackNothingTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["PaymentFailed"].ID.Bytes()[:4]) {
		return limitOrders.UnpackPaymentFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["PrepaymentMissing"].ID.Bytes()[:4]) {
		return limitOrders.UnpackPrepaymentMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return limitOrders.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["WrongAmountReceived"].ID.Bytes()[:4]) {
		return limitOrders.UnpackWrongAmountReceivedError(raw[4:])
	}
	if bytes.Equal(raw[:4], limitOrders.abi.Errors["WrongRollup"].ID.Bytes()[:4]) {
		return limitOrders.UnpackWrongRollupError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// LimitOrdersBelowLimit represents a BelowLimit error raised by the LimitOrders contract.
type LimitOrdersBelowLimit struct {
	Pays  *big.Int
	Least *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BelowLimit(uint256 pays, uint256 least)
func LimitOrdersBelowLimitErrorID() common.Hash {
	return common.HexToHash("0x1d8d0c74efe91779b9fbd82372df8ce80a870031bc53f3c2202706bfb9382a00")
}

// UnpackBelowLimitError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BelowLimit(uint256 pays, uint256 least)
func (limitOrders *LimitOrders) UnpackBelowLimitError(raw []byte) (*LimitOrdersBelowLimit, error) {
	out := new(LimitOrdersBelowLimit)
	if err := limitOrders.abi.UnpackIntoInterface(out, "BelowLimit", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersExpired represents a Expired error raised by the LimitOrders contract.
type LimitOrdersExpired struct {
	Deadline uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Expired(uint64 deadline)
func LimitOrdersExpiredErrorID() common.Hash {
	return common.HexToHash("0x956936532b954ff74e062815c0174f8bd1500115ed3dd2adb3c66e2ac6109668")
}

// UnpackExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Expired(uint64 deadline)
func (limitOrders *LimitOrders) UnpackExpiredError(raw []byte) (*LimitOrdersExpired, error) {
	out := new(LimitOrdersExpired)
	if err := limitOrders.abi.UnpackIntoInterface(out, "Expired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNoPeer represents a NoPeer error raised by the LimitOrders contract.
type LimitOrdersNoPeer struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoPeer(uint64 chainId)
func LimitOrdersNoPeerErrorID() common.Hash {
	return common.HexToHash("0x968f12abb12742501405febc066422a612879628ea7ee4c6a7080fd7b62f1afd")
}

// UnpackNoPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoPeer(uint64 chainId)
func (limitOrders *LimitOrders) UnpackNoPeerError(raw []byte) (*LimitOrdersNoPeer, error) {
	out := new(LimitOrdersNoPeer)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NoPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNotEnoughLeft represents a NotEnoughLeft error raised by the LimitOrders contract.
type LimitOrdersNotEnoughLeft struct {
	Takes *big.Int
	Left  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnoughLeft(uint256 takes, uint256 left)
func LimitOrdersNotEnoughLeftErrorID() common.Hash {
	return common.HexToHash("0xdd6b83c0d0249b9dce3c3645761eb775c5ad52a63ebb843ac5f03d292ee7dd8b")
}

// UnpackNotEnoughLeftError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnoughLeft(uint256 takes, uint256 left)
func (limitOrders *LimitOrders) UnpackNotEnoughLeftError(raw []byte) (*LimitOrdersNotEnoughLeft, error) {
	out := new(LimitOrdersNotEnoughLeft)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NotEnoughLeft", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNotFrom represents a NotFrom error raised by the LimitOrders contract.
type LimitOrdersNotFrom struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func LimitOrdersNotFromErrorID() common.Hash {
	return common.HexToHash("0xf6156836116b2b2c6b6373fbcdc58761e649184fdc9704127e1a0643b0a203ed")
}

// UnpackNotFromError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrom(uint64 srcChain, address sender)
func (limitOrders *LimitOrders) UnpackNotFromError(raw []byte) (*LimitOrdersNotFrom, error) {
	out := new(LimitOrdersNotFrom)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NotFrom", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNotMaker represents a NotMaker error raised by the LimitOrders contract.
type LimitOrdersNotMaker struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotMaker(address caller)
func LimitOrdersNotMakerErrorID() common.Hash {
	return common.HexToHash("0xeb7019f91dc2a5b5b5a9e13566559522167e50257a43c3d9c1be375b6be557ba")
}

// UnpackNotMakerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotMaker(address caller)
func (limitOrders *LimitOrders) UnpackNotMakerError(raw []byte) (*LimitOrdersNotMaker, error) {
	out := new(LimitOrdersNotMaker)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NotMaker", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNotPeer represents a NotPeer error raised by the LimitOrders contract.
type LimitOrdersNotPeer struct {
	SrcChain uint64
	Sender   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func LimitOrdersNotPeerErrorID() common.Hash {
	return common.HexToHash("0xa374521feab81bf0b367be5312a88709c6b4a50d73fa5c4181a28ad88c13570b")
}

// UnpackNotPeerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPeer(uint64 srcChain, address sender)
func (limitOrders *LimitOrders) UnpackNotPeerError(raw []byte) (*LimitOrdersNotPeer, error) {
	out := new(LimitOrdersNotPeer)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NotPeer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNotSystem represents a NotSystem error raised by the LimitOrders contract.
type LimitOrdersNotSystem struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotSystem(address caller)
func LimitOrdersNotSystemErrorID() common.Hash {
	return common.HexToHash("0x3741f60e1f98b81dd70936318afa59c76b3278fb9839c1ee6d4c2da4d38d1be3")
}

// UnpackNotSystemError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotSystem(address caller)
func (limitOrders *LimitOrders) UnpackNotSystemError(raw []byte) (*LimitOrdersNotSystem, error) {
	out := new(LimitOrdersNotSystem)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NotSystem", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNothingForSale represents a NothingForSale error raised by the LimitOrders contract.
type LimitOrdersNothingForSale struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingForSale()
func LimitOrdersNothingForSaleErrorID() common.Hash {
	return common.HexToHash("0x6f53bd61429501991dcbcd671051e7d088de5e6c5a5dca001855e564b7b7c921")
}

// UnpackNothingForSaleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingForSale()
func (limitOrders *LimitOrders) UnpackNothingForSaleError(raw []byte) (*LimitOrdersNothingForSale, error) {
	out := new(LimitOrdersNothingForSale)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NothingForSale", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersNothingTaken represents a NothingTaken error raised by the LimitOrders contract.
type LimitOrdersNothingTaken struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NothingTaken()
func LimitOrdersNothingTakenErrorID() common.Hash {
	return common.HexToHash("0xc89e2ab24d4b8df6431c0a28cfd93f8d50617a8f3d972ca2160e2e132d9b6b6d")
}

// UnpackNothingTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NothingTaken()
func (limitOrders *LimitOrders) UnpackNothingTakenError(raw []byte) (*LimitOrdersNothingTaken, error) {
	out := new(LimitOrdersNothingTaken)
	if err := limitOrders.abi.UnpackIntoInterface(out, "NothingTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersPaymentFailed represents a PaymentFailed error raised by the LimitOrders contract.
type LimitOrdersPaymentFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func LimitOrdersPaymentFailedErrorID() common.Hash {
	return common.HexToHash("0xa09e6165f4dcdc4e418edf5d4543c54cdb7d7a2166ff3723d856102f4f4a3c4d")
}

// UnpackPaymentFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentFailed(address to, uint256 amount)
func (limitOrders *LimitOrders) UnpackPaymentFailedError(raw []byte) (*LimitOrdersPaymentFailed, error) {
	out := new(LimitOrdersPaymentFailed)
	if err := limitOrders.abi.UnpackIntoInterface(out, "PaymentFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersPrepaymentMissing represents a PrepaymentMissing error raised by the LimitOrders contract.
type LimitOrdersPrepaymentMissing struct {
	Needed    *big.Int
	Available *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func LimitOrdersPrepaymentMissingErrorID() common.Hash {
	return common.HexToHash("0x31a59943f8fa501a94d0fb536ca13098f87f667cfc8e18c0d06e44b53dc3902e")
}

// UnpackPrepaymentMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PrepaymentMissing(uint256 needed, uint256 available)
func (limitOrders *LimitOrders) UnpackPrepaymentMissingError(raw []byte) (*LimitOrdersPrepaymentMissing, error) {
	out := new(LimitOrdersPrepaymentMissing)
	if err := limitOrders.abi.UnpackIntoInterface(out, "PrepaymentMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the LimitOrders contract.
type LimitOrdersSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func LimitOrdersSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (limitOrders *LimitOrders) UnpackSafeERC20FailedOperationError(raw []byte) (*LimitOrdersSafeERC20FailedOperation, error) {
	out := new(LimitOrdersSafeERC20FailedOperation)
	if err := limitOrders.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersWrongAmountReceived represents a WrongAmountReceived error raised by the LimitOrders contract.
type LimitOrdersWrongAmountReceived struct {
	Want *big.Int
	Got  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongAmountReceived(uint256 want, uint256 got)
func LimitOrdersWrongAmountReceivedErrorID() common.Hash {
	return common.HexToHash("0x1ff641ae1e10906ee8d94b5401e1d335c0cd001d74f6a2f60dad0c489583b2b2")
}

// UnpackWrongAmountReceivedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongAmountReceived(uint256 want, uint256 got)
func (limitOrders *LimitOrders) UnpackWrongAmountReceivedError(raw []byte) (*LimitOrdersWrongAmountReceived, error) {
	out := new(LimitOrdersWrongAmountReceived)
	if err := limitOrders.abi.UnpackIntoInterface(out, "WrongAmountReceived", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LimitOrdersWrongRollup represents a WrongRollup error raised by the LimitOrders contract.
type LimitOrdersWrongRollup struct {
	Want uint64
	Got  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongRollup(uint64 want, uint64 got)
func LimitOrdersWrongRollupErrorID() common.Hash {
	return common.HexToHash("0xdc4fecff34d27d69a185c6b3b3d132f629916e3ca769dfb60ceccfdc7e1e42d4")
}

// UnpackWrongRollupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongRollup(uint64 want, uint64 got)
func (limitOrders *LimitOrders) UnpackWrongRollupError(raw []byte) (*LimitOrdersWrongRollup, error) {
	out := new(LimitOrdersWrongRollup)
	if err := limitOrders.abi.UnpackIntoInterface(out, "WrongRollup", raw); err != nil {
		return nil, err
	}
	return out, nil
}
