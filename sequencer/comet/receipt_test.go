package comet_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files")

func (c *committee) checker() sequencer.VoteCheck {
	c.t.Helper()
	signed, err := comet.Votes(c.Parameters, c.Network)
	require.NoError(c.t, err)
	return signed
}

// lie is a receipt of a member that holds nothing.
func (c *committee) lie(member int, s *auction.Sealed) sequencer.Receipt {
	r := sequencer.Receipt{Network: c.Network.ID, Envelope: s.ID(), Slot: s.Slot, Member: crypto.PubkeyToAddress(c.Accounts[member].PublicKey)}
	digest := auction.ReceiptDigest(r.Network, r.Envelope, r.Slot, r.Member)
	var err error
	r.Signature, err = crypto.Sign(digest[:], c.Accounts[member])
	require.NoError(c.t, err)
	return r
}

// judge judges a receipt by what a member's node has, and by the parameters.
func (c *committee) judge(asked int, r sequencer.Receipt, s *auction.Sealed) *sequencer.Judgement {
	c.t.Helper()
	n := c.nodes[asked]
	a, attested, err := n.Slot(c.t.Context(), s.Slot)
	require.NoError(c.t, err)
	require.True(c.t, attested)
	l, found, err := n.Lists(c.t.Context(), s.Slot)
	require.NoError(c.t, err)
	require.True(c.t, found)
	require.Less(c.t, l.Keyed, s.Slot, "no block has its own key")
	require.LessOrEqual(c.t, uint64(s.Slot-l.Keyed), c.Parameters.MaxLag)
	j, err := (&sequencer.Case{
		Parameters: c.Parameters, Network: c.Network, Group: n.Status().Group.Public, Signed: c.checker(), Receipt: r, Envelope: s.Clear(), Attested: a, Lists: l,
	}).Judge()
	require.NoError(c.t, err)
	return j
}

// Receipts of a running committee: one that is honoured; those of a member that signs and holds nothing, violated
// by what the engine committed, where it committed something of that member; and one of somebody who is no member.
func judgesReceipts(t *testing.T, c *committee, sealed *auction.Sealed, receipt sequencer.Receipt) {
	const liar = 3
	j := c.judge(0, receipt, sealed)
	require.Equal(t, sequencer.Honoured, j.Verdict)
	require.Equal(t, auction.Executed, j.Inclusion.Fate.Reason)
	require.True(t, rollup.VerifyProof(j.Inclusion.Header.BatchRoot, sealed.ID(), j.Inclusion.BatchProof, uint64(j.Inclusion.Index)))

	violated := 0
	for slot := sealed.Slot - 10; slot < sealed.Slot; slot++ {
		never := c.SealBundle(c.nodes[0].Status().Group, slot, &auction.Bundle{Bid: new(uint256.Int)})
		j := c.judge(int(slot)%3, c.lie(liar, never), never)
		if j.Verdict == sequencer.Violated {
			violated++
			require.NoError(t, j.Evidence.Check(c.Parameters, c.Network, c.checker()))
			for name, alter := range forgeries(j.Evidence) {
				e := *j.Evidence
				alter(&e)
				require.ErrorIs(t, e.Check(c.Parameters, c.Network, c.checker()), sequencer.ErrEvidence, name)
			}
			continue
		}
		require.Equal(t, sequencer.NoExtension, j.Cause, "slot %d", slot)
	}
	require.Positive(t, violated, "no block embeds the liar's extension")
	t.Logf("%d of 10 lies are shown by what was committed", violated)

	stranger := receipt
	stranger.Signature = c.lie(liar, sealed).Signature
	require.Equal(t, sequencer.BadReceipt, c.judge(0, stranger, sealed).Cause)
	_, found, err := c.nodes[0].Lists(t.Context(), 1<<40)
	require.NoError(t, err)
	require.False(t, found)
}

func forgeries(e *sequencer.Evidence) map[string]func(*sequencer.Evidence) {
	return map[string]func(*sequencer.Evidence){
		"another slot":      func(e *sequencer.Evidence) { e.Envelope.Slot++ },
		"another round":     func(e *sequencer.Evidence) { e.Round++ },
		"a round too large": func(e *sequencer.Evidence) { e.Round += 1 << 32 },
		"another member":    func(e *sequencer.Evidence) { e.Vote.Member = 0 },
		"another list":      func(e *sequencer.Evidence) { e.Vote.Extension = append([]byte{}, e.Vote.Extension[1:]...) },
		"another network":   func(e *sequencer.Evidence) { e.Envelope.Network.Epoch++ },
	}
}

