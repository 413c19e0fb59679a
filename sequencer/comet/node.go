package comet

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	dbm "github.com/cometbft/cometbft-db"
	abci "github.com/cometbft/cometbft/abci/types"
	cmtconfig "github.com/cometbft/cometbft/config"
	cmted25519 "github.com/cometbft/cometbft/crypto/ed25519"
	cmtjson "github.com/cometbft/cometbft/libs/json"
	cmtnode "github.com/cometbft/cometbft/node"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cometbft/cometbft/privval"
	"github.com/cometbft/cometbft/proxy"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/ethereum/go-ethereum/crypto"
)

// Node is one running member. Safe for concurrent use.
type Node struct {
	cfg    Config
	log    *slog.Logger
	app    *app
	engine *cmtnode.Node
	store  *store

	databases []dbm.DB // of the engine, for one that never started

	reading sync.RWMutex // held for reading around every use of the consensus log from outside
	stopped bool         // the log may be closed; guarded by reading

	stop     context.CancelFunc // cuts waits short and ends what follows L1
	halt     context.CancelFunc // ends execution and signing, after the engine
	running  sync.WaitGroup
	stopOnce sync.Once
	stopErr  error
}

// New makes a member from its folder: it restores the last checkpoint and replays what the consensus log has
// since, asking nobody. It fails if the replay comes to anything else than before.
func New(cfg Config) (*Node, error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.Failpoint == nil {
		cfg.Failpoint = failpoint
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.application == nil {
		cfg.application = func(a abci.Application) abci.Application { return a }
	}
	if err := cfg.check(); err != nil {
		return nil, err
	}
	for _, dir := range []string{cfg.Dir, filepath.Join(cfg.Dir, "consensus", "data"), filepath.Join(cfg.Dir, "consensus", "config")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("member's folder: %w", err)
		}
	}
	s, err := openStore(filepath.Join(cfg.Dir, "store"), cfg.NoSync, cfg.Failpoint)
	if err != nil {
		return nil, err
	}
	n := &Node{cfg: cfg, log: cfg.Log.With("member", cfg.Self), store: s, stop: func() {}, halt: func() {}}
	if err := n.build(); err != nil {
		return nil, errors.Join(err, n.Close())
	}
	return n, nil
}

// build puts the parts together, replays, and leaves the engine ready to start.
func (n *Node) build() error {
	cfg := &n.cfg
	votes, err := newVoteKeys(cfg.Parameters, cfg.Network)
	if err != nil {
		return err
	}
	a := &app{
		cfg: cfg, log: n.log, votes: votes, pool: newPool(cfg.Parameters), store: n.store, hub: newHub(cfg.Now),
		l1: &l1Book{l1: cfg.L1, log: n.log}, keeper: &keeper{dir: cfg.Dir, fail: cfg.Failpoint},
		pace: newPace(cfg.Parameters.SlotMs, cfg.Unpaced, cfg.Now), resumable: make(map[rollup.Slot]*checkpointRecord),
	}
	n.app = a
	a.stopping, n.stop = context.WithCancel(context.Background())
	made, err := n.restore(a)
	if err != nil {
		return err
	}
	if a.pipeline, err = newPipeline(cfg, made, n.store, a.hub); err != nil {
		return err
	}
	if a.shares, err = newShares(cfg, n.store, a.pipeline, a.hub, n.log); err != nil {
		return err
	}
	a.reactor = newReactor(votes.links(), a.shares, a.pool, n.accept, n.log, cfg.Now)
	a.pipeline.wake, a.pipeline.resume, a.shares.spread = a.shares.wake, a.resume, a.reactor.spread
	a.pipeline.opened = a.pool.silence
	if a.state.Group != nil {
		share, err := a.keeper.share()
		if err != nil {
			return err
		}
		a.shares.decide(a.state.Slot)
		a.shares.begin(a.state.Group, share)
	}
	if err := n.refill(); err != nil {
		return err
	}
	halted, halt := context.WithCancel(context.Background())
	n.halt = halt
	n.running.Go(func() { a.pipeline.run(halted) })
	n.running.Go(func() { a.shares.run(halted) })
	if n.engine, err = n.newEngine(); err != nil {
		return fmt.Errorf("consensus: %w", err)
	}
	a.pool.begin(rollup.Slot(n.engine.BlockStore().Height())) //nolint:gosec // a height
	if cfg.Watch != nil {
		a.shares.watch(func(slot rollup.Slot) { cfg.Watch(slot, rollup.Slot(n.engine.BlockStore().Height())) }) //nolint:gosec // a height
	}
	return nil
}

