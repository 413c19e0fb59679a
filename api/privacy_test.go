package api_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

// allowed is the privacy allow-list: every field, of everything that is served, that may be otherwise because an
// envelope waits whose slot was not opened (THREATS A13). A name is a hash that its maker alone has until its bundle
// stands in an attested slot: whoever knows it is taken for the maker. Nothing here tells a bidder, an amount, a class,
// a payload, or how many others wait. The metrics are on a port of the operator's own.
var allowed = []struct {
	place  string // of spy.walk
	fields string // paths
	why    string
}{
	{`^GET /tx/\{hash\}`, `^(hash|status|chainId|slot|reason|text|hint)$`, "a wallet asks by its transaction's hash, as of every protecting endpoint"},
	{`^(GET /v1/bundles/\{hash\}|rpc chorale_getBundle)`, `^(Result\.|)(state|text|final|slot|bundle_?[hH]ash|attempts\.length|attempts\[0\]\.(envelope|slot|state|received_?[mM]s|receipt\..*)|superseded_?[bB]y.*|error.*)$|^Result$|^error\..*`,
		"by a name that was never published; a bundle that lost once is published, and then this row allows nothing: see republished"},
	{`^metrics$`, `^chorale_api_(requests_total|request_seconds|submit_seconds|held|refusals_total|anonymous_fees_gwei_total).*`, "the operator's own counters"},
}

// republished is the allow-list for names that everybody knows, since their bundle lost in an attested slot.
var republished = []struct{ place, fields, why string }{
	{`^GET /tx/\{hash\}`, `^(status|slot|reason|text|hint)$`, "the wallets' convention: a transaction without a bid, whose maker must see that it waits"},
	{`^metrics$`, `^chorale_api_(requests_total|request_seconds|submit_seconds|held|refusals_total|anonymous_fees_gwei_total).*`, "the operator's own counters"},
}

// subscription is what the dispatcher calls a subscription: random.
var subscription = regexp.MustCompile(`"subscription":"0x[0-9a-f]+",`)

// barrierText names a barrier of the test by how much was heard before it, which is a matter of timing.
var barrierText = regexp.MustCompile(`barrier-[0-9a-f]{8}`)

// flatten lists a body's fields by path.
func flatten(place string, body []byte) map[string]string {
	out := map[string]string{}
	var v any
	if json.Unmarshal(body, &v) != nil {
		for i, line := range strings.Split(string(body), "\n") {
			name, value, found := strings.Cut(line, " ")
			if place == "metrics" && (!found || name == "#") {
				continue
			}
			if !found || place != "metrics" {
				name, value = fmt.Sprint("line ", i), line
			}
			out[name] = value
		}
		return out
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for k, item := range v {
				walk(strings.TrimPrefix(path+"."+k, "."), item)
			}
		case []any:
			out[path+".length"] = fmt.Sprint(len(v))
			for i, item := range v {
				walk(fmt.Sprintf("%s[%d]", path, i), item)
			}
		default:
			out[path] = fmt.Sprint(v)
		}
	}
	walk("", v)
	return out
}

// differences are the fields in which two walks differ, as "place field".
func differences(a, b map[string][]byte) map[string]bool {
	out := map[string]bool{}
	for place := range a {
		x, y := flatten(place, a[place]), flatten(place, b[place])
		for field, value := range x {
			if other, ok := y[field]; !ok || other != value {
				out[place+"\x00"+field] = true
			}
		}
		for field := range y {
			if _, ok := x[field]; !ok {
				out[place+"\x00"+field] = true
			}
		}
	}
	return out
}

