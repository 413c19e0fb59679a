package member

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

const (
	bodyWait = 60 * time.Millisecond  // how long a proposal waits for listed envelopes that are not at hand
	itemWait = 100 * time.Millisecond // … and for queue items
)

// Propose is the fullest valid block that this member can make for a height, in at most limit bytes. It waits for the
// slot's boundary first; then votes is asked for the votes of the height before, which were cast in round. It answers
// with an invalid block (which costs a round) rather than with one that is too large (which would cost the chain), and
// it never fails.
func (a *Application) Propose(height rollup.Slot, round uint64, votes func() []sequencer.Vote, limit int64) [][]byte {
	a.gather()
	state := a.agreed()
	if state.Group != nil { // slots before the key are empty: nobody waits for them
		a.pace.await(a.stopping, height)
	}

	record := &sequencer.Record{Round: round, Votes: votes()}
	slot := state.Slot + 1
	record.Keys = a.pipeline.keysAfter(state.Keyed, slot-1)
	if state.Group == nil {
		record.Keys = nil
	}
	a.takeItems(&state, record)
	extensions := extensionsOf(record)
	var batch []*sequencer.Envelope
	if state.MayCarry(slot, len(record.Keys)) {
		budget := limit - protoSize(int64(len(record.Encode())))
		batch = a.fill(&state, slot, record, sequencer.Listed(extensions, a.cfg.Parameters.MaxFaulty()), budget)
	}
	txs := [][]byte{record.Encode()}
	for _, e := range batch {
		txs = append(txs, e.Raw)
	}
	return within(txs, limit)
}

// gatherWait is how long after its start a member's proposals wait for what the others hold. It is spent once,
// and only where a member stays away.
const gatherWait = 3 * time.Second

