package auction

import (
	"bytes"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
)

// replacement names what its bidder may replace or cancel. Two bidders cannot touch each other's.
type replacement struct {
	bidder rollup.Address
	name   rollup.Digest
}

// settleReplacements decides, among the entries against which nothing speaks, which of each bidder's with one
// Replacement counts: the one with the highest Sequence, of equal ones that with the lower lot. The others end
// Replaced, or Cancelled if the one that counts is a cancellation, which itself ends Cancelled. What is in
// the batch counts, whatever its order; after the slot has closed nothing can be added, so the boundary is exact.
func settleReplacements(entries []Entry, lots []rollup.Digest) {
	last := make(map[replacement]int)
	for i := range entries {
		e := &entries[i]
		if e.Reason != None || e.Bundle == nil || e.Bundle.Replacement == (rollup.Digest{}) {
			continue
		}
		r := replacement{e.Envelope.Bidder, e.Bundle.Replacement}
		j, ok := last[r]
		if !ok || e.Bundle.supersedes(entries[j].Bundle, lots[i], lots[j]) {
			last[r] = i
		}
	}
	for i := range entries {
		e := &entries[i]
		if e.Reason != None || e.Bundle == nil || e.Bundle.Replacement == (rollup.Digest{}) {
			continue
		}
		j := last[replacement{e.Envelope.Bidder, e.Bundle.Replacement}]
		switch by := entries[j].Bundle; {
		case by.Cancels():
			e.Reason, e.Fault = Cancelled, fmt.Sprintf("replacement: cancelled with sequence %d", by.Sequence)
		case i != j:
			e.Reason, e.Fault = Replaced, fmt.Sprintf("replacement: replaced with sequence %d", by.Sequence)
		}
	}
}

// supersedes says whether b counts before other of the same replacement.
func (b *Bundle) supersedes(other *Bundle, lot, otherLot rollup.Digest) bool {
	if b.Sequence != other.Sequence {
		return b.Sequence > other.Sequence
	}
	return bytes.Compare(lot[:], otherLot[:]) < 0
}
