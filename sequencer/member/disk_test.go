package member_test

import (
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb"
)

// disk is the rollups' database on a file system of a test's choice, with the durability of the one that members
// use: writes are not synced, SyncKeyValue syncs all writes before it.
type disk struct{ db *pebble.DB }

func openDisk(fs vfs.FS, dir string) (ethdb.Database, error) {
	db, err := pebble.Open(dir, &pebble.Options{FS: fs, Logger: mute{}})
	if err != nil {
		return nil, err
	}
	return rawdb.NewDatabase(disk{db}), nil
}

type mute struct{}

func (mute) Infof(string, ...any)      {}
func (mute) Errorf(string, ...any)     {}
func (mute) Fatalf(f string, a ...any) { panic(fmt.Sprintf(f, a...)) }

func (d disk) Has(key []byte) (bool, error) {
	_, err := d.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}

func (d disk) Get(key []byte) ([]byte, error) {
	v, closer, err := d.db.Get(key)
	if err != nil {
		return nil, err
	}
	return slices.Clone(v), closer.Close()
}

func (d disk) Put(key, value []byte) error { return d.db.Set(key, value, pebble.NoSync) }
func (d disk) Delete(key []byte) error     { return d.db.Delete(key, pebble.NoSync) }
func (d disk) DeleteRange(start, end []byte) error {
	return d.db.DeleteRange(start, end, pebble.NoSync)
}
func (d disk) SyncKeyValue() error              { return d.db.LogData(nil, pebble.Sync) }
func (d disk) Stat() (string, error)            { return d.db.Metrics().String(), nil }
func (d disk) Compact([]byte, []byte) error     { return nil }
func (d disk) Close() error                     { return d.db.Close() }
func (d disk) NewBatch() ethdb.Batch            { return &diskBatch{b: d.db.NewBatch()} }
func (d disk) NewBatchWithSize(int) ethdb.Batch { return d.NewBatch() }

func (d disk) NewIterator(prefix, start []byte) ethdb.Iterator {
	end := slices.Clone(prefix)
	for len(end) > 0 {
		if end[len(end)-1]++; end[len(end)-1] != 0 {
			break
		}
		end = end[:len(end)-1]
	}
	o := &pebble.IterOptions{LowerBound: append(slices.Clone(prefix), start...)}
	if len(end) > 0 {
		o.UpperBound = end
	}
	it, err := d.db.NewIter(o)
	return &diskIterator{it: it, err: err}
}

type diskIterator struct {
	it    *pebble.Iterator
	begun bool
	err   error
}

func (i *diskIterator) Next() bool {
	if i.err != nil {
		return false
	}
	if !i.begun {
		i.begun = true
		return i.it.First()
	}
	return i.it.Next()
}

func (i *diskIterator) Error() error {
	if i.err != nil {
		return i.err
	}
	return i.it.Error()
}
func (i *diskIterator) Key() []byte   { return i.it.Key() }
func (i *diskIterator) Value() []byte { return i.it.Value() }
func (i *diskIterator) Release() {
	if i.it != nil {
		_ = i.it.Close()
		i.it = nil
	}
}

type diskBatch struct {
	b    *pebble.Batch
	size int
}

func (b *diskBatch) Put(key, value []byte) error {
	b.size += len(key) + len(value)
	return b.b.Set(key, value, nil)
}

func (b *diskBatch) Delete(key []byte) error {
	b.size += len(key)
	return b.b.Delete(key, nil)
}

func (b *diskBatch) DeleteRange(start, end []byte) error { return b.b.DeleteRange(start, end, nil) }
func (b *diskBatch) ValueSize() int                      { return b.size }
func (b *diskBatch) Write() error                        { return b.b.Commit(pebble.NoSync) }
func (b *diskBatch) Reset()                              { b.b.Reset(); b.size = 0 }
func (b *diskBatch) Close()                              { _ = b.b.Close() }
func (b *diskBatch) Replay(w ethdb.KeyValueWriter) error {
	r := b.b.Reader()
	for {
		kind, key, value, ok, err := r.Next()
		if !ok || err != nil {
			return err
		}
		switch kind {
		case pebble.InternalKeyKindSet:
			err = w.Put(key, value)
		case pebble.InternalKeyKindDelete:
			err = w.Delete(key)
		default:
			err = errors.New("a batch with what cannot be replayed")
		}
		if err != nil {
			return err
		}
	}
}
