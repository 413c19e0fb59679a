package laws_test

import (
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/laws"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var (
	alice, bob, treasury = rollup.Address{0xa}, rollup.Address{0xb}, rollup.Address{0x7}
	h1, h2               = rollup.Digest{1}, rollup.Digest{2}
	txA, txB             = rollup.Digest{0xa1}, rollup.Digest{0xb1}
)

func wei(v uint64) *uint256.Int { return uint256.NewInt(v) }

// arbitrage is a two-rollup bundle of alice in envelope e.
func arbitrage(e rollup.Digest) laws.Content {
	return laws.Content{Envelope: e, Bidder: alice, Fee: wei(3), Txs: []laws.Carried{
		{Chain: 901, Hash: txA, Sender: alice, Nonce: 4, Own: true}, {Chain: 902, Hash: txB, Sender: alice, Nonce: 9, Own: true},
	}}
}

// won is its fate when it executed, at the head of block 5 of both rollups.
func won(e rollup.Digest) builder.Fate {
	return builder.Fate{
		Envelope: e, Bundle: rollup.Digest{0xbb}, Bidder: alice, Payer: alice, Reason: auction.Executed, Rank: 1,
		Bid: wei(100), Fee: wei(3), Price: wei(100), Protocol: wei(20),
		Credits: []builder.Credit{{Chain: 901, Amount: wei(50)}, {Chain: 902, Amount: wei(30)}},
		Places:  []builder.Place{{Chain: 901, Block: 5, Index: 0, Tx: txA}, {Chain: 902, Block: 5, Index: 0, Tx: txB}},
	}
}

func lost(e rollup.Digest, why auction.Reason) builder.Fate {
	return builder.Fate{Envelope: e, Bundle: rollup.Digest{0xbb}, Bidder: alice, Payer: alice, Reason: why, Rank: 1,
		Bid: wei(100), Fee: wei(3), Price: wei(0), Protocol: wei(0)}
}

func with(f builder.Fate, change func(*builder.Fate)) builder.Fate {
	change(&f)
	return f
}

func opened(c *laws.Checker, slot rollup.Slot, content laws.Content, f builder.Fate) {
	c.Opened(slot, []laws.Content{content}, []builder.Fate{f})
}

func blocks(c *laws.Checker, a, b []rollup.Digest) {
	for chain, txs := range map[rollup.ChainID][]rollup.Digest{901: a, 902: b} {
		c.Block(chain, 5, txs)
		c.Settle(chain, 5)
	}
}

// thief carries alice's transactions in an envelope of its own.
func thief(e rollup.Digest) laws.Content {
	content := arbitrage(e)
	content.Bidder = bob
	content.Txs[0].Own, content.Txs[1].Own = false, false
	return content
}

func ledger(fee, price, credit uint64) []builder.Entry {
	return []builder.Entry{
		{Kind: builder.EntryFeeDeposit, Account: alice, Amount: wei(10)}, {Kind: builder.EntryDeposit, Account: alice, Amount: wei(200)},
		{Kind: builder.EntryFee, Account: alice, Fate: h1, Amount: wei(fee)},
		{Kind: builder.EntryPrice, Account: alice, Fate: h1, Amount: wei(price)},
		{Kind: builder.EntryCredit, Account: treasury, Amount: wei(credit)},
	}
}

