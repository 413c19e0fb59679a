package api_test

import (
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"
)

// TestWhatNoBatchHoldsIsRefused: where postings go by calldata, the classes up to 64 KiB are taken, and what is longer is
// refused by name, in clear before it is sealed, sealed at home before any member promises anything.
func TestWhatNoBatchHoldsIsRefused(t *testing.T) {
	c := newCommittee()
	c.p.PostBytes, c.p.BatchBytes, c.p.BidderGas = 126<<10, 108_000, 40_000_000
	h := openWith(t, c)
	ctx := deadline(t)
	searcher := dial(t, h, 10)
	k, err := searcher.SealingKey(ctx)
	require.NoError(t, err)
	require.Contains(t, string(get(t, h, "/v1/limits").body), `"bundle_bytes":65532`)
	bundle := func(n int) string {
		return fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}]}`, hexes(tx(t, key(10), 901, 0, 3_000_000, make([]byte, n)...)))
	}
	sealed := func(n int) string {
		b := twoLegs(t, 10, 0, 0)
		b.Legs[0].Txs[0] = tx(t, key(10), 901, 0, 3_000_000, make([]byte, n)...)
		e, err := searcher.Seal(k, k.Slot, 4, b)
		require.NoError(t, err)
		return `{"raw":"` + hexutil.Encode(e.Encode()) + `"}`
	}
	require.Nil(t, call(t, h, "", "chorale_sendBundle", bundle(65_000)).Error)
	require.Nil(t, call(t, h, "", "chorale_sendSealed", sealed(64_000)).Error)

	got := call(t, h, "", "chorale_sendBundle", bundle(66_000))
	require.NotNil(t, got.Error)
	require.Equal(t, "OVERSIZED", got.Error.Data.Code)
	require.Equal(t, "legs", got.Error.Data.Field)
	require.Contains(t, got.Error.Data.Hint, "at most 65532 bytes")
	got = call(t, h, "", "chorale_sendSealed", sealed(66_000))
	require.NotNil(t, got.Error)
	require.Equal(t, "OVERSIZED", got.Error.Data.Code)
	require.Equal(t, "envelope.sizeClass", got.Error.Data.Field)
}
