package threshold

import (
	"fmt"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// SeedSize is the length of a Seed in bytes.
const SeedSize = 2 * seedSize

// Seed is what a plaintext was sealed with: sigma ‖ key. It is no secret once the identity's opening key is public, since
// whoever opens finds it.
type Seed [SeedSize]byte

// Reveal gives the plaintext of a ciphertext whose seed is known, without a pairing. That the ciphertext opens is what
// OpenSeed said when it gave the seed: with another one this is ErrNotOpenable or, for a ciphertext whose head was
// changed to match, an answer that Open does not give.
func (s Seed) Reveal(ad, ciphertext []byte) ([]byte, error) {
	if len(ciphertext) < SealOverhead {
		return nil, ErrNotOpenable
	}
	aead, err := aeadOf(s[seedSize:], ciphertext[:kemSize], ad)
	if err != nil {
		return nil, ErrNotOpenable
	}
	plaintext, err := aead.Open(nil, make([]byte, aead.NonceSize()), ciphertext[kemSize:], ad)
	if err != nil {
		return nil, ErrNotOpenable
	}
	return plaintext, nil
}

// Reseal makes the ciphertext that opens to plaintext and seed, of which there is one. It is what Seal made under the
// group's key, from the opening key alone: e(r·G, opening key) is the group key's pairing to the r.
func (o *Opener) Reseal(seed Seed, ad, plaintext []byte) ([]byte, error) {
	sigma, key := seed[:seedSize], seed[seedSize:]
	r, err := sealScalar(sigma, key, ad)
	if err != nil {
		return nil, fmt.Errorf("seal again: %w", err)
	}
	var u bls12381.G1Affine
	u.ScalarMultiplicationBase(r.BigInt(new(big.Int)))
	shared, err := o.pair(&u)
	if err != nil {
		return nil, fmt.Errorf("seal again: %w", err)
	}
	return enclose(&u, &shared, sigma, key, ad, plaintext)
}

// enclose is the ciphertext's encoding: U ‖ V ‖ W ‖ AEAD.
func enclose(u *bls12381.G1Affine, shared *bls12381.GT, sigma, key, ad, plaintext []byte) ([]byte, error) {
	out := make([]byte, 0, len(plaintext)+SealOverhead)
	compressed := u.Bytes()
	out = append(out, compressed[:]...)
	out = append(out, xor(sigma, maskOf(shared, compressed[:]))...)
	out = append(out, xor(key, digest(domainWrap, sigma))...)
	aead, err := aeadOf(key, out, ad)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return aead.Seal(out, make([]byte, aead.NonceSize()), plaintext, ad), nil
}
