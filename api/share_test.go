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
