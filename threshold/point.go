package threshold

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"

	bls12381 "github.com/consensys/gnark-crypto/ecc/bls12-381"
)

// PublicKeySize and SignatureSize are the compressed sizes in bytes.
const (
	PublicKeySize = bls12381.SizeOfG1AffineCompressed
	SignatureSize = bls12381.SizeOfG2AffineCompressed
)

var (
	// ErrEncoding refuses bytes that are not the one canonical encoding of what
	// they should be: wrong length, not on the curve, not in the subgroup.
	ErrEncoding = errors.New("threshold: bad encoding")
	// ErrIdentity refuses the point at infinity as a key or a signature.
	ErrIdentity = errors.New("threshold: point at infinity")
)

// PublicKey is a point of G1, compressed (48 bytes, the form of Ethereum's
// consensus layer). A value may hold anything: it is checked when used.
type PublicKey [PublicKeySize]byte

// Signature is a point of G2, compressed (96 bytes, the imaginary part first).
// A value may hold anything: it is checked when used.
type Signature [SignatureSize]byte

// String is 0x and 96 hexadecimal digits.
func (k PublicKey) String() string { return "0x" + hex.EncodeToString(k[:]) }

// String is 0x and 192 hexadecimal digits.
func (s Signature) String() string { return "0x" + hex.EncodeToString(s[:]) }

// MarshalText is String's form.
func (k PublicKey) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// MarshalText is String's form.
func (s Signature) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads 0x and 96 hexadecimal digits; ErrEncoding otherwise. It
// does not check the point.
func (k *PublicKey) UnmarshalText(text []byte) error { return hexInto(k[:], text) }

// UnmarshalText reads 0x and 192 hexadecimal digits; ErrEncoding otherwise. It
// does not check the point.
func (s *Signature) UnmarshalText(text []byte) error { return hexInto(s[:], text) }

func hexInto(out, text []byte) error {
	digits, ok := bytes.CutPrefix(text, []byte("0x"))
	if !ok || len(digits) != 2*len(out) {
		return fmt.Errorf("%w: want 0x and %d hexadecimal digits", ErrEncoding, 2*len(out))
	}
	decoded := make([]byte, len(out))
	if _, err := hex.Decode(decoded, digits); err != nil {
		return fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	copy(out, decoded)
	return nil
}

// Check says whether the key is a point of the subgroup other than infinity:
// nil, ErrEncoding or ErrIdentity.
func (k PublicKey) Check() error {
	_, err := k.point()
	return err
}

// Check says whether the signature is a point of the subgroup other than
// infinity: nil, ErrEncoding or ErrIdentity. It says nothing about any message.
func (s Signature) Check() error {
	_, err := s.point()
	return err
}

func (k PublicKey) point() (bls12381.G1Affine, error) {
	var p bls12381.G1Affine
	if _, err := p.SetBytes(k[:]); err != nil {
		return p, fmt.Errorf("%w: public key: %w", ErrEncoding, err)
	}
	if p.IsInfinity() {
		return p, fmt.Errorf("%w: public key", ErrIdentity)
	}
	return p, nil
}

func (s Signature) point() (bls12381.G2Affine, error) {
	var p bls12381.G2Affine
	if _, err := p.SetBytes(s[:]); err != nil {
		return p, fmt.Errorf("%w: signature: %w", ErrEncoding, err)
	}
	if p.IsInfinity() {
		return p, fmt.Errorf("%w: signature", ErrIdentity)
	}
	return p, nil
}

// curvePoint decompresses without the subgroup check, for points whose sum or
// whose recomputation is checked instead. Infinity is still refused.
func (s Signature) curvePoint() (bls12381.G2Affine, error) {
	var p bls12381.G2Affine
	dec := bls12381.NewDecoder(bytes.NewReader(s[:]), bls12381.NoSubgroupChecks())
	if err := dec.Decode(&p); err != nil {
		return p, fmt.Errorf("%w: signature: %w", ErrEncoding, err)
	}
	if p.IsInfinity() {
		return p, fmt.Errorf("%w: signature", ErrIdentity)
	}
	return p, nil
}

// ExpandG1 gives a key's coordinates as EIP-2537 wants them: x ‖ y, each 64
// bytes big-endian. ErrEncoding and ErrIdentity as in PublicKey.Check: infinity,
// which EIP-2537 writes as zeros, is never given out.
func ExpandG1(key PublicKey) ([128]byte, error) {
	var out [128]byte
	p, err := key.point()
	if err != nil {
		return out, fmt.Errorf("expand to EIP-2537: %w", err)
	}
	raw := p.RawBytes() // x ‖ y, 48 bytes each
	copy(out[16:64], raw[:48])
	copy(out[80:128], raw[48:])
	return out, nil
}

// ExpandG2 gives a signature's coordinates as EIP-2537 wants them: x.c0, x.c1,
// y.c0, y.c1, each 64 bytes big-endian (the compressed form has c1 first).
// ErrEncoding and ErrIdentity as in Signature.Check.
func ExpandG2(sig Signature) ([256]byte, error) {
	var out [256]byte
	p, err := sig.point()
	if err != nil {
		return out, fmt.Errorf("expand to EIP-2537: %w", err)
	}
	raw := p.RawBytes() // x.c1 ‖ x.c0 ‖ y.c1 ‖ y.c0, 48 bytes each
	copy(out[16:64], raw[48:96])
	copy(out[80:128], raw[:48])
	copy(out[144:192], raw[144:192])
	copy(out[208:256], raw[96:144])
	return out, nil
}