// A vote counts if a member signed it, for a height and a round that there are, over an extension within bounds.
func TestVotesAreBounded(t *testing.T) {
	c := newCommittee(t, 4, 250, nil)
	signed := c.checker()
	vote := func(size int) sequencer.Vote {
		extension := make([]byte, size)
		return sequencer.Vote{Member: 2, Extension: extension, Signature: c.signExtension(2, 11, 1, extension)}
	}
	good := vote(sequencer.MaxExtensionBytes)
	require.NoError(t, signed(11, 1, good))
	require.ErrorIs(t, signed(11, 1, vote(sequencer.MaxExtensionBytes+1)), sequencer.ErrVotes, "too large")
	require.ErrorIs(t, signed(11+1<<63, 1, good), sequencer.ErrVotes)
	require.ErrorIs(t, signed(11, 1+1<<32, good), sequencer.ErrVotes)
	for _, member := range []uint64{1, 4, 1 << 63, 1<<64 - 1} {
		other := good
		other.Member = member
		require.ErrorIs(t, signed(11, 1, other), sequencer.ErrVotes, "member %d", member)
	}
}

// The golden evidence is a broken promise of member 2 of a committee with fixed keys, over the engine's own form
// of a signed extension; with it stand the constants by which anybody verifies it.
func TestGoldenEvidence(t *testing.T) {
	c := newCommittee(t, 4, 250, nil)
	group, _ := thresholdtest.Committee(3, 4, 1)
	const slot, round, member = 12, 1, 2
	s := &auction.Sealed{Network: c.Network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.Bidder.PublicKey), Ciphertext: make([]byte, auction.SizeClass(0).Bytes()+threshold.SealOverhead)}
	extension := (&sequencer.Extension{Held: []rollup.Digest{{1}, {2}}}).Encode()
	e := &sequencer.Evidence{
		Envelope: *s.Clear(), Receipt: c.lie(member, s), Round: round,
		Vote: sequencer.Vote{Member: member, Extension: extension, Signature: c.signExtension(member, slot-1, round, extension)},
	}
	require.NoError(t, e.Check(c.Parameters, c.Network, c.checker()))
	for name, alter := range forgeries(e) {
		forged := *e
		alter(&forged)
		require.ErrorIs(t, forged.Check(c.Parameters, c.Network, c.checker()), sequencer.ErrEvidence, name)
	}
	parameters, err := c.Parameters.Encode()
	require.NoError(t, err)
	constants, err := json.MarshalIndent(map[string]any{
		"network":   map[string]string{"id": c.Network.ID.Hex(), "incarnation": "1", "epoch": "1"},
		"group_key": group.Public, "parameters": json.RawMessage(parameters),
	}, "", "  ")
	require.NoError(t, err)
	for name, got := range map[string][]byte{"evidence.json": e.Encode(), "network.json": append(constants, '\n')} {
		path := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(path, got, 0o600))
		}
		want, err := os.ReadFile(path)
		require.NoError(t, err)
		require.Equal(t, string(want), string(got), name)
	}
}

// A member dies at once after it signed a receipt. The envelope is in all the same, since others held it before.
func TestReceiptOutlivesItsMember(t *testing.T) {
	c := newCommittee(t, 4, 100, nil)
	c.start(0, 1, 2, 3)
	c.L1.Deposit(crypto.PubkeyToAddress(c.Bidder.PublicKey), 1e15, 1e15)
	c.all("key and deposit", func(s sequencer.Status) bool { return s.Group != nil && s.View.Number == 1 })
	c.all("execution to catch up", func(s sequencer.Status) bool { return s.Committed-s.Attested < 4 && !s.Syncing })
	var took []time.Duration
	for i := range 60 {
		status := c.nodes[0].Status()
		sealed := c.SealBundle(status.Group, status.OpenSlot+20, &auction.Bundle{Bid: new(uint256.Int), Salt: [16]byte{byte(i)}})
		began := time.Now()
		c.submit(i%4, sealed)
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	t.Log("acknowledged:", fmt.Sprintf("p50 %v p90 %v max %v", took[30], took[54], took[59]))
	status := c.nodes[3].Status()
	slot := status.OpenSlot + 5
	s := c.SealBundle(status.Group, slot, &auction.Bundle{Bid: new(uint256.Int)})
	receipt := c.submit(3, s)
	require.True(t, receipt.Promises(slot))
	c.stop(3)
	c.attested(slot)
	require.Equal(t, sequencer.Honoured, c.judge(0, receipt, s).Verdict)
}
