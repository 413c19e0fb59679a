package threshold_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

func TestCompressUndoesExpand(t *testing.T) {
	group, shares := thresholdtest.Committee(3, 4, 9)
	signature := thresholdtest.Sign(&group, shares, threshold.AttestationTag, []byte("message"))
	key, err := threshold.ExpandG1(group.Public)
	require.NoError(t, err)
	gotKey, err := threshold.CompressG1(key)
	require.NoError(t, err)
	require.Equal(t, group.Public, gotKey)
	expanded, err := threshold.ExpandG2(signature)
	require.NoError(t, err)
	got, err := threshold.CompressG2(expanded)
	require.NoError(t, err)
	require.Equal(t, signature, got)

	_, err = threshold.CompressG1([128]byte{})
	require.ErrorIs(t, err, threshold.ErrIdentity)
	_, err = threshold.CompressG2([256]byte{})
	require.ErrorIs(t, err, threshold.ErrIdentity)
	for bit := range 128 * 8 {
		bad := key
		bad[bit/8] ^= 1 << (bit % 8)
		_, err = threshold.CompressG1(bad)
		require.ErrorIs(t, err, threshold.ErrEncoding, "bit %d", bit)
	}
	for bit := range 256 * 8 {
		bad := expanded
		bad[bit/8] ^= 1 << (bit % 8)
		_, err = threshold.CompressG2(bad)
		require.ErrorIs(t, err, threshold.ErrEncoding, "bit %d", bit)
	}
}
