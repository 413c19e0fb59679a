package evm

import (
	"bytes"
	"fmt"
	"math/big"
	"sync/atomic"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/consensus"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/triedb"
)

// chain is one rollup: its stored blocks and states, and its open block.
type chain struct {
	id     rollup.ChainID
	config *params.ChainConfig
	rules  params.Rules // of every block: all forks up to Prague hold from genesis
	signer types.Signer
	db     ethdb.Database
	tries  *triedb.Database // hash scheme: a state that was committed once stays readable
	states state.Database

	head   atomic.Pointer[types.Header] // of the last closed block that is durable
	next   *types.Header                // of a block that was closed and is not durable yet
	open   *openBlock
	closed *types.Header // closed in this slot; nil if none
	fork   fork          // the attempt under way, if it touched this rollup
	pairs  []pairSlots
	fault  error // a header could not be read while a transaction executed

	observer     *observer            // for attempts that ask for their accesses
	accumulators map[common.Hash]bool // the slots of pairs
}

// openChain opens the rollup's part of db and writes its genesis if it is not there.
func openChain(db ethdb.Database, g rollup.Genesis) (*chain, error) {
	genesis, err := parseGenesis(g)
	if err != nil {
		return nil, err
	}
	c := &chain{
		id:     g.Chain,
		config: genesis.Config,
		rules:  genesis.Config.Rules(new(big.Int), true, genesis.Timestamp),
		signer: types.NewPragueSigner(genesis.Config.ChainID),
		db:     rawdb.NewTable(db, "rollup-"+g.Chain.String()+"-"),
	}
	c.tries = triedb.NewDatabase(c.db, triedb.HashDefaults)
	c.states = state.NewMPTDatabase(c.tries, nil)

	if stored := rawdb.ReadCanonicalHash(c.db, 0); stored != (common.Hash{}) {
		if hash := genesis.ToBlock().Hash(); hash != stored {
			return nil, fmt.Errorf("stored genesis is %s, given %s: %w", stored, hash, ErrGenesis)
		}
		return c, nil
	}
	// If we crash within this, there is no canonical block 0 (it is written last, in one batch), and the next opening
	// writes all of it again.
	failpoint("before genesis")
	if _, err := genesis.Commit(c.db, c.tries, nil); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrGenesis, err)
	}
	failpoint("after genesis")
	return c, nil
}

// rewind makes hash the head (zero: genesis) and discards all later blocks.
func (c *chain) rewind(hash common.Hash) error {
	if hash == (common.Hash{}) {
		hash = rawdb.ReadCanonicalHash(c.db, 0)
	}
	number, ok := rawdb.ReadHeaderNumber(c.db, hash)
	if !ok || rawdb.ReadCanonicalHash(c.db, number) != hash {
		return fmt.Errorf("block %s: %w", hash, ErrHead)
	}
	header := rawdb.ReadHeader(c.db, hash, number)
	if header == nil {
		return fmt.Errorf("block %s: %w", hash, ErrHead)
	}
	if _, err := state.New(header.Root, c.states); err != nil {
		return fmt.Errorf("state of block %s: %w: %w", hash, ErrHead, err)
	}
	// Later blocks go in one batch: if we crash before it is written, the next opening finds them by the same walk.
	batch := c.db.NewBatch()
	for n := number + 1; ; n++ {
		later := rawdb.ReadCanonicalHash(c.db, n)
		if later == (common.Hash{}) {
			break
		}
		rawdb.DeleteCanonicalHash(batch, n)
		rawdb.DeleteBlock(batch, later, n)
		if err := batch.Delete(requestsKey(later)); err != nil {
			return err
		}
	}
	rawdb.WriteHeadHeaderHash(batch, hash)
	rawdb.WriteHeadBlockHash(batch, hash)
	failpoint("before rewind")
	if err := batch.Write(); err != nil {
		return fmt.Errorf("discard blocks after %d: %w", number, err)
	}
	failpoint("after rewind")
	c.head.Store(header)
	return nil
}

