package devnet

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/internal/laws"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
)

// watch tells the checker what is observed of members and rollup nodes, and keeps what the summary needs. The
// first member's stream is the one whose contents are read; all others are compared with it.
type watch struct {
	p      *rollup.Parameters
	checks *laws.Checker
	tally  *tally
	nodes  map[rollup.ChainID]rollupReader
	log    *slog.Logger
	group  func() (threshold.PublicKey, bool)

	began  map[rollup.ChainID]uint64 // blocks that were open when the watch began: it does not know all of them
	opened rollup.Slot               // last slot whose contents were told
	ran    rollup.Slot               // last slot whose executions were told
	closed chan closing
	losers chan *auction.Bundle // for the thief
	trig   map[pairID]chainHash
	act    map[pairID]chainHash
}

type pairID struct{ src, dst rollup.ChainID }

type chainHash struct {
	root  rollup.Digest
	count uint64
}

// closing is a slot that closed blocks, to be looked up in the rollups' nodes.
type closing struct {
	slot  rollup.Slot
	heads []builder.Head
}

func newWatch(group func() (threshold.PublicKey, bool), log *slog.Logger) *watch {
	return &watch{
		checks: laws.New(), tally: newTally(), log: log, group: group,
		closed: make(chan closing, 4096), losers: make(chan *auction.Bundle, 1), began: map[rollup.ChainID]uint64{}, trig: map[pairID]chainHash{}, act: map[pairID]chainHash{},
	}
}

// resume begins to watch a network that has a history: from what the first member says of it, before it starts.
func (w *watch) resume(ctx context.Context, m *process.Member, posted rollup.Slot) error {
	st := m.Status()
	if st.Executed == 0 {
		return nil
	}
	w.ran, w.opened = st.Executed, st.Attested
	for _, a := range m.Ledger().Accounts() {
		w.checks.Holds(a.Address, a.Fees, a.Escrow, a.Credits)
	}
	for slot := posted + 1; slot <= st.Attested; slot++ {
		a, ok, err := m.Slot(ctx, slot)
		if err != nil || !ok {
			return fmt.Errorf("slot %d of an earlier life: %w", slot, err)
		}
		w.checks.Attested(m.Seat.Name, slot, a.Header.Root())
	}
	last, _, err := m.Slot(ctx, st.Executed)
	if err != nil || last == nil {
		return fmt.Errorf("slot %d of an earlier life: %w", st.Executed, err)
	}
	for _, h := range last.Header.Heads {
		w.began[h.Chain] = h.Number
	}
	return nil
}

// event takes one event of a member. first is the member whose slots' contents are read.
func (w *watch) event(name string, first bool, e sequencer.Event) {
	switch {
	case e.Executed != nil:
		if e.Batch > 0 {
			w.checks.Executed(name, e.Slot, e.Executed.Header.Root())
		}
		if first {
			w.executed(e.Slot, e.Executed)
		}
	case e.Attested != nil:
		w.attested(name, e.Attested)
		if first {
			w.content(e.Attested)
		}
	}
	if first {
		w.tally.reached(e)
	}
}

// shared tells of a member's opening share, made while its consensus log held blocks up to stored. The log is
// synced before the engine hands a block on, so what stands in it is durable.
func (w *watch) shared(member string, slot, stored rollup.Slot) {
	if stored >= slot {
		w.checks.Committed(member, slot)
	}
	w.checks.Shared(member, slot)
}

// attested checks a member's attestation before it is told.
func (w *watch) attested(name string, a *sequencer.Attested) {
	group, ok := w.group()
	if !ok {
		w.log.Error("attested without a group key", "member", name, "slot", a.Header.Slot)
		return
	}
	if err := a.Verify(group); err != nil {
		w.log.Error("attestation does not verify", "member", name, "slot", a.Header.Slot, "err", err)
		return // never told: law 1 counts only what verifies, and the slot will lack its observation
	}
	w.checks.Attested(name, a.Header.Slot, a.Header.Root())
}

