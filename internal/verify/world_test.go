package verify_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/internal/verify"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

const startTime = 1_800_000_000

var chains = []rollup.ChainID{901, 902}

// world is a network whose whole committee is in one hand: it executes with the real builder and EVM, signs
// with real shares, and can be told to sign something else than what came out.
type world struct {
	t         *testing.T
	constants *verify.Constants
	group     threshold.Group
	shares    []*threshold.Share
	builder   *builder.Builder
	searchers []*ecdsa.PrivateKey
	nonces    map[common.Address]uint64
	items     []rollup.QueueItem
	view      rollup.L1View
	slots     []*sequencer.Attested
	postings  []*sequencer.SignedPosting
	paid      map[rollup.Address]*uint256.Int
	spoilt    error // comes with the postings

	// reorder, if set, changes the ranking before the committee executes it.
	reorder func(*auction.Selected)
	// tamper, if set, changes a slot before the committee signs it.
	tamper func(*sequencer.Attested)
}

func newWorld(t *testing.T) *world {
	return newWorldOn(t, func(m builder.Machine) builder.Machine { return m })
}

// newWorldOn is a world whose committee executes on another machine.
func newWorldOn(t *testing.T, by func(builder.Machine) builder.Machine) *world {
	w := &world{t: t, nonces: map[common.Address]uint64{}, paid: map[rollup.Address]*uint256.Int{}}
	w.group, w.shares = thresholdtest.Committee(3, 4, 1)
	alloc := types.GenesisAlloc{}
	for i := byte(1); i <= 3; i++ {
		key, err := crypto.ToECDSA(common.LeftPadBytes([]byte{i}, 32))
		require.NoError(t, err)
		w.searchers = append(w.searchers, key)
		alloc[crypto.PubkeyToAddress(key.PublicKey)] = types.Account{Balance: big.NewInt(1e18)}
	}
	// A contract that reverts whatever it is called with.
	alloc[common.HexToAddress("0xdead")] = types.Account{Code: common.FromHex("5f5ffd"), Balance: new(big.Int)}
	w.constants = &verify.Constants{
		Network: rollup.Network{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 1}, Group: w.group.Public,
		Parameters: parameters(),
	}
	for _, chain := range chains {
		json, err := evm.GenesisJSON(chain, alloc, 30_000_000, startTime-10)
		require.NoError(t, err)
		w.constants.Genesis = append(w.constants.Genesis, rollup.Genesis{Chain: chain, JSON: json})
	}
	rollups, err := open(w.constants.Genesis)
	require.NoError(t, err)
	w.builder = builder.New(w.constants.Parameters, w.constants.Network, by(rollups))
	return w
}

func parameters() *rollup.Parameters {
	members := make([]rollup.Member, 4)
	return &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{0x77},
		Reserve: uint256.NewInt(1), FeeBase: uint256.NewInt(10), FeePerKiB: uint256.NewInt(1), FeePerMegagas: uint256.NewInt(1),
		BatchGas: 100_000_000, BidderGas: 100_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1 << 20, MaxLag: 8, BlockGas: 30_000_000, ForcedGas: 3_000_000,
		TriggerDepth: 4, TriggerCount: 16, PostEvery: 4, PostBytes: 8 << 20, L1Rounding: 1, Members: members, Rollups: chains,
	}
}

func open(genesis []rollup.Genesis) (builder.Machine, error) {
	return evm.Open(evm.Config{Genesis: genesis})
}

// sign is the group's signature, by the first three members.
func (w *world) sign(tag threshold.Tag, message []byte) threshold.Signature {
	var partials []threshold.Partial
	for _, share := range w.shares[:w.group.Threshold] {
		partials = append(partials, share.Sign(tag, message))
	}
	signature, err := w.group.Combine(tag, message, partials)
	require.NoError(w.t, err)
	return signature
}

// fund enqueues registrations, weights and deposits on L1.
func (w *world) fund() {
	for _, chain := range chains {
		payout := common.BigToAddress(new(big.Int).SetUint64(uint64(chain)))
		w.enqueue(rollup.QueueRegister, wordOf(uint64(chain)), payout.Bytes(), make([]byte, 32))
		w.enqueue(rollup.QueueWeight, wordOf(uint64(chain)), wordOf(1))
	}
	for _, key := range w.searchers {
		account := crypto.PubkeyToAddress(key.PublicKey)
		w.enqueue(rollup.QueueDeposit, account.Bytes(), wordOf(1_000_000_000), wordOf(1_000_000))
	}
}

func wordOf(v uint64) []byte { return binary.BigEndian.AppendUint64(nil, v) }

