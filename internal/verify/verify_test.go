package verify_test

import (
	"context"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/verify"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

var (
	friend = common.HexToAddress("0xf1")
	trap   = common.HexToAddress("0xdead")
)

// play runs the same short history in a world: funds, two contested slots with a failing bundle, a closed
// block, two postings. at is called before the contested slot that a test may tamper with.
func play(w *world, at func()) {
	w.fund()
	w.slot()
	w.slot(w.bundle(0, 500, friend), w.bundle(1, 300, friend), w.bundle(2, 100, trap))
	w.post()
	at()
	w.slot(w.bundle(0, 700, friend), w.bundle(1, 900, friend), w.bundle(2, 40, trap))
	w.slot()
	w.post()
}

func TestHonestNetworkVerifies(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	report, err := verify.Run(t.Context(), w, open)
	require.NoError(t, err)
	require.Empty(t, report.Findings)
	require.Equal(t, 4, report.Slots)
	require.Equal(t, 2, report.Postings)
	require.Equal(t, 6, report.Envelopes)
	require.Equal(t, 4, report.Executed, "each contested slot has two bundles that execute and one that fails")
	require.Equal(t, uint64(500+300+700+900), report.Charged.Uint64())
	require.Positive(t, report.Blocks)
	require.Equal(t, w.slots[3].Header.Root(), report.LastRoot)
}

// TestColludingQuorumIsNamed signs wrong things with the committee's real keys: every signature is good.
func TestColludingQuorumIsNamed(t *testing.T) {
	refate := func(a *sequencer.Attested) { a.Header.FateRoot = builder.FateRoot(a.Fates) }
	executed := func(a *sequencer.Attested) *builder.Fate {
		for i := range a.Fates {
			if a.Fates[i].Executed() {
				return &a.Fates[i]
			}
		}
		t.Fatal("nothing executed in the slot that the test tampers with")
		return nil
	}
	cases := map[string]struct {
		fault   verify.Fault
		reorder func(*auction.Selected)
		tamper  func(*sequencer.Attested)
	}{
		"a price below the bid": {fault: verify.FaultPrice, tamper: func(a *sequencer.Attested) {
			f := executed(a)
			f.Price = new(uint256.Int).SubUint64(f.Price, 1)
			refate(a)
		}},
		"a fee that was not due": {fault: verify.FaultPrice, tamper: func(a *sequencer.Attested) {
			f := executed(a)
			f.Fee = new(uint256.Int).AddUint64(f.Fee, 1)
			refate(a)
		}},
		"another order of winners": {fault: verify.FaultOrder, reorder: func(s *auction.Selected) {
			if len(s.Winners) > 1 {
				s.Winners[0], s.Winners[1] = s.Winners[1], s.Winners[0]
			}
		}},
		"a split that moves one wei": {fault: verify.FaultSplit, tamper: func(a *sequencer.Attested) {
			f := executed(a)
			f.Credits[0].Amount = new(uint256.Int).AddUint64(f.Credits[0].Amount, 1)
			f.Credits[1].Amount = new(uint256.Int).SubUint64(f.Credits[1].Amount, 1)
			refate(a)
		}},
		"a state root": {fault: verify.FaultState, tamper: func(a *sequencer.Attested) {
			heads := append([]builder.Head{}, a.Header.Heads...)
			heads[0].ClosedState[0] ^= 1
			a.Header.Heads = heads
		}},
		"a receipt": {fault: verify.FaultState, tamper: func(a *sequencer.Attested) {
			heads := append([]builder.Head{}, a.Header.Heads...)
			heads[1].ReceiptRoot[0] ^= 1
			a.Header.Heads = heads
		}},
		"a failure called a success": {fault: verify.FaultFate, tamper: func(a *sequencer.Attested) {
			for i := range a.Fates {
				if !a.Fates[i].Executed() {
					a.Fates[i].Reason = auction.Executed
				}
			}
			refate(a)
		}},
		"a bid that was left out of the batch root": {fault: verify.FaultBatch, tamper: func(a *sequencer.Attested) {
			a.Header.BatchRoot[0] ^= 1
		}},
		"a ledger": {fault: verify.FaultLedger, tamper: func(a *sequencer.Attested) { a.Header.LedgerRoot[0] ^= 1 }},
		"pairs":    {fault: verify.FaultPairs, tamper: func(a *sequencer.Attested) { a.Header.PairRoot[0] ^= 1 }},
		"an input that L1 does not have": {fault: verify.FaultQueue, tamper: func(a *sequencer.Attested) {
			a.Header.View.QueueHash[0] ^= 1
		}},
		"a time that goes back": {fault: verify.FaultContinuity, tamper: func(a *sequencer.Attested) { a.Header.Time = 1 }},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			play(w, func() {
				w.reorder = c.reorder
				done := false
				w.tamper = func(a *sequencer.Attested) {
					if c.tamper != nil && !done {
						c.tamper(a)
						done = true
					}
				}
			})
			report, err := verify.Run(t.Context(), w, open)
			require.ErrorIs(t, err, verify.ErrWrong)
			require.Equal(t, rollup.Slot(3), report.Findings[0].Slot)
			require.Contains(t, faults(report), c.fault, "%v", report.Findings)
		})
	}
}

// lenient executes as if every transaction might revert.
type lenient struct{ builder.Machine }

