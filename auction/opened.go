package auction

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
)

// Entry is one envelope of an opened batch: readable, or with the reason why not.
type Entry struct {
	Envelope *Sealed
	ID       rollup.Digest  // the envelope's
	Reason   Reason         // None while nothing speaks against it
	Fault    string         // detail for its maker: which leg, which transaction; empty if None
	Bundle   *Bundle        // nil if it could not be read
	Hash     rollup.Digest  // the bundle's; zero if it could not be read
	Txs      [][]*rollup.Tx // decoded, leg by leg; nil if a transaction cannot be decoded
	Payer    rollup.Address // who pays the bid
	Bid      *uint256.Int   // wei; zero for wallet users, never nil
}

// Opened is a batch with its bids readable. Entries stand in the batch's order. Immutable.
type Opened struct {
	Batch   *Batch
	Entries []Entry
}

// Selected is the ranking of an opened batch: which entries are tried, in which order. Immutable.
type Selected struct {
	Opened  *Opened
	Winners []int // indices into Entries with a bid of at least the reserve, best first
	Rest    []int // indices of entries without a bid, in the order in which they run after the winners
}
