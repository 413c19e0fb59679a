package ethereum

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/chorale-network/chorale/contracts/bindings"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/threshold"
)

// MaxPostingData is the most bytes of data that a posting can have: go-ethereum's pool takes transactions of up
// to 128 KiB, of which the rest of the call and of the transaction need less than 2 KiB.
const MaxPostingData = 126 * 1024

// postGas bounds what Inbox.post uses besides its calldata's own gas: the signature check in EIP-2537
// precompiles and the hashing of the posting, with room to spare. Gas that is not used is not paid.
const postGas = 600_000

// Last is the last slot on L1, seen depth blocks below the head; 0 before the first posting. That there is no contract
// means so only for blocks older than the one at which Open saw the network; later it is ErrAbsent.
func (c *Client) Last(ctx context.Context, depth uint64) (rollup.Slot, error) {
	at, err := c.chain.below(ctx, depth)
	if err != nil || at == nil {
		return 0, err
	}
	last, err := ask(ctx, c, at.Hash(), c.at.Inbox, inbox.PackLastSlot(), inbox.UnpackLastSlot)
	if c.before(at.Number.Uint64(), err) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("last slot at L1 block %d: %w", at.Number, err)
	}
	return rollup.Slot(last), nil
}

// Post posts a run of consecutive postings (relay.Inbox). What the contract would refuse for the data or the
// signature is refused here, before it costs gas; the first of the run is tried on the newest block as well.
func (a *Account) Post(ctx context.Context, run []*sequencer.SignedPosting) ([]relay.Posted, error) {
	if len(run) == 0 {
		return nil, nil
	}
	if err := a.checkRun(ctx, run); err != nil {
		return nil, err
	}
	txs := make([]Tx, len(run))
	for i, p := range run {
		input, err := packPost(p)
		if err != nil {
			return nil, err
		}
		txs[i] = Tx{To: &a.at.Inbox, Data: input, Gas: callGas(input, postGas+keccakGas(len(p.Data))), kind: once}
	}
	if _, err := a.sender.estimate(ctx, txs[0]); err != nil {
		return nil, fmt.Errorf("slot %d: %w", run[0].Posting.First, err)
	}
	receipts, failed := a.sender.Send(ctx, txs...)
	var posted []relay.Posted
	for i, r := range receipts {
		if r.Status != types.ReceiptStatusSuccessful {
			return posted, fmt.Errorf("slot %d: %w", run[i].Posting.First, a.why(ctx, r, txs[i]))
		}
		p, err := postedOf(r, a.at.Inbox)
		if err != nil {
			return posted, err
		}
		p.Sender = a.Address()
		posted = append(posted, *p)
	}
	return posted, failed
}

// checkRun checks each posting against its data and the committee's key on L1.
func (a *Account) checkRun(ctx context.Context, run []*sequencer.SignedPosting) error {
	head, err := a.chain.head(ctx)
	if err != nil {
		return err
	}
	key, err := a.groupKey(ctx, head)
	if err != nil {
		return err
	}
	for _, p := range run {
		if len(p.Data) > MaxPostingData {
			return fmt.Errorf("slot %d: %d bytes of data, L1's pool takes %d: %w", p.Posting.First, len(p.Data), MaxPostingData, relay.ErrRefused)
		}
		if crypto.Keccak256Hash(p.Data) != p.Posting.DataHash {
			return fmt.Errorf("slot %d: the data is not what was signed: %w", p.Posting.First, relay.ErrRefused)
		}
		root := p.Posting.SigningRoot()
		if err := threshold.Verify(key, threshold.AttestationTag, root[:], p.Signature); err != nil {
			return fmt.Errorf("slot %d: %w: %w", p.Posting.First, relay.ErrRefused, err)
		}
	}
	return nil
}

// packPost is the call of Inbox.post, with the signature in EIP-2537's encoding.
func packPost(p *sequencer.SignedPosting) ([]byte, error) {
	signature, err := threshold.ExpandG2(p.Signature)
	if err != nil {
		return nil, fmt.Errorf("slot %d: signature: %w", p.Posting.First, err)
	}
	return inbox.TryPackPost(toBinding(&p.Posting), signature[:], p.Data)
}

func toBinding(p *sequencer.Posting) bindings.Posting {
	return bindings.Posting{
		Network: p.Network.ID, Incarnation: p.Network.Incarnation, Epoch: p.Network.Epoch,
		Previous: p.Previous, FirstSlot: uint64(p.First), LastSlot: uint64(p.Last), LastHeader: p.LastHeader,
		BlobsHash: p.BlobsHash, DataHash: p.DataHash, L1Number: p.View.Number, L1Hash: p.View.Hash,
		QueuePosition: p.View.QueuePosition, QueueHash: p.View.QueueHash, LedgerRoot: p.LedgerRoot, PairRoot: p.PairRoot,
	}
}

func fromBinding(b *bindings.Posting) sequencer.Posting {
	return sequencer.Posting{
		Network:  rollup.Network{ID: b.Network, Incarnation: b.Incarnation, Epoch: b.Epoch},
		Previous: b.Previous, First: rollup.Slot(b.FirstSlot), Last: rollup.Slot(b.LastSlot), LastHeader: b.LastHeader,
		BlobsHash: b.BlobsHash, DataHash: b.DataHash,
		View:       rollup.L1View{Number: b.L1Number, Hash: b.L1Hash, QueuePosition: b.QueuePosition, QueueHash: b.QueueHash},
		LedgerRoot: b.LedgerRoot, PairRoot: b.PairRoot,
	}
}

// errNoEvent: a transaction succeeded without the event that it must emit. Not a Chorale contract.
var errNoEvent = errors.New("the receipt lacks the contract's event")

// postedOf reads a receipt of Inbox.post.
func postedOf(r *types.Receipt, inboxAddress rollup.Address) (*relay.Posted, error) {
	for _, log := range r.Logs {
		if log.Address != inboxAddress || len(log.Topics) == 0 || log.Topics[0] != event(inbox, "Posted") {
			continue
		}
		e, err := inbox.UnpackPostedEvent(log)
		if err != nil {
			return nil, err
		}
		wei, _ := uint256.FromBig(cost(r))
		return &relay.Posted{
			First: rollup.Slot(e.FirstSlot), Last: rollup.Slot(e.LastSlot), Root: e.PostingRoot, Ledger: e.LedgerRoot,
			Tx: r.TxHash, Block: r.BlockNumber.Uint64(), BlockHash: r.BlockHash, GasUsed: r.GasUsed, Cost: wei,
		}, nil
	}
	return nil, fmt.Errorf("L1 transaction %s: %w", r.TxHash, errNoEvent)
}

// callGas bounds the gas of a call: its calldata's by EIP-2028, at least EIP-7623's floor, and extra for what it
// does.
func callGas(input []byte, extra uint64) uint64 {
	zeros := uint64(0)
	for _, b := range input {
		if b == 0 {
			zeros++
		}
	}
	rest := uint64(len(input)) - zeros
	return 21_000 + max(4*zeros+16*rest+extra, 10*zeros+40*rest)
}

// keccakGas is what hashing n bytes of calldata costs: copying, hashing, and the memory it takes.
func keccakGas(n int) uint64 {
	words := (uint64(n) + 31) / 32 //nolint:gosec // a length
	return 12*words + words*words/512
}
