package threshold

import (
	"sync"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// Windows of the table: signed digits of windowBits bits, so that a digit is
// one of ±1 … ±windowHalf, or zero. 43 windows hold 258 bits, two more than a
// scalar has, which is room for the last carry.
const (
	windowBits = 6
	windowHalf = 1 << (windowBits - 1)
	windows    = (fr.Bits + windowBits) / windowBits
)

// generatorTable is digit·2^(windowBits·w)·G for each window w and each digit
// from 1 to windowHalf: 132 KB, made in about two milliseconds when first asked for.
var generatorTable = sync.OnceValue(func() *[windows][windowHalf]bls12381.G1Affine {
	base, _, _, _ := bls12381.Generators()
	multiples := make([]bls12381.G1Jac, 0, windows*windowHalf)
	for range windows {
		multiple := base
		for range windowHalf {
			multiples = append(multiples, multiple)
			multiple.AddAssign(&base)
		}
		base.Double(&multiples[len(multiples)-1])
	}
	table := new([windows][windowHalf]bls12381.G1Affine)
	for i, p := range bls12381.BatchJacobianToAffineG1(multiples) {
		table[i/windowHalf][i%windowHalf] = p
	}
	return table
})

// isMultipleOfGenerator says whether k·G is p, at the cost of 43 additions and
// no inversion. Which entries of the table it reads depends on k: it is for
// scalars that are no secret any more.
func isMultipleOfGenerator(k *fr.Element, p *bls12381.G1Affine) bool {
	table := generatorTable()
	bits := k.Bits()
	var sum, want bls12381.G1Jac
	var minus bls12381.G1Affine
	carry := uint64(0)
	for w := range windows {
		digit := window(&bits, w) + carry
		carry = 0
		switch {
		case digit > windowHalf:
			carry = 1
			if digit = 1<<windowBits - digit; digit != 0 {
				sum.AddMixed(minus.Neg(&table[w][digit-1]))
			}
		case digit != 0:
			sum.AddMixed(&table[w][digit-1])
		}
	}
	return sum.Equal(want.FromAffine(p))
}

// window is the w-th group of windowBits bits, the lowest first.
func window(bits *[4]uint64, w int) uint64 {
	word, shift := w*windowBits/64, w*windowBits%64
	if word == len(bits) {
		return 0
	}
	digit := bits[word] >> shift
	if shift > 64-windowBits && word+1 < len(bits) {
		digit |= bits[word+1] << (64 - shift)
	}
	return digit & (1<<windowBits - 1)
}
