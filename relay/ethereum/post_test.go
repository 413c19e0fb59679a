package ethereum_test

import (
	"context"
	"math/big"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	merkle "github.com/FantasyJony/openzeppelin-merkle-tree-go/standard_merkle_tree"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// ledger is a posted ledger, made with another implementation of OpenZeppelin's StandardMerkleTree than ours.
type ledger struct {
	root   rollup.Digest
	claims map[rollup.Address]*relay.Claim
}

func newLedger(t testing.TB, claims ...relay.Claim) *ledger {
	var leaves [][]any
	for _, c := range claims {
		leaves = append(leaves, []any{c.Account, c.Deposits.ToBig(), c.Charges.ToBig(), c.Credits.ToBig(), c.Withdrawals.ToBig()})
	}
	tree, err := merkle.Of(leaves, []string{"address", "uint256", "uint256", "uint256", "uint256"})
	require.NoError(t, err)
	l := &ledger{root: common.BytesToHash(tree.GetRoot()), claims: map[rollup.Address]*relay.Claim{}}
	for i, c := range claims {
		proof, err := tree.GetProof(leaves[i])
		require.NoError(t, err)
		for _, p := range proof {
			c.Proof = append(c.Proof, common.BytesToHash(p))
		}
		c.Root = l.root
		l.claims[c.Account] = &c
	}
	return l
}

func (l *ledger) Claim(_ context.Context, root rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	claim, ok := l.claims[account]
	return claim, ok && root == l.root, nil
}

func leaf(account rollup.Address, deposits, charges, credits, withdrawals uint64) relay.Claim {
	return relay.Claim{Account: account, Deposits: uint256.NewInt(deposits), Charges: uint256.NewInt(charges),
		Credits: uint256.NewInt(credits), Withdrawals: uint256.NewInt(withdrawals)}
}

// drain steps a relay until all postings are on L1.
func drain(t testing.TB, r *relay.Relay, last rollup.Slot) {
	for {
		_, err := r.Step(t.Context())
		require.NoError(t, err)
		progress, err := r.Progress(t.Context())
		require.NoError(t, err)
		if progress.Last == last {
			return
		}
	}
}

// From signed postings over the contract's own check of the signature to payout accounts that hold, to the
// wei, what the ledger says.
func TestPostVerifyClaim(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	ctx := t.Context()
	defer n.keepMining()()
	_, err := n.account("depositor").Deposit(ctx, addressOf("depositor"), uint256.NewInt(900_000), uint256.NewInt(100_000))
	require.NoError(t, err)

	book := newLedger(t, leaf(addressOf("depositor"), 1_000_000, 400_000, 0, 50_000), leaf(addressOf("payout901"), 0, 0, 250_001, 0),
		leaf(addressOf("payout902"), 0, 0, 149_998, 0), leaf(rollup.Address{1}, 0, 0, 1, 0))
	log := n.postings(4)
	view, err := n.client.View(ctx)
	require.NoError(t, err)
	log = append(log, n.posting(&log[3].Posting, 2, book.root, []byte("the slots"), view))

	account := n.account("relay")
	var told []relay.Posted
	poster := relay.NewRelay(log, account, relay.RelayConfig{OnPosted: func(p relay.Posted) { told = append(told, p) }})
	drain(t, poster, log.last())
	records := n.requireOnL1(log)
	require.Len(t, told, len(log))
	for i, record := range records {
		require.Equal(t, record.Posted, told[i])
		require.Equal(t, addressOf("relay"), told[i].Sender)
		require.Equal(t, new(uint256.Int).Mul(uint256.NewInt(told[i].GasUsed), new(uint256.Int).Div(told[i].Cost, uint256.NewInt(told[i].GasUsed))), told[i].Cost)
		t.Logf("posting of %d bytes: %d gas", len(record.Signed.Data), told[i].GasUsed)
	}
	require.Equal(t, book.root, told[len(told)-1].Ledger)

	before := map[rollup.Address]*big.Int{}
	paidTo := []rollup.Address{addressOf("payout901"), addressOf("payout902"), addressOf("depositor"), {0xde, 0xad}}
	for _, a := range paidTo {
		before[a], err = n.client.Chain().Balance(ctx, a)
		require.NoError(t, err)
	}
	payer := relay.NewPayer(book, account, relay.PayerConfig{Accounts: func(context.Context) ([]rollup.Address, error) { return paidTo, nil }})
	var paid []relay.Paid
	for len(paid) < 3 { // until the claim delay is over
		now, err := payer.Step(ctx)
		require.NoError(t, err)
		paid = append(paid, now...)
	}
	for i, want := range []uint64{250_001, 149_998, 50_000} {
		require.Equal(t, uint256.NewInt(want), paid[i].Amount)
		require.Equal(t, uint256.NewInt(want), paid[i].Cumulative)
		after, err := n.client.Chain().Balance(ctx, paidTo[i])
		require.NoError(t, err)
		require.Equal(t, new(big.Int).SetUint64(want), after.Sub(after, before[paidTo[i]]))
	}
	again, err := payer.Step(ctx)
	require.NoError(t, err)
	require.Empty(t, again, "nothing is paid twice")

	_, err = account.Claim(ctx, book.claims[addressOf("payout901")])
	require.ErrorIs(t, err, relay.ErrOvertaken)
	forged := *book.claims[addressOf("payout901")]
	forged.Credits = uint256.NewInt(999_999)
	_, err = account.Claim(ctx, &forged)
	require.ErrorIs(t, err, relay.ErrRefused)
	require.ErrorContains(t, err, "InvalidProof")
}

// What the contract would refuse costs no gas, and is named.
func TestPostRefuses(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	defer n.keepMining()()
	log := n.postings(3)
	account := n.account("relay")
	change := func(f func(*sequencer.SignedPosting)) *sequencer.SignedPosting {
		p := *log[0]
		f(&p)
		return &p
	}
	cases := []struct {
		name  string
		run   []*sequencer.SignedPosting
		says  string
		fails error
	}{
		{"a signature of something else", []*sequencer.SignedPosting{change(func(p *sequencer.SignedPosting) { p.Signature = log[1].Signature })}, "signature", relay.ErrRefused},
		{"a posting that was not signed", []*sequencer.SignedPosting{change(func(p *sequencer.SignedPosting) { p.Posting.LedgerRoot[0] ^= 1 })}, "signature", relay.ErrRefused},
		{"data that was not signed", []*sequencer.SignedPosting{change(func(p *sequencer.SignedPosting) { p.Data = append(p.Data, 0) })}, "data", relay.ErrRefused},
		{"more than L1's pool takes", []*sequencer.SignedPosting{n.posting(nil, 1, rollup.Digest{}, make([]byte, ethereum.MaxPostingData+1), rollup.L1View{})}, "bytes of data", relay.ErrRefused},
		{"a gap", []*sequencer.SignedPosting{log[1]}, "WrongFirstSlot", relay.ErrOvertaken},
		{"a queue that L1 does not have", []*sequencer.SignedPosting{n.posting(nil, 1, rollup.Digest{}, nil, rollup.L1View{QueuePosition: 1, QueueHash: rollup.Digest{5}})}, "WrongQueueHash", relay.ErrRefused},
		{"a view ahead of L1", []*sequencer.SignedPosting{n.posting(nil, 1, rollup.Digest{}, nil, rollup.L1View{Number: 1 << 40})}, "ViewAhead", relay.ErrRefused},
	}
	before, err := n.client.Chain().Balance(t.Context(), account.Address())
	require.NoError(t, err)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			posted, err := account.Post(t.Context(), c.run)
			require.Empty(t, posted)
			require.ErrorIs(t, err, c.fails)
			require.ErrorContains(t, err, c.says)
		})
	}
	after, err := n.client.Chain().Balance(t.Context(), account.Address())
	require.NoError(t, err)
	require.Equal(t, before, after)

	biggest := n.posting(nil, 1, rollup.Digest{}, fill(ethereum.MaxPostingData), rollup.L1View{})
	posted, err := account.Post(t.Context(), []*sequencer.SignedPosting{biggest})
	require.NoError(t, err)
	require.Len(t, posted, 1)
	n.requireOnL1(postingLog{biggest})
}

