package builder

import (
	"bytes"
	"encoding/json"
	"slices"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// leafEncoding are the ABI types of a ledger leaf, as StandardMerkleTree names them.
var leafEncoding = []string{"address", "uint256", "uint256", "uint256", "uint256"}

// Root is the root of OpenZeppelin's StandardMerkleTree over all accounts; zero for an empty ledger. A
// changed ledger of n accounts takes about 2n hashes, an unchanged one none.
func (l *Ledger) Root() rollup.Digest {
	if len(l.accounts) == 0 {
		return rollup.Digest{}
	}
	if l.tree == nil {
		leaves := make([]rollup.Digest, len(l.accounts))
		for i, a := range l.accounts {
			leaves[i] = a.Leaf()
		}
		l.tree = standardTree(leaves)
	}
	return l.tree[0]
}

// standardTree is the tree as an array: the root first, the leaves last, in descending order of their hashes;
// a node is the hash of its two children, the lesser first.
func standardTree(leaves []rollup.Digest) []rollup.Digest {
	slices.SortFunc(leaves, func(a, b rollup.Digest) int { return bytes.Compare(a[:], b[:]) })
	n := len(leaves)
	tree := make([]rollup.Digest, 2*n-1)
	for i, leaf := range leaves {
		tree[len(tree)-1-i] = leaf
	}
	for i := n - 2; i >= 0; i-- {
		a, b := tree[2*i+1], tree[2*i+2]
		if bytes.Compare(a[:], b[:]) > 0 {
			a, b = b, a
		}
		tree[i] = crypto.Keccak256Hash(a[:], b[:])
	}
	return tree
}

// index is where a leaf stands in the tree. Leaves descend, and no two are equal because addresses differ.
func (l *Ledger) index(leaf rollup.Digest) int {
	l.Root()
	first := len(l.accounts) - 1
	i, _ := slices.BinarySearchFunc(l.tree[first:], leaf, func(a, b rollup.Digest) int { return bytes.Compare(b[:], a[:]) })
	return first + i
}

// Proof is the branch of an account's leaf, for Vault.claim; false if the account is not in the ledger.
func (l *Ledger) Proof(account rollup.Address) ([]rollup.Digest, bool) {
	at, ok := l.find(account)
	if !ok {
		return nil, false
	}
	proof := []rollup.Digest{}
	for i := l.index(l.accounts[at].Leaf()); i > 0; i = (i - 1) / 2 {
		if i%2 == 1 {
			proof = append(proof, l.tree[i+1])
		} else {
			proof = append(proof, l.tree[i-1])
		}
	}
	return proof, true
}

// dump is StandardMerkleTree's own JSON form.
type dump struct {
	Format       string          `json:"format"`
	LeafEncoding []string        `json:"leafEncoding"`
	Tree         []rollup.Digest `json:"tree"`
	Values       []dumpValue     `json:"values"`
}

type dumpValue struct {
	Value     []string `json:"value"`
	TreeIndex int      `json:"treeIndex"`
}

// Dump is the tree as StandardMerkleTree.load takes it, values ascending by address.
func (l *Ledger) Dump() ([]byte, error) {
	l.Root()
	out := dump{Format: "standard-v1", LeafEncoding: leafEncoding, Tree: l.tree, Values: []dumpValue{}}
	for _, a := range l.accounts {
		out.Values = append(out.Values, dumpValue{
			Value:     []string{a.Address.Hex(), a.Deposits.Dec(), a.Charges.Dec(), a.Credits.Dec(), a.Withdrawals.Dec()},
			TreeIndex: l.index(a.Leaf()),
		})
	}
	return json.Marshal(out)
}

// Proof is an account's leaf with its branch under a ledger root: all that the Vault needs to pay. Immutable.
type Proof struct {
	Account Account
	Root    rollup.Digest
	Branch  []rollup.Digest // OpenZeppelin StandardMerkleTree branch, from the leaf up
}

// Prove is an account's record with its proof; false if the account is not in the ledger.
func (l *Ledger) Prove(account rollup.Address) (*Proof, bool) {
	branch, ok := l.Proof(account)
	if !ok {
		return nil, false
	}
	record, _ := l.Account(account)
	return &Proof{Account: record, Root: l.Root(), Branch: branch}, true
}