// Every law has a history that holds and puts it to the test, and histories that break it and nothing else.
func TestLaws(t *testing.T) {
	type history func(*laws.Checker)
	table := []struct {
		law    laws.Law
		holds  history
		breaks map[string]history
	}{
		{laws.OneHeader, func(c *laws.Checker) {
			c.Attested("ann", 7, h1)
			c.Attested("ben", 7, h1)
			c.AppHash("ann", 7, []byte{1})
			c.AppHash("ben", 7, []byte{1})
		}, map[string]history{
			"two headers": func(c *laws.Checker) { c.Attested("ann", 7, h1); c.Attested("ben", 7, h2) },
			"one member, two headers": func(c *laws.Checker) {
				c.Attested("ann", 7, h1)
				c.Attested("ann", 7, h2)
			},
			"two app hashes": func(c *laws.Checker) { c.AppHash("ann", 7, []byte{1}); c.AppHash("ben", 7, []byte{2}) },
		}},
		{laws.Atomic, func(c *laws.Checker) {
			opened(c, 1, arbitrage(h1), won(h1))
			blocks(c, []rollup.Digest{txA}, []rollup.Digest{txB})
			c.Finish(1)
		}, map[string]history{
			"half of it places, all on one rollup": func(c *laws.Checker) {
				content := arbitrage(h1)
				content.Txs[1].Chain = 901
				opened(c, 1, content, with(won(h1), func(f *builder.Fate) { f.Places = f.Places[:1] }))
			},
			"more in a block than fates say, at the end": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), won(h1))
				c.Block(901, 5, []rollup.Digest{txA, h2})
				c.Finish(1)
			},
			"half of it places": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(won(h1), func(f *builder.Fate) { f.Places = f.Places[:1] }))
				blocks(c, []rollup.Digest{txA}, nil)
			},
			"half of it in the blocks": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), won(h1))
				blocks(c, []rollup.Digest{txA}, nil)
			},
			"a failed one left a trace": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), lost(h1, auction.LegReverted))
				blocks(c, []rollup.Digest{txA}, nil)
			},
			"a failed one has places": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(lost(h1, auction.LegReverted), func(f *builder.Fate) { f.Places = won(h1).Places }))
			},
			"two stand in one place": func(c *laws.Checker) {
				second := won(h2)
				second.Places = []builder.Place{{Chain: 901, Block: 5, Index: 0, Tx: h1}}
				c.Opened(1, []laws.Content{arbitrage(h1)}, []builder.Fate{won(h1), second})
			},
		}},
		{laws.SameFunction, func(c *laws.Checker) {
			c.Executed("ann", 7, h1)
			c.Executed("ben", 7, h1)
			c.Ranked(7, []rollup.Digest{h1, h2}, []rollup.Digest{h1, h2})
		}, map[string]history{
			"two outcomes":  func(c *laws.Checker) { c.Executed("ann", 7, h1); c.Executed("ben", 7, h2) },
			"another order": func(c *laws.Checker) { c.Ranked(7, []rollup.Digest{h1, h2}, []rollup.Digest{h2, h1}) },
			"one missing":   func(c *laws.Checker) { c.Ranked(7, []rollup.Digest{h1, h2}, []rollup.Digest{h1}) },
		}},
		{laws.Conserved, func(c *laws.Checker) {
			opened(c, 1, arbitrage(h1), won(h1))
			c.Entries(1, ledger(3, 100, 103), []builder.Fate{won(h1)})
		}, map[string]history{
			"charged for nothing": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(lost(h1, auction.Outbid), func(f *builder.Fate) { f.Price, f.Protocol = wei(1), wei(1) }))
			},
			"executed for nothing": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(won(h1), func(f *builder.Fate) { f.Price, f.Protocol, f.Credits = wei(0), wei(0), nil }))
			},
			"above the bid": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(won(h1), func(f *builder.Fate) { f.Bid = wei(99) }))
			},
			"a wei lost in the split": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(won(h1), func(f *builder.Fate) { f.Protocol = wei(19) }))
			},
			"another fee": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), with(won(h1), func(f *builder.Fate) { f.Fee = wei(2) }))
			},
			"a wei lost in the ledger": func(c *laws.Checker) { c.Entries(1, ledger(3, 100, 102), []builder.Fate{won(h1)}) },
			"a wei made in the ledger": func(c *laws.Checker) { c.Entries(1, ledger(3, 100, 104), []builder.Fate{won(h1)}) },
			"not what the fates say":   func(c *laws.Checker) { c.Entries(1, ledger(3, 99, 102), []builder.Fate{won(h1)}) },
			"a balance below zero":     func(c *laws.Checker) { c.Entries(1, ledger(3, 100, 103)[2:], []builder.Fate{won(h1)}) },
			"a withdrawal without cover": func(c *laws.Checker) {
				c.Entries(1, []builder.Entry{{Kind: builder.EntryWithdrawal, Account: bob, Amount: wei(1)}}, nil)
			},
			"the fee twice": func(c *laws.Checker) {
				twice := append(ledger(3, 100, 106), builder.Entry{Kind: builder.EntryFee, Account: alice, Fate: h1, Amount: wei(3)})
				c.Entries(1, twice, []builder.Fate{won(h1)})
			},
		}},
		{laws.NoEarlyShare, func(c *laws.Checker) {
			c.Committed("ann", 7)
			c.Shared("ann", 7)
		}, map[string]history{
			"before the batch":          func(c *laws.Checker) { c.Shared("ann", 7); c.Committed("ann", 7) },
			"on another's word":         func(c *laws.Checker) { c.Committed("ben", 7); c.Shared("ann", 7) },
			"with the slot before only": func(c *laws.Checker) { c.Committed("ann", 6); c.Shared("ann", 7) },
		}},
		{laws.OneFate, func(c *laws.Checker) {
			c.Acknowledged(h1, 1)
			opened(c, 1, arbitrage(h1), won(h1))
			opened(c, 1, arbitrage(h1), won(h1)) // by another member
			c.Finish(1)
		}, map[string]history{
			"no fate":         func(c *laws.Checker) { c.Acknowledged(h1, 1); c.Finish(1) },
			"another slot":    func(c *laws.Checker) { c.Acknowledged(h1, 1); opened(c, 2, arbitrage(h1), won(h1)) },
			"told afterwards": func(c *laws.Checker) { opened(c, 2, arbitrage(h1), won(h1)); c.Acknowledged(h1, 1) },
			"no reason": func(c *laws.Checker) {
				c.Acknowledged(h1, 1)
				opened(c, 1, arbitrage(h1), lost(h1, auction.None))
			},
			"two fates": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), lost(h1, auction.Outbid))
				opened(c, 2, arbitrage(h1), lost(h1, auction.Outbid))
			},
			"in the batch, without fate": func(c *laws.Checker) { c.Opened(1, []laws.Content{arbitrage(h1)}, nil) },
		}},
		{laws.Paired, func(c *laws.Checker) {
			c.Pairs(1, []builder.Pair{{Src: 901, Dst: 902, TrigRoot: h1, ActRoot: h1, TrigCount: 2, ActCount: 2}, {Src: 902, Dst: 901}})
		}, map[string]history{
			"another root": func(c *laws.Checker) {
				c.Pairs(1, []builder.Pair{{Src: 901, Dst: 902, TrigRoot: h1, ActRoot: h2, TrigCount: 2, ActCount: 2}})
			},
			"one not acted": func(c *laws.Checker) {
				c.Pairs(1, []builder.Pair{{Src: 901, Dst: 902, TrigRoot: h1, ActRoot: h1, TrigCount: 2, ActCount: 1}})
			},
		}},
		{laws.OnL1, func(c *laws.Checker) {
			c.Attested("ann", 1, h1)
			c.Posted(laws.Posting{Root: h1, First: 1, Headers: []rollup.Digest{h1, h2}})
			c.Attested("ann", 2, h2)
			c.Attested("ann", 3, h1)
			c.Posted(laws.Posting{Root: h2, Previous: h1, First: 3, Headers: []rollup.Digest{h1}})
			c.Finish(3)
		}, map[string]history{
			"not attested": func(c *laws.Checker) {
				c.Posted(laws.Posting{Root: h1, First: 1, Headers: []rollup.Digest{h1}})
				c.Finish(1)
			},
			"another header": func(c *laws.Checker) {
				c.Attested("ann", 1, h1)
				c.Posted(laws.Posting{Root: h1, First: 1, Headers: []rollup.Digest{h2}})
			},
			"another header, told before": func(c *laws.Checker) {
				c.Posted(laws.Posting{Root: h1, First: 1, Headers: []rollup.Digest{h2}})
				c.Attested("ann", 1, h1)
			},
			"does not begin at 1": func(c *laws.Checker) { c.Posted(laws.Posting{Root: h1, First: 2, Headers: []rollup.Digest{h1}}) },
			"a slot twice": func(c *laws.Checker) {
				c.ResumeAt(5, h1)
				c.Posted(laws.Posting{Root: h2, Previous: h1, First: 5, Headers: []rollup.Digest{h1}})
			},
			"another chain of postings": func(c *laws.Checker) {
				c.ResumeAt(5, h1)
				c.Posted(laws.Posting{Root: h2, Previous: h2, First: 6, Headers: []rollup.Digest{h1}})
			},
			"nothing in it": func(c *laws.Checker) { c.Posted(laws.Posting{Root: h1, First: 1}) },
		}},
		{laws.Replayed, func(c *laws.Checker) { c.Restarted("ann", 7, h1, h1) },
			map[string]history{"something else": func(c *laws.Checker) { c.Restarted("ann", 7, h1, h2) }}},
		{laws.Protected, func(c *laws.Checker) {
			opened(c, 1, arbitrage(h1), lost(h1, auction.LegReverted))
			opened(c, 2, thief(h2), with(lost(h2, auction.ProtectedTx), func(f *builder.Fate) { f.Bidder = bob }))
		}, map[string]history{
			"in a later slot": func(c *laws.Checker) {
				opened(c, 1, arbitrage(h1), lost(h1, auction.LegReverted))
				opened(c, 2, thief(h2), won(h2))
			},
			"in the same slot": func(c *laws.Checker) {
				c.Opened(1, []laws.Content{thief(h2), arbitrage(h1)}, []builder.Fate{won(h2), lost(h1, auction.Outbid)})
			},
		}},
	}
	for _, row := range table {
		t.Run(row.law.String(), func(t *testing.T) {
			good := laws.New()
			row.holds(good)
			report := good.Report()
			require.False(t, report.Broken(), report.Violations)
			require.NotContains(t, report.Unobserved(), row.law)
			for name, history := range row.breaks {
				t.Run(name, func(t *testing.T) {
					c := laws.New()
					history(c)
					report := c.Report()
					require.True(t, report.Broken())
					for _, v := range report.Violations {
						require.Equal(t, row.law, v.Law, v.What)
					}
				})
			}
		})
	}
}

