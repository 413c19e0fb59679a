package ethereum_test

import (
	"context"
	"math/big"
	"net/http"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// deposit is a deposit of so many wei.
func deposit(a *ethereum.Account, wei uint64) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := a.Deposit(ctx, rollup.Address{0xaa}, uint256.NewInt(wei), uint256.NewInt(0))
		return err
	}
}

// givenUp asks for something, lets what is sent get into the pool, and gives up.
func (n *testNet) givenUp(name string, do func(context.Context) error) {
	n.t.Helper()
	ctx, cancel := context.WithCancel(n.t.Context())
	pending, err := n.backend.Client().PendingNonceAt(ctx, addressOf(name))
	require.NoError(n.t, err)
	done := make(chan error)
	go func() { done <- do(ctx) }()
	n.pooled(name, pending+1)
	cancel()
	require.ErrorIs(n.t, <-done, context.Canceled)
}

// asked waits until the endpoint was asked so often.
func (e *endpoint) waitFor(method string, times int) {
	e.t.Helper()
	require.Eventually(e.t, func() bool { return e.asked(method) >= times }, 20*time.Second, time.Millisecond, "%v", e.seen)
}

// values are the wei that an account's transactions carried, in order, from a nonce on.
func (l *l1) values(name string, from uint64) (all []uint64) {
	for _, tx := range l.sentBy(name, from) {
		all = append(all, tx.Value().Uint64())
	}
	return all
}

// patient is an account through an endpoint whose sender raises no fee of itself.
func (e *endpoint) patient(client *ethereum.Client, name string, depth uint64) *ethereum.Account {
	ethereum.Hasten(client.Chain(), 8*time.Millisecond, time.Hour, 1, time.Minute)
	return client.Account(ethereum.NewSender(client.Chain(), keyOf(name), ethereum.SenderConfig{
		Poll: time.Millisecond, Retry: time.Hour, Depth: depth, MaxFee: big.NewInt(100_000e9)}))
}

// undo replaces the last blocks by as many and one more, without what was in them of an account's; the pool forgets it too.
func (l *l1) undo(name string, depth uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	ctx, node := context.Background(), l.backend.Client()
	top, err := node.BlockNumber(ctx)
	require.NoError(l.t, err)
	parent, err := node.HeaderByNumber(ctx, new(big.Int).SetUint64(top-depth))
	require.NoError(l.t, err)
	require.NoError(l.t, l.backend.Fork(parent.Hash()))
	nonce := l.nonce(name)
	l.pooled(name, nonce+1) // the pool takes it back, and then loses it
	require.Eventually(l.t, func() bool {
		l.backend.Rollback()
		pending, err := node.PendingNonceAt(ctx, addressOf(name))
		return err == nil && pending == nonce
	}, 20*time.Second, time.Millisecond)
	for range depth + 1 {
		l.backend.Commit()
	}
}

