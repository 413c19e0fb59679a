package vectors

import (
	"fmt"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fp"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/flashbots/go-boost-utils/bls"
)

var tag = []byte("BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_POP_")

// perKind is how many bad points there are of each kind; there are four kinds.
const perKind = 25

func testKeys(n uint64) []*bls.SecretKey {
	out := make([]*bls.SecretKey, n)
	for i := range out {
		w := word("test key", uint64(i))
		out[i] = new(bls.SecretKey).SetBytes(w[:])
	}
	return out
}

func describeKeys(secrets []*bls.SecretKey) (k Keys) {
	for _, s := range secrets {
		public, err := bls.PublicKeyFromSecretKey(s)
		if err != nil {
			panic(fmt.Sprintf("test key: %v", err)) // not zero: a hash
		}
		k.Secret = append(k.Secret, common.BytesToHash(bls.SecretKeyToBytes(s)))
		k.Compressed = append(k.Compressed, bls.PublicKeyToBytes(public))
		k.Expanded = append(k.Expanded, expandG1(public))
	}
	return k
}

func sign(s *bls.SecretKey, message common.Hash) (compressed, expanded hexutil.Bytes) {
	signature := bls.Sign(s, message[:])
	return bls.SignatureToBytes(signature), expandG2(signature)
}

func hashedToG2() ([]common.Hash, error) {
	var out []common.Hash
	for i := uint64(0); i < HashedMessages; i += HashedPerDigest {
		var points []byte
		for j := i; j < i+HashedPerDigest; j++ {
			message := word("hash to curve", j)
			p, err := bls12381.HashToG2(message[:], tag)
			if err != nil {
				return nil, fmt.Errorf("hash message %d: %w", j, err)
			}
			points = append(points, expandG2(&p)...)
		}
		out = append(out, crypto.Keccak256Hash(points))
	}
	return out, nil
}

// badG1 has points outside the subgroup, points off the curve, coordinates that are not reduced, and padding that is
// not zero, perKind of each in this order.
func badG1() (out []hexutil.Bytes) {
	_, _, g, _ := bls12381.Generators()
	for i := uint64(0); len(out) < perKind; i++ {
		p := bls12381.G1Affine{X: element("x", i)}
		var y2, four fp.Element
		four.SetUint64(4)
		y2.Square(&p.X).Mul(&y2, &p.X).Add(&y2, &four)
		if p.Y.Sqrt(&y2) != nil && !p.IsInSubGroup() {
			out = append(out, expandG1(&p))
		}
	}
	for i := uint64(0); i < perKind; i++ {
		p := bls12381.G1Affine{X: element("x", i), Y: element("y", i)}
		if p.IsOnCurve() {
			panic("a random pair of field elements is on the curve")
		}
		out = append(out, expandG1(&p))
	}
	for i := uint64(0); i < perKind; i++ {
		var p bls12381.G1Affine
		p.ScalarMultiplication(&g, new(big.Int).SetUint64(i+1))
		out = append(out, unreduce(expandG1(&p), int(i%2)))
	}
	for i := uint64(0); i < perKind; i++ {
		var p bls12381.G1Affine
		p.ScalarMultiplication(&g, new(big.Int).SetUint64(i+1))
		out = append(out, pollute(expandG1(&p), int(i)))
	}
	return out
}

// badG2 is like badG1.
func badG2() (out []hexutil.Bytes) {
	_, _, _, g := bls12381.Generators()
	for i := uint64(0); len(out) < perKind; i++ {
		p := bls12381.G2Affine{X: bls12381.E2{A0: element("x0", i), A1: element("x1", i)}}
		var y2, b bls12381.E2
		b.A0.SetUint64(4)
		b.A1.SetUint64(4)
		y2.Square(&p.X)
		y2.Mul(&y2, &p.X)
		y2.Add(&y2, &b)
		if y2.Legendre() == 1 {
			p.Y.Sqrt(&y2)
			if !p.IsOnCurve() {
				panic("a square root is no root")
			}
			if !p.IsInSubGroup() {
				out = append(out, expandG2(&p))
			}
		}
	}
	for i := uint64(0); i < perKind; i++ {
		p := bls12381.G2Affine{
			X: bls12381.E2{A0: element("x0", i), A1: element("x1", i)},
			Y: bls12381.E2{A0: element("y0", i), A1: element("y1", i)},
		}
		if p.IsOnCurve() {
			panic("a random pair of field elements is on the curve")
		}
		out = append(out, expandG2(&p))
	}
	for i := uint64(0); i < perKind; i++ {
		var p bls12381.G2Affine
		p.ScalarMultiplication(&g, new(big.Int).SetUint64(i+1))
		out = append(out, unreduce(expandG2(&p), int(i%4)))
	}
	for i := uint64(0); i < perKind; i++ {
		var p bls12381.G2Affine
		p.ScalarMultiplication(&g, new(big.Int).SetUint64(i+1))
		out = append(out, pollute(expandG2(&p), int(i)))
	}
	return out
}

func element(what string, i uint64) (e fp.Element) {
	w := word("bad "+what, i)
	e.SetBytes(w[:])
	return e
}

// unreduce adds the modulus to one coordinate: the same point, in bytes that must not be taken for it.
func unreduce(b []byte, coordinate int) []byte {
	at := b[64*coordinate : 64*coordinate+64]
	new(big.Int).Add(new(big.Int).SetBytes(at), fp.Modulus()).FillBytes(at)
	return b
}

// pollute sets one byte of the padding, each in turn.
func pollute(b []byte, i int) []byte {
	b[64*(i%(len(b)/64))+i%16] = 1
	return b
}

// expandG1 is the encoding of EIP-2537: x‖y, 64 bytes each.
func expandG1(p *bls12381.G1Affine) []byte {
	return expand(p.X, p.Y)
}

// expandG2 is the encoding of EIP-2537: x.c0‖x.c1‖y.c0‖y.c1.
func expandG2(p *bls12381.G2Affine) []byte {
	return expand(p.X.A0, p.X.A1, p.Y.A0, p.Y.A1)
}

func expand(elements ...fp.Element) []byte {
	out := make([]byte, 64*len(elements))
	for i, e := range elements {
		b := e.Bytes()
		copy(out[64*i+16:], b[:])
	}
	return out
}
