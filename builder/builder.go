package builder

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// The two severities of Execute's errors. What concerns one bundle is never an error but its fate's reason.
var (
	// ErrInput is of severity "this slot": the input cannot be this slot's. Nothing was changed.
	ErrInput = errors.New("slot cannot be executed")
	// ErrState is of severity "this node": the state can no longer be trusted. The builder answers nothing
	// but this from then on; the member resumes from its last checkpoint or stops.
	ErrState = errors.New("state cannot be trusted")
)

// What may be wrong with an input, each beside ErrInput; so are rollup.ErrQueueChain, rollup.ErrQueuePayload,
// ErrFee and ErrOverflow.
var (
	ErrNotNext   = errors.New("slot is not the next one")
	ErrTime      = errors.New("time goes back")
	ErrView      = errors.New("L1 view goes back")
	ErrNetwork   = errors.New("batch is of another network or slot")
	ErrSelection = errors.New("selection does not cover the batch")
)

// What may be wrong with the rollups, each beside ErrState; so is any error of theirs.
var (
	ErrPairs = errors.New("triggers and actions of a pair differ")
	ErrHeads = errors.New("rollups are not the network's")
)

// Builder executes a network's slots in order. It holds everything that a slot's outcome depends on besides
// its input and the EVM's state: ledger, waiting forced transactions, protected transactions, last header.
// For one goroutine.
type Builder struct {
	parameters *rollup.Parameters
	network    rollup.Network
	machine    Machine

	last     Header // of the last slot executed; Slot 0 before the first
	ledger   *Ledger
	guard    *guard
	waiting  []forced     // forced from L1, first in, first out, until a slot opens a block
	openTime uint64       // timestamp of the open blocks, s; 0 if none is open
	closed   []closedHead // blocks that a restored builder's next slot closed already; else nil
	broken   error        // why the state is not to be trusted; else nil
}

// New starts at genesis: the next slot is 1. r's rollups stand at their geneses with no block open.
func New(p *rollup.Parameters, n rollup.Network, r Machine) *Builder {
	return &Builder{parameters: p, network: n, machine: r, last: Header{Network: n}, ledger: NewLedger(p), guard: newGuard()}
}

// Slot is the last slot executed; 0 before the first.
func (b *Builder) Slot() rollup.Slot { return b.last.Slot }

// LastHeader is that slot's header; before the first its fields are zero but for Network.
func (b *Builder) LastHeader() Header {
	h := b.last
	h.Heads = append([]Head{}, h.Heads...)
	return h
}

// Ledger is the ledger after the last slot: a snapshot that later slots do not change, for concurrent readers.
func (b *Builder) Ledger() *Ledger { return b.ledger.Snapshot() }

// Waiting is how many forced transactions wait for the next block.
func (b *Builder) Waiting() int { return len(b.waiting) }

// Execute makes the slot after Slot. The outcome is a function of the slots executed before and of in; every
// member gets the same bytes. On ErrInput nothing has changed and another input may follow; on ErrState the
// builder is of no more use.
func (b *Builder) Execute(in Input) (*Executed, error) {
	if b.broken != nil {
		return nil, fmt.Errorf("execute slot %d: %w", in.Slot, b.broken)
	}
	payloads, err := b.check(in)
	if err != nil {
		return nil, fmt.Errorf("execute slot %d: %w: %w", in.Slot, ErrInput, err)
	}
	out, err := newRun(b, in).run(payloads)
	if err != nil {
		b.broken = fmt.Errorf("%w since slot %d: %w", ErrState, in.Slot, err)
		return nil, fmt.Errorf("execute slot %d: %w: %w", in.Slot, ErrState, err)
	}
	return out, nil
}

// check says whether in can be the next slot's, reading only. It returns the queue items' payloads.
func (b *Builder) check(in Input) ([]rollup.Payload, error) {
	last := b.last.View
	switch {
	case in.Slot != b.last.Slot+1:
		return nil, fmt.Errorf("slot %d after %d: %w", in.Slot, b.last.Slot, ErrNotNext)
	case in.Time < b.last.Time:
		return nil, fmt.Errorf("%d ms after %d ms: %w", in.Time, b.last.Time, ErrTime)
	case in.View.Number < last.Number, in.View.Number == last.Number && in.View != last:
		return nil, fmt.Errorf("L1 block %d after %d: %w", in.View.Number, last.Number, ErrView)
	}
	if err := checkSelection(in, b.network); err != nil {
		return nil, err
	}
	if err := rollup.CheckQueue(last.QueuePosition, last.QueueHash, in.Items, in.View); err != nil {
		return nil, err
	}
	payloads, err := decodeItems(in.Items)
	if err != nil {
		return nil, err
	}
	if err := b.ledger.checkDeposits(payloads); err != nil {
		return nil, err
	}
	book := NewFeeBook(b.ledger)
	if err := book.apply(payloads); err != nil {
		return nil, err
	}
	return payloads, book.Reserve(in.Selected.Opened.Batch.Envelopes)
}

// checkSelection says whether the selection is of this slot's batch and tries each entry against which
// nothing speaks exactly once, and no other.
func checkSelection(in Input, n rollup.Network) error {
	if in.Selected == nil || in.Selected.Opened == nil || in.Selected.Opened.Batch == nil {
		return fmt.Errorf("none given: %w", ErrSelection)
	}
	opened := in.Selected.Opened
	if opened.Batch.Slot != in.Slot || opened.Batch.Network != n {
		return fmt.Errorf("slot %d of %s: %w", opened.Batch.Slot, opened.Batch.Network, ErrNetwork)
	}
	if len(opened.Entries) != len(opened.Batch.Envelopes) {
		return fmt.Errorf("%d entries for %d envelopes: %w", len(opened.Entries), len(opened.Batch.Envelopes), ErrSelection)
	}
	ids, tried := make(map[rollup.Digest]bool), make(map[int]bool)
	for i := range opened.Entries {
		e := &opened.Entries[i]
		if e.Envelope != opened.Batch.Envelopes[i] || ids[e.ID] {
			return fmt.Errorf("entry %d: not the batch's, or twice: %w", i, ErrSelection)
		}
		ids[e.ID] = true
	}
	for _, list := range [][]int{in.Selected.Winners, in.Selected.Rest} {
		for _, i := range list {
			if i < 0 || i >= len(opened.Entries) || tried[i] || opened.Entries[i].Reason != auction.None {
				return fmt.Errorf("ranks entry %d: %w", i, ErrSelection)
			}
			tried[i] = true
		}
	}
	for i := range opened.Entries {
		if opened.Entries[i].Reason == auction.None && !tried[i] {
			return fmt.Errorf("leaves out entry %d: %w", i, ErrSelection)
		}
	}
	return nil
}
