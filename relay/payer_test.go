package relay_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

var (
	alice = rollup.Address{0xa1}
	bob   = rollup.Address{0xb0}
	carol = rollup.Address{0xca}
	root  = rollup.Digest{7}
)

// fakeLedger knows what accounts earned under one root.
type fakeLedger map[rollup.Address][2]uint64 // credits, withdrawals

func (l fakeLedger) Claim(_ context.Context, r rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	earned, ok := l[account]
	if !ok || r != root {
		return nil, false, nil
	}
	return &relay.Claim{Account: account, Deposits: new(uint256.Int), Charges: new(uint256.Int),
		Credits: uint256.NewInt(earned[0]), Withdrawals: uint256.NewInt(earned[1]), Root: r}, true, nil
}

// fakeVault pays like the contract, and can be made to fail or to cheat.
type fakeVault struct {
	none    bool
	claimed map[rollup.Address]uint64
	fail    map[rollup.Address]error
	short   uint64 // pays this much too little
	calls   int
}

func (v *fakeVault) Claimable(context.Context) (rollup.Digest, bool, error) {
	return root, !v.none, nil
}

func (v *fakeVault) Claimed(_ context.Context, account rollup.Address) (*uint256.Int, error) {
	return uint256.NewInt(v.claimed[account]), nil
}

func (v *fakeVault) Claim(_ context.Context, c *relay.Claim) (relay.Paid, error) {
	v.calls++
	if err := v.fail[c.Account]; err != nil {
		return relay.Paid{}, err
	}
	earned, err := c.Earned()
	if err != nil {
		return relay.Paid{}, err
	}
	before := v.claimed[c.Account]
	v.claimed[c.Account] = earned.Uint64() - v.short
	return relay.Paid{Account: c.Account, Amount: uint256.NewInt(v.claimed[c.Account] - before),
		Cumulative: uint256.NewInt(v.claimed[c.Account]), Root: c.Root}, nil
}

func TestPayerStep(t *testing.T) {
	broken := errors.New("connection reset")
	cases := []struct {
		name   string
		ledger fakeLedger
		vault  fakeVault
		paid   map[rollup.Address]uint64
		fails  error
		calls  int
	}{
		{"nothing is claimable yet", fakeLedger{alice: {100, 0}}, fakeVault{none: true}, nil, nil, 0},
		{"credits and withdrawals", fakeLedger{alice: {100, 20}, bob: {0, 50}}, fakeVault{}, map[rollup.Address]uint64{alice: 120, bob: 50}, nil, 2},
		{"only what is new", fakeLedger{alice: {100, 20}}, fakeVault{claimed: map[rollup.Address]uint64{alice: 70}}, map[rollup.Address]uint64{alice: 50}, nil, 1},
		{"nothing is new", fakeLedger{alice: {100, 20}}, fakeVault{claimed: map[rollup.Address]uint64{alice: 120}}, nil, nil, 0},
		{"less than the minimum", fakeLedger{alice: {9, 0}, bob: {10, 0}}, fakeVault{}, map[rollup.Address]uint64{bob: 10}, nil, 1},
		{"claimed beyond the root: an older ledger", fakeLedger{alice: {100, 0}}, fakeVault{claimed: map[rollup.Address]uint64{alice: 130}}, nil, nil, 0},
		{"somebody else claimed", fakeLedger{alice: {100, 0}, bob: {30, 0}}, fakeVault{fail: map[rollup.Address]error{alice: relay.ErrOvertaken}}, map[rollup.Address]uint64{bob: 30}, nil, 2},
		{"one fails, the others are paid", fakeLedger{alice: {100, 0}, bob: {30, 0}}, fakeVault{fail: map[rollup.Address]error{alice: broken}}, map[rollup.Address]uint64{bob: 30}, broken, 2},
		{"L1 pays another amount", fakeLedger{alice: {100, 0}}, fakeVault{short: 1}, map[rollup.Address]uint64{alice: 99}, relay.ErrPaidWrong, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.vault.claimed == nil {
				c.vault.claimed = map[rollup.Address]uint64{}
			}
			p := relay.NewPayer(c.ledger, &c.vault, relay.PayerConfig{
				Minimum:  uint256.NewInt(10),
				Accounts: func(context.Context) ([]rollup.Address, error) { return []rollup.Address{alice, bob, carol}, nil },
			})
			paid, err := p.Step(t.Context())
			require.ErrorIs(t, err, c.fails)
			got := map[rollup.Address]uint64{}
			for _, one := range paid {
				got[one.Account] = one.Amount.Uint64()
			}
			if c.paid == nil {
				c.paid = map[rollup.Address]uint64{}
			}
			require.Equal(t, c.paid, got)
			require.Equal(t, c.calls, c.vault.calls)
		})
	}
}

// mistaken proves another account's leaf, or one under another root.
type mistaken struct {
	fakeLedger
	root bool
}

func (l mistaken) Claim(ctx context.Context, r rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	claim, ok, err := l.fakeLedger.Claim(ctx, r, account)
	if ok && l.root {
		claim.Root[0] ^= 1
	} else if ok {
		claim.Account = carol
	}
	return claim, ok, err
}

// A proof of something else than was asked for costs no transaction.
func TestPayerClaimsOnlyWhatItAskedFor(t *testing.T) {
	for _, byRoot := range []bool{false, true} {
		vault := fakeVault{claimed: map[rollup.Address]uint64{}}
		p := relay.NewPayer(mistaken{fakeLedger{alice: {100, 0}}, byRoot}, &vault, relay.PayerConfig{
			Accounts: func(context.Context) ([]rollup.Address, error) { return []rollup.Address{alice}, nil },
		})
		paid, err := p.Step(t.Context())
		require.ErrorContains(t, err, "asked for")
		require.Empty(t, paid)
		require.Zero(t, vault.calls)
	}
}

func TestEarnedDoesNotWrap(t *testing.T) {
	most := new(uint256.Int).SetAllOne()
	_, err := (&relay.Claim{Credits: most, Withdrawals: uint256.NewInt(1)}).Earned()
	require.Error(t, err)
}

// growing is a ledger that changes while it is read.
type growing struct {
	mu sync.Mutex
	fakeLedger
}

func (g *growing) earn(account rollup.Address, earned [2]uint64) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.fakeLedger[account] = earned
}

func (g *growing) Claim(ctx context.Context, r rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.fakeLedger.Claim(ctx, r, account)
}

func TestPayerRuns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ledger := &growing{fakeLedger: fakeLedger{alice: {5, 0}}}
		vault := &fakeVault{claimed: map[rollup.Address]uint64{}}
		var told []uint64
		p := relay.NewPayer(ledger, vault, relay.PayerConfig{
			Interval: time.Second, OnPaid: func(p relay.Paid) { told = append(told, p.Amount.Uint64()) },
			Accounts: func(context.Context) ([]rollup.Address, error) { return []rollup.Address{alice}, nil },
		})
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- p.Run(ctx) }()
		time.Sleep(5500 * time.Millisecond)
		synctest.Wait()
		ledger.earn(alice, [2]uint64{5, 3})
		time.Sleep(5 * time.Second)
		synctest.Wait()
		require.Equal(t, []uint64{5, 3}, told)
		stop()
		require.ErrorIs(t, <-done, context.Canceled)
	})
}
