package ethereum_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// always makes a misbehaviour of every answer to a method.
func always(method string, a func(q *request) answer) fault {
	return func(_ *endpoint, q *request) answer {
		if q.Method != method {
			return nil
		}
		return a(q)
	}
}

func noCode(q *request) answer { return q.says(`"0x"`) }

// pruned says that the state of a block is gone, except of the head's.
func pruned(e *endpoint, q *request) answer {
	if q.Method != "eth_call" {
		return nil
	}
	top, err := e.l1.backend.Client().HeaderByNumber(e.t.Context(), nil)
	if err != nil || bytes.Contains(q.Params[1], []byte(top.Hash().Hex())) {
		return nil
	}
	return q.fails(-32000, "missing trie node")
}

// without leaves out the events at some place of a method's answers: 0 the first, -1 the last.
func without(place int) func(q *request) answer {
	return func(q *request) answer {
		return q.fewerLogs(func(i, of int) bool { return i != (place+of)%max(of, 1) })
	}
}

func noLogs(q *request) answer { return q.says("[]") }

// both misbehaves in two ways.
func both(first, second fault) fault {
	return func(e *endpoint, q *request) answer {
		if a := first(e, q); a != nil {
			return a
		}
		return second(e, q)
	}
}

// calls answers calls of one view function.
func calls(signature string, a func(q *request) answer) fault {
	selector := hexutil.Encode(crypto.Keccak256([]byte(signature))[:4])
	return func(_ *endpoint, q *request) answer {
		if q.Method != "eth_call" || !bytes.Contains(q.Params[0], []byte(selector)) {
			return nil
		}
		return a(q)
	}
}

