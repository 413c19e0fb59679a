package api

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/chorale-network/chorale/auction"
)

// routes are everything that is served. openapi.json lists them all; a test compares the two.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	for _, r := range s.table() {
		mux.Handle(r.method+" "+r.path, r.handler)
	}
	return mux
}

// route is one entry of the door's table.
type route struct {
	method, path string
	handler      http.HandlerFunc
}

func (s *Server) table() []route {
	return []route{
		{"POST", "/{$}", s.serveRPC},
		{"GET", "/{$}", s.serveRoot},
		{"GET", "/ws", s.serveSocket},
		{"POST", "/rpc/{chain}", s.serveChain},
		{"GET", "/tx/{hash}", s.limit(s.serveTx)},
		{"GET", "/v1/slots", s.limit(s.serveSlots)},
		{"GET", "/v1/slots/{slot}", s.limit(s.serveSlot)},
		{"GET", "/v1/slots/{slot}/extensions", s.limit(s.serveExtensions)},
		{"GET", "/v1/slots/{slot}/record", s.limit(s.serveRecord)},
		{"GET", "/v1/blocks/{chain}/{number}", s.limit(s.serveBlock)},
		{"GET", "/v1/parameters", s.limit(s.serveParameters)},
		{"GET", "/v1/bundles", s.limit(s.serveBundles)},
		{"GET", "/v1/bundles/{hash}", s.limit(s.serveBundle)},
		{"GET", "/v1/payouts", s.limit(s.servePayouts)},
		{"GET", "/v1/rollups", s.limit(s.serveRollups)},
		{"GET", "/v1/committee", s.limit(s.serveCommittee)},
		{"GET", "/v1/stats", s.limit(s.serveStats)},
		{"GET", "/v1/reasons", s.limit(s.serveReasons)},
		{"GET", "/v1/limits", s.limit(s.serveLimits)},
		{"GET", "/v1/events", s.serveEvents},
		{"GET", "/livez", s.serveLive},
		{"GET", "/readyz", s.serveReady},
		{"GET", "/openrpc.json", serveSpec("openrpc.json")},
		{"GET", "/openapi.json", serveSpec("openapi.json")},
		{"GET", "/page/", servePage},
	}
}

// limit counts a REST request against its caller.
func (s *Server) limit(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if wait, ok := s.guard.requests.take(s.cfg.Now(), callerOf(r), 1, s.cfg.Limits.RequestsPerMinute); !ok {
			writeRefusal(w, s.metrics.refuse(limited("requests", s.cfg.Limits.RequestsPerMinute, wait)))
			return
		}
		next(w, r)
	}
}

// serveRoot is the page to a browser and the dispatcher to a WebSocket.
func (s *Server) serveRoot(w http.ResponseWriter, r *http.Request) {
	if strings.EqualFold(r.Header.Get("Upgrade"), "websocket") {
		s.serveSocket(w, r)
		return
	}
	serveIndex(w, r)
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v)
}

// restError is the body of a refused REST request.
type restError struct {
	Code         auction.Reason `json:"code"`
	Message      string         `json:"message"`
	Field        string         `json:"field"`
	Hint         string         `json:"hint"`
	RetryAfterMs int64          `json:"retry_after_ms,omitempty"`
}

func writeRefusal(w http.ResponseWriter, r *Refusal) {
	if r.RetryAfterMs > 0 {
		w.Header().Set("Retry-After", strconv.FormatInt((r.RetryAfterMs+999)/1000, 10))
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status())
	_ = json.NewEncoder(w).Encode(map[string]restError{"error": {r.Reason, r.Error(), r.Field, r.Hint, r.RetryAfterMs}})
}

// listing is one page of rows: Next is the cursor of the page after it, empty at the end.
type listing[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next_cursor"`
}

const maxPage = 1000

// query reads a listing's parameters and remembers the first that is wrong.
type query struct {
	r       *http.Request
	refusal *Refusal
}

func (q *query) uint(name string, otherwise uint64) uint64 {
	text := q.r.URL.Query().Get(name)
	if text == "" {
		return otherwise
	}
	v, err := strconv.ParseUint(text, 10, 64)
	if err != nil && q.refusal == nil {
		q.refusal = malformed(name, "not a number: "+clip(text, 40), "write a decimal integer")
	}
	return v
}

func (q *query) limit() int {
	v := q.uint("limit", 100)
	if (v == 0 || v > maxPage) && q.refusal == nil {
		q.refusal = malformed("limit", "limit is 1 to 1000", "ask for less and go on with next_cursor")
	}
	return int(min(v, maxPage)) //nolint:gosec // bounded
}

// asCSV says whether the twin in CSV is wanted: ?format=csv or Accept: text/csv.
func asCSV(r *http.Request) bool {
	return r.URL.Query().Get("format") == "csv" || strings.HasPrefix(r.Header.Get("Accept"), "text/csv")
}

// writeRows writes a listing as JSON or CSV. Columns of the CSV are the row's scalar fields, in order.
func writeRows[T any](w http.ResponseWriter, r *http.Request, items []T, next string) {
	if items == nil {
		items = []T{}
	}
	if !asCSV(r) {
		writeJSON(w, listing[T]{items, next})
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	if next != "" {
		w.Header().Set("X-Next-Cursor", next)
	}
	out := csv.NewWriter(w)
	for i, item := range items {
		names, values := columns(snakeJSON(item))
		if i == 0 {
			_ = out.Write(names)
		}
		_ = out.Write(values)
	}
	out.Flush()
}

// columns are an encoded row's scalars, in order; lists and objects stay out of the CSV twin.
func columns(row json.RawMessage) (names, values []string) {
	d := json.NewDecoder(strings.NewReader(string(row)))
	depth := 0
	name := ""
	for {
		t, err := d.Token()
		if err != nil {
			return names, values
		}
		if delim, ok := t.(json.Delim); ok {
			if delim == '{' || delim == '[' {
				depth++
			} else {
				depth--
			}
			name = ""
			continue
		}
		switch text, ok := t.(string); {
		case depth != 1:
		case name == "" && ok:
			name = text
		default:
			names, values = append(names, name), append(values, scalar(t))
			name = ""
		}
	}
}

func scalar(t json.Token) string {
	switch v := t.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}
