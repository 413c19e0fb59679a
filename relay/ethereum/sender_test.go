package ethereum_test

import (
	"context"
	"log/slog"
	"math/big"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
)

// pooled waits until the pool holds an account's transactions up to nonce.
func (l *l1) pooled(name string, nonce uint64) {
	require.Eventually(l.t, func() bool {
		pending, err := l.backend.Client().PendingNonceAt(context.Background(), addressOf(name))
		return err == nil && pending >= nonce
	}, 20*time.Second, 2*time.Millisecond)
}

// nonce is an account's next at the head. The node gives a receipt a moment before its head is the block that holds it, so
// it is read until it stays.
func (l *l1) nonce(name string) uint64 {
	for last, tries := uint64(0), 0; ; tries++ {
		nonce, err := l.backend.Client().NonceAt(context.Background(), addressOf(name), nil)
		require.NoError(l.t, err)
		if tries > 0 && nonce == last {
			return nonce
		}
		last = nonce
		time.Sleep(20 * time.Millisecond)
	}
}

// A process dies between sending and the receipts. Whatever became of what it sent, the next one, which knows
// nothing of it, brings each posting onto L1 once and in order, and leaves no gap of nonces.
func TestRestartBetweenSendAndReceipt(t *testing.T) {
	cases := []struct {
		name   string
		before func(n *testNet, log postingLog, process *ethereum.Account, ctx context.Context) // what the first process does
		after  func(n *testNet)                                                                 // what becomes of it
		pooled uint64                                                                           // transactions in the pool before the first process dies
	}{
		{"all of it is still in the pool", post, func(*testNet) {}, 5},
		{"all of it was dropped", post, func(n *testNet) { n.backend.Rollback() }, 5},
		{"it was mined meanwhile", post, func(n *testNet) { n.mine(2) }, 5},
		{"its nonces were used for something else", func(n *testNet, _ postingLog, process *ethereum.Account, ctx context.Context) {
			_, err := process.Deposit(ctx, rollup.Address{1}, uint256.NewInt(5), uint256.NewInt(5))
			require.ErrorIs(n.t, err, context.Canceled)
		}, func(*testNet) {}, 1},
		{"the first of it was dropped, the others wait for it", func(n *testNet, log postingLog, _ *ethereum.Account, _ context.Context) {
			first := n.nonce("relay")
			for i := range uint64(4) {
				tx, err := types.SignNewTx(keyOf("relay"), types.NewPragueSigner(big.NewInt(1337)), &types.DynamicFeeTx{
					ChainID: big.NewInt(1337), Nonce: first + 1 + i, Gas: 21_000, GasFeeCap: big.NewInt(10e9), GasTipCap: big.NewInt(1e9), To: &rollup.Address{1}})
				require.NoError(n.t, err)
				require.NoError(n.t, n.backend.Client().SendTransaction(context.Background(), tx))
			}
		}, func(*testNet) {}, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := startNetwork(t)
			log := n.postings(5)
			before := n.nonce("relay")
			ctx, die := context.WithCancel(t.Context())
			done := make(chan struct{})
			go func() {
				defer close(done)
				c.before(n, log, n.account("relay"), ctx)
			}()
			n.pooled("relay", before+c.pooled)
			if c.pooled == 0 {
				<-done
			}
			die()
			<-done
			c.after(n)

			defer n.keepMining()()
			drain(t, relay.NewRelay(log, n.account("relay"), relay.RelayConfig{Window: 5}), log.last())
			n.requireOnL1(log)
			require.Eventually(t, func() bool { // nothing hangs in the pool
				pending, err := n.backend.Client().PendingNonceAt(context.Background(), addressOf("relay"))
				return err == nil && pending == n.nonce("relay")
			}, 20*time.Second, 5*time.Millisecond)
		})
	}
}

func post(n *testNet, log postingLog, process *ethereum.Account, ctx context.Context) {
	_, err := process.Post(ctx, log)
	require.ErrorIs(n.t, err, context.Canceled)
}

