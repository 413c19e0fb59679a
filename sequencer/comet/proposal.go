package comet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	abci "github.com/cometbft/cometbft/abci/types"
)

const (
	bodyWait = 60 * time.Millisecond  // how long a proposal waits for listed envelopes that are not at hand
	itemWait = 100 * time.Millisecond // … and for queue items
)

// PrepareProposal implements abci.Application. It waits for the slot's boundary and answers with the fullest
// valid block it can make. It answers with an invalid one (which costs a round) rather than with one that is
// too large (which would cost the chain), and it never fails.
func (a *app) PrepareProposal(_ context.Context, req *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	a.gather()
	a.mu.RLock()
	state := *a.state // only read below; its fee book is cloned before it is used
	a.mu.RUnlock()
	if state.Group != nil { // slots before the key are empty: nobody waits for them
		a.pace.await(a.stopping, rollup.Slot(req.Height)) //nolint:gosec // a height
	}

	record := &sequencer.Record{Round: uint64(req.LocalLastCommit.Round), Votes: a.votes.valid(req.Height-1, req.LocalLastCommit)} //nolint:gosec // a round
	slot := state.Slot + 1
	record.Keys = a.pipeline.keysAfter(state.Keyed, slot-1)
	if state.Group == nil {
		record.Keys = nil
	}
	a.takeItems(&state, record)
	extensions := extensionsOf(record)
	var batch []*sequencer.Envelope
	if state.MayCarry(slot, len(record.Keys)) {
		budget := req.MaxTxBytes - protoSize(int64(len(record.Encode())))
		batch = a.fill(&state, slot, record, sequencer.Listed(extensions, a.cfg.Parameters.MaxFaulty()), budget)
	}
	txs := [][]byte{record.Encode()}
	for _, e := range batch {
		txs = append(txs, e.Raw)
	}
	return &abci.ResponsePrepareProposal{Txs: within(txs, req.MaxTxBytes)}, nil
}

// gatherWait is how long after its start a member's proposals wait for what the others hold. It is spent once,
// and only where a member stays away.
const gatherWait = 3 * time.Second

// gather waits, after a restart, until every other member has sent the envelopes that it held. Where all were
// down, whoever proposes first would otherwise close the next slots without what only its taker holds, for
// which that member has signed receipts.
func (a *app) gather() {
	a.mu.RLock()
	keyless := a.state.Group == nil // nothing can be held
	a.mu.RUnlock()
	for !keyless && !a.reactor.gathered() && a.cfg.Now().Before(a.gathering) {
		select {
		case <-a.stopping.Done():
			return
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// takeItems adds the queue items up to the view that the votes lead to. If they are not to be had, it prefers
// votes that lead nowhere: any t of them will do.
func (a *app) takeItems(state *sequencer.State, record *sequencer.Record) {
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
func (a *app) fill(state *sequencer.State, slot rollup.Slot, record *sequencer.Record, listed []rollup.Digest, budget int64) []*sequencer.Envelope {
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
func (a *app) fetch(slot rollup.Slot, ids []rollup.Digest) {
	a.pool.want(slot, ids)
	deadline := a.cfg.Now().Add(bodyWait)
	for first := true; ; first = false {
		var missing []rollup.Digest
		for _, id := range ids {
			if a.pool.find(slot, id) == nil {
				missing = append(missing, id)
			}
		}
		if len(missing) == 0 || !a.cfg.Now().Before(deadline) {
			return
		}
		if first {
			a.reactor.pull(slot, missing, -1)
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

// ProcessProposal implements abci.Application. It reads the state after the block before and nothing of what
// this member executed since.
func (a *app) ProcessProposal(_ context.Context, req *abci.RequestProcessProposal) (*abci.ResponseProcessProposal, error) {
	a.pace.seen(rollup.Slot(req.Height)) //nolint:gosec // a height
	err := a.process(req)
	if errors.Is(err, sequencer.ErrMissing) {
		a.fetchMissing(req)
		err = a.process(req)
	}
	if err != nil {
		a.log.Warn("refused a proposal", "slot", req.Height, "err", err)
		return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_REJECT}, nil
	}
	return &abci.ResponseProcessProposal{Status: abci.ResponseProcessProposal_ACCEPT}, nil
}

func (a *app) process(req *abci.RequestProcessProposal) error {
	record, b, err := a.read(req.Height, req.Time.UnixMilli(), req.Txs)
	if err != nil {
		return err
	}
	if len(req.Misbehavior) > 0 {
		a.log.Error("a member signed two votes", "slot", req.Height, "count", len(req.Misbehavior))
	}
	if req.Height > 1 {
		if record.Round != uint64(req.ProposedLastCommit.Round) { //nolint:gosec // a round
			return fmt.Errorf("votes of round %d, commit of round %d: %w", record.Round, req.ProposedLastCommit.Round, sequencer.ErrVotes)
		}
		for _, v := range record.Votes {
			if err := a.votes.verify(req.Height-1, req.ProposedLastCommit.Round, v); err != nil {
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
	a.mu.RLock()
	state := *a.state
	a.mu.RUnlock()
	return state.Check(b, a.known, func(id rollup.Digest) *sequencer.Envelope { return a.pool.find(b.Slot, id) })
}

// known says that a key is one that this member verified already; BLS signatures are unique.
func (a *app) known(slot rollup.Slot, key threshold.Signature) bool {
	mine, ok := a.pipeline.key(slot)
	return ok && mine == key
}

func (a *app) fetchMissing(req *abci.RequestProcessProposal) {
	record, b, err := a.read(req.Height, req.Time.UnixMilli(), req.Txs)
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
