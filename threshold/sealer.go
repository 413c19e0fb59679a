package threshold

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/big"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

const (
	seedSize = 32 // sigma, and the wrapped key
	kemSize  = PublicKeySize + 2*seedSize
	tagSize  = 16 // of AES-GCM

	// SealOverhead is by how many bytes a ciphertext is longer than its
	// plaintext: U (48) ‖ V (32) ‖ W (32), and the AEAD's tag (16).
	SealOverhead = kemSize + tagSize
)

// Domains of the scheme's hashes.
const (
	domainMask   = "CHORALE_SEAL_H2_V1"
	domainScalar = "CHORALE_SEAL_H3_V1"
	domainWrap   = "CHORALE_SEAL_H4_V1"
	domainAEAD   = "CHORALE_SEAL_H5_V1"
)

// Sealer seals to one identity under one group key. It holds the pairing of the
// two, the costliest step. Safe for concurrent use.
type Sealer struct {
	pairing bls12381.GT
}

// NewSealer prepares sealing to an identity, for instance a slot's. ErrEncoding
// or ErrIdentity for a bad key. Nobody can open before the group has signed
// exactly these bytes under OpeningTag.
func NewSealer(pub PublicKey, identity []byte) (*Sealer, error) {
	key, err := pub.point()
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	hash, err := hashToG2(OpeningTag, identity)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	pairing, err := bls12381.Pair([]bls12381.G1Affine{key}, []bls12381.G2Affine{hash})
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return &Sealer{pairing: pairing}, nil
}

// Seal encrypts plaintext, of any length, so that it opens only with the same
// ad. The result is SealOverhead bytes longer. It reads 64 bytes of rand, whose
// failure is its only error, and is otherwise a function of its inputs; rand
// must never give the same bytes twice.
func (s *Sealer) Seal(rand io.Reader, ad, plaintext []byte) ([]byte, error) {
	var fresh [2 * seedSize]byte
	if _, err := io.ReadFull(rand, fresh[:]); err != nil {
		return nil, fmt.Errorf("seal: randomness: %w", err)
	}
	sigma, key := fresh[:seedSize], fresh[seedSize:]
	r, err := sealScalar(sigma, key, ad)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	var u bls12381.G1Affine
	exponent := r.BigInt(new(big.Int))
	u.ScalarMultiplicationBase(exponent)
	var shared bls12381.GT
	shared.ExpGLV(s.pairing, exponent)

	return enclose(&u, &shared, sigma, key, ad, plaintext)
}

var errZero = errors.New("threshold: hashed to zero")

// sealScalar is H3. A zero, which no one will ever see, is refused.
func sealScalar(sigma, key, ad []byte) (*fr.Element, error) {
	e, err := fr.Hash(digest(domainScalar, sigma, key, ad), []byte(domainScalar), 1)
	if err != nil {
		return nil, err
	}
	if e[0].IsZero() {
		return nil, errZero
	}
	return &e[0], nil
}

// maskOf is H2.
func maskOf(shared *bls12381.GT, u []byte) []byte {
	raw := shared.Bytes()
	return digest(domainMask, raw[:], u)
}

// aeadOf is the AEAD under H5 of the wrapped key and all that came before.
func aeadOf(key, kem, ad []byte) (cipher.AEAD, error) {
	block, err := aes.NewCipher(digest(domainAEAD, key, kem, ad))
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// digest is SHA-256 of the domain and the parts, each after its length (8 bytes,
// big-endian), so that no two lists of parts give the same input.
func digest(domain string, parts ...[]byte) []byte {
	h := sha256.New()
	var length [8]byte
	write := func(b []byte) {
		binary.BigEndian.PutUint64(length[:], uint64(len(b)))
		h.Write(length[:])
		h.Write(b)
	}
	write([]byte(domain))
	for _, p := range parts {
		write(p)
	}
	return h.Sum(nil)
}

// xor of two strings of 32 bytes.
func xor(a, b []byte) []byte {
	out := make([]byte, seedSize)
	for i := range out {
		out[i] = a[i] ^ b[i]
	}
	return out
}
