package comet_test

import (
	"context"
	"sync"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	abci "github.com/cometbft/cometbft/abci/types"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// hearing is what every member said, by height: a proposer that has it never goes without a late vote.
type hearing struct {
	mu   sync.Mutex
	said map[int64]map[int][]byte
}

// thorough is a member whose proposals embed the extensions of all members, also of those whose votes came after
// it began to propose. Consensus does not care which t of them it embeds.
type thorough struct {
	abci.Application
	c      *committee
	member int
	h      *hearing
}

func (m thorough) ExtendVote(ctx context.Context, r *abci.RequestExtendVote) (*abci.ResponseExtendVote, error) {
	out, err := m.Application.ExtendVote(ctx, r)
	if err == nil {
		m.h.mu.Lock()
		defer m.h.mu.Unlock()
		if m.h.said[r.Height] == nil {
			m.h.said[r.Height] = make(map[int][]byte)
		}
		m.h.said[r.Height][m.member] = out.VoteExtension
	}
	return out, err
}

func (m thorough) PrepareProposal(ctx context.Context, r *abci.RequestPrepareProposal) (*abci.ResponsePrepareProposal, error) {
	m.h.mu.Lock()
	for i := range r.LocalLastCommit.Votes {
		v := &r.LocalLastCommit.Votes[i]
		member := m.c.memberOf(v.Validator.Address)
		if said := m.h.said[r.Height-1][member]; said != nil && v.BlockIdFlag != cmtproto.BlockIDFlagCommit {
			v.BlockIdFlag, v.VoteExtension = cmtproto.BlockIDFlagCommit, said
			v.ExtensionSignature = m.c.signExtension(member, r.Height-1, r.LocalLastCommit.Round, said)
		}
	}
	m.h.mu.Unlock()
	return m.Application.PrepareProposal(ctx, r)
}

// A bidder whose fee balance covers one envelope gives one to two members and another to the other two. Each
// half refuses to hold the other half's, and both are on the lists of f+1 members: so no batch is valid for
// whoever lacks one of the two. The chain goes on, and one of them is in.
func TestScarceBalanceOnEveryList(t *testing.T) {
	h := &hearing{said: make(map[int64]map[int][]byte)}
	var c *committee
	c = newCommittee(t, 4, 50, func(i int, cfg *comet.Config) {
		comet.Lie(cfg, func(a abci.Application) abci.Application { return thorough{a, c, i, h} })
	})
	c.start(0, 1, 2, 3)
	fee := (&auction.Sealed{}).Fee(c.Parameters)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, fee.Uint64())
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	for try := byte(0); !c.halves(try); try++ { // a quick member's envelope may reach a slow one before its own
		require.Less(t, try, byte(5), "never were both on the lists of f+1 members")
		paid := c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 0, fee.Uint64())
		c.all("another fee", func(s sequencer.Status) bool { return s.View == paid })
	}
}

// halves gives each half of the members another envelope of a bidder who can pay for one, and says whether both
// were on the lists of f+1.
func (c *committee) halves(try byte) bool {
	status := c.nodes[0].Status()
	slot := status.OpenSlot + 10
	one := c.SealBundle(status.Group, slot, &auction.Bundle{Bid: new(uint256.Int)})
	other := c.SealBundle(status.Group, slot, &auction.Bundle{Bid: new(uint256.Int), Salt: [16]byte{1, try}})
	var submits sync.WaitGroup
	for member, e := range []*auction.Sealed{one, one, other, other} {
		submits.Go(func() { _, _ = c.nodes[member].Submit(context.Background(), e) }) // refused by who has the other already
	}
	submits.Wait()
	c.attested(slot + 2)
	slots := c.agree(slot + 2)
	require.Len(c.t, slots[slot-1].Envelopes, 1)
	lists, ok, err := c.nodes[0].Lists(c.t.Context(), slot)
	require.NoError(c.t, err)
	require.True(c.t, ok)
	require.Len(c.t, lists.Votes, 4)
	var said []*sequencer.Extension
	for _, v := range lists.Votes {
		e, err := sequencer.DecodeExtension(v.Extension)
		require.NoError(c.t, err)
		said = append(said, e)
	}
	return len(sequencer.Listed(said, 1)) == 2
}
