package auction_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// version is an entry of bidder with a replacement; a bid of 0 makes it a cancellation.
func version(id uint64, bidder byte, name byte, sequence, bid uint64) auction.Entry {
	e := bidEntry(id, bid)
	e.Envelope = &auction.Sealed{Bidder: rollup.Address{bidder}}
	e.Bundle = &auction.Bundle{Bid: e.Bid, Replacement: rollup.Digest{name}, Sequence: sequence}
	if bid > 0 {
		e.Bundle.Legs = []auction.Leg{{Chain: 901}}
	} else {
		e.Txs = nil
	}
	return e
}

const (
	none      = auction.None
	replaced  = auction.Replaced
	cancelled = auction.Cancelled
)

func TestReplaceAndCancel(t *testing.T) {
	unreadable := version(9, 1, 7, 99, 500)
	unreadable.Reason = auction.BadSignature
	low := version(8, 1, 7, 3, 50) // below the reserve, but it was good when it was sent
	for name, c := range map[string]struct {
		entries []auction.Entry
		want    []auction.Reason
	}{
		"the higher sequence stays":             {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 1, 7, 2, 300)}, []auction.Reason{replaced, none}},
		"whatever stands first":                 {[]auction.Entry{version(1, 1, 7, 2, 500), version(2, 1, 7, 1, 300)}, []auction.Reason{none, replaced}},
		"three versions":                        {[]auction.Entry{version(1, 1, 7, 5, 500), version(2, 1, 7, 9, 300), version(3, 1, 7, 1, 900)}, []auction.Reason{replaced, none, replaced}},
		"another name":                          {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 1, 8, 2, 300)}, []auction.Reason{none, none}},
		"another bidder's":                      {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 2, 7, 2, 300)}, []auction.Reason{none, none}},
		"another bidder's cancellation":         {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 2, 7, 2, 0)}, []auction.Reason{none, cancelled}},
		"no name, no replacing":                 {[]auction.Entry{version(1, 1, 0, 1, 500), version(2, 1, 0, 2, 300)}, []auction.Reason{none, none}},
		"cancelled":                             {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 1, 7, 2, 0)}, []auction.Reason{cancelled, cancelled}},
		"cancelled before it was there":         {[]auction.Entry{version(1, 1, 7, 5, 500), version(2, 1, 7, 2, 0)}, []auction.Reason{none, replaced}},
		"nothing to cancel":                     {[]auction.Entry{version(1, 1, 7, 1, 0)}, []auction.Reason{cancelled}},
		"the last word counts":                  {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 1, 7, 2, 0), version(3, 1, 7, 3, 700)}, []auction.Reason{replaced, replaced, none}},
		"all versions cancelled":                {[]auction.Entry{version(1, 1, 7, 1, 500), version(2, 1, 7, 2, 600), version(3, 1, 7, 9, 0)}, []auction.Reason{cancelled, cancelled, cancelled}},
		"what cannot be read replaces nothing":  {[]auction.Entry{version(1, 1, 7, 1, 500), unreadable}, []auction.Reason{none, auction.BadSignature}},
		"a version below the reserve counts":    {[]auction.Entry{version(1, 1, 7, 1, 500), low}, []auction.Reason{replaced, auction.BelowReserve}},
		"the highest sequence is 2^64−1 and up": {[]auction.Entry{version(1, 1, 7, 1<<64-1, 500), version(2, 1, 7, 0, 300)}, []auction.Reason{none, replaced}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, reverse := range []bool{false, true} {
				entries, want := slices.Clone(c.entries), slices.Clone(c.want)
				if reverse {
					slices.Reverse(entries)
					slices.Reverse(want)
				}
				s := auction.Select(&auction.Opened{Batch: &auction.Batch{}, Entries: entries}, parameters(), someKey(1))
				var got []auction.Reason
				for _, e := range s.Opened.Entries {
					got = append(got, e.Reason)
					require.Equal(t, e.Reason == none || e.Reason == auction.BadSignature, e.Fault == "")
				}
				require.Equal(t, want, got)
				for _, i := range slices.Concat(s.Winners, s.Rest) {
					require.Equal(t, none, s.Opened.Entries[i].Reason)
				}
			}
		})
	}
}

