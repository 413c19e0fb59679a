package ethereum_test

import (
	"context"
	"errors"
	"math/big"
	"net/http"
	"slices"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// faults are the misbehaviours.
var faults = map[string]fault{
	"no receipt for forty looks": func(e *endpoint, q *request) answer {
		if q.Method == "eth_getTransactionReceipt" && e.seen[q.Method]%50 < 40 {
			return q.null()
		}
		return nil
	},
	"two heads in turn": func(e *endpoint, q *request) answer {
		if e.seen[""]%2 == 1 {
			return e.older(q, 3)
		}
		return nil
	},
	"the nonce from one node, all else from one that is behind": func(e *endpoint, q *request) answer {
		if q.Method != "eth_getTransactionCount" && e.dice.IntN(2) == 0 {
			return e.older(q, 2)
		}
		return nil
	},
	"the nonce from a node that is behind": func(e *endpoint, q *request) answer {
		if q.Method == "eth_getTransactionCount" && e.seen[q.Method]%6 < 4 {
			return e.older(q, 4)
		}
		return nil
	},
	"a head that goes back": func(e *endpoint, q *request) answer {
		if e.seen[""]%40 > 20 {
			return e.older(q, 5)
		}
		return nil
	},
	"too many requests": func(e *endpoint, q *request) answer {
		if e.dice.IntN(3) == 0 {
			return status(http.StatusTooManyRequests)
		}
		return nil
	},
	"errors of all kinds": func(e *endpoint, q *request) answer {
		switch e.dice.IntN(12) {
		case 0:
			return status(http.StatusInternalServerError + e.dice.IntN(5))
		case 1:
			return hangUp
		case 2:
			return q.fails(-32005, "limit exceeded")
		case 3:
			if q.Method != "eth_sendRawTransaction" {
				return q.fails(-32000, "header not found")
			}
		}
		return nil
	},
	"null": func(e *endpoint, q *request) answer {
		if e.dice.IntN(3) == 0 && q.Method != "eth_sendRawTransaction" {
			return q.null()
		}
		return nil
	},
	"stalls": func(e *endpoint, q *request) answer {
		if e.seen[""]%60 == 59 {
			return stall
		}
		return nil
	},
	"takes a transaction and does not say so": func(e *endpoint, q *request) answer {
		if q.Method != "eth_sendRawTransaction" || e.seen[q.Method]%3 == 0 {
			return nil
		}
		// Who asks for the same again at the next nonce does it twice.
		return after(func(w http.ResponseWriter, r *http.Request, pass func() []byte) { e.l1.mine(1); hangUp(w, r, pass) })
	},
	"takes a transaction and says 429": func(e *endpoint, q *request) answer {
		if q.Method != "eth_sendRawTransaction" || e.seen[q.Method]%3 == 0 {
			return nil
		}
		return after(status(http.StatusTooManyRequests))
	},
	"loses a transaction and says nothing": func(e *endpoint, q *request) answer {
		if q.Method != "eth_sendRawTransaction" || e.seen[q.Method]%3 == 0 {
			return nil
		}
		return q.null()
	},
	"leaves out events": func(e *endpoint, q *request) answer {
		if turn := e.dice.IntN(6); q.Method == "eth_getLogs" && turn > 0 && turn < 4 {
			return q.fewerLogs(func(i, of int) bool {
				return turn == 1 && i < of-1 || turn == 2 && i != of/2
			})
		}
		return nil
	},
	"sees no contract": func(e *endpoint, q *request) answer {
		if q.Method == "eth_call" && e.dice.IntN(8) == 0 {
			return q.says(`"0x"`)
		}
		return nil
	},
}

// verdicts are the errors that conclude something. An endpoint that only leaves things out is no reason for any.
var verdicts = []error{
	relay.ErrOvertaken, relay.ErrRefused, relay.ErrFunds, relay.ErrFeeCap, relay.ErrPaidWrong, rollup.ErrQueueChain,
	ethereum.ErrNoNetwork, ethereum.ErrUnset, ethereum.ErrUnlike, ethereum.ErrCalldata,
}

// until asks again until it is answered, as every caller does that wants it done.
func until[T any](t *testing.T, ask func(ctx context.Context) (T, error)) T {
	t.Helper()
	var err error
	for range 3000 {
		var out T
		if out, err = ask(t.Context()); err == nil {
			return out
		}
		for _, verdict := range verdicts {
			require.NotErrorIs(t, err, verdict, "a verdict from an L1 endpoint that only left something out")
		}
		require.NoError(t, t.Context().Err())
		time.Sleep(time.Millisecond)
	}
	require.NoError(t, err, "never answered")
	panic("unreachable")
}

// impatiently asks for shorter than it takes, then longer and longer: what was given up is taken up.
func impatiently[T any](t *testing.T, ask func(ctx context.Context) (T, error)) T {
	t.Helper()
	patience := time.Millisecond
	return until(t, func(ctx context.Context) (T, error) {
		patience += patience / 2
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		return ask(ctx)
	})
}

// through is a network seen through an endpoint.
type through struct {
	*testNet
	e      *endpoint
	client *ethereum.Client // of the network, through the endpoint
	log    postingLog       // posted
	book   *ledger          // of the last of them
}

func (w *through) account(name string) *ethereum.Account { return w.e.account(w.client, name) }

// operations are all that is asked of L1, in an order in which each can be done; what each has read or done is right, in
// as many transactions as it takes.
var operations = []struct {
	name string
	do   func(t *testing.T, w *through)
}{
	{"open", func(t *testing.T, w *through) {
		chain := w.e.dial()
		client := until(t, func(ctx context.Context) (*ethereum.Client, error) {
			return ethereum.Open(ctx, chain, w.dir.Contracts.Registry, w.dir.Contracts.FromBlock)
		})
		require.Equal(t, w.dir.Contracts, client.Contracts())
		w.client = client
	}},
	{"directory", func(t *testing.T, w *through) {
		require.Equal(t, w.dir, until(t, w.client.Directory))
	}},
	{"deposits", func(t *testing.T, w *through) {
		const deposits = 4
		before := w.nonce("depositor")
		depositor := w.account("depositor")
		for range deposits { // all alike: only the nonce tells them apart
			until(t, func(ctx context.Context) (any, error) {
				return depositor.Deposit(ctx, rollup.Address{0xaa}, uint256.NewInt(5), uint256.NewInt(7))
			})
		}
		require.Equal(t, before+deposits, w.nonce("depositor"), "each deposit is one transaction")
	}},
	{"a deposit asked for again", func(t *testing.T, w *through) {
		before := w.nonce("depositor")
		depositor := w.account("depositor")
		impatiently(t, func(ctx context.Context) (any, error) {
			return depositor.Deposit(ctx, rollup.Address{0xbb}, uint256.NewInt(5), uint256.NewInt(7))
		})
		require.Equal(t, before+1, w.nonce("depositor"), "paid once")
	}},
	{"governance", func(t *testing.T, w *through) {
		before := w.nonce("governance")
		gov := w.account("governance")
		for _, weight := range []uint32{7, 9, 7} {
			impatiently(t, func(ctx context.Context) (any, error) { return gov.SetWeight(ctx, 902, weight) })
		}
		require.Equal(t, before+3, w.nonce("governance"))
		require.Equal(t, uint32(7), until(t, w.testNet.client.Directory).Rollups[1].Weight)
	}},
	{"postings", func(t *testing.T, w *through) {
		before := w.nonce("relay")
		w.log = w.postings(4)
		w.book = newLedger(t, leaf(addressOf("payout901"), 0, 0, 3, 0), leaf(addressOf("payout902"), 0, 0, 4, 0))
		w.log = append(w.log, w.posting(&w.log[3].Posting, 1, w.book.root, []byte("the last"), rollup.L1View{}))
		poster := relay.NewRelay(w.log, w.account("relay"), relay.RelayConfig{Window: 2})
		for {
			last, err := w.testNet.client.Last(t.Context(), 0)
			require.NoError(t, err)
			if last == w.log.last() {
				break
			}
			if _, err := poster.Step(t.Context()); err != nil {
				for _, verdict := range verdicts {
					require.NotErrorIs(t, err, verdict)
				}
			}
		}
		w.requireOnL1(w.log)
		require.LessOrEqual(t, w.nonce("relay"), before+5, "each posting is one transaction")
	}},
	{"claims", func(t *testing.T, w *through) {
		_, err := w.testNet.account("spammer").Deposit(t.Context(), rollup.Address{1}, uint256.NewInt(50), uint256.NewInt(50))
		require.NoError(t, err)
		before := w.nonce("relay2")
		account := w.account("relay2")
		paidTo := []rollup.Address{addressOf("payout901"), addressOf("payout902")}
		payer := relay.NewPayer(w.book, account, relay.PayerConfig{Accounts: func(context.Context) ([]rollup.Address, error) { return paidTo, nil }})
		for _, want := range []uint64{3, 4} {
			until(t, func(ctx context.Context) (any, error) {
				paid, err := w.testNet.client.Claimed(ctx, paidTo[want-3])
				if err == nil && paid.Uint64() == want {
					return nil, nil
				}
				_, err = payer.Step(ctx)
				return nil, errors.Join(err, errors.New("not yet"))
			})
			require.Equal(t, want, until(t, func(ctx context.Context) (*uint256.Int, error) { return w.client.Claimed(ctx, paidTo[want-3]) }).Uint64())
		}
		require.LessOrEqual(t, w.nonce("relay2"), before+2, "each claim is one transaction")
	}},
	{"deploy, given up and asked for again", func(t *testing.T, w *through) {
		before := w.nonce("spammer")
		chain := w.e.dial()
		sender := ethereum.NewSender(chain, keyOf("spammer"), ethereum.SenderConfig{Poll: 2 * time.Millisecond, Retry: 100 * time.Millisecond})
		at := impatiently(t, func(ctx context.Context) (ethereum.Contracts, error) { return ethereum.Deploy(ctx, sender, plan) })
		require.Equal(t, before+8, w.nonce("spammer"), "four contracts, their wiring, two rollups and a weight")
		client, err := ethereum.Open(t.Context(), w.dial(), at.Registry, at.FromBlock)
		require.NoError(t, err)
		require.Equal(t, at, client.Contracts())
		d, err := client.Directory(t.Context())
		require.NoError(t, err)
		require.Len(t, d.Rollups, 2)
	}},
	{"reads", func(t *testing.T, w *through) {
		n := w.testNet
		require.Equal(t, n.dir.Network, until(t, w.client.Directory).Network)
		require.Equal(t, w.log.last(), until(t, func(ctx context.Context) (rollup.Slot, error) { return w.client.Last(ctx, 0) }))
		deep, err := n.client.Last(t.Context(), 20)
		require.NoError(t, err)
		require.Equal(t, deep, until(t, func(ctx context.Context) (rollup.Slot, error) { return w.client.Last(ctx, 20) }))
		root := until(t, func(ctx context.Context) (rollup.Digest, error) {
			root, _, err := w.client.Claimable(ctx)
			return root, err
		})
		require.Equal(t, w.book.root, root)
		balance := until(t, func(ctx context.Context) (*big.Int, error) {
			return w.client.Chain().Balance(ctx, addressOf("payout901"))
		})
		want, err := n.backend.Client().BalanceAt(t.Context(), addressOf("payout901"), nil)
		require.NoError(t, err)
		require.Equal(t, want, balance)

		for _, from := range []rollup.Slot{0, w.log[2].Posting.First} {
			records := until(t, func(ctx context.Context) (all []*ethereum.Record, err error) {
				for record, err := range w.client.Postings(ctx, from) {
					if err != nil {
						return nil, err
					}
					all = append(all, record)
				}
				return all, nil
			})
			posted := slices.Collect(func(yield func(*ethereum.Record) bool) {
				for record, err := range n.client.Postings(t.Context(), from) {
					require.NoError(t, err)
					yield(record)
				}
			})
			require.Equal(t, posted, records)
		}
		for _, number := range []uint64{0, n.dir.Contracts.FromBlock - 1, n.dir.Contracts.FromBlock + 2, head(n) - 4, head(n)} {
			view, err := n.client.ViewAt(t.Context(), number)
			require.NoError(t, err)
			require.Equal(t, view, until(t, func(ctx context.Context) (rollup.L1View, error) { return w.client.ViewAt(ctx, number) }))
			fromLogs := until(t, func(ctx context.Context) (rollup.L1View, error) { return ethereum.ViewFromLogs(ctx, w.client, view) })
			require.Equal(t, view, fromLogs)
			for _, from := range []uint64{0, view.QueuePosition / 2} {
				items, err := n.client.Items(t.Context(), from, view)
				require.NoError(t, err)
				require.Equal(t, items, until(t, func(ctx context.Context) ([]rollup.QueueItem, error) { return w.client.Items(ctx, from, view) }))
			}
		}
	}},
}

// Whatever an L1 endpoint leaves out, nothing final is concluded from it: what is asked for is done once, not never and not
// twice, and what is read is right.
func TestNothingIsConcludedFromAnAbsentAnswer(t *testing.T) {
	for name, f := range faults {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := startNetwork(t)
			n.mine(6) // a node that is behind, to a process that has just begun, is the truth of then
			stop := n.keepMining()
			defer stop()
			w := &through{testNet: n, e: newEndpoint(t, n.l1)}
			w.client = w.e.client(n)
			w.e.set(f)
			for _, op := range operations {
				if op.name == "reads" { // of what stands still, and whose head was seen once: it does not go back
					stop()
					w.e.set(nil)
					_, err := w.client.Chain().Balance(t.Context(), rollup.Address{1})
					require.NoError(t, err)
					w.e.set(f)
				}
				if !t.Run(op.name, func(t *testing.T) { op.do(t, w) }) {
					return
				}
			}
		})
	}
}
