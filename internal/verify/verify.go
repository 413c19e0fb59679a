// Package verify re-derives the whole network from L1 alone.
//
// In come the registry's constants, the postings' calldata and the L1 queue; out comes a report of what was
// recomputed, or findings that name what was signed wrongly: a price, an order, a state, a split. It opens
// every batch with its published key, ranks, executes and divides again, and compares with what the committee
// signed. It never asks a server of the network, and trusts no signature for anything but who signed.
package verify

import (
	"context"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Constants are what the registry and the committee contract publish once.
type Constants struct {
	Network    rollup.Network
	Parameters *rollup.Parameters
	Genesis    []rollup.Genesis // by ascending chain, checked against the registry's hashes
	Group      threshold.PublicKey
}

// L1 is all that a verifier reads. Everything it answers is checked where it can be: items against the
// accumulator, data against the signed hash.
type L1 interface {
	// Constants reads the registry. It fails when a published file does not match its hash.
	Constants(ctx context.Context) (*Constants, error)
	// Items are the queue items from position from up to the view's.
	Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error)
	// Postings are all accepted postings in order, each with its calldata. Where one's calldata is not what the
	// inbox took, those before it come with an error that wraps ErrData, which becomes a finding.
	Postings(ctx context.Context) ([]*sequencer.SignedPosting, error)
}

// Payments reads what L1 paid out. L1 readers answer it beside L1.
type Payments interface {
	// Claimed is what the vault paid an account so far, in wei.
	Claimed(ctx context.Context, account rollup.Address) (*uint256.Int, error)
}

// Fault names what is wrong in a finding.
type Fault string

// The faults. What is checked by signature or hash comes first, what is recomputed after.
const (
	FaultData       Fault = "data"        // what was posted is not what was signed
	FaultSignature  Fault = "signature"   // not signed by the group
	FaultContinuity Fault = "continuity"  // a slot or posting does not follow the one before
	FaultKey        Fault = "opening key" // not the group's signature of the slot's identity
	FaultQueue      Fault = "l1 queue"    // consumed items that L1 does not have
	FaultBatch      Fault = "batch"       // envelopes that no honest committee takes, or another batch root
	FaultOrder      Fault = "order"       // winners ranked or executed in another order
	FaultFate       Fault = "fate"        // another reason than re-execution gives
	FaultPrice      Fault = "price"       // another price or fee
	FaultSplit      Fault = "split"       // the price divided otherwise
	FaultState      Fault = "state"       // another state, block hash or receipts
	FaultPairs      Fault = "pairs"       // triggers and actions accumulated otherwise
	FaultLedger     Fault = "ledger"      // another ledger root
	FaultPayment    Fault = "payment"     // L1 paid more than the ledger credits
	FaultUnexecuted Fault = "execution"   // the posted input cannot be executed at all
)

// Finding is one thing that is wrong, in words that name it.
type Finding struct {
	Slot   rollup.Slot `json:"slot"`
	Fault  Fault       `json:"fault"`
	Detail string      `json:"detail"`
}

func (f Finding) String() string {
	return fmt.Sprintf("slot %d: wrong %s: %s", f.Slot, f.Fault, f.Detail)
}

// Report says what was recomputed and what was found.
type Report struct {
	Network   rollup.Network `json:"network"`
	Postings  int            `json:"postings"`
	Slots     int            `json:"slots"`
	Envelopes int            `json:"envelopes"`
	Executed  int            `json:"executed"`
	Blocks    int            `json:"blocks"`
	Charged   *uint256.Int   `json:"charged"` // wei, prices of all executed bundles
	Fees      *uint256.Int   `json:"fees"`    // wei
	LastRoot  rollup.Digest  `json:"lastHeader"`
	Findings  []Finding      `json:"findings"`
	Paid      *uint256.Int   `json:"paid"` // wei that L1 paid out to accounts of the ledger
}

// ErrWrong is returned with a report that has findings.
var ErrWrong = errors.New("what the committee signed is not what its inputs give")

// ErrData says that an L1 transaction does not carry what the inbox took.
var ErrData = errors.New("the calldata is not what was posted")

// OpenRollups makes fresh rollup states from genesis files, to execute on.
type OpenRollups func(genesis []rollup.Genesis) (builder.Machine, error)

