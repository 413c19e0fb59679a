package builder_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/stretchr/testify/require"
)

// The manipulations that docs/auction.md lists, played: what the manipulator, under all his names, pays honestly
// and what he pays so. Where he pays less, the document says that it remains.
func TestKnownManipulations(t *testing.T) {
	alice, second, bob, carol := newAccount(0), newAccount(1), newAccount(2), newAccount(3)
	type offer struct {
		by    account
		bid   uint64
		takes []byte
	}
	for name, c := range map[string]struct {
		honest, played []offer
		pays           map[rollup.PricingRule][2]uint64 // honestly, and so
		remains        bool
	}{
		"a second name against oneself": {
			[]offer{{alice, 900, []byte{1}}, {bob, 500, []byte{1}}},
			[]offer{{alice, 900, []byte{1}}, {second, 800, []byte{1}}, {bob, 500, []byte{1}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 900}, rollup.SecondPrice: {500, 800}}, false,
		},
		"a second bid under one's own name": {
			[]offer{{alice, 900, []byte{1}}, {bob, 500, []byte{1}}},
			[]offer{{alice, 900, []byte{1}}, {alice, 800, []byte{1}}, {bob, 500, []byte{1}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 900}, rollup.SecondPrice: {500, 500}}, false,
		},
		"one bundle cut in two under two names": {
			[]offer{{alice, 1800, []byte{1, 2}}, {bob, 700, []byte{1, 2}}},
			[]offer{{alice, 901, []byte{1}}, {second, 899, []byte{2}}, {bob, 700, []byte{1, 2}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {1800, 1800}, rollup.SecondPrice: {700, 800}}, false,
		},
		"a cheap shield under a second name": {
			[]offer{{alice, 900, []byte{1}}, {bob, 700, []byte{1, 2}}},
			[]offer{{alice, 900, []byte{1}}, {second, 100, []byte{2}}, {bob, 700, []byte{1, 2}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 1000}, rollup.SecondPrice: {700, 800}}, false,
		},
		"a dear shield under a second name": {
			[]offer{{alice, 900, []byte{1}}, {bob, 700, []byte{1, 2}}},
			[]offer{{alice, 900, []byte{1}}, {second, 950, []byte{2}}, {bob, 700, []byte{1, 2}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 1850}, rollup.SecondPrice: {700, 800}}, false,
		},
		"two wishes in one bundle": {
			[]offer{{alice, 900, []byte{1}}, {alice, 900, []byte{2}}, {bob, 700, []byte{1}}, {carol, 600, []byte{2}}},
			[]offer{{alice, 1800, []byte{1, 2}}, {bob, 700, []byte{1}}, {carol, 600, []byte{2}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {1800, 1800}, rollup.SecondPrice: {1300, 700}}, true,
		},
		"two wishes in one bundle that bids too little": {
			[]offer{{alice, 900, []byte{1}}, {alice, 300, []byte{2}}, {bob, 700, []byte{1}}, {carol, 600, []byte{2}}},
			[]offer{{alice, 1200, []byte{1, 2}}, {bob, 700, []byte{1}}, {carol, 600, []byte{2}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 0}, rollup.SecondPrice: {700, 0}}, true,
		},
		"a bid without money behind it, under a rival's nose": {
			[]offer{{alice, 900, []byte{1}}, {bob, 500, []byte{1}}},
			[]offer{{alice, 900, []byte{1}}, {second, 10_001, []byte{1}}, {bob, 500, []byte{1}}},
			map[rollup.PricingRule][2]uint64{rollup.FirstPrice: {900, 900}, rollup.SecondPrice: {500, 500}}, false,
		},
	} {
		for pricing, want := range c.pays {
			t.Run(string(pricing)+"/"+name, func(t *testing.T) {
				pay := func(offers []offer) (sum uint64) {
					h := secondPrice(t)
					h.p.Pricing = pricing
					var entries []auction.Entry
					for i, o := range offers {
						tx := stall[i][0][0] // somebody's, so that nonces do not matter
						e := entry(o.by, uint64(i), o.bid, tx)
						h.w.scripts[tx.Hash()] = nil
						for _, slot := range o.takes {
							h.w.scripts[tx.Hash()] = append(h.w.scripts[tx.Hash()], once(slot))
						}
						entries = append(entries, e)
					}
					x := h.slot(t, nil, entries...)
					for i, f := range x.Fates {
						if o := offers[i]; o.by == alice || o.by == second {
							sum += f.Price.Uint64()
						}
					}
					return sum
				}
				require.Equal(t, want, [2]uint64{pay(c.honest), pay(c.played)})
				if !c.remains {
					require.GreaterOrEqual(t, want[1], want[0], "a gain that the document does not name")
				}
			})
		}
	}
}
