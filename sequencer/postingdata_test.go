package sequencer_test

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// scribe makes attested slots that look like a network's: bundles of two legs and of actions, transfers, what failed
// and what nobody can open. All of it is a function of the seed.
type scribe struct {
	t      require.TestingT
	noise  *rand.ChaCha8
	group  threshold.Group
	shares []*threshold.Share
	slots  []*sequencer.Attested
}

var scribeChains = []rollup.ChainID{901, 902}

func newScribe(t require.TestingT, seed byte) *scribe {
	s := &scribe{t: t, noise: rand.NewChaCha8([32]byte{seed})}
	s.group, s.shares = thresholdtest.Committee(3, 4, 1)
	return s
}

func (s *scribe) bytes(n int) []byte {
	out := make([]byte, n)
	_, _ = s.noise.Read(out)
	return out
}

func (s *scribe) digest() rollup.Digest { return rollup.Digest(s.bytes(32)) }

// bundle has one transaction on each of the chains.
func (s *scribe) bundle(bid uint64, chains ...rollup.ChainID) *auction.Bundle {
	b := &auction.Bundle{Bid: uint256.NewInt(bid), Salt: [16]byte(s.bytes(16))}
	key, err := crypto.ToECDSA(s.bytes(32))
	require.NoError(s.t, err)
	for _, chain := range chains {
		id := new(big.Int).SetUint64(uint64(chain))
		to := common.Address{0x50, byte(chain)}
		data := append([]byte{1, 2, 3, 4}, common.LeftPadBytes(s.bytes(8), 32)...)
		data = append(data, common.LeftPadBytes(to[:], 32)...)
		tx, err := types.SignNewTx(key, types.NewPragueSigner(id), &types.DynamicFeeTx{
			ChainID: id, Nonce: 3, GasFeeCap: big.NewInt(2e9), GasTipCap: big.NewInt(1e9), Gas: 120_000, To: &to, Value: new(big.Int), Data: data,
		})
		require.NoError(s.t, err)
		raw, err := tx.MarshalBinary()
		require.NoError(s.t, err)
		b.Legs = append(b.Legs, auction.Leg{Chain: chain, Txs: [][]byte{raw}})
	}
	return b
}

var scribeNetwork = rollup.Network{ID: wordOf(9), Incarnation: 1, Epoch: 2}

func (s *scribe) seal(slot rollup.Slot, b *auction.Bundle, least auction.SizeClass) *auction.Sealed {
	sealer, err := threshold.NewSealer(s.group.Public, auction.Identity(scribeNetwork, slot))
	require.NoError(s.t, err)
	key, err := crypto.ToECDSA(bytes.Repeat([]byte{byte(b.Bid.Uint64()%3 + 1)}, 32))
	require.NoError(s.t, err)
	clear := auction.Sealed{Network: scribeNetwork, Slot: slot, Bidder: crypto.PubkeyToAddress(key.PublicKey), GasClass: 1, SizeClass: least}
	out, err := auction.Seal(s.noise, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], key) })
	require.NoError(s.t, err)
	return out
}

// fate is one of an envelope whose bundle is b.
func (s *scribe) fate(e *auction.Sealed, b *auction.Bundle, reason auction.Reason) builder.Fate {
	f := builder.Fate{
		Envelope: e.ID(), Bundle: b.Hash(), Bidder: e.Bidder, Payer: e.Bidder, Reason: reason, Bid: b.Bid, Fee: uint256.NewInt(100_000_000_000),
		Price: new(uint256.Int), Protocol: new(uint256.Int), Credits: []builder.Credit{}, Places: []builder.Place{}, Failure: []builder.Failure{},
	}
	return f
}

