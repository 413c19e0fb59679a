package gateway

import (
	"context"
	"errors"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Committee takes envelopes. Safe for concurrent use.
type Committee interface {
	// Submit hands an envelope to a member. When it returns a receipt the member holds the envelope durably,
	// and has said so with its signature. A refusal is a *sequencer.Refusal; any other error means that
	// nobody answered, and the same envelope may be submitted again.
	Submit(ctx context.Context, e *auction.Sealed) (sequencer.Receipt, error)
	// Status is how the committee stands now, without I/O.
	Status() sequencer.Status
}

// History tells what became of slots. Safe for concurrent use.
type History interface {
	// Slot is an attested slot, false if this node has none of that number.
	Slot(ctx context.Context, n rollup.Slot) (*sequencer.Attested, bool, error)
	// Events streams what happens to slots, from event number from on as far as they are still held. The
	// channel is closed when the reader is too slow or the node stops; cancel releases it.
	Events(from uint64) (events <-chan sequencer.Event, cancel func())
}

// Ledger tells how accounts stood after the last executed slot. Safe for concurrent use.
type Ledger interface {
	// Account is an account's record; empty for one that never had money.
	Account(ctx context.Context, account rollup.Address) (builder.Account, error)
}

// Nodes are the rollups' own nodes. Safe for concurrent use.
type Nodes interface {
	// Standings are what a rollup's node says of accounts; those are missing that it did not answer for.
	Standings(ctx context.Context, chain rollup.ChainID, accounts []rollup.Address) map[rollup.Address]Standing
}

// ErrAway says that what gateways share cannot be reached. What was asked may have been done all the same.
var ErrAway = errors.New("what gateways share cannot be reached")

// Shared is what all gateways of a network share. Its parts fail together: with ErrAway.
type Shared struct {
	Shelf    Shelf
	Lanes    Lanes
	Counters Counters
	Log      Log
}

// Records are what stands on the shelf by name; nothing for what does not.
type Records map[string][]byte

// Write is one change to the shelf: to a record, to a list that sorts names, or to a count.
type Write struct {
	Name  string        // of the record, of the one that is listed, or of the count
	Value []byte        // of the record; nil takes it away. Not read where List or Add is set
	Life  time.Duration // after which the record may be forgotten; 0 for never

	List  string // the list in which Name gets the place Score, or which it leaves
	Score uint64
	Leave bool

	Add int64 // to the count, which is a record in decimal
}

// Shelf holds records. Safe for concurrent use, by all gateways.
type Shelf interface {
	// Change reads the named records, has edit say what to write, and does all of it or nothing, and only if none of what
	// was read has changed since: else it begins again, so edit may be asked several times. It is durable when Change
	// returns nil. What edit refuses is returned as it is, and nothing is written.
	Change(ctx context.Context, names []string, edit func(Records) ([]Write, error)) error
	// Look reads records.
	Look(ctx context.Context, names ...string) (Records, error)
	// List gives what a list holds at places up to most, in their order.
	List(ctx context.Context, list string, most uint64) ([]string, error)
}

// Lanes have what is done under one name go one after the other, at all gateways. They keep order, not promises: a lane
// opens again some seconds after whoever entered it was last heard of.
type Lanes interface {
	// Enter waits for a lane until ctx ends. Whoever entered must leave.
	Enter(ctx context.Context, name string) (leave func(), err error)
	// Try enters a lane only if nobody is in it.
	Try(ctx context.Context, name string) (leave func(), ok bool, err error)
}

// Counters count what callers had done. Safe for concurrent use, by all gateways.
type Counters interface {
	// Take adds n to a count if that makes at most limit, or the count was 0 and first is true. The count is forgotten
	// after its life.
	Take(ctx context.Context, name string, n, limit uint64, first bool, life time.Duration) (bool, error)
	// Counts reads counts, in order; 0 for what was not counted.
	Counts(ctx context.Context, names ...string) ([]uint64, error)
}

// Log is what gateways write and read together: one order and one numbering for all. Safe for concurrent use.
type Log interface {
	// Append numbers entries and adds them in their order, in one step. An entry is left out that stands already, or that
	// tells a step of a slot whose attestation stands. It is durable when Append returns nil.
	Append(ctx context.Context, entries ...Entry) error
	// Read gives up to limit entries from number from on. It waits a while for the first, and gives none if there is none.
	// lost is the oldest number that is still there if entries from `from` on were dropped already.
	Read(ctx context.Context, from uint64, limit int) (entries []Entry, lost uint64, err error)
	// Attested is the newest slot whose attestation stands in the log.
	Attested(ctx context.Context) (rollup.Slot, error)
}
