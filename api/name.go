package api

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"math"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// replaceKey names a bundle for cancelling and replacing: by who signed and what it called it.
type replaceKey struct {
	signer rollup.Address
	uuid   string
}

// replacement is the name inside the seal: keccak256("chorale/replacement/v1" ‖ signer (20) ‖ uuid bytes). All
// envelopes of a gateway have one bidder, so the signer is what keeps its users' names apart.
func (r replaceKey) replacement() rollup.Digest {
	return crypto.Keccak256Hash([]byte("chorale/replacement/v1"), r.signer[:], []byte(r.uuid))
}

// name is what was sealed under a replaceKey. At most one slot that is not attested holds a bundle of it that
// counts: what comes later stands in that same slot with a higher sequence, or goes elsewhere after that slot was
// cancelled. So two bundles of one name never both execute, whichever of the envelopes the batches hold.
// Guarded by the keeper's lock; changed by whoever is in its lane, and by fates.
type name struct {
	last       uint64        // the highest sequence that was used
	current    *holding      // the newest bundle, nil once it ended
	slot       rollup.Slot   // in which a bundle of it counts, 0 if in none
	standing   *holding      // that bundle
	executed   rollup.Slot   // in which a bundle of it executed, 0 if none did
	executedBy rollup.Digest // that bundle
	answer     *Cancelled    // to cancelling it, until another bundle is taken
	touched    rollup.Slot
}

func (n *name) stand(h *holding, slot rollup.Slot) { n.slot, n.standing = slot, h }

// fall says that h stands in no slot any more.
func (n *name) fall(h *holding) {
	if n.standing == h {
		n.slot, n.standing = 0, nil
	}
}

// leave says that h ended.
func (n *name) leave(h *holding) {
	if n.current == h {
		n.current = nil
	}
}

// lanes have what is done under one name go one after the other: requests, and sealing again.
type lanes struct {
	seed  maphash.Seed
	doors [64]chan struct{}
}

func newLanes() *lanes {
	l := &lanes{seed: maphash.MakeSeed()}
	for i := range l.doors {
		l.doors[i] = make(chan struct{}, 1)
	}
	return l
}

// enter waits for a name's lane. Who entered it must leave it.
func (l *lanes) enter(ctx context.Context, key replaceKey) (leave func(), r *Refusal) {
	door := l.doors[maphash.Comparable(l.seed, key)%uint64(len(l.doors))]
	select {
	case door <- struct{}{}:
		return func() { <-door }, nil
	case <-ctx.Done():
		return nil, unavailable("another request of this name is under way", 100)
	}
}

// of enters the lane of a held bundle, which is nobody's if it has no name.
func (l *lanes) of(ctx context.Context, h *holding) (leave func(), r *Refusal) {
	if h.name == nil {
		return func() {}, nil
	}
	return l.enter(ctx, h.key)
}

// maxSequence leaves room above every number that is given.
const maxSequence = math.MaxInt64

// number finds a name, or makes it, and gives the bundle its place in it: the number that its maker gave, else
// one by arrival, which is above every number before it, those of an earlier life of this gateway included.
func (k *keeper) number(h *holding, given *number) *Refusal {
	k.mu.Lock()
	defer k.mu.Unlock()
	n := k.names[h.key]
	if n == nil {
		n = &name{} // entered in names once a bundle of it is taken
	}
	h.name = n
	h.bundle.Replacement = h.key.replacement()
	if given == nil {
		h.bundle.Sequence = max(n.last+2, uint64(k.server.cfg.Now().UnixMicro())) //nolint:gosec // after 1970
		return nil
	}
	h.bundle.Sequence = uint64(*given)
	return n.above(uint64(*given))
}

// above refuses a number that is not above all that came before.
func (n *name) above(given uint64) *Refusal {
	switch {
	case given > maxSequence:
		return malformed("replacementSeqNumber", "replacementSeqNumber is too large", "give a number below 2^63")
	case given <= n.last:
		return refuse(auction.Replaced, "replacementSeqNumber", fmt.Sprintf("replacementSeqNumber %d is not above %d, the highest under this name", given, n.last),
			fmt.Sprintf("give %d or more, or none: then the order of arrival counts", n.last+1))
	}
	return nil
}

// tooLate is the answer when the batch with the bundle in it is closed.
func tooLate(slot rollup.Slot, done string) *Refusal {
	return refuse(auction.TooLate, "replacementUuid", "slot "+slot.String()+" has closed with the bundle in it: its fate stands"+done,
		"follow it by chorale_getBundle: its fate is known about a slot and a half after the close")
}

