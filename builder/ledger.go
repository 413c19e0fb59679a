package builder

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// ErrOverflow refuses deposits that together exceed 2^256−1 wei. L1 has no such amount.
var ErrOverflow = errors.New("deposits exceed 2^256-1 wei")

// Share is what the L1 registry says of one rollup's part in prices. Immutable.
type Share struct {
	Chain   rollup.ChainID `json:"chainId"`
	Payout  rollup.Address `json:"payout"` // zero: none yet, and the treasury stands in
	Weight  uint32         `json:"weight"` // in the split; zero until governance sets it
	Genesis rollup.Digest  `json:"genesisHash"`
	Reserve *uint256.Int   `json:"reserve"` // wei that it asks of each bundle with a bid that names it; never nil, below 2^96
}

// Ledger holds every account's money and every rollup's share. It is a deterministic value: equal histories
// give equal bytes. Σ Charges = Σ Credits, and Σ Deposits = Σ Charges + Σ Withdrawals + Σ balances, always.
// Only Builder.Execute changes one; a snapshot never changes and is safe for concurrent reads.
type Ledger struct {
	parameters *rollup.Parameters
	accounts   []*Account // ascending by address; records are replaced, never changed, so snapshots may share them
	shares     []Share    // ascending by chain
	total      *uint256.Int
	tree       []rollup.Digest // OpenZeppelin's array; nil when an account changed since
}

// NewLedger is the empty ledger of a network.
func NewLedger(p *rollup.Parameters) *Ledger { return &Ledger{parameters: p, total: new(uint256.Int)} }

// Snapshot is a copy that later changes do not reach. It costs a pointer per account.
func (l *Ledger) Snapshot() *Ledger {
	l.Root() // so that reading the copy writes nothing
	return l.copied()
}

// copied is a copy whose root may still have to be computed. Records are never changed in place, so it has them too.
func (l *Ledger) copied() *Ledger {
	return &Ledger{parameters: l.parameters, accounts: slices.Clone(l.accounts), shares: slices.Clone(l.shares), total: l.total, tree: l.tree}
}

// Account is the account's record, a copy; false if it never had money.
func (l *Ledger) Account(a rollup.Address) (Account, bool) {
	if i, ok := l.find(a); ok {
		return l.accounts[i].clone(), true
	}
	return newAccount(a), false
}

// Accounts are copies of all records, ascending by address.
func (l *Ledger) Accounts() []Account {
	out := make([]Account, len(l.accounts))
	for i, a := range l.accounts {
		out[i] = a.clone()
	}
	return out
}

// Share is what the registry says of a rollup; false if it said nothing so far.
func (l *Ledger) Share(chain rollup.ChainID) (Share, bool) {
	i, ok := l.findShare(chain)
	if !ok {
		return Share{Chain: chain, Reserve: new(uint256.Int)}, false
	}
	out := l.shares[i]
	out.Reserve = out.Reserve.Clone()
	return out, true
}

// Payout is the account that receives a rollup's credits: the treasury while the registry names none.
func (l *Ledger) Payout(chain rollup.ChainID) rollup.Address {
	if s, ok := l.Share(chain); ok && s.Payout != (rollup.Address{}) {
		return s.Payout
	}
	return l.parameters.Treasury
}

func (l *Ledger) find(a rollup.Address) (int, bool) {
	return slices.BinarySearchFunc(l.accounts, a, func(r *Account, a rollup.Address) int { return r.Address.Cmp(a) })
}

func (l *Ledger) findShare(chain rollup.ChainID) (int, bool) {
	return slices.BinarySearchFunc(l.shares, chain, func(s Share, c rollup.ChainID) int {
		switch {
		case s.Chain < c:
			return -1
		case s.Chain > c:
			return 1
		}
		return 0
	})
}

// change replaces an account's record by one that f has changed. f replaces numbers, it never writes into one.
func (l *Ledger) change(a rollup.Address, f func(*Account)) {
	i, ok := l.find(a)
	if !ok {
		fresh := newAccount(a)
		l.accounts = slices.Insert(l.accounts, i, &fresh)
	}
	next := *l.accounts[i]
	f(&next)
	l.accounts[i], l.tree = &next, nil
}

