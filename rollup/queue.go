package rollup

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
)

// QueueKind says what a queue item asks for. The numbers are those of the Inbox contract.
type QueueKind uint8

// The kinds of queue items. Only ever append.
const (
	QueueDeposit  QueueKind = 1 // Vault: escrow and fee balance for an account
	QueueWithdraw QueueKind = 2 // Vault: the sender asks for escrow and fee balance back
	QueueForce    QueueKind = 3 // Inbox: a rollup transaction that must be tried
	QueueRegister QueueKind = 4 // Registry: a rollup and its payout address
	QueuePayout   QueueKind = 5 // Registry: another payout address
	QueueWeight   QueueKind = 6 // Registry: a rollup's weight in the split
	QueueReserve  QueueKind = 7 // Registry: a rollup's least bid
)

// String is the kind's name in logs and the API.
func (k QueueKind) String() string {
	switch k {
	case QueueDeposit:
		return "deposit"
	case QueueWithdraw:
		return "withdraw"
	case QueueForce:
		return "force"
	case QueueRegister:
		return "register"
	case QueuePayout:
		return "payout"
	case QueueWeight:
		return "weight"
	case QueueReserve:
		return "reserve"
	}
	return fmt.Sprintf("kind %d", uint8(k))
}

// QueueItem is one entry of the L1 queue, as the Inbox's event Queued carries it.
type QueueItem struct {
	Position uint64 // from 0
	L1Block  uint64 // the L1 block that enqueued it
	Kind     QueueKind
	Sender   Address
	Payload  []byte // abi.encode of the kind's fields
}

// ErrQueuePayload refuses a queue item whose payload is not what its kind says. The contracts only make
// well-formed ones, so it names a broken L1 reader rather than a user's mistake.
var ErrQueuePayload = errors.New("malformed queue payload")

// ErrQueueChain refuses a run of items that does not lead from one accumulator to the next.
var ErrQueueChain = errors.New("queue items do not match the accumulator")

// Hash is keccak256(abi.encode(position, l1Block, kind, sender, keccak256(payload))), as in Inbox.sol.
func (i QueueItem) Hash() Digest {
	var buf [160]byte
	binary.BigEndian.PutUint64(buf[24:32], i.Position)
	binary.BigEndian.PutUint64(buf[56:64], i.L1Block)
	buf[95] = byte(i.Kind)
	copy(buf[108:128], i.Sender[:])
	copy(buf[128:160], crypto.Keccak256(i.Payload))
	return crypto.Keccak256Hash(buf[:])
}

// Accumulate is the queue's accumulator after item: keccak256(accumulator ‖ item hash).
func Accumulate(accumulator Digest, item QueueItem) Digest {
	h := item.Hash()
	return crypto.Keccak256Hash(accumulator[:], h[:])
}

// CheckQueue says whether items lead from (position, accumulator) to the view's.
func CheckQueue(position uint64, accumulator Digest, items []QueueItem, view L1View) error {
	for n, item := range items {
		if item.Position != position+uint64(n) {
			return fmt.Errorf("item %d has position %d, want %d: %w", n, item.Position, position+uint64(n), ErrQueueChain)
		}
		accumulator = Accumulate(accumulator, item)
	}
	if position+uint64(len(items)) != view.QueuePosition || accumulator != view.QueueHash {
		return fmt.Errorf("reached position %d, want %d: %w", position+uint64(len(items)), view.QueuePosition, ErrQueueChain)
	}
	return nil
}

// Payload is what a queue item asks for: Deposit, Withdrawal, Forced, Registration, Payout, Weight or Reserve, and
// nothing from outside this package. Who switches over it has a case for each, and for any other none but a failure
// with its kind's name: an item that is passed over in silence is money that one member moves and another does not.
type Payload interface {
	QueueKind() QueueKind
	payload()
}

// QueueKind implements Payload.
func (Deposit) QueueKind() QueueKind { return QueueDeposit }

// QueueKind implements Payload.
func (Withdrawal) QueueKind() QueueKind { return QueueWithdraw }

// QueueKind implements Payload.
func (Forced) QueueKind() QueueKind { return QueueForce }

// QueueKind implements Payload.
func (Registration) QueueKind() QueueKind { return QueueRegister }

// QueueKind implements Payload.
func (Payout) QueueKind() QueueKind { return QueuePayout }

// QueueKind implements Payload.
func (Weight) QueueKind() QueueKind { return QueueWeight }

