package api_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestWalletTransactionsWaitForTheirPart has one wallet send more in one slot than its part of what the gateway
// seals: nothing is refused, and what has no room goes into the next slots, in order.
func TestWalletTransactionsWaitForTheirPart(t *testing.T) {
	c := newCommittee()
	c.p.BidderGas = 4_000_000 // an eighth: two of the smallest class
	h := openWith(t, c)
	const sent = 7
	for nonce := range uint64(sent) {
		answer := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(3), 901, nonce, 21_000)))
		require.Nil(t, answer.Error, "transaction %d", nonce)
	}
	var perSlot []int
	for range 4 {
		perSlot = append(perSlot, len(h.closeSlot().Fates))
	}
	require.Equal(t, []int{2, 2, 2, 1}, perSlot)
}

// TestNothingOvertakesWhatWasPutOff has a wallet send a large transaction that has no room beside the first, then a
// small one that would: it follows the one before it, so that its nonce is the next when it is tried.
func TestNothingOvertakesWhatWasPutOff(t *testing.T) {
	c := newCommittee()
	c.p.BidderGas = 6_000_000 // an eighth: one of the second class and one of the smallest
	h := openWith(t, c)
	for nonce, gas := range []uint64{480_000, 480_000, 21_000, 21_000} {
		answer := call(t, h, "/rpc/901", "eth_sendRawTransaction", hexes(tx(t, key(3), 901, uint64(nonce), gas)))
		require.Nil(t, answer.Error, "transaction %d", nonce)
	}
	var perSlot []int
	for range 3 {
		perSlot = append(perSlot, len(h.closeSlot().Fates))
	}
	require.Equal(t, []int{1, 2, 1}, perSlot)
}
