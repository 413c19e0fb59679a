package evm

import (
	"cmp"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethdb"
	"github.com/ethereum/go-ethereum/ethdb/pebble"
)

// Refusals of the machine. All but ErrUnknownChain and ErrNoBlock are of severity "this node".
var (
	ErrUnknownChain = errors.New("rollup is not known here")
	ErrNoBlock      = errors.New("no such closed block")
	ErrNotOpen      = errors.New("no block is open")
	ErrGenesis      = errors.New("genesis cannot be used")
	ErrHead         = errors.New("head is not stored with its state")
	ErrTime         = errors.New("block time does not exceed its parent's")
	ErrMark         = errors.New("mark is void")
	ErrState        = errors.New("state database failed")
)

// Config says where the rollups' states live and where they start.
type Config struct {
	DB       ethdb.Database   // used as it is and not closed, when set
	Dir      string           // otherwise a pebble database in this folder; empty means in memory
	CacheMiB int              // pebble's cache, in MiB; 0 means 64
	Genesis  []rollup.Genesis // one for each rollup, in any order
	// Heads are the closed blocks to continue from, by hash; nil, or a rollup missing from it, means genesis.
	// Whatever is stored later than them is discarded. No block is open then: the first Advance closes none and opens
	// their successors.
	Heads map[rollup.ChainID]rollup.Digest
}

// Machine holds the rollups. The methods of builder.Machine are for one goroutine; Block, Head and Chains may be called
// from any, at any time before Close.
type Machine struct {
	db      ethdb.Database
	owned   bool     // db is ours to close
	chains  []*chain // ascending
	byID    map[rollup.ChainID]*chain
	opened  bool // a block is open on every rollup
	marks   []mark
	slot    int           // counts up whenever all marks end
	carried []carriage    // in this slot, in order
	loads   map[pair]load // what that sums up to
	trial   trial         // of the attempt under way

	// Transactions with authorisations that were looked at in this block, and whether none is the system account's.
	authorised map[rollup.Digest]bool
}

var _ builder.Machine = (*Machine)(nil)

// Open opens or creates the rollups' states. The error wraps ErrGenesis or ErrHead, or is the database's.
func Open(cfg Config) (*Machine, error) {
	m := &Machine{db: cfg.DB, byID: make(map[rollup.ChainID]*chain), loads: make(map[pair]load), authorised: make(map[rollup.Digest]bool)}
	if m.db == nil {
		db, err := openDatabase(cfg)
		if err != nil {
			return nil, fmt.Errorf("open database: %w", err)
		}
		m.db, m.owned = db, true
	}
	if err := m.open(cfg); err != nil {
		return nil, errors.Join(err, m.Close())
	}
	return m, nil
}

func openDatabase(cfg Config) (ethdb.Database, error) {
	if cfg.Dir == "" {
		return rawdb.NewMemoryDatabase(), nil
	}
	cache := cfg.CacheMiB
	if cache == 0 {
		cache = 64
	}
	kv, err := pebble.New(cfg.Dir, cache, 256, "", false)
	if err != nil {
		return nil, err
	}
	return rawdb.NewDatabase(kv), nil
}

func (m *Machine) open(cfg Config) error {
	if len(cfg.Genesis) == 0 {
		return fmt.Errorf("no rollups: %w", ErrGenesis)
	}
	for _, g := range cfg.Genesis {
		if m.byID[g.Chain] != nil {
			return fmt.Errorf("rollup %s stands twice: %w", g.Chain, ErrGenesis)
		}
		c, err := openChain(m.db, g)
		if err != nil {
			return fmt.Errorf("open rollup %s: %w", g.Chain, err)
		}
		if err := c.rewind(cfg.Heads[g.Chain]); err != nil {
			return fmt.Errorf("open rollup %s: %w", g.Chain, err)
		}
		m.byID[g.Chain] = c
		m.chains = append(m.chains, c)
	}
	slices.SortFunc(m.chains, func(a, b *chain) int { return cmp.Compare(a.id, b.id) })
	for id := range cfg.Heads {
		if m.byID[id] == nil {
			return fmt.Errorf("head of rollup %s: %w", id, ErrUnknownChain)
		}
	}
	for _, c := range m.chains {
		c.watch(m.chains)
	}
	// If we crash before this, the next opening rewinds to the same heads again.
	return m.db.SyncKeyValue()
}

// Close closes the database if Open opened it. What Advance returned is durable without it.
func (m *Machine) Close() error {
	if !m.owned {
		return nil
	}
	return m.db.Close()
}

// Chains are the rollups, ascending.
func (m *Machine) Chains() []rollup.ChainID {
	ids := make([]rollup.ChainID, len(m.chains))
	for i, c := range m.chains {
		ids[i] = c.id
	}
	return ids
}

// Head is the header of the rollup's last closed block: genesis before the first. Safe for concurrent use.
func (m *Machine) Head(id rollup.ChainID) (*types.Header, error) {
	c := m.byID[id]
	if c == nil {
		return nil, fmt.Errorf("chain %s: %w", id, ErrUnknownChain)
	}
	return types.CopyHeader(c.head.Load()), nil
}

// Block is a closed block by number, with receipts in full and EIP-7685 requests; the genesis block is number 0. The
// error wraps ErrUnknownChain or ErrNoBlock. Safe for concurrent use.
func (m *Machine) Block(id rollup.ChainID, number uint64) (*builder.Block, error) {
	c := m.byID[id]
	if c == nil {
		return nil, fmt.Errorf("chain %s: %w", id, ErrUnknownChain)
	}
	return c.block(number)
}

// Advance closes the open blocks, if any, and opens the next ones on every rollup, as builder.Rollups says. The rollups
// are closed, and opened, side by side: each has its own state, and its block is a function of that alone.
func (m *Machine) Advance(env builder.BlockEnv) ([]builder.Block, error) {
	m.void()
	m.opened = false
	clear(m.authorised)
	blocks := make([]*builder.Block, len(m.chains))
	err := m.each(func(i int, c *chain) (err error) {
		if blocks[i], err = c.close(); err != nil {
			return fmt.Errorf("close block of rollup %s: %w", c.id, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	// If we crash before this returns, some of the blocks and states may be stored and others not. Nobody was told:
	// the caller's checkpoint still names the heads before, and opening there discards what is stored since.
	if err := m.db.SyncKeyValue(); err != nil {
		return nil, fmt.Errorf("sync closed blocks: %w", err)
	}
	// From here on all blocks returned, and the states after them, survive a crash: a checkpoint may name them.
	for _, c := range m.chains {
		c.publish()
	}
	err = m.each(func(_ int, c *chain) error {
		if err := c.begin(env); err != nil {
			return fmt.Errorf("open block of rollup %s: %w", c.id, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	m.opened = true
	closed := make([]builder.Block, 0, len(m.chains))
	for _, b := range blocks {
		if b != nil {
			closed = append(closed, *b)
		}
	}
	return closed, nil
}

// each does something for every rollup, on as many goroutines as there are processors, and waits for all of them. The
// error is that of the first rollup that has one: which goroutine was faster reaches nobody.
func (m *Machine) each(do func(i int, c *chain) error) error {
	errs := make([]error, len(m.chains))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(m.chains)) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(m.chains) {
					return
				}
				errs[i] = do(i, m.chains[i])
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
