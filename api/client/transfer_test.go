package client_test

import (
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// TestTransfersFollowEachOther has the account at nonce 5 on every rollup, however often it is asked.
func TestTransfersFollowEachOther(t *testing.T) {
	answers := map[string]string{"eth_gasPrice": "0x3e8", "eth_getTransactionCount": "0x5"}
	counted := map[string]int{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /rpc/{chain}", func(w http.ResponseWriter, r *http.Request) {
		var call struct {
			ID     json.RawMessage `json:"id"`
			Method string          `json:"method"`
		}
		_ = json.NewDecoder(r.Body).Decode(&call)
		counted[r.PathValue("chain")+" "+call.Method]++
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"jsonrpc": "2.0", "id": call.ID, "result": answers[call.Method]})
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("a sender")))
	require.NoError(t, err)
	drafts, err := client.NewDrafter(strings.Replace(s.URL, "http", "ws", 1)+"/ws", key)
	require.NoError(t, err)
	to := rollup.Address{42}
	for _, want := range []struct {
		chain rollup.ChainID
		nonce uint64
	}{{901, 5}, {902, 5}, {901, 6}, {901, 7}, {902, 6}} {
		leg, err := drafts.Transfer(t.Context(), want.chain, to, uint256.NewInt(77))
		require.NoError(t, err)
		require.Equal(t, want.chain, leg.Chain)
		require.Len(t, leg.Txs, 1)
		tx := new(types.Transaction)
		require.NoError(t, tx.UnmarshalBinary(leg.Txs[0]))
		require.Equal(t, want.nonce, tx.Nonce())
		require.Equal(t, to, *tx.To())
		require.Equal(t, big.NewInt(77), tx.Value())
		require.Equal(t, big.NewInt(2_000+1e9), tx.GasFeeCap(), "the price may double")
		from, err := types.Sender(types.NewPragueSigner(new(big.Int).SetUint64(uint64(want.chain))), tx)
		require.NoError(t, err)
		require.Equal(t, crypto.PubkeyToAddress(key.PublicKey), from)
	}
	require.Equal(t, 1, counted["901 eth_getTransactionCount"])
	s.Close()
	_, err = drafts.Transfer(t.Context(), 903, to, new(uint256.Int))
	require.ErrorContains(t, err, "rollup 903")
}
