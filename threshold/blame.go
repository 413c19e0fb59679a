package threshold

import (
	"encoding/binary"
	"math/big"

	"github.com/consensys/gnark-crypto/ecc"
	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

const domainBlame = "CHORALE_BLAME_V1"

// fewSuspects is up to how many partials are verified one by one: dividing them
// further would cost more.
const fewSuspects = 8

// suspect is a partial whose index and point are in order.
type suspect struct {
	partial   Partial
	key       bls12381.G1Affine
	signature bls12381.G2Affine
}

// judge says which of the partials are good. One bad partial among many costs
// two checks more than none, whoever it is of; more of them cost at most about
// half more than verifying each.
//
// It is the exponent test of Law and Matt ("Finding Invalid Signatures in
// Pairing-Based Batches", 2007). With ε the error e(key, hash)·e(−G, signature)
// of a partial, which is one for a good partial and for no other, and c its
// coefficient, a set's error is E = Π ε^c. All are good if E is one. If one is
// bad, the j-th, then the set's error under the coefficients 1·c, 2·c, 3·c … is
// E^j, and otherwise it is E^j for some j only by chance. The coefficients have
// 128 bits and are hashed from all partials, so that whoever makes bad ones
// draws new coefficients with every attempt: each succeeds once in 2^128.
func judge(hash *bls12381.G2Affine, all []suspect) map[Partial]bool {
	good := make(map[Partial]bool, len(all))
	seed := make([][]byte, 0, len(all)+1)
	point := hash.Bytes()
	seed = append(seed, point[:])
	for i := range all {
		seed = append(seed, all[i].partial.Bytes())
	}
	drawn := digest(domainBlame, seed...)
	coefficients := make([]fr.Element, len(all))
	for i := range coefficients {
		c := digest(domainBlame, drawn, binary.BigEndian.AppendUint32(nil, uint32(i))) //nolint:gosec // small
		coefficients[i].SetBytes(c[:16])
	}
	judgeSet(hash, all, coefficients, good)
	return good
}

func judgeSet(hash *bls12381.G2Affine, set []suspect, coefficients []fr.Element, good map[Partial]bool) {
	if len(set) > 2 {
		bad, found := -1, false
		if e, err := setError(hash, set, coefficients); err == nil {
			if found = e.IsOne(); !found {
				bad, found = position(hash, set, coefficients, &e)
			}
		}
		if found {
			for i := range set {
				good[set[i].partial] = i != bad
			}
			return
		}
	}
	if len(set) > fewSuspects {
		half := len(set) / 2
		judgeSet(hash, set[:half], coefficients[:half], good)
		judgeSet(hash, set[half:], coefficients[half:], good)
		return
	}
	for i := range set {
		good[set[i].partial] = pairs(&set[i].key, hash, &set[i].signature) == nil
	}
}

// setError is the set's E.
func setError(hash *bls12381.G2Affine, set []suspect, coefficients []fr.Element) (bls12381.GT, error) {
	keys, signatures := make([]bls12381.G1Affine, len(set)), make([]bls12381.G2Affine, len(set))
	for i := range set {
		keys[i], signatures[i] = set[i].key, set[i].signature
	}
	var key, minus bls12381.G1Affine
	var signature bls12381.G2Affine
	if _, err := key.MultiExp(keys, coefficients, ecc.MultiExpConfig{NbTasks: 1}); err != nil {
		return bls12381.GT{}, err
	}
	if _, err := signature.MultiExp(signatures, coefficients, ecc.MultiExpConfig{NbTasks: 1}); err != nil {
		return bls12381.GT{}, err
	}
	_, _, g1, _ := bls12381.Generators()
	minus.Neg(&g1)
	return bls12381.Pair([]bls12381.G1Affine{key, minus}, []bls12381.G2Affine{*hash, signature})
}

// position is which one of the set is bad, if it is one alone; e is the set's E.
func position(hash *bls12381.G2Affine, set []suspect, coefficients []fr.Element, e *bls12381.GT) (int, bool) {
	weighted := make([]fr.Element, len(set))
	for i := range set {
		weighted[i].Mul(&coefficients[i], new(fr.Element).SetBigInt(big.NewInt(int64(i+1))))
	}
	want, err := setError(hash, set, weighted)
	if err != nil {
		return 0, false
	}
	power := *e
	for i := range set {
		if power.Equal(&want) {
			return i, true
		}
		power.Mul(&power, e)
	}
	return 0, false
}