// fill is data without a zero byte: the dearest there is.
func fill(size int) []byte {
	b := make([]byte, size)
	for i := range b {
		b[i] = byte(1 + i%255)
	}
	return b
}

// Three relays with the same postings, each in its own time: every posting is on L1 once and in order, and who
// comes second pays little.
func TestRelaysRace(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	stop := n.keepMining()
	log := n.postings(30)
	ctx, cancel := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	for i, name := range []string{"relay", "relay2", "relay3"} {
		r := relay.NewRelay(log, n.account(name), relay.RelayConfig{Window: 1 + i, Interval: time.Duration(1+i) * time.Millisecond, Patience: 20 * time.Millisecond})
		wg.Go(func() { _ = r.Run(ctx) })
	}
	watcher := relay.NewRelay(log, n.account("relay"), relay.RelayConfig{})
	for progress := (relay.Progress{}); progress.Last < log.last(); {
		var err error
		progress, err = watcher.Progress(ctx)
		require.NoError(t, err)
		time.Sleep(20 * time.Millisecond)
	}
	cancel()
	wg.Wait()
	stop()
	n.mine(2)
	n.requireOnL1(log)

	won, lost, dearest := map[rollup.Address]int{}, 0, uint64(0)
	for record := range n.client.Postings(t.Context(), 0) {
		won[record.Posted.Sender]++
	}
	for _, receipt := range n.receipts() {
		if receipt.Status == types.ReceiptStatusFailed {
			lost++
			dearest = max(dearest, receipt.GasUsed)
			data, err := n.calldata(receipt.TxHash)
			require.NoError(t, err)
			require.LessOrEqual(t, receipt.GasUsed-dataGas(data), uint64(60_000), "what losing costs besides the data that it carried")
		}
	}
	t.Logf("postings won: %v; transactions lost: %d, of at most %d gas", won, lost, dearest)
}

