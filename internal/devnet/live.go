package devnet

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/internal/laws"
	"github.com/chorale-network/chorale/internal/process"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/relay/engine"
	"github.com/chorale-network/chorale/rollup"
	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"
)

// live is a network at work: what runs beside its nodes and members, and what is seen of it.
type live struct {
	*network
	watch  *watch
	report reporter // hears what bidders are told: the watch
	door   *process.Door
	page   string
	reader *reader // of the public events

	posted    atomic.Uint64 // last slot on L1, as told to the checker
	table     time.Duration // when the table was printed, since the start
	followers sync.WaitGroup
	lives     []*life                          // of the members in this process; guarded by seatsMu
	failed    func(error)                      // ends the run for what stopped a member
	contents  map[rollup.Digest]PostingContent // by posting transaction
	found     []relay.Posted
}

func newLive(n *network, w *watch) *live {
	return &live{network: n, watch: w, report: w, contents: map[rollup.Digest]PostingContent{}}
}

// run lets the network work until ctx ends, or until the slots that were asked for are settled.
func (l *live) run(ctx context.Context) (*Summary, error) {
	inner, fail := context.WithCancelCause(ctx)
	cancel := func() { fail(nil) }
	defer cancel()
	l.failed = fail
	g, inner := errgroup.WithContext(inner)
	var settled error
	err := l.start(inner, g)
	if err == nil {
		traffic, endTraffic := context.WithCancel(inner)
		defer endTraffic()
		if !l.cfg.Quiet {
			g.Go(func() error { return ended(traffic, l.traffic(traffic)) })
		}
		g.Go(func() error {
			defer cancel()
			defer l.hush()
			settled = l.conduct(inner, endTraffic)
			return nil
		})
	} else {
		cancel()
	}
	err = errors.Join(err, g.Wait(), settled)
	l.followers.Wait()
	for i := range l.lives {
		if l.lives[i] != nil {
			err = errors.Join(err, l.await(i))
		}
	}
	if ctx.Err() != nil || errors.Is(err, context.Canceled) {
		err = nil
	}
	return l.summary(), err
}

// start opens the door, prints the table, and begins everything but the traffic.
func (l *live) start(ctx context.Context, g *errgroup.Group) error {
	if err := l.openPage(ctx, g); err != nil {
		return err
	}
	l.table = time.Since(l.cfg.Started)
	if l.cfg.Out != nil {
		if err := l.printTable(l.cfg.Out, l.page, l.table); err != nil {
			return err
		}
		g.Go(func() error { return printLines(l.cfg.Out, l.watch.tally.lines, ctx.Done()) })
	}
	if err := l.resume(ctx); err != nil {
		return err
	}
	l.lives = make([]*life, len(l.seats))
	for i := range l.seats {
		l.begin(ctx, i)
	}
	l.reader = &reader{page: l.page, stay: readerStay, steps: map[string]struct{}{}}
	g.Go(func() error { l.reader.run(ctx); return nil })
	g.Go(func() error { l.watch.blocks(ctx); return nil })
	g.Go(func() error { l.appHashes(ctx); return nil })
	g.Go(func() error { return ended(ctx, l.relays(ctx, g)) })
	return nil
}

// openPage opens the door in this process, or finds that of the first gateway.
func (l *live) openPage(ctx context.Context, g *errgroup.Group) error {
	if l.outside != nil {
		l.page = l.outside.page
		return nil
	}
	registry := prometheus.NewRegistry()
	door, listener, err := l.openAPI(registry)
	if err != nil {
		return err
	}
	l.door, l.page = door, "http://"+listener.Addr().String()
	g.Go(func() error { return errors.Join(l.door.Serve(ctx, listener), l.door.Close()) })
	return l.serveMetrics(ctx, g, registry)
}

// ended turns the end of a context into no error.
func ended(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return nil
	}
	return err
}

// life is one life of a member in this process.
type life struct {
	end  context.CancelFunc
	done chan struct{}
	err  error // valid once done is closed
}

// begin begins a member's life, unless its process did, and follows it.
func (l *live) begin(ctx context.Context, i int) {
	if l.outside == nil {
		m := l.member(i)
		inner, cancel := context.WithCancel(ctx)
		one := &life{end: cancel, done: make(chan struct{})}
		l.seatsMu.Lock()
		l.lives[i] = one
		l.seatsMu.Unlock()
		go func() {
			defer close(one.done)
			if one.err = m.Run(inner); one.err != nil {
				l.failed(one.err)
			}
		}()
	}
	v := l.voice(i)
	l.followers.Go(func() { l.follow(ctx, v, l.seats[i].Name, i == 0) })
}

// await ends a member's life and waits for it.
func (l *live) await(i int) error {
	l.seatsMu.Lock()
	one := l.lives[i]
	l.seatsMu.Unlock()
	one.end()
	<-one.done
	return one.err
}