// executed tells a slot's ledger entries and the triggers and actions in its receipts.
func (w *watch) executed(slot rollup.Slot, e *builder.Executed) {
	if slot <= w.ran {
		return
	}
	w.ran = slot
	w.checks.Entries(slot, e.Entries, e.Fates)
	w.tally.entries(e.Entries)
	system := bindings.NewChoraleSystem()
	moved := false
	for _, a := range e.Additions {
		for _, r := range a.Receipts {
			for _, l := range r.Logs {
				moved = w.crossing(system, a.Chain, l) || moved
			}
		}
	}
	if moved {
		w.checks.Pairs(slot, w.pairs())
	}
}

// crossing follows the accumulators by the events alone, apart from the contract's own storage.
func (w *watch) crossing(system *bindings.ChoraleSystem, chain rollup.ChainID, l *types.Log) bool {
	if l.Address != predeploy.Address {
		return false
	}
	if t, err := system.UnpackTriggeredEvent(l); err == nil {
		id := pairID{chain, rollup.ChainID(t.DstChain)}
		leaf := predeploy.Leaf(uint64(chain), t.DstChain, t.Nonce, t.Sender, t.Target, t.GasLimit, t.Data)
		w.trig[id] = chainHash{predeploy.Append(w.trig[id].root, leaf), w.trig[id].count + 1}
		return true
	}
	if a, err := system.UnpackActedEvent(l); err == nil {
		id := pairID{rollup.ChainID(a.SrcChain), chain}
		leaf := predeploy.Leaf(a.SrcChain, uint64(chain), a.Nonce, a.Sender, a.Target, a.GasLimit, a.Data)
		w.act[id] = chainHash{predeploy.Append(w.act[id].root, leaf), w.act[id].count + 1}
		return true
	}
	return false
}

func (w *watch) pairs() []builder.Pair {
	var out []builder.Pair
	for _, src := range w.p.Rollups {
		for _, dst := range w.p.Rollups {
			if src != dst {
				id := pairID{src, dst}
				out = append(out, builder.Pair{Src: src, Dst: dst, TrigRoot: w.trig[id].root, TrigCount: w.trig[id].count,
					ActRoot: w.act[id].root, ActCount: w.act[id].count})
			}
		}
	}
	return out
}

// content opens an attested slot as anybody can, tells what its envelopes held, and ranks them anew in another
// order.
func (w *watch) content(a *sequencer.Attested) {
	slot := a.Header.Slot
	if slot <= w.opened {
		return
	}
	w.opened = slot
	opened, again, err := openTwice(a, w.p)
	if err != nil {
		w.log.Error("attested slot does not open", "slot", slot, "err", err)
		return
	}
	if len(opened.Entries) > 0 {
		w.checks.Ranked(slot, ranked(a.Fates), winners(again))
	}
	contents := make([]laws.Content, len(opened.Entries))
	for i := range opened.Entries {
		contents[i] = contentOf(&opened.Entries[i], w.p)
	}
	w.checks.Opened(slot, contents, a.Fates)
	ended := map[rollup.Digest]bool{}
	for i := range a.Fates {
		ended[a.Fates[i].Envelope] = a.Fates[i].Reason == auction.LegReverted
	}
	w.offer(opened, func(i int) bool { return ended[opened.Entries[i].ID] })
	w.tally.fates(slot, contents, a.Fates)
	if len(a.Header.Heads) > 0 && a.Header.Heads[0].ClosedNumber > 0 {
		w.closed <- closing{slot, a.Header.Heads}
	}
}

// openTwice opens a slot's batch as it stands, and ranks it anew from its envelopes in reverse order.
func openTwice(a *sequencer.Attested, p *rollup.Parameters) (*auction.Opened, *auction.Selected, error) {
	batch := &auction.Batch{Network: a.Header.Network, Slot: a.Header.Slot}
	for i, raw := range a.Envelopes {
		e, err := auction.DecodeSealed(raw)
		if err != nil {
			return nil, nil, fmt.Errorf("envelope %d: %w", i, err)
		}
		batch.Envelopes = append(batch.Envelopes, e)
	}
	opened, err := auction.Open(batch, a.Key, p.Rollups)
	if err != nil {
		return nil, nil, err
	}
	turned := *batch
	turned.Envelopes = slices.Clone(batch.Envelopes)
	slices.Reverse(turned.Envelopes)
	anew, err := auction.Open(&turned, a.Key, p.Rollups)
	if err != nil {
		return nil, nil, err
	}
	return opened, auction.Select(anew, p, a.Key), nil
}

