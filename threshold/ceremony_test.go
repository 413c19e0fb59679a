package threshold_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"go.dedis.ch/kyber/v4"
	"go.dedis.ch/kyber/v4/pairing/bls12381/gnark"
	"go.dedis.ch/kyber/v4/share"

	"github.com/chorale-network/chorale/threshold"
)

func TestCeremony(t *testing.T) {
	for _, size := range []struct{ t, n int }{{1, 1}, {2, 2}, {3, 4}, {5, 7}, {11, 16}} {
		t.Run(fmt.Sprintf("%d-of-%d", size.t, size.n), func(t *testing.T) {
			c := newCast(t, size.t, size.n)
			c.closeResponses(t, c.closeDeals(t, c.deals(t)), true)
			group, shares := c.agree(t)
			require.Empty(t, c.observer.Faults())
			kyberAgrees(t, group, shares)
		})
	}
}

// kyberAgrees looks at a ceremony's outcome with kyber's secret sharing, written
// by others: the shares recover the secret of the group's key, and the public
// shares interpolate to it.
func kyberAgrees(t *testing.T, group threshold.Group, shares []*threshold.Share) {
	t.Helper()
	suite := gnark.NewSuite()
	point := func(k threshold.PublicKey) kyber.Point {
		p := suite.G1().Point()
		require.NoError(t, p.UnmarshalBinary(k[:]))
		return p
	}
	n := uint32(len(shares))
	var private []*share.PriShare
	var public []*share.PubShare
	for i, s := range shares {
		private = append(private, &share.PriShare{I: uint32(i), V: suite.G1().Scalar().SetBytes(s.Bytes()[4:])})
		public = append(public, &share.PubShare{I: uint32(i), V: point(group.Shares[i])})
	}
	secret, err := share.RecoverSecret(suite.G1(), private, uint32(group.Threshold), n)
	require.NoError(t, err)
	require.True(t, suite.G1().Point().Mul(secret, nil).Equal(point(group.Public)))
	commit, err := share.RecoverCommit(suite.G1(), public, uint32(group.Threshold), n)
	require.NoError(t, err)
	require.True(t, commit.Equal(point(group.Public)))
	if group.Threshold > 1 {
		fewer, err := share.RecoverSecret(suite.G1(), private[1:group.Threshold], uint32(group.Threshold-1), n)
		require.NoError(t, err)
		require.False(t, fewer.Equal(secret), "fewer than t shares are not enough")
	}
}

func TestCeremonyIsAFunctionOfTheLists(t *testing.T) {
	c := newCast(t, 3, 4)
	deals := c.deals(t)
	c.closeResponses(t, c.closeDeals(t, deals), true)
	want, _ := c.agree(t)

	// Other orders, repetitions and rubbish between make no difference.
	c = newCast(t, 3, 4)
	mixed := [][]byte{deals[2], nil, deals[0], deals[0], []byte("rubbish"), deals[3], deals[2], deals[1], deals[1][:50]}
	responses := c.closeDeals(t, mixed)
	c.closeResponses(t, [][]byte{responses[3], responses[3], deals[0]}, true)
	got, _ := c.agree(t)
	require.True(t, want.Equal(&got))
	require.Len(t, c.observer.Faults(), 4)
	for _, f := range c.observer.Faults() {
		require.Equal(t, -1, f.Member)
		require.ErrorIs(t, f.Err, threshold.ErrMessage)
	}

	// Another nonce with the same seeds gives another key.
	other := &cast{t: 3, n: 4, nonce: [32]byte{8}, keys: c.keys, public: c.public}
	for i := range 4 {
		other.members = append(other.members, other.begin(t, i))
	}
	other.observer = other.begin(t, -1)
	other.closeResponses(t, other.closeDeals(t, other.deals(t)), true)
	fresh, _ := other.agree(t)
	require.NotEqual(t, want.Public, fresh.Public)
}

