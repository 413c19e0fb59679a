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
		mux.Handle(r.method+" "+r.path, s.only(r))
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if handler, pattern := mux.Handler(r); pattern == "" {
			s.stray(w, r, handler)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// route is one entry of the door's table, with the parameters that it reads from the query.
type route struct {
	method, path string
	handler      http.HandlerFunc
	query        []string
}

// only hands on what has no other parameters than the route's.
func (s *Server) only(route route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		refusal := heeded(r, route.query)
		switch {
		case refusal == nil || strings.HasPrefix(route.path, "/page/"):
			route.handler(w, r)
		case route.method == http.MethodPost:
			writeRPCError(w, nil, s.metrics.refuse(refusal))
		default:
			writeRefusal(w, s.metrics.refuse(refusal))
		}
	}
}

// stray answers what no route takes, in the words of every other refusal. otherwise is how the mux would.
func (s *Server) stray(w http.ResponseWriter, r *http.Request, otherwise http.Handler) {
	answer := &held{header: http.Header{}}
	otherwise.ServeHTTP(answer, r)
	chain, isRollup := strings.CutPrefix(r.URL.Path, "/rpc/")
	switch {
	case isRollup && s.rollup(chain) == nil:
		writeRefusal(w, s.metrics.refuse(unknownRollup(chain)))
	case answer.status == http.StatusMethodNotAllowed:
		allow := answer.header.Get("Allow")
		w.Header().Set("Allow", allow)
		writeStatus(w, http.StatusMethodNotAllowed, s.metrics.refuse(malformed("method", r.Method+" is not for "+clip(r.URL.Path, 60), "use "+allow)))
	case answer.status >= 300 && answer.status < 400:
		otherwise.ServeHTTP(w, r)
	default:
		writeRefusal(w, s.metrics.refuse(notFound("path", "nothing is at "+clip(r.URL.Path, 60), "the paths are listed at /openapi.json")))
	}
}

func (s *Server) table() []route {
	page := []string{"limit", "cursor", "format"}
	return []route{
		{"POST", "/{$}", s.serveRPC, nil},
		{"GET", "/{$}", s.serveRoot, nil},
		{"GET", "/ws", s.serveSocket, nil},
		{"POST", "/rpc/{chain}", s.serveChain, []string{"canRevert"}},
		{"GET", "/tx/{hash}", s.limit(s.serveTx), nil},
		{"GET", "/v1/slots", s.limit(s.serveSlots), page},
		{"GET", "/v1/slots/{slot}", s.limit(s.serveSlot), nil},
		{"GET", "/v1/slots/{slot}/extensions", s.limit(s.serveExtensions), nil},
		{"GET", "/v1/slots/{slot}/record", s.limit(s.serveRecord), []string{"wait_ms"}},
		{"GET", "/v1/blocks/{chain}/{number}", s.limit(s.serveBlock), nil},
		{"GET", "/v1/parameters", s.limit(s.serveParameters), nil},
		{"GET", "/v1/bundles", s.limit(s.serveBundles), append([]string{"slot", "bidder", "reason"}, page...)},
		{"GET", "/v1/bundles/{hash}", s.limit(s.serveBundle), nil},
		{"GET", "/v1/payouts", s.limit(s.servePayouts), append([]string{"chain_id", "chainId", "from", "to"}, page...)},
		{"GET", "/v1/rollups", s.limit(s.serveRollups), nil},
		{"GET", "/v1/committee", s.limit(s.serveCommittee), nil},
		{"GET", "/v1/stats", s.limit(s.serveStats), nil},
		{"GET", "/v1/reasons", s.limit(s.serveReasons), nil},
		{"GET", "/v1/limits", s.limit(s.serveLimits), nil},
		{"GET", "/v1/events", s.serveEvents, []string{"last_event_id"}},
		{"GET", "/livez", s.serveLive, nil},
		{"GET", "/readyz", s.serveReady, nil},
		{"GET", "/openrpc.json", serveSpec("openrpc.json"), nil},
		{"GET", "/openapi.json", serveSpec("openapi.json"), nil},
		{"GET", "/page/", servePage, nil},
	}
}

// limit counts a REST request against its caller.
func (s *Server) limit(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if wait, ok := s.guard.requests.take(s.guard.now(), callerOf(r), 1, s.cfg.Limits.RequestsPerMinute); !ok {
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

func writeRefusal(w http.ResponseWriter, r *Refusal) { writeStatus(w, r.status(), r) }

// writeStatus is a refusal under a status that its reason does not tell.
func writeStatus(w http.ResponseWriter, status int, r *Refusal) {
	if r.RetryAfterMs > 0 {
		w.Header().Set("Retry-After", strconv.FormatInt((r.RetryAfterMs+999)/1000, 10))
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]restError{"error": {r.Reason, r.Error(), r.Field, r.Hint, r.RetryAfterMs}})
}

// listing is one page of rows: Next is the cursor of the page after it, empty at the end.
type listing[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next_cursor"`
}

const maxPage = 1000

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
