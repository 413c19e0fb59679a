package builder_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// conserved checks the sums of a ledger: each account's balances are what came in less what went out, and
// what was charged is what was credited.
func conserved(t require.TestingT, l *builder.Ledger) (deposits *uint256.Int) {
	charges, credits := new(uint256.Int), new(uint256.Int)
	deposits = new(uint256.Int)
	for _, a := range l.Accounts() {
		out := new(uint256.Int)
		for _, v := range []*uint256.Int{a.Charges, a.Withdrawals, a.Fees, a.Escrow} {
			_, over := out.AddOverflow(out, v)
			require.False(t, over, "a balance went below zero")
		}
		require.Equal(t, a.Deposits, out, a.Address)
		deposits.Add(deposits, a.Deposits)
		charges.Add(charges, a.Charges)
		credits.Add(credits, a.Credits)
	}
	require.Equal(t, charges, credits)
	return deposits
}

// pool is transactions made once, since signing is slow: by account, rollup and nonce.
var pool = func() (out [4][2][12]*rollup.Tx) {
	for a := range out {
		for c, chain := range []rollup.ChainID{chainA, chainB} {
			for n := range out[a][c] {
				out[a][c][n] = newAccount(byte(a)).tx(chain, uint64(n))
			}
		}
	}
	return out
}()

// model follows the money by the rules of the design alone.
type model struct {
	fees, escrow, credits map[rollup.Address]uint64
	deposited             uint64
}

func (m *model) items(items []rollup.QueueItem) {
	for _, i := range items {
		p, err := i.Decode()
		if err != nil {
			panic(err)
		}
		switch v := p.(type) {
		case rollup.Deposit:
			m.escrow[v.Account] += v.Escrow.Uint64()
			m.fees[v.Account] += v.Fees.Uint64()
			m.deposited += v.Escrow.Uint64() + v.Fees.Uint64()
		case rollup.Withdrawal:
			m.escrow[v.Account] -= min(v.Escrow.Uint64(), m.escrow[v.Account])
			m.fees[v.Account] -= min(v.Fees.Uint64(), m.fees[v.Account])
		case rollup.Forced, rollup.Registration, rollup.Payout, rollup.Weight, rollup.Reserve:
		default:
			panic("no rule for " + p.QueueKind().String())
		}
	}
}

func (m *model) fate(t require.TestingT, f builder.Fate) {
	m.fees[f.Bidder] -= f.Fee.Uint64()
	m.credits[treasury] += f.Fee.Uint64() + f.Protocol.Uint64()
	sum := f.Protocol.Clone()
	for _, c := range f.Credits {
		sum.Add(sum, c.Amount)
		m.credits[c.Account] += c.Amount.Uint64()
	}
	require.Equal(t, f.Price, sum, "protocol and credits sum to the price")
	require.False(t, f.Price.Gt(f.Bid), "never above the bid")
	if f.Executed() {
		require.Equal(t, f.Bid, f.Price, "first price")
		require.LessOrEqual(t, f.Price.Uint64(), m.escrow[f.Payer])
		m.escrow[f.Payer] -= f.Price.Uint64()
	} else {
		require.True(t, f.Price.IsZero(), "charged if and only if executed")
		require.Empty(t, f.Places)
	}
}

func drawItems(t *rapid.T, accounts []account) (items []rollup.QueueItem) {
	for range rapid.IntRange(0, 3).Draw(t, "items") {
		a := rapid.SampledFrom(accounts).Draw(t, "account")
		x, y := rapid.Uint64Range(0, 3000).Draw(t, "escrow"), rapid.Uint64Range(0, 60).Draw(t, "fees")
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0, 1:
			items = append(items, deposit(a.address, x, y))
		case 2:
			items = append(items, withdrawal(a.address, x, y))
		case 3:
			items = append(items, register(rapid.SampledFrom([]rollup.ChainID{chainA, chainB, 5}).Draw(t, "chain"), payoutA))
		case 4:
			items = append(items, weigh(rapid.SampledFrom([]rollup.ChainID{chainA, chainB}).Draw(t, "chain"), y%3))
		case 5:
			tx := pool[rapid.IntRange(0, 3).Draw(t, "forced")][0][rapid.IntRange(0, 5).Draw(t, "nonce")]
			raw, err := tx.MarshalBinary()
			require.NoError(t, err)
			items = append(items, force(a.address, tx.Chain, raw))
		}
	}
	return items
}

