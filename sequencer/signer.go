package sequencer

import (
	"errors"
	"fmt"
	"sync"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// Memory is what a member remembers of its own signatures, across crashes.
type Memory interface {
	// Recall is the digest recorded for a kind and slot, if there is one.
	Recall(kind Kind, slot rollup.Slot) (digest rollup.Digest, found bool, err error)
	// Record is durable when it returns. It is called once for a kind and slot.
	Record(kind Kind, slot rollup.Slot, digest rollup.Digest) error
}

// Refusals of the signer.
var (
	ErrNotCommitted = errors.New("slot's batch is not durably committed")
	ErrSecondDigest = errors.New("another digest was signed for this slot")
)

// Signer is the one place where this member's share signs. It keeps the two laws on which everything rests: no
// opening share before the slot's batch is durably committed, and never two digests for a slot. Safe for
// concurrent use.
type Signer struct {
	network rollup.Network
	share   *threshold.Share
	memory  Memory

	mu        sync.Mutex
	committed rollup.Slot
}

// NewSigner signs with share for network's slots.
func NewSigner(n rollup.Network, share *threshold.Share, memory Memory) *Signer {
	return &Signer{network: n, share: share, memory: memory}
}

// Committed says that the batches of all slots up to this one stand durably in a decided block.
func (s *Signer) Committed(slot rollup.Slot) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.committed = max(s.committed, slot)
}

// Open is this member's opening share of slot, or ErrNotCommitted.
func (s *Signer) Open(slot rollup.Slot) (threshold.Partial, error) {
	s.mu.Lock()
	committed := s.committed
	s.mu.Unlock()
	if slot == 0 || slot > committed {
		return threshold.Partial{}, fmt.Errorf("open slot %d, committed up to %d: %w", slot, committed, ErrNotCommitted)
	}
	return s.share.Sign(threshold.OpeningTag, auction.Identity(s.network, slot)), nil
}

// Sign is this member's share over digest, a signing root of the slot's header or posting. The digest is
// recorded first; for another one recorded before, in whatever life of this member, it is ErrSecondDigest.
func (s *Signer) Sign(kind Kind, slot rollup.Slot, digest rollup.Digest) (threshold.Partial, error) {
	if kind != Attestation && kind != PostingRelease {
		return threshold.Partial{}, fmt.Errorf("sign %s of slot %d: %w", kind, slot, ErrNotCommitted)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	before, found, err := s.memory.Recall(kind, slot)
	if err != nil {
		return threshold.Partial{}, fmt.Errorf("recall %s of slot %d: %w", kind, slot, err)
	}
	if found && before != digest {
		return threshold.Partial{}, fmt.Errorf("%s of slot %d: %s, not %s: %w", kind, slot, before, digest, ErrSecondDigest)
	}
	if !found {
		if err := s.memory.Record(kind, slot, digest); err != nil {
			return threshold.Partial{}, fmt.Errorf("record %s of slot %d: %w", kind, slot, err)
		}
	}
	// If we crash here, the record stands and no share left: the next life signs the same digest or none.
	return s.share.Sign(kind.Tag(), digest[:]), nil
}
