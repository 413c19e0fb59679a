package evm_test

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	. "github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/stretchr/testify/require"
)

const benchBundles = 60

// workAddress is a contract that reads and writes storage, hashes and logs: about 130,000 gas, as a swap. The failing one
// does the same and reverts.
var (
	workAddress        = common.HexToAddress("0x9999999999999999999999999999999999999999")
	failingWorkAddress = common.HexToAddress("0x9999999999999999999999999999999999999998")
)

func workCode(fails bool) []byte {
	p := program.New()
	for i := range 14 {
		p.Push(i).Op(SLOAD).Push(1).Op(ADD).Push(0).Op(MSTORE).Push(32).Push(0).Op(KECCAK256).Push(i).Op(SSTORE)
	}
	for range 6 {
		p.Push(0x77).Push(64).Push(0).Op(LOG1)
	}
	if fails {
		return p.Push(0).Push(0).Op(REVERT).Bytes()
	}
	return p.Op(STOP).Bytes()
}

// shape says what the bundles of a benchmark are like.
type shape struct {
	legs    int  // rollups
	perLeg  int  // transactions of each leg, all on its rollup
	failing bool // the last transaction of the last leg reverts, and so takes the bundle back
}

// benchWork is the rollups' genesis, and bundles with a leg on each, whose senders are recovered; plain is the same calls by leg, as
// a loop that takes nothing back executes them, so with the nonces that follow from failing bundles too.
func benchWork(b *testing.B, s shape) (ids []rollup.ChainID, genesis []rollup.Genesis, bundles []builder.Attempt, plain [][]*rollup.Tx) {
	a := alloc(map[common.Address][]byte{workAddress: workCode(false), failingWorkAddress: workCode(true)})
	for _, addr := range []common.Address{workAddress, failingWorkAddress} {
		work := a[addr]
		work.Storage = map[common.Hash]common.Hash{}
		for i := range 14 {
			work.Storage[common.BigToHash(big.NewInt(int64(i)))] = common.Hash{1}
		}
		a[addr] = work
	}
	ids, genesis = genesisOf(b, s.legs, a)
	plain = make([][]*rollup.Tx, len(ids))
	for i := range benchBundles {
		k, after := keys[i%len(keys)], uint64(i/len(keys)*s.perLeg)
		nonce := after
		if s.failing {
			nonce = 0
		}
		attempt := bundle()
		for leg, id := range ids {
			var txs []*rollup.Tx
			for j := range s.perLeg {
				to := &workAddress
				if s.failing && leg == s.legs-1 && j == s.perLeg-1 {
					to = &failingWorkAddress
				}
				txs = append(txs, sign(b, id, k, call{to: to, nonce: nonce + uint64(j)}))
				plain[leg] = append(plain[leg], sign(b, id, k, call{to: to, nonce: after + uint64(j)}))
			}
			attempt.Txs = append(attempt.Txs, txs)
		}
		bundles = append(bundles, attempt)
	}
	return ids, genesis, bundles, plain
}

// plainLoop is the reference: core.ApplyTransaction, transaction by transaction, on an open block of its own.
type plainLoop struct {
	header  *types.Header
	db      *state.StateDB
	machine *EVM
	pool    *core.GasPool
	index   int
}

func newPlainLoop(b *testing.B, g rollup.Genesis, open *types.Header) *plainLoop {
	l := newLoop(b, g)
	header := l.header(open)
	db, err := state.New(l.parent.Root, l.states)
	require.NoError(b, err)
	machine := NewEVM(core.NewEVMBlockContext(header, chainContext{l}, &header.Coinbase), db, l.genesis.Config, Config{})
	return &plainLoop{header, db, machine, core.NewGasPool(header.GasLimit), 0}
}

func (p *plainLoop) apply(tx *rollup.Tx) error {
	p.db.SetTxContext(tx.Hash(), p.index, uint32(p.index+1))
	p.index++
	_, _, err := core.ApplyTransaction(context.Background(), p.machine, p.pool, p.db, p.header, tx.Transaction)
	return err
}

