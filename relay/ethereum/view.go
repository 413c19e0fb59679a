package ethereum

import (
	"context"
	"errors"
	"fmt"

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
// events instead. What is not the contract's own answer at that very block, an empty queue from before it or a queue by
// events, is proved by the Inbox at the head: ErrAbsent where it does not agree.
func (c *Client) ViewAt(ctx context.Context, number uint64) (rollup.L1View, error) {
	return whole(ctx, c.chain, func(ctx context.Context) (rollup.L1View, error) {
		header, err := c.chain.header(ctx, number)
		if err != nil {
			return rollup.L1View{}, fmt.Errorf("L1 view: %w", err)
		}
		view := rollup.L1View{Number: number, Hash: header.Hash()}
		position, err := ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackQueueLength(), inbox.UnpackQueueLength)
		if err == nil && position > 0 {
			view.QueuePosition = position
			view.QueueHash, err = ask(ctx, c, view.Hash, c.at.Inbox, inbox.PackAccumulatorAt(position), unpackDigest(inbox.UnpackAccumulatorAt))
		}
		switch {
		case err == nil:
			return view, nil
		case c.before(number, err):
			err = c.prove(ctx, view)
		case passing(err), errors.Is(err, errNoCode):
		default:
			if fallback := c.queueFromLogs(ctx, &view); fallback != nil {
				err = errors.Join(err, fallback)
			} else {
				err = nil
			}
		}
		if err != nil {
			return rollup.L1View{}, fmt.Errorf("L1 view at block %d: %w", number, err)
		}
		return view, nil
	})
}

// queueFromLogs fills in the view's queue from the last Queued event at or before it, and proves it.
func (c *Client) queueFromLogs(ctx context.Context, view *rollup.L1View) error {
	view.QueuePosition, view.QueueHash = 0, rollup.Digest{}
	err := c.logsTo(ctx, c.at.Inbox, event(inbox, "Queued"), 0, view.Number, func(log *types.Log) error {
		e, err := inbox.UnpackQueuedEvent(log)
		if err != nil {
			return err
		}
		view.QueuePosition, view.QueueHash = e.Position+1, e.Accumulator
		return nil
	})
	if err != nil {
		return err
	}
	return c.prove(ctx, *view)
}

// prove checks a view's queue against the Inbox at the head: its accumulator was that at that position, the item after it
// came later than the view's block, and that block is still what stands at its number.
func (c *Client) prove(ctx context.Context, view rollup.L1View) error {
	head, err := c.chain.head(ctx)
	if err != nil {
		return err
	}
	length, err := ask(ctx, c, head.Hash(), c.at.Inbox, inbox.PackQueueLength(), inbox.UnpackQueueLength)
	if err != nil {
		return fmt.Errorf("L1 queue at the head: %w", err)
	}
	if head.Number.Uint64() < view.Number || length < view.QueuePosition {
		return fmt.Errorf("%d items at block %d, the head has %d at block %d: %w", view.QueuePosition, view.Number, length, head.Number, ErrAbsent)
	}
	accumulator, err := ask(ctx, c, head.Hash(), c.at.Inbox, inbox.PackAccumulatorAt(view.QueuePosition), unpackDigest(inbox.UnpackAccumulatorAt))
	if err != nil {
		return fmt.Errorf("L1 queue at the head: %w", err)
	}
	if accumulator != view.QueueHash {
		return fmt.Errorf("%d items lead to %s, at the head to %s: %w", view.QueuePosition, view.QueueHash, accumulator, ErrAbsent)
	}
	if length > view.QueuePosition {
		next, err := ask(ctx, c, head.Hash(), c.at.Inbox, inbox.PackBlockOf(view.QueuePosition), inbox.UnpackBlockOf)
		if err != nil {
			return fmt.Errorf("L1 queue at the head: %w", err)
		}
		if next <= view.Number {
			return fmt.Errorf("item %d of block %d is not among those up to block %d: %w", view.QueuePosition, next, view.Number, ErrAbsent)
		}
	}
	header, err := c.chain.header(ctx, view.Number)
	if err != nil {
		return err
	}
	if header.Hash() != view.Hash {
		return fmt.Errorf("block %d was %s and is %s: %w", view.Number, view.Hash, header.Hash(), ErrAbsent)
	}
	return nil
}

// Items are the queue's items [from, view.QueuePosition), read from events and checked against the view's
// accumulator. Whatever the node answers, wrong items are an error: ErrAbsent where some are missing, or where the view
// is what the Inbox says and the events are not that block's; rollup.ErrQueueChain where they lead elsewhere.
func (c *Client) Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	if from >= view.QueuePosition {
		return nil, nil
	}
	return whole(ctx, c.chain, func(ctx context.Context) ([]rollup.QueueItem, error) {
		items, err := c.items(ctx, from, view)
		if err != nil {
			return nil, fmt.Errorf("L1 queue from %d at block %d: %w", from, view.Number, err)
		}
		return items, nil
	})
}

func (c *Client) items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	first := uint64(0)
	// Where the state is at hand it says where to begin; else the events are searched from the beginning.
	if block, err := askDeep(ctx, c, view.Hash, c.at.Inbox, inbox.PackBlockOf(from), inbox.UnpackBlockOf); err == nil {
		first = block
	}
	var items []rollup.QueueItem
	var before rollup.Digest // the accumulator before item from, of the event before it
	known := from == 0
	err := c.logsTo(ctx, c.at.Inbox, event(inbox, "Queued"), first, view.Number, func(log *types.Log) error {
		e, err := inbox.UnpackQueuedEvent(log)
		if err != nil {
			return err
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
	if uint64(len(items)) < view.QueuePosition-from {
		return nil, fmt.Errorf("%d of %d items: %w", len(items), view.QueuePosition-from, ErrAbsent)
	}
	if !known {
		before, err = askDeep(ctx, c, view.Hash, c.at.Inbox, inbox.PackAccumulatorAt(from), unpackDigest(inbox.UnpackAccumulatorAt))
		if err != nil {
			return nil, fmt.Errorf("accumulator at %d: %w", from, err)
		}
	}
	wrong := rollup.CheckQueue(from, before, items, view)
	if wrong == nil {
		return items, nil
	}
	there, err := askDeep(ctx, c, view.Hash, c.at.Inbox, inbox.PackAccumulatorAt(view.QueuePosition), unpackDigest(inbox.UnpackAccumulatorAt))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s, and whether the view is right nobody says: %w", wrong, err)
	case there == view.QueueHash:
		return nil, fmt.Errorf("%s: %w", wrong, ErrAbsent)
	}
	return nil, wrong
}

func unpackDigest(unpack func([]byte) ([32]byte, error)) func([]byte) (rollup.Digest, error) {
	return func(b []byte) (rollup.Digest, error) {
		d, err := unpack(b)
		return d, err
	}
}
