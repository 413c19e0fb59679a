package remote

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Committee is several members, of which it asks one that is there. Its methods are a member's. Safe for concurrent use.
type Committee struct {
	members []*Member
	turn    atomic.Uint64 // whose turn it is to take an envelope
	stream  *stream
}

// ErrNoMember refuses a committee without members.
var ErrNoMember = errors.New("no member's door is named")

// DialAll makes a committee of the members behind several doors, all with one token.
func DialAll(addresses []string, c Config) (*Committee, error) {
	if len(addresses) == 0 {
		return nil, ErrNoMember
	}
	out := &Committee{stream: newStream()}
	for _, address := range addresses {
		c.Address = address
		m, err := Dial(c)
		if err != nil {
			return nil, errors.Join(err, out.Close())
		}
		out.members = append(out.members, m)
	}
	return out, nil
}

// Members are the members, in the order in which they were named.
func (c *Committee) Members() []*Member { return c.members }

// Close ends all connections.
func (c *Committee) Close() error {
	var errs []error
	for _, m := range c.members {
		errs = append(errs, m.Close())
	}
	return errors.Join(errs...)
}

// Run keeps Status up to date and streams events until ctx ends, which is no error.
func (c *Committee) Run(ctx context.Context) error {
	var work sync.WaitGroup
	for _, m := range c.members {
		work.Go(func() { _ = m.Run(ctx) })
	}
	work.Go(func() { c.pump(ctx) })
	work.Wait()
	c.stream.Close()
	return nil
}

// byFreshness are the members, those first that are connected, and among them those that are furthest.
func (c *Committee) byFreshness() []*Member {
	type rated struct {
		m    *Member
		rank uint64
	}
	var out []rated
	for _, m := range c.members {
		up, seen := m.Standing()
		st := m.Status()
		r := rated{m, uint64(st.Attested) * 2}
		if up && st.Failure == nil {
			r.rank |= 1 << 62
			if !st.Syncing {
				r.rank++
			}
		} else if !seen.IsZero() {
			r.rank |= 1
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b rated) int {
		switch {
		case a.rank > b.rank:
			return -1
		case a.rank < b.rank:
			return 1
		}
		return 0
	})
	members := make([]*Member, len(out))
	for i, r := range out {
		members[i] = r.m
	}
	return members
}

// Standing says how many members are connected and when any of them spoke last.
func (c *Committee) Standing() (up int, seen time.Time) {
	for _, m := range c.members {
		is, at := m.Standing()
		if is {
			up++
		}
		if at.After(seen) {
			seen = at
		}
	}
	return up, seen
}

// Status is how the freshest member stands.
func (c *Committee) Status() sequencer.Status { return c.byFreshness()[0].Status() }

// AppHash is the freshest member's.
func (c *Committee) AppHash() (rollup.Slot, rollup.Digest) { return c.byFreshness()[0].AppHash() }

// Submit hands an envelope to one member after the other until one answers for it. A refusal is passed on unless it is
// that member's alone; the same envelope handed to a second member after the first did not answer is one envelope still,
// and either receipt is as good.
func (c *Committee) Submit(ctx context.Context, e *auction.Sealed) (sequencer.Receipt, error) {
	members := c.byFreshness()
	ready := 0
	for ready < len(members) {
		up, _ := members[ready].Standing()
		if st := members[ready].Status(); !up || st.Syncing || st.Failure != nil {
			break
		}
		ready++
	}
	if ready > 1 { // by turns among those that are in step
		by := int(c.turn.Add(1) % uint64(ready)) //nolint:gosec // small
		turned := append(slices.Clone(members[by:ready]), members[:by]...)
		copy(members, turned)
	}
	var refused, failed error
	for _, m := range members {
		receipt, err := m.Submit(ctx, e)
		if err == nil {
			return receipt, nil
		}
		var refusal *sequencer.Refusal
		switch {
		case errors.As(err, &refusal) && refusal.Reason != auction.RateLimited:
			return receipt, err
		case refusal != nil:
			refused = err
		default:
			failed = errors.Join(failed, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	if refused != nil {
		return sequencer.Receipt{}, refused
	}
	return sequencer.Receipt{}, fmt.Errorf("submit: %w", failed)
}

// one asks the members, the freshest first, until one has what is asked for. What none has is not there; where one did
// not answer, it might be.
func one[T any](c *Committee, put func(*Member) (T, bool, error)) (out T, ok bool, err error) {
	for _, m := range c.byFreshness() {
		v, there, failed := put(m)
		if failed == nil && there {
			return v, true, nil
		}
		err = errors.Join(err, failed)
	}
	return out, false, err
}

// Slot is an attested slot; false while no member has it. Slots that nobody says are attested are not asked for.
func (c *Committee) Slot(ctx context.Context, slot rollup.Slot) (*sequencer.Attested, bool, error) {
	if slot > max(c.Status().Attested, c.stream.attested()) {
		return nil, false, nil
	}
	return one(c, func(m *Member) (*sequencer.Attested, bool, error) { return m.Slot(ctx, slot) })
}

// Lists are what the block of a slot embeds of the commit before it.
func (c *Committee) Lists(ctx context.Context, slot rollup.Slot) (*sequencer.Lists, bool, error) {
	return one(c, func(m *Member) (*sequencer.Lists, bool, error) { return m.Lists(ctx, slot) })
}

// Postings is the signed posting that begins after a slot; false while there is none.
func (c *Committee) Postings(ctx context.Context, after rollup.Slot) (*sequencer.SignedPosting, bool, error) {
	return one(c, func(m *Member) (*sequencer.SignedPosting, bool, error) { return m.Postings(ctx, after) })
}

// Block is a closed block, with its receipts.
func (c *Committee) Block(ctx context.Context, chain rollup.ChainID, number uint64) (*builder.Block, error) {
	b, _, err := one(c, func(m *Member) (*builder.Block, bool, error) {
		b, err := m.Block(ctx, chain, number)
		return b, err == nil, err
	})
	return b, err
}

// Account is an account of the newest ledger.
func (c *Committee) Account(ctx context.Context, account rollup.Address) (builder.Account, error) {
	a, ok, err := one(c, func(m *Member) (builder.Account, bool, error) {
		a, err := m.Account(ctx, account)
		return a, err == nil, err
	})
	if !ok {
		return a, err
	}
	return a, nil
}

// Share is a rollup's part in prices.
func (c *Committee) Share(ctx context.Context, chain rollup.ChainID) (builder.Share, bool, error) {
	return one(c, func(m *Member) (builder.Share, bool, error) { return m.Share(ctx, chain) })
}

// Proof is an account's leaf under a ledger root that a member still keeps.
func (c *Committee) Proof(ctx context.Context, root rollup.Digest, account rollup.Address) (*builder.Proof, bool, error) {
	return one(c, func(m *Member) (*builder.Proof, bool, error) { return m.Proof(ctx, root, account) })
}
