package evm

import (
	"bytes"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/types/bal"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// recorder is an open block's state as the EVM writes to it. It notes what each write replaced, so that transactions
// can be taken back after they were finalised, when the state's own journal is gone.
//
// Of the notes for one value the first is written back, and the state is finalised again. That suffices, because of
// three rules that hold from genesis (parseGenesis sees to what is not the protocol's):
//
//   - No account is ever empty at the end of a transaction (EIP-161). One that did not exist has all its values back at
//     zero, is empty, and goes when the state is finalised; nobody needs to note that it did not exist.
//   - An account goes only if it was created in the same transaction (EIP-6780) or is empty. What vanishes with it had
//     its first write in that transaction; its balance is written to zero before it goes, paid out or burnt.
//   - An account with storage has a nonce or code, so neither it nor its storage vanishes unwritten.
//
// Logs are kept here as well, since a state keeps those of transactions that were taken back.
type recorder struct {
	*state.StateDB
	slots     []slotNote
	accounts  []accountNote
	snapshots []snapshot // by the state's ids, which count up from zero after each Finalise
	logs      []*types.Log
	hash      common.Hash // of the transaction under way
	index     uint        // its place in the block

	seenSlots  map[slotKey]struct{} // of back, empty otherwise
	seenFields map[fieldKey]struct{}
}

// slotNote is what a storage slot held at a moment: as a note, before a write.
type slotNote struct {
	account     common.Address
	slot, value common.Hash
}

type field uint8

const (
	balance field = iota
	nonce
	code
)

// accountNote is what a field of an account was at a moment: as a note, before a write.
type accountNote struct {
	account common.Address
	field   field
	number  uint256.Int // the balance in wei, or the nonce
	code    []byte
}

type slotKey struct {
	account common.Address
	slot    common.Hash
}

type fieldKey struct {
	account common.Address
	field   field
}

// values are what slots and fields held at a moment, each once.
type values struct {
	slots    []slotNote
	accounts []accountNote
}

// position is a length of the notes.
type position struct{ slots, accounts int }

// snapshot is what the recorder held when the state's snapshot was taken.
type snapshot struct {
	position
	logs int
}

func (r *recorder) position() position { return position{len(r.slots), len(r.accounts)} }

// forget drops all notes: nothing before now can be taken back any more.
func (r *recorder) forget() { r.slots, r.accounts = r.slots[:0], r.accounts[:0] }

// back takes back what was written since the notes had that length. The state must be finalised, and is afterwards. Of
// the notes for one value the first decides: it is written once, however often it changed.
func (r *recorder) back(to position, rules params.Rules) {
	if r.seenSlots == nil {
		r.seenSlots, r.seenFields = make(map[slotKey]struct{}), make(map[fieldKey]struct{})
	}
	for i := to.slots; i < len(r.slots); i++ {
		n := &r.slots[i]
		key := slotKey{n.account, n.slot}
		if _, seen := r.seenSlots[key]; seen {
			continue
		}
		r.seenSlots[key] = struct{}{}
		if r.GetState(n.account, n.slot) != n.value { // an account that is gone has no slot to write
			r.StateDB.SetState(n.account, n.slot, n.value)
		}
	}
	for i := to.accounts; i < len(r.accounts); i++ {
		n := &r.accounts[i]
		key := fieldKey{n.account, n.field}
		if _, seen := r.seenFields[key]; seen {
			continue
		}
		r.seenFields[key] = struct{}{}
		r.write(n)
	}
	if len(r.slots)+len(r.accounts) > 1<<14 { // clearing a map costs what it once held
		r.seenSlots, r.seenFields = nil, nil
	}
	clear(r.seenSlots)
	clear(r.seenFields)
	r.truncate(to)
	r.Finalise(rules)
}

// valuesSince are what everything holds now that was written since the notes had that length: each slot and field once, in
// the order of its first note.
func (r *recorder) valuesSince(since position) (out values) {
	slots, fields := make(map[slotKey]struct{}), make(map[fieldKey]struct{})
	for i := since.slots; i < len(r.slots); i++ {
		n := &r.slots[i]
		key := slotKey{n.account, n.slot}
		if _, seen := slots[key]; !seen {
			slots[key] = struct{}{}
			out.slots = append(out.slots, slotNote{n.account, n.slot, r.GetState(n.account, n.slot)})
		}
	}
	for i := since.accounts; i < len(r.accounts); i++ {
		n := &r.accounts[i]
		key := fieldKey{n.account, n.field}
		if _, seen := fields[key]; !seen {
			fields[key] = struct{}{}
			out.accounts = append(out.accounts, r.value(n.account, n.field))
		}
	}
	return out
}

// value notes what a field of an account holds now.
func (r *recorder) value(a common.Address, f field) accountNote {
	n := accountNote{account: a, field: f}
	switch f {
	case balance:
		n.number = *r.GetBalance(a)
	case nonce:
		n.number = uint256.Int{r.GetNonce(a)}
	case code:
		n.code = r.GetCode(a)
	}
	return n
}

// again writes values, where they are not there already, and notes what they replace. The state must be finalised, and
// is afterwards: what holds for going back holds for going there again, since a value is that after a transaction.
func (r *recorder) again(w values, rules params.Rules) {
	for i := range w.accounts {
		to := &w.accounts[i]
		now := r.value(to.account, to.field)
		if now.number == to.number && bytes.Equal(now.code, to.code) {
			continue
		}
		r.accounts = append(r.accounts, now)
		r.write(to)
	}
	for _, to := range w.slots {
		if r.GetState(to.account, to.slot) != to.value { // an account that is gone has no slot to write
			r.SetState(to.account, to.slot, to.value)
		}
	}
	r.Finalise(rules)
}

// write sets a field to what a note says, and notes nothing itself.
func (r *recorder) write(n *accountNote) {
	switch n.field {
	case balance:
		r.SetBalance(n.account, n.number.Clone(), tracing.BalanceChangeUnspecified)
	case nonce:
		r.StateDB.SetNonce(n.account, n.number.Uint64(), tracing.NonceChangeUnspecified)
	case code:
		r.StateDB.SetCode(n.account, n.code, tracing.CodeChangeUnspecified)
	}
}

func (r *recorder) truncate(to position) {
	r.slots = r.slots[:min(to.slots, len(r.slots))]
	clear(r.accounts[min(to.accounts, len(r.accounts)):])
	r.accounts = r.accounts[:min(to.accounts, len(r.accounts))]
}

// The writes of vm.StateDB. CreateAccount is not among them: it leaves all values at zero. Nor are CreateContract and
// SelfDestruct, whose flags end with the transaction.

func (r *recorder) SubBalance(a common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	before := r.StateDB.SubBalance(a, amount, reason)
	if !amount.IsZero() {
		r.accounts = append(r.accounts, accountNote{account: a, field: balance, number: before})
	}
	return before
}

func (r *recorder) AddBalance(a common.Address, amount *uint256.Int, reason tracing.BalanceChangeReason) uint256.Int {
	before := r.StateDB.AddBalance(a, amount, reason)
	if !amount.IsZero() {
		r.accounts = append(r.accounts, accountNote{account: a, field: balance, number: before})
	}
	return before
}

func (r *recorder) SetNonce(a common.Address, n uint64, reason tracing.NonceChangeReason) {
	r.accounts = append(r.accounts, accountNote{account: a, field: nonce, number: uint256.Int{r.GetNonce(a)}})
	r.StateDB.SetNonce(a, n, reason)
}

func (r *recorder) SetCode(a common.Address, c []byte, reason tracing.CodeChangeReason) []byte {
	r.accounts = append(r.accounts, accountNote{account: a, field: code, code: r.GetCode(a)})
	return r.StateDB.SetCode(a, c, reason)
}

func (r *recorder) SetState(a common.Address, slot, value common.Hash) common.Hash {
	before := r.StateDB.SetState(a, slot, value)
	if before != value {
		r.slots = append(r.slots, slotNote{a, slot, before})
	}
	return before
}

// Snapshot and RevertToSnapshot keep the notes and logs in step with the state's journal.

func (r *recorder) Snapshot() int {
	id := r.StateDB.Snapshot()
	r.snapshots = append(r.snapshots[:id], snapshot{r.position(), len(r.logs)})
	return id
}

func (r *recorder) RevertToSnapshot(id int) {
	r.StateDB.RevertToSnapshot(id)
	s := r.snapshots[id]
	r.truncate(s.position)
	r.logs = r.logs[:min(s.logs, len(r.logs))]
}

func (r *recorder) Finalise(rules params.Rules) *bal.ConstructionBlockAccessList {
	r.snapshots = r.snapshots[:0]
	return r.StateDB.Finalise(rules)
}

func (r *recorder) SetTxContext(hash common.Hash, index int, access uint32) {
	r.hash, r.index, r.logs = hash, uint(index), nil
	r.StateDB.SetTxContext(hash, index, access)
}

// AddLog keeps a log of the transaction under way. Its index in the block is given when the slot ends.
func (r *recorder) AddLog(l *types.Log) {
	l.TxHash, l.TxIndex = r.hash, r.index
	r.logs = append(r.logs, l)
}
