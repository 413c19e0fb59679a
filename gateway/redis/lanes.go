package redis

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"time"

	"github.com/redis/go-redis/v9"
)

// laneLife is after how long a lane opens again whose holder was not heard of: longer than anything that is done in one.
const laneLife = 15 * time.Second

// lanePoll is how often a waiting request looks.
const lanePoll = 3 * time.Millisecond

// leaveScript opens a lane for whoever closed it, and nobody else's.
var leaveScript = redis.NewScript(`if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0`)

// Enter implements gateway.Lanes.
func (s *Store) Enter(ctx context.Context, name string) (func(), error) {
	tick := time.NewTicker(lanePoll)
	defer tick.Stop()
	for {
		leave, ok, err := s.Try(ctx, name)
		if err != nil || ok {
			return leave, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-tick.C:
		}
	}
}

// Try implements gateway.Lanes.
func (s *Store) Try(ctx context.Context, name string) (func(), bool, error) {
	raw := make([]byte, 16)
	_, _ = rand.Read(raw) // never fails
	key, token := s.key("lane/"+name), hex.EncodeToString(raw)
	ok, err := s.client.SetNX(ctx, key, token, laneLife).Result()
	if err != nil || !ok {
		return nil, false, away(err)
	}
	return func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), timeout)
		defer cancel()
		_ = leaveScript.Run(ctx, s.client, []string{key}, token).Err() // else it opens by itself
	}, true, nil
}
