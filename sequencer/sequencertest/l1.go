package sequencertest

import (
	"context"
	"encoding/binary"
	"sync"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// QueueL1 is an L1 that is one queue, in memory. Safe for concurrent use.
type QueueL1 struct {
	mu    sync.Mutex
	items []rollup.QueueItem
	views []rollup.L1View // by block number; views[0] is L1's genesis
}

// NewQueueL1 is one at its genesis.
func NewQueueL1() *QueueL1 { return &QueueL1{views: []rollup.L1View{{}}} }

// Deposit makes an L1 block with one deposit.
func (q *QueueL1) Deposit(account rollup.Address, escrow, fees uint64) rollup.L1View {
	q.mu.Lock()
	defer q.mu.Unlock()
	var payload []byte
	for _, w := range []*uint256.Int{new(uint256.Int).SetBytes(account[:]), uint256.NewInt(escrow), uint256.NewInt(fees)} {
		b := w.Bytes32()
		payload = append(payload, b[:]...)
	}
	last := q.views[len(q.views)-1]
	item := rollup.QueueItem{Position: uint64(len(q.items)), L1Block: last.Number + 1, Kind: rollup.QueueDeposit, Sender: account, Payload: payload}
	q.items = append(q.items, item)
	view := rollup.L1View{
		Number: last.Number + 1, Hash: crypto.Keccak256Hash(binary.BigEndian.AppendUint64([]byte("l1"), last.Number+1)),
		QueuePosition: uint64(len(q.items)), QueueHash: rollup.Accumulate(last.QueueHash, item),
	}
	q.views = append(q.views, view)
	return view
}

// At is the view at a block.
func (q *QueueL1) At(block uint64) rollup.L1View {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.views[block]
}

// View implements sequencer.L1: all of it.
func (q *QueueL1) View(context.Context) (rollup.L1View, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.views[len(q.views)-1], nil
}

// Items implements sequencer.L1.
func (q *QueueL1) Items(_ context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return append([]rollup.QueueItem{}, q.items[from:view.QueuePosition]...), nil
}
