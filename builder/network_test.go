package builder_test

import (
	"crypto/ecdsa"
	"encoding/binary"
	"math/big"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var (
	networkID = rollup.Network{ID: crypto.Keccak256Hash([]byte("builder test")), Incarnation: 1, Epoch: 2}
	treasury  = rollup.Address{0xee}
	payoutA   = rollup.Address{0xa1}
	payoutB   = rollup.Address{0xb1}
)

const (
	chainA = rollup.ChainID(901)
	chainB = rollup.ChainID(902)
	second = uint64(1_700_000_000) // of slot 1
)

func parameters() *rollup.Parameters {
	return &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000,
		Treasury: treasury, Reserve: uint256.NewInt(100), FeeBase: uint256.NewInt(10), FeePerKiB: uint256.NewInt(1),
		FeePerMegagas: uint256.NewInt(4), BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 4 << 20, MaxLag: 8, BlockGas: 30_000_000, ForcedGas: 3_000_000,
		TriggerDepth: 4, TriggerCount: 16, PostEvery: 20, PostBytes: 8 << 20, L1Depth: 2, L1Rounding: 1,
		Members: []rollup.Member{{Name: "a"}}, Rollups: []rollup.ChainID{chainA, chainB},
	}
}

// fee of the envelopes that these tests make: 10 + 1 KiB + a quarter of 4.
const fee = 12

type account struct {
	key     *ecdsa.PrivateKey
	address rollup.Address
}

var accounts [256]account

func newAccount(n byte) account {
	if accounts[n].key == nil {
		accounts[n] = makeAccount(n)
	}
	return accounts[n]
}

func makeAccount(n byte) account {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte{'b', n}))
	if err != nil {
		panic(err)
	}
	return account{key, crypto.PubkeyToAddress(key.PublicKey)}
}

// raw is a signed transaction; gas is its limit, and what the world uses.
func (a account) raw(chain rollup.ChainID, nonce, gas uint64) []byte {
	tx := types.MustSignNewTx(a.key, types.NewPragueSigner(new(big.Int).SetUint64(uint64(chain))), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(uint64(chain)), Nonce: nonce, GasTipCap: new(big.Int), GasFeeCap: big.NewInt(1e9),
		Gas: gas, To: &rollup.Address{0xaa}, Value: new(big.Int),
	})
	b, err := tx.MarshalBinary()
	if err != nil {
		panic(err)
	}
	return b
}

func (a account) tx(chain rollup.ChainID, nonce uint64) *rollup.Tx {
	tx, err := rollup.DecodeTx(chain, a.raw(chain, nonce, 100_000))
	if err != nil {
		panic(err)
	}
	return tx
}

// entry is an opened envelope of bidder with one transaction a leg. serial makes its id.
func entry(bidder account, serial, bid uint64, txs ...*rollup.Tx) auction.Entry {
	s := &auction.Sealed{Network: networkID, Bidder: bidder.address, Ciphertext: binary.BigEndian.AppendUint64(nil, serial)}
	b := &auction.Bundle{Bid: uint256.NewInt(bid)}
	binary.BigEndian.PutUint64(b.Salt[:], serial)
	e := auction.Entry{Envelope: s, Bundle: b, Payer: bidder.address, Bid: b.Bid}
	for _, tx := range txs {
		raw, err := tx.MarshalBinary()
		if err != nil {
			panic(err)
		}
		b.Legs = append(b.Legs, auction.Leg{Chain: tx.Chain, Txs: [][]byte{raw}})
		e.Txs = append(e.Txs, []*rollup.Tx{tx})
		if tx.Sender == bidder.address {
			e = authorised(e, tx)
		}
	}
	e.Hash = b.Hash()
	return e
}

// authorised adds that the sender of tx authorised the bidder.
func authorised(e auction.Entry, tx *rollup.Tx) auction.Entry {
	e.Protections = append(slices.Clone(e.Protections), auction.Protection{
		Chain: tx.Chain, Sender: tx.Sender, Nonce: tx.Nonce(), Tx: tx.Hash(), Bidder: e.Envelope.Bidder,
	})
	return e
}

// refused is an entry against which something spoke already.
func refused(e auction.Entry, why auction.Reason) auction.Entry {
	e.Reason = why
	return e
}

func word(v uint64) []byte { return uint256.NewInt(v).PaddedBytes(32) }

