package builder

import (
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/rlp"
)

// rollupDepth gives the header's tree of rollups room for 2^10 of them.
const rollupDepth = 10

// Head is what a slot's header says of one rollup.
type Head struct {
	Chain        rollup.ChainID `json:"chainId"`
	Number       uint64         `json:"number"`       // the open block's number
	Time         uint64         `json:"time"`         // its timestamp, s
	TxCount      uint64         `json:"txCount"`      // transactions in it so far
	TxRoot       rollup.Digest  `json:"txRoot"`       // hash chain over their hashes so far
	ReceiptRoot  rollup.Digest  `json:"receiptRoot"`  // hash chain over their receipts' consensus encoding so far
	ClosedNumber uint64         `json:"closedNumber"` // the block that this slot closed; 0 if none
	ClosedHash   rollup.Digest  `json:"closedHash"`
	ClosedState  rollup.Digest  `json:"closedState"` // its state root
}

// Root is the head's SSZ hash_tree_root.
func (h Head) Root() rollup.Digest {
	return rollup.ContainerRoot(rollup.Uint64Leaf(uint64(h.Chain)), rollup.Uint64Leaf(h.Number), rollup.Uint64Leaf(h.Time),
		rollup.Uint64Leaf(h.TxCount), h.TxRoot, h.ReceiptRoot, rollup.Uint64Leaf(h.ClosedNumber), h.ClosedHash, h.ClosedState)
}

// Header is what the committee signs of a slot: an SSZ container of 18 fields, in this order, the last three
// of them spare (see docs/protocol.md). Everything that a slot decided is under it.
type Header struct {
	Network    rollup.Network   // 3 fields: id, incarnation, epoch
	Slot       rollup.Slot      //
	Time       uint64           // consensus time of the slot, Unix ms
	Parent     rollup.Digest    // Root of the previous slot's header; zero for slot 1
	View       rollup.L1View    // 4 fields: number, hash, queue position, queue hash
	BatchRoot  rollup.Digest    // every envelope, in order: the auction is complete
	FateRoot   rollup.Digest    // every envelope's and forced transaction's fate and price
	Heads      []Head           // by ascending chain id; one field: SSZ list root
	PairRoot   rollup.Digest    // trigger and action accumulators of all ordered pairs
	LedgerRoot rollup.Digest    // OpenZeppelin StandardMerkleTree over all accounts
	Spare      [3]rollup.Digest // committed from the first version, zero until used
}

// Fields are the SSZ field roots, in order, for Root and for proofs of single fields.
func (h *Header) Fields() []rollup.Digest {
	heads := make([]rollup.Digest, len(h.Heads))
	for i, head := range h.Heads {
		heads[i] = head.Root()
	}
	return []rollup.Digest{
		h.Network.ID, rollup.Uint64Leaf(h.Network.Incarnation), rollup.Uint64Leaf(h.Network.Epoch),
		rollup.Uint64Leaf(uint64(h.Slot)), rollup.Uint64Leaf(h.Time), h.Parent,
		rollup.Uint64Leaf(h.View.Number), h.View.Hash, rollup.Uint64Leaf(h.View.QueuePosition), h.View.QueueHash,
		h.BatchRoot, h.FateRoot, rollup.ListRoot(heads, rollupDepth), h.PairRoot, h.LedgerRoot,
		h.Spare[0], h.Spare[1], h.Spare[2],
	}
}

// Root is the header's SSZ hash_tree_root, which names the slot.
func (h *Header) Root() rollup.Digest { return rollup.ContainerRoot(h.Fields()...) }

// HashTreeRoot is Root in the form that go-boost-utils' ssz takes.
func (h *Header) HashTreeRoot() ([32]byte, error) { return h.Root(), nil }

// Encode is the header's canonical RLP, for storage and for the data on L1.
func (h *Header) Encode() []byte {
	out, err := rlp.EncodeToBytes(h)
	if err != nil {
		panic(fmt.Sprintf("encode header: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeHeader reads what Encode wrote.
func DecodeHeader(b []byte) (*Header, error) {
	h := new(Header)
	if err := rlp.DecodeBytes(b, h); err != nil {
		return nil, fmt.Errorf("decode header: %w", err)
	}
	return h, nil
}