// A protection ends when its nonce is consumed, by whatever consumes it, and never binds the sender.
func TestProtectionEnds(t *testing.T) {
	c := laws.New()
	opened(c, 1, arbitrage(h1), lost(h1, auction.LegReverted))
	other := arbitrage(h2)
	other.Txs = []laws.Carried{{Chain: 901, Hash: rollup.Digest{0xcc}, Sender: alice, Nonce: 4, Own: true}}
	opened(c, 2, other, with(won(h2), func(f *builder.Fate) {
		f.Places = []builder.Place{{Chain: 901, Block: 5, Tx: rollup.Digest{0xcc}}}
	}))
	stale := thief(rollup.Digest{3})
	stale.Txs = stale.Txs[:1]
	opened(c, 3, stale, lost(rollup.Digest{3}, auction.NonceTooLow))
	require.Contains(t, c.Report().Unobserved(), laws.Protected, "nobody carried what is still protected")
	require.False(t, c.Report().Broken())
}

// A slot's entries count once, whoever tells them.
func TestLedgerIsToldOnce(t *testing.T) {
	c := laws.New()
	for range 2 {
		c.Entries(1, ledger(3, 100, 103), []builder.Fate{won(h1)})
	}
	require.False(t, c.Report().Broken())
	require.Equal(t, wei(103), c.Credits(treasury))
}

