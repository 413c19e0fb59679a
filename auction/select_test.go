package auction_test

import (
	"bytes"
	"encoding/binary"
	"math/rand"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// someKey stands for a slot's opening key where nothing is opened.
func someKey(n uint64) (key threshold.Signature) {
	for i := range 3 {
		copy(key[32*i:], crypto.Keccak256(binary.BigEndian.AppendUint64([]byte{byte(i)}, n)))
	}
	return key
}

// anyTx stands for what is never executed here.
var anyTx = func() *rollup.Tx {
	tx, err := rollup.DecodeTx(901, newAccount(9).raw(901, 0))
	if err != nil {
		panic(err)
	}
	return tx
}()

// bidEntry is an entry as Open would give it.
func bidEntry(id, bid uint64) auction.Entry {
	return auction.Entry{
		Envelope: &auction.Sealed{}, ID: crypto.Keccak256Hash(binary.BigEndian.AppendUint64(nil, id)), Bid: uint256.NewInt(bid),
		Txs: [][]*rollup.Tx{{anyTx}},
	}
}

func ids(s *auction.Selected, order []int) []rollup.Digest {
	out := []rollup.Digest{}
	for _, i := range order {
		out = append(out, s.Opened.Entries[i].ID)
	}
	return out
}

func TestSelectRanks(t *testing.T) {
	alice, bob := newAccount(1), newAccount(2)
	opened := &auction.Opened{Batch: &auction.Batch{}}
	for i, bid := range []uint64{100, 99, 300, 1, 200, 300} {
		opened.Entries = append(opened.Entries, bidEntry(uint64(i), bid))
	}
	for i, s := range []struct {
		a     account
		nonce uint64
	}{{alice, 3}, {alice, 2}, {bob, 0}, {alice, 1}} {
		e := bidEntry(uint64(10+i), 0)
		tx, err := rollup.DecodeTx(901, s.a.raw(901, s.nonce))
		require.NoError(t, err)
		e.Txs = [][]*rollup.Tx{{tx}}
		opened.Entries = append(opened.Entries, e)
	}
	broken := bidEntry(20, 1000)
	broken.Reason = auction.NotOpenable
	opened.Entries = append(opened.Entries, broken)

	s := auction.Select(opened, parameters(), someKey(1))
	require.Len(t, s.Winners, 4)
	require.Equal(t, []int{4, 0}, s.Winners[2:], "200, then 100, which is the reserve")
	require.ElementsMatch(t, []int{2, 5}, s.Winners[:2])
	first, second := auction.Lot(someKey(1), opened.Entries[s.Winners[0]].ID), auction.Lot(someKey(1), opened.Entries[s.Winners[1]].ID)
	require.Negative(t, bytes.Compare(first[:], second[:]), "equal bids by their lots")
	for i, e := range s.Opened.Entries {
		switch i {
		case 1, 3:
			require.Equal(t, auction.BelowReserve, e.Reason)
		case 10:
			require.Equal(t, auction.NotOpenable, e.Reason)
		default:
			require.Equal(t, auction.None, e.Reason)
		}
		if i < 10 {
			require.Equal(t, auction.None, opened.Entries[i].Reason, "Select changes nothing that it was given")
		}
	}
	var nonces []uint64
	for _, i := range s.Rest {
		if tx := s.Opened.Entries[i].Txs[0][0]; tx.Sender == alice.address {
			nonces = append(nonces, tx.Nonce())
		}
	}
	require.Equal(t, []uint64{1, 2, 3}, nonces)
}

// The ranking is the same whatever the order in which entries stand (law 3), covers every entry against which
// nothing speaks exactly once, and never puts a lower bid before a higher one.
func TestSelectIsAFunctionOfTheSet(t *testing.T) {
	senders := []account{newAccount(1), newAccount(2)}
	var txs []*rollup.Tx
	for i := range 12 {
		tx, err := rollup.DecodeTx(known[i%2], senders[i/2%2].raw(known[i%2], uint64(i/4)))
		require.NoError(t, err)
		txs = append(txs, tx)
	}
	rapid.Check(t, func(t *rapid.T) {
		key := someKey(rapid.Uint64().Draw(t, "key"))
		opened := &auction.Opened{Batch: &auction.Batch{}}
		for i := range rapid.IntRange(0, 30).Draw(t, "entries") {
			e := bidEntry(uint64(i), rapid.SampledFrom([]uint64{0, 0, 50, 100, 100, 101, 1 << 40}).Draw(t, "bid"))
			e.Txs = [][]*rollup.Tx{{rapid.SampledFrom(txs).Draw(t, "tx")}}
			e.Reason = rapid.SampledFrom([]auction.Reason{auction.None, auction.None, auction.None, auction.Malformed}).Draw(t, "reason")
			opened.Entries = append(opened.Entries, e)
		}
		s := auction.Select(opened, parameters(), key)
		shuffled := &auction.Opened{Batch: opened.Batch, Entries: rapid.Permutation(opened.Entries).Draw(t, "order")}
		again := auction.Select(shuffled, parameters(), key)
		require.Equal(t, ids(s, s.Winners), ids(again, again.Winners))
		// What one sender has of one nonce stands in the order of lots on both, so ids agree, not only nonces.
		require.Equal(t, ids(s, s.Rest), ids(again, again.Rest))

		listed := slices.Concat(s.Winners, s.Rest)
		slices.Sort(listed)
		require.Equal(t, listed, slices.Compact(slices.Clone(listed)))
		for i, e := range s.Opened.Entries {
			_, tried := slices.BinarySearch(listed, i)
			require.Equal(t, e.Reason == auction.None, tried)
		}
		for k := 1; k < len(s.Winners); k++ {
			require.False(t, s.Opened.Entries[s.Winners[k-1]].Bid.Lt(s.Opened.Entries[s.Winners[k]].Bid))
		}
	})
}

// Ties are fair, and cannot be ground out before the key exists (threats A9, A10): four bidders, one of whom
// picks the best of many ids for a key that he guesses, win a quarter each.
func TestTiesAreFair(t *testing.T) {
	const rounds, bidders = 10_000, 4
	random, wins := rand.New(rand.NewSource(7)), [bidders]int{}
	for round := range uint64(rounds) {
		opened := &auction.Opened{Batch: &auction.Batch{}}
		guess := someKey(round + 1_000_000)
		for b := range uint64(bidders) {
			e := bidEntry(round*100+b, 500)
			for try := range uint64(20 * (b / 3)) { // only the last one grinds
				other := bidEntry(round*100+50+try, 500)
				x, y := auction.Lot(guess, other.ID), auction.Lot(guess, e.ID)
				if bytes.Compare(x[:], y[:]) < 0 {
					e = other
				}
			}
			e.Payer[0] = byte(b)
			opened.Entries = append(opened.Entries, e)
		}
		random.Shuffle(bidders, func(i, j int) {
			opened.Entries[i], opened.Entries[j] = opened.Entries[j], opened.Entries[i]
		})
		s := auction.Select(opened, parameters(), someKey(round))
		slices.Reverse(opened.Entries) // as another member may have them
		again := auction.Select(opened, parameters(), someKey(round))
		require.Equal(t, ids(s, s.Winners), ids(again, again.Winners))
		wins[s.Opened.Entries[s.Winners[0]].Payer[0]]++
	}
	for b, n := range wins {
		require.InDelta(t, rounds/bidders, n, 0.05*rounds/bidders, "bidder %d", b)
	}
}
