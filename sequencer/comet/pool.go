package comet

import (
	"slices"
	"sync"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// aheadSlots is how many slots before theirs envelopes are held.
const aheadSlots = 64

// held is an envelope in the pool. promise is the receipt's slot, 0 if another member took it.
type held struct {
	*sequencer.Envelope
	promise rollup.Slot
}

// bin holds the envelopes of one slot.
type bin struct {
	byID     map[rollup.Digest]held
	cipher   map[rollup.Digest]rollup.Address // keccak256 of a ciphertext → who sealed it first here
	bytes    uint64
	promised int
}

// pool holds envelopes of slots that have not closed. What it holds is bounded: by slots, by bytes of a slot,
// and by the fee balance of each bidder. Safe for concurrent use.
type pool struct {
	parameters *rollup.Parameters

	mu       sync.Mutex
	closed   rollup.Slot // slots up to this one are decided
	extended rollup.Slot // the height of the last extension signed: it lists slot extended+1
	bins     map[rollup.Slot]*bin
	owed     map[rollup.Address]*uint256.Int // fees of all held envelopes of a bidder
}

func newPool(p *rollup.Parameters) *pool {
	return &pool{parameters: p, bins: make(map[rollup.Slot]*bin), owed: make(map[rollup.Address]*uint256.Int)}
}

// refuse is a refusal in one line.
func refuse(reason auction.Reason, field, hint string) error {
	return &sequencer.Refusal{Reason: reason, Field: field, Hint: hint}
}

// add holds a checked envelope, or says why not. open is the slot that takes envelopes now; balance is the
// bidder's fee balance after the last decided block. For own ones it settles what the receipt may promise,
// atomically with the next list: either the list will have the envelope or the receipt does not say so.
func (p *pool) add(e *sequencer.Envelope, own bool, open rollup.Slot, balance *uint256.Int) (h held, fresh bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case e.Slot <= p.closed:
		return h, false, refuse(auction.SlotInPast, "slot", "the slot is over; seal for a later one")
	case own && e.Slot < open:
		return h, false, refuse(auction.TooLate, "slot", "the slot is being closed; seal for a later one")
	case e.Slot > max(open, p.closed+1)+aheadSlots:
		return h, false, refuse(auction.Malformed, "slot", "too far ahead of the open slot")
	}
	b := p.bins[e.Slot]
	if b == nil {
		b = &bin{byID: make(map[rollup.Digest]held), cipher: make(map[rollup.Digest]rollup.Address)}
		p.bins[e.Slot] = b
	}
	if h, ok := b.byID[e.ID]; ok {
		if !own || h.promise != 0 {
			return h, false, nil
		}
		return p.promise(b, h), true, nil // another member sent it first; now this one answers for it too
	}
	cipher := crypto.Keccak256Hash(e.Ciphertext)
	if by, ok := b.cipher[cipher]; ok && by != e.Bidder && own {
		return h, false, refuse(auction.Copied, "ciphertext", "this ciphertext was sealed by another bidder; it opens only under that name")
	}
	owed := p.owed[e.Bidder]
	if owed == nil {
		owed = new(uint256.Int)
	}
	total, overflow := new(uint256.Int).AddOverflow(owed, e.Fee(p.parameters))
	if overflow || total.Gt(balance) {
		return h, false, refuse(auction.InsufficientEscrow, "bidder", "the fee balance does not cover the opening fees of all its envelopes; deposit on L1")
	}
	if b.bytes+uint64(len(e.Raw)) > 4*p.parameters.BatchBytes || len(b.byID) >= 2*sequencer.MaxEnvelopes || own && b.promised >= sequencer.MaxHeld {
		return h, false, refuse(auction.RateLimited, "slot", "no more envelopes are taken for this slot")
	}
	p.owed[e.Bidder] = total
	b.bytes += uint64(len(e.Raw))
	if b.cipher[cipher] == (rollup.Address{}) {
		b.cipher[cipher] = e.Bidder
	}
	h = held{Envelope: e}
	if own {
		return p.promise(b, h), true, nil
	}
	b.byID[e.ID] = h
	return h, true, nil
}

// promise settles the receipt's slot: the envelope's while the list for it is still to be signed, otherwise
// the first one that is.
func (p *pool) promise(b *bin, h held) held {
	h.promise = max(h.Slot, p.extended+2)
	if h.promise == h.Slot {
		b.promised++
	}
	b.byID[h.ID] = h
	return h
}

