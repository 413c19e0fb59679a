package threshold_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/threshold"
)

// cast is a ceremony's members and one observer, all in one test.
type cast struct {
	t, n     int
	nonce    [32]byte
	keys     []*threshold.DealerKey
	public   []threshold.PublicDealerKey
	members  []*threshold.Ceremony
	observer *threshold.Ceremony
}

// counter gives bytes that depend on who reads.
type counter byte

func (c *counter) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = byte(*c)
	}
	return len(p), nil
}

func seeded(i int) *counter { c := counter(i); return &c }

func newCast(tb testing.TB, t, n int) *cast {
	tb.Helper()
	c := &cast{t: t, n: n, nonce: [32]byte{7, byte(t), byte(n)}}
	for i := range n {
		key, err := threshold.NewDealerKey(seeded(i + 1))
		require.NoError(tb, err)
		c.keys, c.public = append(c.keys, key), append(c.public, key.Public())
	}
	for i := range n {
		c.members = append(c.members, c.begin(tb, i))
	}
	c.observer = c.begin(tb, -1)
	return c
}

func (c *cast) begin(tb testing.TB, self int) *threshold.Ceremony {
	tb.Helper()
	cfg := threshold.CeremonyConfig{Nonce: c.nonce, Threshold: c.t, Members: c.public, Self: self}
	if self >= 0 {
		cfg.Key, cfg.Rand = c.keys[self], seeded(100+self)
	}
	ceremony, err := threshold.NewCeremony(cfg)
	require.NoError(tb, err)
	return ceremony
}

func (c *cast) all() []*threshold.Ceremony { return append(slices.Clone(c.members), c.observer) }

func (c *cast) deals(tb testing.TB) [][]byte {
	tb.Helper()
	deals := make([][]byte, c.n)
	for i, m := range c.members {
		var err error
		deals[i], err = m.Deal()
		require.NoError(tb, err)
		require.LessOrEqual(tb, len(deals[i]), threshold.MaxMessageSize)
	}
	return deals
}

func (c *cast) closeDeals(tb testing.TB, deals [][]byte) [][]byte {
	tb.Helper()
	responses := make([][]byte, c.n)
	for i, m := range c.all() {
		r, err := m.CloseDeals(deals)
		require.NoError(tb, err)
		if i < c.n {
			require.NotNil(tb, r)
			responses[i] = r
		} else {
			require.Nil(tb, r)
		}
	}
	return responses
}

func (c *cast) closeResponses(tb testing.TB, responses [][]byte, wantDone bool) [][]byte {
	tb.Helper()
	justifications := make([][]byte, c.n)
	for i, m := range c.all() {
		j, done, err := m.CloseResponses(responses)
		require.NoError(tb, err)
		require.Equal(tb, wantDone, done, "member %d", i)
		if i < c.n {
			justifications[i] = j
		} else {
			require.Nil(tb, j)
		}
	}
	return justifications
}

func (c *cast) closeJustifications(tb testing.TB, justifications [][]byte) {
	tb.Helper()
	for _, m := range c.all() {
		require.NoError(tb, m.CloseJustifications(justifications))
	}
}

// spoil gives some holders evaluations that do not fit the dealer's commitments.
func (c *cast) spoil(deals [][]byte, dealer int, holders ...int) {
	parts := threshold.Parts(deals[dealer])
	for _, h := range holders {
		parts.Evaluations[h][5] ^= 1
	}
	deals[dealer] = c.members[dealer].SignDeal(parts)
}

// agree checks that all came to the same group, the given disqualified, and to
// shares that sign for it.
func (c *cast) agree(tb testing.TB, disqualified ...int) (threshold.Group, []*threshold.Share) {
	tb.Helper()
	group, none, out, err := c.observer.Result()
	require.NoError(tb, err)
	require.Nil(tb, none)
	require.ElementsMatch(tb, disqualified, out)
	var partials []threshold.Partial
	shares := make([]*threshold.Share, c.n)
	for i, m := range c.members {
		g, s, o, err := m.Result()
		require.NoError(tb, err)
		require.True(tb, group.Equal(&g))
		require.Equal(tb, out, o)
		require.Len(tb, m.Faults(), len(c.observer.Faults()))
		require.NotNil(tb, s)
		require.Equal(tb, uint32(i+1), s.Index())
		require.Equal(tb, group.Shares[i], s.Public())
		partials, shares[i] = append(partials, s.Sign(threshold.AttestationTag, message)), s
	}
	sig, err := group.Combine(threshold.AttestationTag, message, partials[c.n-c.t:])
	require.NoError(tb, err)
	require.NoError(tb, threshold.Verify(group.Public, threshold.AttestationTag, message, sig))
	return group, shares
}

// faultOf is what was found of a member.
func faultOf(tb testing.TB, c *threshold.Ceremony, member int) error {
	tb.Helper()
	for _, f := range c.Faults() {
		if f.Member == member {
			return f.Err
		}
	}
	require.Failf(tb, "no fault", "of member %d among %v", member, c.Faults())
	return nil
}