func (l lenient) Try(a builder.Attempt) (*builder.Outcome, error) {
	for _, leg := range a.Txs {
		for _, tx := range leg {
			a.Reverting[tx.Hash()] = true
		}
	}
	return l.Machine.Try(a)
}

// TestQuorumThatIncludesReversalsIsNamed is THREATS B4: a committee whose builder leaves out the check signs slots
// with transactions that reverted and were not allowed to.
func TestQuorumThatIncludesReversalsIsNamed(t *testing.T) {
	w := newWorldOn(t, func(m builder.Machine) builder.Machine { return lenient{m} })
	play(w, func() {})
	report, err := verify.Run(t.Context(), w, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Equal(t, rollup.Slot(2), report.Findings[0].Slot)
	require.Contains(t, faults(report), verify.FaultFate, "%v", report.Findings)
}

func faults(r *verify.Report) (out []verify.Fault) {
	for _, f := range r.Findings {
		out = append(out, f.Fault)
	}
	return out
}

// TestGreedyBatchIsNamed has a committee agree on more envelopes than its published parameters allow, as a whole
// and of one bidder.
func TestGreedyBatchIsNamed(t *testing.T) {
	for name, bound := range map[string]func(*rollup.Parameters){
		"gas of all":   func(p *rollup.Parameters) { p.BatchGas, p.BidderGas = 800_000, 800_000 },
		"bytes of all": func(p *rollup.Parameters) { p.BatchBytes = 2000 },
		"one bidder's": func(p *rollup.Parameters) { p.BidderGas = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			play(w, func() {})
			bounded := *w.constants.Parameters
			bound(&bounded)
			w.constants.Parameters = &bounded
			report, err := verify.Run(t.Context(), w, open)
			require.ErrorIs(t, err, verify.ErrWrong)
			require.Equal(t, rollup.Slot(2), report.Findings[0].Slot)
			require.Equal(t, []verify.Fault{verify.FaultBatch}, faults(report), "%v", report.Findings)
		})
	}
}

// TestOneByteOfThePosting flips one byte in many places of what L1 holds.
func TestOneByteOfThePosting(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	posting := w.postings[1]
	whole := append([]byte{}, posting.Data...)
	for i := 0; i < len(whole); i += 97 {
		posting.Data = append([]byte{}, whole...)
		posting.Data[i] ^= 1
		report, err := verify.Run(t.Context(), w, open)
		require.ErrorIs(t, err, verify.ErrWrong, "byte %d", i)
		require.Contains(t, faults(report), verify.FaultData)
	}
	posting.Data = whole
	posting.Signature[10] ^= 1
	report, err := verify.Run(t.Context(), w, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Contains(t, faults(report), verify.FaultSignature)
}

// TestSpoiltCalldataIsNamed reads an L1 that has lost the last posting's calldata: what came before is checked,
// and the rest is a finding, not a silence.
func TestSpoiltCalldataIsNamed(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	w.postings, w.spoilt = w.postings[:1], fmt.Errorf("transaction of slots 3 to 4: %w", verify.ErrData)
	report, err := verify.Run(t.Context(), w, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Equal(t, []verify.Fault{verify.FaultData}, faults(report))
	require.Equal(t, rollup.Slot(3), report.Findings[0].Slot)
	require.Equal(t, 2, report.Slots)
}

func TestSkippedSlotIsNamed(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	w.postings = w.postings[1:]
	report, err := verify.Run(t.Context(), w, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Contains(t, faults(report), verify.FaultContinuity)
}

func TestPaymentBeyondTheLedgerIsNamed(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	payout := common.BigToAddress(big.NewInt(901))
	account, ok := w.builder.Ledger().Account(payout)
	require.True(t, ok)
	w.paid[payout] = account.Credits.Clone()
	_, err := verify.Run(t.Context(), w, open)
	require.NoError(t, err, "the whole credit may be paid")
	w.paid[payout] = new(uint256.Int).AddUint64(account.Credits, 1)
	report, err := verify.Run(t.Context(), w, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Equal(t, []verify.Fault{verify.FaultPayment}, faults(report))
}

// late is an L1 whose last posting is there only when the verifier looks a second time, as on a network that runs.
type late struct {
	*world
	looked bool
}

func (l *late) Postings(ctx context.Context) ([]*sequencer.SignedPosting, error) {
	all, err := l.world.Postings(ctx)
	if !l.looked {
		l.looked = true
		return all[:len(all)-1], err
	}
	return all, err
}

// TestPaymentUnderAPostingOfTheMeantimeIsRight covers a network that posts and pays while it is verified.
func TestPaymentUnderAPostingOfTheMeantimeIsRight(t *testing.T) {
	w := newWorld(t)
	play(w, func() {})
	payout := common.BigToAddress(big.NewInt(901))
	account, ok := w.builder.Ledger().Account(payout)
	require.True(t, ok)
	w.paid[payout] = account.Credits.Clone()
	report, err := verify.Run(t.Context(), &late{world: w}, open)
	require.NoError(t, err, "%v", report)
	require.Equal(t, 2, report.Postings)
	w.paid[payout] = new(uint256.Int).AddUint64(account.Credits, 1)
	report, err = verify.Run(t.Context(), &late{world: w}, open)
	require.ErrorIs(t, err, verify.ErrWrong)
	require.Equal(t, []verify.Fault{verify.FaultPayment}, faults(report))
}
