package sequencer

import (
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Verdict is what became of a receipt.
type Verdict string

// The verdicts.
const (
	Honoured Verdict = "honoured" // the envelope is in its slot's batch
	Void     Verdict = "void"     // it is not, and the member did what it promised, or promised nothing
	Violated Verdict = "violated" // it is not, and the member's own signature shows why
)

// Cause is why a receipt is void.
type Cause string

// The causes, in the order in which they are looked for.
const (
	NoCause       Cause = ""
	OtherNetwork  Cause = "other network"   // the receipt is for another network
	NoMember      Cause = "no member"       // the account that it names has no seat
	BadReceipt    Cause = "bad signature"   // the receipt's signature is not the member's
	NoPromise     Cause = "no promise"      // it came after the list for its slot was signed, and says so
	NoExtension   Cause = "no extension"    // the block embeds no extension of the member
	TooFew        Cause = "listed by few"   // the member listed it; with at most f lists no proposer owes it
	Lagged        Cause = "execution lags"  // the batch had to be empty
	NoRoom        Cause = "no room"         // the batch had no room for it, or its bidder's part had none
	FeeNotCovered Cause = "fee not covered" // there was room; so its bidder's fee balance did not cover it
)

// Case is a receipt with all that is needed to judge it. Attested and Lists come from any node: what they say is
// checked against the group's and the members' signatures.
type Case struct {
	Parameters *rollup.Parameters
	Network    rollup.Network
	Group      threshold.PublicKey
	Signed     VoteCheck

	Receipt  Receipt
	Envelope *auction.Clear // nil if it is not known; then only Honoured can be said
	Attested *Attested      // of the envelope's slot
	Lists    *Lists         // of the same slot; nil if the node has none
}

// Judgement is a verdict with what shows it.
type Judgement struct {
	Verdict   Verdict
	Cause     Cause      // of Void
	Detail    string     // the cause in numbers
	Inclusion *Inclusion // of Honoured
	Evidence  *Evidence  // of Violated
}

// Inclusion shows that an envelope is in its slot's batch: its id under the attested header's batch root, and its
// fate under the fate root.
type Inclusion struct {
	Header     builder.Header
	Signature  threshold.Signature
	Index      int
	BatchProof []rollup.Digest
	Fate       builder.Fate
	FateIndex  int
	FateProof  []rollup.Digest
}

// ErrUnproven means that what a node answered does not bear its signatures, or is about something else.
var ErrUnproven = errors.New("the node's answer does not hold")

// ErrEnvelope means that the receipt can only be judged together with the envelope that it is for.
var ErrEnvelope = errors.New("the envelope is not in the batch of the receipt's slot; give the envelope itself")

// Slot is the slot whose batch decides: the envelope's, or, while that is not known, the one that a receipt which
// promises something names.
func (c *Case) Slot() rollup.Slot {
	if c.Envelope != nil {
		return c.Envelope.Slot
	}
	return c.Receipt.Slot
}

// Standing judges the receipt alone: nil if it is a member's of this network.
func (c *Case) Standing() *Judgement {
	switch {
	case c.Receipt.Network != c.Network.ID:
		return &Judgement{Verdict: Void, Cause: OtherNetwork, Detail: c.Receipt.Network.Hex()}
	case c.seat() < 0:
		return &Judgement{Verdict: Void, Cause: NoMember, Detail: c.Receipt.Member.Hex()}
	case c.Receipt.Verify() != nil:
		return &Judgement{Verdict: Void, Cause: BadReceipt, Detail: c.Receipt.Member.Hex()}
	}
	return nil
}

// Judge is the verdict. ErrUnproven, ErrEnvelope.
func (c *Case) Judge() (*Judgement, error) {
	if j := c.Standing(); j != nil {
		return j, nil
	}
	if e := c.Envelope; e != nil && (e.Network != c.Network || e.ID() != c.Receipt.Envelope) {
		return nil, fmt.Errorf("the receipt is for another envelope than %s: %w", e.ID(), ErrUnproven)
	}
	batch, err := c.batch()
	if err != nil {
		return nil, err
	}
	for i, e := range batch.Envelopes {
		if e.ID() == c.Receipt.Envelope {
			return c.honoured(batch, i)
		}
	}
	switch {
	case c.Envelope == nil:
		return nil, ErrEnvelope
	case !c.Receipt.Promises(c.Slot()):
		return &Judgement{Verdict: Void, Cause: NoPromise, Detail: fmt.Sprintf("held for slot %s, before the list of slot %s", c.Slot(), c.Receipt.Slot)}, nil
	}
	return c.unlisted(batch)
}

// seat is the position of the receipt's member; −1 if it has none.
func (c *Case) seat() int {
	return slices.IndexFunc(c.Parameters.Members, func(m rollup.Member) bool { return m.Account == c.Receipt.Member })
}

// batch is the slot's, as its attested header commits to it.
func (c *Case) batch() (*auction.Batch, error) {
	h := &c.Attested.Header
	if h.Slot != c.Slot() || h.Network != c.Network {
		return nil, fmt.Errorf("slot %s of %s, want slot %s of %s: %w", h.Slot, h.Network, c.Slot(), c.Network, ErrUnproven)
	}
	if err := c.Attested.Verify(c.Group); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnproven, err)
	}
	out := &auction.Batch{Network: h.Network, Slot: h.Slot}
	for i, raw := range c.Attested.Envelopes {
		e, err := auction.DecodeSealed(raw)
		if err != nil {
			return nil, fmt.Errorf("%w: envelope %d: %w", ErrUnproven, i, err)
		}
		out.Envelopes = append(out.Envelopes, e)
	}
	if out.Root() != h.BatchRoot || builder.FateRoot(c.Attested.Fates) != h.FateRoot {
		return nil, fmt.Errorf("slot %s: envelopes or fates that its header does not commit to: %w", h.Slot, ErrUnproven)
	}
	return out, nil
}

