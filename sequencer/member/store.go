package member

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/rlp"
)

// The store's records, by first byte of the key. Integers in keys are big-endian, so that they sort.
const (
	keyEnvelope   = 'e' // slot ‖ id → heldRecord
	keySlot       = 's' // slot → Attested without signature
	keySeeds      = 'o' // slot → seedsRecord; beside keySlot
	keySignature  = 'a' // slot → signature; there is one for each slot up to the last attested
	keyMemory     = 'm' // kind ‖ slot → digest that this member signed
	keyPosting    = 'p' // first slot → postingRecord
	keyData       = 'd' // first slot → the posting's data, as it was signed; beside keyPosting
	keyCheckpoint = 'c' // → checkpointRecord
)

// Names of the failpoints. Each is called with "before " and "after " in front.
const (
	PointEnvelope   = "envelope"
	PointList       = "list"
	PointSlot       = "slot"
	PointSignature  = "signature"
	PointMemory     = "memory"
	PointPosting    = "posting"
	PointCheckpoint = "checkpoint"
	PointSeed       = "seed"
	PointShare      = "share"
	PointDrop       = "drop" // of the envelopes of a closed slot; not synced
)

// heldRecord is an envelope that this member holds for a slot that has not closed.
type heldRecord struct {
	Raw     []byte
	Promise rollup.Slot // Receipt.Slot; 0 if it came from another member
}

type postingRecord struct {
	Posting   sequencer.Posting
	Signature threshold.Signature
}

// seedsRecord is what a slot's envelopes were sealed with, in the batch's order; empty where one does not open. Found
// when the slot was opened, it spares the posting a second opening.
type seedsRecord [][]byte

func seedsOf(seeds []*threshold.Seed) seedsRecord {
	out := make(seedsRecord, len(seeds))
	for i, s := range seeds {
		if s != nil {
			out[i] = s[:]
		}
	}
	return out
}

// seeds is what seedsOf took; nil, so that they are found again, if the record is not one.
func (r seedsRecord) seeds() []*threshold.Seed {
	out := make([]*threshold.Seed, len(r))
	for i, b := range r {
		switch len(b) {
		case 0:
		case threshold.SeedSize:
			seed := threshold.Seed(b)
			out[i] = &seed
		default:
			return nil
		}
	}
	return out
}

// checkpointRecord is where a restarted member begins: everything is as after block Slot, all slots up to it
// executed.
type checkpointRecord struct {
	Slot    rollup.Slot
	AppHash rollup.Digest
	State   []byte // sequencer.State.Snapshot
	Builder []byte // builder.Executed.Checkpoint
}

// store is this member's durable memory. Writes that are answered for are synced when they return, unless
// the configuration says otherwise. Safe for concurrent use.
type store struct {
	db   *pebble.DB
	sync *pebble.WriteOptions
	fail func(point string)

	gate   sync.RWMutex // held for reading around every use of db, for writing to close it
	closed bool
}

// errClosed answers late callers: a peer's last message may be handled while the member stops.
var errClosed = errors.New("store is closed")

// enter admits a use of db until leave, unless the store is closed.
func (s *store) enter() error {
	s.gate.RLock()
	if s.closed {
		s.gate.RUnlock()
		return errClosed
	}
	return nil
}

func (s *store) leave() { s.gate.RUnlock() }

func openStore(dir string, noSync bool, fail func(string)) (*store, error) {
	return openStoreOn(vfs.Default, dir, noSync, fail)
}

func openStoreOn(fs vfs.FS, dir string, noSync bool, fail func(string)) (*store, error) {
	db, err := pebble.Open(dir, &pebble.Options{FS: fs, Logger: silent{}})
	if err != nil {
		return nil, fmt.Errorf("open store: %w", err)
	}
	s := &store{db: db, sync: pebble.Sync, fail: fail}
	if noSync {
		s.sync = pebble.NoSync
	}
	return s, nil
}

type silent struct{}

