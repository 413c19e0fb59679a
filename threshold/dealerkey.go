package threshold

import (
	"encoding/hex"
	"fmt"
	"io"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// PublicDealerKey is what a member of a ceremony is known by: a point of G1,
// compressed (48 bytes). Others encrypt its evaluations to it, and it verifies
// the member's messages.
type PublicDealerKey [PublicKeySize]byte

// String is 0x and 96 hexadecimal digits.
func (k PublicDealerKey) String() string { return "0x" + hex.EncodeToString(k[:]) }

// MarshalText is String's form.
func (k PublicDealerKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads 0x and 96 hexadecimal digits; ErrEncoding otherwise. It
// does not check the point.
func (k *PublicDealerKey) UnmarshalText(text []byte) error { return hexInto(k[:], text) }

// Check is nil, ErrEncoding or ErrIdentity, as PublicKey.Check.
func (k PublicDealerKey) Check() error { return PublicKey(k).Check() }

// DealerKey is a member's secret key for ceremonies, kept over many of them. It
// prints as redacted and refuses to be marshalled; Bytes is the one way out.
type DealerKey struct {
	secret *secret
}

// NewDealerKey makes a key of 64 bytes of rand, whose failure is the only error.
func NewDealerKey(rand io.Reader) (*DealerKey, error) {
	var seed [64]byte
	if _, err := io.ReadFull(rand, seed[:]); err != nil {
		return nil, fmt.Errorf("dealer key: randomness: %w", err)
	}
	e, err := fr.Hash(seed[:], []byte("CHORALE_DEALER_KEY_V1"), 1)
	if err != nil {
		return nil, fmt.Errorf("dealer key: %w", err)
	}
	k, err := secretFromElement(&e[0])
	if err != nil {
		return nil, fmt.Errorf("dealer key: %w", err)
	}
	return &DealerKey{secret: k}, nil
}

// DealerKeyFromBytes reads what Bytes wrote. ErrEncoding.
func DealerKeyFromBytes(b []byte) (*DealerKey, error) {
	k, err := secretFromBytes(b)
	if err != nil {
		return nil, fmt.Errorf("dealer key: %w", err)
	}
	return &DealerKey{secret: k}, nil
}

// Bytes is the key in clear, 32 bytes big-endian. For storage that is itself
// sealed, and for nothing else.
func (k *DealerKey) Bytes() []byte { return append([]byte(nil), k.secret.bytes[:]...) }

// Public is the key's public half.
func (k *DealerKey) Public() PublicDealerKey { return PublicDealerKey(k.secret.public()) }

// String says nothing.
func (k DealerKey) String() string { return "threshold.DealerKey(redacted)" }

// GoString is String.
func (k DealerKey) GoString() string { return k.String() }

// Format is String under every verb.
func (k DealerKey) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(k.String())) }

// MarshalJSON refuses with ErrSecret.
func (k DealerKey) MarshalJSON() ([]byte, error) { return nil, ErrSecret }

// MarshalText refuses with ErrSecret.
func (k DealerKey) MarshalText() ([]byte, error) { return nil, ErrSecret }
