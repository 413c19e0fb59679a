package sequencer

import (
	"context"

	"github.com/chorale-network/chorale/rollup"
)

// L1 is what a member needs to know of L1. It only feeds this member's reports and proposals: nothing that it
// answers is believed unless more than f members report the same. Both calls may be slow or fail; they are
// repeated.
type L1 interface {
	// View is the latest L1 block that is deep enough, rounded as the network's parameters say.
	View(ctx context.Context) (rollup.L1View, error)
	// Items are the queue's items from position from up to the view's, in order.
	Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error)
}
