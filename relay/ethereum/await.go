package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
)

// await waits for the receipts of what was sent from nonce first on, and raises fees meanwhile. Whatever the node leaves
// out or fails at, it asks until ctx ends.
func (s *Sender) await(ctx context.Context, first uint64, txs []Tx) ([]*types.Receipt, error) {
	var receipts []*types.Receipt
	for len(receipts) < len(txs) {
		nonce := first + uint64(len(receipts))
		found, err := s.look(ctx, nonce, txs[len(receipts)])
		if err != nil {
			return receipts, err
		}
		if found.receipt != nil {
			receipts = append(receipts, found.receipt)
			continue
		}
		// Only what is known to be open is pressed, and all of it: what lies below holds up what lies above.
		if found.told {
			// An L1 that does not say its prices is asked again at the next look.
			if wanted, baseFee, err := s.market(ctx); err == nil {
				for n := found.open; n < first+uint64(len(txs)); n++ {
					if err := s.press(ctx, n, wanted, baseFee); err != nil {
						return receipts, err
					}
				}
			}
		}
		if err := sleep(ctx, s.cfg.Poll); err != nil {
			return receipts, fmt.Errorf("waiting for nonce %d: %w", nonce, err)
		}
	}
	return receipts, nil
}

// sight is what one look at a nonce found: its receipt, or the account's first open nonce by the head, or nothing.
type sight struct {
	receipt *types.Receipt
	open    uint64
	told    bool // open is known
}

// look looks at a nonce once. Its errors are verdicts: errSuperseded, if what was mined was seen and is none of this
// process's, errReplaced if it is another one's than tx. What the node does not say is found at a later look.
func (s *Sender) look(ctx context.Context, nonce uint64, tx Tx) (sight, error) {
	slot := s.slots[nonce]
	receipt, answered := s.find(ctx, slot)
	if receipt != nil {
		s.chain.saw(receipt.BlockNumber.Uint64()) // no older head says any more that it is not
		slot.mined = receipt
		if !same(slot.version(receipt.TxHash), tx) {
			return sight{}, fmt.Errorf("nonce %d, L1 transaction %s: %w", nonce, receipt.TxHash, errReplaced)
		}
		return sight{receipt: receipt}, nil
	}
	head, err := s.chain.head(ctx)
	if err != nil {
		s.cfg.Log.Debug("no answer from the L1 node", "nonce", nonce, "err", err)
		return sight{}, nil
	}
	open, err := s.chain.nonce(ctx, s.address, head.Hash())
	if err != nil {
		s.cfg.Log.Debug("no answer from the L1 node", "nonce", nonce, "err", err)
		return sight{}, nil
	}
	if open <= nonce {
		slot.usedAt, slot.looks, slot.seen = 0, 0, false
		return sight{open: open, told: true}, nil
	}
	if slot.usedAt == 0 {
		slot.usedAt = max(head.Number.Uint64(), 1)
	}
	slot.looks++
	who := s.whoUsed(ctx, head, nonce)
	if who == nobody && answered && head.Number.Uint64() >= slot.usedAt+s.cfg.Depth && slot.looks >= forgetLooks && s.unknown(ctx, slot) {
		who = another
	}
	if who == another {
		delete(s.slots, nonce)
		return sight{}, fmt.Errorf("nonce %d: %w", nonce, errSuperseded)
	}
	return sight{}, nil
}

// find asks for the receipt of each version sent at a nonce. answered: for all of them, and there was none.
func (s *Sender) find(ctx context.Context, slot *nonceSlot) (receipt *types.Receipt, answered bool) {
	answered = true
	for i := len(slot.sent) - 1; i >= 0; i-- {
		receipt, err := s.chain.eth.TransactionReceipt(ctx, slot.sent[i].Hash())
		if err == nil {
			return receipt, true
		}
		answered = answered && errors.Is(err, goethereum.NotFound)
	}
	return nil, answered
}

// cost is what a transaction cost its sender in fees, in wei.
func cost(r *types.Receipt) *big.Int {
	if r.EffectiveGasPrice == nil {
		return new(big.Int)
	}
	return new(big.Int).Mul(new(big.Int).SetUint64(r.GasUsed), r.EffectiveGasPrice)
}

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}