// TestPendingShowsOnlyWhatIsAllowed runs the same history twice, once with an envelope that waits and once without,
// asks everything that a stranger can ask in both, and compares field by field. A third run without it tells what
// differs from run to run anyway.
func TestPendingShowsOnlyWhatIsAllowed(t *testing.T) {
	wait := func(h *house, slot rollup.Slot, n int) {
		eventually(t, "sealed", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) == n })
	}
	lose := func(*auction.Entry) auction.Reason { return auction.Outbid }
	clear := func(t *testing.T, c *client.Client, slot, last rollup.Slot, uuid string) *client.Sent {
		sent, err := c.SendBundle(deadline(t), client.Clear{Bundle: twoLegs(t, 10, 0, 0), Slot: slot, MaxSlot: last, ReplacementUUID: uuid})
		require.NoError(t, err)
		return sent
	}
	for _, c := range []struct {
		name   string
		public bool // the names were published by an attested slot
		run    func(t *testing.T, h *house, s *client.Client, pending bool) []string
	}{
		{"sealed at home", false, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			if !pending {
				return []string{rollup.Digest{7}.Hex()}
			}
			k, err := s.SealingKey(deadline(t))
			require.NoError(t, err)
			sent, err := s.SendSealed(deadline(t), k, k.Slot, 2, twoLegs(t, 10, 0, 12345))
			require.NoError(t, err)
			return []string{sent.Envelope.Hex()}
		}},
		{"sealed by the gateway", false, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			if !pending {
				return []string{rollup.Digest{7}.Hex(), rollup.Digest{7}.Hex()}
			}
			sent := clear(t, s, 0, 20, "")
			return []string{sent.Envelope.Hex(), sent.BundleHash.Hex()}
		}},
		{"cancelled by name", false, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			if !pending {
				return []string{rollup.Digest{7}.Hex()}
			}
			sent := clear(t, s, 0, 0, "mine")
			_, err := s.CancelBundle(deadline(t), "mine")
			require.NoError(t, err)
			return []string{sent.BundleHash.Hex()}
		}},
		{"a wallet's", false, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			raw := tx(t, key(30), 901, 0, 21_000)
			if pending {
				require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw)).Error)
			}
			return []string{crypto.Keccak256Hash(raw).Hex()}
		}},
		{"a bundle that lost and is sealed again", true, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			h.outcome = lose
			slot, last := h.open, rollup.Slot(0)
			if pending {
				last = slot + 20
			}
			sent := clear(t, s, slot, last, "mine")
			h.closeSlot()
			if pending {
				wait(h, slot+1, 1)
			}
			return []string{sent.Envelope.Hex(), sent.BundleHash.Hex()}
		}},
		{"a wallet's that lost and is sealed again", true, func(t *testing.T, h *house, s *client.Client, pending bool) []string {
			h.outcome = func(*auction.Entry) auction.Reason {
				if pending {
					return auction.BlockFull
				}
				return auction.LegReverted // which a wallet's is not sealed again for
			}
			raw, slot := tx(t, key(30), 901, 0, 21_000), h.open
			require.Nil(t, call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(raw)).Error)
			h.closeSlot()
			if pending {
				wait(h, slot+1, 1)
			}
			return []string{crypto.Keccak256Hash(raw).Hex()}
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := time.Unix(1_800_000_000, 0)
			live := func(pending bool) (map[string][]byte, []string) {
				spy := newSpy(t)
				committee := newCommittee()
				committee.now = func() time.Time { return clock }
				h := openWith(t, committee, spy.listen, func(cfg *settings) { cfg.Now = committee.now })
				spy.attach(h)
				s := signedIn(t, h, 10)
				h.closeSlot()
				h.closeSlot()
				spy.ask(c.run(t, h, s, pending)...)
				last := h.open - 1
				eventually(t, "attested here", func() bool {
					return strings.Contains(string(get(t, h, "/v1/stats").body), fmt.Sprintf(`"last_slot":"%d"`, last))
				})
				spy.barrier()
				h.mu.Lock() // a step of a slot that is public, with what waits for the open one
				h.emit(stepOf(h.open))
				h.mu.Unlock()
				eventually(t, "a step", func() bool { return len(spy.find(fmt.Sprintf(`"slot":"%d","stage":"closed"`, h.open))) >= 2 })
				out := spy.walk()
				var streamed []string
				for _, x := range spy.all() {
					if x.where == "log" || x.where == "sse" || strings.HasPrefix(x.where, "ws") {
						streamed = append(streamed, x.where+" "+barrierText.ReplaceAllString(subscription.ReplaceAllString(string(x.text), ""), ""))
					}
				}
				return out, streamed
			}
			with, heard := live(true)
			without, silence := live(false)
			again, _ := live(false)
			noise := differences(without, again)
			list := allowed
			if c.public {
				list = nil
				for _, row := range republished {
					list = append(list, struct{ place, fields, why string }{row.place, row.fields, row.why})
				}
			}
			for found := range differences(with, without) {
				place, field, _ := strings.Cut(found, "\x00")
				if noise[found] || c.public && strings.Contains(c.name, "wallet") && (strings.HasSuffix(field, "reason") || strings.Contains(field, "fates") || strings.HasSuffix(field, "hint") || strings.HasSuffix(field, "field")) {
					continue // the two runs of a wallet's lose for different reasons, and say so
				}
				ok := slices.ContainsFunc(list, func(row struct{ place, fields, why string }) bool {
					return regexp.MustCompile(row.place).MatchString(place) && regexp.MustCompile(row.fields).MatchString(field)
				})
				if !ok {
					t.Errorf("%s shows %s: %q with an envelope that waits, %q without", place, field, flatten(place, with[place])[field], flatten(place, without[place])[field])
				}
			}
			if !c.public {
				slices.Sort(heard)
				slices.Sort(silence)
				require.True(t, slices.Equal(silence, heard), "the streams and the log are the same, numbers included:\n%s\n%s", strings.Join(silence, "\n"), strings.Join(heard, "\n"))
				return
			}
			require.Equal(t, len(silence), len(heard), "no event tells that it waits again")
		})
	}
}
