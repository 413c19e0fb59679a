package member

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// New restores a member from its folder, as the last checkpoint says, or makes one at genesis with a key ceremony
// ahead. ctx is to end before Leave is called: it cuts the member's waits short and ends what follows L1.
func New(ctx context.Context, cfg Config) (*Application, error) {
	cfg.defaults()
	s, err := openStore(filepath.Join(cfg.Dir, "store"), cfg.NoSync, cfg.Failpoint)
	if err != nil {
		return nil, err
	}
	log := cfg.Log.With("member", cfg.Self)
	a := &Application{
		Member: &Member{
			cfg: &cfg, log: log, pool: newPool(cfg.Parameters), store: s, events: sequencer.NewStream(kept, cfg.Now),
			pace: newPace(cfg.Parameters.SlotMs, cfg.Unpaced, cfg.Now), resumable: make(map[rollup.Slot]*checkpointRecord),
		},
		l1: &l1Book{l1: cfg.L1, log: log}, strongbox: &strongbox{dir: cfg.Dir, fail: cfg.Failpoint}, stopping: ctx, halt: func() {},
	}
	if err := a.assemble(); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

// assemble puts the parts together and has them wait for blocks.
func (a *Application) assemble() error {
	made, err := a.restore()
	if err != nil {
		return err
	}
	if a.pipeline, err = newPipeline(a.cfg, made, a.store, a.events); err != nil {
		return err
	}
	if a.shares, err = newShares(a.cfg, a.store, a.pipeline, a.events, a.log); err != nil {
		return err
	}
	a.links = newLinks(a.cfg, a.shares, a.pool, a.accept, a.log)
	a.pipeline.wake, a.pipeline.resume, a.shares.spread = a.shares.changed.ring, a.resume, a.links.spread
	a.pipeline.opened = a.pool.silence
	if a.state.Group != nil {
		share, err := a.strongbox.share()
		if err != nil {
			return err
		}
		a.shares.decide(a.state.Slot)
		a.shares.begin(a.state.Group, share)
	}
	if err := refill(a.pool, a.store); err != nil {
		return err
	}
	halted, halt := context.WithCancel(context.Background())
	a.halt = halt
	a.running.Go(func() { a.pipeline.run(halted) })
	a.running.Go(func() { a.shares.run(halted) })
	return nil
}

// restore makes the builder and the state: as the last checkpoint says, or at genesis with a ceremony ahead.
func (a *Application) restore() (*builder.Builder, error) {
	cfg := a.cfg
	c, err := a.store.checkpoint()
	if err != nil {
		return nil, err
	}
	if c == nil {
		made, err := cfg.Build(nil)
		if err != nil {
			return nil, fmt.Errorf("build: %w", err)
		}
		seed, err := a.strongbox.seed()
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

// refill puts the envelopes back that the member held.
func refill(p *pool, s *store) error {
	return s.envelopes(func(r heldRecord) {
		if e, err := envelopeOf(r.Raw); err == nil {
			p.restore(e, r.Promise)
		}
	})
}

// Attach tells the member where decided blocks stand, once it has been shown all that the log has.
func (a *Application) Attach(d Decisions) {
	a.decisions = d
	a.pool.begin(d.Height())
	if a.cfg.Watch != nil {
		a.shares.watch(func(slot rollup.Slot) { a.cfg.Watch(slot, d.Height()) })
	}
}

// Begin has the member follow L1, and say what it holds; the engine is about to go on.
func (a *Application) Begin() {
	every := max(time.Duration(a.cfg.Parameters.SlotMs)*time.Millisecond, 20*time.Millisecond) //nolint:gosec // validated
	a.running.Go(func() { a.l1.follow(a.stopping, every, func() rollup.L1View { return a.agreed().View }) })
	a.gathering = a.cfg.Now().Add(gatherWait)
}

// Leave ends every look into the consensus log: once it has returned, the engine may close it.
func (a *Application) Leave() {
	a.reading.Lock()
	defer a.reading.Unlock()
	a.left = true
}

// Close ends what is left of the member, in order: its links, then execution and signing, then the store. The engine
// has stopped. It may be called again.
func (a *Application) Close() error {
	a.ending.Do(func() {
		if a.links != nil {
			a.links.close()
		}
		a.halt()
		a.running.Wait()
		a.events.Close()
		a.ended = a.store.close()
	})
	return a.ended
}

// Links are the member's connections to the others.
func (a *Application) Links() *Links { return a.links }

// Failed is closed once the member has failed; Failure says with what. Whoever runs the member ends its life then.
func (a *Application) Failed() <-chan struct{} { return a.pipeline.failed }

// Failure is of severity "this node"; nil while the member works.
func (a *Application) Failure() error {
	_, _, _, failure := a.pipeline.standing()
	return failure
}

// Fail stops this member: its state, or its engine's, can no longer be trusted. The first failure stands.
func (a *Application) Fail(err error) { a.pipeline.fail(err) }

// fail does the same and lets the engine know.
func (a *Application) fail(err error) error {
	a.Fail(err)
	return err
}