func TestCeremonyIsResumedByReplay(t *testing.T) {
	c := newCast(t, 3, 4)
	deals := c.deals(t)
	// Member 3 complains falsely about member 0, so that all phases happen.
	responses := c.closeDeals(t, deals)
	honest := responses[3]
	responses[3] = c.members[3].SignComplaints(0)
	justifications := c.closeResponses(t, responses, false)
	require.NotNil(t, justifications[0])
	c.closeJustifications(t, justifications)
	_, shares := c.agree(t)
	for i := range 4 {
		again := c.begin(t, i)
		deal, err := again.Deal()
		require.NoError(t, err)
		require.Equal(t, deals[i], deal)
		again = c.begin(t, i) // and without asking for the deal first
		response, err := again.CloseDeals(deals)
		require.NoError(t, err)
		if i == 3 {
			require.Equal(t, honest, response)
		} else {
			require.Equal(t, responses[i], response)
		}
		justification, done, err := again.CloseResponses(responses)
		require.NoError(t, err)
		require.False(t, done)
		require.Equal(t, justifications[i], justification)
		require.NoError(t, again.CloseJustifications(justifications))
		deal, err = again.Deal()
		require.NoError(t, err)
		require.Equal(t, deals[i], deal)
		_, s, _, err := again.Result()
		require.NoError(t, err)
		require.Equal(t, shares[i].Bytes(), s.Bytes())
	}
}

// Of several signed messages of one member the first in the list counts, in each
// phase, whether it helps or hurts who sent them.
func TestFirstMessageCounts(t *testing.T) {
	c := newCast(t, 3, 4)
	deals := c.deals(t)
	bad := threshold.Parts(deals[1])
	bad.Commitments = bad.Commitments[1:]
	responses := c.closeDeals(t, append(deals, c.members[1].SignDeal(bad)))
	// Member 2 accuses 0, then nobody; member 3 nobody, then 0 and 1.
	responses[2] = c.members[2].SignComplaints(0)
	responses = append(responses, c.members[2].SignComplaints(), c.members[3].SignComplaints(0, 1))
	justifications := c.closeResponses(t, responses, false)
	require.Len(t, threshold.Answers(justifications[0]), 1)
	require.Nil(t, justifications[1])
	c.closeJustifications(t, append(justifications, c.members[0].SignAnswers([32]byte{31: 9}, 2)))
	c.agree(t)
}

func TestSilentDealerStillHolds(t *testing.T) {
	c := newCast(t, 3, 4)
	deals := c.deals(t)
	c.closeResponses(t, c.closeDeals(t, deals[1:]), true)
	group, shares := c.agree(t, 0)
	require.ErrorIs(t, faultOf(t, c.observer, 0), threshold.ErrSilent)
	kyberAgrees(t, group, shares)
}

func TestTooFewDealersFailForAll(t *testing.T) {
	c := newCast(t, 3, 4)
	deals := c.deals(t)
	for _, m := range c.all() {
		_, err := m.CloseDeals(deals[:2])
		require.ErrorIs(t, err, threshold.ErrTooFewDealers)
		_, _, out, err := m.Result()
		require.ErrorIs(t, err, threshold.ErrTooFewDealers)
		require.Equal(t, []int{2, 3}, out)
		_, _, err = m.CloseResponses(nil)
		require.ErrorIs(t, err, threshold.ErrTooFewDealers)
	}
}

