package evm

import (
	"slices"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
)

// place is an account, or one of its storage slots.
type place struct {
	account common.Address
	storage bool
	slot    common.Hash
}

// observer is a state that remembers what was read and written through it, whatever is reverted later. Left out is
// what commutes between attempts: the coinbase's balance, the system account, ChoraleSystem's account (its balance
// only ever grows) and its accumulators.
type observer struct {
	vm.StateDB
	coinbase      common.Address
	accumulators  map[common.Hash]bool // slots of ChoraleSystem
	reads, writes map[place]struct{}
}

func newObserver(c *chain) *observer {
	o := &observer{StateDB: c.open.view, coinbase: c.open.header.Coinbase, accumulators: make(map[common.Hash]bool)}
	for _, p := range c.pairs {
		for _, slot := range []common.Hash{p.trigRoot, p.trigCount, p.actRoot, p.actCount} {
			o.accumulators[slot] = true
		}
	}
	o.reads, o.writes = make(map[place]struct{}), make(map[place]struct{})
	return o
}

// accesses lists places by account and slot.
func accesses(chain rollup.ChainID, places map[place]struct{}, out []builder.Access) []builder.Access {
	from := len(out)
	for p := range places {
		out = append(out, builder.Access{Chain: chain, Account: p.account, Storage: p.storage, Slot: p.slot})
	}
	slices.SortFunc(out[from:], builder.Access.Compare) // the map's order reaches nobody
	return out
}

func (o *observer) readAccount(a common.Address) {
	if a != predeploy.SystemAccount && a != predeploy.Address {
		o.reads[place{account: a}] = struct{}{}
	}
}

func (o *observer) writeAccount(a common.Address) {
	if a != predeploy.SystemAccount && a != predeploy.Address {
		o.writes[place{account: a}] = struct{}{}
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

func (o *observer) skips(a common.Address, slot common.Hash) bool {
	return a == predeploy.Address && o.accumulators[slot]
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
	o.readSlot(a, slot)
	return o.StateDB.GetState(a, slot)
}

func (o *observer) GetStateAndCommittedState(a common.Address, slot common.Hash) (now, before common.Hash) {
	o.readSlot(a, slot)
	return o.StateDB.GetStateAndCommittedState(a, slot)
}

func (o *observer) readSlot(a common.Address, slot common.Hash) {
	if !o.skips(a, slot) {
		o.reads[place{a, true, slot}] = struct{}{}
	}
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
	if before != value && !o.skips(a, slot) {
		o.writes[place{a, true, slot}] = struct{}{}
	}
	return before
}

func (o *observer) SelfDestruct(a common.Address) {
	o.writeAccount(a)
	o.StateDB.SelfDestruct(a)
}
