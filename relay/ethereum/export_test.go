package ethereum

import (
	"context"
	"time"

	"github.com/chorale-network/chorale/rollup"
)

// ViewFromLogs reads a view's queue as ViewAt does where the node has the block's state no more.
func ViewFromLogs(ctx context.Context, c *Client, view rollup.L1View) (rollup.L1View, error) {
	err := c.queueFromLogs(ctx, &view)
	return view, err
}

// PackPost is the calldata that Account.Post sends.
var PackPost = packPost

// Hasten makes a chain as impatient as a test is: reads are repeated for so long, a head that stays lower is believed
// after so long and so many looks, and a request that stalls ends after stall.
func Hasten(c *Chain, patience, reset time.Duration, looks int, stall time.Duration) {
	c.pace = pace{patience: patience, pause: patience / 64, reset: reset, looks: looks}
	c.http.Timeout = stall
}
