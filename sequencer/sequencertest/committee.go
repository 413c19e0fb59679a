// Package sequencertest makes what a test of a committee begins with: its members' keys, the network's parameters,
// two rollups, an L1 that is one queue, a bidder and a wallet user, and the envelopes of both. In come a name, numbers
// and a moment, out comes the same for the same arguments in whichever process. It runs no member. One place that
// knows every key is what a network never has, so nothing but tests imports this.
package sequencertest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// Gwei in wei.
const Gwei = 1_000_000_000

// Committee is n members of a network, as far as keys and parameters go.
type Committee struct {
	T          testing.TB
	Parameters *rollup.Parameters
	Network    rollup.Network
	Genesis    []rollup.Genesis // of rollups 901 and 902, on which User has 1 ether
	Began      time.Time
	L1         *QueueL1

	Keys     []ed25519.PrivateKey // consensus keys, by member
	Accounts []*ecdsa.PrivateKey
	Dealers  []*threshold.DealerKey
	Bidder   *ecdsa.PrivateKey
	User     *ecdsa.PrivateKey

	nonces map[rollup.ChainID]uint64
}

// New is the committee of a name: the same for the same arguments.
func New(t testing.TB, name string, members int, slotMs uint64, began time.Time) *Committee {
	t.Helper()
	c := &Committee{
		T: t, Began: began, L1: NewQueueL1(), nonces: make(map[rollup.ChainID]uint64),
		Network: rollup.Network{ID: crypto.Keccak256Hash([]byte(name)), Incarnation: 1, Epoch: 1},
	}
	key := func(name string, i int) []byte { return crypto.Keccak256([]byte(name), []byte{byte(i)}) }
	ec := func(name string, i int) *ecdsa.PrivateKey {
		k, err := crypto.ToECDSA(key(name, i))
		require.NoError(t, err)
		return k
	}
	c.Bidder, c.User = ec("bidder", 0), ec("user", 0)
	c.Parameters = &rollup.Parameters{
		SlotMs: slotMs, Pricing: rollup.FirstPrice, Split: rollup.SplitByGas, ProtocolBps: 1000, Treasury: rollup.Address{7},
		Reserve: uint256.NewInt(100), FeeBase: uint256.NewInt(Gwei), FeePerKiB: uint256.NewInt(10), FeePerMegagas: uint256.NewInt(10),
		BatchGas: 60_000_000, BidderGas: 60_000_000, SearchGas: 100_000_000, PairTriggers: 256, PairGas: 30_000_000, BatchBytes: 1 << 20, MaxLag: 64, BlockGas: 60_000_000, ForcedGas: 5_000_000,
		TriggerDepth: 4, TriggerCount: 16, PostEvery: 8, PostBytes: 8 << 20, L1Depth: 1, L1Rounding: 1, Rollups: []rollup.ChainID{901, 902},
	}
	for i := range members {
		k := ed25519.NewKeyFromSeed(key("consensus", i))
		d, err := threshold.NewDealerKey(bytes.NewReader(bytes.Repeat(key("dealer", i), 8)))
		require.NoError(t, err)
		c.Keys, c.Dealers, c.Accounts = append(c.Keys, k), append(c.Dealers, d), append(c.Accounts, ec("account", i))
		c.Parameters.Members = append(c.Parameters.Members, rollup.Member{
			Name: fmt.Sprintf("member %d", i), ConsensusKey: hex.EncodeToString(k.Public().(ed25519.PublicKey)),
			DealerKey: d.Public().String(), Account: crypto.PubkeyToAddress(c.Accounts[i].PublicKey),
		})
	}
	for _, id := range c.Parameters.Rollups {
		alloc := types.GenesisAlloc{crypto.PubkeyToAddress(c.User.PublicKey): {Balance: big.NewInt(1e18)}}
		json, err := evm.GenesisJSON(id, alloc, c.Parameters.BlockGas, uint64(began.Unix())-10) //nolint:gosec // after 1970
		require.NoError(t, err)
		c.Genesis = append(c.Genesis, rollup.Genesis{Chain: id, JSON: json})
	}
	return c
}

// Transfer is the user's signed transfer on a rollup, with the next nonce.
func (c *Committee) Transfer(chain rollup.ChainID) []byte {
	c.T.Helper()
	id := new(big.Int).SetUint64(uint64(chain))
	tx, err := types.SignNewTx(c.User, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
		ChainID: id, Nonce: c.nonces[chain], GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(100 * Gwei),
		Gas: 21_000, To: &rollup.Address{9}, Value: big.NewInt(1),
	})
	require.NoError(c.T, err)
	c.nonces[chain]++
	raw, err := tx.MarshalBinary()
	require.NoError(c.T, err)
	return raw
}

// Seal seals a two-rollup bundle to a slot, as a searcher at home does.
func (c *Committee) Seal(group *threshold.Group, slot rollup.Slot, bid uint64) *auction.Sealed {
	c.T.Helper()
	return c.SealBundle(group, slot, &auction.Bundle{Bid: uint256.NewInt(bid), Legs: []auction.Leg{
		{Chain: 901, Txs: [][]byte{c.Transfer(901)}}, {Chain: 902, Txs: [][]byte{c.Transfer(902)}},
	}})
}

// SealBundle seals any bundle of the bidder's to a slot.
func (c *Committee) SealBundle(group *threshold.Group, slot rollup.Slot, b *auction.Bundle) *auction.Sealed {
	c.T.Helper()
	sealer, err := threshold.NewSealer(group.Public, auction.Identity(c.Network, slot))
	require.NoError(c.T, err)
	clear := auction.Sealed{Network: c.Network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.Bidder.PublicKey), GasClass: 0}
	s, err := auction.Seal(rand.Reader, sealer, clear, b, func(d rollup.Digest) ([]byte, error) { return crypto.Sign(d[:], c.Bidder) })
	require.NoError(c.T, err)
	return s
}

// Rough is a signed envelope of the bidder with a ciphertext of the right length that nobody can open.
func (c *Committee) Rough(slot rollup.Slot, salt uint16) *auction.Sealed {
	c.T.Helper()
	s := &auction.Sealed{
		Network: c.Network, Slot: slot, Bidder: crypto.PubkeyToAddress(c.Bidder.PublicKey),
		Ciphertext: binary.BigEndian.AppendUint16(make([]byte, auction.SizeClass(0).Bytes()+threshold.SealOverhead-2), salt),
	}
	id := s.ID()
	var err error
	s.Signature, err = crypto.Sign(id[:], c.Bidder)
	require.NoError(c.T, err)
	return s
}