// cpu is the time that all threads of this process have computed: on a crowded machine the only clock that says what
// something costs.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkTry reports what bundles cost in comparison with a plain core.ApplyTransaction loop over the same legs on
// the same states, both in turn, bundle by bundle, in time computed: "ratio" with the slot's end, "try-ratio" without,
// the medians of all rounds. Where the bundles fail, the loop executes the reverting transactions too, and has nothing
// to take back.
func BenchmarkTry(b *testing.B) {
	try := func(n *net, a builder.Attempt) (*builder.Outcome, error) { return n.Try(a) }
	recorded := func(n *net, a builder.Attempt) (*builder.Outcome, error) {
		a.Record = true
		return n.Try(a)
	}
	marked := func(n *net, a builder.Attempt) (*builder.Outcome, error) {
		n.Mark()
		return n.Try(a)
	}
	overlays := func(n *net, a builder.Attempt) (*builder.Outcome, error) { return n.TryOnOverlays(a) }
	b.Run("one-a-chain", func(b *testing.B) { benchTry(b, shape{2, 1, false}, try) })
	b.Run("one-a-chain-marked", func(b *testing.B) { benchTry(b, shape{2, 1, false}, marked) })
	b.Run("one-a-chain-recorded", func(b *testing.B) { benchTry(b, shape{2, 1, false}, recorded) })
	b.Run("two-a-chain", func(b *testing.B) { benchTry(b, shape{2, 2, false}, try) })
	b.Run("one-a-chain-failing", func(b *testing.B) { benchTry(b, shape{2, 1, true}, try) })
	b.Run("two-a-chain-failing", func(b *testing.B) { benchTry(b, shape{2, 2, true}, try) })
	b.Run("two-a-chain-overlays", func(b *testing.B) { benchTry(b, shape{2, 2, false}, overlays) })
}

func benchTry(b *testing.B, s shape, try func(*net, builder.Attempt) (*builder.Outcome, error)) {
	ids, genesis, bundles, plain := benchWork(b, s)
	var ratios, tryRatios []float64
	var total time.Duration
	for b.Loop() {
		n := openNet(b, ids, genesis)
		var loops []*plainLoop
		for i, id := range ids {
			loops = append(loops, newPlainLoop(b, genesis[i], n.OpenHeader(id)))
		}
		var ours, theirs time.Duration
		for i, a := range bundles {
			start := cpu()
			out, err := try(n, a)
			ours += cpu() - start
			if err != nil || s.failing == (out.Reason == auction.Executed) {
				b.Fatal(out, err)
			}
			start = cpu()
			for leg, txs := range plain {
				for _, tx := range txs[i*s.perLeg : (i+1)*s.perLeg] {
					if err := loops[leg].apply(tx); err != nil {
						b.Fatal(err)
					}
				}
			}
			theirs += cpu() - start
		}
		tryRatios = append(tryRatios, float64(ours)/float64(theirs))
		start := cpu()
		if _, err := n.EndSlot(); err != nil {
			b.Fatal(err)
		}
		ours += cpu() - start
		ratios = append(ratios, float64(ours)/float64(theirs))
		total += ours
	}
	slices.Sort(ratios)
	slices.Sort(tryRatios)
	b.ReportMetric(ratios[len(ratios)/2], "ratio")
	b.ReportMetric(tryRatios[len(tryRatios)/2], "try-ratio")
	b.ReportMetric(float64(total.Nanoseconds())/float64(b.N*benchBundles), "ns/bundle")
}

// BenchmarkSlot executes a slot of bundles with a leg on each rollup, takes it back whole, executes it again, ends it and
// closes the blocks, which is done side by side: compare -cpu 1 with -cpu 2.
func BenchmarkSlot(b *testing.B) {
	for _, legs := range []int{2, 8} {
		b.Run(fmt.Sprintf("rollups=%d", legs), func(b *testing.B) {
			ids, genesis, bundles, _ := benchWork(b, shape{legs, 1, false})
			took := map[string]time.Duration{}
			for b.Loop() {
				n := openNet(b, ids, genesis)
				phase := func(name string, do func() error) {
					start := time.Now()
					if err := do(); err != nil {
						b.Fatal(err)
					}
					took[name] += time.Since(start)
				}
				all := func() error {
					for _, a := range bundles {
						if out, err := n.Try(a); err != nil || out.Reason != auction.Executed {
							return fmt.Errorf("%v: %w", out, err)
						}
					}
					return nil
				}
				mark := n.Mark()
				phase("try", all)
				phase("rewind", func() error { return n.Rewind(mark) })
				if err := all(); err != nil {
					b.Fatal(err)
				}
				phase("end", func() error {
					_, err := n.EndSlot()
					return err
				})
				phase("advance", func() error {
					n.advance()
					return nil
				})
			}
			for name, d := range took {
				b.ReportMetric(float64(d.Microseconds())/float64(b.N), name+"-µs/slot")
			}
		})
	}
}
