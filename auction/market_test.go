package auction_test

import (
	"bytes"
	"crypto/ecdsa"
	"math/big"
	"math/rand"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

const slot7 = rollup.Slot(7)

var (
	network = rollup.Network{ID: crypto.Keccak256Hash([]byte("auction test")), Incarnation: 1, Epoch: 2}
	known   = []rollup.ChainID{901, 902}
)

func parameters() *rollup.Parameters {
	return &rollup.Parameters{
		SlotMs: 250, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000,
		Treasury: rollup.Address{0xee}, Reserve: uint256.NewInt(100), FeeBase: uint256.NewInt(1000),
		FeePerKiB: uint256.NewInt(10), FeePerMegagas: uint256.NewInt(500), BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 4 << 20,
		MaxLag: 8, BlockGas: 30_000_000, ForcedGas: 3_000_000, TriggerDepth: 4, TriggerCount: 16, PostEvery: 20,
		PostBytes: 8 << 20, L1Depth: 2, L1Rounding: 1, Members: []rollup.Member{{Name: "a"}}, Rollups: known,
	}
}

// account is an account with its key, the same for the same number.
type account struct {
	key     *ecdsa.PrivateKey
	address rollup.Address
}

func newAccount(n byte) account {
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte{'a', n}))
	if err != nil {
		panic(err)
	}
	return account{key, crypto.PubkeyToAddress(key.PublicKey)}
}

func (a account) sign(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], a.key) }

func (a account) mustSign(d rollup.Digest) []byte {
	sig, err := a.sign(d)
	if err != nil {
		panic(err)
	}
	return sig
}

// transfer is a signed transaction of one wei to nobody.
func (a account) transfer(chain rollup.ChainID, nonce uint64) *types.Transaction {
	return types.MustSignNewTx(a.key, types.NewPragueSigner(new(big.Int).SetUint64(uint64(chain))), &types.DynamicFeeTx{
		ChainID: new(big.Int).SetUint64(uint64(chain)), Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(1e9),
		Gas: 21_000, To: &rollup.Address{0xaa}, Value: big.NewInt(1),
	})
}

func (a account) raw(chain rollup.ChainID, nonce uint64) []byte {
	b, err := a.transfer(chain, nonce).MarshalBinary()
	if err != nil {
		panic(err)
	}
	return b
}

// market is a slot to which one can seal, with its opening key.
type market struct {
	slot   rollup.Slot
	sealer *threshold.Sealer
	key    threshold.Signature
	rand   *rand.Rand
}

func newMarket(slot rollup.Slot) *market {
	group, shares := thresholdtest.Committee(3, 4, 1)
	identity := auction.Identity(network, slot)
	sealer, err := threshold.NewSealer(group.Public, identity)
	if err != nil {
		panic(err)
	}
	key := thresholdtest.Sign(&group, shares, threshold.OpeningTag, identity)
	return &market{slot: slot, sealer: sealer, key: key, rand: rand.New(rand.NewSource(1))}
}

func (m *market) clear(bidder account) auction.Sealed {
	return auction.Sealed{Network: network, Slot: m.slot, Bidder: bidder.address, GasClass: 1}
}

func (m *market) seal(bidder account, b *auction.Bundle) *auction.Sealed {
	s, err := auction.Seal(m.rand, m.sealer, m.clear(bidder), b, bidder.sign)
	if err != nil {
		panic(err)
	}
	return s
}

// sealRaw seals any plaintext, as a maker who does not use Seal may.
func (m *market) sealRaw(bidder account, plain []byte) *auction.Sealed {
	s := m.clear(bidder)
	for s.SizeClass.Bytes() < len(plain) {
		s.SizeClass++
	}
	padded := make([]byte, s.SizeClass.Bytes())
	copy(padded, plain)
	var err error
	if s.Ciphertext, err = m.sealer.Seal(m.rand, auction.Associated(&s), padded); err != nil {
		panic(err)
	}
	s.Signature = bidder.mustSign(s.ID())
	return &s
}

func (m *market) open(t require.TestingT, envelopes ...*auction.Sealed) *auction.Opened {
	o, err := auction.Open(&auction.Batch{Network: network, Slot: m.slot, Envelopes: envelopes}, m.key, known)
	require.NoError(t, err)
	return o
}

// oneLeg is a bundle of one transfer.
func oneLeg(sender account, chain rollup.ChainID, nonce, bid uint64) *auction.Bundle {
	return &auction.Bundle{
		Legs: []auction.Leg{{Chain: chain, Txs: [][]byte{sender.raw(chain, nonce)}}}, Bid: uint256.NewInt(bid),
	}
}

func TestSealedOpensToTheSameBundle(t *testing.T) {
	m, alice := newMarket(slot7), newAccount(1)
	b := oneLeg(alice, 901, 0, 500)
	b.Salt[3] = 9
	s := m.seal(alice, b)
	require.NoError(t, s.Check(parameters(), network))
	again, err := auction.DecodeSealed(s.Encode())
	require.NoError(t, err)
	require.Equal(t, s, again)

	e := m.open(t, again).Entries[0]
	require.Equal(t, auction.None, e.Reason, e.Fault)
	require.Equal(t, b.Hash(), e.Hash)
	require.True(t, bytes.Equal(b.Encode(), e.Bundle.Encode()))
	require.Equal(t, alice.address, e.Payer)
	require.Equal(t, uint64(500), e.Bid.Uint64())
	require.Equal(t, alice.address, e.Txs[0][0].Sender)
	require.Equal(t, []auction.Protection{{Chain: 901, Sender: alice.address, Tx: e.Txs[0][0].Hash(), Bidder: alice.address}}, e.Protections)
}
