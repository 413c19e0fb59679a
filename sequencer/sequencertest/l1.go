package sequencertest

import (
	"context"
	"encoding/binary"
	"sync"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// QueueL1 is an L1 that is one queue, in memory. Its methods are safe for concurrent use.
type QueueL1 struct {
	Views []rollup.L1View // by block number; Views[0] is L1's genesis. For tests that are alone with it

	mu    sync.Mutex
	items []rollup.QueueItem
}

// NewQueueL1 is one at its genesis.
func NewQueueL1() *QueueL1 { return &QueueL1{Views: []rollup.L1View{{}}} }

// Deposit makes an L1 block with one deposit.
func (q *QueueL1) Deposit(account rollup.Address, escrow, fees uint64) rollup.L1View {
	q.mu.Lock()
	defer q.mu.Unlock()
	var payload []byte
	for _, w := range []*uint256.Int{new(uint256.Int).SetBytes(account[:]), uint256.NewInt(escrow), uint256.NewInt(fees)} {
		b := w.Bytes32()
		payload = append(payload, b[:]...)
	}
	last := q.Views[len(q.Views)-1]
	item := rollup.QueueItem{Position: uint64(len(q.items)), L1Block: last.Number + 1, Kind: rollup.QueueDeposit, Sender: account, Payload: payload}
	q.items = append(q.items, item)
	view := rollup.L1View{
		Number: last.Number + 1, Hash: crypto.Keccak256Hash(binary.BigEndian.AppendUint64([]byte("l1"), last.Number+1)),
		QueuePosition: uint64(len(q.items)), QueueHash: rollup.Accumulate(last.QueueHash, item),
	}
	q.Views = append(q.Views, view)
	return view
}

// View implements sequencer.L1: all of it.
func (q *QueueL1) View(context.Context) (rollup.L1View, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.Views[len(q.Views)-1], nil
}

// Items implements sequencer.L1.
func (q *QueueL1) Items(_ context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return append([]rollup.QueueItem{}, q.items[from:view.QueuePosition]...), nil
}
