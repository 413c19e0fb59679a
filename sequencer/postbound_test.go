package sequencer_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// What the carriers take in one L1 transaction, bytes: calldata within go-ethereum's pool, and six blobs of 31 bytes a
// field element.
var carriers = map[string]uint64{"calldata": 126 << 10, "six blobs": 6 * 126_976}

// fearful makes slots of which everything is as large as it may be and nothing compresses.
type fearful struct {
	*scribe
	p *rollup.Parameters
}

func newFearful(t *testing.T, seed byte, post uint64) *fearful {
	p := parameters()
	p.PostBytes, p.BatchBytes, p.BatchGas, p.BidderGas, p.TriggerCount = post, post, 60_000_000, 60_000_000, 32
	p.Rollups = []rollup.ChainID{math.MaxUint64 - 1, math.MaxUint64}
	return &fearful{newScribe(t, seed), p}
}

func (s *fearful) amount() *uint256.Int {
	return new(uint256.Int).SetBytes(append([]byte{0xff}, s.bytes(31)...))
}

// envelope is full: of one that opens, so many transactions of noise that its class holds no more. They are no real
// transactions, which the encoding does not look at.
func (s *fearful) envelope(slot rollup.Slot, size auction.SizeClass, gas auction.GasClass, opens bool) (*auction.Sealed, *auction.Bundle) {
	key, err := crypto.ToECDSA(s.bytes(32))
	require.NoError(s.t, err)
	n := max(1, min(auction.MaxTransactions, int(gas.Gas()/21_000), size.Bytes()/100))
	b := &auction.Bundle{Bid: s.amount(), Payer: rollup.Address(s.bytes(20)), PayerSignature: s.bytes(65), Salt: [16]byte(s.bytes(16))}
	leg := auction.Leg{Chain: s.p.Rollups[0]}
	room := min(size.Bytes(), auction.MaxBundleBytes) - 250 - 4*n
	for range n {
		leg.Txs = append(leg.Txs, s.bytes(room/n))
	}
	b.Legs = []auction.Leg{leg}
	sealer, err := threshold.NewSealer(s.group.Public, auction.Identity(scribeNetwork, slot))
	require.NoError(s.t, err)
	clear := auction.Sealed{Network: scribeNetwork, Slot: slot, Bidder: crypto.PubkeyToAddress(key.PublicKey), GasClass: gas, SizeClass: size}
	e, err := auction.Seal(s.noise, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], key) })
	require.NoError(s.t, err)
	require.Equal(s.t, size, e.SizeClass)
	if !opens {
		_, _ = s.noise.Read(e.Ciphertext)
		id := e.ID()
		e.Signature, err = crypto.Sign(id[:], key)
		require.NoError(s.t, err)
	}
	return e, b
}

// fate has every field that a fate can have, none of them as expected.
func (s *fearful) fate(h *builder.Header, e *auction.Sealed, b *auction.Bundle, opens, executed bool) builder.Fate {
	f := builder.Fate{
		Envelope: s.digest(), Bundle: s.digest(), Bidder: rollup.Address(s.bytes(20)), Payer: rollup.Address(s.bytes(20)), Reason: auction.LegReverted,
		Rank: math.MaxUint64, Bid: s.amount(), Fee: s.amount(), Price: s.amount(), Protocol: s.amount(), GasUsed: math.MaxUint64, Triggers: math.MaxUint64,
		Credits: []builder.Credit{}, Places: []builder.Place{}, Failure: []builder.Failure{},
	}
	if !opens || !executed {
		f.Failure = []builder.Failure{{Chain: math.MaxUint64, Leg: math.MaxUint64, Index: math.MaxUint64, Tx: s.digest(), Revert: s.bytes(1024)}}
		return f
	}
	f.Reason = auction.Executed
	head := h.Heads[0]
	most := int(e.GasClass.Gas() / 21_000) //nolint:gosec // small
	for i, raw := range b.Legs[0].Txs {
		f.Places = append(f.Places, builder.Place{Chain: head.Chain, Block: head.Number, Index: math.MaxUint64 - uint64(i), Tx: crypto.Keccak256Hash(raw)})
		if i < min(most, int(s.p.TriggerCount)) {
			f.Places = append(f.Places, builder.Place{Chain: h.Heads[1].Chain, Block: h.Heads[1].Number, Index: math.MaxUint64 - 1, Tx: s.digest()})
		}
	}
	for _, chain := range s.p.Rollups[:min(len(s.p.Rollups), len(f.Places))] {
		f.Credits = append(f.Credits, builder.Credit{Chain: chain, Account: rollup.Address(s.bytes(20)), Amount: s.amount()})
	}
	return f
}

