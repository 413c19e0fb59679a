package api_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

type answer struct {
	status int
	header http.Header
	body   []byte
}

func get(t *testing.T, h *house, path string, headers ...string) answer {
	t.Helper()
	request, err := http.NewRequestWithContext(deadline(t), http.MethodGet, h.http.URL+path, nil)
	require.NoError(t, err)
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = response.Body.Close() }()
	b, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return answer{response.StatusCode, response.Header, b}
}

func metricsOf(t *testing.T, h *house) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	h.server.Metrics().ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return w.Body.Bytes()
}

// history runs a few slots with bundles in some of them.
func history(t *testing.T, h *house) {
	t.Helper()
	c := dial(t, h, 10)
	h.escrow[c.Account()] = uint256.NewInt(1_000_000)
	k, err := c.SealingKey(deadline(t))
	require.NoError(t, err)
	for slot := rollup.Slot(1); slot <= 6; slot++ {
		if slot%2 == 0 {
			for n := range uint64(3) {
				_, err := c.SendSealed(deadline(t), k, slot, 0, twoLegs(t, 10, uint64(slot)*10+n, 100+n))
				require.NoError(t, err)
			}
		}
		h.closeSlot()
	}
	eventually(t, "indexed", func() bool { return strings.Contains(string(get(t, h, "/v1/stats").body), `"last_slot":"6"`) })
}

func TestSlotHasEveryBidWithItsProof(t *testing.T) {
	h := open(t)
	history(t, h)
	var detail struct {
		Header struct {
			FateRoot rollup.Digest `json:"fate_root"`
			Root     rollup.Digest
		}
		Attestation struct {
			HeaderRoot rollup.Digest `json:"header_root"`
		}
		Fates []struct {
			Leaf   rollup.Digest
			Index  uint64 `json:",string"`
			Proof  []rollup.Digest
			Reason string
			Price  string
			Bid    string
		}
		Envelopes []struct{ Bidder rollup.Address }
	}
	require.NoError(t, json.Unmarshal(get(t, h, "/v1/slots/4").body, &detail))
	require.Len(t, detail.Fates, 3)
	require.Len(t, detail.Envelopes, 3)
	require.Equal(t, h.slots[4].Header.FateRoot, detail.Header.FateRoot)
	require.Equal(t, h.slots[4].Header.Root(), detail.Attestation.HeaderRoot)
	for _, f := range detail.Fates {
		require.True(t, rollup.VerifyProof(detail.Header.FateRoot, f.Leaf, f.Proof, f.Index))
		require.False(t, rollup.VerifyProof(detail.Header.FateRoot, f.Leaf, f.Proof, f.Index+1))
		require.Equal(t, f.Bid, f.Price)
	}
}

func TestListingsPageByCursorWithoutLossOrRepeat(t *testing.T) {
	h := open(t)
	history(t, h)
	for _, c := range []struct {
		path, key string
		rows      int
	}{{"/v1/slots", "slot", 6}, {"/v1/bundles", "envelope", 9}, {"/v1/bundles?reason=EXECUTED", "envelope", 9}, {"/v1/bundles?reason=OUTBID", "envelope", 0},
		{"/v1/bundles?slot=4", "envelope", 3}, {"/v1/payouts", "envelope", 9}, {"/v1/payouts?chainId=902", "envelope", 0}, {"/v1/payouts?chain_id=901&from=3&to=5", "envelope", 3}} {
		seen := map[string]bool{}
		join := "?"
		if strings.Contains(c.path, "?") {
			join = "&"
		}
		cursor := ""
		for pages := 0; ; pages++ {
			require.Less(t, pages, 20)
			a := get(t, h, c.path+join+"limit=2"+cursor)
			var page struct {
				Items []map[string]any `json:"items"`
				Next  string           `json:"next_cursor"`
			}
			require.NoError(t, json.Unmarshal(a.body, &page), string(a.body))
			require.NotNil(t, page.Items, "an empty list is [], not null")
			for _, item := range page.Items {
				name := item[c.key].(string)
				require.False(t, seen[name], "%s twice in %s", name, c.path)
				seen[name] = true
			}
			if page.Next == "" {
				break
			}
			cursor = "&cursor=" + page.Next
		}
		require.Len(t, seen, c.rows, c.path)
	}
}

