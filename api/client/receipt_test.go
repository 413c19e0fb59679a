package client_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// broken is a promise that its member did not keep, as far as the batch goes: the case without what nodes know, and
// the slot.
func broken(t *testing.T) (*sequencer.Case, *sequencer.Attested) {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("a member")))
	require.NoError(t, err)
	member := crypto.PubkeyToAddress(key.PublicKey)
	network := rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}
	envelope := &auction.Sealed{Network: network, Slot: 12, Bidder: rollup.Address{2}, Ciphertext: make([]byte, auction.SizeClass(0).Bytes()+threshold.SealOverhead)}
	receipt := sequencer.Receipt{Network: network.ID, Envelope: envelope.ID(), Slot: 12, Member: member}
	digest := auction.ReceiptDigest(receipt.Network, receipt.Envelope, receipt.Slot, receipt.Member)
	receipt.Signature, err = crypto.Sign(digest[:], key)
	require.NoError(t, err)

	group, shares := thresholdtest.Committee(3, 4, 1)
	empty := &auction.Batch{Network: network, Slot: 12}
	a := &sequencer.Attested{Header: builder.Header{Network: network, Slot: 12, BatchRoot: empty.Root(), FateRoot: builder.FateRoot(nil)}}
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = thresholdtest.Sign(&group, shares, threshold.AttestationTag, root[:])
	return &sequencer.Case{
		Parameters: &rollup.Parameters{Members: []rollup.Member{{Account: member}, {}, {}, {}}}, Network: network, Group: group.Public,
		Signed:  func(rollup.Slot, uint64, sequencer.Vote) error { return nil }, // the engine's own check is tested with the engine
		Receipt: receipt, Envelope: envelope.Clear(),
	}, a
}

// showing is a node that shows these lists for every slot, and counts how often it was asked.
func showing(t *testing.T, a *sequencer.Attested, lists ...*sequencer.Extension) (node *client.Reader, asked *int) {
	t.Helper()
	asked = new(int)
	votes := []map[string]any{}
	for seat, l := range lists {
		votes = append(votes, map[string]any{"seat": fmt.Sprint(seat), "extension": hexutil.Bytes(l.Encode()), "signature": "0x"})
	}
	row := map[string]any{"slot": "12", "round": "1", "keyed": "11", "votes": votes, "attested": nil}
	if a != nil {
		row["attested"] = hexutil.Bytes(a.Encode())
	}
	return reading(t, func(w http.ResponseWriter, r *http.Request) {
		*asked++
		require.Equal(t, "/v1/slots/12/extensions", r.URL.Path)
		_ = json.NewEncoder(w).Encode(row)
	}), asked
}

func reading(t *testing.T, answer http.HandlerFunc) *client.Reader {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	r, err := client.NewReader(strings.Replace(s.URL, "http", "ws", 1) + "/ws")
	require.NoError(t, err)
	return r
}

func TestJudgeAsksUntilOneAnswerDecides(t *testing.T) {
	c, slot := broken(t)
	hiding, _ := showing(t, slot)
	guilty, _ := showing(t, slot, new(sequencer.Extension))
	open, _ := showing(t, nil)
	last, asked := showing(t, slot)
	down := reading(t, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
		_, _ = w.Write([]byte(`{"error":{"code":"UNAVAILABLE","message":"the slot cannot be read now","hint":"ask again"}}`))
	})
	for name, row := range map[string]struct {
		nodes   []*client.Reader
		verdict sequencer.Verdict
	}{
		"what decides ends it":                  {[]*client.Reader{guilty, last}, sequencer.Violated},
		"a hidden list leaves it open":          {[]*client.Reader{hiding, guilty, last}, sequencer.Violated},
		"void if all hide it":                   {[]*client.Reader{hiding, hiding}, sequencer.Void},
		"one that does not answer changes none": {[]*client.Reader{down, open, hiding}, sequencer.Void},
	} {
		t.Run(name, func(t *testing.T) {
			j, err := client.Judge(t.Context(), row.nodes, c)
			require.NoError(t, err)
			require.Equal(t, row.verdict, j.Verdict)
		})
	}
	require.Zero(t, *asked, "nobody is asked once it is decided")
	require.Nil(t, c.Attested, "the case stays as it was")

	_, err := client.Judge(t.Context(), []*client.Reader{down, open}, c)
	require.ErrorIs(t, err, client.ErrNode)
	require.ErrorIs(t, err, client.ErrNotAttested)
	require.ErrorContains(t, err, "node: /v1/slots/12/extensions: the slot cannot be read now; ask again")

	stranger := *c
	stranger.Receipt.Member = rollup.Address{99}
	j, err := client.Judge(t.Context(), nil, &stranger)
	require.NoError(t, err, "the receipt alone decides")
	require.Equal(t, sequencer.NoMember, j.Cause)
}

