package devnet

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/ethclient"
	gethlog "github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/params"
)

// L1ChainID is the devnet's L1 (EIP-155), the number that tools expect of a private chain.
const L1ChainID = 1337

// L1Config starts an L1.
type L1Config struct {
	Dir    string
	Port   int // JSON-RPC over HTTP and WebSocket; 0 picks a free one
	Period time.Duration
	Funded []rollup.Address // each gets a million ether when the chain is made
	Now    time.Time        // the genesis block's time when the chain is made
}

// L1 is an Ethereum chain of one node in this process, under Prague's rules (EIP-2537 is what the contracts
// need of them). It makes a block every period, and at once while Eager.
type L1 struct {
	node   *node.Node
	eth    *eth.Ethereum
	beacon *catalyst.SimulatedBeacon
	client *ethclient.Client

	period time.Duration
	eager  atomic.Bool
	stop   chan struct{}
	done   sync.WaitGroup
	once   sync.Once
}

// StartL1 starts the chain in cfg.Dir, or goes on with the one that is there.
func StartL1(cfg L1Config) (*L1, error) {
	genesis, err := l1Genesis(cfg)
	if err != nil {
		return nil, fmt.Errorf("L1 genesis: %w", err)
	}
	stack, backend, err := newGeth(gethConfig{Name: "l1", Dir: cfg.Dir, HTTPPort: cfg.Port, Genesis: genesis})
	if err != nil {
		return nil, fmt.Errorf("L1: %w", err)
	}
	if err := stack.Start(); err != nil {
		return nil, fmt.Errorf("L1: %w", err)
	}
	// Period 0: blocks are made by our own loop, which Close waits for, so that none is half made when the
	// database closes.
	beacon, err := catalyst.NewSimulatedBeacon(0, rollup.Address{}, backend)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("L1: %w", err), stack.Close())
	}
	l := &L1{node: stack, eth: backend, beacon: beacon, period: cfg.Period, stop: make(chan struct{}),
		client: ethclient.NewClient(stack.Attach())}
	l.done.Add(1)
	go l.run()
	return l, nil
}

// l1Genesis reads the genesis file of the chain in cfg.Dir, or writes it when there is none. The file is
// written before the chain: if we crash between, the next start makes the same chain.
func l1Genesis(cfg L1Config) (*core.Genesis, error) {
	path := filepath.Join(cfg.Dir, "genesis.json")
	raw, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		if raw, err = json.Marshal(newL1Genesis(cfg)); err != nil {
			return nil, err
		}
		err = writeFile(path, raw)
	}
	if err != nil {
		return nil, err
	}
	g := new(core.Genesis)
	return g, json.Unmarshal(raw, g)
}

func newL1Genesis(cfg L1Config) *core.Genesis {
	zero, never := new(uint64), (*uint64)(nil)
	g := &core.Genesis{
		Config: &params.ChainConfig{
			ChainID: big.NewInt(L1ChainID), HomesteadBlock: new(big.Int), EIP150Block: new(big.Int), EIP155Block: new(big.Int),
			EIP158Block: new(big.Int), ByzantiumBlock: new(big.Int), ConstantinopleBlock: new(big.Int), PetersburgBlock: new(big.Int),
			IstanbulBlock: new(big.Int), MuirGlacierBlock: new(big.Int), BerlinBlock: new(big.Int), LondonBlock: new(big.Int),
			ArrowGlacierBlock: new(big.Int), GrayGlacierBlock: new(big.Int), TerminalTotalDifficulty: new(big.Int),
			ShanghaiTime: zero, CancunTime: zero, PragueTime: zero, OsakaTime: never,
			BlobScheduleConfig: &params.BlobScheduleConfig{Cancun: params.DefaultCancunBlobConfig, Prague: params.DefaultPragueBlobConfig},
		},
		Timestamp: uint64(cfg.Now.Unix()), GasLimit: 60_000_000, BaseFee: big.NewInt(params.GWei),
		Difficulty: new(big.Int), Alloc: core.SystemContractAllocs(),
	}
	for _, a := range cfg.Funded {
		g.Alloc[a] = types.Account{Balance: ether(1_000_000)}
	}
	return g
}

// ether is n ether in wei.
func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

// URL is the JSON-RPC address.
func (l *L1) URL() string { return l.node.HTTPEndpoint() }

// Client speaks to the chain within the process.
func (l *L1) Client() *ethclient.Client { return l.client }

// Eager makes a block as soon as a transaction waits, instead of at the period. For setting up.
func (l *L1) Eager(on bool) { l.eager.Store(on) }

// Mine makes n blocks now. Safe only while Eager is off or nothing is sent.
func (l *L1) Mine(n int) {
	for range n {
		l.commit()
	}
}

// commit makes a block. The database keeps its last writes in the process's memory until it is told to sync, so
// it is: a block that stands here survives kill -9. If we crash before the sync, the block may be gone, which
// for everybody else is a reorg of one block; what waited in the pool is gone in either case and is sent again.
func (l *L1) commit() {
	l.beacon.Commit()
	if err := l.eth.ChainDb().SyncKeyValue(); err != nil {
		gethlog.Error("L1 block is not durable", "err", err)
	}
}

const (
	eagerPause = 4 * time.Millisecond
	eagerTries = 5 // blocks for what the pool had not sorted when it was told of
)

// drain makes blocks until nothing waits that a block would take, or it is not taken. The pool tells of a transaction
// before it is sure to offer it: a block made at once may leave it out, and nobody would tell of it again.
func (l *L1) drain() {
	for range eagerTries {
		l.commit()
		if err := l.eth.TxPool().Sync(); err != nil {
			return // it stops
		}
		if pending, _ := l.eth.TxPool().Stats(); pending == 0 {
			return
		}
		time.Sleep(eagerPause)
	}
}

// run makes the blocks.
func (l *L1) run() {
	defer l.done.Done()
	arrivals := make(chan core.NewTxsEvent, 256)
	sub := l.eth.TxPool().SubscribeTransactions(arrivals, false)
	defer sub.Unsubscribe()
	tick := time.NewTicker(l.period)
	defer tick.Stop()
	for {
		select {
		case <-l.stop:
			return
		case <-arrivals:
			if !l.eager.Load() {
				continue
			}
			// Transactions come in runs. A block apiece would take the chain's clock, which moves a second with
			// each, far ahead of everybody else's.
			time.Sleep(eagerPause)
			for len(arrivals) > 0 {
				<-arrivals
			}
			l.drain()
		case <-tick.C:
			if !l.eager.Load() {
				l.commit()
			}
		}
	}
}

// Close ends block making, then the node.
func (l *L1) Close() error {
	var err error
	l.once.Do(func() {
		close(l.stop)
		l.done.Wait()
		l.client.Close()
		err = l.node.Close()
	})
	return err
}

// writeFile writes a file that is either whole or absent after a crash: a new file is synced, then renamed.
func writeFile(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
