package builder_test

import (
	"errors"
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// delayed is a queue item on its way from L1.
type delayed struct {
	item rollup.QueueItem
	due  rollup.Slot
}

// story is one random history of money, followed by a model of its own.
type story struct {
	r        *rand.Rand
	h        *history
	book     *builder.FeeBook
	fees     map[rollup.Address]uint64
	escrow   map[rollup.Address]uint64
	credits  map[rollup.Address]uint64
	deposits uint64
	onTheWay []delayed
	serial   uint64
	won      int
	lost     int
	refused  int
}

func newStory(seed int64) *story {
	r := rand.New(rand.NewSource(seed))
	p := parameters()
	p.Pricing = []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice}[r.Intn(2)]
	p.Split = []rollup.SplitRule{rollup.SplitByGas, rollup.SplitEqually, rollup.SplitMarginally}[r.Intn(3)]
	p.ProtocolBps = []uint32{0, 1, 3333, 10_000}[r.Intn(4)]
	p.SearchGas = []uint64{0, 5_000_000, 100_000_000}[r.Intn(3)]
	s := &story{r: r, h: newHistory(p), fees: map[rollup.Address]uint64{}, escrow: map[rollup.Address]uint64{}, credits: map[rollup.Address]uint64{}}
	s.book = builder.NewFeeBook(s.h.b.Ledger())
	for n := range byte(4) {
		s.onTheWay = append(s.onTheWay, delayed{deposit(newAccount(n).address, uint64(r.Intn(5000)), 20+uint64(r.Intn(200))), 1})
	}
	return s
}

func (s *story) account() account { return newAccount(byte(s.r.Intn(4))) }

// ask puts requests into L1's queue; each arrives some slots later.
func (s *story) ask() {
	for range s.r.Intn(4) {
		a, escrow, fees := s.account().address, uint64(s.r.Intn(3000)), uint64(s.r.Intn(60))
		chain := []rollup.ChainID{chainA, chainB}[s.r.Intn(2)]
		var i rollup.QueueItem
		switch s.r.Intn(8) {
		case 0, 1, 2:
			i = deposit(a, escrow, fees)
		case 3:
			i = withdrawal(a, escrow, fees)
		case 4:
			i = register(chain, []rollup.Address{payoutA, payoutB, {}}[s.r.Intn(3)])
		case 5:
			i = weigh(chain, uint64(s.r.Intn(3)))
		case 6:
			i = item(rollup.QueueReserve, treasury, word(uint64(chain)), word(uint64(s.r.Intn(300))))
		case 7:
			tx := pool[s.r.Intn(4)][0][s.r.Intn(4)]
			raw, err := tx.MarshalBinary()
			if err != nil {
				panic(err)
			}
			i = force(a, tx.Chain, raw)
		}
		due := s.h.next.Slot + rollup.Slot(s.r.Intn(4))
		if n := len(s.onTheWay); n > 0 {
			due = max(due, s.onTheWay[n-1].due) // a queue keeps its order
		}
		s.onTheWay = append(s.onTheWay, delayed{i, due})
	}
}

func (s *story) arrived() (items []rollup.QueueItem) {
	for len(s.onTheWay) > 0 && s.onTheWay[0].due <= s.h.next.Slot {
		items, s.onTheWay = append(items, s.onTheWay[0].item), s.onTheWay[1:]
	}
	return items
}

func (s *story) envelopes() (out []auction.Entry) {
	for range s.r.Intn(6) {
		var txs []*rollup.Tx
		for range 1 + s.r.Intn(2) {
			a, c := s.r.Intn(4), s.r.Intn(2)
			next := s.h.w.nonces[lane{[]rollup.ChainID{chainA, chainB}[c], newAccount(byte(a)).address}]
			tx := pool[a][c][min(next+uint64(s.r.Intn(3)/2), 11)]
			txs = append(txs, tx)
			if s.r.Intn(3) == 0 {
				s.h.w.scripts[tx.Hash()] = []step{{slot: byte(s.r.Intn(3)), max: uint64(s.r.Intn(4)), writes: s.r.Intn(3) > 0, value: 1}}
			}
		}
		s.serial++
		e := entry(s.account(), s.serial, []uint64{0, 0, 50, 100, 101, 700, 701, 2500}[s.r.Intn(8)], txs...)
		if s.r.Intn(2) == 0 {
			e.Protections = nil
		}
		e.Payer = s.account().address // whose word Open has checked
		if s.r.Intn(10) == 0 {
			e.Reason = auction.NotOpenable
		}
		out = append(out, e)
	}
	return out
}

