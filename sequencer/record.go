package sequencer

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/rlp"
)

// Bounds of what one block brings along besides its envelopes.
const (
	MaxKeys      = 256     // opening keys in one block
	MaxItems     = 8192    // queue items in one block
	MaxItemBytes = 4 << 20 // bytes of their encoding
)

// Vote is a member's signed extension of the height before, as a block embeds it.
type Vote struct {
	Member    uint64 // position in Parameters.Members
	Extension []byte
	Signature []byte // the consensus engine's, over (extension, height, round, chain)
}

// Record is the first transaction of every block: all that the block brings besides envelopes.
type Record struct {
	Round uint64                // the round of the commit that Votes were part of
	Votes []Vote                // by ascending member; none at the first height
	Keys  []threshold.Signature // opening keys of the slots after the last keyed one, in order
	Items []rollup.QueueItem    // the L1 queue up to the block's view
}

// Encode is the record's canonical RLP.
func (r *Record) Encode() []byte {
	out, err := rlp.EncodeToBytes(r)
	if err != nil {
		panic(fmt.Sprintf("encode record: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeBlockRecord reads what Encode wrote, within the bounds, or ErrRecord.
func DecodeBlockRecord(b []byte) (*Record, error) {
	r := new(Record)
	if err := rlp.DecodeBytes(b, r); err != nil {
		return nil, fmt.Errorf("%w: block record: %w", ErrRecord, err)
	}
	if len(r.Keys) > MaxKeys || len(r.Items) > MaxItems {
		return nil, fmt.Errorf("%w: %d keys and %d items", ErrRecord, len(r.Keys), len(r.Items))
	}
	for i := 1; i < len(r.Votes); i++ {
		if r.Votes[i].Member <= r.Votes[i-1].Member {
			return nil, fmt.Errorf("%w: votes do not ascend at %d", ErrRecord, i)
		}
	}
	return r, nil
}

// ItemBytes is the size in bytes of items as a record carries them.
func ItemBytes(items []rollup.QueueItem) int {
	b, err := rlp.EncodeToBytes(items)
	if err != nil {
		panic(fmt.Sprintf("encode items: %v", err)) // fixed types: cannot fail
	}
	return len(b)
}
