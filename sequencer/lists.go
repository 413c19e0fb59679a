package sequencer

import "github.com/chorale-network/chorale/rollup"

// Lists is what the block of a slot embeds of the commit before it: what members said, signed, that they held
// for the slot; and how far opening keys stood in blocks, which decides whether the slot's batch might hold
// anything. A proposer embeds the votes of at least t members, its choice: who is not among them has not said
// nothing.
type Lists struct {
	Slot  rollup.Slot
	Round uint64      // of the commit of Slot−1, over which the votes are signed
	Votes []Vote      // by ascending member
	Keyed rollup.Slot // the keys of all slots up to this one stood in blocks up to this slot's own
}

// Of is a member's vote; false if the block embeds none.
func (l *Lists) Of(member int) (Vote, bool) {
	for _, v := range l.Votes {
		if v.Member == uint64(member) { //nolint:gosec // a seat
			return v, true
		}
	}
	return Vote{}, false
}
