package gateway

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
)

// Gateway seals on its own account, which pays the opening fee, and hands envelopes to the committee. Run has it seal
// again what may still execute. Safe for concurrent use.
type Gateway struct {
	cfg     Config
	log     *slog.Logger
	account rollup.Address
	sealers auction.Sealers
	share   share
	pending *pending
	metrics *metrics
	newest  atomic.Uint64 // slot through which what is held was judged
	held    atomic.Int64  // as it was last read

	work   sync.WaitGroup
	seats  chan struct{} // bounds sealing again
	mu     sync.Mutex
	busy   map[rollup.Digest]bool // sealed again just now; true if to be looked at once more
	recent map[rollup.Slot]*sequencer.Attested
	life   context.Context // of Run
}

// New makes a gateway. ErrConfig names a field that cannot be.
func New(cfg Config) (*Gateway, error) {
	if err := cfg.complete(); err != nil {
		return nil, err
	}
	g := &Gateway{
		cfg: cfg, log: cfg.Log, account: crypto.PubkeyToAddress(cfg.Key.PublicKey), pending: newPending(), seats: make(chan struct{}, 4),
		busy: map[rollup.Digest]bool{}, recent: map[rollup.Slot]*sequencer.Attested{}, life: context.Background(),
	}
	g.share = share{counters: cfg.Shared.Counters, limit: cfg.Parameters.BidderGas / shareParts}
	g.metrics = newMetrics(g)
	return g, nil
}

// Account is the gateway's: whose escrow pays for what is sealed here, and the bidder whom a payer names.
func (g *Gateway) Account() rollup.Address { return g.account }

// NextNonce is an account's next nonce on a rollup as far as executed slots have gone, 0 if none of them used one lately:
// a rollup's node sees closed blocks, up to a second later.
func (g *Gateway) NextNonce(chain rollup.ChainID, account rollup.Address) uint64 {
	return g.pending.next(chain, account)
}

// Newest is the slot through which what is held was judged.
func (g *Gateway) Newest() rollup.Slot { return rollup.Slot(g.newest.Load()) }

// keptRecent is how many attested slots are remembered: readers of the log ask for what was just attested.
const keptRecent = 64

// Slot is an attested slot, from what was just seen or from history.
func (g *Gateway) Slot(ctx context.Context, n rollup.Slot) (*sequencer.Attested, bool, error) {
	g.mu.Lock()
	a := g.recent[n]
	g.mu.Unlock()
	if a != nil {
		return a, true, nil
	}
	return g.cfg.History.Slot(ctx, n)
}

func (g *Gateway) remember(a *sequencer.Attested) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.recent[a.Header.Slot] = a
	for n := range g.recent {
		if n+keptRecent < a.Header.Slot {
			delete(g.recent, n)
		}
	}
}

// Posted records in the log that a run of slots stands on L1, or stands there in another transaction than before. What is
// older than what is kept is passed over.
func (g *Gateway) Posted(ctx context.Context, p relay.Posted) error {
	if p.Last+g.cfg.Limits.KeptSlots < g.Newest() {
		return nil
	}
	return g.append(ctx, Entry{Kind: Posted, Slot: p.Last, Position: &p})
}

// append writes to the log at this moment.
func (g *Gateway) append(ctx context.Context, entries ...Entry) error {
	now := g.cfg.Now().UnixMilli()
	for i := range entries {
		if entries[i].AtMs == 0 {
			entries[i].AtMs = now
		}
	}
	return g.cfg.Shared.Log.Append(ctx, entries...)
}

// awayPause is how long the gateway waits before it asks again for what gateways share.
const awayPause = 100 * time.Millisecond

// insist does what must be done until it is, or ctx or the gateway ends. What is refused for another reason than that nobody answers is
// an error.
func (g *Gateway) insist(ctx context.Context, what string, do func() error) error {
	for told := false; ; told = true {
		err := do()
		if err == nil || !errors.Is(err, ErrAway) {
			return err
		}
		if !told {
			g.log.Warn(what, "err", err)
		}
		g.metrics.shared.Inc()
		if err := errors.Join(clock.Sleep(ctx, awayPause), g.lifetime().Err()); err != nil {
			return err
		}
	}
}

// lifetime is Run's.
func (g *Gateway) lifetime() context.Context {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.life
}
