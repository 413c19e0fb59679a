package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// golden is a broken promise over a consensus engine's own signatures, and the constants of its network.
func golden(t *testing.T) (e *sequencer.Evidence, k *client.Constants) {
	t.Helper()
	text, err := os.ReadFile(goldenFile("evidence.json"))
	require.NoError(t, err)
	e, err = sequencer.DecodeEvidence(text)
	require.NoError(t, err)
	text, err = os.ReadFile(goldenFile("network.json"))
	require.NoError(t, err)
	k, err = client.DecodeConstants(text)
	require.NoError(t, err)
	return e, k
}

func goldenFile(name string) string {
	return filepath.Join("..", "..", "sequencer", "comet", "testdata", name)
}

// chorale runs the command and answers its exit code and what it printed.
func chorale(t *testing.T, in string, args ...string) (code int, out string) {
	t.Helper()
	var o, e bytes.Buffer
	name := filepath.Join(t.TempDir(), "in")
	require.NoError(t, os.WriteFile(name, []byte(in), 0o600))
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "@", name)
	}
	err := run(context.Background(), append([]string{"chorale"}, args...), &o, &e)
	return exitCode(err, &e), o.String() + e.String()
}

func TestReceiptVerify(t *testing.T) {
	e, _ := golden(t)
	good, err := os.ReadFile(goldenFile("evidence.json"))
	require.NoError(t, err)
	another := *e
	another.Round++
	network, err := os.ReadFile(goldenFile("network.json"))
	require.NoError(t, err)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere.json")
	require.NoError(t, os.WriteFile(elsewhere, bytes.Replace(network, []byte(`"epoch": "1"`), []byte(`"epoch": "2"`), 1), 0o600))
	for name, c := range map[string]struct {
		evidence  string
		constants string
		code      int
		says      string
	}{
		"it holds":                   {string(good), goldenFile("network.json"), 0, "the evidence holds"},
		"over another round":         {string(another.Encode()), goldenFile("network.json"), 1, "not signed by the member"},
		"on another network":         {string(good), elsewhere, 1, "another network"},
		"one letter of the envelope": {strings.Replace(string(good), `"gasClass": "0"`, `"gasClass": "1"`, 1), goldenFile("network.json"), 1, "another envelope"},
		"no evidence at all":         {"{}", goldenFile("network.json"), 1, "no evidence"},
		"no such file of constants":  {string(good), "nowhere.json", 1, "nowhere.json"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out := chorale(t, c.evidence, "receipt", "verify", "--parameters", c.constants, "@")
			require.Equal(t, c.code, code, out)
			require.Contains(t, out, c.says)
		})
	}
	code, out := chorale(t, string(good), "receipt", "verify", "@")
	require.Equal(t, 1, code)
	require.Contains(t, out, "--parameters or --l1")
}

