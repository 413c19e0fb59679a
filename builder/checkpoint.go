package builder

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rlp"
)

// checkpointVersion grows with every change of a checkpoint's form.
const checkpointVersion = 2

// ErrCheckpoint refuses a checkpoint that is malformed or of another network.
var ErrCheckpoint = errors.New("bad checkpoint")

// closedHead is a block that the slot after a checkpoint closed. Its state is durable.
type closedHead struct {
	Chain       rollup.ChainID
	Number      uint64
	Hash, State rollup.Digest
}

// checkpoint is a builder's state after a slot whose successor closed blocks, with these blocks.
//
// It is made at the very start of the successor, before its queue items and fees, and given out once the
// blocks are closed and durable. A member that crashes later opens the rollups at these blocks, restores the
// builder, and executes the successor again: it opens the next blocks as it did, closes none, and its header
// names those closed then, so its bytes are the same. No block is open in a checkpoint.
type checkpoint struct {
	Version uint64
	Header  Header // of the slot before
	Ledger  ledgerState
	Waiting []forced
	Guarded []guardedLane
	Closed  []closedHead
}

func (b *Builder) checkpoint() checkpoint {
	l := b.ledger.copied() // records and lists that this slot will not change
	return checkpoint{Version: checkpointVersion, Header: b.last, Ledger: l.state(), Waiting: slices.Clone(b.waiting), Guarded: b.guard.state()}
}

func (c checkpoint) encode() []byte {
	out, err := rlp.EncodeToBytes(&c)
	if err != nil {
		panic(fmt.Sprintf("encode checkpoint: %v", err)) // fixed types: cannot fail
	}
	return out
}

func decodeCheckpoint(b []byte) (*checkpoint, error) {
	c := new(checkpoint)
	if err := rlp.DecodeBytes(b, c); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	if c.Version != checkpointVersion {
		return nil, fmt.Errorf("version %d, want %d: %w", c.Version, checkpointVersion, ErrCheckpoint)
	}
	for i := range c.Closed {
		if i > 0 && c.Closed[i-1].Chain >= c.Closed[i].Chain {
			return nil, fmt.Errorf("closed blocks do not ascend: %w", ErrCheckpoint)
		}
	}
	return c, nil
}

// CheckpointHeads says where to open the rollups before Restore: slot is the last one in the checkpoint, heads
// the hashes of the blocks that the next slot closed. ErrCheckpoint.
func CheckpointHeads(b []byte) (slot rollup.Slot, heads map[rollup.ChainID]rollup.Digest, err error) {
	c, err := decodeCheckpoint(b)
	if err != nil {
		return 0, nil, err
	}
	heads = make(map[rollup.ChainID]rollup.Digest, len(c.Closed))
	for _, h := range c.Closed {
		heads[h.Chain] = h.Hash
	}
	return c.Header.Slot, heads, nil
}

// Restore resumes from an Executed's Checkpoint. r's rollups stand at the heads that CheckpointHeads names,
// with no block open. The next slot to execute is the one that gave the checkpoint; its outcome is the same
// but for Closed, which is empty. ErrCheckpoint.
func Restore(p *rollup.Parameters, n rollup.Network, r Machine, b []byte) (*Builder, error) {
	c, err := decodeCheckpoint(b)
	if err != nil {
		return nil, err
	}
	if was := c.Header.Network; was.ID != n.ID || was.Incarnation != n.Incarnation {
		return nil, fmt.Errorf("of network %s, want %s: %w", was, n, ErrCheckpoint)
	}
	if len(c.Closed) != len(p.Rollups) {
		return nil, fmt.Errorf("%d blocks for %d rollups: %w", len(c.Closed), len(p.Rollups), ErrCheckpoint)
	}
	for i, chain := range p.Rollups {
		if c.Closed[i].Chain != chain {
			return nil, fmt.Errorf("block of rollup %s, want %s: %w", c.Closed[i].Chain, chain, ErrCheckpoint)
		}
	}
	ledger, err := restoreLedger(p, c.Ledger)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCheckpoint, err)
	}
	if ledger.Root() != c.Header.LedgerRoot {
		return nil, fmt.Errorf("ledger is not the header's: %w", ErrCheckpoint)
	}
	return &Builder{parameters: p, network: n, machine: r, last: c.Header, ledger: ledger, guard: restoreGuard(c.Guarded), waiting: c.Waiting, closed: c.Closed}, nil
}

// Open makes a builder where a member left off: at genesis for a nil checkpoint, otherwise as Restore does. open is asked
// for the rollups, once, with the heads at which they have to stand; nil for their geneses.
func Open(p *rollup.Parameters, n rollup.Network, checkpoint []byte, open func(heads map[rollup.ChainID]rollup.Digest) (Machine, error)) (*Builder, error) {
	if checkpoint == nil {
		r, err := open(nil)
		if err != nil {
			return nil, err
		}
		return New(p, n, r), nil
	}
	_, heads, err := CheckpointHeads(checkpoint)
	if err != nil {
		return nil, err
	}
	r, err := open(heads)
	if err != nil {
		return nil, err
	}
	return Restore(p, n, r, checkpoint)
}
