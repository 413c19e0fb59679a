package ethereum_test

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

const ether = 1e18

// l1 is an Ethereum node in process under Prague's rules (the backend's own default is later forks), with its
// JSON-RPC on loopback, that makes a block when it is told to.
type l1 struct {
	t       testing.TB
	url     string
	mu      sync.Mutex // the backend makes one block at a time
	backend *simulated.Backend
}

// keyOf is the secret key of a test account, all of which are rich.
func keyOf(name string) *ecdsa.PrivateKey {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("test account " + name)))
	if err != nil {
		panic(err)
	}
	return key
}

func addressOf(name string) rollup.Address { return crypto.PubkeyToAddress(keyOf(name).PublicKey) }

var accounts = []string{"governance", "relay", "relay2", "relay3", "depositor", "spammer", "payout901", "payout902"}

func startL1(t testing.TB) *l1 {
	t.Helper()
	alloc := types.GenesisAlloc{}
	for _, name := range accounts {
		alloc[addressOf(name)] = types.Account{Balance: new(big.Int).Mul(big.NewInt(ether), big.NewInt(1_000_000))}
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	port := listener.Addr().(*net.TCPAddr).Port
	require.NoError(t, listener.Close())
	backend := simulated.NewBackend(alloc, func(n *node.Config, e *ethconfig.Config) {
		n.HTTPHost, n.HTTPPort, n.HTTPModules = "127.0.0.1", port, []string{"eth"}
		rules := *params.AllDevChainProtocolChanges
		rules.OsakaTime, rules.BogotaTime = nil, nil
		e.Genesis.Config = &rules
		e.TxPool.AccountSlots = 64
		e.RPCTxFeeCap = 0
	})
	t.Cleanup(func() { require.NoError(t, backend.Close()) })
	return &l1{t: t, url: fmt.Sprintf("http://127.0.0.1:%d", port), backend: backend}
}

// mine makes n blocks.
func (l *l1) mine(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for range n {
		l.backend.Commit()
	}
}

// keepMining makes a block every few milliseconds until stop is called.
func (l *l1) keepMining() (stop func()) {
	ctx, cancel := context.WithCancel(l.t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		for ctx.Err() == nil {
			l.mine(1)
			time.Sleep(15 * time.Millisecond)
		}
	}()
	return sync.OnceFunc(func() { cancel(); <-done })
}

// reorg empties the pool and replaces the last depth blocks by depth+1 new ones, made of what the pool then
// holds: what was in the old ones, if anything.
func (l *l1) reorg(depth uint64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	ctx := context.Background()
	head, err := l.backend.Client().BlockNumber(ctx)
	require.NoError(l.t, err)
	depth = min(depth, head)
	parent, err := l.backend.Client().HeaderByNumber(ctx, new(big.Int).SetUint64(head-depth))
	require.NoError(l.t, err)
	// The backend forks only while its pool is empty, and relays keep filling it.
	require.Eventually(l.t, func() bool {
		l.backend.Rollback()
		return l.backend.Fork(parent.Hash()) == nil
	}, 20*time.Second, time.Millisecond)
	for range depth + 1 {
		l.backend.Commit()
	}
}

func (l *l1) dial() *ethereum.Chain {
	chain, err := ethereum.Dial(l.t.Context(), l.url)
	require.NoError(l.t, err)
	l.t.Cleanup(chain.Close)
	return chain
}

// sender is a new process's sender of a test account: it remembers nothing.
func (l *l1) sender(name string) *ethereum.Sender {
	return ethereum.NewSender(l.dial(), keyOf(name), ethereum.SenderConfig{Poll: 5 * time.Millisecond, Retry: 200 * time.Millisecond})
}

// testNet is a network on an L1, with its committee's shares.
type testNet struct {
	*l1
	client *ethereum.Client
	gov    *ethereum.Account
	group  threshold.Group
	shares []*threshold.Share
	dir    *ethereum.Directory
}

var plan = ethereum.Plan{
	InclusionBlocks: 1_000_000, FreezeSeconds: 1_000_000_000, FreezeBlocks: 1_000_000, ExitSeconds: 1_000_000_000, ClaimDelay: 3,
	Rollups: []ethereum.Charter{
		{Genesis: rollup.Genesis{Chain: 901, JSON: []byte(`{"rollup":901}`)}, Payout: addressOf("payout901"), Weight: 1},
		{Genesis: rollup.Genesis{Chain: 902, JSON: []byte(`{"rollup":902}`)}, Payout: addressOf("payout902")},
	},
}

func testParameters() *rollup.Parameters {
	return &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{1},
		Reserve: uint256.NewInt(1), FeeBase: uint256.NewInt(2), FeePerKiB: uint256.NewInt(3), FeePerMegagas: uint256.NewInt(4),
		BatchGas: 1e8, BidderGas: 1e8, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1e6, MaxLag: 8, BlockGas: 30e6, ForcedGas: 1e6, TriggerDepth: 4, TriggerCount: 16,
		PostEvery: 4, PostBytes: 100_000, L1Depth: 2, L1Rounding: 4,
		Members: []rollup.Member{{Name: "ada", ConsensusKey: "00", DealerKey: "00", Account: rollup.Address{2}}},
		Rollups: []rollup.ChainID{901, 902},
	}
}

