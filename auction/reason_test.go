package auction_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func keccak(b []byte) []byte { return crypto.Keccak256(b) }

func TestReasonsRoundTrip(t *testing.T) {
	seen := map[string]bool{}
	for i, r := range auction.Reasons() {
		require.Equal(t, i, int(r))
		require.Regexp(t, "^[A-Z]+(_[A-Z]+)*$", r.String())
		require.NotEmpty(t, r.Text())
		require.False(t, seen[r.String()], r.String())
		seen[r.String()] = true
		text, err := json.Marshal(r)
		require.NoError(t, err)
		var again auction.Reason
		require.NoError(t, json.Unmarshal(text, &again))
		require.Equal(t, r, again)
	}
	var r auction.Reason
	require.Error(t, json.Unmarshal([]byte(`"WHIM"`), &r))
	require.Equal(t, "REASON_200", auction.Reason(200).String())
	require.Equal(t, auction.None, auction.ReasonOf(nil))
	require.Equal(t, auction.Malformed, auction.ReasonOf(fmt.Errorf("anything else")))
}

func TestReasonsDocument(t *testing.T) {
	var doc strings.Builder
	doc.WriteString("# Reasons\n\n" +
		"Every way in which a bundle can end, and every refusal of a request, has one of these codes: in JSON-RPC errors and\n" +
		"events, in REST, in exports and as the metric label `reason`. The number stands in signed fate records and never\n" +
		"changes; codes are only ever added. This page is generated from package `auction`: `go test ./auction -run\n" +
		"TestReasonsDocument -update`.\n\n| number | code | meaning | may a later slot mend it |\n|---:|---|---|---|\n")
	for _, r := range auction.Reasons() {
		fmt.Fprintf(&doc, "| %d | `%s` | %s | %s |\n", uint8(r), r, r.Text(), r.Mend())
	}
	golden(t, "../docs/reasons.md", []byte(doc.String()))
}
