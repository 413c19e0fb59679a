package relay_test

import (
	"context"
	"encoding/binary"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/pebble"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

var (
	followed = []rollup.ChainID{901, 902}
	network  = rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}
)

// attestations is what a committee attested, and what it closed: every third slot closes a block on each rollup. It
// answers relay.Origin and relay.Settled.
type attestations struct {
	group  threshold.Group
	shares []*threshold.Share
	slots  []*sequencer.Attested // from slot 1 on
	blocks map[rollup.ChainID][]*builder.Block
	pairs  map[[2]rollup.ChainID]*builder.Pair
	nonce  map[[2]rollup.ChainID]uint64
	posted map[uint64]rollup.Slot // by depth
	spoil  func(a *sequencer.Attested)
	bad    map[rollup.ChainID]*builder.Block // handed out in the place of the right one
	down   error
}

func newAttestations() *attestations {
	a := &attestations{blocks: map[rollup.ChainID][]*builder.Block{}, pairs: map[[2]rollup.ChainID]*builder.Pair{}, nonce: map[[2]rollup.ChainID]uint64{}, posted: map[uint64]rollup.Slot{}}
	a.group, a.shares = thresholdtest.Committee(3, 4, 1)
	for _, src := range followed {
		for _, dst := range followed {
			if src != dst {
				a.pairs[[2]rollup.ChainID{src, dst}] = &builder.Pair{Src: src, Dst: dst}
			}
		}
		a.blocks[src] = []*builder.Block{nil}
	}
	return a
}

func (a *attestations) pairRoot() rollup.Digest {
	return builder.PairRoot([]builder.Pair{*a.pairs[[2]rollup.ChainID{901, 902}], *a.pairs[[2]rollup.ChainID{902, 901}]})
}

func word(v uint64) []byte { return binary.BigEndian.AppendUint64(make([]byte, 24), v) }

// cross is the log of one end of a trigger.
func cross(topic common.Hash, acted bool, other rollup.ChainID, nonce uint64, data []byte) *types.Log {
	offset := uint64(4 * 32)
	body := append(append([]byte{}, common.LeftPadBytes([]byte{7}, 32)...), word(50_000)...)
	if acted {
		offset = 3 * 32
	}
	body = append(body, word(offset)...)
	if !acted {
		body = append(body, word(9)...)
	}
	body = append(append(body, word(uint64(len(data)))...), common.RightPadBytes(data, (len(data)+31)/32*32)...)
	return &types.Log{Address: predeploy.Address, Topics: []common.Hash{topic, common.BytesToHash(word(uint64(other))), common.BytesToHash(word(nonce)), {31: 3}}, Data: body}
}

// message is a trigger on one rollup and its action on another, entered where asked.
func (a *attestations) message(src, dst rollup.ChainID, triggers, acts bool) (trigger, action *types.Log) {
	id := [2]rollup.ChainID{src, dst}
	data := []byte{byte(a.nonce[id])}
	leaf := predeploy.Leaf(uint64(src), uint64(dst), a.nonce[id], common.Address{19: 3}, common.Address{19: 7}, 50_000, data)
	p := a.pairs[id]
	if triggers {
		p.TrigRoot, p.TrigCount = predeploy.Append(p.TrigRoot, leaf), p.TrigCount+1
		trigger = cross(predeploy.TriggeredTopic, false, dst, a.nonce[id], data)
	}
	if acts {
		p.ActRoot, p.ActCount = predeploy.Append(p.ActRoot, leaf), p.ActCount+1
		action = cross(predeploy.ActedTopic, true, src, a.nonce[id], data)
	}
	a.nonce[id]++
	return trigger, action
}

// close makes a block of a rollup with these logs.
func (a *attestations) close(chain rollup.ChainID, logs ...*types.Log) builder.Head {
	number := int64(len(a.blocks[chain]))
	var parent rollup.Digest
	if last := a.blocks[chain][number-1]; last != nil {
		parent = last.Block.Hash()
	}
	var txs types.Transactions
	var receipts []*types.Receipt
	for _, l := range logs {
		if l == nil {
			continue
		}
		txs = append(txs, types.NewTx(&types.LegacyTx{Nonce: uint64(len(txs)), Gas: 21_000, GasPrice: new(big.Int), Value: new(big.Int), V: big.NewInt(27), R: big.NewInt(1), S: big.NewInt(1)}))
		receipts = append(receipts, &types.Receipt{Status: 1, CumulativeGasUsed: uint64(len(txs)) * 21_000, Logs: []*types.Log{l}})
	}
	requests := types.CalcRequestsHash(nil)
	h := &types.Header{Number: big.NewInt(number), ParentHash: parent, Difficulty: new(big.Int), BaseFee: big.NewInt(1), RequestsHash: &requests, Extra: []byte(chain.String()),
		BlobGasUsed: new(uint64), ExcessBlobGas: new(uint64), ParentBeaconRoot: new(rollup.Digest)}
	b := types.NewBlock(h, &types.Body{Transactions: txs, Withdrawals: types.Withdrawals{}}, receipts, trie.NewStackTrie(nil))
	a.blocks[chain] = append(a.blocks[chain], &builder.Block{Chain: chain, Block: b, Receipts: receipts, Requests: [][]byte{}})
	return builder.Head{Chain: chain, Number: uint64(number) + 1, ClosedNumber: uint64(number), ClosedHash: b.Hash()}
}

