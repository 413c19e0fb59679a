package gateway_test

import (
	"testing"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/stretchr/testify/require"
)

// entries are one of each kind.
func entries() []gateway.Entry {
	return []gateway.Entry{
		{Kind: gateway.Stepped, Slot: 7, Stage: "closed", AtMs: 5}, {Kind: gateway.Attested, Slot: 7}, {Kind: gateway.Posted, Slot: 9, Position: &relay.Posted{First: 8, Last: 9}},
		{Kind: gateway.Received, Slot: 7, Bundle: rollup.Digest{1}, Envelope: rollup.Digest{2}, Receipt: &sequencer.Receipt{Slot: 7, Signature: []byte{1}}, Last: 9, Wallet: true, Owners: []rollup.Address{{3}}},
		{Kind: gateway.Withdrawn, Bundle: rollup.Digest{1}}, {Kind: gateway.Superseded, Bundle: rollup.Digest{1}, Of: rollup.Digest{4}}, {Kind: gateway.Ended, Bundle: rollup.Digest{1}},
	}
}

func TestEntriesReadBack(t *testing.T) {
	once := map[string]bool{}
	for _, e := range entries() {
		raw, err := e.Encode()
		require.NoError(t, err)
		back, err := gateway.DecodeEntry(12, raw)
		require.NoError(t, err)
		e.Seq = 12
		require.Equal(t, e, back)
		require.False(t, once[e.Once()], "two kinds are one")
		once[e.Once()] = true
	}
	for _, raw := range []string{"", "{}", `{"kind":9}`, `{"kind":1}`, `{"kind":3}`, `{"kind":4}`, `{"kind":3,"position":{"First":2,"Last":1}}`} {
		_, err := gateway.DecodeEntry(1, []byte(raw))
		require.ErrorIs(t, err, gateway.ErrEntry, raw)
	}
}

func FuzzEntry(f *testing.F) {
	for _, e := range entries() {
		raw, err := e.Encode()
		require.NoError(f, err)
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		e, err := gateway.DecodeEntry(1, raw)
		if err != nil {
			require.ErrorIs(t, err, gateway.ErrEntry)
			return
		}
		_, _, _ = e.Once(), e.Number(), e.Numbers() // of what was taken: none of them panics
		again, err := e.Encode()
		require.NoError(t, err)
		back, err := gateway.DecodeEntry(1, again)
		require.NoError(t, err)
		require.Equal(t, e.Once(), back.Once())
	})
}
