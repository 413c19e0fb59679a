package vectors

import (
	"crypto/sha256"
	"encoding/binary"

	"github.com/attestantio/go-eth2-client/spec/phase0"
	"github.com/ethereum/go-ethereum/common"
	fastssz "github.com/ferranbt/fastssz"
	"github.com/flashbots/go-boost-utils/ssz"
)

var (
	domainHeader   = phase0.DomainType{0x43, 0x48, 0x00, 0x01}
	domainPosting  = phase0.DomainType{0x43, 0x48, 0x00, 0x02}
	domainHandover = phase0.DomainType{0x43, 0x48, 0x00, 0x03}
)

// signingRoot is Ethereum's compute_signing_root with the incarnation as fork version and the network as genesis
// validators root.
func signingRoot(obj ssz.ObjWithHashTreeRoot, kind phase0.DomainType, incarnation uint64, network common.Hash) (common.Hash, error) {
	var version phase0.Version
	binary.BigEndian.PutUint32(version[:], uint32(incarnation))
	return ssz.ComputeSigningRoot(obj, ssz.ComputeDomain(kind, version, phase0.Root(network)))
}

// field is a member of a container: a uint64 or 32 bytes.
type field struct {
	number uint64
	word   common.Hash
	isWord bool
}

func num(v uint64) field       { return field{number: v} }
func hash(v common.Hash) field { return field{word: v, isWord: true} }

// container is a fixed list of such members, hashed by fastssz.
type container []field

// HashTreeRoot is the SSZ root.
func (c container) HashTreeRoot() ([32]byte, error) {
	h := fastssz.NewHasher()
	for _, f := range c {
		if f.isWord {
			h.PutBytes(f.word[:])
		} else {
			h.PutUint64(f.number)
		}
	}
	h.Merkleize(0)
	return h.HashRoot()
}

// encode is abi.encode of the members.
func (c container) encode() []byte {
	out := make([]byte, 32*len(c))
	for i, f := range c {
		if f.isWord {
			copy(out[32*i:], f.word[:])
		} else {
			binary.BigEndian.PutUint64(out[32*i+24:], f.number)
		}
	}
	return out
}

// bound is a container with the network and incarnation that its first two members name.
type bound struct {
	container
	network     common.Hash
	incarnation uint64
}

func bind(network common.Hash, incarnation uint64, rest ...field) bound {
	return bound{append(container{hash(network), num(incarnation)}, rest...), network, incarnation}
}

// samplePosting has its fields in the order of Posting.sol.
func samplePosting(i uint64) bound {
	return bind(word("network", i), number("incarnation", i)&0xffffffff,
		num(number("epoch", i)), hash(word("previous", i)), num(number("first", i)), num(number("last", i)),
		hash(word("header", i)), hash(word("blobs", i)), hash(word("data", i)),
		num(number("view", i)), hash(word("view", i)), num(number("queue", i)), hash(word("queue", i)),
		hash(word("ledger", i)), hash(word("pairs", i)))
}

// sampleHandover has its fields in the order of Committee.sol.
func sampleHandover(i uint64) bound {
	return bind(word("network", i), number("incarnation", i)&0xffffffff,
		num(number("epoch", i)), hash(word("posting", i)), hash(word("key", i)),
		num(number("members", i)&0xffffffff), num(number("threshold", i)&0xffffffff), hash(word("shares", i)))
}

// headerFields is how many fields a header has, and headerLeaves how many leaves its tree.
const (
	headerFields = 18
	headerLeaves = 32
)

// sampleHeader has its fields in the order of the protocol's header; those that are containers or lists are roots.
func sampleHeader(i uint64) bound {
	rest := []field{num(number("epoch", i)), num(number("slot", i)), num(number("time", i)), hash(word("parent", i)),
		num(number("view", i)), hash(word("view", i)), num(number("queue", i)), hash(word("queue", i))}
	for f := 10; f < headerFields-3; f++ {
		rest = append(rest, hash(word("header field", 100*i+uint64(f)))) //nolint:gosec // small
	}
	return bind(word("network", i), number("incarnation", i)&0xffffffff, append(rest, hash(common.Hash{}), hash(common.Hash{}), hash(common.Hash{}))...)
}

// otherSubtrees are the roots of a header's tree over fields 4 to 7, 8 to 15 and 16 to 31, all but those that evidence
// names: with these, the root can be computed.
func otherSubtrees(c container) []common.Hash {
	leaves := make([]common.Hash, headerLeaves)
	for i, f := range c {
		if f.isWord {
			leaves[i] = f.word
		} else {
			binary.LittleEndian.PutUint64(leaves[i][:], f.number)
		}
	}
	return []common.Hash{subtree(leaves[4:8]), subtree(leaves[8:16]), subtree(leaves[16:32])}
}

func subtree(leaves []common.Hash) common.Hash {
	if len(leaves) == 1 {
		return leaves[0]
	}
	left, right := subtree(leaves[:len(leaves)/2]), subtree(leaves[len(leaves)/2:])
	return sha256.Sum256(append(left[:], right[:]...))
}
