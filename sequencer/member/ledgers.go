package member

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// keptLedgers is far more than the slots between a posting and the claims against it. One costs a pointer for
// each account.
const keptLedgers = 2048

// ledgers keeps the ledgers of recent slots by their roots, so that what was posted can be claimed. It lives in
// memory: after a restart claims wait for the next posting. Not safe for concurrent use.
type ledgers struct {
	newest *builder.Ledger
	byRoot map[rollup.Digest]*builder.Ledger
	order  []rollup.Digest
}

// keep takes the snapshot after the slot just executed. Slots that change nothing share one.
func (l *ledgers) keep(snapshot *builder.Ledger) {
	root := snapshot.Root()
	l.newest = snapshot
	if l.byRoot == nil {
		l.byRoot = make(map[rollup.Digest]*builder.Ledger)
	}
	if l.byRoot[root] == nil {
		l.order = append(l.order, root)
	}
	l.byRoot[root] = snapshot
	if len(l.order) > keptLedgers {
		delete(l.byRoot, l.order[0])
		l.order = l.order[1:]
	}
}

// of is the ledger with a root, the newest for the zero root; nil if it is not kept.
func (l *ledgers) of(root rollup.Digest) *builder.Ledger {
	if root == (rollup.Digest{}) {
		return l.newest
	}
	return l.byRoot[root]
}
