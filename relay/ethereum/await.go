package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/relay"
)

// await waits for the receipts of what was sent from nonce first on, and raises fees meanwhile.
func (s *Sender) await(ctx context.Context, first uint64, txs []Tx) ([]*types.Receipt, error) {
	var receipts []*types.Receipt
	for len(receipts) < len(txs) {
		nonce := first + uint64(len(receipts))
		receipt, err := s.receipt(ctx, nonce)
		switch {
		case err != nil:
			return receipts, err
		case receipt != nil:
			receipts = append(receipts, receipt)
			if s.mined == nil || nonce >= s.minedNonce {
				s.mined, s.minedNonce = receipt, nonce
			}
			continue
		}
		// An L1 that does not say its prices is asked again at the next look.
		if wanted, baseFee, err := s.market(ctx); err == nil {
			for i := len(receipts); i < len(txs); i++ {
				if err := s.press(ctx, first+uint64(i), txs[i], wanted, baseFee); err != nil {
					return receipts, err
				}
			}
		}
		if err := sleep(ctx, s.cfg.Poll); err != nil {
			return receipts, fmt.Errorf("waiting for nonce %d: %w", nonce, err)
		}
	}
	return receipts, nil
}

// receipt is the receipt of what was mined at nonce, nil while nothing was or nobody can say, errSuperseded if what
// was mined was seen and is none of this process's.
func (s *Sender) receipt(ctx context.Context, nonce uint64) (*types.Receipt, error) {
	// The nonce is read before the receipts, so that a block in between cannot look like somebody else's.
	used, err := s.chain.eth.NonceAt(ctx, s.address, nil)
	if err != nil {
		s.cfg.Log.Debug("no answer from the L1 node", "nonce", nonce, "err", err)
		return nil, nil // asked again until ctx ends
	}
	slot := s.slots[nonce]
	for i := len(slot.sent) - 1; i >= 0; i-- {
		receipt, err := s.chain.eth.TransactionReceipt(ctx, slot.sent[i].Hash())
		if err == nil {
			return receipt, nil
		}
		// A node that is still indexing a new block answers with other errors: ask again.
		if !errors.Is(err, goethereum.NotFound) {
			return nil, nil //nolint:nilerr // retried until ctx ends
		}
	}
	if used <= nonce {
		slot.usedAt = 0
		return nil, nil
	}
	who, err := s.whoUsed(ctx, nonce)
	if err != nil {
		s.cfg.Log.Debug("who used the nonce cannot be told yet", "nonce", nonce, "err", err)
	}
	if who == another {
		return nil, errSuperseded
	}
	return nil, nil
}

// press offers more for a nonce that waited too long or is priced out, and otherwise hands it in again.
func (s *Sender) press(ctx context.Context, nonce uint64, tx Tx, wanted fees, baseFee *big.Int) error {
	slot := s.slots[nonce]
	if len(slot.sent) == 0 { // the pool said that the nonce is used, and no block says so yet
		return s.offer(ctx, nonce, tx)
	}
	due := time.Since(slot.when) >= s.cfg.Retry
	if slot.last.pays(baseFee) && !due {
		return nil
	}
	next, ok := bump(slot.last, wanted, s.cfg.MaxFee)
	if ok {
		last := slot.sent[len(slot.sent)-1]
		s.cfg.Log.Info("raising L1 fees", "nonce", nonce, "from", slot.last.max, "to", next.max, "baseFee", baseFee)
		return s.push(ctx, nonce, tx, last.Gas(), next)
	}
	if !slot.last.pays(baseFee) {
		return fmt.Errorf("nonce %d at the cap of %s, base fee %s wei: %w", nonce, s.cfg.MaxFee, baseFee, relay.ErrFeeCap)
	}
	return s.again(ctx, nonce)
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
