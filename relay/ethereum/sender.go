package ethereum

import (
	"context"
	"crypto/ecdsa"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// SenderConfig tunes a Sender. Zero values take the defaults.
type SenderConfig struct {
	MaxFee *big.Int      // wei per gas that is never exceeded; default 500 gwei
	Poll   time.Duration // between looks for receipts; default 1 s
	Retry  time.Duration // how long to leave a transaction before offering more for it; default 24 s
	// Depth is the blocks that the head moves on, with a nonce used and nothing of ours found in any, before the nonce is
	// given up unseen; also how deep a transaction must be before no reorg is reckoned with. Default 64: two epochs of
	// Ethereum's, by when what a node has not indexed is not in its chain.
	Depth uint64
	Log   *slog.Logger // default: silent
}

// Sender sends one account's transactions to L1, in order.
//
// The account's nonce on L1 is its only lasting memory. A nonce is mined once, so whatever a process that
// crashed left in the pool is either what is mined or is replaced; the next process begins at the first nonce
// that is not mined, never above it, so there is never a gap. What was asked for and did not happen is for the
// caller to find out from L1 and to ask for again. One account belongs to one Sender at a time.
//
// Within a process it remembers more: what it sent and nobody was told the end of. Asked for the same again, it takes
// that up where it stands, at its nonce, and sends nothing anew.
type Sender struct {
	chain   *Chain
	key     *ecdsa.PrivateKey
	address rollup.Address
	cfg     SenderConfig

	mu    sync.Mutex
	slots map[uint64]*nonceSlot // what this process sent, by nonce
}

// Tx is a transaction to send.
type Tx struct {
	To    *rollup.Address // nil creates a contract
	Data  []byte
	Value *big.Int // wei; nil for none
	Gas   uint64   // 0 estimates it, which also finds out beforehand whether it would fail
	kind  txKind
}

// txKind says what it means to ask for the same transaction again.
type txKind int

const (
	each txKind = iota // each one counts, such as a deposit: once its receipt was given, the same again is another
	once               // the contract takes it once, such as a posting: the same again is always that one
	sets               // the last one counts, such as a weight: the same again is another once there was one in between
)

// errSuperseded: the nonce was mined with a transaction that this process does not know, and that was seen: one of a
// process before it, most likely the same one.
var errSuperseded = errors.New("the nonce was used by an earlier process")

// errReplaced: the nonce was mined with another transaction of this process, which this one was to replace.
var errReplaced = errors.New("the nonce was used by what was sent there before")

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
	if cfg.Depth == 0 {
		cfg.Depth = 64
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
// used by another transaction, which was seen: look at L1 and ask again). Before anything is sent, an L1 node that does
// not answer or is behind is an error; after that it is asked again until ctx ends. Fees rise while a transaction
// waits, by the pool's rule, up to the cap. When ctx ends or an error is returned, what was sent may still land: asked
// for the same again, this process takes it up and pays once.
func (s *Sender) Send(ctx context.Context, txs ...Tx) ([]*types.Receipt, error) {
	if len(txs) == 0 {
		return nil, nil
	}
	return s.send(ctx, func(uint64) []Tx { return txs })
}

// send is Send of what depends on the first nonce that it goes out at.
func (s *Sender) send(ctx context.Context, build func(first uint64) []Tx) ([]*types.Receipt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	start, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	first, txs := s.place(start.nonce, build)
	receipts, err := s.run(ctx, start, first, txs)
	if errors.Is(err, errSuperseded) || errors.Is(err, errReplaced) {
		err = fmt.Errorf("%w: %w", relay.ErrOvertaken, err)
	}
	if err == nil {
		for i := range txs { // who asked knows the end: the same again is for the kind to say
			s.slots[first+uint64(i)].given = true
		}
	}
	return receipts, err
}

// run sends txs from nonce first on and waits for them.
func (s *Sender) run(ctx context.Context, start start, first uint64, txs []Tx) (receipts []*types.Receipt, err error) {
	for out := 0; len(receipts) < len(txs); {
		var failed error
		for used := false; out < len(txs) && !used; out++ {
			nonce := first + uint64(out)
			if !s.mayTake(nonce, start.nonce, txs[out]) {
				failed = fmt.Errorf("nonce %d: %w", nonce, errReplaced)
				break
			}
			// Where the pool says that the nonce is used, nothing goes out behind it before await has found out by whom.
			if used, failed = s.offer(ctx, start, nonce, txs[out]); failed != nil {
				break
			}
		}
		// A crash here leaves transactions in the pool: the next process starts at the same nonce and replaces them,
		// or finds it mined.
		more, err := s.await(ctx, first+uint64(len(receipts)), txs[len(receipts):out])
		receipts = append(receipts, more...)
		if err != nil {
			return receipts, err
		}
		if failed != nil {
			return receipts, failed
		}
	}
	return receipts, nil
}
