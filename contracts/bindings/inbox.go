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

// Posting is an auto generated low-level Go binding around an user-defined struct.
type Posting struct {
	Network       [32]byte
	Incarnation   uint64
	Epoch         uint64
	Previous      [32]byte
	FirstSlot     uint64
	LastSlot      uint64
	LastHeader    [32]byte
	BlobsHash     [32]byte
	DataHash      [32]byte
	L1Number      uint64
	L1Hash        [32]byte
	QueuePosition uint64
	QueueHash     [32]byte
	LedgerRoot    [32]byte
	PairRoot      [32]byte
}

// InboxMetaData contains all meta data concerning the Inbox contract.
var InboxMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry\",\"type\":\"address\",\"internalType\":\"contractRegistry\"},{\"name\":\"committee\",\"type\":\"address\",\"internalType\":\"contractCommittee\"},{\"name\":\"inclusionBlocks\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"freezeSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"freezeBlocks\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"exitSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"COMMITTEE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractCommittee\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"EXIT_SECONDS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"FREEZE_BLOCKS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"FREEZE_SECONDS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"INCLUSION_BLOCKS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_FORCED\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"REGISTRY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"accumulate\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"accumulatorAt\",\"inputs\":[{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blockOf\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"dead\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"enqueue\",\"inputs\":[{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"forceTransaction\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rawTx\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"freeze\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"frozen\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"frozenAt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hasPosted\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"incarnation\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1Number\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastLedger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastPosting\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastSlot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ledgerTime\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"post\",\"inputs\":[{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structPosting\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"postedAt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"queueLength\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"queuePosition\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"reopen\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"stalled\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"FrozenAt\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastPosting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Posted\",\"inputs\":[{\"name\":\"firstSlot\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"postingRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Queued\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"l1Block\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"accumulator\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Reopened\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastPosting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"BlobsNotTaken\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"Dead\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EmptyRange\",\"inputs\":[{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"EmptyTransaction\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"Frozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotDirect\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotEnqueuer\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotFrozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotStalled\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OutOfQueue\",\"inputs\":[{\"name\":\"asked\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"length\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Overdue\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Block\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"QueueDecreased\",\"inputs\":[{\"name\":\"before\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"TransactionTooLong\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ViewAhead\",\"inputs\":[{\"name\":\"head\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ViewDecreased\",\"inputs\":[{\"name\":\"before\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongData\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongFirstSlot\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongIncarnation\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongNetwork\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongPrevious\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongQueueHash\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Inbox",
	Bin: "0x610140604052348015610010575f5ffd5b50604051612a95380380612a9583398101604081905261002f916100ca565b6001600160a01b039586166080529390941660a0526001600160401b0391821660c052811660e052918216610100528116610120526003805463ffffffff191660011790556002805442909216600160c01b026001600160c01b0390921691909117905561013f565b6001600160a01b03811681146100ac575f5ffd5b50565b80516001600160401b03811681146100c5575f5ffd5b919050565b5f5f5f5f5f5f60c087890312156100df575f5ffd5b86516100ea81610098565b60208801519096506100fb81610098565b9450610109604088016100af565b9350610117606088016100af565b9250610125608088016100af565b915061013360a088016100af565b90509295509295509295565b60805160a05160c05160e05161010051610120516128bb6101da5f395f818161044f015261075a01525f81816104c501526108b401525f818161049e01526107ac01525f81816101cf0152611d1f01525f818161042801528181610fa8015281816112df015261196501525f818161023d015281816105b20152818161068b01528181610ace01528181611364015261180601526128bb5ff3fe608060405234801561000f575f5ffd5b50600436106101c6575f3560e01c80636ea667cd116100fe578063d80453401161009e578063e7efafe41161006e578063e7efafe414610471578063ee8ccaf014610499578063f4007703146104c0578063f7a2ce3d146104e7575f5ffd5b8063d8045340146103fa578063df97edb21461041a578063e1c54e7114610423578063e4414d071461044a575f5ffd5b8063ab91c7b0116100d9578063ab91c7b0146103ae578063b13e7489146103b6578063c9e281c3146103df578063ccc108d7146103f2575f5ffd5b80636ea667cd1461036c5780636ffb88c81461038057806380e8032214610393575f5ffd5b8063349716d0116101695780633e79642f116101445780633e79642f14610319578063526e3e641461034957806362a5af3b146103515780636765e62b14610359575f5ffd5b8063349716d0146102db578063364e18bb146102f057806336cf7c8714610311575f5ffd5b806308f8992d116101a457806308f8992d146102845780630f8638b21461029a5780631cba07bd146102a35780632ac58c7b146102c8575f5ffd5b806302581c71146101ca578063054f7d9c1461020f57806306433b1b14610238575b5f5ffd5b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6003546102289068010000000000000000900460ff1681565b6040519015158152602001610206565b61025f7f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff9091168152602001610206565b61028c5f5481565b604051908152602001610206565b61028c61800081565b6003546102b39063ffffffff1681565b60405163ffffffff9091168152602001610206565b6101f16102d63660046122d4565b6104fa565b6102ee6102e936600461236a565b6105b0565b005b6003546101f1906901000000000000000000900467ffffffffffffffff1681565b61022861072d565b6002546101f1907801000000000000000000000000000000000000000000000000900467ffffffffffffffff1681565b610228610798565b6102ee6108e7565b6102ee6103673660046123c9565b610a1d565b6002546101f19067ffffffffffffffff1681565b61028c61038e366004612447565b610bc2565b60035463ffffffff8082166401000000009092041614610228565b6005546101f1565b6101f16103c436600461256c565b60046020525f908152604090205467ffffffffffffffff1681565b6102ee6103ed366004612583565b610c7e565b6102ee611362565b6002546101f19068010000000000000000900467ffffffffffffffff1681565b61028c60015481565b61025f7f000000000000000000000000000000000000000000000000000000000000000081565b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b6002546101f190700100000000000000000000000000000000900467ffffffffffffffff1681565b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b6101f17f000000000000000000000000000000000000000000000000000000000000000081565b61028c6104f53660046122d4565b61160c565b6006545f9067ffffffffffffffff831610610564578161051960055490565b6040517fa7a2f9fd00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9283166004820152911660248201526044015b60405180910390fd5b60068267ffffffffffffffff16815481106105815761058161260e565b905f5260205f2090600491828204019190066008029054906101000a900467ffffffffffffffff169050919050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fbfa77cf6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610619573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061063d919061263b565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff16141580156106ae57503373ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001614155b156106e7576040517f6fcc99b000000000000000000000000000000000000000000000000000000000815233600482015260240161055b565b610727848484848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061167992505050565b50505050565b6003545f9068010000000000000000900460ff168015610793575060035461078f9067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116916901000000000000000000900416612683565b4210155b905090565b6002545f906107f09067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116917801000000000000000000000000000000000000000000000000900416612683565b42106107fc5750600190565b60025467ffffffffffffffff7001000000000000000000000000000000009091041661082760055490565b67ffffffffffffffff168167ffffffffffffffff1610610848575f91505090565b5f610852826104fa565b60035490915067ffffffffffffffff71010000000000000000000000000000000000909104811690821610156108a6575060035471010000000000000000000000000000000000900467ffffffffffffffff165b6108dd67ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116908316612683565b4310159250505090565b60035468010000000000000000900460ff1615610930576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610938610798565b61096e576040517fc27d258a00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6003805467ffffffffffffffff4281166901000000000000000000027fffffffffffffffffffffffffffffff000000000000000000ffffffffffffffff909216919091176801000000000000000017918290555f5460025460405163ffffffff909416937f22461235683854f10b3b4ca7f721b1b3748cb0840e03fb5f1b5bf5b60865668393610a139392169091825267ffffffffffffffff16602082015260400190565b60405180910390a2565b5f819003610a57576040517f260c9d6200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b618000811115610a96576040517f5f2e054d0000000000000000000000000000000000000000000000000000000081526004810182905260240161055b565b6040517fbe01411b00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff841660048201527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169063be01411b90602401602060405180830381865afa158015610b28573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610b4c9190612696565b610b8e576040517f69dbd28f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff8416600482015260240161055b565b610bbd600333858585604051602001610ba9939291906126fc565b604051602081830303815290604052611679565b505050565b5f5f85610bce876104fa565b84516020808701919091206040805167ffffffffffffffff95861693810193909352939092169281019290925260ff8716606083015273ffffffffffffffffffffffffffffffffffffffff8616608083015260a082015260c001604051602081830303815290604052805190602001209050610c498661160c565b604080516020810192909252810182905260600160405160208183030381529060405280519060200120915050949350505050565b60035468010000000000000000900460ff1615610cc7576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600254610cdf9067ffffffffffffffff166001612728565b67ffffffffffffffff16610cf960a08701608088016122d4565b67ffffffffffffffff1614610d7657600254610d209067ffffffffffffffff166001612728565b610d3060a08701608088016122d4565b6040517f256a2a3400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161055b565b5f54856060013514610dc4575f546040517fdec3846000000000000000000000000000000000000000000000000000000000815260048101919091526060860135602482015260440161055b565b610dcc6117b9565b610dd585611803565b610de560a08601608087016122d4565b67ffffffffffffffff16610dff60c0870160a088016122d4565b67ffffffffffffffff161015610e7557610e1f60a08601608087016122d4565b610e2f60c0870160a088016122d4565b6040517f92ef968c00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161055b565b610e7e85611a73565b60e085013515610eba576040517f8942e2d600000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8282604051610ecb929190612748565b604051809103902090508086610100013514610f21576040517f293b470900000000000000000000000000000000000000000000000000000000815260048101829052610100870135602482015260440161055b565b5f610f2b87611dbf565b6003549091505f90610f689083907f43480002000000000000000000000000000000000000000000000000000000009063ffffffff168b356120c7565b6040517f258ae58200000000000000000000000000000000000000000000000000000000815290915073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169063258ae58290610fe19084908b908b90600401612757565b602060405180830381865afa158015610ffc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906110209190612696565b611056576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8290556101a088013560015561107360c0890160a08a016122d4565b600280547fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000001667ffffffffffffffff929092169190911790556110be61014089016101208a016122d4565b6002805467ffffffffffffffff9290921668010000000000000000027fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff90921691909117905561111661018089016101608a016122d4565b600280546fffffffffffffffffffffffffffffffff1670010000000000000000000000000000000067ffffffffffffffff9384160277ffffffffffffffffffffffffffffffffffffffffffffffff1617780100000000000000000000000000000000000000000000000042939093169290920291909117905560035463ffffffff80821664010000000090920416146111e3576003805464010000000063ffffffff8216027fffffffffffffffffffffffffffffffffffffffffffffffff00000000ffffffff9091161790555b6101a08801355f9081526004602052604081205467ffffffffffffffff16900361124d576101a08801355f90815260046020526040902080547fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000164267ffffffffffffffff161790555b61125d60c0890160a08a016122d4565b67ffffffffffffffff1661127760a08a0160808b016122d4565b67ffffffffffffffff167f1f4e0f268a6ac3c15112d2a86af768c08142e196e5e9f47f0c8daef84fa271ad848b60c001358c6101a00135886040516112d5949392919093845260208401929092526040830152606082015260800190565b60405180910390a37f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663ed14b6a56040518163ffffffff1660e01b81526004015f604051808303815f87803b158015611342575f5ffd5b505af1158015611354573d5f5f3e3d5ffd5b505050505050505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156113cb573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906113ef919061263b565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614611455576040517f245aecd300000000000000000000000000000000000000000000000000000000815233600482015260240161055b565b60035468010000000000000000900460ff1661149d576040517f8208cbe500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6114a561072d565b156114dc576040517f82c4767b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600380547fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff8116825563ffffffff16905f61151683612770565b825463ffffffff9182166101009390930a9283029282021916919091179091556003805467ffffffffffffffff43811671010000000000000000000000000000000000027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff831681179093556002805442831678010000000000000000000000000000000000000000000000000277ffffffffffffffffffffffffffffffffffffffffffffffff821681179092555f546040805191825292841691909316176020830152928416919093161792507f2c8946d4572b8b789ffe6d63bfebf6189ad5eaebfd6b733155da8a0e535491569101610a13565b6005545f9067ffffffffffffffff8316111561162c578161051960055490565b67ffffffffffffffff821615611671576005611649600184612794565b67ffffffffffffffff16815481106116635761166361260e565b905f5260205f200154611673565b5f5b92915050565b61168161072d565b156116b8576040517f82c4767b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f6116c260055490565b600680546001810182555f9182527ff652222313e28459528d920b65115c16c04f3efc82aaedc97be59f3f377c0d3f6004820401805460039092166008026101000a67ffffffffffffffff81810219909316439384169190910217905591925061172e83878787610bc2565b600580546001810182555f919091527f036b6384b5eca791c62761152d0c79bb0604c104a5fb6f4eb0703f3154bb3db00181905560405190915067ffffffffffffffff8416907fd33dff255d754315f770c8db8dd26eeb72ce8a54ea95ae0d8f6cc8a8089fa9ce906117a99085908a908a908a9088906127b4565b60405180910390a2505050505050565b33321415806117c85750333b15155b15611801576040517f1d476d1e00000000000000000000000000000000000000000000000000000000815233600482015260240161055b565b565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa15801561186d573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906118919190612846565b9050813581146118d7576040517f8fec96c3000000000000000000000000000000000000000000000000000000008152600481018290528235602482015260440161055b565b60035463ffffffff166118f060408401602085016122d4565b67ffffffffffffffff16146119625760035463ffffffff1661191860408401602085016122d4565b6040517f5ff15b5a00000000000000000000000000000000000000000000000000000000815263ffffffff909216600483015267ffffffffffffffff16602482015260440161055b565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663900cf0cf6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156119cc573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906119f0919061285d565b905067ffffffffffffffff8116611a0d60608501604086016122d4565b67ffffffffffffffff1614610bbd5780611a2d60608501604086016122d4565b6040517f2b9264ec00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161055b565b60025468010000000000000000900467ffffffffffffffff16611a9e610140830161012084016122d4565b67ffffffffffffffff161015611b1f5760025468010000000000000000900467ffffffffffffffff16611ad9610140830161012084016122d4565b6040517fa2cc7b5700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161055b565b43611b32610140830161012084016122d4565b67ffffffffffffffff161115611b9a5743611b55610140830161012084016122d4565b6040517fd2992f79000000000000000000000000000000000000000000000000000000008152600481019290925267ffffffffffffffff16602482015260440161055b565b600254700100000000000000000000000000000000900467ffffffffffffffff16611bcd610180830161016084016122d4565b67ffffffffffffffff161015611c5657600254700100000000000000000000000000000000900467ffffffffffffffff16611c10610180830161016084016122d4565b6040517fad44157800000000000000000000000000000000000000000000000000000000815267ffffffffffffffff92831660048201529116602482015260440161055b565b5f611c6c6104f5610180840161016085016122d4565b90508082610180013514611cba576040517f619334ce00000000000000000000000000000000000000000000000000000000815260048101829052610180830135602482015260440161055b565b60055467ffffffffffffffff16611cd9610180840161016085016122d4565b67ffffffffffffffff161015611dbb575f611cff6102d6610180850161016086016122d4565b9050611d13610140840161012085016122d4565b67ffffffffffffffff167f000000000000000000000000000000000000000000000000000000000000000067ffffffffffffffff168267ffffffffffffffff16611d5d9190612683565b11610bbd57611d74610180840161016085016122d4565b6040517f9467df6a00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9182166004820152908216602482015260440161055b565b5050565b60408051601080825261022082019092525f918291906020820161020080368337019050509050825f0135815f81518110611dfc57611dfc61260e565b602002602001018181525050611e7a836020016020810190611e1e91906122d4565b65ff000000ff00600882811b91821664ff000000ff9390911c92831617601090811b67ff000000ff0000009290921666ff000000ff0000939093169290921790911c17602081811b67ffffffff000000001691901c1760c01b90565b81600181518110611e8d57611e8d61260e565b6020908102919091010152611eab611e1e60608501604086016122d4565b81600281518110611ebe57611ebe61260e565b602002602001018181525050826060013581600381518110611ee257611ee261260e565b6020908102919091010152611f00611e1e60a08501608086016122d4565b81600481518110611f1357611f1361260e565b6020908102919091010152611f31611e1e60c0850160a086016122d4565b81600581518110611f4457611f4461260e565b6020026020010181815250508260c0013581600681518110611f6857611f6861260e565b6020026020010181815250508260e0013581600781518110611f8c57611f8c61260e565b60200260200101818152505082610100013581600881518110611fb157611fb161260e565b6020908102919091010152611fd1611e1e610140850161012086016122d4565b81600981518110611fe457611fe461260e565b60200260200101818152505082610140013581600a815181106120095761200961260e565b6020908102919091010152612029611e1e610180850161016086016122d4565b81600b8151811061203c5761203c61260e565b60200260200101818152505082610180013581600c815181106120615761206161260e565b602002602001018181525050826101a0013581600d815181106120865761208661260e565b602002602001018181525050826101c0013581600e815181106120ab576120ab61260e565b6020026020010181815250506120c081612242565b9392505050565b5f5f60028460e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff191684604051602001612109929190918252602082015260400190565b604080517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08184030181529082905261214191612878565b602060405180830381855afa15801561215c573d5f5f3e3d5ffd5b5050506040513d601f19601f8201168201806040525081019061217f9190612846565b60408051602081018990527fffffffff000000000000000000000000000000000000000000000000000000008816818301527fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000831660448201528151808203830181526060909101918290529192506002916121fa91612878565b602060405180830381855afa158015612215573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906122389190612846565b9695505050505050565b5f5f600190506020830183515b600181111561228b575f5b818110156122825760208160041b840160408360051b860160025afa9093169260020161225a565b5060011c61224f565b50508061229a5761229a61288e565b825f815181106122ac576122ac61260e565b6020026020010151915050919050565b67ffffffffffffffff811681146122d1575f5ffd5b50565b5f602082840312156122e4575f5ffd5b81356120c0816122bc565b803560ff811681146122ff575f5ffd5b919050565b73ffffffffffffffffffffffffffffffffffffffff811681146122d1575f5ffd5b5f5f83601f840112612335575f5ffd5b50813567ffffffffffffffff81111561234c575f5ffd5b602083019150836020828501011115612363575f5ffd5b9250929050565b5f5f5f5f6060858703121561237d575f5ffd5b612386856122ef565b9350602085013561239681612304565b9250604085013567ffffffffffffffff8111156123b1575f5ffd5b6123bd87828801612325565b95989497509550505050565b5f5f5f604084860312156123db575f5ffd5b83356123e6816122bc565b9250602084013567ffffffffffffffff811115612401575f5ffd5b61240d86828701612325565b9497909650939450505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b5f5f5f5f6080858703121561245a575f5ffd5b8435612465816122bc565b9350612473602086016122ef565b9250604085013561248381612304565b9150606085013567ffffffffffffffff81111561249e575f5ffd5b8501601f810187136124ae575f5ffd5b803567ffffffffffffffff8111156124c8576124c861241a565b6040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0603f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8501160116810181811067ffffffffffffffff821117156125345761253461241a565b60405281815282820160200189101561254b575f5ffd5b816020840160208301375f6020838301015280935050505092959194509250565b5f6020828403121561257c575f5ffd5b5035919050565b5f5f5f5f5f858703610220811215612599575f5ffd5b6101e08112156125a7575f5ffd5b508594506101e086013567ffffffffffffffff8111156125c5575f5ffd5b6125d188828901612325565b90955093505061020086013567ffffffffffffffff8111156125f1575f5ffd5b6125fd88828901612325565b969995985093965092949392505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f6020828403121561264b575f5ffd5b81516120c081612304565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b8082018082111561167357611673612656565b5f602082840312156126a6575f5ffd5b815180151581146120c0575f5ffd5b81835281816020850137505f602082840101525f60207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f840116840101905092915050565b67ffffffffffffffff84168152604060208201525f61271f6040830184866126b5565b95945050505050565b67ffffffffffffffff818116838216019081111561167357611673612656565b818382375f9101908152919050565b838152604060208201525f61271f6040830184866126b5565b5f63ffffffff821663ffffffff810361278b5761278b612656565b60010192915050565b67ffffffffffffffff828116828216039081111561167357611673612656565b67ffffffffffffffff8616815260ff8516602082015273ffffffffffffffffffffffffffffffffffffffff8416604082015260a060608201525f83518060a0840152806020860160c085015e5f60c0828501015260c07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8301168401019150508260808301529695505050505050565b5f60208284031215612856575f5ffd5b5051919050565b5f6020828403121561286d575f5ffd5b81516120c0816122bc565b5f82518060208501845e5f920191825250919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd",
}

