package sequencer_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// This file simulates one height of the consensus engine with four members of whom member 3 is Byzantine: it
// votes for everything and shows its votes to whom it likes. Honest members follow Tendermint's rules ("The
// latest gossip on BFT consensus", 2018): they prevote what they are locked on, or a proposal that is new while
// they are not locked, or one with a polka of a later round than their lock; on a polka they lock and precommit.

const (
	members = 4
	quorum  = 3
	liar    = 3
)

// round is what happens in one round: the block proposed, the round of the polka that justifies it (−1 for
// none), who is shown the proposal, who sees the polka, and whether the liar's precommit is shown.
type round struct {
	block    string
	polka    int
	shown    []int
	sees     []int
	helps    bool
	deciders []int // who sees the precommits
}

type replica struct {
	locked   string
	lockedAt int
	decided  string
}

type height struct {
	replicas   [members]replica
	precommits map[string]map[int]bool // block → who precommitted it in some round
	// precommitted and decided are called when an honest member does so.
	precommitted, decided func(member int, block string)
}

func newHeight() *height {
	h := &height{precommits: make(map[string]map[int]bool)}
	for i := range h.replicas {
		h.replicas[i].lockedAt = -1
	}
	return h
}

// run plays a round and says how many prevotes and precommits it got, the liar's included where it helps.
func (h *height) run(number int, r round) (prevotes, precommits int) {
	prevotes = 1 // the liar's
	for _, i := range r.shown {
		m := &h.replicas[i]
		if m.lockedAt < 0 || m.locked == r.block || r.polka > m.lockedAt {
			prevotes++
		}
	}
	if prevotes >= quorum {
		for _, i := range r.sees {
			h.replicas[i].locked, h.replicas[i].lockedAt = r.block, number
			if h.precommits[r.block] == nil {
				h.precommits[r.block] = make(map[int]bool)
			}
			h.precommits[r.block][i] = true
			precommits++
			h.precommitted(i, r.block)
		}
	}
	if r.helps {
		precommits++
	}
	if precommits >= quorum {
		for _, i := range r.deciders {
			h.replicas[i].decided = r.block
			h.decided(i, r.block)
		}
	}
	return prevotes, precommits
}

// schedule keeps three honest members in four rounds from deciding while each of A and B gets precommits of two
// of them: rounds 0 and 2 for A, rounds 1 and 3 for B.
var schedule = []round{
	{block: "A", polka: -1, shown: []int{0, 1}, sees: []int{0}},
	{block: "B", polka: -1, shown: []int{1, 2}, sees: []int{1}},
	{block: "A", polka: 0, shown: []int{0, 2}, sees: []int{2}},
	{block: "B", polka: 1, shown: []int{0, 1}, sees: []int{0, 1}},
}

// ending decides B, as consensus must in the end: everybody hears everybody.
var ending = round{block: "B", polka: 3, shown: []int{0, 1, 2}, sees: []int{0, 1, 2}, helps: true, deciders: []int{0, 1, 2}}

var network = rollup.Network{ID: crypto.Keccak256Hash([]byte("test")), Incarnation: 1, Epoch: 1}

// released are the shares that are out, by what they are over.
type released struct {
	group  threshold.Group
	shares []*threshold.Share
	out    map[string]map[uint32]threshold.Partial
}

func newReleased() *released {
	r := &released{out: make(map[string]map[uint32]threshold.Partial)}
	r.group, r.shares = thresholdtest.Committee(quorum, members, 1)
	return r
}

func (r *released) add(tag threshold.Tag, message []byte, p threshold.Partial) {
	key := string(tag) + string(message)
	if r.out[key] == nil {
		r.out[key] = make(map[uint32]threshold.Partial)
	}
	r.out[key][p.Index] = p
}

