package engine_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/engine"
	"github.com/chorale-network/chorale/rollup"
)

// request is what an execution client saw.
type request struct {
	Method string            `json:"method"`
	Params []json.RawMessage `json:"params"`
}

// answering is an execution client that gives one answer to everything, and checks the token.
func answering(t *testing.T, secret [32]byte, answer string) (*engine.Node, *[]request) {
	var seen []request
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !authorised(r.Header.Get("Authorization"), secret) {
			http.Error(w, "unauthorised", http.StatusUnauthorized)
			return
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		var one struct {
			request
			ID json.RawMessage `json:"id"`
		}
		if err := json.Unmarshal(body, &one); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		seen = append(seen, one.request)
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,%s}`, one.ID, answer)
	}))
	t.Cleanup(server.Close)
	node, err := engine.Dial(t.Context(), server.URL, [32]byte{1})
	require.NoError(t, err)
	t.Cleanup(node.Close)
	return node, &seen
}

// authorised checks a bearer token: HS256 (RFC 7518) over a header that says so and claims with a time of issue.
func authorised(header string, secret [32]byte) bool {
	parts := strings.Split(strings.TrimPrefix(header, "Bearer "), ".")
	if len(parts) != 3 {
		return false
	}
	mac := hmac.New(sha256.New, secret[:])
	mac.Write([]byte(parts[0] + "." + parts[1]))
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || !hmac.Equal(signature, mac.Sum(nil)) {
		return false
	}
	var says struct {
		Algorithm string `json:"alg"`
		IssuedAt  int64  `json:"iat"`
	}
	for _, part := range parts[:2] {
		text, err := base64.RawURLEncoding.DecodeString(part)
		if err != nil || json.Unmarshal(text, &says) != nil {
			return false
		}
	}
	return says.Algorithm == "HS256" && says.IssuedAt > 0
}

// pragueBlock is a block with every field that newPayloadV4 carries.
func pragueBlock() *builder.Block {
	requests := [][]byte{{0x01, 0xaa}}
	hash, zero := types.CalcRequestsHash(requests), uint64(0)
	header := &types.Header{Number: big.NewInt(5), Difficulty: new(big.Int), BaseFee: big.NewInt(7), Time: 9,
		BlobGasUsed: &zero, ExcessBlobGas: &zero, ParentBeaconRoot: &rollup.Digest{3}, RequestsHash: &hash}
	block := types.NewBlock(header, &types.Body{Withdrawals: []*types.Withdrawal{}}, nil, nil)
	return &builder.Block{Chain: 901, Block: block, Requests: requests}
}

func TestVerdicts(t *testing.T) {
	cases := []struct {
		name, payload string
		is            error
		says          string
	}{
		{"valid", `{"status":"VALID"}`, nil, ""},
		{"syncing", `{"status":"SYNCING"}`, relay.ErrSyncing, "SYNCING"},
		{"accepted, which geth says when it lacks the parent's state", `{"status":"ACCEPTED"}`, relay.ErrSyncing, "ACCEPTED"},
		{"invalid with a reason", `{"status":"INVALID","validationError":"bad root"}`, relay.ErrInvalid, "bad root"},
		{"invalid without", `{"status":"INVALID"}`, relay.ErrInvalid, "no reason"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			node, _ := answering(t, [32]byte{1}, `"result":`+c.payload)
			err := node.Prepare(t.Context(), pragueBlock())
			require.ErrorIs(t, err, c.is)
			node, _ = answering(t, [32]byte{1}, `"result":{"payloadStatus":`+c.payload+`,"payloadId":null}`)
			moved := node.Commit(t.Context(), relay.Heads{Head: rollup.Digest{1}})
			require.ErrorIs(t, moved, c.is)
			if c.is != nil {
				require.ErrorContains(t, err, c.says)
				require.ErrorContains(t, moved, c.says)
			}
		})
	}
	node, _ := answering(t, [32]byte{1}, `"result":{"status":"MAYBE"}`)
	require.ErrorContains(t, node.Prepare(t.Context(), pragueBlock()), "MAYBE")
	node, _ = answering(t, [32]byte{1}, `"error":{"code":-38002,"message":"Invalid forkchoice state"}`)
	require.ErrorContains(t, node.Commit(t.Context(), relay.Heads{Head: rollup.Digest{1}, Finalized: rollup.Digest{2}}), "Invalid forkchoice state")
	node, _ = answering(t, [32]byte{1}, `"result":null`)
	_, _, err := node.Head(t.Context())
	require.ErrorContains(t, err, "no head")
}

func TestCallsAreThoseOfTheEngineAPI(t *testing.T) {
	node, seen := answering(t, [32]byte{1}, `"result":{"status":"VALID","payloadStatus":{"status":"VALID"},"number":"0x7","hash":"0x0900000000000000000000000000000000000000000000000000000000000000"}`)
	block := pragueBlock()
	require.NoError(t, node.Prepare(t.Context(), block))
	require.NoError(t, node.Commit(t.Context(), relay.Heads{Head: rollup.Digest{1}, Safe: rollup.Digest{3}, Finalized: rollup.Digest{2}}))
	number, hash, err := node.Head(t.Context())
	require.NoError(t, err)
	require.Equal(t, uint64(7), number)
	require.Equal(t, rollup.Digest{9}, hash)

	require.Equal(t, "engine_newPayloadV4", (*seen)[0].Method)
	require.Len(t, (*seen)[0].Params, 4)
	var payload struct {
		BlockHash   rollup.Digest  `json:"blockHash"`
		Withdrawals []any          `json:"withdrawals"`
		Number      hexutil.Uint64 `json:"blockNumber"`
	}
	require.NoError(t, json.Unmarshal((*seen)[0].Params[0], &payload))
	require.Equal(t, block.Block.Hash(), payload.BlockHash)
	require.NotNil(t, payload.Withdrawals)
	require.JSONEq(t, `[]`, string((*seen)[0].Params[1]))
	require.JSONEq(t, `"`+rollup.Digest{3}.Hex()+`"`, string((*seen)[0].Params[2]))
	require.JSONEq(t, `["0x01aa"]`, string((*seen)[0].Params[3]))
	require.Equal(t, "engine_forkchoiceUpdatedV3", (*seen)[1].Method)
	require.JSONEq(t, fmt.Sprintf(`{"headBlockHash":%q,"safeBlockHash":%q,"finalizedBlockHash":%q}`, rollup.Digest{1}, rollup.Digest{3}, rollup.Digest{2}),
		string((*seen)[1].Params[0]))
	require.JSONEq(t, `null`, string((*seen)[1].Params[1]))
}

func TestWrongSecretIsRefused(t *testing.T) {
	node, seen := answering(t, [32]byte{2}, `"result":{"status":"VALID"}`)
	require.ErrorContains(t, node.Prepare(t.Context(), pragueBlock()), "401")
	require.Empty(t, *seen)
}

func TestWhatIsNoPragueBlockIsNotSent(t *testing.T) {
	node, seen := answering(t, [32]byte{1}, `"result":{"status":"VALID"}`)
	lacking := func(f func(*types.Header)) *builder.Block {
		b := pragueBlock()
		header := b.Block.Header()
		f(header)
		return &builder.Block{Chain: b.Chain, Block: b.Block.WithSeal(header), Requests: b.Requests}
	}
	swapped := pragueBlock()
	swapped.Requests = [][]byte{{0x01, 0xbb}}
	for name, b := range map[string]*builder.Block{
		"nil":            {},
		"no beacon root": lacking(func(h *types.Header) { h.ParentBeaconRoot = nil }),
		"no blob gas":    lacking(func(h *types.Header) { h.BlobGasUsed = nil }),
		"no requests":    lacking(func(h *types.Header) { h.RequestsHash = nil }),
		"other requests": swapped,
	} {
		require.ErrorIs(t, node.Prepare(t.Context(), b), engine.ErrNotABlock, name)
	}
	require.Empty(t, *seen)
}

func FuzzParseSecret(f *testing.F) {
	good := strings.Repeat("0a", 32)
	for _, text := range []string{good, "0x" + good, " 0x" + good + "\n", "", "0x", good + "0b", strings.Repeat("zz", 32)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		secret, err := engine.ParseSecret(text)
		if err != nil {
			require.ErrorIs(t, err, engine.ErrSecret)
			return
		}
		require.Equal(t, strings.ToLower(strings.TrimPrefix(strings.TrimSpace(text), "0x")), hexutil.Encode(secret[:])[2:])
	})
}
