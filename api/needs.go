package api

import (
	"context"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Standing tells how the committee stands. Safe for concurrent use.
type Standing interface {
	// Status is how the committee stands now, without I/O.
	Status() sequencer.Status
}

// History tells what became of slots. Safe for concurrent use.
type History interface {
	// Slot is an attested slot, false if this node has none of that number.
	Slot(ctx context.Context, n rollup.Slot) (*sequencer.Attested, bool, error)
}

// Ledger tells how rollups and accounts stood after the last executed slot. Safe for concurrent use.
type Ledger interface {
	// Share is a rollup's part in prices; false for one that is not registered.
	Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error)
	// Proof is an account's leaf under a ledger root that is still kept, the newest for the zero root; false if
	// the account is not there or the root is not known (any more).
	Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error)
}
