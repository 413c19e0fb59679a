package auction_test

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/signer/core/apitypes"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the generated files instead of comparing them")

// golden compares got with a file byte for byte, or writes it.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s is stale: if the change is meant, run go test ./auction -update", path)
}

// goldenBundle has every field set.
func goldenBundle() *auction.Bundle {
	alice, bob, carol := newAccount(1), newAccount(2), newAccount(3)
	tx := alice.transfer(901, 3)
	b := &auction.Bundle{
		Legs: []auction.Leg{
			{Chain: 901, Txs: [][]byte{alice.raw(901, 3)}}, {Chain: 902, Txs: [][]byte{bob.raw(902, 0), alice.raw(902, 1)}},
		},
		Reverting: []rollup.Digest{tx.Hash()}, Bid: uint256.NewInt(1e18), Payer: bob.address, PayerLastSlot: 9,
		Authorisations: []auction.Authorisation{{
			Transaction: tx.Hash(), Signature: alice.mustSign(auction.AuthoriseDigest(network.ID, tx.Hash(), carol.address)),
		}},
		Salt: [16]byte{0: 0xab, 15: 0xcd}, Replacement: rollup.Digest{0: 0x12, 31: 0x34}, Sequence: 5,
	}
	b.PayerSignature = bob.mustSign(auction.BidDigest(network.ID, b.Hash(), b.Bid, carol.address, b.PayerLastSlot))
	return b
}

// What is signed, hashed or sealed must never change unnoticed: one byte and every signature is void.
func TestGoldenEncodings(t *testing.T) {
	m, b, carol := newMarket(slot7), goldenBundle(), newAccount(3)
	s := m.seal(carol, b)
	e := m.open(t, s).Entries[0]
	require.Equal(t, auction.None, e.Reason, e.Fault)
	alice := newAccount(1)
	vectors := map[string]any{
		"network":          network,
		"slot":             s.Slot,
		"bidder":           s.Bidder,
		"sizeClass":        s.SizeClass,
		"gasClass":         s.GasClass,
		"identity":         hexutil.Bytes(auction.Identity(network, slot7)),
		"associatedData":   hexutil.Bytes(auction.Associated(s)),
		"bundle":           hexutil.Bytes(b.Encode()),
		"bundleHash":       b.Hash(),
		"openingKey":       m.key,
		"ciphertext":       hexutil.Bytes(s.Ciphertext),
		"envelopeDigest":   s.ID(),
		"envelope":         hexutil.Bytes(s.Encode()),
		"batchRoot":        (&auction.Batch{Envelopes: []*auction.Sealed{s}}).Root(),
		"emptyBatchRoot":   (&auction.Batch{}).Root(),
		"lot":              auction.Lot(m.key, s.ID()),
		"bidDigest":        auction.BidDigest(network.ID, b.Hash(), b.Bid, s.Bidder, b.PayerLastSlot),
		"authoriseDigest":  auction.AuthoriseDigest(network.ID, b.Reverting[0], s.Bidder),
		"receiptDigest":    auction.ReceiptDigest(network.ID, s.ID(), s.Slot, alice.address),
		"receiptMember":    alice.address,
		"receiptSignature": hexutil.Bytes(alice.mustSign(auction.ReceiptDigest(network.ID, s.ID(), s.Slot, alice.address))),
	}
	got, err := json.MarshalIndent(vectors, "", "  ")
	require.NoError(t, err)
	golden(t, "testdata/vectors.json", append(got, '\n'))
}

// The digests are those of any EIP-712 library.
func TestDigestsAreEIP712(t *testing.T) {
	m, b, carol, alice := newMarket(slot7), goldenBundle(), newAccount(3), newAccount(1)
	s := m.seal(carol, b)
	number := func(v uint64) string { return strconv.FormatUint(v, 10) }
	field := func(name, kind string) apitypes.Type { return apitypes.Type{Name: name, Type: kind} }
	for _, c := range []struct {
		name    string
		fields  []apitypes.Type
		message apitypes.TypedDataMessage
		want    rollup.Digest
	}{
		{"Envelope", []apitypes.Type{
			field("incarnation", "uint64"), field("epoch", "uint64"), field("slot", "uint64"), field("bidder", "address"),
			field("sizeClass", "uint8"), field("gasClass", "uint8"), field("ciphertext", "bytes32"),
		}, apitypes.TypedDataMessage{
			"incarnation": number(network.Incarnation), "epoch": number(network.Epoch), "slot": number(uint64(s.Slot)),
			"bidder": s.Bidder.Hex(), "sizeClass": number(uint64(s.SizeClass)), "gasClass": number(uint64(s.GasClass)),
			"ciphertext": hexutil.Encode(keccak(s.Ciphertext)),
		}, s.ID()},
		{"Bid", []apitypes.Type{
			field("bundle", "bytes32"), field("amount", "uint256"), field("bidder", "address"), field("lastSlot", "uint64"),
		}, apitypes.TypedDataMessage{
			"bundle": b.Hash().Hex(), "amount": b.Bid.Dec(), "bidder": s.Bidder.Hex(), "lastSlot": number(uint64(b.PayerLastSlot)),
		}, auction.BidDigest(network.ID, b.Hash(), b.Bid, s.Bidder, b.PayerLastSlot)},
		{"Authorise", []apitypes.Type{field("transaction", "bytes32"), field("bidder", "address")},
			apitypes.TypedDataMessage{"transaction": b.Reverting[0].Hex(), "bidder": s.Bidder.Hex()},
			auction.AuthoriseDigest(network.ID, b.Reverting[0], s.Bidder)},
		{"Receipt", []apitypes.Type{field("envelope", "bytes32"), field("slot", "uint64"), field("member", "address")},
			apitypes.TypedDataMessage{"envelope": s.ID().Hex(), "slot": number(uint64(s.Slot)), "member": alice.address.Hex()},
			auction.ReceiptDigest(network.ID, s.ID(), s.Slot, alice.address)},
	} {
		t.Run(c.name, func(t *testing.T) {
			hash, _, err := apitypes.TypedDataAndHash(apitypes.TypedData{
				Types: apitypes.Types{
					"EIP712Domain": {field("name", "string"), field("version", "string"), field("salt", "bytes32")}, c.name: c.fields,
				},
				PrimaryType: c.name, Message: c.message,
				Domain: apitypes.TypedDataDomain{Name: "Chorale", Version: "1", Salt: network.ID.Hex(), ChainId: (*math.HexOrDecimal256)(nil)},
			})
			require.NoError(t, err)
			require.Equal(t, c.want.Hex(), "0x"+hex.EncodeToString(hash))
		})
	}
}