// execute places a bundle's transactions in the open blocks, with actions of them after each if any.
func (s *scribe) execute(h *builder.Header, f *builder.Fate, b *auction.Bundle, actions int) {
	f.Rank, f.GasUsed, f.Triggers = 3, 143_912, uint64(actions)
	put := func(head *builder.Head, tx rollup.Digest) {
		f.Places = append(f.Places, builder.Place{Chain: head.Chain, Block: head.Number, Index: head.TxCount, Tx: tx})
		head.TxCount++
		head.TxRoot = crypto.Keccak256Hash(head.TxRoot[:], tx[:])
		head.ReceiptRoot = s.digest()
	}
	for i, leg := range b.Legs {
		for _, raw := range leg.Txs {
			for j := range h.Heads {
				if h.Heads[j].Chain == leg.Chain {
					put(&h.Heads[j], crypto.Keccak256Hash(raw))
				}
			}
			for range actions {
				put(&h.Heads[(i+1)%len(h.Heads)], s.digest())
			}
		}
	}
	if b.Bid.IsZero() {
		return
	}
	f.Price = b.Bid.Clone()
	rest := f.Price.Clone()
	for _, leg := range b.Legs {
		part := new(uint256.Int).Div(f.Price, uint256.NewInt(3))
		f.Credits = append(f.Credits, builder.Credit{Chain: leg.Chain, Account: common.Address{0xcc, byte(leg.Chain)}, Amount: part})
		rest.Sub(rest, part)
	}
	f.Protocol = rest
}

// slot makes the next slot with n envelopes of several kinds.
func (s *scribe) slot(n int) *sequencer.Attested {
	a := &sequencer.Attested{Header: s.header(), Envelopes: [][]byte{}, Fates: []builder.Fate{}}
	h := &a.Header
	for i := range n {
		chains := scribeChains
		bid := uint64(1_000_000_000_000 + 7919*i)
		if i%3 == 2 {
			chains, bid = scribeChains[i%2:i%2+1], 0
		}
		b := s.bundle(bid, chains...)
		e := s.seal(h.Slot, b, auction.SizeClass(i%2))
		f := s.fate(e, b, auction.Executed)
		switch {
		case i%11 == 7: // a copied ciphertext: nobody can open it
			e.Ciphertext = append([]byte{}, e.Ciphertext...)
			e.Ciphertext[200]++
			f = s.fate(e, b, auction.NotOpenable)
			f.Bundle, f.Payer, f.Bid = rollup.Digest{}, rollup.Address{}, new(uint256.Int)
		case i%5 == 3:
			f.Reason, f.GasUsed = auction.LegReverted, 60_000
			f.Failure = []builder.Failure{{Chain: chains[0], Tx: crypto.Keccak256Hash(b.Legs[0].Txs[0]), Revert: s.bytes(68)}}
		default:
			s.execute(h, &f, b, i%4/3)
		}
		a.Envelopes, a.Fates = append(a.Envelopes, e.Encode()), append(a.Fates, f)
	}
	return s.attest(a)
}

// header begins the next slot: every fourth opens blocks.
func (s *scribe) header() builder.Header {
	number := rollup.Slot(len(s.slots) + 1)
	h := builder.Header{
		Network: scribeNetwork, Slot: number, Time: 1_700_000_000_000 + 250*uint64(number), View: rollup.L1View{Number: 7, Hash: wordOf(8), QueuePosition: 9, QueueHash: wordOf(10)},
		PairRoot: wordOf(14), LedgerRoot: s.digest(),
	}
	for _, chain := range scribeChains {
		h.Heads = append(h.Heads, builder.Head{Chain: chain, Number: 5, Time: h.Time / 1000})
	}
	if len(s.slots) == 0 {
		return h
	}
	before := &s.slots[len(s.slots)-1].Header
	h.Parent = before.Root()
	for i, b := range before.Heads {
		if b.Time == h.Time/1000 {
			h.Heads[i] = b
			h.Heads[i].ClosedNumber, h.Heads[i].ClosedHash, h.Heads[i].ClosedState = 0, rollup.Digest{}, rollup.Digest{}
			continue
		}
		h.Heads[i] = builder.Head{Chain: b.Chain, Number: b.Number + 1, Time: h.Time / 1000, ClosedNumber: b.Number, ClosedHash: s.digest(), ClosedState: s.digest()}
	}
	return h
}

