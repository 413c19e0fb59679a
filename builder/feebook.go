package builder

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// ErrFee refuses a batch in which an envelope's opening fee is not covered.
var ErrFee = errors.New("fee balance does not cover the opening fee")

// FeeBook follows the fee balances ahead of execution, so that the committee agrees only on batches whose
// fees are covered. A fee balance changes by deposits, withdrawals and opening fees alone, none of which
// depends on how anything executes: a book that saw the same queue items and envelopes in the same order has
// the balances that Execute will find, to the wei. Execute itself judges with one. Not safe for concurrent use.
type FeeBook struct {
	base     *Ledger // never changed
	balances map[rollup.Address]*uint256.Int
}

// NewFeeBook starts from a ledger, which may change afterwards without the book noticing.
func NewFeeBook(l *Ledger) *FeeBook {
	return &FeeBook{base: l.copied(), balances: make(map[rollup.Address]*uint256.Int)}
}

// Clone is a book that goes its own way from here, for trying what a batch would do.
func (f *FeeBook) Clone() *FeeBook {
	out := &FeeBook{base: f.base, balances: make(map[rollup.Address]*uint256.Int, len(f.balances))}
	for a, v := range f.balances {
		out.balances[a] = v
	}
	return out
}

// Balance is an account's fee balance in wei.
func (f *FeeBook) Balance(a rollup.Address) *uint256.Int {
	if v, ok := f.balances[a]; ok {
		return v.Clone()
	}
	return f.base.fees(a).Clone()
}

// Apply takes a slot's queue items, before its envelopes. On rollup.ErrQueuePayload for an item that
// cannot be read nothing has changed.
func (f *FeeBook) Apply(items []rollup.QueueItem) error {
	payloads, err := decodeItems(items)
	if err != nil {
		return err
	}
	return f.apply(payloads)
}

// apply fails on a kind that has no rule here: which of the fee balances it moves is then unknown.
func (f *FeeBook) apply(payloads []rollup.Payload) error {
	for _, p := range payloads {
		switch v := p.(type) {
		case rollup.Deposit:
			f.balances[v.Account] = plus(f.Balance(v.Account), v.Fees)
		case rollup.Withdrawal:
			had := f.Balance(v.Account)
			f.balances[v.Account] = minus(had, lesser(had, v.Fees))
		case rollup.Forced, rollup.Registration, rollup.Payout, rollup.Weight, rollup.Reserve: // no fee balance moves
		default:
			return noRule(p)
		}
	}
	return nil
}

// noRule says that this version does not know what a queue item does. ErrQueuePayload, as for one that it cannot read.
func noRule(p rollup.Payload) error {
	return fmt.Errorf("no rule for queue items of kind %s (%T): %w", p.QueueKind(), p, rollup.ErrQueuePayload)
}

// Covers says whether an envelope's fee is covered as things stand. It reserves nothing.
func (f *FeeBook) Covers(e *auction.Sealed) bool {
	return !f.Balance(e.Bidder).Lt(e.Fee(f.base.parameters))
}

// Reserve takes the fees of a committed batch. ErrFee names the first envelope that is not covered; then
// nothing has changed.
func (f *FeeBook) Reserve(envelopes []*auction.Sealed) error {
	taken := make(map[rollup.Address]*uint256.Int)
	for i, e := range envelopes {
		left, ok := taken[e.Bidder]
		if !ok {
			left = f.Balance(e.Bidder)
		}
		fee := e.Fee(f.base.parameters)
		if left.Lt(fee) {
			return fmt.Errorf("envelope %d: bidder %s has %s of %s wei: %w", i, e.Bidder, left.Dec(), fee.Dec(), ErrFee)
		}
		taken[e.Bidder] = minus(left, fee)
	}
	for a, v := range taken {
		f.balances[a] = v
	}
	return nil
}

// decodeItems decodes all payloads or none.
func decodeItems(items []rollup.QueueItem) ([]rollup.Payload, error) {
	out := make([]rollup.Payload, len(items))
	for i, item := range items {
		p, err := item.Decode()
		if err != nil {
			return nil, err
		}
		out[i] = p
	}
	return out, nil
}