// What is missing from what was read is named: no shorter queue, no end of the postings, nothing unset, no zero. It is
// right as soon as the node leaves out nothing.
func TestWhatIsLeftOutIsNamed(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	stop := n.keepMining()
	ctx := t.Context()
	for range 3 {
		_, err := n.account("depositor").Deposit(ctx, rollup.Address{0xaa}, uint256.NewInt(5), uint256.NewInt(6))
		require.NoError(t, err)
	}
	log := n.postings(3)
	drain(t, relay.NewRelay(log, n.account("relay"), relay.RelayConfig{}), log.last())
	n.mine(5)
	stop()
	e := newEndpoint(t, n.l1)
	top := head(n)
	begun := n.dir.Contracts.FromBlock + 3 // the network is there, with part of the queue
	early, err := n.client.ViewAt(ctx, begun)
	require.NoError(t, err)
	require.NotZero(t, early.QueuePosition)
	view, err := n.client.ViewAt(ctx, top-2)
	require.NoError(t, err)
	require.Greater(t, view.QueuePosition, early.QueuePosition)

	viewAt := func(number uint64) func(context.Context, *ethereum.Client) error {
		return func(ctx context.Context, c *ethereum.Client) error { _, err := c.ViewAt(ctx, number); return err }
	}
	items := func(ctx context.Context, c *ethereum.Client) error { _, err := c.Items(ctx, 0, view); return err }
	postings := func(ctx context.Context, c *ethereum.Client) error {
		for _, err := range c.Postings(ctx, 0) {
			if err != nil {
				return err
			}
		}
		return nil
	}
	directory := func(ctx context.Context, c *ethereum.Client) error { _, err := c.Directory(ctx); return err }
	logsOf := func(event string, a func(q *request) answer) fault {
		topic := crypto.Keccak256Hash([]byte(event)).Hex()
		return func(_ *endpoint, q *request) answer {
			if q.Method != "eth_getLogs" || !bytes.Contains(q.Params[0], []byte(topic)) {
				return nil
			}
			return a(q)
		}
	}
	const queued, posted = "Queued(uint64,uint64,uint8,address,bytes,bytes32)", "Posted(uint64,uint64,bytes32,bytes32,bytes32,bytes32)"
	for _, c := range []struct {
		name  string
		fault fault
		read  func(context.Context, *ethereum.Client) error
	}{
		{"last: no code", always("eth_call", noCode), func(ctx context.Context, c *ethereum.Client) error { _, err := c.Last(ctx, 0); return err }},
		{"view: no code", always("eth_call", noCode), viewAt(top)},
		{"view: no code at a block from before Open", calls("queueLength()", func(q *request) answer {
			if bytes.Contains(q.Params[1], []byte(early.Hash.Hex())) {
				return noCode(q)
			}
			return nil
		}), viewAt(begun)},
		{"view by events: the last is missing", both(pruned, logsOf(queued, without(-1))), viewAt(top - 2)},
		{"view by events: none", both(pruned, logsOf(queued, noLogs)), viewAt(begun)},
		{"items: the first is missing", logsOf(queued, without(0)), items},
		{"items: one is missing", logsOf(queued, without(1)), items},
		{"items: the last is missing", logsOf(queued, without(-1)), items},
		{"items: none", logsOf(queued, noLogs), items},
		{"items: of another chain", logsOf(queued, func(q *request) answer {
			return q.altered(func(result json.RawMessage) any {
				sender := bytes.TrimPrefix([]byte(addressOf("depositor").Hex()), []byte("0x"))
				return json.RawMessage(bytes.ReplaceAll(result, bytes.ToLower(sender), bytes.Repeat([]byte("ab"), 20)))
			})
		}), items},
		{"postings: the first is missing", logsOf(posted, without(0)), postings},
		{"postings: one is missing", logsOf(posted, without(1)), postings},
		{"postings: the last is missing", logsOf(posted, without(-1)), postings},
		{"postings: none", logsOf(posted, noLogs), postings},
		{"postings: no receipt", always("eth_getTransactionReceipt", (*request).null), postings},
		{"postings: a receipt of another block", always("eth_getTransactionReceipt", func(q *request) answer {
			return q.altered(func(result json.RawMessage) any {
				var r map[string]any
				_ = json.Unmarshal(result, &r)
				r["blockHash"] = view.Hash
				return r
			})
		}), postings},
		{"claimable: no events at the first look", logsOf(posted, noLogs), func(ctx context.Context, c *ethereum.Client) error { _, _, err := c.Claimable(ctx); return err }},
		{"claimable: the last event is missing", logsOf(posted, without(-1)), func(ctx context.Context, c *ethereum.Client) error { _, _, err := c.Claimable(ctx); return err }},
		{"directory: a genesis is missing", logsOf("RollupRegistered(uint64,address,bytes32,bytes)", without(0)), directory},
		{"directory: the key is missing", logsOf("KeySet(uint64,bytes,uint32,uint32,bytes32)", noLogs), directory},
		{"directory: the parameters are missing", logsOf("ParametersSet(bytes32,bytes)", noLogs), directory},
		{"directory: no code", always("eth_call", noCode), directory},
	} {
		t.Run(c.name, func(t *testing.T) {
			e.set(nil)
			client := e.client(n)
			ethereum.Hasten(client.Chain(), 4*time.Millisecond, time.Hour, 1, time.Second)
			e.set(c.fault)
			err := c.read(ctx, client)
			require.Error(t, err)
			for _, verdict := range verdicts {
				require.NotErrorIs(t, err, verdict)
			}
			if c.name != "postings: no receipt" { // null is what it is
				require.ErrorIs(t, err, ethereum.ErrAbsent)
			}
			e.set(nil)
			require.NoError(t, c.read(ctx, client))
		})
	}

	t.Run("items that lead elsewhere are no absence", func(t *testing.T) {
		e.set(nil)
		forged := view
		forged.QueueHash[0] ^= 1
		_, err := e.client(n).Items(ctx, 1, forged)
		require.ErrorIs(t, err, rollup.ErrQueueChain)
		require.NotErrorIs(t, err, ethereum.ErrAbsent)
	})
	t.Run("a claimable root stays claimable", func(t *testing.T) {
		e.set(nil)
		client := e.client(n)
		root, ok, err := client.Claimable(ctx)
		require.NoError(t, err)
		require.True(t, ok)
		for _, f := range []func(q *request) answer{noLogs, without(-1), without(0)} {
			e.set(logsOf(posted, f))
			again, ok, err := client.Claimable(ctx)
			require.NoError(t, err)
			require.True(t, ok)
			require.Equal(t, root, again)
		}
	})
	t.Run("a key that is left out is not unset", func(t *testing.T) {
		e.set(nil)
		account := e.account(e.client(n), "relay2")
		e.set(calls("groupKey()", func(q *request) answer {
			return q.altered(func(json.RawMessage) any {
				return hexutil.Encode(append([]byte{31: 32, 63: 128}, make([]byte, 128)...))
			})
		}))
		_, err := account.Post(ctx, []*sequencer.SignedPosting{log[0]})
		require.Error(t, err)
		require.NotErrorIs(t, err, ethereum.ErrUnset)
		require.NotErrorIs(t, err, relay.ErrRefused)
	})
	t.Run("before the network there is nothing", func(t *testing.T) {
		e.set(nil)
		client := e.client(n)
		last, err := client.Last(ctx, top)
		require.NoError(t, err)
		require.Zero(t, last)
		zero, err := client.ViewAt(ctx, 0)
		require.NoError(t, err)
		require.Zero(t, zero.QueuePosition)
	})
}

