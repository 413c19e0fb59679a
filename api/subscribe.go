package api

import (
	"context"
	"encoding/json"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/index"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

// subscriptions are what eth_subscribe can name. The dispatcher lower-cases a method's first letter only, so
// that these are chorale_slots and chorale_bundles.
type subscriptions struct {
	index    *index.Index
	stream   *stream
	callers  *sockets
	metrics  *metrics
	stopping <-chan struct{}
}

// SlotsParams are the options of chorale_slots: fromSeq is the first number wanted, live only if absent.
type SlotsParams struct {
	FromSeq *number `json:"fromSeq"`
}

// BundlesParams are the options of chorale_bundles. Without BundleHashes it follows all that is one's own.
type BundlesParams struct {
	FromSeq      *number         `json:"fromSeq"`
	BundleHashes []rollup.Digest `json:"bundleHashes"`
}

// Chorale_slots streams every step of every slot.
func (b *subscriptions) Chorale_slots(ctx context.Context, raw *json.RawMessage) (*rpc.Subscription, error) { //nolint:revive,staticcheck // the name is the protocol's
	var p SlotsParams
	if raw != nil {
		if r := decodeParams(raw, "options", &p); r != nil {
			return nil, b.metrics.refuse(r)
		}
	}
	return b.open(ctx, p.FromSeq, func(e *entry) bool { return !e.told.OfBundle })
}

// Chorale_bundles streams every step of one's own bundles: those of the account that authenticated the
// connection (as bidder, payer or signer), and those that were sent on it.
func (b *subscriptions) Chorale_bundles(ctx context.Context, raw *json.RawMessage) (*rpc.Subscription, error) { //nolint:revive,staticcheck // the name is the protocol's
	var p BundlesParams
	if raw != nil {
		if r := decodeParams(raw, "options", &p); r != nil {
			return nil, b.metrics.refuse(r)
		}
	}
	c := b.callers.caller(ctx)
	if c.socket == nil {
		return nil, rpc.ErrNotificationsUnsupported
	}
	wanted := map[rollup.Digest]bool{}
	for _, h := range p.BundleHashes {
		if !b.index.MayFollow(h, c.viewer()) {
			return nil, b.metrics.refuse(refuse(auction.BadSignature, "bundleHashes", "not sent on this connection, nor by its account",
				"authenticate by chorale_challenge, or follow only what this connection sent"))
		}
		wanted[h] = true
	}
	// Who authenticates later on the same connection sees more.
	viewer := func() index.Viewer { return index.Viewer{Signer: c.socket.signer(), Own: &c.socket.own} }
	return b.open(ctx, p.FromSeq, func(e *entry) bool { return e.told.OfBundle && b.index.Sees(e.told, viewer(), wanted) })
}

// readAtOnce bounds what a subscription copies out of the stream in one go.
const readAtOnce = 256

// open begins a subscription. Its reader goes at its own pace; falling behind what the stream holds ends it
// with the connection.
func (b *subscriptions) open(ctx context.Context, fromSeq *number, want func(*entry) bool) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	c := b.callers.caller(ctx)
	if !ok || c.socket == nil {
		return nil, rpc.ErrNotificationsUnsupported
	}
	from := b.stream.head()
	if fromSeq != nil {
		from = uint64(*fromSeq)
	}
	sub := notifier.CreateSubscription()
	b.metrics.subscribers.Inc()
	go func() {
		defer b.metrics.subscribers.Dec()
		b.feed(c.socket, notifier, sub, from, fromSeq != nil, want)
	}()
	return sub, nil
}

func (b *subscriptions) feed(k *socket, n *rpc.Notifier, sub *rpc.Subscription, from uint64, resumed bool, want func(*entry) bool) {
	for {
		entries, next, lost, more := b.stream.read(from, readAtOnce)
		if lost != 0 && resumed { // what was asked for is gone: say so, then go on with what is there
			gap := json.RawMessage(`{"seq":"` + uintText(lost-1) + `","type":"gap","from":"` + uintText(from) + `","to":"` + uintText(lost-1) + `"}`)
			if n.Notify(sub.ID, gap) != nil {
				return
			}
		} else if lost != 0 && from < lost && len(entries) > 0 && entries[0].seq > from {
			b.metrics.dropped.WithLabelValues("websocket").Inc()
			k.drop(websocket.CloseTryAgainLater, "slow reader: events were lost, connect again and resume by fromSeq")
			return
		}
		resumed = false
		for i := range entries {
			select {
			case <-sub.Err():
				return
			case <-k.done:
				return
			default:
			}
			if want(&entries[i]) && n.Notify(sub.ID, entries[i].camel) != nil {
				return
			}
		}
		from = next
		if len(entries) > 0 {
			continue
		}
		select {
		case <-more:
		case <-sub.Err():
			return
		case <-k.done:
			return
		case <-b.stopping:
			return
		}
	}
}
