// Package clock waits. In come a context and a time; it returns when the first of them ends. Rooms that every member
// must compute alike wait for nothing, and never import it.
package clock

import (
	"context"
	"time"
)

// Sleep waits for d, or until ctx ends: then it gives its cause.
func Sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}
