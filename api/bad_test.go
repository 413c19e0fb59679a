package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/flashbots/go-utils/signature"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

type rpcAnswer struct {
	ID     json.RawMessage
	Result json.RawMessage
	Error  *struct {
		Code    int
		Message string
		Data    struct {
			Code         string
			Field        string
			Index        *int
			Hint         string
			RetryAfterMs int64
		}
	}
}

func post(t *testing.T, url, body string, headers ...string) (int, []byte) {
	t.Helper()
	request, err := http.NewRequestWithContext(deadline(t), http.MethodPost, url, strings.NewReader(body))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	b, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, b
}

func call(t *testing.T, h *house, path, method, params string, headers ...string) rpcAnswer {
	t.Helper()
	_, b := post(t, h.http.URL+path, fmt.Sprintf(`{"jsonrpc":"2.0","id":"seven","method":%q,"params":[%s]}`, method, params), headers...)
	var out rpcAnswer
	require.NoError(t, json.Unmarshal(b, &out), string(b))
	return out
}

func signedCall(t *testing.T, h *house, n int64, method, params string) rpcAnswer {
	t.Helper()
	body := fmt.Sprintf(`{"jsonrpc":"2.0","id":"seven","method":%q,"params":[%s]}`, method, params)
	signer := signature.NewSigner(key(n))
	header, err := signer.Create([]byte(body))
	require.NoError(t, err)
	_, b := post(t, h.http.URL, body, signature.HTTPHeader, header)
	var out rpcAnswer
	require.NoError(t, json.Unmarshal(b, &out), string(b))
	return out
}

func hexes(raw ...[]byte) string {
	quoted := make([]string, len(raw))
	for i, r := range raw {
		quoted[i] = `"` + hexutil.Encode(r) + `"`
	}
	return strings.Join(quoted, ",")
}

// ledger is a snapshot in which an account holds some escrow.
type ledger struct{ l *builder.Ledger }

func (l ledger) Account(_ context.Context, a rollup.Address) (builder.Account, error) {
	account, _ := l.l.Account(a)
	return account, nil
}

func (l ledger) Share(_ context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	share, ok := l.l.Share(chain)
	return share, ok, nil
}

func (l ledger) Proof(_ context.Context, _ rollup.Digest, a rollup.Address) (*builder.Proof, bool, error) {
	proof, ok := l.l.Prove(a)
	return proof, ok, nil
}