// What is asked for again in the same process after it was given up is taken up where it stands; once its end was told,
// the same again is another.
func TestTakenUp(t *testing.T) {
	const name = "depositor"
	for what, c := range map[string]struct {
		do   func(n *testNet, e *endpoint, a *ethereum.Account)
		want []uint64 // the wei of each transaction
	}{
		"while it is in the pool": {func(n *testNet, _ *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			defer n.keepMining()()
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
		}, []uint64{5}},
		"once it is in a block": {func(n *testNet, e *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			n.mine(2)
			e.set(func(*endpoint, *request) answer { return nil })
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
			require.Zero(n.t, e.asked("eth_sendRawTransaction"))
		}, []uint64{5}},
		"long after": {func(n *testNet, _ *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			n.mine(100)
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
		}, []uint64{5}},
		"once": {func(n *testNet, _ *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			defer n.keepMining()()
			for range 3 {
				require.NoError(n.t, deposit(a, 5)(n.t.Context()))
			}
		}, []uint64{5, 5, 5}},
		"behind another that was done": {func(n *testNet, _ *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			n.mine(1)
			defer n.keepMining()()
			require.NoError(n.t, deposit(a, 6)(n.t.Context()))
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
		}, []uint64{5, 6}},
		"when L1 was lost": {func(n *testNet, e *endpoint, a *ethereum.Account) {
			e.set(func(e *endpoint, q *request) answer { // it takes the transaction, and that was all
				switch {
				case q.Method == "eth_sendRawTransaction" && e.seen[q.Method] == 1:
					return after(hangUp)
				case e.seen["eth_sendRawTransaction"] > 0:
					return status(http.StatusBadGateway)
				}
				return nil
			})
			n.givenUp(name, deposit(a, 5))
			n.mine(1)
			e.set(nil)
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
		}, []uint64{5}},
		"but what was mined in its place": {func(n *testNet, e *endpoint, a *ethereum.Account) {
			n.givenUp(name, deposit(a, 5))
			e.set(always("eth_sendRawTransaction", (*request).null)) // it says yes, and loses it
			done := make(chan error)
			go func() { done <- deposit(a, 6)(n.t.Context()) }()
			e.waitFor("eth_sendRawTransaction", 1)
			n.mine(1)
			require.ErrorIs(n.t, <-done, relay.ErrOvertaken)
			e.set(nil)
			defer n.keepMining()()
			require.NoError(n.t, deposit(a, 6)(n.t.Context()))
			require.NoError(n.t, deposit(a, 5)(n.t.Context()), "this one was there all the while")
			require.Len(n.t, n.sentBy(name, 0), 2)
		}, []uint64{5, 6}},
		"not after a reorg undid what was done": {func(n *testNet, _ *endpoint, a *ethereum.Account) {
			stop := n.keepMining()
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
			stop()
			n.undo(name, 3)
			require.Empty(n.t, n.sentBy(name, 0))
			defer n.keepMining()()
			require.NoError(n.t, deposit(a, 5)(n.t.Context()))
		}, []uint64{5, 5}},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			n := startNetwork(t)
			n.mine(4)
			n.t = t
			e := newEndpoint(t, n.l1)
			c.do(n, e, e.patient(e.client(n), name, 0))
			require.Equal(t, c.want, n.values(name, 0))
		})
	}
}

// What sets something is not taken up once something else was set.
func TestSetAgain(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	e := newEndpoint(t, n.l1)
	gov := e.patient(e.client(n), "governance", 0)
	before := n.nonce("governance")
	weight := func(w uint32) func(context.Context) error {
		return func(ctx context.Context) error { _, err := gov.SetWeight(ctx, 902, w); return err }
	}
	n.givenUp("governance", weight(5))
	n.mine(1)
	defer n.keepMining()()
	require.NoError(t, weight(7)(t.Context()))
	require.NoError(t, weight(5)(t.Context()))
	require.Equal(t, before+3, n.nonce("governance"))
	d, err := n.client.Directory(t.Context())
	require.NoError(t, err)
	require.Equal(t, uint32(5), d.Rollups[1].Weight)
}

// blind leaves out what would tell whose transaction used a nonce.
func blind(blocks bool) fault {
	return func(_ *endpoint, q *request) answer {
		switch q.Method {
		case "eth_getTransactionReceipt", "eth_getTransactionByHash":
			return q.null()
		case "eth_getBlockByHash":
			if blocks && string(q.Params[1]) == "true" {
				return q.null()
			}
		}
		return nil
	}
}