// startNetwork deploys a network with a dealt committee of four.
func startNetwork(t testing.TB) *testNet { return startNetworkOf(t, plan) }

func startNetworkOf(t testing.TB, plan ethereum.Plan) *testNet {
	t.Helper()
	l := startL1(t)
	stop := l.keepMining()
	defer stop()
	ctx := t.Context()
	gov := l.sender("governance")
	at, err := ethereum.Deploy(ctx, gov, plan)
	require.NoError(t, err)
	chain := l.dial()
	client, err := ethereum.Open(ctx, chain, at.Registry, at.FromBlock)
	require.NoError(t, err)
	require.Equal(t, at, client.Contracts())
	n := &testNet{l1: l, client: client, gov: client.Account(gov)}
	_, err = n.gov.SetParameters(ctx, testParameters())
	require.NoError(t, err)
	n.group, n.shares = thresholdtest.Committee(3, 4, 7)
	_, err = n.gov.SetFirstKey(ctx, &n.group)
	require.NoError(t, err)
	n.dir, err = client.Directory(ctx)
	require.NoError(t, err)
	return n
}

// account is a new process that acts as a test account on the network.
func (n *testNet) account(name string) *ethereum.Account { return n.client.Account(n.sender(name)) }

// posting makes and signs the posting after previous (nil for the first) over the given number of slots.
func (n *testNet) posting(previous *sequencer.Posting, slots int, ledger rollup.Digest, data []byte, view rollup.L1View) *sequencer.SignedPosting {
	p := sequencer.Posting{
		Network: n.dir.Network, First: 1, LastHeader: crypto.Keccak256Hash(data, []byte("header")),
		DataHash: crypto.Keccak256Hash(data), View: view, LedgerRoot: ledger, PairRoot: rollup.Digest{9},
	}
	if previous != nil {
		p.Previous, p.First = previous.Root(), previous.Last+1
	}
	p.Last = p.First + rollup.Slot(slots) - 1
	root := p.SigningRoot()
	return &sequencer.SignedPosting{Posting: p, Data: data, Signature: thresholdtest.Sign(&n.group, n.shares, threshold.AttestationTag, root[:])}
}

// postings makes a run of signed postings of a few slots each.
func (n *testNet) postings(count int) postingLog {
	var log postingLog
	var previous *sequencer.Posting
	for i := range count {
		data := append([]byte(fmt.Sprintf("slots of posting %d ", i)), make([]byte, 100*(i%5))...)
		next := n.posting(previous, 1+i%3, crypto.Keccak256Hash(data), data, rollup.L1View{})
		log = append(log, next)
		previous = &next.Posting
	}
	return log
}

// postingLog is a committee's durable postings.
type postingLog []*sequencer.SignedPosting

func (l postingLog) Postings(_ context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	for _, p := range l {
		if p.Posting.First == after+1 {
			return p, true, nil
		}
	}
	return nil, false, nil
}

func (l postingLog) last() rollup.Slot { return l[len(l)-1].Posting.Last }

// requireOnL1 checks that exactly these postings are on L1, once each and in order, with all their bytes.
func (n *testNet) requireOnL1(want postingLog) []*ethereum.Record {
	var got []*ethereum.Record
	for record, err := range n.client.Postings(n.t.Context(), 0) {
		require.NoError(n.t, err)
		got = append(got, record)
	}
	require.Len(n.t, got, len(want))
	for i, record := range got {
		require.Equal(n.t, *want[i], record.Signed)
		require.Equal(n.t, want[i].Posting.Root(), record.Posted.Root)
	}
	return got
}

// receipts are all receipts of the chain.
func (l *l1) receipts() []*types.Receipt {
	ctx := context.Background()
	head, err := l.backend.Client().BlockNumber(ctx)
	require.NoError(l.t, err)
	var out []*types.Receipt
	for number := range head + 1 {
		block, err := l.backend.Client().BlockByNumber(ctx, new(big.Int).SetUint64(number))
		require.NoError(l.t, err)
		for _, tx := range block.Transactions() {
			receipt, err := l.backend.Client().TransactionReceipt(ctx, tx.Hash())
			require.NoError(l.t, err)
			out = append(out, receipt)
		}
	}
	return out
}

func (l *l1) calldata(tx rollup.Digest) ([]byte, error) {
	found, _, err := l.backend.Client().TransactionByHash(context.Background(), tx)
	if err != nil {
		return nil, err
	}
	return found.Data(), nil
}
