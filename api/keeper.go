package api

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
)

// keeper holds what was sealed here until it ends: it seals again for later slots what may still execute,
// and remembers wallet users' transactions for their status. It lives in memory: a gateway that is killed
// keeps no promise beyond the slot that its receipts name.
type keeper struct {
	server *Server
	mu     sync.Mutex
	held   map[rollup.Digest]*holding // by bundle hash
	txs    map[rollup.Digest]*walletTx
	order  []rollup.Digest // of txs, oldest first
	nonces map[nonceKey]rollup.Digest
	names  map[replaceKey]rollup.Digest // bundles that can be replaced
	due    []*holding                   // to be sealed again
	work   sync.WaitGroup
	seats  chan struct{} // bounds sealing again
}

// holding is a bundle that may be sealed again.
type holding struct {
	order
	slot  rollup.Slot // it is sealed for
	after rollup.Slot // not to be sealed again before this slot
	ended auction.Reason
	name  replaceKey
	tx    *walletTx
}

type nonceKey struct {
	chain  rollup.ChainID
	sender rollup.Address
	nonce  uint64
}

// replaceKey names a bundle for cancelling and replacing: by who signed and what it called it.
type replaceKey struct {
	signer rollup.Address
	uuid   string
}

// walletTx is a wallet user's transaction, as its status shows it.
type walletTx struct {
	*rollup.Tx
	bundle rollup.Digest
	last   rollup.Slot
}

func newKeeper(s *Server) *keeper {
	return &keeper{
		server: s, held: map[rollup.Digest]*holding{}, txs: map[rollup.Digest]*walletTx{}, nonces: map[nonceKey]rollup.Digest{},
		names: map[replaceKey]rollup.Digest{}, seats: make(chan struct{}, 4),
	}
}

func (k *keeper) wait() { k.work.Wait() }

// reserve takes the bundle's place before it is sealed, so that two equal requests cannot both be. A bundle
// of the same name, or a transaction of the same sender and nonce, is superseded.
func (k *keeper) reserve(h *holding) *Refusal {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.held[h.hash] != nil {
		r := refuse(auction.Duplicate, "legs", "the same bundle is held already", "follow it by chorale_getBundle; to send it once more, give it another salt")
		if h.tx != nil {
			r.message, r.Field = "already known", "params[0]"
		}
		return r
	}
	if len(k.held) >= k.server.cfg.Limits.PendingTransactions {
		return unavailable("the gateway holds as much as it can", 1000)
	}
	if h.tx != nil {
		key := nonceKey{h.tx.Chain, h.tx.Sender, h.tx.Nonce()}
		k.supersede(k.nonces[key])
		k.nonces[key] = h.hash
		k.txs[h.tx.Hash()] = h.tx
		k.order = append(k.order, h.tx.Hash())
		for len(k.order) > 4*k.server.cfg.Limits.PendingTransactions {
			delete(k.txs, k.order[0])
			k.order = k.order[1:]
		}
	}
	if h.name.uuid != "" {
		k.supersede(k.names[h.name])
		k.names[h.name] = h.hash
	}
	k.held[h.hash] = h
	return nil
}

func (k *keeper) supersede(hash rollup.Digest) {
	if old := k.held[hash]; old != nil && old.ended == auction.None {
		old.ended = auction.Replaced
	}
}

// sealed says for which slot a reserved bundle was sealed; release gives its place up if it was not.
func (k *keeper) sealed(h *holding, done *sent) {
	over := k.server.book.newest() >= done.slot
	k.mu.Lock()
	defer k.mu.Unlock()
	h.slot = max(h.slot, done.slot)
	if !over || k.held[h.hash] != h || slices.Contains(k.due, h) {
		return
	}
	// The slot was attested before the receipt got here. Had the envelope been in its batch, it would have
	// been judged and left the list; so it was not.
	if h.last == 0 || h.ended != auction.None {
		k.forget(h)
		return
	}
	h.after = 0
	k.due = append(k.due, h)
}

func (k *keeper) release(h *holding) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.forget(h)
}

func (k *keeper) forget(h *holding) {
	delete(k.held, h.hash)
	if h.tx != nil {
		key := nonceKey{h.tx.Chain, h.tx.Sender, h.tx.Nonce()}
		if k.nonces[key] == h.hash {
			delete(k.nonces, key)
		}
	}
	if k.names[h.name] == h.hash {
		delete(k.names, h.name)
	}
}

