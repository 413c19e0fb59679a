package devnet

import (
	"context"
	"fmt"
	"math/rand/v2"
	"time"

	"github.com/chorale-network/chorale/rollup"
)

// havoc kills the processes that others can do without for a moment by kill -9, one after the other at random moments
// under load, each as often as asked for, and begins their next lives at once. Which and when follows from the seed. It
// ends with the last.
func (l *live) havoc(ctx context.Context) error {
	if l.outside == nil || l.cfg.Kills == 0 {
		return nil
	}
	// Before the markets are open there is nothing to lose.
	for !l.cfg.Quiet && !l.watch.tally.traded() && l.watch.tally.attested() < rollup.Slot(l.cfg.Slots) {
		if !sleep(ctx, 100*time.Millisecond) {
			return nil
		}
	}
	dice := l.dice("havoc", 0)
	for _, name := range victims(dice, l.outside.killed, l.cfg.Kills) {
		// Between a tenth and nearly twice the time that was asked for, which is so on the average.
		wait := l.cfg.KillEvery/10 + time.Duration(dice.Int64N(int64(l.cfg.KillEvery)*9/5))
		if !sleep(ctx, wait) {
			return nil
		}
		if err := l.outside.again(name); err != nil {
			return fmt.Errorf("kill %s: %w", name, err)
		}
		l.log.Info("killed", "process", name)
	}
	return nil
}

// traded says whether a bundle over several rollups was executed.
func (t *tally) traded() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return !t.firstWin.IsZero()
}

// victims are the services each so many times, all of them before any comes again, in an order of their own each time.
func victims(dice *rand.Rand, services []string, times int) []string {
	var out []string
	for range times {
		for _, i := range dice.Perm(len(services)) {
			out = append(out, services[i])
		}
	}
	return out
}