// forced are as many fates of forced transactions as a slot may have, each line to its bound.
func (s *fearful) forced(h *builder.Header) (out []builder.Fate) {
	zero := new(uint256.Int)
	for line := range len(s.p.Rollups) + 1 {
		for sum := uint64(0); sum+s.p.MaxForcedFate() <= s.p.ForcedBytes(); {
			f := builder.Fate{
				Envelope: s.digest(), Bundle: s.digest(), Bidder: rollup.Address(s.bytes(20)), Reason: auction.LegReverted, Bid: zero, Fee: zero, Price: zero, Protocol: zero,
				GasUsed: math.MaxUint64, Triggers: math.MaxUint64, Credits: []builder.Credit{}, Places: []builder.Place{}, Failure: []builder.Failure{},
			}
			switch line {
			case 0:
				f.Failure = []builder.Failure{{Chain: math.MaxUint64, Tx: s.digest(), Revert: s.bytes(1024)}}
			case 1:
				f.Reason = auction.Executed
				for range 1 + s.p.TriggerCount {
					f.Places = append(f.Places, builder.Place{Chain: h.Heads[1].Chain, Block: h.Heads[1].Number, Index: math.MaxUint64, Tx: s.digest()})
				}
			}
			require.LessOrEqual(s.t, f.PostedBytes(), s.p.MaxForcedFate())
			out, sum = append(out, f), sum+f.PostedBytes()
		}
	}
	return out
}

// header has nothing that follows from the slot before.
func (s *fearful) header(slot rollup.Slot) builder.Header {
	h := builder.Header{
		Network: rollup.Network{ID: scribeNetwork.ID, Incarnation: scribeNetwork.Incarnation, Epoch: scribeNetwork.Epoch}, Slot: slot, Time: math.MaxUint64 / 3, Parent: s.digest(),
		View: rollup.L1View{Number: math.MaxUint64, Hash: s.digest(), QueuePosition: math.MaxUint64, QueueHash: s.digest()}, BatchRoot: s.digest(), FateRoot: s.digest(),
		PairRoot: s.digest(), LedgerRoot: s.digest(), Spare: [3]rollup.Digest{s.digest(), s.digest(), s.digest()},
	}
	for _, chain := range s.p.Rollups {
		h.Heads = append(h.Heads, builder.Head{
			Chain: chain, Number: math.MaxUint64 / 3, Time: math.MaxUint64 / 3, TxCount: math.MaxUint64 / 3, TxRoot: s.digest(), ReceiptRoot: s.digest(),
			ClosedNumber: math.MaxUint64 / 3, ClosedHash: s.digest(), ClosedState: s.digest(),
		})
	}
	return h
}

type noFees struct{}

func (noFees) Reserve([]*auction.Sealed) error { return nil }

// slot fills a batch with envelopes of the kinds that pick gives, until none of many fits any more.
func (s *fearful) slot(number rollup.Slot, pick func(i int) (auction.SizeClass, auction.GasClass, bool, bool)) *sequencer.Attested {
	a := &sequencer.Attested{Header: s.header(number), Envelopes: [][]byte{}, Signature: threshold.Signature(s.bytes(96))}
	a.Fates = s.forced(&a.Header)
	a.Key = s.key(number)
	room := sequencer.NewRoom(s.p, noFees{})
	batch := &auction.Batch{Network: scribeNetwork, Slot: number}
	for i, misses := 0, 0; misses < 20; i++ {
		size, gas, opens, executed := pick(i)
		probe := auction.Clear{Network: scribeNetwork, Slot: number, SizeClass: size, GasClass: gas}
		if room.Fits(&auction.Sealed{Bidder: rollup.Address{1}, GasClass: gas}, probe.Size()) != nil {
			misses++
			continue
		}
		e, b := s.envelope(number, size, gas, opens)
		require.NoError(s.t, room.Take(e, e.Size()))
		batch.Envelopes = append(batch.Envelopes, e)
		a.Envelopes, a.Fates = append(a.Envelopes, e.Encode()), append(a.Fates, s.fate(&a.Header, e, b, opens, executed))
	}
	require.NoError(s.t, batch.Check(s.p))
	return a
}

