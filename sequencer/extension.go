package sequencer

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rlp"
)

// Bounds of a vote extension. What is larger is not well-formed, for everybody alike.
const (
	MaxHeld           = 1024     // envelope ids that one extension lists
	MaxMessages       = 2        // messages of the key ceremony in it
	MaxMessageBytes   = 48 << 10 // bytes of such a message
	MaxExtensionBytes = 96 << 10 // bytes of the whole
)

// ErrExtension refuses a vote extension that is not well-formed. It is ignored, never a fault of the block
// that carries it.
var ErrExtension = errors.New("malformed vote extension")

// Extension is what a member says with its precommit of height h−1, for slot h: which envelopes it holds, how
// far it sees L1, and what it has to say in the key ceremony. It never carries a share (see SAFETY in doc.go).
type Extension struct {
	Held     []rollup.Digest // ids of envelopes for slot h, ascending, at most MaxHeld
	View     rollup.L1View   // the latest L1 view whose queue items the member holds
	Messages [][]byte        // of the key ceremony, not yet seen on the chain
}

// Encode is the extension's canonical RLP.
func (e *Extension) Encode() []byte {
	out, err := rlp.EncodeToBytes(e)
	if err != nil {
		panic(fmt.Sprintf("encode extension: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeExtension reads what Encode wrote, within the bounds, or ErrExtension.
func DecodeExtension(b []byte) (*Extension, error) {
	if len(b) > MaxExtensionBytes {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", len(b), MaxExtensionBytes, ErrExtension)
	}
	e := new(Extension)
	if err := rlp.DecodeBytes(b, e); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrExtension, err)
	}
	if len(e.Held) > MaxHeld || len(e.Messages) > MaxMessages {
		return nil, fmt.Errorf("%d ids and %d messages: %w", len(e.Held), len(e.Messages), ErrExtension)
	}
	for i := 1; i < len(e.Held); i++ {
		if e.Held[i].Cmp(e.Held[i-1]) <= 0 {
			return nil, fmt.Errorf("ids do not ascend at %d: %w", i, ErrExtension)
		}
	}
	for i, m := range e.Messages {
		if len(m) > MaxMessageBytes {
			return nil, fmt.Errorf("message %d has %d bytes: %w", i, len(m), ErrExtension)
		}
	}
	return e, nil
}
