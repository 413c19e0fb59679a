package member

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// keptSlots is how many slots' keys and header roots stay in memory after they were attested.
const keptSlots = 512

// decided is a slot's agreed input, waiting for its key.
type decided struct {
	slot  rollup.Slot
	time  uint64
	view  rollup.L1View
	items []rollup.QueueItem
	batch *auction.Batch
	raw   [][]byte // the envelopes as they stand in the block
}

// pipeline takes decided slots through opening, execution and attestation, in order. One goroutine executes.
// Its fields below mu are guarded by it; the builder is used by the executing goroutine alone.
type pipeline struct {
	parameters *rollup.Parameters
	network    rollup.Network
	builder    *builder.Builder
	store      *store
	events     *sequencer.Stream
	wake       func()            // something may be signed or combined now
	opened     func(rollup.Slot) // a slot's key is known here
	// resume answers what a checkpoint after slot needs besides the builder's; nil if one cannot be made there.
	resume func(slot rollup.Slot) *checkpointRecord

	mu       sync.Mutex
	changed  chan struct{} // closed and replaced whenever something below changes
	waiting  map[rollup.Slot]*decided
	keys     map[rollup.Slot]threshold.Signature
	roots    map[rollup.Slot]rollup.Digest // header roots of executed slots
	signing  map[rollup.Slot]rollup.Digest // header signing roots of executed slots not attested yet
	early    map[rollup.Slot]threshold.Signature
	keyed    rollup.Slot // the keys of all slots up to this one are known
	executed rollup.Slot
	attested rollup.Slot
	ledgers  ledgers
	failure  error         // of severity "this node"
	failed   chan struct{} // closed with the failure
}

func newPipeline(cfg *Config, b *builder.Builder, s *store, events *sequencer.Stream) (*pipeline, error) {
	attested, _, err := s.last(keySignature)
	if err != nil {
		return nil, err
	}
	at := b.Slot()
	p := &pipeline{
		parameters: cfg.Parameters, network: cfg.Network, builder: b, store: s, events: events, wake: func() {}, opened: func(rollup.Slot) {},
		changed: make(chan struct{}), waiting: make(map[rollup.Slot]*decided), keys: make(map[rollup.Slot]threshold.Signature),
		roots: make(map[rollup.Slot]rollup.Digest), signing: make(map[rollup.Slot]rollup.Digest), early: make(map[rollup.Slot]threshold.Signature),
		keyed: at, executed: at, attested: attested, failed: make(chan struct{}),
	}
	p.ledgers.keep(b.Ledger())
	for slot := attested + 1; slot <= at; slot++ { // executed in an earlier life, and still to be attested
		a, _, err := s.slot(slot)
		if err != nil {
			return nil, err
		}
		if a == nil {
			return nil, fmt.Errorf("slot %d before the checkpoint at %d: %w", slot, at, sequencer.ErrRecord)
		}
		p.signing[slot] = sequencer.HeaderSigningRoot(&a.Header)
	}
	return p, nil
}

// touch tells everybody who waits. Under the lock.
func (p *pipeline) touch() {
	close(p.changed)
	p.changed = make(chan struct{})
}

// fail stops the member: its state can no longer be trusted.
func (p *pipeline) fail(err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.failure == nil {
		p.failure = err
		close(p.failed)
		p.touch()
	}
}

// decide hands over a slot that the committee decided.
func (p *pipeline) decide(d *decided) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if d.slot > p.executed {
		p.waiting[d.slot] = d
		p.touch()
	}
}

// learn takes a verified opening key. It may come from shares or from a block, first or again, and before this
// member knows how the slot was decided.
func (p *pipeline) learn(slot rollup.Slot, key threshold.Signature) {
	p.opened(slot)
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, ok := p.keys[slot]; ok || slot <= p.executed {
		return
	}
	p.keys[slot] = key
	for {
		if _, ok := p.keys[p.keyed+1]; !ok {
			break
		}
		p.keyed++
	}
	p.touch()
}

// key is a slot's opening key, if it is known.
func (p *pipeline) key(slot rollup.Slot) (threshold.Signature, bool) {
	p.mu.Lock()
	key, ok := p.keys[slot]
	executed := p.executed
	p.mu.Unlock()
	if ok || slot > executed || slot == 0 {
		return key, ok
	}
	a, _, err := p.store.slot(slot)
	if a == nil || err != nil {
		return key, false
	}
	return a.Key, true
}

// keysAfter are the known keys of the slots after slot, without a gap, up to through.
func (p *pipeline) keysAfter(slot, through rollup.Slot) []threshold.Signature {
	var out []threshold.Signature
	for s := slot + 1; s <= through && len(out) < sequencer.MaxKeys; s++ {
		key, ok := p.key(s)
		if !ok {
			break
		}
		out = append(out, key)
	}
	return out
}

// root is the header root of an executed slot; zero for slot 0.
func (p *pipeline) root(slot rollup.Slot) (rollup.Digest, error) {
	if slot == 0 {
		return rollup.Digest{}, nil
	}
	p.mu.Lock()
	root, ok := p.roots[slot]
	p.mu.Unlock()
	if ok {
		return root, nil
	}
	a, _, err := p.store.slot(slot)
	if err != nil {
		return root, err
	}
	if a == nil {
		return root, fmt.Errorf("header of slot %d: %w", slot, sequencer.ErrRecord)
	}
	return a.Header.Root(), nil
}

