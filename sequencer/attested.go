package sequencer

import (
	"errors"
	"fmt"

	"github.com/attestantio/go-eth2-client/spec/phase0"
	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/flashbots/go-boost-utils/ssz"
)

// Domain types of what the group key signs with Ethereum's tag. Shared with the contracts.
var (
	domainHeader  = phase0.DomainType{0x43, 0x48, 0x00, 0x01}
	domainPosting = phase0.DomainType{0x43, 0x48, 0x00, 0x02}
)

// domain is Ethereum's compute_domain with the incarnation (4 bytes, big-endian) as fork version and the
// network id as genesis validators root.
func domain(t phase0.DomainType, n rollup.Network) phase0.Domain {
	i := uint32(n.Incarnation)
	version := phase0.Version{byte(i >> 24), byte(i >> 16), byte(i >> 8), byte(i)}
	return ssz.ComputeDomain(t, version, phase0.Root(n.ID))
}

// HeaderSigningRoot is the message of an attestation: compute_signing_root(header, domain).
func HeaderSigningRoot(h *builder.Header) rollup.Digest {
	root, err := ssz.ComputeSigningRoot(h, domain(domainHeader, h.Network))
	if err != nil {
		panic(fmt.Sprintf("signing root: %v", err)) // Header.HashTreeRoot cannot fail
	}
	return root
}

// Attested is a slot as everybody else sees it: what was executed, with the committee's signature. It is also
// the unit of the data on L1, so all of it is a function of agreed inputs. Immutable.
type Attested struct {
	Header    builder.Header
	Signature threshold.Signature // of HeaderSigningRoot, by the group key
	Key       threshold.Signature // the slot's opening key
	Envelopes [][]byte            // the batch, each auction.Sealed encoded
	Fates     []builder.Fate

	// Seeds are what the envelopes' ciphertexts were sealed with, nil where one does not open. They follow from Key and
	// Envelopes and are no part of Encode: who has them at hand spares PostingData the opening.
	Seeds []*threshold.Seed `rlp:"-"`
}

// ErrRecord refuses an encoded slot that cannot be read.
var ErrRecord = errors.New("malformed slot record")

// Encode is the slot's canonical RLP.
func (a *Attested) Encode() []byte {
	out, err := rlp.EncodeToBytes(a)
	if err != nil {
		panic(fmt.Sprintf("encode slot: %v", err)) // fixed types: cannot fail
	}
	return out
}

// DecodeAttested reads what Encode wrote.
func DecodeAttested(b []byte) (*Attested, error) {
	a := new(Attested)
	if err := rlp.DecodeBytes(b, a); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrRecord, err)
	}
	return a, nil
}

// Verify checks the group's signature over the header.
func (a *Attested) Verify(group threshold.PublicKey) error {
	root := HeaderSigningRoot(&a.Header)
	if err := threshold.Verify(group, threshold.AttestationTag, root[:], a.Signature); err != nil {
		return fmt.Errorf("attestation of slot %d: %w", a.Header.Slot, err)
	}
	return nil
}
