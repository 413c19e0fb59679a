package member

import (
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
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

// Peer is another member, as far as the transport has it connected. Values are compared with ==: one for each
// connection.
type Peer interface {
	// Send has a message sent on a channel, or says that it cannot be now. It never waits.
	Send(channel byte, message []byte) bool
}

// Links are this member's connections to the others: they carry shares and envelopes over whatever transport there is.
// What a peer lacks is sent again until its status says that it has it. Nothing that a peer sends is believed, and
// nothing can make it panic; what is kept for a peer is bounded. Safe for concurrent use.
type Links struct {
	parameters *rollup.Parameters
	shares     *shares
	pool       *pool
	// accept takes an envelope from another member; it checks it, and says whether it is held.
	accept func(*auction.Sealed, []byte) bool
	log    *slog.Logger
	now    func() time.Time

	serving sync.WaitGroup // one for each link that is served
	quit    chan struct{}  // closed when the member stops

	mu      sync.Mutex
	links   map[int]*link // by member
	handing map[rollup.Digest]*handing
	closed  bool
}

// link is one connected member. Its fields below mu are guarded by it.
type link struct {
	peer   Peer
	member int
	wake   bell // there is something to send
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

func newLinks(cfg *Config, s *shares, p *pool, accept func(*auction.Sealed, []byte) bool, log *slog.Logger) *Links {
	return &Links{
		parameters: cfg.Parameters, shares: s, pool: p, accept: accept, log: log, now: cfg.Now,
		quit: make(chan struct{}), links: make(map[int]*link), handing: make(map[rollup.Digest]*handing),
	}
}

// Connect opens the link to a member, in place of an older one. It comes before the peer's first message can, or what
// a member sends at once, which is all that it holds, would be dropped. Nothing is sent before Serve.
func (c *Links) Connect(member int, peer Peer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.links[member]; old != nil {
		close(old.quit)
	}
	c.links[member] = &link{peer: peer, member: member, wake: newBell(), quit: make(chan struct{})}
}

// Serve has the peer sent what it lacks from here on, first of all what is held.
func (c *Links) Serve(member int, peer Peer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	l := c.links[member]
	if l == nil || l.peer != peer || c.closed {
		return
	}
	l.mu.Lock()
	l.up = true
	l.envelopes = append(c.pool.all(), l.envelopes...)
	l.mu.Unlock()
	c.serving.Go(func() { c.serve(l) })
}

// Drop ends the link to a member, if it is still this peer's.
func (c *Links) Drop(member int, peer Peer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if l := c.links[member]; l != nil && l.peer == peer {
		close(l.quit)
		delete(c.links, member)
	}
}

// close ends all links and waits for what serves them.
func (c *Links) close() {
	c.mu.Lock()
	if !c.closed {
		c.closed = true
		close(c.quit)
	}
	c.mu.Unlock()
	c.serving.Wait()
}

// connected is how many other members are.
func (c *Links) connected() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.served()
}

// served counts the members that are served. Under the lock.
func (c *Links) served() (n int) {
	for _, l := range c.links {
		l.mu.Lock()
		if l.up {
			n++
		}
		l.mu.Unlock()
	}
	return n
}

// gathered says whether every other member has sent what it held.
func (c *Links) gathered() bool {
	n := 0
	c.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.met {
			n++
		}
	})
	return n == len(c.parameters.Members)-1
}

// ahead counts the members that this one has heard from, and those of them that say they know the key of a
// slot that is not decided here: a slot's key is out only after it was decided.
func (c *Links) ahead(decided rollup.Slot) (heard, ahead int) {
	c.each(func(l *link) {
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
func (c *Links) opened() rollup.Slot {
	var said []rollup.Slot
	c.each(func(l *link) {
		l.mu.Lock()
		defer l.mu.Unlock()
		if l.heard {
			said = append(said, l.status.Keyed)
		}
	})
	slices.Sort(said)
	faulty := c.parameters.MaxFaulty()
	if len(said) <= faulty {
		return 0
	}
	return said[len(said)-1-faulty]
}

func (c *Links) each(f func(*link)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, l := range c.links {
		f(l)
	}
}

// spread wakes every link: there is something new to send.
func (c *Links) spread() { c.each(func(l *link) { l.wake.ring() }) }

// pass sends an envelope to every other member.
func (c *Links) pass(e *sequencer.Envelope) {
	c.each(func(l *link) {
		l.mu.Lock()
		if len(l.envelopes) < queueLimit {
			l.envelopes = append(l.envelopes, e)
		}
		l.mu.Unlock()
		l.wake.ring()
	})
}

// pull asks for envelopes: the member that listed them, or everybody for −1.
func (c *Links) pull(slot rollup.Slot, ids []rollup.Digest, lister int) {
	c.each(func(l *link) {
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
		l.wake.ring()
	})
}

// serve sends a peer what it lacks until it is gone.
func (c *Links) serve(l *link) {
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
		case <-c.quit:
			return
		case <-l.wake:
		case <-tick.C:
		}
		now := c.now()
		var mine statusMessage
		mine.Keyed, mine.Attested, mine.Released = c.shares.frontiers()
		if (mine != told || now.Sub(toldAt) > statusEvery) && c.send(l, ChannelShares, wireStatus, &mine) {
			told, toldAt = mine, now
		}
		c.sendShares(l, sent, now)
		if c.sendEnvelopes(l) && !greeted {
			greeted = c.send(l, ChannelEnvelopes, wireMet, struct{}{})
		}
	}
}

type sentKey struct {
	kind     sequencer.Kind
	slot     rollup.Slot
	combined bool
}

func (c *Links) sendShares(l *link, sent map[sentKey]time.Time, now time.Time) {
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
			after = status.Released
		}
		err := c.shares.outbox(kind, after, sendLimit, func(slot rollup.Slot, sig *threshold.Signature, p *threshold.Partial) {
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
				if c.send(l, ChannelShares, wireSignature, &signatureMessage{uint8(kind), slot, *sig}) {
					sent[key] = now
				}
				return
			}
			if c.send(l, ChannelShares, wireShare, &shareMessage{uint8(kind), slot, p.Bytes()}) {
				sent[key] = now
			}
		})
		if err != nil {
			c.log.Error("read what a peer lacks", "err", err)
		}
	}
}