func TestCSVTwinHasTheSameRows(t *testing.T) {
	h := open(t)
	history(t, h)
	a := get(t, h, "/v1/bundles?format=csv&limit=5")
	require.Contains(t, a.header.Get("Content-Type"), "text/csv")
	require.NotEmpty(t, a.header.Get("X-Next-Cursor"))
	lines := strings.Split(strings.TrimSpace(string(a.body)), "\n")
	require.Len(t, lines, 6)
	require.True(t, strings.HasPrefix(lines[0], "slot,envelope,bundle_hash,bidder,payer,reason,"), lines[0])
	require.Contains(t, lines[0], "price")
	require.Contains(t, lines[1], "EXECUTED")
}

func TestBadQueriesAreRefusedByName(t *testing.T) {
	h := open(t)
	for _, c := range []struct {
		path, code, field string
		status            int
	}{
		{"/v1/slots/x", "MALFORMED", "slot", 400}, {"/v1/slots/99", "NOT_FOUND", "slot", 404}, {"/v1/slots?limit=1001", "MALFORMED", "limit", 400},
		{"/v1/slots?limit=0", "MALFORMED", "limit", 400}, {"/v1/bundles?cursor=zz", "MALFORMED", "cursor", 400}, {"/v1/payouts?from=-1", "MALFORMED", "from", 400},
		{"/v1/bundles/0x12", "MALFORMED", "hash", 400}, {"/v1/bundles/" + rollup.Digest{5}.Hex(), "NOT_FOUND", "hash", 404}, {"/tx/zz", "MALFORMED", "hash", 400},
	} {
		a := get(t, h, c.path)
		var body struct {
			Error struct{ Code, Field, Hint, Message string }
		}
		require.NoError(t, json.Unmarshal(a.body, &body), c.path)
		require.Equal(t, c.status, a.status, c.path)
		require.Equal(t, c.code, body.Error.Code, c.path)
		require.Equal(t, c.field, body.Error.Field, c.path)
		require.NotEmpty(t, body.Error.Hint, c.path)
	}
}

func TestReadyLooksAtProgress(t *testing.T) {
	h := open(t)
	require.Equal(t, 200, get(t, h, "/livez").status)
	a := get(t, h, "/readyz")
	require.Equal(t, 503, a.status, "nothing was attested yet")
	h.closeSlot()
	eventually(t, "ready", func() bool { return get(t, h, "/readyz").status == 200 })
	var r struct {
		Ready        bool
		Dependencies []struct{ Name string }
	}
	require.NoError(t, json.Unmarshal(get(t, h, "/readyz").body, &r))
	require.Len(t, r.Dependencies, 4)
}

func TestPayoutsCarryTheLedgersProof(t *testing.T) {
	h := open(t)
	history(t, h)
	var body struct {
		Total  string
		Claims []any
	}
	require.NoError(t, json.Unmarshal(get(t, h, "/v1/payouts").body, &body))
	want := new(uint256.Int)
	for _, a := range h.slots {
		for _, f := range a.Fates {
			for _, c := range f.Credits {
				want.Add(want, c.Amount)
			}
		}
	}
	require.Equal(t, want.Dec(), body.Total)
	require.Empty(t, body.Claims, "no ledger, no proofs")
}

func TestMetricsCountFatesByReason(t *testing.T) {
	h := open(t)
	history(t, h)
	text := string(metricsOf(t, h))
	require.Contains(t, text, `chorale_fates_total{reason="EXECUTED"} 9`)
	require.Contains(t, text, `chorale_slots_total{stage="attested"} 6`)
}
