package relay

import (
	"context"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// Ledgers keeps the ledgers of the last postings in memory and proves what is in them: a Ledger for a Payer
// beside a member that executes. After a restart it is empty, and claims wait for the next posting to become
// claimable. Safe for concurrent use.
type Ledgers struct {
	mu     sync.Mutex
	most   int
	order  []rollup.Digest // oldest first
	byRoot map[rollup.Digest]*builder.Ledger
}

// NewLedgers keeps at most so many ledgers, the newest: at least as many as postings are made within the
// Vault's claim delay.
func NewLedgers(most int) *Ledgers {
	return &Ledgers{most: max(most, 1), byRoot: map[rollup.Digest]*builder.Ledger{}}
}

// Keep adds the ledger after a posting's last slot: a snapshot (builder.Ledger.Snapshot). One that is there
// already counts as the newest again.
func (l *Ledgers) Keep(snapshot *builder.Ledger) {
	root := snapshot.Root()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.byRoot[root] != nil {
		for i, r := range l.order {
			if r == root {
				l.order = append(l.order[:i], l.order[i+1:]...)
				break
			}
		}
	}
	l.byRoot[root] = snapshot
	l.order = append(l.order, root)
	if len(l.order) > l.most {
		delete(l.byRoot, l.order[0])
		l.order = l.order[1:]
	}
}

// Claim proves an account's leaf under a kept root (Ledger).
func (l *Ledgers) Claim(_ context.Context, root rollup.Digest, account rollup.Address) (*Claim, bool, error) {
	l.mu.Lock()
	ledger := l.byRoot[root]
	l.mu.Unlock()
	if ledger == nil {
		return nil, false, nil
	}
	a, ok := ledger.Account(account)
	if !ok {
		return nil, false, nil
	}
	proof, ok := ledger.Proof(account)
	if !ok {
		return nil, false, nil
	}
	return &Claim{Account: account, Deposits: a.Deposits, Charges: a.Charges, Credits: a.Credits,
		Withdrawals: a.Withdrawals, Root: root, Proof: proof}, true, nil
}
