package member

import (
	"context"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
)

// Within and ProtoSize are the cut of a proposal and its measure.
var (
	Within    = within
	ProtoSize = protoSize
)

// Pool is the pool of held envelopes.
type Pool struct{ p *pool }

// NewPool is an empty one.
func NewPool(p *rollup.Parameters) Pool { return Pool{newPool(p)} }

// Add holds an envelope and answers with what its receipt may say.
func (p Pool) Add(s *auction.Sealed, own bool, open rollup.Slot, balance uint64) (promise rollup.Slot, fresh bool, err error) {
	h, fresh, err := p.p.add(&sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: s.Encode()}, own, open, uint256.NewInt(balance))
	return h.promise, fresh, err
}

// List, Close and Has are the pool's.
func (p Pool) List(height rollup.Slot) []rollup.Digest     { return p.p.list(height) }
func (p Pool) Close(through rollup.Slot)                   { p.p.close(through) }
func (p Pool) Has(slot rollup.Slot, id rollup.Digest) bool { return p.p.find(slot, id) != nil }

// Of are the envelopes held for a slot; Gives says whether one of them may be passed on.
func (p Pool) Of(slot rollup.Slot) []*sequencer.Envelope     { return p.p.of(slot) }
func (p Pool) Gives(slot rollup.Slot, id rollup.Digest) bool { return p.p.give(slot, id) != nil }

// Silence says that the keys of slots up to one may be out.
func (p Pool) Silence(through rollup.Slot) { p.p.silence(through) }

// Want has envelopes held when they come, as those are that f+1 members listed.
func (p Pool) Want(slot rollup.Slot, ids ...rollup.Digest) { p.p.want(slot, ids) }

// Unwire decodes as Links do, down to the message.
func Unwire(channel byte, b []byte) error {
	kind, body, err := unwire(channel, b)
	if err != nil {
		return err
	}
	switch kind {
	case wireStatus:
		_, err = decodeMessage[statusMessage](body)
	case wireShare:
		_, _, _, err = decodeShare(body)
	case wireSignature:
		_, err = decodeMessage[signatureMessage](body)
	case wirePull:
		_, err = decodeMessage[pullMessage](body)
	case wireHeld:
		_, err = decodeMessage[heldMessage](body)
	}
	return err
}

// HeldIn are the envelopes that the store of a stopped member holds, by id.
func HeldIn(dir string) (map[rollup.Digest]bool, error) {
	s, err := openStore(dir, false, func(string) {})
	if err != nil {
		return nil, err
	}
	defer func() { _ = s.close() }()
	return heldIn(s)
}

func heldIn(s *store) (map[rollup.Digest]bool, error) {
	out := make(map[rollup.Digest]bool)
	return out, s.envelopes(func(r heldRecord) {
		if e, err := envelopeOf(r.Raw); err == nil {
			out[e.ID] = true
		}
	})
}

// Pace is the grid of slots.
type Pace struct{ p *pace }

// NewPace paces slots of so many ms by a clock.
func NewPace(slotMs uint64, now func() time.Time) Pace { return Pace{newPace(slotMs, false, now)} }

// Seen, Decided and Open are the pace's; Due is when the next slot is.
func (p Pace) Seen(slot rollup.Slot)          { p.p.seen(slot) }
func (p Pace) Decided(slot rollup.Slot)       { p.p.decided(slot) }
func (p Pace) Open() (rollup.Slot, time.Time) { return p.p.open() }
func (p Pace) Due() time.Time                 { return p.p.boundary() }

// L1Book follows L1.
type L1Book struct{ b *l1Book }

// NewL1Book knows nothing yet.
func NewL1Book(l1 sequencer.L1) L1Book {
	return L1Book{&l1Book{l1: l1, log: slog.New(slog.DiscardHandler)}}
}

// Look, Report and Between are the book's.
func (b L1Book) Look(at rollup.L1View) error { return b.b.look(context.Background(), at) }
func (b L1Book) Report() rollup.L1View       { return b.b.report() }
func (b L1Book) Between(at, view rollup.L1View) ([]rollup.QueueItem, error) {
	return b.b.between(context.Background(), at, view)
}

// Link is a member's links to others, who are heard and not seen.
type Link struct {
	c     *Links
	links []*link
	sent  []rollup.Digest
}

// ear takes down the envelopes that a member is sent.
type ear struct {
	of     *Link
	member int
}

func (e ear) Send(channel byte, message []byte) bool {
	if kind, body, err := unwire(channel, message); err == nil && kind == wireEnvelope {
		if s, err := auction.DecodeSealed(body); err == nil {
			e.of.sent = append(e.of.sent, s.ID())
		}
	}
	return true
}

// NewLink is those of one of n members, over a pool.
func NewLink(p Pool, n int) *Link {
	cfg := &Config{Parameters: &rollup.Parameters{Members: make([]rollup.Member, n)}, Now: time.Now}
	out := &Link{c: newLinks(cfg, nil, p.p, nil, slog.New(slog.DiscardHandler))}
	for i := 1; i < n; i++ {
		out.c.Connect(i, ear{out, i})
		l := out.c.links[i]
		l.up = true
		out.links = append(out.links, l)
	}
	return out
}

