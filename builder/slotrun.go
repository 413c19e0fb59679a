package builder

import (
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// slotRun is one slot's execution under way. It changes the builder as it goes: an error leaves neither
// usable, and a crash loses both, to be made again from the last checkpoint.
type slotRun struct {
	builder *Builder
	in      Input
	out     Executed

	fates []Fate // by entry; forced transactions' fates stand in out.Fates first
	sheet *sheet
}

func newRun(b *Builder, in Input) *slotRun { return &slotRun{builder: b, in: in, sheet: newSheet()} }

// entry is one of the opened batch.
func (s *slotRun) entry(i int) *auction.Entry { return &s.in.Selected.Opened.Entries[i] }

// run executes in the order that docs/protocol.md gives: queue items, fees, blocks closed and opened,
// protections, forced transactions, winners, prices, the rest, the header.
func (s *slotRun) run(payloads []rollup.Payload) (*Executed, error) {
	opens := s.builder.openTime == 0 || s.in.Time/1000 > s.builder.openTime
	var before checkpoint
	if opens {
		before = s.builder.checkpoint() // the state after the previous slot, before anything of this one
	}
	if err := s.takeItems(payloads); err != nil {
		return nil, err
	}
	s.takeFees()
	if opens {
		if err := s.advance(before); err != nil {
			return nil, err
		}
	}
	s.protect()
	if opens {
		if err := s.tryForced(); err != nil {
			return nil, err
		}
	}
	if err := s.tryAll(); err != nil {
		return nil, err
	}
	return s.finish()
}

// takeItems applies what L1's queue says. A forced transaction only joins those that wait for a block.
// A kind that has no rule here fails the slot: a member that passed it over would have another ledger than the others.
func (s *slotRun) takeItems(payloads []rollup.Payload) error {
	l := s.builder.ledger
	for i, p := range payloads {
		switch v := p.(type) {
		case rollup.Deposit:
			s.out.Entries = append(s.out.Entries, l.deposit(v)...)
		case rollup.Withdrawal:
			s.out.Entries = append(s.out.Entries, l.withdraw(v)...)
		case rollup.Forced:
			item := s.in.Items[i]
			s.builder.waiting = append(s.builder.waiting, forced{Item: item.Hash(), Sender: item.Sender, Chain: v.Chain, Raw: v.Raw})
		case rollup.Registration:
			l.changeShare(v.Chain, func(r *Share) { r.Payout, r.Genesis = v.Payout, v.GenesisHash })
		case rollup.Payout:
			l.changeShare(v.Chain, func(r *Share) { r.Payout = v.Payout })
		case rollup.Weight:
			l.changeShare(v.Chain, func(r *Share) { r.Weight = v.Weight })
		case rollup.Reserve:
			l.changeShare(v.Chain, func(r *Share) { r.Reserve = v.Amount.Clone() })
		default:
			return noRule(p)
		}
	}
	return nil
}

// takeFees charges every envelope of the batch, win or lose; check has seen that all are covered.
func (s *slotRun) takeFees() {
	for i := range s.in.Selected.Opened.Entries {
		e := s.entry(i)
		fee := e.Envelope.Fee(s.builder.parameters)
		s.out.Entries = append(s.out.Entries, s.builder.ledger.fee(e.ID, e.Envelope.Bidder, fee)...)
		s.fates = append(s.fates, Fate{
			Envelope: e.ID, Bundle: e.Hash, Bidder: e.Envelope.Bidder, Payer: e.Payer, Reason: e.Reason,
			Bid: e.Bid.Clone(), Fee: fee, Price: new(uint256.Int), Protocol: new(uint256.Int),
		})
	}
}

// advance closes the open blocks and opens the next. What the blocks are made of besides transactions is
// fixed here: the second of T, the slot's key, the L1 view, and the payout accounts as this slot's queue
// items leave them. When Advance has returned, the closed blocks are durable, and before is a checkpoint.
func (s *slotRun) advance(before checkpoint) error {
	env := BlockEnv{
		Time: s.in.Time / 1000, GasLimit: s.builder.parameters.BlockGas, BeaconRoot: s.in.View.Hash,
		MixDigest: MixDigest(s.in.Key), Coinbase: make(map[rollup.ChainID]rollup.Address),
	}
	for _, chain := range s.builder.parameters.Rollups {
		env.Coinbase[chain] = s.builder.ledger.Payout(chain)
	}
	blocks, err := s.builder.machine.Advance(env)
	if err != nil {
		return fmt.Errorf("advance to %d s: %w", env.Time, err)
	}
	if len(blocks) != 0 && len(s.builder.closed) != 0 {
		return fmt.Errorf("a restored builder found open blocks: %w", ErrHeads)
	}
	s.builder.openTime, s.out.Closed = env.Time, blocks
	for _, block := range blocks {
		before.Closed = append(before.Closed, closedHead{
			Chain: block.Chain, Number: block.Block.NumberU64(), Hash: block.Block.Hash(), State: block.Block.Root(),
		})
	}
	if len(blocks) == 0 {
		before.Closed = s.builder.closed // they were closed before this builder was restored
	}
	if len(before.Closed) != 0 {
		s.out.Checkpoint = before.encode()
	}
	return nil
}

// protect enters what the batch revealed before anything of the slot executes, forced transactions included.
func (s *slotRun) protect() {
	for i := range s.in.Selected.Opened.Entries {
		for _, p := range s.entry(i).Protections {
			s.builder.guard.protect(p)
		}
	}
}

// tryAll chooses the winners' ordering and executes it, charges those that executed, and tries the rest.
func (s *slotRun) tryAll() error {
	c, err := s.choose(s.rank())
	if err != nil {
		return err
	}
	s.out.Choice = c.choice
	for place, k := range c.best.order {
		f := &s.fates[c.ranked[k]]
		f.Rank = uint64(place) + 1
		c.best.results[k].record(f)
	}
	if err := s.charge(c); err != nil {
		return err
	}
	for _, i := range s.in.Selected.Rest {
		r, err := s.try(i, false, false)
		if err != nil {
			return err
		}
		r.record(&s.fates[i])
	}
	for l, nonce := range s.sheet.consumed { // lanes are apart: order does not matter
		s.builder.guard.forget(l, nonce)
	}
	return nil
}

// rank is the winners by bid, without those who bid less than the rollups that they name ask together.
func (s *slotRun) rank() (ranked []int) {
	for _, i := range s.in.Selected.Winners {
		e := s.entry(i)
		if e.Bid.Lt(s.builder.ledger.reserve(e.Bundle.Legs)) {
			s.fates[i].Reason = auction.BelowReserve
			continue
		}
		ranked = append(ranked, i)
	}
	return ranked
}

// charge settles each winner that executed, by rank. Their bids are held in escrow, and no price is above its
// bid, so every charge is covered.
func (s *slotRun) charge(c *chooser) error {
	won, prices, err := c.prices(c.best.order, c.best.results)
	if err != nil {
		return err
	}
	parts, err := s.divide(c, won, prices)
	if err != nil {
		return err
	}
	for w, k := range won {
		s.out.Entries = append(s.out.Entries, s.builder.ledger.settle(&s.fates[c.ranked[k]], prices[w], parts[w])...)
	}
	return nil
}

// finish ends the slot on the rollups and makes its header.
func (s *slotRun) finish() (*Executed, error) {
	state, err := s.builder.machine.EndSlot()
	if err != nil {
		return nil, fmt.Errorf("end slot: %w", err)
	}
	heads, err := s.heads(state)
	if err != nil {
		return nil, err
	}
	for _, p := range state.Pairs {
		if p.TrigRoot != p.ActRoot || p.TrigCount != p.ActCount {
			return nil, fmt.Errorf("%s to %s: %d triggers, %d actions: %w", p.Src, p.Dst, p.TrigCount, p.ActCount, ErrPairs)
		}
	}
	s.out.Fates, s.out.Additions = append(s.out.Fates, s.fates...), state.Additions
	s.out.Header = Header{
		Network: s.builder.network, Slot: s.in.Slot, Time: s.in.Time, View: s.in.View,
		BatchRoot: s.in.Selected.Opened.Batch.Root(), FateRoot: FateRoot(s.out.Fates), Heads: heads,
		PairRoot: PairRoot(state.Pairs), LedgerRoot: s.builder.ledger.Root(),
	}
	if s.builder.last.Slot > 0 {
		s.out.Header.Parent = s.builder.last.Root()
	}
	s.builder.last, s.builder.closed = s.out.Header, nil
	out := s.out // apart from the run, so that whoever keeps the outcome does not keep the opened batch with it
	return &out, nil
}

// heads are the rollups' heads; a restored builder's first slot names the blocks that were closed before.
func (s *slotRun) heads(state *SlotState) ([]Head, error) {
	if len(state.Heads) != len(s.builder.parameters.Rollups) {
		return nil, fmt.Errorf("%d heads for %d rollups: %w", len(state.Heads), len(s.builder.parameters.Rollups), ErrHeads)
	}
	heads := append([]Head{}, state.Heads...)
	for i := range heads {
		if heads[i].Chain != s.builder.parameters.Rollups[i] {
			return nil, fmt.Errorf("head %d of rollup %s, want %s: %w", i, heads[i].Chain, s.builder.parameters.Rollups[i], ErrHeads)
		}
		for _, c := range s.builder.closed {
			if c.Chain == heads[i].Chain {
				heads[i].ClosedNumber, heads[i].ClosedHash, heads[i].ClosedState = c.Number, c.Hash, c.State
			}
		}
	}
	return heads, nil
}

// GasThrough is the most gas that a block may have used after a slot of time T (ms): the block's gas without
// the reserve for forced transactions, times the part of the second that has passed when the slot ends. So no
// slot takes the gas of later ones. Gas of forced transactions counts as used.
func GasThrough(p *rollup.Parameters, time uint64) uint64 {
	elapsed := min(1000, time%1000+p.SlotMs)
	whole := p.BlockGas - p.ForcedGas
	return whole/1000*elapsed + whole%1000*elapsed/1000
}

// MixDigest is what blocks opened in a slot have as PREVRANDAO: keccak256("chorale/mixdigest/v1" ‖ key).
func MixDigest(key threshold.Signature) rollup.Digest {
	return crypto.Keccak256Hash([]byte("chorale/mixdigest/v1"), key[:])
}
