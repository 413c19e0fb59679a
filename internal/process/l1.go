package process

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/chorale-network/chorale/relay/ethereum"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// L1 is a process's connection to L1, and to the network's contracts there.
type L1 struct {
	Chain  *ethereum.Chain
	Client *ethereum.Client
}

// DialL1 connects to an L1 node and finds the network there. It tries for as long as ctx lasts, since a node may start
// later than who asks it; what is wrong for good ends it at once.
func DialL1(ctx context.Context, url string, registry rollup.Address, fromBlock uint64) (*L1, error) {
	chain, err := ethereum.Dial(ctx, url)
	if err != nil {
		return nil, fmt.Errorf("l1.url: %w", err)
	}
	client, err := ethereum.Open(ctx, chain, registry, fromBlock)
	if err != nil {
		chain.Close()
		return nil, fmt.Errorf("l1.registry: %w", err)
	}
	return &L1{chain, client}, nil
}

// Close ends the connection.
func (l *L1) Close() { l.Chain.Close() }

// heard notes when something was last heard of. Safe for concurrent use.
type heard struct {
	mu     sync.Mutex
	at     time.Time
	detail string
	failed string // what went wrong since; empty if nothing did
}

// note enters an answer, or that there was none.
func (h *heard) note(detail string, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if err != nil {
		h.failed = err.Error()
		return
	}
	h.at, h.detail, h.failed = time.Now(), detail, ""
}

// standing is ready while the last answer is not older than it may be.
func (h *heard) standing(within time.Duration) Standing {
	h.mu.Lock()
	defer h.mu.Unlock()
	s := Standing{Ready: !h.at.IsZero() && time.Since(h.at) <= within, Seen: h.at, Detail: h.detail}
	if h.failed != "" {
		s.Detail = h.failed
	}
	return s
}

// l1Patience is how old the last answer of L1 may be.
const l1Patience = 30 * time.Second

// heardL1 is a member's L1, listened to.
type heardL1 struct {
	sequencer.L1
	heard heard
}

// View implements sequencer.L1.
func (l *heardL1) View(ctx context.Context) (rollup.L1View, error) {
	view, err := l.L1.View(ctx)
	l.heard.note(fmt.Sprintf("view of block %d", view.Number), err)
	return view, err
}
