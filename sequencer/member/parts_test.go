package member_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/member"
	"github.com/chorale-network/chorale/sequencer/sequencertest"
	cmttypes "github.com/cometbft/cometbft/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// A proposal above the engine's limit would stop the chain, so whatever is pending it is cut.
func TestProposalNeverExceedsItsLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		limit := int64(1000 + r.IntN(400) - 200)
		var txs [][]byte
		for total := int64(0); total < limit+200; {
			tx := make([]byte, r.IntN(300))
			total += member.ProtoSize(int64(len(tx)))
			txs = append(txs, tx)
		}
		cut := member.Within(txs, limit)
		require.NoError(t, cmttypes.ToTxs(cut).Validate(limit))
		if len(cut) < len(txs) { // and it is not cut more than needed
			require.Error(t, cmttypes.ToTxs(txs[:len(cut)+1]).Validate(limit))
		}
	}
}

func sealedFor(slot rollup.Slot, bidder, salt byte) *auction.Sealed {
	return &auction.Sealed{Slot: slot, Bidder: rollup.Address{bidder}, Ciphertext: []byte{salt, 1, 2, 3}}
}

func reasonOf(t *testing.T, err error) auction.Reason {
	t.Helper()
	refusal := new(sequencer.Refusal)
	require.ErrorAs(t, err, &refusal)
	require.NotEmpty(t, refusal.Hint)
	return refusal.Reason
}

func TestPool(t *testing.T) {
	p := &rollup.Parameters{
		FeeBase: uint256.NewInt(10), FeePerKiB: new(uint256.Int), FeePerMegagas: new(uint256.Int), BatchBytes: 1000, PostBytes: 1 << 20, BatchGas: 10_000_000, BidderGas: 10_000_000,
	}
	pool := member.NewPool(p)
	pool.Close(4)
	const own, other = true, false

	first := sealedFor(6, 1, 1)
	promise, fresh, err := pool.Add(first, own, 5, 100)
	require.NoError(t, err)
	require.True(t, fresh)
	require.Equal(t, rollup.Slot(6), promise)
	promise, fresh, err = pool.Add(first, own, 5, 100)
	require.NoError(t, err, "again")
	require.False(t, fresh)
	require.Equal(t, rollup.Slot(6), promise)

	for name, c := range map[string]struct {
		s       *auction.Sealed
		open    rollup.Slot
		balance uint64
		want    auction.Reason
	}{
		"over":                {sealedFor(4, 1, 2), 5, 100, auction.SlotInPast},
		"closing":             {sealedFor(5, 1, 2), 6, 100, auction.TooLate},
		"far ahead":           {sealedFor(500, 1, 2), 5, 100, auction.Malformed},
		"another's":           {sealedFor(6, 2, 1), 5, 100, auction.Copied},
		"not covered":         {sealedFor(6, 3, 3), 5, 9, auction.InsufficientEscrow},
		"not covered besides": {sealedFor(7, 1, 3), 5, 19, auction.InsufficientEscrow},
	} {
		_, _, err := pool.Add(c.s, own, c.open, c.balance)
		require.Equal(t, c.want, reasonOf(t, err), name)
	}

	// The list of slot 6 has what was promised; after it was made, nothing is promised for slot 6 any more.
	require.Equal(t, []rollup.Digest{first.ID()}, pool.List(5))
	late := sealedFor(6, 1, 4)
	promise, _, err = pool.Add(late, own, 6, 100)
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(7), promise, "passed on, not promised")
	require.Len(t, pool.List(5), 2, "in a later round of the same height it is listed")

	// Another member's envelope is held and listed; taking it here too promises it.
	theirs := sealedFor(8, 1, 5)
	promise, fresh, err = pool.Add(theirs, other, 5, 100)
	require.NoError(t, err)
	require.True(t, fresh)
	require.Zero(t, promise)
	promise, _, err = pool.Add(theirs, own, 6, 100)
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(8), promise)

	// A closed slot is forgotten, its fees are free again, and nothing of it is handed out.
	pool.Close(6)
	require.False(t, pool.Has(6, first.ID()))
	require.True(t, pool.Has(8, theirs.ID()))
	_, _, err = pool.Add(sealedFor(9, 1, 6), own, 7, 20)
	require.NoError(t, err)
	_, _, err = pool.Add(sealedFor(9, 1, 7), own, 7, 20)
	require.Equal(t, auction.InsufficientEscrow, reasonOf(t, err))
}

func TestPoolBounds(t *testing.T) {
	p := freely()
	numbered := func(i int) *auction.Sealed {
		return &auction.Sealed{Slot: 3, Ciphertext: []byte{byte(i), byte(i >> 8)}}
	}
	pool := member.NewPool(p)
	for i := range 25 { // some came from other members first
		_, _, err := pool.Add(numbered(i), false, 1, 0)
		require.NoError(t, err)
	}
	var promised []rollup.Digest
	for i := sequencer.MaxHeld + 49; i >= 0; i-- {
		if _, _, err := pool.Add(numbered(i), true, 1, 0); err != nil {
			require.Equal(t, auction.RateLimited, reasonOf(t, err))
		} else {
			promised = append(promised, numbered(i).ID())
		}
	}
	require.Len(t, promised, sequencer.MaxHeld, "what cannot be listed is not promised")
	require.ElementsMatch(t, promised, pool.List(2), "and what is promised is listed")
}

