package member

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Application is a member as its engine sees it. Its answers are functions of (state, question): the state changes in
// Finalize alone, whatever rounds failed before. What arrives outside of blocks (envelopes, keys, L1) decides only
// what this member proposes and reports.
//
// The engine asks one question at a time. A member's life is New, which leaves it where the last checkpoint was made;
// Finalize of every block that the consensus log has since; Attach; Begin; and, in any case, Leave before the engine
// stops and Close after.
type Application struct {
	*Member
	l1        *l1Book
	strongbox *strongbox
	gathering time.Time       // until when, at the latest, proposals wait for what the others hold; set by Begin
	stopping  context.Context // ends when the member stops; cuts waits short

	running sync.WaitGroup
	halt    context.CancelFunc // ends execution and signing
	ending  sync.Once
	ended   error
}

// Genesis is the hash before the first block.
func (a *Application) Genesis() (rollup.Digest, error) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.state.Slot != 0 {
		return rollup.Digest{}, fmt.Errorf("genesis asked for at slot %d: %w", a.state.Slot, sequencer.ErrBatch)
	}
	return a.state.Hash(rollup.Digest{}, a.ceremony()), nil
}

// ceremony commits to the key ceremony while there is one. Under the lock.
func (a *Application) ceremony() rollup.Digest {
	if a.formation == nil {
		return rollup.Digest{}
	}
	return a.formation.Digest()
}

// Extend is what this member says with its vote for a height: what it holds for the slot after, how far it sees L1,
// and what it has to say in the key ceremony.
func (a *Application) Extend(height rollup.Slot) ([]byte, error) {
	slot := height + 1
	e := sequencer.Extension{Held: a.pool.list(height), View: a.l1.report()}
	// What is listed may become a duty of every proposer: it must not be gone after a crash, or no batch of that slot
	// could ever be valid.
	if err := a.store.keepListed(slot, e.Held, a.pool.held); err != nil {
		return nil, a.fail(fmt.Errorf("list for slot %d: %w", slot, err))
	}
	// If we crash here, the envelopes are held and nobody was told.
	a.mu.RLock()
	if a.formation != nil {
		if m := a.formation.Pending(); m != nil {
			e.Messages = [][]byte{m}
		}
	}
	a.mu.RUnlock()
	return e.Encode(), nil
}

// Hear takes what another member said with its vote for a height, and says whether the vote may count; member is −1
// for one that nobody knows. It refuses only by size, for everybody alike: refusing by content could halt the chain,
// and whatever is used is verified where it is used. A list names envelopes that may be missing here; they are asked
// for at once.
func (a *Application) Hear(height rollup.Slot, member int, extension []byte) bool {
	if len(extension) > sequencer.MaxExtensionBytes {
		return false
	}
	if e, err := sequencer.DecodeExtension(extension); err == nil {
		if missing := a.missing(height+1, e.Held); member >= 0 && len(missing) > 0 {
			a.links.pull(height+1, missing, member)
		}
	}
	return true
}

// missing are those envelopes of a slot that are not held here.
func (a *Application) missing(slot rollup.Slot, ids []rollup.Digest) (out []rollup.Digest) {
	for _, id := range ids {
		if a.pool.find(slot, id) == nil {
			out = append(out, id)
		}
	}
	return out
}

// Finalize takes a decided block and answers with the hash after it. The engine has the block in its store, synced,
// when it calls this; so the slot's opening share may leave from here on, and not before. ms is consensus time.
// Everything that must be durable is so when it returns.
func (a *Application) Finalize(height rollup.Slot, ms int64, txs [][]byte) (rollup.Digest, error) {
	b, err := decode(height, ms, txs)
	if err != nil {
		return rollup.Digest{}, a.fail(fmt.Errorf("decided block %d: %w", height, err))
	}
	a.pool.close(b.Slot) // from here on no envelope of this slot is passed on
	if err := a.store.dropEnvelopes(b.Slot); err != nil {
		return rollup.Digest{}, a.fail(err)
	}
	keyed, err := a.apply(b, txs)
	if err != nil {
		return rollup.Digest{}, a.fail(fmt.Errorf("block %d: %w", height, err))
	}
	a.events.Publish(sequencer.Event{Stage: sequencer.StageClosed, Slot: b.Slot, Batch: len(b.Envelopes)})
	a.shares.decide(b.Slot)
	for i, key := range b.Keys {
		a.pipeline.learn(keyed-rollup.Slot(len(b.Keys))+1+rollup.Slot(i), key) //nolint:gosec // an index
	}
	if err := a.pipeline.await(context.Background(), keyed); err != nil {
		return rollup.Digest{}, err
	}
	hash, err := a.settle(keyed)
	if err != nil {
		return rollup.Digest{}, a.fail(err)
	}
	a.pace.decided(b.Slot)
	return hash, nil
}

