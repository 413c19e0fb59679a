package builder

import (
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// fateDepth gives the fate tree room for 2^17 fates (envelopes and forced transactions of a slot).
const fateDepth = 17

// Credit is one rollup's part of a price.
type Credit struct {
	Chain   rollup.ChainID
	Account rollup.Address // the rollup's payout account at that slot
	Amount  *uint256.Int   // wei
}

// Place is where a transaction of an executed bundle stands.
type Place struct {
	Chain rollup.ChainID
	Block uint64 // block number
	Index uint64 // index within the block
	Tx    rollup.Digest
}

// Failure says what stopped a bundle: the first transaction that did.
type Failure struct {
	Chain  rollup.ChainID
	Leg    uint64
	Index  uint64 // transaction within the leg
	Tx     rollup.Digest
	Revert []byte // the revert data, at most 1 KiB
}

// Fate is how one envelope, or one transaction forced from L1, ended. Every envelope of a batch has exactly
// one; fates stand in the order: forced transactions, then envelopes in the batch's order.
type Fate struct {
	Envelope rollup.Digest  // envelope id; for a forced transaction the queue item's hash
	Bundle   rollup.Digest  // the bundle's hash, or the forced transaction's; zero if it could not be read
	Bidder   rollup.Address // pays the fee; of a forced transaction who forced it
	Payer    rollup.Address // pays the price
	Reason   auction.Reason
	Rank     uint64       // 1 for the best; 0 for what was not ranked
	Bid      *uint256.Int // wei
	Fee      *uint256.Int // wei, charged in any case; zero for forced transactions
	Price    *uint256.Int // wei, charged if and only if Reason is Executed
	Protocol *uint256.Int // the protocol's part of Price
	Credits  []Credit     // the rollups' parts; with Protocol they sum to Price
	GasUsed  uint64       // over all chains, actions included
	Triggers uint64       // triggers that it caused, each with its action
	Places   []Place      // by execution order, actions included; empty unless Executed
	Failure  []Failure    // zero or one
}

// Executed reports whether the bundle took place.
func (f *Fate) Executed() bool { return f.Reason == auction.Executed }

// PostedBytes bounds what the fate takes of a posting's data (docs/protocol.md), in bytes, without the fee and the bid that
// only an envelope has.
func (f *Fate) PostedBytes() uint64 {
	n := 160 + 56*len(f.Places) + 64*len(f.Credits)
	for _, x := range f.Failure {
		n += 76 + len(x.Revert)
	}
	return uint64(n) //nolint:gosec // a sum of lengths
}

// Root is keccak256 of the fate's RLP, a leaf of the fate tree.
func (f *Fate) Root() rollup.Digest {
	b, err := rlp.EncodeToBytes(f)
	if err != nil {
		panic("encode fate: " + err.Error()) // fixed types: cannot fail
	}
	return crypto.Keccak256Hash(b)
}

// FateRoot commits to all fates of a slot.
func FateRoot(fates []Fate) rollup.Digest {
	leaves := make([]rollup.Digest, len(fates))
	for i := range fates {
		leaves[i] = fates[i].Root()
	}
	return rollup.ListRoot(leaves, fateDepth)
}

// FateProof is the branch of fate i under FateRoot; check it with rollup.VerifyProof.
func FateProof(fates []Fate, i int) []rollup.Digest {
	leaves := make([]rollup.Digest, len(fates))
	for j := range fates {
		leaves[j] = fates[j].Root()
	}
	return rollup.ListProof(leaves, i, fateDepth)
}
