package builder

import (
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// spent names a nonce that this slot consumed.
type spent struct {
	lane  lane
	nonce uint64
}

// sheet is what a slot's tries have changed besides the rollups. All of it can be taken back with them: each
// change notes how.
type sheet struct {
	held     map[rollup.Address]*uint256.Int // escrow held for bids that executed and are not charged yet
	executed map[rollup.Digest]bool          // hashes of bundles that took place
	consumed map[lane]uint64                 // the highest nonce that executed
	outbid   map[spent]bool                  // nonces consumed by winners
	changes  []change
}

// change is how one entry of one of a sheet's maps was changed: how to take it back, and how to make it again.
type change struct{ back, again func() }

func newSheet() *sheet {
	return &sheet{
		held: make(map[rollup.Address]*uint256.Int), executed: make(map[rollup.Digest]bool),
		consumed: make(map[lane]uint64), outbid: make(map[spent]bool),
	}
}

// set changes one entry of one of a sheet's maps and notes what it was.
func set[K comparable, V any](s *sheet, m map[K]V, k K, v V) {
	was, had := m[k]
	s.changes = append(s.changes, change{
		back: func() {
			if had {
				m[k] = was
			} else {
				delete(m, k)
			}
		},
		again: func() { m[k] = v },
	})
	m[k] = v
}

// rewind takes back everything since the sheet had made to changes.
func (s *sheet) rewind(to int) {
	for len(s.changes) > to {
		s.changes[len(s.changes)-1].back()
		s.changes = s.changes[:len(s.changes)-1]
	}
}

// keep sets aside what the sheet changed since it had made so many changes; recall makes it again, in place of
// whatever was changed since then.
func (s *sheet) keep(since int) (recall func()) {
	kept := slices.Clone(s.changes[since:])
	return func() {
		s.rewind(since)
		for _, c := range kept {
			c.again()
		}
		s.changes = append(s.changes, kept...)
	}
}

// heldFor is the escrow held for an account's bids, for reading only.
func (s *sheet) heldFor(a rollup.Address) *uint256.Int {
	if v, ok := s.held[a]; ok {
		return v
	}
	return new(uint256.Int)
}

// take notes an entry that executed.
func (s *sheet) take(e *auction.Entry, winner bool) {
	set(s, s.executed, e.Hash, true)
	for _, leg := range e.Txs {
		for _, tx := range leg {
			l := lane{tx.Chain, tx.Sender}
			if was, ok := s.consumed[l]; !ok || was < tx.Nonce() {
				set(s, s.consumed, l, tx.Nonce())
			}
			if winner {
				set(s, s.outbid, spent{l, tx.Nonce()}, true)
			}
		}
	}
	if winner {
		set(s, s.held, e.Payer, plus(s.heldFor(e.Payer), e.Bid))
	}
}

// bookmark names how the rollups and the sheet stood at a moment.
type bookmark struct {
	mark Mark
	made int // changes of the sheet
}

func (s *slotRun) mark() bookmark { return bookmark{s.builder.machine.Mark(), len(s.sheet.changes)} }

func (s *slotRun) rewind(to bookmark) error {
	s.sheet.rewind(to.made)
	return s.builder.machine.Rewind(to.mark)
}

// keep sets aside what was tried and stayed since a bookmark; recall brings it back, as Drafts says.
func (s *slotRun) keep(since bookmark) (recall func() error, err error) {
	rollups, err := s.builder.machine.Keep(since.mark)
	if err != nil {
		return nil, fmt.Errorf("keep: %w", err)
	}
	sheet := s.sheet.keep(since.made)
	return func() error {
		sheet()
		if err := rollups(); err != nil {
			return fmt.Errorf("recall: %w", err)
		}
		return nil
	}, nil
}
