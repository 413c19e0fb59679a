package sequencer

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// ErrEvidence refuses evidence that shows nothing; the error that wraps it says what is missing.
var ErrEvidence = errors.New("no evidence")

// VoteCheck says whether a vote's extension was signed at a height and round by the consensus key of its member.
type VoteCheck func(height rollup.Slot, round uint64, v Vote) error

// Evidence shows that a member broke its word: it signed that it held an envelope before the list for its slot
// was made, and then signed a list for that slot without it. Nothing else enters into it, so whoever knows the
// network's parameters can judge it; and no honest member can be accused: what its receipt promises stands in
// every list that it signs for that slot, in whatever round, before and after a crash.
type Evidence struct {
	Envelope auction.Clear // shows for which slot it was
	Receipt  Receipt
	Round    uint64 // in which the list was signed, at the height before the envelope's slot
	Vote     Vote
}

// Check is nil if the evidence holds for the network, else ErrEvidence.
func (e *Evidence) Check(p *rollup.Parameters, n rollup.Network, signed VoteCheck) error {
	fault := func(why string) error { return fmt.Errorf("%w: %s", ErrEvidence, why) }
	slot, seat := e.Envelope.Slot, e.Vote.Member
	switch {
	case e.Envelope.Network != n || e.Receipt.Network != n.ID:
		return fault("it is about another network")
	case e.Envelope.ID() != e.Receipt.Envelope:
		return fault("the receipt is for another envelope")
	case e.Receipt.Verify() != nil:
		return fault("the receipt is not signed by the member that it names")
	case seat >= uint64(len(p.Members)) || p.Members[seat].Account != e.Receipt.Member:
		return fault("the receipt and the list are not of one member")
	case !e.Receipt.Promises(slot):
		return fault("the receipt promises nothing for the envelope's slot")
	case slot < 2:
		return fault("there is no list for the first slot")
	}
	if err := signed(slot-1, e.Round, e.Vote); err != nil {
		return fmt.Errorf("%w: the list for slot %s is not signed by the member: %w", ErrEvidence, slot, err)
	}
	if lists(e.Vote.Extension, e.Receipt.Envelope) {
		return fault("the list names the envelope")
	}
	return nil
}

// lists says whether an extension names an envelope. One that cannot be read names none: no honest member signs
// such a thing.
func lists(extension []byte, id rollup.Digest) bool {
	e, err := DecodeExtension(extension)
	return err == nil && slices.Contains(e.Held, id)
}
