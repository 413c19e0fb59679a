package builder_test

import (
	"errors"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// A slot with a deposit, a winner and a wallet user's transaction: fates, money and header, number by number.
func TestOneSlotToTheWei(t *testing.T) {
	h, alice, user := newHistory(parameters()), newAccount(1), newAccount(2)
	gateway := newAccount(3)
	first := h.slot(t, []rollup.QueueItem{
		register(chainA, payoutA), register(chainB, payoutB), weigh(chainA, 2), weigh(chainB, 1),
		deposit(alice.address, 5000, 50), deposit(gateway.address, 0, 50),
	})
	require.Equal(t, rollup.Digest{}, first.Header.Parent)
	require.Empty(t, first.Closed)
	require.Nil(t, first.Checkpoint)

	x := h.slot(t, nil, entry(gateway, 1, 0, user.tx(chainA, 0)), entry(alice, 2, 1000, alice.tx(chainA, 0), alice.tx(chainB, 0)))
	require.Equal(t, []auction.Reason{auction.Executed, auction.Executed}, reasons(x))
	winner, rest := x.Fates[1], x.Fates[0]
	require.Equal(t, uint64(1), winner.Rank)
	require.Equal(t, uint64(0), rest.Rank)
	require.Equal(t, wei(1000), winner.Price)
	require.Equal(t, wei(100), winner.Protocol)
	require.Equal(t, []builder.Credit{{Chain: chainA, Account: payoutA, Amount: wei(600)}, {Chain: chainB, Account: payoutB, Amount: wei(300)}}, winner.Credits)
	require.Equal(t, uint64(200_000), winner.GasUsed)
	require.Len(t, winner.Places, 2)
	require.Equal(t, uint64(1), rest.Places[0].Index, "the rest runs after the winners")
	require.True(t, rest.Price.IsZero())

	id := winner.Envelope
	require.Equal(t, []builder.Entry{
		{Kind: builder.EntryFee, Account: gateway.address, Fate: rest.Envelope, Amount: wei(fee)},
		{Kind: builder.EntryCredit, Account: treasury, Fate: rest.Envelope, Amount: wei(fee)},
		{Kind: builder.EntryFee, Account: alice.address, Fate: id, Amount: wei(fee)},
		{Kind: builder.EntryCredit, Account: treasury, Fate: id, Amount: wei(fee)},
		{Kind: builder.EntryPrice, Account: alice.address, Fate: id, Amount: wei(1000)},
		{Kind: builder.EntryCredit, Account: treasury, Fate: id, Amount: wei(100)},
		{Kind: builder.EntryCredit, Account: payoutA, Chain: chainA, Fate: id, Amount: wei(600)},
		{Kind: builder.EntryCredit, Account: payoutB, Chain: chainB, Fate: id, Amount: wei(300)},
	}, x.Entries)
	a, ok := h.b.Ledger().Account(alice.address)
	require.True(t, ok)
	require.Equal(t, builder.Account{
		Address: alice.address, Deposits: wei(5050), Charges: wei(1000 + fee), Credits: wei(0), Withdrawals: wei(0),
		Fees: wei(50 - fee), Escrow: wei(4000),
	}, a)

	in := h.inputs[1]
	require.Equal(t, first.Header.Root(), x.Header.Parent)
	require.Equal(t, in.View, x.Header.View)
	require.Equal(t, in.Time, x.Header.Time)
	require.Equal(t, in.Selected.Opened.Batch.Root(), x.Header.BatchRoot)
	require.Equal(t, builder.FateRoot(x.Fates), x.Header.FateRoot)
	require.Equal(t, h.b.Ledger().Root(), x.Header.LedgerRoot)
	require.Equal(t, x.Header, h.b.LastHeader())
	require.Equal(t, rollup.Slot(2), h.b.Slot())
	for i, f := range x.Fates {
		require.True(t, rollup.VerifyProof(x.Header.FateRoot, f.Root(), builder.FateProof(x.Fates, i), uint64(i)))
	}
}

// Every reason that execution itself gives, each beside a good bundle that is not harmed.
func TestExecuteGivesEachRefusalItsReason(t *testing.T) {
	alice, bob, rival := newAccount(1), newAccount(2), newAccount(3)
	good := func() auction.Entry { return entry(bob, 99, 150, bob.tx(chainB, 0)) }
	twice := entry(alice, 1, 500, alice.tx(chainA, 0))
	again := twice
	again.Envelope = &auction.Sealed{Network: networkID, Bidder: alice.address, Ciphertext: []byte("another")}
	unsigned := refused(entry(alice, 1, 500, alice.tx(chainA, 0)), auction.BadSignature)

	for name, c := range map[string]struct {
		prepare func(*history)
		entries []auction.Entry
		want    []auction.Reason
	}{
		"executed":              {nil, []auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 0))}, []auction.Reason{auction.Executed}},
		"refused when opened":   {nil, []auction.Entry{unsigned}, []auction.Reason{auction.BadSignature}},
		"below the reserve":     {nil, []auction.Entry{entry(alice, 1, 99, alice.tx(chainA, 0))}, []auction.Reason{auction.BelowReserve}},
		"the same bundle twice": {nil, []auction.Entry{twice, again}, []auction.Reason{auction.Executed, auction.Duplicate}},
		"escrow":                {nil, []auction.Entry{entry(alice, 1, 10_001, alice.tx(chainA, 0))}, []auction.Reason{auction.InsufficientEscrow}},
		"escrow held for a better bid": {nil, []auction.Entry{
			entry(alice, 1, 6000, alice.tx(chainA, 0)), entry(alice, 2, 4001, alice.tx(chainB, 0)), entry(alice, 3, 4000, alice.tx(chainA, 1)),
		}, []auction.Reason{auction.Executed, auction.InsufficientEscrow, auction.Executed}},
		"nonce used before": {func(h *history) { h.w.nonces[lane{chainA, alice.address}] = 1 },
			[]auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 0))}, []auction.Reason{auction.NonceTooLow}},
		"nonce used by a better bid": {nil, []auction.Entry{
			entry(alice, 1, 500, alice.tx(chainA, 0)), entry(alice, 2, 600, alice.tx(chainA, 0), alice.tx(chainB, 0)),
		}, []auction.Reason{auction.Outbid, auction.Executed}},
		"user's transaction used by a winner": {nil, []auction.Entry{
			entry(alice, 1, 500, rival.tx(chainA, 0), alice.tx(chainA, 0)), entry(bob, 2, 0, rival.tx(chainA, 0)),
		}, []auction.Reason{auction.Executed, auction.Outbid}},
		"nonce ahead": {nil, []auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 1))}, []auction.Reason{auction.NonceTooHigh}},
		"a leg reverts": {func(h *history) { h.w.fails[alice.tx(chainB, 0).Hash()] = auction.LegReverted },
			[]auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 0), alice.tx(chainB, 0))}, []auction.Reason{auction.LegReverted}},
		"gas class": {nil, []auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 0), alice.tx(chainA, 1), alice.tx(chainA, 2))},
			[]auction.Reason{auction.GasClassExceeded}},
		"protected": {nil, []auction.Entry{entry(alice, 1, 500, alice.tx(chainA, 0)), entry(rival, 2, 900, alice.tx(chainA, 0))},
			[]auction.Reason{auction.Executed, auction.ProtectedTx}},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHistory(parameters())
			h.slot(t, []rollup.QueueItem{deposit(alice.address, 10_000, 500), deposit(bob.address, 1000, 500), deposit(rival.address, 1000, 500)})
			if c.prepare != nil {
				c.prepare(h)
			}
			x := h.slot(t, nil, append(c.entries, good())...)
			require.Equal(t, append(c.want, auction.Executed), reasons(x))
			for _, f := range x.Fates {
				require.Equal(t, wei(fee), f.Fee, "the fee is charged win or lose")
				require.Equal(t, f.Executed(), !f.Price.IsZero() || f.Executed() && f.Bid.IsZero())
				require.Equal(t, f.Executed(), len(f.Places) > 0)
			}
		})
	}
}

