package comet_test

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// liar is a member whose extensions are nonsense of many kinds, whose view of L1 is made up, and whose
// proposals leave out, delay and reorder envelopes.
type liar struct {
	abci.Application
	tricks *atomic.Int64
}

func (l liar) ExtendVote(_ context.Context, r *abci.RequestExtendVote) (*abci.ResponseExtendVote, error) {
	lie := sequencer.Extension{View: rollup.L1View{Number: 1 << 40, QueuePosition: 1 << 30}, Messages: [][]byte{{1}, make([]byte, 200)}}
	for i := range byte(100) {
		lie.Held = append(lie.Held, rollup.Digest{i + 1})
	}
	var b []byte
	switch r.Height % 6 {
	case 1:
		b = []byte{0xff}
	case 2:
		b = make([]byte, sequencer.MaxExtensionBytes) // zeros, of the largest size
	case 3:
		b = lie.Encode()
	case 4:
		b = lie.Encode()[:50]
	case 5:
		b = make([]byte, 2*sequencer.MaxExtensionBytes) // too large: its vote does not count
	}
	return &abci.ResponseExtendVote{VoteExtension: b}, nil
}

// VerifyVoteExtension lets the liar's own engine go on.
func (l liar) VerifyVoteExtension(context.Context, *abci.RequestVerifyVoteExtension) (*abci.ResponseVerifyVoteExtension, error) {
	return &abci.ResponseVerifyVoteExtension{Status: abci.ResponseVerifyVoteExtension_ACCEPT}, nil
}

// PrepareProposal leaves out all envelopes, or the last one, or delays the first one, or reorders them.
func (l liar) PrepareProposal(ctx context.Context, r *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	out, err := l.Application.PrepareProposal(ctx, r)
	if err != nil || len(out.Txs) < 3 {
		return out, err
	}
	l.tricks.Add(1)
	spoilt := spoil(out.Txs)
	names := slices.Sorted(maps.Keys(spoilt))
	out.Txs = spoilt[names[int(r.Height)%len(names)]]
	return out, err
}

// spoil gives wrong variants of a good proposal with envelopes on it.
func spoil(good [][]byte) map[string][][]byte {
	record, envelopes := good[:1:1], good[1:]
	with := func(e ...[]byte) [][]byte { return append(slices.Clone(record), e...) }
	reversed := slices.Clone(envelopes)
	slices.Reverse(reversed)
	return map[string][][]byte{
		"leaves out all": with(), "leaves out the last": with(envelopes[:len(envelopes)-1]...), "delays the first": with(envelopes[1:]...),
		"reorders": with(reversed...), "puts the first last": with(append(slices.Clone(envelopes[1:]), envelopes[0])...),
		"repeats": with(append(slices.Clone(envelopes), envelopes[0])...), "replaces one": with(append(slices.Clone(envelopes[1:]), []byte{1})...),
	}
}

// judge is an honest member who is also shown spoilt variants of what others propose.
type judge struct {
	abci.Application
	accepted *sync.Map // names of variants that were
	seen     *atomic.Int64
}

