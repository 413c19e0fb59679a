package ethereum_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// endpoint is an L1 endpoint as strangers' providers are, one node or several behind a balancer: it misbehaves before it
// hands a request on, or after. Every misbehaviour is one that such endpoints show; none of them lies.
type endpoint struct {
	t     *testing.T
	l1    *l1
	url   string
	mu    sync.Mutex
	fault fault          // nil: none
	seen  map[string]int // requests since the fault was set, by method; "" counts all
	taken map[rollup.Digest]bool
	dice  *rand.Rand
}

// request is a JSON-RPC request.
type request struct {
	Version string            `json:"jsonrpc"`
	ID      json.RawMessage   `json:"id"`
	Method  string            `json:"method"`
	Params  []json.RawMessage `json:"params"`
}

// fault says what becomes of a request, which it may change: nil hands it on.
type fault func(e *endpoint, q *request) answer

// answer answers; pass hands the request on and gives the node's answer.
type answer func(w http.ResponseWriter, r *http.Request, pass func() []byte)

func newEndpoint(t *testing.T, l *l1) *endpoint {
	e := &endpoint{t: t, l1: l, taken: map[rollup.Digest]bool{}, dice: rand.New(rand.NewPCG(1, 2))}
	server := httptest.NewServer(e)
	t.Cleanup(server.Close)
	e.url = server.URL
	return e
}

// set begins a misbehaviour; nil ends it.
func (e *endpoint) set(f fault) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.fault, e.seen = f, map[string]int{}
}

// asked is how often a method was asked since the fault was set.
func (e *endpoint) asked(method string) int {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.seen[method]
}

// dial connects to the endpoint, with little patience.
func (e *endpoint) dial() *ethereum.Chain {
	chain, err := ethereum.Dial(e.t.Context(), e.url)
	require.NoError(e.t, err)
	e.t.Cleanup(chain.Close)
	ethereum.Hasten(chain, 100*time.Millisecond, time.Hour, 1, 300*time.Millisecond)
	return chain
}

// client opens the network through the endpoint.
func (e *endpoint) client(n *testNet) *ethereum.Client {
	client, err := ethereum.Open(e.t.Context(), e.dial(), n.client.Contracts().Registry, n.client.Contracts().FromBlock)
	require.NoError(e.t, err)
	return client
}

// account acts on the network through the endpoint.
func (e *endpoint) account(client *ethereum.Client, name string) *ethereum.Account {
	return client.Account(ethereum.NewSender(client.Chain(), keyOf(name), ethereum.SenderConfig{Poll: 2 * time.Millisecond, Retry: 100 * time.Millisecond}))
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var q request
	_ = json.Unmarshal(body, &q)
	var instead answer
	e.mu.Lock()
	if e.fault != nil {
		e.seen[""]++
		e.seen[q.Method]++
		instead = e.fault(e, &q)
	}
	if q.Method == "eth_sendRawTransaction" {
		var raw hexutil.Bytes
		tx := new(types.Transaction)
		if json.Unmarshal(q.Params[0], &raw) == nil && tx.UnmarshalBinary(raw) == nil {
			e.taken[tx.Hash()] = true
		}
	}
	e.mu.Unlock()
	pass := func() []byte {
		body, err := json.Marshal(q)
		if err != nil {
			return nil
		}
		answer, err := http.Post(e.l1.url, "application/json", bytes.NewReader(body))
		if err != nil {
			return nil
		}
		defer func() { _ = answer.Body.Close() }()
		out, _ := io.ReadAll(answer.Body)
		return out
	}
	if instead != nil {
		instead(w, r, pass)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(pass())
}

// says answers a request with a result.
func (q *request) says(result string) answer {
	return func(w http.ResponseWriter, _ *http.Request, _ func() []byte) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":%s}`, q.ID, result)
	}
}

func (q *request) null() answer { return q.says("null") }

// fails answers with a JSON-RPC error.
func (q *request) fails(code int, message string) answer {
	return func(w http.ResponseWriter, _ *http.Request, _ func() []byte) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"error":{"code":%d,"message":%q}}`, q.ID, code, message)
	}
}

// altered hands on, and changes the result that comes back.
func (q *request) altered(change func(result json.RawMessage) any) answer {
	return func(w http.ResponseWriter, _ *http.Request, pass func() []byte) {
		out := pass()
		var got struct{ Result json.RawMessage }
		if json.Unmarshal(out, &got) == nil && got.Result != nil {
			if result, err := json.Marshal(change(got.Result)); err == nil {
				out = fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%s,"result":%s}`, q.ID, result)
			}
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(out)
	}
}

