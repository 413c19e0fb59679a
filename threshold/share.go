package threshold

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// MaxMembers bounds a group, and so the size of everything that is decoded here.
const MaxMembers = 256

// ShareSize is the size in bytes of an encoded Share.
const ShareSize = 4 + ScalarSize

// PartialSize is the size in bytes of an encoded Partial.
const PartialSize = 4 + SignatureSize

// ErrIndex refuses a member's index that is zero or beyond the group.
var ErrIndex = errors.New("threshold: index out of range")

// ErrSecret refuses to put a secret into text.
var ErrSecret = errors.New("threshold: a secret is never marshalled")

// Share is one member's secret: the polynomial's value at Index. It prints as
// redacted and refuses to be marshalled; Bytes is the one way out. Safe for
// concurrent use.
type Share struct {
	index  uint32
	secret *secret
}

// ShareFromBytes reads what Bytes wrote. ErrEncoding or ErrIndex.
func ShareFromBytes(b []byte) (*Share, error) {
	if len(b) != ShareSize {
		return nil, fmt.Errorf("%w: share of %d bytes, want %d", ErrEncoding, len(b), ShareSize)
	}
	index := binary.BigEndian.Uint32(b)
	if index == 0 || index > MaxMembers {
		return nil, fmt.Errorf("%w: %d", ErrIndex, index)
	}
	k, err := secretFromBytes(b[4:])
	if err != nil {
		return nil, fmt.Errorf("share %d: %w", index, err)
	}
	return &Share{index: index, secret: k}, nil
}

// Bytes is the share in clear, 36 bytes: index (4, big-endian) ‖ scalar (32,
// big-endian). For storage that is itself sealed, and for nothing else.
func (s *Share) Bytes() []byte {
	return append(binary.BigEndian.AppendUint32(nil, s.index), s.secret.bytes[:]...)
}

// Index is the member's x-coordinate, from 1 to n.
func (s *Share) Index() uint32 { return s.index }

// Public is the share's public key, the group's Shares[Index−1].
func (s *Share) Public() PublicKey { return s.secret.public() }

// Sign is this member's partial signature. It is deterministic. A tag that is
// empty or over 255 bytes is a mistake in the program and panics.
func (s *Share) Sign(tag Tag, msg []byte) Partial {
	if err := tag.check(); err != nil {
		panic(err)
	}
	return Partial{Index: s.index, Signature: s.secret.sign(tag, msg)}
}

// String names the index and nothing else.
func (s Share) String() string { return fmt.Sprintf("threshold.Share(%d, redacted)", s.index) }

// GoString is String.
func (s Share) GoString() string { return s.String() }

// Format is String under every verb.
func (s Share) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(s.String())) }

// MarshalJSON refuses with ErrSecret.
func (s Share) MarshalJSON() ([]byte, error) { return nil, ErrSecret }

// MarshalText refuses with ErrSecret.
func (s Share) MarshalText() ([]byte, error) { return nil, ErrSecret }

// Partial is one member's part of a group signature. It may hold anything until
// Group.VerifyPartial or Group.Combine has looked at it.
type Partial struct {
	Index     uint32    `json:"index"`
	Signature Signature `json:"signature"`
}

// Bytes is 100 bytes: index (4, big-endian) ‖ signature (96).
func (p Partial) Bytes() []byte {
	return append(binary.BigEndian.AppendUint32(nil, p.Index), p.Signature[:]...)
}

// PartialFromBytes reads what Bytes wrote. ErrEncoding for a wrong length,
// ErrIndex for an index that no group has; the point is not checked.
func PartialFromBytes(b []byte) (Partial, error) {
	if len(b) != PartialSize {
		return Partial{}, fmt.Errorf("%w: partial of %d bytes, want %d", ErrEncoding, len(b), PartialSize)
	}
	p := Partial{Index: binary.BigEndian.Uint32(b), Signature: Signature(b[4:])}
	if p.Index == 0 || p.Index > MaxMembers {
		return Partial{}, fmt.Errorf("%w: %d", ErrIndex, p.Index)
	}
	return p, nil
}