// sendEnvelopes sends what waits for a peer, as far as its queue takes it, and says whether that was all.
// Envelopes whose slot closed in the meantime, here or anywhere, are not sent.
func (c *Links) sendEnvelopes(l *link) bool {
	l.mu.Lock()
	envelopes, pulls := l.envelopes, l.pulls
	l.envelopes, l.pulls = nil, nil
	l.mu.Unlock()
	for i := range pulls {
		if !c.send(l, ChannelEnvelopes, wirePull, &pulls[i]) {
			break // asked again with the next list
		}
	}
	for i, e := range envelopes {
		if c.pool.give(e.Slot, e.ID) == nil {
			continue
		}
		if !l.peer.Send(ChannelEnvelopes, wire(wireEnvelope, e.Raw)) {
			l.mu.Lock()
			l.envelopes = append(envelopes[i:len(envelopes):len(envelopes)], l.envelopes...)
			l.mu.Unlock()
			return false
		}
	}
	return true
}

func (c *Links) send(l *link, channel, kind byte, body any) bool {
	return l.peer.Send(channel, wire(kind, encoded(body)))
}

// Receive takes a message from a member. An error means that its peer is to be disconnected; what is wrong with a
// message or two is only said in the log.
func (c *Links) Receive(member int, channel byte, message []byte) error {
	c.mu.Lock()
	l := c.links[member]
	c.mu.Unlock()
	if l == nil {
		return nil
	}
	err := c.receive(l, channel, message)
	if err == nil {
		return nil
	}
	c.log.Warn("refused a message", "from", member, "err", err)
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.strikes++; l.strikes < strikesLimit {
		return nil
	}
	return fmt.Errorf("%d messages of member %d were refused: %w", l.strikes, member, err)
}

func (c *Links) receive(l *link, channel byte, b []byte) error {
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
		c.pool.silence(c.opened())
		return nil
	case wireShare:
		kind, slot, p, err := decodeShare(body)
		if err != nil {
			return err
		}
		if int(p.Index) != l.member+1 {
			return errWire // members speak for themselves, so none can take another's place
		}
		c.shares.take(kind, slot, p)
		return nil
	case wireSignature:
		m, err := decodeMessage[signatureMessage](body)
		if err != nil {
			return err
		}
		if !sequencer.Kind(m.Kind).Valid() {
			return errWire
		}
		if err := c.shares.takeSignature(sequencer.Kind(m.Kind), m.Slot, m.Signature); err != nil && !errors.Is(err, errUnknown) {
			return err
		}
		return nil
	case wireEnvelope:
		s, err := auction.DecodeSealed(body)
		if err != nil {
			return err
		}
		if c.accept(s, body) {
			c.send(l, ChannelEnvelopes, wireHeld, &heldMessage{s.Slot, s.ID()})
		}
		return nil
	case wireHeld:
		m, err := decodeMessage[heldMessage](body)
		if err != nil {
			return err
		}
		c.handed(m.ID, l.member)
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
		return c.answer(l, m)
	}
	return errWire
}

// answer queues the envelopes that a peer asked for, as far as they are held and its slot has not closed.
func (c *Links) answer(l *link, m *pullMessage) error {
	if len(m.IDs) > maxPull {
		return errWire
	}
	now := c.now()
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
		if e := c.pool.give(m.Slot, id); e != nil {
			l.mu.Lock()
			if len(l.envelopes) < queueLimit {
				l.envelopes = append(l.envelopes, e)
			}
			l.mu.Unlock()
		}
	}
	l.wake.ring()
	return nil
}
