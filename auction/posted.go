package auction

import (
	"fmt"
	"math"

	"github.com/chorale-network/chorale/rollup"
)

// What the fate of an envelope takes of a posting's data at most, in bytes (docs/protocol.md). A test in sequencer
// holds the encoding to it.
const (
	fateBytes    = 320  // every field written out, without lists
	failureBytes = 1100 // what stopped it, with 1 KiB of revert data
	creditBytes  = 64   // one rollup's part of the price
	ownBytes     = 14   // where one of its transactions stands
	actionBytes  = 56   // where an action stands
	leastGas     = 21_000
)

// FateBytes bounds what the fate of an envelope of a gas class takes of a posting's data, whatever becomes of it: one
// that did not execute has a failure, one that did has places and credits.
func FateBytes(p *rollup.Parameters, gas GasClass) uint64 {
	most := gas.Gas() / leastGas // whatever executes uses as much
	own, actions := min(most, MaxTransactions), min(most, uint64(p.TriggerCount))
	credits := min(own+actions, uint64(len(p.Rollups)))
	return fateBytes + max(failureBytes, own*ownBytes+actions*actionBytes+credits*creditBytes)
}

// PostedBytes bounds what an envelope of size bytes (Sealed.Size) and its fate take of a posting's data. A batch is
// bounded by its sum, so that every slot's data fits into one posting.
func PostedBytes(p *rollup.Parameters, size uint64, gas GasClass) uint64 {
	return size + FateBytes(p, gas)
}

// fits says whether any batch of the network can hold an envelope of size bytes: ErrClass for its gas, ErrOversized for
// its size.
func fits(p *rollup.Parameters, size uint64, class SizeClass, gas GasClass) error {
	if most := gas.Gas(); most == 0 || most > min(p.BidderGas, p.BatchGas) {
		return fmt.Errorf("gasClass %d: %w", gas, ErrClass)
	}
	if posted := PostedBytes(p, size, gas); size > p.BidderBytes() || posted > p.BidderPostRoom() {
		return fmt.Errorf("sizeClass %d: an envelope of %d bytes, %d with its fate: a bidder has %d and %d in a batch of this network: %w",
			class, size, posted, p.BidderBytes(), p.BidderPostRoom(), ErrOversized)
	}
	return nil
}

// longest is a network of which no other's envelopes are longer.
var longest = rollup.Network{Incarnation: math.MaxUint32, Epoch: math.MaxUint32}

// Fits says, before a bundle is sealed, whether a batch of the network can ever hold it: ErrOversized or ErrClass.
func (b *Bundle) Fits(p *rollup.Parameters, gas GasClass) error {
	c := Clear{Network: longest, Slot: math.MaxUint32, GasClass: gas, SizeClass: classFor(0, len(b.Encode()))}
	if c.SizeClass.Bytes() == 0 {
		return fmt.Errorf("no size class holds it: %w", ErrOversized)
	}
	return fits(p, uint64(c.Size()), c.SizeClass, gas) //nolint:gosec // a length
}

// MostBytes is the longest bundle of a gas class that a batch of the network can hold, in bytes; 0 if there is none.
func MostBytes(p *rollup.Parameters, gas GasClass) int {
	for size := len(sizes) - 1; size >= 0; size-- {
		c := Clear{Network: longest, Slot: math.MaxUint32, GasClass: gas, SizeClass: SizeClass(size)}
		if fits(p, uint64(c.Size()), c.SizeClass, gas) == nil { //nolint:gosec // a length
			return min(sizes[size]-lengthSize, MaxBundleBytes)
		}
	}
	return 0
}

// classFor is the smallest size class from least on that holds an encoding of n bytes.
func classFor(least SizeClass, n int) SizeClass {
	for least.Bytes() != 0 && least.Bytes() < n+lengthSize {
		least++
	}
	return least
}