// A nonce is somebody else's when the transaction was seen, or after so many blocks without a trace of ours, not before;
// one of ours that was seen is waited for without end.
func TestWhoseNonce(t *testing.T) {
	const depth = 8
	start := func(t *testing.T) (*testNet, *endpoint, *ethereum.Account, chan error) {
		n := startNetwork(t)
		n.mine(4)
		e := newEndpoint(t, n.l1)
		return n, e, e.patient(e.client(n), "depositor", depth), make(chan error, 1)
	}
	// looks lets the sender look so often, without an end.
	looks := func(t *testing.T, e *endpoint, done chan error, times int) {
		times += e.asked("eth_getTransactionReceipt")
		require.Eventually(t, func() bool { return len(done) > 0 || e.asked("eth_getTransactionReceipt") >= times }, time.Minute, time.Millisecond)
		if len(done) > 0 {
			require.FailNow(t, "it ended", "%v", <-done)
		}
	}
	stranger := func(n *testNet, e *endpoint) { // another process of the same account, whose transaction gets in first
		tx, err := types.SignNewTx(keyOf("depositor"), types.NewPragueSigner(big.NewInt(1337)), &types.DynamicFeeTx{
			ChainID: big.NewInt(1337), Nonce: n.nonce("depositor"), Gas: 21_000, GasFeeCap: big.NewInt(100e9), GasTipCap: big.NewInt(90e9), To: &rollup.Address{1}})
		require.NoError(n.t, err)
		require.NoError(n.t, n.backend.Client().SendTransaction(context.Background(), tx))
		n.mine(1)
	}
	lost := always("eth_sendRawTransaction", (*request).null)

	t.Run("a stranger's, seen", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(lost)
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_sendRawTransaction", 1)
		stranger(n, e)
		require.ErrorIs(t, <-done, relay.ErrOvertaken)
	})
	t.Run("a stranger's, seen in a block that is not below the head", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(both(lost, func(e *endpoint, q *request) answer {
			if q.Method == "eth_getBlockByNumber" && e.seen["eth_sendRawTransaction"] > 0 {
				return status(http.StatusTooManyRequests) // until more blocks stand on it
			}
			return nil
		}))
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_sendRawTransaction", 1)
		stranger(n, e)
		n.mine(3)
		e.set(both(lost, func(e *endpoint, q *request) answer { // no parents: nothing leads anywhere
			if q.Method == "eth_getBlockByHash" && string(q.Params[1]) == "false" {
				return q.null()
			}
			return nil
		}))
		looks(t, e, done, 20)
		e.set(nil)
		require.ErrorIs(t, <-done, relay.ErrOvertaken)
	})
	t.Run("nobody's, not deep", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(both(blind(true), lost))
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_sendRawTransaction", 1)
		stranger(n, e)
		looks(t, e, done, 20)
		n.mine(depth - 1)
		looks(t, e, done, 40)
		n.mine(2)
		require.ErrorIs(t, <-done, relay.ErrOvertaken)
	})
	t.Run("nobody's, deep at once", func(t *testing.T) { // the process slept: few looks, many blocks
		t.Parallel()
		n, e, a, done := start(t)
		go func() { done <- deposit(a, 5)(t.Context()) }()
		n.pooled("depositor", 1)
		e.set(func(e *endpoint, q *request) answer {
			look := e.seen["eth_getTransactionReceipt"]
			if q.Method == "eth_getTransactionReceipt" && look <= 2 {
				e.l1.mine([]int{0, 1, 2 * depth}[look])
			}
			if look < 6 {
				return blind(true)(e, q)
			}
			return nil
		})
		require.NoError(t, <-done)
	})
	t.Run("nobody's, and the node fails", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(both(func(e *endpoint, q *request) answer {
			if q.Method == "eth_getTransactionReceipt" {
				return status(http.StatusTooManyRequests)
			}
			return nil
		}, blind(true)))
		go func() { done <- deposit(a, 5)(t.Context()) }()
		n.pooled("depositor", 1)
		n.mine(2 * depth)
		looks(t, e, done, 40)
		e.set(nil)
		require.NoError(t, <-done)
	})
	t.Run("nobody's, and the node has ours", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(func(e *endpoint, q *request) answer {
			if q.Method == "eth_getTransactionByHash" {
				return nil
			}
			return blind(true)(e, q)
		})
		go func() { done <- deposit(a, 5)(t.Context()) }()
		n.pooled("depositor", 1)
		n.mine(1)
		looks(t, e, done, 5)
		n.mine(2 * depth)
		looks(t, e, done, 40)
		e.set(nil)
		require.NoError(t, <-done)
	})
	t.Run("ours, seen", func(t *testing.T) {
		t.Parallel()
		n, e, a, done := start(t)
		e.set(blind(false))
		go func() { done <- deposit(a, 5)(t.Context()) }()
		n.pooled("depositor", 1)
		n.mine(1)
		looks(t, e, done, 20)
		e.set(blind(true)) // from now on not even its block
		for range 4 {
			n.mine(depth)
			looks(t, e, done, 20)
		}
		e.set(nil)
		require.NoError(t, <-done)
	})
}

// Nothing goes out behind a nonce of which the pool says that it is used, before it is known by whom.
func TestNothingBehindAUsedNonce(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	n.mine(4)
	log := n.postings(4)
	e := newEndpoint(t, n.l1)
	relayer := e.patient(e.client(n), "relay", 8)
	first := n.nonce("relay")
	e.set(func(e *endpoint, q *request) answer {
		if q.Method == "eth_sendRawTransaction" && e.seen[q.Method] == 1 {
			return after(q.fails(-32000, "nonce too low: next nonce 7, tx nonce 6"))
		}
		return nil
	})
	done := make(chan error, 1)
	go func() {
		posted, err := relayer.Post(t.Context(), log)
		require.Len(t, posted, len(log))
		done <- err
	}()
	e.waitFor("eth_getTransactionReceipt", 30)
	require.Equal(t, 1, e.asked("eth_sendRawTransaction"))
	defer n.keepMining()()
	require.NoError(t, <-done, "it was its own: the others follow")
	n.requireOnL1(log)
	require.Equal(t, first+4, n.nonce("relay"))
}

