package sequencer

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// coder writes a posting's data, or reads it: what is written and how it is read is said once, by the same lines, so
// that the two cannot drift apart. A field is handed over by pointer: the writer looks at it and leaves it alone, the
// reader sets it.
//
// There are two streams. What nothing repeats and nothing compresses (hashes, signatures, seeds) goes to dense;
// everything else to sparse, which is compressed. Kept apart, neither spoils the other's statistics.
//
// The first fault stays; from then on a reader gets zeros and no elements. A writer cannot fail.
type coder struct {
	reading       bool
	dense, sparse []byte // written so far; or what is still to be read
	left          uint64 // reading: bytes of records that may still come
	err           error
}

// errCode refuses a posting's data that no writer makes.
var errCode = errors.New("no such encoding")

func (c *coder) fail(what string) {
	if c.err == nil {
		c.err = fmt.Errorf("%s: %w", what, errCode)
	}
	c.dense, c.sparse, c.left = nil, nil, 0
}

// spend counts bytes of the record that a reader makes, before it makes them.
func (c *coder) spend(n int) {
	if !c.reading {
		return
	}
	if uint64(n) > c.left { //nolint:gosec // a length
		c.fail("more than was declared")
		return
	}
	c.left -= uint64(n) //nolint:gosec // a length
}

// raw is bytes of a length that is known, in a stream.
func (c *coder) raw(stream *[]byte, b []byte) {
	switch {
	case !c.reading:
		*stream = append(*stream, b...)
	case len(*stream) < len(b):
		c.fail("ends early")
		clear(b)
	default:
		copy(b, *stream)
		*stream = (*stream)[len(b):]
	}
}

// exact is bytes of a known length that nothing compresses.
func (c *coder) exact(b []byte) { c.raw(&c.dense, b) }

// number is an integer in as few bytes as it needs, seven bits each, lowest first.
func (c *coder) number(v *uint64) {
	if !c.reading {
		c.sparse = binary.AppendUvarint(c.sparse, *v)
		return
	}
	got, n := binary.Uvarint(c.sparse)
	if n <= 0 || n > 1 && c.sparse[n-1] == 0 {
		c.fail("bad integer")
		*v = 0
		return
	}
	*v, c.sparse = got, c.sparse[n:]
}

// near is an integer that is expected close to another: their difference, with its sign in the lowest bit.
func (c *coder) near(v *uint64, expected uint64) {
	d := *v - expected
	z := d<<1 ^ -(d >> 63)
	c.number(&z)
	if c.reading {
		*v = expected + (z>>1 ^ -(z & 1))
	}
}

func (c *coder) octet(v *byte) {
	b := [1]byte{*v}
	c.raw(&c.sparse, b[:])
	if c.reading {
		*v = b[0]
	}
}

// count is the length of a list of which every element takes at least one byte.
func (c *coder) count(n int) int {
	v := uint64(n) //nolint:gosec // a length
	c.number(&v)
	if c.reading && v > uint64(len(c.sparse)) {
		c.fail("more elements than bytes")
		return 0
	}
	return int(v) //nolint:gosec // bounded by a length
}

// bytes is a string with its length, in one of the streams.
func (c *coder) bytes(stream *[]byte, b *[]byte) {
	n := uint64(len(*b))
	c.number(&n)
	if c.reading {
		if n > uint64(len(*stream)) {
			c.fail("ends early")
			n = 0
		}
		*b = make([]byte, n)
	}
	c.raw(stream, *b)
}

// amount is an integer of up to 256 bits: its length and its bytes. nil is zero.
func (c *coder) amount(v **uint256.Int) {
	var b []byte
	if !c.reading && *v != nil {
		b = (*v).Bytes()
	}
	n := byte(len(b))
	c.octet(&n)
	if c.reading {
		if b = make([]byte, min(n, 32)); n > 32 {
			c.fail("amount beyond 256 bits")
		}
	}
	c.raw(&c.sparse, b)
	if c.reading {
		if len(b) > 0 && b[0] == 0 {
			c.fail("amount begins with zero")
		}
		*v = new(uint256.Int).SetBytes(b)
	}
}

// marks are up to 16 yes-or-no answers in one integer.
type marks uint64

func (m marks) has(i int) bool { return m>>i&1 == 1 }

// marks writes answers, or reads as many.
func (c *coder) marks(answers ...bool) marks {
	var m uint64
	for i, yes := range answers {
		if yes && !c.reading {
			m |= 1 << i
		}
	}
	c.number(&m)
	if m>>len(answers) != 0 {
		c.fail("marks without a meaning")
		m = 0
	}
	return marks(m)
}

// digest is 32 bytes: written out, or as expected.
func (c *coder) digest(written bool, v *rollup.Digest, expected rollup.Digest) {
	if written {
		c.exact(v[:])
	} else if c.reading {
		*v = expected
	}
}

// account is 20 bytes, among what repeats: written out, or as expected.
func (c *coder) account(written bool, v *rollup.Address, expected rollup.Address) {
	if written {
		c.raw(&c.sparse, v[:])
	} else if c.reading {
		*v = expected
	}
}

// integer is one that is written out, or as expected.
func (c *coder) integer(written bool, v *uint64, expected uint64) {
	if written {
		c.near(v, expected)
	} else if c.reading {
		*v = expected
	}
}

// wei is an amount that is written out, or as expected.
func (c *coder) wei(written bool, v **uint256.Int, expected *uint256.Int) {
	if written {
		c.amount(v)
	} else if c.reading {
		*v = expected.Clone()
	}
}

// same says whether two amounts are equal; nil is zero.
func same(a, b *uint256.Int) bool {
	if a == nil {
		a = new(uint256.Int)
	}
	return a.Eq(b)
}