// restore makes the builder and the state: as the last checkpoint says, or at genesis with a ceremony ahead.
func (n *Node) restore(a *app) (*builder.Builder, error) {
	cfg := &n.cfg
	c, err := n.store.checkpoint()
	if err != nil {
		return nil, err
	}
	if c == nil {
		made, err := cfg.Build(nil)
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		seed, err := a.keeper.seed()
		if err != nil {
			return nil, err
		}
		a.state = &sequencer.State{Parameters: cfg.Parameters, Network: cfg.Network, Fees: builder.NewFeeBook(made.Ledger())}
		a.formation, err = sequencer.NewFormation(cfg.Parameters, cfg.Network, cfg.Self, cfg.Dealer, seed)
		return made, err
	}
	made, err := cfg.Build(c.Builder)
	if err != nil {
		return nil, fmt.Errorf("build from checkpoint after slot %d: %w", c.Slot, err)
	}
	if made.Slot() != c.Slot {
		return nil, fmt.Errorf("builder stands at slot %d, checkpoint after %d: %w", made.Slot(), c.Slot, ErrReplay)
	}
	a.state, err = sequencer.RestoreState(c.State, cfg.Parameters, cfg.Network, builder.NewFeeBook(made.Ledger()))
	if err != nil {
		return nil, err
	}
	a.hash, a.hashed = c.AppHash, c.Slot
	a.resumable[c.Slot] = c
	a.pace.decided(c.Slot)
	return made, nil
}

// newEngine makes the consensus engine, which replays blocks through the app before it returns.
func (n *Node) newEngine() (*cmtnode.Node, error) {
	cfg, err := n.cfg.engine()
	if err != nil {
		return nil, err
	}
	doc, err := n.cfg.genesis()
	if err != nil {
		return nil, err
	}
	if err := clearUnborn(filepath.Join(n.cfg.Dir, "consensus", "data")); err != nil {
		return nil, err
	}
	key := cmted25519.PrivKey(n.cfg.ConsensusKey)
	signer, err := loadSigner(key, filepath.Join(n.cfg.Dir, "consensus", "data", "last_signed.json"))
	if err != nil {
		return nil, err
	}
	return cmtnode.NewNodeWithContext(n.app.stopping, cfg, signer, &p2p.NodeKey{PrivKey: key},
		proxy.NewConnSyncLocalClientCreator(n.cfg.application(n.app)), func() (*cmttypes.GenesisDoc, error) { return doc, nil },
		n.openDatabase, cmtnode.DefaultMetricsProvider(cfg.Instrumentation), engineLog{log: n.log, stopping: n.app.stopping, failed: n.app.pipeline.fail},
		cmtnode.CustomReactors(map[string]p2p.Reactor{"CHORALE": n.app.reactor}))
}

// openDatabase opens one of the engine's databases and remembers it.
func (n *Node) openDatabase(ctx *cmtconfig.DBContext) (dbm.DB, error) {
	db, err := openDatabase(ctx)
	if err == nil {
		n.databases = append(n.databases, db)
	}
	return db, err
}

// loadSigner is the engine's signer with its memory of what it signed last, so that a restart never signs two
// votes. The key itself is not written anywhere.
func loadSigner(key cmted25519.PrivKey, path string) (*privval.FilePV, error) {
	signer := privval.NewFilePV(key, filepath.Join(filepath.Dir(path), "unused_key.json"), path)
	b, err := os.ReadFile(path) //nolint:gosec // the member's own folder
	if errors.Is(err, fs.ErrNotExist) {
		return signer, nil
	}
	if err != nil {
		return nil, fmt.Errorf("last vote: %w", err)
	}
	if err := cmtjson.Unmarshal(b, &signer.LastSignState); err != nil {
		return nil, fmt.Errorf("last vote: %w", err)
	}
	return signer, nil
}

// refill puts the envelopes back that the member held.
func (n *Node) refill() error {
	return n.store.envelopes(func(r heldRecord) {
		if e, err := envelopeOf(r.Raw); err == nil {
			n.app.pool.restore(e, r.Promise)
		}
	})
}

// Run is the member's life: it joins the committee, works until ctx ends, which is no error, or until the member fails,
// which is its failure, and leaves in order. It is called once.
func (n *Node) Run(ctx context.Context) error {
	if err := n.start(ctx); err != nil {
		return errors.Join(err, n.Close())
	}
	select {
	case <-ctx.Done():
		return n.Close()
	case <-n.app.pipeline.failed:
		_, _, _, failure := n.app.pipeline.standing()
		return errors.Join(fmt.Errorf("member %d: %w", n.cfg.Self+1, failure), n.Close())
	}
}

