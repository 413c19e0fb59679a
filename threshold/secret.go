package threshold

import (
	"fmt"

	"github.com/consensys/gnark-crypto/ecc/bls12-381/fr"
)

// ScalarSize is the size in bytes of a secret: big-endian, below the group
// order, not zero.
const ScalarSize = fr.Bytes

// secret is a scalar that must not be printed. It is held as a *secret, and the
// bytes once more behind a pointer: of an unexported field fmt prints what one
// pointer leads to, even where the type refuses to be printed, and of a second
// one the address.
type secret struct {
	bytes *[ScalarSize]byte
}

func secretFromBytes(b []byte) (*secret, error) {
	var e fr.Element
	if len(b) != ScalarSize {
		return nil, fmt.Errorf("%w: secret of %d bytes, want %d", ErrEncoding, len(b), ScalarSize)
	}
	if err := e.SetBytesCanonical(b); err != nil {
		// The library's error is dropped: it must not carry the secret along.
		return nil, fmt.Errorf("%w: secret is not below the group order", ErrEncoding)
	}
	return secretFromElement(&e)
}

func secretFromElement(e *fr.Element) (*secret, error) {
	if e.IsZero() {
		return nil, fmt.Errorf("%w: secret is zero", ErrEncoding)
	}
	raw := e.Bytes()
	return &secret{bytes: &raw}, nil
}

func (s *secret) element() fr.Element {
	var e fr.Element
	e.SetBytes(s.bytes[:])
	return e
}
