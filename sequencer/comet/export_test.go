package comet

import (
	"context"
	"log/slog"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	abci "github.com/cometbft/cometbft/abci/types"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cosmos/gogoproto/types"
	"github.com/holiman/uint256"
)

// Lie has the engine of a member speak to another application than the member's, wrapped around it.
func Lie(c *Config, wrap func(abci.Application) abci.Application) { c.application = wrap }

// Within and ProtoSize are the cut of a proposal and its measure.
var (
	Within    = within
	ProtoSize = protoSize
)

// BlockBytes is the size limit of a block, RecordBytes that of its record.
var (
	BlockBytes  = blockBytes
	RecordBytes = recordBytes
)

// ChainID names the consensus.
var ChainID = chainID

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

// Unwire decodes as the reactor does, down to the message.
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

// Hub streams events.
type Hub struct{ h *hub }

// NewHub is one without readers.
func NewHub(now func() time.Time) Hub { return Hub{newHub(now)} }

// Publish, Subscribe and Close are the hub's. ReaderQueue is how far a reader may lag behind.
func (h Hub) Publish(e sequencer.Event)                              { h.h.publish(e) }
func (h Hub) Subscribe(from uint64) (<-chan sequencer.Event, func()) { return h.h.subscribe(from) }
func (h Hub) Close()                                                 { h.h.close() }

// ReaderQueue and KeptEvents bound the hub.
const (
	ReaderQueue = readerQueue
	KeptEvents  = keptEvents
	KeptWeight  = keptWeight
)

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

// ClearUnborn removes databases whose making was cut short.
func ClearUnborn(data string) error { return clearUnborn(data) }

// Link is a reactor with its links to other members, who are heard and not seen.
type Link struct {
	r     *reactor
	links []*link
	sent  []rollup.Digest
}

// peer takes down the envelopes that it is sent.
type peer struct {
	p2p.Peer
	id p2p.ID
	of *Link
}

func (p peer) TrySend(e p2p.Envelope) bool {
	if kind, body, err := unwire(e.ChannelID, e.Message.(*types.BytesValue).Value); err == nil && kind == wireEnvelope {
		if s, err := auction.DecodeSealed(body); err == nil {
			p.of.sent = append(p.of.sent, s.ID())
		}
	}
	return true
}

// NewLink is the reactor of one of n members, over a pool.
func NewLink(p Pool, n int) *Link {
	out := &Link{r: &reactor{members: make(map[p2p.ID]int), pool: p.p, now: time.Now, links: make(map[p2p.ID]*link), handing: make(map[rollup.Digest]*handing), log: slog.New(slog.DiscardHandler)}}
	for i := range n {
		id := p2p.ID(rune('a' + i))
		out.r.members[id] = i
		if i > 0 {
			l := &link{peer: peer{id: id, of: out}, member: i, wake: make(chan struct{}, 1), quit: make(chan struct{})}
			l.up = true
			out.r.links[id], out.links = l, append(out.links, l)
		}
	}
	out.r.BaseReactor = p2p.NewBaseReactor("CHORALE", out.r)
	return out
}

// HandWait is the longest that Hand waits for others.
const HandWait = handWait

// Hand passes an envelope on and waits for others to hold it; Held has a member say that it does.
func (l *Link) Hand(s *auction.Sealed) {
	l.r.hand(&sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: s.Encode()}, true)
}

// Held has a member say that it holds an envelope.
func (l *Link) Held(member int, s *auction.Sealed) error {
	return l.r.receive(l.links[member-1], channelEnvelopes, wire(wireHeld, encoded(&heldMessage{s.Slot, s.ID()})).Value)
}

// Unplug ends the connection to a member.
func (l *Link) Unplug(member int) { l.r.RemovePeer(l.links[member-1].peer, nil) }

// ID is the connection's identity.
func (p peer) ID() p2p.ID { return p.id }

// Pass, Pull and Say are what makes a reactor send: an envelope taken here, a member's question, and its status.
func (l *Link) Pass(s *auction.Sealed) {
	l.r.pass(&sequencer.Envelope{Sealed: s, ID: s.ID(), Raw: s.Encode()})
}

// Pull asks on behalf of a member.
func (l *Link) Pull(member int, slot rollup.Slot, ids ...rollup.Digest) error {
	return l.r.receive(l.links[member-1], channelEnvelopes, wire(wirePull, encoded(&pullMessage{slot, ids})).Value)
}

// Say has a member say how far it knows keys.
func (l *Link) Say(member int, keyed rollup.Slot) error {
	return l.r.receive(l.links[member-1], channelShares, wire(wireStatus, encoded(&statusMessage{Keyed: keyed})).Value)
}

// Sent are the envelopes that went out since it was last asked.
func (l *Link) Sent() []rollup.Digest {
	for _, to := range l.links {
		l.r.sendEnvelopes(to)
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
	s, err := newShares(&Config{Parameters: p, Network: n}, st, pipe, newHub(time.Now), slog.New(slog.DiscardHandler))
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
	l.r.shares = o.s
	return l.r.receive(l.links[member-1], channelShares, wire(wireShare, encoded(&shareMessage{uint8(sequencer.Opening), slot, p.Bytes()})).Value)
}

// Signature has it send a slot's opening key.
func (l *Link) Signature(o Office, member int, slot rollup.Slot, sig threshold.Signature) error {
	l.r.shares = o.s
	return l.r.receive(l.links[member-1], channelShares, wire(wireSignature, encoded(&signatureMessage{uint8(sequencer.Opening), slot, sig})).Value)
}

// Accept has a member take an envelope from another.
func Accept(n *Node, s *auction.Sealed) bool { return n.accept(s, s.Encode()) }

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
	err := d.s.envelopes(func(r heldRecord) {
		if e, err := envelopeOf(r.Raw); err == nil {
			p.p.restore(e, r.Promise)
		}
	})
	p.p.begin(decided)
	return err
}

// Close closes it.
func (d Disk) Close() error { return d.s.close() }
