package evm_test

import (
	"bytes"
	"math/big"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/builder/evm"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/stretchr/testify/require"
)

// slotsPerBlock is how many slots the scenario has to a block.
const slotsPerBlock = 2

// record is all that a slot gave.
type record struct {
	closed   []rollup.Digest
	outcomes []*builder.Outcome
	state    *builder.SlotState
}

// play executes one slot of a fixed scenario: bundles over three rollups, of which some fail, and triggers.
func play(t require.TestingT, m *evm.Machine, ids []rollup.ChainID, slot int) (out record) {
	if slot%slotsPerBlock == 0 {
		closed, err := m.Advance(envAt(ids, genesisTime+1+uint64(slot/slotsPerBlock)))
		require.NoError(t, err)
		for _, b := range closed {
			out.closed = append(out.closed, b.Block.Hash())
		}
	}
	try := func(a builder.Attempt) {
		o, err := m.Try(a)
		require.NoError(t, err)
		out.outcomes = append(out.outcomes, o)
	}
	n := func(id rollup.ChainID, key int) uint64 { return m.OpenState(id).GetNonce(addressOf(keys[key])) }
	a, b, c := ids[0], ids[1], ids[2]
	back := triggerData(a, storeAddress, 100_000, word(int64(slot)))
	try(bundle(
		sign(t, a, keys[0], call{to: &predeploy.Address, data: triggerData(b, relayAddress, 400_000, back), value: prepay(400_000, back), gas: 500_000, nonce: n(a, 0)}),
		sign(t, c, keys[1], call{to: &storeAddress, data: word(2), nonce: n(c, 1)}),
	))
	try(bundle(sign(t, b, keys[1], call{to: &storeAddress, data: word(3), nonce: n(b, 1)}), sign(t, c, keys[2], call{to: &failAddress, nonce: n(c, 2)})))
	try(bundle(sign(t, b, keys[2], call{data: initCode(storeCode()), nonce: n(b, 2)}), sign(t, a, keys[3], call{to: &coinbase, value: big.NewInt(9), nonce: n(a, 3)})))
	s, err := m.EndSlot()
	require.NoError(t, err)
	out.state = s
	return out
}

func scenario(t require.TestingT) ([]rollup.ChainID, []rollup.Genesis) {
	return genesisOf(t, 3, alloc(testContracts()))
}

// same compares two records but for the blocks that a slot closed, which a machine does not close that was opened
// at them.
func same(t require.TestingT, want, got record, restarted bool) {
	require.Equal(t, want.outcomes, got.outcomes)
	heads := append([]builder.Head{}, want.state.Heads...)
	if restarted {
		for i := range heads {
			heads[i].ClosedNumber, heads[i].ClosedHash, heads[i].ClosedState = 0, rollup.Digest{}, rollup.Digest{}
		}
		require.Empty(t, got.closed)
	} else {
		require.Equal(t, want.closed, got.closed)
	}
	require.Equal(t, heads, got.state.Heads)
	require.Equal(t, want.state.Pairs, got.state.Pairs)
	requireSameJSON(t, want.state.Additions, got.state.Additions)
}

// After a crash in any slot, a machine opened at the blocks that were closed last continues as if nothing had happened,
// and what was stored later is gone until it is built again.
func TestRestartContinuesAtTheHeads(t *testing.T) {
	const slots = 9
	ids, genesis := scenario(t)
	db := rawdb.NewMemoryDatabase()
	m, err := evm.Open(evm.Config{DB: db, Genesis: genesis})
	require.NoError(t, err)
	var want []record
	for slot := range slots {
		want = append(want, play(t, m, ids, slot))
	}
	for from := slots - 1; from >= 0; from-- { // ever earlier, so that there is ever more to discard
		if from%slotsPerBlock != 0 {
			continue
		}
		heads := map[rollup.ChainID]rollup.Digest{}
		for i, hash := range want[from].closed {
			heads[ids[i]] = hash
		}
		m, err := evm.Open(evm.Config{DB: db, Genesis: genesis, Heads: heads})
		require.NoError(t, err)
		for _, id := range ids {
			head, err := m.Head(id)
			require.NoError(t, err)
			require.EqualValues(t, from/slotsPerBlock, head.Number.Uint64())
			_, err = m.Block(id, head.Number.Uint64())
			require.NoError(t, err)
			_, err = m.Block(id, head.Number.Uint64()+1)
			require.ErrorIs(t, err, evm.ErrNoBlock)
		}
		for slot := from + slotsPerBlock; slot < slots; slot += slotsPerBlock {
			for _, hash := range want[slot].closed {
				requireGone(t, db, hash)
			}
		}
		for slot := from; slot < slots; slot++ {
			same(t, want[slot], play(t, m, ids, slot), slot == from)
		}
	}
}

