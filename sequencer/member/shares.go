package member

import (
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// shareWindow is how many slots ahead shares of other members are kept.
const shareWindow = 128

// shares gathers the members' shares, combines them, and holds this member's own for sending. Everything in it
// begins with the group's key. Its fields below mu are guarded by it.
type shares struct {
	parameters *rollup.Parameters
	network    rollup.Network
	store      *store
	pipeline   *pipeline
	events     *sequencer.Stream
	log        *slog.Logger
	changed    bell              // something may be signed or combined
	spread     func()            // something may be sent
	opening    func(rollup.Slot) // hears of each own opening share before anybody has it; under the lock

	cutter   *sequencer.Cutter // of the goroutine that combines, alone
	settling sync.Mutex        // attest and settlePosting have one caller at a time; taken before mu

	mu        sync.Mutex
	group     *threshold.Group
	signer    *sequencer.Signer // nil for a member without a share
	decided   rollup.Slot
	collected [4]*sequencer.Collector // by kind
	own       [4]map[rollup.Slot]threshold.Partial
	released  rollup.Slot                  // the last slot of the last signed posting
	unsigned  []*sequencer.UnsignedPosting // cut, and not signed by the committee yet, in order
}

func newShares(cfg *Config, s *store, p *pipeline, events *sequencer.Stream, log *slog.Logger) (*shares, error) {
	out := &shares{
		parameters: cfg.Parameters, network: cfg.Network, store: s, pipeline: p, events: events, log: log,
		changed: newBell(), spread: func() {}, opening: func(rollup.Slot) {},
	}
	last, err := s.lastPosting()
	if err != nil {
		return nil, err
	}
	var previous rollup.Digest
	if last != nil {
		out.released, previous = last.Posting.Last, last.Posting.Root()
	}
	out.cutter = sequencer.NewCutter(cfg.Parameters, out.released, previous)
	return out, nil
}

// begin starts with the group's key. share is nil for a member that has none.
func (s *shares) begin(g *threshold.Group, share *threshold.Share) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.group != nil {
		return
	}
	s.group = g
	if share != nil {
		s.signer = sequencer.NewSigner(s.network, share, s.store)
		s.signer.Committed(s.decided)
	}
	keyed, _, attested, _ := s.pipeline.standing()
	for kind, after := range map[sequencer.Kind]rollup.Slot{sequencer.Opening: keyed, sequencer.Attestation: attested, sequencer.PostingRelease: s.released} {
		window := rollup.Slot(shareWindow)
		if kind == sequencer.PostingRelease {
			window += rollup.Slot(4 * s.parameters.PostEvery) // postings are named by their last slot
		}
		s.collected[kind] = sequencer.NewCollector(kind, g, after, window)
		s.own[kind] = make(map[rollup.Slot]threshold.Partial)
	}
	s.changed.ring()
}

// watch has f hear of this member's opening shares: of those that it holds already, and of each new one.
func (s *shares) watch(f func(rollup.Slot)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.opening = f
	for slot := range s.own[sequencer.Opening] {
		f(slot)
	}
}

// decide says that the batch of slot stands durably in a decided block.
func (s *shares) decide(slot rollup.Slot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.decided = max(s.decided, slot)
	if s.signer != nil {
		s.signer.Committed(slot)
	}
	s.changed.ring()
}

// take is a share from another member.
func (s *shares) take(kind sequencer.Kind, slot rollup.Slot, p threshold.Partial) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.group != nil && s.collected[kind].Add(slot, p) {
		s.changed.ring()
	}
}

// errUnknown means that a signature cannot be judged yet.
var errUnknown = errors.New("nothing to verify it by yet")

// takeSignature is a combined signature from another member, for one who missed the shares.
func (s *shares) takeSignature(kind sequencer.Kind, slot rollup.Slot, sig threshold.Signature) error {
	s.mu.Lock()
	group := s.group
	wanted := group != nil && slot > s.frontier(kind) && slot <= s.frontier(kind)+shareWindow+rollup.Slot(4*s.parameters.PostEvery)
	s.mu.Unlock()
	if !wanted {
		return nil
	}
	message, ok := s.message(kind, slot)
	if !ok {
		return errUnknown
	}
	if err := threshold.Verify(group.Public, kind.Tag(), message, sig); err != nil {
		return fmt.Errorf("%s of slot %d: %w", kind, slot, err)
	}
	return s.settle(kind, slot, sig)
}

// frontier is how far a kind is done, without a gap. Under the lock.
func (s *shares) frontier(kind sequencer.Kind) rollup.Slot {
	keyed, _, attested, _ := s.pipeline.standing()
	switch kind {
	case sequencer.Opening:
		return keyed
	case sequencer.Attestation:
		return attested
	}
	return s.released
}

// frontiers is how far every kind is done.
func (s *shares) frontiers() (keyed, attested, released rollup.Slot) {
	keyed, _, attested, _ = s.pipeline.standing()
	s.mu.Lock()
	defer s.mu.Unlock()
	return keyed, attested, s.released
}

// message is what a kind's signature for a slot is over, if this member knows it.
func (s *shares) message(kind sequencer.Kind, slot rollup.Slot) ([]byte, bool) {
	switch kind {
	case sequencer.Opening:
		return auction.Identity(s.network, slot), true
	case sequencer.Attestation:
		d, ok := s.pipeline.toSign(slot)
		return d[:], ok
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.unsigned {
		if p.Last == slot {
			d := p.SigningRoot()
			return d[:], true
		}
	}
	return nil, false
}

// settle takes a verified signature to where it belongs.
func (s *shares) settle(kind sequencer.Kind, slot rollup.Slot, sig threshold.Signature) error {
	switch kind {
	case sequencer.Opening:
		s.pipeline.learn(slot, sig)
	case sequencer.Attestation:
		s.settling.Lock()
		defer s.settling.Unlock()
		if err := s.pipeline.attest(slot, sig); err != nil {
			s.pipeline.fail(err)
			return err
		}
	default:
		if err := s.settlePosting(slot, sig); err != nil {
			s.pipeline.fail(err)
			return err
		}
	}
	s.changed.ring()
	s.spread()
	return nil
}

// settlePosting stores signed postings in order.
func (s *shares) settlePosting(slot rollup.Slot, sig threshold.Signature) error {
	s.settling.Lock()
	defer s.settling.Unlock()
	s.mu.Lock()
	var p *sequencer.UnsignedPosting
	if len(s.unsigned) > 0 && s.unsigned[0].Last == slot {
		p = s.unsigned[0]
	}
	s.mu.Unlock()
	if p == nil {
		return nil // not the next one: it is combined or sent again when its turn comes
	}
	if err := s.store.putPosting(p, sig); err != nil {
		return err
	}
	// If we crash here, the posting is signed and stored; whoever asks gets it.
	s.mu.Lock()
	s.unsigned, s.released = s.unsigned[1:], p.Last
	s.mu.Unlock()
	signed := &sequencer.SignedPosting{Posting: p.Posting, Signature: sig, Data: p.Data}
	s.events.Publish(sequencer.Event{Stage: sequencer.StagePosting, Slot: p.Last, Posting: signed})
	return nil
}