// QueueKind implements Payload.
func (Reserve) QueueKind() QueueKind { return QueueReserve }

func (Deposit) payload()      {}
func (Withdrawal) payload()   {}
func (Forced) payload()       {}
func (Registration) payload() {}
func (Payout) payload()       {}
func (Weight) payload()       {}
func (Reserve) payload()      {}

// Deposit is the payload of QueueDeposit. Amounts in wei.
type Deposit struct {
	Account      Address
	Escrow, Fees *uint256.Int
}

// Withdrawal is the payload of QueueWithdraw. Amounts in wei; what the account lacks is not paid.
type Withdrawal struct {
	Account      Address
	Escrow, Fees *uint256.Int
}

// Forced is the payload of QueueForce.
type Forced struct {
	Chain ChainID
	Raw   []byte // a signed transaction, EIP-2718 encoded
}

// Registration is the payload of QueueRegister.
type Registration struct {
	Chain       ChainID
	Payout      Address
	GenesisHash Digest
}

// Payout is the payload of QueuePayout.
type Payout struct {
	Chain  ChainID
	Payout Address
}

// Weight is the payload of QueueWeight.
type Weight struct {
	Chain  ChainID
	Weight uint32
}

// Reserve is the payload of QueueReserve: what the rollup asks of each bundle with a bid that names it, in wei.
type Reserve struct {
	Chain  ChainID
	Amount *uint256.Int // below 2^96, so that no sum over a bundle's rollups can wrap
}

// Decode gives the item's payload, or ErrQueuePayload.
func (i QueueItem) Decode() (Payload, error) {
	r := wordReader{b: i.Payload}
	var out Payload
	switch i.Kind {
	case QueueDeposit:
		out = Deposit{r.address(), r.integer(), r.integer()}
	case QueueWithdraw:
		out = Withdrawal{r.address(), r.integer(), r.integer()}
	case QueueForce:
		out = Forced{ChainID(r.uint64()), r.tail()}
	case QueueRegister:
		out = Registration{ChainID(r.uint64()), r.address(), r.word()}
	case QueuePayout:
		out = Payout{ChainID(r.uint64()), r.address()}
	case QueueWeight:
		out = Weight{ChainID(r.uint64()), uint32(r.bounded(1<<32 - 1))}
	case QueueReserve:
		out = Reserve{ChainID(r.uint64()), r.uint96()}
	default:
		return nil, fmt.Errorf("item %d of %s: %w", i.Position, i.Kind, ErrQueuePayload)
	}
	if r.bad || len(r.b) != 0 {
		return nil, fmt.Errorf("item %d of kind %s: %w", i.Position, i.Kind, ErrQueuePayload)
	}
	return out, nil
}

// wordReader reads abi.encode's 32-byte words and remembers the first thing that was wrong.
type wordReader struct {
	b   []byte
	bad bool
}

func (r *wordReader) word() (w Digest) {
	if len(r.b) < 32 {
		r.bad = true
		return w
	}
	copy(w[:], r.b)
	r.b = r.b[32:]
	return w
}

func (r *wordReader) bounded(limit uint64) uint64 {
	w := r.word()
	for _, c := range w[:24] {
		r.bad = r.bad || c != 0
	}
	v := binary.BigEndian.Uint64(w[24:])
	r.bad = r.bad || v > limit
	return v
}

func (r *wordReader) uint64() uint64 { return r.bounded(1<<64 - 1) }

func (r *wordReader) address() (a Address) {
	w := r.word()
	for _, c := range w[:12] {
		r.bad = r.bad || c != 0
	}
	copy(a[:], w[12:])
	return a
}

func (r *wordReader) integer() *uint256.Int {
	w := r.word()
	return new(uint256.Int).SetBytes32(w[:])
}

// uint96 reads an amount in wei that Solidity holds in 96 bits.
func (r *wordReader) uint96() *uint256.Int {
	v := r.integer()
	r.bad = r.bad || v.BitLen() > 96
	return v
}

// tail reads a final dynamic bytes argument: its offset (must be 64), its length, its zero-padded content.
func (r *wordReader) tail() []byte {
	r.bad = r.bad || r.bounded(64) != 64
	size := r.bounded(1 << 20)
	padded := (size + 31) / 32 * 32
	if r.bad || uint64(len(r.b)) != padded {
		r.bad = true
		return nil
	}
	for _, c := range r.b[size:] {
		r.bad = r.bad || c != 0
	}
	out := append([]byte{}, r.b[:size]...)
	r.b = nil
	return out
}