func addressWord(a rollup.Address) []byte { return append(make([]byte, 12), a[:]...) }

func wei(v uint64) *uint256.Int { return uint256.NewInt(v) }

func item(kind rollup.QueueKind, sender rollup.Address, words ...[]byte) rollup.QueueItem {
	return rollup.QueueItem{Kind: kind, Sender: sender, Payload: slices.Concat(words...)}
}

func deposit(a rollup.Address, escrow, fees uint64) rollup.QueueItem {
	return item(rollup.QueueDeposit, a, addressWord(a), word(escrow), word(fees))
}

func withdrawal(a rollup.Address, escrow, fees uint64) rollup.QueueItem {
	return item(rollup.QueueWithdraw, a, addressWord(a), word(escrow), word(fees))
}

func force(sender rollup.Address, chain rollup.ChainID, raw []byte) rollup.QueueItem {
	padding := make([]byte, (32-len(raw)%32)%32)
	return item(rollup.QueueForce, sender, word(uint64(chain)), word(64), word(uint64(len(raw))), raw, padding)
}

func register(chain rollup.ChainID, payout rollup.Address) rollup.QueueItem {
	return item(rollup.QueueRegister, treasury, word(uint64(chain)), addressWord(payout), word(7))
}

func weigh(chain rollup.ChainID, weight uint64) rollup.QueueItem {
	return item(rollup.QueueWeight, treasury, word(uint64(chain)), word(weight))
}

// history drives one builder over its world, keeping every input so that it can be replayed.
type history struct {
	p      *rollup.Parameters
	w      *world
	b      *builder.Builder
	inputs []builder.Input
	next   builder.Input // the next slot's, items and selection missing
}

func newHistory(p *rollup.Parameters) *history {
	w := newWorld(p.Rollups...)
	return &history{p: p, w: w, b: builder.New(p, networkID, w), next: builder.Input{Slot: 1, Time: second * 1000, Key: threshold.Signature{1}}}
}

// input completes the next slot's input.
func (h *history) input(items []rollup.QueueItem, entries ...auction.Entry) builder.Input {
	in := h.next
	for _, i := range items {
		i.Position, i.L1Block = in.View.QueuePosition, in.View.Number+1
		in.Items = append(in.Items, i)
		in.View.QueuePosition, in.View.QueueHash = i.Position+1, rollup.Accumulate(in.View.QueueHash, i)
	}
	if len(items) > 0 {
		in.View.Number++
		in.View.Hash = crypto.Keccak256Hash(word(in.View.Number))
	}
	in.Selected = selected(h.p, in.Slot, in.Key, entries)
	return in
}

func selected(p *rollup.Parameters, slot rollup.Slot, key threshold.Signature, entries []auction.Entry) *auction.Selected {
	o := &auction.Opened{Batch: &auction.Batch{Network: networkID, Slot: slot}}
	for _, e := range entries {
		s := *e.Envelope
		s.Slot = slot
		e.Envelope, e.ID = &s, s.ID()
		o.Batch.Envelopes, o.Entries = append(o.Batch.Envelopes, e.Envelope), append(o.Entries, e)
	}
	return auction.Select(o, p, key)
}

// execute runs an input and moves on to the next slot, a quarter of a second later.
func (h *history) execute(in builder.Input) (*builder.Executed, error) {
	out, err := h.b.Execute(in)
	if err != nil {
		return nil, err
	}
	h.inputs = append(h.inputs, in)
	h.next = builder.Input{Slot: in.Slot + 1, Time: in.Time + 250, View: in.View, Key: in.Key}
	h.next.Key[1], h.next.Key[2] = byte(in.Slot), byte(in.Slot>>8)
	return out, nil
}

// slot executes the next slot with these items and entries.
func (h *history) slot(t require.TestingT, items []rollup.QueueItem, entries ...auction.Entry) *builder.Executed {
	out, err := h.execute(h.input(items, entries...))
	require.NoError(t, err)
	return out
}

// wait lets the next slot fall into the next second.
func (h *history) wait() { h.next.Time = (h.next.Time/1000 + 1) * 1000 }

// reasons are the reasons of a slot's fates, in their order.
func reasons(x *builder.Executed) []auction.Reason {
	out := []auction.Reason{}
	for _, f := range x.Fates {
		out = append(out, f.Reason)
	}
	return out
}

func (a account) sign(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], a.key) }