// A network is not there only by what the chain says, at more than one head.
func TestOpenNeedsAnAnswer(t *testing.T) {
	n := startNetwork(t)
	n.mine(8)
	at := n.dir.Contracts
	for name, c := range map[string]struct {
		fault    fault
		registry rollup.Address
		want     error // nil: it opens
		not      error
	}{
		"no code at a few heads": {func(e *endpoint, q *request) answer {
			if q.Method == "eth_call" && e.seen[q.Method] <= 5 {
				return noCode(q)
			}
			return nil
		}, at.Registry, nil, nil},
		"not wired yet at one head": {func(e *endpoint, q *request) answer {
			if q.Method == "eth_call" && e.seen[q.Method] == 2 {
				return q.says(`"0x` + rollup.Digest{}.Hex()[2:] + `"`)
			}
			return nil
		}, at.Registry, nil, nil},
		"no code":                {nil, rollup.Address{0xbe, 0xef}, ethereum.ErrNoNetwork, ethereum.ErrAbsent},
		"another contract":       {nil, at.Vault, ethereum.ErrNoNetwork, ethereum.ErrAbsent},
		"too many requests":      {always("eth_call", func(*request) answer { return status(http.StatusTooManyRequests) }), at.Registry, errAny, ethereum.ErrNoNetwork},
		"null":                   {always("eth_call", (*request).null), at.Registry, errAny, ethereum.ErrNoNetwork},
		"no head":                {always("eth_getBlockByNumber", (*request).null), at.Registry, errAny, ethereum.ErrNoNetwork},
		"a head from before":     {func(e *endpoint, q *request) answer { return e.older(q, head(n)-at.FromBlock+1) }, at.Registry, ethereum.ErrBehind, ethereum.ErrNoNetwork},
		"a block it has not yet": {always("eth_call", func(q *request) answer { return q.fails(-32000, "header for hash not found") }), at.Registry, errAny, ethereum.ErrNoNetwork},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEndpoint(t, n.l1)
			chain := e.dial()
			ethereum.Hasten(chain, 8*time.Millisecond, time.Hour, 1, time.Second)
			e.set(c.fault)
			client, err := ethereum.Open(t.Context(), chain, c.registry, at.FromBlock)
			if c.want == nil {
				require.NoError(t, err)
				require.Equal(t, at, client.Contracts())
				return
			}
			require.Error(t, err)
			if !errors.Is(c.want, errAny) {
				require.ErrorIs(t, err, c.want)
			}
			require.NotErrorIs(t, err, c.not)
		})
	}
}

var errAny = errors.New("some error")

// A head does not go back, but for a chain that was reset.
func TestHeadDoesNotGoBack(t *testing.T) {
	l := startL1(t)
	l.mine(9)
	e := newEndpoint(t, l)
	const looks = 5
	for name, c := range map[string]struct {
		reset time.Duration
		goes  bool
	}{"for a while": {time.Hour, false}, "for good": {0, true}} {
		t.Run(name, func(t *testing.T) {
			e.set(nil)
			chain := e.dial()
			ethereum.Hasten(chain, 0, c.reset, looks, time.Second)
			ask := func() error { _, err := chain.Balance(t.Context(), rollup.Address{1}); return err }
			require.NoError(t, ask())
			behind := fault(func(e *endpoint, q *request) answer { return e.older(q, 3) })
			e.set(behind)
			for range looks - 1 {
				require.ErrorIs(t, ask(), ethereum.ErrBehind)
			}
			e.set(nil) // one that is not behind, in between: it begins again
			require.NoError(t, ask())
			e.set(behind)
			for range looks - 1 {
				require.ErrorIs(t, ask(), ethereum.ErrBehind)
			}
			for range 3 {
				if err := ask(); c.goes {
					require.NoError(t, err)
				} else {
					require.ErrorIs(t, err, ethereum.ErrBehind)
				}
			}
		})
	}
}

// A read is repeated while it is not answered, and only then.
func TestReadsAreRepeated(t *testing.T) {
	l := startL1(t)
	l.mine(1)
	for name, c := range map[string]struct {
		answer func(q *request) answer
		again  bool
	}{
		"null":               {(*request).null, true},
		"429":                {func(*request) answer { return status(http.StatusTooManyRequests) }, true},
		"502":                {func(*request) answer { return status(http.StatusBadGateway) }, true},
		"a broken line":      {func(*request) answer { return hangUp }, true},
		"an unknown block":   {func(q *request) answer { return q.fails(-32000, "header for hash not found") }, true},
		"a resource":         {func(q *request) answer { return q.fails(-32001, "what you ask for is not here") }, true},
		"401":                {func(*request) answer { return status(http.StatusUnauthorized) }, false},
		"no such method":     {func(q *request) answer { return q.fails(-32601, "the method does not exist") }, false},
		"state that is gone": {func(q *request) answer { return q.fails(-32000, "missing trie node") }, false},
		"a revert":           {func(q *request) answer { return q.fails(3, "execution reverted: try again") }, false},
	} {
		t.Run(name, func(t *testing.T) {
			e := newEndpoint(t, l)
			chain := e.dial()
			ethereum.Hasten(chain, 6*time.Second, time.Hour, 1, time.Minute)
			e.set(func(e *endpoint, q *request) answer {
				if q.Method == "eth_getBalance" && e.seen[q.Method] <= 1 {
					return c.answer(q)
				}
				return nil
			})
			_, err := chain.Balance(t.Context(), rollup.Address{1})
			if c.again {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			require.Equal(t, 1, e.asked("eth_getBalance"))
		})
	}
}
