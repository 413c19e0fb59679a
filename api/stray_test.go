package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// ask is a request as it comes, and what came of it.
func ask(t *testing.T, h *house, method, path, kind, body string) (*http.Response, string) {
	t.Helper()
	request, err := http.NewRequestWithContext(deadline(t), method, h.http.URL+path, strings.NewReader(body))
	require.NoError(t, err)
	if kind != "" {
		request.Header.Set("Content-Type", kind)
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	b, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NoError(t, response.Body.Close())
	return response, string(b)
}

// A notification is not answered, alone and among others (JSON-RPC 2.0, section 4.1); it is heeded all the same.
func TestNotificationsAreNotAnswered(t *testing.T) {
	h := open(t)
	raw := hexes(tx(t, key(10), 901, 0, 21_000))
	for _, path := range []string{"/rpc/901", "/"} {
		response, body := ask(t, h, "POST", path, "application/json", `{"jsonrpc":"2.0","method":"eth_chainId","params":[]}`)
		require.Less(t, response.StatusCode, 300, path)
		require.Empty(t, body, path)
	}
	response, body := ask(t, h, "POST", "/rpc/901", "application/json", `[{"jsonrpc":"2.0","method":"eth_chainId"},{"jsonrpc":"2.0","method":"no_such"}]`)
	require.Equal(t, http.StatusNoContent, response.StatusCode)
	require.Empty(t, body)
	_, body = ask(t, h, "POST", "/rpc/901", "application/json",
		`[{"jsonrpc":"2.0","method":"eth_sendRawTransaction","params":[`+raw+`]},{"jsonrpc":"2.0","id":7,"method":"eth_chainId"},{"jsonrpc":"2.0","id":null,"method":"eth_chainId"},{"jsonrpc":"1.0"}]`)
	var answers []struct {
		ID    json.RawMessage
		Error *struct{ Code int }
	}
	require.NoError(t, json.Unmarshal([]byte(body), &answers), body)
	require.Len(t, answers, 3, "an id of null is an id, and what is no request is told so")
	require.Equal(t, "7", string(answers[0].ID))
	require.Equal(t, -32600, answers[2].Error.Code)
	require.Len(t, h.asked, 1, "the notification was heeded")
}

// Whatever goes wrong outside of JSON-RPC has a code, a field and a hint too.
func TestEveryErrorSaysHowToMendIt(t *testing.T) {
	h := open(t)
	history(t, h)
	for _, c := range []struct {
		method, path, kind string
		status             int
		code, field        string
	}{
		{"POST", "/", "text/plain", 415, "MALFORMED", "Content-Type"},
		{"POST", "/", "", 415, "MALFORMED", "Content-Type"},
		{"GET", "/nothing/here", "", 404, "NOT_FOUND", "path"},
		{"GET", "/v1/nothing", "", 404, "NOT_FOUND", "path"},
		{"GET", "/rpc/901", "", 405, "MALFORMED", "method"},
		{"DELETE", "/v1/slots", "", 405, "MALFORMED", "method"},
		{"GET", "/rpc/903", "", 404, "UNKNOWN_ROLLUP", "chainId"},
		{"GET", "/v1/events?stage=zzz", "", 400, "MALFORMED", "stage"},
		{"GET", "/v1/payouts?chain_id=9", "", 404, "UNKNOWN_ROLLUP", "chain_id"},
		{"GET", "/v1/payouts?chainId=9", "", 404, "UNKNOWN_ROLLUP", "chainId"},
		{"GET", "/v1/payouts?chain=901", "", 400, "MALFORMED", "chain"},
		{"GET", "/v1/bundles?reason=WHIM", "", 400, "MALFORMED", "reason"},
		{"GET", "/v1/bundles?bidder=me", "", 400, "MALFORMED", "bidder"},
		{"GET", "/v1/slots?limit=1&limit=2", "", 400, "MALFORMED", "limit"},
		{"GET", "/v1/slots?format=xml", "", 400, "MALFORMED", "format"},
		{"GET", "/v1/committee?verbose=1", "", 400, "MALFORMED", "verbose"},
		{"GET", "/v1/slots?%zz", "", 400, "MALFORMED", "query"},
		{"GET", "/tx/0x12", "", 400, "MALFORMED", "hash"},
	} {
		t.Run(c.method+" "+c.path, func(t *testing.T) {
			response, body := ask(t, h, c.method, c.path, c.kind, "{}")
			require.Equal(t, c.status, response.StatusCode, body)
			require.Equal(t, "application/json", response.Header.Get("Content-Type"))
			var out struct {
				Error struct{ Code, Message, Field, Hint string }
			}
			require.NoError(t, json.Unmarshal([]byte(body), &out), body)
			require.Equal(t, c.code, out.Error.Code)
			require.Equal(t, c.field, out.Error.Field)
			require.NotEmpty(t, out.Error.Hint)
			require.NotEmpty(t, out.Error.Message)
			if c.status == 405 {
				require.NotEmpty(t, response.Header.Get("Allow"))
			}
		})
	}
	_, body := ask(t, h, "POST", "/rpc/901?canrevert=true", "application/json", `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`)
	require.Contains(t, body, `"field":"canrevert"`, "a wallet's misspelt parameter is told, as JSON-RPC")
	_, body = ask(t, h, "POST", "/rpc/903", "application/json", `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`)
	require.Contains(t, body, `"UNKNOWN_ROLLUP"`)
}

// What cannot be read is told: a page never ends there as if that were all.
func TestAPageDoesNotEndAtAnError(t *testing.T) {
	h := open(t)
	history(t, h)
	for _, path := range []string{"/v1/bundles", "/v1/payouts", "/v1/bundles?format=csv", "/v1/payouts?format=csv"} {
		whole := get(t, h, path)
		require.Equal(t, 200, whole.status)
		h.forget(4)
		response, body := ask(t, h, "GET", path, "", "")
		require.Equal(t, http.StatusServiceUnavailable, response.StatusCode, body)
		require.Contains(t, body, "slot 4 cannot be read now")
		h.remember()
		require.Equal(t, whole.body, get(t, h, path).body, path)
	}
}

// A filter that matches nothing ends.
func TestAFilterThatMatchesNothingEnds(t *testing.T) {
	h := open(t)
	history(t, h)
	for _, path := range []string{"/v1/bundles?reason=EXPIRED", "/v1/bundles?bidder=0x00000000000000000000000000000000000000ff", "/v1/payouts?chain_id=902&from=900&to=950", "/v1/bundles?slot=999"} {
		var out struct {
			Items []json.RawMessage
			Next  string `json:"next_cursor"`
		}
		require.NoError(t, json.Unmarshal(get(t, h, path).body, &out), path)
		require.Empty(t, out.Items, path)
		require.Empty(t, out.Next, path)
	}
}