// requireGone looks through a whole database for a block: nothing is stored by its hash, and no number leads to it.
func requireGone(t require.TestingT, db ethdb.Database, hash rollup.Digest) {
	it := db.NewIterator(nil, nil)
	defer it.Release()
	for it.Next() {
		require.False(t, bytes.Contains(it.Key(), hash[:]) || bytes.Equal(it.Value(), hash[:]), "key %x", it.Key())
	}
	require.NoError(t, it.Error())
}

// The files as they are the moment Advance returns, with the machine still running, hold the blocks and states that
// it returned. (That they are on the disk and not only in the kernel is SyncKeyValue's promise.)
func TestWhatAdvanceReturnedSurvivesAKill(t *testing.T) {
	ids, genesis := scenario(t)
	dir := t.TempDir()
	m, err := evm.Open(evm.Config{Dir: dir, CacheMiB: 16, Genesis: genesis})
	require.NoError(t, err)
	defer func() { require.NoError(t, m.Close()) }()
	for slot := range 5 {
		r := play(t, m, ids, slot)
		if len(r.closed) == 0 {
			continue
		}
		killed := t.TempDir()
		require.NoError(t, os.CopyFS(killed, os.DirFS(dir)))
		require.NoError(t, os.Remove(filepath.Join(killed, "LOCK")))
		heads := map[rollup.ChainID]rollup.Digest{}
		for i, hash := range r.closed {
			heads[ids[i]] = hash
		}
		again, err := evm.Open(evm.Config{Dir: killed, CacheMiB: 16, Genesis: genesis, Heads: heads})
		require.NoError(t, err)
		same(t, r, play(t, again, ids, slot), true)
		require.NoError(t, again.Close())
	}
}

// Nothing depends on how many processors there are, or on readers at work meanwhile.
func TestSameBlocksOnAnyNumberOfProcessors(t *testing.T) {
	ids, genesis := scenario(t)
	var want []record
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for _, procs := range []int{1, 2, 8} {
		runtime.GOMAXPROCS(procs)
		m, err := evm.Open(evm.Config{Genesis: genesis})
		require.NoError(t, err)
		stop := make(chan struct{})
		var readers sync.WaitGroup
		for range 2 {
			readers.Go(func() {
				for {
					select {
					case <-stop:
						return
					default:
					}
					for _, id := range ids {
						head, err := m.Head(id)
						if err != nil {
							panic(err)
						}
						b, err := m.Block(id, head.Number.Uint64())
						if err != nil || b.Block.Hash() != head.Hash() {
							panic("a head without its block")
						}
					}
				}
			})
		}
		var got []record
		for slot := range 7 {
			got = append(got, play(t, m, ids, slot))
		}
		close(stop)
		readers.Wait()
		if want == nil {
			want = got
			continue
		}
		for slot := range want {
			same(t, want[slot], got[slot], false)
		}
	}
}

func TestMisuseIsAnError(t *testing.T) {
	ids, genesis := scenario(t)
	m, err := evm.Open(evm.Config{Genesis: genesis})
	require.NoError(t, err)
	_, err = m.Try(bundle())
	require.ErrorIs(t, err, evm.ErrNotOpen)
	_, err = m.EndSlot()
	require.ErrorIs(t, err, evm.ErrNotOpen)
	_, err = m.Block(5, 0)
	require.ErrorIs(t, err, evm.ErrUnknownChain)
	_, err = m.Head(5)
	require.ErrorIs(t, err, evm.ErrUnknownChain)
	_, err = m.Advance(envAt(ids, genesisTime))
	require.ErrorIs(t, err, evm.ErrTime)
	db := rawdb.NewMemoryDatabase()
	_, err = evm.Open(evm.Config{DB: db, Genesis: genesis, Heads: map[rollup.ChainID]rollup.Digest{ids[0]: {1}}})
	require.ErrorIs(t, err, evm.ErrHead)
	_, err = evm.Open(evm.Config{DB: db, Genesis: genesis, Heads: map[rollup.ChainID]rollup.Digest{7: {1}}})
	require.ErrorIs(t, err, evm.ErrUnknownChain)
	_, err = evm.Open(evm.Config{DB: db, Genesis: append(genesis, genesis[0])})
	require.ErrorIs(t, err, evm.ErrGenesis)
	_, err = evm.Open(evm.Config{})
	require.ErrorIs(t, err, evm.ErrGenesis)
	other, err := evm.GenesisJSON(ids[0], nil, blockGas, genesisTime)
	require.NoError(t, err)
	_, err = evm.Open(evm.Config{DB: db, Genesis: []rollup.Genesis{{Chain: ids[0], JSON: other}}})
	require.ErrorIs(t, err, evm.ErrGenesis, "stored under another genesis")
}
