package comet_test

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/comet"
	"github.com/chorale-network/chorale/threshold"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	cmtproto "github.com/cometbft/cometbft/proto/tendermint/types"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// queueL1 is an L1 that is one queue, in memory.
type queueL1 struct {
	mu    sync.Mutex
	items []rollup.QueueItem
	views []rollup.L1View // by block number; views[0] is L1's genesis
}

func newQueueL1() *queueL1 { return &queueL1{views: []rollup.L1View{{}}} }

// deposit makes an L1 block with one deposit.
func (q *queueL1) deposit(account rollup.Address, escrow, fees uint64) rollup.L1View {
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

func (q *queueL1) View(context.Context) (rollup.L1View, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.views[len(q.views)-1], nil
}

func (q *queueL1) Items(_ context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	return append([]rollup.QueueItem{}, q.items[from:view.QueuePosition]...), nil
}

const gwei = 1_000_000_000

// committee is n members in this process, with keys from a seed, over loopback.
type committee struct {
	t       *testing.T
	dir     string
	params  *rollup.Parameters
	network rollup.Network
	genesis []rollup.Genesis
	began   time.Time
	l1      *queueL1
	keys    []ed25519.PrivateKey
	account []*ecdsa.PrivateKey
	dealers []*threshold.DealerKey
	addrs   []string
	alter   func(member int, c *comet.Config)

	nodes    []*comet.Node
	ends     []func() error // of their lives
	machines []*evm.Machine
	bidder   *ecdsa.PrivateKey
	user     *ecdsa.PrivateKey
	nonces   map[rollup.ChainID]uint64
}

func newCommittee(t *testing.T, n int, slotMs uint64, alter func(member int, c *comet.Config)) *committee {
	t.Helper()
	var addrs []string
	for range n {
		addrs = append(addrs, freeAddress(t))
	}
	return sameCommittee(t, t.Name(), t.TempDir(), time.Now(), addrs, slotMs, alter)
}

// sameCommittee is the same for the same arguments, in whichever process.
func sameCommittee(t *testing.T, name, dir string, began time.Time, addrs []string, slotMs uint64, alter func(member int, c *comet.Config)) *committee {
	t.Helper()
	n := len(addrs)
	c := &committee{
		t: t, dir: dir, l1: newQueueL1(), began: began, alter: alter, addrs: addrs,
		network: rollup.Network{ID: crypto.Keccak256Hash([]byte(name)), Incarnation: 1, Epoch: 1},
		nodes:   make([]*comet.Node, n), ends: make([]func() error, n), machines: make([]*evm.Machine, n), nonces: make(map[rollup.ChainID]uint64),
	}
	key := func(name string, i int) []byte { return crypto.Keccak256([]byte(name), []byte{byte(i)}) }
	ec := func(name string, i int) *ecdsa.PrivateKey {
		k, err := crypto.ToECDSA(key(name, i))
		require.NoError(t, err)
		return k
	}
	c.bidder, c.user = ec("bidder", 0), ec("user", 0)
	c.params = &rollup.Parameters{
		SlotMs: slotMs, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{7},
		Reserve: uint256.NewInt(100), FeeBase: uint256.NewInt(gwei), FeePerKiB: uint256.NewInt(10), FeePerMegagas: uint256.NewInt(10),
		BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1 << 20, MaxLag: 64, BlockGas: 60_000_000, ForcedGas: 5_000_000,
		TriggerDepth: 4, TriggerCount: 16, PostEvery: 8, PostBytes: 100_000, L1Depth: 1, L1Rounding: 1, Rollups: []rollup.ChainID{901, 902},
	}
	for i := range n {
		k := ed25519.NewKeyFromSeed(key("consensus", i))
		d, err := threshold.NewDealerKey(bytes.NewReader(bytes.Repeat(key("dealer", i), 8)))
		require.NoError(t, err)
		c.keys, c.dealers, c.account = append(c.keys, k), append(c.dealers, d), append(c.account, ec("account", i))
		c.params.Members = append(c.params.Members, rollup.Member{
			Name: fmt.Sprintf("member %d", i), ConsensusKey: hex.EncodeToString(k.Public().(ed25519.PublicKey)),
			DealerKey: d.Public().String(), Account: crypto.PubkeyToAddress(c.account[i].PublicKey),
		})
	}
	for _, id := range c.params.Rollups {
		alloc := types.GenesisAlloc{crypto.PubkeyToAddress(c.user.PublicKey): {Balance: big.NewInt(1e18)}}
		json, err := evm.GenesisJSON(id, alloc, c.params.BlockGas, uint64(c.began.Unix())-10)
		require.NoError(t, err)
		c.genesis = append(c.genesis, rollup.Genesis{Chain: id, JSON: json})
	}
	t.Cleanup(func() {
		var wait sync.WaitGroup
		for i := range c.nodes {
			wait.Go(func() { c.stop(i) })
		}
		wait.Wait()
	})
	return c
}

func freeAddress(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer func() { _ = l.Close() }()
	return l.Addr().String()
}

// logger writes what members say when CHORALE_TEST_LOG is set.
func logger() *slog.Logger {
	if os.Getenv("CHORALE_TEST_LOG") == "" {
		return nil
	}
	level := slog.LevelInfo
	if os.Getenv("CHORALE_TEST_LOG") == "debug" {
		level = slog.LevelDebug
	}
	return slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))
}

