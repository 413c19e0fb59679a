package builder

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
)

// Input is all that a slot's execution depends on besides the state before it.
type Input struct {
	Slot     rollup.Slot
	Time     uint64              // consensus time, Unix ms; never before the previous slot's
	View     rollup.L1View       // the L1 view of the slot's block
	Items    []rollup.QueueItem  // queue items that this slot consumes, already checked against the view
	Key      threshold.Signature // the slot's opening key: seeds ties, order of the rest, MixDigest
	Selected *auction.Selected   // the opened, ranked batch
}

// Block is a closed rollup block, ready for engine_newPayloadV4.
type Block struct {
	Chain    rollup.ChainID
	Block    *types.Block
	Receipts []*types.Receipt
	Requests [][]byte // EIP-7685, for newPayloadV4
}

// Addition is what a slot added to one rollup's open block.
type Addition struct {
	Chain    rollup.ChainID
	Number   uint64 // the open block
	Time     uint64 // its timestamp, s
	Txs      []*types.Transaction
	Receipts []*types.Receipt
}

// Executed is the outcome of a slot. Immutable.
type Executed struct {
	Header    Header
	Fates     []Fate
	Closed    []Block    // blocks closed at the slot's start, by ascending chain; empty within a second
	Additions []Addition // by ascending chain, one for each rollup
	Entries   []Entry    // the ledger's changes, in the order in which they were made
	Choice    Choice     // how the winners' ordering was chosen
	// Checkpoint is not nil when blocks were closed: the state after the previous slot, from which a member
	// may resume by executing this slot again. The rollups' state that it needs is durable already.
	Checkpoint []byte
}
