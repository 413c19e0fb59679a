package comet

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/p2p"
)

// app speaks ABCI 2.0 to the engine. Its handlers are functions of (state, request): the state changes in
// FinalizeBlock alone, whatever rounds failed before. What arrives outside of blocks (envelopes, keys, L1)
// decides only what this member proposes and reports.
type app struct {
	abci.BaseApplication
	cfg       *Config
	log       *slog.Logger
	votes     *voteKeys
	pool      *pool
	pipeline  *pipeline
	shares    *shares
	l1        *l1Book
	keeper    *keeper
	store     *store
	hub       *hub
	reactor   *reactor // set before the engine starts
	pace      *pace
	gathering time.Time       // until when, at the latest, proposals wait for what the others hold; set before the engine starts
	stopping  context.Context // ends when the member stops; cuts waits short

	mu        sync.RWMutex // guards what follows
	state     *sequencer.State
	formation *sequencer.Formation // nil once the group has its key
	hash      rollup.Digest        // of block hashed
	hashed    rollup.Slot          // the last block whose hash is known: while a block is finalized, the one before
	resumable map[rollup.Slot]*checkpointRecord
}

// Info implements abci.Application: replay begins after the last checkpoint.
func (a *app) Info(context.Context, *abci.RequestInfo) (*abci.ResponseInfo, error) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	out := &abci.ResponseInfo{Data: "chorale", AppVersion: 1, LastBlockHeight: int64(a.state.Slot)} //nolint:gosec // a height
	if a.state.Slot > 0 {
		out.LastBlockAppHash = a.hash.Bytes()
	}
	return out, nil
}

// InitChain implements abci.Application.
func (a *app) InitChain(context.Context, *abci.RequestInitChain) (*abci.ResponseInitChain, error) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if a.state.Slot != 0 {
		return nil, fmt.Errorf("genesis asked for at slot %d: %w", a.state.Slot, sequencer.ErrBatch)
	}
	return &abci.ResponseInitChain{AppHash: a.state.Hash(rollup.Digest{}, a.ceremony()).Bytes()}, nil
}

// ceremony commits to the key ceremony while there is one. Under the lock.
func (a *app) ceremony() rollup.Digest {
	if a.formation == nil {
		return rollup.Digest{}
	}
	return a.formation.Digest()
}

// Query implements abci.Application: only members may connect, and nobody while this member stops.
func (a *app) Query(_ context.Context, req *abci.RequestQuery) (*abci.ResponseQuery, error) {
	if id, ok := strings.CutPrefix(req.Path, "/p2p/filter/id/"); ok {
		if a.stopping.Err() != nil {
			return &abci.ResponseQuery{Code: 1, Log: "stopping"}, nil
		}
		if _, member := a.reactor.members[p2p.ID(id)]; !member {
			return &abci.ResponseQuery{Code: 1, Log: "not a member"}, nil
		}
	}
	return &abci.ResponseQuery{}, nil
}

// CheckTx implements abci.Application: envelopes come by Submit and by the reactor, never by a mempool.
func (a *app) CheckTx(context.Context, *abci.RequestCheckTx) (*abci.ResponseCheckTx, error) {
	return &abci.ResponseCheckTx{Code: 1}, nil
}

// ExtendVote implements abci.Application: what this member holds for the slot after, how far it sees L1, and
// what it has to say in the key ceremony.
func (a *app) ExtendVote(_ context.Context, req *abci.RequestExtendVote) (*abci.ResponseExtendVote, error) {
	slot := rollup.Slot(req.Height) + 1 //nolint:gosec // a height
	e := sequencer.Extension{Held: a.pool.list(slot - 1), View: a.l1.report()}
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
	return &abci.ResponseExtendVote{VoteExtension: e.Encode()}, nil
}

// VerifyVoteExtension implements abci.Application. It refuses only by size, for everybody alike: refusing by
// content could halt the chain, and whatever is used is verified where it is used. A list names envelopes that
// may be missing here; they are asked for at once.
func (a *app) VerifyVoteExtension(_ context.Context, req *abci.RequestVerifyVoteExtension) (*abci.ResponseVerifyVoteExtension, error) {
	if len(req.VoteExtension) > sequencer.MaxExtensionBytes {
		return &abci.ResponseVerifyVoteExtension{Status: abci.ResponseVerifyVoteExtension_REJECT}, nil
	}
	if e, err := sequencer.DecodeExtension(req.VoteExtension); err == nil {
		slot := rollup.Slot(req.Height) + 1 //nolint:gosec // a height
		var missing []rollup.Digest
		for _, id := range e.Held {
			if a.pool.find(slot, id) == nil {
				missing = append(missing, id)
			}
		}
		if member, ok := a.votes.member(req.ValidatorAddress); ok && len(missing) > 0 {
			a.reactor.pull(slot, missing, member)
		}
	}
	return &abci.ResponseVerifyVoteExtension{Status: abci.ResponseVerifyVoteExtension_ACCEPT}, nil
}