// reserve is the least that a bundle with a bid has to offer: the network's reserve, or what the rollups that
// its legs name ask together, each once, whichever is more. Below 2^96 each and 64 legs: no sum can wrap.
func (l *Ledger) reserve(legs []auction.Leg) *uint256.Int {
	sum, seen := new(uint256.Int), make(map[rollup.ChainID]bool, len(legs))
	for _, leg := range legs {
		if i, ok := l.findShare(leg.Chain); ok && !seen[leg.Chain] {
			seen[leg.Chain] = true
			sum.Add(sum, l.shares[i].Reserve)
		}
	}
	if sum.Lt(l.parameters.Reserve) {
		return l.parameters.Reserve.Clone()
	}
	return sum
}

// changeShare replaces what is said of a rollup by what f makes of it. f replaces numbers.
func (l *Ledger) changeShare(chain rollup.ChainID, f func(*Share)) {
	i, ok := l.findShare(chain)
	if !ok {
		l.shares = slices.Insert(l.shares, i, Share{Chain: chain, Reserve: new(uint256.Int)})
	}
	f(&l.shares[i])
}

// fees and escrow are balances for reading only.
func (l *Ledger) fees(a rollup.Address) *uint256.Int {
	if i, ok := l.find(a); ok {
		return l.accounts[i].Fees
	}
	return new(uint256.Int)
}

func (l *Ledger) escrow(a rollup.Address) *uint256.Int {
	if i, ok := l.find(a); ok {
		return l.accounts[i].Escrow
	}
	return new(uint256.Int)
}

// checkDeposits says whether all deposits among the payloads fit beside those before.
func (l *Ledger) checkDeposits(payloads []rollup.Payload) error {
	total := l.total.Clone()
	for _, p := range payloads {
		d, ok := p.(rollup.Deposit)
		if !ok {
			continue
		}
		for _, v := range []*uint256.Int{d.Escrow, d.Fees} {
			if _, over := total.AddOverflow(total, v); over {
				return ErrOverflow
			}
		}
	}
	return nil
}

func (l *Ledger) deposit(d rollup.Deposit) (entries []Entry) {
	sum := plus(d.Escrow, d.Fees)
	if sum.IsZero() {
		return nil
	}
	l.total = plus(l.total, sum)
	l.change(d.Account, func(a *Account) {
		a.Deposits, a.Escrow, a.Fees = plus(a.Deposits, sum), plus(a.Escrow, d.Escrow), plus(a.Fees, d.Fees)
	})
	entries = appendEntry(entries, Entry{Kind: EntryDeposit, Account: d.Account, Amount: d.Escrow})
	return appendEntry(entries, Entry{Kind: EntryFeeDeposit, Account: d.Account, Amount: d.Fees})
}

// withdraw debits what was asked or what is there, whichever is less, from each of the two balances.
func (l *Ledger) withdraw(w rollup.Withdrawal) (entries []Entry) {
	escrow, fees := lesser(l.escrow(w.Account), w.Escrow), lesser(l.fees(w.Account), w.Fees)
	sum := plus(escrow, fees)
	if sum.IsZero() {
		return nil
	}
	l.change(w.Account, func(a *Account) {
		a.Withdrawals, a.Escrow, a.Fees = plus(a.Withdrawals, sum), minus(a.Escrow, escrow), minus(a.Fees, fees)
	})
	entries = appendEntry(entries, Entry{Kind: EntryWithdrawal, Account: w.Account, Amount: escrow})
	return appendEntry(entries, Entry{Kind: EntryWithdrawal, Account: w.Account, Amount: fees})
}

// fee moves an envelope's opening fee from its bidder's fee balance, which covers it, to the treasury.
func (l *Ledger) fee(id rollup.Digest, bidder rollup.Address, amount *uint256.Int) (entries []Entry) {
	if amount.IsZero() {
		return nil
	}
	l.change(bidder, func(a *Account) { a.Charges, a.Fees = plus(a.Charges, amount), minus(a.Fees, amount) })
	entries = append(entries, Entry{Kind: EntryFee, Account: bidder, Fate: id, Amount: amount})
	return append(entries, l.credit(id, l.parameters.Treasury, 0, amount)...)
}