func drawEntry(t *rapid.T, w *world, accounts []account, serial uint64) auction.Entry {
	bidder := rapid.SampledFrom(accounts).Draw(t, "bidder")
	var txs []*rollup.Tx
	for range rapid.IntRange(1, 3).Draw(t, "txs") {
		a, c := rapid.IntRange(0, 3).Draw(t, "sender"), rapid.IntRange(0, 1).Draw(t, "on")
		chain := []rollup.ChainID{chainA, chainB}[c]
		next := w.nonces[lane{chain, accounts[a].address}]
		txs = append(txs, pool[a][c][min(next+rapid.Uint64Range(0, 1).Draw(t, "gap"), 11)])
	}
	bid := rapid.SampledFrom([]uint64{0, 0, 50, 100, 101, 700, 2500}).Draw(t, "bid")
	e := entry(bidder, serial, bid, txs...)
	e.Payer = rapid.SampledFrom(accounts).Draw(t, "payer").address // whose word Open has checked
	if rapid.IntRange(0, 9).Draw(t, "refused") == 0 {
		e.Reason = auction.NotOpenable
	}
	for _, tx := range txs {
		switch rapid.IntRange(0, 19).Draw(t, "script") {
		case 0:
			w.fails[tx.Hash()] = auction.LegReverted
		case 1:
			w.triggers[tx.Hash()] = map[rollup.ChainID]rollup.ChainID{chainA: chainB, chainB: chainA}[tx.Chain]
		}
	}
	return e
}

// Over random histories of deposits, withdrawals, registrations, forced transactions, envelopes that win,
// lose, collide and fail: every wei is where the design says (laws 2 and 4), and the fee book agrees with what
// is charged.
func TestMoneyIsConservedOverRandomHistories(t *testing.T) {
	accounts := []account{newAccount(0), newAccount(1), newAccount(2), newAccount(3)}
	var executed, lost, uncovered int
	rapid.Check(t, func(t *rapid.T) {
		p := parameters()
		p.Split = rapid.SampledFrom([]rollup.SplitRule{rollup.SplitByGas, rollup.SplitEqually}).Draw(t, "split")
		p.ProtocolBps = rapid.SampledFrom([]uint32{0, 1, 3333, 10_000}).Draw(t, "bps")
		h := newHistory(p)
		m := &model{fees: map[rollup.Address]uint64{}, escrow: map[rollup.Address]uint64{}, credits: map[rollup.Address]uint64{}}
		book := builder.NewFeeBook(h.b.Ledger())
		serial := uint64(0)
		for range rapid.IntRange(1, 10).Draw(t, "slots") {
			items := drawItems(t, accounts)
			var entries []auction.Entry
			for range rapid.IntRange(0, 5).Draw(t, "envelopes") {
				serial++
				entries = append(entries, drawEntry(t, h.w, accounts, serial))
			}
			if rapid.IntRange(0, 3).Draw(t, "pause") == 0 {
				h.wait()
			}
			in := h.input(items, entries...)
			require.NoError(t, book.Apply(in.Items))
			trial := book.Clone()
			reserveErr := trial.Reserve(in.Selected.Opened.Batch.Envelopes)
			if reserveErr != nil { // the builder refuses exactly these; the committee drops what is not covered
				require.ErrorIs(t, reserveErr, builder.ErrFee)
				_, err := h.b.Execute(in)
				require.True(t, errors.Is(err, builder.ErrInput) && errors.Is(err, builder.ErrFee), err)
				uncovered++
				entries = nil
				in = h.input(items)
			} else {
				book = trial
			}
			x, err := h.execute(in)
			require.NoError(t, err)
			m.items(in.Items)
			placed := map[rollup.Digest]int{}
			for _, f := range x.Fates {
				m.fate(t, f)
				if f.Executed() {
					executed++
				} else {
					lost++
				}
				for _, place := range f.Places {
					placed[place.Tx]++
				}
			}
			for tx, n := range placed {
				require.Equal(t, 1, n, "transaction %s is in two bundles", tx)
			}
			l := h.b.Ledger()
			require.Equal(t, m.deposited, conserved(t, l).Uint64())
			for _, a := range accounts {
				record, _ := l.Account(a.address)
				require.Equal(t, m.escrow[a.address], record.Escrow.Uint64())
				require.Equal(t, m.fees[a.address], record.Fees.Uint64())
				require.Equal(t, record.Fees, book.Balance(a.address), "the fee book knows what Execute will find")
			}
			for a, v := range m.credits {
				record, _ := l.Account(a)
				require.Equal(t, v, record.Credits.Uint64())
			}
			debits, credits := new(uint256.Int), new(uint256.Int)
			for _, e := range x.Entries {
				switch e.Kind {
				case builder.EntryFee, builder.EntryPrice:
					debits.Add(debits, e.Amount)
				case builder.EntryCredit:
					credits.Add(credits, e.Amount)
				}
			}
			require.Equal(t, debits, credits, "the slot's entries balance")
		}
	})
	require.Positive(t, executed)
	require.Positive(t, lost)
	require.Positive(t, uncovered)
}

