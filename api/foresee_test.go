package api_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// What can never execute is refused before anything is spent on it, by both ways in, in the same words.
func TestWhatCannotExecuteCostsNothing(t *testing.T) {
	for _, c := range []struct {
		name    string
		nonce   uint64
		gas     uint64
		node    map[string]any // what the rollup's node says
		more    string         // of the bundle
		code    string
		field   string // of the bundle's way in
		only    bool   // there is no such thing in the other
		leading bool   // a good transaction goes before it in its leg
	}{
		{"no funds", 0, 21_000, map[string]any{"eth_getBalance": "0x1"}, "", "INSUFFICIENT_FUNDS", "legs[0].txs[0]", false, false},
		{"less gas than any transaction needs", 0, 20_000, nil, "", "OUT_OF_GAS", "legs[0].txs[0]", false, false},
		{"a nonce out of reach", 1 << 48, 21_000, nil, "", "NONCE_TOO_HIGH", "legs[0].txs[0].nonce", false, false},
		{"a nonce that was used", 0, 21_000, map[string]any{"eth_getTransactionCount": "0x5"}, "", "NONCE_TOO_LOW", "legs[0].txs[0].nonce", false, false},
		{"a reverting hash that names nothing", 0, 21_000, nil, `,"revertingTxHashes":["0x0900000000000000000000000000000000000000000000000000000000000000"]`, "MALFORMED", "revertingTxHashes[0]", true, false},
		{"the second of a leg", 1 << 40, 21_000, nil, "", "NONCE_TOO_HIGH", "legs[0].txs[1].nonce", true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := open(t)
			for method, answer := range c.node {
				h.node.set(method, answer)
			}
			raw := tx(t, key(10), 901, c.nonce, c.gas)
			list := hexes(raw)
			if c.leading {
				list = hexes(tx(t, key(10), 901, 0, 21_000), raw)
			}
			got := call(t, h, "/", "chorale_sendBundle", fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}],"bid":"0x0"%s}`, list, c.more))
			require.Equal(t, c.code, got.Error.Data.Code, got)
			require.Equal(t, c.field, got.Error.Data.Field)
			require.NotEmpty(t, got.Error.Data.Hint)
			if !c.only {
				wallet := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw))
				require.Equal(t, got.Error.Message, wallet.Error.Message)
				require.Equal(t, c.code, wallet.Error.Data.Code)
			}
			require.Empty(t, h.asked, "nothing was sealed")
		})
	}
}

// What the bundle itself may pay for is not refused: only what nothing before it could mend.
func TestWhatMightBePaidForIsTaken(t *testing.T) {
	h := open(t)
	h.node.set("eth_getBalance", "0x1")
	to := account(key(11))
	pays, err := types.SignNewTx(key(10), types.NewPragueSigner(big.NewInt(901)), &types.DynamicFeeTx{ChainID: big.NewInt(901), Gas: 21_000, GasFeeCap: new(big.Int), GasTipCap: new(big.Int), To: &to})
	require.NoError(t, err)
	first, err := pays.MarshalBinary()
	require.NoError(t, err)
	got := call(t, h, "/", "chorale_sendBundle", fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}],"bid":"0x0"}`, hexes(first, tx(t, key(11), 901, 0, 21_000))))
	require.Nil(t, got.Error, got)
}

// What an anonymous caller has the gateway spend is bounded apart from all else, and who signs is not bound by it.
func TestAnonymousCallersSpendLittle(t *testing.T) {
	h := open(t, func(c *settings) { c.Limits.AnonymousGweiPerMinute = 3 })
	require.Contains(t, string(get(t, h, "/v1/limits").body), `"anonymous_gwei_per_minute":3`)
	send := func(nonce uint64) rpcAnswer {
		return call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(10), 901, nonce, 21_000)))
	}
	for nonce := range uint64(3) { // a fee of less than a gwei counts as one
		require.Nil(t, send(nonce).Error)
	}
	refused := send(3)
	require.Equal(t, "RATE_LIMITED", refused.Error.Data.Code)
	require.Positive(t, refused.Error.Data.RetryAfterMs)
	bundle := fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}],"bid":"0x0"}`, hexes(tx(t, key(10), 901, 4, 21_000)))
	require.Nil(t, signedCall(t, h, 10, "chorale_sendBundle", bundle).Error, "whoever signs answers for it")
}