// freely are parameters by which nothing costs anything.
func freely() *rollup.Parameters {
	return &rollup.Parameters{
		FeeBase: new(uint256.Int), FeePerKiB: new(uint256.Int), FeePerMegagas: new(uint256.Int), BatchBytes: 1 << 20, PostBytes: 8 << 20, BatchGas: 1 << 40, BidderGas: 1 << 40,
	}
}

// One bidder, or fifty, fill the pool: nobody holds more than a bidder's part, and an honest bidder's first
// envelope is taken all the same. What f+1 members listed is held whatever the bounds say.
func TestPoolKeepsAPlaceForEverybody(t *testing.T) {
	p := freely()
	p.BatchGas, p.BidderGas, p.BatchBytes = 4_000_000, 1_000_000, 4000
	from := func(bidder, salt byte) *auction.Sealed {
		return &auction.Sealed{Slot: 3, Bidder: rollup.Address{bidder}, Ciphertext: append(make([]byte, 150), bidder, salt)}
	}
	pool := member.NewPool(p)
	took := map[byte]int{}
	for bidder := range byte(51) {
		for salt := range byte(10) {
			_, _, err := pool.Add(from(bidder, salt), salt%2 == 0, 1, 0)
			if err == nil {
				took[bidder]++
			} else {
				require.Equal(t, auction.RateLimited, reasonOf(t, err))
			}
		}
	}
	require.Equal(t, 4, took[0], "a bidder's part: 4 of the least gas class in 1,000,000")
	for bidder := range byte(51) {
		require.Positive(t, took[bidder], "bidder %d has no place", bidder)
	}
	wanted := from(0, 9)
	_, _, err := pool.Add(wanted, false, 1, 0)
	require.Equal(t, auction.RateLimited, reasonOf(t, err))
	pool.Want(3, wanted.ID())
	_, fresh, err := pool.Add(wanted, false, 1, 0)
	require.NoError(t, err)
	require.True(t, fresh)
	pool.Close(3)
	_, _, err = pool.Add(&auction.Sealed{Slot: 4, Bidder: rollup.Address{0}, Ciphertext: []byte{1}}, true, 4, 0)
	require.NoError(t, err, "closing frees all of it")
}

// Whatever comes, and from however many bidders, what is held for a slot is bounded in bytes and in number.
func TestPoolIsBounded(t *testing.T) {
	for name, c := range map[string]struct {
		batchBytes uint64
		size       int
	}{"bytes": {4000, 200}, "number": {1 << 40, 2}} {
		t.Run(name, func(t *testing.T) {
			p := freely()
			p.BatchBytes = c.batchBytes
			pool := member.NewPool(p)
			bytes, number := uint64(0), 0
			for i := range 4*sequencer.MaxEnvelopes + 10 {
				s := &auction.Sealed{Slot: 3, Bidder: rollup.Address{1, byte(i), byte(i >> 8)}, Ciphertext: append([]byte{byte(i), byte(i >> 8)}, make([]byte, c.size)...)}
				if _, _, err := pool.Add(s, false, 1, 0); err != nil {
					require.Equal(t, auction.RateLimited, reasonOf(t, err))
					continue
				}
				bytes, number = bytes+uint64(len(s.Encode())), number+1
			}
			require.Positive(t, number)
			require.LessOrEqual(t, bytes, 8*p.BatchBytes)
			require.LessOrEqual(t, number, 4*sequencer.MaxEnvelopes)
		})
	}
}

// A member that died may have signed the list of the height after the last one in its log: when it is back it does
// not promise what that list has no more room for.
func TestNoPromiseOnAListThatMayBeSigned(t *testing.T) {
	d, err := member.OpenDisk(t.TempDir())
	require.NoError(t, err)
	defer func() { require.NoError(t, d.Close()) }()
	pool := member.NewPool(freely())
	require.NoError(t, d.Refill(pool, 4)) // the list of height 5 is about slot 6
	for salt, slot := range []rollup.Slot{6, 7, 8} {
		promise, _, err := pool.Add(sealedFor(slot, 1, byte(salt)), true, 5, 0)
		require.NoError(t, err)
		require.Equal(t, max(slot, 7), promise)
	}
}

// A peer is answered for so many ids at once and so many in a while: it cannot have a member send without end.
func TestPullsAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		pool := member.NewPool(freely())
		link := member.NewLink(pool, 4)
		s := sealedFor(6, 1, 1)
		_, _, err := pool.Add(s, true, 6, 0)
		require.NoError(t, err)
		ids := slices.Repeat([]rollup.Digest{s.ID()}, 65)
		require.Error(t, link.Pull(1, 6, ids...))
		require.Empty(t, link.Sent())
		for range 20 {
			require.NoError(t, link.Pull(1, 6, ids[:64]...))
		}
		require.Len(t, link.Sent(), 512)
		require.NoError(t, link.Pull(2, 6, s.ID()))
		require.Len(t, link.Sent(), 1, "another member is not made to wait")
		time.Sleep(time.Second)
		require.NoError(t, link.Pull(1, 6, ids[:64]...))
		require.Len(t, link.Sent(), 64)
	})
}

