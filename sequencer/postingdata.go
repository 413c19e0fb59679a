package sequencer

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/klauspost/compress/zstd"
)

// PostingFormat is the first byte of a posting's data. It stands for every byte that follows from the slots: the
// layout, the compressor, its level and its version. What is under the committee's signature must be the same on every
// member, so whatever changes a byte is a new format (docs/adr/0018-posting-data.md).
const PostingFormat = 1

// MaxRecords is the most bytes that the slots of one posting may come to, as Attested.Encode counts them.
const MaxRecords = 64 << 20

// How the sparse stream is written.
const (
	streamPlain      = 0
	streamCompressed = 1
)

// PostingData is the encoding of consecutive slots that goes to L1, a function of the slots alone. See docs/protocol.md.
func PostingData(slots []*Attested) []byte {
	w := newPostingWriter()
	for _, a := range slots {
		w.add(a)
	}
	return w.data()
}

// postingWriter writes the data of a posting slot by slot.
type postingWriter struct {
	coder   coder
	code    *slotCode
	slots   uint64
	records uint64 // bytes
}

func newPostingWriter() *postingWriter { return &postingWriter{code: newSlotCode()} }

func (w *postingWriter) add(a *Attested) {
	w.code.slot(&w.coder, a)
	w.slots, w.records = w.slots+1, w.records+uint64(len(a.Encode()))
}

// data is what the slots so far come to.
func (w *postingWriter) data() []byte {
	sparse, how := w.coder.sparse, byte(streamPlain)
	if packed := compress(sparse); len(packed) < len(sparse) {
		sparse, how = packed, streamCompressed
	}
	out := make([]byte, 0, 40+len(w.coder.dense)+len(sparse))
	out = append(out, PostingFormat, how)
	out = binary.AppendUvarint(out, w.slots)
	out = binary.AppendUvarint(out, w.records)
	out = binary.AppendUvarint(out, uint64(len(w.coder.sparse)))
	out = binary.AppendUvarint(out, uint64(len(w.coder.dense)))
	out = append(out, w.coder.dense...)
	return append(out, sparse...)
}

// DecodePostingData reads what PostingData wrote: the same slots, ErrRecord for anything else. What it may take is
// declared in the data and bounded before anything is unpacked.
func DecodePostingData(b []byte) ([]*Attested, error) {
	out, err := decodePostingData(b)
	if err != nil {
		return nil, fmt.Errorf("%w: posting data: %w", ErrRecord, err)
	}
	return out, nil
}

func decodePostingData(b []byte) ([]*Attested, error) {
	if len(b) < 2 || b[0] != PostingFormat {
		return nil, fmt.Errorf("format is not %d: %w", PostingFormat, errCode)
	}
	head := coder{reading: true, sparse: b[2:]}
	var slots, records, size, dense uint64
	for _, v := range []*uint64{&slots, &records, &size, &dense} {
		head.number(v)
	}
	rest := head.sparse
	switch {
	case head.err != nil:
		return nil, head.err
	case records > MaxRecords || size > MaxRecords || dense > uint64(len(rest)):
		return nil, fmt.Errorf("%d bytes of records, %d and %d of streams: %w", records, size, dense, errCode)
	}
	sparse, err := expand(b[1], rest[dense:], size)
	if err != nil {
		return nil, err
	}
	c := coder{reading: true, dense: rest[:dense:dense], sparse: sparse, left: records}
	code := newSlotCode()
	var out []*Attested
	var total uint64
	for range slots {
		a := new(Attested)
		if code.slot(&c, a); c.err != nil {
			return nil, fmt.Errorf("slot %d of %d: %w", len(out), slots, c.err)
		}
		if total += uint64(len(a.Encode())); total > records {
			return nil, fmt.Errorf("more than %d bytes of records: %w", records, errCode)
		}
		out = append(out, a)
	}
	if total != records || len(c.dense) > 0 || len(c.sparse) > 0 {
		return nil, fmt.Errorf("%d bytes of records, %d declared, %d left: %w", total, records, len(c.dense)+len(c.sparse), errCode)
	}
	return out, nil
}

// compress makes one zstd frame. The encoder is fresh each time, alone, and of a level that computes with integers
// only: its output is a function of the input on every machine. A test holds it to digests of what it gave.
func compress(b []byte) []byte {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedDefault), zstd.WithEncoderCRC(false),
		zstd.WithWindowSize(1<<20), zstd.WithSingleSegment(true), zstd.WithLowerEncoderMem(true))
	if err != nil {
		panic(fmt.Sprintf("compressor: %v", err)) // fixed options: cannot fail
	}
	return w.EncodeAll(b, nil)
}

// errSize refuses a stream that unpacks to another size than declared.
var errSize = errors.New("stream of another size than declared")

// leastMemory is what unpacking may take, however little was declared: the format's own tables and windows.
const leastMemory = 64 << 10

func expand(how byte, b []byte, size uint64) ([]byte, error) {
	switch how {
	case streamPlain:
		if uint64(len(b)) != size {
			return nil, errSize
		}
		return b, nil
	case streamCompressed:
	default:
		return nil, fmt.Errorf("stream written as %d: %w", how, errCode)
	}
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(max(size, leastMemory)))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	out, err := r.DecodeAll(b, nil)
	if err != nil {
		return nil, err
	}
	if uint64(len(out)) != size {
		return nil, errSize
	}
	return out, nil
}