func (c *committee) config(i int) comet.Config {
	cfg := comet.Config{
		Dir: filepath.Join(c.dir, fmt.Sprint(i)), Parameters: c.params, Network: c.network, GenesisTime: c.began, Self: i,
		ConsensusKey: c.keys[i], Account: c.account[i], Dealer: c.dealers[i], Listen: c.addrs[i], Peers: c.addrs, L1: c.l1,
		Unpaced: c.params.SlotMs < 100, Log: logger(),
		Build: func(checkpoint []byte) (*builder.Builder, error) {
			cfg := evm.Config{Dir: filepath.Join(c.dir, fmt.Sprint(i), "rollups"), Genesis: c.genesis}
			if checkpoint != nil {
				_, heads, err := builder.CheckpointHeads(checkpoint)
				if err != nil {
					return nil, err
				}
				cfg.Heads = heads
			}
			m, err := evm.Open(cfg)
			if err != nil {
				return nil, err
			}
			c.machines[i] = m
			if checkpoint != nil {
				return builder.Restore(c.params, c.network, m, checkpoint)
			}
			return builder.New(c.params, c.network, m), nil
		},
	}
	if c.alter != nil {
		c.alter(i, &cfg)
	}
	return cfg
}

func (c *committee) start(members ...int) {
	c.t.Helper()
	for _, i := range members {
		n, err := comet.New(c.config(i))
		require.NoError(c.t, err, "member %d", i)
		c.nodes[i] = n
	}
	for _, i := range members {
		ctx, cancel := context.WithCancel(context.Background())
		done := make(chan error, 1)
		c.ends[i] = func() error { cancel(); return <-done }
		n := c.nodes[i]
		go func() { done <- n.Run(ctx) }()
	}
}

// end ends a member's life and answers with what Run did.
func (c *committee) end(i int) error {
	err := c.ends[i]()
	c.nodes[i] = nil
	return err
}

func (c *committee) stop(i int) {
	if c.nodes[i] != nil {
		require.NoError(c.t, c.end(i))
	}
	if c.machines[i] != nil {
		require.NoError(c.t, c.machines[i].Close())
		c.machines[i] = nil
	}
}