// A withdrawal is out of both balances of an account, and from then on a fee is out of what is left of both.
func TestWithdrawalsDrawOnBothBalances(t *testing.T) {
	one := func(kind builder.EntryKind, amount uint64) builder.Entry {
		return builder.Entry{Kind: kind, Account: bob, Amount: wei(amount)}
	}
	c := laws.New()
	c.Entries(1, []builder.Entry{one(builder.EntryFeeDeposit, 10), one(builder.EntryDeposit, 5), one(builder.EntryWithdrawal, 12)}, nil)
	broken := func() uint64 { return c.Report().Laws[laws.Conserved-laws.OneHeader].Violations }
	require.Zero(t, broken())
	c.Entries(2, []builder.Entry{one(builder.EntryFeeDeposit, 2), one(builder.EntryWithdrawal, 5)}, nil)
	require.Zero(t, broken(), "3 were left and 2 came")
	c.Entries(3, []builder.Entry{one(builder.EntryWithdrawal, 1)}, nil)
	require.Equal(t, uint64(1), broken(), "nothing is left")
}

// Nothing observed is not the same as held.
func TestUnobservedIsNotHeld(t *testing.T) {
	r := laws.New().Report()
	require.False(t, r.Broken())
	require.Len(t, r.Unobserved(), 10)
	require.False(t, r.Held())
}