// Whatever stands in a batch and in whatever order: of each bidder's versions of one thing at most one is tried;
// it has the highest sequence, and of equal ones the lowest lot; a cancellation is never tried; and only
// versions of the same bidder and name are touched (law 3).
func TestReplacementIsAFunctionOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := someKey(rapid.Uint64().Draw(t, "key"))
		opened := &auction.Opened{Batch: &auction.Batch{}}
		for i := range rapid.IntRange(0, 25).Draw(t, "entries") {
			e := version(uint64(i), byte(rapid.IntRange(1, 2).Draw(t, "bidder")), byte(rapid.IntRange(0, 2).Draw(t, "name")),
				rapid.Uint64Range(0, 4).Draw(t, "sequence"), rapid.SampledFrom([]uint64{0, 50, 100, 500}).Draw(t, "bid"))
			if e.Bundle.Replacement == (rollup.Digest{}) && len(e.Bundle.Legs) == 0 {
				e.Reason = auction.EmptyBundle // as Open says
			}
			opened.Entries = append(opened.Entries, e)
		}
		s := auction.Select(opened, parameters(), key)
		again := auction.Select(&auction.Opened{Batch: opened.Batch, Entries: rapid.Permutation(opened.Entries).Draw(t, "order")}, parameters(), key)
		require.Equal(t, ids(s, s.Winners), ids(again, again.Winners))
		require.Equal(t, ids(s, s.Rest), ids(again, again.Rest))
		for k := range s.Candidates {
			require.Equal(t, ids(s, s.Candidates[k]), ids(again, again.Candidates[k]))
		}
		for i, e := range s.Opened.Entries {
			if e.Bundle.Replacement == (rollup.Digest{}) {
				require.NotContains(t, []auction.Reason{replaced, cancelled}, e.Reason)
				continue
			}
			beaten := false
			for j, other := range s.Opened.Entries {
				if i == j || other.Envelope.Bidder != e.Envelope.Bidder || other.Bundle.Replacement != e.Bundle.Replacement {
					continue
				}
				x, y := auction.Lot(key, other.ID), auction.Lot(key, e.ID)
				beaten = beaten || other.Bundle.Sequence > e.Bundle.Sequence ||
					other.Bundle.Sequence == e.Bundle.Sequence && bytes.Compare(x[:], y[:]) < 0
			}
			tried := e.Reason == none || e.Reason == auction.BelowReserve
			require.Equal(t, !beaten && !e.Bundle.Cancels(), tried, "entry %d ends %s", i, e.Reason)
		}
	})
}

// A cancellation carries nothing but its name, and pays its fee like any other envelope.
func TestOpenReadsCancellations(t *testing.T) {
	m, alice := newMarket(slot7), newAccount(1)
	good := func() *auction.Bundle {
		return &auction.Bundle{Bid: new(uint256.Int), Replacement: rollup.Digest{5}, Sequence: 3}
	}
	e := m.open(t, m.seal(alice, good())).Entries[0]
	require.Equal(t, none, e.Reason, e.Fault)
	require.Equal(t, alice.address, e.Payer)
	require.Empty(t, e.Protections)
	require.False(t, e.Envelope.Fee(parameters()).IsZero())
	for name, change := range map[string]func(*auction.Bundle){
		"bid":            func(b *auction.Bundle) { b.Bid = uint256.NewInt(1) },
		"payer":          func(b *auction.Bundle) { b.Payer = rollup.Address{1} },
		"its own payer":  func(b *auction.Bundle) { b.Payer = alice.address },
		"signature":      func(b *auction.Bundle) { b.PayerSignature = []byte{1} },
		"last slot":      func(b *auction.Bundle) { b.PayerLastSlot = 1 },
		"reverting":      func(b *auction.Bundle) { b.Reverting = []rollup.Digest{{1}} },
		"authorisations": func(b *auction.Bundle) { b.Authorisations = []auction.Authorisation{{}} },
	} {
		b := good()
		change(b)
		require.Equal(t, auction.Malformed, m.open(t, m.seal(alice, b)).Entries[0].Reason, name)
	}
	b := good()
	b.Replacement = rollup.Digest{}
	require.Equal(t, auction.EmptyBundle, m.open(t, m.seal(alice, b)).Entries[0].Reason, "no name, so just empty")
	b = oneLeg(alice, 901, 0, 500)
	b.Replacement, b.Sequence = rollup.Digest{5}, 4
	e = m.open(t, m.seal(alice, b)).Entries[0]
	require.Equal(t, none, e.Reason, e.Fault)
	require.Len(t, e.Protections, 1, "a version that is replaced later stays protected")
}

// By bid per gas, exactly, where a product of bid and gas would not fit 256 bits.
func TestDensityCandidate(t *testing.T) {
	top := new(uint256.Int).SetAllOne()
	entry := func(id uint64, bid *uint256.Int, class auction.GasClass) auction.Entry {
		e := bidEntry(id, 0)
		e.Bid, e.Envelope = bid, &auction.Sealed{GasClass: class}
		return e
	}
	less := new(uint256.Int).SubUint64(top, 1)
	opened := &auction.Opened{Batch: &auction.Batch{}, Entries: []auction.Entry{
		entry(1, top, 6), entry(2, less, 6), entry(3, less, 5), entry(4, uint256.NewInt(1000), 0), entry(5, uint256.NewInt(2000), 1), entry(6, uint256.NewInt(1999), 1),
	}}
	s := auction.Select(opened, parameters(), someKey(1))
	require.Equal(t, []int{0}, s.Winners[:1])
	require.Equal(t, []int{2, 0, 1, 4, 3, 5}, s.Candidates[0], "equal densities by bid")
}