func (s *scribe) attest(a *sequencer.Attested) *sequencer.Attested {
	batch := auction.Batch{}
	for _, raw := range a.Envelopes {
		e, err := auction.DecodeSealed(raw)
		require.NoError(s.t, err)
		batch.Envelopes = append(batch.Envelopes, e)
	}
	a.Header.BatchRoot, a.Header.FateRoot = batch.Root(), builder.FateRoot(a.Fates)
	a.Key = thresholdtest.Sign(&s.group, s.shares, threshold.OpeningTag, auction.Identity(scribeNetwork, a.Header.Slot))
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = thresholdtest.Sign(&s.group, s.shares, threshold.AttestationTag, root[:])
	s.slots = append(s.slots, a)
	return a
}

// readBack decodes and wants the same slots.
func readBack(t require.TestingT, slots []*sequencer.Attested, data []byte) []*sequencer.Attested {
	again, err := sequencer.DecodePostingData(data)
	require.NoError(t, err)
	require.Len(t, again, len(slots))
	for i := range slots {
		require.Equal(t, slots[i].Header, again[i].Header)
		require.True(t, bytes.Equal(slots[i].Encode(), again[i].Encode()), "slot %d", i)
	}
	return again
}

// What a network does comes back exactly, at a fraction of the bytes: ciphertexts are sealed again, ids, hashes and
// roots computed. And the data is the same whether the seeds were kept, as a member does, or have to be found.
func TestPostingDataOfTraffic(t *testing.T) {
	s := newScribe(t, 1)
	sizes := map[string]int{}
	for range 8 {
		s.slot(12)
	}
	data := sequencer.PostingData(s.slots)
	again := readBack(t, s.slots, data)
	require.Equal(t, data, sequencer.PostingData(again), "with the seeds that the reader found")
	for i := range again {
		require.Len(t, again[i].Seeds, len(again[i].Envelopes))
		require.Equal(t, again[i].Header.BatchRoot, s.slots[i].Header.BatchRoot)
	}
	for _, a := range s.slots {
		sizes["records"] += len(a.Encode())
	}
	require.Less(t, 3*len(data), sizes["records"])
	t.Logf("8 slots of 12 envelopes: %d bytes of records, %d posted: %d and %d a slot", sizes["records"], len(data), sizes["records"]/8, len(data)/8)
}

// Nothing is taken for granted: whatever a record holds, legal or not, comes back.
func TestPostingDataOfAnything(t *testing.T) {
	s := newScribe(t, 2)
	sealed := s.slot(9)
	rapid.Check(t, func(r *rapid.T) {
		var slots []*sequencer.Attested
		for range rapid.IntRange(0, 4).Draw(r, "slots") {
			a := anySlot(r)
			if rapid.Bool().Draw(r, "sealed") {
				a.Header.Network, a.Header.Slot, a.Key = sealed.Header.Network, sealed.Header.Slot, sealed.Key
				a.Envelopes = append(a.Envelopes, sealed.Envelopes[rapid.IntRange(0, 8).Draw(r, "envelope")])
			}
			if rapid.Bool().Draw(r, "told") {
				a.Fates = append(a.Fates, sealed.Fates[rapid.IntRange(0, 8).Draw(r, "fate")])
			}
			slots = append(slots, a)
		}
		readBack(r, slots, sequencer.PostingData(slots))
	})
}

func anyNumber(r *rapid.T) uint64 {
	return rapid.SampledFrom([]uint64{0, 1, 2, 5, 901, 902, 1000, 1_700_000_000, 1 << 40, 1<<64 - 1}).Draw(r, "number")
}

func anyDigest(r *rapid.T) rollup.Digest {
	return wordOf(rapid.SampledFrom([]byte{0, 1, 2}).Draw(r, "digest"))
}

func anyAmount(r *rapid.T) *uint256.Int {
	v := uint256.NewInt(anyNumber(r))
	return v.Lsh(v, rapid.SampledFrom([]uint{0, 8, 192}).Draw(r, "shift"))
}