func (silent) Infof(string, ...any)  {}
func (silent) Errorf(string, ...any) {}
func (silent) Fatalf(f string, a ...any) {
	panic(fmt.Sprintf("store: "+f, a...)) // the store cannot go on; nothing after this line may be trusted
}

func (s *store) close() error {
	s.gate.Lock()
	defer s.gate.Unlock()
	if s.closed {
		return nil
	}
	s.closed = true
	return s.db.Close()
}

func slotKey(prefix byte, slot rollup.Slot) []byte {
	return binary.BigEndian.AppendUint64([]byte{prefix}, uint64(slot))
}

func envelopeKey(slot rollup.Slot, id rollup.Digest) []byte {
	return append(slotKey(keyEnvelope, slot), id[:]...)
}

func memoryKey(kind sequencer.Kind, slot rollup.Slot) []byte {
	return binary.BigEndian.AppendUint64([]byte{keyMemory, byte(kind)}, uint64(slot))
}

// get copies a value; nil if there is none.
func (s *store) get(key []byte) ([]byte, error) {
	if err := s.enter(); err != nil {
		return nil, err
	}
	defer s.leave()
	v, closer, err := s.db.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read store: %w", err)
	}
	defer func() { _ = closer.Close() }()
	return append([]byte{}, v...), nil
}

// set writes durably, with the failpoint around it.
func (s *store) set(point string, key, value []byte) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	s.fail("before " + point)
	if err := s.db.Set(key, value, s.sync); err != nil {
		return fmt.Errorf("write %s: %w", point, err)
	}
	s.fail("after " + point)
	return nil
}

// encoded is the RLP of a record of fixed type.
func encoded(v any) []byte {
	b, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic(fmt.Sprintf("encode record: %v", err)) // fixed types: cannot fail
	}
	return b
}

// putEnvelope holds an envelope. Those with a promise are durable when it returns; others are as durable as
// the operating system makes them, for their first taker answers for them.
func (s *store) putEnvelope(slot rollup.Slot, id rollup.Digest, r heldRecord) error {
	if r.Promise != 0 {
		return s.set(PointEnvelope, envelopeKey(slot, id), encoded(r))
	}
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	return s.db.Set(envelopeKey(slot, id), encoded(r), pebble.NoSync)
}

// keepListed makes the listed envelopes of a slot durable, in one step. Most were written before: their first
// taker's with a promise, the others' unsynced.
func (s *store) keepListed(slot rollup.Slot, ids []rollup.Digest, record func(rollup.Slot, rollup.Digest) (heldRecord, bool)) error {
	if len(ids) == 0 {
		return nil
	}
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	b := s.db.NewBatch()
	defer func() { _ = b.Close() }()
	for _, id := range ids {
		if r, ok := record(slot, id); ok {
			if err := b.Set(envelopeKey(slot, id), encoded(r), nil); err != nil {
				return fmt.Errorf("write list: %w", err)
			}
		}
	}
	s.fail("before " + PointList)
	if err := b.Commit(s.sync); err != nil {
		return fmt.Errorf("write list: %w", err)
	}
	s.fail("after " + PointList)
	return nil
}

// dropEnvelopes forgets those of slots up to this one.
func (s *store) dropEnvelopes(through rollup.Slot) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	s.fail("before " + PointDrop)
	if err := s.db.DeleteRange([]byte{keyEnvelope}, slotKey(keyEnvelope, through+1), pebble.NoSync); err != nil {
		return fmt.Errorf("drop envelopes through slot %d: %w", through, err)
	}
	s.fail("after " + PointDrop)
	return nil
}

// envelopes hands over all that are held.
func (s *store) envelopes(take func(heldRecord)) error {
	return s.each(keyEnvelope, 0, func(_ rollup.Slot, v []byte) (bool, error) {
		var r heldRecord
		if err := rlp.DecodeBytes(v, &r); err != nil {
			return false, err
		}
		take(r)
		return true, nil
	})
}

