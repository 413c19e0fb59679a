package gateway

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// nameKey names a bundle for cancelling and replacing: by who signed and what it called it.
type nameKey struct {
	Signer rollup.Address `json:"signer"`
	UUID   string         `json:"uuid"`
}

// Replacement is the name inside the seal: keccak256("chorale/replacement/v1" ‖ signer (20) ‖ uuid bytes). All
// envelopes of a gateway have one bidder, so the signer is what keeps its users' names apart.
func Replacement(signer rollup.Address, uuid string) rollup.Digest {
	return crypto.Keccak256Hash([]byte("chorale/replacement/v1"), signer[:], []byte(uuid))
}

func (k nameKey) replacement() rollup.Digest { return Replacement(k.Signer, k.UUID) }

func (k nameKey) record() string { return "name/" + k.replacement().Hex() }

// name is the record of what was sealed under a nameKey. At most one slot that is not judged holds a bundle of it that
// counts: what comes later stands in that same slot with a higher sequence, or goes elsewhere after that slot was
// cancelled. So two bundles of one name never both execute, whichever of the envelopes the batches hold, and whichever
// gateways sealed them: where a bundle stands is noted, unless another one stands elsewhere, before its envelope leaves.
type name struct {
	Last       uint64        `json:"last"`     // the highest sequence that was used
	Current    rollup.Digest `json:"current"`  // the newest bundle, zero once it ended
	Slot       rollup.Slot   `json:"slot"`     // in which a bundle of it counts, 0 if in none
	Standing   rollup.Digest `json:"standing"` // that bundle
	Executed   rollup.Slot   `json:"executed"` // in which a bundle of it executed, 0 if none did
	ExecutedBy rollup.Digest `json:"executed_by"`
	Answer     *Cancelled    `json:"answer,omitempty"` // to cancelling it, until another bundle is taken
}

// stood is where a name stood before something was tried.
type stood struct {
	slot rollup.Slot
	by   rollup.Digest
	last uint64 // its highest sequence; 0 if nothing new is tried
}

// stand says that a bundle stands in a slot, and that nothing with a lower sequence is sealed any more.
func (n *name) stand(hash rollup.Digest, slot rollup.Slot, sequence uint64) {
	n.Slot, n.Standing, n.Last = slot, hash, max(n.Last, sequence)
}

// restore puts the name back to where it stood before a bundle was tried that no member took.
func (n *name) restore(hash rollup.Digest, sequence uint64, before stood) {
	if n.Standing != hash {
		return
	}
	n.Slot, n.Standing = before.slot, before.by
	if before.last != 0 && n.Last == sequence {
		n.Last = before.last
	}
}

// fall says that a bundle stands in no slot any more.
func (n *name) fall(hash rollup.Digest) {
	if n.Standing == hash {
		n.Slot, n.Standing = 0, rollup.Digest{}
	}
}

// maxSequence leaves room above every number that is given.
const maxSequence = math.MaxInt64

// above refuses a number that is not above all that came before.
func (n *name) above(given uint64) *Refusal {
	switch {
	case given > maxSequence:
		return Malformed("replacementSeqNumber", "replacementSeqNumber is too large", "give a number below 2^63")
	case given <= n.Last:
		return Refuse(auction.Replaced, "replacementSeqNumber", fmt.Sprintf("replacementSeqNumber %d is not above %d, the highest under this name", given, n.Last),
			fmt.Sprintf("give %d or more, or none: then the order of arrival counts", n.Last+1))
	}
	return nil
}

// enter waits for the lane of a name, or of a bundle that has none.
func (g *Gateway) enter(ctx context.Context, lane string) (leave func(), r *Refusal) {
	leave, err := g.cfg.Shared.Lanes.Enter(ctx, lane)
	switch {
	case err == nil:
		return leave, nil
	case errors.Is(err, ErrAway):
		return nil, g.away(err)
	}
	return nil, Unavailable("another request of this name is under way", 100)
}

// lane is the lane in which a bundle is sealed.
func (h *held) lane() string {
	if h.Name != nil {
		return h.Name.record()
	}
	return heldName(h.hash)
}

func (g *Gateway) readName(ctx context.Context, key nameKey) (*name, error) {
	records, err := g.cfg.Shared.Shelf.Look(ctx, key.record())
	if err != nil {
		return nil, err
	}
	n, err := decodeRecord[name](records[key.record()], key.record())
	if n == nil {
		n = new(name)
	}
	return n, err
}

