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

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer/member"
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
)

// Node is one running member. Safe for concurrent use.
type Node struct {
	*member.Member
	cfg         Config
	log         *slog.Logger
	application *member.Application
	votes       *voteKeys
	engine      *cmtnode.Node

	databases []dbm.DB // of the engine, for one that never started

	stopping context.Context    // ends when the member stops
	stop     context.CancelFunc // cuts waits short and ends what follows L1
	stopOnce sync.Once
	stopErr  error
}

// New makes a member from its folder: it restores the last checkpoint and replays what the consensus log has
// since, asking nobody. It fails if the replay comes to anything else than before.
func New(cfg Config) (*Node, error) {
	if cfg.Log == nil {
		cfg.Log = slog.New(slog.DiscardHandler)
	}
	if cfg.wrap == nil {
		cfg.wrap = func(a abci.Application) abci.Application { return a }
	}
	if err := cfg.check(); err != nil {
		return nil, err
	}
	votes, err := newVoteKeys(cfg.Parameters, cfg.Network)
	if err != nil {
		return nil, err
	}
	for _, dir := range []string{cfg.Dir, filepath.Join(cfg.Dir, "consensus", "data"), filepath.Join(cfg.Dir, "consensus", "config")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("member's folder: %w", err)
		}
	}
	n := &Node{cfg: cfg, log: cfg.Log.With("member", cfg.Self), votes: votes}
	n.stopping, n.stop = context.WithCancel(context.Background())
	if n.application, err = member.New(n.stopping, cfg.member(votes.check)); err != nil {
		n.stop()
		return nil, err
	}
	n.Member = n.application.Member
	if n.engine, err = n.newEngine(); err != nil {
		return nil, errors.Join(fmt.Errorf("consensus: %w", err), n.Close())
	}
	n.application.Attach(decisions{n.engine})
	return n, nil
}

// decisions is the engine's log and how it stands to it.
type decisions struct{ engine *cmtnode.Node }

// Height implements member.Decisions.
func (d decisions) Height() rollup.Slot { return rollup.Slot(d.engine.BlockStore().Height()) } //nolint:gosec // a height

// Fetching implements member.Decisions.
func (d decisions) Fetching() bool { return d.engine.ConsensusReactor().WaitSync() }

// Block implements member.Decisions.
func (d decisions) Block(slot rollup.Slot) ([][]byte, bool) {
	log, height := d.engine.BlockStore(), int64(slot) //nolint:gosec // a height
	if height > log.Height() || height < log.Base() {
		return nil, false
	}
	block := log.LoadBlock(height)
	if block == nil {
		return nil, true
	}
	return block.Txs.ToSliceOfBytes(), true
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
	a := &app{Application: n.application, votes: n.votes, log: n.log, stopping: n.stopping}
	return cmtnode.NewNodeWithContext(n.stopping, cfg, signer, &p2p.NodeKey{PrivKey: key},
		proxy.NewConnSyncLocalClientCreator(n.cfg.wrap(a)), func() (*cmttypes.GenesisDoc, error) { return doc, nil },
		n.openDatabase, cmtnode.DefaultMetricsProvider(cfg.Instrumentation), engineLog{log: n.log, stopping: n.stopping, failed: n.application.Fail},
		cmtnode.CustomReactors(map[string]p2p.Reactor{"CHORALE": newReactor(n.votes.peers, n.application.Links())}))
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

// Run is the member's life: it joins the committee, works until ctx ends, which is no error, or until the member fails,
// which is its failure, and leaves in order. It is called once.
func (n *Node) Run(ctx context.Context) error {
	if err := n.start(ctx); err != nil {
		return errors.Join(err, n.Close())
	}
	select {
	case <-ctx.Done():
		return n.Close()
	case <-n.application.Failed():
		return errors.Join(fmt.Errorf("member %d: %w", n.cfg.Self+1, n.application.Failure()), n.Close())
	}
}

// start joins the committee. It returns at once; ctx ends the start only.
func (n *Node) start(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	n.application.Begin()
	if err := n.engine.Start(); err != nil {
		return fmt.Errorf("start consensus: %w", err)
	}
	d := &dialer{self: n.cfg.Self, peers: n.cfg.Peers}
	for _, k := range n.votes.keys {
		d.ids = append(d.ids, p2p.PubKeyToID(k))
	}
	go d.run(n.stopping, n.engine.Switch()) // Close does not wait for a dial under way
	return nil
}

// Close leaves the committee in order: first the engine, then execution, then the store. Run does it; it is for a
// member that never ran, and may be called again.
func (n *Node) Close() error {
	n.stopOnce.Do(func() {
		n.stop()
		n.application.Leave()
		if n.engine != nil && n.engine.IsRunning() {
			n.stopErr = n.engine.Stop()
			n.engine.Wait()
			n.sweep()
		} else {
			n.stopErr = n.discard()
		}
		n.stopErr = errors.Join(n.stopErr, n.application.Close())
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
