package sequencer_test

import (
	"encoding/binary"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// of makes an envelope of a bidder, without a real ciphertext.
func of(bidder uint16, gas auction.GasClass, size int, salt uint32) *sequencer.Envelope {
	s := &auction.Sealed{Network: network, Slot: 5, GasClass: gas, Ciphertext: binary.BigEndian.AppendUint32(nil, salt)}
	binary.BigEndian.PutUint16(s.Bidder[:], bidder)
	return &sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: make([]byte, size)}
}

func ascending(envelopes []*sequencer.Envelope) []*sequencer.Envelope {
	slices.SortFunc(envelopes, func(a, b *sequencer.Envelope) int { return a.ID.Cmp(b.ID) })
	return envelopes
}

func byTurns(envelopes []*sequencer.Envelope) []*sequencer.Envelope {
	return sequencer.Turns(ascending(envelopes))
}

func idsOf(envelopes []*sequencer.Envelope) (out []rollup.Digest) {
	for _, e := range envelopes {
		out = append(out, e.ID)
	}
	return out
}

func among(envelopes []*sequencer.Envelope) func(rollup.Digest) *sequencer.Envelope {
	byID := make(map[rollup.Digest]*sequencer.Envelope)
	for _, e := range envelopes {
		byID[e.ID] = e
	}
	return func(id rollup.Digest) *sequencer.Envelope { return byID[id] }
}

// No batch holds more of one bidder than its part, in gas or in bytes, listed or not; and what is listed beyond
// it is not required.
func TestOneBidderHasItsPart(t *testing.T) {
	p := parameters()
	p.BidderGas, p.BatchBytes = 500_000, 8000 // a quarter: 2000 bytes
	mine := ascending([]*sequencer.Envelope{of(1, 0, 700, 1), of(1, 0, 700, 2), of(1, 0, 700, 3)})
	yours := of(2, 0, 700, 4)
	long := ascending([]*sequencer.Envelope{of(1, 0, 1500, 5), of(1, 0, 600, 6)})
	heavy := of(1, 2, 700, 7)
	all := among(slices.Concat(mine, long, []*sequencer.Envelope{yours, heavy}))
	for name, c := range map[string]struct {
		listed []*sequencer.Envelope
		batch  []*sequencer.Envelope
		want   error
	}{
		"two of one bidder":               {mine[:2], mine[:2], nil},
		"the third listed one may go":     {mine, mine[:2], nil},
		"and must":                        {mine, mine, sequencer.ErrBatch},
		"another bidder has its own part": {append([]*sequencer.Envelope{yours}, mine...), byTurns(append([]*sequencer.Envelope{yours}, mine[:2]...)), nil},
		"an extra beyond the part in gas": {nil, mine, sequencer.ErrBatch},
		"an extra beyond it in bytes":     {nil, long, sequencer.ErrBatch},
		"one that is more than a part":    {nil, []*sequencer.Envelope{heavy}, sequencer.ErrBatch},
		"nor is that one required":        {[]*sequencer.Envelope{heavy}, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			err := sequencer.CheckBatch(5, room(p, 99), idsOf(ascending(slices.Clone(c.listed))), c.batch, all)
			if c.want == nil {
				require.NoError(t, err)
			} else {
				require.ErrorIs(t, err, c.want)
			}
		})
	}
}

func TestTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*sequencer.Envelope
		for i := range rapid.IntRange(0, 30).Draw(t, "envelopes") {
			all = append(all, of(rapid.Uint16Range(1, 4).Draw(t, "bidder"), 0, 1, uint32(i)))
		}
		turns := sequencer.Turns(ascending(all))
		require.ElementsMatch(t, all, turns)
		seen := make(map[rollup.Address]int)
		last := make(map[rollup.Address]rollup.Digest)
		turn := 0
		for _, e := range turns {
			require.GreaterOrEqual(t, seen[e.Bidder], turn, "turns do not go back")
			turn = seen[e.Bidder]
			require.Positive(t, e.ID.Cmp(last[e.Bidder]), "within a bidder ids ascend")
			seen[e.Bidder]++
			last[e.Bidder] = e.ID
		}
	})
}

