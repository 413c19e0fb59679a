package redis

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/chorale-network/chorale/gateway"
	"github.com/chorale-network/chorale/rollup"
	"github.com/redis/go-redis/v9"
)

// Keys of the log: a stream whose ids are the entries' numbers, and how far it is.
const (
	streamKey = "log"
	headKey   = "log/head"  // next: the least number of the next entry; attested: the newest slot; first: the first number ever
	onceKey   = "log/once/" // what stands already
)

// readWait is how long Read waits for an entry.
const readWait = 50 * time.Millisecond

// appendScript numbers entries and adds them. KEYS: the stream, its head. ARGV: entries kept, for how many ms an entry is known to stand, the prefix of what
// stands, PublicStep; then for each entry its least number, whether it is public, the slot whose attestation makes it out
// of date (0 for none), whether it is that attestation, how many numbers are its own, what it is, and its bytes.
var appendScript = redis.NewScript(`
local next = tonumber(redis.call('HGET', KEYS[2], 'next') or '1')
local attested = tonumber(redis.call('HGET', KEYS[2], 'attested') or '0')
local step = tonumber(ARGV[4])
local wrote = 0
for i = 5, #ARGV, 7 do
  local number, slot, marks = tonumber(ARGV[i]), tonumber(ARGV[i + 2]), ARGV[i + 3] == '1'
  local stands = slot > 0 and attested >= slot
  if not stands and ARGV[i + 5] ~= '' then
    stands = not redis.call('SET', ARGV[3] .. ARGV[i + 5], '1', 'NX', 'PX', ARGV[2])
  end
  if not stands then
    if number > next then next = number end
    if number == 0 and ARGV[i + 1] == '1' then next = math.ceil(next / step) * step end
    redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], string.format('%.0f-0', next), 'e', ARGV[i + 6])
    redis.call('HSETNX', KEYS[2], 'first', string.format('%.0f', next))
    next = next + tonumber(ARGV[i + 4])
    if marks then attested = slot end
    wrote = wrote + 1
  end
end
if wrote > 0 then
  redis.call('HSET', KEYS[2], 'next', string.format('%.0f', next), 'attested', string.format('%.0f', attested))
end
return wrote`)

// Append implements gateway.Log.
func (s *Store) Append(ctx context.Context, entries ...gateway.Entry) error {
	args := []any{s.kept, s.once.Milliseconds(), s.key(onceKey), gateway.PublicStep}
	for i := range entries {
		e := &entries[i]
		raw, err := e.Encode()
		if err != nil {
			return err
		}
		var dated rollup.Slot
		if e.Kind == gateway.Stepped || e.Kind == gateway.Attested {
			dated = e.Slot
		}
		args = append(args, e.Number(), flag(e.Public()), uint64(dated), flag(e.Kind == gateway.Attested), e.Numbers(), e.Once(), raw)
	}
	return away(appendScript.Run(ctx, s.client, []string{s.key(streamKey), s.key(headKey)}, args...).Err())
}

func flag(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// Attested implements gateway.Log.
func (s *Store) Attested(ctx context.Context) (rollup.Slot, error) {
	n, err := s.headField(ctx, "attested")
	return rollup.Slot(n), err
}

func (s *Store) headField(ctx context.Context, field string) (uint64, error) {
	n, err := s.client.HGet(ctx, s.key(headKey), field).Uint64()
	if errors.Is(err, redis.Nil) {
		return 0, nil
	}
	return n, away(err)
}

// Read implements gateway.Log.
func (s *Store) Read(ctx context.Context, from uint64, limit int) (entries []gateway.Entry, lost uint64, err error) {
	after := strconv.FormatUint(max(from, 1)-1, 10) + "-0"
	streams, err := s.client.XRead(ctx, &redis.XReadArgs{Streams: []string{s.key(streamKey), after}, Count: int64(limit), Block: readWait}).Result()
	if errors.Is(err, redis.Nil) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, away(err)
	}
	for _, m := range streams[0].Messages {
		e, err := decode(m)
		if err != nil {
			return nil, 0, err
		}
		entries = append(entries, e)
	}
	if len(entries) < min(limit, int(s.kept)) { // nothing was dropped that so few follow
		return entries, 0, nil
	}
	lost, err = s.trimmed(ctx, from)
	return entries, lost, err
}

// trimmed is the oldest number that is held if the log once had entries from `from` on that it has no more.
func (s *Store) trimmed(ctx context.Context, from uint64) (uint64, error) {
	first, err := s.headField(ctx, "first")
	if err != nil {
		return 0, err
	}
	oldest, err := s.client.XRangeN(ctx, s.key(streamKey), "-", "+", 1).Result()
	if err != nil || len(oldest) == 0 {
		return 0, away(err)
	}
	e, err := decode(oldest[0])
	if err != nil || e.Seq <= from || e.Seq <= first {
		return 0, err
	}
	return e.Seq, nil
}

func decode(m redis.XMessage) (gateway.Entry, error) {
	id, _, _ := strings.Cut(m.ID, "-")
	seq, err := strconv.ParseUint(id, 10, 64)
	text, ok := m.Values["e"].(string)
	if err != nil || !ok {
		return gateway.Entry{}, fmt.Errorf("entry %s: %w", m.ID, gateway.ErrEntry)
	}
	return gateway.DecodeEntry(seq, []byte(text))
}
