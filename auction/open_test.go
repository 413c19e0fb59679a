package auction_test

import (
	"encoding/binary"
	"math/big"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// padded is a plaintext as Seal makes it, for bytes that need not be a bundle.
func padded(encoded []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(encoded))), encoded...)
}

func blobTx(a account) []byte {
	tx := types.MustSignNewTx(a.key, types.NewPragueSigner(big.NewInt(901)), &types.BlobTx{
		ChainID: uint256.NewInt(901), GasTipCap: uint256.NewInt(1), GasFeeCap: uint256.NewInt(params.GWei), Gas: 21_000,
		BlobFeeCap: uint256.NewInt(1), BlobHashes: []rollup.Digest{{1}}, Value: new(uint256.Int),
	})
	b, err := tx.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return b
}

// Every way in which an envelope can fail to become readable and valid has its own reason, and harms no other
// entry of the batch.
func TestOpenGivesEachFaultItsReason(t *testing.T) {
	m, alice, bob, carol := newMarket(slot7), newAccount(1), newAccount(2), newAccount(3)
	good := func() *auction.Bundle { return oneLeg(alice, 901, 0, 500) }
	with := func(change func(*auction.Bundle)) *auction.Sealed {
		b := good()
		change(b)
		return m.seal(alice, b)
	}
	payer := func(b *auction.Bundle, last rollup.Slot, by account) {
		b.Payer, b.PayerLastSlot = bob.address, last
		b.PayerSignature = by.mustSign(auction.BidDigest(network.ID, b.Hash(), b.Bid, alice.address, last))
	}
	original := m.seal(bob, oneLeg(bob, 902, 0, 700))
	copied := *original
	copied.Bidder = alice.address
	copied.Signature = alice.mustSign(copied.ID())
	flipped := *m.seal(alice, good())
	flipped.Ciphertext = slices.Clone(flipped.Ciphertext)
	flipped.Ciphertext[200] ^= 1
	own := m.seal(alice, good())
	otherClass := *own // stands beside its original, of the same bidder: not a copy
	otherClass.GasClass++

	cases := map[string]struct {
		envelope *auction.Sealed
		want     auction.Reason
		fault    string
	}{
		"a bit flipped":         {&flipped, auction.NotOpenable, "not openable"},
		"another gas class":     {&otherClass, auction.NotOpenable, "not openable"},
		"copied":                {&copied, auction.Copied, bob.address.Hex()},
		"not RLP":               {m.sealRaw(alice, padded([]byte("hello"))), auction.Malformed, "bundle"},
		"trailing RLP":          {m.sealRaw(alice, padded(append(good().Encode(), 0x80))), auction.Malformed, "bundle"},
		"length beyond the end": {m.sealRaw(alice, []byte{0xff, 0xff, 0xff, 0xff}), auction.Malformed, "bytes"},
		"padding not zero":      {m.sealRaw(alice, append(padded(good().Encode()), 1)), auction.Malformed, "padding"},
		"no legs":               {with(func(b *auction.Bundle) { b.Legs = nil }), auction.EmptyBundle, "no transactions"},
		"an empty leg":          {with(func(b *auction.Bundle) { b.Legs = append(b.Legs, auction.Leg{Chain: 902}) }), auction.EmptyBundle, "legs[1]"},
		"unknown rollup":        {with(func(b *auction.Bundle) { b.Legs[0].Chain = 903 }), auction.UnknownRollup, "legs[0]: chain 903"},
		"signed for another":    {with(func(b *auction.Bundle) { b.Legs[0].Chain = 902 }), auction.WrongChainID, "legs[0].txs[0]"},
		"not a transaction":     {with(func(b *auction.Bundle) { b.Legs[0].Txs = append(b.Legs[0].Txs, []byte{2, 3}) }), auction.BadTransaction, "legs[0].txs[1]"},
		"a blob transaction":    {with(func(b *auction.Bundle) { b.Legs[0].Txs = [][]byte{blobTx(alice)} }), auction.BadTransaction, "legs[0].txs[0]"},
		"101 transactions": {with(func(b *auction.Bundle) {
			b.Legs[0].Txs = slices.Repeat(b.Legs[0].Txs, auction.MaxTransactions+1)
		}), auction.Oversized, "transactions"},
		"65 legs":              {with(func(b *auction.Bundle) { b.Legs = slices.Repeat(b.Legs, auction.MaxLegs+1) }), auction.Oversized, "legs"},
		"101 reverting hashes": {with(func(b *auction.Bundle) { b.Reverting = make([]rollup.Digest, 101) }), auction.Oversized, "reverting"},
		"300,001 bytes":        {m.sealRaw(alice, padded(make([]byte, auction.MaxBundleBytes+1))), auction.Oversized, "300001"},
		"payer did not sign":   {with(func(b *auction.Bundle) { payer(b, slot7, carol) }), auction.BadSignature, "payerSignature"},
		"payer signed less": {with(func(b *auction.Bundle) {
			payer(b, slot7, bob)
			b.Bid = uint256.NewInt(501)
		}), auction.BadSignature, "payerSignature"},
		"payer's word ran out":     {with(func(b *auction.Bundle) { payer(b, slot7-1, bob) }), auction.Expired, "payerLastSlot"},
		"bidder signs for himself": {with(func(b *auction.Bundle) { b.PayerSignature = make([]byte, 65) }), auction.Malformed, "payerSignature"},
		"authorisation of another's": {with(func(b *auction.Bundle) {
			h := alice.transfer(901, 0).Hash()
			b.Authorisations = []auction.Authorisation{{Transaction: h, Signature: bob.mustSign(auction.AuthoriseDigest(network.ID, h, alice.address))}}
		}), auction.BadSignature, "authorisations[0]"},
		"authorisation of nothing": {with(func(b *auction.Bundle) {
			b.Authorisations = []auction.Authorisation{{Transaction: rollup.Digest{1}, Signature: make([]byte, 65)}}
		}), auction.Malformed, "authorisations[0]"},
		"authorised twice": {with(func(b *auction.Bundle) {
			h := alice.transfer(901, 0).Hash()
			a := auction.Authorisation{Transaction: h, Signature: alice.mustSign(auction.AuthoriseDigest(network.ID, h, alice.address))}
			b.Authorisations = []auction.Authorisation{a, a}
		}), auction.Malformed, "authorisations[1]"},
		"payer signs": {with(func(b *auction.Bundle) { payer(b, slot7, bob) }), auction.None, ""},
		"good":        {own, auction.None, ""},
	}
	envelopes, names := []*auction.Sealed{original}, []string{""}
	for name, c := range cases {
		envelopes, names = append(envelopes, c.envelope), append(names, name)
	}
	opened := m.open(t, envelopes...)
	require.Equal(t, auction.None, opened.Entries[0].Reason, "the copied original is not harmed")
	for i, name := range names[1:] {
		e, c := opened.Entries[i+1], cases[name]
		require.Equal(t, c.want, e.Reason, "%s: %s", name, e.Fault)
		require.Contains(t, e.Fault, c.fault, name)
		require.NotNil(t, e.Bid, name)
		require.Same(t, c.envelope, e.Envelope, name)
		require.Equal(t, c.envelope.ID(), e.ID, name)
		if e.Reason == auction.None {
			require.NotEqual(t, rollup.Address{}, e.Payer, name)
		}
	}
}