func TestAccusedDealers(t *testing.T) {
	t.Run("bad to one and justified", func(t *testing.T) {
		c := newCast(t, 3, 4)
		deals := c.deals(t)
		c.spoil(deals, 2, 1)
		responses := c.closeDeals(t, deals)
		justifications := c.closeResponses(t, responses, false)
		require.NotNil(t, justifications[2])
		answers := threshold.Answers(justifications[2])
		require.Len(t, answers, 1)
		require.Contains(t, answers, 1)
		c.closeJustifications(t, justifications)
		c.agree(t)
	})
	t.Run("bad to one and silent", func(t *testing.T) {
		c := newCast(t, 3, 4)
		deals := c.deals(t)
		c.spoil(deals, 2, 1)
		c.closeResponses(t, c.closeDeals(t, deals), false)
		c.closeJustifications(t, nil)
		c.agree(t, 2)
		require.ErrorIs(t, faultOf(t, c.observer, 2), threshold.ErrSilent)
	})
	t.Run("bad to one and wrong answers", func(t *testing.T) {
		for name, answer := range map[string]func(c *cast) []byte{
			"wrong evaluation": func(c *cast) []byte { return c.members[2].SignAnswers([32]byte{31: 9}, 1) },
			"zero":             func(c *cast) []byte { return c.members[2].SignAnswers([32]byte{}, 1) },
			"other holder":     func(c *cast) []byte { return c.members[2].SignAnswers([32]byte{31: 9}, 0) },
			"too many":         func(c *cast) []byte { return c.members[2].SignAnswers([32]byte{31: 9}, 0, 1) },
			"none":             func(c *cast) []byte { return c.members[2].SignAnswers([32]byte{}) },
			"rubbish":          func(c *cast) []byte { return c.members[2].SignBody(threshold.KindJustification, []byte{1}) },
		} {
			t.Run(name, func(t *testing.T) {
				c := newCast(t, 3, 4)
				deals := c.deals(t)
				c.spoil(deals, 2, 1)
				honest := c.closeResponses(t, c.closeDeals(t, deals), false)
				c.closeJustifications(t, [][]byte{answer(c), honest[2]})
				c.agree(t, 2)
			})
		}
	})
	t.Run("bad to more than an honest dealer could be accused by", func(t *testing.T) {
		c := newCast(t, 3, 4)
		deals := c.deals(t)
		c.spoil(deals, 2, 0, 1)
		c.closeResponses(t, c.closeDeals(t, deals), true)
		c.agree(t, 2)
		require.ErrorIs(t, faultOf(t, c.observer, 2), threshold.ErrComplaints)
	})
	t.Run("complaint that was not committed", func(t *testing.T) {
		c := newCast(t, 3, 4)
		deals := c.deals(t)
		c.spoil(deals, 2, 1)
		c.closeDeals(t, deals)
		c.closeResponses(t, nil, true)
		for i, m := range c.members {
			_, s, out, err := m.Result()
			require.NoError(t, err)
			require.Empty(t, out)
			require.Equal(t, i == 1, s == nil)
		}
	})
	t.Run("responses that are no responses", func(t *testing.T) {
		c := newCast(t, 3, 4)
		c.closeDeals(t, c.deals(t))
		c.closeResponses(t, [][]byte{
			c.members[0].SignComplaints(1, 4), c.members[1].SignComplaints(2, 2),
			c.members[2].SignComplaints(3, 1), c.members[3].SignBody(threshold.KindResponse, nil),
		}, true)
		c.agree(t)
		for i := range 4 {
			require.ErrorIs(t, faultOf(t, c.observer, i), threshold.ErrMessage)
		}
	})
}

func TestMessagesOfOthersAreRefused(t *testing.T) {
	c := newCast(t, 3, 4)
	deal := c.deals(t)[1]
	kind, member, err := c.observer.Authenticate(deal)
	require.NoError(t, err)
	require.Equal(t, threshold.KindDeal, kind)
	require.Equal(t, 1, member)
	change := func(at int, to byte) []byte {
		changed := bytes.Clone(deal)
		changed[at] = to
		return changed
	}
	for name, m := range map[string]struct {
		raw  []byte
		want error
	}{
		"empty":                 {nil, threshold.ErrMessage},
		"other magic":           {change(0, 'X'), threshold.ErrMessage},
		"other version":         {change(2, 2), threshold.ErrMessage},
		"kind 0":                {change(3, 0), threshold.ErrMessage},
		"kind 4":                {change(3, 4), threshold.ErrMessage},
		"another kind":          {change(3, 2), threshold.ErrSignature},
		"other nonce":           {change(4, 99), threshold.ErrStranger},
		"another member":        {change(37, 2), threshold.ErrSignature},
		"member 4 of 4":         {change(37, 4), threshold.ErrStranger},
		"member beyond":         {change(36, 255), threshold.ErrMessage},
		"body changed":          {change(60, deal[60]^1), threshold.ErrSignature},
		"infinity as signature": {append(bytes.Clone(deal[:len(deal)-96]), infinitySig[:]...), threshold.ErrIdentity},
		"zeros as signature":    {append(bytes.Clone(deal[:len(deal)-96]), make([]byte, 96)...), threshold.ErrEncoding},
		"too long":              {append(bytes.Clone(deal), make([]byte, threshold.MaxMessageSize)...), threshold.ErrMessage},
	} {
		t.Run(name, func(t *testing.T) {
			_, member, err := c.observer.Authenticate(m.raw)
			require.ErrorIs(t, err, m.want)
			require.Equal(t, -1, member)
		})
	}
}

