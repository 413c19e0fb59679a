package sequencer

import (
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
)

// Receipt is a member's signed word that it holds an envelope, durably, before slot Slot closed and before the
// list of Slot was made. Where Slot is at most the envelope's, the member's extension of the height before the
// envelope's slot must list it; one committed extension that does not is evidence against the member. Where
// Slot is above the envelope's (it came after the list was signed), the member passes it to the proposer, who
// may add it, and nothing is promised.
type Receipt struct {
	Network   rollup.Digest  `json:"network"`
	Envelope  rollup.Digest  `json:"envelope"`
	Slot      rollup.Slot    `json:"slot"`
	Member    rollup.Address `json:"member"`
	Signature []byte         `json:"signature"` // 65 bytes over auction.ReceiptDigest
}

// Verify checks the signature.
func (r *Receipt) Verify() error {
	digest := auction.ReceiptDigest(r.Network, r.Envelope, r.Slot, r.Member)
	if len(r.Signature) != crypto.SignatureLength {
		return fmt.Errorf("receipt: %w", auction.ErrBadSignature)
	}
	key, err := crypto.SigToPub(digest[:], r.Signature)
	if err != nil || crypto.PubkeyToAddress(*key) != r.Member {
		return fmt.Errorf("receipt: %w", auction.ErrBadSignature)
	}
	return nil
}

// Promises says whether the receipt obliges the member to list an envelope for slot.
func (r *Receipt) Promises(slot rollup.Slot) bool { return r.Slot <= slot }

// Refusal is why an envelope was not taken.
type Refusal struct {
	Reason auction.Reason
	Field  string // which part of the envelope; empty if it is none
	Hint   string // how to mend it
}

// Error is the reason's code with the hint.
func (r *Refusal) Error() string {
	switch {
	case r.Field != "" && r.Hint != "":
		return fmt.Sprintf("%s: %s: %s", r.Reason, r.Field, r.Hint)
	case r.Hint != "":
		return fmt.Sprintf("%s: %s", r.Reason, r.Hint)
	}
	return r.Reason.String()
}
