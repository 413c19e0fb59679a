package comet_test

import (
	"context"
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
// proposals leave out all envelopes.
type liar struct{ abci.Application }

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

func (l liar) PrepareProposal(ctx context.Context, r *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	out, err := l.Application.PrepareProposal(ctx, r)
	out.Txs = out.Txs[:min(1, len(out.Txs))]
	return out, err
}

func TestOneLiarOfFour(t *testing.T) {
	c := newCommittee(t, 4, 50, func(i int, cfg *comet.Config) {
		if i == 3 {
			comet.Lie(cfg, func(a abci.Application) abci.Application { return liar{a} })
		}
	})
	c.start(0, 1, 2, 3)
	bidder := c.l1.deposit(crypto.PubkeyToAddress(c.bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View == bidder })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	first := c.nodes[0].Status().OpenSlot + 20
	sent := make(map[rollup.Slot]rollup.Digest)
	for slot := first; slot < first+8; slot++ { // the liar proposes two of any eight
		s := c.seal(c.nodes[0].Status().Group, slot, 1000)
		c.submit(int(slot)%3, s)
		sent[slot] = s.ID()
	}
	c.attested(first + 8)
	slots := c.agree(first + 8)
	for slot, id := range sent {
		fates := slots[slot-1].Fates
		require.Len(t, fates, 1, "slot %d", slot)
		require.Equal(t, id, fates[0].Envelope)
		require.Equal(t, auction.Executed, fates[0].Reason)
	}
	require.Equal(t, bidder, slots[len(slots)-1].Header.View)
}
