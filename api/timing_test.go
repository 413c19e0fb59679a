package api_test

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"io"
	"math"
	mathrand "math/rand"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// TestLengthTellsTheClassAlone is THREATS A11: amounts from 1 wei to 10^30 and 1 to 20 transactions, and within a size
// class every ciphertext and every envelope has one length. CHORALE_LENGTHS says how many bundles.
func TestLengthTellsTheClassAlone(t *testing.T) {
	c := newCommittee()
	sealer, err := threshold.NewSealer(c.group.Public, auction.Identity(c.network, 7))
	require.NoError(t, err)
	random := mathrand.New(mathrand.NewSource(11))
	var txs [][]byte
	for i := range 20 {
		data := make([]byte, random.Intn(400))
		random.Read(data)
		txs = append(txs, tx(t, key(10), 901, uint64(i), 100_000, data...))
	}
	ciphertexts, envelopes := map[auction.SizeClass]map[int]int{}, map[auction.SizeClass]map[int]int{}
	for i := range casetest.Count(t, "CHORALE_LENGTHS", 400) {
		digits := i % 31 // 10^0 to 10^30
		bid := new(uint256.Int).Exp(uint256.NewInt(10), uint256.NewInt(uint64(digits)))
		if i%2 == 1 && digits > 0 {
			bid.SubUint64(bid, uint64(random.Intn(9)))
		}
		b := &auction.Bundle{Bid: bid}
		for n := range 1 + i%20 {
			b.Legs = append(b.Legs, auction.Leg{Chain: 901, Txs: [][]byte{txs[n]}})
		}
		if i%3 == 0 {
			b.Replacement, b.Sequence = rollup.Digest{1}, uint64(i)
		}
		clear := auction.Sealed{Network: c.network, Slot: 7, Bidder: account(key(10)), GasClass: 3}
		e, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], key(10)) })
		require.NoError(t, err)
		for _, m := range []struct {
			of     map[auction.SizeClass]map[int]int
			length int
		}{{ciphertexts, len(e.Ciphertext)}, {envelopes, e.Size()}} {
			if m.of[e.SizeClass] == nil {
				m.of[e.SizeClass] = map[int]int{}
			}
			m.of[e.SizeClass][m.length]++
		}
	}
	require.GreaterOrEqual(t, len(ciphertexts), 3, "several classes were met")
	for class := range ciphertexts {
		require.Len(t, ciphertexts[class], 1, "class %d: %v", class, ciphertexts[class])
		require.Len(t, envelopes[class], 1, "class %d: %v", class, envelopes[class])
	}
}

// kolmogorovSmirnov is the probability that two samples of one distribution differ as much as these do.
func kolmogorovSmirnov(a, b []float64) float64 {
	slices.Sort(a)
	slices.Sort(b)
	var d float64
	for i, j := 0, 0; i < len(a) && j < len(b); {
		x := min(a[i], b[j])
		for i < len(a) && a[i] == x {
			i++
		}
		for j < len(b) && b[j] == x {
			j++
		}
		d = max(d, math.Abs(float64(i)/float64(len(a))-float64(j)/float64(len(b))))
	}
	n := math.Sqrt(float64(len(a)) * float64(len(b)) / float64(len(a)+len(b)))
	lambda, p := (n+0.12+0.11/n)*d, 0.0
	if lambda < 0.2 {
		return 1
	}
	for k, sign := 1.0, 2.0; k < 100; k, sign = k+1, -sign {
		p += sign * math.Exp(-2*k*k*lambda*lambda)
	}
	return min(max(p, 0), 1)
}

// timedBid is a request; they differ in their amounts alone.
type timedBid struct {
	high bool
	body string
}

// TestAcknowledgementDoesNotTellTheAmount is the timing of THREATS A12: bids of 1 wei and of 10^30, sent in random
// order over one connection, are answered in times of one distribution. Where chance says otherwise (one run in a
// hundred) it is measured again, at most three times; what tells them apart does so each time, as the control does.
// CHORALE_LATENCIES says how many of each.
func TestAcknowledgementDoesNotTellTheAmount(t *testing.T) {
	c := newCommittee()
	c.p.BidderGas, c.p.BatchGas = 1<<40, 1<<40
	h := openWith(t, c, func(cfg *settings) {
		cfg.Limits = api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 1 << 40, PendingTransactions: 1 << 20}
	})
	n := casetest.Count(t, "CHORALE_LATENCIES", 80)
	nonce := uint64(0)
	low, high := uint256.NewInt(1), new(uint256.Int).Exp(uint256.NewInt(10), uint256.NewInt(30))
	prepare := func() []timedBid {
		var out []timedBid
		for i := range 2 * n {
			bid := low
			if i%2 == 1 {
				bid = high
			}
			nonce++
			b := &auction.Bundle{Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{tx(t, key(10), 901, nonce, 21_000)}}}, Bid: bid, Payer: account(key(10)), PayerLastSlot: 1 << 30}
			digest := auction.BidDigest(c.network.ID, b.Hash(), b.Bid, account(h.key), 1<<30)
			var err error
			b.PayerSignature, err = crypto.Sign(digest[:], key(10))
			require.NoError(t, err)
			body := fmt.Sprintf(`{"jsonrpc":"2.0","id":1,"method":"chorale_sendBundle","params":[{"legs":[{"chainId":901,"txs":[%s]}],"bid":"0x%064x","payer":"%s","payerLastSlot":1073741824,"payerSignature":"%s"}]}`,
				hexes(b.Legs[0].Txs[0]), bid.Bytes32(), b.Payer, hexutil.Encode(b.PayerSignature))
			out = append(out, timedBid{i%2 == 1, body})
		}
		mathrand.New(mathrand.NewSource(int64(nonce))).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] }) //nolint:gosec // an order
		return out
	}
	measure := func(url string) float64 {
		times := map[bool][]float64{}
		for i, b := range prepare() {
			began := time.Now()
			status, answer := post(t, url, b.body)
			took := time.Since(began)
			require.Equal(t, 200, status)
			require.Contains(t, string(answer), `"receipt"`)
			if i >= 10 { // connections and caches are warm
				times[b.high] = append(times[b.high], took.Seconds())
			}
		}
		h.closeSlot()
		return kolmogorovSmirnov(times[false], times[true])
	}
	told := func(url string) (told bool) {
		for range 3 {
			p := measure(url)
			t.Logf("p = %.3f", p)
			if p > 0.01 {
				return false
			}
		}
		return true
	}
	require.False(t, told(h.http.URL), "the time to acknowledge tells a high bid from a low one")

	marker := fmt.Appendf(nil, "0x%064x", high.Bytes32())
	leaky := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return
		}
		if bytes.Contains(body, marker) {
			time.Sleep(20 * time.Millisecond)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		h.server.ServeHTTP(w, r)
	}))
	defer leaky.Close()
	require.True(t, told(leaky.URL), "the control: a delay of high bids is seen")
}
