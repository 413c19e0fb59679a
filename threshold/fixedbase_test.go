package threshold_test

import (
	"bytes"
	"math/big"
	"testing"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
)

func TestMultipleOfGenerator(t *testing.T) {
	judge := func(t require.TestingT, k *big.Int) {
		var scalar fr.Element
		scalar.SetBigInt(k)
		var p, other bls12381.G1Affine
		p.ScalarMultiplicationBase(scalar.BigInt(new(big.Int)))
		require.True(t, threshold.IsMultipleOfGenerator(&scalar, &p), "%x", k)
		_, _, g1, _ := bls12381.Generators()
		other.Add(&p, &g1)
		require.False(t, threshold.IsMultipleOfGenerator(&scalar, &other), "%x, one more", k)
		if !p.IsInfinity() {
			other.Neg(&p)
			require.False(t, threshold.IsMultipleOfGenerator(&scalar, &other), "%x, the negative", k)
			require.False(t, threshold.IsMultipleOfGenerator(&scalar, new(bls12381.G1Affine)), "%x, infinity", k)
			for name, extra := range strayPoints(t) {
				other.Add(&p, &extra)
				require.False(t, threshold.IsMultipleOfGenerator(&scalar, &other), "%x, and a point of order %s", k, name)
			}
		}
	}
	one := big.NewInt(1)
	for bit := range uint(fr.Bits) {
		power := new(big.Int).Lsh(one, bit)
		judge(t, power)
		judge(t, power.Sub(power, one)) // every window full, every carry
		judge(t, new(big.Int).Sub(fr.Modulus(), power))
	}
	for window := uint(0); window < fr.Bits-6; window += 6 {
		for digit := range int64(64) {
			k := new(big.Int).Lsh(big.NewInt(digit), window)
			judge(t, k)
		}
	}
	rapid.Check(t, func(r *rapid.T) {
		judge(r, new(big.Int).SetBytes(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(r, "scalar")))
	})
}

// strayPoints are points on the curve whose order divides G1's cofactor, by name of the order.
func strayPoints(t require.TestingT) map[string]bls12381.G1Affine {
	if len(strays) > 0 {
		return strays
	}
	// The seed's size plus one. The cofactor is its square over three, and it is the exponent of that part.
	exponent, _ := new(big.Int).SetString("d201000000010001", 16)
	order := new(big.Int).Mul(fr.Modulus(), exponent)
	for _, prime := range []int64{3, 11, 10177, 859267, 52437899} {
		q := big.NewInt(prime)
		require.Zero(t, new(big.Int).Mod(exponent, q).Sign())
		rest := new(big.Int).Div(order, q)
		for c := uint64(1); ; c++ {
			var seed fp.Element
			seed.SetUint64(c)
			p := bls12381.GeneratePointNotInG1(seed)
			if found := times(&p, rest); !found.IsInfinity() {
				strays[q.String()] = found
				break
			}
		}
	}
	p := bls12381.GeneratePointNotInG1(fp.One())
	strays["the cofactor"] = times(&p, fr.Modulus())
	return strays
}

var strays = make(map[string]bls12381.G1Affine)

// times doubles and adds: gnark-crypto's own multiplication is for the subgroup.
func times(p *bls12381.G1Jac, k *big.Int) bls12381.G1Affine {
	var sum bls12381.G1Jac
	for bit := k.BitLen() - 1; bit >= 0; bit-- {
		sum.DoubleAssign()
		if k.Bit(bit) == 1 {
			sum.AddAssign(p)
		}
	}
	var out bls12381.G1Affine
	out.FromJacobian(&sum)
	return out
}

// TestPointOutsideTheSubgroupDoesNotOpen seals by the book but for U, to which a
// point outside the subgroup is added before anything is derived from it. The
// pairing is computed of that very point, so that all else fits, and only the
// check U = r·G stands between it and an opener.
func TestPointOutsideTheSubgroupDoesNotOpen(t *testing.T) {
	group, shares := thresholdtest.Committee(1, 1, 1)
	key := thresholdtest.Sign(&group, shares, threshold.OpeningTag, []byte("slot"))
	opener, err := threshold.NewOpener(key)
	require.NoError(t, err)
	var fixed bls12381.G2Affine
	_, err = fixed.SetBytes(key[:])
	require.NoError(t, err)
	ad, plaintext := []byte("bidder 5"), []byte("a bid")
	sigma, wrapped := bytes.Repeat([]byte{1}, 32), bytes.Repeat([]byte{2}, 32)
	r, err := fr.Hash(bookHash([]byte("CHORALE_SEAL_H3_V1"), sigma, wrapped, ad), []byte("CHORALE_SEAL_H3_V1"), 1)
	require.NoError(t, err)
	var honest bls12381.G1Affine
	honest.ScalarMultiplicationBase(r[0].BigInt(new(big.Int)))
	seal := func(u bls12381.G1Affine) []byte {
		shared, err := bls12381.Pair([]bls12381.G1Affine{u}, []bls12381.G2Affine{fixed})
		require.NoError(t, err)
		point, gt := u.Bytes(), shared.Bytes()
		kem := append([]byte(nil), point[:]...)
		kem = append(kem, bookXor(sigma, bookHash([]byte("CHORALE_SEAL_H2_V1"), gt[:], point[:]))...)
		kem = append(kem, bookXor(wrapped, bookHash([]byte("CHORALE_SEAL_H4_V1"), sigma))...)
		return bookAEAD(t, wrapped, kem, ad).Seal(kem, make([]byte, 12), plaintext, ad)
	}
	got, err := opener.Open(ad, seal(honest))
	require.NoError(t, err, "the book's sealing is the package's")
	require.Equal(t, plaintext, got)
	require.Len(t, strayPoints(t), 6)
	for name, extra := range strayPoints(t) {
		require.True(t, extra.IsOnCurve(), name)
		require.False(t, extra.IsInSubGroup(), name)
		var u bls12381.G1Affine
		u.Add(&honest, &extra)
		_, err := opener.Open(ad, seal(u))
		require.Equal(t, threshold.ErrNotOpenable, err, "U plus a point of order %s", name)
		_, err = opener.Open(ad, seal(extra))
		require.Equal(t, threshold.ErrNotOpenable, err, "a point of order %s", name)
	}
	_, err = opener.Open(ad, seal(bls12381.G1Affine{}))
	require.Equal(t, threshold.ErrNotOpenable, err, "infinity")
	var negative bls12381.G1Affine
	negative.Neg(&honest)
	_, err = opener.Open(ad, seal(negative))
	require.Equal(t, threshold.ErrNotOpenable, err, "−U")
}