func TestOpenOfAnEmptyBatchNeedsNoKey(t *testing.T) {
	o, err := auction.Open(&auction.Batch{Network: network, Slot: 1}, [96]byte{}, known)
	require.NoError(t, err)
	require.Empty(t, o.Entries)
	m := newMarket(slot7)
	_, err = auction.Open(&auction.Batch{Envelopes: []*auction.Sealed{m.seal(newAccount(1), oneLeg(newAccount(1), 901, 0, 1))}}, [96]byte{}, known)
	require.Error(t, err)
}

// A ciphertext opens under nothing but what it was sealed for (threat A2, A14).
func TestCiphertextIsBoundToItsEnvelope(t *testing.T) {
	m, alice, bob := newMarket(slot7), newAccount(1), newAccount(2)
	changes := map[string]func(*auction.Sealed){
		"bidder":      func(s *auction.Sealed) { s.Bidder = bob.address },
		"slot":        func(s *auction.Sealed) { s.Slot++ },
		"epoch":       func(s *auction.Sealed) { s.Network.Epoch++ },
		"incarnation": func(s *auction.Sealed) { s.Network.Incarnation++ },
		"network":     func(s *auction.Sealed) { s.Network.ID[0] ^= 1 },
		"gas class":   func(s *auction.Sealed) { s.GasClass++ },
	}
	for n := range 20 {
		s := m.seal(alice, oneLeg(alice, 901, uint64(n), 500))
		var replays []*auction.Sealed
		for _, change := range changes {
			r := *s
			change(&r)
			replays = append(replays, &r)
		}
		for _, e := range m.open(t, replays...).Entries {
			require.Equal(t, auction.NotOpenable, e.Reason)
		}
	}
}

