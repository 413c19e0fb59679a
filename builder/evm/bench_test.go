package evm_test

import (
	"context"
	"math/big"
	"testing"
	"time"

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

// workAddress is a contract that reads and writes storage, hashes and logs: about 130,000 gas, as a swap.
var workAddress = common.HexToAddress("0x9999999999999999999999999999999999999999")

func workCode() []byte {
	p := program.New()
	for i := range 14 {
		p.Push(i).Op(SLOAD).Push(1).Op(ADD).Push(0).Op(MSTORE).Push(32).Push(0).Op(KECCAK256).Push(i).Op(SSTORE)
	}
	for range 6 {
		p.Push(0x77).Push(64).Push(0).Op(LOG1)
	}
	return p.Op(STOP).Bytes()
}

// benchWork is two rollups' genesis, and two-leg bundles whose senders are recovered.
func benchWork(b *testing.B) (ids []rollup.ChainID, genesis []rollup.Genesis, bundles []builder.Attempt) {
	a := alloc(map[common.Address][]byte{workAddress: workCode()})
	work := a[workAddress]
	work.Storage = map[common.Hash]common.Hash{}
	for i := range 14 {
		work.Storage[common.BigToHash(big.NewInt(int64(i)))] = common.Hash{1}
	}
	a[workAddress] = work
	ids, genesis = genesisOf(b, 2, a)
	for i := range benchBundles {
		k, nonce := keys[i%len(keys)], uint64(i/len(keys))
		bundles = append(bundles, bundle(sign(b, ids[0], k, call{to: &workAddress, nonce: nonce}), sign(b, ids[1], k, call{to: &workAddress, nonce: nonce})))
	}
	return ids, genesis, bundles
}

// plainLoop executes transactions with core.ApplyTransaction on a fresh open block and gives the time it took.
func plainLoop(b *testing.B, g rollup.Genesis, open *types.Header, txs []*rollup.Tx) time.Duration {
	l := newLoop(b, g)
	header := l.header(open)
	db, err := state.New(l.parent.Root, l.states)
	require.NoError(b, err)
	machine := NewEVM(core.NewEVMBlockContext(header, chainContext{l}, &header.Coinbase), db, l.genesis.Config, Config{})
	pool := core.NewGasPool(header.GasLimit)
	start := time.Now()
	for i, tx := range txs {
		db.SetTxContext(tx.Hash(), i, uint32(i+1))
		if _, _, err := core.ApplyTransaction(context.Background(), machine, pool, db, header, tx.Transaction); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(start)
}

// BenchmarkTry reports what two-leg bundles cost in comparison with a plain core.ApplyTransaction loop over the same
// transactions on the same states.
func BenchmarkTry(b *testing.B) {
	b.Run("snapshots", func(b *testing.B) {
		benchTry(b, func(n *net, a builder.Attempt) (*builder.Outcome, error) { return n.Try(a) })
	})
	b.Run("overlays", func(b *testing.B) {
		benchTry(b, func(n *net, a builder.Attempt) (*builder.Outcome, error) { return n.TryOnOverlays(a) })
	})
}

func benchTry(b *testing.B, try func(*net, builder.Attempt) (*builder.Outcome, error)) {
	ids, genesis, bundles := benchWork(b)
	var ours, plain time.Duration
	var gas uint64
	for b.Loop() {
		n := openNet(b, ids, genesis)
		start := time.Now()
		for _, a := range bundles {
			out, err := try(n, a)
			if err != nil || len(out.Places) != 2 {
				b.Fatal(out, err)
			}
			gas = out.Gas[0].Gas + out.Gas[1].Gas
		}
		ours += time.Since(start)
		for leg := range 2 {
			var txs []*rollup.Tx
			for _, a := range bundles {
				txs = append(txs, a.Txs[leg][0])
			}
			plain += plainLoop(b, genesis[leg], n.OpenHeader(ids[leg]), txs)
		}
	}
	b.ReportMetric(float64(ours)/float64(plain), "ratio")
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N*benchBundles), "ns/bundle")
	b.ReportMetric(float64(gas), "gas/bundle")
}

// BenchmarkSlot executes a slot of two-leg bundles, ends it and closes the blocks.
func BenchmarkSlot(b *testing.B) {
	ids, genesis, bundles := benchWork(b)
	var try, end, advance time.Duration
	for b.Loop() {
		n := openNet(b, ids, genesis)
		start := time.Now()
		for _, a := range bundles {
			if _, err := n.Try(a); err != nil {
				b.Fatal(err)
			}
		}
		try += time.Since(start)
		start = time.Now()
		if _, err := n.EndSlot(); err != nil {
			b.Fatal(err)
		}
		end += time.Since(start)
		start = time.Now()
		n.advance()
		advance += time.Since(start)
	}
	for name, d := range map[string]time.Duration{"try": try, "end": end, "advance": advance} {
		b.ReportMetric(float64(d.Microseconds())/float64(b.N), name+"-µs/slot")
	}
}
