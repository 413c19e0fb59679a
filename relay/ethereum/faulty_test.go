package ethereum_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// endpoint is an L1 node as strangers' providers are: it misbehaves before it hands a request on. Every misbehaviour is
// one that such nodes show; none of them lies.
type endpoint struct {
	t     *testing.T
	l1    *l1
	url   string
	mu    sync.Mutex
	armed bool
	seen  map[string]int // requests since it was armed, by method; "" counts all
	dice  *rand.Rand
	fault fault
}

// fault answers instead of the node (true), or changes the request's body.
type fault func(e *endpoint, w http.ResponseWriter, method string, body *[]byte) bool

func newEndpoint(t *testing.T, l *l1, f fault) *endpoint {
	e := &endpoint{t: t, l1: l, seen: map[string]int{}, fault: f, dice: rand.New(rand.NewPCG(1, 2))}
	server := httptest.NewServer(e)
	t.Cleanup(server.Close)
	e.url = server.URL
	return e
}

func (e *endpoint) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	var call struct{ Method string }
	_ = json.Unmarshal(body, &call) // a batch has no method of its own
	e.mu.Lock()
	if e.armed {
		e.seen[""]++
		e.seen[call.Method]++
		if e.fault(e, w, call.Method, &body) {
			e.mu.Unlock()
			return
		}
	}
	e.mu.Unlock()
	answer, err := http.Post(e.l1.url, "application/json", bytes.NewReader(body))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer func() { _ = answer.Body.Close() }()
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(answer.StatusCode)
	_, _ = io.Copy(w, answer.Body)
}

// arm begins the misbehaviour.
func (e *endpoint) arm() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.armed = true
}

// nothing answers null.
func nothing(w http.ResponseWriter, body []byte) bool {
	var call struct{ ID json.RawMessage }
	_ = json.Unmarshal(body, &call)
	w.Header().Set("Content-Type", "application/json")
	_, _ = fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":null}`, call.ID)
	return true
}

// behind turns questions about the head into questions about one that is some blocks older.
func (e *endpoint) behind(body *[]byte, blocks uint64) {
	head, err := e.l1.backend.Client().BlockNumber(e.t.Context())
	if err == nil {
		*body = bytes.ReplaceAll(*body, []byte(`"latest"`), fmt.Appendf(nil, `"0x%x"`, head-min(head, blocks)))
	}
}

// hangUp ends the connection without an answer.
func hangUp(w http.ResponseWriter) bool {
	if h, ok := w.(http.Hijacker); ok {
		if c, _, err := h.Hijack(); err == nil {
			_ = c.Close()
		}
	}
	return true
}

var faults = map[string]fault{
	"no receipt for forty looks": func(e *endpoint, w http.ResponseWriter, method string, body *[]byte) bool {
		return method == "eth_getTransactionReceipt" && e.seen[method]%50 < 40 && nothing(w, *body)
	},
	"two heads in turn": func(e *endpoint, _ http.ResponseWriter, _ string, body *[]byte) bool {
		if e.seen[""]%2 == 1 {
			e.behind(body, 3)
		}
		return false
	},
	"the nonce from one node, all else from one that is behind": func(e *endpoint, w http.ResponseWriter, method string, body *[]byte) bool {
		if method == "eth_getTransactionReceipt" {
			return e.seen[method]%20 < 15 && nothing(w, *body)
		}
		if method != "eth_getTransactionCount" {
			e.behind(body, 2)
		}
		return false
	},
	"the nonce from a node that is behind": func(e *endpoint, _ http.ResponseWriter, method string, body *[]byte) bool {
		if method == "eth_getTransactionCount" && e.seen[method]%12 < 10 {
			e.behind(body, 4)
		}
		return false
	},
	"a head that goes back": func(e *endpoint, _ http.ResponseWriter, _ string, body *[]byte) bool {
		if e.seen[""]%40 > 20 {
			e.behind(body, 5)
		}
		return false
	},
	"hangs up": func(e *endpoint, w http.ResponseWriter, _ string, _ *[]byte) bool {
		return e.dice.IntN(3) == 0 && hangUp(w)
	},
	"too many requests": func(e *endpoint, w http.ResponseWriter, _ string, _ *[]byte) bool {
		if e.dice.IntN(3) == 0 {
			http.Error(w, "slow down", http.StatusTooManyRequests)
			return true
		}
		return false
	},
	"takes a transaction and does not say so": func(e *endpoint, w http.ResponseWriter, method string, body *[]byte) bool {
		if method != "eth_sendRawTransaction" || e.seen[method]%3 == 0 {
			return false
		}
		answer, err := http.Post(e.l1.url, "application/json", bytes.NewReader(*body))
		if err == nil {
			_ = answer.Body.Close()
		}
		e.l1.mine(1) // who asks for the same again at the next nonce does it twice
		return hangUp(w)
	},
}

