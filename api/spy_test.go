package api_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/rollup"
	"github.com/gorilla/websocket"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

// spy is everybody but the maker of a bid: it keeps all that the gateway logs, counts, streams and answers.
type spy struct {
	t        *testing.T
	h        *house
	log      *slog.Logger
	registry *prometheus.Registry
	account  int64

	mu      sync.Mutex
	heard   []chunk
	marks   map[string]bool // barriers that came through, by stream
	checked int
	names   []string // hashes and ids that it asks about
}

type chunk struct {
	where string
	text  []byte // in lower case
}

func newSpy(t *testing.T) *spy {
	s := &spy{t: t, account: 99, marks: map[string]bool{}, registry: prometheus.NewRegistry()}
	s.log = slog.New(slog.NewJSONHandler(ear{s, "log"}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	return s
}

// listen has a gateway's log and metrics kept.
func (s *spy) listen(cfg *settings) { cfg.Log, cfg.Registry = s.log, s.registry }

// ear is where something is written.
type ear struct {
	spy   *spy
	where string
}

func (e ear) Write(b []byte) (int, error) {
	e.spy.hear(e.where, b)
	return len(b), nil
}

func (s *spy) hear(where string, text []byte) {
	lower := bytes.ToLower(bytes.Clone(text))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heard = append(s.heard, chunk{where, lower})
	if i := bytes.Index(lower, []byte("barrier-")); i >= 0 {
		s.marks[where+string(lower[i:i+16])] = true
	}
}

// attach opens the streams: server-sent events, every slot over WebSocket, and every bundle that a stranger gets.
func (s *spy) attach(h *house) {
	s.h = h
	stream, stop := events(s.t, h, "0")
	s.t.Cleanup(stop)
	go func() {
		for e := range stream {
			s.hear("sse", []byte(e.data))
		}
	}()
	for _, name := range []string{"chorale_slots", "chorale_bundles"} {
		l, text := lineTo(s.t, h)
		require.Nil(s.t, l.call("chorale_authenticate", reply(s.account, text)).Error)
		require.Nil(s.t, l.call("eth_subscribe", fmt.Sprintf(`%q,{"fromSeq":0}`, name)).Error)
		go s.read(name, l.conn)
	}
}

func (s *spy) read(name string, conn *websocket.Conn) {
	for {
		_, message, err := conn.ReadMessage()
		if err != nil {
			return
		}
		s.hear("ws "+name, message)
	}
}

// barrier waits until what was streamed before is heard.
func (s *spy) barrier() {
	mark := fmt.Sprintf("barrier-%08x", len(s.all()))
	api.Announce(s.h.server, `{"type":"barrier","text":"`+mark+`"}`)
	eventually(s.t, "the streams carry a mark", func() bool {
		s.mu.Lock()
		defer s.mu.Unlock()
		return s.marks["sse"+mark] && s.marks["ws chorale_slots"+mark]
	})
}

// walk asks everything that a stranger can ask, and reads the metrics.
func (s *spy) walk() map[string][]byte {
	out := map[string][]byte{}
	s.mu.Lock()
	names := append([]string{}, s.names...)
	s.mu.Unlock()
	for _, route := range api.Routes(s.h.server) {
		method, path, _ := strings.Cut(route, " ")
		if method != "GET" || path == "/v1/events" || path == "/ws" || path == "/" || strings.HasPrefix(path, "/page") || strings.HasPrefix(path, "/open") {
			continue
		}
		paths := []string{path}
		switch {
		case strings.Contains(path, "{hash}"):
			paths = nil
			for _, n := range names {
				paths = append(paths, strings.ReplaceAll(path, "{hash}", n))
			}
		case strings.Contains(path, "{slot}"):
			s.h.mu.Lock()
			open := s.h.open
			s.h.mu.Unlock()
			paths = []string{fmt.Sprintf("/v1/slots/%d", open), fmt.Sprintf("/v1/slots/%d", open+1), "/v1/slots/1"}
			if open > 1 {
				paths = append(paths, fmt.Sprintf("/v1/slots/%d", open-1))
			}
		case path == "/v1/bundles":
			paths = append(paths, path+"?bidder="+account(s.h.key).Hex(), path+"?limit=3&format=csv")
		}
		for i, p := range paths {
			where := fmt.Sprintf("GET %s #%d", path, i)
			out[where] = get(s.t, s.h, p).body
			s.hear(where, out[where])
		}
	}
	calls := [][2]string{{"chorale_sealingKey", ""}, {"chorale_pending", ""}, {"chorale_cancelBundle", `{"replacementUuid":"mine"}`}}
	for _, n := range names {
		calls = append(calls, [2]string{"chorale_getBundle", `"` + n + `"`})
	}
	for i, c := range calls {
		where := fmt.Sprintf("rpc %s #%d", c[0], i)
		raw, err := json.Marshal(signedCall(s.t, s.h, s.account, c[0], c[1]))
		require.NoError(s.t, err)
		out[where] = raw
		s.hear(where, raw)
	}
	for _, c := range [][2]string{{"eth_getTransactionCount", `"` + account(key(10)).Hex() + `","pending"`}, {"eth_getBalance", `"` + account(key(10)).Hex() + `","pending"`}} {
		where := "rpc /rpc/901 " + c[0]
		raw, err := json.Marshal(call(s.t, s.h, "/rpc/901", c[0], c[1]))
		require.NoError(s.t, err)
		out[where] = raw
		s.hear(where, raw)
	}
	out["metrics"] = metricsOf(s.t, s.h)
	s.hear("metrics", out["metrics"])
	return out
}

// all is what was heard since it was last forgotten.
func (s *spy) all() []chunk {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.heard)
}

// find says where a text was heard.
func (s *spy) find(text string) (where []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.heard {
		if bytes.Contains(c.text, []byte(strings.ToLower(text))) {
			where = append(where, c.where)
		}
	}
	return where
}

// canary is a secret that nothing else looks like.
type canary struct {
	amount *uint256.Int
	data   []byte
	slot   rollup.Slot
}

func newCanary(serial uint64) canary {
	amount := new(uint256.Int).Lsh(uint256.NewInt(0xca11ab1e), 64)
	amount.Add(amount, uint256.NewInt(serial))
	return canary{amount: amount, data: fmt.Appendf(nil, "\xc0\xff\xee\x42%08x", serial)}
}

// forms are what it looks like in any encoding that something here uses.
func (c canary) forms() [][]byte {
	raw := c.amount.Bytes()
	out := [][]byte{[]byte(c.amount.Dec()), []byte(hex.EncodeToString(raw)), bytes.ToLower(raw), []byte(hex.EncodeToString(c.data)), bytes.ToLower(c.data)}
	for shift := range 3 {
		text := base64.StdEncoding.EncodeToString(append(make([]byte, shift), c.data...))
		out = append(out, []byte(strings.ToLower(text[4:len(text)-4])))
	}
	return out
}

// leaks are the places, since the last check, at which one of the secrets was heard.
func (s *spy) leaks(secrets []canary) (out []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.heard[s.checked:] {
		for _, secret := range secrets {
			for _, form := range secret.forms() {
				if bytes.Contains(c.text, form) {
					out = append(out, fmt.Sprintf("%s: %s", c.where, form))
				}
			}
		}
	}
	s.checked = len(s.heard)
	return out
}

// told forgets what was checked, so that long runs stay small.
func (s *spy) told() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.heard, s.checked, s.names = nil, 0, nil
}

func (s *spy) ask(names ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.names = append(s.names, names...)
}
