package laws

import (
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// Content is what an envelope of an opened batch turned out to hold.
type Content struct {
	Envelope rollup.Digest
	Bidder   rollup.Address
	Fee      *uint256.Int // wei, as the envelope's classes ask
	Txs      []Carried    // empty if it could not be read
}

// Carried is a transaction in an envelope.
type Carried struct {
	Chain  rollup.ChainID
	Hash   rollup.Digest
	Sender rollup.Address
	Nonce  uint64
	// Own says that the envelope's bidder is the sender, or was authorised by it inside the bundle: from then
	// on, until the nonce is consumed, only such bidders may carry the transaction.
	Own bool
}

type blockID struct {
	chain  rollup.ChainID
	number uint64
}

type place struct {
	blockID
	index uint64
}

type nonceID struct {
	chain  rollup.ChainID
	sender rollup.Address
	nonce  uint64
}

// guard is who may carry a protected transaction.
type guard struct {
	sender rollup.Address
	may    map[rollup.Address]bool
}

// Opened tells what a slot's envelopes held and how each ended. Slots are told in order, each once.
func (c *Checker) Opened(slot rollup.Slot, contents []Content, fates []builder.Fate) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f := c.slot(slot)
	if f.opened {
		return
	}
	f.opened = true
	byID := map[rollup.Digest]*Content{}
	for i := range contents {
		byID[contents[i].Envelope] = &contents[i]
		c.guard(&contents[i])
	}
	ended := map[rollup.Digest]bool{}
	for i := range fates {
		fate := &fates[i]
		content := byID[fate.Envelope]
		c.end(slot, fate, ended)
		c.atomic(slot, fate, content)
		c.charged(slot, fate, content)
		if content != nil {
			c.protected(slot, fate, content)
		}
	}
	// Nonces are consumed only after all fates were judged: the order of fates is not that of execution.
	for i := range fates {
		if content := byID[fates[i].Envelope]; content != nil && fates[i].Executed() {
			c.consume(content)
		}
	}
	for i := range contents {
		if !ended[contents[i].Envelope] {
			c.breaks(OneFate, slot, "envelope %s is in the batch and has no fate", contents[i].Envelope)
		}
	}
}

// end settles the envelope's receipt, if there was one.
func (c *Checker) end(slot rollup.Slot, fate *builder.Fate, ended map[rollup.Digest]bool) {
	if before, twice := c.fates[fate.Envelope]; twice {
		c.breaks(OneFate, slot, "envelope %s had a fate in slot %d already", fate.Envelope, before)
	}
	c.fates[fate.Envelope] = slot
	ended[fate.Envelope] = true
	if promised, ok := c.held[fate.Envelope]; ok {
		delete(c.held, fate.Envelope)
		c.check(OneFate, slot, promised == slot && fate.Reason.String() != "NONE" && fate.Reason.String() != "RECEIVED",
			"envelope %s was acknowledged for slot %d and ended %s", fate.Envelope, promised, fate.Reason)
	}
}

// Acknowledged tells that somebody holds a member's receipt for an envelope.
func (c *Checker) Acknowledged(envelope rollup.Digest, slot rollup.Slot) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if in, ended := c.fates[envelope]; ended {
		c.check(OneFate, slot, in == slot, "envelope %s was acknowledged for slot %d and ended in slot %d", envelope, slot, in)
		return
	}
	c.held[envelope] = slot
}

// atomic checks that an executed bundle says of each of its transactions where it stands, and remembers these
// places for the blocks to confirm.
func (c *Checker) atomic(slot rollup.Slot, fate *builder.Fate, content *Content) {
	if !fate.Executed() {
		if len(fate.Places) > 0 {
			c.breaks(Atomic, slot, "bundle %s ended %s and stands in %d places", fate.Bundle, fate.Reason, len(fate.Places))
		}
		if content != nil && chains(content) > 1 {
			c.saw(Atomic) // that it left no trace, the blocks tell: see Block
		}
		return
	}
	stands := map[rollup.Digest]int{}
	for _, p := range fate.Places {
		at := place{blockID{p.Chain, p.Block}, p.Index}
		if other, taken := c.placed[at]; taken {
			c.breaks(Atomic, slot, "transactions %s and %s both stand at %s/%d/%d", other, p.Tx, p.Chain, p.Block, p.Index)
		}
		c.placed[at] = p.Tx
		c.depth[at.blockID]++
		stands[p.Tx]++
		c.confirm(slot, at)
	}
	if content == nil {
		return // forced from L1: one transaction, no envelope
	}
	whole := true
	for _, tx := range content.Txs {
		whole = whole && stands[tx.Hash] == 1
	}
	if chains(content) > 1 {
		c.check(Atomic, slot, whole, "bundle %s executed, but not all of it", fate.Bundle)
	} else if !whole {
		c.breaks(Atomic, slot, "bundle %s executed, but not all of it", fate.Bundle)
	}
}