// block reads a closed block.
func (c *chain) block(number uint64) (*builder.Block, error) {
	if number > c.head.Load().Number.Uint64() {
		return nil, fmt.Errorf("block %d of rollup %s: %w", number, c.id, ErrNoBlock)
	}
	hash := rawdb.ReadCanonicalHash(c.db, number)
	block := rawdb.ReadBlock(c.db, hash, number)
	if block == nil {
		return nil, fmt.Errorf("block %d of rollup %s: %w", number, c.id, ErrNoBlock)
	}
	receipts := rawdb.ReadReceipts(c.db, hash, number, block.Time(), c.config)
	if len(receipts) != len(block.Transactions()) {
		return nil, fmt.Errorf("receipts of block %d of rollup %s: %w", number, c.id, ErrNoBlock)
	}
	requests := [][]byte{}
	if number > 0 {
		enc, err := c.db.Get(requestsKey(hash))
		if err == nil {
			err = rlp.DecodeBytes(enc, &requests)
		}
		if err != nil {
			return nil, fmt.Errorf("requests of block %d of rollup %s: %w: %w", number, c.id, ErrNoBlock, err)
		}
	}
	return &builder.Block{Chain: c.id, Block: block, Receipts: receipts, Requests: requests}, nil
}

// store writes a closed block, its receipts and requests in one batch, after its state. Durable only once the
// database is synced.
func (c *chain) store(b *builder.Block) error {
	batch := c.db.NewBatch()
	hash, number := b.Block.Hash(), b.Block.NumberU64()
	rawdb.WriteBlock(batch, b.Block)
	rawdb.WriteReceipts(batch, hash, number, b.Receipts)
	requests, err := rlp.EncodeToBytes(b.Requests)
	if err != nil {
		return err
	}
	if err := batch.Put(requestsKey(hash), requests); err != nil {
		return err
	}
	rawdb.WriteCanonicalHash(batch, hash, number)
	rawdb.WriteHeadHeaderHash(batch, hash)
	rawdb.WriteHeadBlockHash(batch, hash)
	// If we crash before this is written, the state's nodes are stored and no block names them: they are written
	// again, the same, when the block is built again.
	failpoint("before block")
	if err := batch.Write(); err != nil {
		return err
	}
	failpoint("after block") // of the last rollup: all are written, and none is synced
	return nil
}

// publish makes the block just closed the head, once it is durable.
func (c *chain) publish() {
	if c.next != nil {
		failpoint("after sync")
		c.head.Store(c.next)
		c.next = nil
	}
}

func requestsKey(hash common.Hash) []byte {
	return bytes.Join([][]byte{[]byte("chorale-requests-"), hash[:]}, nil)
}

// core.ChainContext, over stored headers.

func (c *chain) Config() *params.ChainConfig  { return c.config }
func (c *chain) CurrentHeader() *types.Header { return c.head.Load() }
func (c *chain) Engine() consensus.Engine     { return nil } // the coinbase is always given, so nobody asks
func (c *chain) GetHeaderByHash(hash common.Hash) *types.Header {
	number, ok := rawdb.ReadHeaderNumber(c.db, hash)
	if !ok {
		return nil
	}
	return rawdb.ReadHeader(c.db, hash, number)
}

// GetHeader is what BLOCKHASH walks back by. All ancestors are stored, so one that cannot be read means that the
// database failed; the EVM would go on with a zero hash, and this member with another block than everybody else's.
func (c *chain) GetHeader(hash common.Hash, number uint64) *types.Header {
	h := rawdb.ReadHeader(c.db, hash, number)
	if h == nil {
		c.fault = fmt.Errorf("header of block %d, %s, cannot be read", number, hash)
	}
	return h
}
func (c *chain) GetHeaderByNumber(number uint64) *types.Header {
	return rawdb.ReadHeader(c.db, rawdb.ReadCanonicalHash(c.db, number), number)
}