// placeNamed seals a named bundle for the first time. The caller is in its lane.
func (s *Server) placeNamed(ctx context.Context, h *holding) (*sent, []Cancellation, *Refusal) {
	k, n := s.keeper, h.name
	newest, open := s.book.newest(), s.cfg.Committee.Status().OpenSlot
	k.mu.Lock()
	standing := n.slot
	if standing <= newest { // attested: what stood there is decided
		standing = 0
	}
	last := n.last
	k.mu.Unlock()
	only, target := h.exact, max(open, h.first, h.exact)
	var cancelled []Cancellation
	switch {
	case standing == 0:
	case standing < open:
		r := tooLate(standing, "")
		r.RetryAfterMs = 2 * int64(s.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
		return nil, nil, r
	case standing == target:
		only = target
	default:
		if h.bundle.Sequence <= last+1 {
			return nil, nil, refuse(auction.Replaced, "replacementSeqNumber", fmt.Sprintf("slot %s, where the bundle before it stands, takes a number to cancel", standing),
				fmt.Sprintf("give %d or more, or name slot %s", last+2, standing))
		}
		c, r := s.sealCancellation(ctx, h.key, n, standing, h.bundle.Sequence-1, h.owners)
		if r != nil {
			return nil, nil, r
		}
		if cancelled = append(cancelled, *c); !c.Promised {
			return nil, nil, tooLate(standing, " unless the cancellation still gets into it")
		}
	}
	if r := k.reserve(h); r != nil {
		return nil, nil, r
	}
	before := k.standing(n)
	done, r := s.gateway.send(ctx, h, only)
	if r != nil {
		k.release(h)
		k.restore(n, h, before, r)
		if standing != 0 && only == standing && (r.Reason == auction.TooLate || r.Reason == auction.SlotInPast) {
			r = tooLate(standing, "")
		}
		return nil, nil, r
	}
	old := k.succeed(n, h)
	s.keeper.sealed(h, done)
	s.book.superseded(old, supersession{reason: auction.Replaced, bundle: h.hash, envelope: done.envelope, slot: done.slot})
	return done, cancelled, nil
}

// stood is where a name stood before something was tried.
type stood struct {
	slot rollup.Slot
	by   *holding
}

func (k *keeper) standing(n *name) stood {
	k.mu.Lock()
	defer k.mu.Unlock()
	return stood{n.slot, n.standing}
}

// restore puts a name back after a bundle was refused. Where nobody answered, its envelope may stand.
func (k *keeper) restore(n *name, h *holding, before stood, r *Refusal) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if r.Reason == auction.Unavailable && n.standing == h {
		k.enlist(n, h)
		return
	}
	n.slot, n.standing = before.slot, before.by
}

// succeed makes h the newest of its name, and gives back the hash of the one that it replaces, zero if none.
func (k *keeper) succeed(n *name, h *holding) (old rollup.Digest) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if before := n.current; before != nil && before != h {
		old = before.hash
		if before.ended == auction.None {
			before.ended = auction.Replaced
		}
	}
	if n.executedBy != h.hash {
		n.executed = 0
	}
	k.enlist(n, h)
	n.answer, n.current = nil, nil
	if k.held[h.hash] == h { // else its fate came before its receipt
		n.current = h
	}
	return old
}

func (k *keeper) enlist(n *name, h *holding) {
	k.names[h.key] = n
	n.last, n.touched = max(n.last, h.bundle.Sequence), max(n.touched, h.slot)
}

// forgetNames drops names under which nothing is held and nothing happened for as long as anything is sealed
// again. Under the lock.
func (k *keeper) forgetNames(newest rollup.Slot) {
	for key, n := range k.names {
		if n.current == nil && n.slot <= newest && n.touched+k.server.cfg.Limits.ResealSlots < newest {
			delete(k.names, key)
		}
	}
}

// CancelParams name a bundle by what its maker called it.
type CancelParams struct {
	ReplacementUUID      string  `json:"replacementUuid"`
	ReplacementSeqNumber *number `json:"replacementSeqNumber"` // above every one before; the next if absent
}

// Cancelled is the answer to chorale_cancelBundle: the bundle is not sealed again, and where it was sealed for a
// slot that is open, a cancellation stands beside it. Asked again, the answer is the same and nothing is sealed.
type Cancelled struct {
	BundleHash     rollup.Digest  `json:"bundleHash"`
	Code           auction.Reason `json:"code"`                 // CANCELLED
	SequenceNumber decimal        `json:"replacementSeqNumber"` // the highest used; a later bundle of the name needs a higher one
	Cancellations  []Cancellation `json:"cancellations"`        // empty if it was in no batch to come
}

// Cancellation is an envelope that cancels what its bidder sealed for the slot under the same name. It pays an
// opening fee of its own, and what it cancels pays its own all the same: both are opened.
type Cancellation struct {
	BundleHash rollup.Digest   `json:"bundleHash"` // the cancellation's own
	Envelope   rollup.Digest   `json:"envelope"`
	Slot       decimal         `json:"slot"`
	Fee        wei             `json:"fee"`      // wei
	Promised   bool            `json:"promised"` // by the receipt, to be in the slot's batch; else it may have come too late
	Receipt    json.RawMessage `json:"receipt"`
}

