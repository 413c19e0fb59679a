package evm_test

import (
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/internal/gethtest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/beacon/engine"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/stretchr/testify/require"
)

// peer is a process of its own that speaks JSON-RPC over a socket in a folder of its own, so that no port is fought
// for, and shares nothing with us but a genesis.
type peer struct {
	t       *testing.T
	rpc     *rpc.Client
	process *gethtest.Process
}

// startPeer runs a program until it answers on the socket.
func startPeer(t *testing.T, socket, program string, args ...string) *peer {
	p := &peer{t: t, process: gethtest.Start(t, program, args...)}
	for began := time.Now(); ; time.Sleep(30 * time.Millisecond) {
		var err error
		if p.rpc, err = rpc.DialIPC(t.Context(), socket); err == nil {
			return p
		}
		if time.Since(began) > 2*time.Minute { // against hanging only
			require.NoError(t, err, "%s does not answer: %s", program, p.process.Last())
		}
	}
}

func (p *peer) kill() { p.process.Kill() }

func (p *peer) ask(result any, method string, args ...any) {
	p.t.Helper()
	if err := p.rpc.CallContext(p.t.Context(), result, method, args...); err != nil {
		require.NoError(p.t, err, "%s; the end of its log: %s", method, p.process.Last())
	}
}

// startGeth runs a stock geth of the genesis, all by itself. Its socket serves the Engine API, and the one by which it
// can be told to build.
func startGeth(t *testing.T, g rollup.Genesis) *peer {
	binary := gethtest.Binary(t)
	dir := gethtest.Init(t, binary, g.JSON)
	socket := filepath.Join(dir, "geth.ipc")
	return startPeer(t, socket, binary, append(gethtest.Args(dir, g.Chain.String()), "--ipcpath", socket, "--authrpc.port", "0")...)
}

// judges is the geth's verdict on a block, after it has executed it.
func (p *peer) judges(b builder.Block) (status engine.PayloadStatusV1) {
	envelope := engine.BlockToExecutableData(b.Block, new(big.Int), nil, nil)
	requests := make([]hexutil.Bytes, len(b.Requests))
	for i, r := range b.Requests {
		requests[i] = r
	}
	p.ask(&status, "engine_newPayloadV4", envelope.ExecutionPayload, []rollup.Digest{}, b.Block.BeaconRoot(), requests)
	return status
}

// takes has the geth execute a block and make it its head.
func (p *peer) takes(b builder.Block) {
	status := p.judges(b)
	require.Equal(p.t, engine.VALID, status.Status, "block %d of rollup %s: %v", b.Block.NumberU64(), b.Chain, status.ValidationError)
	var response engine.ForkChoiceResponse
	p.ask(&response, "engine_forkchoiceUpdatedV3", engine.ForkchoiceStateV1{HeadBlockHash: b.Block.Hash(), SafeBlockHash: b.Block.Hash()}, nil)
	require.Equal(p.t, engine.VALID, response.PayloadStatus.Status)
	var head struct{ Hash rollup.Digest }
	p.ask(&head, "eth_getBlockByNumber", "latest", false)
	require.Equal(p.t, b.Block.Hash(), head.Hash)
}

// builds has the geth build the block after its head itself, from the same transactions and surroundings.
func (p *peer) builds(b builder.Block, gasLimit uint64) rollup.Digest {
	raw := make([]hexutil.Bytes, len(b.Block.Transactions()))
	for i, tx := range b.Block.Transactions() {
		enc, err := tx.MarshalBinary()
		require.NoError(p.t, err)
		raw[i] = enc
	}
	var set bool
	p.ask(&set, "miner_setGasLimit", hexutil.Uint64(gasLimit))
	h := b.Block.Header()
	attributes := engine.PayloadAttributes{Timestamp: h.Time, Random: h.MixDigest, SuggestedFeeRecipient: h.Coinbase, Withdrawals: b.Block.Withdrawals(), BeaconRoot: h.ParentBeaconRoot}
	var built engine.ExecutionPayloadEnvelope
	p.ask(&built, "testing_buildBlockV1", h.ParentHash, attributes, raw, hexutil.Bytes(h.Extra))
	require.Len(p.t, built.Requests, len(b.Requests))
	return built.ExecutionPayload.BlockHash
}

// blocksOf is how many blocks a scene has on each rollup, of so many in all: starting a peer costs more than dozens of
// blocks.
func blocksOf(all int) int { return max(30, all/40) }

// Random blocks are built once more by a stock geth, told only their transactions and surroundings, with the same hash;
// then it imports ours, as valid, with the same hash (threat B12). CHORALE_BLOCKS is how many, 60 by default.
func TestStockGethBuildsAndTakesRandomBlocks(t *testing.T) {
	const rollups = 2
	seen, all := map[string]int{}, casetest.Count(t, "CHORALE_BLOCKS", 60)
	for seed := uint64(100); seen["blocks"] < all; seed++ {
		s := newScene(t, seed, rollups, false)
		var peers []*peer
		for _, g := range s.genesis {
			peers = append(peers, startGeth(t, g))
		}
		for block := range blocksOf(all) {
			limit := s.env.GasLimit
			for i, b := range s.block() {
				require.Equal(t, b.Block.Hash(), peers[i].builds(b, limit), "seed %d, block %d of rollup %s", seed, b.Block.NumberU64(), b.Chain)
				if block%10 == 0 { // the judge does judge
					h := b.Block.Header()
					h.Root[0]++
					require.Equal(t, engine.INVALID, peers[i].judges(builder.Block{Chain: b.Chain, Block: b.Block.WithSeal(h), Requests: b.Requests}).Status)
				}
				peers[i].takes(b)
			}
		}
		for _, p := range peers {
			p.kill()
		}
		for k, v := range s.seen {
			seen[k] += v
		}
		t.Logf("seed %d: %d blocks, %d transactions", seed, seen["blocks"], seen["transactions"])
	}
	exercised(t, seen)
}
