package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/flashbots/go-utils/signature"
)

// guard checks what callers send before anything reads it, and counts it.
type guard struct {
	limits      *Limits
	now         func() time.Time
	requests    meter
	connections census
}

// caller is who asks: an address for the limits, and the account that signed, if any did.
type caller struct {
	address string
	signer  rollup.Address
	socket  *socket // nil over HTTP
}

type callerKey struct{}

// gateway is the caller as the gateway knows it.
func (c *caller) gateway() gateway.Caller {
	return gateway.Caller{Signer: c.signer, Address: c.address}
}

// viewer is the caller as the index knows it.
func (c *caller) viewer() index.Viewer {
	v := index.Viewer{Signer: c.signer}
	if c.socket != nil {
		v.Own = &c.socket.own
	}
	return v
}

// claim is what the caller's connection may follow; nil over HTTP.
func (c *caller) claim() gateway.Claim {
	if c.socket == nil {
		return nil
	}
	return &c.socket.own
}

// caller finds who makes an RPC call.
func (k *sockets) caller(ctx context.Context) *caller {
	if c, ok := ctx.Value(callerKey{}).(*caller); ok {
		return c
	}
	if s := k.find(rpc.PeerInfoFromContext(ctx).RemoteAddr); s != nil {
		return &caller{address: s.address, signer: s.signer(), socket: s}
	}
	return &caller{address: "unknown"}
}

// intake reads a JSON-RPC request over HTTP and refuses what must not reach a decoder. The signature is
// checked over the raw bytes, before anything is parsed.
func (s *Server) intake(w http.ResponseWriter, r *http.Request) ([]byte, *caller, *Refusal) {
	c := &caller{address: callerOf(r)}
	limit := s.cfg.Limits.BodyBytes
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, limit))
	if err != nil {
		return nil, nil, oversizedBody(limit)
	}
	if header := r.Header.Get(signature.HTTPHeader); header != "" {
		signer, err := signature.Verify(header, body)
		if err != nil {
			return nil, nil, refuse(auction.BadSignature, signature.HTTPHeader, err.Error(),
				"sign EIP-191 over the 0x hex text of keccak256 of the raw body: <address>:<signature>")
		}
		c.signer = signer
	}
	if refusal := s.guard.admit(body, c); refusal != nil {
		return nil, nil, refusal
	}
	return body, c, nil
}

// admit checks a message's shape and counts its calls.
func (g *guard) admit(message []byte, c *caller) *Refusal {
	if refusal := checkJSON(message, g.limits); refusal != nil {
		g.requests.take(g.now(), c.address, 1, g.limits.RequestsPerMinute)
		return refusal
	}
	calls, err := callsOf(message)
	if err != nil {
		return err
	}
	if calls > g.limits.BatchItems {
		r := refuse(auction.Oversized, "batch", fmt.Sprintf("%d calls in one batch", calls), fmt.Sprintf("at most %d", g.limits.BatchItems))
		r.rpcCode = codeRequest
		return r
	}
	if wait, ok := g.requests.take(g.now(), c.address, calls, g.limits.RequestsPerMinute); !ok {
		return limited("requests", g.limits.RequestsPerMinute, wait)
	}
	return nil
}

func callsOf(message []byte) (int, *Refusal) {
	switch first := bytes.TrimLeft(message, " \t\r\n"); first[0] {
	case '{':
		return 1, nil
	case '[':
		var items []json.RawMessage
		if err := json.Unmarshal(message, &items); err != nil {
			return 0, malformed("body", err.Error(), "send a JSON array of requests")
		}
		return max(len(items), 1), nil
	}
	r := malformed("body", "neither a request nor a batch", "send a JSON-RPC 2.0 object or an array of them")
	r.rpcCode = codeRequest
	return 0, r
}

func oversizedBody(limit int64) *Refusal {
	return refuse(auction.Oversized, "body", fmt.Sprintf("more than %d bytes", limit), "split it; the limits are at /v1/limits")
}

