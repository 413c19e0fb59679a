package threshold_test

import (
	"bytes"
	"slices"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/threshold"
)

// Q16: the attacker wants the sum of all commitments to be its own key.
func TestRogueDealerIsNamed(t *testing.T) {
	rogue := func(t *testing.T, c *cast, parts threshold.DealParts) {
		deals := c.deals(t)
		deals[3] = c.members[3].SignDeal(parts)
		c.closeResponses(t, c.closeDeals(t, deals), true)
		c.agree(t, 3)
		require.ErrorIs(t, faultOf(t, c.observer, 3), threshold.ErrPossession)
	}
	t.Run("target minus the others", func(t *testing.T) {
		c := newCast(t, 3, 4)
		parts := threshold.Parts(c.deals(t)[3])
		var target, other bls12381.G1Affine
		_, err := target.SetBytes(c.public[3][:])
		require.NoError(t, err)
		for i := range 3 {
			theirs := threshold.Parts(c.deals(t)[i])
			_, err := other.SetBytes(theirs.Commitments[0][:])
			require.NoError(t, err)
			target.Sub(&target, &other)
		}
		parts.Commitments[0] = target.Bytes()
		rogue(t, c, parts)
	})
	t.Run("with a proof for the target", func(t *testing.T) {
		c := newCast(t, 3, 4)
		parts := threshold.Parts(c.deals(t)[3])
		parts.Commitments[0] = threshold.Parts(c.deals(t)[0]).Commitments[0]
		known, err := threshold.ShareFromBytes(append([]byte{0, 0, 0, 1}, c.keys[3].Bytes()...))
		require.NoError(t, err)
		parts.Possession = known.Sign(threshold.PossessionTag, c.members[3].PossessionMessage(3)).Signature
		rogue(t, c, parts)
	})
	t.Run("another's deal copied whole", func(t *testing.T) {
		c := newCast(t, 3, 4)
		rogue(t, c, threshold.Parts(c.deals(t)[0]))
	})
	t.Run("without any proof", func(t *testing.T) {
		c := newCast(t, 3, 4)
		parts := threshold.Parts(c.deals(t)[3])
		parts.Possession = infinitySig
		rogue(t, c, parts)
	})
}

// Q17, and every other way in which a signed deal is wrong for all to see.
func TestBadDealIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*threshold.DealParts)
		want   error
	}{
		"no commitments":        {func(p *threshold.DealParts) { p.Commitments = nil }, threshold.ErrCommitments},
		"t-1 commitments":       {func(p *threshold.DealParts) { p.Commitments = p.Commitments[:2] }, threshold.ErrCommitments},
		"t+1 commitments":       {func(p *threshold.DealParts) { p.Commitments = append(p.Commitments, p.Commitments[0]) }, threshold.ErrCommitments},
		"t+3 commitments":       {func(p *threshold.DealParts) { p.Commitments = append(p.Commitments, p.Commitments...) }, threshold.ErrCommitments},
		"an evaluation fewer":   {func(p *threshold.DealParts) { p.Evaluations = p.Evaluations[1:] }, threshold.ErrCommitments},
		"an evaluation more":    {func(p *threshold.DealParts) { p.Evaluations = append(p.Evaluations, p.Evaluations[0]) }, threshold.ErrCommitments},
		"secret zero":           {func(p *threshold.DealParts) { p.Commitments[0], p.Possession = infinityKey, infinitySig }, threshold.ErrIdentity},
		"coefficient zero":      {func(p *threshold.DealParts) { p.Commitments[2] = infinityKey }, threshold.ErrIdentity},
		"commitment off group":  {func(p *threshold.DealParts) { p.Commitments[1] = outsideG1(t) }, threshold.ErrEncoding},
		"commitment no point":   {func(p *threshold.DealParts) { p.Commitments[1] = threshold.PublicKey{} }, threshold.ErrEncoding},
		"ephemeral at infinity": {func(p *threshold.DealParts) { p.Ephemeral = infinityKey }, threshold.ErrIdentity},
		"ephemeral off group":   {func(p *threshold.DealParts) { p.Ephemeral = outsideG1(t) }, threshold.ErrEncoding},
	} {
		t.Run(name, func(t *testing.T) {
			cast := newCast(t, 3, 4)
			deals := cast.deals(t)
			parts := threshold.Parts(deals[1])
			c.change(&parts)
			honest := deals[1]
			deals[1] = cast.members[1].SignDeal(parts)
			// The first signed deal counts, whatever follows.
			cast.closeResponses(t, cast.closeDeals(t, append(deals, honest)), true)
			cast.agree(t, 1)
			require.ErrorIs(t, faultOf(t, cast.observer, 1), c.want)
		})
	}
	for name, body := range map[string][]byte{"empty": nil, "short": make([]byte, 40), "counts beyond": bytes.Repeat([]byte{255}, 300)} {
		t.Run(name+" body", func(t *testing.T) {
			cast := newCast(t, 3, 4)
			deals := cast.deals(t)
			deals[1] = cast.members[1].SignBody(threshold.KindDeal, body)
			cast.closeResponses(t, cast.closeDeals(t, deals), true)
			cast.agree(t, 1)
			require.ErrorIs(t, faultOf(t, cast.observer, 1), threshold.ErrMessage)
		})
	}
}