// FinalizeBlock implements abci.Application. The engine has the block in its store, synced, when it calls
// this; so the slot's opening share may leave from here on, and not before.
func (a *app) FinalizeBlock(_ context.Context, req *abci.RequestFinalizeBlock) (*abci.ResponseFinalizeBlock, error) {
	b, err := a.decode(req.Height, req.Time.UnixMilli(), req.Txs)
	if err != nil {
		return nil, a.fail(fmt.Errorf("decided block %d: %w", req.Height, err))
	}
	a.pool.close(b.Slot) // from here on no envelope of this slot is passed on
	if err := a.store.dropEnvelopes(b.Slot); err != nil {
		return nil, a.fail(err)
	}
	keyed, err := a.apply(b, req.Txs)
	if err != nil {
		return nil, a.fail(fmt.Errorf("block %d: %w", req.Height, err))
	}
	a.hub.publish(sequencer.Event{Stage: sequencer.StageClosed, Slot: b.Slot, Batch: len(b.Envelopes)})
	a.shares.decide(b.Slot)
	for i, key := range b.Keys {
		a.pipeline.learn(keyed-rollup.Slot(len(b.Keys))+1+rollup.Slot(i), key) //nolint:gosec // an index
	}
	if err := a.pipeline.await(context.Background(), keyed); err != nil {
		return nil, err
	}
	hash, err := a.settle(keyed)
	if err != nil {
		return nil, a.fail(err)
	}
	results := make([]*abci.ExecTxResult, len(req.Txs))
	for i := range results {
		results[i] = &abci.ExecTxResult{}
	}
	a.pace.decided(b.Slot)
	return &abci.ResponseFinalizeBlock{TxResults: results, AppHash: hash.Bytes()}, nil
}

// fail stops this member and lets the engine know.
func (a *app) fail(err error) error {
	a.pipeline.fail(err)
	return err
}

// apply moves the state, and the key ceremony with it. It answers how far keys stand in blocks now.
func (a *app) apply(b *sequencer.Block, txs [][]byte) (keyed rollup.Slot, err error) {
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
func (a *app) form() error {
	group, share, err := a.formation.Result()
	if err != nil {
		return fmt.Errorf("key ceremony: %w", err)
	}
	if share == nil {
		a.log.Warn("this member got no share", "slot", a.state.Slot)
	} else if err := a.keeper.keepShare(share); err != nil {
		return err
	}
	a.state.Form(group)
	a.formation = nil
	a.log.Info("the committee has its key", "slot", a.state.Slot, "key", group.Public)
	a.shares.begin(a.state.Group, share)
	return nil
}

// settle computes the block's hash and notes that a restart may begin after it.
func (a *app) settle(keyed rollup.Slot) (rollup.Digest, error) {
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
func (a *app) resume(slot rollup.Slot) *checkpointRecord {
	a.mu.RLock()
	defer a.mu.RUnlock()
	c := a.resumable[slot]
	if c == nil {
		return nil
	}
	out := *c
	return &out
}

// Commit implements abci.Application. Everything that must be durable is so already.
func (a *app) Commit(context.Context, *abci.RequestCommit) (*abci.ResponseCommit, error) {
	return &abci.ResponseCommit{}, nil
}

var errBlock = errors.New("malformed block")

// decode reads a block. It checks no signature.
func (a *app) decode(height, ms int64, txs [][]byte) (*sequencer.Block, error) {
	record, b, err := a.read(height, ms, txs)
	if err != nil {
		return nil, err
	}
	b.Votes = extensionsOf(record)
	return b, nil
}

func (a *app) read(height, ms int64, txs [][]byte) (*sequencer.Record, *sequencer.Block, error) {
	if len(txs) == 0 || height <= 0 || ms < 0 {
		return nil, nil, fmt.Errorf("no record: %w", errBlock)
	}
	record, err := sequencer.DecodeBlockRecord(txs[0])
	if err != nil {
		return nil, nil, err
	}
	if len(txs)-1 > sequencer.MaxEnvelopes {
		return nil, nil, fmt.Errorf("%d envelopes: %w", len(txs)-1, errBlock)
	}
	b := &sequencer.Block{Slot: rollup.Slot(height), Time: uint64(ms), Keys: record.Keys, Items: record.Items}
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

// String keeps the engine from printing what the app holds.
func (a *app) String() string { return "chorale" }

// MarshalJSON does likewise.
func (a *app) MarshalJSON() ([]byte, error) { return json.Marshal("chorale") }
