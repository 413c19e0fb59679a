// Package pebble keeps a follower's journal on disk: what it verified, and the blocks that rollup nodes are fed.
//
// In come verified entries; out they come again, by slot, and their blocks, by rollup and number, after any crash and
// for as long as the folder is there: a node that lost everything is fed from here. Never done here: verifying,
// deciding what to keep, forgetting.
package pebble

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/rlp"
)

// Records, by first byte of the key. Integers in keys are big-endian, so that they sort.
const (
	keyEntry = 'e' // slot → entryRecord
	keyBlock = 'b' // chain ‖ number → builder.Block
)

// entryRecord is an entry without its blocks, which stand under keys of their own.
type entryRecord struct {
	Header rollup.Digest
	Pairs  []builder.Pair
	Signed rollup.Digest
	Heads  []builder.Head
}

// ErrNoBlock: the journal has no such block.
var ErrNoBlock = errors.New("block is not in the journal")

// Journal answers relay.Journal and relay.Payloads. Safe for concurrent use.
type Journal struct{ db *pebble.DB }

// Open makes a journal in a folder, or goes on with the one that is there. One process at a time has it.
func Open(dir string) (*Journal, error) { return open(vfs.Default, dir) }

func open(fs vfs.FS, dir string) (*Journal, error) {
	db, err := pebble.Open(dir, &pebble.Options{FS: fs, Logger: silent{}})
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	return &Journal{db}, nil
}

type silent struct{}

func (silent) Infof(string, ...any)  {}
func (silent) Errorf(string, ...any) {}
func (silent) Fatalf(f string, a ...any) {
	panic(fmt.Sprintf("journal: "+f, a...)) // it cannot go on; nothing after this line may be trusted
}

// Close closes the folder.
func (j *Journal) Close() error { return j.db.Close() }

func entryKey(slot rollup.Slot) []byte {
	return binary.BigEndian.AppendUint64([]byte{keyEntry}, uint64(slot))
}

func blockKey(chain rollup.ChainID, number uint64) []byte {
	return binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64([]byte{keyBlock}, uint64(chain)), number)
}

// Append implements relay.Journal: one synced batch. If we crash before it returns, the entry is there whole or not at
// all, and nothing was told of it.
func (j *Journal) Append(e *relay.Entry) error {
	raw, err := rlp.EncodeToBytes(&entryRecord{e.Header, e.Pairs, e.Signed, e.Heads})
	if err != nil {
		return fmt.Errorf("entry of slot %d: %w", e.Slot, err)
	}
	b := j.db.NewBatch()
	defer func() { _ = b.Close() }()
	for _, block := range e.Blocks {
		if err := b.Set(blockKey(block.Chain, block.Block.NumberU64()), block.Encode(), nil); err != nil {
			return fmt.Errorf("entry of slot %d: %w", e.Slot, err)
		}
	}
	if err := b.Set(entryKey(e.Slot), raw, nil); err != nil {
		return fmt.Errorf("entry of slot %d: %w", e.Slot, err)
	}
	if err := b.Commit(pebble.Sync); err != nil {
		return fmt.Errorf("entry of slot %d: %w", e.Slot, err)
	}
	return nil
}

// Last implements relay.Journal.
func (j *Journal) Last() (*relay.Entry, bool, error) { return j.Closed(^rollup.Slot(0) - 1) }

// Closed implements relay.Journal.
func (j *Journal) Closed(through rollup.Slot) (*relay.Entry, bool, error) {
	it, err := j.db.NewIter(&pebble.IterOptions{LowerBound: []byte{keyEntry}, UpperBound: entryKey(through + 1)})
	if err != nil {
		return nil, false, fmt.Errorf("read journal: %w", err)
	}
	defer func() { _ = it.Close() }()
	if !it.Last() {
		return nil, false, it.Error()
	}
	var r entryRecord
	slot := rollup.Slot(binary.BigEndian.Uint64(it.Key()[1:]))
	if err := rlp.DecodeBytes(it.Value(), &r); err != nil {
		return nil, false, fmt.Errorf("entry of slot %d: %w", slot, err)
	}
	return &relay.Entry{Slot: slot, Header: r.Header, Pairs: r.Pairs, Signed: r.Signed, Heads: r.Heads}, true, nil
}

// Block implements relay.Payloads; ErrNoBlock where it was not kept.
func (j *Journal) Block(chain rollup.ChainID, number uint64) (*builder.Block, error) {
	raw, closer, err := j.db.Get(blockKey(chain, number))
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, fmt.Errorf("block %d of rollup %s: %w", number, chain, ErrNoBlock)
	}
	if err != nil {
		return nil, fmt.Errorf("read journal: %w", err)
	}
	defer func() { _ = closer.Close() }()
	return builder.DecodeBlock(append([]byte{}, raw...))
}
