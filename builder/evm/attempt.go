package evm

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
)

// maxRevert is how many bytes of revert data a Failure keeps.
const maxRevert = 1024

// fork is one rollup's side of an attempt under way.
//
// Transactions execute on the open block's own state. The last one is not finalised before the rollup's next
// transaction, or the attempt's end: until then the state's journal takes it back, as fast as if nothing else were
// there. Those before it the recorder takes back.
type fork struct {
	*chain
	start    standing
	executed bool      // a transaction executed and is not finalised
	snapshot int       // before it, or before whatever comes first
	used     uint64    // gas used by this attempt, actions included
	observer *observer // if the attempt asks for its accesses
}

// trial is an attempt under way.
type trial struct {
	machine  *Machine
	attempt  *builder.Attempt
	forks    []*fork // of the rollups touched, in the order in which they were
	carried  int     // where the machine's list stood at the beginning
	work     uint64  // gas worked over all chains, before refunds
	places   []builder.Place
	queue    []trigger // found and not drained yet, first in, first out
	found    uint32    // triggers found
	triggers uint64    // of these, drained
}

// Try executes an attempt, and makes it part of the open blocks if all of it succeeded, as builder.Rollups says.
// Between attempts nothing of a failed one remains but caches.
func (m *Machine) Try(a builder.Attempt) (*builder.Outcome, error) {
	if !m.opened {
		return nil, fmt.Errorf("try: %w", ErrNotOpen)
	}
	t := &m.trial
	t.begin(m, &a)
	err := t.run()
	out := &builder.Outcome{Reason: auction.Executed, Triggers: t.triggers}
	t.account(out)
	if err == nil {
		// Nothing is refused from here on: all forks are kept. If we crash here, open blocks are lost whole.
		out.Places = t.places
		return out, t.keep()
	}
	if err := t.undo(); err != nil {
		return nil, err
	}
	var r *refusal
	if !errors.As(err, &r) {
		return nil, err
	}
	out.Reason, out.Failure = r.reason, r.failure
	return out, nil
}

func (t *trial) begin(m *Machine, a *builder.Attempt) {
	*t = trial{machine: m, attempt: a, forks: t.forks[:0], queue: t.queue[:0], carried: len(m.carried)}
}

// account tells what the attempt used, and if asked also what it read and wrote, by ascending chain.
func (t *trial) account(out *builder.Outcome) {
	slices.SortFunc(t.forks, func(a, b *fork) int { return cmp.Compare(a.id, b.id) })
	out.Gas = make([]builder.ChainGas, len(t.forks))
	for i, f := range t.forks {
		out.Gas[i] = builder.ChainGas{Chain: f.id, Gas: f.used}
		if f.observer != nil {
			f.observer.report(out)
		}
	}
}

// keep makes all of the attempt part of the open blocks.
func (t *trial) keep() error {
	for _, f := range t.forks {
		if f.executed {
			f.open.state.Finalise(f.rules)
		}
		if len(t.machine.marks) == 0 {
			f.open.state.forget()
		}
		if err := f.open.state.Error(); err != nil {
			return fmt.Errorf("rollup %s: %w: %w", f.id, ErrState, err)
		}
		*f = fork{}
	}
	return nil
}

// undo leaves all open blocks as they stood before the attempt.
func (t *trial) undo() error {
	t.machine.uncarry(t.carried)
	for _, f := range t.forks {
		f.open.state.RevertToSnapshot(f.snapshot)
		f.open.state.Finalise(f.rules) // ends the journal, in which nothing is left
		if err := f.back(f.start); err != nil {
			return fmt.Errorf("rollup %s: %w", f.id, err)
		}
		*f = fork{}
	}
	return nil
}