// Run reads everything from l1 and checks it. It stops at the first slot with findings, since what follows a
// wrong slot is wrong by inheritance. The report is never nil once constants could be read.
func Run(ctx context.Context, l1 L1, open OpenRollups) (*Report, error) {
	constants, err := l1.Constants(ctx)
	if err != nil {
		return nil, fmt.Errorf("read the registry: %w", err)
	}
	rollups, err := open(constants.Genesis)
	if err != nil {
		return nil, fmt.Errorf("open rollups from genesis: %w", err)
	}
	v := &verifier{
		l1: l1, constants: constants, builder: builder.New(constants.Parameters, constants.Network, rollups),
		report: &Report{Network: constants.Network, Charged: new(uint256.Int), Fees: new(uint256.Int), Paid: new(uint256.Int), Findings: []Finding{}},
	}
	if err := v.postings(ctx); err != nil {
		return v.report, err
	}
	if payments, ok := l1.(Payments); ok {
		if err := v.payments(ctx, payments); err != nil {
			return v.report, err
		}
	}
	if len(v.report.Findings) > 0 {
		return v.report, ErrWrong
	}
	return v.report, nil
}

// verifier walks the postings; previous and view are those of the last checked posting and slot.
type verifier struct {
	l1        L1
	constants *Constants
	builder   *builder.Builder
	report    *Report
	checked   int           // postings
	previous  rollup.Digest // Root of the last posting
	next      rollup.Slot   // the slot that must come next, 1 at first
	parent    rollup.Digest // Root of the last header
	time      uint64        // its time, ms
	view      rollup.L1View // its view
}

func (v *verifier) find(slot rollup.Slot, fault Fault, format string, args ...any) {
	v.report.Findings = append(v.report.Findings, Finding{Slot: slot, Fault: fault, Detail: fmt.Sprintf(format, args...)})
}

// postings reads L1 and checks what was posted since it last did. ErrWrong if something is.
func (v *verifier) postings(ctx context.Context) error {
	all, spoilt := v.l1.Postings(ctx)
	if spoilt != nil && !errors.Is(spoilt, ErrData) {
		return fmt.Errorf("read postings: %w", spoilt)
	}
	for _, posting := range all[min(len(all), v.checked):] {
		if err := v.posting(ctx, posting); err != nil {
			return err
		}
		if len(v.report.Findings) > 0 {
			return ErrWrong
		}
		v.checked++
	}
	if spoilt != nil {
		v.find(v.next+1, FaultData, "%v", spoilt)
		return ErrWrong
	}
	return nil
}

// posting checks one posting's frame, then each of its slots.
func (v *verifier) posting(ctx context.Context, signed *sequencer.SignedPosting) error {
	p := &signed.Posting
	root := p.SigningRoot()
	if err := threshold.Verify(v.constants.Group, threshold.AttestationTag, root[:], signed.Signature); err != nil {
		v.find(p.First, FaultSignature, "posting of slots %d to %d: %v", p.First, p.Last, err)
	}
	if p.Previous != v.previous || p.First != v.next+1 {
		v.find(p.First, FaultContinuity, "posting begins at slot %d after %s, want slot %d after %s", p.First, p.Previous, v.next+1, v.previous)
	}
	if crypto.Keccak256Hash(signed.Data) != p.DataHash {
		v.find(p.First, FaultData, "calldata hashes to %s, the committee signed %s", crypto.Keccak256Hash(signed.Data), p.DataHash)
	}
	if len(v.report.Findings) > 0 {
		return nil
	}
	slots, err := sequencer.DecodePostingData(signed.Data)
	if err != nil {
		v.find(p.First, FaultData, "%v", err)
		return nil
	}
	for _, slot := range slots {
		if err := v.slot(ctx, slot); err != nil {
			return err
		}
		if len(v.report.Findings) > 0 {
			return nil
		}
	}
	if v.next != p.Last || v.parent != p.LastHeader {
		v.find(p.Last, FaultContinuity, "data ends with slot %d %s, the posting says slot %d %s", v.next, v.parent, p.Last, p.LastHeader)
	}
	last := slots[len(slots)-1].Header
	if p.LedgerRoot != last.LedgerRoot {
		v.find(p.Last, FaultLedger, "posting has ledger root %s, its last header %s", p.LedgerRoot, last.LedgerRoot)
	}
	if p.PairRoot != last.PairRoot {
		v.find(p.Last, FaultPairs, "posting has pair root %s, its last header %s", p.PairRoot, last.PairRoot)
	}
	if p.View != last.View {
		v.find(p.Last, FaultQueue, "posting has another L1 view than its last header")
	}
	v.previous = p.Root()
	v.report.Postings++
	return nil
}

