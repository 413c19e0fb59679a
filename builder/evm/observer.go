package evm

import (
	"slices"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
)

// observer is a state that remembers what was read and written through it, whatever is reverted later. Left out is
// what commutes between attempts: the coinbase's balance, the system account, ChoraleSystem's account (its balance
// only ever grows) and its accumulators.
type observer struct {
	vm.StateDB
	chain    *chain
	coinbase common.Address
	prints   map[common.Address]*footprint
	order    []*footprint // by first access
	last     *footprint   // most accesses are of the account that the one before was of
	spare    []*footprint // of earlier attempts
	sorted   []common.Hash
}

// footprint is what was done to one account and to its slots.
type footprint struct {
	account   common.Address
	unnoticed bool // of its account
	done      uint8
	slots     map[common.Hash]uint8
}

const (
	read uint8 = 1 << iota
	written
)

// observe begins to observe the open block for one attempt.
func (c *chain) observe() *observer {
	if c.observer == nil {
		c.observer = &observer{chain: c, prints: make(map[common.Address]*footprint)}
	}
	o := c.observer
	o.StateDB, o.coinbase, o.last = c.open.view, c.open.header.Coinbase, nil
	clear(o.prints)
	for _, f := range o.order {
		if len(f.slots) < 1<<10 { // clearing a map costs what it once held
			clear(f.slots)
			o.spare = append(o.spare, f)
		}
	}
	o.order = o.order[:0]
	return o
}

func (o *observer) at(a common.Address) *footprint {
	if o.last != nil && o.last.account == a {
		return o.last
	}
	f := o.prints[a]
	if f == nil {
		if n := len(o.spare); n > 0 {
			f, o.spare = o.spare[n-1], o.spare[:n-1]
		} else {
			f = &footprint{slots: make(map[common.Hash]uint8)}
		}
		f.account, f.done, f.unnoticed = a, 0, a == predeploy.SystemAccount || a == predeploy.Address
		o.prints[a] = f
		o.order = append(o.order, f)
	}
	o.last = f
	return f
}

// report adds to an outcome what was read and written, by account and slot: no map's order reaches it.
func (o *observer) report(out *builder.Outcome) {
	note := func(done uint8, a builder.Access) {
		if done&read != 0 {
			out.Reads = append(out.Reads, a)
		}
		if done&written != 0 {
			out.Writes = append(out.Writes, a)
		}
	}
	slices.SortFunc(o.order, func(a, b *footprint) int { return a.account.Cmp(b.account) })
	for _, f := range o.order {
		if !f.unnoticed {
			note(f.done, builder.Access{Chain: o.chain.id, Account: f.account})
		}
		o.sorted = o.sorted[:0]
		for slot := range f.slots {
			if f.account != predeploy.Address || !o.chain.accumulators[slot] {
				o.sorted = append(o.sorted, slot)
			}
		}
		slices.SortFunc(o.sorted, common.Hash.Cmp)
		for _, slot := range o.sorted {
			note(f.slots[slot], builder.Access{Chain: o.chain.id, Account: f.account, Storage: true, Slot: slot})
		}
	}
}

func (o *observer) readAccount(a common.Address) { o.at(a).done |= read }

func (o *observer) writeAccount(a common.Address) { o.at(a).done |= written }

func (o *observer) slot(a common.Address, slot common.Hash, done uint8) {
	f := o.at(a)
	if was := f.slots[slot]; was&done == 0 {
		f.slots[slot] = was | done
	}
}

// readBalance notes a read to which only the coinbase's balance could matter.
func (o *observer) readBalance(a common.Address) {
	if a != o.coinbase {
		o.readAccount(a)
	}
}

func (o *observer) writeBalance(a common.Address, amount *uint256.Int) {
	if a != o.coinbase && !amount.IsZero() {
		o.writeAccount(a)
	}
}

// The reads of vm.StateDB.

func (o *observer) Exist(a common.Address) bool {
	o.readBalance(a)
	return o.StateDB.Exist(a)
}

func (o *observer) Empty(a common.Address) bool {
	o.readBalance(a)
	return o.StateDB.Empty(a)
}

func (o *observer) GetBalance(a common.Address) *uint256.Int {
	o.readBalance(a)
	return o.StateDB.GetBalance(a)
}

func (o *observer) GetNonce(a common.Address) uint64 {
	o.readAccount(a)
	return o.StateDB.GetNonce(a)
}

func (o *observer) GetCodeHash(a common.Address) common.Hash {
	o.readAccount(a)
	return o.StateDB.GetCodeHash(a)
}

func (o *observer) GetCode(a common.Address) []byte {
	o.readAccount(a)
	return o.StateDB.GetCode(a)
}

func (o *observer) GetCodeSize(a common.Address) int {
	o.readAccount(a)
	return o.StateDB.GetCodeSize(a)
}

func (o *observer) GetState(a common.Address, slot common.Hash) common.Hash {
	o.slot(a, slot, read)
	return o.StateDB.GetState(a, slot)
}

func (o *observer) GetStateAndCommittedState(a common.Address, slot common.Hash) (now, before common.Hash) {
	o.slot(a, slot, read)
	return o.StateDB.GetStateAndCommittedState(a, slot)
}

// Its writes.

func (o *observer) CreateAccount(a common.Address) {
	if a != o.coinbase { // it has neither nonce nor code then
		o.writeAccount(a)
	}
	o.StateDB.CreateAccount(a)
}

func (o *observer) CreateContract(a common.Address) {
	o.writeAccount(a)
	o.StateDB.CreateContract(a)
}

func (o *observer) SubBalance(a common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	o.writeBalance(a, amount)
	return o.StateDB.SubBalance(a, amount, reason)
}

func (o *observer) AddBalance(a common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	o.writeBalance(a, amount)
	return o.StateDB.AddBalance(a, amount, reason)
}

func (o *observer) SetNonce(a common.Address, n uint64, reason tracing.NonceChangeReason) {
	o.writeAccount(a)
	o.StateDB.SetNonce(a, n, reason)
}

func (o *observer) SetCode(a common.Address, c []byte, reason tracing.CodeChangeReason) []byte {
	o.writeAccount(a)
	return o.StateDB.SetCode(a, c, reason)
}

func (o *observer) SetState(a common.Address, slot, value common.Hash) common.Hash {
	before := o.StateDB.SetState(a, slot, value)
	if before != value {
		o.slot(a, slot, written)
	}
	return before
}

func (o *observer) SelfDestruct(a common.Address) {
	o.writeAccount(a)
	o.StateDB.SelfDestruct(a)
}