// status answers with an HTTP status.
func status(code int) answer {
	return func(w http.ResponseWriter, _ *http.Request, _ func() []byte) { http.Error(w, "not now", code) }
}

// hangUp ends the connection without an answer.
func hangUp(w http.ResponseWriter, _ *http.Request, _ func() []byte) {
	if h, ok := w.(http.Hijacker); ok {
		if c, _, err := h.Hijack(); err == nil {
			_ = c.Close()
		}
	}
}

// stall never answers.
func stall(_ http.ResponseWriter, r *http.Request, _ func() []byte) { <-r.Context().Done() }

// after hands the request on, and answers otherwise than the node did.
func after(then answer) answer {
	return func(w http.ResponseWriter, r *http.Request, pass func() []byte) {
		pass()
		then(w, r, pass)
	}
}

// fewerLogs leaves some of the events out of an answer.
func (q *request) fewerLogs(keep func(i, of int) bool) answer {
	return q.altered(func(result json.RawMessage) any {
		var all []json.RawMessage
		_ = json.Unmarshal(result, &all)
		kept := []json.RawMessage{}
		for i, log := range all {
			if keep(i, len(all)) {
				kept = append(kept, log)
			}
		}
		return kept
	})
}

// older answers as a node does whose head is some blocks lower: it knows no block above, and nothing that is in one.
func (e *endpoint) older(q *request, blocks uint64) answer {
	ctx, node := e.t.Context(), e.l1.backend.Client()
	head, err := node.BlockNumber(ctx)
	if err != nil {
		return status(http.StatusBadGateway)
	}
	head -= min(head, blocks)
	latest := json.RawMessage(strconv.Quote(hexutil.EncodeUint64(head)))
	text := func(i int) (s string) {
		if i < len(q.Params) {
			_ = json.Unmarshal(q.Params[i], &s)
		}
		return s
	}
	above := func(hash string) bool {
		h, err := node.HeaderByHash(ctx, rollup.Digest(hexutil.MustDecode(hash)))
		return err == nil && h.Number.Uint64() > head
	}
	switch q.Method {
	case "eth_getBlockByNumber":
		if text(0) == "latest" {
			q.Params[0] = latest
		} else if n, err := hexutil.DecodeUint64(text(0)); err == nil && n > head {
			return q.null()
		}
	case "eth_getBlockByHash", "eth_getTransactionByBlockHashAndIndex":
		if above(text(0)) {
			return q.null()
		}
	case "eth_getTransactionReceipt", "eth_getTransactionByHash":
		r, err := node.TransactionReceipt(ctx, rollup.Digest(hexutil.MustDecode(text(0))))
		if err == nil && r.BlockNumber.Uint64() > head {
			return q.null()
		}
	case "eth_call", "eth_getTransactionCount", "eth_getBalance", "eth_estimateGas":
		if len(q.Params) == 1 {
			q.Params = append(q.Params, latest)
		}
		var at struct{ BlockHash string }
		switch _ = json.Unmarshal(q.Params[1], &at); {
		case text(1) == "latest":
			q.Params[1] = latest
		case at.BlockHash != "" && above(at.BlockHash):
			return q.fails(-32000, "header for hash not found")
		case strings.HasPrefix(text(1), "0x"):
			if n, err := hexutil.DecodeUint64(text(1)); err == nil && n > head {
				return q.fails(-32000, "header not found")
			}
		}
	case "eth_getLogs":
		return q.altered(func(result json.RawMessage) any {
			var all, kept []types.Log
			_ = json.Unmarshal(result, &all)
			for _, log := range all {
				if log.BlockNumber <= head {
					kept = append(kept, log)
				}
			}
			return append([]types.Log{}, kept...)
		})
	}
	return nil
}

func head(n *testNet) uint64 {
	number, err := n.backend.Client().BlockNumber(n.t.Context())
	require.NoError(n.t, err)
	return number
}

// sentBy are the transactions of an account on the chain, from a nonce on.
func (l *l1) sentBy(name string, from uint64) (all []*types.Transaction) {
	ctx := l.t.Context()
	top, err := l.backend.Client().BlockNumber(ctx)
	require.NoError(l.t, err)
	for number := range top + 1 {
		block, err := l.backend.Client().BlockByNumber(ctx, new(big.Int).SetUint64(number))
		require.NoError(l.t, err)
		for _, tx := range block.Transactions() {
			sender, err := types.Sender(types.LatestSignerForChainID(big.NewInt(1337)), tx)
			require.NoError(l.t, err)
			if sender == addressOf(name) && tx.Nonce() >= from {
				all = append(all, tx)
			}
		}
	}
	return all
}
