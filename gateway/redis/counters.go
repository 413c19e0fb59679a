package redis

import (
	"context"
	"strconv"
	"time"

	"github.com/redis/go-redis/v9"
)

// takeScript adds ARGV[1] to a count if that makes at most ARGV[2], or if it is the first (ARGV[3]), for ARGV[4] ms.
var takeScript = redis.NewScript(`
local used = tonumber(redis.call('GET', KEYS[1]) or '0')
if used + tonumber(ARGV[1]) > tonumber(ARGV[2]) and not (used == 0 and ARGV[3] == '1') then return 0 end
redis.call('INCRBY', KEYS[1], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
return 1`)

// Take implements gateway.Counters.
func (s *Store) Take(ctx context.Context, name string, n, limit uint64, first bool, life time.Duration) (bool, error) {
	flag := "0"
	if first {
		flag = "1"
	}
	taken, err := takeScript.Run(ctx, s.client, []string{s.key(name)}, n, limit, flag, life.Milliseconds()).Int()
	return taken == 1, away(err)
}

// Counts implements gateway.Counters.
func (s *Store) Counts(ctx context.Context, names ...string) ([]uint64, error) {
	values, err := s.client.MGet(ctx, s.keys(names)...).Result()
	if err != nil {
		return nil, away(err)
	}
	out := make([]uint64, len(names))
	for i, v := range values {
		if text, ok := v.(string); ok {
			out[i], _ = strconv.ParseUint(text, 10, 64) // below zero is none
		}
	}
	return out, nil
}