// slot checks one attested slot and executes it again.
func (v *verifier) slot(ctx context.Context, a *sequencer.Attested) error {
	h := &a.Header
	if err := a.Verify(v.constants.Group); err != nil {
		v.find(h.Slot, FaultSignature, "%v", err)
	}
	if h.Slot != v.next+1 || h.Parent != v.parent || h.Time < v.time || h.Network != v.constants.Network {
		v.find(h.Slot, FaultContinuity, "slot %d at %d ms on %s does not follow slot %d at %d ms on %s", h.Slot, h.Time, h.Parent, v.next, v.time, v.parent)
	}
	identity := auction.Identity(h.Network, h.Slot)
	if err := threshold.Verify(v.constants.Group, threshold.OpeningTag, identity, a.Key); err != nil {
		v.find(h.Slot, FaultKey, "%v", err)
	}
	if len(v.report.Findings) > 0 {
		return nil
	}
	input, err := v.input(ctx, a)
	if err != nil || input == nil {
		return err
	}
	executed, err := v.builder.Execute(*input)
	if err != nil {
		v.find(h.Slot, FaultUnexecuted, "%v", err)
		return nil
	}
	v.report.Findings = append(v.report.Findings, compare(a, executed)...)
	v.count(executed)
	v.next, v.parent, v.time, v.view = h.Slot, h.Root(), h.Time, h.View
	v.report.LastRoot = v.parent
	return nil
}

// input rebuilds what the slot was executed from; nil after a finding.
func (v *verifier) input(ctx context.Context, a *sequencer.Attested) (*builder.Input, error) {
	h := &a.Header
	var items []rollup.QueueItem
	if h.View.Number < v.view.Number || h.View.QueuePosition < v.view.QueuePosition {
		v.find(h.Slot, FaultQueue, "the L1 view goes back from block %d to %d", v.view.Number, h.View.Number)
		return nil, nil
	}
	if h.View.QueuePosition > v.view.QueuePosition {
		var err error
		if items, err = v.l1.Items(ctx, v.view.QueuePosition, h.View); err != nil {
			return nil, fmt.Errorf("read queue items of slot %d: %w", h.Slot, err)
		}
	}
	if err := rollup.CheckQueue(v.view.QueuePosition, v.view.QueueHash, items, h.View); err != nil {
		v.find(h.Slot, FaultQueue, "%v", err)
		return nil, nil
	}
	batch := &auction.Batch{Network: h.Network, Slot: h.Slot}
	for i, raw := range a.Envelopes {
		envelope, err := auction.DecodeSealed(raw)
		if err == nil {
			err = envelope.Check(v.constants.Parameters, h.Network)
		}
		if err == nil && envelope.Slot != h.Slot {
			err = fmt.Errorf("sealed for slot %d", envelope.Slot)
		}
		if err != nil {
			v.find(h.Slot, FaultBatch, "envelope %d: %v", i, err)
			return nil, nil
		}
		batch.Envelopes = append(batch.Envelopes, envelope)
	}
	if err := batch.CheckShape(v.constants.Parameters); err != nil {
		v.find(h.Slot, FaultBatch, "%v", err)
		return nil, nil
	}
	// The seeds are those from which the posting's reader made the ciphertexts.
	opened, err := auction.OpenKnowing(batch, a.Key, v.constants.Parameters.Rollups, a.Seeds)
	if err != nil {
		v.find(h.Slot, FaultKey, "%v", err)
		return nil, nil
	}
	return &builder.Input{
		Slot: h.Slot, Time: h.Time, View: h.View, Items: items, Key: a.Key,
		Selected: auction.Select(opened, v.constants.Parameters, a.Key),
	}, nil
}

func (v *verifier) count(e *builder.Executed) {
	v.report.Slots++
	v.report.Blocks += len(e.Closed)
	for i := range e.Fates {
		f := &e.Fates[i]
		v.report.Envelopes++
		v.report.Fees.Add(v.report.Fees, f.Fee)
		if f.Executed() {
			v.report.Executed++
			v.report.Charged.Add(v.report.Charged, f.Price)
		}
	}
}

// payments checks that L1 paid nobody more than the ledger at the last posted slot owes. A network that runs pays
// while this reads: so what it paid is read first and then what was posted meanwhile, under which it was owed.
func (v *verifier) payments(ctx context.Context, l1 Payments) error {
	claimed := make(map[rollup.Address]*uint256.Int)
	for _, account := range v.builder.Ledger().Accounts() {
		paid, err := l1.Claimed(ctx, account.Address)
		if err != nil {
			return fmt.Errorf("read what %s was paid: %w", account.Address, err)
		}
		claimed[account.Address] = paid
		v.report.Paid.Add(v.report.Paid, paid)
	}
	if err := v.postings(ctx); err != nil {
		return err
	}
	for _, account := range v.builder.Ledger().Accounts() {
		paid, asked := claimed[account.Address] // one that had no account before this last look was not asked for
		owed := new(uint256.Int).Add(account.Credits, account.Withdrawals)
		if asked && paid.Gt(owed) {
			v.find(v.next, FaultPayment, "L1 paid %s wei to %s, the ledger owes %s", paid.Dec(), account.Address, owed.Dec())
		}
	}
	return nil
}
