package member

import (
	"context"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// Line is a member without its consensus: store, pipeline and rollups, opened as a member opens them.
type Line struct {
	store    *store
	pipeline *pipeline
	stop     context.CancelFunc
	done     chan struct{}
}

// Input is what the consensus log has of a slot.
type Input struct {
	Slot  rollup.Slot
	Time  uint64 // ms
	View  rollup.L1View
	Items []rollup.QueueItem
	Batch []*auction.Sealed
	Key   threshold.Signature
}

// OpenLine opens the store on a file system and goes on from its checkpoint, as a member does.
func OpenLine(fs vfs.FS, p *rollup.Parameters, n rollup.Network, build func(checkpoint []byte) (*builder.Builder, error)) (*Line, error) {
	s, err := openStoreOn(fs, "store", false, func(string) {})
	if err != nil {
		return nil, err
	}
	c, err := s.checkpoint()
	if err != nil {
		return nil, err
	}
	var at []byte
	if c != nil {
		at = c.Builder
	}
	b, err := build(at)
	if err != nil {
		return nil, err
	}
	l := &Line{store: s, done: make(chan struct{})}
	if l.pipeline, err = newPipeline(&Config{Parameters: p, Network: n}, b, s, sequencer.NewStream(kept, time.Now)); err != nil {
		return nil, err
	}
	l.pipeline.resume = func(slot rollup.Slot) *checkpointRecord { return &checkpointRecord{Slot: slot} }
	var ctx context.Context
	ctx, l.stop = context.WithCancel(context.Background())
	go func() {
		defer close(l.done)
		l.pipeline.run(ctx)
	}()
	return l, nil
}

// Executed and Attested are how far it is.
func (l *Line) Executed() rollup.Slot { _, slot, _, _ := l.pipeline.standing(); return slot }
func (l *Line) Attested() rollup.Slot { _, _, slot, _ := l.pipeline.standing(); return slot }

// Execute hands a decided slot and its key to the pipeline and waits until it is executed.
func (l *Line) Execute(in Input) error {
	batch := &auction.Batch{Network: l.pipeline.network, Slot: in.Slot, Envelopes: in.Batch}
	d := &decided{slot: in.Slot, time: in.Time, view: in.View, items: in.Items, batch: batch}
	for _, s := range in.Batch {
		d.raw = append(d.raw, s.Encode())
	}
	l.pipeline.decide(d)
	l.pipeline.learn(in.Slot, in.Key)
	return l.pipeline.await(context.Background(), in.Slot)
}

// Attest stores a slot's signature.
func (l *Line) Attest(slot rollup.Slot, sig threshold.Signature) error {
	return l.pipeline.attest(slot, sig)
}

// Hold keeps an envelope, promised or from another member; List makes all of a slot's durable; Drop forgets a slot's.
func (l *Line) Hold(s *auction.Sealed, promised bool) error {
	r := heldRecord{Raw: s.Encode()}
	if promised {
		r.Promise = s.Slot
	}
	return l.store.putEnvelope(s.Slot, s.ID(), r)
}

// List makes envelopes durable that a list will name.
func (l *Line) List(slot rollup.Slot, list []*auction.Sealed) error {
	var ids []rollup.Digest
	byID := make(map[rollup.Digest]heldRecord)
	for _, s := range list {
		ids = append(ids, s.ID())
		byID[s.ID()] = heldRecord{Raw: s.Encode()}
	}
	return l.store.keepListed(slot, ids, func(_ rollup.Slot, id rollup.Digest) (heldRecord, bool) { r, ok := byID[id]; return r, ok })
}

// Drop forgets the envelopes of slots up to one.
func (l *Line) Drop(through rollup.Slot) error { return l.store.dropEnvelopes(through) }

// Held are the envelopes in the store.
func (l *Line) Held() (map[rollup.Digest]bool, error) { return heldIn(l.store) }

// Slot and Signed are what the store has of a slot: its record, and the digest that this member may sign.
func (l *Line) Slot(slot rollup.Slot) (*sequencer.Attested, bool, error) { return l.store.slot(slot) }

// Signed is the digest remembered for a slot.
func (l *Line) Signed(slot rollup.Slot) (rollup.Digest, bool, error) {
	return l.store.Recall(sequencer.Attestation, slot)
}

// Close ends it in order.
func (l *Line) Close() error {
	l.stop()
	<-l.done
	return l.store.close()
}
