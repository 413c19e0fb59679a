package ethereum

import (
	"bytes"
	"context"
	"maps"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/rollup"
)

// keptSlots bounds the nonces that are remembered of what was asked for, mined, and not asked for again.
const keptSlots = 256

// nonceSlot is what was sent at one nonce: several versions of one transaction, or of several.
type nonceSlot struct {
	sent   []*types.Transaction // in the order in which they were sent, each dearer than the one before; never empty
	last   fees
	when   time.Time      // when the newest was handed in
	lost   bool           // the answer to that was lost
	from   uint64         // L1 block at which the nonce was not used
	usedAt uint64         // L1 block at which it was first found used without a receipt of ours; 0 if it was not
	looks  int            // looks on end that found it so
	seen   bool           // one of these is in a block that was seen: its receipt is waited for without end
	mined  *types.Receipt // the last that was found
	given  bool           // who asked was told the end
}

func (n *nonceSlot) newest() *types.Transaction { return n.sent[len(n.sent)-1] }

// version is the one of this hash; nil if none is.
func (n *nonceSlot) version(hash rollup.Digest) *types.Transaction {
	for _, sent := range n.sent {
		if sent.Hash() == hash {
			return sent
		}
	}
	return nil
}

// holds says whether some version is one of tx.
func (n *nonceSlot) holds(tx Tx) bool {
	return slices.ContainsFunc(n.sent, func(sent *types.Transaction) bool { return same(sent, tx) })
}

// same says whether a sent transaction is a version of tx.
func same(sent *types.Transaction, tx Tx) bool {
	value := tx.Value
	if value == nil {
		value = new(big.Int)
	}
	to := sent.To()
	return bytes.Equal(sent.Data(), tx.Data) && sent.Value().Cmp(value) == 0 &&
		(to == nil) == (tx.To == nil) && (to == nil || *to == *tx.To)
}

// start is where a run begins: a head, and the account's first nonce that is not mined there.
type start struct {
	block uint64
	nonce uint64
}

// begin finds it out, both by one block's hash: never by a head older than one that was seen, or than a receipt of this
// process's. A nonce below one whose receipt was given is then a reorg's doing: what was given is handed in again, and
// not taken for what is asked for now.
func (s *Sender) begin(ctx context.Context) (start, error) {
	head, err := s.chain.head(ctx)
	if err != nil {
		return start{}, err
	}
	nonce, err := s.chain.nonce(ctx, s.address, head.Hash())
	if err != nil {
		return start{}, err
	}
	st := start{block: head.Number.Uint64(), nonce: nonce}
	s.forget(st)
	for _, nonce := range slices.Sorted(maps.Keys(s.slots)) {
		if nonce >= st.nonce && s.slots[nonce].given {
			if _, err := s.again(ctx, nonce); err != nil {
				s.cfg.Log.Warn("a reorg undid a transaction and the L1 node does not take it again", "nonce", nonce, "err", err)
			}
		}
	}
	return st, nil
}

// forget drops what no reorg will bring back into question, and the oldest of what nobody asked for again.
func (s *Sender) forget(st start) {
	var left []uint64
	for nonce, slot := range s.slots {
		switch {
		case nonce >= st.nonce:
		case slot.given && slot.mined != nil && slot.mined.BlockNumber.Uint64()+s.cfg.Depth <= st.block:
			delete(s.slots, nonce)
		case !slot.given:
			left = append(left, nonce)
		}
	}
	slices.Sort(left)
	for _, nonce := range left[:max(len(left), keptSlots)-keptSlots] {
		delete(s.slots, nonce)
	}
}

// place is the nonce at which a run begins: where the same was sent and nobody was told its end, else the first that is
// open.
func (s *Sender) place(open uint64, build func(first uint64) []Tx) (uint64, []Tx) {
	for _, nonce := range slices.Sorted(maps.Keys(s.slots)) {
		if txs := build(nonce); s.takesUp(nonce, open, txs) {
			s.cfg.Log.Debug("taking up what was sent", "nonce", nonce, "open", open)
			return nonce, txs
		}
	}
	first := open
	for s.slots[first] != nil && s.slots[first].given {
		first++
	}
	txs := build(first)
	if txs[0].kind == sets {
		s.unset(open, txs[0])
	}
	return first, txs
}

// takesUp says whether a run asked for now is the one that begins at nonce.
func (s *Sender) takesUp(nonce, open uint64, txs []Tx) bool {
	if !s.slots[nonce].holds(txs[0]) {
		return false
	}
	for i, tx := range txs {
		if !s.mayTake(nonce+uint64(i), open, tx) {
			return false
		}
	}
	return true
}

// mayTake says whether tx may be what is mined at nonce, and its receipt the answer to who asks for it now.
func (s *Sender) mayTake(nonce, open uint64, tx Tx) bool {
	slot := s.slots[nonce]
	switch {
	case slot == nil:
		return nonce >= open
	case slot.given:
		return nonce >= open && tx.kind == once && slot.holds(tx)
	case slot.mined != nil && nonce < open:
		mined := slot.version(slot.mined.TxHash)
		return mined != nil && same(mined, tx)
	case nonce < open:
		return slot.holds(tx)
	}
	return true
}

// unset forgets mined transactions of the same method that nobody was told the end of: what they set is about to be set
// to something else, so that the same again is no longer that one.
func (s *Sender) unset(open uint64, tx Tx) {
	for nonce, slot := range s.slots {
		old := slot.newest()
		if nonce < open && !slot.given && old.To() != nil && *old.To() == *tx.To && len(old.Data()) >= 4 && bytes.Equal(old.Data()[:4], tx.Data[:4]) {
			delete(s.slots, nonce)
		}
	}
}
