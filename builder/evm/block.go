package evm

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/ethereum/go-ethereum/consensus/misc/eip1559"
	"github.com/ethereum/go-ethereum/consensus/misc/eip4844"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
)

// extraData stands in every header that we build.
const extraData = "chorale"

// openBlock is a rollup's block while transactions are still added to it. Between attempts its state is finalised:
// nothing in it is dirty, and no journal entry is open.
type openBlock struct {
	header    *types.Header
	state     *recorder
	view      vm.StateDB // what the EVM executes on, by default state; tests put theirs around it
	evm       *vm.EVM
	pool      *core.GasPool
	txs       []*types.Transaction
	receipts  []*types.Receipt
	actionGas uint64 // gas used by actions, which the block's withdrawal gives back to the system account
	slotStart int    // transactions that earlier slots added
	sealed    seal
}

// begin opens the block after the head.
func (c *chain) begin(env builder.BlockEnv) error {
	parent := c.head.Load()
	if env.Time <= parent.Time {
		return fmt.Errorf("time %d, parent's %d: %w", env.Time, parent.Time, ErrTime)
	}
	beaconRoot, blobGasUsed := env.BeaconRoot, uint64(0)
	excess := eip4844.CalcExcessBlobGas(c.config, parent, env.Time)
	header := &types.Header{
		ParentHash:       parent.Hash(),
		UncleHash:        types.EmptyUncleHash,
		Coinbase:         env.Coinbase[c.id],
		Difficulty:       new(big.Int),
		Number:           new(big.Int).Add(parent.Number, big.NewInt(1)),
		GasLimit:         core.CalcGasLimit(parent.GasLimit, env.GasLimit),
		Time:             env.Time,
		Extra:            []byte(extraData),
		MixDigest:        env.MixDigest,
		BaseFee:          eip1559.CalcBaseFee(c.config, parent),
		BlobGasUsed:      &blobGasUsed,
		ExcessBlobGas:    &excess,
		ParentBeaconRoot: &beaconRoot,
	}
	db, err := state.New(parent.Root, c.states)
	if err != nil {
		return fmt.Errorf("state of block %s: %w: %w", parent.Number, ErrState, err)
	}
	rec := &recorder{StateDB: db}
	evm := vm.NewEVM(core.NewEVMBlockContext(header, c, &header.Coinbase), rec, c.config, vm.Config{})
	core.PreExecution(context.Background(), &beaconRoot, parent, c.config, evm, header.Number, header.Time)
	if err := db.Error(); err != nil {
		return fmt.Errorf("begin block %s: %w: %w", header.Number, ErrState, err)
	}
	rec.forget()
	c.open = &openBlock{header: header, state: rec, view: rec, evm: evm, pool: core.NewGasPool(header.GasLimit)}
	return nil
}

// close finishes the open block: refills the system account, commits the state and stores the block. It returns nil
// when none is open. Durable once the database is synced.
func (c *chain) close() (*builder.Block, error) {
	c.closed = nil
	if c.open == nil {
		return nil, nil
	}
	o := c.open
	o.seal()
	var logs []*types.Log
	for _, r := range o.receipts {
		logs = append(logs, r.Logs...)
	}
	body := &types.Body{Transactions: o.txs, Withdrawals: o.withdrawals()}
	o.evm.StateDB = o.state.StateDB
	requests, _, err := core.PostExecution(context.Background(), c.config, o.header.Number, o.header.Time, logs, body.Withdrawals, o.evm, uint32(len(o.txs)+1))
	if dbErr := o.state.Error(); err != nil && dbErr != nil {
		err = fmt.Errorf("%w: %w", ErrState, dbErr) // a system contract without code, it says, and that follows from this
	}
	if err != nil {
		return nil, fmt.Errorf("finish block %s: %w", o.header.Number, err)
	}
	o.evm.Release()
	requestsHash := types.CalcRequestsHash(requests)
	o.header.RequestsHash = &requestsHash
	o.header.GasUsed = o.pool.Used()
	block := core.AssembleBlock(c, o.header, o.state.StateDB, body, o.receipts, nil)
	if err := o.state.Error(); err != nil {
		return nil, fmt.Errorf("assemble block %s: %w: %w", o.header.Number, ErrState, err)
	}
	receipts := copyReceipts(o.receipts) // the slots' additions were handed out and stay as they are
	if err := receipts.DeriveFields(c.config, block.Hash(), block.NumberU64(), block.Time(), block.BaseFee(), eip4844.CalcBlobFee(c.config, o.header), o.txs); err != nil {
		return nil, fmt.Errorf("receipts of block %s: %w", o.header.Number, err)
	}
	root, err := o.state.Commit(c.rules, block.NumberU64())
	if err != nil {
		return nil, fmt.Errorf("commit state of block %s: %w: %w", o.header.Number, ErrState, err)
	}
	if root != block.Root() {
		return nil, fmt.Errorf("block %s: committed state %s, header says %s: %w", o.header.Number, root, block.Root(), ErrState)
	}
	failpoint("before state")
	if err := c.tries.Commit(root, false); err != nil {
		return nil, fmt.Errorf("flush state of block %s: %w: %w", o.header.Number, ErrState, err)
	}
	failpoint("after state")
	// If we crash here, the state's nodes may be stored; no block names them yet, and the head is the one before.
	b := &builder.Block{Chain: c.id, Block: block, Receipts: receipts, Requests: requests}
	if err := c.store(b); err != nil {
		return nil, fmt.Errorf("store block %s: %w", o.header.Number, err)
	}
	c.open, c.next, c.closed = nil, block.Header(), block.Header()
	return b, nil
}

// withdrawals give the system account back what the block's actions cost it, in gwei, rounded up. Each trigger
// prepaid at least that much on its own rollup. One withdrawal a block at most, so the number can be its index.
func (o *openBlock) withdrawals() types.Withdrawals {
	if o.actionGas == 0 || o.header.BaseFee.Sign() == 0 {
		return types.Withdrawals{}
	}
	wei := new(big.Int).Mul(new(big.Int).SetUint64(o.actionGas), o.header.BaseFee)
	gwei := wei.Add(wei, big.NewInt(params.GWei-1)).Div(wei, big.NewInt(params.GWei))
	return types.Withdrawals{{Index: o.header.Number.Uint64(), Address: predeploy.SystemAccount, Amount: gwei.Uint64()}}
}

// copyReceipts copies receipts and their logs, so that fields known only at closing can be set.
func copyReceipts(in []*types.Receipt) types.Receipts {
	out := make(types.Receipts, len(in))
	for i, r := range in {
		c := *r
		c.Logs = slices.Clone(r.Logs)
		for j, l := range c.Logs {
			d := *l
			c.Logs[j] = &d
		}
		out[i] = &c
	}
	return out
}