// A bundle's allowed reverts, gas limit and gas through T reach the rollups as the parameters say.
func TestAttemptsAreBounded(t *testing.T) {
	p := parameters()
	require.Equal(t, uint64(27_000_000/4), builder.GasThrough(p, second*1000))
	require.Equal(t, uint64(27_000_000/2), builder.GasThrough(p, second*1000+250))
	require.Equal(t, uint64(27_000_000), builder.GasThrough(p, second*1000+750))
	require.Equal(t, uint64(27_000_000), builder.GasThrough(p, second*1000+999), "never beyond the whole")

	h, alice := newHistory(p), newAccount(1)
	h.slot(t, []rollup.QueueItem{deposit(alice.address, 10_000, 500)})
	h.wait()
	e := entry(alice, 1, 500, alice.tx(chainA, 0))
	h.w.fails[e.Txs[0][0].Hash()] = auction.LegReverted
	e.Bundle.Reverting = []rollup.Digest{e.Txs[0][0].Hash()}
	require.Equal(t, []auction.Reason{auction.Executed}, reasons(h.slot(t, nil, e)))

	p.BlockGas, p.ForcedGas = 400_000, 0 // 100,000 a quarter
	next := entry(alice, 2, 500, alice.tx(chainA, 1))
	require.Equal(t, []auction.Reason{auction.Executed}, reasons(h.slot(t, nil, next)))
	full := entry(alice, 3, 500, alice.tx(chainA, 2), alice.tx(chainA, 3))
	require.Equal(t, []auction.Reason{auction.BlockFull}, reasons(h.slot(t, nil, full)))
}

