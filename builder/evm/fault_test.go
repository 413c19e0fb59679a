package evm_test

import (
	"bytes"
	"errors"
	"math/big"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/stretchr/testify/require"
)

var errDisk = errors.New("the disk is gone")

// faulty is a database in which some reads, or all writes, or the sync fail from a moment on. Nil funcs fail nothing.
type faulty struct {
	ethdb.Database
	read  func(key []byte) bool
	write bool
	sync  bool
}

func (f *faulty) Get(key []byte) ([]byte, error) {
	if f.read != nil && f.read(key) {
		return nil, errDisk
	}
	return f.Database.Get(key)
}

func (f *faulty) SyncKeyValue() error {
	if f.sync {
		return errDisk
	}
	return f.Database.SyncKeyValue()
}

func (f *faulty) NewBatch() ethdb.Batch { return &faultyBatch{f.Database.NewBatch(), f} }
func (f *faulty) NewBatchWithSize(n int) ethdb.Batch {
	return &faultyBatch{f.Database.NewBatchWithSize(n), f}
}

type faultyBatch struct {
	ethdb.Batch
	f *faulty
}

func (b *faultyBatch) Write() error {
	if b.f.write {
		return errDisk
	}
	return b.Batch.Write()
}

// of says whether a key is one rollup's, and what of its own follows.
func of(key []byte, table string) (own []byte, ok bool) {
	return bytes.CutPrefix(key, []byte("rollup-"+table+"-"))
}

// When one rollup's database fails, the machine says so and nothing else: no transaction is refused for it, and no
// block is made without what could not be read or written.
func TestDatabaseFails(t *testing.T) {
	hashAddress := common.HexToAddress("0x6666666666666666666666666666666666666666")
	p := program.New() // slot 0 := BLOCKHASH(number − 3)
	p.Push(3).Op(vm.NUMBER, vm.SUB, vm.BLOCKHASH).Push(0).Op(vm.SSTORE, vm.STOP)
	contracts := testContracts()
	contracts[hashAddress] = p.Bytes()
	kinds := map[string]func(own []byte) bool{
		"headers": func(own []byte) bool { return len(own) == 41 && own[0] == 'h' },
		"code":    func(own []byte) bool { return len(own) == 33 && own[0] == 'c' },
		"states":  func(own []byte) bool { return len(own) == 32 },
	}
	for name, c := range map[string]struct {
		target common.Address
		arm    func(*faulty)
		close  bool // it shows when blocks are closed
	}{
		"a header that BLOCKHASH needs": {hashAddress, func(f *faulty) { f.read = tableRead(kinds["headers"]) }, false},
		"a contract's code":             {storeAddress, func(f *faulty) { f.read = tableRead(kinds["code"]) }, false},
		"a node of the state":           {storeAddress, func(f *faulty) { f.read = tableRead(kinds["states"]) }, false},
		"a write":                       {storeAddress, func(f *faulty) { f.write = true }, true},
		"the sync":                      {storeAddress, func(f *faulty) { f.sync = true }, true},
	} {
		t.Run(name, func(t *testing.T) {
			ids, genesis := genesisOf(t, 2, alloc(contracts))
			db := &faulty{Database: rawdb.NewMemoryDatabase()}
			m, err := evm.Open(evm.Config{DB: db, Genesis: genesis})
			require.NoError(t, err)
			n := &net{Machine: m, t: t, ids: ids, genesis: genesis, time: genesisTime}
			n.advance()
			for range 4 {
				n.endSlot()
				n.advance()
			}
			heads := map[int]uint64{}
			for i, id := range ids {
				h, err := m.Head(id)
				require.NoError(t, err)
				heads[i] = h.Number.Uint64()
			}
			c.arm(db)
			if !c.close {
				_, err = m.Try(bundle(sign(t, ids[0], keys[0], call{to: &c.target, data: word(1), nonce: 0})))
				require.ErrorIs(t, err, evm.ErrState)
				return
			}
			executed(t, n.try(bundle(sign(t, ids[1], keys[1], call{to: &coinbase, value: big.NewInt(1), nonce: 0}))))
			n.endSlot()
			var closed []builder.Block
			closed, err = m.Advance(envAt(ids, n.time+1))
			require.ErrorIs(t, err, errDisk)
			require.Empty(t, closed)
			for i, id := range ids {
				h, err := m.Head(id)
				require.NoError(t, err)
				require.Equal(t, heads[i], h.Number.Uint64(), "a block that is not durable is not told")
			}
		})
	}
}

// tableRead fails what is chosen of the first rollup.
func tableRead(chosen func(own []byte) bool) func([]byte) bool {
	return func(key []byte) bool {
		own, ok := of(key, "1001")
		return ok && chosen(own)
	}
}