// Inbox is an auto generated Go binding around an Ethereum contract.
type Inbox struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Inbox) GetABI() abi.ABI {
	return c.abi
}

// NewInbox creates a new instance of Inbox.
func NewInbox() *Inbox {
	parsed, err := InboxMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Inbox{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Inbox) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address registry, address committee, uint64 inclusionBlocks, uint64 freezeSeconds, uint64 freezeBlocks, uint64 exitSeconds) returns()
func (inbox *Inbox) PackConstructor(registry common.Address, committee common.Address, inclusionBlocks uint64, freezeSeconds uint64, freezeBlocks uint64, exitSeconds uint64) []byte {
	enc, err := inbox.abi.Pack("", registry, committee, inclusionBlocks, freezeSeconds, freezeBlocks, exitSeconds)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCOMMITTEE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1c54e71.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function COMMITTEE() view returns(address)
func (inbox *Inbox) PackCOMMITTEE() []byte {
	enc, err := inbox.abi.Pack("COMMITTEE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCOMMITTEE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1c54e71.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function COMMITTEE() view returns(address)
func (inbox *Inbox) TryPackCOMMITTEE() ([]byte, error) {
	return inbox.abi.Pack("COMMITTEE")
}

// UnpackCOMMITTEE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe1c54e71.
//
// Solidity: function COMMITTEE() view returns(address)
func (inbox *Inbox) UnpackCOMMITTEE(data []byte) (common.Address, error) {
	out, err := inbox.abi.Unpack("COMMITTEE", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackEXITSECONDS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4414d07.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function EXIT_SECONDS() view returns(uint64)
func (inbox *Inbox) PackEXITSECONDS() []byte {
	enc, err := inbox.abi.Pack("EXIT_SECONDS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEXITSECONDS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe4414d07.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function EXIT_SECONDS() view returns(uint64)
func (inbox *Inbox) TryPackEXITSECONDS() ([]byte, error) {
	return inbox.abi.Pack("EXIT_SECONDS")
}

// UnpackEXITSECONDS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe4414d07.
//
// Solidity: function EXIT_SECONDS() view returns(uint64)
func (inbox *Inbox) UnpackEXITSECONDS(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("EXIT_SECONDS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFREEZEBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4007703.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FREEZE_BLOCKS() view returns(uint64)
func (inbox *Inbox) PackFREEZEBLOCKS() []byte {
	enc, err := inbox.abi.Pack("FREEZE_BLOCKS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFREEZEBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf4007703.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FREEZE_BLOCKS() view returns(uint64)
func (inbox *Inbox) TryPackFREEZEBLOCKS() ([]byte, error) {
	return inbox.abi.Pack("FREEZE_BLOCKS")
}

// UnpackFREEZEBLOCKS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf4007703.
//
// Solidity: function FREEZE_BLOCKS() view returns(uint64)
func (inbox *Inbox) UnpackFREEZEBLOCKS(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("FREEZE_BLOCKS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackFREEZESECONDS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8ccaf0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FREEZE_SECONDS() view returns(uint64)
func (inbox *Inbox) PackFREEZESECONDS() []byte {
	enc, err := inbox.abi.Pack("FREEZE_SECONDS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFREEZESECONDS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xee8ccaf0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FREEZE_SECONDS() view returns(uint64)
func (inbox *Inbox) TryPackFREEZESECONDS() ([]byte, error) {
	return inbox.abi.Pack("FREEZE_SECONDS")
}

// UnpackFREEZESECONDS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xee8ccaf0.
//
// Solidity: function FREEZE_SECONDS() view returns(uint64)
func (inbox *Inbox) UnpackFREEZESECONDS(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("FREEZE_SECONDS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackINCLUSIONBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02581c71.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function INCLUSION_BLOCKS() view returns(uint64)
func (inbox *Inbox) PackINCLUSIONBLOCKS() []byte {
	enc, err := inbox.abi.Pack("INCLUSION_BLOCKS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackINCLUSIONBLOCKS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x02581c71.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function INCLUSION_BLOCKS() view returns(uint64)
func (inbox *Inbox) TryPackINCLUSIONBLOCKS() ([]byte, error) {
	return inbox.abi.Pack("INCLUSION_BLOCKS")
}

// UnpackINCLUSIONBLOCKS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x02581c71.
//
// Solidity: function INCLUSION_BLOCKS() view returns(uint64)
func (inbox *Inbox) UnpackINCLUSIONBLOCKS(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("INCLUSION_BLOCKS", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackMAXFORCED is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f8638b2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_FORCED() view returns(uint256)
func (inbox *Inbox) PackMAXFORCED() []byte {
	enc, err := inbox.abi.Pack("MAX_FORCED")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXFORCED is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f8638b2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_FORCED() view returns(uint256)
func (inbox *Inbox) TryPackMAXFORCED() ([]byte, error) {
	return inbox.abi.Pack("MAX_FORCED")
}

// UnpackMAXFORCED is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f8638b2.
//
// Solidity: function MAX_FORCED() view returns(uint256)
func (inbox *Inbox) UnpackMAXFORCED(data []byte) (*big.Int, error) {
	out, err := inbox.abi.Unpack("MAX_FORCED", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackREGISTRY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06433b1b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function REGISTRY() view returns(address)
func (inbox *Inbox) PackREGISTRY() []byte {
	enc, err := inbox.abi.Pack("REGISTRY")
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
func (inbox *Inbox) TryPackREGISTRY() ([]byte, error) {
	return inbox.abi.Pack("REGISTRY")
}

// UnpackREGISTRY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06433b1b.
//
// Solidity: function REGISTRY() view returns(address)
func (inbox *Inbox) UnpackREGISTRY(data []byte) (common.Address, error) {
	out, err := inbox.abi.Unpack("REGISTRY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackAccumulate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ffb88c8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accumulate(uint64 position, uint8 kind, address sender, bytes payload) view returns(bytes32)
func (inbox *Inbox) PackAccumulate(position uint64, kind uint8, sender common.Address, payload []byte) []byte {
	enc, err := inbox.abi.Pack("accumulate", position, kind, sender, payload)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccumulate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ffb88c8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accumulate(uint64 position, uint8 kind, address sender, bytes payload) view returns(bytes32)
func (inbox *Inbox) TryPackAccumulate(position uint64, kind uint8, sender common.Address, payload []byte) ([]byte, error) {
	return inbox.abi.Pack("accumulate", position, kind, sender, payload)
}

// UnpackAccumulate is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6ffb88c8.
//
// Solidity: function accumulate(uint64 position, uint8 kind, address sender, bytes payload) view returns(bytes32)
func (inbox *Inbox) UnpackAccumulate(data []byte) ([32]byte, error) {
	out, err := inbox.abi.Unpack("accumulate", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAccumulatorAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7a2ce3d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function accumulatorAt(uint64 count) view returns(bytes32)
func (inbox *Inbox) PackAccumulatorAt(count uint64) []byte {
	enc, err := inbox.abi.Pack("accumulatorAt", count)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccumulatorAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7a2ce3d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function accumulatorAt(uint64 count) view returns(bytes32)
func (inbox *Inbox) TryPackAccumulatorAt(count uint64) ([]byte, error) {
	return inbox.abi.Pack("accumulatorAt", count)
}

// UnpackAccumulatorAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf7a2ce3d.
//
// Solidity: function accumulatorAt(uint64 count) view returns(bytes32)
func (inbox *Inbox) UnpackAccumulatorAt(data []byte) ([32]byte, error) {
	out, err := inbox.abi.Unpack("accumulatorAt", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBlockOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ac58c7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blockOf(uint64 position) view returns(uint64)
func (inbox *Inbox) PackBlockOf(position uint64) []byte {
	enc, err := inbox.abi.Pack("blockOf", position)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlockOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ac58c7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blockOf(uint64 position) view returns(uint64)
func (inbox *Inbox) TryPackBlockOf(position uint64) ([]byte, error) {
	return inbox.abi.Pack("blockOf", position)
}

// UnpackBlockOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2ac58c7b.
//
// Solidity: function blockOf(uint64 position) view returns(uint64)
func (inbox *Inbox) UnpackBlockOf(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("blockOf", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackDead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36cf7c87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function dead() view returns(bool)
func (inbox *Inbox) PackDead() []byte {
	enc, err := inbox.abi.Pack("dead")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDead is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36cf7c87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function dead() view returns(bool)
func (inbox *Inbox) TryPackDead() ([]byte, error) {
	return inbox.abi.Pack("dead")
}

// UnpackDead is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x36cf7c87.
//
// Solidity: function dead() view returns(bool)
func (inbox *Inbox) UnpackDead(data []byte) (bool, error) {
	out, err := inbox.abi.Unpack("dead", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackEnqueue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x349716d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function enqueue(uint8 kind, address sender, bytes payload) returns()
func (inbox *Inbox) PackEnqueue(kind uint8, sender common.Address, payload []byte) []byte {
	enc, err := inbox.abi.Pack("enqueue", kind, sender, payload)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnqueue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x349716d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function enqueue(uint8 kind, address sender, bytes payload) returns()
func (inbox *Inbox) TryPackEnqueue(kind uint8, sender common.Address, payload []byte) ([]byte, error) {
	return inbox.abi.Pack("enqueue", kind, sender, payload)
}

// PackForceTransaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6765e62b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function forceTransaction(uint64 chainId, bytes rawTx) returns()
func (inbox *Inbox) PackForceTransaction(chainId uint64, rawTx []byte) []byte {
	enc, err := inbox.abi.Pack("forceTransaction", chainId, rawTx)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackForceTransaction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6765e62b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function forceTransaction(uint64 chainId, bytes rawTx) returns()
func (inbox *Inbox) TryPackForceTransaction(chainId uint64, rawTx []byte) ([]byte, error) {
	return inbox.abi.Pack("forceTransaction", chainId, rawTx)
}

// PackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62a5af3b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freeze() returns()
func (inbox *Inbox) PackFreeze() []byte {
	enc, err := inbox.abi.Pack("freeze")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreeze is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62a5af3b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freeze() returns()
func (inbox *Inbox) TryPackFreeze() ([]byte, error) {
	return inbox.abi.Pack("freeze")
}

// PackFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x054f7d9c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function frozen() view returns(bool)
func (inbox *Inbox) PackFrozen() []byte {
	enc, err := inbox.abi.Pack("frozen")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFrozen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x054f7d9c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function frozen() view returns(bool)
func (inbox *Inbox) TryPackFrozen() ([]byte, error) {
	return inbox.abi.Pack("frozen")
}

// UnpackFrozen is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x054f7d9c.
//
// Solidity: function frozen() view returns(bool)
func (inbox *Inbox) UnpackFrozen(data []byte) (bool, error) {
	out, err := inbox.abi.Unpack("frozen", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackFrozenAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x364e18bb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function frozenAt() view returns(uint64)
func (inbox *Inbox) PackFrozenAt() []byte {
	enc, err := inbox.abi.Pack("frozenAt")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFrozenAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x364e18bb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function frozenAt() view returns(uint64)
func (inbox *Inbox) TryPackFrozenAt() ([]byte, error) {
	return inbox.abi.Pack("frozenAt")
}

// UnpackFrozenAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x364e18bb.
//
// Solidity: function frozenAt() view returns(uint64)
func (inbox *Inbox) UnpackFrozenAt(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("frozenAt", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackHasPosted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e80322.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasPosted() view returns(bool)
func (inbox *Inbox) PackHasPosted() []byte {
	enc, err := inbox.abi.Pack("hasPosted")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasPosted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e80322.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasPosted() view returns(bool)
func (inbox *Inbox) TryPackHasPosted() ([]byte, error) {
	return inbox.abi.Pack("hasPosted")
}

// UnpackHasPosted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x80e80322.
//
// Solidity: function hasPosted() view returns(bool)
func (inbox *Inbox) UnpackHasPosted(data []byte) (bool, error) {
	out, err := inbox.abi.Unpack("hasPosted", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIncarnation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cba07bd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function incarnation() view returns(uint32)
func (inbox *Inbox) PackIncarnation() []byte {
	enc, err := inbox.abi.Pack("incarnation")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncarnation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1cba07bd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function incarnation() view returns(uint32)
func (inbox *Inbox) TryPackIncarnation() ([]byte, error) {
	return inbox.abi.Pack("incarnation")
}

// UnpackIncarnation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1cba07bd.
//
// Solidity: function incarnation() view returns(uint32)
func (inbox *Inbox) UnpackIncarnation(data []byte) (uint32, error) {
	out, err := inbox.abi.Unpack("incarnation", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackL1Number is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8045340.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function l1Number() view returns(uint64)
func (inbox *Inbox) PackL1Number() []byte {
	enc, err := inbox.abi.Pack("l1Number")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackL1Number is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd8045340.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function l1Number() view returns(uint64)
func (inbox *Inbox) TryPackL1Number() ([]byte, error) {
	return inbox.abi.Pack("l1Number")
}

// UnpackL1Number is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd8045340.
//
// Solidity: function l1Number() view returns(uint64)
func (inbox *Inbox) UnpackL1Number(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("l1Number", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackLastLedger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf97edb2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastLedger() view returns(bytes32)
func (inbox *Inbox) PackLastLedger() []byte {
	enc, err := inbox.abi.Pack("lastLedger")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastLedger is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdf97edb2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastLedger() view returns(bytes32)
func (inbox *Inbox) TryPackLastLedger() ([]byte, error) {
	return inbox.abi.Pack("lastLedger")
}

// UnpackLastLedger is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdf97edb2.
//
// Solidity: function lastLedger() view returns(bytes32)
func (inbox *Inbox) UnpackLastLedger(data []byte) ([32]byte, error) {
	out, err := inbox.abi.Unpack("lastLedger", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackLastPosting is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08f8992d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastPosting() view returns(bytes32)
func (inbox *Inbox) PackLastPosting() []byte {
	enc, err := inbox.abi.Pack("lastPosting")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastPosting is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08f8992d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastPosting() view returns(bytes32)
func (inbox *Inbox) TryPackLastPosting() ([]byte, error) {
	return inbox.abi.Pack("lastPosting")
}

// UnpackLastPosting is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x08f8992d.
//
// Solidity: function lastPosting() view returns(bytes32)
func (inbox *Inbox) UnpackLastPosting(data []byte) ([32]byte, error) {
	out, err := inbox.abi.Unpack("lastPosting", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackLastSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ea667cd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function lastSlot() view returns(uint64)
func (inbox *Inbox) PackLastSlot() []byte {
	enc, err := inbox.abi.Pack("lastSlot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLastSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6ea667cd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function lastSlot() view returns(uint64)
func (inbox *Inbox) TryPackLastSlot() ([]byte, error) {
	return inbox.abi.Pack("lastSlot")
}

// UnpackLastSlot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6ea667cd.
//
// Solidity: function lastSlot() view returns(uint64)
func (inbox *Inbox) UnpackLastSlot(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("lastSlot", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackLedgerTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb13e7489.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ledgerTime(bytes32 root) view returns(uint64)
func (inbox *Inbox) PackLedgerTime(root [32]byte) []byte {
	enc, err := inbox.abi.Pack("ledgerTime", root)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLedgerTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb13e7489.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ledgerTime(bytes32 root) view returns(uint64)
func (inbox *Inbox) TryPackLedgerTime(root [32]byte) ([]byte, error) {
	return inbox.abi.Pack("ledgerTime", root)
}

// UnpackLedgerTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb13e7489.
//
// Solidity: function ledgerTime(bytes32 root) view returns(uint64)
func (inbox *Inbox) UnpackLedgerTime(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("ledgerTime", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9e281c3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function post((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) p, bytes signature, bytes data) returns()
func (inbox *Inbox) PackPost(p Posting, signature []byte, data []byte) []byte {
	enc, err := inbox.abi.Pack("post", p, signature, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPost is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc9e281c3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function post((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) p, bytes signature, bytes data) returns()
func (inbox *Inbox) TryPackPost(p Posting, signature []byte, data []byte) ([]byte, error) {
	return inbox.abi.Pack("post", p, signature, data)
}

// PackPostedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e79642f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function postedAt() view returns(uint64)
func (inbox *Inbox) PackPostedAt() []byte {
	enc, err := inbox.abi.Pack("postedAt")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPostedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e79642f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function postedAt() view returns(uint64)
func (inbox *Inbox) TryPackPostedAt() ([]byte, error) {
	return inbox.abi.Pack("postedAt")
}

// UnpackPostedAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3e79642f.
//
// Solidity: function postedAt() view returns(uint64)
func (inbox *Inbox) UnpackPostedAt(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("postedAt", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackQueueLength is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab91c7b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function queueLength() view returns(uint64)
func (inbox *Inbox) PackQueueLength() []byte {
	enc, err := inbox.abi.Pack("queueLength")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQueueLength is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xab91c7b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function queueLength() view returns(uint64)
func (inbox *Inbox) TryPackQueueLength() ([]byte, error) {
	return inbox.abi.Pack("queueLength")
}

// UnpackQueueLength is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xab91c7b0.
//
// Solidity: function queueLength() view returns(uint64)
func (inbox *Inbox) UnpackQueueLength(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("queueLength", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackQueuePosition is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7efafe4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function queuePosition() view returns(uint64)
func (inbox *Inbox) PackQueuePosition() []byte {
	enc, err := inbox.abi.Pack("queuePosition")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQueuePosition is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7efafe4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function queuePosition() view returns(uint64)
func (inbox *Inbox) TryPackQueuePosition() ([]byte, error) {
	return inbox.abi.Pack("queuePosition")
}

// UnpackQueuePosition is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe7efafe4.
//
// Solidity: function queuePosition() view returns(uint64)
func (inbox *Inbox) UnpackQueuePosition(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("queuePosition", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackReopen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xccc108d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reopen() returns()
func (inbox *Inbox) PackReopen() []byte {
	enc, err := inbox.abi.Pack("reopen")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReopen is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xccc108d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reopen() returns()
func (inbox *Inbox) TryPackReopen() ([]byte, error) {
	return inbox.abi.Pack("reopen")
}

// PackStalled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x526e3e64.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stalled() view returns(bool)
func (inbox *Inbox) PackStalled() []byte {
	enc, err := inbox.abi.Pack("stalled")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStalled is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x526e3e64.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stalled() view returns(bool)
func (inbox *Inbox) TryPackStalled() ([]byte, error) {
	return inbox.abi.Pack("stalled")
}

// UnpackStalled is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x526e3e64.
//
// Solidity: function stalled() view returns(bool)
func (inbox *Inbox) UnpackStalled(data []byte) (bool, error) {
	out, err := inbox.abi.Unpack("stalled", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// InboxFrozenAt represents a FrozenAt event raised by the Inbox contract.
type InboxFrozenAt struct {
	Incarnation uint64
	LastPosting [32]byte
	LastSlot    uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxFrozenAtEventName = "FrozenAt"

// ContractEventName returns the user-defined event name.
func (InboxFrozenAt) ContractEventName() string {
	return InboxFrozenAtEventName
}

// UnpackFrozenAtEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event FrozenAt(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot)
func (inbox *Inbox) UnpackFrozenAtEvent(log *types.Log) (*InboxFrozenAt, error) {
	event := "FrozenAt"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxFrozenAt)
	if len(log.Data) > 0 {
		if err := inbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range inbox.abi.Events[event].Inputs {
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

// InboxPosted represents a Posted event raised by the Inbox contract.
type InboxPosted struct {
	FirstSlot   uint64
	LastSlot    uint64
	PostingRoot [32]byte
	LastHeader  [32]byte
	LedgerRoot  [32]byte
	DataHash    [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxPostedEventName = "Posted"

// ContractEventName returns the user-defined event name.
func (InboxPosted) ContractEventName() string {
	return InboxPostedEventName
}

// UnpackPostedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Posted(uint64 indexed firstSlot, uint64 indexed lastSlot, bytes32 postingRoot, bytes32 lastHeader, bytes32 ledgerRoot, bytes32 dataHash)
func (inbox *Inbox) UnpackPostedEvent(log *types.Log) (*InboxPosted, error) {
	event := "Posted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxPosted)
	if len(log.Data) > 0 {
		if err := inbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range inbox.abi.Events[event].Inputs {
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

// InboxQueued represents a Queued event raised by the Inbox contract.
type InboxQueued struct {
	Position    uint64
	L1Block     uint64
	Kind        uint8
	Sender      common.Address
	Payload     []byte
	Accumulator [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxQueuedEventName = "Queued"

// ContractEventName returns the user-defined event name.
func (InboxQueued) ContractEventName() string {
	return InboxQueuedEventName
}

// UnpackQueuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Queued(uint64 indexed position, uint64 l1Block, uint8 kind, address sender, bytes payload, bytes32 accumulator)
func (inbox *Inbox) UnpackQueuedEvent(log *types.Log) (*InboxQueued, error) {
	event := "Queued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxQueued)
	if len(log.Data) > 0 {
		if err := inbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range inbox.abi.Events[event].Inputs {
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

// InboxReopened represents a Reopened event raised by the Inbox contract.
type InboxReopened struct {
	Incarnation uint64
	LastPosting [32]byte
	LastSlot    uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxReopenedEventName = "Reopened"

// ContractEventName returns the user-defined event name.
func (InboxReopened) ContractEventName() string {
	return InboxReopenedEventName
}

// UnpackReopenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Reopened(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot)
func (inbox *Inbox) UnpackReopenedEvent(log *types.Log) (*InboxReopened, error) {
	event := "Reopened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxReopened)
	if len(log.Data) > 0 {
		if err := inbox.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range inbox.abi.Events[event].Inputs {
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
func (inbox *Inbox) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], inbox.abi.Errors["BlobsNotTaken"].ID.Bytes()[:4]) {
		return inbox.UnpackBlobsNotTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["Dead"].ID.Bytes()[:4]) {
		return inbox.UnpackDeadError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["EmptyRange"].ID.Bytes()[:4]) {
		return inbox.UnpackEmptyRangeError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["EmptyTransaction"].ID.Bytes()[:4]) {
		return inbox.UnpackEmptyTransactionError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["Frozen"].ID.Bytes()[:4]) {
		return inbox.UnpackFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["InvalidSignature"].ID.Bytes()[:4]) {
		return inbox.UnpackInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotDirect"].ID.Bytes()[:4]) {
		return inbox.UnpackNotDirectError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotEnqueuer"].ID.Bytes()[:4]) {
		return inbox.UnpackNotEnqueuerError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotFrozen"].ID.Bytes()[:4]) {
		return inbox.UnpackNotFrozenError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return inbox.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotStalled"].ID.Bytes()[:4]) {
		return inbox.UnpackNotStalledError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["OutOfQueue"].ID.Bytes()[:4]) {
		return inbox.UnpackOutOfQueueError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["Overdue"].ID.Bytes()[:4]) {
		return inbox.UnpackOverdueError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["QueueDecreased"].ID.Bytes()[:4]) {
		return inbox.UnpackQueueDecreasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["TransactionTooLong"].ID.Bytes()[:4]) {
		return inbox.UnpackTransactionTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["UnknownRollup"].ID.Bytes()[:4]) {
		return inbox.UnpackUnknownRollupError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["ViewAhead"].ID.Bytes()[:4]) {
		return inbox.UnpackViewAheadError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["ViewDecreased"].ID.Bytes()[:4]) {
		return inbox.UnpackViewDecreasedError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongData"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongDataError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongEpoch"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongEpochError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongFirstSlot"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongFirstSlotError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongIncarnation"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongIncarnationError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongNetwork"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongNetworkError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongPrevious"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongPreviousError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["WrongQueueHash"].ID.Bytes()[:4]) {
		return inbox.UnpackWrongQueueHashError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// InboxBlobsNotTaken represents a BlobsNotTaken error raised by the Inbox contract.
type InboxBlobsNotTaken struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BlobsNotTaken()
func InboxBlobsNotTakenErrorID() common.Hash {
	return common.HexToHash("0x8942e2d629599f8a4df838e51f76e6e164b992ef0aad2588a6bab88c1bb12c72")
}

// UnpackBlobsNotTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BlobsNotTaken()
func (inbox *Inbox) UnpackBlobsNotTakenError(raw []byte) (*InboxBlobsNotTaken, error) {
	out := new(InboxBlobsNotTaken)
	if err := inbox.abi.UnpackIntoInterface(out, "BlobsNotTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxDead represents a Dead error raised by the Inbox contract.
type InboxDead struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Dead()
func InboxDeadErrorID() common.Hash {
	return common.HexToHash("0x82c4767b805086606c451dc61a41af198b8c706e2a500975841480c890011da2")
}

// UnpackDeadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Dead()
func (inbox *Inbox) UnpackDeadError(raw []byte) (*InboxDead, error) {
	out := new(InboxDead)
	if err := inbox.abi.UnpackIntoInterface(out, "Dead", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxEmptyRange represents a EmptyRange error raised by the Inbox contract.
type InboxEmptyRange struct {
	FirstSlot uint64
	LastSlot  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EmptyRange(uint64 firstSlot, uint64 lastSlot)
func InboxEmptyRangeErrorID() common.Hash {
	return common.HexToHash("0x92ef968c0bfcef8f4b7cd75ce478a079d15f45d4a337121804a8ddd7565b4d7e")
}

// UnpackEmptyRangeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EmptyRange(uint64 firstSlot, uint64 lastSlot)
func (inbox *Inbox) UnpackEmptyRangeError(raw []byte) (*InboxEmptyRange, error) {
	out := new(InboxEmptyRange)
	if err := inbox.abi.UnpackIntoInterface(out, "EmptyRange", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxEmptyTransaction represents a EmptyTransaction error raised by the Inbox contract.
type InboxEmptyTransaction struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EmptyTransaction()
func InboxEmptyTransactionErrorID() common.Hash {
	return common.HexToHash("0x260c9d6270f72d4a44d6b97087d38f34d7b08f08dc1e0852b5f21a9d48bf0c4e")
}

// UnpackEmptyTransactionError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EmptyTransaction()
func (inbox *Inbox) UnpackEmptyTransactionError(raw []byte) (*InboxEmptyTransaction, error) {
	out := new(InboxEmptyTransaction)
	if err := inbox.abi.UnpackIntoInterface(out, "EmptyTransaction", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxFrozen represents a Frozen error raised by the Inbox contract.
type InboxFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Frozen()
func InboxFrozenErrorID() common.Hash {
	return common.HexToHash("0xa8cab3d1893ed53071b052fafa843143492f25d1d6b0170d460789f7ab1954be")
}

// UnpackFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Frozen()
func (inbox *Inbox) UnpackFrozenError(raw []byte) (*InboxFrozen, error) {
	out := new(InboxFrozen)
	if err := inbox.abi.UnpackIntoInterface(out, "Frozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxInvalidSignature represents a InvalidSignature error raised by the Inbox contract.
type InboxInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidSignature()
func InboxInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0x8baa579fce362245063d36f11747a89dd489c54795634fc673cc0e0db51fedc5")
}

// UnpackInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidSignature()
func (inbox *Inbox) UnpackInvalidSignatureError(raw []byte) (*InboxInvalidSignature, error) {
	out := new(InboxInvalidSignature)
	if err := inbox.abi.UnpackIntoInterface(out, "InvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxNotDirect represents a NotDirect error raised by the Inbox contract.
type InboxNotDirect struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDirect(address caller)
func InboxNotDirectErrorID() common.Hash {
	return common.HexToHash("0x1d476d1e95410d34c86f132bcbf8480cee62f4c63f066a976cfa26d0fb056072")
}

// UnpackNotDirectError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDirect(address caller)
func (inbox *Inbox) UnpackNotDirectError(raw []byte) (*InboxNotDirect, error) {
	out := new(InboxNotDirect)
	if err := inbox.abi.UnpackIntoInterface(out, "NotDirect", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxNotEnqueuer represents a NotEnqueuer error raised by the Inbox contract.
type InboxNotEnqueuer struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnqueuer(address caller)
func InboxNotEnqueuerErrorID() common.Hash {
	return common.HexToHash("0x6fcc99b0f78e82fe663ed9699b70b2c26835fa12a073222fee772b84df00b7e4")
}

// UnpackNotEnqueuerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnqueuer(address caller)
func (inbox *Inbox) UnpackNotEnqueuerError(raw []byte) (*InboxNotEnqueuer, error) {
	out := new(InboxNotEnqueuer)
	if err := inbox.abi.UnpackIntoInterface(out, "NotEnqueuer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxNotFrozen represents a NotFrozen error raised by the Inbox contract.
type InboxNotFrozen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotFrozen()
func InboxNotFrozenErrorID() common.Hash {
	return common.HexToHash("0x8208cbe5cd34d53b5acc43167c3a84d9f86c782841c84b2984c3bcaaf510b8bc")
}

// UnpackNotFrozenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotFrozen()
func (inbox *Inbox) UnpackNotFrozenError(raw []byte) (*InboxNotFrozen, error) {
	out := new(InboxNotFrozen)
	if err := inbox.abi.UnpackIntoInterface(out, "NotFrozen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxNotOwner represents a NotOwner error raised by the Inbox contract.
type InboxNotOwner struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(address caller)
func InboxNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x245aecd3fabbd17d6c3c92dc7f0ab916ea8cbf6fc1862c8b56893090ac3fff4c")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(address caller)
func (inbox *Inbox) UnpackNotOwnerError(raw []byte) (*InboxNotOwner, error) {
	out := new(InboxNotOwner)
	if err := inbox.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxNotStalled represents a NotStalled error raised by the Inbox contract.
type InboxNotStalled struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotStalled()
func InboxNotStalledErrorID() common.Hash {
	return common.HexToHash("0xc27d258a72c617168ad34ab1c7491539eb775827da3d0b4a22afdb5cdaa6542c")
}

// UnpackNotStalledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotStalled()
func (inbox *Inbox) UnpackNotStalledError(raw []byte) (*InboxNotStalled, error) {
	out := new(InboxNotStalled)
	if err := inbox.abi.UnpackIntoInterface(out, "NotStalled", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxOutOfQueue represents a OutOfQueue error raised by the Inbox contract.
type InboxOutOfQueue struct {
	Asked  uint64
	Length uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OutOfQueue(uint64 asked, uint64 length)
func InboxOutOfQueueErrorID() common.Hash {
	return common.HexToHash("0xa7a2f9fd151e6c77902709b380b4d6015cb03f20a339f3746fe9ed2e81cd18eb")
}

// UnpackOutOfQueueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OutOfQueue(uint64 asked, uint64 length)
func (inbox *Inbox) UnpackOutOfQueueError(raw []byte) (*InboxOutOfQueue, error) {
	out := new(InboxOutOfQueue)
	if err := inbox.abi.UnpackIntoInterface(out, "OutOfQueue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxOverdue represents a Overdue error raised by the Inbox contract.
type InboxOverdue struct {
	Position uint64
	L1Block  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Overdue(uint64 position, uint64 l1Block)
func InboxOverdueErrorID() common.Hash {
	return common.HexToHash("0x9467df6ab5f717d0e7e0062013853ee22a4046a1c47fc9af3307d008ee12fa3e")
}

// UnpackOverdueError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Overdue(uint64 position, uint64 l1Block)
func (inbox *Inbox) UnpackOverdueError(raw []byte) (*InboxOverdue, error) {
	out := new(InboxOverdue)
	if err := inbox.abi.UnpackIntoInterface(out, "Overdue", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxQueueDecreased represents a QueueDecreased error raised by the Inbox contract.
type InboxQueueDecreased struct {
	Before uint64
	Got    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error QueueDecreased(uint64 before, uint64 got)
func InboxQueueDecreasedErrorID() common.Hash {
	return common.HexToHash("0xad44157891c2eaf46a63ab5538ef40c86da1c0310b918b0d7f9eec4f6c532828")
}

// UnpackQueueDecreasedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error QueueDecreased(uint64 before, uint64 got)
func (inbox *Inbox) UnpackQueueDecreasedError(raw []byte) (*InboxQueueDecreased, error) {
	out := new(InboxQueueDecreased)
	if err := inbox.abi.UnpackIntoInterface(out, "QueueDecreased", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxTransactionTooLong represents a TransactionTooLong error raised by the Inbox contract.
type InboxTransactionTooLong struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransactionTooLong(uint256 length)
func InboxTransactionTooLongErrorID() common.Hash {
	return common.HexToHash("0x5f2e054d0489bb4da160fea9c177c3462fecc0e91032b9d488cf79cc3f8bf202")
}

// UnpackTransactionTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransactionTooLong(uint256 length)
func (inbox *Inbox) UnpackTransactionTooLongError(raw []byte) (*InboxTransactionTooLong, error) {
	out := new(InboxTransactionTooLong)
	if err := inbox.abi.UnpackIntoInterface(out, "TransactionTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxUnknownRollup represents a UnknownRollup error raised by the Inbox contract.
type InboxUnknownRollup struct {
	ChainId uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnknownRollup(uint64 chainId)
func InboxUnknownRollupErrorID() common.Hash {
	return common.HexToHash("0x69dbd28f22cd0b8a877863f8459220a93eb226008a58eeace7a7e85b1342bcb7")
}

// UnpackUnknownRollupError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnknownRollup(uint64 chainId)
func (inbox *Inbox) UnpackUnknownRollupError(raw []byte) (*InboxUnknownRollup, error) {
	out := new(InboxUnknownRollup)
	if err := inbox.abi.UnpackIntoInterface(out, "UnknownRollup", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxViewAhead represents a ViewAhead error raised by the Inbox contract.
type InboxViewAhead struct {
	Head *big.Int
	Got  uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ViewAhead(uint256 head, uint64 got)
func InboxViewAheadErrorID() common.Hash {
	return common.HexToHash("0xd2992f790c15e7eb2575bcb0b143d78ed3a17113746bd5730e5ed7e4409f265e")
}

// UnpackViewAheadError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ViewAhead(uint256 head, uint64 got)
func (inbox *Inbox) UnpackViewAheadError(raw []byte) (*InboxViewAhead, error) {
	out := new(InboxViewAhead)
	if err := inbox.abi.UnpackIntoInterface(out, "ViewAhead", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxViewDecreased represents a ViewDecreased error raised by the Inbox contract.
type InboxViewDecreased struct {
	Before uint64
	Got    uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ViewDecreased(uint64 before, uint64 got)
func InboxViewDecreasedErrorID() common.Hash {
	return common.HexToHash("0xa2cc7b57438a04d838cdb198a58288182b8e7f6e5a48863cc048ebcff3ba9162")
}

// UnpackViewDecreasedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ViewDecreased(uint64 before, uint64 got)
func (inbox *Inbox) UnpackViewDecreasedError(raw []byte) (*InboxViewDecreased, error) {
	out := new(InboxViewDecreased)
	if err := inbox.abi.UnpackIntoInterface(out, "ViewDecreased", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongData represents a WrongData error raised by the Inbox contract.
type InboxWrongData struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongData(bytes32 expected, bytes32 got)
func InboxWrongDataErrorID() common.Hash {
	return common.HexToHash("0x293b4709b8ef18ebe890b11a5e1e11edd21e245330f5de3952d27c68c051eae2")
}

// UnpackWrongDataError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongData(bytes32 expected, bytes32 got)
func (inbox *Inbox) UnpackWrongDataError(raw []byte) (*InboxWrongData, error) {
	out := new(InboxWrongData)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongData", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongEpoch represents a WrongEpoch error raised by the Inbox contract.
type InboxWrongEpoch struct {
	Expected uint64
	Got      uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 got)
func InboxWrongEpochErrorID() common.Hash {
	return common.HexToHash("0x2b9264ec593278cbe059ca68c627e1b8271a7e014abe4c8622c73486c89e1e93")
}

// UnpackWrongEpochError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongEpoch(uint64 expected, uint64 got)
func (inbox *Inbox) UnpackWrongEpochError(raw []byte) (*InboxWrongEpoch, error) {
	out := new(InboxWrongEpoch)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongEpoch", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongFirstSlot represents a WrongFirstSlot error raised by the Inbox contract.
type InboxWrongFirstSlot struct {
	Expected uint64
	Got      uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongFirstSlot(uint64 expected, uint64 got)
func InboxWrongFirstSlotErrorID() common.Hash {
	return common.HexToHash("0x256a2a344a5e8a4005556e9b90ba4422c1fffd4d0a88ee43e960a884e1c7cc02")
}

// UnpackWrongFirstSlotError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongFirstSlot(uint64 expected, uint64 got)
func (inbox *Inbox) UnpackWrongFirstSlotError(raw []byte) (*InboxWrongFirstSlot, error) {
	out := new(InboxWrongFirstSlot)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongFirstSlot", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongIncarnation represents a WrongIncarnation error raised by the Inbox contract.
type InboxWrongIncarnation struct {
	Expected uint64
	Got      uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongIncarnation(uint64 expected, uint64 got)
func InboxWrongIncarnationErrorID() common.Hash {
	return common.HexToHash("0x5ff15b5a5603c82e9da855346ab4224427f8c42aac5b952bd60478ecbff580d4")
}

// UnpackWrongIncarnationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongIncarnation(uint64 expected, uint64 got)
func (inbox *Inbox) UnpackWrongIncarnationError(raw []byte) (*InboxWrongIncarnation, error) {
	out := new(InboxWrongIncarnation)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongIncarnation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongNetwork represents a WrongNetwork error raised by the Inbox contract.
type InboxWrongNetwork struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongNetwork(bytes32 expected, bytes32 got)
func InboxWrongNetworkErrorID() common.Hash {
	return common.HexToHash("0x8fec96c336510a58e1e330b7c957e1f7647247a5e52ec7004ab6cdb0692ea1d4")
}

// UnpackWrongNetworkError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongNetwork(bytes32 expected, bytes32 got)
func (inbox *Inbox) UnpackWrongNetworkError(raw []byte) (*InboxWrongNetwork, error) {
	out := new(InboxWrongNetwork)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongNetwork", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongPrevious represents a WrongPrevious error raised by the Inbox contract.
type InboxWrongPrevious struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongPrevious(bytes32 expected, bytes32 got)
func InboxWrongPreviousErrorID() common.Hash {
	return common.HexToHash("0xdec38460c92ba908b35852994b71780f28e24bdca156f2e35399903a1a690f64")
}

// UnpackWrongPreviousError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongPrevious(bytes32 expected, bytes32 got)
func (inbox *Inbox) UnpackWrongPreviousError(raw []byte) (*InboxWrongPrevious, error) {
	out := new(InboxWrongPrevious)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongPrevious", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxWrongQueueHash represents a WrongQueueHash error raised by the Inbox contract.
type InboxWrongQueueHash struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error WrongQueueHash(bytes32 expected, bytes32 got)
func InboxWrongQueueHashErrorID() common.Hash {
	return common.HexToHash("0x619334ce43402c266ffbbd0e95df37bb427997fd65f25e7ff473692c62dac0a5")
}

// UnpackWrongQueueHashError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error WrongQueueHash(bytes32 expected, bytes32 got)
func (inbox *Inbox) UnpackWrongQueueHashError(raw []byte) (*InboxWrongQueueHash, error) {
	out := new(InboxWrongQueueHash)
	if err := inbox.abi.UnpackIntoInterface(out, "WrongQueueHash", raw); err != nil {
		return nil, err
	}
	return out, nil
}
