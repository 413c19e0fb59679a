package builder_test

import (
	"math/rand"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// stall is accounts with a few transactions each, made once: by account, rollup and nonce.
var stall = func() (out [14][2][2]*rollup.Tx) {
	for a := range out {
		for c, chain := range []rollup.ChainID{chainA, chainB} {
			for n := range out[a][c] {
				out[a][c][n] = newAccount(byte(40+a)).tx(chain, uint64(n))
			}
		}
	}
	return out
}()

// market is one slot's bundles with bids, in a world whose scripts make them compete, depend on each other and
// share what is scarce: nonces, storage, gas, escrow.
type market struct {
	p       *rollup.Parameters
	scripts map[rollup.Digest][]step
	escrow  map[rollup.Address]uint64
	entries []auction.Entry
	key     threshold.Signature
}

// drawMarket draws a market of n bundles.
func drawMarket(r *rand.Rand, n int) *market {
	m := &market{p: parameters(), scripts: map[rollup.Digest][]step{}, escrow: map[rollup.Address]uint64{}}
	r.Read(m.key[:])
	cells, scarce := 1+r.Intn(3), r.Intn(2) == 0
	if scarce { // everybody takes what is there once: a packing problem
		cells = 6
	}
	crowded := !scarce && r.Intn(3) == 0 // many share senders
	if r.Intn(4) == 0 {                  // room for some only
		m.p.BlockGas, m.p.ForcedGas = uint64(4*(1+r.Intn(n)))*100_000, 0
	}
	for i := range n {
		var txs []*rollup.Tx
		for leg := range 1 + r.Intn(2) {
			a, nonce := i, 0
			if crowded && r.Intn(2) == 0 || r.Intn(6) == 0 {
				a, nonce = r.Intn(n), r.Intn(2)
			}
			tx := stall[a][(r.Intn(2)+leg)%2][nonce]
			txs = append(txs, tx)
			if _, ok := m.scripts[tx.Hash()]; !ok {
				m.scripts[tx.Hash()] = drawSteps(r, cells, scarce)
			}
		}
		bidder := newAccount(byte(40 + i))
		bid := 100 + uint64(r.Intn(900))
		if scarce {
			bid = 300*uint64(len(txs)) + uint64(r.Intn(400))
		}
		e := entry(bidder, uint64(i), bid, txs...)
		e.Protections = nil
		if r.Intn(5) == 0 {
			e.Payer = newAccount(40).address
		}
		m.entries = append(m.entries, e)
	}
	for _, e := range m.entries {
		m.escrow[e.Payer] += e.Bid.Uint64()
	}
	for i := range stall {
		if a := newAccount(byte(40 + i)).address; r.Intn(6) == 0 {
			m.escrow[a] /= 2
		}
	}
	return m
}

// drawSteps draws what a transaction does: take something that is there once or a few times, look that nobody
// took it, need somebody before it, or write without a condition.
func drawSteps(r *rand.Rand, cells int, scarce bool) (out []step) {
	if scarce {
		for _, slot := range r.Perm(cells)[:1+r.Intn(2)] {
			out = append(out, step{slot: byte(slot), writes: true, value: 1})
		}
		return out
	}
	for range r.Intn(4) {
		st := step{slot: byte(r.Intn(cells)), max: 99, writes: true, value: 1}
		switch r.Intn(7) {
		case 0, 1:
			st.max = 0
		case 2:
			st.max = uint64(1 + r.Intn(2))
		case 3:
			st.max, st.writes = 0, false
		case 4:
			st.min = 1
		case 5:
			st.sets, st.value = true, uint64(r.Intn(3))
		}
		out = append(out, st)
	}
	return out
}

// open is a history that stands before the market's slot.
func (m *market) open() (*history, error) {
	h := newHistory(m.p)
	var items []rollup.QueueItem
	for i := range stall {
		a := newAccount(byte(40 + i)).address
		items = append(items, deposit(a, m.escrow[a], 1000))
	}
	h.w.scripts = m.scripts
	_, err := h.execute(h.input(items))
	h.next.Time = (h.next.Time/1000 + 1) * 1000
	h.next.Key = m.key
	return h, err
}

// run executes the market's slot, its envelopes in the order given.
func (m *market) run(order []int) (*builder.Executed, *history, error) {
	h, err := m.open()
	if err != nil {
		return nil, nil, err
	}
	var entries []auction.Entry
	for _, i := range order {
		entries = append(entries, m.entries[i])
	}
	x, err := h.execute(h.input(nil, entries...))
	return x, h, err
}

func identity(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return out
}

// ideal is the exhaustive search: all that a market can earn under first, over all orderings, by a model of the
// world of its own.
type ideal struct {
	m    *market
	room uint64
	memo map[idealState]uint64
}

// idealState is all that an attempt can change.
type idealState struct {
	done   uint32
	nonces [len(stall)][2]uint8
	cells  [2][6]uint8
	gas    [2]uint64
	held   [len(stall)]uint64
}

func bestOf(m *market, slotTime uint64) uint64 {
	o := &ideal{m: m, room: builder.GasThrough(m.p, slotTime), memo: map[idealState]uint64{}}
	return o.best(idealState{})
}

func (o *ideal) best(s idealState) uint64 {
	if v, ok := o.memo[s]; ok {
		return v
	}
	most := uint64(0)
	for i := range o.m.entries {
		if s.done&(1<<i) != 0 {
			continue
		}
		if next, ok := o.after(s, i); ok {
			most = max(most, o.m.entries[i].Bid.Uint64()+o.best(next))
		}
	}
	o.memo[s] = most
	return most
}

var stallIndex = func() map[rollup.Address]int {
	out := map[rollup.Address]int{}
	for i := range stall {
		out[newAccount(byte(40+i)).address] = i
	}
	return out
}()

func (o *ideal) after(s idealState, i int) (idealState, bool) {
	e := &o.m.entries[i]
	payer := stallIndex[e.Payer]
	if s.held[payer]+e.Bid.Uint64() > o.m.escrow[e.Payer] {
		return s, false
	}
	total := uint64(0)
	for _, leg := range e.Txs {
		for _, tx := range leg {
			c, a := int(tx.Chain-chainA), stallIndex[tx.Sender]
			if uint64(s.nonces[a][c]) != tx.Nonce() {
				return s, false
			}
			s.nonces[a][c]++
			s.gas[c] += tx.Gas()
			if total += tx.Gas(); total > e.Envelope.GasClass.Gas() || s.gas[c] > o.room {
				return s, false
			}
			for _, st := range o.m.scripts[tx.Hash()] {
				v := &s.cells[c][st.slot]
				if uint64(*v) < st.min || uint64(*v) > st.max {
					return s, false
				}
				if st.writes {
					if st.sets {
						*v = 0
					}
					*v += uint8(st.value)
				}
			}
		}
	}
	s.done |= 1 << i
	s.held[payer] += e.Bid.Uint64()
	return s, true
}