// restore puts back what the store held.
func (p *pool) restore(e *sequencer.Envelope, promise rollup.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if e.Slot <= p.closed {
		return
	}
	b := p.bins[e.Slot]
	if b == nil {
		b = &bin{byID: make(map[rollup.Digest]held), cipher: make(map[rollup.Digest]rollup.Address)}
		p.bins[e.Slot] = b
	}
	if _, ok := b.byID[e.ID]; ok {
		return
	}
	b.byID[e.ID] = held{e, promise}
	b.bytes += uint64(len(e.Raw))
	b.cipher[crypto.Keccak256Hash(e.Ciphertext)] = e.Bidder
	owed := p.owed[e.Bidder]
	if owed == nil {
		owed = new(uint256.Int)
	}
	p.owed[e.Bidder] = new(uint256.Int).Add(owed, e.Fee(p.parameters))
	if promise == e.Slot {
		b.promised++
	}
}

// find is a held envelope of slot; nil if there is none.
func (p *pool) find(slot rollup.Slot, id rollup.Digest) *sequencer.Envelope {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.bins[slot]; b != nil {
		return b.byID[id].Envelope
	}
	return nil
}

// list is what the extension of height says is held for the slot after it: promised ones first, then others,
// as many as fit, ascending. From now on no receipt promises that slot.
func (p *pool) list(height rollup.Slot) []rollup.Digest {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.extended = max(p.extended, height)
	b := p.bins[height+1]
	if b == nil {
		return nil
	}
	var promised, others []rollup.Digest
	for id, h := range b.byID {
		if h.promise != 0 && h.promise <= height+1 {
			promised = append(promised, id)
		} else {
			others = append(others, id)
		}
	}
	ascending(others)
	out := append(promised, others[:min(len(others), max(0, sequencer.MaxHeld-len(promised)))]...)
	out = out[:min(len(out), sequencer.MaxHeld)]
	ascending(out)
	return out
}

func ascending(ids []rollup.Digest) {
	slices.SortFunc(ids, func(a, b rollup.Digest) int { return a.Cmp(b) })
}

// of are the envelopes held for slot, by ascending id.
func (p *pool) of(slot rollup.Slot) []*sequencer.Envelope {
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.bins[slot]
	if b == nil {
		return nil
	}
	out := make([]*sequencer.Envelope, 0, len(b.byID))
	for _, h := range b.byID {
		out = append(out, h.Envelope)
	}
	slices.SortFunc(out, func(a, b *sequencer.Envelope) int { return a.ID.Cmp(b.ID) })
	return out
}

// held is an envelope's record as the store keeps it; false if it is not held.
func (p *pool) held(slot rollup.Slot, id rollup.Digest) (heldRecord, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	b := p.bins[slot]
	if b == nil {
		return heldRecord{}, false
	}
	h, ok := b.byID[id]
	if !ok {
		return heldRecord{}, false
	}
	return heldRecord{h.Raw, h.promise}, true
}

// all are the envelopes held for slots that have not closed.
func (p *pool) all() []*sequencer.Envelope {
	p.mu.Lock()
	slots := make([]rollup.Slot, 0, len(p.bins))
	for s := range p.bins {
		slots = append(slots, s)
	}
	p.mu.Unlock()
	slices.Sort(slots)
	var out []*sequencer.Envelope
	for _, s := range slots {
		out = append(out, p.of(s)...)
	}
	return out
}

// close forgets the slots up to this one: from here on none of their envelopes is handed to anybody, since
// their keys may come out.
func (p *pool) close(through rollup.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = max(p.closed, through)
	for slot, b := range p.bins {
		if slot > p.closed {
			continue
		}
		for _, h := range b.byID {
			owed := new(uint256.Int).Sub(p.owed[h.Bidder], h.Fee(p.parameters))
			if owed.IsZero() {
				delete(p.owed, h.Bidder)
			} else {
				p.owed[h.Bidder] = owed
			}
		}
		delete(p.bins, slot)
	}
}

// begin sets where the consensus stands when the member starts. It may have signed the list of the height
// after the last decided one in an earlier life.
func (p *pool) begin(decided rollup.Slot) {
	p.close(decided)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.extended = max(p.extended, decided+1)
}
