package evm

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// maxRevert is how many bytes of revert data a Failure keeps.
const maxRevert = 1024

// fork is one rollup's side of an attempt: a state to execute on, a gas pool and what was added so far.
//
// There are two ways, with the same result. Where one transaction is all that the attempt has on the rollup, it
// executes on the open block's state itself, and a snapshot takes it back: finalising it waits until the attempt as a
// whole has succeeded. Otherwise the rollup has an overlay, since a second transaction needs the first one finalised,
// and what is finalised cannot be taken back.
type fork struct {
	*chain
	db       *state.StateDB // the overlay's, or the open block's
	overlay  *overlay       // nil in the first way
	snapshot int            // in the first way
	pool     *core.GasPool
	limit    uint64 // most gas that the block may have used afterwards
	used     uint64 // gas used by this attempt
	actions  uint64 // of that, by actions
	txs      []*types.Transaction
	receipts []*types.Receipt
}

// trial is an attempt under way.
type trial struct {
	chains   map[rollup.ChainID]*chain
	attempt  builder.Attempt
	listed   map[rollup.ChainID]int // transactions that the attempt lists on a rollup
	overlays bool                   // use overlays everywhere
	forks    map[rollup.ChainID]*fork
	work     uint64 // gas worked over all chains, before refunds
	places   []builder.Place
	queue    []trigger // found and not drained yet, first in, first out
	found    uint32    // triggers found
	triggers uint64    // of these, drained
}

// errSecond says that a rollup without an overlay needs one, because an action came to it as a second transaction.
var errSecond = errors.New("second transaction on a rollup without an overlay")

// Try executes an attempt, and makes it part of the open blocks if all of it succeeded, as builder.Rollups says.
// Between attempts nothing of a failed one remains but caches.
func (m *Machine) Try(a builder.Attempt) (*builder.Outcome, error) {
	for _, id := range m.ids {
		if m.chains[id].open == nil {
			return nil, fmt.Errorf("try on rollup %s: %w", id, ErrNotOpen)
		}
	}
	t := newTrial(m.chains, a, m.overlays)
	err := t.run()
	if errors.Is(err, errSecond) { // once more, with overlays: what was done so far is done again at most once
		t.undo()
		t = newTrial(m.chains, a, true)
		err = t.run()
	}
	var r *refusal
	if err != nil {
		t.undo()
		if !errors.As(err, &r) {
			return nil, err
		}
	}
	out := &builder.Outcome{Reason: auction.Executed, Triggers: t.triggers, Places: t.places}
	for _, id := range m.ids {
		if f := t.forks[id]; f != nil {
			out.Gas = append(out.Gas, builder.ChainGas{Chain: id, Gas: f.used})
		}
	}
	if r != nil {
		out.Reason, out.Failure, out.Places = r.reason, r.failure, nil
		return out, nil
	}
	// Nothing is refused from here on: all forks are merged. If we crash here, open blocks are lost whole.
	for _, id := range m.ids {
		if f := t.forks[id]; f != nil {
			if err := f.merge(); err != nil {
				return nil, fmt.Errorf("merge into rollup %s: %w", id, err)
			}
		}
	}
	return out, nil
}

func newTrial(chains map[rollup.ChainID]*chain, a builder.Attempt, overlays bool) *trial {
	t := &trial{chains: chains, attempt: a, overlays: overlays, listed: make(map[rollup.ChainID]int), forks: make(map[rollup.ChainID]*fork)}
	for _, txs := range a.Txs {
		for _, tx := range txs {
			t.listed[tx.Chain]++
		}
	}
	return t
}

// undo takes back what was done on open blocks' own states. Overlays are simply forgotten.
func (t *trial) undo() {
	for _, f := range t.forks { // each rollup alone: order does not matter
		if f.overlay == nil {
			f.db.RevertToSnapshot(f.snapshot)
		}
	}
}

// run executes the attempt's transactions in order, draining each one's triggers before the next.
func (t *trial) run() error {
	total := 0
	for leg, txs := range t.attempt.Txs {
		for i, tx := range txs {
			total++
			at := spot{leg: uint64(leg), index: uint64(i)}
			if err := t.transaction(tx, at); err != nil {
				return err
			}
			if err := t.drain(at); err != nil {
				return err
			}
		}
	}
	if total == 0 {
		return &refusal{reason: auction.EmptyBundle}
	}
	return nil
}

// fork is the attempt's side of a rollup, made when it is first touched.
func (t *trial) fork(c *chain) (*fork, error) {
	if f := t.forks[c.id]; f != nil {
		return f, nil
	}
	f := &fork{chain: c, db: c.open.state, pool: c.open.pool.Snapshot(), limit: t.attempt.GasThrough}
	if t.overlays || t.listed[c.id] > 1 {
		o, err := newOverlay(c.open.state, c.head.Load().Root, c.states)
		if err != nil {
			return nil, fmt.Errorf("rollup %s: %w", c.id, err)
		}
		f.db, f.overlay = o.StateDB, o
	} else {
		f.snapshot = f.db.Snapshot()
	}
	t.forks[c.id] = f
	return f, nil
}

