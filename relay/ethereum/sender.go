package ethereum

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"time"

	goethereum "github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// SenderConfig tunes a Sender. Zero values take the defaults.
type SenderConfig struct {
	MaxFee *big.Int      // wei per gas that is never exceeded; default 500 gwei
	Poll   time.Duration // between looks for receipts; default 1 s
	Retry  time.Duration // how long to leave a transaction before offering more for it; default 24 s
	Log    *slog.Logger  // default: silent
}

// Sender sends one account's transactions to L1, in order.
//
// The account's nonce on L1 is its only lasting memory. A nonce is mined once, so whatever a process that
// crashed left in the pool is either what is mined or is replaced; the next process begins at the first nonce
// that is not mined, never above it, so there is never a gap. What was asked for and did not happen is for the
// caller to find out from L1 and to ask for again. One account belongs to one Sender at a time.
type Sender struct {
	chain   *Chain
	key     *ecdsa.PrivateKey
	address rollup.Address
	cfg     SenderConfig

	mu         sync.Mutex
	slots      map[uint64]*nonceSlot // what this process sent and has not seen mined, by nonce
	mined      *types.Receipt        // of the highest nonce that it has; nil before the first
	minedNonce uint64
}

// nonceSlot is what was sent at one nonce: several versions of one transaction, or of several; none where the pool
// said that the nonce is used.
type nonceSlot struct {
	sent   []*types.Transaction // in the order in which they were sent, each dearer than the one before
	last   fees
	when   time.Time // when the last was sent or offered again
	from   uint64    // L1 block at which the nonce was not used
	usedAt uint64    // L1 block at which it was first found used without a receipt of ours; 0 if it was not
}

// Tx is a transaction to send.
type Tx struct {
	To    *rollup.Address // nil creates a contract
	Data  []byte
	Value *big.Int // wei; nil for none
	Gas   uint64   // 0 estimates it, which also finds out beforehand whether it would fail
}

// errSuperseded: the nonce was mined with a transaction that this process does not know, and that was seen: one of a
// process before it, most likely the same one.
var errSuperseded = errors.New("the nonce was used by an earlier process")

// NewSender makes the sender of key's account.
func NewSender(chain *Chain, key *ecdsa.PrivateKey, cfg SenderConfig) *Sender {
	if cfg.MaxFee == nil {
		cfg.MaxFee = big.NewInt(500e9)
	}
	if cfg.Poll <= 0 {
		cfg.Poll = time.Second
	}
	if cfg.Retry <= 0 {
		cfg.Retry = 24 * time.Second
	}
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	return &Sender{chain: chain, key: key, address: crypto.PubkeyToAddress(key.PublicKey), cfg: cfg, slots: map[uint64]*nonceSlot{}}
}

// Address is the account that sends and pays.
func (s *Sender) Address() rollup.Address { return s.address }

// Send sends transactions at consecutive nonces and waits until they are in blocks. It returns the receipts of
// those that are, in order, failed ones included; fewer than asked for only with an error, which wraps
// relay.ErrFeeCap, relay.ErrFunds, relay.ErrRefused (the estimate fails) or relay.ErrOvertaken (a nonce was
// used by an earlier process, whose transaction was seen: look at L1 and ask again). An L1 node that does not answer,
// answers late or is behind is asked again until ctx ends. Fees rise while a transaction waits, by the pool's
// rule, up to the cap. When ctx ends or an error is returned, what was sent may still land.
func (s *Sender) Send(ctx context.Context, txs ...Tx) ([]*types.Receipt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	first, from, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	s.forget(first)
	sent := 0
	var failed error
	for i, tx := range txs {
		nonce := first + uint64(i)
		if s.slots[nonce] == nil {
			s.slots[nonce] = &nonceSlot{from: from}
		}
		if failed = s.offer(ctx, nonce, tx); failed != nil {
			break
		}
		sent++
		if len(s.slots[nonce].sent) == 0 {
			break // the pool says that the nonce is used: await finds out by whom, before more is sent
		}
	}
	// A crash here leaves transactions in the pool: the next process starts at the same nonce and replaces them,
	// or finds it mined.
	receipts, err := s.await(ctx, first, txs[:sent])
	if err != nil {
		failed = err
	}
	if errors.Is(failed, errSuperseded) {
		failed = fmt.Errorf("%w: %w", relay.ErrOvertaken, failed)
	}
	return receipts, failed
}

// forget drops what is mined below the first open nonce.
func (s *Sender) forget(first uint64) {
	for nonce := range s.slots {
		if nonce < first {
			delete(s.slots, nonce)
		}
	}
}

