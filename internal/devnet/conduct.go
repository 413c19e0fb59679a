package devnet

import (
	"context"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/internal/topology"
	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Shares of a run with --slots after which a member is restarted, and how long it may take to settle at the end.
const (
	restartPart = 60 // per cent of the slots
	settleTime  = 90 * time.Second
)

// conduct watches the run: it restarts a member, ends the traffic after the last slot, and waits until what was
// attested is posted and what is owed is paid. Without a number of slots it only reads L1 along.
func (l *live) conduct(ctx context.Context, endTraffic func()) error {
	last := rollup.Slot(l.cfg.Slots)
	origin := l.voice(0).Status().Attested // of an earlier life
	havoc := make(chan error, 1)
	go func() { havoc <- l.havoc(ctx) }()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	var restart <-chan error
	for {
		at := l.watch.tally.attested()
		if restart == nil && last > 0 && at >= origin+last*restartPart/100 {
			done := make(chan error, 1)
			restart = done
			go func() { done <- l.restart(ctx) }()
		}
		if last > 0 && at >= origin+last {
			break
		}
		if err := l.failure(); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return l.readL1(context.WithoutCancel(ctx))
		case <-tick.C:
			if err := l.readL1(ctx); err != nil {
				l.log.Warn("cannot read postings", "err", err)
			}
		}
	}
	if err := <-havoc; err != nil {
		return err
	}
	endTraffic()
	if err := <-restart; err != nil {
		return err
	}
	return l.settle(ctx)
}

// failure is what stopped a process; a member in this one ends the run itself.
func (l *live) failure() error {
	if l.outside != nil {
		return l.outside.ended()
	}
	return nil
}

// settle waits until every slot up to now is posted, every block was seen in its rollup's node, and the payout
// accounts have on L1 what the ledger says.
func (l *live) settle(ctx context.Context) error {
	target := l.watch.tally.attested()
	deadline := time.Now().Add(settleTime)
	for {
		if err := l.failure(); err != nil {
			return err
		}
		if err := l.readL1(ctx); err != nil {
			l.log.Warn("cannot read postings", "err", err)
		}
		paid, err := l.paid(ctx)
		if err != nil {
			l.log.Warn("cannot read payments", "err", err)
		}
		if paid && rollup.Slot(l.posted.Load()) >= target && l.watch.tally.seen() >= target {
			break
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("not settled after %s: attested to slot %d, posted to %d, seen in the rollups' nodes to %d, all paid: %t",
				settleTime, target, l.posted.Load(), l.watch.tally.seen(), paid)
		}
		if !sleep(ctx, 250*time.Millisecond) {
			return nil
		}
	}
	l.watch.checks.Finish(target)
	return nil
}

// paid compares what L1 paid each rollup's payout account with the ledger.
func (l *live) paid(ctx context.Context) (bool, error) {
	for _, p := range l.cast.Payouts {
		claimed, err := l.client.Claimed(ctx, p.Address)
		if err != nil {
			return false, err
		}
		account, err := l.voice(0).Account(ctx, p.Address)
		if err != nil {
			return false, err
		}
		if account.Credits == nil || account.Credits.IsZero() || !account.Credits.Eq(claimed) {
			return false, nil
		}
	}
	return true, nil
}

// decodePosting reads the slots of a posting on L1.
func decodePosting(r *ethereum.Record) ([]*sequencer.Attested, error) {
	slots, err := sequencer.DecodePostingData(r.Signed.Data)
	if err != nil {
		return nil, fmt.Errorf("posting of slots %d to %d: %w", r.Posted.First, r.Posted.Last, err)
	}
	return slots, nil
}

