package auction_test

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// A ciphertext under another bidder's name, in another slot, epoch or network, though each is signed as it should
// be and opened with the key that is its own: never a bid (threat A2). CHORALE_COPIES is how many ciphertexts.
func TestCopiedCiphertextsNeverOpen(t *testing.T) {
	n := casetest.Count(t, "CHORALE_COPIES", 60)
	group, shares := thresholdtest.Committee(3, 4, 1)
	epoch, chain := network, network
	epoch.Epoch++
	chain.ID = crypto.Keccak256Hash([]byte("another network"))
	m, thief := newMarket(slot7), newAccount(99)
	opened, refused, home := 0, 0, 0
	var here, originals []*auction.Sealed
	elsewhere := map[string][]*auction.Sealed{}
	for i := range n {
		alice := newAccount(byte(i % 50))
		s := m.seal(alice, oneLeg(alice, 901, 0, 500+uint64(i)))
		originals = append(originals, s)
		copied := func(signer account, change func(*auction.Sealed)) *auction.Sealed {
			out := *s
			change(&out)
			out.Signature = signer.mustSign(out.ID())
			return &out
		}
		here = append(here, copied(thief, func(c *auction.Sealed) { c.Bidder = thief.address }))
		elsewhere["slot"] = append(elsewhere["slot"], copied(alice, func(c *auction.Sealed) { c.Slot++ }))
		elsewhere["epoch"] = append(elsewhere["epoch"], copied(alice, func(c *auction.Sealed) { c.Network = epoch }))
		elsewhere["chain"] = append(elsewhere["chain"], copied(alice, func(c *auction.Sealed) { c.Network = chain }))
	}
	for _, e := range m.open(t, slices.Concat(originals, here)...).Entries {
		switch {
		case e.Reason == auction.None && e.Envelope.Bidder != thief.address:
			home++
		case e.Reason == auction.None:
			opened++
		default:
			require.Equal(t, auction.Copied, e.Reason)
			refused++
		}
	}
	for name, at := range map[string]struct {
		network rollup.Network
		slot    rollup.Slot
	}{"slot": {network, slot7 + 1}, "epoch": {epoch, slot7}, "chain": {chain, slot7}} {
		key := thresholdtest.Sign(&group, shares, threshold.OpeningTag, auction.Identity(at.network, at.slot))
		o, err := auction.Open(&auction.Batch{Network: at.network, Slot: at.slot, Envelopes: elsewhere[name]}, key, known)
		require.NoError(t, err)
		for _, e := range o.Entries {
			if e.Reason != auction.NotOpenable {
				opened++
				continue
			}
			refused++
		}
	}
	t.Logf("%d of %d copies opened, %d refused; %d originals opened", opened, 4*n, refused, home)
	require.Zero(t, opened)
	require.Equal(t, 4*n, refused)
	require.Equal(t, n, home)
}

// One bit of a ciphertext flipped, and it opens to nothing (threat A3). Over ten ciphertexts; CHORALE_FLIP_STRIDE
// is how many bits are passed over between two flips, 1 for all of them.
func TestFlippedBitsNeverOpen(t *testing.T) {
	const ciphertexts = 10
	stride := casetest.Count(t, "CHORALE_FLIP_STRIDE", 149)
	m, alice := newMarket(slot7), newAccount(1)
	flips := 0
	for c := range ciphertexts {
		s := m.seal(alice, oneLeg(alice, 901, uint64(c), 500))
		var envelopes []*auction.Sealed
		for bit := c * stride / ciphertexts; bit < 8*len(s.Ciphertext); bit += stride {
			bad := *s
			bad.Ciphertext = bytes.Clone(s.Ciphertext)
			bad.Ciphertext[bit/8] ^= 1 << (bit % 8)
			envelopes = append(envelopes, &bad)
		}
		for _, e := range m.open(t, append(envelopes, s)...).Entries[:len(envelopes)] {
			require.Equal(t, auction.NotOpenable, e.Reason)
			require.True(t, e.Bundle == nil && e.Bid.IsZero() && e.Payer == rollup.Address{})
			flips++
		}
	}
	t.Logf("%d flips, none opened", flips)
}

// Who has 10,000 envelopes ready before the slot closes, and picks the one that he likes best by whatever he
// can compute then, wins ties no more often than his share (threat A10): without the key a lot cannot be known.
func TestGrindingGainsNothing(t *testing.T) {
	const rounds, rivals, candidates = 400, 3, 10_000
	wins := 0
	best := bidEntry(0, 500) // of all candidates, the one that wins most often under the keys that he guesses
	lowest := rollup.Digest{0xff}
	for i := range uint64(candidates) {
		e := bidEntry(1_000_000+i, 500)
		if lot := auction.Lot(someKey(1<<40), e.ID); lot.Cmp(lowest) < 0 {
			best, lowest = e, lot
		}
	}
	require.Less(t, lowest[0], byte(1), "under the guessed key it would win nearly always")
	for round := range uint64(rounds) {
		opened := &auction.Opened{Batch: &auction.Batch{}, Entries: []auction.Entry{best}}
		for r := range uint64(rivals) {
			opened.Entries = append(opened.Entries, bidEntry(round*10+r+1, 500))
		}
		if s := auction.Select(opened, parameters(), someKey(round)); s.Winners[0] == 0 {
			wins++
		}
	}
	fair := float64(rounds) / (rivals + 1)
	sigma := math.Sqrt(float64(rounds) * (1.0 / (rivals + 1)) * (rivals / (rivals + 1.0)))
	t.Logf("%d of %d ties won, fair is %.0f, 3σ is %.0f", wins, rounds, fair, 3*sigma)
	require.LessOrEqual(t, float64(wins), fair+3*sigma)
}