// transaction executes one transaction of the bundle.
func (t *trial) transaction(tx *rollup.Tx, at spot) error {
	at.chain, at.tx = tx.Chain, tx.Hash()
	c := t.chains[tx.Chain]
	if c == nil {
		return at.refuse(auction.UnknownRollup, nil)
	}
	f, err := t.fork(c)
	if err != nil {
		return err
	}
	// Looking at authorisations costs a recovery each: first, the gas class must hold the transaction's gas, and that
	// the authorisations' own gas.
	if tx.Gas() > t.attempt.GasLimit-t.work {
		return at.refuse(auction.GasClassExceeded, nil)
	}
	if uint64(len(tx.SetCodeAuthorizations()))*params.CallNewAccountGas > tx.Gas() {
		return at.refuse(auction.OutOfGas, nil)
	}
	msg, err := core.TransactionToMessage(tx.Transaction, c.signer, c.open.header.BaseFee)
	if err != nil || !carried(tx.Transaction, msg.From) {
		return at.refuse(auction.BadTransaction, nil)
	}
	result, err := t.apply(f, tx.Transaction, msg, at)
	if err != nil {
		return err
	}
	if result.Failed() && !t.attempt.Reverting[tx.Hash()] {
		return at.refuse(failureReason(result.Err), result.Revert())
	}
	return t.collect(f, 1, at)
}

// apply executes a message in the fork and makes its receipt. A refusal names at.
func (t *trial) apply(f *fork, tx *types.Transaction, msg *core.Message, at spot) (*core.ExecutionResult, error) {
	if f.overlay == nil && len(f.txs) > 0 {
		return nil, errSecond
	}
	if tx.Gas() > t.attempt.GasLimit-t.work { // for actions; work never passes the limit, see below
		return nil, at.refuse(auction.GasClassExceeded, nil)
	}
	if f.pool.Used() >= f.limit {
		return nil, at.refuse(auction.BlockFull, nil)
	}
	o := f.open
	index := len(o.txs) + len(f.txs)
	o.evm.StateDB = f.db
	if f.overlay != nil {
		o.evm.StateDB = f.overlay
	}
	f.db.SetTxContext(tx.Hash(), index, uint32(index+1))
	result, err := core.ApplyMessage(o.evm, msg, f.pool)
	if dbErr := errors.Join(f.db.Error(), o.state.Error()); dbErr != nil {
		return nil, fmt.Errorf("rollup %s: transaction %s: %w: %w", f.id, tx.Hash(), ErrState, dbErr)
	}
	if err != nil {
		return nil, at.refuse(invalidReason(err), nil)
	}
	if f.overlay != nil {
		f.db.Finalise(f.rules)
	}
	receipt := core.MakeReceipt(o.evm, result, f.db, o.header.Number, common.Hash{}, o.header.Time, tx, f.pool.CumulativeUsed(), nil)
	receipt.EffectiveGasPrice = msg.GasPrice.ToBig()
	if receipt.Logs == nil {
		receipt.Logs = []*types.Log{} // as it is read back from the database
	}
	t.work += result.MaxUsedGas // at most tx.Gas()
	f.used += result.UsedGas
	f.txs, f.receipts = append(f.txs, tx), append(f.receipts, receipt)
	if f.pool.Used() > f.limit {
		return nil, at.refuse(auction.BlockFull, nil)
	}
	t.places = append(t.places, builder.Place{Chain: f.id, Block: o.header.Number.Uint64(), Index: uint64(index), Tx: tx.Hash()})
	return result, nil
}

// merge makes the fork's outcome the open block's.
func (f *fork) merge() error {
	if f.overlay != nil {
		f.overlay.merge()
	}
	f.open.state.Finalise(f.rules)
	if err := f.open.state.Error(); err != nil {
		return fmt.Errorf("%w: %w", ErrState, err)
	}
	f.open.pool.Set(f.pool)
	f.open.actionGas += f.actions
	for i, tx := range f.txs {
		if err := f.open.append(tx, f.receipts[i]); err != nil {
			return err
		}
	}
	return nil
}

// carried says whether a transaction may come from outside at all: no blobs, and nothing by which the system account,
// whose key everybody knows, would act or be given code.
func carried(tx *types.Transaction, from common.Address) bool {
	if tx.Type() == types.BlobTxType || from == predeploy.SystemAccount {
		return false
	}
	for _, auth := range tx.SetCodeAuthorizations() {
		if authority, err := auth.Authority(); err == nil && authority == predeploy.SystemAccount {
			return false
		}
	}
	return true
}

// spot is where in a bundle something happened.
type spot struct {
	chain      rollup.ChainID
	leg, index uint64
	tx         rollup.Digest
}

func (s spot) refuse(reason auction.Reason, revert []byte) error {
	if len(revert) > maxRevert {
		revert = revert[:maxRevert]
	}
	return &refusal{reason, &builder.Failure{Chain: s.chain, Leg: s.leg, Index: s.index, Tx: s.tx, Revert: slices.Clone(revert)}}
}

// refusal ends an attempt: severity "this bundle".
type refusal struct {
	reason  auction.Reason
	failure *builder.Failure
}

func (r *refusal) Error() string { return "refused: " + r.reason.String() }