func (j judge) ProcessProposal(ctx context.Context, r *abci.RequestProcessProposal) (*abci.ResponseProcessProposal, error) {
	out, err := j.Application.ProcessProposal(ctx, r)
	if err != nil || out.Status != abci.ResponseProcessProposal_ACCEPT || len(r.Txs) < 3 || j.seen.Load() > 20 {
		return out, err
	}
	j.seen.Add(1)
	variants := spoil(r.Txs)
	variants["too few votes"] = append([][]byte{altered(r.Txs[0], func(r *sequencer.Record) { r.Votes = r.Votes[:2] })}, r.Txs[1:]...)
	variants["a forged vote"] = append([][]byte{altered(r.Txs[0], func(r *sequencer.Record) { r.Votes[0].Extension = (&sequencer.Extension{}).Encode() })}, r.Txs[1:]...)
	variants["another round's votes"] = append([][]byte{altered(r.Txs[0], func(r *sequencer.Record) { r.Round++ })}, r.Txs[1:]...)
	if s, err := auction.DecodeSealed(r.Txs[1]); err == nil { // the same envelope by its id, with another signature
		s.Signature = append([]byte{s.Signature[0] ^ 1}, s.Signature[1:]...)
		variants["a forged envelope"] = append([][]byte{r.Txs[0], s.Encode()}, r.Txs[2:]...)
	}
	variants["no record"] = r.Txs[1:]
	variants["nothing"] = nil
	for name, txs := range variants {
		spoilt := *r
		spoilt.Txs = txs
		if x, err := j.Application.ProcessProposal(ctx, &spoilt); err != nil || x.Status == abci.ResponseProcessProposal_ACCEPT {
			j.accepted.Store(name, err)
		}
	}
	return out, err
}

// altered is a record with something changed in it.
func altered(raw []byte, alter func(*sequencer.Record)) []byte {
	r, err := sequencer.DecodeBlockRecord(raw)
	if err != nil {
		return raw
	}
	alter(r)
	return r.Encode()
}

// One of four lies in its extensions and tries every trick when it proposes. Each of its proposals is refused and
// the next proposer includes what it left out, so that every batch is what f+1 members listed, in order.
func TestOneLiarOfFour(t *testing.T) {
	var tricks, seen atomic.Int64
	var accepted sync.Map
	c := newCommittee(t, 4, 50, func(i int, cfg *comet.Config) {
		switch i {
		case 0:
			comet.Lie(cfg, func(a abci.Application) abci.Application { return judge{a, &accepted, &seen} })
		case 3:
			comet.Lie(cfg, func(a abci.Application) abci.Application { return liar{a, &tricks} })
		}
	})
	c.start(0, 1, 2, 3)
	bidder := c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View == bidder })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	first := c.nodes[0].Status().OpenSlot + 20
	sent := make(map[rollup.Slot][]rollup.Digest)
	for slot := first; slot < first+8; slot++ { // the liar proposes two of any eight
		for i := range 3 {
			s := c.Seal(c.nodes[0].Status().Group, slot, uint64(1000-i))
			c.submit((int(slot)+i)%3, s)
			sent[slot] = append(sent[slot], s.ID())
		}
	}
	c.attested(first + 8)
	slots := c.agree(first + 8)
	for slot, ids := range sent {
		var batch []rollup.Digest
		for _, raw := range slots[slot-1].Envelopes {
			s, err := auction.DecodeSealed(raw)
			require.NoError(t, err)
			batch = append(batch, s.ID())
		}
		slices.SortFunc(ids, func(a, b rollup.Digest) int { return a.Cmp(b) }) // turns of one bidder
		require.Equal(t, ids, batch, "slot %d", slot)
		for _, f := range slots[slot-1].Fates {
			require.Equal(t, auction.Executed, f.Reason)
		}
		lists, ok, err := c.nodes[0].Lists(t.Context(), slot)
		require.NoError(t, err)
		require.True(t, ok)
		var said []*sequencer.Extension
		for _, v := range lists.Votes {
			if e, err := sequencer.DecodeExtension(v.Extension); err == nil {
				said = append(said, e)
			}
		}
		require.Equal(t, batch, sequencer.Listed(said, 1), "slot %d: the batch is what f+1 listed", slot)
	}
	require.Equal(t, bidder, slots[len(slots)-1].Header.View)
	accepted.Range(func(name, err any) bool {
		t.Errorf("a proposal that %s was accepted: %v", name, err)
		return true
	})
	require.Positive(t, seen.Load(), "no proposal was there to be spoilt")
	require.Positive(t, tricks.Load(), "the liar had nothing to propose")
	t.Logf("the liar tried %d times; %d proposals were spoilt for the judge", tricks.Load(), seen.Load())
}
