package builder_test

import (
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// once is a step that takes what is there once.
func once(slot byte) step { return step{slot: slot, writes: true, value: 1} }

// secondPrice is a history under the second price in which everybody has escrow and fee balance.
func secondPrice(t require.TestingT, items ...rollup.QueueItem) *history {
	p := parameters()
	p.Pricing = rollup.SecondPrice
	h := newHistory(p)
	for n := range byte(6) {
		items = append(items, deposit(newAccount(n).address, 10_000, 1000))
	}
	h.slot(t, append(items, deposit(payoutA, 10_000, 1000), register(chainA, payoutA), register(chainB, payoutB), weigh(chainA, 1), weigh(chainB, 1)))
	return h
}

// Each price follows from what the losers could have done on the state before any winner, and from nothing that
// the winner himself, or a seller, bids.
func TestSecondPriceFollowsFromTheLosers(t *testing.T) {
	alice, bob, carol, dave := newAccount(0), newAccount(1), newAccount(2), newAccount(3)
	takes := func(h *history, e auction.Entry, slots ...byte) auction.Entry {
		for _, s := range slots {
			tx := e.Txs[0][0]
			h.w.scripts[tx.Hash()] = append(h.w.scripts[tx.Hash()], once(s))
		}
		return e
	}
	bid := func(h *history, a account, serial, amount uint64, slots ...byte) auction.Entry {
		return takes(h, entry(a, serial, amount, a.tx(chainA, 0)), slots...)
	}
	for name, c := range map[string]struct {
		entries func(h *history) []auction.Entry
		want    []uint64 // prices; 0 lost
	}{
		"alone: the reserve": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1)}
		}, []uint64{100}},
		"against one": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), bid(h, bob, 2, 700, 1)}
		}, []uint64{700, 0}},
		"the best of two": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), bid(h, bob, 2, 700, 1), bid(h, carol, 3, 800, 1)}
		}, []uint64{800, 0, 0}},
		"who takes something else is no rival": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), bid(h, bob, 2, 700, 2), bid(h, carol, 3, 300, 2)}
		}, []uint64{100, 300, 0}},
		"who fails alone does not count": {func(h *history) []auction.Entry {
			e := bid(h, bob, 2, 700, 1)
			h.w.scripts[e.Txs[0][0].Hash()] = append(h.w.scripts[e.Txs[0][0].Hash()], step{slot: 9, min: 1, max: 1}) // it reaches for it, and reverts
			return []auction.Entry{bid(h, alice, 1, 900, 1), e}
		}, []uint64{100, 0}},
		"who could not pay does not count": {func(h *history) []auction.Entry {
			e := bid(h, bob, 2, 10_001, 1)
			return []auction.Entry{bid(h, alice, 1, 900, 1), e}
		}, []uint64{100, 0}},
		"who may not carry it does not count": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), entry(bob, 2, 800, alice.tx(chainA, 0))}
		}, []uint64{100, 0}},
		"the same bundle does not count": {func(h *history) []auction.Entry {
			e := bid(h, alice, 1, 900, 1)
			again := e
			again.Envelope = &auction.Sealed{Network: networkID, Bidder: alice.address, Ciphertext: []byte("another")}
			return []auction.Entry{e, again}
		}, []uint64{0, 100}}, // by lot
		"one's own bid does not count": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), entry(alice, 2, 800, alice.tx(chainA, 0)), bid(h, bob, 3, 400, 1)}
		}, []uint64{400, 0, 0}},
		"nor one that one pays for": {func(h *history) []auction.Entry {
			e := bid(h, bob, 2, 800, 1)
			e.Payer = alice.address
			return []auction.Entry{bid(h, alice, 1, 900, 1), e}
		}, []uint64{100, 0}},
		"nor the seller's": {func(h *history) []auction.Entry {
			e := bid(h, bob, 2, 800, 1)
			e.Payer = payoutA
			return []auction.Entry{bid(h, alice, 1, 900, 1), e}
		}, []uint64{100, 0}},
		"only against the highest-ranked": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), bid(h, bob, 2, 850, 2), bid(h, carol, 3, 600, 1, 2), bid(h, dave, 4, 200, 2)}
		}, []uint64{600, 200, 0, 0}},
		"two names against oneself raise one's own price": {func(h *history) []auction.Entry {
			return []auction.Entry{bid(h, alice, 1, 900, 1), bid(h, dave, 2, 890, 1), bid(h, bob, 3, 500, 1)}
		}, []uint64{890, 0, 0}},
	} {
		t.Run(name, func(t *testing.T) {
			h := secondPrice(t)
			h.w.scripts = map[rollup.Digest][]step{}
			x := h.slot(t, nil, c.entries(h)...)
			var got []uint64
			for _, f := range x.Fates {
				got = append(got, f.Price.Uint64())
				require.Equal(t, f.Executed(), !f.Price.IsZero())
			}
			require.Equal(t, c.want, got)
			conserved(t, h.b.Ledger())
		})
	}
}