// A message is refused that is larger than its channel's largest, or of a kind that belongs on the other channel.
func TestWireIsBounded(t *testing.T) {
	const shares, envelopes = byte(0x70), byte(0x71)
	status, envelope := []byte{1, 0xc3, 1, 2, 3}, []byte{4}
	require.NoError(t, member.Unwire(shares, status))
	require.NoError(t, member.Unwire(envelopes, envelope))
	require.Error(t, member.Unwire(envelopes, status))
	require.Error(t, member.Unwire(shares, envelope))
	require.NoError(t, member.Unwire(envelopes, append(envelope, make([]byte, 512<<10-1)...)))
	require.Error(t, member.Unwire(envelopes, append(envelope, make([]byte, 512<<10)...)))
	require.Error(t, member.Unwire(envelopes, nil))
}

func FuzzWire(f *testing.F) {
	for kind := range byte(8) {
		f.Add(byte(0x70), []byte{kind, 0xc0})
		f.Add(byte(0x71), []byte{kind, 0xc3, 1, 2, 3})
	}
	f.Fuzz(func(_ *testing.T, channel byte, b []byte) { _ = member.Unwire(channel, b) })
}

// clock is a clock that stands still until it is moved, in ms.
type clock int64

func (c *clock) now() time.Time { return time.UnixMilli(int64(*c)) }

func TestPace(t *testing.T) {
	now := clock(1_000_000)
	p := member.NewPace(250, now.now)
	at := func(ms int64) { now = clock(1_000_000 + ms) }
	due := func() int64 { return p.Due().UnixMilli() - 1_000_000 }

	p.Seen(1)
	at(30)
	p.Decided(1)
	require.EqualValues(t, 250, due(), "the next point of the grid")
	slot, _ := p.Open()
	require.Equal(t, rollup.Slot(2), slot)
	at(226)
	slot, closes := p.Open()
	require.Equal(t, rollup.Slot(3), slot, "too near to the boundary to reach the proposer")
	require.EqualValues(t, 500, closes.UnixMilli()-1_000_000)

	at(252)
	p.Seen(2)
	slot, _ = p.Open()
	require.Equal(t, rollup.Slot(3), slot, "its proposal was seen")
	at(280)
	p.Decided(2)
	require.EqualValues(t, 500, due(), "nothing drifts")

	at(500)
	p.Seen(3)
	at(760) // a slow slot
	p.Decided(3)
	require.EqualValues(t, 750, due(), "a whole slot has passed since the last proposal: at once")
}

// fickle is an L1 that can fail, and go back.
type fickle struct {
	*sequencertest.QueueL1
	back uint64 // shows this block instead of the latest, if it is not 0
	err  error
}

func (f *fickle) View(ctx context.Context) (rollup.L1View, error) {
	if f.back != 0 {
		return f.Views[f.back], f.err
	}
	v, _ := f.QueueL1.View(ctx)
	return v, f.err
}

func (f *fickle) Items(ctx context.Context, from uint64, view rollup.L1View) ([]rollup.QueueItem, error) {
	if f.err != nil {
		return nil, f.err
	}
	return f.QueueL1.Items(ctx, from, view)
}

func TestL1Book(t *testing.T) {
	l1 := &fickle{QueueL1: sequencertest.NewQueueL1()}
	b := member.NewL1Book(l1)
	start := rollup.L1View{}
	require.NoError(t, b.Look(start))
	require.Zero(t, b.Report())

	one := l1.Deposit(rollup.Address{1}, 1, 1)
	require.NoError(t, b.Look(start))
	require.Zero(t, b.Report(), "held, and not yet reported")
	two := l1.Deposit(rollup.Address{2}, 1, 1)
	require.NoError(t, b.Look(start))
	require.Equal(t, one, b.Report(), "reported at the next look")
	require.NoError(t, b.Look(start))
	require.Equal(t, two, b.Report())

	items, err := b.Between(start, two)
	require.NoError(t, err)
	require.Len(t, items, 2)
	items, err = b.Between(one, two)
	require.NoError(t, err)
	require.Len(t, items, 1)

	l1.err = errors.New("no answer")
	require.Error(t, b.Look(one))
	require.Equal(t, two, b.Report(), "a failure changes nothing")
	items, err = b.Between(one, two)
	require.NoError(t, err, "what is held needs no L1")
	require.Len(t, items, 1)
	_, err = b.Between(two, rollup.L1View{Number: 9, QueuePosition: 3})
	require.ErrorIs(t, err, l1.err)

	l1.err, l1.back = nil, 1
	for range 100 {
		require.NoError(t, b.Look(one))
		require.Equal(t, two, b.Report(), "a node that is behind changes nothing")
	}

	wrong := two
	wrong.QueueHash = rollup.Digest{9}
	_, err = b.Between(one, wrong)
	require.ErrorIs(t, err, rollup.ErrQueueChain)
}
