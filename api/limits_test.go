package api_test

import (
	"encoding/binary"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/gorilla/websocket"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

// TestHugeFramesAreClosedWith1009 is THREATS W2: declared sizes and endless fragments cost no memory.
func TestHugeFramesAreClosedWith1009(t *testing.T) {
	h := open(t, func(c *settings) { c.Limits.BodyBytes = 64 << 10 })
	frame := func(opcode byte, size uint64, payload int) []byte {
		b := []byte{opcode, 0x80 | 127}
		b = binary.BigEndian.AppendUint64(b, size)
		b = append(b, 0, 0, 0, 0) // mask
		return append(b, make([]byte, payload)...)
	}
	fragments := func() (out []byte) {
		out = append(out, 0x01, 0x80|125, 0, 0, 0, 0)
		out = append(out, make([]byte, 125)...)
		for range 2000 {
			out = append(out, 0x00, 0x80|125, 0, 0, 0, 0)
			out = append(out, make([]byte, 125)...)
		}
		return out
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	for name, bytes := range map[string][]byte{
		"a gibibyte declared": frame(0x81, 1<<30, 100), "a negative length": frame(0x81, 1<<63+5, 100),
		"all bits": frame(0x81, 1<<64-1, 100), "fragments without end": fragments(), "just over": frame(0x81, 64<<10+1, 64<<10+1),
	} {
		t.Run(name, func(t *testing.T) {
			conn, _, err := websocket.DefaultDialer.Dial(h.ws(), nil)
			require.NoError(t, err)
			defer func() { _ = conn.Close() }()
			_, err = conn.NetConn().Write(bytes)
			require.NoError(t, err)
			_ = conn.SetReadDeadline(time.Now().Add(20 * time.Second))
			for err == nil {
				_, _, err = conn.ReadMessage()
			}
			require.True(t, websocket.IsCloseError(err, websocket.CloseMessageTooBig, websocket.CloseProtocolError), "%v", err)
			if !strings.Contains(name, "negative") && !strings.Contains(name, "bits") {
				require.True(t, websocket.IsCloseError(err, websocket.CloseMessageTooBig), "%v", err)
			}
		})
	}
	runtime.ReadMemStats(&after)
	require.Less(t, after.HeapInuse, before.HeapInuse+50<<20)
}

func TestCompressionIsNotSpoken(t *testing.T) {
	h := open(t)
	dialer := websocket.Dialer{EnableCompression: true}
	conn, response, err := dialer.Dial(h.ws(), nil)
	require.NoError(t, err)
	defer func() { _ = conn.Close() }()
	require.Empty(t, response.Header.Get("Sec-WebSocket-Extensions"))
}

// TestDeepWideAndDoubledJSON is THREATS W4, over HTTP and on a WebSocket that lives on.
func TestDeepWideAndDoubledJSON(t *testing.T) {
	h := open(t)
	l, _ := lineTo(t, h)
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for name, body := range map[string]string{
		"17 deep": `{"a":` + nested(16) + `}`, "9,999 deep": nested(9_999), "10,001 deep": nested(10_001), "unclosed": strings.Repeat(`{"a":`, 20_000),
		"wide": `[` + strings.Repeat("1,", 10_001) + `1]`, "digits": `{"id":` + strings.Repeat("9", 500_000) + `,"x":}`,
		"doubled": `{"jsonrpc":"2.0","id":1,"method":"a","method":"b"}`, "doubled inside": `{"params":[{"bid":1,"bid":2}]}`,
	} {
		_, b := post(t, h.http.URL, body)
		var a rpcAnswer
		require.NoError(t, json.Unmarshal(b, &a), name)
		require.NotNil(t, a.Error, name)
		require.Equal(t, "MALFORMED", a.Error.Data.Code, name)
		require.NoError(t, l.conn.WriteMessage(websocket.TextMessage, []byte(body)))
		var on rpcAnswer
		require.NoError(t, l.conn.ReadJSON(&on), name)
		require.Equal(t, "MALFORMED", on.Error.Data.Code, name)
	}
	require.Nil(t, l.call("chorale_sealingKey", "").Error, "the connection harmed nobody, not even itself")
	_, b := post(t, h.http.URL, `{}`)
	require.Contains(t, string(b), `"code":"MALFORMED"`)
}

// Each bound on JSON refuses by itself: the body is otherwise a request that is answered.
func TestJSONIsBounded(t *testing.T) {
	h := open(t)
	request := func(extra string) string {
		return `{"jsonrpc":"2.0","id":1,"method":"chorale_sealingKey"` + extra + `}`
	}
	nested := func(n int) string { return `,"x":` + strings.Repeat("[", n) + strings.Repeat("]", n) }
	for body, want := range map[string]string{
		request(nested(15)): "", request(nested(16)): "nested deeper than 16", request(`,"x":[0` + strings.Repeat(",0", 10_000) + `]`): "JSON tokens",
		request(`,"id":1`): "twice in one object", request("") + "\n ": "", request("") + request(""): "more than one JSON value", request("") + "1": "more than one JSON value",
	} {
		_, b := post(t, h.http.URL, body)
		var a rpcAnswer
		require.NoError(t, json.Unmarshal(b, &a))
		if want == "" {
			require.Nil(t, a.Error, "%.100s", body)
			continue
		}
		require.NotNil(t, a.Error, "%.100s", body)
		require.Equal(t, "MALFORMED", a.Error.Data.Code)
		require.Contains(t, a.Error.Message, want)
	}
}

// A caller is an IPv4 address, however it is written, or an IPv6 /64, whose addresses one household has (THREATS W7).
func TestCallersAreCountedByNetwork(t *testing.T) {
	h := open(t, func(c *settings) {
		c.Limits.RequestsPerMinute = 1
		c.Now = func() time.Time { return time.Unix(1_000_000, 0) }
	})
	for _, c := range []struct {
		from string
		want int
	}{
		{"192.0.2.1:1", 200},
		{"192.0.2.1:2", 429},
		{"[::ffff:192.0.2.1]:1", 429},
		{"192.0.2.2:1", 200},
		{"[::ffff:192.0.2.3]:1", 200},
		{"[2001:db8:0:1::1]:1", 200},
		{"[2001:db8:0:1:ffff::2]:1", 429},
		{"[2001:db8:0:1::3%eth0]:1", 429},
		{"[2001:db8:0:2::1]:1", 200},
	} {
		request := httptest.NewRequest(http.MethodGet, "/v1/slots", nil)
		request.RemoteAddr = c.from
		answer := httptest.NewRecorder()
		h.server.ServeHTTP(answer, request)
		require.Equal(t, c.want, answer.Code, c.from)
	}
}

// So many long-lived connections are an address's, of both kinds together; one that ends makes room for another.
func TestConnectionsAreBounded(t *testing.T) {
	h := open(t, func(c *settings) { c.Limits.Connections = 2 })
	_, stop := events(t, h, "")
	first, _ := lineTo(t, h)
	for range 3 {
		_, response, err := websocket.DefaultDialer.Dial(h.ws(), nil)
		require.ErrorIs(t, err, websocket.ErrBadHandshake)
		require.Equal(t, 429, response.StatusCode)
		require.Equal(t, 429, get(t, h, "/v1/events").status)
	}
	require.Nil(t, first.call("chorale_sealingKey", "").Error, "who is in stays in")
	again := func() bool {
		conn, _, err := websocket.DefaultDialer.Dial(h.ws(), nil)
		if err == nil {
			t.Cleanup(func() { _ = conn.Close() })
		}
		return err == nil
	}
	stop()
	eventually(t, "a stream's place is free", again)
	require.False(t, again())
	require.NoError(t, first.conn.Close())
	eventually(t, "a socket's place is free", again)
	require.False(t, again())
}

func TestBatchesAreBounded(t *testing.T) {
	h := open(t)
	one := `{"jsonrpc":"2.0","id":1,"method":"chorale_sealingKey"}`
	batch := func(n int) string { return "[" + strings.TrimSuffix(strings.Repeat(one+",", n), ",") + "]" }
	for _, path := range []string{"", "/rpc/901"} {
		status, b := post(t, h.http.URL+path, batch(100))
		require.Equal(t, 200, status, string(b))
		var answers []rpcAnswer
		require.NoError(t, json.Unmarshal(b, &answers))
		require.Len(t, answers, 100)
		_, b = post(t, h.http.URL+path, batch(101))
		require.Contains(t, string(b), `"OVERSIZED"`)
	}
	status, b := post(t, h.http.URL, `{"jsonrpc":"2.0","id":1,"method":"`+strings.Repeat("x", 2<<20)+`"}`)
	require.Equal(t, http.StatusRequestEntityTooLarge, status)
	require.Contains(t, string(b), `"OVERSIZED"`)
}

func TestRatesAreLimitedAndSayWhenToComeBack(t *testing.T) {
	now := time.Unix(1_000_000, 0)
	h := open(t, func(c *settings) {
		c.Limits.RequestsPerMinute = 5
		c.Now = func() time.Time { return now }
	})
	for range 5 {
		require.Nil(t, call(t, h, "", "chorale_sealingKey", "").Error)
	}
	a := call(t, h, "", "chorale_sealingKey", "")
	require.Equal(t, "RATE_LIMITED", a.Error.Data.Code)
	require.Equal(t, -32005, a.Error.Code)
	require.Equal(t, int64(20_000), a.Error.Data.RetryAfterMs)
	rest := get(t, h, "/v1/slots")
	require.Equal(t, 429, rest.status)
	require.Equal(t, "20", rest.header.Get("Retry-After"))
	require.Equal(t, 429, func() int {
		s, _ := post(t, h.http.URL+"/rpc/901", `{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}`)
		return s
	}())
}

// TestNothingIsLeftBehind is THREATS W11: connections and streams come and go, and the house is empty after.
func TestNothingIsLeftBehind(t *testing.T) {
	ignore := goleak.IgnoreCurrent()
	h := open(t)
	for i := range 100 {
		conn, _, err := websocket.DefaultDialer.Dial(h.ws(), nil)
		require.NoError(t, err)
		require.NoError(t, conn.WriteMessage(websocket.TextMessage, []byte(`{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["chorale_slots"]}`)))
		if i%2 == 0 {
			_, _, err = conn.ReadMessage()
			require.NoError(t, err)
		}
		if i%10 == 0 {
			_, stop := events(t, h, "0")
			defer stop()
			h.closeSlot()
		}
		if i%3 != 0 {
			_ = conn.Close()
			continue
		}
		_ = conn.NetConn().Close()
	}
	h.stop()
	http.DefaultClient.CloseIdleConnections()
	require.NoError(t, goleak.Find(ignore))
}

func FuzzMessages(f *testing.F) {
	for _, seed := range []string{`{"jsonrpc":"2.0","id":1,"method":"chorale_sendBundle","params":[{"legs":[{"chainId":901,"txs":["0x02"]}]}]}`,
		`[]`, `{`, `[{"jsonrpc":"2.0"}]`, `{"jsonrpc":"2.0","id":1,"method":"eth_subscribe","params":["chorale_slots"]}`,
		`{"jsonrpc":"2.0","id":{},"method":"chorale_getBundle","params":{}}`} {
		f.Add([]byte(seed))
	}
	c := newCommittee()
	server := door(f, &settings{Config: api.Config{Parameters: c.p, Limits: api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 1 << 40}},
		Committee: c, Follows: c, Key: key(1), Store: store(f)})
	f.Fuzz(func(t *testing.T, body []byte) {
		request, err := http.NewRequest(http.MethodPost, "/", strings.NewReader(string(body)))
		if err != nil {
			t.Skip()
		}
		request.Header.Set("Content-Type", "application/json")
		request.RemoteAddr = "127.0.0.1:1"
		w := &recorder{header: http.Header{}}
		server.ServeHTTP(w, request)
		if len(w.body) > 0 && !json.Valid(w.body) {
			t.Fatalf("%q answered with %q", body, w.body)
		}
		if strings.Contains(string(w.body), "crashed") {
			t.Fatalf("%q crashed a method", body)
		}
	})
}

type recorder struct {
	header http.Header
	body   []byte
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) WriteHeader(int)             {}
func (r *recorder) Write(b []byte) (int, error) { r.body = append(r.body, b...); return len(b), nil }
