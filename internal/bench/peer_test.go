package bench_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/quantile"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
)

// TestPeer has flashbots/builder and ours build the same blocks of bundles on one rollup, in turn, in one run, and
// prints the ratios, by bid alone and with other orderings tried. CHORALE_PEER is the test binary of the peer's package
// miner with testdata/peer_work_test.go in it. Ours is all from the opened batch to the header: ranking, execution,
// prices, ledger. The peer's is its buildBlock, which begins with bundles that it simulated before, without those that
// fail alone; and, in the last column, that simulation as well. Neither includes the state root.
func TestPeer(t *testing.T) {
	peer := os.Getenv("CHORALE_PEER")
	if peer == "" {
		t.Skip("CHORALE_PEER is not set")
	}
	const rounds = 7
	for _, s := range []size{
		{Rollups: 1, Bundles: 60, Legs: 1}, {Rollups: 1, Bundles: 200, Legs: 1}, {Rollups: 1, Bundles: 300, Legs: 1, Failing: 100},
	} {
		w := workOf(s)
		file := filepath.Join(t.TempDir(), "work.json")
		require.NoError(t, os.WriteFile(file, w.forPeer(t), 0o600))
		took := make(map[string][]spent)
		for range rounds {
			cmd := exec.Command(peer, "-test.run", "^TestPeerWork$", "-test.count", "1")
			cmd.Env = append(os.Environ(), "CHORALE_PEER_WORK="+file)
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, "%s", out)
			for line := range strings.Lines(string(out)) {
				var name string
				var ns, cpu, n int64
				if _, err := fmt.Sscanf(line, "peer %s %d ns %d cpu-ns %d bundles", &name, &ns, &cpu, &n); err == nil {
					took[name] = append(took[name], spent{time.Duration(ns), time.Duration(cpu)})
					if name != "simulation" { // of those that fail, some do so only behind others
						require.EqualValues(t, s.Bundles-s.Failing, n, name)
					}
				}
			}
			for name, gas := range map[string]uint64{"chorale": 0, "chorale-search": w.parameters.SearchGas} {
				took[name] = append(took[name], w.build(t, gas))
			}
		}
		require.Len(t, took, 7, "the peer has four algorithms, and its simulation")
		fmt.Printf("%d bundles of one transaction, %d of them failing; medians of %d\n", s.Bundles, s.Failing, rounds)
		fmt.Printf("%-27s %10s %9s %12s %9s %12s\n", "", "ms", "× ours", "ms of CPU", "× ours", "and simulated")
		ours, simulation := medians(took["chorale"]), medians(took["simulation"])
		for _, name := range []string{"chorale", "chorale-search", "greedy", "greedy-buckets", "greedy-multi-snap", "greedy-buckets-multi-snap", "simulation"} {
			d := medians(took[name])
			fmt.Printf("%-27s %10.2f %9.2f %12.2f %9.2f", name, ms(d.clock), float64(d.clock)/float64(ours.clock), ms(d.cpu), float64(d.cpu)/float64(ours.cpu))
			if strings.HasPrefix(name, "greedy") {
				fmt.Printf(" %12.2f", float64(d.cpu+simulation.cpu)/float64(ours.cpu))
			}
			fmt.Println()
		}
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// medians are each its own.
func medians(all []spent) spent {
	middle := func(of func(spent) time.Duration) time.Duration {
		var d []time.Duration
		for _, s := range all {
			d = append(d, of(s))
		}
		return quantile.Of(quantile.Sorted(d), 0.5)
	}
	return spent{middle(func(s spent) time.Duration { return s.clock }), middle(func(s spent) time.Duration { return s.cpu })}
}

// forPeer is the slot's bundles as testdata/peer_work_test.go reads them.
func (w *work) forPeer(t testing.TB) []byte {
	var out struct {
		Chain    uint64
		GasLimit uint64
		BaseFee  uint64
		Alloc    types.GenesisAlloc
		Bundles  [][]hexutil.Bytes
	}
	out.Chain, out.GasLimit, out.BaseFee, out.Alloc = uint64(w.parameters.Rollups[0]), w.parameters.BlockGas, 1_000_000_000, w.alloc
	for _, b := range w.bundles {
		out.Bundles = append(out.Bundles, []hexutil.Bytes{b.Legs[0].Txs[0]})
	}
	raw, err := json.Marshal(out)
	require.NoError(t, err)
	return raw
}

// build is what ours takes from the opened batch to the header.
func (w *work) build(t testing.TB, searchGas uint64) spent {
	p := *w.parameters
	p.SearchGas = searchGas
	m := newMember(t, w, &p, "")
	defer m.machine.Close()
	key := thresholdtest.Sign(&w.group, w.shares, threshold.OpeningTag, auction.Identity(w.network, 2))
	opened, err := auction.Open(w.batch, key, p.Rollups)
	require.NoError(t, err)
	runtime.GC()
	lap := stopwatch()
	out, err := m.execute(2, slotTime, key, nil, auction.Select(opened, &p, key))
	took := lap()
	require.NoError(t, err)
	executed := 0
	for _, f := range out.Fates {
		if f.Reason == auction.Executed {
			executed++
		}
	}
	require.Equal(t, w.size.Bundles-w.size.Failing, executed)
	return took
}