// A bundle that fails leaves no trace: the slot without it gives the same rollups.
func TestFailedBundlesLeaveNoTrace(t *testing.T) {
	accounts := []account{newAccount(0), newAccount(1), newAccount(2), newAccount(3)}
	failed := 0
	rapid.Check(t, func(t *rapid.T) {
		with, without := newHistory(parameters()), newHistory(parameters())
		var rich []rollup.QueueItem
		for _, a := range accounts {
			rich = append(rich, deposit(a.address, 1_000_000, 10_000))
		}
		with.slot(t, rich)
		without.slot(t, rich)
		var entries []auction.Entry
		for i := range rapid.IntRange(1, 6).Draw(t, "envelopes") {
			entries = append(entries, drawEntry(t, with.w, accounts, uint64(i)))
		}
		without.w.fails, without.w.triggers = with.w.fails, with.w.triggers
		x := with.slot(t, nil, entries...)
		in := without.input(nil, entries...) // the same order, the failed ones not tried
		drop := func(i int) bool { return !x.Fates[i].Executed() }
		in.Selected.Winners = slices.DeleteFunc(in.Selected.Winners, drop)
		in.Selected.Rest = slices.DeleteFunc(in.Selected.Rest, drop)
		for i, f := range x.Fates {
			if !f.Executed() {
				failed++
				in.Selected.Opened.Entries[i].Reason = f.Reason
			}
		}
		y, err := without.execute(in)
		require.NoError(t, err)
		require.Equal(t, x.Header.Heads, y.Header.Heads)
		require.Equal(t, x.Header.PairRoot, y.Header.PairRoot)
		a, b := with.w.snapshot()
		c, d := without.w.snapshot()
		require.Equal(t, a, c)
		require.Equal(t, b, d)
	})
	require.Positive(t, failed)
}

func TestFeeBook(t *testing.T) {
	h, alice, bob := newHistory(parameters()), newAccount(1), newAccount(2)
	h.slot(t, []rollup.QueueItem{deposit(alice.address, 0, 3*fee), deposit(bob.address, 0, fee)})
	book := builder.NewFeeBook(h.b.Ledger())
	envelope := func(a account) *auction.Sealed { return &auction.Sealed{Bidder: a.address} }
	require.True(t, book.Covers(envelope(bob)))
	err := book.Reserve([]*auction.Sealed{envelope(alice), envelope(bob), envelope(bob), envelope(alice)})
	require.ErrorIs(t, err, builder.ErrFee)
	require.ErrorContains(t, err, "envelope 2")
	require.Equal(t, wei(3*fee), book.Balance(alice.address), "nothing was taken")
	require.NoError(t, book.Reserve([]*auction.Sealed{envelope(alice), envelope(bob)}))
	require.False(t, book.Covers(envelope(bob)))
	require.True(t, book.Covers(envelope(alice)))
	require.NoError(t, book.Apply([]rollup.QueueItem{withdrawal(alice.address, 9, fee+1), deposit(bob.address, 9, fee)}))
	require.False(t, book.Covers(envelope(alice)))
	require.True(t, book.Covers(envelope(bob)))
	require.NoError(t, book.Apply([]rollup.QueueItem{withdrawal(alice.address, 0, 1_000_000)}))
	require.True(t, book.Balance(alice.address).IsZero())
	require.ErrorIs(t, book.Apply([]rollup.QueueItem{deposit(bob.address, 0, 1), item(1, bob.address)}), rollup.ErrQueuePayload)
	require.Equal(t, wei(fee), book.Balance(bob.address), "all or nothing")
	require.Equal(t, wei(3*fee), builder.NewFeeBook(h.b.Ledger()).Balance(alice.address), "the ledger is not touched")
}

// Amounts at the ends of their range neither wrap nor panic (threat B14).
func TestExtremeAmounts(t *testing.T) {
	alice, bob := newAccount(1), newAccount(2)
	largest := new(uint256.Int).SetAllOne()
	h := newHistory(parameters())
	rest := new(uint256.Int).SubUint64(largest, 2*fee+1) // alice's escrow; with the fees all that can exist but 1 wei
	h.slot(t, []rollup.QueueItem{
		item(rollup.QueueDeposit, alice.address, addressWord(alice.address), rest.PaddedBytes(32), word(2*fee)),
		weigh(chainA, 1<<32-1), register(chainA, payoutA),
	})
	_, err := h.b.Execute(h.input([]rollup.QueueItem{deposit(bob.address, 1, 1)}))
	require.ErrorIs(t, err, builder.ErrOverflow)
	above, all := entry(alice, 1, 0, alice.tx(chainA, 0)), entry(alice, 2, 0, alice.tx(chainA, 0))
	above.Bid, all.Bid = largest, rest
	x := h.slot(t, nil, above, all)
	require.Equal(t, []auction.Reason{auction.InsufficientEscrow, auction.Executed}, reasons(x))
	require.Equal(t, rest, x.Fates[1].Price)
	sum := x.Fates[1].Protocol.Clone()
	require.Equal(t, rest, sum.Add(sum, x.Fates[1].Credits[0].Amount))
	conserved(t, h.b.Ledger())
	h.slot(t, []rollup.QueueItem{item(rollup.QueueWithdraw, alice.address, addressWord(alice.address), largest.PaddedBytes(32), largest.PaddedBytes(32))})
	a, _ := h.b.Ledger().Account(alice.address)
	require.True(t, a.Fees.IsZero() && a.Escrow.IsZero() && a.Withdrawals.IsZero(), "all was spent")
	h.slot(t, []rollup.QueueItem{deposit(bob.address, 1, 0)})
	require.Equal(t, largest, conserved(t, h.b.Ledger()))
}