// until waits for something that must come.
func (c *committee) until(what string, f func() bool) {
	c.t.Helper()
	deadline := time.Now().Add(60 * time.Second)
	for !f() {
		if time.Now().After(deadline) {
			for i, n := range c.nodes {
				if n != nil {
					s := n.Status()
					c.t.Logf("member %d: committed %d executed %d attested %d view %d peers %d syncing %t group %t failure %v",
						i, s.Committed, s.Executed, s.Attested, s.View.Number, s.Peers, s.Syncing, s.Group != nil, s.Failure)
				}
			}
			c.t.Fatalf("waited for %s", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// all waits until something holds for every running member.
func (c *committee) all(what string, f func(sequencer.Status) bool) {
	c.t.Helper()
	c.until(what, func() bool {
		for i, n := range c.nodes {
			if n == nil {
				continue
			}
			s := n.Status()
			require.NoError(c.t, s.Failure, "member %d", i)
			if !f(s) {
				return false
			}
		}
		return true
	})
}

func (c *committee) attested(slot rollup.Slot) {
	c.t.Helper()
	c.all(fmt.Sprintf("slot %d attested", slot), func(s sequencer.Status) bool { return s.Attested >= slot })
}

// transfer is a user's signed transfer on a rollup, with the next nonce.
func (c *committee) transfer(chain rollup.ChainID) []byte {
	tx, err := types.SignNewTx(c.user, types.LatestSignerForChainID(big.NewInt(int64(chain))), &types.DynamicFeeTx{
		ChainID: big.NewInt(int64(chain)), Nonce: c.nonces[chain], GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * gwei),
		Gas: 21_000, To: &rollup.Address{9}, Value: big.NewInt(1),
	})
	require.NoError(c.t, err)
	c.nonces[chain]++
	raw, err := tx.MarshalBinary()
	require.NoError(c.t, err)
	return raw
}

// seal seals a two-rollup bundle to a slot, as a searcher at home does.
func (c *committee) seal(group *threshold.Group, slot rollup.Slot, bid uint64) *auction.Sealed {
	c.t.Helper()
	b := &auction.Bundle{Bid: uint256.NewInt(bid), Legs: []auction.Leg{
		{Chain: 901, Txs: [][]byte{c.transfer(901)}}, {Chain: 902, Txs: [][]byte{c.transfer(902)}},
	}}
	return c.sealBundle(group, slot, b)
}

func (c *committee) sealBundle(group *threshold.Group, slot rollup.Slot, b *auction.Bundle) *auction.Sealed {
	c.t.Helper()
	sealer, err := threshold.NewSealer(group.Public, auction.Identity(c.network, slot))
	require.NoError(c.t, err)
	clear := auction.Sealed{Network: c.network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.bidder.PublicKey), GasClass: 0}
	s, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], c.bidder) })
	require.NoError(c.t, err)
	return s
}

// submit gives a sealed envelope to a member, which may ask for patience under load.
func (c *committee) submit(to int, s *auction.Sealed) sequencer.Receipt {
	c.t.Helper()
	var receipt sequencer.Receipt
	c.until("an envelope to be taken", func() bool {
		r, err := c.nodes[to].Submit(context.Background(), s)
		refusal := new(sequencer.Refusal)
		if errors.As(err, &refusal) && refusal.Reason == auction.RateLimited {
			return false
		}
		require.NoError(c.t, err)
		receipt = r
		return true
	})
	return receipt
}

// agree checks that all running members have the same attested slots, and answers with them.
func (c *committee) agree(through rollup.Slot) []*sequencer.Attested {
	c.t.Helper()
	var first []*sequencer.Attested
	for i, n := range c.nodes {
		if n == nil {
			continue
		}
		group := n.Status().Group
		var all []*sequencer.Attested
		parent := rollup.Digest{}
		for slot := rollup.Slot(1); slot <= through; slot++ {
			a, attested, err := n.Slot(c.t.Context(), slot)
			require.NoError(c.t, err)
			require.True(c.t, attested, "member %d slot %d", i, slot)
			require.NoError(c.t, a.Verify(group.Public))
			require.Equal(c.t, parent, a.Header.Parent)
			parent = a.Header.Root()
			all = append(all, a)
		}
		if first == nil {
			first = all
		}
		for s := range all {
			require.Equal(c.t, first[s].Encode(), all[s].Encode(), "member %d slot %d", i, s+1)
		}
	}
	return first
}

// memberOf is the seat of a validator.
func (c *committee) memberOf(validator []byte) int {
	for i, k := range c.keys {
		if bytes.Equal(cmted25519.PubKey(k.Public().(ed25519.PublicKey)).Address(), validator) {
			return i
		}
	}
	return -1
}

// signExtension signs what a member says at a height as its consensus engine does.
func (c *committee) signExtension(member int, height int64, round int32, extension []byte) []byte {
	vote := &cmtproto.Vote{Extension: extension, Height: height, Round: round}
	return ed25519.Sign(c.keys[member], cmttypes.VoteExtensionSignBytes(comet.ChainID(c.network), vote))
}

// rough is a signed envelope of the bidder with a ciphertext of the right length that nobody can open.
func (c *committee) rough(slot rollup.Slot, salt uint16) *auction.Sealed {
	s := &auction.Sealed{
		Network: c.network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.bidder.PublicKey),
		Ciphertext: binary.BigEndian.AppendUint16(make([]byte, auction.SizeClass(0).Bytes()+threshold.SealOverhead-2), salt),
	}
	id := s.ID()
	var err error
	s.Signature, err = crypto.Sign(id[:], c.bidder)
	require.NoError(c.t, err)
	return s
}

func newBook(p *rollup.Parameters) *builder.FeeBook { return builder.NewFeeBook(builder.NewLedger(p)) }