// offer signs tx at nonce and hands it to the pool, dearer than what this process sent there before.
func (s *Sender) offer(ctx context.Context, nonce uint64, tx Tx) error {
	gas := tx.Gas
	if gas == 0 {
		estimated, err := s.estimate(ctx, tx)
		if err != nil {
			return err
		}
		gas = estimated
	}
	wanted, baseFee, err := s.market(ctx)
	if err != nil {
		return err
	}
	if !wanted.pays(baseFee) {
		return fmt.Errorf("base fee %s, cap %s wei: %w", baseFee, s.cfg.MaxFee, relay.ErrFeeCap)
	}
	slot := s.slots[nonce]
	if len(slot.sent) > 0 {
		last := slot.sent[len(slot.sent)-1]
		next, ok := bump(slot.last, wanted, s.cfg.MaxFee)
		if s.same(last, tx) && (!ok || slot.last.pays(baseFee)) {
			return s.again(ctx, nonce)
		}
		if !ok {
			return fmt.Errorf("nonce %d holds another transaction that cannot be outbid below the cap: %w", nonce, relay.ErrFeeCap)
		}
		wanted = next
	}
	return s.push(ctx, nonce, tx, gas, wanted)
}

// push sends a version of tx. Where the pool holds something dearer that this process does not know, it offers
// twice as much until the pool takes it or the cap is reached. Where the pool says that the nonce is used, or nobody
// answers whether it took the transaction, await finds out.
func (s *Sender) push(ctx context.Context, nonce uint64, tx Tx, gas uint64, f fees) error {
	for {
		signed, err := types.SignNewTx(s.key, types.NewPragueSigner(s.chain.id), &types.DynamicFeeTx{
			ChainID: s.chain.id, Nonce: nonce, GasTipCap: f.tip, GasFeeCap: f.max, Gas: gas, To: tx.To, Value: tx.Value, Data: tx.Data,
		})
		if err != nil {
			return fmt.Errorf("sign nonce %d: %w", nonce, err)
		}
		failpoint("before send")
		err = s.chain.eth.SendTransaction(ctx, signed)
		failpoint("after send")
		switch judge(err) {
		case poolTook:
			s.remember(nonce, signed, f)
			s.cfg.Log.Debug("sent to L1", "nonce", nonce, "tx", signed.Hash(), "maxFee", f.max, "tip", f.tip)
			return nil
		case poolHasDearer:
			dearer := f.double(s.cfg.MaxFee)
			if dearer.max.Cmp(f.max) > 0 {
				f = dearer
				continue
			}
			// Something sits there at the cap already: it will be mined in this one's place.
			s.remember(nonce, signed, f)
			return nil
		case poolNonceUsed:
			return nil
		case poolNoFunds:
			return fmt.Errorf("%w: %w", relay.ErrFunds, err)
		case poolTooDear:
			return fmt.Errorf("%w: %w", relay.ErrFeeCap, err)
		case poolSilent:
			s.remember(nonce, signed, f) // it may have got there
			s.cfg.Log.Debug("no answer from the L1 node", "nonce", nonce, "err", err)
			return nil
		default:
			return fmt.Errorf("send nonce %d: %w", nonce, err)
		}
	}
}

// again hands the pool the last version of a nonce once more, in case it was dropped.
func (s *Sender) again(ctx context.Context, nonce uint64) error {
	slot := s.slots[nonce]
	slot.when = time.Now()
	err := s.chain.eth.SendTransaction(ctx, slot.sent[len(slot.sent)-1])
	switch judge(err) {
	case poolTook, poolHasDearer, poolNonceUsed, poolSilent:
		return nil // await finds out which
	case poolNoFunds:
		return fmt.Errorf("%w: %w", relay.ErrFunds, err)
	}
	return fmt.Errorf("send nonce %d again: %w", nonce, err)
}

func (s *Sender) remember(nonce uint64, tx *types.Transaction, f fees) {
	slot := s.slots[nonce]
	slot.sent, slot.last, slot.when = append(slot.sent, tx), f, time.Now()
}

// same says whether a sent transaction is a version of tx.
func (s *Sender) same(sent *types.Transaction, tx Tx) bool {
	value := tx.Value
	if value == nil {
		value = new(big.Int)
	}
	to := sent.To()
	return string(sent.Data()) == string(tx.Data) && sent.Value().Cmp(value) == 0 &&
		(to == nil) == (tx.To == nil) && (to == nil || *to == *tx.To)
}

// market is what to offer now, within the cap, and the base fee.
func (s *Sender) market(ctx context.Context) (fees, *big.Int, error) {
	head, err := s.chain.head(ctx)
	if err != nil {
		return fees{}, nil, err
	}
	tip, err := s.chain.eth.SuggestGasTipCap(ctx)
	if err != nil {
		return fees{}, nil, fmt.Errorf("L1 tip: %w", err)
	}
	return suggest(tip, head.BaseFee, s.cfg.MaxFee), head.BaseFee, nil
}

// estimate is the gas that tx needs on the newest block, and a fifth more.
func (s *Sender) estimate(ctx context.Context, tx Tx) (uint64, error) {
	gas, err := s.chain.eth.EstimateGas(ctx, goethereum.CallMsg{From: s.address, To: tx.To, Value: tx.Value, Data: tx.Data})
	if err != nil {
		return 0, explain(err)
	}
	return gas + gas/5, nil
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
	if !errors.As(err, &answered) {
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