func (c *Case) honoured(batch *auction.Batch, i int) (*Judgement, error) {
	a := c.Attested
	at := slices.IndexFunc(a.Fates, func(f builder.Fate) bool { return f.Envelope == c.Receipt.Envelope })
	if at < 0 {
		return nil, fmt.Errorf("slot %s: no fate of envelope %s: %w", a.Header.Slot, c.Receipt.Envelope, ErrUnproven)
	}
	return &Judgement{Verdict: Honoured, Inclusion: &Inclusion{
		Header: a.Header, Signature: a.Signature, Index: i, BatchProof: batch.Proof(i),
		Fate: a.Fates[at], FateIndex: at, FateProof: builder.FateProof(a.Fates, at),
	}}, nil
}

// unlisted judges a promise for an envelope that is not in the batch, by what the members had signed.
func (c *Case) unlisted(batch *auction.Batch) (*Judgement, error) {
	l, seat, faulty := c.Lists, c.seat(), c.Parameters.MaxFaulty()
	if l == nil || l.Slot != c.Slot() {
		return nil, fmt.Errorf("no lists for slot %s: %w", c.Slot(), ErrUnproven)
	}
	var said []*Extension
	for _, v := range l.Votes {
		if err := c.Signed(l.Slot-1, l.Round, v); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrUnproven, err)
		}
		if e, err := DecodeExtension(v.Extension); err == nil {
			said = append(said, e)
		}
	}
	vote, found := l.Of(seat)
	if !found {
		return &Judgement{Verdict: Void, Cause: NoExtension, Detail: fmt.Sprintf("block %s embeds those of %d of %d members", l.Slot, len(l.Votes), len(c.Parameters.Members))}, nil
	}
	if !lists(vote.Extension, c.Receipt.Envelope) {
		return &Judgement{Verdict: Violated, Evidence: &Evidence{*c.Envelope, c.Receipt, l.Round, vote}}, nil
	}
	listed := Listed(said, faulty)
	if !slices.Contains(listed, c.Receipt.Envelope) {
		return &Judgement{Verdict: Void, Cause: TooFew, Detail: fmt.Sprintf("%d members' lists oblige a proposer", faulty+1)}, nil
	}
	if lag := uint64(l.Slot) - uint64(l.Keyed); lag > c.Parameters.MaxLag {
		return &Judgement{Verdict: Void, Cause: Lagged, Detail: fmt.Sprintf("%d slots behind, at most %d", lag, c.Parameters.MaxLag)}, nil
	}
	return c.crowded(batch, listed), nil
}

// crowded says whether there was room when the envelope's turn came. The batch was accepted without it, so what
// remains is its fee. Listed envelopes that were passed over like this one are not at hand; they count for no turn,
// which can only make this one's seem earlier.
func (c *Case) crowded(batch *auction.Batch, listed []rollup.Digest) *Judgement {
	known := map[rollup.Digest]*Envelope{c.Receipt.Envelope: {
		Sealed: &auction.Sealed{Slot: c.Envelope.Slot, Bidder: c.Envelope.Bidder, SizeClass: c.Envelope.SizeClass, GasClass: c.Envelope.GasClass},
		ID:     c.Receipt.Envelope, Raw: make([]byte, c.Envelope.Size()),
	}}
	for i, e := range batch.Envelopes {
		known[e.ID()] = &Envelope{Sealed: e, ID: e.ID(), Raw: c.Attested.Envelopes[i]}
	}
	var in []*Envelope
	for _, id := range listed {
		if e := known[id]; e != nil {
			in = append(in, e)
		}
	}
	room := NewRoom(c.Parameters, unlimited{})
	for _, e := range Turns(in) {
		err := room.Take(e.Sealed, len(e.Raw))
		if e.ID == c.Receipt.Envelope {
			if err != nil {
				return &Judgement{Verdict: Void, Cause: NoRoom, Detail: err.Error()}
			}
			break
		}
	}
	return &Judgement{Verdict: Void, Cause: FeeNotCovered, Detail: "bidder " + c.Envelope.Bidder.Hex()}
}

// unlimited are fee balances that nobody looks at.
type unlimited struct{}

func (unlimited) Reserve([]*auction.Sealed) error { return nil }