// key is the slot's opening key.
func (s *fearful) key(number rollup.Slot) threshold.Signature {
	return thresholdtest.Sign(&s.group, s.shares, threshold.OpeningTag, auction.Identity(scribeNetwork, number))
}

// However large its classes and however it ends, a legal slot fits into a posting on either carrier, alone; and a run of
// them is cut so that no posting exceeds what the carrier takes.
func TestPostingAlwaysFits(t *testing.T) {
	for carrier, bytes := range carriers {
		t.Run(carrier, func(t *testing.T) {
			s := newFearful(t, 7, bytes)
			cutter := sequencer.NewCutter(s.p, 0, rollup.Digest{})
			least, most, postings := math.MaxInt, 0, 0
			for number := rollup.Slot(1); number <= 8; number++ {
				a := s.slot(number, func(i int) (auction.SizeClass, auction.GasClass, bool, bool) {
					draw := binary.BigEndian.Uint64(s.bytes(8))
					size := auction.SizeClass(draw % 5)
					if number <= 4 { // one class alone
						size = auction.SizeClass(number - 1)
					}
					return size, auction.GasClass(draw >> 8 % 7), draw>>16%4 > 0, draw>>24%2 > 0
				})
				data := sequencer.PostingData([]*sequencer.Attested{a})
				require.LessOrEqual(t, uint64(len(data)), s.p.PostBytes)
				readBack(t, []*sequencer.Attested{a}, data)
				least, most = min(least, len(data)), max(most, len(data))
				cut, err := cutter.Take(a)
				require.NoError(t, err)
				for _, p := range cut {
					require.LessOrEqual(t, uint64(len(p.Data)), s.p.PostBytes)
					postings++
				}
			}
			require.NotZero(t, postings)
			require.Greater(t, uint64(most), s.p.PostBytes*3/4, "the bound is not far from what it bounds")
			t.Logf("full slots of all classes: %d to %d bytes of %d", least, most, s.p.PostBytes)
		})
	}
}

// pieces holds each part of a slot with one envelope to its own bound, so that none lives on another's slack.
func (s *fearful) pieces(a *sequencer.Attested, envelope uint64) {
	size := func(envelopes [][]byte, fates []builder.Fate) uint64 {
		b := *a
		b.Envelopes, b.Fates, b.Seeds = envelopes, fates, nil
		return uint64(len(sequencer.PostingData([]*sequencer.Attested{&b})))
	}
	bare, forced, whole := size(nil, nil), size(nil, a.Fates[:len(a.Fates)-1]), size(a.Envelopes, a.Fates)
	lines := s.p.ForcedBytes() * uint64(len(s.p.Rollups)+1)
	require.LessOrEqual(s.t, bare, s.p.PostBytes-s.p.PostRoom()-lines)
	require.LessOrEqual(s.t, forced-bare, lines)
	require.LessOrEqual(s.t, whole-forced, envelope)
}

// At the bound an envelope of each class is taken and its slot fits; with one byte less of room it is refused.
func TestPostingFitsAtTheBound(t *testing.T) {
	for size := auction.SizeClass(0); size.Bytes() > 0; size++ {
		for _, gas := range []auction.GasClass{0, 3, auction.MaxGasClass} {
			for _, opens := range []bool{true, false} {
				s := newFearful(t, 8, 1<<20)
				probe := auction.Clear{Network: scribeNetwork, Slot: 1, SizeClass: size, GasClass: gas}
				need := auction.PostedBytes(s.p, uint64(probe.Size()), gas)
				s.p.PostBytes -= s.p.PostRoom() - need
				require.Equal(t, need, s.p.PostRoom())
				once := func(i int) (auction.SizeClass, auction.GasClass, bool, bool) { return size, gas, opens, true }
				a := s.slot(1, once)
				require.Len(t, a.Envelopes, 1)
				data := sequencer.PostingData([]*sequencer.Attested{a})
				require.LessOrEqual(t, uint64(len(data)), s.p.PostBytes)
				s.pieces(a, need)

				s.p.PostBytes--
				require.Empty(t, s.slot(1, once).Envelopes, "one byte beyond")
				e, err := auction.DecodeSealed(a.Envelopes[0])
				require.NoError(t, err)
				require.ErrorIs(t, e.Check(s.p, scribeNetwork), auction.ErrOversized)
				require.ErrorIs(t, (&auction.Batch{Network: scribeNetwork, Slot: 1, Envelopes: []*auction.Sealed{e}}).CheckShape(s.p), auction.ErrBatchFull)
			}
		}
	}
}