// What cannot be a slot's input is refused before anything changes.
func TestBadInputChangesNothing(t *testing.T) {
	alice := newAccount(1)
	other := networkID
	other.Epoch++
	huge := func(i rollup.QueueItem) rollup.QueueItem {
		copy(i.Payload[32:64], new(uint256.Int).SetAllOne().PaddedBytes(32))
		return i
	}
	plain := func(h *history) builder.Input { return h.input(nil, entry(alice, 7, 500, alice.tx(chainA, 0))) }
	for name, c := range map[string]struct {
		input func(*history) builder.Input
		want  error
	}{
		"slot again":   {func(h *history) builder.Input { in := plain(h); in.Slot--; return in }, builder.ErrNotNext},
		"slot skipped": {func(h *history) builder.Input { in := plain(h); in.Slot++; return in }, builder.ErrNotNext},
		"time back":    {func(h *history) builder.Input { in := plain(h); in.Time -= 251; return in }, builder.ErrTime},
		"view back":    {func(h *history) builder.Input { in := plain(h); in.View.Number--; return in }, builder.ErrView},
		"view differs": {func(h *history) builder.Input { in := plain(h); in.View.Hash[0]++; return in }, builder.ErrView},
		"queue item left out": {func(h *history) builder.Input {
			in := h.input([]rollup.QueueItem{deposit(alice.address, 1, 1)})
			in.Items = nil
			return in
		}, rollup.ErrQueueChain},
		"queue item changed": {func(h *history) builder.Input {
			in := h.input([]rollup.QueueItem{deposit(alice.address, 1, 1)})
			in.Items[0] = deposit(alice.address, 2, 1)
			return in
		}, rollup.ErrQueueChain},
		"queue item malformed": {func(h *history) builder.Input {
			return h.input([]rollup.QueueItem{deposit(alice.address, 1, 1), item(9, alice.address)})
		}, rollup.ErrQueuePayload},
		"more than there is": {func(h *history) builder.Input {
			return h.input([]rollup.QueueItem{deposit(alice.address, 1, 1), huge(deposit(alice.address, 1, 1))})
		}, builder.ErrOverflow},
		"fee not covered": {func(h *history) builder.Input {
			return h.input([]rollup.QueueItem{withdrawal(alice.address, 0, 89)}, entry(alice, 7, 500, alice.tx(chainA, 0)))
		}, builder.ErrFee},
		"no selection": {func(h *history) builder.Input { in := plain(h); in.Selected = nil; return in }, builder.ErrSelection},
		"entry left out": {func(h *history) builder.Input {
			in := plain(h)
			in.Selected.Winners = nil
			return in
		}, builder.ErrSelection},
		"entry twice": {func(h *history) builder.Input {
			in := plain(h)
			in.Selected.Rest = in.Selected.Winners
			return in
		}, builder.ErrSelection},
		"refused entry ranked": {func(h *history) builder.Input {
			in := plain(h)
			in.Selected.Opened.Entries[0].Reason = auction.Malformed
			return in
		}, builder.ErrSelection},
		"envelope twice": {func(h *history) builder.Input {
			return h.input(nil, entry(alice, 7, 0, alice.tx(chainA, 0)), entry(alice, 7, 0, alice.tx(chainA, 0)))
		}, builder.ErrSelection},
		"batch of another slot": {func(h *history) builder.Input {
			in := plain(h)
			in.Selected.Opened.Batch.Slot++
			return in
		}, builder.ErrNetwork},
		"batch of another epoch": {func(h *history) builder.Input {
			in := plain(h)
			in.Selected.Opened.Batch.Network = other
			return in
		}, builder.ErrNetwork},
	} {
		t.Run(name, func(t *testing.T) {
			run := func(disturb bool) *builder.Executed {
				h := newHistory(parameters())
				h.slot(t, []rollup.QueueItem{deposit(alice.address, 1000, 100)})
				if disturb {
					_, err := h.b.Execute(c.input(h))
					require.ErrorIs(t, err, builder.ErrInput)
					require.ErrorIs(t, err, c.want)
					require.NotErrorIs(t, err, builder.ErrState)
				}
				return h.slot(t, []rollup.QueueItem{withdrawal(alice.address, 1, 1)}, entry(alice, 7, 500, alice.tx(chainA, 0)))
			}
			require.Equal(t, run(false), run(true))
		})
	}
}

