package builder_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/attestantio/go-eth2-client/spec/phase0"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common/hexutil"
	ssz "github.com/ferranbt/fastssz"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

func golden(t *testing.T, path string, vectors any) {
	t.Helper()
	got, err := json.MarshalIndent(vectors, "", "  ")
	require.NoError(t, err)
	got = append(got, '\n')
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s is stale: if the change is meant, run go test ./builder -update", path)
}

func digest(b byte) (d rollup.Digest) {
	for i := range d {
		d[i] = b
	}
	return d
}

// goldenHeader has a different value in every field.
func goldenHeader() *builder.Header {
	return &builder.Header{
		Network: rollup.Network{ID: digest(1), Incarnation: 2, Epoch: 3}, Slot: 4, Time: 1_700_000_000_250, Parent: digest(6),
		View:      rollup.L1View{Number: 7, Hash: digest(8), QueuePosition: 9, QueueHash: digest(10)},
		BatchRoot: digest(11), FateRoot: digest(12), PairRoot: digest(14), LedgerRoot: digest(15),
		Heads: []builder.Head{
			{Chain: 901, Number: 5, Time: 1_700_000_000, TxCount: 3, TxRoot: digest(21), ReceiptRoot: digest(22), ClosedNumber: 4, ClosedHash: digest(23), ClosedState: digest(24)},
			{Chain: 902, Number: 6, Time: 1_700_000_000, TxRoot: digest(25), ReceiptRoot: digest(26)},
		},
	}
}

func goldenFate() builder.Fate {
	return builder.Fate{
		Envelope: digest(1), Bundle: digest(2), Bidder: rollup.Address{3}, Payer: rollup.Address{4}, Reason: auction.Executed, Rank: 1,
		Bid: wei(1000), Fee: wei(12), Price: wei(1000), Protocol: wei(100), Credits: []builder.Credit{{Chain: 901, Account: rollup.Address{5}, Amount: wei(900)}},
		GasUsed: 21_000, Triggers: 1, Places: []builder.Place{{Chain: 901, Block: 2, Index: 3, Tx: digest(6)}},
		Failure: []builder.Failure{{Chain: 902, Leg: 1, Index: 2, Tx: digest(7), Revert: []byte{8}}},
	}
}

// What the committee signs and what is proven under it must never change unnoticed.
func TestGoldenRoots(t *testing.T) {
	h, fate := goldenHeader(), goldenFate()
	pair := builder.Pair{Src: 901, Dst: 902, TrigRoot: digest(1), ActRoot: digest(1), TrigCount: 2, ActCount: 2}
	account := builder.Account{Address: rollup.Address{1}, Deposits: wei(2), Charges: wei(3), Credits: wei(4), Withdrawals: wei(5), Fees: wei(0), Escrow: wei(0)}
	var heads []rollup.Digest
	for _, head := range h.Heads {
		heads = append(heads, head.Root())
	}
	golden(t, "testdata/vectors.json", map[string]any{
		"header":        h,
		"headerEncoded": hexutil.Bytes(h.Encode()),
		"headerFields":  h.Fields(),
		"headerRoot":    h.Root(),
		"headRoots":     heads,
		"emptyRoot":     (&builder.Header{}).Root(),
		"fate":          fate,
		"fateRoot":      fate.Root(),
		"fatesRoot":     builder.FateRoot([]builder.Fate{fate, fate}),
		"noFatesRoot":   builder.FateRoot(nil),
		"pair":          pair,
		"pairRoot":      pair.Root(),
		"pairsRoot":     builder.PairRoot([]builder.Pair{pair, pair}),
		"noPairsRoot":   builder.PairRoot(nil),
		"account":       account,
		"ledgerLeaf":    account.Leaf(),
		"mixDigest":     builder.MixDigest(threshold.Signature{1, 2, 3}),
	})
}

// The header's root is what fastssz makes of a container with these fields.
func TestHeaderRootIsSSZ(t *testing.T) {
	h := goldenHeader()
	hh := ssz.NewHasher()
	head := func(r builder.Head) {
		i := hh.Index()
		hh.PutUint64(uint64(r.Chain))
		hh.PutUint64(r.Number)
		hh.PutUint64(r.Time)
		hh.PutUint64(r.TxCount)
		hh.PutBytes(r.TxRoot[:])
		hh.PutBytes(r.ReceiptRoot[:])
		hh.PutUint64(r.ClosedNumber)
		hh.PutBytes(r.ClosedHash[:])
		hh.PutBytes(r.ClosedState[:])
		hh.Merkleize(i)
	}
	i := hh.Index()
	hh.PutBytes(h.Network.ID[:])
	hh.PutUint64(h.Network.Incarnation)
	hh.PutUint64(h.Network.Epoch)
	hh.PutUint64(uint64(h.Slot))
	hh.PutUint64(h.Time)
	hh.PutBytes(h.Parent[:])
	hh.PutUint64(h.View.Number)
	hh.PutBytes(h.View.Hash[:])
	hh.PutUint64(h.View.QueuePosition)
	hh.PutBytes(h.View.QueueHash[:])
	hh.PutBytes(h.BatchRoot[:])
	hh.PutBytes(h.FateRoot[:])
	list := hh.Index()
	for _, r := range h.Heads {
		head(r)
	}
	hh.MerkleizeWithMixin(list, uint64(len(h.Heads)), 1<<10)
	hh.PutBytes(h.PairRoot[:])
	hh.PutBytes(h.LedgerRoot[:])
	for _, spare := range h.Spare {
		hh.PutBytes(spare[:])
	}
	hh.Merkleize(i)
	want, err := hh.HashRoot()
	require.NoError(t, err)
	require.Equal(t, rollup.Digest(want), h.Root())
	got, err := h.HashTreeRoot()
	require.NoError(t, err)
	require.Equal(t, want, got)
	for i, f := range h.Fields() {
		require.True(t, rollup.VerifyProof(h.Root(), f, rollup.ContainerProof(h.Fields(), i), uint64(i)))
	}
	var _ phase0.Root = want
}

func TestHeaderRoundTrip(t *testing.T) {
	h := goldenHeader()
	again, err := builder.DecodeHeader(h.Encode())
	require.NoError(t, err)
	require.Equal(t, h, again)
	_, err = builder.DecodeHeader(append(h.Encode(), 0))
	require.Error(t, err)
}
