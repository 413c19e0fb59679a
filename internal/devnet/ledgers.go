package devnet

import (
	"context"
	"sync"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
)

// ledgers keeps the ledgers of recent slots by their roots, so that what was posted can be claimed. It answers
// relay.Ledger. Safe for concurrent use.
type ledgers struct {
	mu     sync.Mutex
	byRoot map[rollup.Digest]*builder.Ledger
	order  []rollup.Digest
}

// keptLedgers is far more than the slots between a posting and the claims against it. One costs a pointer for
// each account.
const keptLedgers = 2048

func newLedgers() *ledgers { return &ledgers{byRoot: map[rollup.Digest]*builder.Ledger{}} }

// keep takes a snapshot.
func (l *ledgers) keep(snapshot *builder.Ledger) {
	if snapshot == nil {
		return
	}
	root := snapshot.Root()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.byRoot[root] != nil {
		return
	}
	l.byRoot[root] = snapshot
	l.order = append(l.order, root)
	if len(l.order) > keptLedgers {
		delete(l.byRoot, l.order[0])
		l.order = l.order[1:]
	}
}

// Claim is an account's leaf with its proof under a root that is still kept.
func (l *ledgers) Claim(_ context.Context, root rollup.Digest, account rollup.Address) (*relay.Claim, bool, error) {
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
	return &relay.Claim{Account: account, Deposits: a.Deposits, Charges: a.Charges, Credits: a.Credits, Withdrawals: a.Withdrawals, Root: root, Proof: proof}, true, nil
}