// jsonTypes are what go-ethereum's dispatcher takes for JSON.
var jsonTypes = []string{"application/json", "application/json-rpc", "application/jsonrequest"}

// serveRPC answers JSON-RPC over HTTP.
func (s *Server) serveRPC(w http.ResponseWriter, r *http.Request) {
	if kind, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || !slices.Contains(jsonTypes, kind) {
		writeStatus(w, http.StatusUnsupportedMediaType, s.metrics.refuse(malformed("Content-Type", "not JSON: "+clip(r.Header.Get("Content-Type"), 60), "send Content-Type: application/json")))
		return
	}
	body, c, refusal := s.intake(w, r)
	if refusal != nil {
		writeRPCError(w, nil, refusal)
		return
	}
	inner := r.WithContext(context.WithValue(r.Context(), callerKey{}, c))
	inner.Body = io.NopCloser(bytes.NewReader(body))
	inner.ContentLength = int64(len(body))
	answer := &held{header: w.Header()}
	s.rpc.ServeHTTP(answer, inner)
	out := decorate(answer.body.Bytes())
	w.Header().Del("Transfer-Encoding")
	w.Header().Del("Content-Length")
	if answer.status != 0 {
		w.WriteHeader(answer.status)
	}
	_, _ = w.Write(out)
}

// held is an answer that is looked at before it is sent.
type held struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (h *held) Header() http.Header         { return h.header }
func (h *held) WriteHeader(status int)      { h.status = status }
func (h *held) Write(b []byte) (int, error) { return h.body.Write(b) }

type rpcError struct {
	Code    int             `json:"code"`
	Message string          `json:"message"`
	Data    json.RawMessage `json:"data,omitempty"`
}

type rpcAnswer struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *rpcError       `json:"error,omitempty"`
}

func errorAnswer(id json.RawMessage, r *Refusal) rpcAnswer {
	if id == nil {
		id = json.RawMessage("null")
	}
	data, _ := json.Marshal(r) // strings and numbers: cannot fail
	return rpcAnswer{Version: "2.0", ID: id, Error: &rpcError{r.ErrorCode(), r.Error(), data}}
}

func writeRPCError(w http.ResponseWriter, id json.RawMessage, r *Refusal) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status())
	_ = json.NewEncoder(w).Encode(errorAnswer(id, r))
}

// decorate gives the dispatcher's own errors (unknown method, wrong parameters) the data that every error
// of the door has.
func decorate(message []byte) []byte {
	if !bytes.Contains(message, []byte(`"error":{"code":`)) {
		return message
	}
	if bytes.HasPrefix(message, []byte("[")) {
		var batch []rpcAnswer
		if json.Unmarshal(message, &batch) != nil {
			return message
		}
		for i := range batch {
			batch[i].explain()
		}
		return encoded(batch, message)
	}
	var one rpcAnswer
	if json.Unmarshal(message, &one) != nil || one.Error == nil {
		return message
	}
	one.explain()
	return encoded(one, message)
}

func encoded(v any, otherwise []byte) []byte {
	if b, err := json.Marshal(v); err == nil {
		return b
	}
	return otherwise
}

func (a *rpcAnswer) explain() {
	if a.Error == nil || len(a.Error.Data) > 0 {
		return
	}
	r := gateway.Refuse(auction.Malformed, "params", "", "see /openrpc.json")
	switch a.Error.Code {
	case codeMethod:
		r.Field, r.Hint = "method", "see /openrpc.json for the methods; a rollup's own are at /rpc/<chainId>"
	case codeRequest:
		r.Field, r.Hint = "body", `send {"jsonrpc":"2.0","id":1,"method":…,"params":[…]}`
	case codeParse:
		r.Field, r.Hint = "body", "send valid JSON"
	case codeInternal, codeServer, -32002, -32003:
		r.Reason, r.Field, r.Hint = auction.Unavailable, "", "send it again"
	}
	a.Error.Data, _ = json.Marshal(r)
}
