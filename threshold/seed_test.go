package threshold_test

import (
	"bytes"
	"testing"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/stretchr/testify/require"
)

// What opens is sealed again, byte for byte, from its seed and the opening key alone; another seed, plaintext, associated
// datum or key gives another ciphertext.
func TestResealGivesTheSameCiphertext(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 1)
	identity, ad := []byte("slot 7"), []byte("envelope")
	sealer, err := threshold.NewSealer(group.Public, identity)
	require.NoError(t, err)
	key := thresholdtest.Sign(&group, shares, threshold.OpeningTag, identity)
	opener, err := threshold.NewOpener(key)
	require.NoError(t, err)
	for i, plaintext := range [][]byte{nil, {0}, bytes.Repeat([]byte("bundle"), 200)} {
		ciphertext, err := sealer.Seal(bytes.NewReader(bytes.Repeat([]byte{byte(i + 1)}, 64)), ad, plaintext)
		require.NoError(t, err)
		opened, seed, err := opener.OpenSeed(ad, ciphertext)
		require.NoError(t, err)
		require.Equal(t, string(plaintext), string(opened))
		require.Equal(t, bytes.Repeat([]byte{byte(i + 1)}, 64), seed[:])
		revealed, err := seed.Reveal(ad, ciphertext)
		require.NoError(t, err)
		require.Equal(t, opened, revealed)
		again, err := opener.Reseal(seed, ad, opened)
		require.NoError(t, err)
		require.Equal(t, ciphertext, again)
		seed[0] ^= 1
		other, err := opener.Reseal(seed, ad, opened)
		require.NoError(t, err)
		require.NotEqual(t, ciphertext, other)
	}
	_, err = threshold.Seed{}.Reveal(ad, make([]byte, threshold.SealOverhead-1))
	require.ErrorIs(t, err, threshold.ErrNotOpenable)
	_, err = threshold.Seed{}.Reveal(ad, make([]byte, 500))
	require.ErrorIs(t, err, threshold.ErrNotOpenable)
}
