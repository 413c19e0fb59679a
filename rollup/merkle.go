package rollup

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// Uint64Leaf is the SSZ leaf of a uint64: little-endian, padded to 32 bytes.
func Uint64Leaf(v uint64) (d Digest) {
	binary.LittleEndian.PutUint64(d[:8], v)
	return d
}

// AddressLeaf is the SSZ leaf of a Bytes20: padded to 32 bytes.
func AddressLeaf(a Address) (d Digest) {
	copy(d[:], a[:])
	return d
}

// BytesRoot is the SSZ hash_tree_root of a fixed-length byte vector.
func BytesRoot(b []byte) Digest {
	leaves := make([]Digest, (len(b)+31)/32)
	for i := range leaves {
		copy(leaves[i][:], b[i*32:])
	}
	return ContainerRoot(leaves...)
}

// ContainerRoot is the SSZ hash_tree_root of a container with these field roots: the sha256 Merkle tree over
// them, padded with zero leaves to a power of two.
func ContainerRoot(fields ...Digest) Digest { return merkleize(fields, treeDepth(uint64(len(fields)))) }

// ListRoot is the SSZ hash_tree_root of a list of roots with room for 2^depth of them: the tree of that
// depth, mixed in with the length.
func ListRoot(items []Digest, depth int) Digest {
	return hashPair(merkleize(items, depth), Uint64Leaf(uint64(len(items))))
}

// ContainerProof is the branch of field i, from the leaf up, as ContainerRoot builds it.
func ContainerProof(fields []Digest, i int) []Digest {
	return branch(fields, i, treeDepth(uint64(len(fields))))
}

// ListProof is the branch of item i of a list, from the leaf up; its last element is the length.
func ListProof(items []Digest, i, depth int) []Digest {
	return append(branch(items, i, depth), Uint64Leaf(uint64(len(items))))
}

// VerifyProof says whether leaf stands at index under root. A list's branch ends in its length; its index
// is then still the item's own.
func VerifyProof(root, leaf Digest, proof []Digest, index uint64) bool {
	for level, sibling := range proof {
		if level < 64 && index>>level&1 == 1 {
			leaf = hashPair(sibling, leaf)
		} else {
			leaf = hashPair(leaf, sibling)
		}
	}
	return leaf == root
}

func treeDepth(n uint64) int {
	if n <= 1 {
		return 0
	}
	return bits.Len64(n - 1)
}

func hashPair(a, b Digest) Digest {
	var buf [64]byte
	copy(buf[:32], a[:])
	copy(buf[32:], b[:])
	return sha256.Sum256(buf[:])
}

// zeroRoots[d] is the root of an all-zero tree of depth d.
var zeroRoots = func() (z [65]Digest) {
	for d := 1; d < len(z); d++ {
		z[d] = hashPair(z[d-1], z[d-1])
	}
	return z
}()

func merkleize(leaves []Digest, depth int) Digest {
	if len(leaves) == 0 {
		return zeroRoots[depth]
	}
	layer := append([]Digest{}, leaves...)
	for d := 0; d < depth; d++ {
		layer = raise(layer, d)
	}
	return layer[0]
}

// raise hashes one layer into the next; a missing right neighbour is the zero tree of that depth.
func raise(layer []Digest, depth int) []Digest {
	if len(layer)%2 == 1 {
		layer = append(layer, zeroRoots[depth])
	}
	for i := 0; i < len(layer)/2; i++ {
		layer[i] = hashPair(layer[2*i], layer[2*i+1])
	}
	return layer[:len(layer)/2]
}

func branch(leaves []Digest, i, depth int) []Digest {
	layer := append([]Digest{}, leaves...)
	proof := make([]Digest, 0, depth+1)
	for d := 0; d < depth; d++ {
		sibling := zeroRoots[d]
		if i^1 < len(layer) {
			sibling = layer[i^1]
		}
		proof = append(proof, sibling)
		layer = raise(layer, d)
		i /= 2
	}
	return proof
}
