// Package vectors computes in Go what the contracts must compute too: hash_tree_roots, signing roots, points hashed to
// the curve, signatures, a ledger's leaves and proofs, and points that must be refused.
//
// In comes nothing; out goes one JSON document, testdata/vectors.json, the same bytes each time, which the forge tests
// read. The references are go-boost-utils (`bls`, `ssz`), fastssz, gnark-crypto and openzeppelin-merkle-tree-go. Never done: anything in production;
// its secret keys are hashes of public words.
package vectors

import (
	"encoding/binary"
	"encoding/json"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/flashbots/go-boost-utils/bls"
)

// Path is where the document stands, under contracts.
const Path = "testdata/vectors.json"

// HashedMessages is how many messages the digests of HashedToG2 cover, and HashedPerDigest how many each.
const (
	HashedMessages  = 10_000
	HashedPerDigest = 1_000
)

// Document is the file. Arrays of one section run in parallel.
type Document struct {
	Keys       Keys            `json:"keys"`
	Signed     Signed          `json:"signed"`
	Postings   Postings        `json:"postings"`
	Handovers  Handovers       `json:"handovers"`
	Headers    Headers         `json:"headers"`
	Ledger     Ledger          `json:"ledger"`
	HashedToG2 []common.Hash   `json:"hashedToG2"` // keccak256 over the points of message i = keccak256("chorale hash to curve", uint64 i)
	BadG1      []hexutil.Bytes `json:"badG1"`      // 128 bytes each, no public key
	BadG2      []hexutil.Bytes `json:"badG2"`      // 256 bytes each, no signature
}

// Keys are test keys.
type Keys struct {
	Secret     []common.Hash   `json:"secret"`
	Compressed []hexutil.Bytes `json:"compressed"` // 48 bytes
	Expanded   []hexutil.Bytes `json:"expanded"`   // 128 bytes, EIP-2537
}

// Signed are ordinary Ethereum BLS signatures of key 0.
type Signed struct {
	Message    []common.Hash   `json:"message"`
	Compressed []hexutil.Bytes `json:"compressed"` // 96 bytes
	Expanded   []hexutil.Bytes `json:"expanded"`   // 256 bytes, EIP-2537
}

// Postings are postings, signed by key 0.
type Postings struct {
	Encoded     []hexutil.Bytes `json:"encoded"` // abi.encode of the struct: 15 words
	Root        []common.Hash   `json:"root"`
	SigningRoot []common.Hash   `json:"signingRoot"`
	Signature   []hexutil.Bytes `json:"signature"` // 256 bytes
}

// Handovers are what the key of one epoch signs of the next.
type Handovers struct {
	Encoded     []hexutil.Bytes `json:"encoded"` // abi.encode of the container's fields: 8 words
	SigningRoot []common.Hash   `json:"signingRoot"`
}

// Headers are headers of slots, signed by key 0.
type Headers struct {
	Encoded     []hexutil.Bytes `json:"encoded"` // abi.encode of the container's fields: 18 words
	Rest        []hexutil.Bytes `json:"rest"`    // the subtrees over fields 4 to 7, 8 to 15, 16 to 31: 3 words
	Root        []common.Hash   `json:"root"`
	SigningRoot []common.Hash   `json:"signingRoot"`
	Signature   []hexutil.Bytes `json:"signature"` // 256 bytes
}

// Ledger is a ledger of a few accounts, whose charges are its credits.
type Ledger struct {
	Encoded []hexutil.Bytes `json:"encoded"` // abi.encode of account, deposits, charges, credits, withdrawals: 5 words
	Leaf    []common.Hash   `json:"leaf"`
	Proof   []hexutil.Bytes `json:"proof"` // the leaf's branch from below, 32 bytes a node
	Root    common.Hash     `json:"root"`
}

// JSON is the document's bytes.
func JSON() ([]byte, error) {
	doc, err := compute()
	if err != nil {
		return nil, fmt.Errorf("compute vectors: %w", err)
	}
	out, err := json.MarshalIndent(doc, "", " ")
	return append(out, '\n'), err
}

func compute() (*Document, error) {
	doc := new(Document)
	var err error
	secrets := testKeys(4)
	doc.Keys = describeKeys(secrets)
	for i := uint64(0); i < 16; i++ {
		m := word("message", i)
		doc.Signed.Message = append(doc.Signed.Message, m)
		compressed, expanded := sign(secrets[0], m)
		doc.Signed.Compressed = append(doc.Signed.Compressed, compressed)
		doc.Signed.Expanded = append(doc.Signed.Expanded, expanded)
	}
	for i := uint64(0); i < 16; i++ {
		p := samplePosting(i)
		root, err := p.HashTreeRoot()
		if err != nil {
			return nil, fmt.Errorf("posting %d: %w", i, err)
		}
		signingRoot, err := signingRoot(p, domainPosting, p.incarnation, p.network)
		if err != nil {
			return nil, fmt.Errorf("posting %d: %w", i, err)
		}
		_, signature := sign(secrets[0], signingRoot)
		doc.Postings.Encoded = append(doc.Postings.Encoded, p.encode())
		doc.Postings.Root = append(doc.Postings.Root, root)
		doc.Postings.SigningRoot = append(doc.Postings.SigningRoot, signingRoot)
		doc.Postings.Signature = append(doc.Postings.Signature, signature)
	}
	for i := uint64(0); i < 4; i++ {
		h := sampleHandover(i)
		signingRoot, err := signingRoot(h, domainHandover, h.incarnation, h.network)
		if err != nil {
			return nil, fmt.Errorf("handover %d: %w", i, err)
		}
		doc.Handovers.Encoded = append(doc.Handovers.Encoded, h.encode())
		doc.Handovers.SigningRoot = append(doc.Handovers.SigningRoot, signingRoot)
	}
	if err := doc.Headers.add(secrets[0]); err != nil {
		return nil, err
	}
	if doc.Ledger, err = sampleLedger(); err != nil {
		return nil, err
	}
	if doc.HashedToG2, err = hashedToG2(); err != nil {
		return nil, err
	}
	doc.BadG1, doc.BadG2 = badG1(), badG2()
	return doc, nil
}

func (h *Headers) add(key *bls.SecretKey) error {
	for i := uint64(0); i < 4; i++ {
		header := sampleHeader(i)
		root, err := header.HashTreeRoot()
		if err != nil {
			return fmt.Errorf("header %d: %w", i, err)
		}
		signingRoot, err := signingRoot(header, domainHeader, header.incarnation, header.network)
		if err != nil {
			return fmt.Errorf("header %d: %w", i, err)
		}
		_, signature := sign(key, signingRoot)
		var rest []byte
		for _, node := range otherSubtrees(header.container) {
			rest = append(rest, node[:]...)
		}
		h.Encoded, h.Rest = append(h.Encoded, header.encode()), append(h.Rest, rest)
		h.Root, h.SigningRoot, h.Signature = append(h.Root, root), append(h.SigningRoot, signingRoot), append(h.Signature, signature)
	}
	return nil
}

// word is the i-th of a sequence of 32 bytes that look random.
func word(what string, i uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("chorale "+what), binary.BigEndian.AppendUint64(nil, i))
}

// number is the i-th of a sequence of integers of many sizes, the extremes first.
func number(what string, i uint64) uint64 {
	switch i {
	case 0:
		return 0
	case 1:
		return 1<<64 - 1
	}
	w := word(what, i)
	return binary.BigEndian.Uint64(w[:8]) >> (w[8] % 64)
}
