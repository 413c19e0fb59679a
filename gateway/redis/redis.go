// Package redis keeps what gateways share in Redis: what is held and its names, lanes, counts and the log.
//
// In come records, counts and entries of package gateway; out they come again, to every gateway that is told of the same
// Redis. Each change is one step of Redis's own (a transaction or a script), so that a gateway that is killed leaves it
// done or undone; what is answered is as durable as Redis is told to be (appendfsync always, see docs/operators.md).
// Without an address Redis's part is played by miniredis in this process, by the same commands. Never here: rules of what
// is shared, and secrets in clear: held bundles are the gateways' own, whoever reads this Redis reads what waits.
package redis

import (
	"context"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/alicebob/miniredis/v2"
	"github.com/chorale-network/chorale/gateway"
	"github.com/redis/go-redis/v9"
)

// Store is a Redis that gateways share.
type Store struct {
	client *redis.Client
	mini   *miniredis.Miniredis // nil where Redis is a process of its own
	prefix string
	kept   int64
	once   time.Duration
}

// Config says which Redis, and whose.
type Config struct {
	URL     string // redis://, rediss://; empty: embedded in this process, and gone with it
	Network string // whose gateways share it: others may use the same Redis
	Entries int    // of the log that are kept, about; 65,536 if zero
	// Once is for how long an entry is known to stand: gateways write the same within seconds of each other, or after one of
	// them was away for a while, and postings again when they start. An hour if zero.
	Once time.Duration
}

// How long a command may take: beyond that Redis counts as away.
const (
	dialTimeout = time.Second
	timeout     = 2 * time.Second
)

// ErrURL refuses an address.
var ErrURL = errors.New("no address of a Redis")

// Open makes a store. A Redis that is away is no error: it may come.
func Open(c Config) (*Store, error) {
	// One hash tag: all keys are on one shard of a cluster, since changes go over several of them.
	s := &Store{prefix: "{chorale/" + c.Network + "}/", kept: int64(c.Entries)}
	if s.kept == 0 {
		s.kept = 65_536
	}
	if s.once = c.Once; s.once == 0 {
		s.once = time.Hour
	}
	o := new(redis.Options)
	var err error
	if c.URL != "" {
		if o, err = redis.ParseURL(c.URL); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrURL, err)
		}
	} else {
		if s.mini, err = embed(); err != nil {
			return nil, err
		}
		o.Dialer = func(context.Context, string, string) (net.Conn, error) { return plug(s.mini) }
	}
	// What may have been done is asked again by whoever knows whether that is harmless, never by the client.
	o.MaxRetries, o.DialTimeout, o.ReadTimeout, o.WriteTimeout, o.PoolTimeout, o.ContextTimeoutEnabled = -1, dialTimeout, timeout, timeout, timeout, true
	o.DialerRetries = 1
	redis.SetLogger(silent{}) // what it would say is in the errors that it returns
	s.client = redis.NewClient(o)
	return s, nil
}

// silent drops the client's own lines.
type silent struct{}

// Printf does nothing.
func (silent) Printf(context.Context, string, ...any) {}

// Shared are the store's parts.
func (s *Store) Shared() gateway.Shared {
	return gateway.Shared{Shelf: s, Lanes: s, Counters: s, Log: s}
}

// Ping says whether the Redis answers now.
func (s *Store) Ping(ctx context.Context) error { return away(s.client.Ping(ctx).Err()) }

// Close lets go of the Redis; an embedded one ends.
func (s *Store) Close() error {
	err := s.client.Close()
	if s.mini != nil {
		s.mini.Close()
	}
	return err
}

func (s *Store) key(name string) string { return s.prefix + name }

func (s *Store) keys(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = s.key(name)
	}
	return out
}

// away says that Redis did not answer as it should: whatever the reason is, nobody can say whether it was done.
func away(err error) error {
	if err == nil || errors.Is(err, gateway.ErrAway) {
		return err
	}
	return fmt.Errorf("%w: %w", gateway.ErrAway, err)
}
