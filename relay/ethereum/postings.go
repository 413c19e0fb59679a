package ethereum

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// Record is a posting as it stands on L1.
type Record struct {
	Posted relay.Posted
	Signed sequencer.SignedPosting
}

// ErrCalldata: a posting's transaction does not carry what the Inbox's event says it took. The Inbox takes
// postings from accounts without code alone, so that a node which says so is lying.
var ErrCalldata = errors.New("the transaction's calldata is not the posting that was taken")

// Postings walks the postings on L1 at the head, in order, from the one that holds slot from. Each one's
// calldata is checked against the event: its root, and its data's hash. Signatures are for the reader to
// check. It ends with the first error. Their slots follow on, each names the one before, and the last is what the Inbox
// says was posted last, else the walk ends with ErrAbsent: what it gave until then stands.
func (c *Client) Postings(ctx context.Context, from rollup.Slot) iter.Seq2[*Record, error] {
	return c.PostingsSince(ctx, 0, from)
}

// PostingsSince is Postings, searched from an L1 block on: one at or before the first that is wanted.
func (c *Client) PostingsSince(ctx context.Context, block uint64, from rollup.Slot) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		if err := c.walk(ctx, block, max(from, 1), yield); err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
	}
}

// walk gives the postings from the one that holds slot from to the last at the head.
func (c *Client) walk(ctx context.Context, block uint64, from rollup.Slot, yield func(*Record, error) bool) error {
	head, err := c.chain.head(ctx)
	if err != nil {
		return err
	}
	end, err := c.lastPosting(ctx, head)
	if err != nil || end.slot < from {
		return err
	}
	undone, err := c.rewinds(ctx, block, head.Number.Uint64())
	if err != nil {
		return err
	}
	var before posting
	err = c.logsTo(ctx, c.at.Inbox, event(inbox, "Posted"), block, head.Number.Uint64(), func(log *types.Log) error {
		e, err := inbox.UnpackPostedEvent(log)
		if err != nil {
			return fmt.Errorf("postings: %w", err)
		}
		if rollup.Slot(e.LastSlot) < from || undone(log, rollup.Slot(e.LastSlot)) {
			return nil
		}
		if first := rollup.Slot(e.FirstSlot); first > from || before.slot > 0 && first != before.slot+1 {
			return fmt.Errorf("posting of slots %d to %d, but not the one of slot %d: %w", first, e.LastSlot, max(from, before.slot+1), ErrAbsent)
		}
		record, err := c.record(ctx, log, e)
		if err != nil {
			return fmt.Errorf("posting of slots %d to %d: %w", e.FirstSlot, e.LastSlot, err)
		}
		if before.slot > 0 && record.Signed.Posting.Previous != before.root {
			return fmt.Errorf("posting of slots %d to %d follows another than was there: %w", e.FirstSlot, e.LastSlot, ErrAbsent)
		}
		from, before = rollup.Slot(e.LastSlot)+1, posting{rollup.Slot(e.LastSlot), e.PostingRoot}
		if !yield(record, nil) {
			return errEnough
		}
		return nil
	})
	if err == nil && before != end {
		err = fmt.Errorf("postings up to slot %d, the Inbox has slot %d at L1 block %d: %w", before.slot, end.slot, head.Number, ErrAbsent)
	}
	return err
}

// rewinds finds which postings were taken back since a block: those of slots behind the last good one that a later
// Rewound names. Where the node leaves out a Rewound, the walk does not end at the Inbox's last posting, and says so.
func (c *Client) rewinds(ctx context.Context, from, to uint64) (undone func(log *types.Log, last rollup.Slot) bool, err error) {
	type rewind struct {
		block uint64
		index uint
		last  rollup.Slot
	}
	var all []rewind
	err = c.logsTo(ctx, c.at.Inbox, event(inbox, "Rewound"), from, to, func(log *types.Log) error {
		e, err := inbox.UnpackRewoundEvent(log)
		if err != nil {
			return fmt.Errorf("rewinds: %w", err)
		}
		all = append(all, rewind{log.BlockNumber, log.Index, rollup.Slot(e.LastSlot)})
		return nil
	})
	return func(log *types.Log, last rollup.Slot) bool {
		return slices.ContainsFunc(all, func(r rewind) bool {
			later := r.block > log.BlockNumber || r.block == log.BlockNumber && r.index > log.Index
			return later && last > r.last
		})
	}, err
}