// memberDoor is a member's door as far as receipts need it: it shows what it is given.
func memberDoor(t *testing.T, network []byte, votes []sequencer.Vote, a *sequencer.Attested) string {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/parameters", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(network) })
	mux.HandleFunc("GET /v1/slots/12/extensions", func(w http.ResponseWriter, _ *http.Request) {
		list := []map[string]any{}
		for _, v := range votes {
			list = append(list, map[string]any{"seat": "2", "extension": hexutil.Bytes(v.Extension), "signature": hexutil.Bytes(v.Signature)})
		}
		answer := map[string]any{"slot": "12", "round": "1", "keyed": "11", "votes": list, "attested": nil}
		if a != nil {
			answer["attested"] = hexutil.Bytes(a.Encode())
		}
		_ = json.NewEncoder(w).Encode(answer)
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func TestReceiptCheck(t *testing.T) {
	e, k := golden(t)
	network, err := os.ReadFile(goldenFile("network.json"))
	require.NoError(t, err)
	group, shares := thresholdtest.Committee(3, 4, 1)
	attested := func(envelopes ...*auction.Sealed) *sequencer.Attested {
		a := &sequencer.Attested{Fates: []builder.Fate{}}
		for _, s := range envelopes {
			a.Envelopes = append(a.Envelopes, s.Encode())
			a.Fates = append(a.Fates, builder.Fate{Envelope: s.ID(), Reason: auction.Executed, Bid: new(uint256.Int), Fee: new(uint256.Int), Price: uint256.NewInt(7), Protocol: new(uint256.Int)})
		}
		batch := &auction.Batch{Network: k.Network, Slot: 12, Envelopes: envelopes}
		a.Header = builder.Header{Network: k.Network, Slot: 12, BatchRoot: batch.Root(), FateRoot: builder.FateRoot(a.Fates)}
		root := sequencer.HeaderSigningRoot(&a.Header)
		a.Signature = thresholdtest.Sign(&group, shares, threshold.AttestationTag, root[:])
		return a
	}
	clear := e.Envelope
	sealed := &auction.Sealed{Network: clear.Network, Slot: 12, Bidder: clear.Bidder, Ciphertext: make([]byte, clear.SizeClass.Bytes()+threshold.SealOverhead)}
	require.Equal(t, e.Receipt.Envelope, sealed.ID())

	answer := map[string]any{"slot": "12", "envelope": e.Receipt.Envelope, "receipt": sequencer.ShowReceipt(&e.Receipt), "sealed": sequencer.ShowClear(&clear)}
	text := func(v any) string {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		return string(b)
	}
	whole := text(answer)
	envelope := filepath.Join(t.TempDir(), "envelope.hex")
	require.NoError(t, os.WriteFile(envelope, []byte(hexutil.Encode(sealed.Encode())+"\n"), 0o600))
	forged := e.Receipt
	forged.Signature = append([]byte{}, forged.Signature...)
	forged.Signature[5] ^= 1
	honest := memberDoor(t, network, []sequencer.Vote{e.Vote}, attested(sealed))
	guilty := memberDoor(t, network, []sequencer.Vote{e.Vote}, attested())
	hiding := memberDoor(t, network, nil, attested())
	open := memberDoor(t, network, nil, nil)
	evidence := filepath.Join(t.TempDir(), "evidence.json")
	for name, c := range map[string]struct {
		in   string
		args []string
		code int
		says string
	}{
		"honoured":                          {whole, []string{"--api", honest}, 0, "fate      EXECUTED"},
		"honoured, by a whole answer":       {`{"jsonrpc":"2.0","id":1,"result":` + whole + `}`, []string{"--api", honest}, 0, "honoured"},
		"honoured, by the receipt alone":    {text(answer["receipt"]), []string{"--api", strings.Replace(honest, "http", "ws", 1) + "/ws"}, 0, "honoured"},
		"violated":                          {whole, []string{"--api", guilty, "--out", evidence}, 4, "violated"},
		"violated, with the envelope":       {text(answer["receipt"]), []string{"--api", guilty, "--out", evidence, "--envelope", envelope}, 4, "violated"},
		"violated, under trusted constants": {whole, []string{"--api", guilty, "--parameters", goldenFile("network.json"), "--out", evidence}, 4, "violated"},
		"not to be said without envelope":   {text(answer["receipt"]), []string{"--api", guilty}, 1, "give the envelope itself"},
		"void where the list is not shown":  {whole, []string{"--api", hiding}, 3, "no extension"},
		"but not if another shows it":       {whole, []string{"--api", hiding + "," + guilty, "--out", evidence}, 4, "violated"},
		"void for its signature":            {text(map[string]any{"receipt": sequencer.ShowReceipt(&forged), "sealed": answer["sealed"]}), []string{"--api", guilty}, 3, "bad signature"},
		"not attested yet":                  {whole, []string{"--api", open}, 1, "not attested yet"},
		"nobody there":                      {whole, []string{"--api", "http://127.0.0.1:1"}, 1, "node"},
		"no receipt":                        {"{}", []string{"--api", guilty}, 1, "no receipt"},
		"not JSON":                          {"?", []string{"--api", guilty}, 1, "no receipt"},
	} {
		t.Run(name, func(t *testing.T) {
			code, out := chorale(t, c.in, append(append([]string{"receipt", "check"}, c.args...), "@")...)
			require.Equal(t, c.code, code, out)
			require.Contains(t, out, c.says)
			if c.code == exitViolated {
				made, err := os.ReadFile(evidence)
				require.NoError(t, err)
				code, out := chorale(t, string(made), "receipt", "verify", "--parameters", goldenFile("network.json"), "@")
				require.Zero(t, code, out)
			}
		})
	}
	code, out := chorale(t, whole, "receipt", "check", "--json", "--api", honest, "@")
	require.Zero(t, code)
	var j judgementJSON
	require.NoError(t, json.Unmarshal([]byte(out), &j))
	require.Equal(t, sequencer.Honoured, j.Verdict)
	require.Equal(t, j.Envelope, sealed.ID())
	require.NoError(t, (&sequencer.Attested{Header: mustHeader(t, j.Inclusion.Header), Signature: j.Inclusion.Attestation}).Verify(k.Group))
}

func mustHeader(t *testing.T, raw []byte) builder.Header {
	h, err := builder.DecodeHeader(raw)
	require.NoError(t, err)
	return *h
}