func TestReceiptInWhateverHasOne(t *testing.T) {
	c, _ := broken(t)
	receipt := client.Receipt{Network: c.Receipt.Network, Envelope: c.Receipt.Envelope, Slot: c.Receipt.Slot, Member: c.Receipt.Member, Signature: c.Receipt.Signature}
	whole, err := client.EncodeReceipt(&client.Sent{Receipt: receipt, Sealed: c.Envelope})
	require.NoError(t, err)
	inClear, err := client.EncodeReceipt(&client.Sent{Receipt: receipt})
	require.NoError(t, err)
	alone, err := json.Marshal(receipt)
	require.NoError(t, err)
	for name, row := range map[string]struct {
		text     string
		envelope bool
	}{
		"a file":            {string(whole), true},
		"a whole answer":    {`{"jsonrpc":"2.0","id":1,"result":` + string(whole) + `}`, true},
		"of one sent clear": {string(inClear), false},
		"the receipt alone": {string(alone), false},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := client.DecodeReceipt([]byte(row.text))
			require.NoError(t, err)
			require.Equal(t, c.Receipt, got.Receipt)
			if row.envelope {
				require.Equal(t, c.Receipt.Envelope, got.Envelope.ID())
			} else {
				require.Nil(t, got.Envelope)
			}
		})
	}
	for _, text := range []string{"", "?", "{}", "[]", `{"result":{}}`, `{"receipt":{"slot":"1"}}`} {
		_, err := client.DecodeReceipt([]byte(text))
		require.ErrorIs(t, err, client.ErrNoReceipt, text)
	}
}

func TestReceiptHoldsForItsEnvelopeAlone(t *testing.T) {
	c, _ := broken(t)
	r := client.Receipt{Network: c.Receipt.Network, Envelope: c.Receipt.Envelope, Slot: c.Receipt.Slot, Member: c.Receipt.Member, Signature: c.Receipt.Signature}
	require.NoError(t, r.Verify(r.Envelope))
	require.ErrorIs(t, r.Verify(rollup.Digest{}), client.ErrReceipt)
	asWallets := r
	asWallets.Signature = append([]byte{}, r.Signature...)
	asWallets.Signature[64] += 27
	require.NoError(t, asWallets.Verify(r.Envelope))
	for name, change := range map[string]func(*client.Receipt){
		"another slot":   func(r *client.Receipt) { r.Slot++ },
		"another member": func(r *client.Receipt) { r.Member[0]++ },
		"cut":            func(r *client.Receipt) { r.Signature = r.Signature[:64] },
		"none":           func(r *client.Receipt) { r.Signature = nil },
	} {
		other := r
		change(&other)
		require.ErrorIs(t, other.Verify(other.Envelope), client.ErrReceipt, name)
	}
}

func TestReaderNamesWhatIsNoGateway(t *testing.T) {
	for _, url := range []string{"", "gateway", "127.0.0.1:8080", "http://", "http://[::1"} {
		_, err := client.NewReader(url)
		require.ErrorIs(t, err, client.ErrURL, url)
		_, err = client.NewDrafter(url, nil)
		require.ErrorIs(t, err, client.ErrURL, url)
	}
	_, err := client.DecodeConstants([]byte("{}"))
	require.ErrorContains(t, err, "network's constants")
}