// dataGas is what a transaction's calldata costs (EIP-7623's floor apart, which is not reached here).
func dataGas(data []byte) (gas uint64) {
	for _, b := range data {
		gas += 16
		if b == 0 {
			gas -= 12
		}
	}
	return gas
}

// Reorgs of random depth drop postings and bring others back: in the end each is there once, in order.
func TestRelaySurvivesReorgs(t *testing.T) {
	t.Parallel()
	n := startNetwork(t)
	log := n.postings(40)
	random := rand.New(rand.NewPCG(1, 2))
	// The chain below is never reorganised: the network stays deployed.
	n.mine(8)
	landed := map[rollup.Digest]rollup.Digest{} // each posting's block, as it was first seen
	poster := relay.NewRelay(log, n.account("relay"), relay.RelayConfig{
		Window: 3, Depth: 8, Interval: time.Millisecond, Patience: 10 * time.Millisecond,
		OnPosted: func(p relay.Posted) {
			if _, ok := landed[p.Root]; !ok {
				landed[p.Root] = p.BlockHash
			}
		},
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); _ = poster.Run(ctx) }()
	watcher := n.account("relay2")
	reorgs := 0
	for {
		n.mine(1)
		time.Sleep(10 * time.Millisecond)
		last, err := watcher.Last(ctx, 0)
		require.NoError(t, err)
		if random.IntN(4) == 0 && reorgs < 25 {
			n.reorg(1 + random.Uint64N(7))
			reorgs++
		}
		if last == log.last() && reorgs == 25 {
			break
		}
	}
	stop := n.keepMining()
	for confirmed := rollup.Slot(0); confirmed < log.last(); {
		var err error
		confirmed, err = watcher.Last(ctx, 8)
		require.NoError(t, err)
	}
	cancel()
	<-done
	stop()
	moved := 0
	for _, record := range n.requireOnL1(log) {
		if landed[record.Posted.Root] != record.Posted.BlockHash {
			moved++
		}
	}
	require.Positive(t, moved, "no reorg undid a posting: nothing was tested")
	t.Logf("%d of %d postings were undone and are there again", moved, len(log))
}