// TestBadInput is the list: each has its own code, names the field, says how to mend it, and the next
// good bundle is taken as if nothing had been.
func TestBadInput(t *testing.T) {
	c := newCommittee()
	h := openWith(t, c, func(cfg *settings) { cfg.Escrow = ledger{builder.NewLedger(c.p)} })
	ctx := deadline(t)
	searcher := dial(t, h, 10)
	good := tx(t, key(10), 901, 0, 21_000)
	leg := func(chain int, txs ...[]byte) string {
		return fmt.Sprintf(`{"chainId":%d,"txs":[%s]}`, chain, hexes(txs...))
	}
	bundle := func(legs string, more ...string) string {
		return fmt.Sprintf(`{"legs":[%s]%s}`, legs, strings.Join(more, ""))
	}
	h.closeSlot()
	h.closeSlot()
	k, err := searcher.SealingKey(ctx)
	require.NoError(t, err)
	seal := func(slot rollup.Slot) *auction.Sealed {
		e, err := searcher.Seal(k, slot, 0, twoLegs(t, 10, 0, 0))
		require.NoError(t, err)
		return e
	}
	raw := func(e *auction.Sealed) string { return `{"raw":"` + hexutil.Encode(e.Encode()) + `"}` }
	forged := *seal(k.Slot)
	forged.Signature = append([]byte{}, forged.Signature...)
	forged.Signature[3] ^= 1
	twice := seal(k.Slot)
	require.Nil(t, call(t, h, "", "chorale_sendSealed", raw(twice)).Error)
	held := bundle(leg(901, good), `,"salt":"0x00000000000000000000000000000001"`)
	require.Nil(t, call(t, h, "", "chorale_sendBundle", held).Error)
	rich := twoLegs(t, 10, 0, 500)
	require.NoError(t, searcher.SignBid(k, rich, k.Slot))
	many := make([][]byte, 101)
	for i := range many {
		many[i] = good
	}

	for _, c := range []struct {
		name, method, params string
		code, field          string
		index                int
		hint                 string
	}{
		{"wrong chain id", "chorale_sendBundle", bundle(leg(902, tx(t, key(10), 902, 1, 21_000), good)), "WRONG_CHAIN_ID", "legs[0].txs[1]", 1, "chain id of its leg"},
		{"undecodable transaction", "chorale_sendBundle", bundle(leg(901, good) + "," + leg(902, []byte{2, 1, 2})), "BAD_TRANSACTION", "legs[1].txs[0]", 0, "EIP-2718"},
		{"not hex", "chorale_sendBundle", `{"legs":[{"chainId":901,"txs":["zz"]}]}`, "MALFORMED", "legs.txs", -1, "openrpc"},
		{"bad envelope signature", "chorale_sendSealed", raw(&forged), "BAD_SIGNATURE", "envelope.signature", -1, "bidder's key"},
		{"envelope for a closed slot", "chorale_sendSealed", raw(seal(1)), "SLOT_IN_PAST", "envelope.slot", -1, "seal to slot 3"},
		{"envelope for the slot that just closed", "chorale_sendSealed", raw(seal(2)), "TOO_LATE", "envelope.slot", -1, "seal to slot 3"},
		{"oversized bundle", "chorale_sendBundle", bundle(leg(901, many...)), "OVERSIZED", "legs", -1, "at most 100"},
		{"oversized bundle in bytes", "chorale_sendBundle", bundle(leg(901, make([]byte, 301_000))), "OVERSIZED", "legs", -1, "300,000"},
		{"unknown rollup", "chorale_sendBundle", bundle(leg(901, good) + "," + leg(999, good)), "UNKNOWN_ROLLUP", "legs[1].chainId", -1, "/v1/rollups"},
		{"empty bundle", "chorale_sendBundle", bundle(""), "EMPTY_BUNDLE", "legs", -1, "at least one"},
		{"empty leg", "chorale_sendBundle", bundle(leg(901, good) + "," + leg(902)), "EMPTY_BUNDLE", "legs[1].txs", -1, "at least one"},
		{"duplicate envelope", "chorale_sendSealed", raw(twice), "DUPLICATE", "envelope", -1, "salt"},
		{"duplicate bundle", "chorale_sendBundle", held, "DUPLICATE", "legs", -1, "salt"},
		{"work beyond the class", "chorale_sendBundle", bundle(leg(901, tx(t, key(10), 901, 0, 300_000)), `,"gasClass":0`), "GAS_CLASS_EXCEEDED", "gasClass", -1, "declare a class"},
		{"work beyond every class", "chorale_sendBundle", bundle(leg(901, tx(t, key(10), 901, 0, 17_000_000))), "GAS_CLASS_EXCEEDED", "gasClass", -1, "lower the gas limits"},
		{"bid without a payer", "chorale_sendBundle", bundle(leg(901, good), `,"bid":"0x64"`), "BAD_SIGNATURE", "payer", -1, "payerSignature"},
		{"bid above escrow", "chorale_sendBundle", clearParams(t, rich), "INSUFFICIENT_ESCROW", "bid", -1, "Vault"},
		{"misspelt field", "chorale_sendBundle", bundle(leg(901, good), `,"bidd":1`), "MALFORMED", "bidd", -1, "openrpc"},
		{"no parameters", "chorale_sendBundle", "", "MALFORMED", "bundle", -1, "params"},
		{"unknown method", "chorale_sendBundel", "", "MALFORMED", "method", -1, "openrpc"},
		{"slot in the past", "chorale_sendBundle", bundle(leg(901, good), `,"slot":1`), "SLOT_IN_PAST", "slot", -1, "slot 3"},
		{"negative bid", "chorale_sendBundle", bundle(leg(901, good), `,"bid":-1`), "MALFORMED", "bid", -1, "wei"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := call(t, h, "", c.method, c.params)
			require.NotNil(t, got.Error, string(got.Result))
			require.JSONEq(t, `"seven"`, string(got.ID), "the id is echoed as it came")
			require.Equal(t, c.code, got.Error.Data.Code, got.Error.Message)
			require.Equal(t, c.field, got.Error.Data.Field)
			require.Contains(t, got.Error.Data.Hint, c.hint)
			require.NotEmpty(t, got.Error.Data.Hint)
			if c.index >= 0 {
				require.NotNil(t, got.Error.Data.Index)
				require.Equal(t, c.index, *got.Error.Data.Index)
			}
		})
	}
	t.Run("malformed JSON", func(t *testing.T) {
		for _, body := range []string{`{"jsonrpc":"2.0","id":1,`, ``, `[`, `nul`, `{"a":1}{"b":2}`, "\xff", `{"id":1,"id":2}`, `7`} {
			_, b := post(t, h.http.URL, body)
			var got rpcAnswer
			require.NoError(t, json.Unmarshal(b, &got), "%q: %s", body, b)
			require.NotNil(t, got.Error, body)
			require.Equal(t, "MALFORMED", got.Error.Data.Code)
			require.Equal(t, "body", got.Error.Data.Field)
			require.NotEmpty(t, got.Error.Data.Hint)
		}
	})
	t.Run("and a good one is taken", func(t *testing.T) {
		b := twoLegs(t, 10, 3, 0)
		_, err := searcher.SendBundle(ctx, client.Clear{Bundle: b})
		require.NoError(t, err)
		h.closeSlot()
		story, err := searcher.WaitFate(ctx, b.Hash())
		require.NoError(t, err)
		require.Equal(t, auction.Executed, story.State)
	})
}

