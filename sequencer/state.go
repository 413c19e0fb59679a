package sequencer

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
)

// Refusals of a block.
var (
	ErrVotes   = errors.New("block embeds too few valid extensions")
	ErrKeys    = errors.New("block carries a key that is not the next slot's opening key")
	ErrItems   = errors.New("block's queue items do not lead to its view")
	ErrLagging = errors.New("batch must be empty while execution lags or there is no key")
)

// State is what the committee has agreed on after a block, as far as the next block's validity depends on it.
// It is a function of the blocks alone. A State is changed by Apply only; what reads it makes no trace in it.
type State struct {
	Parameters *rollup.Parameters
	Network    rollup.Network
	Slot       rollup.Slot      // the block's height
	Time       uint64           // consensus time of the block, Unix ms
	View       rollup.L1View    // its queue position and hash are where the queue was consumed to
	Keyed      rollup.Slot      // E: the keys of all slots up to this one stand in blocks
	Group      *threshold.Group // nil until the ceremony ended; never changed afterwards
	Formed     rollup.Slot      // the block with which it ended; 0 before
	Fees       *builder.FeeBook // fee balances after this block's reservations
}

// Block is a decoded block. Its envelopes were checked each for itself, its votes' signatures verified.
type Block struct {
	Slot      rollup.Slot
	Time      uint64 // Unix ms
	Votes     []*Extension
	Keys      []threshold.Signature
	Items     []rollup.QueueItem
	Envelopes []*Envelope
}

// View is the L1 view that block has in this state.
func (s *State) ViewOf(b *Block) rollup.L1View {
	return NextView(s.View, b.Votes, s.Parameters.MaxFaulty())
}

// MayCarry says whether a block with so many keys may carry envelopes: the group has its key, and execution
// does not trail agreement by more than MaxLag slots.
func (s *State) MayCarry(slot rollup.Slot, keys int) bool {
	return s.Group != nil && uint64(slot)-uint64(s.Keyed)-uint64(keys) <= s.Parameters.MaxLag
}

// Check says whether block may follow. It reads only this state and what held answers about envelopes that f+1
// members listed and the proposer left out; verified tells which opening keys are known to be right already.
func (s *State) Check(b *Block, verified func(rollup.Slot, threshold.Signature) bool, held func(rollup.Digest) *Envelope) error {
	if b.Slot != s.Slot+1 {
		return fmt.Errorf("slot %d after %d: %w", b.Slot, s.Slot, ErrBatch)
	}
	if b.Slot > 1 && len(b.Votes) < s.Parameters.Threshold() {
		return fmt.Errorf("%d of %d: %w", len(b.Votes), s.Parameters.Threshold(), ErrVotes)
	}
	if err := s.checkKeys(b, verified); err != nil {
		return err
	}
	view := s.ViewOf(b)
	if err := rollup.CheckQueue(s.View.QueuePosition, s.View.QueueHash, b.Items, view); err != nil {
		return fmt.Errorf("%w: %w", ErrItems, err)
	}
	if !s.MayCarry(b.Slot, len(b.Keys)) {
		if len(b.Envelopes) > 0 {
			return fmt.Errorf("%d envelopes: %w", len(b.Envelopes), ErrLagging)
		}
		return nil
	}
	room, err := s.Room(b.Items)
	if err != nil {
		return err
	}
	return CheckBatch(b.Slot, room, Listed(b.Votes, s.Parameters.MaxFaulty()), b.Envelopes, held)
}

// Room is the room of the next batch, its queue items consumed first.
func (s *State) Room(items []rollup.QueueItem) (*Room, error) {
	fees := s.Fees.Clone()
	if err := fees.Apply(items); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrItems, err)
	}
	return NewRoom(s.Parameters, fees), nil
}

