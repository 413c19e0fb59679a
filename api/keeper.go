package api

import (
	"context"
	"fmt"
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
	heldBy map[string]int             // how many of them by whom limits count for
	txs    map[rollup.Digest]*walletTx
	order  []rollup.Digest // of txs, oldest first
	nonces map[nonceKey]rollup.Digest
	names  map[replaceKey]*name
	due    []*holding // to be sealed again
	work   sync.WaitGroup
	seats  chan struct{} // bounds sealing again
	lanes  *lanes
}

// holding is a bundle that may be sealed again. It has at most one envelope whose slot is not attested: it is
// sealed again only after the fate of the one before is known.
type holding struct {
	order
	slot     rollup.Slot   // it is sealed for
	envelope rollup.Digest // the newest
	after    rollup.Slot   // not to be sealed again before this slot
	until    rollup.Slot   // nor before this slot is attested: an envelope for it may be held though nobody said so
	ended    auction.Reason
	key      replaceKey // zero if its maker gave it no name
	name     *name      // of key, nil if there is none
	tx       *walletTx
	claim    *ownership // of the connection that sent it; nil if none did
	by       string     // whom limits count for
	// nobody signed for it: what the gateway spends on it counts against whoever sent it
	anonymous bool
}

type nonceKey struct {
	chain  rollup.ChainID
	sender rollup.Address
	nonce  uint64
}

// walletTx is a wallet user's transaction, as its status shows it.
type walletTx struct {
	*rollup.Tx
	bundle rollup.Digest
	last   rollup.Slot
}

func newKeeper(s *Server) *keeper {
	return &keeper{
		server: s, held: map[rollup.Digest]*holding{}, heldBy: map[string]int{}, txs: map[rollup.Digest]*walletTx{}, nonces: map[nonceKey]rollup.Digest{},
		names: map[replaceKey]*name{}, seats: make(chan struct{}, 4), lanes: newLanes(),
	}
}

func (k *keeper) wait() { k.work.Wait() }

// heldParts is how many parts what is held is divided into: no one sender has more than one of them.
const heldParts = 16

// reserve takes the bundle's place before it is sealed, so that two equal requests cannot both be. A
// transaction of the same sender and nonce is superseded.
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
	if most := max(1, k.server.cfg.Limits.PendingTransactions/heldParts); k.heldBy[h.by] >= most {
		return refuse(auction.RateLimited, "bundles", fmt.Sprintf("%d bundles of this sender wait here", most), "wait until some have ended, or cancel some")
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
	k.held[h.hash] = h
	k.heldBy[h.by]++
	if h.claim != nil {
		h.claim.add(h.hash) // before its first event, and not if it is somebody else's
	}
	return nil
}

func (k *keeper) supersede(hash rollup.Digest) {
	if old := k.held[hash]; old != nil && old.ended == auction.None {
		old.ended = auction.Replaced
	}
}

// sealing notes an envelope before anybody else has it, so that its fate finds its bundle however early it
// comes.
func (k *keeper) sealing(h *holding, envelope rollup.Digest, slot rollup.Slot) {
	k.mu.Lock()
	defer k.mu.Unlock()
	h.envelope, h.slot = envelope, slot
	if h.name != nil {
		h.name.stand(h, slot)
	}
}

// refused says that no member took the envelope that sealing noted.
func (k *keeper) refused(h *holding) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if h.name != nil {
		h.name.fall(h)
	}
}

// sealed says for which slot a reserved bundle was sealed; release gives its place up if it was not.
func (k *keeper) sealed(h *holding, done *sent) {
	over := k.server.book.newest() >= done.slot
	k.mu.Lock()
	defer k.mu.Unlock()
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
	if h.claim != nil {
		h.claim.remove(h.hash)
	}
}

func (k *keeper) forget(h *holding) {
	if k.held[h.hash] == h {
		delete(k.held, h.hash)
		if k.heldBy[h.by]--; k.heldBy[h.by] <= 0 {
			delete(k.heldBy, h.by)
		}
	}
	if h.tx != nil {
		key := nonceKey{h.tx.Chain, h.tx.Sender, h.tx.Nonce()}
		if k.nonces[key] == h.hash {
			delete(k.nonces, key)
		}
	}
	if h.name != nil {
		h.name.leave(h)
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

// patience is how many slots to wait before a bundle is sealed again after a reason: a nonce gap closes when somebody
// else's transaction executes, the rest may change with every slot.
func patience(reason auction.Reason) rollup.Slot {
	switch reason {
	case auction.NonceTooHigh:
		return 4
	case auction.BelowBaseFee, auction.ProtectedTx:
		return 2
	}
	return 0
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
	if h.envelope != f.Envelope && !f.Executed() {
		return true, auction.None // somebody else sealed the same bundle: his envelope's end is not this one's
	}
	wait, mend := patience(f.Reason), f.Reason.Mend()
	// A searcher's bid stands for every slot up to its last: what reverted now may be right in the next.
	retry = mend == auction.MendLater || mend == auction.MendState && h.tx == nil
	if n := h.name; n != nil {
		n.fall(h)
		if f.Executed() {
			n.executed, n.executedBy = h.slot, h.hash
		}
		if retry && n.executed != 0 && n.executedBy != h.hash && h.ended == auction.None {
			h.ended = auction.TooLate // what it was to replace executed instead
		}
	}
	if f.Executed() || !retry || h.ended != auction.None || h.last == 0 {
		k.forget(h)
		if f.Executed() {
			return false, auction.None
		}
		return false, h.ended
	}
	h.after = h.slot + 1 + wait
	if !slices.Contains(k.due, h) {
		k.due = append(k.due, h)
	}
	return true, auction.None
}

// after seals again what is due once a slot was attested, and gives up what was superseded or is too old.
func (k *keeper) after() {
	newest := k.server.book.newest()
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
		case open < h.after || newest < h.until || !k.server.guard.share.room(open, h.by, h.class.Gas(), k.server.shareGas()):
			waiting = append(waiting, h)
		default:
			ready = append(ready, h)
		}
	}
	k.due = waiting
	k.forgetNames(newest)
	k.mu.Unlock()
	for _, h := range over {
		k.server.book.end(h.hash, h.ended, k.server.cfg.Now())
	}
	for _, h := range ready {
		k.work.Go(func() { k.reseal(h) })
	}
}

// over ends a bundle that was replaced or cancelled while it waited to be sealed again.
func (k *keeper) over(h *holding) bool {
	k.mu.Lock()
	ended, held := h.ended, k.held[h.hash] == h
	if ended != auction.None {
		k.forget(h)
	}
	k.mu.Unlock()
	if held && ended != auction.None {
		k.server.book.end(h.hash, ended, k.server.cfg.Now())
	}
	return !held || ended != auction.None
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
	leave, refusal := k.lanes.of(ctx, h)
	if refusal != nil {
		k.mu.Lock()
		k.due = append(k.due, h)
		k.mu.Unlock()
		return
	}
	defer leave()
	if k.over(h) {
		return
	}
	done, refusal := k.server.gateway.send(ctx, h, 0)
	if refusal == nil {
		k.sealed(h, done)
		return
	}
	k.mu.Lock()
	retry := refusal.Reason.Mend() == auction.MendLater
	if retry = retry && refusal.Reason != auction.SlotInPast; retry {
		if refusal.Reason == auction.Unavailable {
			h.until = h.slot
		}
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