// ranked are the envelopes by the rank that their fates say, best first.
func ranked(fates []builder.Fate) []rollup.Digest {
	var with []builder.Fate
	for _, f := range fates {
		if f.Rank > 0 {
			with = append(with, f)
		}
	}
	slices.SortStableFunc(with, func(a, b builder.Fate) int { return int(a.Rank) - int(b.Rank) })
	out := make([]rollup.Digest, len(with))
	for i, f := range with {
		out[i] = f.Envelope
	}
	return out
}

func winners(s *auction.Selected) []rollup.Digest {
	out := make([]rollup.Digest, len(s.Winners))
	for i, w := range s.Winners {
		out[i] = s.Opened.Entries[w].ID
	}
	return out
}

func contentOf(e *auction.Entry, p *rollup.Parameters) laws.Content {
	own := map[rollup.Digest]bool{}
	for _, guarded := range e.Protections {
		own[guarded.Tx] = true
	}
	c := laws.Content{Envelope: e.ID, Bidder: e.Envelope.Bidder, Fee: e.Envelope.Fee(p)}
	for _, leg := range e.Txs {
		for _, tx := range leg {
			c.Txs = append(c.Txs, laws.Carried{Chain: tx.Chain, Hash: tx.Hash(), Sender: tx.Sender, Nonce: tx.Nonce(), Own: own[tx.Hash()]})
		}
	}
	return c
}

// blocks asks the rollups' own nodes for every block that an attested slot closed, until ctx ends.
func (w *watch) blocks(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case c := <-w.closed:
			if !w.look(ctx, c) {
				return
			}
		}
	}
}

func (w *watch) look(ctx context.Context, c closing) bool {
	for _, h := range c.heads {
		for {
			block, err := w.nodes[h.Chain].Client().BlockByHash(ctx, h.ClosedHash)
			if err == nil {
				txs := make([]rollup.Digest, len(block.Transactions()))
				for i, tx := range block.Transactions() {
					txs[i] = tx.Hash()
				}
				if h.ClosedNumber > w.began[h.Chain] {
					w.checks.Block(h.Chain, h.ClosedNumber, txs)
					w.checks.Settle(h.Chain, h.ClosedNumber)
				}
				break
			}
			if !sleep(ctx, 100*time.Millisecond) {
				return false
			}
		}
	}
	// A node may be killed between two questions: it is asked again in its next life, or the slot would go unchecked.
	for {
		pairs, err := w.stored(ctx, c.heads)
		if err == nil {
			w.checks.Pairs(c.slot, pairs)
			w.tally.looked(c)
			return true
		}
		w.log.Debug("cannot read accumulators yet", "slot", c.slot, "err", err)
		if !sleep(ctx, 100*time.Millisecond) {
			return false
		}
	}
}

// stored reads the accumulators out of ChoraleSystem's storage at the closed blocks.
func (w *watch) stored(ctx context.Context, heads []builder.Head) ([]builder.Pair, error) {
	read := func(h builder.Head, mapping uint64, other rollup.ChainID) (chainHash, error) {
		rootAt, countAt := predeploy.AccumulatorSlots(mapping, uint64(other))
		client := w.nodes[h.Chain].Client()
		root, err := client.StorageAtHash(ctx, predeploy.Address, rootAt, h.ClosedHash)
		if err != nil {
			return chainHash{}, err
		}
		count, err := client.StorageAtHash(ctx, predeploy.Address, countAt, h.ClosedHash)
		return chainHash{rollup.Digest(root), new(big.Int).SetBytes(count).Uint64()}, err
	}
	var out []builder.Pair
	for _, src := range heads {
		for _, dst := range heads {
			if src.Chain == dst.Chain {
				continue
			}
			trig, err := read(src, predeploy.TrigSlot, dst.Chain)
			if err != nil {
				return nil, err
			}
			act, err := read(dst, predeploy.ActSlot, src.Chain)
			if err != nil {
				return nil, err
			}
			out = append(out, builder.Pair{Src: src.Chain, Dst: dst.Chain, TrigRoot: trig.root, TrigCount: trig.count, ActRoot: act.root, ActCount: act.count})
		}
	}
	return out, nil
}