// sealCancellation cancels what stands in a slot. The caller is in the name's lane.
func (s *Server) sealCancellation(ctx context.Context, key replaceKey, n *name, slot rollup.Slot, sequence uint64, owners []rollup.Address) (*Cancellation, *Refusal) {
	b := &auction.Bundle{Bid: new(uint256.Int), Replacement: key.replacement(), Sequence: sequence}
	_, _ = rand.Read(b.Salt[:]) // never fails
	h := &holding{order: order{bundle: b, hash: b.Hash(), exact: slot, owners: owners}, key: key, by: key.signer.Hex()}
	done, r := s.gateway.send(ctx, h, slot)
	if r != nil {
		if r.Reason == auction.TooLate || r.Reason == auction.SlotInPast {
			return nil, tooLate(slot, "")
		}
		return nil, r
	}
	s.keeper.mu.Lock()
	cancelled := n.standing
	n.last, n.touched = max(n.last, sequence), max(n.touched, slot)
	if done.promised() { // else what stood there may stand
		n.slot, n.standing = 0, nil
	}
	if cancelled != nil && cancelled.ended == auction.None {
		cancelled.ended = auction.Cancelled
	}
	s.keeper.mu.Unlock()
	if cancelled != nil {
		s.book.superseded(cancelled.hash, supersession{reason: auction.Cancelled, bundle: h.hash, envelope: done.envelope, slot: slot})
	}
	return &Cancellation{h.hash, done.envelope, decimal(slot), wei{done.fee}, done.promised(), camelJSON(snakeJSON(receiptRow(&done.receipt)))}, nil
}

// cancelBundle withdraws what stands under a name: at once what is not sealed, by a cancellation in the same
// batch what is sealed for a slot that is open. What a closed slot holds stands.
func (s *Server) cancelBundle(ctx context.Context, c *caller, p *CancelParams) (*Cancelled, *Refusal) {
	key := replaceKey{c.signer, p.ReplacementUUID}
	leave, r := s.keeper.lanes.enter(ctx, key)
	if r != nil {
		return nil, r
	}
	defer leave()
	newest, open := s.book.newest(), s.cfg.Committee.Status().OpenSlot
	w, r := s.keeper.withdraw(key, p.ReplacementSeqNumber, newest)
	if r != nil || w.answer != nil {
		return w.answer, r
	}
	if w.slot != 0 && w.slot < open {
		return nil, tooLate(w.slot, "; it is not sealed for another slot")
	}
	var cancellations []Cancellation
	if w.slot != 0 {
		cancellation, r := s.sealCancellation(ctx, key, w.name, w.slot, w.sequence, []rollup.Address{c.signer})
		if r != nil {
			return nil, r
		}
		cancellations = append(cancellations, *cancellation)
	}
	return s.keeper.withdrawn(w.name, cancellations), nil
}

// withdrawn notes what was sealed to cancel, and gives the answer, then and whenever it is asked for again.
func (k *keeper) withdrawn(n *name, cancellations []Cancellation) *Cancelled {
	k.mu.Lock()
	defer k.mu.Unlock()
	out := *n.answer
	out.SequenceNumber, out.Cancellations = decimal(n.last), append(out.Cancellations, cancellations...)
	n.answer = &out
	return n.answer
}

// withdrawal is what there is to cancel.
type withdrawal struct {
	name     *name
	hash     rollup.Digest
	slot     rollup.Slot // in which it stands, 0 if in none
	sequence uint64
	answer   *Cancelled // if it was cancelled before
}

// withdraw stops sealing a named bundle again, and says what else there is to do.
func (k *keeper) withdraw(key replaceKey, given *number, newest rollup.Slot) (w withdrawal, r *Refusal) {
	k.mu.Lock()
	defer k.mu.Unlock()
	n := k.names[key]
	if n == nil {
		return w, notFound("replacementUuid", "no bundle of that name is held", "it ended already, or was sent by another key")
	}
	if n.slot != 0 && n.slot <= newest {
		n.slot, n.standing = 0, nil
	}
	if n.answer != nil && n.executed == 0 && (n.slot == 0 || len(n.answer.Cancellations) > 0) {
		return withdrawal{answer: n.answer}, nil
	}
	if n.executed != 0 {
		return w, tooLate(n.executed, "")
	}
	w = withdrawal{name: n, slot: n.slot, sequence: n.last + 1}
	switch {
	case n.current != nil:
		w.hash = n.current.hash
	case n.standing != nil:
		w.hash = n.standing.hash
	default:
		return w, notFound("replacementUuid", "the bundle of that name has ended", "see its fate by chorale_getBundle")
	}
	if given != nil {
		if r := n.above(uint64(*given)); r != nil {
			return w, r
		}
		w.sequence = uint64(*given)
	}
	if n.current != nil && n.current.ended == auction.None {
		n.current.ended = auction.Cancelled
	}
	n.answer = &Cancelled{BundleHash: w.hash, Code: auction.Cancelled, SequenceNumber: decimal(n.last), Cancellations: []Cancellation{}}
	return w, nil
}
