package sequencer

import (
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Status is how a member stands. Times are of its own clock, for display.
type Status struct {
	Network   rollup.Network
	Group     *threshold.Group // nil until the key ceremony ended
	OpenSlot  rollup.Slot      // the slot that takes envelopes now
	ClosesAt  time.Time        // when it is proposed, by this member's estimate
	Committed rollup.Slot      // agreed on
	Executed  rollup.Slot
	Attested  rollup.Slot
	Released  rollup.Slot // the last slot of the last posting that the committee signed
	View      rollup.L1View
	Peers     int   // other members connected
	Syncing   bool  // not in step with the committee: it takes no envelopes
	Failure   error // of severity "this node"; nil while it works
}

// The stages of an Event.
const (
	StageClosed   = "closed"   // the slot's batch is agreed on
	StageOpened   = "opened"   // its key is known and its envelopes are readable
	StageExecuted = "executed" // Executed is set
	StageAttested = "attested" // Attested is set
	StagePosting  = "posting"  // Posting is set; Slot is its last
)

// Event says that a slot reached a stage. Executed and attested slots come in order; within a slot stages do.
type Event struct {
	Seq      uint64 // consecutive, from 1, in this life of the member
	Stage    string
	Slot     rollup.Slot
	At       time.Time // by this member's clock, for display
	Batch    int       // envelopes in the slot's batch
	Attested *Attested
	Executed *builder.Executed
	Posting  *SignedPosting
}
