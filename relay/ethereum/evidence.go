package ethereum

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// slotField is where a header's slot stands among its fields; its branch begins with the epoch and the network.
const slotField = 3

// rewindStep is how many postings one transaction discards: well below L1's bound on a transaction's gas.
const rewindStep = 200

// FreezeByHeaders freezes the inbox with two different headers of one slot, both signed by the committee, while the
// slot is not settled. Anyone may.
func (a *Account) FreezeByHeaders(ctx context.Context, one, other *sequencer.Attested) (*types.Receipt, error) {
	if one.Header.Slot != other.Header.Slot {
		return nil, fmt.Errorf("freeze by headers of slots %d and %d: %w", one.Header.Slot, other.Header.Slot, relay.ErrRefused)
	}
	first, err := signedHeader(one)
	if err != nil {
		return nil, err
	}
	second, err := signedHeader(other)
	if err != nil {
		return nil, err
	}
	slot := uint64(one.Header.Slot)
	return a.freezeBy(ctx, one.Header.Slot, func(unsettled [32]byte) []byte {
		return inbox.PackFreezeByHeaders(slot, first, second, unsettled)
	})
}

// FreezeByPostings freezes the inbox with two different postings of one place, with the same first slot or after the
// same posting, both signed by the committee, while it is not settled. Anyone may.
func (a *Account) FreezeByPostings(ctx context.Context, one, other *sequencer.SignedPosting) (*types.Receipt, error) {
	first, err := threshold.ExpandG2(one.Signature)
	if err != nil {
		return nil, fmt.Errorf("slot %d: signature: %w", one.Posting.First, err)
	}
	second, err := threshold.ExpandG2(other.Signature)
	if err != nil {
		return nil, fmt.Errorf("slot %d: signature: %w", other.Posting.First, err)
	}
	return a.freezeBy(ctx, min(one.Posting.First, other.Posting.First), func(unsettled [32]byte) []byte {
		return inbox.PackFreezeByPostings(toBinding(&one.Posting), first[:], toBinding(&other.Posting), second[:], unsettled)
	})
}

// freezeBy finds what shows that the slot is not settled, the ledger root of its posting or that posting's own, and
// sends what L1 takes.
func (a *Account) freezeBy(ctx context.Context, slot rollup.Slot, pack func(unsettled [32]byte) []byte) (*types.Receipt, error) {
	candidates := []rollup.Digest{{}}
	head, err := a.chain.head(ctx)
	if err != nil {
		return nil, err
	}
	err = a.logsTo(ctx, a.at.Inbox, event(inbox, "Posted"), 0, head.Number.Uint64(), func(log *types.Log) error {
		e, err := inbox.UnpackPostedEvent(log)
		if err == nil && e.FirstSlot <= uint64(slot) && uint64(slot) <= e.LastSlot {
			candidates = []rollup.Digest{e.LedgerRoot, e.PostingRoot}
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	var failed error
	for _, unsettled := range candidates {
		tx := Tx{To: &a.at.Inbox, Data: pack(unsettled)}
		_, err := a.sender.estimate(ctx, tx)
		if err == nil {
			return a.act(ctx, "freeze by evidence", each, a.at.Inbox, nil, tx.Data)
		}
		var refusal *Refusal
		if failed == nil || !errors.As(err, &refusal) || refusal.Name != "Settled" { // which may say no more than: not by this one
			failed = err
		}
	}
	return nil, fmt.Errorf("freeze by evidence about slot %d: %w", slot, failed)
}

// signedHeader is what the contract needs of a header: its epoch, and the subtrees of all fields but the first four.
func signedHeader(a *sequencer.Attested) (bindings.SignedHeader, error) {
	signature, err := threshold.ExpandG2(a.Signature)
	if err != nil {
		return bindings.SignedHeader{}, fmt.Errorf("header of slot %d: signature: %w", a.Header.Slot, err)
	}
	branch := rollup.ContainerProof(a.Header.Fields(), slotField)
	return bindings.SignedHeader{Epoch: a.Header.Network.Epoch, Rest: [3][32]byte{branch[2], branch[3], branch[4]}, Signature: signature[:]}, nil
}

// errUnlinked: the events do not lead from the inbox's last posting to the one that was asked for.
var errUnlinked = errors.New("the posting is not on L1, or not before the last one")

// Rewind discards, after evidence, all postings after the one that ends with slot keep (0: all), which becomes the last
// one. The registry's owner, to name the last good posting before it reopens; anyone once the network is dead, for
// postings with slots under dispute. In one or several transactions; a crash in between leaves the rest to do.
func (a *Account) Rewind(ctx context.Context, keep rollup.Slot) error {
	byRoot := map[rollup.Digest]*sequencer.Posting{}
	for record, err := range a.Postings(ctx, 0) {
		if err != nil {
			return err
		}
		byRoot[record.Posted.Root] = &record.Signed.Posting
	}
	last, err := askHead(ctx, a.Client, a.at.Inbox, inbox.PackLastPosting(), unpackDigest(inbox.UnpackLastPosting))
	if err != nil {
		return fmt.Errorf("last posting: %w", err)
	}
	chain := []bindings.Posting{} // newest first, ending with the one that stays
	for root := last; root != (rollup.Digest{}); root = byRoot[root].Previous {
		p := byRoot[root]
		if p == nil {
			return fmt.Errorf("rewind to slot %d: posting %s: %w", keep, root, errUnlinked)
		}
		chain = append(chain, toBinding(p))
		if p.Last <= keep {
			break
		}
	}
	stays := bindings.Posting{}
	if n := len(chain); n > 0 && chain[n-1].LastSlot <= uint64(keep) {
		stays = chain[n-1]
	}
	if stays.LastSlot != uint64(keep) {
		return fmt.Errorf("rewind to slot %d: %w", keep, errUnlinked)
	}
	if keep == 0 {
		chain = append(chain, stays)
	}
	for from := 0; from < len(chain)-1; from += rewindStep {
		to := min(from+rewindStep, len(chain)-1)
		if _, err := a.act(ctx, "rewind", each, a.at.Inbox, nil, inbox.PackRewind(chain[from:to], chain[to])); err != nil {
			return err
		}
	}
	return nil
}
