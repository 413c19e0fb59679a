package comet

import (
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
	"github.com/cometbft/cometbft/p2p"
	"github.com/cosmos/gogoproto/types"
)

const (
	resendAfter  = 100 * time.Millisecond // what a peer still lacks is sent again after this
	resendTick   = 20 * time.Millisecond
	statusEvery  = 250 * time.Millisecond // at most so long without a word on how far this member is
	sendLimit    = 32                     // slots of a kind that a peer is sent at once
	queueLimit   = 8192                   // envelopes waiting to be sent to one peer
	strikesLimit = 64                     // malformed messages from one peer before it is disconnected
	pullWindow   = 100 * time.Millisecond // in which a peer may pull …
	pullLimit    = 512                    // … at most so many envelopes
)

// reactor carries shares and envelopes between members. What a peer lacks is sent again until its status says
// that it has it. Nothing that a peer sends is believed, and nothing can make it panic; what is kept for a
// peer is bounded.
type reactor struct {
	*p2p.BaseReactor
	members map[p2p.ID]int
	shares  *shares
	pool    *pool
	// accept takes an envelope from another member; it checks it, and says whether it is held.
	accept func(*auction.Sealed, []byte) bool
	log    *slog.Logger
	now    func() time.Time

	serving sync.WaitGroup // one for each link; ends when the reactor stops

	mu      sync.Mutex
	links   map[p2p.ID]*link
	handing map[rollup.Digest]*handing
}

// link is one connected member. Its fields below mu are guarded by it.
type link struct {
	peer   p2p.Peer
	member int
	wake   chan struct{}
	quit   chan struct{}

	mu        sync.Mutex
	up        bool // the peer is served
	met       bool // the peer has sent all that it held when the two connected
	heard     bool // status is the peer's
	status    statusMessage
	envelopes []*sequencer.Envelope // to be sent
	pulls     []pullMessage         // to be sent
	strikes   int
	pullBegan time.Time
	pulled    int
}

func newReactor(members map[p2p.ID]int, s *shares, p *pool, accept func(*auction.Sealed, []byte) bool, log *slog.Logger, now func() time.Time) *reactor {
	r := &reactor{members: members, shares: s, pool: p, accept: accept, log: log, now: now, links: make(map[p2p.ID]*link), handing: make(map[rollup.Digest]*handing)}
	r.BaseReactor = p2p.NewBaseReactor("CHORALE", r)
	return r
}

// GetChannels implements p2p.Reactor.
func (r *reactor) GetChannels() []*p2p.ChannelDescriptor {
	return []*p2p.ChannelDescriptor{
		{ID: channelShares, Priority: 10, SendQueueCapacity: 256, RecvMessageCapacity: maxShareMessage + 16, RecvBufferCapacity: 4096, MessageType: &types.BytesValue{}},
		{ID: channelEnvelopes, Priority: 5, SendQueueCapacity: 64, RecvMessageCapacity: maxEnvelopeMessage + 16, RecvBufferCapacity: 64 << 10, MessageType: &types.BytesValue{}},
	}
}

// InitPeer implements p2p.Reactor. The link is there before the peer's first message can be, or what a member
// sends at once, which is all that it holds, would be dropped.
func (r *reactor) InitPeer(peer p2p.Peer) p2p.Peer {
	if member, ok := r.members[peer.ID()]; ok {
		r.mu.Lock()
		defer r.mu.Unlock()
		if old := r.links[peer.ID()]; old != nil {
			close(old.quit)
		}
		r.links[peer.ID()] = &link{peer: peer, member: member, wake: make(chan struct{}, 1), quit: make(chan struct{})}
	}
	return peer
}

// AddPeer implements p2p.Reactor: from here on the peer is sent what it lacks, first of all what is held.
func (r *reactor) AddPeer(peer p2p.Peer) {
	r.mu.Lock()
	l := r.links[peer.ID()]
	r.mu.Unlock()
	if l == nil || l.peer != peer {
		return
	}
	l.mu.Lock()
	l.up = true
	l.envelopes = append(r.pool.all(), l.envelopes...)
	l.mu.Unlock()
	r.serving.Go(func() { r.serve(l) })
}

// RemovePeer implements p2p.Reactor.
func (r *reactor) RemovePeer(peer p2p.Peer, _ any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if l := r.links[peer.ID()]; l != nil && l.peer == peer {
		close(l.quit)
		delete(r.links, peer.ID())
	}
}

// connected is how many other members are.
func (r *reactor) connected() (n int) {
	r.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.up {
			n++
		}
	})
	return n
}

