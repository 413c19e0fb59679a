package remote

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/chorale-network/chorale/builder"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/chorale-network/chorale/sequencer/remote/door"
	"github.com/chorale-network/chorale/threshold"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/holiman/uint256"
)

// ErrRecord refuses what came through the door and cannot be read.
var ErrRecord = errors.New("malformed record of the private door")

// maxMessage bounds one message, bytes: a slot's data is at most a few MiB (BatchBytes with its fates and receipts), a
// closed block 10 MiB (EIP-7934) with its receipts beside it.
const maxMessage = 64 << 20

func encode(v any) []byte {
	b, err := rlp.EncodeToBytes(v)
	if err != nil {
		panic(fmt.Sprintf("encode record: %v", err)) // fixed types: cannot fail
	}
	return b
}

func decode[T any](what string, b []byte) (*T, error) {
	v := new(T)
	if err := rlp.DecodeBytes(b, v); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", what, ErrRecord, err)
	}
	return v, nil
}

// executedRecord is builder.Executed without its checkpoint, which never leaves the member.
type executedRecord struct {
	Header    builder.Header
	Fates     []builder.Fate
	Closed    [][]byte // builder.Block
	Additions []additionRecord
	Entries   []builder.Entry
	Choice    choiceRecord
}

// additionRecord is builder.Addition. Receipts are JSON: their consensus encoding lacks what derives from the block.
type additionRecord struct {
	Chain    rollup.ChainID
	Number   uint64
	Time     uint64
	Txs      []*types.Transaction
	Receipts [][]byte
}

type choiceRecord struct {
	Name               string
	ByBid, Total       *uint256.Int
	Groups, Tries, Gas uint64
}

func encodeExecuted(e *builder.Executed) ([]byte, error) {
	r := executedRecord{Header: e.Header, Fates: e.Fates, Entries: e.Entries}
	c := e.Choice
	r.Choice = choiceRecord{c.Name, orZero(c.ByBid), orZero(c.Total), uint64(max(c.Groups, 0)), c.Tries, c.Gas}
	for i := range e.Closed {
		r.Closed = append(r.Closed, e.Closed[i].Encode())
	}
	for _, a := range e.Additions {
		out := additionRecord{Chain: a.Chain, Number: a.Number, Time: a.Time, Txs: a.Txs}
		for _, receipt := range a.Receipts {
			b, err := json.Marshal(receipt)
			if err != nil {
				return nil, fmt.Errorf("receipt %s: %w", receipt.TxHash, err)
			}
			out.Receipts = append(out.Receipts, b)
		}
		r.Additions = append(r.Additions, out)
	}
	return encode(&r), nil
}

func decodeExecuted(b []byte) (*builder.Executed, error) {
	r, err := decode[executedRecord]("executed slot", b)
	if err != nil {
		return nil, err
	}
	if r.Choice.Groups > math.MaxInt32 {
		return nil, fmt.Errorf("executed slot: %d groups: %w", r.Choice.Groups, ErrRecord)
	}
	e := &builder.Executed{Header: r.Header, Fates: r.Fates, Entries: r.Entries}
	e.Choice = builder.Choice{Name: r.Choice.Name, ByBid: r.Choice.ByBid, Total: r.Choice.Total, Groups: int(r.Choice.Groups), Tries: r.Choice.Tries, Gas: r.Choice.Gas}
	for _, raw := range r.Closed {
		block, err := builder.DecodeBlock(raw)
		if err != nil {
			return nil, fmt.Errorf("executed slot: %w: %w", ErrRecord, err)
		}
		e.Closed = append(e.Closed, *block)
	}
	for _, a := range r.Additions {
		out := builder.Addition{Chain: a.Chain, Number: a.Number, Time: a.Time, Txs: a.Txs}
		for _, raw := range a.Receipts {
			receipt := new(types.Receipt)
			if err := json.Unmarshal(raw, receipt); err != nil {
				return nil, fmt.Errorf("executed slot: %w: %w", ErrRecord, err)
			}
			out.Receipts = append(out.Receipts, receipt)
		}
		e.Additions = append(e.Additions, out)
	}
	return e, nil
}