// each walks the records of a prefix from a slot on.
func (s *store) each(prefix byte, from rollup.Slot, take func(rollup.Slot, []byte) (bool, error)) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: slotKey(prefix, from), UpperBound: []byte{prefix + 1}})
	if err != nil {
		return fmt.Errorf("read store: %w", err)
	}
	defer func() { _ = it.Close() }()
	for ok := it.First(); ok; ok = it.Next() {
		if len(it.Key()) < 9 {
			return fmt.Errorf("read store: key of %d bytes: %w", len(it.Key()), sequencer.ErrRecord)
		}
		more, err := take(rollup.Slot(binary.BigEndian.Uint64(it.Key()[1:9])), it.Value())
		if err != nil || !more {
			return err
		}
	}
	return it.Error()
}

// last is the highest slot with a record of a prefix; 0 if there is none.
func (s *store) last(prefix byte) (slot rollup.Slot, value []byte, err error) {
	if err := s.enter(); err != nil {
		return 0, nil, err
	}
	defer s.leave()
	it, err := s.db.NewIter(&pebble.IterOptions{LowerBound: []byte{prefix}, UpperBound: []byte{prefix + 1}})
	if err != nil {
		return 0, nil, fmt.Errorf("read store: %w", err)
	}
	defer func() { _ = it.Close() }()
	if !it.Last() {
		return 0, nil, it.Error()
	}
	return rollup.Slot(binary.BigEndian.Uint64(it.Key()[1:9])), append([]byte{}, it.Value()...), nil
}

// putSlot records what a slot came to and, in the same step, the digest that this member may sign for it.
func (s *store) putSlot(a *sequencer.Attested, digest rollup.Digest) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	b := s.db.NewBatch()
	defer func() { _ = b.Close() }()
	if err := b.Set(slotKey(keySlot, a.Header.Slot), a.Encode(), nil); err != nil {
		return fmt.Errorf("write slot: %w", err)
	}
	if err := b.Set(slotKey(keySeeds, a.Header.Slot), encoded(seedsOf(a.Seeds)), nil); err != nil {
		return fmt.Errorf("write slot: %w", err)
	}
	if err := b.Set(memoryKey(sequencer.Attestation, a.Header.Slot), digest[:], nil); err != nil {
		return fmt.Errorf("write slot: %w", err)
	}
	s.fail("before " + PointSlot)
	if err := b.Commit(s.sync); err != nil {
		return fmt.Errorf("write slot: %w", err)
	}
	s.fail("after " + PointSlot)
	return nil
}

// slot is an executed slot, with its signature if it is attested.
func (s *store) slot(slot rollup.Slot) (*sequencer.Attested, bool, error) {
	b, err := s.get(slotKey(keySlot, slot))
	if b == nil || err != nil {
		return nil, false, err
	}
	a, err := sequencer.DecodeAttested(b)
	if err != nil {
		return nil, false, fmt.Errorf("slot %d: %w", slot, err)
	}
	sig, found, err := s.signature(slot)
	a.Signature = sig
	return a, found, err
}

// slotWithSeeds is slot, with what its envelopes were sealed with.
func (s *store) slotWithSeeds(slot rollup.Slot) (*sequencer.Attested, bool, error) {
	a, found, err := s.slot(slot)
	if a == nil || err != nil {
		return a, found, err
	}
	b, err := s.get(slotKey(keySeeds, slot))
	if err != nil {
		return nil, false, err
	}
	var r seedsRecord
	if b != nil {
		if err := rlp.DecodeBytes(b, &r); err != nil {
			return nil, false, fmt.Errorf("seeds of slot %d: %w: %w", slot, sequencer.ErrRecord, err)
		}
	}
	a.Seeds = r.seeds()
	return a, found, nil
}

func (s *store) signature(slot rollup.Slot) (sig threshold.Signature, found bool, err error) {
	b, err := s.get(slotKey(keySignature, slot))
	if b == nil || err != nil {
		return sig, false, err
	}
	if copy(sig[:], b) != len(sig) {
		return sig, false, fmt.Errorf("signature of slot %d: %w", slot, sequencer.ErrRecord)
	}
	return sig, true, nil
}

