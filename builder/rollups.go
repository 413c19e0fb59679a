package builder

import (
	"cmp"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// Rollups is what Execute needs of the EVM: one state per rollup, each with one open block.
//
// It is used by one goroutine. Everything it answers is a function of the calls made so far: no clock, no
// map order. An error from it is of severity "this node": the state can no longer be trusted.
type Rollups interface {
	// Advance closes the open blocks, if any, and opens the next ones on every rollup. When it returns, the
	// closed blocks and their states are durable. It returns the closed blocks by ascending chain.
	Advance(env BlockEnv) ([]Block, error)
	// Try executes an attempt: all of it on all its rollups or nothing on any. A refusal is in the outcome's
	// Reason, never an error.
	Try(a Attempt) (*Outcome, error)
	// EndSlot returns what this slot added and how the rollups stand, and begins the next slot.
	EndSlot() (*SlotState, error)
}

// Mark names how the open blocks stood at a moment, for Drafts.
type Mark int

// Drafts lets attempts be taken back after they executed, so that several orderings can be tried.
//
// Marks nest. Advance and EndSlot void them all.
type Drafts interface {
	// Mark names how all open blocks stand now. It costs next to nothing.
	Mark() Mark
	// Rewind brings all open blocks back to a mark, which stays valid; later marks are void. Every later outcome,
	// block and root is, byte for byte, as if what was rewound had never been tried. Its cost follows what was
	// written since the mark. A mark that is void or was never given is an error.
	Rewind(to Mark) error
	// Keep sets aside what was done since a mark. Recall brings it back, in place of whatever was done since the mark,
	// without executing anything: every later outcome, block and root is as if the rest had never been tried. It may be
	// called as often as the mark is valid. Both cost what was written since the mark.
	Keep(since Mark) (recall func() error, err error)
}

// Machine is the rollups with their drafts.
type Machine interface {
	Rollups
	Drafts
}

// BlockEnv fixes what a block has besides its transactions, when it opens.
type BlockEnv struct {
	Time       uint64                            // s, above every parent's timestamp
	GasLimit   uint64                            // the target; the header moves there within parent/1024
	BeaconRoot rollup.Digest                     // ParentBeaconRoot, from the L1 view
	MixDigest  rollup.Digest                     // from the opening slot's key
	Coinbase   map[rollup.ChainID]rollup.Address // the rollup's payout account
}

// Attempt is one bundle, or one transaction forced from L1, to be tried on the open blocks.
type Attempt struct {
	Txs          [][]*rollup.Tx         // leg by leg, executed in this order
	Reverting    map[rollup.Digest]bool // transactions that may revert
	GasLimit     uint64                 // bound on all its work on all chains, actions and failed attempts included
	GasThrough   uint64                 // most gas that each touched open block may have used afterwards
	TriggerDepth uint32                 // most generations of triggers
	TriggerCount uint32                 // most triggers
	PairTriggers uint32                 // most triggers that the slot may carry from one rollup to another; 0: no bound
	PairGas      uint64                 // most gas of the actions (ActionGas) that it may so carry; 0: no bound
	Record       bool                   // give the outcome's Reads and Writes
}

// Access is what an attempt read or wrote: an account's nonce, balance and code, or one slot of its storage.
type Access struct {
	Chain   rollup.ChainID
	Account rollup.Address
	Storage bool          // whether it is the slot rather than the account
	Slot    rollup.Digest // zero for an account
}

// Compare orders accesses by chain, account, accounts before slots, and slot: -1, 0 or 1.
func (a Access) Compare(b Access) int {
	switch {
	case a.Chain != b.Chain:
		return cmp.Compare(a.Chain, b.Chain)
	case a.Account != b.Account:
		return a.Account.Cmp(b.Account)
	case a.Storage != b.Storage:
		if b.Storage {
			return -1
		}
		return 1
	}
	return a.Slot.Cmp(b.Slot)
}

// ChainGas is gas used on one chain, actions included.
type ChainGas struct {
	Chain rollup.ChainID
	Gas   uint64
}

// Outcome is how an attempt ended.
type Outcome struct {
	Reason   auction.Reason // Executed, or why not; then nothing changed on any rollup
	Failure  *Failure       // which transaction stopped it; nil if executed or if no single one did
	Gas      []ChainGas     // by ascending chain, for every chain that it touched; on failure the work wasted
	Places   []Place        // by execution order, actions included; empty unless executed
	Triggers uint64         // triggers drained
	// Reads and Writes are what the attempt read and wrote, up to its failure if it failed: sorted, without doubles,
	// only if it asked for them. What reverted inside it counts too. Left out is what commutes: the coinbase's balance,
	// the system account, and the accumulators and prepayments of ChoraleSystem. So is what they
	// share besides the state: the block's gas and the pairs' bounds.
	Reads, Writes []Access
}

// Pair is the accumulators of one ordered pair of rollups: what Src triggered on Dst and what Dst acted for Src.
type Pair struct {
	Src, Dst            rollup.ChainID
	TrigRoot, ActRoot   rollup.Digest
	TrigCount, ActCount uint64
}

// SlotState is how the rollups stand at a slot's end.
type SlotState struct {
	Heads     []Head     // by ascending chain; the Closed fields describe blocks closed by Advance in this slot
	Pairs     []Pair     // by ascending (Src, Dst), all ordered pairs
	Additions []Addition // by ascending chain
}
