package ethereum

import (
	"context"

	"github.com/chorale-network/chorale/rollup"
)

// ViewFromLogs reads a view's queue as ViewAt does where the node has the block's state no more.
func ViewFromLogs(ctx context.Context, c *Client, view rollup.L1View) (rollup.L1View, error) {
	err := c.queueFromLogs(ctx, &view)
	return view, err
}

// PackPost is the calldata that Account.Post sends.
var PackPost = packPost
