package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Nodes are the rollups' own JSON-RPC nodes. Safe for concurrent use.
type Nodes struct {
	of map[rollup.ChainID]*node
}

// NewNodes makes the clients of nodes. ErrConfig names a rollup whose node has no URL.
func NewNodes(rollups []Rollup, l Limits) (*Nodes, error) {
	l.complete()
	out := &Nodes{of: map[rollup.ChainID]*node{}}
	for _, r := range rollups {
		if r.URL == "" {
			return nil, fmt.Errorf("no URL of rollup %s: %w", r.Chain, ErrConfig)
		}
		out.of[r.Chain] = newNode(r, &l)
	}
	return out, nil
}

// Standings implements gateway.Nodes, by one batch.
func (n *Nodes) Standings(ctx context.Context, chain rollup.ChainID, accounts []rollup.Address) map[rollup.Address]gateway.Standing {
	out := map[rollup.Address]gateway.Standing{}
	one := n.of[chain]
	if one == nil {
		return out
	}
	var calls []rpcRequest
	for _, account := range accounts {
		params, _ := json.Marshal([]any{account, "latest"}) // strings: cannot fail
		calls = append(calls, rpcRequest{Method: "eth_getTransactionCount", Params: params}, rpcRequest{Method: "eth_getBalance", Params: params})
	}
	answers, err := one.ask(ctx, calls)
	if err != nil {
		return out
	}
	for i, account := range accounts {
		nonce, balance := answers[2*i], answers[2*i+1]
		var count hexutil.Uint64
		var wei hexutil.Big
		if nonce.Error == nil && balance.Error == nil && json.Unmarshal(nonce.Result, &count) == nil && json.Unmarshal(balance.Result, &wei) == nil {
			out[account] = gateway.Standing{Nonce: uint64(count), Balance: wei.ToInt()}
		}
	}
	return out
}

func (n *Nodes) close() {
	for _, one := range n.of {
		one.client.CloseIdleConnections()
	}
}

// node is a rollup's own JSON-RPC node, to which every read is passed on.
type node struct {
	Rollup
	client *http.Client
	limit  int64

	mu    sync.Mutex
	alive time.Time // when it last answered
}

// nodeTimeout bounds one request to a node.
const nodeTimeout = 10 * time.Second

func newNode(r Rollup, l *Limits) *node {
	return &node{Rollup: r, limit: int64(l.AnswerBytes), client: &http.Client{
		Timeout: nodeTimeout, Transport: &http.Transport{MaxIdleConnsPerHost: 32, IdleConnTimeout: 30 * time.Second},
	}}
}

type rpcRequest struct {
	Version string          `json:"jsonrpc"`
	ID      json.RawMessage `json:"id,omitempty"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params,omitempty"`
}

// ask passes calls on in one batch. Ids are renumbered on the way and answers put back in order, so that
// equal ids of one client meet no other's.
func (n *node) ask(ctx context.Context, calls []rpcRequest) ([]rpcAnswer, error) {
	out := make([]rpcRequest, len(calls))
	for i, c := range calls {
		out[i] = rpcRequest{"2.0", json.RawMessage(fmt.Sprint(i)), c.Method, c.Params}
	}
	var body []byte
	var err error
	if len(out) == 1 {
		body, err = json.Marshal(out[0])
	} else {
		body, err = json.Marshal(out)
	}
	if err != nil {
		return nil, fmt.Errorf("encode calls: %w", err)
	}
	raw, err := n.post(ctx, body)
	if err != nil {
		return nil, err
	}
	var answers []rpcAnswer
	if trimmed := bytes.TrimLeft(raw, " \t\r\n"); len(trimmed) > 0 && trimmed[0] == '[' {
		err = json.Unmarshal(raw, &answers)
	} else {
		var one rpcAnswer
		err = json.Unmarshal(raw, &one)
		answers = []rpcAnswer{one}
	}
	if err != nil {
		return nil, fmt.Errorf("decode the node's answer: %w", err)
	}
	ordered := make([]rpcAnswer, len(calls))
	for _, a := range answers {
		var i int
		if json.Unmarshal(a.ID, &i) == nil && i >= 0 && i < len(ordered) {
			ordered[i] = a
		}
	}
	for i := range ordered {
		if ordered[i].Version == "" {
			ordered[i] = errorAnswer(nil, unavailable("the rollup's node gave no answer to this call", 200))
		}
		ordered[i].ID = calls[i].ID
	}
	n.mu.Lock()
	n.alive = time.Now()
	n.mu.Unlock()
	return ordered, nil
}

func (n *node) post(ctx context.Context, body []byte) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, n.URL, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("ask the node of chain %s: %w", n.Chain, err)
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := n.client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("ask the node of chain %s: %w", n.Chain, err)
	}
	defer func() { _ = response.Body.Close() }()
	raw, err := io.ReadAll(io.LimitReader(response.Body, n.limit+1))
	if err != nil {
		return nil, fmt.Errorf("read the answer of chain %s: %w", n.Chain, err)
	}
	if int64(len(raw)) > n.limit {
		return nil, oversizedBody(n.limit)
	}
	return raw, nil
}

// call asks one thing and decodes its result.
func (n *node) call(ctx context.Context, result any, method string, params ...any) error {
	raw, err := json.Marshal(params)
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	answers, err := n.ask(ctx, []rpcRequest{{Method: method, Params: raw}})
	if err != nil {
		return err
	}
	if e := answers[0].Error; e != nil {
		return fmt.Errorf("%s: %s", method, e.Message)
	}
	return json.Unmarshal(answers[0].Result, result)
}

// lastAlive is when the node last answered.
func (n *node) lastAlive() time.Time {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.alive
}

// passed says whether a method is passed on to the rollup's node: every public read, nothing that manages a
// node or holds keys, and no subscription, which needs a connection of its own.
func passed(method string) bool {
	namespace, name, _ := strings.Cut(method, "_")
	switch namespace {
	case "net", "web3":
		return true
	case "eth":
		switch name {
		case "sendTransaction", "sign", "signTransaction", "signTypedData", "submitWork", "submitHashrate", "subscribe", "unsubscribe", "resend", "fillTransaction":
			return false
		}
		return true
	}
	return false
}

// name is what the page shows.
func (r Rollup) name() string {
	if r.Name != "" {
		return r.Name
	}
	return "Rollup " + r.Chain.String()
}

func (s *Server) node(chain rollup.ChainID) *node { return s.cfg.Nodes.of[chain] }
