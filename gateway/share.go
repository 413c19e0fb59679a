package gateway

import (
	"context"
	"time"

	"github.com/chorale-network/chorale/rollup"
)

// shareParts is into how many parts the gas is divided that one bidder, here the gateway, may have in a batch: of
// what it seals for others, no one sender has more than one of them.
const shareParts = 8

// share counts what each sender had the gateways seal, slot by slot. A sender's first envelope for a slot is always
// within its part, however much of it that is.
type share struct {
	counters Counters
	limit    uint64 // a sender's part, gas
}

// shareLife is for how long a slot is counted for: for as many as the committee takes envelopes ahead for, and more.
const shareLife = 5 * time.Minute

func shareName(slot rollup.Slot, by string) string { return "share/" + slot.String() + "/" + by }

func (s *share) fits(used, gas uint64) bool { return used == 0 || used+gas <= s.limit }

// next is the first slot from slot on with room, at most so many later and none after last (0: any); slot itself
// where none has room. Nothing overtakes what its sender had put off before: the nonces that follow would be too high.
func (s *share) next(ctx context.Context, slot, later, last rollup.Slot, by string, gas uint64) (rollup.Slot, error) {
	most := slot + later
	if last != 0 {
		most = max(slot, min(most, last))
	}
	names := make([]string, 0, later+1)
	for n := slot; n <= most; n++ {
		names = append(names, shareName(n, by))
	}
	used, err := s.counters.Counts(ctx, names...)
	if err != nil {
		return slot, err
	}
	from := 0
	for i := 1; i < len(used); i++ {
		if used[i] > 0 {
			from = i
		}
	}
	for i := from; i < len(used); i++ {
		if s.fits(used[i], gas) {
			return slot + rollup.Slot(i), nil //nolint:gosec // small
		}
	}
	return slot, nil
}

// take counts gas of a sender for a slot if there is room.
func (s *share) take(ctx context.Context, slot rollup.Slot, by string, gas uint64) (bool, error) {
	return s.counters.Take(ctx, shareName(slot, by), gas, s.limit, true, shareLife)
}