// Q19: up to f members do whatever they like in every phase; the honest come to
// one group, hold shares that sign, none of them is disqualified, and of each of
// them at most f evaluations are published.
func TestAnyFMembersCannotStopACeremony(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.SampledFrom([]struct{ t, n, f int }{{3, 4, 1}, {3, 4, 1}, {3, 4, 1}, {3, 4, 1}, {3, 4, 1}, {2, 3, 1}, {5, 7, 2}}).Draw(r, "size")
		c := newCast(t, size.t, size.n)
		bad := rapid.SliceOfNDistinct(rapid.IntRange(0, size.n-1), size.f, size.f, rapid.ID).Draw(r, "bad members")
		pick := func(of int, label string) int { return rapid.IntRange(0, of-1).Draw(r, label) }

		deals := c.deals(t)
		for _, i := range bad {
			parts := threshold.Parts(deals[i])
			switch pick(6, "deal") {
			case 0:
				deals[i] = nil
			case 1, 2:
				for h := range size.n {
					if rapid.Bool().Draw(r, "spoilt") {
						parts.Evaluations[h][0] ^= 1
					}
				}
				deals[i] = c.members[i].SignDeal(parts)
			case 3:
				parts.Commitments[size.t-1] = parts.Commitments[0]
				deals[i] = c.members[i].SignDeal(parts)
			case 4:
				copied, err := c.members[pick(size.n, "copied")].Deal()
				require.NoError(t, err)
				deals[i] = c.members[i].SignDeal(threshold.Parts(copied))
			}
		}
		responses := c.closeDeals(t, rapid.Permutation(deals).Draw(r, "deals"))
		for _, i := range bad {
			switch pick(4, "response") {
			case 0:
				responses[i] = nil
			case 1, 2:
				accused := rapid.SliceOfNDistinct(rapid.IntRange(0, size.n-1), 0, size.n, rapid.ID).Draw(r, "accused")
				slices.Sort(accused)
				responses[i] = c.members[i].SignComplaints(accused...)
			}
		}
		responses = rapid.Permutation(responses).Draw(r, "responses")
		var justifications [][]byte
		done := false
		for i, m := range c.all() {
			j, d, err := m.CloseResponses(responses)
			require.NoError(t, err)
			require.True(t, i == 0 || d == done)
			done = d
			if j != nil && !slices.Contains(bad, i) {
				require.LessOrEqual(t, len(threshold.Answers(j)), size.f)
				for holder := range threshold.Answers(j) {
					require.Contains(t, bad, holder, "an honest member has no reason to complain about an honest one")
				}
			}
			if j != nil && (!slices.Contains(bad, i) || rapid.Bool().Draw(r, "justifies")) {
				justifications = append(justifications, j)
			}
		}
		if !done {
			c.closeJustifications(t, rapid.Permutation(justifications).Draw(r, "justifications"))
		}
		c.honestHold(t, bad)
	})
}

// honestHold checks that all came to one group without disqualifying anybody but the bad, and that the others' shares
// sign for it.
func (c *cast) honestHold(t testing.TB, bad []int) {
	t.Helper()
	_, _, out, err := c.observer.Result()
	require.NoError(t, err)
	require.Subset(t, bad, out)
	group, none, _, err := c.observer.Result()
	require.NoError(t, err)
	require.Nil(t, none)
	var partials []threshold.Partial
	for i, m := range c.members {
		g, s, o, err := m.Result()
		require.NoError(t, err)
		require.True(t, group.Equal(&g))
		require.Equal(t, out, o)
		if !slices.Contains(bad, i) {
			require.NotNil(t, s)
			partials = append(partials, s.Sign(threshold.OpeningTag, message))
		}
	}
	_, err = group.Combine(threshold.OpeningTag, message, partials)
	require.NoError(t, err)
}
