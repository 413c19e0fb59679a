package laws

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// charged checks one fate's money: the fee is what the classes ask, a price is owed if and only if the bundle
// executed, it is at most the bid, and its parts sum to it.
func (c *Checker) charged(slot rollup.Slot, fate *builder.Fate, content *Content) {
	if content != nil && content.Fee != nil {
		c.check(Conserved, slot, fate.Fee.Eq(content.Fee), "envelope %s paid a fee of %s, its classes ask %s", fate.Envelope, fate.Fee, content.Fee)
	}
	if !fate.Executed() {
		c.check(Conserved, slot, fate.Price.IsZero(), "bundle %s ended %s and paid %s", fate.Bundle, fate.Reason, fate.Price)
	} else if !fate.Bid.IsZero() {
		c.check(Conserved, slot, !fate.Price.IsZero(), "bundle %s executed with a bid of %s and paid nothing", fate.Bundle, fate.Bid)
	}
	if fate.Price.Gt(fate.Bid) {
		c.breaks(Conserved, slot, "bundle %s bid %s and paid %s", fate.Bundle, fate.Bid, fate.Price)
	}
	sum := new(uint256.Int).Set(fate.Protocol)
	for _, credit := range fate.Credits {
		sum.Add(sum, credit.Amount)
	}
	if !sum.Eq(fate.Price) {
		c.breaks(Conserved, slot, "bundle %s paid %s, of which %s was credited", fate.Bundle, fate.Price, sum)
	}
}

// balance is an account as the ledger's entries leave it, in wei.
type balance struct {
	fees, escrow, credits uint256.Int
	// merged says that the account withdrew. An entry does not say from which of the two balances, so that from
	// then on only their sum is followed, in escrow.
	merged bool
}

// Holds tells what an account has when the checker begins to be told, in wei. For a network that goes on.
func (c *Checker) Holds(account rollup.Address, fees, escrow, credits *uint256.Int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.balances[account] = &balance{fees: *fees, escrow: *escrow, credits: *credits}
}

// Entries tells the ledger's changes of a slot and what its fates say was charged. Slots are told in order.
func (c *Checker) Entries(slot rollup.Slot, entries []builder.Entry, fates []builder.Fate) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if slot <= c.entries {
		return // another member told it; that they are equal, law 3 says
	}
	c.entries = slot
	var fees, prices, credits uint256.Int
	feeOf := map[rollup.Digest]int{}
	for i := range entries {
		e := &entries[i]
		switch e.Kind {
		case builder.EntryFee:
			fees.Add(&fees, e.Amount)
			feeOf[e.Fate]++
		case builder.EntryPrice:
			prices.Add(&prices, e.Amount)
		case builder.EntryCredit:
			credits.Add(&credits, e.Amount)
		}
		c.apply(slot, e)
	}
	var charged, chargedFees uint256.Int
	for i := range fates {
		charged.Add(&charged, fates[i].Price)
		chargedFees.Add(&chargedFees, fates[i].Fee)
		if !fates[i].Fee.IsZero() && feeOf[fates[i].Envelope] != 1 {
			c.breaks(Conserved, slot, "envelope %s paid its fee %d times", fates[i].Envelope, feeOf[fates[i].Envelope])
		}
	}
	if len(fates) == 0 && len(entries) == 0 {
		return
	}
	income := new(uint256.Int).Add(&prices, &fees)
	c.check(Conserved, slot, prices.Eq(&charged) && fees.Eq(&chargedFees) && credits.Eq(income),
		"prices %s and fees %s were charged, fates say %s and %s, credited was %s", &prices, &fees, &charged, &chargedFees, &credits)
}

func (c *Checker) apply(slot rollup.Slot, e *builder.Entry) {
	b := c.balances[e.Account]
	if b == nil {
		b = new(balance)
		c.balances[e.Account] = b
	}
	fees := &b.fees
	if b.merged {
		fees = &b.escrow
	}
	under := false
	switch e.Kind {
	case builder.EntryDeposit:
		b.escrow.Add(&b.escrow, e.Amount)
	case builder.EntryFeeDeposit:
		fees.Add(fees, e.Amount)
	case builder.EntryFee:
		_, under = fees.SubOverflow(fees, e.Amount)
	case builder.EntryPrice:
		_, under = b.escrow.SubOverflow(&b.escrow, e.Amount)
	case builder.EntryCredit:
		b.credits.Add(&b.credits, e.Amount)
	case builder.EntryWithdrawal:
		if !b.merged {
			b.escrow.Add(&b.escrow, &b.fees)
			b.fees.Clear()
			b.merged = true
		}
		_, under = b.escrow.SubOverflow(&b.escrow, e.Amount)
	}
	if under {
		c.breaks(Conserved, slot, "account %s falls below zero by a %s of %s", e.Account, e.Kind, e.Amount)
	}
}

// Credits is what the ledger's entries credited to an account so far, in wei.
func (c *Checker) Credits(account rollup.Address) *uint256.Int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if b := c.balances[account]; b != nil {
		return new(uint256.Int).Set(&b.credits)
	}
	return new(uint256.Int)
}
