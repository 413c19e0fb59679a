package index

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// Stages of events besides those of package sequencer.
const (
	StageReceived = "received" // a member holds the envelope
	StageEnded    = "ended"    // it missed its batch, or the gateways gave its bundle up
	StagePosted   = "posted"   // it stands on L1
)

// Event is one step of a slot or of a bundle. Immutable.
type Event struct {
	Seq    uint64 // its number: the same at every gateway
	Public bool   // shown to everybody; else only to the bundle's owners
	Slot   rollup.Slot
	Stage  string
	AtMs   int64         // Unix ms
	Posted *relay.Posted // of StagePosted

	Closed *Closure // of a slot's attestation

	OfBundle bool          // a bundle's step; the rest is only there for one
	Bundle   rollup.Digest // zero for what was sealed elsewhere and is not read yet
	Envelope rollup.Digest
	State    auction.Reason
	Fate     *builder.Fate // of StageAttested

	story *story
}

// Closure is what an attestation says of its slot.
type Closure struct {
	Time      uint64 // consensus time, ms
	Root      rollup.Digest
	Heads     []builder.Head
	Envelopes int
	Executed  int
	Revenue   *uint256.Int
	LatencyMs int64 // from closed to attested, as seen; below 0 if its closing was not seen
}