// gathered says whether every other member has sent what it held.
func (r *reactor) gathered() bool {
	n := 0
	r.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.met {
			n++
		}
	})
	return n == len(r.members)-1
}

// ahead counts the members that this one has heard from, and those of them that say they know the key of a
// slot that is not decided here: a slot's key is out only after it was decided.
func (r *reactor) ahead(decided rollup.Slot) (heard, ahead int) {
	r.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.heard {
			heard++
			if l.status.Keyed > decided {
				ahead++
			}
		}
	})
	return heard, ahead
}

// opened is the highest slot of which more than f others say that they know the key: one of them is honest, so it
// was decided and can be read.
func (r *reactor) opened() rollup.Slot {
	var said []rollup.Slot
	r.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.heard {
			said = append(said, l.status.Keyed)
		}
	})
	sortSlots(said)
	faulty := (len(r.members) - 1) / 3
	if len(said) <= faulty {
		return 0
	}
	return said[len(said)-1-faulty]
}

func (r *reactor) each(f func(*link)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, l := range r.links {
		f(l)
	}
}

func (l *link) nudge() {
	select {
	case l.wake <- struct{}{}:
	default:
	}
}

// spread wakes every link: there is something new to send.
func (r *reactor) spread() { r.each((*link).nudge) }

// pass sends an envelope to every other member.
func (r *reactor) pass(e *sequencer.Envelope) {
	r.each(func(l *link) {
		l.mu.Lock()
		if len(l.envelopes) < queueLimit {
			l.envelopes = append(l.envelopes, e)
		}
		l.mu.Unlock()
		l.nudge()
	})
}

// pull asks for envelopes: the member that listed them, or everybody for −1.
func (r *reactor) pull(slot rollup.Slot, ids []rollup.Digest, lister int) {
	r.each(func(l *link) {
		if lister >= 0 && l.member != lister {
			return
		}
		l.mu.Lock()
		for rest := ids; len(rest) > 0 && len(l.pulls) < 64; {
			n := min(len(rest), maxPull)
			l.pulls = append(l.pulls, pullMessage{slot, rest[:n]})
			rest = rest[n:]
		}
		l.mu.Unlock()
		l.nudge()
	})
}

// serve sends a peer what it lacks until it is gone.
func (r *reactor) serve(l *link) {
	tick := time.NewTicker(resendTick)
	defer tick.Stop()
	sent := make(map[sentKey]time.Time)
	var told statusMessage
	var toldAt time.Time
	greeted := false
	for {
		select {
		case <-l.quit:
			return
		case <-r.Quit():
			return
		case <-l.wake:
		case <-tick.C:
		}
		now := r.now()
		var mine statusMessage
		mine.Keyed, mine.Attested, mine.Posted = r.shares.frontiers()
		if (mine != told || now.Sub(toldAt) > statusEvery) && r.send(l, channelShares, wireStatus, &mine) {
			told, toldAt = mine, now
		}
		r.sendShares(l, sent, now)
		if r.sendEnvelopes(l) && !greeted {
			greeted = r.send(l, channelEnvelopes, wireMet, struct{}{})
		}
	}
}

type sentKey struct {
	kind     sequencer.Kind
	slot     rollup.Slot
	combined bool
}

func (r *reactor) sendShares(l *link, sent map[sentKey]time.Time, now time.Time) {
	l.mu.Lock()
	status := l.status
	l.mu.Unlock()
	for key, at := range sent {
		if now.Sub(at) > 20*resendAfter {
			delete(sent, key)
		}
	}
	for _, kind := range sequencer.Kinds {
		after := status.Keyed
		switch kind {
		case sequencer.Attestation:
			after = status.Attested
		case sequencer.PostingRelease:
			after = status.Posted
		}
		err := r.shares.outbox(kind, after, sendLimit, func(slot rollup.Slot, sig *threshold.Signature, p *threshold.Partial) {
			key := sentKey{kind, slot, sig != nil}
			if at, ok := sent[key]; ok && now.Sub(at) < resendAfter {
				return
			}
			if sig != nil {
				// The peer most likely combines it within moments: only a peer that stays behind gets it.
				if at, ok := sent[key]; !ok {
					sent[key] = now
					return
				} else if now.Sub(at) < resendAfter {
					return
				}
				if r.send(l, channelShares, wireSignature, &signatureMessage{uint8(kind), slot, *sig}) {
					sent[key] = now
				}
				return
			}
			if r.send(l, channelShares, wireShare, &shareMessage{uint8(kind), slot, p.Bytes()}) {
				sent[key] = now
			}
		})
		if err != nil {
			r.log.Error("read what a peer lacks", "err", err)
		}
	}
}

