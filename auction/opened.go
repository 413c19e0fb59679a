package auction

import (
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/holiman/uint256"
)

// Entry is one envelope of an opened batch: readable, or with the reason why not.
type Entry struct {
	Envelope *Sealed
	ID       rollup.Digest   // the envelope's
	Reason   Reason          // None while nothing speaks against it
	Fault    string          // detail for its maker: which leg, which transaction; empty if None
	Seed     *threshold.Seed // what its ciphertext was sealed with; nil if it does not open
	Bundle   *Bundle         // nil if it could not be read
	Hash     rollup.Digest   // the bundle's; zero if it could not be read
	Txs      [][]*rollup.Tx  // decoded, leg by leg; nil if a transaction cannot be decoded
	Payer    rollup.Address  // who pays the bid; zero while nobody has answered for it
	Bid      *uint256.Int    // wei; zero for wallet users, never nil

	// Protections are set as soon as all transactions are decoded, whatever else is wrong with the bundle.
	Protections []Protection
}

// Protection says that a transaction, once revealed in an envelope of Bidder, may until its nonce is consumed
// be executed only for those who were authorised as Bidder was, or for its sender.
type Protection struct {
	Chain  rollup.ChainID
	Sender rollup.Address
	Nonce  uint64
	Tx     rollup.Digest
	Bidder rollup.Address // the sender himself, or whom he authorised inside the bundle
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
	// Candidates are other orderings of Winners worth trying: by bid per gas, and by bid with each sender's
	// nonces in order. One may equal Winners.
	Candidates [][]int
}