func anySlot(r *rapid.T) *sequencer.Attested {
	h := builder.Header{
		Network: rollup.Network{ID: anyDigest(r), Incarnation: anyNumber(r), Epoch: anyNumber(r)}, Slot: rollup.Slot(anyNumber(r)), Time: anyNumber(r),
		Parent: anyDigest(r), View: rollup.L1View{Number: anyNumber(r), Hash: anyDigest(r), QueuePosition: anyNumber(r), QueueHash: anyDigest(r)},
		BatchRoot: anyDigest(r), FateRoot: anyDigest(r), PairRoot: anyDigest(r), LedgerRoot: anyDigest(r), Heads: []builder.Head{},
	}
	h.Spare[2] = anyDigest(r)
	for range rapid.IntRange(0, 2).Draw(r, "heads") {
		h.Heads = append(h.Heads, builder.Head{
			Chain: rollup.ChainID(anyNumber(r)), Number: anyNumber(r), Time: anyNumber(r), TxCount: anyNumber(r), TxRoot: anyDigest(r),
			ReceiptRoot: anyDigest(r), ClosedNumber: anyNumber(r), ClosedHash: anyDigest(r), ClosedState: anyDigest(r),
		})
	}
	a := &sequencer.Attested{Header: h, Signature: threshold.Signature{byte(anyNumber(r))}, Key: threshold.Signature{byte(anyNumber(r))}, Envelopes: [][]byte{}, Fates: []builder.Fate{}}
	for range rapid.IntRange(0, 2).Draw(r, "envelopes") {
		a.Envelopes = append(a.Envelopes, rapid.SliceOfN(rapid.Byte(), 0, 40).Draw(r, "bytes"))
	}
	for range rapid.IntRange(0, 3).Draw(r, "fates") {
		f := builder.Fate{
			Envelope: anyDigest(r), Bundle: anyDigest(r), Bidder: rollup.Address{byte(anyNumber(r))}, Payer: rollup.Address{byte(anyNumber(r))},
			Reason: auction.Reason(anyNumber(r)), Rank: anyNumber(r), Bid: anyAmount(r), Fee: anyAmount(r), Price: anyAmount(r), Protocol: anyAmount(r),
			GasUsed: anyNumber(r), Triggers: anyNumber(r), Credits: []builder.Credit{}, Places: []builder.Place{}, Failure: []builder.Failure{},
		}
		for range rapid.IntRange(0, 2).Draw(r, "parts") {
			f.Credits = append(f.Credits, builder.Credit{Chain: rollup.ChainID(anyNumber(r)), Account: rollup.Address{byte(anyNumber(r))}, Amount: anyAmount(r)})
			f.Places = append(f.Places, builder.Place{Chain: rollup.ChainID(anyNumber(r)), Block: anyNumber(r), Index: anyNumber(r), Tx: anyDigest(r)})
			f.Failure = append(f.Failure, builder.Failure{Chain: rollup.ChainID(anyNumber(r)), Leg: anyNumber(r), Index: anyNumber(r), Tx: anyDigest(r), Revert: []byte{1, 2}})
		}
		a.Fates = append(a.Fates, f)
	}
	return a
}

// The bytes are under the committee's signature: no version of anything may change them. If this fails because the
// compressor was renewed, the old one stays for this format and the new one gets a format of its own.
func TestPostingDataNeverChanges(t *testing.T) {
	s := newScribe(t, 3)
	for range 4 {
		s.slot(9)
	}
	h := crypto.NewKeccakState()
	for n := range len(s.slots) + 1 {
		_, _ = h.Write(sequencer.PostingData(s.slots[:n]))
	}
	var got rollup.Digest
	_, _ = h.Read(got[:])
	require.Equal(t, "0x06455523ac4c8e2670790c438dd5dbfc1b009a86f96c95ba07b86b0e63023743", got.Hex())
}

// Two slots with envelopes that open and one that does not, byte for byte, for whoever writes a reader of his own.
func TestGoldenPostingData(t *testing.T) {
	s := newScribe(t, 9)
	s.slot(8)
	s.slot(2)
	golden := map[string]any{"data": hexutil.Bytes(sequencer.PostingData(s.slots)), "records": []hexutil.Bytes{s.slots[0].Encode(), s.slots[1].Encode()}}
	got, err := json.MarshalIndent(golden, "", "  ")
	require.NoError(t, err)
	got = append(got, '\n')
	const path = "testdata/postingdata.json"
	if *updateVectors {
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got), "%s is stale: if the change is meant, it is another format", path)
}

