package ethereum

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/chorale-network/chorale/relay"
)

// offer hands tx to the pool at nonce, dearer than what this process sent there before. used: nothing was to be sent, or
// the pool says that the nonce is used.
func (s *Sender) offer(ctx context.Context, start start, nonce uint64, tx Tx) (used bool, err error) {
	if nonce < start.nonce {
		return false, nil // taken up, and in a block already
	}
	slot := s.slots[nonce]
	again := slot != nil && same(slot.newest(), tx)
	gas := tx.Gas
	switch {
	case again: // it was tried before it was sent; by now its own block could refuse it
		gas = slot.newest().Gas()
	case gas == 0:
		if gas, err = s.estimate(ctx, tx); err != nil {
			return false, err
		}
	}
	wanted, baseFee, err := s.market(ctx)
	if err != nil {
		return false, err
	}
	if !wanted.pays(baseFee) {
		return false, fmt.Errorf("base fee %s, cap %s wei: %w", baseFee, s.cfg.MaxFee, relay.ErrFeeCap)
	}
	if slot != nil {
		next, ok := bump(slot.last, wanted, s.cfg.MaxFee)
		if again && (!ok || slot.last.pays(baseFee)) {
			return s.again(ctx, nonce)
		}
		if !ok {
			return false, fmt.Errorf("nonce %d holds another transaction that cannot be outbid below the cap: %w", nonce, relay.ErrFeeCap)
		}
		wanted = next
	}
	return s.push(ctx, start.block, nonce, tx, gas, wanted)
}

// push sends a version of tx, at a nonce that was open at an L1 block. Where the pool holds something dearer that this process does not know, it offers
// twice as much until the pool takes it or the cap is reached. Where the pool says that the nonce is used, or nobody
// answers whether it took the transaction, await finds out.
func (s *Sender) push(ctx context.Context, block, nonce uint64, tx Tx, gas uint64, f fees) (used bool, err error) {
	for {
		signed, err := types.SignNewTx(s.key, types.NewPragueSigner(s.chain.id), &types.DynamicFeeTx{
			ChainID: s.chain.id, Nonce: nonce, GasTipCap: f.tip, GasFeeCap: f.max, Gas: gas, To: tx.To, Value: tx.Value, Data: tx.Data,
		})
		if err != nil {
			return false, fmt.Errorf("sign nonce %d: %w", nonce, err)
		}
		// Remembered before it is sent: from there on it may be mined, whatever is answered, and none that may be is forgotten.
		slot := s.slots[nonce]
		if slot == nil {
			slot = &nonceSlot{from: block}
			s.slots[nonce] = slot
		}
		slot.sent, slot.last = append(slot.sent, signed), f
		s.cfg.Log.Debug("sending to L1", "nonce", nonce, "tx", signed.Hash(), "maxFee", f.max, "tip", f.tip)
		failpoint("before send")
		answer, used, err := s.hand(ctx, nonce)
		failpoint("after send")
		if answer != poolHasDearer {
			return used, err
		}
		dearer := f.double(s.cfg.MaxFee)
		if dearer.max.Cmp(f.max) <= 0 {
			return false, nil // something sits there at the cap already: it will be mined in this one's place
		}
		f = dearer
	}
}

// again hands the pool the last version of a nonce once more, in case it was dropped.
func (s *Sender) again(ctx context.Context, nonce uint64) (used bool, err error) {
	_, used, err = s.hand(ctx, nonce)
	return used, err
}

// hand gives the pool the newest version at a nonce. An answer that was lost leaves it to be handed in again.
func (s *Sender) hand(ctx context.Context, nonce uint64) (answer poolAnswer, used bool, err error) {
	slot := s.slots[nonce]
	slot.when = time.Now()
	err = s.chain.eth.SendTransaction(ctx, slot.newest())
	answer = judge(err)
	slot.lost = answer == poolSilent
	switch answer {
	case poolTook, poolHasDearer:
		return answer, false, nil
	case poolNonceUsed:
		return answer, true, nil
	case poolSilent:
		s.cfg.Log.Debug("no answer from the L1 node", "nonce", nonce, "err", err)
		return answer, false, nil
	case poolNoFunds:
		if s.short(ctx) {
			return answer, false, fmt.Errorf("%w: %w", relay.ErrFunds, err)
		}
		s.cfg.Log.Warn("the L1 node says that funds are short, the balance does not", "nonce", nonce, "err", err)
		slot.lost = true
		return answer, false, nil
	case poolTooDear:
		return answer, false, fmt.Errorf("%w: %w", relay.ErrFeeCap, err)
	}
	return answer, false, fmt.Errorf("send nonce %d: %w", nonce, err)
}