// settle judges what stands under a name if its slot is attested already: who asks may know that before this gateway does.
func (g *Gateway) settle(ctx context.Context, key nameKey) (*name, error) {
	n, err := g.readName(ctx, key)
	if err != nil || n.Slot == 0 || n.Slot >= g.cfg.Committee.Status().OpenSlot {
		return n, err
	}
	a, ok, err := g.Slot(ctx, n.Slot)
	if err != nil || !ok {
		return n, nil //nolint:nilerr // not known to be attested: it stands
	}
	h, err := g.look(ctx, n.Standing)
	switch {
	case err != nil:
		return n, err
	case h != nil && h.Slot == n.Slot && !h.Due:
		err = g.judge(ctx, h.fate(n.Standing, a))
	default: // nobody answered when it was sealed, and its maker was told so
		standing := stood{slot: n.Slot, by: n.Standing}
		err = g.with(ctx, []string{key.record()}, func(d *desk) error {
			n, err := d.name(key)
			if err != nil {
				return err
			}
			if n.Slot == standing.slot && n.Standing == standing.by {
				n.Slot, n.Standing = 0, rollup.Digest{}
				d.keepName(key, n)
			}
			return nil
		})
	}
	if err != nil {
		return n, err
	}
	return g.readName(ctx, key)
}

// number gives a bundle its place in its name: the number that its maker gave, else one by arrival, which is above every
// number before it. The caller is in its lane.
func (g *Gateway) number(ctx context.Context, h *held, given *uint64) *Refusal {
	n, err := g.readName(ctx, *h.Name)
	if err != nil {
		return g.away(err)
	}
	h.bundle.Replacement = h.Name.replacement()
	if given == nil {
		h.bundle.Sequence = max(n.Last+2, uint64(g.cfg.Now().UnixMicro())) //nolint:gosec // after 1970
		return nil
	}
	h.bundle.Sequence = *given
	return n.above(*given)
}

