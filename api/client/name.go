package client

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// Replacement is the name inside the seal of what account calls uuid:
// keccak256("chorale/replacement/v1" ‖ account (20) ‖ uuid bytes). In a batch, of one bidder's bundles with one
// name only that with the highest sequence counts.
func Replacement(account rollup.Address, uuid string) rollup.Digest {
	return crypto.Keccak256Hash([]byte("chorale/replacement/v1"), account[:], []byte(uuid))
}

// Name has a bundle replaced and cancelled under a name of the client's account, as number sequence. It changes
// the bundle's hash, so it goes before SignBid.
func (c *Client) Name(b *auction.Bundle, uuid string, sequence uint64) {
	b.Replacement, b.Sequence = Replacement(c.account, uuid), sequence
}

// ErrNoName refuses to replace or cancel what was sealed without a name: nobody can tell which it is.
var ErrNoName = errors.New("it was sealed without a name")

// Replace seals b at home in the place of what was sent: for the same slot, under the same name, with the next
// sequence. Of the two, the batch executes at most b; both pay their opening fees. A *Refusal with
// auction.TooLate or auction.SlotInPast says that the slot has closed: what was sent stands. If the answer is
// not Promised, b may miss the batch, and then what was sent stands too: wait for its fate.
func (c *Client) Replace(ctx context.Context, k *SealingKey, sent *Sent, class auction.GasClass, b *auction.Bundle) (*Sent, error) {
	if sent.Replacement == (rollup.Digest{}) {
		return nil, fmt.Errorf("replace envelope %s: %w", sent.Envelope, ErrNoName)
	}
	b.Replacement, b.Sequence = sent.Replacement, sent.Sequence+1
	return c.SendSealed(ctx, k, sent.Slot, class, b)
}

// Cancel seals a cancellation at home beside what was sent: for the same slot, under the same name, with the
// next sequence. Refusals and promise are as Replace's.
func (c *Client) Cancel(ctx context.Context, k *SealingKey, sent *Sent) (*Sent, error) {
	if sent.Replacement == (rollup.Digest{}) {
		return nil, fmt.Errorf("cancel envelope %s: %w", sent.Envelope, ErrNoName)
	}
	return c.CancelSlot(ctx, k, sent.Slot, sent.Replacement, sent.Sequence+1)
}

// CancelSlot seals a cancellation at home for a slot: whatever the account has in its batch under the name with
// a lower sequence ends Cancelled. It pays an opening fee of the smallest classes, whether it met anything or not.
func (c *Client) CancelSlot(ctx context.Context, k *SealingKey, slot rollup.Slot, name rollup.Digest, sequence uint64) (*Sent, error) {
	b := &auction.Bundle{Bid: new(uint256.Int), Replacement: name, Sequence: sequence}
	if _, err := rand.Read(b.Salt[:]); err != nil {
		return nil, fmt.Errorf("cancel in slot %s: %w", slot, err)
	}
	return c.SendSealed(ctx, k, slot, 0, b)
}

// Pending is one of the account's envelopes whose slot is not attested.
type Pending struct {
	Envelope   rollup.Digest  `json:"envelope"`
	BundleHash *rollup.Digest `json:"bundleHash"` // nil for what was sealed at home
	Slot       rollup.Slot    `json:"slot,string"`
	Closed     bool           `json:"closed"` // nothing replaces or cancels it any more
}

// Pending lists them by slot, as far as they came through this gateway. The connection must be authenticated.
func (c *Client) Pending(ctx context.Context) ([]Pending, error) {
	var out []Pending
	if err := c.call(ctx, &out, "chorale_pending"); err != nil {
		return nil, err
	}
	return out, nil
}