// run executes the attempt's transactions in order, draining each one's triggers before the next.
func (t *trial) run() error {
	total := 0
	for leg, txs := range t.attempt.Txs {
		for i, tx := range txs {
			total++
			at := &spot{leg: uint64(leg), index: uint64(i)}
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
func (t *trial) fork(c *chain) *fork {
	f := &c.fork
	if f.chain != nil {
		return f
	}
	o := c.open
	*f = fork{chain: c, start: o.standing(), snapshot: o.state.Snapshot()}
	o.evm.StateDB = o.view
	if t.attempt.Record {
		f.observer = c.observe()
		o.evm.StateDB = f.observer
	}
	t.forks = append(t.forks, f)
	return f
}

// transaction executes one transaction of the bundle.
func (t *trial) transaction(tx *rollup.Tx, at *spot) error {
	at.chain, at.tx = tx.Chain, tx.Hash()
	c := t.machine.byID[tx.Chain]
	if c == nil {
		return at.refuse(auction.UnknownRollup, nil)
	}
	f := t.fork(c)
	// Looking at authorisations costs a recovery each: first, the gas class must hold the transaction's gas, and that
	// the authorisations' own gas.
	if tx.Gas() > t.attempt.GasLimit-t.work {
		return at.refuse(auction.GasClassExceeded, nil)
	}
	if uint64(len(tx.SetCodeAuthorizations()))*params.CallNewAccountGas > tx.Gas() {
		return at.refuse(auction.OutOfGas, nil)
	}
	msg, err := core.TransactionToMessage(tx.Transaction, c.signer, c.open.header.BaseFee)
	if err != nil || !t.machine.carriable(tx.Transaction, msg.From) {
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
func (t *trial) apply(f *fork, tx *types.Transaction, msg *core.Message, at *spot) (*core.ExecutionResult, error) {
	if tx.Gas() > t.attempt.GasLimit-t.work { // for actions; work never passes the limit, see below
		return nil, at.refuse(auction.GasClassExceeded, nil)
	}
	o := f.open
	if o.pool.Used() >= t.attempt.GasThrough {
		return nil, at.refuse(auction.BlockFull, nil)
	}
	if f.executed {
		o.state.Finalise(f.rules)
		f.executed, f.snapshot = false, o.state.Snapshot()
	}
	// A nonce is what fails most often, and what go-ethereum looks at first, too: here its failure costs no error text.
	if now := o.evm.StateDB.GetNonce(msg.From); msg.Nonce < now {
		return nil, at.refuse(auction.NonceTooLow, nil)
	} else if msg.Nonce > now {
		return nil, at.refuse(auction.NonceTooHigh, nil)
	}
	index := len(o.txs)
	o.state.SetTxContext(tx.Hash(), index, uint32(index+1))
	result, err := core.ApplyMessage(o.evm, msg, o.pool)
	if dbErr := errors.Join(o.state.Error(), f.fault); dbErr != nil {
		return nil, fmt.Errorf("rollup %s: transaction %s: %w: %w", f.id, tx.Hash(), ErrState, dbErr)
	}
	if err != nil {
		return nil, at.refuse(invalidReason(err), nil)
	}
	f.executed = true
	t.work += result.MaxUsedGas // at most tx.Gas()
	f.used += result.UsedGas
	o.txs, o.receipts = append(o.txs, tx), append(o.receipts, o.receipt(tx, msg, result))
	if o.pool.Used() > t.attempt.GasThrough {
		return nil, at.refuse(auction.BlockFull, nil)
	}
	t.places = append(t.places, builder.Place{Chain: f.id, Block: o.header.Number.Uint64(), Index: uint64(index), Tx: tx.Hash()})
	return result, nil
}

// receipt is the receipt of the transaction that just executed, as far as it is known before the slot's end.
func (o *openBlock) receipt(tx *types.Transaction, msg *core.Message, result *core.ExecutionResult) *types.Receipt {
	r := &types.Receipt{
		Type:              tx.Type(),
		Status:            types.ReceiptStatusSuccessful,
		CumulativeGasUsed: o.pool.CumulativeUsed(),
		Logs:              o.state.logs,
		TxHash:            tx.Hash(),
		GasUsed:           result.UsedGas,
		EffectiveGasPrice: msg.GasPrice.ToBig(),
		BlockNumber:       o.header.Number,
		TransactionIndex:  o.state.index,
	}
	if result.Failed() {
		r.Status = types.ReceiptStatusFailed
	}
	if msg.To == nil {
		r.ContractAddress = crypto.CreateAddress(msg.From, msg.Nonce)
	}
	if r.Logs == nil {
		r.Logs = []*types.Log{} // as it is read back from the database
	}
	for _, l := range r.Logs {
		l.BlockNumber, l.BlockTimestamp = o.header.Number.Uint64(), o.header.Time
	}
	return r
}

// carriable says whether a transaction may come from outside at all: no blobs, and nothing by which the system account,
// whose key everybody knows, would act or be given code. Authorisations cost a recovery each, so they are looked at
// once a block, however often the transaction is tried.
func (m *Machine) carriable(tx *types.Transaction, from common.Address) bool {
	if tx.Type() == types.BlobTxType || from == predeploy.SystemAccount {
		return false
	}
	if len(tx.SetCodeAuthorizations()) == 0 {
		return true
	}
	ok, known := m.authorised[tx.Hash()]
	if !known {
		ok = !slices.ContainsFunc(tx.SetCodeAuthorizations(), func(auth types.SetCodeAuthorization) bool {
			authority, err := auth.Authority()
			return err == nil && authority == predeploy.SystemAccount
		})
		m.authorised[tx.Hash()] = ok
	}
	return ok
}

// spot is where in a bundle something happened.
type spot struct {
	chain      rollup.ChainID
	leg, index uint64
	tx         rollup.Digest
}

func (s *spot) refuse(reason auction.Reason, revert []byte) error {
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