// When the rollups cannot be trusted any more, nothing is executed on them ever again.
func TestStateErrorsAreFinal(t *testing.T) {
	broken := errors.New("disk is gone")
	for name, c := range map[string]struct {
		hurt func(*world)
		want error
	}{
		"the rollups fail":   {func(w *world) { w.crash = broken }, broken},
		"pairs differ":       {func(w *world) { w.unequal = true }, builder.ErrPairs},
		"a rollup is absent": {func(w *world) { w.chains = w.chains[:1] }, builder.ErrHeads},
	} {
		t.Run(name, func(t *testing.T) {
			h := newHistory(parameters())
			h.slot(t, nil)
			c.hurt(h.w)
			_, err := h.b.Execute(h.input(nil))
			require.ErrorIs(t, err, builder.ErrState)
			require.ErrorIs(t, err, c.want)
			require.NotErrorIs(t, err, builder.ErrInput)
			h.w.crash, h.w.unequal = nil, false
			_, err = h.b.Execute(h.input(nil))
			require.ErrorIs(t, err, builder.ErrState)
			require.Equal(t, rollup.Slot(1), h.b.Slot())
		})
	}
}

// A block holds the slots of one second; its environment is fixed by the slot that opens it.
func TestBlocksFollowTheSecond(t *testing.T) {
	h := newHistory(parameters())
	var closed []int
	for range 9 {
		x := h.slot(t, nil)
		closed = append(closed, len(x.Closed))
		require.Equal(t, len(x.Closed) > 0, x.Checkpoint != nil)
		for i, b := range x.Closed {
			require.Equal(t, b.Block.Hash(), x.Header.Heads[i].ClosedHash)
		}
	}
	require.Equal(t, []int{0, 0, 0, 0, 2, 0, 0, 0, 2}, closed)
	h.next.Time += 10_000 // slow slots: one slot a block, nothing drifts
	require.Len(t, h.slot(t, []rollup.QueueItem{register(chainA, payoutA)}).Closed, 2)
	env := h.w.envs[len(h.w.envs)-1]
	in := h.inputs[len(h.inputs)-1]
	require.Equal(t, in.Time/1000, env.Time)
	require.Equal(t, in.View.Hash, env.BeaconRoot)
	require.Equal(t, builder.MixDigest(in.Key), env.MixDigest)
	require.Equal(t, map[rollup.ChainID]rollup.Address{chainA: payoutA, chainB: treasury}, env.Coinbase)
	require.Equal(t, h.p.BlockGas, env.GasLimit)
}
