// Package miner: this file is not built here. Copied into the folder miner of a checkout of flashbots/builder, it
// becomes part of that package's test binary, which then builds blocks of the bundles in the file that
// CHORALE_PEER_WORK names, once for each of its greedy algorithms, and prints how long each took, and how long the
// simulation of every bundle, which they all begin with.
package miner

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
)

// cpu is what this process has had of all processors so far, in ns.
func cpu() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func TestPeerWork(t *testing.T) {
	raw, err := os.ReadFile(os.Getenv("CHORALE_PEER_WORK"))
	if err != nil {
		t.Skip("no work")
	}
	var work struct {
		Chain    uint64
		GasLimit uint64
		BaseFee  uint64
		Alloc    types.GenesisAlloc
		Bundles  [][]hexutil.Bytes
	}
	if err := json.Unmarshal(raw, &work); err != nil {
		t.Fatal(err)
	}
	config := *params.AllEthashProtocolChanges
	config.ChainID = new(big.Int).SetUint64(work.Chain)
	_, data := genTestSetupWithAlloc(&config, work.Alloc, work.GasLimit)
	fresh := func() *environment {
		db, err := state.New(data.chain.CurrentHeader().Root, data.chain.StateCache(), nil)
		if err != nil {
			t.Fatal(err)
		}
		return newEnvironment(data, db, common.Address{0xc0}, work.GasLimit, new(big.Int).SetUint64(work.BaseFee))
	}
	var bundles []types.SimulatedBundle
	var took time.Duration
	var used int64
	for _, txs := range work.Bundles {
		bundle := types.MevBundle{BlockNumber: common.Big1}
		for _, raw := range txs {
			tx := new(types.Transaction)
			if err := tx.UnmarshalBinary(raw); err != nil {
				t.Fatal(err)
			}
			bundle.Txs = append(bundle.Txs, tx)
			bundle.Hash = tx.Hash()
		}
		e := fresh()
		start, before := time.Now(), cpu()
		simulated, err := simulateBundle(e, bundle, data, nil)
		took, used = took+time.Since(start), used+cpu()-before
		if err != nil {
			continue // what fails alone never reaches the peer's algorithms
		}
		bundles = append(bundles, simulated)
	}
	fmt.Printf("peer simulation %d ns %d cpu-ns %d bundles\n", took.Nanoseconds(), used, len(bundles))
	conf := defaultAlgorithmConfig
	for name, build := range map[string]func(*environment) (*environment, []types.SimulatedBundle, []types.UsedSBundle){
		"greedy": func(e *environment) (*environment, []types.SimulatedBundle, []types.UsedSBundle) {
			return newGreedyBuilder(data.chain, &config, &conf, nil, e, nil, nil).buildBlock(bundles, nil, nil)
		},
		"greedy-buckets": func(e *environment) (*environment, []types.SimulatedBundle, []types.UsedSBundle) {
			return newGreedyBucketsBuilder(data.chain, &config, &conf, nil, e, nil, nil).buildBlock(bundles, nil, nil)
		},
		"greedy-multi-snap": func(e *environment) (*environment, []types.SimulatedBundle, []types.UsedSBundle) {
			return newGreedyMultiSnapBuilder(data.chain, &config, &conf, nil, e, nil, nil).buildBlock(bundles, nil, nil)
		},
		"greedy-buckets-multi-snap": func(e *environment) (*environment, []types.SimulatedBundle, []types.UsedSBundle) {
			return newGreedyBucketsMultiSnapBuilder(data.chain, &config, &conf, nil, e, nil, nil).buildBlock(bundles, nil, nil)
		},
	} {
		e := fresh()
		runtime.GC()
		start, used := time.Now(), cpu()
		done, _, _ := build(e)
		fmt.Printf("peer %s %d ns %d cpu-ns %d bundles\n", name, time.Since(start).Nanoseconds(), cpu()-used, len(done.txs))
	}
}
