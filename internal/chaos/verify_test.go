package chaos_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chorale-network/chorale/internal/verify"
	"github.com/stretchr/testify/require"
)

// TestVerify derives a running devnet again from its L1 alone: all is well as it is, and one byte of one
// posting's calldata, changed between L1 and the verifier, is named.
func TestVerify(t *testing.T) {
	n := newNetwork(t, "--block-time", "1s")
	n.start()
	n.posted(40)
	eventually(t, "a slot in which something was executed is posted", func() bool {
		n.proc.alive()
		var list struct {
			Items []slotRow `json:"items"`
		}
		return get(t.Context(), n.url()+"/v1/slots?limit=1000", &list) && slices.ContainsFunc(list.Items, func(r slotRow) bool {
			return r.Stage == "posted" && r.Executed > 0
		})
	})

	t.Run("an honest L1", func(t *testing.T) {
		code, out, errs := run(t, "verify", "--l1", n.l1(), "--registry", n.registry(), "--json")
		require.Zero(t, code, "%s\n%s", out, errs)
		var report verify.Report
		require.NoError(t, json.Unmarshal([]byte(out), &report))
		require.Empty(t, report.Findings)
		require.GreaterOrEqual(t, report.Slots, 40)
		require.Positive(t, report.Executed, "a network on which nothing was executed tests nothing")
		require.Positive(t, report.Blocks)
		require.False(t, report.Charged.IsZero())
	})
	t.Run("in words", func(t *testing.T) {
		code, out, _ := run(t, "verify", "--l1", n.l1(), "--registry", n.registry())
		require.Zero(t, code)
		require.Contains(t, out, "everything that was signed is what its inputs give")
	})
	for name, spoil := range map[string]func([]byte){
		"a byte of a slot":          func(call []byte) { call[len(call)/2] ^= 1 },
		"a byte of the signature":   func(call []byte) { call[4+32*17+40] ^= 1 },
		"a byte of the posting":     func(call []byte) { call[4+31] ^= 1 },
		"a byte of what is at last": func(call []byte) { call[len(call)-33] ^= 1 },
	} {
		t.Run(name, func(t *testing.T) {
			liar := newLiar(t, n.l1(), spoil)
			code, out, errs := run(t, "verify", "--l1", liar.URL, "--registry", n.registry())
			require.Equal(t, 1, code, "%s\n%s", out, errs)
			require.Positive(t, liar.lies.Load(), "the proxy found no posting to spoil")
			require.Regexp(t, regexp.MustCompile(`(?m)^  slot \d+: wrong data: .+$`), out)
			require.Contains(t, errs, verify.ErrWrong.Error())
		})
	}
	t.Run("no registry there", func(t *testing.T) {
		code, _, errs := run(t, "verify", "--l1", n.l1(), "--registry", "0x00000000000000000000000000000000000000aa")
		require.Equal(t, 1, code)
		require.Contains(t, errs, "no network registered at this address")
	})
	t.Run("not an address", func(t *testing.T) {
		code, _, errs := run(t, "verify", "--l1", n.l1(), "--registry", "somewhere")
		require.Equal(t, 1, code)
		require.Contains(t, errs, "--registry")
	})
}

// liar passes JSON-RPC on to an L1 node and changes the calldata of postings in what comes back.
type liar struct {
	*httptest.Server
	lies atomic.Int64
}

// postings finds the calldata of the one transaction that an answer holds.
var postings = regexp.MustCompile(`"input":"0x([0-9a-f]+)"`)

func newLiar(t *testing.T, l1 string, spoil func(call []byte)) *liar {
	out := &liar{}
	out.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		resp, err := http.Post(l1, "application/json", bytes.NewReader(asked))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer func() { _ = resp.Body.Close() }()
		answer, err := io.ReadAll(resp.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		// Only transactions that are asked for one by one: those are postings.
		if strings.Contains(string(asked), "eth_getTransactionByBlock") {
			answer = postings.ReplaceAllFunc(answer, func(field []byte) []byte {
				call, err := hex.DecodeString(string(postings.FindSubmatch(field)[1]))
				if err != nil {
					return field
				}
				spoil(call)
				out.lies.Add(1)
				return []byte(`"input":"0x` + hex.EncodeToString(call) + `"`)
			})
		}
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(answer)
	}))
	t.Cleanup(out.Close)
	return out
}
