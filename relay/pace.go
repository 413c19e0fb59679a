package relay

import (
	"context"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/internal/clock"
)

// pace fills in the defaults of a loop's two waits.
func pace(interval, patience time.Duration) (time.Duration, time.Duration) {
	if interval <= 0 {
		interval = time.Second
	}
	if patience <= 0 {
		patience = 12 * time.Second
	}
	return interval, max(interval, patience)
}

func logger(log *slog.Logger) *slog.Logger {
	if log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return log
}

// loop runs step until ctx ends: at once again after work was done, after interval when there was none, and
// after a wait that doubles up to patience while it fails.
func loop(ctx context.Context, interval, patience time.Duration, step func(context.Context) (bool, error)) error {
	wait := interval
	for ctx.Err() == nil {
		busy, err := step(ctx)
		switch {
		case err != nil:
			_ = clock.Sleep(ctx, wait)
			wait = min(2*wait, patience)
			continue
		case !busy:
			_ = clock.Sleep(ctx, interval)
		}
		wait = interval
	}
	return context.Cause(ctx)
}
