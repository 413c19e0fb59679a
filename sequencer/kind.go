package sequencer

import "github.com/chorale-network/chorale/threshold"

// Kind says what a share or group signature is over.
type Kind uint8

// The kinds.
const (
	Opening        Kind = 1 // of a slot's identity: its opening key
	Attestation    Kind = 2 // of an executed slot's header
	PostingRelease Kind = 3 // of a posting, named by its last slot
)

// Kinds lists all of them.
var Kinds = [...]Kind{Opening, Attestation, PostingRelease}

// Tag is the hash-to-curve tag under which a kind is signed: opening keys can never be taken for signatures of
// what the contracts check. Headers and postings differ by their domain.
func (k Kind) Tag() threshold.Tag {
	if k == Opening {
		return threshold.OpeningTag
	}
	return threshold.AttestationTag
}

// Valid says whether k is one of the kinds.
func (k Kind) Valid() bool { return k >= Opening && k <= PostingRelease }

// String is the kind's name in logs.
func (k Kind) String() string {
	switch k {
	case Opening:
		return "opening"
	case Attestation:
		return "attestation"
	case PostingRelease:
		return "posting"
	}
	return "unknown"
}