func clearParams(t *testing.T, b *auction.Bundle) string {
	t.Helper()
	var legs []string
	for _, l := range b.Legs {
		legs = append(legs, fmt.Sprintf(`{"chainId":"%d","txs":[%s]}`, l.Chain, hexes(l.Txs...)))
	}
	return fmt.Sprintf(`{"legs":[%s],"bid":"%s","payer":"%s","payerSignature":"%s","payerLastSlot":%d}`,
		strings.Join(legs, ","), b.Bid.Hex(), b.Payer, hexutil.Encode(b.PayerSignature), b.PayerLastSlot)
}

// TestBadInputThatOnlyOpeningShows are those of the list that nobody can see in a sealed envelope: each ends
// in a fate of its own that names the field, and the others of the batch execute.
func TestBadInputThatOnlyOpeningShows(t *testing.T) {
	h := open(t)
	ctx := deadline(t)
	victim, thief := dial(t, h, 10), dial(t, h, 11)
	h.escrow[victim.Account()] = uint256.NewInt(100)
	k, err := victim.SealingKey(ctx)
	require.NoError(t, err)
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.Txs[0][0].Gas() == 77_000 {
			return auction.GasClassExceeded
		}
		return auction.Executed
	}
	signed := func(e auction.Sealed, n int64) *auction.Sealed {
		id := e.ID()
		var err error
		e.Signature, err = crypto.Sign(id[:], key(n))
		require.NoError(t, err)
		return &e
	}
	original, err := victim.Seal(k, k.Slot, 0, twoLegs(t, 10, 0, 50))
	require.NoError(t, err)
	copied := *original
	copied.Bidder = thief.Account()
	broken := *original
	broken.Ciphertext = bytes.Repeat([]byte{3}, len(original.Ciphertext))
	above, err := victim.Seal(k, k.Slot, 0, twoLegs(t, 10, 5, 101))
	require.NoError(t, err)
	heavy := twoLegs(t, 10, 6, 0)
	heavy.Legs[0].Txs[0] = tx(t, key(10), 901, 6, 77_000)
	beyond, err := victim.Seal(k, k.Slot, 0, heavy)
	require.NoError(t, err)
	stranger := twoLegs(t, 10, 7, 0)
	stranger.Legs[1].Chain = 999
	unknown, err := victim.Seal(k, k.Slot, 0, stranger)
	require.NoError(t, err)

	want := map[rollup.Digest][2]string{}
	for _, c := range []struct {
		e           *auction.Sealed
		code, field string
	}{
		{original, "EXECUTED", ""},
		{signed(copied, 11), "COPIED", "ciphertext"},
		{signed(broken, 10), "NOT_OPENABLE", "ciphertext"},
		{above, "INSUFFICIENT_ESCROW", "bid"},
		{beyond, "GAS_CLASS_EXCEEDED", "gasClass"},
		{unknown, "UNKNOWN_ROLLUP", "legs.chainId"},
	} {
		sent, err := victim.SendEnvelope(ctx, c.e)
		require.NoError(t, err)
		want[sent.Envelope] = [2]string{c.code, c.field}
	}
	h.closeSlot()
	for envelope, w := range want {
		story, err := victim.WaitFate(ctx, envelope)
		require.NoError(t, err)
		require.Equal(t, w[0], story.State.String())
		require.Equal(t, w[1], story.Field)
		if w[0] != "EXECUTED" {
			require.NotEmpty(t, story.Hint)
		}
	}
}