// fullBlock makes a block that a stranger fills to the brim, at prices nobody else pays: the base fee rises by
// an eighth.
func (l *l1) fullBlock() {
	l.mu.Lock()
	defer l.mu.Unlock()
	ctx := context.Background()
	head, err := l.backend.Client().HeaderByNumber(ctx, nil)
	require.NoError(l.t, err)
	tx, err := types.SignNewTx(keyOf("spammer"), types.NewPragueSigner(big.NewInt(1337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: l.nonce("spammer"), Gas: head.GasLimit, GasFeeCap: big.NewInt(100_000e9), GasTipCap: big.NewInt(90_000e9),
		Data: []byte{0xfe}}) // a constructor that burns all its gas
	require.NoError(l.t, err)
	require.NoError(l.t, l.backend.Client().SendTransaction(ctx, tx))
	l.backend.Commit()
}

func (l *l1) baseFee() *big.Int {
	head, err := l.backend.Client().HeaderByNumber(context.Background(), nil)
	require.NoError(l.t, err)
	return head.BaseFee
}

// raises counts the log line of a fee that is raised.
type raises struct {
	slog.Handler
	count atomic.Int64
}

func (r *raises) Enabled(context.Context, slog.Level) bool { return true }

func (r *raises) Handle(_ context.Context, record slog.Record) error {
	if record.Message == "raising L1 fees" {
		r.count.Add(1)
	}
	return nil
}

// The base fee rises fifty times over while postings wait: fees follow, never above the cap.
func TestFeesFollow(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	log := n.postings(3)
	limit := big.NewInt(1_000e9)
	counter := &raises{}
	sender := ethereum.NewSender(n.dial(), keyOf("relay"), ethereum.SenderConfig{
		MaxFee: limit, Poll: 2 * time.Millisecond, Retry: time.Hour, Log: slog.New(counter)})
	start, first := n.baseFee(), n.nonce("relay")
	done := make(chan []relay.Posted)
	go func() {
		posted, err := n.client.Account(sender).Post(t.Context(), log)
		require.NoError(t, err)
		done <- posted
	}()
	n.pooled("relay", first+3)
	for n.baseFee().Cmp(new(big.Int).Mul(start, big.NewInt(50))) < 0 {
		n.fullBlock()
		time.Sleep(5 * time.Millisecond)
		require.Equal(t, first, n.nonce("relay"), "a full block took a posting")
	}
	stop := n.keepMining()
	posted := <-done
	stop()
	n.requireOnL1(log)
	require.Positive(t, counter.count.Load())
	// Each step is worth at least a tenth: 50-fold takes 42 of them at most, for each of three.
	require.LessOrEqual(t, counter.count.Load(), int64(3*42))
	for _, p := range posted {
		require.LessOrEqual(t, new(uint256.Int).Div(p.Cost, uint256.NewInt(p.GasUsed)).ToBig().Cmp(limit), 0)
	}
}

// Above the cap nothing is sent and what was sent stays; once L1 is cheaper the backlog drains. Nothing is lost.
func TestFeeCap(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	log := n.postings(4)
	limit := new(big.Int).Mul(n.baseFee(), big.NewInt(6))
	capped := func() *ethereum.Account {
		return n.client.Account(ethereum.NewSender(n.dial(), keyOf("relay"), ethereum.SenderConfig{MaxFee: limit, Poll: 2 * time.Millisecond, Retry: 20 * time.Millisecond}))
	}
	first := n.nonce("relay")
	account := capped()
	failed := make(chan error)
	go func() {
		_, err := account.Post(t.Context(), log[:2])
		failed <- err
	}()
	n.pooled("relay", first+2)
	var err error
	for err == nil {
		n.fullBlock()
		select {
		case err = <-failed:
		case <-time.After(5 * time.Millisecond):
		}
	}
	require.ErrorIs(t, err, relay.ErrFeeCap)
	require.Positive(t, n.baseFee().Cmp(limit))
	_, err = account.Post(t.Context(), log[:2])
	require.ErrorIs(t, err, relay.ErrFeeCap)
	_, err = capped().Post(t.Context(), log) // another process
	require.ErrorIs(t, err, relay.ErrFeeCap)
	require.Equal(t, first, n.nonce("relay"))

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		_ = relay.NewRelay(log, capped(), relay.RelayConfig{Interval: 5 * time.Millisecond, Patience: 20 * time.Millisecond}).Run(ctx)
	}()
	stop := n.keepMining()
	require.Eventually(t, func() bool {
		last, err := n.client.Last(ctx, 0)
		return err == nil && last == log.last()
	}, 60*time.Second, 20*time.Millisecond)
	cancel()
	<-done
	stop()
	for _, record := range n.requireOnL1(log) {
		require.LessOrEqual(t, new(uint256.Int).Div(record.Posted.Cost, uint256.NewInt(record.Posted.GasUsed)).ToBig().Cmp(limit), 0)
	}
}