func (s *State) checkKeys(b *Block, verified func(rollup.Slot, threshold.Signature) bool) error {
	if len(b.Keys) == 0 {
		return nil
	}
	if s.Group == nil || s.Keyed+rollup.Slot(len(b.Keys)) >= b.Slot {
		return fmt.Errorf("%d keys after slot %d in block %d: %w", len(b.Keys), s.Keyed, b.Slot, ErrKeys)
	}
	for i, key := range b.Keys {
		slot := s.Keyed + 1 + rollup.Slot(i)
		if verified(slot, key) {
			continue
		}
		if err := threshold.Verify(s.Group.Public, threshold.OpeningTag, auction.Identity(s.Network, slot), key); err != nil {
			return fmt.Errorf("slot %d: %w: %w", slot, ErrKeys, err)
		}
	}
	return nil
}

// Apply makes this the state after block, which the committee decided. The group's formation is not part of
// it: see Form.
func (s *State) Apply(b *Block) error {
	if b.Slot != s.Slot+1 {
		return fmt.Errorf("slot %d after %d: %w", b.Slot, s.Slot, ErrBatch)
	}
	view, fees := s.ViewOf(b), s.Fees.Clone()
	if err := fees.Apply(b.Items); err != nil {
		return fmt.Errorf("slot %d: %w: %w", b.Slot, ErrItems, err)
	}
	sealed := make([]*auction.Sealed, len(b.Envelopes))
	for i, e := range b.Envelopes {
		sealed[i] = e.Sealed
	}
	if err := fees.Reserve(sealed); err != nil {
		return fmt.Errorf("slot %d: %w: %w", b.Slot, ErrBatch, err)
	}
	s.Slot, s.Time, s.View, s.Fees = b.Slot, b.Time, view, fees
	s.Keyed += rollup.Slot(len(b.Keys))
	return nil
}

// Form records that the ceremony ended with the last applied block.
func (s *State) Form(g threshold.Group) { s.Group, s.Formed = &g, s.Slot }

// Hash is what consensus certifies of a block's outcome: this state and the header of the last keyed slot,
// which by then everybody has executed. Nothing in it depends on when anything arrived.
func (s *State) Hash(executed, ceremony rollup.Digest) rollup.Digest {
	group := []byte{}
	if s.Group != nil {
		group = s.Group.Encode()
	}
	out, err := rlp.EncodeToBytes([]any{"chorale/state/v1", s.Network, s.Slot, s.View, s.Keyed, group, s.Formed, executed, ceremony})
	if err != nil {
		panic(fmt.Sprintf("encode state: %v", err)) // fixed types: cannot fail
	}
	return crypto.Keccak256Hash(out)
}

// snapshot is what a checkpoint stores of a State: everything but the parameters and what the ledger has.
type snapshot struct {
	Network rollup.Network
	Slot    rollup.Slot
	Time    uint64
	View    rollup.L1View
	Keyed   rollup.Slot
	Group   []byte
	Formed  rollup.Slot
}

// Snapshot encodes a state whose group has formed, without the fee balances: after every slot up to this one
// is executed they are the ledger's.
func (s *State) Snapshot() []byte {
	out, err := rlp.EncodeToBytes(&snapshot{s.Network, s.Slot, s.Time, s.View, s.Keyed, s.Group.Encode(), s.Formed})
	if err != nil {
		panic(fmt.Sprintf("encode snapshot: %v", err)) // fixed types: cannot fail
	}
	return out
}

// RestoreState reads what Snapshot wrote; fees are those of the ledger after the same slot.
func RestoreState(b []byte, p *rollup.Parameters, n rollup.Network, fees *builder.FeeBook) (*State, error) {
	var c snapshot
	if err := rlp.DecodeBytes(b, &c); err != nil {
		return nil, fmt.Errorf("%w: snapshot: %w", ErrRecord, err)
	}
	if c.Network != n {
		return nil, fmt.Errorf("%w: snapshot of network %s, want %s", ErrRecord, c.Network, n)
	}
	g, err := threshold.DecodeGroup(c.Group)
	if err != nil {
		return nil, fmt.Errorf("%w: snapshot: %w", ErrRecord, err)
	}
	return &State{Parameters: p, Network: n, Slot: c.Slot, Time: c.Time, View: c.View, Keyed: c.Keyed, Group: &g, Formed: c.Formed, Fees: fees}, nil
}
