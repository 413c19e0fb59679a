package member_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/stretchr/testify/require"
)

// From the moment on at which a slot's key may be out, no member passes on an envelope of that slot, whatever was
// waiting to be sent and whoever asks: what missed its batch is read by nobody who does not have it already.
func TestLateEnvelopesAreNotPassedOn(t *testing.T) {
	const slot = 6
	for name, closes := range map[string]func(member.Pool, *member.Link){
		"decided here":                      func(p member.Pool, _ *member.Link) { p.Close(slot) },
		"its key known here, not its batch": func(p member.Pool, _ *member.Link) { p.Silence(slot) },
		"its key known to f+1 of the others": func(_ member.Pool, l *member.Link) {
			require.NoError(t, l.Say(1, slot+3))
			require.NoError(t, l.Say(2, slot))
		},
	} {
		t.Run(name, func(t *testing.T) {
			pool := member.NewPool(freely())
			link := member.NewLink(pool, 4)
			early, late, next := sealedFor(slot, 1, 1), sealedFor(slot, 1, 2), sealedFor(slot+1, 1, 3)
			for _, s := range []*auction.Sealed{early, late, next} {
				_, _, err := pool.Add(s, true, slot, 0)
				require.NoError(t, err)
			}
			link.Pass(early)
			require.Len(t, link.Sent(), 3, "to each of the others")
			require.NoError(t, link.Say(1, slot+3))
			require.NoError(t, link.Pull(2, slot, early.ID()))
			require.Equal(t, []rollup.Digest{early.ID()}, link.Sent(), "one member's word closes nothing")
			link.Pass(late) // waits to be sent …
			link.Pass(next)
			closes(pool, link) // … when the slot closes
			require.Equal(t, []rollup.Digest{next.ID(), next.ID(), next.ID()}, link.Sent())
			require.NoError(t, link.Pull(2, slot, early.ID(), late.ID()))
			require.Empty(t, link.Sent())
			for _, own := range []bool{true, false} {
				_, _, err := pool.Add(sealedFor(slot, 1, 9), own, slot, 0)
				require.Equal(t, auction.SlotInPast, reasonOf(t, err), "nor is one taken any more")
			}
		})
	}
}