// combines tries all shares that are out, the liar's among them.
func (r *released) combines(tag threshold.Tag, message []byte) bool {
	partials := []threshold.Partial{r.shares[liar].Sign(tag, message)}
	for _, p := range r.out[string(tag)+string(message)] {
		partials = append(partials, p)
	}
	sig, err := r.group.Combine(tag, message, partials)
	return err == nil && threshold.Verify(r.group.Public, tag, message, sig) == nil
}

func headerOf(block string) []byte { return crypto.Keccak256([]byte("header of " + block)) }

// The variant that this package does not have: a share goes along with each precommit. The schedule breaks it.
func TestSharesWithPrecommits(t *testing.T) {
	r, identity := newReleased(), auction.Identity(network, 1)
	h := newHeight()
	h.precommitted = func(i int, block string) {
		r.add(threshold.OpeningTag, identity, r.shares[i].Sign(threshold.OpeningTag, identity))
		r.add(threshold.AttestationTag, headerOf(block), r.shares[i].Sign(threshold.AttestationTag, headerOf(block)))
	}
	h.decided = func(int, string) { t.Fatal("the schedule decides nothing") }
	for n, round := range schedule {
		prevotes, precommits := h.run(n, round)
		require.GreaterOrEqual(t, prevotes, quorum, "round %d has a polka", n)
		require.Less(t, precommits, quorum, "round %d decides nothing", n)
	}
	require.True(t, r.combines(threshold.OpeningTag, identity), "the key is out with nothing decided")
	require.True(t, r.combines(threshold.AttestationTag, headerOf("A")), "A is signed")
	require.True(t, r.combines(threshold.AttestationTag, headerOf("B")), "and so is B")
}

// This package's rule on the same schedule: nothing is out before the decision, and then one block's.
func TestSharesAfterCommit(t *testing.T) {
	r, identity := newReleased(), auction.Identity(network, 1)
	var signers [members]*sequencer.Signer
	for i := range signers {
		signers[i] = sequencer.NewSigner(network, r.shares[i], make(memory))
	}
	h := newHeight()
	h.precommitted = func(i int, _ string) {
		_, err := signers[i].Open(1)
		require.ErrorIs(t, err, sequencer.ErrNotCommitted)
	}
	h.decided = func(i int, block string) {
		signers[i].Committed(1)
		p, err := signers[i].Open(1)
		require.NoError(t, err)
		r.add(threshold.OpeningTag, identity, p)
		digest := rollup.Digest(headerOf(block))
		a, err := signers[i].Sign(sequencer.Attestation, 1, digest)
		require.NoError(t, err)
		r.add(threshold.AttestationTag, digest[:], a)
		_, err = signers[i].Sign(sequencer.Attestation, 1, rollup.Digest(headerOf("another")))
		require.ErrorIs(t, err, sequencer.ErrSecondDigest)
	}
	for n, round := range schedule {
		h.run(n, round)
		require.False(t, r.combines(threshold.OpeningTag, identity), "round %d", n)
		require.False(t, r.combines(threshold.AttestationTag, headerOf("A")))
		require.False(t, r.combines(threshold.AttestationTag, headerOf("B")))
	}
	_, precommits := h.run(len(schedule), ending)
	require.GreaterOrEqual(t, precommits, quorum)
	require.True(t, r.combines(threshold.OpeningTag, identity), "decided: the key comes out")
	require.True(t, r.combines(threshold.AttestationTag, headerOf("B")))
	require.False(t, r.combines(threshold.AttestationTag, headerOf("A")))
}

// memory is a signer's memory that lasts as long as the test.
type memory map[sequencer.Kind]map[rollup.Slot]rollup.Digest

func (m memory) Recall(k sequencer.Kind, s rollup.Slot) (rollup.Digest, bool, error) {
	d, ok := m[k][s]
	return d, ok, nil
}

func (m memory) Record(k sequencer.Kind, s rollup.Slot, d rollup.Digest) error {
	if m[k] == nil {
		m[k] = make(map[rollup.Slot]rollup.Digest)
	}
	m[k][s] = d
	return nil
}
