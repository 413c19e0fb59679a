package auction

import (
	"encoding/binary"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// The EIP-712 types that accounts sign. The domain is EIP712Domain(string name,string version,bytes32 salt)
// with name "Chorale", version "1" and the network's id as salt.
var (
	domainType    = crypto.Keccak256Hash([]byte("EIP712Domain(string name,string version,bytes32 salt)"))
	envelopeType  = crypto.Keccak256Hash([]byte("Envelope(uint64 incarnation,uint64 epoch,uint64 slot,address bidder,uint8 sizeClass,uint8 gasClass,bytes32 ciphertext)"))
	bidType       = crypto.Keccak256Hash([]byte("Bid(bytes32 bundle,uint256 amount,address bidder,uint64 lastSlot)"))
	authoriseType = crypto.Keccak256Hash([]byte("Authorise(bytes32 transaction,address bidder)"))
	receiptType   = crypto.Keccak256Hash([]byte("Receipt(bytes32 envelope,uint64 slot,address member)"))
	domainName    = crypto.Keccak256Hash([]byte("Chorale"))
	domainVersion = crypto.Keccak256Hash([]byte("1"))
)

func word(v uint64) (d rollup.Digest) {
	binary.BigEndian.PutUint64(d[24:], v)
	return d
}

func addressWord(a rollup.Address) (d rollup.Digest) {
	copy(d[12:], a[:])
	return d
}

// typed is the EIP-712 digest of a struct under the network's domain.
func typed(network, structType rollup.Digest, fields ...rollup.Digest) rollup.Digest {
	domain := crypto.Keccak256(domainType[:], domainName[:], domainVersion[:], network[:])
	buf := append([]byte{}, structType[:]...)
	for _, f := range fields {
		buf = append(buf, f[:]...)
	}
	return crypto.Keccak256Hash([]byte{0x19, 0x01}, domain, crypto.Keccak256(buf))
}

// BidDigest is what a payer signs when the envelope's bidder is another account (a gateway).
func BidDigest(network, bundle rollup.Digest, amount *uint256.Int, bidder rollup.Address, last rollup.Slot) rollup.Digest {
	return typed(network, bidType, bundle, amount.Bytes32(), addressWord(bidder), word(uint64(last)))
}

// AuthoriseDigest is what a transaction's sender signs to let bidder, and nobody else, carry it.
func AuthoriseDigest(network, transaction rollup.Digest, bidder rollup.Address) rollup.Digest {
	return typed(network, authoriseType, transaction, addressWord(bidder))
}

// ReceiptDigest is what a member signs: it held this envelope before the slot closed.
func ReceiptDigest(network, envelope rollup.Digest, slot rollup.Slot, member rollup.Address) rollup.Digest {
	return typed(network, receiptType, envelope, word(uint64(slot)), addressWord(member))
}

// signedBy says whether signature (65 bytes, r ‖ s ‖ v with v in 0, 1, 27, 28, low s) is account's over digest.
func signedBy(account rollup.Address, digest rollup.Digest, signature []byte) error {
	if len(signature) != crypto.SignatureLength {
		return fmt.Errorf("%d bytes, want %d: %w", len(signature), crypto.SignatureLength, ErrBadSignature)
	}
	sig := append([]byte{}, signature...)
	if sig[64] >= 27 {
		sig[64] -= 27
	}
	r, s := new(uint256.Int).SetBytes(sig[:32]), new(uint256.Int).SetBytes(sig[32:64])
	if sig[64] > 1 || !crypto.ValidateSignatureValues(sig[64], r.ToBig(), s.ToBig(), true) {
		return ErrBadSignature
	}
	key, err := crypto.SigToPub(digest[:], sig)
	if err != nil || crypto.PubkeyToAddress(*key) != account {
		return ErrBadSignature
	}
	return nil
}