// slot executes one slot and compares everything with the model.
func (s *story) slot(t *testing.T) {
	s.ask()
	if s.r.Intn(4) == 0 {
		s.h.wait()
	}
	items := s.arrived()
	in := s.h.input(items, s.envelopes()...)
	require.NoError(t, s.book.Apply(in.Items))
	if err := s.book.Reserve(in.Selected.Opened.Batch.Envelopes); err != nil { // no committee agrees on it
		_, failed := s.h.b.Execute(in)
		if !errors.Is(failed, builder.ErrFee) {
			t.Fatalf("%v, and the book says %v", failed, err)
		}
		s.refused++
		in = s.h.input(items)
	}
	x, err := s.h.execute(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range in.Items {
		p, err := i.Decode()
		require.NoError(t, err)
		switch v := p.(type) {
		case rollup.Deposit:
			s.escrow[v.Account] += v.Escrow.Uint64()
			s.fees[v.Account] += v.Fees.Uint64()
			s.deposits += v.Escrow.Uint64() + v.Fees.Uint64()
		case rollup.Withdrawal:
			s.escrow[v.Account] -= min(v.Escrow.Uint64(), s.escrow[v.Account])
			s.fees[v.Account] -= min(v.Fees.Uint64(), s.fees[v.Account])
		case rollup.Forced, rollup.Registration, rollup.Payout, rollup.Weight, rollup.Reserve:
		default:
			t.Fatalf("no rule for %s", p.QueueKind())
		}
	}
	for i := range x.Fates {
		s.fate(t, &x.Fates[i])
	}
	l := s.h.b.Ledger()
	for n := range byte(4) {
		a := newAccount(n).address
		record, _ := l.Account(a)
		if record.Escrow.Uint64() != s.escrow[a] || record.Fees.Uint64() != s.fees[a] || !record.Fees.Eq(s.book.Balance(a)) {
			t.Fatalf("slot %d: %s has %s and %s, want %d and %d", in.Slot, a, record.Escrow, record.Fees, s.escrow[a], s.fees[a])
		}
	}
}

func (s *story) fate(t *testing.T, f *builder.Fate) {
	s.fees[f.Bidder] -= f.Fee.Uint64()
	s.credits[treasury] += f.Fee.Uint64() + f.Protocol.Uint64()
	sum := f.Protocol.Uint64()
	for _, c := range f.Credits {
		sum += c.Amount.Uint64()
		s.credits[c.Account] += c.Amount.Uint64()
	}
	price := f.Price.Uint64()
	switch {
	case sum != price:
		t.Fatalf("%d wei paid, %d credited", price, sum)
	case price > f.Bid.Uint64():
		t.Fatalf("paid %d on a bid of %s", price, f.Bid)
	case !f.Executed() && price != 0, f.Executed() && price == 0 && !f.Bid.IsZero():
		t.Fatalf("%s paid %d on a bid of %s", f.Reason, price, f.Bid)
	case price > s.escrow[f.Payer]:
		t.Fatalf("an unpaid win: %d of %d", price, s.escrow[f.Payer])
	}
	s.escrow[f.Payer] -= price
	if f.Executed() {
		s.won++
	} else {
		s.lost++
	}
}

// Over random histories of deposits, withdrawals and registrations that arrive late from L1, and of envelopes that
// win, lose, collide, and are priced and divided by every rule: no unpaid win, no balance below zero, and what was
// charged is what was credited, to the wei (laws 2 and 4, threat A7). CHORALE_HISTORIES is how many.
func TestMoneyOverManyHistories(t *testing.T) {
	histories := sized(t, "CHORALE_HISTORIES", 1000)
	slots, won, lost, refused := 0, 0, 0, 0
	for seed := range histories {
		s := newStory(int64(seed))
		for range 2 + s.r.Intn(7) {
			s.slot(t)
			slots++
		}
		l := s.h.b.Ledger()
		require.Equal(t, s.deposits, conserved(t, l).Uint64(), "history %d", seed)
		for a, v := range s.credits {
			record, _ := l.Account(a)
			require.Equal(t, v, record.Credits.Uint64(), "history %d", seed)
		}
		won, lost, refused = won+s.won, lost+s.lost, refused+s.refused
	}
	t.Logf("%d histories, %d slots: %d executed, %d not, %d batches refused for their fees", histories, slots, won, lost, refused)
	require.Positive(t, won)
	require.Positive(t, lost)
	require.Positive(t, refused)
}
