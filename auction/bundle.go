package auction

import (
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// Limits of one bundle, published by the API.
const (
	MaxTransactions = 100     // transactions over all legs
	MaxBundleBytes  = 300_000 // bytes of its encoding
	MaxLegs         = 64      // legs; a chain may appear in several
)

// Leg is a run of transactions on one rollup.
type Leg struct {
	Chain rollup.ChainID
	Txs   [][]byte // signed, EIP-2718 encoded, executed in this order
}

// Authorisation is a sender's word that an envelope's bidder may carry one of its transactions, and that
// until its nonce is consumed nobody else may (see DESIGN: a loser's transactions cannot be unbundled).
type Authorisation struct {
	Transaction rollup.Digest // transaction hash
	Signature   []byte        // 65 bytes, EIP-712 Authorise(transaction, bidder) by the transaction's sender
}

// Bundle is what a searcher or a wallet user asks for: legs that execute all, on every rollup they name, or
// not at all. Immutable.
type Bundle struct {
	Legs           []Leg
	Reverting      []rollup.Digest // hashes of transactions that may revert without failing the bundle
	Bid            *uint256.Int    // wei, paid if and only if the bundle executed; zero for wallet users
	Payer          rollup.Address  // who pays the bid; zero means the envelope's bidder
	PayerSignature []byte          // EIP-712 Bid(bundle, amount, bidder, lastSlot) by Payer; empty if Payer is the bidder
	PayerLastSlot  rollup.Slot     // the last slot for which the payer's word holds
	Authorisations []Authorisation
	Salt           [16]byte // chosen by the maker, so that equal bundles may have different hashes
	// Replacement names what may be replaced or cancelled until the slot closes; zero: nothing. Of the entries
	// of one bidder with one Replacement that a batch holds, only the one with the highest Sequence counts.
	Replacement rollup.Digest
	Sequence    uint64
}

// Cancels says whether the bundle is a cancellation: it has a Replacement and no legs.
func (b *Bundle) Cancels() bool { return b.Replacement != (rollup.Digest{}) && len(b.Legs) == 0 }

// checkCancellation says whether a cancellation carries nothing else. ErrMalformed names the field.
func (b *Bundle) checkCancellation() error {
	switch {
	case !b.Bid.IsZero():
		return fmt.Errorf("%w: bid: a cancellation has none", ErrMalformed)
	case b.Payer != (rollup.Address{}) || len(b.PayerSignature) != 0 || b.PayerLastSlot != 0:
		return fmt.Errorf("%w: payer, payerSignature, payerLastSlot: a cancellation has none", ErrMalformed)
	case len(b.Reverting) != 0 || len(b.Authorisations) != 0:
		return fmt.Errorf("%w: reverting, authorisations: a cancellation has none", ErrMalformed)
	}
	return nil
}

// Refusals of a bundle's shape. Each becomes a reason.
var (
	ErrEmptyBundle   = errors.New("bundle has no transactions")
	ErrOversized     = errors.New("bundle is too large")
	ErrUnknownRollup = errors.New("unknown rollup")
	ErrMalformed     = errors.New("malformed encoding")
	ErrExpired       = errors.New("its last slot passed")
)

// Hash names a bundle: keccak256 of its encoding without the payer's signature.
func (b *Bundle) Hash() rollup.Digest {
	unsigned := *b
	unsigned.PayerSignature = nil
	return crypto.Keccak256Hash(unsigned.Encode())
}

// Encode is the bundle's canonical RLP.
func (b *Bundle) Encode() []byte {
	c := *b
	if c.Bid == nil {
		c.Bid = new(uint256.Int)
	}
	out, err := rlp.EncodeToBytes(&c)
	if err != nil {
		panic(fmt.Sprintf("encode bundle: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeBundle reads what Encode wrote; anything else is ErrMalformed. It does not decode transactions.
func DecodeBundle(b []byte) (*Bundle, error) {
	if len(b) > MaxBundleBytes {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", len(b), MaxBundleBytes, ErrOversized)
	}
	out := new(Bundle)
	if err := rlp.DecodeBytes(b, out); err != nil {
		return nil, fmt.Errorf("%w: bundle: %w", ErrMalformed, err)
	}
	return out, nil
}

// Transactions decodes every transaction, leg by leg, and checks the bundle's shape against the rollups that
// exist. The error says which leg and transaction.
func (b *Bundle) Transactions(known []rollup.ChainID) ([][]*rollup.Tx, error) {
	if len(b.Legs) > MaxLegs {
		return nil, fmt.Errorf("legs: %d, at most %d: %w", len(b.Legs), MaxLegs, ErrOversized)
	}
	if len(b.Reverting) > MaxTransactions || len(b.Authorisations) > MaxTransactions {
		return nil, fmt.Errorf("reverting, authorisations: more than %d: %w", MaxTransactions, ErrOversized)
	}
	total := 0
	out := make([][]*rollup.Tx, len(b.Legs))
	for i, leg := range b.Legs {
		if !contains(known, leg.Chain) {
			return nil, &LegError{Leg: i, Tx: -1, Err: fmt.Errorf("chain %s: %w", leg.Chain, ErrUnknownRollup)}
		}
		if len(leg.Txs) == 0 {
			return nil, &LegError{Leg: i, Tx: -1, Err: ErrEmptyBundle}
		}
		if total += len(leg.Txs); total > MaxTransactions {
			return nil, fmt.Errorf("transactions: more than %d: %w", MaxTransactions, ErrOversized)
		}
		for j, raw := range leg.Txs {
			tx, err := rollup.DecodeTx(leg.Chain, raw)
			if err != nil {
				return nil, &LegError{Leg: i, Tx: j, Err: err}
			}
			out[i] = append(out[i], tx)
		}
	}
	if total == 0 {
		return nil, ErrEmptyBundle
	}
	return out, nil
}

// LegError says where in a bundle an error lies. Tx is −1 when it is the leg itself.
type LegError struct {
	Leg, Tx int
	Err     error
}

func (e *LegError) Error() string {
	if e.Tx < 0 {
		return fmt.Sprintf("legs[%d]: %v", e.Leg, e.Err)
	}
	return fmt.Sprintf("legs[%d].txs[%d]: %v", e.Leg, e.Tx, e.Err)
}

// Unwrap is the error itself.
func (e *LegError) Unwrap() error { return e.Err }

func contains(known []rollup.ChainID, id rollup.ChainID) bool {
	for _, k := range known {
		if k == id {
			return true
		}
	}
	return false
}