// placeNamed seals a named bundle for the first time. The caller is in its lane.
func (g *Gateway) placeNamed(ctx context.Context, h *held) (*Sent, *Refusal) {
	n, err := g.settle(ctx, *h.Name)
	if err != nil {
		return nil, g.away(err)
	}
	open, standing := g.cfg.Committee.Status().OpenSlot, n.Slot
	only, target := h.exact, max(open, h.First, h.exact)
	var cancelled []Cancellation
	switch {
	case standing == 0:
	case standing < open:
		r := tooLate(standing, "")
		r.RetryAfterMs = 2 * int64(g.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
		return nil, r
	case standing == target:
		only = target
		h.before.slot, h.before.by = n.Slot, n.Standing
	default:
		if h.bundle.Sequence <= n.Last+1 {
			return nil, Refuse(auction.Replaced, "replacementSeqNumber", fmt.Sprintf("slot %s, where the bundle before it stands, takes a number to cancel", standing),
				fmt.Sprintf("give %d or more, or name slot %s", n.Last+2, standing))
		}
		c, r := g.sealCancellation(ctx, *h.Name, stood{slot: n.Slot, by: n.Standing}, h.bundle.Sequence-1, h.Owners)
		if r != nil {
			return nil, r
		}
		if cancelled = append(cancelled, *c); !c.Promised {
			return nil, tooLate(standing, " unless the cancellation still gets into it")
		}
	}
	h.before.last = max(n.Last, 1)
	if len(cancelled) > 0 {
		h.before.last = h.bundle.Sequence - 1
	}
	if r := g.reserve(ctx, h, auction.Replaced); r != nil {
		return nil, r
	}
	done, r := g.send(ctx, h, only)
	if r != nil {
		g.release(ctx, h, r)
		if standing != 0 && only == standing && (r.Reason == auction.TooLate || r.Reason == auction.SlotInPast) {
			r = tooLate(standing, "")
		}
		return nil, r
	}
	if err := g.insist(ctx, "note what a bundle replaces", func() error { return g.succeed(ctx, h, done) }); err != nil {
		// The bundle is held and stands in its slot all the same; what it replaces is not sealed for another one, since
		// its name stands elsewhere.
		g.log.Error("note what a bundle replaces", "bundle", h.hash, "err", err)
	}
	done.Cancellations = cancelled
	return done, nil
}

// succeed makes h the newest of its name, and ends the one that it replaces.
func (g *Gateway) succeed(ctx context.Context, h *held, done *Sent) error {
	n, err := g.readName(ctx, *h.Name)
	if err != nil {
		return err
	}
	old := n.Current
	var entries []Entry
	err = g.with(ctx, []string{h.Name.record(), heldName(h.hash), heldName(old)}, func(d *desk) error {
		entries = nil
		n, err := d.name(*h.Name)
		if err != nil {
			return err
		}
		if old != (rollup.Digest{}) && old != h.hash {
			before, err := d.holding(old)
			if err != nil {
				return err
			}
			if before != nil && before.Ended == auction.None {
				before.Ended = auction.Replaced
				d.keep(old, before)
				entries = append(entries, Entry{Kind: Withdrawn, Bundle: old, Envelope: before.Envelope, Reason: auction.Replaced})
			}
			entries = append(entries, Entry{Kind: Superseded, Bundle: old, Reason: auction.Replaced, Of: h.hash, Envelope: done.Envelope, Slot: done.Slot})
		}
		if n.ExecutedBy != h.hash {
			n.Executed = 0
		}
		n.Last, n.Answer, n.Current = max(n.Last, h.bundle.Sequence), nil, rollup.Digest{}
		if d.records[heldName(h.hash)] != nil { // else its fate came before its receipt
			n.Current = h.hash
		}
		d.keepName(*h.Name, n)
		return nil
	})
	if err == nil && len(entries) > 0 {
		g.tell(entries...)
	}
	return err
}

// Cancelled is the answer to cancelling: the bundle is not sealed again, and where it was sealed for a slot that is open,
// a cancellation stands beside it. Asked again, the answer is the same and nothing is sealed.
type Cancelled struct {
	Bundle        rollup.Digest
	Sequence      uint64         // the highest used; a later bundle of the name needs a higher one
	Cancellations []Cancellation // empty if it was in no batch to come
}

// Cancellation is an envelope that cancels what its bidder sealed for the slot under the same name. It pays an
// opening fee of its own, and what it cancels pays its own all the same: both are opened.
type Cancellation struct {
	Bundle   rollup.Digest // the cancellation's own
	Envelope rollup.Digest
	Slot     rollup.Slot
	Fee      *uint256.Int // wei
	Promised bool         // by the receipt, to be in the slot's batch; else it may have come too late
	Receipt  sequencer.Receipt
}

// sealCancellation cancels what stands in a slot. The caller is in the name's lane.
func (g *Gateway) sealCancellation(ctx context.Context, key nameKey, standing stood, sequence uint64, owners []rollup.Address) (*Cancellation, *Refusal) {
	b := &auction.Bundle{Bid: new(uint256.Int), Replacement: key.replacement(), Sequence: sequence}
	_, _ = rand.Read(b.Salt[:]) // never fails
	h := &held{holding: holding{Owners: owners, By: key.Signer.Hex()}, bundle: b, hash: b.Hash(), exact: standing.slot}
	done, r := g.send(ctx, h, standing.slot)
	if r != nil {
		if r.Reason == auction.TooLate || r.Reason == auction.SlotInPast {
			return nil, tooLate(standing.slot, "")
		}
		return nil, r
	}
	// If we crash here the name stands where it stood, and is cancelled once more: that changes nothing in the slot.
	var entries []Entry
	err := g.insist(ctx, "note a cancellation", func() error {
		return g.with(ctx, []string{key.record(), heldName(standing.by)}, func(d *desk) error {
			entries = []Entry{{Kind: Superseded, Bundle: standing.by, Reason: auction.Cancelled, Of: h.hash, Envelope: done.Envelope, Slot: standing.slot}}
			n, err := d.name(key)
			if err != nil {
				return err
			}
			cancelled, err := d.holding(standing.by)
			if err != nil {
				return err
			}
			n.Last = max(n.Last, sequence)
			if done.Promised() && n.Standing == standing.by { // else what stood there may stand
				n.Slot, n.Standing = 0, rollup.Digest{}
			}
			if cancelled != nil && cancelled.Ended == auction.None {
				cancelled.Ended = auction.Cancelled
				d.keep(standing.by, cancelled)
				entries = append(entries, Entry{Kind: Withdrawn, Bundle: standing.by, Envelope: cancelled.Envelope, Reason: auction.Cancelled})
			}
			d.keepName(key, n)
			return nil
		})
	})
	if err != nil {
		return nil, g.away(err)
	}
	g.tell(entries...)
	return &Cancellation{h.hash, done.Envelope, standing.slot, done.Fee, done.Promised(), done.Receipt}, nil
}

// Cancel withdraws what stands under a name: at once what is not sealed, by a cancellation in the same batch what is
// sealed for a slot that is open. What a closed slot holds stands. given is the cancellation's number; the next if nil.
func (g *Gateway) Cancel(ctx context.Context, c Caller, uuid string, given *uint64) (*Cancelled, *Refusal) {
	if c.Signer == (rollup.Address{}) {
		return nil, Refuse(auction.BadSignature, "replacementUuid", "only its signer can cancel a bundle",
			"sign the request by X-Flashbots-Signature, or authenticate the WebSocket by chorale_challenge")
	}
	if r := g.countBundle(ctx, c); r != nil {
		return nil, r
	}
	key := nameKey{c.Signer, uuid}
	leave, r := g.enter(ctx, key.record())
	if r != nil {
		return nil, r
	}
	defer leave()
	open := g.cfg.Committee.Status().OpenSlot
	w, r := g.withdraw(ctx, key, given)
	if r != nil || w.answer != nil {
		return w.answer, r
	}
	if w.standing.slot != 0 && w.standing.slot < open {
		return nil, tooLate(w.standing.slot, "; it is not sealed for another slot")
	}
	var cancellations []Cancellation
	if w.standing.slot != 0 {
		cancellation, r := g.sealCancellation(ctx, key, w.standing, w.sequence, []rollup.Address{c.Signer})
		if r != nil {
			return nil, r
		}
		cancellations = append(cancellations, *cancellation)
	}
	return g.withdrawn(ctx, key, cancellations)
}

// withdrawn notes what was sealed to cancel, and gives the answer, then and whenever it is asked for again.
func (g *Gateway) withdrawn(ctx context.Context, key nameKey, cancellations []Cancellation) (answer *Cancelled, r *Refusal) {
	err := g.insist(ctx, "note a cancelling", func() error {
		return g.with(ctx, []string{key.record()}, func(d *desk) error {
			n, err := d.name(key)
			if err != nil {
				return err
			}
			if n.Answer == nil {
				n.Answer = new(Cancelled)
			}
			answer = n.Answer
			answer.Sequence, answer.Cancellations = n.Last, append(answer.Cancellations, cancellations...)
			d.keepName(key, n)
			return nil
		})
	})
	if err != nil {
		return nil, g.away(err)
	}
	return answer, nil
}

// withdrawal is what there is to cancel.
type withdrawal struct {
	standing stood // slot 0 if it stands in none
	sequence uint64
	answer   *Cancelled // if it was cancelled before
}

// withdraw stops sealing a named bundle again, and says what else there is to do.
func (g *Gateway) withdraw(ctx context.Context, key nameKey, given *uint64) (w withdrawal, r *Refusal) {
	before, err := g.settle(ctx, key)
	if err != nil {
		return w, g.away(err)
	}
	var told []Entry
	err = g.with(ctx, []string{key.record(), heldName(before.Current)}, func(d *desk) error {
		w, told = withdrawal{}, nil
		n, err := d.name(key)
		if err != nil {
			return err
		}
		switch {
		case n.Last == 0 && n.Current == (rollup.Digest{}) && n.Slot == 0 && n.Answer == nil:
			return NotFound("replacementUuid", "no bundle of that name is held", "it ended already, or was sent by another key")
		case n.Answer != nil && n.Executed == 0 && (n.Slot == 0 || len(n.Answer.Cancellations) > 0):
			w.answer = n.Answer
			return nil
		case n.Executed != 0:
			return tooLate(n.Executed, "")
		}
		w = withdrawal{standing: stood{slot: n.Slot, by: n.Standing}, sequence: n.Last + 1}
		hash := n.Current
		if hash == (rollup.Digest{}) {
			if hash = n.Standing; n.Slot == 0 {
				return NotFound("replacementUuid", "the bundle of that name has ended", "see its fate by chorale_getBundle")
			}
		}
		if given != nil {
			if r := n.above(*given); r != nil {
				return r
			}
			w.sequence = *given
		}
		if hash == before.Current {
			h, err := d.holding(hash)
			if err != nil {
				return err
			}
			if h != nil && h.Ended == auction.None {
				h.Ended = auction.Cancelled
				d.keep(hash, h)
				told = append(told, Entry{Kind: Withdrawn, Bundle: hash, Envelope: h.Envelope, Reason: auction.Cancelled})
			}
		}
		n.Answer = &Cancelled{Bundle: hash, Sequence: n.Last, Cancellations: []Cancellation{}}
		d.keepName(key, n)
		return nil
	})
	if err != nil {
		return w, g.away(err)
	}
	if len(told) > 0 {
		g.tell(told...)
	}
	return w, nil
}
