package member

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// run signs what may be signed and combines what can be, until ctx ends or the member fails.
func (s *shares) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.changed:
		}
		for again := true; again && ctx.Err() == nil; {
			if _, _, _, failure := s.pipeline.standing(); failure != nil {
				return
			}
			var err error
			if again, err = s.step(); err != nil {
				s.pipeline.fail(err)
				return
			}
		}
	}
}

// step does what there is to do once, and says whether there may be more.
func (s *shares) step() (again bool, err error) {
	s.mu.Lock()
	ready := s.group != nil
	s.mu.Unlock()
	if !ready {
		return false, nil
	}
	if err := s.cut(); err != nil {
		return false, err
	}
	signed, err := s.sign()
	if err != nil {
		return false, err
	}
	if signed {
		s.spread()
	}
	for _, kind := range sequencer.Kinds {
		more, err := s.combine(kind)
		if err != nil {
			return false, err
		}
		again = again || more
	}
	return again, nil
}

// maxUnsigned is how many postings wait for the committee's signature, with their data in memory, before no more are cut.
const maxUnsigned = 16

// cut takes newly attested slots to the cutter. Encoding them takes some milliseconds, during which shares may come: the
// cutter is run's goroutine's own.
func (s *shares) cut() error {
	_, _, attested, _ := s.pipeline.standing()
	for s.cutter.Next() <= attested {
		s.mu.Lock()
		full := len(s.unsigned) >= maxUnsigned
		s.mu.Unlock()
		if full {
			return nil
		}
		a, found, err := s.store.slotWithSeeds(s.cutter.Next())
		if err != nil {
			return err
		}
		if !found {
			return fmt.Errorf("cut postings: slot %d: %w", s.cutter.Next(), sequencer.ErrRecord)
		}
		postings, err := s.cutter.Take(a)
		if err != nil {
			return err
		}
		s.mu.Lock()
		s.unsigned = append(s.unsigned, postings...)
		s.mu.Unlock()
	}
	return nil
}

// sign makes this member's shares for everything that it may sign and that is not done.
func (s *shares) sign() (signed bool, err error) {
	keyed, executed, attested, _ := s.pipeline.standing()
	s.mu.Lock()
	signer, decided, group := s.signer, s.decided, s.group
	unsigned := s.unsigned
	s.mu.Unlock()
	if signer == nil || group == nil {
		return false, nil
	}
	own := func(kind sequencer.Kind, slot rollup.Slot, make func() (threshold.Partial, error)) error {
		s.mu.Lock()
		_, have := s.own[kind][slot]
		s.mu.Unlock()
		if have {
			return nil
		}
		p, err := make()
		if err != nil {
			return err
		}
		s.mu.Lock()
		if kind == sequencer.Opening {
			s.opening(slot)
		}
		s.own[kind][slot] = p
		s.collected[kind].Add(slot, p)
		s.mu.Unlock()
		signed = true
		return nil
	}
	for slot := keyed + 1; slot <= min(decided, keyed+shareWindow); slot++ {
		if err := own(sequencer.Opening, slot, func() (threshold.Partial, error) { return signer.Open(slot) }); err != nil {
			return signed, err
		}
	}
	for slot := attested + 1; slot <= min(executed, attested+shareWindow); slot++ {
		digest, ok := s.pipeline.toSign(slot)
		if !ok {
			continue
		}
		if err := own(sequencer.Attestation, slot, func() (threshold.Partial, error) { return signer.Sign(sequencer.Attestation, slot, digest) }); err != nil {
			return signed, err
		}
	}
	for _, p := range unsigned[:min(len(unsigned), 4)] {
		if err := own(sequencer.PostingRelease, p.Last, func() (threshold.Partial, error) {
			return signer.Sign(sequencer.PostingRelease, p.Last, p.SigningRoot())
		}); err != nil {
			return signed, err
		}
	}
	return signed, nil
}

// combine tries the next slots of a kind that have enough shares, and says whether one came out.
func (s *shares) combine(kind sequencer.Kind) (bool, error) {
	s.mu.Lock()
	after := s.frontier(kind)
	s.collected[kind].Done(after)
	for slot := range s.own[kind] {
		if slot <= after {
			delete(s.own[kind], slot)
		}
	}
	candidates := []rollup.Slot{after + 1}
	if kind == sequencer.PostingRelease {
		candidates = nil
		if len(s.unsigned) > 0 {
			candidates = []rollup.Slot{s.unsigned[0].Last}
		}
	}
	group := s.group
	s.mu.Unlock()
	for _, slot := range candidates {
		s.mu.Lock()
		partials := s.collected[kind].Shares(slot)
		s.mu.Unlock()
		if len(partials) < group.Threshold {
			continue
		}
		message, ok := s.message(kind, slot)
		if !ok {
			continue
		}
		sig, bad, err := group.CombineBlaming(kind.Tag(), message, partials)
		if len(bad) > 0 {
			s.log.Warn("bad shares", "kind", kind, "slot", slot, "members", bad)
			s.mu.Lock()
			s.collected[kind].Drop(slot, bad)
			s.mu.Unlock()
		}
		if errors.Is(err, threshold.ErrTooFew) {
			continue
		}
		if err != nil {
			return false, fmt.Errorf("combine %s of slot %d: %w", kind, slot, err)
		}
		return true, s.settle(kind, slot, sig)
	}
	return false, nil
}

// outbox is what a peer that is done up to after lacks and this member can give it: the signature where it is
// combined, otherwise this member's own share. At most limit slots.
func (s *shares) outbox(kind sequencer.Kind, after rollup.Slot, limit int, give func(slot rollup.Slot, sig *threshold.Signature, p *threshold.Partial)) error {
	s.mu.Lock()
	done := s.frontier(kind)
	var own []rollup.Slot
	for slot := range s.own[kind] {
		if slot > after && slot > done {
			own = append(own, slot)
		}
	}
	s.mu.Unlock()
	slot := after
	for slot < done && limit > 0 {
		next, sig, ok, err := s.signature(kind, slot+1)
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		give(next, &sig, nil)
		slot, limit = next, limit-1
	}
	slices.Sort(own)
	for _, slot := range own[:min(len(own), max(0, limit))] {
		s.mu.Lock()
		p, ok := s.own[kind][slot]
		s.mu.Unlock()
		if ok {
			give(slot, nil, &p)
		}
	}
	return nil
}

// signature is the combined signature of a kind at slot, or of the posting that begins there; then slot is its last.
func (s *shares) signature(kind sequencer.Kind, slot rollup.Slot) (rollup.Slot, threshold.Signature, bool, error) {
	switch kind {
	case sequencer.Opening:
		sig, ok := s.pipeline.key(slot)
		return slot, sig, ok, nil
	case sequencer.Attestation:
		sig, ok, err := s.store.signature(slot)
		return slot, sig, ok, err
	}
	r, err := s.store.postingRecord(slot)
	if r == nil || err != nil {
		return slot, threshold.Signature{}, false, err
	}
	return r.Posting.Last, r.Signature, true, nil
}
