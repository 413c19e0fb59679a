package auction_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// Nobody can lock somebody else's transaction: whatever an envelope carries and whatever words it brings, made by
// whomever, it protects exactly the transactions whose sender is its bidder or has himself authorised its bidder
// for that very transaction in that very network.
func TestOnlySendersProtect(t *testing.T) {
	m := newMarket(slot7)
	accounts := []account{newAccount(1), newAccount(2), newAccount(3)}
	other := network
	other.ID[0]++
	rapid.Check(t, func(t *rapid.T) {
		pick := func(label string) account { return rapid.SampledFrom(accounts).Draw(t, label) }
		bidder := pick("bidder")
		b := oneLeg(pick("sender"), 901, 0, 0)
		for range rapid.IntRange(0, 2).Draw(t, "more") {
			b.Legs = append(b.Legs, auction.Leg{Chain: 902, Txs: [][]byte{pick("sender").raw(902, rapid.Uint64Range(0, 1).Draw(t, "nonce"))}})
		}
		var txs []*rollup.Tx
		decoded, err := b.Transactions(known)
		require.NoError(t, err)
		for _, leg := range decoded {
			txs = append(txs, leg...)
		}
		authorised := map[rollup.Digest]bool{}
		for range rapid.IntRange(0, 3).Draw(t, "words") {
			tx := rapid.SampledFrom(txs).Draw(t, "about")
			signer, carrier, id := pick("signer"), pick("carrier"), network.ID
			if rapid.IntRange(0, 5).Draw(t, "elsewhere") == 0 {
				id = other.ID
			}
			good := signer.address == tx.Sender && carrier.address == bidder.address && id == network.ID
			b.Authorisations = append(b.Authorisations, auction.Authorisation{
				Transaction: tx.Hash(), Signature: signer.mustSign(auction.AuthoriseDigest(id, tx.Hash(), carrier.address)),
			})
			authorised[tx.Hash()] = authorised[tx.Hash()] || good
		}
		e := m.open(t, m.seal(bidder, b)).Entries[0]
		protected := map[rollup.Digest]bool{}
		for _, p := range e.Protections {
			require.Equal(t, bidder.address, p.Bidder)
			protected[p.Tx] = true
		}
		for _, tx := range txs {
			if protected[tx.Hash()] {
				require.True(t, tx.Sender == bidder.address || authorised[tx.Hash()], "locked without its sender's word")
			}
			if tx.Sender == bidder.address {
				require.True(t, protected[tx.Hash()])
			}
		}
	})
}