func chains(content *Content) int {
	set := map[rollup.ChainID]bool{}
	for _, tx := range content.Txs {
		set[tx.Chain] = true
	}
	return len(set)
}

// Block tells the transactions of a rollup's block, as the rollup's own node has it. Every one of them must
// be accounted for by an executed fate, so that a bundle which failed cannot have left one.
func (c *Checker) Block(chain rollup.ChainID, number uint64, txs []rollup.Digest) {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := blockID{chain, number}
	if _, twice := c.blocks[id]; twice {
		return
	}
	c.blocks[id] = append([]rollup.Digest{}, txs...)
	for i := range txs {
		c.confirm(0, place{id, uint64(i)})
	}
}

// Settle tells that all fates which may place transactions in a block were told: what stands in it unaccounted
// for was left by nobody who executed.
func (c *Checker) Settle(chain rollup.ChainID, number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	id := blockID{chain, number}
	txs, known := c.blocks[id]
	if !known {
		return
	}
	for i, tx := range txs {
		at := place{id, uint64(i)}
		if _, placed := c.placed[at]; !placed {
			c.breaks(Atomic, 0, "transaction %s stands at %s/%d/%d and no executed bundle says so", tx, chain, number, i)
		}
		delete(c.placed, at)
	}
	if uint64(len(txs)) < c.depth[id] {
		c.breaks(Atomic, 0, "block %d of chain %s has %d transactions, fates account for %d", number, chain, len(txs), c.depth[id])
	}
	delete(c.depth, id)
	c.blocks[id] = nil
}

// confirm compares a place with the block, where both are known.
func (c *Checker) confirm(slot rollup.Slot, at place) {
	want, placed := c.placed[at]
	txs, known := c.blocks[at.blockID]
	if !placed || !known {
		return
	}
	if at.index >= uint64(len(txs)) || txs[at.index] != want {
		c.breaks(Atomic, slot, "transaction %s does not stand at %s/%d/%d", want, at.chain, at.number, at.index)
	}
}

// guard remembers who may carry the transactions that this envelope protects.
func (c *Checker) guard(content *Content) {
	for _, tx := range content.Txs {
		if !tx.Own {
			continue
		}
		g := c.guards[tx.Hash]
		if g == nil {
			g = &guard{sender: tx.Sender, may: map[rollup.Address]bool{}}
			c.guards[tx.Hash] = g
			at := nonceID{tx.Chain, tx.Sender, tx.Nonce}
			c.nonces[at] = append(c.nonces[at], tx.Hash)
		}
		g.may[content.Bidder] = true
	}
}

// protected checks an envelope that carries somebody else's protected transaction.
func (c *Checker) protected(slot rollup.Slot, fate *builder.Fate, content *Content) {
	for _, tx := range content.Txs {
		g := c.guards[tx.Hash]
		if g == nil || g.may[content.Bidder] || g.sender == content.Bidder {
			continue
		}
		c.check(Protected, slot, !fate.Executed(), "%s executed transaction %s, which only others may carry", content.Bidder, tx.Hash)
	}
}

// consume ends the protection of everything that a nonce served.
func (c *Checker) consume(content *Content) {
	for _, tx := range content.Txs {
		at := nonceID{tx.Chain, tx.Sender, tx.Nonce}
		for _, hash := range c.nonces[at] {
			delete(c.guards, hash)
		}
		delete(c.nonces, at)
	}
}
