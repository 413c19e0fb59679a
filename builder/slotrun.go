package builder

import (
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// spent names a nonce that this slot consumed.
type spent struct {
	lane  lane
	nonce uint64
}

// slotRun is one slot's execution under way. It changes the builder as it goes: an error leaves neither
// usable, and a crash loses both, to be made again from the last checkpoint.
type slotRun struct {
	b   *Builder
	in  Input
	out Executed

	fates    []Fate                          // by entry; forced transactions' fates stand in out.Fates first
	reserved map[rollup.Address]*uint256.Int // escrow held for bids that executed and are not charged yet
	outbid   map[spent]bool                  // nonces consumed by winners
	executed map[rollup.Digest]bool          // hashes of bundles that took place
	won      []int                           // entries of winners that executed, by rank
	gas      map[int][]ChainGas              // what they used
}

func newRun(b *Builder, in Input) *slotRun {
	return &slotRun{
		b: b, in: in, reserved: make(map[rollup.Address]*uint256.Int), outbid: make(map[spent]bool),
		executed: make(map[rollup.Digest]bool), gas: make(map[int][]ChainGas),
	}
}

// run executes in the order that docs/protocol.md gives: queue items, fees, blocks closed and opened,
// protections, forced transactions, winners, prices, the rest, the header.
func (s *slotRun) run(payloads []any) (*Executed, error) {
	opens := s.b.openTime == 0 || s.in.Time/1000 > s.b.openTime
	var before checkpoint
	if opens {
		before = s.b.checkpoint() // the state after the previous slot, before anything of this one
	}
	s.takeItems(payloads)
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
func (s *slotRun) takeItems(payloads []any) {
	l := s.b.ledger
	for i, p := range payloads {
		switch v := p.(type) {
		case rollup.Deposit:
			s.out.Entries = append(s.out.Entries, l.deposit(v)...)
		case rollup.Withdrawal:
			s.out.Entries = append(s.out.Entries, l.withdraw(v)...)
		case rollup.Forced:
			item := s.in.Items[i]
			s.b.waiting = append(s.b.waiting, forced{Item: item.Hash(), Sender: item.Sender, Chain: v.Chain, Raw: v.Raw})
		case rollup.Registration:
			l.changeShare(v.Chain, func(r *Share) { r.Payout, r.Genesis = v.Payout, v.GenesisHash })
		case rollup.Payout:
			l.changeShare(v.Chain, func(r *Share) { r.Payout = v.Payout })
		case rollup.Weight:
			l.changeShare(v.Chain, func(r *Share) { r.Weight = v.Weight })
		case rollup.Reserve:
			l.changeShare(v.Chain, func(r *Share) { r.Reserve = v.Amount.Clone() })
		}
	}
}

// takeFees charges every envelope of the batch, win or lose; check has seen that all are covered.
func (s *slotRun) takeFees() {
	for i := range s.in.Selected.Opened.Entries {
		e := &s.in.Selected.Opened.Entries[i]
		fee := e.Envelope.Fee(s.b.p)
		s.out.Entries = append(s.out.Entries, s.b.ledger.fee(e.ID, e.Envelope.Bidder, fee)...)
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
		Time: s.in.Time / 1000, GasLimit: s.b.p.BlockGas, BeaconRoot: s.in.View.Hash,
		MixDigest: MixDigest(s.in.Key), Coinbase: make(map[rollup.ChainID]rollup.Address),
	}
	for _, chain := range s.b.p.Rollups {
		env.Coinbase[chain] = s.b.ledger.Payout(chain)
	}
	blocks, err := s.b.r.Advance(env)
	if err != nil {
		return fmt.Errorf("advance to %d s: %w", env.Time, err)
	}
	if len(blocks) != 0 && len(s.b.closed) != 0 {
		return fmt.Errorf("a restored builder found open blocks: %w", ErrHeads)
	}
	s.b.openTime, s.out.Closed = env.Time, blocks
	for _, block := range blocks {
		before.Closed = append(before.Closed, closedHead{
			Chain: block.Chain, Number: block.Block.NumberU64(), Hash: block.Block.Hash(), State: block.Block.Root(),
		})
	}
	if len(blocks) == 0 {
		before.Closed = s.b.closed // they were closed before this builder was restored
	}
	if len(before.Closed) != 0 {
		s.out.Checkpoint = before.encode()
	}
	return nil
}

// protect enters what the batch revealed before anything of the slot executes, forced transactions included.
func (s *slotRun) protect() {
	for i := range s.in.Selected.Opened.Entries {
		for _, p := range s.in.Selected.Opened.Entries[i].Protections {
			s.b.guard.protect(p)
		}
	}
}

// tryAll tries the winners by rank, charges those that executed, and tries the rest.
func (s *slotRun) tryAll() error {
	for rank, i := range s.in.Selected.Winners {
		s.fates[i].Rank = uint64(rank) + 1
		if err := s.tryEntry(i, true); err != nil {
			return err
		}
	}
	if err := s.charge(); err != nil {
		return err
	}
	for _, i := range s.in.Selected.Rest {
		if err := s.tryEntry(i, false); err != nil {
			return err
		}
	}
	return nil
}

// tryEntry decides the fate of one envelope, its price aside.
func (s *slotRun) tryEntry(i int, winner bool) error {
	e, f := &s.in.Selected.Opened.Entries[i], &s.fates[i]
	if s.executed[e.Hash] {
		f.Reason = auction.Duplicate
		return nil
	}
	if f.Failure = s.b.guard.refuse(e); f.Failure != nil {
		f.Reason = auction.ProtectedTx
		return nil
	}
	held, ok := s.reserved[e.Payer]
	if !ok {
		held = new(uint256.Int)
	}
	if minus(s.b.ledger.escrow(e.Payer), held).Lt(e.Bid) {
		f.Reason = auction.InsufficientEscrow
		return nil
	}
	outcome, err := s.b.r.Try(s.attempt(e))
	if err != nil {
		return fmt.Errorf("try %s: %w", e.ID, err)
	}
	s.record(f, outcome)
	if !f.Executed() {
		s.nameOutbid(f, e)
		return nil
	}
	s.executed[e.Hash] = true
	for _, leg := range e.Txs {
		for _, tx := range leg {
			s.b.guard.consume(tx)
			if winner {
				s.outbid[spent{lane{tx.Chain, tx.Sender}, tx.Nonce()}] = true
			}
		}
	}
	if winner {
		s.reserved[e.Payer] = plus(held, e.Bid)
		s.won, s.gas[i] = append(s.won, i), outcome.Gas
	}
	return nil
}

func (s *slotRun) attempt(e *auction.Entry) Attempt {
	a := Attempt{
		Txs: e.Txs, Reverting: make(map[rollup.Digest]bool), GasLimit: e.Envelope.GasClass.Gas(),
		GasThrough: GasThrough(s.b.p, s.in.Time), TriggerDepth: s.b.p.TriggerDepth, TriggerCount: s.b.p.TriggerCount,
		PairTriggers: s.b.p.PairTriggers, PairGas: s.b.p.PairGas,
	}
	for _, h := range e.Bundle.Reverting {
		a.Reverting[h] = true
	}
	return a
}

// record takes an outcome into a fate.
func (s *slotRun) record(f *Fate, o *Outcome) {
	f.Reason, f.Places, f.Triggers = o.Reason, o.Places, o.Triggers
	for _, g := range o.Gas {
		f.GasUsed += g.Gas
	}
	if o.Failure != nil {
		f.Failure = []Failure{*o.Failure}
	}
}

// nameOutbid says Outbid where a better bid of this slot consumed the nonce that the bundle needed.
func (s *slotRun) nameOutbid(f *Fate, e *auction.Entry) {
	if f.Reason != auction.NonceTooLow || len(f.Failure) == 0 {
		return
	}
	for _, leg := range e.Txs {
		for _, tx := range leg {
			if tx.Hash() == f.Failure[0].Tx && s.outbid[spent{lane{tx.Chain, tx.Sender}, tx.Nonce()}] {
				f.Reason = auction.Outbid
			}
		}
	}
}

// charge prices the winners that executed, and settles each. Their bids are held in escrow, and no price is
// above its bid, so every charge is covered.
func (s *slotRun) charge() error {
	bids := make([]auction.Bid, len(s.won))
	for k, i := range s.won {
		bids[k] = auction.Bid{ID: s.fates[i].Envelope, Amount: s.fates[i].Bid}
	}
	prices, err := auction.Price(s.b.p.Pricing, bids, nil, nil)
	if err != nil {
		return err
	}
	for k, i := range s.won {
		entries, err := s.b.ledger.settle(&s.fates[i], prices[k], s.gas[i])
		if err != nil {
			return err
		}
		s.out.Entries = append(s.out.Entries, entries...)
	}
	return nil
}

// finish ends the slot on the rollups and makes its header.
func (s *slotRun) finish() (*Executed, error) {
	state, err := s.b.r.EndSlot()
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
		Network: s.b.n, Slot: s.in.Slot, Time: s.in.Time, View: s.in.View,
		BatchRoot: s.in.Selected.Opened.Batch.Root(), FateRoot: FateRoot(s.out.Fates), Heads: heads,
		PairRoot: PairRoot(state.Pairs), LedgerRoot: s.b.ledger.Root(),
	}
	if s.b.last.Slot > 0 {
		s.out.Header.Parent = s.b.last.Root()
	}
	s.b.last, s.b.closed = s.out.Header, nil
	return &s.out, nil
}

// heads are the rollups' heads; a restored builder's first slot names the blocks that were closed before.
func (s *slotRun) heads(state *SlotState) ([]Head, error) {
	if len(state.Heads) != len(s.b.p.Rollups) {
		return nil, fmt.Errorf("%d heads for %d rollups: %w", len(state.Heads), len(s.b.p.Rollups), ErrHeads)
	}
	heads := append([]Head{}, state.Heads...)
	for i := range heads {
		if heads[i].Chain != s.b.p.Rollups[i] {
			return nil, fmt.Errorf("head %d of rollup %s, want %s: %w", i, heads[i].Chain, s.b.p.Rollups[i], ErrHeads)
		}
		for _, c := range s.b.closed {
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
