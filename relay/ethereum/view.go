package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/rollup"
)

// View is what the network may rely on of L1 now: the block L1Depth below the head, rounded down to a multiple
// of L1Rounding (both of the network's parameters), and the queue's position and accumulator there. Before the
// contracts exist the queue is empty.
func (c *Client) View(ctx context.Context) (rollup.L1View, error) {
	p, err := c.Parameters(ctx)
	if err != nil {
		return rollup.L1View{}, err
	}
	head, err := c.chain.head(ctx)
	if err != nil {
		return rollup.L1View{}, err
	}
	number := head.Number.Uint64()
	number -= min(number, p.L1Depth)
	number -= number % p.L1Rounding
	return c.ViewAt(ctx, number)
}

// ViewAt is the view of one L1 block. Where the node has that block's state no more, the queue is read from its
// events instead.
func (c *Client) ViewAt(ctx context.Context, number uint64) (rollup.L1View, error) {
	header, err := c.chain.eth.HeaderByNumber(ctx, new(big.Int).SetUint64(number))
	if err != nil {
		return rollup.L1View{}, fmt.Errorf("L1 view: block %d: %w", number, err)
	}
	view := rollup.L1View{Number: number, Hash: header.Hash()}
	position, err := ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackQueueLength(), inbox.UnpackQueueLength)
	if err == nil && position > 0 {
		view.QueuePosition = position
		view.QueueHash, err = ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackAccumulatorAt(position), unpackDigest(inbox.UnpackAccumulatorAt))
	}
	if err == nil || errors.Is(err, errNoCode) {
		return view, nil
	}
	if fallback := c.queueFromLogs(ctx, &view); fallback != nil {
		return rollup.L1View{}, fmt.Errorf("L1 view at block %d: %w", number, errors.Join(err, fallback))
	}
	return view, nil
}

// queueFromLogs fills in the view's queue from the last Queued event at or before it.
func (c *Client) queueFromLogs(ctx context.Context, view *rollup.L1View) error {
	view.QueuePosition, view.QueueHash = 0, rollup.Digest{}
	return c.logsTo(ctx, c.at.Inbox, event(inbox, "Queued"), 0, view.Number, func(log *types.Log) error {
		e, err := inbox.UnpackQueuedEvent(log)
		if err != nil {
			return err
		}
		view.QueuePosition, view.QueueHash = e.Position+1, e.Accumulator
		return nil
	})
}

// Items are the queue's items [from, view.QueuePosition), read from events and checked against the view's
// accumulator: whatever the node answers, wrong items are an error (rollup.ErrQueueChain).
func (c *Client) Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	if from >= view.QueuePosition {
		return nil, nil
	}
	first := uint64(0)
	// Where the state is at hand it says where to begin; else the events are searched from the beginning.
	if block, err := ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackBlockOf(from), inbox.UnpackBlockOf); err == nil {
		first = block
	}
	var items []rollup.QueueItem
	var before rollup.Digest // the accumulator before item from, of the event before it
	known := from == 0
	err := c.logsTo(ctx, c.at.Inbox, event(inbox, "Queued"), first, view.Number, func(log *types.Log) error {
		e, err := inbox.UnpackQueuedEvent(log)
		if err != nil {
			return fmt.Errorf("L1 queue: %w", err)
		}
		if e.Position+1 == from {
			before, known = e.Accumulator, true
		}
		if e.Position >= from && e.Position < view.QueuePosition {
			items = append(items, rollup.QueueItem{Position: e.Position, L1Block: e.L1Block, Kind: rollup.QueueKind(e.Kind), Sender: e.Sender, Payload: e.Payload})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	if !known {
		before, err = ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackAccumulatorAt(from), unpackDigest(inbox.UnpackAccumulatorAt))
		if err != nil {
			return nil, fmt.Errorf("L1 queue's accumulator at %d: %w", from, err)
		}
	}
	if err := rollup.CheckQueue(from, before, items, view); err != nil {
		return nil, fmt.Errorf("L1 queue from %d at block %d: %w", from, view.Number, err)
	}
	return items, nil
}

func unpackDigest(unpack func([]byte) ([32]byte, error)) func([]byte) (rollup.Digest, error) {
	return func(b []byte) (rollup.Digest, error) {
		d, err := unpack(b)
		return d, err
	}
}
