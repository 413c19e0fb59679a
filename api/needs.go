package api

import (
	"context"

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
	// Share is a rollup's part in prices; false for one that is not registered.
	Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error)
	// Proof is an account's leaf under a ledger root that is still kept, the newest for the zero root; false if
	// the account is not there or the root is not known (any more).
	Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error)
}
