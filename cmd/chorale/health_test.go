package main

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

// A health check says what is lacking, and fails for whatever is not a good answer.
func TestHealthSaysWhatIsLacking(t *testing.T) {
	status, body := http.StatusOK, "{}"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		_, _ = fmt.Fprint(w, body)
	}))
	defer server.Close()
	asked := func(flags ...string) error {
		var out bytes.Buffer
		return run(context.Background(), append([]string{"chorale", "health"}, flags...), &out, &out)
	}
	require.NoError(t, asked("--url", server.URL))
	status, body = http.StatusServiceUnavailable, `{"ready":false,"dependencies":[{"name":"l1","ready":true},{"name":"key","ready":false,"detail":"the key ceremony is under way"},{"name":"members","ready":false}]}`
	err := asked("--url", server.URL)
	require.ErrorIs(t, err, errNotReady)
	require.EqualError(t, err, "not ready: key: the key ceremony is under way; members")
	require.ErrorIs(t, asked("--rpc", server.URL), errNotReady)
	status, body = http.StatusOK, `{"jsonrpc":"2.0","id":1,"result":"0x539"}`
	require.NoError(t, asked("--rpc", server.URL))
	body = `{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}}`
	require.ErrorIs(t, asked("--rpc", server.URL), errNotReady)
	require.ErrorIs(t, asked(), errHealthURL)
	require.ErrorIs(t, asked("--url", server.URL, "--rpc", server.URL), errHealthURL)
	server.Close()
	require.Error(t, asked("--url", server.URL))
}