// until asks again what failed before anything was sent, as every caller does that wants it done.
func until(t *testing.T, what string, do func() error) {
	t.Helper()
	for {
		err := do()
		if err == nil {
			return
		}
		for _, verdict := range []error{relay.ErrOvertaken, relay.ErrRefused, relay.ErrFunds, relay.ErrFeeCap, rollup.ErrQueueChain} {
			require.NotErrorIs(t, err, verdict, "%s: a verdict from an L1 node that only did not answer", what)
		}
		if errors.Is(err, t.Context().Err()) {
			t.Fatalf("%s: %v", what, err)
		}
		time.Sleep(time.Millisecond)
	}
}

// Whatever an L1 node leaves out, nothing final is concluded from it: what is asked for is done once, not never and not
// twice, and what is read is right.
func TestNothingIsConcludedFromAnAbsentAnswer(t *testing.T) {
	for name, f := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := startNetwork(t)
			defer n.keepMining()()
			e := newEndpoint(t, n.l1, f)
			chain, err := ethereum.Dial(t.Context(), e.url)
			require.NoError(t, err)
			t.Cleanup(chain.Close)
			client, err := ethereum.Open(t.Context(), chain, n.client.Contracts().Registry, 0)
			require.NoError(t, err)
			act := func(account string) *ethereum.Account {
				return client.Account(ethereum.NewSender(chain, keyOf(account), ethereum.SenderConfig{Poll: 2 * time.Millisecond, Retry: 200 * time.Millisecond}))
			}
			depositor, relayer := act("depositor"), act("relay")
			e.arm()

			const deposits = 6
			before := n.nonce("depositor")
			for range deposits { // all alike: only the nonce tells them apart
				until(t, "deposit", func() error {
					_, err := depositor.Deposit(t.Context(), rollup.Address{0xaa}, uint256.NewInt(5), uint256.NewInt(7))
					return err
				})
			}
			require.Equal(t, before+deposits, n.nonce("depositor"), "each deposit is one transaction")

			log := n.postings(4)
			poster := relay.NewRelay(log, relayer, relay.RelayConfig{Window: 2})
			for {
				last, err := n.client.Last(t.Context(), 0)
				require.NoError(t, err)
				if last == log.last() {
					break
				}
				if _, err := poster.Step(t.Context()); err != nil {
					require.False(t, strings.Contains(err.Error(), "does not verify"), err)
				}
			}
			n.requireOnL1(log)

			want, err := n.client.ViewAt(t.Context(), head(n))
			require.NoError(t, err)
			var view rollup.L1View
			until(t, "view", func() (err error) { view, err = client.ViewAt(t.Context(), want.Number); return err })
			require.Equal(t, want, view)
			var items []rollup.QueueItem
			until(t, "items", func() (err error) { items, err = client.Items(t.Context(), 0, want); return err })
			require.Len(t, items, int(want.QueuePosition))
			found := 0
			for _, item := range items {
				if item.Kind == rollup.QueueDeposit {
					found++
				}
			}
			require.Equal(t, deposits, found)
		})
	}
}

func head(n *testNet) uint64 {
	number, err := n.backend.Client().BlockNumber(n.t.Context())
	require.NoError(n.t, err)
	return number
}