// posting is one by its last slot and its root; zero for none.
type posting struct {
	slot rollup.Slot
	root rollup.Digest
}

// lastPosting is the last posting that the Inbox took, by a block.
func (c *Client) lastPosting(ctx context.Context, at *types.Header) (posting, error) {
	slot, err := ask(ctx, c, at.Hash(), c.at.Inbox, inbox.PackLastSlot(), inbox.UnpackLastSlot)
	if err != nil {
		return posting{}, fmt.Errorf("last slot at L1 block %d: %w", at.Number, err)
	}
	root, err := ask(ctx, c, at.Hash(), c.at.Inbox, inbox.PackLastPosting(), unpackDigest(inbox.UnpackLastPosting))
	if err != nil {
		return posting{}, fmt.Errorf("last posting at L1 block %d: %w", at.Number, err)
	}
	return posting{rollup.Slot(slot), root}, nil
}

// errEnough ends a walk whose reader has seen enough.
var errEnough = errors.New("enough")

// record reads the transaction behind a Posted event.
func (c *Client) record(ctx context.Context, log *types.Log, e *bindings.InboxPosted) (*Record, error) {
	tx, err := again(ctx, c.chain, func(ctx context.Context) (*types.Transaction, error) {
		return c.chain.eth.TransactionInBlock(ctx, log.BlockHash, log.TxIndex)
	})
	if err != nil {
		return nil, fmt.Errorf("L1 transaction %s: %w", log.TxHash, err)
	}
	if tx.Hash() != log.TxHash || tx.To() == nil || *tx.To() != c.at.Inbox {
		return nil, fmt.Errorf("L1 transaction %s: %w", log.TxHash, ErrCalldata)
	}
	signed, err := DecodePost(tx.Data())
	if err != nil {
		return nil, fmt.Errorf("L1 transaction %s: %w", log.TxHash, err)
	}
	if signed.Posting.Root() != rollup.Digest(e.PostingRoot) || crypto.Keccak256Hash(signed.Data) != signed.Posting.DataHash {
		return nil, fmt.Errorf("L1 transaction %s: %w", log.TxHash, ErrCalldata)
	}
	receipt, err := again(ctx, c.chain, func(ctx context.Context) (*types.Receipt, error) {
		return c.chain.eth.TransactionReceipt(ctx, log.TxHash)
	})
	if err != nil {
		return nil, fmt.Errorf("receipt of L1 transaction %s: %w", log.TxHash, err)
	}
	if receipt.BlockHash != log.BlockHash {
		return nil, fmt.Errorf("receipt of L1 transaction %s: of block %s, its log of %s: %w", log.TxHash, receipt.BlockHash, log.BlockHash, ErrAbsent)
	}
	posted, err := postedOf(receipt, c.at.Inbox)
	if err != nil {
		return nil, err
	}
	if posted.Sender, err = types.Sender(types.LatestSignerForChainID(c.chain.id), tx); err != nil {
		return nil, fmt.Errorf("L1 transaction %s: %w", log.TxHash, err)
	}
	return &Record{Posted: *posted, Signed: *signed}, nil
}

// DecodePost reads the calldata of Inbox.post: ErrCalldata if it is anything else.
func DecodePost(input []byte) (*sequencer.SignedPosting, error) {
	method := inbox.GetABI().Methods["post"]
	if len(input) < 4 || [4]byte(input) != [4]byte(method.ID) {
		return nil, fmt.Errorf("not a call of post: %w", ErrCalldata)
	}
	args, err := method.Inputs.Unpack(input[4:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCalldata, err)
	}
	posting := abi.ConvertType(args[0], new(bindings.Posting)).(*bindings.Posting) //nolint:errcheck // the ABI's own type
	signature, _ := args[1].([]byte)
	data, _ := args[2].([]byte)
	if len(signature) != 256 {
		return nil, fmt.Errorf("signature of %d bytes: %w", len(signature), ErrCalldata)
	}
	compressed, err := threshold.CompressG2([256]byte(signature))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCalldata, err)
	}
	return &sequencer.SignedPosting{Posting: fromBinding(posting), Signature: compressed, Data: data}, nil
}