// apply moves the state, and the key ceremony with it. It answers how far keys stand in blocks now.
func (a *Application) apply(b *sequencer.Block, txs [][]byte) (keyed rollup.Slot, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err := a.state.Apply(b); err != nil {
		return 0, err
	}
	if a.formation != nil {
		var messages [][]byte
		for _, v := range b.Votes {
			messages = append(messages, v.Messages...)
		}
		done, err := a.formation.Take(b.Slot, messages)
		if err != nil {
			return 0, err
		}
		if done {
			if err := a.form(); err != nil {
				return 0, err
			}
		}
	}
	batch := &auction.Batch{Network: a.cfg.Network, Slot: b.Slot}
	d := &decided{slot: b.Slot, time: b.Time, view: a.state.View, items: b.Items, batch: batch}
	for i, e := range b.Envelopes {
		batch.Envelopes = append(batch.Envelopes, e.Sealed)
		d.raw = append(d.raw, bytes.Clone(txs[1+i]))
	}
	a.pipeline.decide(d)
	return a.state.Keyed, nil
}

// form takes the ceremony's result. The share is durable before it signs anything. Under the lock.
func (a *Application) form() error {
	group, share, err := a.formation.Result()
	if err != nil {
		return fmt.Errorf("key ceremony: %w", err)
	}
	if share == nil {
		a.log.Warn("this member got no share", "slot", a.state.Slot)
	} else if err := a.strongbox.keepShare(share); err != nil {
		return err
	}
	a.state.Form(group)
	a.formation = nil
	a.log.Info("the committee has its key", "slot", a.state.Slot, "key", group.Public)
	a.shares.begin(a.state.Group, share)
	return nil
}

// settle computes the block's hash and notes that a restart may begin after it.
func (a *Application) settle(keyed rollup.Slot) (rollup.Digest, error) {
	root, err := a.pipeline.root(keyed)
	if err != nil {
		return root, err
	}
	_, executed, _, _ := a.pipeline.standing()
	a.mu.Lock()
	defer a.mu.Unlock()
	a.hash, a.hashed = a.state.Hash(root, a.ceremony()), a.state.Slot
	if a.state.Group != nil {
		a.resumable[a.state.Slot] = &checkpointRecord{Slot: a.state.Slot, AppHash: a.hash, State: a.state.Snapshot()}
	}
	for slot := range a.resumable {
		if slot+1 < executed {
			delete(a.resumable, slot)
		}
	}
	return a.hash, nil
}

// resume is the consensus side of a checkpoint after slot; nil where the group had no key yet.
func (a *Application) resume(slot rollup.Slot) *checkpointRecord {
	a.mu.RLock()
	defer a.mu.RUnlock()
	c := a.resumable[slot]
	if c == nil {
		return nil
	}
	out := *c
	return &out
}

var errBlock = errors.New("malformed block")

// decode reads a block. It checks no signature.
func decode(height rollup.Slot, ms int64, txs [][]byte) (*sequencer.Block, error) {
	record, b, err := read(height, ms, txs)
	if err != nil {
		return nil, err
	}
	b.Votes = extensionsOf(record)
	return b, nil
}

func read(height rollup.Slot, ms int64, txs [][]byte) (*sequencer.Record, *sequencer.Block, error) {
	if len(txs) == 0 || height == 0 || ms < 0 {
		return nil, nil, fmt.Errorf("no record: %w", errBlock)
	}
	record, err := sequencer.DecodeBlockRecord(txs[0])
	if err != nil {
		return nil, nil, err
	}
	if len(txs)-1 > sequencer.MaxEnvelopes {
		return nil, nil, fmt.Errorf("%d envelopes: %w", len(txs)-1, errBlock)
	}
	b := &sequencer.Block{Slot: height, Time: uint64(ms), Keys: record.Keys, Items: record.Items}
	for i, raw := range txs[1:] {
		s, err := auction.DecodeSealed(raw)
		if err != nil {
			return nil, nil, fmt.Errorf("envelope %d: %w", i, err)
		}
		b.Envelopes = append(b.Envelopes, &sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: raw})
	}
	return record, b, nil
}

// extensionsOf are what the embedded votes say. One that says nothing readable counts as saying nothing: its
// author is among those that the block has heard.
func extensionsOf(r *sequencer.Record) []*sequencer.Extension {
	out := make([]*sequencer.Extension, len(r.Votes))
	for i, v := range r.Votes {
		e, err := sequencer.DecodeExtension(v.Extension)
		if err != nil {
			e = new(sequencer.Extension)
		}
		out[i] = e
	}
	return out
}