// follow reads a member's events until it stops. A follower that was too slow begins again where it was.
func (l *live) follow(ctx context.Context, m voice, name string, first bool) {
	from := uint64(0)
	for ctx.Err() == nil {
		events, cancel := m.Events(from)
		unhook := context.AfterFunc(ctx, cancel)
		for e := range events {
			from = e.Seq + 1
			l.watch.event(name, first, e)
		}
		unhook()
		cancel()
		if l.outside != nil {
			from = 0 // a member's next life counts anew; what was told before is known by its slot
		}
		if !sleep(ctx, 50*time.Millisecond) {
			return
		}
	}
}

// relays post, claim and feed until ctx ends.
func (l *live) relays(ctx context.Context, g *errgroup.Group) error {
	if l.outside != nil {
		return l.registerKey(ctx) // all else is in processes of its own
	}
	nodes := map[rollup.ChainID]relay.Node{}
	for chain, node := range l.engines {
		n, err := engine.Dial(ctx, node.EngineURL(), node.JWT())
		if err != nil {
			return err
		}
		defer n.Close()
		nodes[chain] = n
	}
	if err := l.registerKey(ctx); err != nil {
		return err
	}
	follower, err := process.OpenFollower(ctx, process.FollowerConfig{
		Dir: filepath.Join(l.dir, "follower"), Charter: &l.charter, Origin: l.member(0), Client: l.client, Nodes: nodes,
		Interval: 25 * time.Millisecond, Patience: time.Second, Log: l.log,
	})
	if err != nil {
		return err
	}
	g.Go(func() error { return follower.Run(ctx) })
	accounts := func(context.Context) ([]rollup.Address, error) {
		var out []rollup.Address
		for _, p := range l.cast.Payouts {
			out = append(out, p.Address)
		}
		return out, nil
	}
	return process.NewRelay(process.RelayConfig{
		Source: l.member(0), Client: l.client, Chain: l.chain, Poster: l.cast.Poster.Key, OnPosted: l.onPosted,
		Payer: l.cast.Payer.Key, Prover: l.member(0), Accounts: accounts, OnPaid: l.watch.tally.paid,
		Poll: 100 * time.Millisecond, Interval: 200 * time.Millisecond, Patience: 2 * time.Second, Log: l.log,
	}).Run(ctx)
}

// onPosted is told of each posting that the relay got onto L1.
func (l *live) onPosted(p relay.Posted) {
	l.watch.tally.posted(p)
	if err := l.door.Posted(context.Background(), p); err != nil { // the network stops
		l.log.Debug("tell of a posting", "err", err)
	}
}

// readL1 tells the checker of postings that it has not seen, as they stand on L1.
func (l *live) readL1(ctx context.Context) error {
	for record, err := range l.client.Postings(ctx, rollup.Slot(l.posted.Load())+1) {
		if err != nil {
			return err
		}
		slots, err := decodePosting(record)
		if err != nil {
			return err
		}
		posting := laws.Posting{Root: record.Posted.Root, Previous: record.Signed.Posting.Previous, First: record.Posted.First}
		for _, a := range slots {
			posting.Headers = append(posting.Headers, a.Header.Root())
		}
		l.watch.checks.Posted(posting)
		l.contents[record.Posted.Tx] = carriedBy(record.Signed.Data, slots)
		l.found = append(l.found, record.Posted)
		l.posted.Store(uint64(record.Posted.Last))
	}
	return nil
}

// appHashes tells the checker each member's application hash as often as it changes.
func (l *live) appHashes(ctx context.Context) {
	told := make([]rollup.Slot, len(l.seats))
	for sleep(ctx, l.cfg.Slot/8) {
		for i := range l.seats {
			if height, hash := l.voice(i).AppHash(); height > told[i] {
				l.watch.checks.AppHash(l.seats[i].Name, uint64(height), hash[:])
				told[i] = height
			}
		}
	}
}

// resume begins where an earlier life of the network ended: at the last posting on L1, and at what the first
// member holds.
func (l *live) resume(ctx context.Context) error {
	last, err := l.client.Last(ctx, 0)
	if err != nil {
		return err
	}
	if last > 0 {
		for record, err := range l.client.Postings(ctx, 0) {
			if err != nil {
				return err
			}
			if l.door == nil {
				continue
			}
			if err := l.door.Posted(ctx, record.Posted); err != nil { // whoever asks for a slot of an earlier life is told where it stands
				return err
			}
			if record.Posted.Last == last {
				l.watch.checks.ResumeAt(last, record.Posted.Root)
			}
		}
		l.posted.Store(uint64(last))
	}
	if l.outside != nil {
		return nil
	}
	return l.watch.resume(ctx, l.member(0), last)
}
