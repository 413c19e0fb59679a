// Package thresholdtest deals whole committees for tests: in come numbers and a
// seed, out goes a group with all its shares. One place that knows every share
// is what a network never has, so nothing but tests and internal tools imports
// this.
package thresholdtest

import (
	"encoding/binary"
	"fmt"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"

	"github.com/chorale-network/chorale/threshold"
)

// Committee deals a group of n with threshold t. Equal arguments give equal
// keys. It panics on numbers that no group can have.
func Committee(t, n int, seed byte) (threshold.Group, []*threshold.Share) {
	coefficients := Polynomial(t, seed)
	shares := make([]*threshold.Share, n)
	group := threshold.Group{
		Threshold: t,
		Public:    share(1, &coefficients[0]).Public(),
		Shares:    make([]threshold.PublicKey, n),
	}
	for i := range shares {
		var x, y fr.Element
		x.SetUint64(uint64(i + 1)) //nolint:gosec // small
		for k := t - 1; k >= 0; k-- {
			y.Mul(&y, &x).Add(&y, &coefficients[k])
		}
		shares[i] = share(i+1, &y)
		group.Shares[i] = shares[i].Public()
	}
	if err := group.Validate(); err != nil {
		panic(fmt.Sprintf("thresholdtest: %v", err))
	}
	return group, shares
}

// Secret is the committee's whole secret key, 32 bytes big-endian.
func Secret(t int, seed byte) [32]byte { return Polynomial(t, seed)[0].Bytes() }

// Polynomial is what Committee deals: t coefficients, the secret first.
func Polynomial(t int, seed byte) []fr.Element {
	coefficients := make([]fr.Element, t)
	for k := range coefficients {
		e, err := fr.Hash([]byte{seed, byte(k)}, []byte("CHORALE_TEST_COMMITTEE"), 1)
		if err != nil {
			panic(fmt.Sprintf("thresholdtest: %v", err))
		}
		coefficients[k] = e[0]
	}
	return coefficients
}

// Sign combines the partial signatures of the first t shares.
func Sign(group *threshold.Group, shares []*threshold.Share, tag threshold.Tag, msg []byte) threshold.Signature {
	partials := make([]threshold.Partial, group.Threshold)
	for i := range partials {
		partials[i] = shares[i].Sign(tag, msg)
	}
	sig, err := group.Combine(tag, msg, partials)
	if err != nil {
		panic(fmt.Sprintf("thresholdtest: %v", err))
	}
	return sig
}

func share(index int, scalar *fr.Element) *threshold.Share {
	raw := scalar.Bytes()
	encoded := append(binary.BigEndian.AppendUint32(nil, uint32(index)), raw[:]...) //nolint:gosec // small
	s, err := threshold.ShareFromBytes(encoded)
	if err != nil {
		panic(fmt.Sprintf("thresholdtest: %v", err))
	}
	return s
}