// await waits until slot is executed.
func (p *pipeline) await(ctx context.Context, slot rollup.Slot) error {
	for {
		p.mu.Lock()
		done, failure, changed := p.executed >= slot, p.failure, p.changed
		p.mu.Unlock()
		switch {
		case failure != nil:
			return failure
		case done:
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("await slot %d: %w", slot, ctx.Err())
		case <-changed:
		}
	}
}

// standing is a consistent look at how far the pipeline is.
func (p *pipeline) standing() (keyed, executed, attested rollup.Slot, failure error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.keyed, p.executed, p.attested, p.failure
}

// toSign is the signing root of an executed slot that is not attested yet.
func (p *pipeline) toSign(slot rollup.Slot) (rollup.Digest, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	d, ok := p.signing[slot]
	return d, ok
}

// run executes slots until ctx ends or the member fails.
func (p *pipeline) run(ctx context.Context) {
	for {
		p.mu.Lock()
		next, key, changed := p.waiting[p.executed+1], p.keys[p.executed+1], p.changed
		failed := p.failure != nil
		_, known := p.keys[p.executed+1]
		p.mu.Unlock()
		if failed {
			return
		}
		if next == nil || !known {
			select {
			case <-ctx.Done():
				return
			case <-changed:
			}
			continue
		}
		if ctx.Err() != nil {
			return
		}
		if err := p.execute(next, key); err != nil {
			p.fail(fmt.Errorf("slot %d: %w", next.slot, err))
			return
		}
	}
}

// ErrReplay means that executing a slot again gave something else than was recorded.
var ErrReplay = errors.New("slot executed again differs from what was recorded")

func (p *pipeline) execute(d *decided, key threshold.Signature) error {
	opened, err := auction.Open(d.batch, key, p.parameters.Rollups)
	if err != nil {
		return fmt.Errorf("open: %w", err)
	}
	p.events.Publish(sequencer.Event{Stage: sequencer.StageOpened, Slot: d.slot, Batch: len(d.raw)})
	selected := auction.Select(opened, p.parameters, key)
	out, err := p.builder.Execute(builder.Input{Slot: d.slot, Time: d.time, View: d.view, Items: d.items, Key: key, Selected: selected})
	if err != nil {
		return err
	}
	record := &sequencer.Attested{Header: out.Header, Key: key, Envelopes: d.raw, Fates: out.Fates, Seeds: seedsIn(opened)}
	digest := sequencer.HeaderSigningRoot(&out.Header)
	before, found, err := p.store.Recall(sequencer.Attestation, d.slot)
	if err != nil {
		return err
	}
	if found && before != digest {
		return fmt.Errorf("%w: %s, was %s", ErrReplay, digest, before)
	}
	if !found {
		if err := p.store.putSlot(record, digest); err != nil {
			return err
		}
	}
	// If we crash here, the slot is recorded and nothing about it was said: the next life executes it again
	// from the last checkpoint, finds the record, and says the same.
	if out.Checkpoint != nil {
		if c := p.resume(d.slot - 1); c != nil {
			c.Builder = out.Checkpoint
			if err := p.store.putCheckpoint(c); err != nil {
				return err
			}
			// If we crash here, the next life begins after slot d.slot−1, whose record is older than this.
		}
	}
	p.mu.Lock()
	p.executed = d.slot
	p.roots[d.slot] = out.Header.Root()
	if d.slot > p.attested {
		p.signing[d.slot] = digest
	}
	p.ledgers.keep(p.builder.Ledger())
	delete(p.waiting, d.slot)
	if d.slot > keptSlots {
		delete(p.keys, d.slot-keptSlots)
		delete(p.roots, d.slot-keptSlots)
	}
	p.touch()
	p.mu.Unlock()
	told := *out
	told.Checkpoint = nil // events are kept for a while, and it grows with the ledger
	p.events.Publish(sequencer.Event{Stage: sequencer.StageExecuted, Slot: d.slot, Batch: len(d.raw), Executed: &told})
	p.wake()
	return nil
}

// seedsIn are what an opened batch's envelopes were sealed with.
func seedsIn(opened *auction.Opened) []*threshold.Seed {
	out := make([]*threshold.Seed, len(opened.Entries))
	for i := range opened.Entries {
		out[i] = opened.Entries[i].Seed
	}
	return out
}

// attest takes a slot's verified group signature and stores it, in order, durably, before anybody hears of it.
// One goroutine calls it.
func (p *pipeline) attest(slot rollup.Slot, sig threshold.Signature) error {
	p.mu.Lock()
	if slot > p.attested {
		p.early[slot] = sig
	}
	p.mu.Unlock()
	for {
		p.mu.Lock()
		next := p.attested + 1
		sig, ok := p.early[next]
		ok = ok && next <= p.executed
		p.mu.Unlock()
		if !ok {
			return nil
		}
		if err := p.store.putSignature(next, sig); err != nil {
			return err
		}
		// If we crash here, the slot is attested, as it is for everybody else.
		p.mu.Lock()
		p.attested = next
		delete(p.early, next)
		delete(p.signing, next)
		p.touch()
		p.mu.Unlock()
		a, _, err := p.store.slot(next)
		if err != nil {
			return err
		}
		p.events.Publish(sequencer.Event{Stage: sequencer.StageAttested, Slot: next, Batch: len(a.Envelopes), Attested: a})
	}
}

// snapshot is the ledger after the last executed slot, for readers.
func (p *pipeline) snapshot() *builder.Ledger {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ledgers.newest
}

// ledgerOf is the ledger with a root, the newest for the zero root; nil if it is not kept.
func (p *pipeline) ledgerOf(root rollup.Digest) *builder.Ledger {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ledgers.of(root)
}
