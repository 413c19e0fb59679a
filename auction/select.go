package auction

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Lot is an envelope's lot in ties and in the order of the rest: keccak256(key ‖ id), lower first. The key
// exists only after the batch is closed, so nobody can choose an id for its lot.
func Lot(key threshold.Signature, id rollup.Digest) rollup.Digest {
	return crypto.Keccak256Hash(key[:], id[:])
}

// Select ranks an opened batch: by bid from the reserve up, the higher first, equal bids by their lots; what
// bids nothing comes after the winners by its lot, except that what one sender has on one rollup runs in the
// order of its nonces, in the places that it drew. A positive bid below the network's reserve is BelowReserve;
// what rollups ask beyond it, the builder judges. What its bidder replaced or cancelled in the same batch is
// Replaced or Cancelled, which is decided before the reserve is looked at.
//
// It depends on the entries, not on their order in the batch. The result has its own copy of the entries.
// Two bundles with one hash both stay: whether the second is a Duplicate depends on whether the first
// executes, or anybody could knock out a bundle that he has seen by sending it once more under his name.
func Select(o *Opened, p *rollup.Parameters, key threshold.Signature) *Selected {
	opened := &Opened{Batch: o.Batch, Entries: append([]Entry{}, o.Entries...)}
	out := &Selected{Opened: opened}
	lots := make([]rollup.Digest, len(opened.Entries))
	for i := range opened.Entries {
		lots[i] = Lot(key, opened.Entries[i].ID)
	}
	settleReplacements(opened.Entries, lots)
	for i := range opened.Entries {
		e := &opened.Entries[i]
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
	byLot := func(i, j int) int { return bytes.Compare(lots[i][:], lots[j][:]) }
	byBid := func(i, j int) int {
		return cmp.Or(opened.Entries[j].Bid.Cmp(opened.Entries[i].Bid), byLot(i, j))
	}
	slices.SortFunc(out.Winners, byBid)
	slices.SortFunc(out.Rest, byLot)
	arrangeNonces(opened.Entries, out.Rest)

	dense := slices.Clone(out.Winners)
	slices.SortFunc(dense, func(i, j int) int {
		return cmp.Or(compareDensity(&opened.Entries[j], &opened.Entries[i]), byBid(i, j))
	})
	nonces := slices.Clone(out.Winners)
	arrangeNonces(opened.Entries, nonces)
	out.Candidates = [][]int{dense, nonces}
	return out
}

// compareDensity compares bid / gas of the class, exactly: the quotients in wei per gas first, then the
// remainders, which are below 2^24 and so are multiplied crosswise.
func compareDensity(a, b *Entry) int {
	g, h := a.Envelope.GasClass.Gas(), b.Envelope.GasClass.Gas()
	if g == 0 || h == 0 {
		return 0 // no such class: Check lets none of them in
	}
	qa, ra := new(uint256.Int).DivMod(a.Bid, uint256.NewInt(g), new(uint256.Int))
	qb, rb := new(uint256.Int).DivMod(b.Bid, uint256.NewInt(h), new(uint256.Int))
	return cmp.Or(qa.Cmp(qb), cmp.Compare(ra.Uint64()*h, rb.Uint64()*g))
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
		slices.SortStableFunc(members, func(x, y int) int { return cmp.Compare(first(x).Nonce(), first(y).Nonce()) })
		for k, place := range held {
			rest[place] = members[k]
		}
	}
}
