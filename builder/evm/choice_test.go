package evm_test

import (
	"math/rand"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// onceCode reverts if the storage slot that its calldata names was set, and sets it.
var onceCode = common.FromHex("5f3580541560" + "0b" + "575f5ffd5b6001905500")

// contest is one slot on the real EVM: bundles of which each takes things that are there once.
type contest struct {
	p       *rollup.Parameters
	genesis []rollup.Genesis
	entries []auction.Entry
	takes   []uint32 // by entry: what it takes, over both rollups
	key     threshold.Signature
}

func drawContest(t require.TestingT, r *rand.Rand, ids []rollup.ChainID, genesis []rollup.Genesis) *contest {
	c := &contest{genesis: genesis, p: &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{1}, Reserve: uint256.NewInt(1),
		FeeBase: new(uint256.Int), FeePerKiB: new(uint256.Int), FeePerMegagas: new(uint256.Int), BatchGas: 60_000_000, BidderGas: 60_000_000,
		SearchGas: 100_000_000, PairTriggers: 64, PairGas: 10_000_000, BatchBytes: 1 << 20, MaxLag: 8, BlockGas: 60_000_000, ForcedGas: 1_000_000,
		TriggerDepth: 4, TriggerCount: 16, PostEvery: 20, PostBytes: 8 << 20, L1Depth: 2, L1Rounding: 1,
		Members: []rollup.Member{{Name: "a"}}, Rollups: ids,
	}}
	r.Read(c.key[:])
	once := common.HexToAddress("0x0ce")
	for i := range 3 + r.Intn(4) { // each has an account of its own
		b := &auction.Bundle{Bid: uint256.NewInt(100 + uint64(r.Intn(400)))}
		e := auction.Entry{Bundle: b, Payer: addressOf(keys[i]), Bid: b.Bid}
		takes, nonces := uint32(0), map[rollup.ChainID]uint64{}
		for range 1 + r.Intn(3) {
			thing := r.Intn(5)
			if takes&(1<<thing) != 0 {
				continue
			}
			takes |= 1 << thing
			chain := ids[thing%2]
			tx := sign(t, chain, keys[i], call{to: &once, data: common.LeftPadBytes([]byte{byte(thing + 1)}, 32), gas: 60_000, nonce: nonces[chain]})
			nonces[chain]++
			b.Bid.AddUint64(b.Bid, 150)
			e.Txs = append(e.Txs, []*rollup.Tx{tx})
			raw, err := tx.MarshalBinary()
			require.NoError(t, err)
			b.Legs = append(b.Legs, auction.Leg{Chain: chain, Txs: [][]byte{raw}})
		}
		e.Envelope = &auction.Sealed{Slot: 2, Bidder: e.Payer, GasClass: 0, Ciphertext: []byte{byte(i)}}
		e.ID, e.Hash = e.Envelope.ID(), b.Hash()
		c.entries, c.takes = append(c.entries, e), append(c.takes, takes)
	}
	return c
}

// run executes the contest on fresh rollups. order, if given, is the ordering by which it must be tried.
func (c *contest) run(t require.TestingT, p *rollup.Parameters, order []int) (*builder.Executed, []builder.Block) {
	m, err := evm.Open(evm.Config{Genesis: c.genesis})
	require.NoError(t, err)
	defer func() { require.NoError(t, m.Close()) }()
	b := builder.New(p, rollup.Network{}, m)
	in := builder.Input{Slot: 1, Time: (genesisTime + 1) * 1000}
	for i := range c.entries {
		payload := make([]byte, 96)
		a := addressOf(keys[i])
		copy(payload[12:], a[:])
		payload[61] = 1 // 65,536 wei
		item := rollup.QueueItem{Kind: rollup.QueueDeposit, Position: uint64(i), L1Block: 1, Payload: payload}
		in.Items = append(in.Items, item)
		in.View.QueuePosition, in.View.QueueHash = uint64(i+1), rollup.Accumulate(in.View.QueueHash, item)
	}
	in.View.Number = 1
	in.Selected = auction.Select(&auction.Opened{Batch: &auction.Batch{Slot: 1}}, p, c.key)
	_, err = b.Execute(in)
	require.NoError(t, err)

	batch := &auction.Batch{Slot: 2}
	for _, e := range c.entries {
		batch.Envelopes = append(batch.Envelopes, e.Envelope)
	}
	selected := auction.Select(&auction.Opened{Batch: batch, Entries: c.entries}, p, c.key)
	if order != nil {
		selected.Winners = order
	}
	x, err := b.Execute(builder.Input{Slot: 2, Time: in.Time + 250, View: in.View, Key: c.key, Selected: selected})
	require.NoError(t, err)
	empty := auction.Select(&auction.Opened{Batch: &auction.Batch{Slot: 3}}, p, c.key)
	last, err := b.Execute(builder.Input{Slot: 3, Time: in.Time + 1000, View: in.View, Key: c.key, Selected: empty})
	require.NoError(t, err)
	return x, last.Closed
}

// best is the most that the contest can earn: bundles that share nothing.
func (c *contest) best(from int, taken uint32) uint64 {
	if from == len(c.entries) {
		return 0
	}
	most := c.best(from+1, taken)
	if taken&c.takes[from] == 0 {
		most = max(most, c.entries[from].Bid.Uint64()+c.best(from+1, taken|c.takes[from]))
	}
	return most
}

// On the real EVM: the choice is close to the optimum and never below the ordering by bid, and leaves exactly the
// fates, headers and blocks of a builder that tried nothing but the chosen ordering.
func TestChoiceLeavesNoTrace(t *testing.T) {
	ids, genesis := genesisOf(t, 2, alloc(map[common.Address][]byte{common.HexToAddress("0x0ce"): onceCode}))
	share, n, better := 0.0, 60, 0
	for seed := range n {
		c := drawContest(t, rand.New(rand.NewSource(int64(seed))), ids, genesis)
		x, blocks := c.run(t, c.p, nil)
		got, best := x.Choice.Total.Uint64(), c.best(0, 0)
		require.GreaterOrEqual(t, got, x.Choice.ByBid.Uint64())
		require.LessOrEqual(t, got, best)
		share += float64(got) / float64(best)
		if x.Choice.Name != "bid" {
			better++
		}
		order := make([]int, len(c.entries))
		for i, f := range x.Fates {
			order[f.Rank-1] = i
		}
		plain := *c.p
		plain.SearchGas = 0
		y, plainBlocks := c.run(t, &plain, order)
		require.Equal(t, x.Fates, y.Fates)
		require.Equal(t, x.Header.Root(), y.Header.Root())
		require.True(t, slices.EqualFunc(blocks, plainBlocks, func(a, b builder.Block) bool { return a.Block.Hash() == b.Block.Hash() }))
		require.Len(t, blocks, 2)
	}
	t.Logf("%d slots: %.2f %% of the optimum on average, %d improved on the ordering by bid", n, 100*share/float64(n), better)
	require.GreaterOrEqual(t, share/float64(n), 0.97)
	require.GreaterOrEqual(t, better, n/10)
}
