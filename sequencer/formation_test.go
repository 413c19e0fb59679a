package sequencer_test

import (
	"bytes"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// ceremony is the members' formations, fed with the same blocks.
type ceremony struct {
	t       *testing.T
	p       *rollup.Parameters
	dealers []*threshold.DealerKey
	all     []*sequencer.Formation
	blocks  [][][]byte // the messages of each block
}

func newCeremony(t *testing.T) *ceremony {
	c := &ceremony{t: t, p: parameters()}
	for i := range c.p.Members {
		k, err := threshold.NewDealerKey(bytes.NewReader(bytes.Repeat(crypto.Keccak256([]byte{byte(i)}), 4)))
		require.NoError(t, err)
		c.dealers = append(c.dealers, k)
		c.p.Members[i].DealerKey = k.Public().String()
	}
	for i := range c.p.Members {
		c.all = append(c.all, c.member(i))
	}
	c.all = append(c.all, c.member(-1)) // an observer
	return c
}

func (c *ceremony) member(i int) *sequencer.Formation {
	var key *threshold.DealerKey
	if i >= 0 {
		key = c.dealers[i]
	}
	f, err := sequencer.NewFormation(c.p, network, i, key, [32]byte{byte(i)})
	require.NoError(c.t, err)
	return f
}

// block carries what the given members have to say, and anything else.
func (c *ceremony) block(speakers []int, more ...[]byte) bool {
	var messages [][]byte
	for _, i := range speakers {
		if m := c.all[i].Pending(); m != nil {
			messages = append(messages, m)
		}
	}
	messages = append(messages, more...)
	c.blocks = append(c.blocks, messages)
	var ended []bool
	for _, f := range c.all {
		done, err := f.Take(rollup.Slot(len(c.blocks)), messages)
		require.NoError(c.t, err)
		ended = append(ended, done)
		require.Equal(c.t, c.all[0].Digest(), f.Digest())
	}
	for _, e := range ended {
		require.Equal(c.t, ended[0], e, "all end with the same block")
	}
	return ended[0]
}

// result checks that everybody has the same group, and answers with the shares.
func (c *ceremony) result() (threshold.Group, []*threshold.Share) {
	group, _, err := c.all[0].Result()
	require.NoError(c.t, err)
	var shares []*threshold.Share
	for _, f := range c.all {
		g, share, err := f.Result()
		require.NoError(c.t, err)
		require.True(c.t, group.Equal(&g))
		if share != nil {
			require.Equal(c.t, group.Shares[share.Index()-1], share.Public())
			shares = append(shares, share)
		}
	}
	return group, shares
}

func TestFormationOfAll(t *testing.T) {
	c := newCeremony(t)
	everybody := []int{0, 1, 2, 3}
	require.False(t, c.block(nil), "before anybody speaks")
	require.False(t, c.block([]int{2}, []byte("noise"), nil))
	require.False(t, c.block(everybody, c.blocks[1][0])) // repeated messages change nothing
	require.True(t, c.block(everybody), "everybody answered: no need to wait")
	_, shares := c.result()
	require.Len(t, shares, members)

	// A member that comes back and replays the blocks has the same share.
	again := c.member(1)
	for i, messages := range c.blocks {
		_, err := again.Take(rollup.Slot(i+1), messages)
		require.NoError(t, err)
	}
	_, share, err := again.Result()
	require.NoError(t, err)
	require.Equal(t, shares[1].Bytes(), share.Bytes())
}

func TestFormationWithoutOne(t *testing.T) {
	c := newCeremony(t)
	present := []int{0, 1, 3}
	ended := false
	for range 2 * (sequencer.PhaseSlots + 1) {
		if ended = c.block(present); ended {
			break
		}
	}
	require.True(t, ended)
	require.Equal(t, 2*sequencer.PhaseSlots, len(c.blocks), "each phase waits its slots")
	_, shares := c.result()
	require.Len(t, shares, members, "who did not deal may hold a share")
}

func TestFormationBeginsAgain(t *testing.T) {
	c := newCeremony(t)
	for range sequencer.PhaseSlots {
		require.False(t, c.block([]int{0, 1}), "two of four cannot make a key")
	}
	before := c.all[0].Pending()
	require.NotNil(t, before, "there is a new deal to make")
	require.NotEqual(t, c.blocks[0][0], before)
	require.False(t, c.block([]int{0, 1, 2, 3}, c.blocks[0]...))
	require.True(t, c.block([]int{0, 1, 2, 3}))
	c.result()
}