// attest signs a slot that closed these blocks, none if there are none.
func (a *attestations) attest(heads ...builder.Head) {
	h := builder.Header{Network: network, Slot: rollup.Slot(len(a.slots) + 1), PairRoot: a.pairRoot(), Heads: heads}
	if len(heads) == 0 {
		h.Heads = []builder.Head{{Chain: 901}, {Chain: 902}}
	}
	if n := len(a.slots); n > 0 {
		h.Parent = a.slots[n-1].Header.Root()
	}
	a.slots = append(a.slots, a.sign(h))
}

func (a *attestations) sign(h builder.Header) *sequencer.Attested {
	root := sequencer.HeaderSigningRoot(&h)
	return &sequencer.Attested{Header: h, Signature: thresholdtest.Sign(&a.group, a.shares, threshold.AttestationTag, root[:])}
}

// go on attests so many rounds of three slots, messages both ways among them.
func (a *attestations) rounds(n int) {
	for range n {
		there, landed := a.message(901, 902, true, true)
		back, home := a.message(902, 901, true, true)
		a.attest()
		a.attest()
		a.attest(a.close(901, there, home), a.close(902, landed, back))
	}
}

func (a *attestations) Slot(_ context.Context, n rollup.Slot) (*sequencer.Attested, bool, error) {
	if a.down != nil {
		return nil, false, a.down
	}
	if n == 0 || int(n) > len(a.slots) {
		return nil, false, nil
	}
	out := *a.slots[n-1]
	out.Header.Heads = append([]builder.Head{}, out.Header.Heads...)
	if a.spoil != nil {
		a.spoil(&out)
	}
	return &out, true, nil
}

func (a *attestations) Block(_ context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	if b := a.bad[chain]; b != nil {
		return b, nil
	}
	if number == 0 || number >= uint64(len(a.blocks[chain])) {
		return nil, errors.New("no such block")
	}
	return builder.DecodeBlock(a.blocks[chain][number].Encode())
}

func (a *attestations) Last(_ context.Context, depth uint64) (rollup.Slot, error) {
	return a.posted[depth], a.down
}

func (a *attestations) follow(t *testing.T, j *pebble.Journal) *relay.Follower {
	f, err := relay.NewFollower(a, j, j, a, relay.FollowerConfig{Network: network, Group: a.group.Public, Chains: followed, Keep: []rollup.ChainID{901}, Depth: 2})
	require.NoError(t, err)
	return f
}

func journal(t *testing.T, dir string) *pebble.Journal {
	j, err := pebble.Open(dir)
	require.NoError(t, err)
	return j
}

// all takes what there is.
func all(t *testing.T, f *relay.Follower) {
	for {
		more, err := f.Step(t.Context())
		require.NoError(t, err)
		if !more {
			return
		}
	}
}

// What was verified is kept, over restarts, and says how far a node may go.
func TestFollowerGoesOnWhereItWas(t *testing.T) {
	a, dir := newAttestations(), t.TempDir()
	a.rounds(4)
	a.attest() // of the open block
	j := journal(t, dir)
	f := a.follow(t, j)
	all(t, f)
	require.Equal(t, rollup.Slot(13), f.Slot())
	require.NoError(t, j.Close())

	j = journal(t, dir)
	f = a.follow(t, j)
	require.Equal(t, rollup.Slot(12), f.Slot(), "at the last slot that closed blocks")
	a.rounds(2)
	all(t, f)
	a.posted[0], a.posted[2] = 13, 7
	require.NoError(t, f.Settle(t.Context()))
	bounds, err := f.Boundary(t.Context())
	require.NoError(t, err)
	require.Equal(t, []relay.Boundary{{Chain: 901, Number: 6, Hash: a.blocks[901][6].Block.Hash(), Safe: a.blocks[901][4].Block.Hash(), Finalized: a.blocks[901][2].Block.Hash()}}, bounds)
	for number := uint64(1); number <= 6; number++ {
		b, err := f.Block(t.Context(), 901, number)
		require.NoError(t, err)
		require.Equal(t, a.blocks[901][number].Encode(), b.Encode())
		_, err = f.Block(t.Context(), 902, number)
		require.ErrorIs(t, err, pebble.ErrNoBlock, "another operator's blocks are verified, not kept")
	}

	a.posted[0], a.posted[2] = 9, 3 // L1 went back
	require.NoError(t, f.Settle(t.Context()))
	bounds, err = f.Boundary(t.Context())
	require.NoError(t, err)
	require.Equal(t, a.blocks[901][3].Block.Hash(), bounds[0].Safe, "what L1 undid is not safe any more")
	require.Equal(t, a.blocks[901][2].Block.Hash(), bounds[0].Finalized, "what was final stays so")
	a.down = errors.New("no answer")
	require.ErrorIs(t, f.Settle(t.Context()), a.down)
	_, err = f.Step(t.Context())
	require.ErrorIs(t, err, a.down)
	require.NoError(t, j.Close())
}

