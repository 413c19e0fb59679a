package sequencer_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var updateVectors = flag.Bool("update", false, "write the golden files instead of comparing them")

func wordOf(b byte) (d rollup.Digest) {
	for i := range d {
		d[i] = b
	}
	return d
}

// twoSlots are attested slots with something in every field, signed by a test committee.
func twoSlots() []*sequencer.Attested {
	group, shares := thresholdtest.Committee(3, 4, 1)
	var out []*sequencer.Attested
	for n := byte(1); n <= 2; n++ {
		a := &sequencer.Attested{
			Header: builder.Header{
				Network: rollup.Network{ID: wordOf(1), Incarnation: 2, Epoch: 3}, Slot: rollup.Slot(n), Time: 1_700_000_000_000 + uint64(n),
				View:      rollup.L1View{Number: uint64(n), Hash: wordOf(8), QueuePosition: 9, QueueHash: wordOf(10)},
				BatchRoot: wordOf(11), FateRoot: wordOf(12), PairRoot: wordOf(14), LedgerRoot: wordOf(15),
				Heads: []builder.Head{{Chain: 901, Number: 5, Time: 1_700_000_000}},
			},
			Envelopes: [][]byte{{n}},
			Fates: []builder.Fate{{
				Envelope: wordOf(n), Bid: uint256.NewInt(1), Fee: uint256.NewInt(2), Price: new(uint256.Int), Protocol: new(uint256.Int),
				Credits: []builder.Credit{}, Places: []builder.Place{}, Failure: []builder.Failure{},
			}},
		}
		if n > 1 {
			a.Header.Parent = out[0].Header.Root()
		}
		root := sequencer.HeaderSigningRoot(&a.Header)
		a.Signature = thresholdtest.Sign(&group, shares, threshold.AttestationTag, root[:])
		a.Key = thresholdtest.Sign(&group, shares, threshold.OpeningTag, []byte{n})
		out = append(out, a)
	}
	return out
}

// What the group key signs must never change unnoticed: headers, postings, and the data that postings name.
func TestGoldenSigningRoots(t *testing.T) {
	slots := twoSlots()
	p, data := sequencer.NewPosting(wordOf(7), slots)
	got, err := json.MarshalIndent(map[string]any{
		"header":             slots[1].Header,
		"headerRoot":         slots[1].Header.Root(),
		"headerSigningRoot":  sequencer.HeaderSigningRoot(&slots[1].Header),
		"headerSignature":    slots[1].Signature,
		"attested":           hexutil.Bytes(slots[1].Encode()),
		"posting":            p,
		"postingRoot":        p.Root(),
		"postingSigningRoot": p.SigningRoot(),
		"postingData":        hexutil.Bytes(data),
	}, "", "  ")
	require.NoError(t, err)
	got = append(got, '\n')
	const path = "testdata/vectors.json"
	if *updateVectors {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "%s is stale: if the change is meant, run go test ./sequencer -update", path)
}

// The contracts compute the same roots: these vectors are those that the Solidity tests read.
func TestPostingRootsAreTheContracts(t *testing.T) {
	file, err := os.ReadFile("../contracts/testdata/vectors.json")
	require.NoError(t, err)
	var vectors struct {
		Postings struct {
			Encoded     []hexutil.Bytes `json:"encoded"` // abi.encode: 15 words
			Root        []rollup.Digest `json:"root"`
			SigningRoot []rollup.Digest `json:"signingRoot"`
		} `json:"postings"`
	}
	require.NoError(t, json.Unmarshal(file, &vectors))
	require.NotEmpty(t, vectors.Postings.Encoded)
	for i, b := range vectors.Postings.Encoded {
		require.Len(t, []byte(b), 15*32)
		word := func(n int) (d rollup.Digest) { copy(d[:], b[32*n:]); return d }
		number := func(n int) uint64 { return binary.BigEndian.Uint64(b[32*n+24:]) }
		p := sequencer.Posting{
			Network:  rollup.Network{ID: word(0), Incarnation: number(1), Epoch: number(2)},
			Previous: word(3), First: rollup.Slot(number(4)), Last: rollup.Slot(number(5)), LastHeader: word(6), BlobsHash: word(7), DataHash: word(8),
			View:       rollup.L1View{Number: number(9), Hash: word(10), QueuePosition: number(11), QueueHash: word(12)},
			LedgerRoot: word(13), PairRoot: word(14),
		}
		require.Equal(t, vectors.Postings.Root[i], p.Root())
		require.Equal(t, vectors.Postings.SigningRoot[i], p.SigningRoot())
	}
}

func TestPostingData(t *testing.T) {
	slots := twoSlots()
	p, data := sequencer.NewPosting(wordOf(7), slots)
	require.Equal(t, crypto.Keccak256Hash(data), p.DataHash)
	require.Equal(t, [2]rollup.Slot{1, 2}, [2]rollup.Slot{p.First, p.Last})
	require.Equal(t, slots[1].Header.Root(), p.LastHeader)
	require.Equal(t, slots[1].Header.View, p.View)
	again, err := sequencer.DecodePostingData(data)
	require.NoError(t, err)
	require.Len(t, again, 2)
	for i := range slots {
		require.Equal(t, slots[i].Encode(), again[i].Encode())
	}
	_, err = sequencer.DecodePostingData(data[:len(data)-1])
	require.ErrorIs(t, err, sequencer.ErrRecord)
	group, _ := thresholdtest.Committee(3, 4, 1)
	other, _ := thresholdtest.Committee(3, 4, 2)
	for _, s := range again {
		require.NoError(t, s.Verify(group.Public))
		require.Error(t, s.Verify(other.Public))
		s.Header.Time++
		require.Error(t, s.Verify(group.Public))
	}
}

func FuzzDecodeAttested(f *testing.F) {
	f.Add(twoSlots()[1].Encode())
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := sequencer.DecodeAttested(b)
		if err == nil && !bytes.Equal(a.Encode(), b) {
			t.Fatal("not canonical")
		}
	})
}
