package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"
)

// Lists are those of three of four members, who all held what the slot's batch has.
func (c *committee) Lists(_ context.Context, n rollup.Slot) (*sequencer.Lists, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	a := c.slots[n]
	if a == nil {
		return nil, false, nil
	}
	e := new(sequencer.Extension)
	for _, raw := range a.Envelopes {
		s, err := auction.DecodeSealed(raw)
		if err != nil {
			return nil, false, err
		}
		e.Held = append(e.Held, s.ID())
	}
	l := &sequencer.Lists{Slot: n, Round: 2, Keyed: n - 1}
	for _, seat := range []uint64{0, 1, 3} {
		l.Votes = append(l.Votes, sequencer.Vote{Member: seat, Extension: e.Encode(), Signature: []byte{byte(seat)}})
	}
	return l, true, nil
}

func TestExtensionsAreServed(t *testing.T) {
	h := open(t)
	history(t, h)
	var got struct {
		Slot, Round, Keyed string
		Attested           *hexutil.Bytes
		Votes              []struct {
			Seat                 string
			Member               rollup.Address
			Extension, Signature hexutil.Bytes
		}
	}
	require.NoError(t, json.Unmarshal(get(t, h, "/v1/slots/4/extensions").body, &got))
	want, _, err := h.Lists(t.Context(), 4)
	require.NoError(t, err)
	require.Equal(t, []string{"4", "2", "3"}, []string{got.Slot, got.Round, got.Keyed})
	require.Len(t, got.Votes, 3)
	require.Equal(t, "3", got.Votes[2].Seat)
	require.Equal(t, h.p.Members[3].Account, got.Votes[2].Member)
	require.Equal(t, want.Votes[2].Extension, []byte(got.Votes[2].Extension))
	require.Equal(t, want.Votes[2].Signature, []byte(got.Votes[2].Signature))
	a, err := sequencer.DecodeAttested(*got.Attested)
	require.NoError(t, err)
	require.Equal(t, h.slots[4].Encode(), a.Encode())

	for path, status := range map[string]int{
		"/v1/slots/x/extensions": http.StatusBadRequest, "/v1/slots/4000/extensions": http.StatusNotFound, "/v1/slots/0/extensions": http.StatusNotFound,
	} {
		require.Equal(t, status, get(t, h, path).status, path)
	}
	without := open(t, func(c *settings) { c.Lists = nil })
	require.Equal(t, http.StatusNotFound, get(t, without, "/v1/slots/4/extensions").status)
}

func TestParametersAreServedAsPublished(t *testing.T) {
	h := open(t)
	var got struct {
		Network struct {
			ID                 rollup.Digest
			Incarnation, Epoch string
		}
		GroupKey   *hexutil.Bytes  `json:"group_key"`
		Parameters json.RawMessage `json:"parameters"`
	}
	require.NoError(t, json.Unmarshal(get(t, h, "/v1/parameters").body, &got))
	require.Equal(t, h.network.ID, got.Network.ID)
	require.Equal(t, []string{"1", "1"}, []string{got.Network.Incarnation, got.Network.Epoch})
	require.Equal(t, h.group.Public[:], []byte(*got.GroupKey))
	published, err := h.p.Encode()
	require.NoError(t, err)
	require.JSONEq(t, string(published), string(got.Parameters))
}

// What is answered for a bundle sealed by the gateway is enough to judge its receipt: it names the envelope.
func TestAnswersShowTheEnvelope(t *testing.T) {
	h := open(t)
	leg := `{"chainId":"901","txs":["` + hexutil.Encode(tx(t, key(30), 901, 0, 21_000)) + `"]}`
	got := call(t, h, "", "chorale_sendBundle", `{"legs":[`+leg+`]}`)
	require.Nil(t, got.Error)
	var answer struct {
		Envelope rollup.Digest
		Receipt  sequencer.ReceiptJSON
		Sealed   sequencer.ClearJSON
	}
	require.NoError(t, json.Unmarshal(got.Result, &answer))
	clear := answer.Sealed.Clear()
	require.Equal(t, answer.Envelope, clear.ID())
	require.Equal(t, answer.Envelope, answer.Receipt.Envelope)
	require.Equal(t, account(h.key), clear.Bidder)
	receipt := answer.Receipt.Receipt()
	require.NoError(t, receipt.Verify())
	require.True(t, receipt.Promises(clear.Slot))
}
