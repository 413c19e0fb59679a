package auction_test

import (
	"crypto/rand"
	"errors"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestCheckNamesWhatIsWrong(t *testing.T) {
	m, alice, bob := newMarket(slot7), newAccount(1), newAccount(2)
	good := m.seal(alice, oneLeg(alice, 901, 0, 500))
	require.NoError(t, good.Check(parameters(), network))
	highS := func(sig []byte) []byte { // the other signature of the same message, which ECDSA allows and we do not
		n := uint256.MustFromHex("0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")
		s := new(uint256.Int).Sub(n, new(uint256.Int).SetBytes(sig[32:64])).Bytes32()
		return append(append(append([]byte{}, sig[:32]...), s[:]...), sig[64]^1)
	}
	cases := map[string]struct {
		change func(*auction.Sealed)
		want   error
	}{
		"network":            {func(s *auction.Sealed) { s.Network.ID[5]++ }, auction.ErrOtherNetwork},
		"incarnation":        {func(s *auction.Sealed) { s.Network.Incarnation++ }, auction.ErrOtherNetwork},
		"epoch":              {func(s *auction.Sealed) { s.Network.Epoch++ }, auction.ErrOtherNetwork},
		"size class":         {func(s *auction.Sealed) { s.SizeClass = 5 }, auction.ErrClass},
		"gas class":          {func(s *auction.Sealed) { s.GasClass = auction.MaxGasClass + 1 }, auction.ErrClass},
		"short ciphertext":   {func(s *auction.Sealed) { s.Ciphertext = s.Ciphertext[1:] }, auction.ErrCiphertext},
		"of another class":   {func(s *auction.Sealed) { s.SizeClass++ }, auction.ErrCiphertext},
		"changed ciphertext": {func(s *auction.Sealed) { s.Ciphertext = append([]byte{1}, s.Ciphertext[1:]...) }, auction.ErrBadSignature},
		"another bidder":     {func(s *auction.Sealed) { s.Bidder = bob.address }, auction.ErrBadSignature},
		"another slot":       {func(s *auction.Sealed) { s.Slot++ }, auction.ErrBadSignature},
		"no signature":       {func(s *auction.Sealed) { s.Signature = nil }, auction.ErrBadSignature},
		"high s":             {func(s *auction.Sealed) { s.Signature = highS(s.Signature) }, auction.ErrBadSignature},
		"v of 2":             {func(s *auction.Sealed) { s.Signature = append(append([]byte{}, s.Signature[:64]...), 2) }, auction.ErrBadSignature},
		"zero signature":     {func(s *auction.Sealed) { s.Signature = make([]byte, 65) }, auction.ErrBadSignature},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := *good
			c.change(&s)
			err := s.Check(parameters(), network)
			require.ErrorIs(t, err, c.want)
			require.NotEqual(t, auction.None, auction.ReasonOf(err))
		})
	}
	small := parameters()
	small.BatchGas = good.GasClass.Gas()
	require.NoError(t, good.Check(small, network), "a batch holds just this one")
	small.BatchGas--
	require.ErrorIs(t, good.Check(small, network), auction.ErrClass, "no batch could ever hold it")
	legacyV := *good
	legacyV.Signature = append(append([]byte{}, good.Signature[:64]...), good.Signature[64]+27)
	require.NoError(t, legacyV.Check(parameters(), network), "v of 27 or 28 is the same signature")
	require.Equal(t, good.ID(), legacyV.ID(), "and the same envelope")
}

func TestSealRefuses(t *testing.T) {
	m, alice, bob := newMarket(slot7), newAccount(1), newAccount(2)
	b := oneLeg(alice, 901, 0, 500)
	seal := func(change func(*auction.Sealed), b *auction.Bundle, sign func(rollup.Digest) ([]byte, error)) error {
		c := m.clear(alice)
		change(&c)
		_, err := auction.Seal(rand.Reader, m.sealer, c, b, sign)
		return err
	}
	keep := func(*auction.Sealed) {}
	require.NoError(t, seal(keep, b, alice.sign))
	require.ErrorIs(t, seal(func(s *auction.Sealed) { s.GasClass = 9 }, b, alice.sign), auction.ErrClass)
	require.ErrorIs(t, seal(func(s *auction.Sealed) { s.SizeClass = 9 }, b, alice.sign), auction.ErrClass)
	require.ErrorIs(t, seal(keep, b, bob.sign), auction.ErrBadSignature)
	locked := errors.New("key is locked")
	require.ErrorIs(t, seal(keep, b, func(rollup.Digest) ([]byte, error) { return nil, locked }), locked)
	big := oneLeg(alice, 901, 0, 500)
	big.Legs[0].Txs = append(big.Legs[0].Txs, make([]byte, auction.MaxBundleBytes))
	require.ErrorIs(t, seal(keep, big, alice.sign), auction.ErrOversized)
}