// With the reserves of the network and of rollups: a price is never below what the bundle's rollups ask.
func TestReserves(t *testing.T) {
	alice, bob := newAccount(0), newAccount(1)
	ask := func(chain rollup.ChainID, amount uint64) rollup.QueueItem {
		return item(rollup.QueueReserve, treasury, word(uint64(chain)), word(amount))
	}
	for _, pricing := range []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice} {
		for name, c := range map[string]struct {
			bid, a, b uint64
			both      bool
			want      auction.Reason
			price     uint64 // second
		}{
			"the network's alone":             {99, 0, 0, false, auction.BelowReserve, 0},
			"met":                             {100, 0, 0, false, auction.Executed, 100},
			"a rollup below the network's":    {100, 60, 0, false, auction.Executed, 100},
			"a rollup above it":               {499, 500, 0, false, auction.BelowReserve, 0},
			"a rollup above it, met":          {500, 500, 0, false, auction.Executed, 500},
			"a rollup that it does not name":  {100, 0, 500, false, auction.Executed, 100},
			"two add up":                      {599, 300, 300, true, auction.BelowReserve, 0},
			"two add up, met":                 {700, 300, 300, true, auction.Executed, 600},
			"two below the network's add up":  {139, 70, 70, true, auction.BelowReserve, 0},
			"who bids nothing is not asked":   {0, 500, 500, true, auction.Executed, 0},
			"a reserve beyond every bid":      {9999, 1 << 60, 0, false, auction.BelowReserve, 0},
			"the network's above both":        {100, 40, 50, true, auction.Executed, 100},
			"exactly at the network's by sum": {100, 50, 50, true, auction.Executed, 100},
		} {
			t.Run(string(pricing)+"/"+name, func(t *testing.T) {
				h := secondPrice(t)
				h.p.Pricing = pricing
				txs := []*rollup.Tx{alice.tx(chainA, 0)}
				if c.both {
					txs = append(txs, alice.tx(chainB, 0), alice.tx(chainA, 1))
				}
				// The items of the same slot count: they are agreed on before anything is readable.
				e := entry(alice, 1, c.bid, txs...)
				e.Envelope.GasClass = 1
				x := h.slot(t, []rollup.QueueItem{ask(chainA, c.a), ask(chainB, c.b)}, e, entry(bob, 2, 0, bob.tx(chainB, 0)))
				require.Equal(t, []auction.Reason{c.want, auction.Executed}, reasons(x))
				want := c.price
				if pricing == rollup.FirstPrice && c.want == auction.Executed {
					want = c.bid
				}
				require.Equal(t, want, x.Fates[0].Price.Uint64())
				s, _ := h.b.Ledger().Share(chainA)
				require.Equal(t, wei(c.a), s.Reserve)
				if c.want == auction.BelowReserve {
					require.Zero(t, x.Fates[0].Rank)
				}
			})
		}
	}
}