// Data that says it is more than may be is refused before anything of that size is made.
func TestPostingDataIsBounded(t *testing.T) {
	s := newScribe(t, 4)
	s.slot(3)
	data := sequencer.PostingData(s.slots)
	pack := func(b []byte) []byte {
		w, err := zstd.NewWriter(nil)
		require.NoError(t, err)
		return w.EncodeAll(b, nil)
	}
	frame := func(how byte, slots, records, size, dense uint64, rest ...byte) []byte {
		out := []byte{sequencer.PostingFormat, how}
		for _, v := range []uint64{slots, records, size, dense} {
			out = binary.AppendUvarint(out, v)
		}
		return append(out, rest...)
	}
	for name, b := range map[string][]byte{
		"empty":                        {},
		"another format":               append([]byte{sequencer.PostingFormat + 1}, data[1:]...),
		"yesterday's RLP":              {0xc0},
		"a byte less":                  data[:len(data)-1],
		"more records than may be":     frame(0, 1, sequencer.MaxRecords+1, 0, 0),
		"more stream than may be":      frame(1, 1, 100, sequencer.MaxRecords+1, 0),
		"a bomb of zeros":              frame(1, 1, 1000, 1000, 0, pack(make([]byte, 32<<20))...),
		"a bomb, declared":             frame(1, 1<<40, 1000, 32<<20, 0, pack(make([]byte, 32<<20))...),
		"a frame shorter than it is":   frame(1, 1, 1000, 1000, 0, pack(make([]byte, 10))...),
		"no frame":                     frame(1, 1, 1000, 1000, 0, 1, 2, 3),
		"an integer with a tail":       {sequencer.PostingFormat, 0, 0x80, 0x00, 0, 0, 0},
		"slots of nothing":             frame(0, 1<<60, 1000, 0, 0),
		"a stream written another way": frame(7, 0, 0, 0, 0),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := sequencer.DecodePostingData(b)
			require.ErrorIs(t, err, sequencer.ErrRecord)
		})
	}
	_, err := sequencer.DecodePostingData(append(bytes.Clone(data), 0))
	require.ErrorIs(t, err, sequencer.ErrRecord)
	none, err := sequencer.DecodePostingData(sequencer.PostingData(nil))
	require.NoError(t, err)
	require.Empty(t, none)
}

func FuzzDecodePostingData(f *testing.F) {
	s := newScribe(f, 5)
	s.slot(4)
	s.slot(0)
	f.Add(sequencer.PostingData(s.slots))
	f.Add(sequencer.PostingData(twoSlots()))
	f.Add(sequencer.PostingData(nil))
	f.Add([]byte{0xc0})
	f.Fuzz(func(t *testing.T, b []byte) {
		slots, err := sequencer.DecodePostingData(b)
		if err == nil {
			readBack(t, slots, sequencer.PostingData(slots))
		}
	})
}

func BenchmarkPostingData(b *testing.B) {
	s := newScribe(b, 6)
	for range 8 {
		s.slot(12)
	}
	data := sequencer.PostingData(s.slots)
	kept, err := sequencer.DecodePostingData(data) // with seeds
	require.NoError(b, err)
	records := 0
	for _, a := range kept {
		records += len(a.Encode())
	}
	perSlot := func(b *testing.B) {
		b.ReportMetric(float64(records)/float64(len(kept)), "records-B/slot")
		b.ReportMetric(float64(len(data))/float64(len(kept)), "posted-B/slot")
	}
	for name, do := range map[string]func(){
		"encode":         func() { sequencer.PostingData(kept) },
		"encode/opening": func() { sequencer.PostingData(s.slots) },
		"decode":         func() { _, _ = sequencer.DecodePostingData(data) },
	} {
		b.Run(fmt.Sprint(name), func(b *testing.B) {
			for b.Loop() {
				do()
			}
			perSlot(b)
		})
	}
}
