package member_test

import (
	"encoding/binary"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/threshold"
	"github.com/chorale-network/chorale/threshold/thresholdtest"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// forkedL1 is an L1 whose queue can lose its newest items to a reorganisation.
type forkedL1 struct {
	items []rollup.QueueItem
	hash  []rollup.Digest // accumulator after so many items
	fork  byte
}

func (l *forkedL1) enqueue(kind rollup.QueueKind, account rollup.Address, fees uint64) {
	payload := make([]byte, 96)
	copy(payload[12:], account[:])
	binary.BigEndian.PutUint64(payload[88:], fees)
	n := uint64(len(l.items))
	item := rollup.QueueItem{Position: n, L1Block: n + 1, Kind: kind, Sender: account, Payload: payload}
	l.items, l.hash = append(l.items, item), append(l.hash, rollup.Accumulate(l.hash[n], item))
}

// reorg drops the newest items; from here on the blocks have other hashes.
func (l *forkedL1) reorg(depth int) {
	keep := max(0, len(l.items)-depth)
	l.items, l.hash = l.items[:keep:keep], l.hash[:keep+1:keep+1]
	l.fork++
}

func (l *forkedL1) view() rollup.L1View {
	n := uint64(len(l.items))
	return rollup.L1View{Number: n, Hash: crypto.Keccak256Hash([]byte{l.fork}, binary.BigEndian.AppendUint64(nil, n)), QueuePosition: n, QueueHash: l.hash[n]}
}

// postable is what the inbox asks of a header: its queue position and hash are L1's own.
func (l *forkedL1) postable(v rollup.L1View) bool {
	return v.QueuePosition < uint64(len(l.hash)) && l.hash[v.QueuePosition] == v.QueueHash
}

// Deposits, withdrawals and envelopes race, through the L1 queue, in random order, and L1 takes back what the
// committee may or may not have consumed. What a member holds of a bidder never costs more than the balance that
// it saw; every envelope that is agreed on is paid for; no balance falls below zero, and all of them add up to the
// wei; and whatever was consumed from a branch that L1 left can never be posted, nor anything after it.
func TestFeesRaceWithdrawals(t *testing.T) {
	histories := 300
	if n, err := strconv.Atoi(os.Getenv("CHORALE_HISTORIES")); err == nil {
		histories = n
	}
	group, _ := thresholdtest.Committee(3, 4, 1)
	total := new(raceTally)
	for seed := range histories {
		h := newRace(t, &group, uint64(seed))
		for range 60 {
			h.step()
		}
		total.add(&h.raceTally)
	}
	t.Logf("%d histories: %+v", histories, *total)
	require.Positive(t, total.Lost, "no consumed withdrawal was ever taken back by L1")
	require.Positive(t, total.Refused)
	require.Positive(t, total.Uncovered, "no withdrawal ever overtook an envelope")
	require.Positive(t, total.In)
}

// raceTally counts what happened, so that nothing is proved about nothing.
type raceTally struct {
	Held, Refused, In, Uncovered, Withdrawn int
	Lost                                    int // reorganisations that took back what was consumed
}

func (a *raceTally) add(b *raceTally) {
	a.Held, a.Refused, a.In, a.Uncovered = a.Held+b.Held, a.Refused+b.Refused, a.In+b.In, a.Uncovered+b.Uncovered
	a.Withdrawn, a.Lost = a.Withdrawn+b.Withdrawn, a.Lost+b.Lost
}

type race struct {
	raceTally
	t       *testing.T
	r       *rand.Rand
	p       *rollup.Parameters
	l1      *forkedL1
	state   *sequencer.State
	pool    member.Pool
	owed    map[rollup.Address]map[rollup.Slot]uint64 // fees of what is held
	balance map[rollup.Address]uint64                 // by a second bookkeeping
	salt    uint16
}

const raceFee = 10

func newRace(t *testing.T, group *threshold.Group, seed uint64) *race {
	p := freely()
	p.FeeBase, p.MaxLag = uint256.NewInt(raceFee), 8
	p.Members = make([]rollup.Member, 4)
	return &race{
		t: t, r: rand.New(rand.NewPCG(seed, 8)), p: p, l1: &forkedL1{hash: []rollup.Digest{{}}}, pool: member.NewPool(p),
		state: &sequencer.State{Parameters: p, Group: group, Fees: builder.NewFeeBook(builder.NewLedger(p))},
		owed:  make(map[rollup.Address]map[rollup.Slot]uint64), balance: make(map[rollup.Address]uint64),
	}
}

func (h *race) step() {
	account := rollup.Address{byte(1 + h.r.IntN(3))}
	switch h.r.IntN(8) {
	case 0:
		h.l1.enqueue(rollup.QueueDeposit, account, uint64(h.r.IntN(6*raceFee)))
	case 1:
		h.l1.enqueue(rollup.QueueWithdraw, account, uint64(h.r.IntN(8*raceFee)))
	case 2:
		if h.r.IntN(4) == 0 {
			stood := h.l1.postable(h.state.View)
			h.l1.reorg(1 + h.r.IntN(5))
			if stood && !h.l1.postable(h.state.View) {
				h.Lost++
			}
		}
	case 3, 4, 5:
		h.submit(account)
	default:
		h.slot()
	}
}

func (h *race) submit(account rollup.Address) {
	h.salt++
	s := &auction.Sealed{Slot: h.state.Slot + 1 + rollup.Slot(h.r.IntN(3)), Bidder: account, Ciphertext: binary.BigEndian.AppendUint16(nil, h.salt)}
	balance := h.state.Fees.Balance(account)
	_, _, err := h.pool.Add(s, h.r.IntN(2) == 0, h.state.Slot+1, balance.Uint64())
	if err != nil {
		require.Equal(h.t, auction.InsufficientEscrow, reasonOf(h.t, err))
		h.Refused++
		return
	}
	h.Held++
	if h.owed[account] == nil {
		h.owed[account] = make(map[rollup.Slot]uint64)
	}
	h.owed[account][s.Slot] += raceFee
	locked := uint64(0)
	for slot, fees := range h.owed[account] {
		if slot > h.state.Slot {
			locked += fees
		}
	}
	require.LessOrEqual(h.t, locked, balance.Uint64(), "more is locked than there is")
}

// slot closes the next slot, with the view that the members have of L1 as it is now.
func (h *race) slot() {
	slot := h.state.Slot + 1
	b := &sequencer.Block{Slot: slot, Votes: make([]*sequencer.Extension, 3), Keys: make([]threshold.Signature, min(slot-1, 1))}
	report := h.state.View
	if h.r.IntN(2) == 0 {
		report = h.l1.view()
	}
	for i := range b.Votes {
		b.Votes[i] = &sequencer.Extension{Held: h.pool.List(slot - 1), View: report}
	}
	nobody := func(rollup.Digest) *sequencer.Envelope { return nil }
	if view := h.state.ViewOf(b); view != h.state.View {
		b.Items = h.l1.items[h.state.View.QueuePosition:view.QueuePosition]
		if err := rollup.CheckQueue(h.state.View.QueuePosition, h.state.View.QueueHash, b.Items, view); err != nil {
			// L1 left what was consumed: members see that its items do not follow, and report nothing.
			require.False(h.t, h.l1.postable(h.state.View))
			require.ErrorIs(h.t, h.state.Check(b, anyKey, nobody), sequencer.ErrItems)
			for i := range b.Votes {
				b.Votes[i].View = h.state.View
			}
			b.Items = nil
		}
	}
	room, err := h.state.Room(b.Items)
	require.NoError(h.t, err)
	held := h.pool.Of(slot)
	byID := make(map[rollup.Digest]*sequencer.Envelope)
	for _, e := range held {
		byID[e.ID] = e
	}
	b.Envelopes, _ = sequencer.Required(room, sequencer.Listed(b.Votes, 1), func(id rollup.Digest) *sequencer.Envelope { return byID[id] })
	require.NoError(h.t, h.state.Check(b, anyKey, func(id rollup.Digest) *sequencer.Envelope { return byID[id] }))
	require.NoError(h.t, h.state.Apply(b))
	h.pool.Close(slot)
	h.In += len(b.Envelopes)
	h.Uncovered += len(held) - len(b.Envelopes)
	h.account(b)
}

// account keeps the second bookkeeping and compares.
func (h *race) account(b *sequencer.Block) {
	for _, item := range b.Items {
		v, err := item.Decode()
		require.NoError(h.t, err)
		switch v := v.(type) {
		case rollup.Deposit:
			h.balance[v.Account] += v.Fees.Uint64()
		case rollup.Withdrawal:
			paid := min(h.balance[v.Account], v.Fees.Uint64())
			h.balance[v.Account] -= paid
			if paid > 0 {
				h.Withdrawn++
			}
		}
	}
	for _, e := range b.Envelopes {
		require.GreaterOrEqual(h.t, h.balance[e.Bidder], uint64(raceFee), "an envelope that nobody pays for")
		h.balance[e.Bidder] -= raceFee
	}
	for account, want := range h.balance {
		require.Equal(h.t, want, h.state.Fees.Balance(account).Uint64())
	}
}
