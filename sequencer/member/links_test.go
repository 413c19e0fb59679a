package member_test

import (
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/stretchr/testify/require"
)

// deaf is a connection over which nothing can be sent.
type deaf struct{ connection int }

func (deaf) Send(byte, []byte) bool { return false }

// A peer that sends nonsense is borne for a while and then to be disconnected, whatever it says in between; nobody else
// is by that. What comes from a member who is not connected is nothing.
func TestNonsenseDisconnects(t *testing.T) {
	link := member.NewLink(member.NewPool(freely()), 4)
	nonsense := []byte{99}
	for range 63 {
		require.NoError(t, link.Links().Receive(1, member.ChannelShares, nonsense))
		require.NoError(t, link.Say(1, rollup.Slot(3)))
	}
	require.Error(t, link.Links().Receive(1, member.ChannelShares, nonsense))
	require.NoError(t, link.Links().Receive(2, member.ChannelShares, nonsense))
	link.Unplug(3)
	for range 100 {
		require.NoError(t, link.Links().Receive(3, member.ChannelShares, nonsense))
	}
}

// A member that connects anew takes its old connection's place; the end of the old one, which may come later, ends
// nothing, and begins nothing.
func TestNewConnectionTakesTheOldOnesPlace(t *testing.T) {
	link := member.NewLink(member.NewPool(freely()), 4)
	require.Equal(t, 3, link.Connected())
	older, newer := deaf{1}, deaf{2}
	links := link.Links()
	links.Connect(2, older)
	links.Connect(2, newer)
	require.Equal(t, 2, link.Connected(), "not served yet")
	links.Drop(2, older)
	links.Serve(2, older)
	require.Equal(t, 2, link.Connected())
	require.NoError(t, link.Say(2, 5), "it is heard from the first moment on")
	links.Drop(2, newer)
	links.Drop(2, newer)
	require.Equal(t, 2, link.Connected())
}