// Protections follow from own transactions and good authorisations, never from a claim over another's
// transaction, and stand even when the bundle itself is refused.
func TestProtections(t *testing.T) {
	m, searcher, user, gateway := newMarket(slot7), newAccount(1), newAccount(2), newAccount(3)
	own, others := searcher.transfer(901, 0), user.transfer(902, 4)
	bundle := func() *auction.Bundle {
		return &auction.Bundle{Bid: uint256.NewInt(500), Legs: []auction.Leg{
			{Chain: 901, Txs: [][]byte{searcher.raw(901, 0)}}, {Chain: 902, Txs: [][]byte{user.raw(902, 4)}},
		}}
	}
	word := func(signer account, tx rollup.Digest, bidder account) []auction.Authorisation {
		return []auction.Authorisation{{Transaction: tx, Signature: signer.mustSign(auction.AuthoriseDigest(network.ID, tx, bidder.address))}}
	}
	ofOwn := auction.Protection{Chain: 901, Sender: searcher.address, Nonce: 0, Tx: own.Hash(), Bidder: searcher.address}
	ofUser := auction.Protection{Chain: 902, Sender: user.address, Nonce: 4, Tx: others.Hash(), Bidder: searcher.address}
	viaGateway := ofOwn
	viaGateway.Bidder = gateway.address

	cases := map[string]struct {
		bidder account
		auths  []auction.Authorisation
		change func(*auction.Bundle)
		want   []auction.Protection
		reason auction.Reason
	}{
		"own transaction only":       {searcher, nil, nil, []auction.Protection{ofOwn}, auction.None},
		"with the user's word":       {searcher, word(user, others.Hash(), searcher), nil, []auction.Protection{ofOwn, ofUser}, auction.None},
		"through a gateway":          {gateway, word(searcher, own.Hash(), gateway), nil, []auction.Protection{viaGateway}, auction.None},
		"through a gateway, no word": {gateway, nil, nil, nil, auction.None},
		"word for another bidder":    {gateway, word(searcher, own.Hash(), user), nil, nil, auction.BadSignature},
		"forged word":                {searcher, word(searcher, others.Hash(), searcher), nil, []auction.Protection{ofOwn}, auction.BadSignature},
		"refused bundle":             {searcher, nil, func(b *auction.Bundle) { b.Payer = user.address }, []auction.Protection{ofOwn}, auction.BadSignature},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := bundle()
			b.Authorisations = c.auths
			if c.change != nil {
				c.change(b)
			}
			e := m.open(t, m.seal(c.bidder, b)).Entries[0]
			require.Equal(t, c.reason, e.Reason, e.Fault)
			require.Equal(t, c.want, e.Protections)
		})
	}
}

// Who made the ciphertexts from their seeds reads the batch as everybody does.
func TestOpenKnowing(t *testing.T) {
	m, alice, bob := newMarket(slot7), newAccount(1), newAccount(2)
	copied := *m.seal(alice, oneLeg(alice, 901, 0, 500))
	copied.Bidder = bob.address
	b := &auction.Batch{Network: network, Slot: slot7, Envelopes: []*auction.Sealed{
		m.seal(alice, oneLeg(alice, 901, 0, 500)), &copied, m.seal(bob, &auction.Bundle{Bid: uint256.NewInt(1)}), m.seal(bob, oneLeg(bob, 902, 0, 700)),
	}}
	want, err := auction.Open(b, m.key, known)
	require.NoError(t, err)
	var seeds []*threshold.Seed
	for _, e := range want.Entries {
		seeds = append(seeds, e.Seed)
	}
	require.Nil(t, seeds[1])
	got, err := auction.OpenKnowing(b, m.key, known, seeds)
	require.NoError(t, err)
	for i := range want.Entries {
		w, g := want.Entries[i], got.Entries[i]
		require.Equal(t, [4]any{w.Reason, w.Hash, w.Payer, w.Seed}, [4]any{g.Reason, g.Hash, g.Payer, g.Seed})
		require.Equal(t, w.Protections, g.Protections)
	}
}
