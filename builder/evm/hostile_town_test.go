package evm_test

import (
	"crypto/ecdsa"
	"encoding/binary"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

var townNetwork = rollup.Network{ID: crypto.Keccak256Hash([]byte("town")), Incarnation: 1, Epoch: 1}

// townKey is a numbered bidder or wallet of a town.
func townKey(n int) *ecdsa.PrivateKey {
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte("town"), binary.BigEndian.AppendUint64(nil, uint64(n))))
	if err != nil {
		panic(err)
	}
	return k
}

func townParameters(ids []rollup.ChainID) *rollup.Parameters {
	return &rollup.Parameters{
		SlotMs: 1000, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{0xee}, Reserve: uint256.NewInt(100),
		FeeBase: uint256.NewInt(10), FeePerKiB: uint256.NewInt(1), FeePerMegagas: uint256.NewInt(4), BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000,
		PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 4 << 20, MaxLag: 8, BlockGas: 33_000_000, ForcedGas: 3_000_000, TriggerDepth: 4, TriggerCount: 16,
		PostEvery: 20, PostBytes: 8 << 20, L1Depth: 2, L1Rounding: 1, Members: []rollup.Member{{Name: "a"}}, Rollups: ids,
	}
}

// town is a builder over rollups with a real EVM, slot by slot: from opened envelopes to closed blocks.
type town struct {
	t    testing.TB
	p    *rollup.Parameters
	m    *evm.Machine
	b    *builder.Builder
	next builder.Input // the next slot's, items and selection missing
}

func newTown(t testing.TB, p *rollup.Parameters, genesis []rollup.Genesis) *town {
	m, err := evm.Open(evm.Config{Genesis: genesis})
	require.NoError(t, err)
	return &town{t: t, p: p, m: m, b: builder.New(p, townNetwork, m), next: builder.Input{Slot: 1, Time: (genesisTime + 1) * 1000, Key: threshold.Signature{1}}}
}

// offer is an opened envelope against which nothing speaks. serial makes its id.
func offer(bidder *ecdsa.PrivateKey, serial, bid uint64, class auction.GasClass, a builder.Attempt) auction.Entry {
	s := &auction.Sealed{Network: townNetwork, Bidder: addressOf(bidder), GasClass: class, Ciphertext: binary.BigEndian.AppendUint64(nil, serial)}
	b := &auction.Bundle{Bid: uint256.NewInt(bid)}
	binary.BigEndian.PutUint64(b.Salt[:], serial)
	e := auction.Entry{Envelope: s, Bundle: b, Payer: s.Bidder, Bid: b.Bid, Txs: a.Txs}
	for _, txs := range a.Txs {
		leg := auction.Leg{Chain: txs[0].Chain}
		for _, tx := range txs {
			raw, err := tx.MarshalBinary()
			if err != nil {
				panic(err)
			}
			leg.Txs = append(leg.Txs, raw)
			if a.Reverting[tx.Hash()] {
				b.Reverting = append(b.Reverting, tx.Hash())
			}
			if tx.Sender == s.Bidder {
				e.Protections = append(e.Protections, auction.Protection{Chain: tx.Chain, Sender: tx.Sender, Nonce: tx.Nonce(), Tx: tx.Hash(), Bidder: s.Bidder})
			}
		}
		b.Legs = append(b.Legs, leg)
	}
	e.Hash = b.Hash()
	return e
}

// deposit is a queue item: wei of escrow, and of fees.
func deposit(account rollup.Address, escrow, fees *uint256.Int) rollup.QueueItem {
	payload := slices.Concat(common.LeftPadBytes(account[:], 32), escrow.PaddedBytes(32), fees.PaddedBytes(32))
	return rollup.QueueItem{Kind: rollup.QueueDeposit, Sender: account, Payload: payload}
}

// endow executes a slot in which accounts deposit.
func (w *town) endow(escrow, fees *uint256.Int, accounts ...rollup.Address) {
	in := w.next
	for _, a := range accounts {
		i := deposit(a, escrow, fees)
		i.Position, i.L1Block = in.View.QueuePosition, 1
		in.Items = append(in.Items, i)
		in.View.QueuePosition, in.View.QueueHash = i.Position+1, rollup.Accumulate(in.View.QueueHash, i)
	}
	in.View.Number, in.View.Hash = 1, common.Hash{1}
	in.Selected = w.selected(in, nil)
	w.execute(in)
}

func (w *town) selected(in builder.Input, entries []auction.Entry) *auction.Selected {
	o := &auction.Opened{Batch: &auction.Batch{Network: townNetwork, Slot: in.Slot}}
	for _, e := range entries {
		s := *e.Envelope
		s.Slot = in.Slot
		e.Envelope, e.ID = &s, s.ID()
		o.Batch.Envelopes, o.Entries = append(o.Batch.Envelopes, e.Envelope), append(o.Entries, e)
	}
	return auction.Select(o, w.p, in.Key)
}

// execute executes a slot and moves on to the next, which begins a second later: each closes the blocks of the one before.
func (w *town) execute(in builder.Input) *builder.Executed {
	w.t.Helper()
	x, err := w.b.Execute(in)
	require.NoError(w.t, err)
	w.next = builder.Input{Slot: in.Slot + 1, Time: in.Time + 1000, View: in.View, Key: in.Key}
	binary.BigEndian.PutUint64(w.next.Key[8:], uint64(in.Slot))
	return x
}

// slot executes the next slot with these entries.
func (w *town) slot(entries ...auction.Entry) *builder.Executed {
	w.t.Helper()
	in := w.next
	in.Selected = w.selected(in, entries)
	return w.execute(in)
}

// solvent requires that the ledger adds up: balances are what came in less what went out, and charges became credits.
func (w *town) solvent() {
	charges, credits := new(uint256.Int), new(uint256.Int)
	for _, a := range w.b.Ledger().Accounts() {
		out := new(uint256.Int)
		for _, v := range []*uint256.Int{a.Charges, a.Withdrawals, a.Fees, a.Escrow} {
			_, over := out.AddOverflow(out, v)
			require.False(w.t, over)
		}
		require.Equal(w.t, a.Deposits, out)
		charges.Add(charges, a.Charges)
		credits.Add(credits, a.Credits)
	}
	require.Equal(w.t, charges, credits)
}

// hashes are the blocks that a slot closed.
func hashes(closed []builder.Block) (out []rollup.Digest) {
	for _, b := range closed {
		out = append(out, b.Block.Hash())
	}
	return out
}

// told is a slot's outcome without what follows from the order of the batch: fates by envelope, blocks, money.
func told(x *builder.Executed) string {
	fates := slices.Clone(x.Fates)
	slices.SortFunc(fates, func(a, b builder.Fate) int { return a.Envelope.Cmp(b.Envelope) })
	return fmt.Sprintf("%v %v %v %v", fates, x.Header.Heads, x.Header.PairRoot, x.Header.LedgerRoot)
}

// townAlloc funds numbered wallets and adds contracts.
func townAlloc(wallets int, contracts map[common.Address][]byte) types.GenesisAlloc {
	a := alloc(contracts)
	for n := range wallets {
		a[addressOf(townKey(n))] = types.Account{Balance: new(big.Int).Mul(ether, big.NewInt(1000))}
	}
	return a
}