// restart stops the last member, starts it again on its own data, and compares what it had attested before
// with what it has after its replay, and with the others.
func (l *live) restart(ctx context.Context) error {
	i := len(l.seats) - 1
	old := l.voice(i)
	name := l.seats[i].Name
	to := old.Status().Attested
	before := map[rollup.Slot]rollup.Digest{}
	for slot := rollup.Slot(1); slot <= to; slot++ {
		if a, ok, err := old.Slot(ctx, slot); err == nil && ok {
			before[slot] = a.Header.Root()
		}
	}
	if err := l.again(ctx, i); err != nil {
		return err
	}
	m := l.voice(i)
	// It must have replayed everything and gone on: some slots later than where it stopped.
	for m.Status().Attested < to+8 {
		if !sleep(ctx, 50*time.Millisecond) {
			return nil
		}
	}
	for slot := rollup.Slot(1); slot <= to+8; slot++ {
		a, ok, err := m.Slot(ctx, slot)
		if err != nil {
			return fmt.Errorf("%s after its restart: slot %d: %w", name, slot, err)
		}
		stored, had := before[slot]
		if !had {
			other, has, err := l.voice(0).Slot(ctx, slot)
			if err != nil || !has {
				continue
			}
			stored, had = other.Header.Root(), true
		}
		var after rollup.Digest
		if ok {
			after = a.Header.Root()
		}
		l.watch.checks.Restarted(name, slot, stored, after)
	}
	l.log.Info("restarted a member", "member", name, "at", to)
	return nil
}

// again ends a member's life and begins its next one: in order in this process, by kill -9 in one of its own.
func (l *live) again(ctx context.Context, i int) error {
	name := l.seats[i].Name
	if l.outside != nil {
		return l.outside.again(topology.MemberName(i))
	}
	if err := l.await(i); err != nil {
		return fmt.Errorf("stop %s: %w", name, err)
	}
	m, err := l.openMember(ctx, i)
	if err != nil {
		return fmt.Errorf("start %s again: %w", name, err)
	}
	l.replace(i, m)
	l.begin(ctx, i)
	return nil
}

// summary is what the run came to.
func (l *live) summary() *Summary {
	p := l.charter.Parameters
	s := &Summary{Problems: []string{}, Seed: l.cfg.Seed, Rollups: p.Rollups, Members: len(p.Members), SlotMs: p.SlotMs, SecondsTo: SecondsTo{Table: l.table.Seconds()}}
	s.fill(l.watch.tally, l.cfg.Started)
	s.postings(l.found, l.contents)
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	for i, chain := range p.Rollups {
		if problem := l.credit(ctx, s, chain, l.cast.Payouts[i].Address); problem != "" && l.cfg.Slots > 0 {
			s.Problems = append(s.Problems, problem)
		}
	}
	if l.reader != nil {
		l.reader.fill(s)
	}
	s.judge(l.watch.checks.Report(), l.cfg.Slots > 0, l.outside != nil)
	return s
}

// credit adds a rollup's line and says what is wrong with it.
func (l *live) credit(ctx context.Context, s *Summary, chain rollup.ChainID, payout rollup.Address) string {
	row := RollupCredit{Chain: chain, Payout: payout, Ledger: "0", Claimed: "0", Balance: "0"}
	if account, err := l.voice(0).Account(ctx, payout); err == nil && account.Credits != nil {
		row.Ledger = account.Credits.Dec()
	}
	if claimed, err := l.client.Claimed(ctx, payout); err == nil {
		row.Claimed = claimed.Dec()
	}
	if balance, err := l.chain.Balance(ctx, payout); err == nil {
		row.Balance = balance.String()
	}
	row.Claims = l.watch.tally.claims(payout)
	s.Credits = append(s.Credits, row)
	switch {
	case row.Ledger == "0":
		return fmt.Sprintf("rollup %s earned nothing", chain)
	case row.Ledger != row.Claimed || row.Claimed != row.Balance:
		return fmt.Sprintf("rollup %s: the ledger says %s wei, claimed were %s, the account has %s", chain, row.Ledger, row.Claimed, row.Balance)
	}
	return ""
}
