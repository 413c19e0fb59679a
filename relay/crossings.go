package relay

import (
	"fmt"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/contracts/predeploy"
	"github.com/chorale-network/chorale/rollup"
)

// crossings follows the accumulators of all ordered pairs by the receipts of closed blocks alone, apart from anybody's
// state: what each rollup's ChoraleSystem said was triggered and was acted.
type crossings struct {
	pairs []builder.Pair // ascending by source, then destination: all ordered pairs
	at    map[[2]rollup.ChainID]int
}

// newCrossings begins at genesis, where every accumulator is zero, or where earlier pairs left them.
func newCrossings(chains []rollup.ChainID, earlier []builder.Pair) *crossings {
	c := &crossings{at: make(map[[2]rollup.ChainID]int)}
	for _, src := range chains {
		for _, dst := range chains {
			if src != dst {
				c.at[[2]rollup.ChainID{src, dst}] = len(c.pairs)
				c.pairs = append(c.pairs, builder.Pair{Src: src, Dst: dst})
			}
		}
	}
	for _, p := range earlier {
		if i, ok := c.at[[2]rollup.ChainID{p.Src, p.Dst}]; ok {
			c.pairs[i] = p
		}
	}
	return c
}

// add enters a block's triggers and actions, and says whether there were any.
func (c *crossings) add(b *builder.Block) (moved bool, err error) {
	for _, r := range b.Receipts {
		for _, l := range r.Logs {
			x, ok, err := predeploy.ReadCrossing(l)
			if err != nil {
				return moved, fmt.Errorf("block %d of rollup %s: %w", b.Block.NumberU64(), b.Chain, err)
			}
			if !ok {
				continue
			}
			pair := [2]rollup.ChainID{b.Chain, rollup.ChainID(x.Other)}
			if x.Acted {
				pair[0], pair[1] = pair[1], pair[0]
			}
			i, known := c.at[pair]
			if !known {
				return moved, fmt.Errorf("block %d of rollup %s: a crossing with rollup %d: %w", b.Block.NumberU64(), b.Chain, x.Other, ErrPairs)
			}
			p, leaf := &c.pairs[i], x.Leaf(uint64(b.Chain))
			if x.Acted {
				p.ActRoot, p.ActCount = predeploy.Append(p.ActRoot, leaf), p.ActCount+1
			} else {
				p.TrigRoot, p.TrigCount = predeploy.Append(p.TrigRoot, leaf), p.TrigCount+1
			}
			moved = true
		}
	}
	return moved, nil
}

// check says whether all that was triggered was acted, and whether that is what the committee signed.
func (c *crossings) check(signed rollup.Digest) error {
	for _, p := range c.pairs {
		if p.TrigRoot != p.ActRoot || p.TrigCount != p.ActCount {
			return fmt.Errorf("%d triggers from %s to %s, %d actions: %w", p.TrigCount, p.Src, p.Dst, p.ActCount, ErrPairs)
		}
	}
	if root := builder.PairRoot(c.pairs); root != signed {
		return fmt.Errorf("the blocks come to pair root %s, signed was %s: %w", root, signed, ErrPairs)
	}
	return nil
}
