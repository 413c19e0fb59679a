package evm

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/holiman/uint256"
)

// pending reads an open block's finalised state as the base of an overlay.
type pending struct{ db *state.StateDB }

// Account is the account as it stands after the last attempt that was merged; nil if there is none.
func (p pending) Account(addr common.Address) (*types.StateAccount, error) {
	if !p.db.Exist(addr) {
		return nil, p.db.Error()
	}
	return &types.StateAccount{
		Nonce:    p.db.GetNonce(addr),
		Balance:  p.db.GetBalance(addr).Clone(),
		Root:     p.db.GetStorageRoot(addr),
		CodeHash: p.db.GetCodeHash(addr).Bytes(),
	}, p.db.Error()
}

// Storage is the slot's value there.
func (p pending) Storage(addr common.Address, slot common.Hash) (common.Hash, error) {
	return p.db.GetState(addr, slot), p.db.Error()
}

// Has says whether the code is there.
func (p pending) Has(addr common.Address, hash common.Hash) bool { return p.CodeSize(addr, hash) > 0 }

// Code is the account's code, or code of that hash that the account had when the block began.
func (p pending) Code(addr common.Address, hash common.Hash) []byte {
	if p.db.GetCodeHash(addr) == hash {
		return p.db.GetCode(addr)
	}
	return p.db.Reader().Code(addr, hash)
}

// CodeSize is its length in bytes.
func (p pending) CodeSize(addr common.Address, hash common.Hash) int { return len(p.Code(addr, hash)) }

// overlay is a throw-away state over an open block's: the other way to execute an attempt, slower and plainer, with
// which the recorder's is compared. It is an ordinary StateDB, so transactions finalise in it as they would in the
// block, and it remembers which accounts and slots were written, reverted writes included.
type overlay struct {
	vm.StateDB
	base    *state.StateDB
	touched []common.Address // in order of first write
	slots   map[common.Address]map[common.Hash]struct{}
}

// TryOnOverlays is Try, on overlays: those of a failed attempt are forgotten, the others merged. Marks do not see what
// it did.
func (m *Machine) TryOnOverlays(a builder.Attempt) (*builder.Outcome, error) {
	bases, overlays := make([]*openBlock, len(m.chains)), make([]*overlay, len(m.chains))
	for i, c := range m.chains {
		base := c.open
		sdb, err := state.NewWithReader(c.head.Load().Root, c.states, pending{base.state.StateDB})
		if err != nil {
			return nil, err
		}
		o, pool, n := *base, *base.pool, len(base.txs)
		o.state, o.pool = &recorder{StateDB: sdb}, &pool
		o.txs, o.receipts = base.txs[:n:n], base.receipts[:n:n]
		overlays[i] = &overlay{StateDB: o.state, base: base.state.StateDB, slots: make(map[common.Address]map[common.Hash]struct{})}
		o.view = overlays[i]
		c.open, bases[i] = &o, base
	}
	out, err := m.Try(a)
	for i, c := range m.chains {
		over := c.open
		c.open = bases[i]
		if err != nil || out.Reason != auction.Executed {
			continue
		}
		overlays[i].merge()
		bases[i].state.StateDB.Finalise(c.rules)
		*bases[i].pool, bases[i].actionGas = *over.pool, over.actionGas
		bases[i].txs, bases[i].receipts = over.txs, over.receipts
	}
	return out, err
}

func (o *overlay) mark(addr common.Address) {
	if _, ok := o.slots[addr]; !ok {
		o.slots[addr] = nil
		o.touched = append(o.touched, addr)
	}
}

// The writes of vm.StateDB.

func (o *overlay) CreateAccount(addr common.Address) {
	o.mark(addr)
	o.StateDB.CreateAccount(addr)
}

func (o *overlay) CreateContract(addr common.Address) {
	o.mark(addr)
	o.StateDB.CreateContract(addr)
}

func (o *overlay) SubBalance(addr common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	o.mark(addr)
	return o.StateDB.SubBalance(addr, amount, reason)
}

func (o *overlay) AddBalance(addr common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	o.mark(addr)
	return o.StateDB.AddBalance(addr, amount, reason)
}

func (o *overlay) SetNonce(addr common.Address, nonce uint64, reason tracing.NonceChangeReason) {
	o.mark(addr)
	o.StateDB.SetNonce(addr, nonce, reason)
}

func (o *overlay) SetCode(addr common.Address, code []byte, reason tracing.CodeChangeReason) []byte {
	o.mark(addr)
	return o.StateDB.SetCode(addr, code, reason)
}

func (o *overlay) SetState(addr common.Address, slot, value common.Hash) common.Hash {
	o.mark(addr)
	slots := o.slots[addr]
	if slots == nil {
		slots = make(map[common.Hash]struct{})
		o.slots[addr] = slots
	}
	slots[slot] = struct{}{}
	return o.StateDB.SetState(addr, slot, value)
}

func (o *overlay) SelfDestruct(addr common.Address) {
	o.mark(addr)
	o.StateDB.SelfDestruct(addr)
}

// merge writes what the overlay's finalised transactions left into the open block's state, which is to be finalised
// then.
//
// Comparing each written account and slot suffices, because nothing else can differ: since Cancun (EIP-6780) and
// EIP-161 an account goes only if it was created in the same transaction or is empty, and neither has storage in
// base (parseGenesis refuses the one exception, storage under an empty account). So an account that is gone, or
// gone and back, has no slot that was not written here. Each account's result stands alone: order does not matter.
func (o *overlay) merge() {
	for _, addr := range o.touched {
		if !o.Exist(addr) {
			if o.base.Exist(addr) {
				o.base.SelfDestruct(addr)
			}
			continue
		}
		if n := o.GetNonce(addr); n != o.base.GetNonce(addr) {
			o.base.SetNonce(addr, n, tracing.NonceChangeUnspecified)
		}
		if b := o.GetBalance(addr); !b.Eq(o.base.GetBalance(addr)) {
			o.base.SetBalance(addr, b.Clone(), tracing.BalanceChangeUnspecified)
		}
		if h := codeHash(o, addr); h != codeHash(o.base, addr) {
			o.base.SetCode(addr, o.GetCode(addr), tracing.CodeChangeUnspecified)
		}
		for slot := range o.slots[addr] {
			o.base.SetState(addr, slot, o.GetState(addr, slot))
		}
	}
}

// codeHash is the hash of the account's code, that of no code where there is no account.
func codeHash(db vm.StateDB, addr common.Address) common.Hash {
	if h := db.GetCodeHash(addr); h != (common.Hash{}) {
		return h
	}
	return types.EmptyCodeHash
}
