package member

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// l1Book follows L1 for this member: the latest view whose queue items it holds, and those items. A view is
// reported only once its items are held, checked, decodable and small enough for a block, and only at the
// look after the one that found it, so that slower members have it too when it counts. Safe for concurrent use.
type l1Book struct {
	l1  sequencer.L1
	log *slog.Logger

	mu       sync.Mutex
	base     uint64             // position of items[0]
	items    []rollup.QueueItem // from base on, without a gap
	found    rollup.L1View      // held; to be reported from the next look on
	lower    int                // looks on end that found less than what is held
	reported rollup.L1View
}

// follow looks at L1 every so often until ctx ends. position is where the committee has consumed the queue to.
func (b *l1Book) follow(ctx context.Context, every time.Duration, position func() rollup.L1View) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		look, cancel := context.WithTimeout(ctx, 10*every+2*time.Second)
		if err := b.look(look, position()); err != nil && ctx.Err() == nil {
			b.log.Debug("look at L1", "err", err)
		}
		cancel()
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (b *l1Book) look(ctx context.Context, at rollup.L1View) error {
	b.mu.Lock()
	b.reported = b.found
	b.forget(at.QueuePosition)
	known := b.found
	b.mu.Unlock()

	view, err := b.l1.View(ctx)
	if err != nil {
		return fmt.Errorf("view: %w", err)
	}
	if view == known {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.lower = 0
		return nil
	}
	if view.Number < known.Number && b.behind() {
		return nil
	}
	if view.Number <= at.Number || view.QueuePosition < at.QueuePosition {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.found = rollup.L1View{} // consumed, or L1 went back: nothing to report until it has grown again
		return nil
	}
	items, err := b.l1.Items(ctx, at.QueuePosition, view)
	if err != nil {
		return fmt.Errorf("items from %d: %w", at.QueuePosition, err)
	}
	if err := acceptable(at, items, view); err != nil {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.base, b.items, b.found, b.lower = at.QueuePosition, items, view, 0
	return nil
}

// backLooks is how many looks on end must find L1 lower than before until it is believed: one of several nodes behind an
// endpoint may be behind, and what is held was deep enough when it was read.
const backLooks = 16

// behind counts a look that found less, and says whether that is a node's being behind and no more.
func (b *l1Book) behind() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.lower++
	return b.lower < backLooks
}

// acceptable says whether a block could take items from where the queue was consumed to, up to view.
func acceptable(at rollup.L1View, items []rollup.QueueItem, view rollup.L1View) error {
	if err := rollup.CheckQueue(at.QueuePosition, at.QueueHash, items, view); err != nil {
		return err
	}
	if len(items) > sequencer.MaxItems || sequencer.ItemBytes(items) > sequencer.MaxItemBytes {
		return fmt.Errorf("%d items are more than a block takes: %w", len(items), sequencer.ErrItems)
	}
	for _, item := range items {
		if _, err := item.Decode(); err != nil {
			return err
		}
	}
	return nil
}

// forget drops items that were consumed. Under the lock.
func (b *l1Book) forget(position uint64) {
	if position <= b.base {
		return
	}
	if n := position - b.base; n < uint64(len(b.items)) {
		b.items = append([]rollup.QueueItem{}, b.items[n:]...)
	} else {
		b.items = nil
	}
	b.base = position
}

// report is the view for this member's extension.
func (b *l1Book) report() rollup.L1View {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reported
}

// between are the items from at up to view, if they are held or can be had before ctx ends.
func (b *l1Book) between(ctx context.Context, at, view rollup.L1View) ([]rollup.QueueItem, error) {
	b.mu.Lock()
	var items []rollup.QueueItem
	if from := at.QueuePosition - b.base; at.QueuePosition >= b.base && view.QueuePosition >= at.QueuePosition && view.QueuePosition-b.base <= uint64(len(b.items)) {
		items = append(items, b.items[from:view.QueuePosition-b.base]...)
	}
	b.mu.Unlock()
	if acceptable(at, items, view) == nil {
		return items, nil
	}
	items, err := b.l1.Items(ctx, at.QueuePosition, view)
	if err != nil {
		return nil, fmt.Errorf("items from %d: %w", at.QueuePosition, err)
	}
	return items, acceptable(at, items, view)
}