// gather waits, after a restart, until every other member has sent the envelopes that it held. Where all were
// down, whoever proposes first would otherwise close the next slots without what only its taker holds, for
// which that member has signed receipts.
func (a *Application) gather() {
	keyless := a.agreed().Group == nil // nothing can be held
	for !keyless && !a.links.gathered() && a.cfg.Now().Before(a.gathering) {
		select {
		case <-a.stopping.Done():
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// takeItems adds the queue items up to the view that the votes lead to. If they are not to be had, it prefers
// votes that lead nowhere: any t of them will do.
func (a *Application) takeItems(state *sequencer.State, record *sequencer.Record) {
	faulty := a.cfg.Parameters.MaxFaulty()
	view := sequencer.NextView(state.View, extensionsOf(record), faulty)
	if view == state.View {
		return
	}
	ctx, cancel := context.WithTimeout(a.stopping, itemWait)
	defer cancel()
	items, err := a.l1.between(ctx, state.View, view)
	if err == nil {
		record.Items = items
		return
	}
	a.log.Warn("propose without the L1 view", "view", view.Number, "err", err)
	extensions := extensionsOf(record)
	var kept []sequencer.Vote
	for i, v := range record.Votes {
		spare := len(record.Votes) - i - 1 + len(kept)
		if extensions[i].View == state.View || spare < a.cfg.Parameters.Threshold() {
			kept = append(kept, v)
		}
	}
	record.Votes = kept
}

// fill makes the batch: what the lists require, then whatever else is held.
func (a *Application) fill(state *sequencer.State, slot rollup.Slot, record *sequencer.Record, listed []rollup.Digest, budget int64) []*sequencer.Envelope {
	body := func(id rollup.Digest) *sequencer.Envelope { return a.pool.find(slot, id) }
	a.fetch(slot, listed)
	room, err := state.Room(record.Items)
	if err != nil {
		return nil
	}
	batch, missing := sequencer.Required(room, listed, body)
	if len(missing) > 0 {
		a.log.Warn("propose without listed envelopes", "slot", slot, "missing", len(missing))
	}
	in := make(map[rollup.Digest]bool)
	for _, e := range batch {
		in[e.ID] = true
		budget -= protoSize(int64(len(e.Raw)))
	}
	for _, e := range sequencer.Turns(a.pool.of(slot)) {
		size := protoSize(int64(len(e.Raw)))
		if in[e.ID] || size > budget || room.Take(e.Sealed, len(e.Raw)) != nil {
			continue
		}
		batch, budget = append(batch, e), budget-size
	}
	return batch
}

// fetch asks for envelopes that f+1 members listed and that are not at hand, and waits for them a moment.
func (a *Application) fetch(slot rollup.Slot, ids []rollup.Digest) {
	a.pool.want(slot, ids)
	deadline := a.cfg.Now().Add(bodyWait)
	for first := true; ; first = false {
		missing := a.missing(slot, ids)
		if len(missing) == 0 || !a.cfg.Now().Before(deadline) {
			return
		}
		if first {
			a.links.pull(slot, missing, -1)
		}
		select {
		case <-a.stopping.Done():
			return
		case <-time.After(2 * time.Millisecond):
		}
	}
}

// within cuts a proposal to what the engine takes. The record stays as long as it fits at all: a block without
// it is refused by everybody, and the next proposer has another try.
func within(txs [][]byte, limit int64) [][]byte {
	total := int64(0)
	for i, tx := range txs {
		if total += protoSize(int64(len(tx))); total > limit {
			return txs[:i]
		}
	}
	return txs
}

// protoSize is what a transaction of n bytes takes in a block.
func protoSize(n int64) int64 {
	size := n + 1
	for rest := n; ; rest >>= 7 {
		size++
		if rest < 0x80 {
			return size
		}
	}
}

// Judge says why a proposal for a height may not be decided; nil if it may. round is the one in which the block before
// was decided. It reads the state after that block and nothing of what this member executed since.
func (a *Application) Judge(height rollup.Slot, ms int64, round uint64, txs [][]byte) error {
	a.pace.seen(height)
	err := a.judge(height, ms, round, txs)
	if errors.Is(err, sequencer.ErrMissing) {
		a.fetchMissing(height, ms, txs)
		err = a.judge(height, ms, round, txs)
	}
	return err
}

func (a *Application) judge(height rollup.Slot, ms int64, round uint64, txs [][]byte) error {
	record, b, err := read(height, ms, txs)
	if err != nil {
		return err
	}
	if height > 1 {
		if record.Round != round {
			return fmt.Errorf("votes of round %d, commit of round %d: %w", record.Round, round, sequencer.ErrVotes)
		}
		for _, v := range record.Votes {
			if err := a.cfg.Signed(height-1, round, v); err != nil {
				return err
			}
		}
	} else if len(record.Votes) > 0 {
		return fmt.Errorf("votes in the first block: %w", sequencer.ErrVotes)
	}
	b.Votes = extensionsOf(record)
	for i, e := range b.Envelopes {
		if known := a.pool.find(b.Slot, e.ID); known != nil && bytes.Equal(known.Raw, e.Raw) {
			continue // checked when it came
		}
		if err := e.Check(a.cfg.Parameters, a.cfg.Network); err != nil {
			return fmt.Errorf("envelope %d: %w", i, err)
		}
	}
	state := a.agreed()
	return state.Check(b, a.known, func(id rollup.Digest) *sequencer.Envelope { return a.pool.find(b.Slot, id) })
}

// known says that a key is one that this member verified already; BLS signatures are unique.
func (a *Application) known(slot rollup.Slot, key threshold.Signature) bool {
	mine, ok := a.pipeline.key(slot)
	return ok && mine == key
}

func (a *Application) fetchMissing(height rollup.Slot, ms int64, txs [][]byte) {
	record, b, err := read(height, ms, txs)
	if err != nil {
		return
	}
	in := make(map[rollup.Digest]bool)
	for _, e := range b.Envelopes {
		in[e.ID] = true
	}
	var ids []rollup.Digest
	for _, id := range sequencer.Listed(extensionsOf(record), a.cfg.Parameters.MaxFaulty()) {
		if !in[id] {
			ids = append(ids, id)
		}
	}
	a.fetch(b.Slot, ids)
}
