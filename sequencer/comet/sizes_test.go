package comet_test

import (
	"crypto/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// Envelopes of every size class that the carrier holds are sequenced, executed and posted; a larger one is refused at
// the door by name, with no receipt.
func TestSizeClassesAreSequenced(t *testing.T) {
	for carrier, x := range map[string]struct {
		post    uint64
		classes auction.SizeClass // that it holds
	}{"calldata": {126 << 10, 4}, "six blobs": {6 * 126_976, 5}} {
		t.Run(carrier, func(t *testing.T) {
			c := newCommittee(t, 4, 100, nil)
			c.Parameters.PostBytes, c.Parameters.BatchBytes = x.post, x.post
			c.start(0, 1, 2, 3)
			c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
			c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 })
			c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 })
			seal := func(size auction.SizeClass) *auction.Sealed {
				s := c.nodes[0].Status()
				slot := s.OpenSlot + 15
				b := &auction.Bundle{Bid: uint256.NewInt(5000), Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{c.Transfer(901)}}, {Chain: 902, Txs: [][]byte{c.Transfer(902)}}}}
				sealer, err := threshold.NewSealer(s.Group.Public, auction.Identity(c.Network, slot))
				require.NoError(t, err)
				clear := auction.Sealed{Network: c.Network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.Bidder.PublicKey), SizeClass: size}
				e, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], c.Bidder) })
				require.NoError(t, err)
				return e
			}
			var last rollup.Slot
			sent := map[rollup.Digest]auction.SizeClass{}
			for size := range x.classes {
				e := seal(size)
				c.submit(0, e)
				sent[e.ID()], last = size, e.Slot
				c.attested(last) // one after another: the transactions' nonces follow
			}
			if x.classes.Bytes() > 0 {
				_, err := c.nodes[0].Submit(t.Context(), seal(x.classes))
				refusal := new(sequencer.Refusal)
				require.ErrorAs(t, err, &refusal)
				require.Equal(t, [2]any{auction.Oversized, "sizeClass"}, [2]any{refusal.Reason, refusal.Field})
			}
			slots := c.agree(last)
			c.attested(last + 16)
			for next := rollup.Slot(1); next <= last; {
				p, found, err := c.nodes[0].Postings(t.Context(), next-1)
				require.NoError(t, err)
				require.True(t, found, "slot %d", next)
				require.LessOrEqual(t, uint64(len(p.Data)), x.post)
				run, err := sequencer.DecodePostingData(p.Data)
				require.NoError(t, err)
				for _, a := range run {
					if a.Header.Slot <= last {
						require.Equal(t, slots[a.Header.Slot-1].Encode(), a.Encode())
					}
					for i := range a.Fates {
						require.Equal(t, auction.Executed, a.Fates[i].Reason, "size class %d", sent[a.Fates[i].Envelope])
						delete(sent, a.Fates[i].Envelope)
					}
				}
				next = p.Posting.Last + 1
			}
			require.Empty(t, sent)
		})
	}
}