// Links are those links.
func (l *Link) Links() *Links { return l.c }

// Connected is how many members are connected and served.
func (l *Link) Connected() int { return l.c.connected() }

// HandWait is the longest that Hand waits for others.
const HandWait = handWait

// Hand passes an envelope on and waits for others to hold it; Held has a member say that it does.
func (l *Link) Hand(s *auction.Sealed) {
	l.c.hand(&sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: s.Encode()}, true)
}

// Held has a member say that it holds an envelope.
func (l *Link) Held(member int, s *auction.Sealed) error {
	return l.c.receive(l.links[member-1], ChannelEnvelopes, wire(wireHeld, encoded(&heldMessage{s.Slot, s.ID()})))
}

// Unplug ends the connection to a member.
func (l *Link) Unplug(member int) { l.c.Drop(member, ear{l, member}) }

// Pass, Pull and Say are what makes a member send: an envelope taken here, a member's question, and its status.
func (l *Link) Pass(s *auction.Sealed) {
	l.c.pass(&sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: s.Encode()})
}

// Pull asks on behalf of a member.
func (l *Link) Pull(member int, slot rollup.Slot, ids ...rollup.Digest) error {
	return l.c.receive(l.links[member-1], ChannelEnvelopes, wire(wirePull, encoded(&pullMessage{slot, ids})))
}

// Say has a member say how far it knows keys.
func (l *Link) Say(member int, keyed rollup.Slot) error {
	return l.c.receive(l.links[member-1], ChannelShares, wire(wireStatus, encoded(&statusMessage{Keyed: keyed})))
}

// Sent are the envelopes that went out since it was last asked.
func (l *Link) Sent() []rollup.Digest {
	for _, to := range l.links {
		l.c.sendEnvelopes(to)
	}
	out := l.sent
	l.sent = nil
	return out
}

// Office is where one member's shares are made and given out.
type Office struct{ s *shares }

// NewOffice has a share of a group and has decided nothing.
func NewOffice(dir string, p *rollup.Parameters, n rollup.Network, g *threshold.Group, share *threshold.Share) (Office, func() error, error) {
	st, err := openStore(dir, true, func(string) {})
	if err != nil {
		return Office{}, nil, err
	}
	pipe := &pipeline{failed: make(chan struct{}), opened: func(rollup.Slot) {}, changed: make(chan struct{}), keys: make(map[rollup.Slot]threshold.Signature), signing: make(map[rollup.Slot]rollup.Digest)}
	s, err := newShares(&Config{Parameters: p, Network: n}, st, pipe, sequencer.NewStream(kept, time.Now), slog.New(slog.DiscardHandler))
	if err != nil {
		return Office{}, nil, err
	}
	s.begin(g, share)
	return Office{s}, st.close, nil
}

// Decide says that slots up to one are durably decided here; Ask is what a peer gets who says that it is done up
// to a slot.
func (o Office) Decide(slot rollup.Slot) { o.s.decide(slot) }
func (o Office) Ask(kind sequencer.Kind, after rollup.Slot) (map[rollup.Slot]threshold.Partial, error) {
	if _, err := o.s.sign(); err != nil {
		return nil, err
	}
	out := make(map[rollup.Slot]threshold.Partial)
	err := o.s.outbox(kind, after, 1<<20, func(slot rollup.Slot, sig *threshold.Signature, p *threshold.Partial) {
		if p != nil {
			out[slot] = *p
		}
	})
	return out, err
}

// Share has a member send an opening share to whoever has an office.
func (l *Link) Share(o Office, member int, slot rollup.Slot, p threshold.Partial) error {
	l.c.shares = o.s
	return l.c.receive(l.links[member-1], ChannelShares, wire(wireShare, encoded(&shareMessage{uint8(sequencer.Opening), slot, p.Bytes()})))
}

// Signature has it send a slot's opening key.
func (l *Link) Signature(o Office, member int, slot rollup.Slot, sig threshold.Signature) error {
	l.c.shares = o.s
	return l.c.receive(l.links[member-1], ChannelShares, wire(wireSignature, encoded(&signatureMessage{uint8(sequencer.Opening), slot, sig})))
}

// Accept has a member take an envelope from another.
func Accept(m *Member, s *auction.Sealed) bool { return m.accept(s, s.Encode()) }

// Disk is a member's store of held envelopes.
type Disk struct{ s *store }

// OpenDisk opens it; Hold and Held are the store's.
func OpenDisk(dir string) (Disk, error) {
	s, err := openStore(dir, false, func(string) {})
	return Disk{s}, err
}

// Hold writes an envelope down as Submit does.
func (d Disk) Hold(s *auction.Sealed, promise rollup.Slot) error {
	return d.s.putEnvelope(s.Slot, s.ID(), heldRecord{s.Encode(), promise})
}

// Refill puts what the disk holds into a pool, as a member does when it starts; decided is the last slot in its
// consensus log.
func (d Disk) Refill(p Pool, decided rollup.Slot) error {
	err := refill(p.p, d.s)
	p.p.begin(decided)
	return err
}

// Close closes it.
func (d Disk) Close() error { return d.s.close() }
