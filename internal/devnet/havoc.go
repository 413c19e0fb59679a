package devnet

import (
	"context"
	"fmt"
	"time"
)

// havoc kills the processes that others can do without for a moment, one after the other at random moments under load,
// each as often as asked for, and begins their next lives at once: the second gateway, the relay, and of each rollup the
// follower and the node. It ends with the last.
func (l *live) havoc(ctx context.Context) error {
	if l.outside == nil || l.cfg.Kills == 0 {
		return nil
	}
	names := []string{gatewayName(1), "relay"}
	for _, chain := range l.charter.Parameters.Rollups {
		names = append(names, "follow-"+chain.String(), "geth-"+chain.String())
	}
	dice := l.dice("havoc", 0)
	for round := range l.cfg.Kills {
		for _, name := range names {
			if !sleep(ctx, time.Duration(200+dice.IntN(1500))*time.Millisecond) {
				return nil
			}
			if err := l.outside.again(name); err != nil {
				return fmt.Errorf("kill %d of %s: %w", round+1, name, err)
			}
			l.log.Info("killed", "process", name, "time", round+1)
		}
	}
	return nil
}
