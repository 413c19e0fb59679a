package rollup_test

import (
	"encoding/json"
	"flag"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing them")

// encode is Solidity's abi.encode, by go-ethereum.
func encode(kinds []string, values ...any) []byte {
	var args abi.Arguments
	for _, k := range kinds {
		kind, err := abi.NewType(k, "", nil)
		if err != nil {
			panic(err)
		}
		args = append(args, abi.Argument{Type: kind})
	}
	b, err := args.Pack(values...)
	if err != nil {
		panic(err)
	}
	return b
}

var (
	account   = rollup.Address{0xaa, 19: 1}
	largest   = new(uint256.Int).SetAllOne()
	largest96 = new(uint256.Int).Rsh(largest, 160)
)

// payloads is one payload of each kind, as the contracts encode it, and what it means.
func payloads() []struct {
	kind    rollup.QueueKind
	payload []byte
	want    rollup.Payload
} {
	money := []string{"address", "uint256", "uint256"}
	raw := []byte("a raw transaction of more than thirty-two bytes")
	return []struct {
		kind    rollup.QueueKind
		payload []byte
		want    rollup.Payload
	}{
		{rollup.QueueDeposit, encode(money, account, big.NewInt(5), largest.ToBig()), rollup.Deposit{Account: account, Escrow: uint256.NewInt(5), Fees: largest}},
		{rollup.QueueWithdraw, encode(money, account, big.NewInt(0), big.NewInt(7)), rollup.Withdrawal{Account: account, Escrow: new(uint256.Int), Fees: uint256.NewInt(7)}},
		{rollup.QueueForce, encode([]string{"uint64", "bytes"}, uint64(901), raw), rollup.Forced{Chain: 901, Raw: raw}},
		{rollup.QueueForce, encode([]string{"uint64", "bytes"}, uint64(901), []byte{}), rollup.Forced{Chain: 901, Raw: []byte{}}},
		{rollup.QueueRegister, encode([]string{"uint64", "address", "bytes32"}, uint64(901), account, [32]byte{3}), rollup.Registration{Chain: 901, Payout: account, GenesisHash: rollup.Digest{3}}},
		{rollup.QueuePayout, encode([]string{"uint64", "address"}, uint64(1<<64-1), account), rollup.Payout{Chain: 1<<64 - 1, Payout: account}},
		{rollup.QueueWeight, encode([]string{"uint64", "uint32"}, uint64(901), uint32(1<<32-1)), rollup.Weight{Chain: 901, Weight: 1<<32 - 1}},
		{rollup.QueueReserve, encode([]string{"uint64", "uint256"}, uint64(901), largest96.ToBig()), rollup.Reserve{Chain: 901, Amount: largest96}},
		{rollup.QueueReserve, encode([]string{"uint64", "uint256"}, uint64(902), big.NewInt(0)), rollup.Reserve{Chain: 902, Amount: new(uint256.Int)}},
	}
}

func TestPayloadsAreSoliditys(t *testing.T) {
	for _, c := range payloads() {
		got, err := rollup.QueueItem{Kind: c.kind, Payload: c.payload}.Decode()
		require.NoError(t, err, c.kind)
		require.Equal(t, c.want, got)
		require.Equal(t, c.kind, got.QueueKind())
		for _, bad := range [][]byte{nil, c.payload[:len(c.payload)-1], append(append([]byte{}, c.payload...), 0), c.payload[32:]} {
			_, err := rollup.QueueItem{Kind: c.kind, Payload: bad}.Decode()
			require.ErrorIs(t, err, rollup.ErrQueuePayload, c.kind)
		}
		dirty := append([]byte{1}, c.payload[1:]...) // an address or integer with more bits than it may have
		_, err = rollup.QueueItem{Kind: c.kind, Payload: dirty}.Decode()
		require.ErrorIs(t, err, rollup.ErrQueuePayload, c.kind)
	}
	for _, kind := range []rollup.QueueKind{0, 8, 255} {
		_, err := rollup.QueueItem{Kind: kind}.Decode()
		require.ErrorIs(t, err, rollup.ErrQueuePayload)
		require.Contains(t, kind.String(), "kind")
	}
	wide := encode([]string{"uint64", "uint64"}, uint64(901), uint64(1<<32))
	_, err := rollup.QueueItem{Kind: rollup.QueueWeight, Payload: wide}.Decode()
	require.ErrorIs(t, err, rollup.ErrQueuePayload)
	wide = encode([]string{"uint64", "uint256"}, uint64(901), new(big.Int).Lsh(big.NewInt(1), 96))
	_, err = rollup.QueueItem{Kind: rollup.QueueReserve, Payload: wide}.Decode()
	require.ErrorIs(t, err, rollup.ErrQueuePayload)
}

func TestQueueHashIsSoliditys(t *testing.T) {
	i := rollup.QueueItem{Position: 3, L1Block: 1 << 40, Kind: rollup.QueueForce, Sender: account, Payload: []byte("payload")}
	var digest [32]byte
	copy(digest[:], crypto.Keccak256(i.Payload))
	packed := encode([]string{"uint64", "uint64", "uint8", "address", "bytes32"}, i.Position, i.L1Block, uint8(i.Kind), i.Sender, digest)
	require.Equal(t, crypto.Keccak256Hash(packed), i.Hash())
	h := i.Hash()
	before := rollup.Digest{1}
	require.Equal(t, crypto.Keccak256Hash(before[:], h[:]), rollup.Accumulate(before, i))
}

func TestCheckQueue(t *testing.T) {
	var items []rollup.QueueItem
	var view rollup.L1View
	for n := range uint64(3) {
		i := rollup.QueueItem{Position: n, Kind: rollup.QueueForce, Payload: []byte{byte(n)}}
		items, view.QueuePosition, view.QueueHash = append(items, i), n+1, rollup.Accumulate(view.QueueHash, i)
	}
	middle := rollup.Accumulate(rollup.Digest{}, items[0])
	require.NoError(t, rollup.CheckQueue(0, rollup.Digest{}, items, view))
	require.NoError(t, rollup.CheckQueue(1, middle, items[1:], view))
	require.NoError(t, rollup.CheckQueue(3, view.QueueHash, nil, view))
	swapped := []rollup.QueueItem{items[1], items[0], items[2]}
	changed := append([]rollup.QueueItem{}, items...)
	changed[1].Payload = []byte("other")
	short := view
	short.QueuePosition = 2
	for name, err := range map[string]error{
		"an item short":     rollup.CheckQueue(0, rollup.Digest{}, items[:2], view),
		"an item too many":  rollup.CheckQueue(0, rollup.Digest{}, items, short),
		"swapped":           rollup.CheckQueue(0, rollup.Digest{}, swapped, view),
		"changed":           rollup.CheckQueue(0, rollup.Digest{}, changed, view),
		"from another root": rollup.CheckQueue(1, rollup.Digest{}, items[1:], view),
		"none of them":      rollup.CheckQueue(0, rollup.Digest{}, nil, view),
	} {
		require.ErrorIs(t, err, rollup.ErrQueueChain, name)
	}
}

// The queue's hashes stand in contracts too: they must never change unnoticed.
func TestGoldenQueue(t *testing.T) {
	type vector struct {
		Position    uint64         `json:"position"`
		L1Block     uint64         `json:"l1Block"`
		Kind        string         `json:"kind"`
		Number      uint8          `json:"number"`
		Sender      rollup.Address `json:"sender"`
		Payload     hexutil.Bytes  `json:"payload"`
		Hash        rollup.Digest  `json:"hash"`
		Accumulator rollup.Digest  `json:"accumulator"` // after this item
	}
	var vectors []vector
	var accumulator rollup.Digest
	for n, c := range payloads() {
		i := rollup.QueueItem{Position: uint64(n), L1Block: uint64(100 + n), Kind: c.kind, Sender: account, Payload: c.payload}
		accumulator = rollup.Accumulate(accumulator, i)
		vectors = append(vectors, vector{i.Position, i.L1Block, i.Kind.String(), uint8(i.Kind), i.Sender, i.Payload, i.Hash(), accumulator})
	}
	got, err := json.MarshalIndent(vectors, "", "  ")
	require.NoError(t, err)
	got = append(got, '\n')
	path := filepath.Join("testdata", "queue.json")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
}

func FuzzQueuePayload(f *testing.F) {
	for _, c := range payloads() {
		f.Add(uint8(c.kind), c.payload)
	}
	f.Fuzz(func(t *testing.T, kind uint8, payload []byte) {
		i := rollup.QueueItem{Kind: rollup.QueueKind(kind), Payload: payload}
		got, err := i.Decode()
		if (err == nil) != (got != nil) {
			t.Fatal("neither an error nor a payload")
		}
		if w, ok := got.(rollup.Forced); ok && len(w.Raw) > len(payload) {
			t.Fatal("longer than what it was read from")
		}
		if r, ok := got.(rollup.Reserve); ok && r.Amount.BitLen() > 96 {
			t.Fatal("more than the contract can set")
		}
		i.Hash()
	})
}
