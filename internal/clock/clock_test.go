package clock_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/chorale-network/chorale/internal/clock"
	"github.com/stretchr/testify/require"
)

func TestSleep(t *testing.T) {
	cause := errors.New("enough")
	for name, c := range map[string]struct {
		asked, ends, slept time.Duration
		want               error
	}{
		"all of it":       {time.Second, time.Hour, time.Second, nil},
		"up to the end":   {time.Hour, time.Second, time.Second, cause},
		"none":            {0, time.Hour, 0, nil},
		"after the end":   {time.Hour, 0, 0, cause},
		"of a past while": {-time.Second, time.Hour, 0, nil},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				ctx, cancel := context.WithCancelCause(t.Context())
				if c.ends == 0 {
					cancel(cause)
				}
				defer time.AfterFunc(c.ends, func() { cancel(cause) }).Stop()
				began := time.Now()
				require.Equal(t, c.want, clock.Sleep(ctx, c.asked))
				require.Equal(t, c.slept, time.Since(began))
			})
		})
	}
}