// start joins the committee. It returns at once; ctx ends the start only.
func (n *Node) start(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	every := max(time.Duration(n.cfg.Parameters.SlotMs)*time.Millisecond, 20*time.Millisecond) //nolint:gosec // validated
	n.running.Go(func() { n.app.l1.follow(n.app.stopping, every, n.view) })
	n.app.gathering = n.cfg.Now().Add(gatherWait)
	if err := n.engine.Start(); err != nil {
		return fmt.Errorf("start consensus: %w", err)
	}
	d := &dialer{self: n.cfg.Self, peers: n.cfg.Peers}
	for _, k := range n.app.votes.keys {
		d.ids = append(d.ids, p2p.PubKeyToID(k))
	}
	go d.run(n.app.stopping, n.engine.Switch()) // Close does not wait for a dial under way
	return nil
}

// Close leaves the committee in order: first the engine, then execution, then the store. Run does it; it is for a
// member that never ran, and may be called again.
func (n *Node) Close() error {
	n.stopOnce.Do(func() {
		n.stop()
		n.reading.Lock()
		n.stopped = true
		n.reading.Unlock()
		if n.engine != nil && n.engine.IsRunning() {
			n.stopErr = n.engine.Stop()
			n.engine.Wait()
			n.sweep()
			n.app.reactor.serving.Wait()
		} else {
			n.stopErr = n.discard()
		}
		n.halt()
		n.running.Wait()
		if n.app != nil {
			n.app.hub.close()
		}
		n.stopErr = errors.Join(n.stopErr, n.store.close())
	})
	return n.stopErr
}

// sweep ends peers that connected while the engine stopped: the engine stops its peers once, and one that was
// being admitted at that moment stays connected to nobody, so that the member at the other end believes in the
// connection and does not dial again. New ones are refused since the stop began (see app.Query).
func (n *Node) sweep() {
	for quiet := 0; quiet < 5; quiet++ {
		for _, p := range n.engine.Switch().Peers().Copy() {
			n.engine.Switch().StopPeerGracefully(p)
			quiet = 0
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// discard closes what an engine opened that never ran.
func (n *Node) discard() error {
	var errs []error
	if n.engine != nil {
		errs = append(errs, n.engine.EventBus().Stop(), n.engine.ProxyApp().Stop())
	}
	for _, db := range n.databases {
		errs = append(errs, db.Close())
	}
	return errors.Join(errs...)
}

func (n *Node) view() rollup.L1View {
	n.app.mu.RLock()
	defer n.app.mu.RUnlock()
	return n.app.state.View
}

// Status is how the member stands.
func (n *Node) Status() sequencer.Status {
	a := n.app
	_, executed, attested, failure := a.pipeline.standing()
	_, _, posted := a.shares.frontiers()
	open, closes := a.pace.open()
	a.mu.RLock()
	defer a.mu.RUnlock()
	return sequencer.Status{
		Network: n.cfg.Network, Group: a.state.Group, OpenSlot: open, ClosesAt: closes, Committed: a.state.Slot,
		Executed: executed, Attested: attested, Posted: posted, View: a.state.View, Peers: a.reactor.connected(), Failure: failure,
		Syncing: n.syncing(a.state.Slot),
	}
}

// Slot is an executed slot; the second answer says whether it is attested. It is nil for a slot that is not
// executed yet.
func (n *Node) Slot(_ context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error) {
	return n.store.slot(slot)
}

// Postings is the signed posting that begins after a slot, with its data; nil if there is none yet.
func (n *Node) Postings(_ context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	p, err := n.store.posting(after + 1)
	return p, p != nil, err
}

// Events streams what happens from an event on (0: from the oldest that is kept). A reader that does not keep
// up finds its channel closed. cancel ends it.
func (n *Node) Events(from uint64) (<-chan sequencer.Event, func()) { return n.app.hub.subscribe(from) }

// Ledger is the ledger after the last executed slot; it does not change.
func (n *Node) Ledger() *builder.Ledger { return n.app.pipeline.snapshot() }

// Account is an account of that ledger; empty for one that never had money.
func (n *Node) Account(_ context.Context, address rollup.Address) (builder.Account, error) {
	account, _ := n.Ledger().Account(address)
	return account, nil
}

// Share is a rollup's part in prices by that ledger; false for one that is not registered.
func (n *Node) Share(_ context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	share, ok := n.Ledger().Share(chain)
	return share, ok, nil
}

// Proof is an account's leaf under a ledger root: of the newest ledger for the zero root, of one that was kept
// for any other; false if the account is not there or the root is not known (any more).
func (n *Node) Proof(_ context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error) {
	l := n.app.pipeline.ledgerOf(root)
	if l == nil {
		return nil, false, nil
	}
	proof, ok := l.Prove(account)
	return proof, ok, nil
}

// AppHash is the last block's height and the hash that consensus certifies of it in the next.
func (n *Node) AppHash() (rollup.Slot, rollup.Digest) {
	n.app.mu.RLock()
	defer n.app.mu.RUnlock()
	return n.app.hashed, n.app.hash
}

// Address is the account with which this member signs receipts.
func (n *Node) Address() rollup.Address { return crypto.PubkeyToAddress(n.cfg.Account.PublicKey) }
