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
// look after the one that found it, so that slower members have it too when it counts.
//
// Absence proves nothing: what is held was deep enough when it was read, and one of several nodes behind an endpoint may
// be behind. So no older view and no error lowers it or discards it. It stays until a view at least as high takes its
// place, and goes at once when it does not lead on from where the committee stands. Safe for concurrent use.
type l1Book struct {
	l1  sequencer.L1
	log *slog.Logger

	mu       sync.Mutex
	base     uint64             // position of items[0]
	items    []rollup.QueueItem // from base on, without a gap
	found    rollup.L1View      // held; to be reported from the next look on
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
	b.forget(at.QueuePosition)
	if !b.leads(at) {
		b.found = rollup.L1View{}
	}
	b.reported = b.found
	held := b.found
	b.mu.Unlock()

	view, err := b.l1.View(ctx)
	if err != nil {
		return fmt.Errorf("view: %w", err)
	}
	if view == held || view.Number < held.Number || view.Number <= at.Number || view.QueuePosition < at.QueuePosition {
		return nil // nothing that leads further
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
	b.base, b.items, b.found = at.QueuePosition, items, view
	return nil
}

// leads says whether what is held leads on from where the committee stands, or is just there. Under the lock.
func (b *l1Book) leads(at rollup.L1View) bool {
	if b.found.Number <= at.Number {
		return b.found == at
	}
	items, held := b.run(at.QueuePosition, b.found.QueuePosition)
	return held && rollup.CheckQueue(at.QueuePosition, at.QueueHash, items, b.found) == nil
}

// run are the held items [from, to), if they are. Under the lock.
func (b *l1Book) run(from, to uint64) ([]rollup.QueueItem, bool) {
	if from < b.base || to < from || to-b.base > uint64(len(b.items)) {
		return nil, false
	}
	return b.items[from-b.base : to-b.base], true
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
	held, _ := b.run(at.QueuePosition, view.QueuePosition)
	items := append([]rollup.QueueItem{}, held...)
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
