package sequencer

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
)

// PhaseSlots is how many slots a phase of the key ceremony waits for a member that says nothing. A phase in
// which every member spoke ends at once.
const PhaseSlots = 40

// Formation leads the key ceremony by the committed messages: each phase's list is what the embedded
// extensions carried, in the order of blocks and members, and it ends at a height that follows from the blocks
// alone. A ceremony that fails (too few dealers) is followed by another with a new nonce. Not safe for
// concurrent use.
type Formation struct {
	parameters *rollup.Parameters
	network    rollup.Network
	members    []threshold.PublicDealerKey
	self       int
	key        *threshold.DealerKey
	seed       [32]byte // of this member's dealing, stored before the first deal leaves

	attempt uint64
	machine *threshold.Ceremony
	phase   threshold.Kind
	since   rollup.Slot // the block after which the phase began
	list    [][]byte
	spoken  map[int]bool
	own     []byte        // what this member has to say in this phase; nil if nothing
	digest  rollup.Digest // over all messages and phases so far
}

// NewFormation begins the ceremony of network's epoch. self is −1 for an observer, who needs neither key nor
// seed.
func NewFormation(p *rollup.Parameters, n rollup.Network, self int, key *threshold.DealerKey, seed [32]byte) (*Formation, error) {
	f := &Formation{parameters: p, network: n, self: self, key: key, seed: seed}
	for i, m := range p.Members {
		var k threshold.PublicDealerKey
		text := m.DealerKey
		if len(text) < 2 || text[:2] != "0x" {
			text = "0x" + text
		}
		if err := k.UnmarshalText([]byte(text)); err != nil {
			return nil, fmt.Errorf("dealer key of member %d: %w", i, err)
		}
		f.members = append(f.members, k)
	}
	return f, f.begin(0)
}

func (f *Formation) begin(after rollup.Slot) error {
	nonce := crypto.Keccak256Hash([]byte("chorale/ceremony/v1"), f.network.Bytes(), binary.BigEndian.AppendUint64(nil, f.attempt))
	var rand io.Reader
	if f.self >= 0 {
		rand = bytes.NewReader(crypto.Keccak256([]byte("chorale/ceremony/seed/v1"), f.seed[:], nonce[:]))
	}
	machine, err := threshold.NewCeremony(threshold.CeremonyConfig{
		Nonce: nonce, Threshold: f.parameters.Threshold(), Members: f.members, Self: f.self, Key: f.key, Rand: rand,
	})
	if err != nil {
		return fmt.Errorf("key ceremony: %w", err)
	}
	f.machine = machine
	f.enter(threshold.KindDeal, after)
	if f.self >= 0 {
		if f.own, err = machine.Deal(); err != nil {
			return fmt.Errorf("key ceremony: %w", err)
		}
	}
	return nil
}

func (f *Formation) enter(phase threshold.Kind, after rollup.Slot) {
	f.phase, f.since, f.list, f.spoken, f.own = phase, after, nil, make(map[int]bool), nil
	f.digest = crypto.Keccak256Hash(f.digest[:], []byte{byte(phase)}, binary.BigEndian.AppendUint64(nil, uint64(after)))
}

// Pending is what this member has to say and what no block has carried yet; nil if nothing.
func (f *Formation) Pending() []byte {
	if f.self < 0 || f.spoken[f.self] {
		return nil
	}
	return f.own
}

// Digest commits to everything that entered the ceremony so far.
func (f *Formation) Digest() rollup.Digest { return f.digest }

// Take hands over the messages of one block, in the order of its embedded votes. It is done when Result stands.
func (f *Formation) Take(slot rollup.Slot, messages [][]byte) (done bool, err error) {
	for _, raw := range messages {
		if len(raw) > MaxMessageBytes {
			continue
		}
		kind, member, err := f.machine.Authenticate(raw)
		if err != nil || kind != f.phase || f.spoken[member] {
			continue // of another phase, repeated, or of nobody: no member's message is lost by this
		}
		f.spoken[member] = true
		f.list = append(f.list, bytes.Clone(raw))
		f.digest = crypto.Keccak256Hash(f.digest[:], raw)
	}
	if len(f.spoken) < f.expected() && slot < f.since+PhaseSlots {
		return false, nil
	}
	return f.close(slot)
}

// expected is how many members may speak in this phase.
func (f *Formation) expected() int { return len(f.members) }

func (f *Formation) close(slot rollup.Slot) (bool, error) {
	var own []byte
	var done bool
	var err error
	next := threshold.KindResponse
	switch f.phase {
	case threshold.KindDeal:
		own, err = f.machine.CloseDeals(f.list)
	case threshold.KindResponse:
		next = threshold.KindJustification
		own, done, err = f.machine.CloseResponses(f.list)
	default:
		err = f.machine.CloseJustifications(f.list)
		done = err == nil
	}
	switch {
	case errors.Is(err, threshold.ErrTooFewDealers):
		f.attempt++
		return false, f.begin(slot)
	case err != nil:
		return false, fmt.Errorf("key ceremony: %w", err)
	case done:
		return true, nil
	}
	f.enter(next, slot)
	f.own = own
	return false, nil
}

// Result is the group and this member's share, which is nil for an observer and for a member that was shut out.
func (f *Formation) Result() (threshold.Group, *threshold.Share, error) {
	g, share, _, err := f.machine.Result()
	return g, share, err
}