// One bidder sends hundreds of envelopes whose ids it has chosen to be lower than everybody's. With one key it
// gets its part and no more, and the honest ones beside it are all in. With fifty keys it has fifty first turns:
// the honest ones are in while there is room for everybody's first, and it pays the fee of each that it has in.
func TestHonestBiddersKeepTheirPlace(t *testing.T) {
	const honest, flood = 20, 600
	p := parameters()
	p.BatchGas, p.BidderGas, p.BatchBytes = 60_000_000, 15_000_000, 120_000
	for _, keys := range []uint16{1, 50} {
		var mine, all []*sequencer.Envelope
		lowest := rollup.Digest{0xff}
		for i := range uint16(honest) {
			e := of(1000+i, 2, 1200, 0)
			mine = append(mine, e)
			if e.ID.Cmp(lowest) < 0 {
				lowest = e.ID
			}
		}
		all = append(all, mine...)
		for salt := uint32(0); len(all) < honest+flood; salt++ {
			if e := of(uint16(salt)%keys, 0, 1200, salt); e.ID.Cmp(lowest) < 0 {
				all = append(all, e)
			}
		}
		ledger := builder.NewLedger(p)
		book := builder.NewFeeBook(ledger)
		require.NoError(t, book.Apply(deposits(all, 1_000_000)))
		batch, missing := sequencer.Required(sequencer.NewRoom(p, book), idsOf(ascending(all)), among(all))
		require.Empty(t, missing)
		in := among(batch)
		for _, e := range mine {
			require.NotNil(t, in(e.ID), "an honest bidder lost its place beside %d keys", keys)
		}
		attacker, paid := 0, new(uint256.Int)
		for _, e := range batch {
			if binary.BigEndian.Uint16(e.Bidder[:]) < 1000 {
				attacker++
			}
		}
		for key := range keys {
			a := of(key, 0, 1, 0).Bidder
			paid.Add(paid, new(uint256.Int).Sub(uint256.NewInt(1_000_000), book.Balance(a)))
		}
		require.Equal(t, uint64(attacker)*p.FeeBase.Uint64(), paid.Uint64(), "every place is paid for")
		require.Positive(t, attacker)
		if keys == 1 {
			require.LessOrEqual(t, attacker, 25, "a quarter of the bytes")
		}
		require.NoError(t, sequencer.CheckBatch(5, sequencer.NewRoom(p, fresh(t, ledger, all)), idsOf(all), batch, among(all)))
		t.Logf("%d keys: %d of %d honest in, %d of %d of the flood in, at %d wei", keys, honest, honest, attacker, flood, paid)
	}
}

func fresh(t *testing.T, l *builder.Ledger, all []*sequencer.Envelope) *builder.FeeBook {
	book := builder.NewFeeBook(l)
	require.NoError(t, book.Apply(deposits(all, 1_000_000)))
	return book
}

// deposits are queue items that give each bidder a fee balance in wei.
func deposits(all []*sequencer.Envelope, fees uint64) (out []rollup.QueueItem) {
	done := make(map[rollup.Address]bool)
	for _, e := range all {
		if !done[e.Bidder] {
			done[e.Bidder] = true
			out = append(out, queueItem(rollup.QueueDeposit, e.Bidder, 0, fees, uint64(len(out))))
		}
	}
	return out
}

// queueItem is a deposit or a withdrawal.
func queueItem(kind rollup.QueueKind, account rollup.Address, escrow, fees, position uint64) rollup.QueueItem {
	payload := make([]byte, 96)
	copy(payload[12:], account[:])
	binary.BigEndian.PutUint64(payload[56:], escrow)
	binary.BigEndian.PutUint64(payload[88:], fees)
	return rollup.QueueItem{Position: position, Kind: kind, Sender: account, Payload: payload}
}