func orZero(v *uint256.Int) *uint256.Int {
	if v == nil {
		return new(uint256.Int)
	}
	return v
}

// encodeEvent is an event as it crosses the door.
func encodeEvent(e *sequencer.Event) (*door.Event, error) {
	out := &door.Event{Seq: e.Seq, Stage: e.Stage, Slot: uint64(e.Slot), AtNs: e.At.UnixNano(), Batch: uint32(e.Batch)} //nolint:gosec // a batch is small
	var err error
	switch {
	case e.Attested != nil:
		out.Attested = e.Attested.Encode()
	case e.Executed != nil:
		out.Executed, err = encodeExecuted(e.Executed)
	case e.Posting != nil:
		out.Posting = encode(e.Posting)
	}
	return out, err
}

func decodeEvent(m *door.Event) (*sequencer.Event, error) {
	e := &sequencer.Event{Seq: m.Seq, Stage: m.Stage, Slot: rollup.Slot(m.Slot), At: time.Unix(0, m.AtNs), Batch: int(m.Batch)}
	var err error
	switch {
	case len(m.Attested) > 0:
		e.Attested, err = sequencer.DecodeAttested(m.Attested)
	case len(m.Executed) > 0:
		e.Executed, err = decodeExecuted(m.Executed)
	case len(m.Posting) > 0:
		e.Posting, err = decode[sequencer.SignedPosting]("posting", m.Posting)
	}
	if err != nil {
		return nil, fmt.Errorf("event %d: %w", m.Seq, err)
	}
	return e, nil
}

// encodeStanding is a status as it crosses the door.
func encodeStanding(st *sequencer.Status, height rollup.Slot, hash rollup.Digest) *door.Standing {
	out := &door.Standing{
		Network: encode(&st.Network), OpenSlot: uint64(st.OpenSlot), ClosesAtNs: st.ClosesAt.UnixNano(), Committed: uint64(st.Committed),
		Executed: uint64(st.Executed), Attested: uint64(st.Attested), Posted: uint64(st.Released), View: encode(&st.View),
		Peers: uint32(max(st.Peers, 0)), Syncing: st.Syncing, Hashed: uint64(height), AppHash: hash[:], //nolint:gosec // a committee is small
	}
	if st.ClosesAt.IsZero() {
		out.ClosesAtNs = 0
	}
	if st.Group != nil {
		out.Group = st.Group.Encode()
	}
	if st.Failure != nil {
		out.Failure = st.Failure.Error()
	}
	return out
}

// ErrFailed is a member's failure as it is told from outside.
var ErrFailed = errors.New("the member stopped")

func decodeStanding(m *door.Standing) (*sequencer.Status, error) {
	network, err := decode[rollup.Network]("network", m.Network)
	if err != nil {
		return nil, err
	}
	view, err := decode[rollup.L1View]("L1 view", m.View)
	if err != nil {
		return nil, err
	}
	st := &sequencer.Status{
		Network: *network, OpenSlot: rollup.Slot(m.OpenSlot), Committed: rollup.Slot(m.Committed), Executed: rollup.Slot(m.Executed),
		Attested: rollup.Slot(m.Attested), Released: rollup.Slot(m.Posted), View: *view, Peers: int(m.Peers), Syncing: m.Syncing,
	}
	if m.ClosesAtNs != 0 {
		st.ClosesAt = time.Unix(0, m.ClosesAtNs)
	}
	if len(m.Group) > 0 {
		group, err := threshold.DecodeGroup(m.Group)
		if err != nil {
			return nil, fmt.Errorf("group: %w: %w", ErrRecord, err)
		}
		st.Group = &group
	}
	if m.Failure != "" {
		st.Failure = fmt.Errorf("%w: %s", ErrFailed, m.Failure)
	}
	return st, nil
}