// A price is raised only for a nonce that is known to be open; what got no answer is handed in again at once.
func TestPressing(t *testing.T) {
	t.Run("not while nobody says", func(t *testing.T) {
		t.Parallel()
		n := startNetwork(t)
		e := newEndpoint(t, n.l1)
		client := e.client(n)
		a := client.Account(ethereum.NewSender(client.Chain(), keyOf("depositor"), ethereum.SenderConfig{Poll: time.Millisecond, Retry: time.Nanosecond}))
		e.set(func(e *endpoint, q *request) answer {
			if e.seen["eth_sendRawTransaction"] == 0 || q.Method == "eth_sendRawTransaction" {
				return nil
			}
			if q.Method == "eth_getTransactionCount" {
				return status(http.StatusTooManyRequests)
			}
			return nil
		})
		done := make(chan error, 1)
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_getTransactionReceipt", 6)
		require.Equal(t, 1, e.asked("eth_sendRawTransaction"))
		e.set(nil)
		defer n.keepMining()()
		require.NoError(t, <-done)
	})
	t.Run("nor one that is used", func(t *testing.T) {
		t.Parallel()
		n := startNetwork(t)
		e := newEndpoint(t, n.l1)
		client := e.client(n)
		a := client.Account(ethereum.NewSender(client.Chain(), keyOf("depositor"), ethereum.SenderConfig{Poll: time.Millisecond, Retry: time.Nanosecond}))
		e.set(func(e *endpoint, q *request) answer {
			switch q.Method {
			case "eth_sendRawTransaction":
				if e.seen[q.Method] == 1 {
					return after(func(w http.ResponseWriter, _ *http.Request, _ func() []byte) {
						e.l1.mine(1)
						q.says(`"0x`+rollup.Digest{}.Hex()[2:]+`"`)(w, nil, nil)
					})
				}
			case "eth_getTransactionReceipt":
				return q.null()
			}
			return nil
		})
		done := make(chan error, 1)
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_getTransactionReceipt", 30)
		require.Equal(t, 1, e.asked("eth_sendRawTransaction"))
		e.set(nil)
		require.NoError(t, <-done)
	})
	t.Run("again when the answer was lost", func(t *testing.T) {
		t.Parallel()
		n := startNetwork(t)
		e := newEndpoint(t, n.l1)
		a := e.patient(e.client(n), "depositor", 0)
		e.set(func(e *endpoint, q *request) answer {
			if q.Method == "eth_sendRawTransaction" && e.seen[q.Method] <= 3 {
				return hangUp
			}
			return nil
		})
		defer n.keepMining()()
		require.NoError(t, deposit(a, 5)(t.Context()))
		require.Equal(t, 4, e.asked("eth_sendRawTransaction"))
		require.Len(t, e.taken, 1, "and at the same price")
	})
	t.Run("again when a node does not know of the funds", func(t *testing.T) {
		t.Parallel()
		n := startNetwork(t)
		e := newEndpoint(t, n.l1)
		a := e.patient(e.client(n), "depositor", 0)
		e.set(func(e *endpoint, q *request) answer {
			if q.Method == "eth_sendRawTransaction" && e.seen[q.Method] <= 3 {
				return q.fails(-32000, "insufficient funds for gas * price + value: balance 0, tx cost 21")
			}
			return nil
		})
		defer n.keepMining()()
		require.NoError(t, deposit(a, 5)(t.Context()))
	})
	t.Run("whatever else a node says of it", func(t *testing.T) {
		t.Parallel()
		n := startNetwork(t)
		e := newEndpoint(t, n.l1)
		client := e.client(n)
		a := client.Account(ethereum.NewSender(client.Chain(), keyOf("depositor"), ethereum.SenderConfig{Poll: time.Millisecond, Retry: time.Nanosecond}))
		e.set(func(e *endpoint, q *request) answer {
			if q.Method == "eth_sendRawTransaction" && e.seen[q.Method] > 1 && e.seen[q.Method] < 6 {
				return q.fails(-32000, "txpool is full")
			}
			return nil
		})
		done := make(chan error, 1)
		go func() { done <- deposit(a, 5)(t.Context()) }()
		e.waitFor("eth_sendRawTransaction", 6)
		defer n.keepMining()()
		require.NoError(t, <-done)
	})
}