// A rollup's reserve survives a restart.
func TestReserveInCheckpoint(t *testing.T) {
	h := secondPrice(t, item(rollup.QueueReserve, treasury, word(uint64(chainA)), word(777)))
	h.wait()
	x := h.slot(t, nil)
	_, heads, err := builder.CheckpointHeads(x.Checkpoint)
	require.NoError(t, err)
	b, err := builder.Restore(h.p, networkID, h.w.resume(heads), x.Checkpoint)
	require.NoError(t, err)
	s, ok := b.Ledger().Share(chainA)
	require.True(t, ok)
	require.Equal(t, wei(777), s.Reserve)
	s.Reserve.SetUint64(1)
	s, _ = b.Ledger().Share(chainA)
	require.Equal(t, wei(777), s.Reserve, "a copy")
}

// What the sellers are paid does not follow from a bid of theirs (threat A15): in random markets, whatever bids
// accounts that prices are credited to put in, no winner who is not one of them pays more than without these bids
// and with the same fates.
func TestPayNeverDependsOnTheSellersBids(t *testing.T) {
	for seed := range sized(t, "CHORALE_SHILLS", 200) {
		for _, pricing := range []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice} {
			r := rand.New(rand.NewSource(int64(seed)))
			m := drawMarket(r, 2+r.Intn(7))
			m.p.Pricing = pricing
			seller := newAccount(40 + byte(r.Intn(len(m.entries))))
			h, err := m.open()
			require.NoError(t, err)
			h.slot(t, []rollup.QueueItem{item(rollup.QueuePayout, treasury, word(uint64(chainA)), addressWord(seller.address))})
			x, err := h.execute(h.input(nil, m.entries...))
			require.NoError(t, err)
			highest := map[bool]uint64{} // by whether the seller made it
			for i, e := range m.entries {
				own := e.Envelope.Bidder == seller.address || e.Payer == seller.address
				if !x.Fates[i].Executed() {
					highest[own] = max(highest[own], e.Bid.Uint64())
				}
			}
			for i, f := range x.Fates {
				if !f.Executed() {
					continue
				}
				if pricing == rollup.FirstPrice {
					require.Equal(t, m.entries[i].Bid, f.Price)
					continue
				}
				require.LessOrEqual(t, f.Price.Uint64(), max(m.p.Reserve.Uint64(), highest[false]), "only others' losing bids set a price")
			}
		}
	}
}

// What is promised inside a bundle counts for nothing (threat A17): rank, price and credit follow from the bid in
// escrow alone, whatever the transactions tip, take back, or leave undone.
func TestFakeTipsPayNothing(t *testing.T) {
	promised, paid := 0, 0
	for seed := range sized(t, "CHORALE_TIPS", 1000) {
		r := rand.New(rand.NewSource(int64(seed)))
		m := drawMarket(r, 2+r.Intn(5))
		m.p.Pricing = []rollup.PricingRule{rollup.FirstPrice, rollup.SecondPrice}[seed%2]
		for i := range m.entries { // a tip that reverts, and may; or a bid that no escrow stands behind
			e := &m.entries[i]
			last := e.Txs[len(e.Txs)-1][0]
			switch r.Intn(3) {
			case 0:
				e.Bundle.Reverting = append(e.Bundle.Reverting, last.Hash())
				m.scripts[last.Hash()] = []step{{slot: 0, min: 100, max: 100}}
			case 1:
				m.escrow[e.Payer] = uint64(r.Intn(100))
			}
			e.Hash = e.Bundle.Hash()
		}
		x, h, err := m.run(identity(len(m.entries)))
		require.NoError(t, err)
		credited := wei(0)
		for i, f := range x.Fates {
			promised++
			if !f.Executed() {
				require.True(t, f.Price.IsZero())
				continue
			}
			paid++
			require.False(t, f.Price.IsZero())
			require.LessOrEqual(t, f.Price.Uint64(), m.entries[i].Bid.Uint64())
			if m.p.Pricing == rollup.FirstPrice {
				require.Equal(t, m.entries[i].Bid, f.Price, "a shortfall")
			}
			credited.Add(credited, f.Price)
		}
		sum := wei(0)
		for _, e := range x.Entries {
			if e.Kind == builder.EntryPrice {
				sum.Add(sum, e.Amount)
			}
		}
		require.Equal(t, credited, sum)
		conserved(t, h.b.Ledger())
	}
	require.Positive(t, promised-paid)
	require.Positive(t, paid)
}
