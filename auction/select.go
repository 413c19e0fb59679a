package auction

import (
	"bytes"
	"sort"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// Lot is an envelope's lot in ties and in the order of the rest: keccak256(key ‖ id), lower first. The key
// exists only after the batch is closed, so nobody can choose an id for its lot.
func Lot(key threshold.Signature, id rollup.Digest) rollup.Digest {
	return crypto.Keccak256Hash(key[:], id[:])
}

// Select ranks an opened batch: by bid from the reserve up, the higher first, equal bids by their lots; what
// bids nothing comes after the winners by its lot, except that what one sender has on one rollup runs in the
// order of its nonces, in the places that it drew. A positive bid below the reserve is BelowReserve.
//
// It depends on the entries, not on their order in the batch. The result has its own copy of the entries.
// Two bundles with one hash both stay: whether the second is a Duplicate depends on whether the first
// executes, or anybody could knock out a bundle that he has seen by sending it once more under his name.
func Select(o *Opened, p *rollup.Parameters, key threshold.Signature) *Selected {
	opened := &Opened{Batch: o.Batch, Entries: append([]Entry{}, o.Entries...)}
	out := &Selected{Opened: opened}
	lots := make([]rollup.Digest, len(opened.Entries))
	for i := range opened.Entries {
		e := &opened.Entries[i]
		lots[i] = Lot(key, e.ID)
		switch {
		case e.Reason != None:
		case e.Bid.IsZero():
			out.Rest = append(out.Rest, i)
		case e.Bid.Lt(p.Reserve):
			e.Reason, e.Fault = BelowReserve, "bid: below the reserve of "+p.Reserve.Dec()+" wei"
		default:
			out.Winners = append(out.Winners, i)
		}
	}
	earlier := func(i, j int) bool { return bytes.Compare(lots[i][:], lots[j][:]) < 0 }
	sort.Slice(out.Winners, func(x, y int) bool {
		i, j := out.Winners[x], out.Winners[y]
		if c := opened.Entries[i].Bid.Cmp(opened.Entries[j].Bid); c != 0 {
			return c > 0
		}
		return earlier(i, j)
	})
	sort.Slice(out.Rest, func(x, y int) bool { return earlier(out.Rest[x], out.Rest[y]) })
	arrangeNonces(opened.Entries, out.Rest)
	return out
}

// arrangeNonces puts the entries of one sender on one rollup, judged by each entry's first transaction, into
// the order of their nonces within the places that they hold. Equal nonces keep their order.
func arrangeNonces(entries []Entry, rest []int) {
	type lane struct {
		chain  rollup.ChainID
		sender rollup.Address
	}
	first := func(i int) *rollup.Tx { return entries[i].Txs[0][0] }
	places := make(map[lane][]int)
	for place, i := range rest {
		l := lane{first(i).Chain, first(i).Sender}
		places[l] = append(places[l], place)
	}
	for _, held := range places { // the lanes are disjoint, so their order does not matter
		members := make([]int, len(held))
		for k, place := range held {
			members[k] = rest[place]
		}
		sort.SliceStable(members, func(x, y int) bool { return first(members[x]).Nonce() < first(members[y]).Nonce() })
		for k, place := range held {
			rest[place] = members[k]
		}
	}
}
