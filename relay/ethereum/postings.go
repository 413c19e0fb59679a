package ethereum

import (
	"context"
	"errors"
	"fmt"
	"iter"

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
// check. It ends with the first error.
func (c *Client) Postings(ctx context.Context, from rollup.Slot) iter.Seq2[*Record, error] {
	return c.PostingsSince(ctx, 0, from)
}

// PostingsSince is Postings, searched from an L1 block on: one at or before the first that is wanted.
func (c *Client) PostingsSince(ctx context.Context, block uint64, from rollup.Slot) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		head, err := c.chain.head(ctx)
		if err == nil {
			err = c.logsTo(ctx, c.at.Inbox, event(inbox, "Posted"), block, head.Number.Uint64(), func(log *types.Log) error {
				e, err := inbox.UnpackPostedEvent(log)
				if err != nil {
					return fmt.Errorf("postings: %w", err)
				}
				if rollup.Slot(e.LastSlot) < from {
					return nil
				}
				record, err := c.record(ctx, log, e)
				if err != nil {
					return fmt.Errorf("posting of slots %d to %d: %w", e.FirstSlot, e.LastSlot, err)
				}
				if !yield(record, nil) {
					return errEnough
				}
				return nil
			})
		}
		if err != nil && !errors.Is(err, errEnough) {
			yield(nil, err)
		}
	}
}

// errEnough ends a walk whose reader has seen enough.
var errEnough = errors.New("enough")

// record reads the transaction behind a Posted event.
func (c *Client) record(ctx context.Context, log *types.Log, e *bindings.InboxPosted) (*Record, error) {
	tx, err := c.chain.eth.TransactionInBlock(ctx, log.BlockHash, log.TxIndex)
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
	receipt, err := c.chain.eth.TransactionReceipt(ctx, log.TxHash)
	if err != nil {
		return nil, fmt.Errorf("receipt of L1 transaction %s: %w", log.TxHash, err)
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
