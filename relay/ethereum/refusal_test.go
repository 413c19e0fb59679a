package ethereum_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// A refusal that is rehearsed at an older head than one that was seen is none.
func TestRefusalOfAnOlderHead(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	unknown := head(n) // until here
	stop := n.keepMining()
	_, err := n.gov.RegisterRollup(t.Context(), rollup.Genesis{Chain: 903, JSON: []byte(`{"rollup":903}`)}, rollup.Address{3})
	require.NoError(t, err)
	stop()
	e := newEndpoint(t, n.l1)
	a := e.patient(e.client(n), "depositor", 0)
	back := head(n) - unknown
	for name, f := range map[string]fault{
		"all of it": func(e *endpoint, q *request) answer { return e.older(q, back) },
		"the estimate": func(e *endpoint, q *request) answer {
			if q.Method == "eth_estimateGas" {
				return e.older(q, back)
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			e.set(f)
			_, err := a.ForceTransaction(t.Context(), 903, []byte{1})
			require.Error(t, err)
			require.NotErrorIs(t, err, relay.ErrRefused)
		})
	}
	e.set(nil)
	defer n.keepMining()()
	_, err = a.ForceTransaction(t.Context(), 903, []byte{1})
	require.NoError(t, err)
}

// Why a transaction failed is what the contract says, not what became of the question.
func TestWhyItFailed(t *testing.T) {
	for name, c := range map[string]struct {
		call func(q *request) answer
		want error
	}{
		"the contract":  {func(*request) answer { return nil }, relay.ErrOvertaken},
		"429":           {func(*request) answer { return status(http.StatusTooManyRequests) }, nil},
		"null":          {(*request).null, nil},
		"unknown block": {func(q *request) answer { return q.fails(-32000, "header for hash not found") }, nil},
		"pruned":        {func(q *request) answer { return q.fails(-32000, "missing trie node") }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n := startNetwork(t)
			log := n.postings(1)
			e := newEndpoint(t, n.l1)
			a := e.patient(e.client(n), "relay", 0)
			e.set(func(e *endpoint, q *request) answer {
				if q.Method == "eth_call" && e.seen["eth_sendRawTransaction"] > 0 {
					return c.call(q)
				}
				return nil
			})
			defer n.keepMining()()
			posted, err := a.Post(t.Context(), []*sequencer.SignedPosting{log[0], log[0]})
			require.Len(t, posted, 1)
			require.Error(t, err)
			for _, verdict := range []error{relay.ErrOvertaken, relay.ErrRefused, relay.ErrFunds} {
				if verdict != c.want {
					require.NotErrorIs(t, err, verdict)
				}
			}
			if c.want != nil {
				require.ErrorIs(t, err, c.want)
				require.ErrorContains(t, err, "WrongFirstSlot")
			}
		})
	}
}