// cancel stops sealing a bundle again. What is sealed already may still execute in its slot.
func (k *keeper) cancel(hash rollup.Digest) (slot rollup.Slot, ok bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	h := k.held[hash]
	if h == nil || h.last == 0 || h.ended != auction.None {
		return 0, false
	}
	h.ended = auction.Cancelled
	return h.slot, true
}

func (k *keeper) named(name replaceKey) rollup.Digest {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.names[name]
}

func (k *keeper) byNonce(chain rollup.ChainID, sender rollup.Address, nonce uint64) (rollup.Digest, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	hash, ok := k.nonces[nonceKey{chain, sender, nonce}]
	return hash, ok
}

func (k *keeper) wallet(tx rollup.Digest) *walletTx {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.txs[tx]
}

// again says after which reasons a later slot may do better, and how many slots to wait: a nonce gap closes
// when somebody else's transaction executes, the rest may change with every slot.
func again(reason auction.Reason) (wait rollup.Slot, ok bool) {
	switch reason {
	case auction.NonceTooHigh:
		return 4, true
	case auction.BelowBaseFee, auction.ProtectedTx:
		return 2, true
	case auction.Outbid, auction.BlockFull, auction.TooLate, auction.SlotInPast, auction.Unavailable, auction.RateLimited,
		auction.InsufficientEscrow:
		return 0, true
	}
	return 0, false
}

// judge says whether a bundle will be sealed again after this fate, and lines it up. Where its maker had
// cancelled or replaced it, ended says so.
func (k *keeper) judge(f *builder.Fate) (retry bool, ended auction.Reason) {
	k.mu.Lock()
	defer k.mu.Unlock()
	h := k.held[f.Bundle]
	if h == nil || f.Bundle == (rollup.Digest{}) {
		return false, auction.None
	}
	wait, retry := again(f.Reason)
	if h.tx == nil { // a searcher's bid stands for every slot up to its last: what reverted now may be right in the next
		retry = retry || f.Reason == auction.LegReverted || f.Reason == auction.OutOfGas || f.Reason == auction.ActionReverted
	}
	if f.Executed() || !retry || h.ended != auction.None || h.last == 0 {
		k.forget(h)
		if f.Executed() {
			return false, auction.None
		}
		return false, h.ended
	}
	h.after = h.slot + 1 + wait
	k.due = append(k.due, h)
	return true, auction.None
}

// after seals again what is due once a slot was attested, and gives up what was superseded or is too old.
func (k *keeper) after() {
	k.mu.Lock()
	open := k.server.cfg.Committee.Status().OpenSlot
	var ready, waiting, over []*holding
	for _, h := range k.due {
		switch {
		case k.held[h.hash] != h:
		case h.ended != auction.None || open > h.last:
			if h.ended == auction.None {
				h.ended = auction.Expired
			}
			k.forget(h)
			over = append(over, h)
		case open < h.after:
			waiting = append(waiting, h)
		default:
			ready = append(ready, h)
		}
	}
	k.due = waiting
	k.mu.Unlock()
	for _, h := range over {
		k.server.book.end(h.hash, h.ended, k.server.cfg.Now())
	}
	for _, h := range ready {
		k.work.Go(func() { k.reseal(h) })
	}
}

// resealWithin bounds one attempt to seal again.
const resealWithin = 5 * time.Second

func (k *keeper) reseal(h *holding) {
	select {
	case k.seats <- struct{}{}:
		defer func() { <-k.seats }()
	case <-k.server.stopping:
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), resealWithin)
	defer cancel()
	done, refusal := k.server.gateway.send(ctx, &h.order)
	if refusal == nil {
		k.sealed(h, done)
		return
	}
	k.mu.Lock()
	_, retry := again(refusal.Reason)
	if retry = retry && refusal.Reason != auction.SlotInPast; retry {
		k.due = append(k.due, h)
	} else {
		h.ended = auction.Expired
		k.forget(h)
	}
	k.mu.Unlock()
	if !retry {
		k.server.book.end(h.hash, auction.Expired, k.server.cfg.Now())
	}
}
