package sequencer

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/flashbots/go-boost-utils/ssz"
)

// Posting is what the committee signs for L1: a run of attested slots, and where it leaves the ledger and the
// L1 queue. An SSZ container of 15 fields, in this order; Inbox.sol computes the same root.
type Posting struct {
	Network    rollup.Network // 3 fields
	Previous   rollup.Digest  // Root of the posting before; zero for the first
	First      rollup.Slot
	Last       rollup.Slot
	LastHeader rollup.Digest // Root of Last's header
	BlobsHash  rollup.Digest // zero: the data goes in calldata
	DataHash   rollup.Digest // keccak256 of PostingData
	View       rollup.L1View // of Last's header: 4 fields
	LedgerRoot rollup.Digest // of Last's header
	PairRoot   rollup.Digest // of Last's header
}

// Root is the posting's SSZ hash_tree_root.
func (p *Posting) Root() rollup.Digest {
	return rollup.ContainerRoot(p.Network.ID, rollup.Uint64Leaf(p.Network.Incarnation), rollup.Uint64Leaf(p.Network.Epoch),
		p.Previous, rollup.Uint64Leaf(uint64(p.First)), rollup.Uint64Leaf(uint64(p.Last)), p.LastHeader, p.BlobsHash, p.DataHash,
		rollup.Uint64Leaf(p.View.Number), p.View.Hash, rollup.Uint64Leaf(p.View.QueuePosition), p.View.QueueHash,
		p.LedgerRoot, p.PairRoot)
}

// HashTreeRoot is Root in the form that go-boost-utils' ssz takes.
func (p *Posting) HashTreeRoot() ([32]byte, error) { return p.Root(), nil }

// SigningRoot is the message that the group key signs, under a domain of its own.
func (p *Posting) SigningRoot() rollup.Digest {
	root, err := ssz.ComputeSigningRoot(p, domain(domainPosting, p.Network))
	if err != nil {
		panic(fmt.Sprintf("signing root: %v", err)) // HashTreeRoot cannot fail
	}
	return root
}

// SignedPosting is a posting with its signature and data: all that anybody needs to post it.
type SignedPosting struct {
	Posting   Posting
	Signature threshold.Signature // of SigningRoot
	Data      []byte              // PostingData of its slots
}

// NewPosting makes the posting of a run of slots and its data. slots must be consecutive and not empty.
func NewPosting(previous rollup.Digest, slots []*Attested) (*Posting, []byte) {
	data := PostingData(slots)
	return postingOf(previous, slots, data), data
}

func postingOf(previous rollup.Digest, slots []*Attested, data []byte) *Posting {
	first, last := &slots[0].Header, &slots[len(slots)-1].Header
	return &Posting{
		Network: last.Network, Previous: previous, First: first.Slot, Last: last.Slot, LastHeader: last.Root(),
		DataHash: crypto.Keccak256Hash(data), View: last.View, LedgerRoot: last.LedgerRoot, PairRoot: last.PairRoot,
	}
}