func TestCeremonyRefuses(t *testing.T) {
	c := newCast(t, 3, 4)
	good := threshold.CeremonyConfig{Nonce: c.nonce, Threshold: 3, Members: c.public, Self: 1, Key: c.keys[1], Rand: zeros{}}
	twice := append(slices.Clone(c.public[:3]), c.public[0])
	infinity := append(slices.Clone(c.public[:3]), threshold.PublicDealerKey(infinityKey))
	for name, m := range map[string]struct {
		change func(*threshold.CeremonyConfig)
		want   error
	}{
		"threshold 0":      {func(c *threshold.CeremonyConfig) { c.Threshold = 0 }, threshold.ErrCeremony},
		"threshold 5":      {func(c *threshold.CeremonyConfig) { c.Threshold = 5 }, threshold.ErrCeremony},
		"no members":       {func(c *threshold.CeremonyConfig) { c.Members = nil }, threshold.ErrCeremony},
		"too many members": {func(c *threshold.CeremonyConfig) { c.Members = make([]threshold.PublicDealerKey, 257) }, threshold.ErrCeremony},
		"a member twice":   {func(c *threshold.CeremonyConfig) { c.Members = twice }, threshold.ErrCeremony},
		"infinity":         {func(c *threshold.CeremonyConfig) { c.Members = infinity }, threshold.ErrIdentity},
		"no point":         {func(c *threshold.CeremonyConfig) { c.Members = make([]threshold.PublicDealerKey, 4) }, threshold.ErrEncoding},
		"self beyond":      {func(c *threshold.CeremonyConfig) { c.Self = 4 }, threshold.ErrCeremony},
		"self below":       {func(c *threshold.CeremonyConfig) { c.Self = -2 }, threshold.ErrCeremony},
		"another's key":    {func(cfg *threshold.CeremonyConfig) { cfg.Key = c.keys[2] }, threshold.ErrCeremony},
		"no key":           {func(c *threshold.CeremonyConfig) { c.Key = nil }, threshold.ErrCeremony},
		"no randomness":    {func(c *threshold.CeremonyConfig) { c.Rand = nil }, threshold.ErrCeremony},
		"dry randomness":   {func(c *threshold.CeremonyConfig) { c.Rand = dry{} }, threshold.ErrCeremony},
	} {
		t.Run(name, func(t *testing.T) {
			cfg := good
			m.change(&cfg)
			_, err := threshold.NewCeremony(cfg)
			require.ErrorIs(t, err, m.want)
		})
	}
	m, err := threshold.NewCeremony(good)
	require.NoError(t, err)
	_, _, err = m.CloseResponses(nil)
	require.ErrorIs(t, err, threshold.ErrPhase)
	require.ErrorIs(t, m.CloseJustifications(nil), threshold.ErrPhase)
	_, _, _, err = m.Result()
	require.ErrorIs(t, err, threshold.ErrPhase)
	_, err = m.CloseDeals(c.deals(t))
	require.NoError(t, err)
	_, err = m.CloseDeals(c.deals(t))
	require.ErrorIs(t, err, threshold.ErrPhase)
	_, err = c.observer.Deal()
	require.ErrorIs(t, err, threshold.ErrObserver)
	key, err := threshold.DealerKeyFromBytes(c.keys[0].Bytes())
	require.NoError(t, err)
	require.Equal(t, c.public[0], key.Public())
	_, err = threshold.DealerKeyFromBytes(make([]byte, 32))
	require.ErrorIs(t, err, threshold.ErrEncoding)
}