// Whatever an origin says that was not attested, or that the committee should not have attested, is told and not kept; and
// the right thing is taken after it.
func TestFollowerBelievesNobody(t *testing.T) {
	other := newAttestations()
	other.group, other.shares = thresholdtest.Committee(3, 4, 9)
	for _, c := range []struct {
		name  string
		spoil func(a *attestations)
		is    error
	}{
		{"another committee's signature", func(a *attestations) {
			a.spoil = func(s *sequencer.Attested) { s.Signature = other.sign(s.Header).Signature }
		}, threshold.ErrSignature},
		{"a header that was not signed", func(a *attestations) {
			a.spoil = func(s *sequencer.Attested) { s.Header.LedgerRoot = rollup.Digest{9} }
		}, threshold.ErrSignature},
		{"another network", func(a *attestations) {
			a.spoil = func(s *sequencer.Attested) { h := s.Header; h.Network.ID = rollup.Digest{2}; *s = *a.sign(h) }
		}, relay.ErrChain},
		{"a slot that does not follow", func(a *attestations) {
			a.spoil = func(s *sequencer.Attested) { h := s.Header; h.Parent = rollup.Digest{2}; *s = *a.sign(h) }
		}, relay.ErrChain},
		{"another slot", func(a *attestations) {
			a.spoil = func(s *sequencer.Attested) { h := s.Header; h.Slot++; *s = *a.sign(h) }
		}, relay.ErrChain},
		{"another block", func(a *attestations) {
			a.bad = map[rollup.ChainID]*builder.Block{902: a.blocks[902][1]}
		}, relay.ErrBlock},
		{"another block of that number", func(a *attestations) {
			o := newAttestations()
			o.close(902)
			o.close(902)
			a.bad = map[rollup.ChainID]*builder.Block{902: o.blocks[902][2]}
		}, relay.ErrBlock},
		{"receipts that are not the block's", func(a *attestations) {
			b := *a.blocks[902][2]
			b.Receipts = append([]*types.Receipt{}, b.Receipts...)
			b.Receipts[0] = &types.Receipt{Status: 1, CumulativeGasUsed: 21_000, Logs: []*types.Log{}}
			a.bad = map[rollup.ChainID]*builder.Block{902: &b}
		}, builder.ErrBlock},
		{"requests that are not the block's", func(a *attestations) {
			b := *a.blocks[901][2]
			b.Requests = [][]byte{{1, 2}}
			a.bad = map[rollup.ChainID]*builder.Block{901: &b}
		}, builder.ErrBlock},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAttestations()
			a.rounds(2)
			j := journal(t, t.TempDir())
			defer func() { require.NoError(t, j.Close()) }()
			f := a.follow(t, j)
			for range 5 {
				_, err := f.Step(t.Context())
				require.NoError(t, err)
			}
			c.spoil(a)
			for range 2 { // and again, the same
				_, err := f.Step(t.Context())
				require.ErrorIs(t, err, c.is)
			}
			require.Equal(t, rollup.Slot(5), f.Slot())
			last, _, err := j.Last()
			require.NoError(t, err)
			require.Equal(t, rollup.Slot(3), last.Slot, "nothing was kept")
			a.spoil, a.bad = nil, nil
			all(t, f)
			require.Equal(t, rollup.Slot(6), f.Slot())
		})
	}
}

// A committee that attests a trigger without its action, an action without a trigger, or pairs that the blocks do not come
// to, is told: no node hears of the blocks.
func TestFollowerHoldsTriggersToActions(t *testing.T) {
	for _, c := range []struct {
		name           string
		triggers, acts bool
		lie            bool // the header says that all is as before
	}{
		{"a trigger without its action", true, false, false},
		{"an action without a trigger", false, true, false},
		{"both, and the header says neither", true, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := newAttestations()
			a.rounds(1)
			before := *a.pairs[[2]rollup.ChainID{901, 902}]
			trigger, action := a.message(901, 902, c.triggers, c.acts)
			if c.lie {
				*a.pairs[[2]rollup.ChainID{901, 902}] = before
			}
			a.attest()
			a.attest(a.close(901, trigger), a.close(902, action))
			j := journal(t, t.TempDir())
			defer func() { require.NoError(t, j.Close()) }()
			f := a.follow(t, j)
			for range 4 {
				_, err := f.Step(t.Context())
				require.NoError(t, err)
			}
			_, err := f.Step(t.Context())
			require.ErrorIs(t, err, relay.ErrPairs)
		})
	}
}
