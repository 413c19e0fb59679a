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

// SignedHeader is an auto generated low-level Go binding around an user-defined struct.
type SignedHeader struct {
	Epoch     uint64
	Rest      [3][32]byte
	Signature []byte
}

// InboxMetaData contains all meta data concerning the Inbox contract.
var InboxMetaData = bind.MetaData{
	ABI: "[{\"type\":\"constructor\",\"inputs\":[{\"name\":\"registry\",\"type\":\"address\",\"internalType\":\"contractRegistry\"},{\"name\":\"committee\",\"type\":\"address\",\"internalType\":\"contractCommittee\"},{\"name\":\"inclusionBlocks\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"freezeSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"freezeBlocks\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"exitSeconds\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"COMMITTEE\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractCommittee\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"EXIT_SECONDS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"FREEZE_BLOCKS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"FREEZE_SECONDS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"INCLUSION_BLOCKS\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"MAX_FORCED\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint256\",\"internalType\":\"uint256\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"REGISTRY\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"address\",\"internalType\":\"contractRegistry\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"accumulate\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"accumulatorAt\",\"inputs\":[{\"name\":\"count\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"blockOf\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"dead\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"disputed\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"disputedAt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"disputedSlot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"enqueue\",\"inputs\":[{\"name\":\"kind\",\"type\":\"uint8\",\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"forceTransaction\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rawTx\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"freeze\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"freezeByHeaders\",\"inputs\":[{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"a\",\"type\":\"tuple\",\"internalType\":\"structSignedHeader\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rest\",\"type\":\"bytes32[3]\",\"internalType\":\"bytes32[3]\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]},{\"name\":\"b\",\"type\":\"tuple\",\"internalType\":\"structSignedHeader\",\"components\":[{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"rest\",\"type\":\"bytes32[3]\",\"internalType\":\"bytes32[3]\"},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"}]},{\"name\":\"unsettled\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"freezeByPostings\",\"inputs\":[{\"name\":\"a\",\"type\":\"tuple\",\"internalType\":\"structPosting\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"signatureA\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"b\",\"type\":\"tuple\",\"internalType\":\"structPosting\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"signatureB\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"unsettled\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"frozen\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"frozenAt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"hasPosted\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"incarnation\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint32\",\"internalType\":\"uint32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"l1Number\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastLedger\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastPosting\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"lastSlot\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"ledgerTime\",\"inputs\":[{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"post\",\"inputs\":[{\"name\":\"p\",\"type\":\"tuple\",\"internalType\":\"structPosting\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"signature\",\"type\":\"bytes\",\"internalType\":\"bytes\"},{\"name\":\"data\",\"type\":\"bytes\",\"internalType\":\"bytes\"}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"postedAt\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"queueLength\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"queuePosition\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"uint64\",\"internalType\":\"uint64\"}],\"stateMutability\":\"view\"},{\"type\":\"function\",\"name\":\"reopen\",\"inputs\":[],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"rewind\",\"inputs\":[{\"name\":\"discarded\",\"type\":\"tuple[]\",\"internalType\":\"structPosting[]\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"name\":\"last\",\"type\":\"tuple\",\"internalType\":\"structPosting\",\"components\":[{\"name\":\"network\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"incarnation\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"epoch\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"previous\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"blobsHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"l1Number\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Hash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"queuePosition\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"queueHash\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"pairRoot\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}],\"outputs\":[],\"stateMutability\":\"nonpayable\"},{\"type\":\"function\",\"name\":\"stalled\",\"inputs\":[],\"outputs\":[{\"name\":\"\",\"type\":\"bool\",\"internalType\":\"bool\"}],\"stateMutability\":\"view\"},{\"type\":\"event\",\"name\":\"Disputed\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"slot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"first\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"second\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"FrozenAt\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastPosting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Posted\",\"inputs\":[{\"name\":\"firstSlot\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"postingRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastHeader\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"ledgerRoot\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"dataHash\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Queued\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"l1Block\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"},{\"name\":\"kind\",\"type\":\"uint8\",\"indexed\":false,\"internalType\":\"uint8\"},{\"name\":\"sender\",\"type\":\"address\",\"indexed\":false,\"internalType\":\"address\"},{\"name\":\"payload\",\"type\":\"bytes\",\"indexed\":false,\"internalType\":\"bytes\"},{\"name\":\"accumulator\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Reopened\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastPosting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"event\",\"name\":\"Rewound\",\"inputs\":[{\"name\":\"incarnation\",\"type\":\"uint64\",\"indexed\":true,\"internalType\":\"uint64\"},{\"name\":\"lastPosting\",\"type\":\"bytes32\",\"indexed\":false,\"internalType\":\"bytes32\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"indexed\":false,\"internalType\":\"uint64\"}],\"anonymous\":false},{\"type\":\"error\",\"name\":\"AlreadyDisputed\",\"inputs\":[{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"BlobsNotTaken\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"Dead\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"EmptyRange\",\"inputs\":[{\"name\":\"firstSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"lastSlot\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"EmptyTransaction\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"Frozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"InvalidSignature\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NoConflict\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotDirect\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotDisputed\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotEnqueuer\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotFrozen\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"NotOwner\",\"inputs\":[{\"name\":\"caller\",\"type\":\"address\",\"internalType\":\"address\"}]},{\"type\":\"error\",\"name\":\"NotPosted\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"NotStalled\",\"inputs\":[]},{\"type\":\"error\",\"name\":\"OutOfQueue\",\"inputs\":[{\"name\":\"asked\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"length\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"Overdue\",\"inputs\":[{\"name\":\"position\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"l1Block\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"QueueDecreased\",\"inputs\":[{\"name\":\"before\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"SameContent\",\"inputs\":[{\"name\":\"root\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"Settled\",\"inputs\":[{\"name\":\"slot\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"TransactionTooLong\",\"inputs\":[{\"name\":\"length\",\"type\":\"uint256\",\"internalType\":\"uint256\"}]},{\"type\":\"error\",\"name\":\"UnknownRollup\",\"inputs\":[{\"name\":\"chainId\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ViewAhead\",\"inputs\":[{\"name\":\"head\",\"type\":\"uint256\",\"internalType\":\"uint256\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"ViewDecreased\",\"inputs\":[{\"name\":\"before\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongData\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongEpoch\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongFirstSlot\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongIncarnation\",\"inputs\":[{\"name\":\"expected\",\"type\":\"uint64\",\"internalType\":\"uint64\"},{\"name\":\"got\",\"type\":\"uint64\",\"internalType\":\"uint64\"}]},{\"type\":\"error\",\"name\":\"WrongNetwork\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongPrevious\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]},{\"type\":\"error\",\"name\":\"WrongQueueHash\",\"inputs\":[{\"name\":\"expected\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"},{\"name\":\"got\",\"type\":\"bytes32\",\"internalType\":\"bytes32\"}]}]",
	ID:  "Inbox",
	Bin: "0x610140604052348015610010575f5ffd5b5060405161435938038061435983398101604081905261002f916100ca565b6001600160a01b039586166080529390941660a0526001600160401b0391821660c052811660e052918216610100528116610120526003805463ffffffff191660011790556002805442909216600160c01b026001600160c01b0390921691909117905561013f565b6001600160a01b03811681146100ac575f5ffd5b50565b80516001600160401b03811681146100c5575f5ffd5b919050565b5f5f5f5f5f5f60c087890312156100df575f5ffd5b86516100ea81610098565b60208801519096506100fb81610098565b9450610109604088016100af565b9350610117606088016100af565b9250610125608088016100af565b915061013360a088016100af565b90509295509295509295565b60805160a05160c05160e051610100516101205161415c6101fd5f395f818161051d0152610f9f01525f818161059301526110f801525f818161056c0152610ff001525f818161023e015261340c01525f81816104f601528181611a0b01528181611ce20152818161274e015261305201525f81816102ac015281816109d701528181610df701528181610ed00152818161112e0152818161141e01528181611d670152818161267e01528181612ae90152612f3d015261415c5ff3fe608060405234801561000f575f5ffd5b5060043610610235575f3560e01c80636765e62b1161013d578063d8045340116100b8578063e4414d0711610088578063ee8ccaf01161006e578063ee8ccaf014610567578063f40077031461058e578063f7a2ce3d146105b5575f5ffd5b8063e4414d0714610518578063e7efafe41461053f575f5ffd5b8063d8045340146104a8578063da82e333146104c8578063df97edb2146104e8578063e1c54e71146104f1575f5ffd5b8063ab91c7b01161010d578063c9e281c3116100f3578063c9e281c314610479578063ccc108d71461048c578063d24126d914610494575f5ffd5b8063ab91c7b01461045e578063b13e748914610466575f5ffd5b80636765e62b146104095780636ea667cd1461041c5780636ffb88c81461043057806380e8032214610443575f5ffd5b80632ac58c7b116101cd57806336cf7c871161019d578063526e3e6411610183578063526e3e64146103e6578063547218f7146103ee57806362a5af3b14610401575f5ffd5b806336cf7c87146103ae5780633e79642f146103b6575f5ffd5b80632ac58c7b146103545780632f010e2d14610367578063349716d01461037a578063364e18bb1461038d575f5ffd5b806308f8992d1161020857806308f8992d146102fb5780630f8638b2146103115780631cba07bd1461031a5780632719f6741461033f575f5ffd5b806302581c7114610239578063054f7d9c1461027e57806306433b1b146102a75780630695c46c146102f3575b5f5ffd5b6102607f000000000000000000000000000000000000000000000000000000000000000081565b60405167ffffffffffffffff90911681526020015b60405180910390f35b6003546102979068010000000000000000900460ff1681565b6040519015158152602001610275565b6102ce7f000000000000000000000000000000000000000000000000000000000000000081565b60405173ffffffffffffffffffffffffffffffffffffffff9091168152602001610275565b6102976105c8565b6103035f5481565b604051908152602001610275565b61030361800081565b60035461032a9063ffffffff1681565b60405163ffffffff9091168152602001610275565b61035261034d3660046139cb565b610608565b005b610260610362366004613a83565b6108cb565b610352610375366004613a9e565b61097c565b610352610388366004613b57565b610df5565b600354610260906901000000000000000000900467ffffffffffffffff1681565b610297610f72565b600254610260907801000000000000000000000000000000000000000000000000900467ffffffffffffffff1681565b610297610fdc565b6103526103fc366004613bc6565b61112b565b6103526112dc565b610352610417366004613c44565b61136d565b6002546102609067ffffffffffffffff1681565b61030361043e366004613cc2565b611512565b60035463ffffffff8082166401000000009092041614610297565b600854610260565b610260610474366004613dab565b6115ce565b610352610487366004613dc2565b6116e1565b610352611d65565b6004546102609067ffffffffffffffff1681565b6002546102609068010000000000000000900467ffffffffffffffff1681565b6004546102609068010000000000000000900467ffffffffffffffff1681565b61030360015481565b6102ce7f000000000000000000000000000000000000000000000000000000000000000081565b6102607f000000000000000000000000000000000000000000000000000000000000000081565b60025461026090700100000000000000000000000000000000900467ffffffffffffffff1681565b6102607f000000000000000000000000000000000000000000000000000000000000000081565b6102607f000000000000000000000000000000000000000000000000000000000000000081565b6103036105c3366004613a83565b61208c565b6004545f9067ffffffffffffffff1615801590610603575060045460025467ffffffffffffffff680100000000000000009092048216911610155b905090565b61061860a0850160808601613a83565b67ffffffffffffffff1661063260a0890160808a01613a83565b67ffffffffffffffff161415801561065257508360600135876060013514155b15610689576040517f7412124e00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60035463ffffffff166106a26040890160208a01613a83565b67ffffffffffffffff16146107195760035463ffffffff166106ca6040890160208a01613a83565b6040517f5ff15b5a00000000000000000000000000000000000000000000000000000000815263ffffffff909216600483015267ffffffffffffffff1660248201526044015b60405180910390fd5b60035463ffffffff166107326040860160208701613a83565b67ffffffffffffffff161461075a5760035463ffffffff166106ca6040860160208701613a83565b5f610764886120f9565b90505f610770866120f9565b90508082036107ae576040517f1c720bc700000000000000000000000000000000000000000000000000000000815260048101839052602401610710565b5f6107bf60a0880160808901613a83565b67ffffffffffffffff166107d960a08c0160808d01613a83565b67ffffffffffffffff16106107fd576107f860a0880160808901613a83565b61080d565b61080d60a08b0160808c01613a83565b90506108198185612401565b610868837f434800020000000000000000000000000000000000000000000000000000000061084e60608e0160408f01613a83565b8d60800160208101906108619190613a83565b8d8d612664565b6108b4827f434800020000000000000000000000000000000000000000000000000000000061089d60608b0160408c01613a83565b6108ad60a08c0160808d01613a83565b8a8a612664565b6108bf818484612800565b50505050505050505050565b6009545f9067ffffffffffffffff83161061093057816108ea60085490565b6040517fa7a2f9fd00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b60098267ffffffffffffffff168154811061094d5761094d613e46565b905f5260205f2090600491828204019190066008029054906101000a900467ffffffffffffffff169050919050565b60045467ffffffffffffffff165f036109c1576040517f433b0e1400000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f6109ca610f72565b905080158015610a9257507f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610a3e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610a629190613e73565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614155b15610acb576040517f245aecd3000000000000000000000000000000000000000000000000000000008152336004820152602401610710565b5f8054905b84811015610c2b5736868683818110610aeb57610aeb613e46565b90506101e0020190505f610afe826120f9565b9050838114610b43576040517fb0fc98880000000000000000000000000000000000000000000000000000000081526004810185905260248101829052604401610710565b848015610b80575060045468010000000000000000900467ffffffffffffffff16610b7460c0840160a08501613a83565b67ffffffffffffffff16105b15610bb7576040517f433b0e1400000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b610bc9610bc483866128fa565b612a87565b610c1c57610bdd60c0830160a08401613a83565b6040517f702d6ba400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff9091166004820152602401610710565b50606001359150600101610ad0565b505f610c36846120f9565b905081610c6e57600280547fffffffffffffffff0000000000000000000000000000000000000000000000001690555f600155610d96565b818114610cb1576040517fb0fc98880000000000000000000000000000000000000000000000000000000081526004810183905260248101829052604401610710565b6101a0840135610cc760c0860160a08701613a83565b610cd961014087016101208801613a83565b610ceb61018088016101608901613a83565b600280547fffffffffffffffff00000000000000000000000000000000ffffffffffffffff1670010000000000000000000000000000000067ffffffffffffffff938416027fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff16176801000000000000000093831693909302929092177fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000001692169190911790556001555b5f8290556003546002546040805185815267ffffffffffffffff909216602083015263ffffffff909216917f9796090793bf348ade0eb0729d2aa5ecc2656a54ce7a13af7d8d671a4f8ed89f91015b60405180910390a2505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fbfa77cf6040518163ffffffff1660e01b8152600401602060405180830381865afa158015610e5e573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190610e829190613e73565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614158015610ef357503373ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001614155b15610f2c576040517f6fcc99b0000000000000000000000000000000000000000000000000000000008152336004820152602401610710565b610f6c848484848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612c0092505050565b50505050565b6003545f9068010000000000000000900460ff1680156106035750600354610fd49067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116916901000000000000000000900416613ebb565b421015905090565b6002545f906110349067ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116917801000000000000000000000000000000000000000000000000900416613ebb565b42106110405750600190565b60025467ffffffffffffffff7001000000000000000000000000000000009091041661106b60085490565b67ffffffffffffffff168167ffffffffffffffff161061108c575f91505090565b5f611096826108cb565b60035490915067ffffffffffffffff71010000000000000000000000000000000000909104811690821610156110ea575060035471010000000000000000000000000000000000900467ffffffffffffffff165b61112167ffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000008116908316613ebb565b4310159250505090565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611195573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906111b99190613ece565b6003549091505f906111da908690849063ffffffff908116908a90612d3016565b6003549091505f906111fb908690859063ffffffff908116908b90612d3016565b9050808203611239576040517f1c720bc700000000000000000000000000000000000000000000000000000000815260048101839052602401610710565b6112438785612401565b611288827f434800010000000000000000000000000000000000000000000000000000000061127560208a018a613a83565b8a61128360808c018c613ee5565b612664565b6112c8817f43480001000000000000000000000000000000000000000000000000000000006112ba6020890189613a83565b8a61128360808b018b613ee5565b6112d3878383612800565b50505050505050565b60035468010000000000000000900460ff1615611325576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61132d610fdc565b611363576040517fc27d258a00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b61136b612e4d565b565b5f8190036113a7576040517f260c9d6200000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6180008111156113e6576040517f5f2e054d00000000000000000000000000000000000000000000000000000000815260048101829052602401610710565b6040517fbe01411b00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff841660048201527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff169063be01411b90602401602060405180830381865afa158015611478573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061149c9190613f46565b6114de576040517f69dbd28f00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff84166004820152602401610710565b61150d6003338585856040516020016114f993929190613f8e565b604051602081830303815290604052612c00565b505050565b5f5f8561151e876108cb565b84516020808701919091206040805167ffffffffffffffff95861693810193909352939092169281019290925260ff8716606083015273ffffffffffffffffffffffffffffffffffffffff8616608083015260a082015260c0016040516020818303038152906040528051906020012090506115998661208c565b604080516020810192909252810182905260600160405160208183030381529060405280519060200120915050949350505050565b5f8181526005602090815260408083208151608081018352905467ffffffffffffffff80821680845268010000000000000000830482169584019590955270010000000000000000000000000000000082041692820192909252780100000000000000000000000000000000000000000000000090910463ffffffff16606082015290820361165f57505f92915050565b60035460608201515f9163ffffffff9182169116146116a057606082015163ffffffff165f9081526007602052604090205467ffffffffffffffff166116ae565b60025467ffffffffffffffff165b90508067ffffffffffffffff16826040015167ffffffffffffffff1611156116d6575f6116d9565b81515b949350505050565b60035468010000000000000000900460ff161561172a576040517fa8cab3d100000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b6002546117429067ffffffffffffffff166001613fba565b67ffffffffffffffff1661175c60a0870160808801613a83565b67ffffffffffffffff16146117d9576002546117839067ffffffffffffffff166001613fba565b61179360a0870160808801613a83565b6040517f256a2a3400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b5f54856060013514611827575f546040517fdec38460000000000000000000000000000000000000000000000000000000008152600481019190915260608601356024820152604401610710565b61182f612ef2565b61183885612f3a565b61184860a0860160808701613a83565b67ffffffffffffffff1661186260c0870160a08801613a83565b67ffffffffffffffff1610156118d85761188260a0860160808701613a83565b61189260c0870160a08801613a83565b6040517f92ef968c00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b6118e185613160565b60e08501351561191d576040517f8942e2d600000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f828260405161192e929190613fda565b604051809103902090508086610100013514611984576040517f293b4709000000000000000000000000000000000000000000000000000000008152600481018290526101008701356024820152604401610710565b5f61198e876120f9565b6003549091505f906119cb9083907f43480002000000000000000000000000000000000000000000000000000000009063ffffffff168b356134ac565b6040517f258ae58200000000000000000000000000000000000000000000000000000000815290915073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169063258ae58290611a449084908b908b90600401613fe9565b602060405180830381865afa158015611a5f573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a839190613f46565b611ab9576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f8290556101a0880135600155611ad660c0890160a08a01613a83565b600280547fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000001667ffffffffffffffff92909216919091179055611b2161014089016101208a01613a83565b6002805467ffffffffffffffff9290921668010000000000000000027fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff909216919091179055611b7961018089016101608a01613a83565b600280546fffffffffffffffffffffffffffffffff1670010000000000000000000000000000000067ffffffffffffffff9384160277ffffffffffffffffffffffffffffffffffffffffffffffff1617780100000000000000000000000000000000000000000000000042939093169290920291909117905560035463ffffffff8082166401000000009092041614611c46576003805464010000000063ffffffff8216027fffffffffffffffffffffffffffffffffffffffffffffffff00000000ffffffff9091161790555b611c508883613609565b611c6060c0890160a08a01613a83565b67ffffffffffffffff16611c7a60a08a0160808b01613a83565b67ffffffffffffffff167f1f4e0f268a6ac3c15112d2a86af768c08142e196e5e9f47f0c8daef84fa271ad848b60c001358c6101a0013588604051611cd8949392919093845260208401929092526040830152606082015260800190565b60405180910390a37f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663ed14b6a56040518163ffffffff1660e01b81526004015f604051808303815f87803b158015611d45575f5ffd5b505af1158015611d57573d5f5f3e3d5ffd5b505050505050505050505050565b7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16638da5cb5b6040518163ffffffff1660e01b8152600401602060405180830381865afa158015611dce573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611df29190613e73565b73ffffffffffffffffffffffffffffffffffffffff163373ffffffffffffffffffffffffffffffffffffffff1614611e58576040517f245aecd3000000000000000000000000000000000000000000000000000000008152336004820152602401610710565b60035468010000000000000000900460ff16611ea0576040517f8208cbe500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b611ea8610f72565b15611edf576040517f82c4767b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b600380547fffffffffffffffffffffffffffffffffffffffffffffff00ffffffffffffffff81168255600480547fffffffffffffffffffffffffffffffff0000000000000000000000000000000016905560025463ffffffff9182165f90815260076020526040812080547fffffffffffffffffffffffffffffffffffffffffffffffff00000000000000001667ffffffffffffffff939093169290921790915582549091169190611f9083614002565b825463ffffffff9182166101009390930a9283029282021916919091179091556003805467ffffffffffffffff43811671010000000000000000000000000000000000027fffffffffffffff0000000000000000ffffffffffffffffffffffffffffffffff831681179093556002805442831678010000000000000000000000000000000000000000000000000277ffffffffffffffffffffffffffffffffffffffffffffffff821681179092555f546040805191825292841691909316176020830152928416919093161792507f2c8946d4572b8b789ffe6d63bfebf6189ad5eaebfd6b733155da8a0e5354915691015b60405180910390a2565b6008545f9067ffffffffffffffff831611156120ac57816108ea60085490565b67ffffffffffffffff8216156120f15760086120c9600184614026565b67ffffffffffffffff16815481106120e3576120e3613e46565b905f5260205f2001546120f3565b5f5b92915050565b60408051601080825261022082019092525f918291906020820161020080368337019050509050825f0135815f8151811061213657612136613e46565b6020026020010181815250506121b48360200160208101906121589190613a83565b65ff000000ff00600882811b91821664ff000000ff9390911c92831617601090811b67ff000000ff0000009290921666ff000000ff0000939093169290921790911c17602081811b67ffffffff000000001691901c1760c01b90565b816001815181106121c7576121c7613e46565b60209081029190910101526121e56121586060850160408601613a83565b816002815181106121f8576121f8613e46565b60200260200101818152505082606001358160038151811061221c5761221c613e46565b602090810291909101015261223a61215860a0850160808601613a83565b8160048151811061224d5761224d613e46565b602090810291909101015261226b61215860c0850160a08601613a83565b8160058151811061227e5761227e613e46565b6020026020010181815250508260c00135816006815181106122a2576122a2613e46565b6020026020010181815250508260e00135816007815181106122c6576122c6613e46565b602002602001018181525050826101000135816008815181106122eb576122eb613e46565b602090810291909101015261230b61215861014085016101208601613a83565b8160098151811061231e5761231e613e46565b60200260200101818152505082610140013581600a8151811061234357612343613e46565b602090810291909101015261236361215861018085016101608601613a83565b81600b8151811061237657612376613e46565b60200260200101818152505082610180013581600c8151811061239b5761239b613e46565b602002602001018181525050826101a0013581600d815181106123c0576123c0613e46565b602002602001018181525050826101c0013581600e815181106123e5576123e5613e46565b6020026020010181815250506123fa8161387e565b9392505050565b612409610f72565b15612440576040517f82c4767b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60045467ffffffffffffffff1615801590612477575060045467ffffffffffffffff68010000000000000000909104811690831610155b156124cc57600480546040517f8b82934f0000000000000000000000000000000000000000000000000000000081526801000000000000000090910467ffffffffffffffff1691810191909152602401610710565b60025467ffffffffffffffff90811690831611156124e8575050565b5f8181526005602090815260408083208151608081018352905467ffffffffffffffff80821680845268010000000000000000830482169584019590955270010000000000000000000000000000000082041692820192909252780100000000000000000000000000000000000000000000000090910463ffffffff16606082015291036125f557505f818152600660209081526040918290208251608081018452905467ffffffffffffffff80821683526801000000000000000082048116938301939093527001000000000000000000000000000000008104909216928101929092527801000000000000000000000000000000000000000000000000900463ffffffff1660608201525b806020015167ffffffffffffffff168367ffffffffffffffff161080612621575061261f81612a87565b155b1561150d576040517f702d6ba400000000000000000000000000000000000000000000000000000000815267ffffffffffffffff84166004820152602401610710565b5f61270e878760035f9054906101000a900463ffffffff167f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156126e5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127099190613ece565b6134ac565b6040517fa1e4a52c00000000000000000000000000000000000000000000000000000000815290915073ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000169063a1e4a52c9061278b9088908890869089908990600401614046565b602060405180830381865afa1580156127a6573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906127ca9190613f46565b6112d3576040517f8baa579f00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b60035468010000000000000000900460ff1661281e5761281e612e4d565b60045467ffffffffffffffff165f0361286657600480547fffffffffffffffffffffffffffffffffffffffffffffffff0000000000000000164267ffffffffffffffff161790555b600480547fffffffffffffffffffffffffffffffff0000000000000000ffffffffffffffff166801000000000000000067ffffffffffffffff8616908102919091179091556003546040805192835260208301859052820183905263ffffffff16907f7e8812a42d1e6f4e4896f484343bcbabb089047f764033b06f5c6e00c34ddcd99060600160405180910390a2505050565b60408051608080820183525f808352602080840182905283850182905260609384018290526101a087013582526005815290849020845192830185525467ffffffffffffffff8082168452680100000000000000008204811692840192909252700100000000000000000000000000000000810490911693820193909352780100000000000000000000000000000000000000000000000090920463ffffffff16908201526129af60c0840160a08501613a83565b67ffffffffffffffff16816040015167ffffffffffffffff161415806129f857506129e06040840160208501613a83565b67ffffffffffffffff16816060015163ffffffff1614155b156120f357505f818152600660209081526040918290208251608081018452905467ffffffffffffffff80821683526801000000000000000082048116938301939093527001000000000000000000000000000000008104909216928101929092527801000000000000000000000000000000000000000000000000900463ffffffff16606082015292915050565b80515f9067ffffffffffffffff161580612ab15750600354606083015163ffffffff908116911614155b15612abd57505f919050565b6004545f9067ffffffffffffffff1615612ae35760045467ffffffffffffffff16612ae5565b425b90507f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663fbfa77cf6040518163ffffffff1660e01b8152600401602060405180830381865afa158015612b50573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612b749190613e73565b73ffffffffffffffffffffffffffffffffffffffff1663e18132c46040518163ffffffff1660e01b8152600401602060405180830381865afa158015612bbc573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612be0919061408a565b8351612bf99167ffffffffffffffff9081169116613ebb565b1192915050565b612c08610f72565b15612c3f576040517f82c4767b00000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b5f612c4960085490565b600980546001810182555f9182527f6e1540171b6c0c960b71a7020d9f60077f6af931a8bbf590da0223dacf75c7af6004820401805460039092166008026101000a67ffffffffffffffff818102199093164393841691909102179055919250612cb583878787611512565b600880546001810182555f919091527ff3f7a9fe364faab93b216da50a3214154f22a0a2b415b23a84c8169e8b636ee30181905560405190915067ffffffffffffffff8416907fd33dff255d754315f770c8db8dd26eeb72ce8a54ea95ae0d8f6cc8a8089fa9ce90610de59085908a908a908a9088906140a5565b5f612e0a612d9a8565ff000000ff00600887811b91821664ff000000ff9189901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c17602081811b67ffffffff000000001691901c1760c01b6138f8565b6138f8565b612d95612dad61215860208a018a613a83565b65ff000000ff00600887811b91821664ff000000ff9189901c91821617601090811b67ff000000ff0000009390931666ff000000ff00009290921691909117901c17602081811b67ffffffff000000001691901c1760c01b6138f8565b90505f5b6003811015612e4457612e3a82876020018360038110612e3057612e30613e46565b60200201356138f8565b9150600101612e0e565b50949350505050565b6003805467ffffffffffffffff4281166901000000000000000000027fffffffffffffffffffffffffffffff000000000000000000ffffffffffffffff909216919091176801000000000000000017918290555f5460025460405163ffffffff909416937f22461235683854f10b3b4ca7f721b1b3748cb0840e03fb5f1b5bf5b608656683936120829392169091825267ffffffffffffffff16602082015260400190565b3332141580612f015750333b15155b1561136b576040517f1d476d1e000000000000000000000000000000000000000000000000000000008152336004820152602401610710565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16639025e64c6040518163ffffffff1660e01b8152600401602060405180830381865afa158015612fa4573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190612fc89190613ece565b90508135811461300e576040517f8fec96c30000000000000000000000000000000000000000000000000000000081526004810182905282356024820152604401610710565b60035463ffffffff166130276040840160208501613a83565b67ffffffffffffffff161461304f5760035463ffffffff166106ca6040840160208501613a83565b5f7f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1663900cf0cf6040518163ffffffff1660e01b8152600401602060405180830381865afa1580156130b9573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906130dd919061408a565b905067ffffffffffffffff81166130fa6060850160408601613a83565b67ffffffffffffffff161461150d578061311a6060850160408601613a83565b6040517f2b9264ec00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b60025468010000000000000000900467ffffffffffffffff1661318b61014083016101208401613a83565b67ffffffffffffffff16101561320c5760025468010000000000000000900467ffffffffffffffff166131c661014083016101208401613a83565b6040517fa2cc7b5700000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b4361321f61014083016101208401613a83565b67ffffffffffffffff161115613287574361324261014083016101208401613a83565b6040517fd2992f79000000000000000000000000000000000000000000000000000000008152600481019290925267ffffffffffffffff166024820152604401610710565b600254700100000000000000000000000000000000900467ffffffffffffffff166132ba61018083016101608401613a83565b67ffffffffffffffff16101561334357600254700100000000000000000000000000000000900467ffffffffffffffff166132fd61018083016101608401613a83565b6040517fad44157800000000000000000000000000000000000000000000000000000000815267ffffffffffffffff928316600482015291166024820152604401610710565b5f6133596105c361018084016101608501613a83565b905080826101800135146133a7576040517f619334ce000000000000000000000000000000000000000000000000000000008152600481018290526101808301356024820152604401610710565b60085467ffffffffffffffff166133c661018084016101608501613a83565b67ffffffffffffffff1610156134a8575f6133ec61036261018085016101608601613a83565b905061340061014084016101208501613a83565b67ffffffffffffffff167f000000000000000000000000000000000000000000000000000000000000000067ffffffffffffffff168267ffffffffffffffff1661344a9190613ebb565b1161150d5761346161018084016101608501613a83565b6040517f9467df6a00000000000000000000000000000000000000000000000000000000815267ffffffffffffffff91821660048201529082166024820152604401610710565b5050565b5f5f60028460e01b7bffffffffffffffffffffffffffffffffffffffffffffffffffffffff1916846040516020016134ee929190918252602082015260400190565b60408051601f198184030181529082905261350891614119565b602060405180830381855afa158015613523573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906135469190613ece565b60408051602081018990527fffffffff000000000000000000000000000000000000000000000000000000008816818301527fffffffffffffffffffffffffffffffffffffffffffffffffffffffff00000000831660448201528151808203830181526060909101918290529192506002916135c191614119565b602060405180830381855afa1580156135dc573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906135ff9190613ece565b9695505050505050565b5f60405180608001604052804267ffffffffffffffff1681526020018460800160208101906136389190613a83565b67ffffffffffffffff16815260200161365760c0860160a08701613a83565b67ffffffffffffffff16815260035463ffffffff1660209091015290506136826101a08401356115ce565b67ffffffffffffffff165f0361378b576101a08301355f90815260056020908152604091829020835181549285015193850151606086015163ffffffff167801000000000000000000000000000000000000000000000000027fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff67ffffffffffffffff92831670010000000000000000000000000000000002167fffffffff000000000000000000000000ffffffffffffffffffffffffffffffff96831668010000000000000000027fffffffffffffffffffffffffffffffff000000000000000000000000000000009096169290931691909117939093179390931692909217179055505050565b5f82815260066020908152604091829020835181549285015193850151606086015163ffffffff167801000000000000000000000000000000000000000000000000027fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff67ffffffffffffffff92831670010000000000000000000000000000000002167fffffffff000000000000000000000000ffffffffffffffffffffffffffffffff96831668010000000000000000027fffffffffffffffffffffffffffffffff000000000000000000000000000000009096169290931691909117939093179390931692909217179055505050565b5f5f600190506020830183515b60018111156138c7575f5b818110156138be5760208160041b840160408360051b860160025afa90931692600201613896565b5060011c61388b565b5050806138d6576138d661412f565b825f815181106138e8576138e8613e46565b6020026020010151915050919050565b5f60028383604051602001613917929190918252602082015260400190565b60408051601f198184030181529082905261393191614119565b602060405180830381855afa15801561394c573d5f5f3e3d5ffd5b5050506040513d601f19601f820116820180604052508101906123fa9190613ece565b5f6101e08284031215613980575f5ffd5b50919050565b5f5f83601f840112613996575f5ffd5b50813567ffffffffffffffff8111156139ad575f5ffd5b6020830191508360208285010111156139c4575f5ffd5b9250929050565b5f5f5f5f5f5f5f610420888a0312156139e2575f5ffd5b6139ec898961396f565b96506101e088013567ffffffffffffffff811115613a08575f5ffd5b613a148a828b01613986565b9097509550613a299050896102008a0161396f565b93506103e088013567ffffffffffffffff811115613a45575f5ffd5b613a518a828b01613986565b989b979a5095989497959661040090950135949350505050565b67ffffffffffffffff81168114613a80575f5ffd5b50565b5f60208284031215613a93575f5ffd5b81356123fa81613a6b565b5f5f5f6102008486031215613ab1575f5ffd5b833567ffffffffffffffff811115613ac7575f5ffd5b8401601f81018613613ad7575f5ffd5b803567ffffffffffffffff811115613aed575f5ffd5b8660206101e083028401011115613b02575f5ffd5b602091820194509250613b18908690860161396f565b90509250925092565b803560ff81168114613b31575f5ffd5b919050565b73ffffffffffffffffffffffffffffffffffffffff81168114613a80575f5ffd5b5f5f5f5f60608587031215613b6a575f5ffd5b613b7385613b21565b93506020850135613b8381613b36565b9250604085013567ffffffffffffffff811115613b9e575f5ffd5b613baa87828801613986565b95989497509550505050565b5f60a08284031215613980575f5ffd5b5f5f5f5f60808587031215613bd9575f5ffd5b8435613be481613a6b565b9350602085013567ffffffffffffffff811115613bff575f5ffd5b613c0b87828801613bb6565b935050604085013567ffffffffffffffff811115613c27575f5ffd5b613c3387828801613bb6565b949793965093946060013593505050565b5f5f5f60408486031215613c56575f5ffd5b8335613c6181613a6b565b9250602084013567ffffffffffffffff811115613c7c575f5ffd5b613c8886828701613986565b9497909650939450505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b5f5f5f5f60808587031215613cd5575f5ffd5b8435613ce081613a6b565b9350613cee60208601613b21565b92506040850135613cfe81613b36565b9150606085013567ffffffffffffffff811115613d19575f5ffd5b8501601f81018713613d29575f5ffd5b803567ffffffffffffffff811115613d4357613d43613c95565b604051601f19603f601f19601f8501160116810181811067ffffffffffffffff82111715613d7357613d73613c95565b604052818152828201602001891015613d8a575f5ffd5b816020840160208301375f6020838301015280935050505092959194509250565b5f60208284031215613dbb575f5ffd5b5035919050565b5f5f5f5f5f6102208688031215613dd7575f5ffd5b613de1878761396f565b94506101e086013567ffffffffffffffff811115613dfd575f5ffd5b613e0988828901613986565b90955093505061020086013567ffffffffffffffff811115613e29575f5ffd5b613e3588828901613986565b969995985093965092949392505050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b5f60208284031215613e83575f5ffd5b81516123fa81613b36565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b808201808211156120f3576120f3613e8e565b5f60208284031215613ede575f5ffd5b5051919050565b5f5f83357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1843603018112613f18575f5ffd5b83018035915067ffffffffffffffff821115613f32575f5ffd5b6020019150368190038213156139c4575f5ffd5b5f60208284031215613f56575f5ffd5b815180151581146123fa575f5ffd5b81835281816020850137505f602082840101525f6020601f19601f840116840101905092915050565b67ffffffffffffffff84168152604060208201525f613fb1604083018486613f65565b95945050505050565b67ffffffffffffffff81811683821601908111156120f3576120f3613e8e565b818382375f9101908152919050565b838152604060208201525f613fb1604083018486613f65565b5f63ffffffff821663ffffffff810361401d5761401d613e8e565b60010192915050565b67ffffffffffffffff82811682821603908111156120f3576120f3613e8e565b67ffffffffffffffff8616815267ffffffffffffffff85166020820152836040820152608060608201525f61407f608083018486613f65565b979650505050505050565b5f6020828403121561409a575f5ffd5b81516123fa81613a6b565b67ffffffffffffffff8616815260ff8516602082015273ffffffffffffffffffffffffffffffffffffffff8416604082015260a060608201525f83518060a0840152806020860160c085015e5f60c0828501015260c0601f19601f8301168401019150508260808301529695505050505050565b5f82518060208501845e5f920191825250919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd",
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

// PackDisputed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0695c46c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function disputed() view returns(bool)
func (inbox *Inbox) PackDisputed() []byte {
	enc, err := inbox.abi.Pack("disputed")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDisputed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0695c46c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function disputed() view returns(bool)
func (inbox *Inbox) TryPackDisputed() ([]byte, error) {
	return inbox.abi.Pack("disputed")
}

// UnpackDisputed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0695c46c.
//
// Solidity: function disputed() view returns(bool)
func (inbox *Inbox) UnpackDisputed(data []byte) (bool, error) {
	out, err := inbox.abi.Unpack("disputed", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackDisputedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd24126d9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function disputedAt() view returns(uint64)
func (inbox *Inbox) PackDisputedAt() []byte {
	enc, err := inbox.abi.Pack("disputedAt")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDisputedAt is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd24126d9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function disputedAt() view returns(uint64)
func (inbox *Inbox) TryPackDisputedAt() ([]byte, error) {
	return inbox.abi.Pack("disputedAt")
}

// UnpackDisputedAt is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd24126d9.
//
// Solidity: function disputedAt() view returns(uint64)
func (inbox *Inbox) UnpackDisputedAt(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("disputedAt", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
	return out0, nil
}

// PackDisputedSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda82e333.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function disputedSlot() view returns(uint64)
func (inbox *Inbox) PackDisputedSlot() []byte {
	enc, err := inbox.abi.Pack("disputedSlot")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDisputedSlot is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda82e333.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function disputedSlot() view returns(uint64)
func (inbox *Inbox) TryPackDisputedSlot() ([]byte, error) {
	return inbox.abi.Pack("disputedSlot")
}

// UnpackDisputedSlot is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xda82e333.
//
// Solidity: function disputedSlot() view returns(uint64)
func (inbox *Inbox) UnpackDisputedSlot(data []byte) (uint64, error) {
	out, err := inbox.abi.Unpack("disputedSlot", data)
	if err != nil {
		return *new(uint64), err
	}
	out0 := *abi.ConvertType(out[0], new(uint64)).(*uint64)
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

// PackFreezeByHeaders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x547218f7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freezeByHeaders(uint64 slot, (uint64,bytes32[3],bytes) a, (uint64,bytes32[3],bytes) b, bytes32 unsettled) returns()
func (inbox *Inbox) PackFreezeByHeaders(slot uint64, a SignedHeader, b SignedHeader, unsettled [32]byte) []byte {
	enc, err := inbox.abi.Pack("freezeByHeaders", slot, a, b, unsettled)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreezeByHeaders is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x547218f7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freezeByHeaders(uint64 slot, (uint64,bytes32[3],bytes) a, (uint64,bytes32[3],bytes) b, bytes32 unsettled) returns()
func (inbox *Inbox) TryPackFreezeByHeaders(slot uint64, a SignedHeader, b SignedHeader, unsettled [32]byte) ([]byte, error) {
	return inbox.abi.Pack("freezeByHeaders", slot, a, b, unsettled)
}

// PackFreezeByPostings is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2719f674.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function freezeByPostings((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) a, bytes signatureA, (bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) b, bytes signatureB, bytes32 unsettled) returns()
func (inbox *Inbox) PackFreezeByPostings(a Posting, signatureA []byte, b Posting, signatureB []byte, unsettled [32]byte) []byte {
	enc, err := inbox.abi.Pack("freezeByPostings", a, signatureA, b, signatureB, unsettled)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFreezeByPostings is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2719f674.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function freezeByPostings((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) a, bytes signatureA, (bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) b, bytes signatureB, bytes32 unsettled) returns()
func (inbox *Inbox) TryPackFreezeByPostings(a Posting, signatureA []byte, b Posting, signatureB []byte, unsettled [32]byte) ([]byte, error) {
	return inbox.abi.Pack("freezeByPostings", a, signatureA, b, signatureB, unsettled)
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
// Solidity: function ledgerTime(bytes32 ledgerRoot) view returns(uint64)
func (inbox *Inbox) PackLedgerTime(ledgerRoot [32]byte) []byte {
	enc, err := inbox.abi.Pack("ledgerTime", ledgerRoot)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLedgerTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb13e7489.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ledgerTime(bytes32 ledgerRoot) view returns(uint64)
func (inbox *Inbox) TryPackLedgerTime(ledgerRoot [32]byte) ([]byte, error) {
	return inbox.abi.Pack("ledgerTime", ledgerRoot)
}

// UnpackLedgerTime is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb13e7489.
//
// Solidity: function ledgerTime(bytes32 ledgerRoot) view returns(uint64)
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

// PackRewind is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f010e2d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewind((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32)[] discarded, (bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) last) returns()
func (inbox *Inbox) PackRewind(discarded []Posting, last Posting) []byte {
	enc, err := inbox.abi.Pack("rewind", discarded, last)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewind is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f010e2d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewind((bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32)[] discarded, (bytes32,uint64,uint64,bytes32,uint64,uint64,bytes32,bytes32,bytes32,uint64,bytes32,uint64,bytes32,bytes32,bytes32) last) returns()
func (inbox *Inbox) TryPackRewind(discarded []Posting, last Posting) ([]byte, error) {
	return inbox.abi.Pack("rewind", discarded, last)
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

// InboxDisputed represents a Disputed event raised by the Inbox contract.
type InboxDisputed struct {
	Incarnation uint64
	Slot        uint64
	First       [32]byte
	Second      [32]byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxDisputedEventName = "Disputed"

// ContractEventName returns the user-defined event name.
func (InboxDisputed) ContractEventName() string {
	return InboxDisputedEventName
}

// UnpackDisputedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Disputed(uint64 indexed incarnation, uint64 slot, bytes32 first, bytes32 second)
func (inbox *Inbox) UnpackDisputedEvent(log *types.Log) (*InboxDisputed, error) {
	event := "Disputed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxDisputed)
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

// InboxRewound represents a Rewound event raised by the Inbox contract.
type InboxRewound struct {
	Incarnation uint64
	LastPosting [32]byte
	LastSlot    uint64
	Raw         *types.Log // Blockchain specific contextual infos
}

const InboxRewoundEventName = "Rewound"

// ContractEventName returns the user-defined event name.
func (InboxRewound) ContractEventName() string {
	return InboxRewoundEventName
}

// UnpackRewoundEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Rewound(uint64 indexed incarnation, bytes32 lastPosting, uint64 lastSlot)
func (inbox *Inbox) UnpackRewoundEvent(log *types.Log) (*InboxRewound, error) {
	event := "Rewound"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != inbox.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(InboxRewound)
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
	if bytes.Equal(raw[:4], inbox.abi.Errors["AlreadyDisputed"].ID.Bytes()[:4]) {
		return inbox.UnpackAlreadyDisputedError(raw[4:])
	}
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
	if bytes.Equal(raw[:4], inbox.abi.Errors["NoConflict"].ID.Bytes()[:4]) {
		return inbox.UnpackNoConflictError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotDirect"].ID.Bytes()[:4]) {
		return inbox.UnpackNotDirectError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotDisputed"].ID.Bytes()[:4]) {
		return inbox.UnpackNotDisputedError(raw[4:])
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
	if bytes.Equal(raw[:4], inbox.abi.Errors["NotPosted"].ID.Bytes()[:4]) {
		return inbox.UnpackNotPostedError(raw[4:])
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
	if bytes.Equal(raw[:4], inbox.abi.Errors["SameContent"].ID.Bytes()[:4]) {
		return inbox.UnpackSameContentError(raw[4:])
	}
	if bytes.Equal(raw[:4], inbox.abi.Errors["Settled"].ID.Bytes()[:4]) {
		return inbox.UnpackSettledError(raw[4:])
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

// InboxAlreadyDisputed represents a AlreadyDisputed error raised by the Inbox contract.
type InboxAlreadyDisputed struct {
	Slot uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AlreadyDisputed(uint64 slot)
func InboxAlreadyDisputedErrorID() common.Hash {
	return common.HexToHash("0x8b82934f477ff6e62ae4c88db96e781e96123604c4e0c92545f0547b3c16c2f1")
}

// UnpackAlreadyDisputedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AlreadyDisputed(uint64 slot)
func (inbox *Inbox) UnpackAlreadyDisputedError(raw []byte) (*InboxAlreadyDisputed, error) {
	out := new(InboxAlreadyDisputed)
	if err := inbox.abi.UnpackIntoInterface(out, "AlreadyDisputed", raw); err != nil {
		return nil, err
	}
	return out, nil
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

// InboxNoConflict represents a NoConflict error raised by the Inbox contract.
type InboxNoConflict struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoConflict()
func InboxNoConflictErrorID() common.Hash {
	return common.HexToHash("0x7412124e23106f671f0c15e99815ae376e602111b93496444e63ed6071334091")
}

// UnpackNoConflictError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoConflict()
func (inbox *Inbox) UnpackNoConflictError(raw []byte) (*InboxNoConflict, error) {
	out := new(InboxNoConflict)
	if err := inbox.abi.UnpackIntoInterface(out, "NoConflict", raw); err != nil {
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

// InboxNotDisputed represents a NotDisputed error raised by the Inbox contract.
type InboxNotDisputed struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotDisputed()
func InboxNotDisputedErrorID() common.Hash {
	return common.HexToHash("0x433b0e1495a41ab406abfc5cc243c7ae7c236e51218a42d7f7c663043e6fe0c1")
}

// UnpackNotDisputedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotDisputed()
func (inbox *Inbox) UnpackNotDisputedError(raw []byte) (*InboxNotDisputed, error) {
	out := new(InboxNotDisputed)
	if err := inbox.abi.UnpackIntoInterface(out, "NotDisputed", raw); err != nil {
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

// InboxNotPosted represents a NotPosted error raised by the Inbox contract.
type InboxNotPosted struct {
	Expected [32]byte
	Got      [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotPosted(bytes32 expected, bytes32 got)
func InboxNotPostedErrorID() common.Hash {
	return common.HexToHash("0xb0fc9888a6ae98afca7c2f43db8bd9dfe8efdc046330b83866d8f5fb1196f045")
}

// UnpackNotPostedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotPosted(bytes32 expected, bytes32 got)
func (inbox *Inbox) UnpackNotPostedError(raw []byte) (*InboxNotPosted, error) {
	out := new(InboxNotPosted)
	if err := inbox.abi.UnpackIntoInterface(out, "NotPosted", raw); err != nil {
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

// InboxSameContent represents a SameContent error raised by the Inbox contract.
type InboxSameContent struct {
	Root [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SameContent(bytes32 root)
func InboxSameContentErrorID() common.Hash {
	return common.HexToHash("0x1c720bc7ff17cea31913539bd1514e560c739f99a4bf8345b392336be6015424")
}

// UnpackSameContentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SameContent(bytes32 root)
func (inbox *Inbox) UnpackSameContentError(raw []byte) (*InboxSameContent, error) {
	out := new(InboxSameContent)
	if err := inbox.abi.UnpackIntoInterface(out, "SameContent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// InboxSettled represents a Settled error raised by the Inbox contract.
type InboxSettled struct {
	Slot uint64
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Settled(uint64 slot)
func InboxSettledErrorID() common.Hash {
	return common.HexToHash("0x702d6ba463a9d19f67d6b3ada754d6fffa92a52b279940f1d8b709b29bca6767")
}

// UnpackSettledError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Settled(uint64 slot)
func (inbox *Inbox) UnpackSettledError(raw []byte) (*InboxSettled, error) {
	out := new(InboxSettled)
	if err := inbox.abi.UnpackIntoInterface(out, "Settled", raw); err != nil {
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