func (s *store) putSignature(slot rollup.Slot, sig threshold.Signature) error {
	return s.set(PointSignature, slotKey(keySignature, slot), sig[:])
}

// Recall implements sequencer.Memory.
func (s *store) Recall(kind sequencer.Kind, slot rollup.Slot) (d rollup.Digest, found bool, err error) {
	b, err := s.get(memoryKey(kind, slot))
	if b == nil || err != nil {
		return d, false, err
	}
	if copy(d[:], b) != len(d) || len(b) != len(d) {
		return d, false, fmt.Errorf("%s of slot %d: %w", kind, slot, sequencer.ErrRecord)
	}
	return d, true, nil
}

// Record implements sequencer.Memory.
func (s *store) Record(kind sequencer.Kind, slot rollup.Slot, digest rollup.Digest) error {
	return s.set(PointMemory, memoryKey(kind, slot), digest[:])
}

// putPosting keeps a posting's data as it was signed: a later program that encoded the slots otherwise could never again
// give what the signature is for.
func (s *store) putPosting(p *sequencer.UnsignedPosting, sig threshold.Signature) error {
	if err := s.enter(); err != nil {
		return err
	}
	defer s.leave()
	b := s.db.NewBatch()
	defer func() { _ = b.Close() }()
	if err := b.Set(slotKey(keyData, p.First), p.Data, nil); err != nil {
		return fmt.Errorf("write posting: %w", err)
	}
	if err := b.Set(slotKey(keyPosting, p.First), encoded(&postingRecord{p.Posting, sig}), nil); err != nil {
		return fmt.Errorf("write posting: %w", err)
	}
	s.fail("before " + PointPosting)
	if err := b.Commit(s.sync); err != nil {
		return fmt.Errorf("write posting: %w", err)
	}
	s.fail("after " + PointPosting)
	return nil
}

// postingRecord is the signed posting that begins at first, without its data; nil if there is none.
func (s *store) postingRecord(first rollup.Slot) (*postingRecord, error) {
	b, err := s.get(slotKey(keyPosting, first))
	if b == nil || err != nil {
		return nil, err
	}
	r := new(postingRecord)
	if err := rlp.DecodeBytes(b, r); err != nil {
		return nil, fmt.Errorf("posting from slot %d: %w: %w", first, sequencer.ErrRecord, err)
	}
	return r, nil
}

// posting is the signed posting that begins at first, with its data; nil if there is none.
func (s *store) posting(first rollup.Slot) (*sequencer.SignedPosting, error) {
	r, err := s.postingRecord(first)
	if r == nil || err != nil {
		return nil, err
	}
	data, err := s.get(slotKey(keyData, first))
	if err != nil {
		return nil, err
	}
	if data == nil {
		return nil, fmt.Errorf("data of the posting from slot %d: %w", first, sequencer.ErrRecord)
	}
	return &sequencer.SignedPosting{Posting: r.Posting, Signature: r.Signature, Data: data}, nil
}

// lastPosting is the last signed one, without its data; nil if there is none.
func (s *store) lastPosting() (*postingRecord, error) {
	_, b, err := s.last(keyPosting)
	if b == nil || err != nil {
		return nil, err
	}
	r := new(postingRecord)
	if err := rlp.DecodeBytes(b, r); err != nil {
		return nil, fmt.Errorf("last posting: %w: %w", sequencer.ErrRecord, err)
	}
	return r, nil
}

func (s *store) putCheckpoint(c *checkpointRecord) error {
	return s.set(PointCheckpoint, []byte{keyCheckpoint}, encoded(c))
}

func (s *store) checkpoint() (*checkpointRecord, error) {
	b, err := s.get([]byte{keyCheckpoint})
	if b == nil || err != nil {
		return nil, err
	}
	c := new(checkpointRecord)
	if err := rlp.DecodeBytes(b, c); err != nil {
		return nil, fmt.Errorf("checkpoint: %w: %w", sequencer.ErrRecord, err)
	}
	return c, nil
}
