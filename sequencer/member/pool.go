package member

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
	of       map[rollup.Address]use
	wanted   map[rollup.Digest]bool // what f+1 members listed: held whatever else is
	bytes    uint64
	promised int
}

// use is what one bidder's envelopes of a slot come to.
type use struct{ gas, bytes uint64 }

// pool holds envelopes of slots that have not closed. What it holds is bounded: by slots, by bytes of a slot,
// by the fee balance of each bidder and by each bidder's part of a batch. Only what f+1 members listed is held
// beyond that, since no batch is valid for whoever does not have it; one of them is honest and held it within
// these bounds. Safe for concurrent use.
type pool struct {
	parameters *rollup.Parameters

	mu       sync.Mutex
	closed   rollup.Slot // slots up to this one are decided here
	silent   rollup.Slot // … and up to this one somewhere: their keys may be out
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
	case e.Slot <= max(p.closed, p.silent):
		return h, false, refuse(auction.SlotInPast, "slot", "the slot is over; seal for a later one")
	case own && e.Slot < open:
		return h, false, refuse(auction.TooLate, "slot", "the slot is being closed; seal for a later one")
	case e.Slot > max(open, p.closed+1)+aheadSlots:
		return h, false, refuse(auction.Malformed, "slot", "too far ahead of the open slot")
	}
	b := p.bin(e.Slot)
	full := own && b.promised >= sequencer.MaxHeld // what cannot be listed is not promised
	if h, ok := b.byID[e.ID]; ok {
		switch {
		case !own || h.promise != 0:
			return h, false, nil
		case full:
			return held{}, false, refuse(auction.RateLimited, "slot", "no more envelopes are taken for this slot")
		}
		return p.promise(b, h), true, nil // another member sent it first; now this one answers for it too
	}
	cipher := crypto.Keccak256Hash(e.Ciphertext)
	if by, ok := b.cipher[cipher]; ok && by != e.Bidder && own {
		return h, false, refuse(auction.Copied, "ciphertext", "this ciphertext was sealed by another bidder; it opens only under that name")
	}
	if !b.wanted[e.ID] {
		if err := p.bounds(b, e, balance); err != nil {
			return h, false, err
		}
		if full {
			return h, false, refuse(auction.RateLimited, "slot", "no more envelopes are taken for this slot")
		}
	}
	p.count(b, e)
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

// bin is a slot's, made if there is none. Under the lock.
func (p *pool) bin(slot rollup.Slot) *bin {
	b := p.bins[slot]
	if b == nil {
		b = &bin{
			byID: make(map[rollup.Digest]held), cipher: make(map[rollup.Digest]rollup.Address),
			of: make(map[rollup.Address]use), wanted: make(map[rollup.Digest]bool),
		}
		p.bins[slot] = b
	}
	return b
}

// bounds says whether one more envelope is within what is held of a bidder and of a slot. A bidder's first for a
// slot finds room where others are refused their next: whoever fills the pool fills half of it. Under the lock.
func (p *pool) bounds(b *bin, e *sequencer.Envelope, balance *uint256.Int) error {
	size, own := uint64(len(e.Raw)), b.of[e.Bidder]
	total, overflow := new(uint256.Int).AddOverflow(p.owes(e.Bidder), e.Fee(p.parameters))
	if overflow || total.Gt(balance) {
		return refuse(auction.InsufficientEscrow, "bidder", "the fee balance does not cover the opening fees of all its envelopes; deposit on L1")
	}
	if own.gas+e.GasClass.Gas() > p.parameters.BidderGas || own.bytes+size > p.parameters.BidderBytes() {
		return refuse(auction.RateLimited, "bidder", "this bidder's envelopes fill its part of the slot's batch (bidderGas); seal for a later slot")
	}
	limit, most := 4*p.parameters.BatchBytes, 2*sequencer.MaxEnvelopes
	if own == (use{}) {
		limit, most = 2*limit, 2*most
	}
	if b.bytes+size > limit || len(b.byID) >= most {
		return refuse(auction.RateLimited, "slot", "no more envelopes are taken for this slot")
	}
	return nil
}

// owes are the fees of all held envelopes of a bidder. Under the lock.
func (p *pool) owes(bidder rollup.Address) *uint256.Int {
	if v := p.owed[bidder]; v != nil {
		return v
	}
	return new(uint256.Int)
}

// count enters an envelope into what its bidder and its slot come to. Under the lock.
func (p *pool) count(b *bin, e *sequencer.Envelope) {
	p.owed[e.Bidder] = new(uint256.Int).Add(p.owes(e.Bidder), e.Fee(p.parameters))
	b.bytes += uint64(len(e.Raw))
	own := b.of[e.Bidder]
	b.of[e.Bidder] = use{own.gas + e.GasClass.Gas(), own.bytes + uint64(len(e.Raw))}
}

// want has envelopes of a slot held when they come, whatever is held already: f+1 members listed them.
func (p *pool) want(slot rollup.Slot, ids []rollup.Digest) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if slot <= p.closed {
		return
	}
	b := p.bin(slot)
	for _, id := range ids {
		b.wanted[id] = true
	}
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
	b := p.bin(e.Slot)
	if _, ok := b.byID[e.ID]; ok {
		return
	}
	b.byID[e.ID] = held{e, promise}
	b.cipher[crypto.Keccak256Hash(e.Ciphertext)] = e.Bidder
	p.count(b, e)
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

// give is find for handing an envelope to somebody else: nil from the moment on at which its key may be out, also
// while this member has not heard how its slot was decided.
func (p *pool) give(slot rollup.Slot, id rollup.Digest) *sequencer.Envelope {
	p.mu.Lock()
	defer p.mu.Unlock()
	if b := p.bins[slot]; b != nil && slot > p.silent {
		return b.byID[id].Envelope
	}
	return nil
}

// silence says that the keys of slots up to this one may be out. Their envelopes stay, since this member may still
// have to judge a proposal by them, but no more come in and none goes out.
func (p *pool) silence(through rollup.Slot) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.silent = max(p.silent, through)
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
	var out []rollup.Digest
	var others []*sequencer.Envelope
	for id, h := range b.byID {
		if h.promise != 0 && h.promise <= height+1 {
			out = append(out, id) // at most MaxHeld
		} else {
			others = append(others, h.Envelope)
		}
	}
	byID(others)
	for _, e := range sequencer.Turns(others)[:min(len(others), sequencer.MaxHeld-len(out))] {
		out = append(out, e.ID)
	}
	ascending(out)
	return out
}

func byID(envelopes []*sequencer.Envelope) {
	slices.SortFunc(envelopes, func(a, b *sequencer.Envelope) int { return a.ID.Cmp(b.ID) })
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
	byID(out)
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
			owed := new(uint256.Int).Sub(p.owes(h.Bidder), h.Fee(p.parameters))
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
