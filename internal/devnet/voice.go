package devnet

import (
	"context"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/ethclient"
)

// hearing is what a member says of slots.
type hearing interface {
	Status() sequencer.Status
	Events(from uint64) (<-chan sequencer.Event, func())
	Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error)
}

// reckoning is what a member says of its state.
type reckoning interface {
	AppHash() (rollup.Slot, rollup.Digest)
	Account(ctx context.Context, account rollup.Address) (builder.Account, error)
}

// voice is a member as the watch hears it: in this process, or in one of its own behind its private door.
type voice interface {
	hearing
	reckoning
}

// l1Node is the L1 under a network: one that can be told to hurry while the network is set up.
type l1Node interface {
	URL() string
	Eager(on bool) // blocks as soon as a transaction waits
	Mine(blocks int)
}

// rollupReader is a rollup's node as strangers read it.
type rollupReader interface {
	URL() string
	Client() *ethclient.Client
}