func (w *world) enqueue(kind rollup.QueueKind, words ...[]byte) {
	item := rollup.QueueItem{Position: uint64(len(w.items)), L1Block: 5, Kind: kind}
	for _, word := range words {
		item.Payload = append(item.Payload, common.LeftPadBytes(word, 32)...)
	}
	w.items = append(w.items, item)
}

// bundle sends one wei on each chain from a searcher; to names the receiver on the last chain.
func (w *world) bundle(searcher int, bid uint64, to common.Address) *auction.Sealed {
	key := w.searchers[searcher]
	from := crypto.PubkeyToAddress(key.PublicKey)
	b := &auction.Bundle{Bid: uint256.NewInt(bid)}
	for i, chain := range chains {
		target := common.Address{0xaa}
		if i == len(chains)-1 {
			target = to
		}
		id := new(big.Int).SetUint64(uint64(chain))
		tx, err := types.SignNewTx(key, types.NewPragueSigner(id), &types.DynamicFeeTx{
			ChainID: id, Nonce: w.nonces[from], GasFeeCap: big.NewInt(2e9), GasTipCap: big.NewInt(1), Gas: 60_000, To: &target, Value: big.NewInt(1),
		})
		require.NoError(w.t, err)
		raw, err := tx.MarshalBinary()
		require.NoError(w.t, err)
		b.Legs = append(b.Legs, auction.Leg{Chain: chain, Txs: [][]byte{raw}})
	}
	slot := rollup.Slot(len(w.slots) + 1)
	sealer, err := threshold.NewSealer(w.group.Public, auction.Identity(w.constants.Network, slot))
	require.NoError(w.t, err)
	clear := auction.Sealed{Network: w.constants.Network, Slot: slot, Bidder: from, GasClass: 1}
	sealed, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], key) })
	require.NoError(w.t, err)
	return sealed
}

// slot has the committee agree on a batch, open, execute and sign it.
func (w *world) slot(envelopes ...*auction.Sealed) {
	number := rollup.Slot(len(w.slots) + 1)
	items := w.items[w.view.QueuePosition:]
	for _, item := range items {
		w.view.QueueHash = rollup.Accumulate(w.view.QueueHash, item)
	}
	w.view.QueuePosition += uint64(len(items))
	w.view.Number++
	w.view.Hash = crypto.Keccak256Hash(wordOf(w.view.Number))
	key := w.sign(threshold.OpeningTag, auction.Identity(w.constants.Network, number))
	batch := &auction.Batch{Network: w.constants.Network, Slot: number, Envelopes: envelopes}
	opened, err := auction.Open(batch, key, chains)
	require.NoError(w.t, err)
	selected := auction.Select(opened, w.constants.Parameters, key)
	if w.reorder != nil {
		w.reorder(selected)
	}
	executed, err := w.builder.Execute(builder.Input{
		Slot: number, Time: startTime*1000 + uint64(number)*600, View: w.view, Items: items, Key: key, Selected: selected,
	})
	require.NoError(w.t, err)
	for _, f := range executed.Fates {
		if f.Executed() {
			w.nonces[f.Bidder]++
		}
	}
	a := &sequencer.Attested{Header: executed.Header, Key: key, Fates: executed.Fates}
	for _, e := range envelopes {
		a.Envelopes = append(a.Envelopes, e.Encode())
	}
	if w.tamper != nil {
		w.tamper(a)
	}
	root := sequencer.HeaderSigningRoot(&a.Header)
	a.Signature = w.sign(threshold.AttestationTag, root[:])
	w.slots = append(w.slots, a)
}

// post signs everything since the last posting for L1.
func (w *world) post() {
	var previous rollup.Digest
	var done rollup.Slot
	if n := len(w.postings); n > 0 {
		previous, done = w.postings[n-1].Posting.Root(), w.postings[n-1].Posting.Last
	}
	posting, data := sequencer.NewPosting(previous, w.slots[done:])
	root := posting.SigningRoot()
	w.postings = append(w.postings, &sequencer.SignedPosting{Posting: *posting, Data: data, Signature: w.sign(threshold.AttestationTag, root[:])})
}

// What a verifier reads.

func (w *world) Constants(context.Context) (*verify.Constants, error) { return w.constants, nil }

func (w *world) Items(_ context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	return w.items[from:view.QueuePosition], nil
}

func (w *world) Postings(context.Context) ([]*sequencer.SignedPosting, error) {
	return w.postings, w.spoilt
}

func (w *world) Claimed(_ context.Context, account rollup.Address) (*uint256.Int, error) {
	if paid, ok := w.paid[account]; ok {
		return paid, nil
	}
	return new(uint256.Int), nil
}