// sendEnvelopes sends what waits for a peer, as far as its queue takes it, and says whether that was all.
// Envelopes whose slot closed in the meantime, here or anywhere, are not sent.
func (r *reactor) sendEnvelopes(l *link) bool {
	l.mu.Lock()
	envelopes, pulls := l.envelopes, l.pulls
	l.envelopes, l.pulls = nil, nil
	l.mu.Unlock()
	for i := range pulls {
		if !r.send(l, channelEnvelopes, wirePull, &pulls[i]) {
			break // asked again with the next list
		}
	}
	for i, e := range envelopes {
		if r.pool.give(e.Slot, e.ID) == nil {
			continue
		}
		if !l.peer.TrySend(p2p.Envelope{ChannelID: channelEnvelopes, Message: wire(wireEnvelope, e.Raw)}) {
			l.mu.Lock()
			l.envelopes = append(envelopes[i:len(envelopes):len(envelopes)], l.envelopes...)
			l.mu.Unlock()
			return false
		}
	}
	return true
}

func (r *reactor) send(l *link, channel, kind byte, body any) bool {
	return l.peer.TrySend(p2p.Envelope{ChannelID: channel, Message: wire(kind, encoded(body))})
}

// Receive implements p2p.Reactor.
func (r *reactor) Receive(e p2p.Envelope) {
	r.mu.Lock()
	l := r.links[e.Src.ID()]
	r.mu.Unlock()
	v, ok := e.Message.(*types.BytesValue)
	if l == nil || !ok {
		return
	}
	if err := r.receive(l, e.ChannelID, v.Value); err != nil {
		l.mu.Lock()
		l.strikes++
		out := l.strikes >= strikesLimit
		l.mu.Unlock()
		r.log.Warn("refused a message", "member", l.member, "err", err)
		if out && r.Switch != nil {
			r.Switch.StopPeerForError(e.Src, err)
		}
	}
}

func (r *reactor) receive(l *link, channel byte, b []byte) error {
	kind, body, err := unwire(channel, b)
	if err != nil {
		return err
	}
	switch kind {
	case wireStatus:
		m, err := decodeMessage[statusMessage](body)
		if err != nil {
			return err
		}
		l.mu.Lock()
		l.status, l.heard = *m, true
		l.mu.Unlock()
		r.pool.silence(r.opened())
		return nil
	case wireShare:
		kind, slot, p, err := decodeShare(body)
		if err != nil {
			return err
		}
		if int(p.Index) != l.member+1 {
			return errWire // members speak for themselves, so none can take another's place
		}
		r.shares.take(kind, slot, p)
		return nil
	case wireSignature:
		m, err := decodeMessage[signatureMessage](body)
		if err != nil {
			return err
		}
		if !sequencer.Kind(m.Kind).Valid() {
			return errWire
		}
		if err := r.shares.takeSignature(sequencer.Kind(m.Kind), m.Slot, m.Signature); err != nil && !errors.Is(err, errUnknown) {
			return err
		}
		return nil
	case wireEnvelope:
		s, err := auction.DecodeSealed(body)
		if err != nil {
			return err
		}
		if r.accept(s, body) {
			r.send(l, channelEnvelopes, wireHeld, &heldMessage{s.Slot, s.ID()})
		}
		return nil
	case wireHeld:
		m, err := decodeMessage[heldMessage](body)
		if err != nil {
			return err
		}
		r.handed(m.ID, l.member)
		return nil
	case wireMet:
		l.mu.Lock()
		l.met = true
		l.mu.Unlock()
		return nil
	case wirePull:
		m, err := decodeMessage[pullMessage](body)
		if err != nil {
			return err
		}
		return r.answer(l, m)
	}
	return errWire
}

// answer queues the envelopes that a peer asked for, as far as they are held and its slot has not closed.
func (r *reactor) answer(l *link, m *pullMessage) error {
	if len(m.IDs) > maxPull {
		return errWire
	}
	now := r.now()
	l.mu.Lock()
	if now.Sub(l.pullBegan) > pullWindow {
		l.pullBegan, l.pulled = now, 0
	}
	l.pulled += len(m.IDs)
	tooMany := l.pulled > pullLimit
	l.mu.Unlock()
	if tooMany {
		return nil // it asks again
	}
	for _, id := range m.IDs {
		if e := r.pool.give(m.Slot, id); e != nil {
			l.mu.Lock()
			if len(l.envelopes) < queueLimit {
				l.envelopes = append(l.envelopes, e)
			}
			l.mu.Unlock()
		}
	}
	l.nudge()
	return nil
}
