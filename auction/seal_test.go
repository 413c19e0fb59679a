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

	// What counts for a posting is each envelope with the most that its fate can take.
	data := func(all ...*auction.Sealed) (sum uint64) {
		for _, e := range all {
			sum += auction.PostedBytes(p, uint64(e.Size()), e.GasClass)
		}
		return sum
	}
	p = parameters()
	overhead := p.PostBytes - p.PostRoom()
	p.PostBytes = overhead + data(a, b) - 1
	require.ErrorIs(t, batch(a, b).Check(p), auction.ErrBatchFull)
	p.PostBytes++
	require.NoError(t, batch(a, b).Check(p))
	p.BidderGas = p.BatchGas / 2
	p.PostBytes = overhead + 2*data(a, more) - 2
	require.ErrorIs(t, batch(a, b, more).Check(p), auction.ErrBatchFull, "half of the gas is half of the posting")
	p.PostBytes += 2
	require.NoError(t, batch(a, b, more).Check(p))
}

// An envelope that no batch of the network can hold is refused at the door, by name, before it is sealed or promised: at
// the bound it is taken, one byte beyond it is not.
func TestWhatNoBatchHoldsIsRefused(t *testing.T) {
	m := newMarket(5)
	alice := newAccount(1)
	e := m.seal(alice, oneLeg(alice, 901, 0, 500))
	p := parameters()
	p.BidderGas = p.BatchGas
	overhead := p.PostBytes - p.PostRoom()
	p.PostBytes = overhead + auction.PostedBytes(p, uint64(e.Size()), e.GasClass)
	require.NoError(t, e.Check(p, network))
	p.PostBytes--
	require.ErrorIs(t, e.Check(p, network), auction.ErrOversized)
	require.Equal(t, auction.Oversized, auction.ReasonOf(e.Check(p, network)))
	p = parameters()
	p.BidderGas, p.BatchBytes = p.BatchGas, uint64(e.Size())
	require.NoError(t, e.Check(p, network))
	p.BatchBytes--
	require.ErrorIs(t, e.Check(p, network), auction.ErrOversized)

	// Bundles of every size class, by what one transaction of calldata and six blobs carry.
	of := func(n int) *auction.Bundle {
		return &auction.Bundle{Bid: uint256.NewInt(1), Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{make([]byte, n)}}}}
	}
	for carrier, c := range map[string]struct{ post, batch uint64 }{"calldata": {126 << 10, 108_000}, "six blobs": {6 * 126_976, 720_000}} {
		p := parameters()
		p.PostBytes, p.BatchBytes, p.BatchGas, p.BidderGas = c.post, c.batch, 60_000_000, 40_000_000
		for _, n := range []int{900, 4000, 16_000, 65_000} {
			require.NoError(t, of(n).Fits(p, auction.MaxGasClass), "%d bytes by %s", n, carrier)
		}
		if err := of(290_000).Fits(p, auction.MaxGasClass); carrier == "calldata" {
			require.ErrorIs(t, err, auction.ErrOversized)
		} else {
			require.NoError(t, err)
		}
		require.Equal(t, map[string]int{"calldata": 65_532, "six blobs": auction.MaxBundleBytes}[carrier], auction.MostBytes(p, 2))
		require.ErrorIs(t, of(400_000).Fits(p, 0), auction.ErrOversized)
		require.ErrorIs(t, of(900).Fits(p, auction.MaxGasClass+1), auction.ErrClass)
	}
}