// An envelope's length tells its size class and nothing else (threat A11).
func TestLengthTellsOnlyTheClass(t *testing.T) {
	m, alice := newMarket(slot7), newAccount(1)
	rapid.Check(t, func(t *rapid.T) {
		b := &auction.Bundle{
			Bid:  new(uint256.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "bid")),
			Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{rapid.SliceOfN(rapid.Byte(), 0, 5000).Draw(t, "tx")}}},
		}
		floor := auction.SizeClass(rapid.IntRange(0, 2).Draw(t, "floor"))
		c := m.clear(alice)
		c.SizeClass = floor
		s, err := auction.Seal(m.rand, m.sealer, c, b, alice.sign)
		require.NoError(t, err)
		require.GreaterOrEqual(t, s.SizeClass, floor)
		require.Len(t, s.Ciphertext, s.SizeClass.Bytes()+threshold.SealOverhead)
		if s.SizeClass > floor {
			require.Greater(t, len(b.Encode())+4, (s.SizeClass - 1).Bytes(), "the smallest class that holds it")
		}
		require.NoError(t, s.Check(parameters(), network))
		e := m.open(t, s).Entries[0]
		require.NotEqual(t, auction.NotOpenable, e.Reason)
		require.Equal(t, b.Hash(), e.Hash)
	})
}

func TestFee(t *testing.T) {
	p := parameters() // 1,000 + 10 a KiB + 500 a million gas
	for _, c := range []struct {
		size auction.SizeClass
		gas  auction.GasClass
		want uint64
	}{{0, 0, 1000 + 10 + 125}, {1, 2, 1000 + 40 + 500}, {4, 6, 1000 + 3200 + 8000}} {
		s := auction.Sealed{SizeClass: c.size, GasClass: c.gas}
		require.Equal(t, c.want, s.Fee(p).Uint64())
	}
}

func TestBatchCheck(t *testing.T) {
	m, alice, bob := newMarket(slot7), newAccount(1), newAccount(2)
	a, b := m.seal(alice, oneLeg(alice, 901, 0, 500)), m.seal(bob, oneLeg(bob, 901, 0, 500))
	batch := func(e ...*auction.Sealed) *auction.Batch {
		return &auction.Batch{Network: network, Slot: slot7, Envelopes: e}
	}
	require.NoError(t, batch(a, b).Check(parameters()))
	require.NoError(t, batch().Check(parameters()))
	require.NotEqual(t, batch(a, b).Root(), batch(b, a).Root(), "the root commits to the order")

	again := *a
	again.Signature = append(append([]byte{}, a.Signature[:64]...), a.Signature[64]+27)
	require.ErrorIs(t, batch(a, b, &again).Check(parameters()), auction.ErrRepeated)
	late := newMarket(slot7 + 1)
	require.ErrorIs(t, batch(a, late.seal(bob, oneLeg(bob, 901, 0, 1))).Check(parameters()), auction.ErrOtherSlot)
	forged := *b
	forged.Signature = a.Signature
	require.ErrorIs(t, batch(a, &forged).Check(parameters()), auction.ErrBadSignature)

	p := parameters()
	p.BatchGas = 2*auction.GasClass(1).Gas() - 1
	require.ErrorIs(t, batch(a, b).Check(p), auction.ErrBatchFull)
	p = parameters()
	p.BatchBytes = uint64(a.Size()+b.Size()) - 1
	require.ErrorIs(t, batch(a, b).Check(p), auction.ErrBatchFull)
	p.BatchBytes++
	require.NoError(t, batch(a, b).Check(p))

	more := m.seal(alice, oneLeg(alice, 901, 1, 500))
	p = parameters()
	p.BidderGas = 2*auction.GasClass(1).Gas() - 1
	require.NoError(t, batch(a, b).Check(p), "two bidders")
	require.ErrorIs(t, batch(a, b, more).Check(p), auction.ErrBatchFull)
	p.BidderGas++
	require.NoError(t, batch(a, b, more).Check(p))
	p.BatchGas = 2 * p.BidderGas
	p.BatchBytes = 2*uint64(a.Size()+more.Size()) - 2
	require.ErrorIs(t, batch(a, b, more).Check(p), auction.ErrBatchFull, "half of the gas is half of the bytes")
	p.BatchBytes += 2
	require.NoError(t, batch(a, b, more).Check(p))
}
