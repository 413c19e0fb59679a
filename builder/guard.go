package builder

import (
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// lane is one sender's sequence of transactions on one rollup.
type lane struct {
	Chain  rollup.ChainID
	Sender rollup.Address
}

// guarded is a revealed transaction with those who may carry it besides its sender.
type guarded struct {
	Nonce    uint64
	Tx       rollup.Digest
	Carriers []rollup.Address // ascending
}

// guard is the table of protected transactions: what an opened envelope revealed may, until its nonce is
// consumed, be executed only for its sender or for those he authorised. Only the sender himself, or whom he
// authorised, can bring a transaction into the table, so nobody can lock another's. Several envelopes with
// good authorisations add up.
//
// A nonce counts as consumed when a transaction with it, or a higher one of the same lane, executed here. As
// every transaction of a rollup executes here, what stays in the table is what could still execute one day, and
// has to stay: a protection that expired could be waited for. The one exception is an EIP-7702 delegation, which
// moves a nonce without a transaction of that account; its entries wait, harmless because they can no longer
// execute, until the lane's next transaction. A refusal for a nonce too low is no evidence to drop an entry: an
// earlier transaction of the same bundle may have moved the nonce, and been taken back. So the table grows by at
// most 100 entries of some 100 bytes per opening fee paid, which is what feeBase and feePerKiB have to cover.
type guard struct{ lanes map[lane][]guarded } // each list ascending by nonce, then hash

func newGuard() *guard { return &guard{lanes: make(map[lane][]guarded)} }

func compareGuarded(a, b guarded) int {
	switch {
	case a.Nonce < b.Nonce:
		return -1
	case a.Nonce > b.Nonce:
		return 1
	}
	return a.Tx.Cmp(b.Tx)
}

// protect enters what an opened envelope revealed.
func (g *guard) protect(p auction.Protection) {
	l := lane{p.Chain, p.Sender}
	list := g.lanes[l]
	i, ok := slices.BinarySearchFunc(list, guarded{Nonce: p.Nonce, Tx: p.Tx}, compareGuarded)
	if !ok {
		list = slices.Insert(list, i, guarded{Nonce: p.Nonce, Tx: p.Tx})
		g.lanes[l] = list
	}
	if p.Bidder == p.Sender {
		return // the sender may always
	}
	j, ok := slices.BinarySearchFunc(list[i].Carriers, p.Bidder, rollup.Address.Cmp)
	if !ok {
		list[i].Carriers = slices.Insert(list[i].Carriers, j, p.Bidder)
	}
}

// mayCarry says whether by, the bidder of an envelope or the L1 account that forces, may carry tx.
func (g *guard) mayCarry(tx *rollup.Tx, by rollup.Address, forced bool) bool {
	if by == tx.Sender {
		return true
	}
	list := g.lanes[lane{tx.Chain, tx.Sender}]
	i, ok := slices.BinarySearchFunc(list, guarded{Nonce: tx.Nonce(), Tx: tx.Hash()}, compareGuarded)
	if !ok {
		return true
	}
	_, authorised := slices.BinarySearchFunc(list[i].Carriers, by, rollup.Address.Cmp)
	return authorised && !forced
}

// forget drops what a transaction of the lane with this nonce has made impossible by executing.
func (g *guard) forget(l lane, nonce uint64) {
	list := g.lanes[l]
	n := 0
	for n < len(list) && list[n].Nonce <= nonce {
		n++
	}
	if list = list[n:]; len(list) == 0 {
		delete(g.lanes, l)
		return
	}
	g.lanes[l] = slices.Clone(list)
}

// guardedLane is one lane in a checkpoint.
type guardedLane struct {
	Chain   rollup.ChainID
	Sender  rollup.Address
	Guarded []guarded
}

// state lists all lanes, ascending by chain, then sender.
func (g *guard) state() []guardedLane {
	out := make([]guardedLane, 0, len(g.lanes))
	for l, list := range g.lanes {
		out = append(out, guardedLane{l.Chain, l.Sender, list})
	}
	slices.SortFunc(out, func(a, b guardedLane) int {
		switch {
		case a.Chain < b.Chain:
			return -1
		case a.Chain > b.Chain:
			return 1
		}
		return a.Sender.Cmp(b.Sender)
	})
	return out
}

// restoreGuard enters everything anew, so that whatever the bytes said the table is in order.
func restoreGuard(lanes []guardedLane) *guard {
	g := newGuard()
	for _, l := range lanes {
		for _, t := range l.Guarded {
			p := auction.Protection{Chain: l.Chain, Sender: l.Sender, Nonce: t.Nonce, Tx: t.Tx, Bidder: l.Sender}
			g.protect(p)
			for _, p.Bidder = range t.Carriers {
				g.protect(p)
			}
		}
	}
	return g
}
