package member

import (
	"context"
	"log/slog"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
)

// Decisions are what a member asks its engine for. All three may be asked at any time, from any goroutine, after
// Attach; Block never after Leave has returned.
type Decisions interface {
	// Height is the last block that stands in the consensus log, synced.
	Height() rollup.Slot
	// Block is a decided block's transactions; false if the log has not the block (any more).
	Block(height rollup.Slot) ([][]byte, bool)
	// Fetching says that the engine fetches blocks that others decided, and takes no part itself.
	Fetching() bool
}

// kept is what a member keeps of its events for readers that begin in the past.
var kept = sequencer.Bounds{Events: 1024, Weight: 8_192}

// Member is a member as those see it who ask: gateways, relays, followers and whoever watches. Application is its
// other side. Safe for concurrent use.
type Member struct {
	cfg      *Config
	log      *slog.Logger
	pool     *pool
	pipeline *pipeline
	shares   *shares
	links    *Links
	store    *store
	events   *sequencer.Stream
	pace     *pace

	mu        sync.RWMutex // guards what follows: what blocks made of this member. Application alone changes it
	state     *sequencer.State
	formation *sequencer.Formation // nil once the group has its key
	hash      rollup.Digest        // of block hashed
	hashed    rollup.Slot          // the last block whose hash is known: while a block is finalized, the one before
	resumable map[rollup.Slot]*checkpointRecord

	reading   sync.RWMutex // held for reading around every look into the consensus log
	decisions Decisions    // nil until Attach
	left      bool         // the log may be closed; guarded by reading
}

// agreed is a consistent look at what blocks made of this member. It is only read; the fee book in it is cloned
// before it is used.
func (m *Member) agreed() sequencer.State {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return *m.state
}

// Status is how the member stands.
func (m *Member) Status() sequencer.Status {
	_, executed, attested, failure := m.pipeline.standing()
	_, _, released := m.shares.frontiers()
	open, closes := m.pace.open()
	state := m.agreed()
	return sequencer.Status{
		Network: m.cfg.Network, Group: state.Group, OpenSlot: open, ClosesAt: closes, Committed: state.Slot,
		Executed: executed, Attested: attested, Released: released, View: state.View, Peers: m.links.connected(), Failure: failure,
		Syncing: m.syncing(state.Slot),
	}
}

// syncing says that this member cannot tell which slot is open: it still fetches blocks, is out of touch, or
// more than f members are ahead of it.
func (m *Member) syncing(decided rollup.Slot) bool {
	p := m.cfg.Parameters
	heard, ahead := m.links.ahead(decided)
	return m.decisions == nil || m.decisions.Fetching() || heard+1 < p.Threshold() || ahead > p.MaxFaulty()
}

// Slot is an executed slot; the second answer says whether it is attested. It is nil for a slot that is not
// executed yet.
func (m *Member) Slot(_ context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error) {
	return m.store.slot(slot)
}

// Postings is the signed posting that begins after a slot, with its data; nil if there is none yet.
func (m *Member) Postings(_ context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	p, err := m.store.posting(after + 1)
	return p, p != nil, err
}

// Events streams what happens from an event on (0: from the oldest that is kept). A reader that does not keep
// up finds its channel closed. cancel ends it.
func (m *Member) Events(from uint64) (<-chan sequencer.Event, func()) {
	return m.events.Subscribe(from)
}

// Ledger is the ledger after the last executed slot; it does not change.
func (m *Member) Ledger() *builder.Ledger { return m.pipeline.snapshot() }

// Account is an account of that ledger; empty for one that never had money.
func (m *Member) Account(_ context.Context, address rollup.Address) (builder.Account, error) {
	account, _ := m.Ledger().Account(address)
	return account, nil
}

// Share is a rollup's part in prices by that ledger; false for one that is not registered.
func (m *Member) Share(_ context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	share, ok := m.Ledger().Share(chain)
	return share, ok, nil
}

// Proof is an account's leaf under a ledger root: of the newest ledger for the zero root, of one that was kept
// for any other; false if the account is not there or the root is not known (any more).
func (m *Member) Proof(_ context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error) {
	l := m.pipeline.ledgerOf(root)
	if l == nil {
		return nil, false, nil
	}
	proof, ok := l.Prove(account)
	return proof, ok, nil
}

// AppHash is the last block's height and the hash that consensus certifies of it in the next.
func (m *Member) AppHash() (rollup.Slot, rollup.Digest) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.hashed, m.hash
}

// Address is the account with which this member signs receipts.
func (m *Member) Address() rollup.Address { return crypto.PubkeyToAddress(m.cfg.Account.PublicKey) }