// charge takes a price from a payer's escrow, which covers it. Under second, with a reserve of nothing, it may be
// nothing.
func (l *Ledger) charge(id rollup.Digest, payer rollup.Address, price *uint256.Int) []Entry {
	if price.IsZero() {
		return nil
	}
	l.change(payer, func(a *Account) { a.Charges, a.Escrow = plus(a.Charges, price), minus(a.Escrow, price) })
	return []Entry{{Kind: EntryPrice, Account: payer, Fate: id, Amount: price}}
}

func (l *Ledger) credit(id rollup.Digest, account rollup.Address, chain rollup.ChainID, amount *uint256.Int) []Entry {
	if amount.IsZero() {
		return nil
	}
	l.change(account, func(a *Account) { a.Credits = plus(a.Credits, amount) })
	return []Entry{{Kind: EntryCredit, Account: account, Chain: chain, Fate: id, Amount: amount}}
}

// settle charges a winner's price and credits all of it: the protocol's part to the treasury and the others
// to the payout accounts of their rollups. It completes the fate. part sums to price.
func (l *Ledger) settle(f *Fate, price *uint256.Int, part division) []Entry {
	f.Price, f.Protocol = price, part.protocol
	entries := append(l.charge(f.Envelope, f.Payer, price), l.credit(f.Envelope, l.parameters.Treasury, 0, part.protocol)...)
	for _, p := range part.rollups {
		if p.Amount.IsZero() {
			continue
		}
		c := Credit{Chain: p.Chain, Account: l.Payout(p.Chain), Amount: p.Amount}
		f.Credits = append(f.Credits, c)
		entries = append(entries, l.credit(f.Envelope, c.Account, c.Chain, c.Amount)...)
	}
	return entries
}

func appendEntry(entries []Entry, e Entry) []Entry {
	if e.Amount.IsZero() {
		return entries
	}
	return append(entries, e)
}

// ledgerState is the ledger in a checkpoint.
type ledgerState struct {
	Accounts []*Account
	Shares   []Share
}

// state is what a checkpoint keeps; the total follows from it.
func (l *Ledger) state() ledgerState { return ledgerState{l.accounts, l.shares} }

// ErrLedger refuses an encoded ledger whose sums do not hold.
var ErrLedger = errors.New("ledger does not balance")

// restoreLedger checks the order and all laws of the sums before it believes an encoded ledger.
func restoreLedger(p *rollup.Parameters, s ledgerState) (*Ledger, error) {
	l := &Ledger{parameters: p, accounts: s.Accounts, shares: s.Shares, total: new(uint256.Int)}
	charges, credits, over := new(uint256.Int), new(uint256.Int), false
	add := func(sum, v *uint256.Int) {
		_, o := sum.AddOverflow(sum, v)
		over = over || o
	}
	for i, a := range s.Accounts {
		if i > 0 && s.Accounts[i-1].Address.Cmp(a.Address) >= 0 {
			return nil, fmt.Errorf("account %s: not ascending: %w", a.Address, ErrLedger)
		}
		used := new(uint256.Int)
		for _, v := range []*uint256.Int{a.Charges, a.Withdrawals, a.Fees, a.Escrow} {
			add(used, v)
		}
		if !used.Eq(a.Deposits) {
			return nil, fmt.Errorf("account %s: %w", a.Address, ErrLedger)
		}
		add(l.total, a.Deposits)
		add(charges, a.Charges)
		add(credits, a.Credits)
	}
	for i := range s.Shares {
		if i > 0 && s.Shares[i-1].Chain >= s.Shares[i].Chain {
			return nil, fmt.Errorf("rollup %s: not ascending: %w", s.Shares[i].Chain, ErrLedger)
		}
		if s.Shares[i].Reserve.BitLen() > 96 {
			return nil, fmt.Errorf("rollup %s: reserve of %d bits: %w", s.Shares[i].Chain, s.Shares[i].Reserve.BitLen(), ErrLedger)
		}
	}
	if over || !charges.Eq(credits) {
		return nil, fmt.Errorf("charges %s, credits %s: %w", charges, credits, ErrLedger)
	}
	return l, nil
}
