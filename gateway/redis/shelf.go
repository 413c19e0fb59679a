package redis

import (
	"context"
	"errors"
	"strconv"

	"github.com/chorale-network/chorale/gateway"
	"github.com/redis/go-redis/v9"
)

// Change implements gateway.Shelf: WATCH, read, MULTI, write, EXEC. If we crash before EXEC nothing is written; Redis does
// all of it or nothing.
func (s *Store) Change(ctx context.Context, names []string, edit func(gateway.Records) ([]gateway.Write, error)) error {
	keys := s.keys(names)
	if len(keys) == 0 {
		keys = []string{s.key("none")} // nothing is read
		names = []string{"none"}
	}
	for {
		var refused error
		err := s.client.Watch(ctx, func(tx *redis.Tx) error {
			records, err := records(tx.MGet(ctx, keys...), names)
			if err != nil {
				return err
			}
			writes, err := edit(records)
			if refused = err; err != nil || len(writes) == 0 {
				return nil
			}
			_, err = tx.TxPipelined(ctx, func(p redis.Pipeliner) error {
				for i := range writes {
					s.write(ctx, p, &writes[i])
				}
				return nil
			})
			return err
		}, keys...)
		switch {
		case errors.Is(err, redis.TxFailedErr) && ctx.Err() == nil: // somebody else changed what was read
			continue
		case err != nil:
			return away(err)
		}
		return refused
	}
}

func (s *Store) write(ctx context.Context, p redis.Pipeliner, w *gateway.Write) {
	switch {
	case w.List != "" && w.Leave:
		p.ZRem(ctx, s.key(w.List), w.Name)
	case w.List != "":
		p.ZAdd(ctx, s.key(w.List), redis.Z{Score: float64(w.Score), Member: w.Name}) // slots are far below 2^53
	case w.Add != 0:
		p.IncrBy(ctx, s.key(w.Name), w.Add)
		if w.Life != 0 {
			p.PExpire(ctx, s.key(w.Name), w.Life)
		}
	case w.Value == nil:
		p.Del(ctx, s.key(w.Name))
	default:
		p.Set(ctx, s.key(w.Name), w.Value, w.Life)
	}
}

func records(answer *redis.SliceCmd, names []string) (gateway.Records, error) {
	values, err := answer.Result()
	if err != nil {
		return nil, err
	}
	out := gateway.Records{}
	for i, v := range values {
		if text, ok := v.(string); ok {
			out[names[i]] = []byte(text)
		}
	}
	return out, nil
}

// Look implements gateway.Shelf.
func (s *Store) Look(ctx context.Context, names ...string) (gateway.Records, error) {
	out, err := records(s.client.MGet(ctx, s.keys(names)...), names)
	return out, away(err)
}

// List implements gateway.Shelf.
func (s *Store) List(ctx context.Context, list string, most uint64) ([]string, error) {
	out, err := s.client.ZRangeArgs(ctx, redis.ZRangeArgs{Key: s.key(list), Start: "-inf", Stop: strconv.FormatUint(most, 10), ByScore: true}).Result()
	return out, away(err)
}