// short says whether the account's balance at the head is less than what it has in flight may cost. A node that is
// behind may not know yet of ether that has come.
func (s *Sender) short(ctx context.Context) bool {
	head, err := s.chain.head(ctx)
	if err != nil {
		return false
	}
	balance, err := s.chain.balance(ctx, s.address, head.Hash())
	if err != nil {
		return false
	}
	open, err := s.chain.nonce(ctx, s.address, head.Hash())
	if err != nil {
		return false
	}
	need := new(big.Int)
	for nonce, slot := range s.slots {
		if nonce >= open {
			need.Add(need, slot.newest().Cost())
		}
	}
	return balance.Cmp(need) < 0
}

// press offers more for an open nonce that waited too long or is priced out, hands in again what got no answer, and
// otherwise leaves it. Its errors are verdicts; a node that does not take something now is asked again at the next look.
func (s *Sender) press(ctx context.Context, nonce uint64, wanted fees, baseFee *big.Int) error {
	slot := s.slots[nonce]
	if slot == nil {
		return nil
	}
	due := time.Since(slot.when) >= s.cfg.Retry
	pays := slot.last.pays(baseFee)
	if pays && !due && !slot.lost {
		return nil
	}
	last := slot.newest()
	next, ok := bump(slot.last, wanted, s.cfg.MaxFee)
	var err error
	switch {
	case pays && !due:
		_, err = s.again(ctx, nonce)
	case ok:
		s.cfg.Log.Info("raising L1 fees", "nonce", nonce, "from", slot.last.max, "to", next.max, "baseFee", baseFee)
		_, err = s.push(ctx, slot.from, nonce, Tx{To: last.To(), Data: last.Data(), Value: last.Value()}, last.Gas(), next)
	case !pays:
		return fmt.Errorf("nonce %d at the cap of %s, base fee %s wei: %w", nonce, s.cfg.MaxFee, baseFee, relay.ErrFeeCap)
	default:
		_, err = s.again(ctx, nonce)
	}
	if err != nil && !errors.Is(err, relay.ErrFunds) && !errors.Is(err, relay.ErrFeeCap) {
		s.cfg.Log.Warn("the L1 node does not take a transaction", "nonce", nonce, "err", err)
		return nil
	}
	return err
}

// market is what to offer now, within the cap, and the base fee.
func (s *Sender) market(ctx context.Context) (fees, *big.Int, error) {
	head, err := s.chain.head(ctx)
	if err != nil {
		return fees{}, nil, err
	}
	tip, err := again(ctx, s.chain, s.chain.eth.SuggestGasTipCap)
	if err != nil {
		return fees{}, nil, fmt.Errorf("L1 tip: %w", err)
	}
	return suggest(tip, head.BaseFee, s.cfg.MaxFee), head.BaseFee, nil
}

// spareGas is what a call may need above its estimate where others come before it: two storage slots more, as when their
// items fill the one in which the queue would have stood. Gas that is not used is not paid.
const spareGas = 50_000

// estimate is the gas that tx needs on the newest block, and a fifth more and some to spare. The block is named by its hash: a refusal
// that is rehearsed on an older one than was seen is none.
func (s *Sender) estimate(ctx context.Context, tx Tx) (uint64, error) {
	head, err := s.chain.head(ctx)
	if err != nil {
		return 0, err
	}
	gas, err := again(ctx, s.chain, func(ctx context.Context) (uint64, error) {
		return s.chain.eth.EstimateGasAtBlockHash(ctx, goethereum.CallMsg{From: s.address, To: tx.To, Value: tx.Value, Data: tx.Data}, head.Hash())
	})
	if err != nil {
		return 0, explain(err)
	}
	return gas + gas/5 + spareGas, nil
}

// poolAnswer is what a node says to eth_sendRawTransaction.
type poolAnswer int

const (
	poolTook poolAnswer = iota
	poolHasDearer
	poolNonceUsed
	poolNoFunds
	poolTooDear // more in fees than the node's own bound for what it sends on (geth's --rpc.txfeecap)
	poolFailed
	poolSilent // no answer: nobody knows whether it took it
)

// judge reads the pool's answer. JSON-RPC gives no codes here, only the words of go-ethereum's core/txpool,
// which other clients use as well.
func judge(err error) poolAnswer {
	if err == nil {
		return poolTook
	}
	var answered rpc.Error
	if !errors.As(err, &answered) || passing(err) {
		return poolSilent
	}
	says := strings.ToLower(err.Error())
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(says, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("already known", "known transaction"):
		return poolTook
	case has("replacement transaction underpriced", "transaction underpriced"):
		return poolHasDearer
	case has("nonce too low"):
		return poolNonceUsed
	case has("insufficient funds"):
		return poolNoFunds
	case has("exceeds the configured cap"):
		return poolTooDear
	}
	return poolFailed
}
