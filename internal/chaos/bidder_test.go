package chaos_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/rand"
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/clock"
	"github.com/chorale-network/chorale/internal/devnet"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// acknowledged is an envelope for which a member signed a receipt.
type acknowledged struct {
	envelope rollup.Digest
	slot     rollup.Slot // that it was sealed to
	open     rollup.Slot // at the time
	receipt  client.Receipt
}

// promised says whether the receipt obliges the member: it held the envelope before the list for its slot was
// made. A later receipt says so itself, and promises nothing.
func (a *acknowledged) promised() bool { return a.receipt.Slot <= a.slot }

// witness remembers what members signed, over all lives of a network. Safe for concurrent use.
type witness struct {
	mu       sync.Mutex
	receipts []acknowledged
	roots    map[rollup.Slot]rollup.Digest // of attested headers, as they were first told
	broken   []error                       // receipts that do not hold, and slots told twice differently
}

func newWitness() *witness { return &witness{roots: map[rollup.Slot]rollup.Digest{}} }

func (w *witness) take(a acknowledged) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.receipts = append(w.receipts, a)
}

func (w *witness) saw(slot rollup.Slot, root rollup.Digest) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if before, told := w.roots[slot]; told && before != root {
		w.broken = append(w.broken, errors.New("slot "+slot.String()+" was attested as "+before.Hex()+" and as "+root.Hex()))
		return
	}
	w.roots[slot] = root
}

func (w *witness) refuse(err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.broken = append(w.broken, err)
}

// counts are the receipts so far, and the last slot that one of them is about.
func (w *witness) counts() (receipts, promised int, last rollup.Slot) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i := range w.receipts {
		if w.receipts[i].promised() {
			promised++
			last = max(last, w.receipts[i].slot)
		}
	}
	return len(w.receipts), promised, last
}

// bidder seals envelopes at home and sends them over its own WebSocket, one after another, to slots a little
// ahead of the open one, so that at any moment some receipts are for slots that have not closed.
type bidder struct {
	key     *ecdsa.PrivateKey
	members map[rollup.Address]bool
	sent    uint64
	every   time.Duration       // at most one envelope in so long
	early   bool                // one in four is sealed long before its slot
	wallets []*ecdsa.PrivateKey // whose wei move; the bidder's own if there are none
}

func newBidder(t *testing.T, role string, members int) *bidder {
	t.Helper()
	b := &bidder{key: devnet.Key(7, role), members: map[rollup.Address]bool{}}
	for i := range members {
		seat, err := devnet.NewSeat(7, i)
		require.NoError(t, err)
		m, err := seat.Member()
		require.NoError(t, err)
		b.members[m.Account] = true
	}
	return b
}

// earlySlots are longer than a member takes to come back, on any machine that runs these tests at all.
const earlySlots = 40

// aheadOf is how many slots ahead the n-th envelope is sealed.
func aheadOf(n uint64) rollup.Slot { return rollup.Slot(n % 7) }

// send sends envelopes until ctx ends or the connection breaks, which is what kill -9 looks like from here.
func (b *bidder) send(ctx context.Context, url string, w *witness) {
	c, err := client.Dial(ctx, url, b.key)
	if err != nil {
		return
	}
	defer c.Close()
	for ctx.Err() == nil {
		key, err := c.SealingKey(ctx)
		if err != nil {
			var refusal *client.Refusal
			if !errors.As(err, &refusal) {
				return
			}
			_ = clock.Sleep(ctx, 50*time.Millisecond)
			continue
		}
		b.sent++
		bundle, err := b.bundle()
		if err != nil {
			w.refuse(err)
			return
		}
		ahead := aheadOf(b.sent)
		if b.early && b.sent%4 == 0 {
			ahead += earlySlots
		}
		envelope, err := c.Seal(key, key.Slot+ahead, 1, bundle)
		if err != nil {
			w.refuse(err)
			return
		}
		sent, err := c.SendEnvelope(ctx, envelope)
		var refusal *client.Refusal
		switch {
		case errors.Is(err, client.ErrReceipt):
			w.refuse(err)
		case errors.As(err, &refusal):
			_ = clock.Sleep(ctx, 20*time.Millisecond)
		case err != nil:
			return
		case !b.members[sent.Receipt.Member] || sent.Receipt.Network != key.Network.ID:
			w.refuse(errors.New("a receipt of " + sent.Receipt.Member.Hex() + ", who is no member"))
		default:
			w.take(acknowledged{envelope: envelope.ID(), slot: envelope.Slot, open: key.Slot, receipt: sent.Receipt})
			if b.every > 0 {
				_ = clock.Sleep(ctx, b.every)
			}
		}
	}
}

// bundle moves a wei on both rollups. Its nonces are right for the first one that executes; the others end as
// losers, which is a fate as well. With wallets each bundle is another one's, and right until they have all had
// their turn.
func (b *bidder) bundle() (*auction.Bundle, error) {
	out := &auction.Bundle{Bid: uint256.NewInt(1e15 + b.sent)}
	if _, err := rand.Read(out.Salt[:]); err != nil {
		return nil, err
	}
	to := rollup.Address{0xaa}
	key, nonce := b.key, b.sent/8
	if n := uint64(len(b.wallets)); n > 0 {
		key, nonce = b.wallets[b.sent%n], b.sent/n
	}
	for _, chain := range []rollup.ChainID{901, 902} {
		id := new(big.Int).SetUint64(uint64(chain))
		tx, err := types.SignNewTx(key, types.LatestSignerForChainID(id), &types.DynamicFeeTx{
			ChainID: id, Nonce: nonce, GasTipCap: big.NewInt(1), GasFeeCap: big.NewInt(20_000_000_000), Gas: 21_000, To: &to, Value: big.NewInt(1),
		})
		if err != nil {
			return nil, err
		}
		raw, err := tx.MarshalBinary()
		if err != nil {
			return nil, err
		}
		out.Legs = append(out.Legs, auction.Leg{Chain: chain, Txs: [][]byte{raw}})
	}
	return out, nil
}

// watch remembers every attested header that a door tells, until ctx ends or the connection breaks.
func watch(ctx context.Context, url string, key *ecdsa.PrivateKey, w *witness) {
	c, err := client.Dial(ctx, url, key)
	if err != nil {
		return
	}
	defer c.Close()
	events := make(chan client.SlotEvent, 64)
	sub, err := c.Slots(ctx, events, nil)
	if err != nil {
		return
	}
	defer sub.Close()
	for {
		select {
		case <-ctx.Done():
			return
		case <-sub.Err():
			return
		case e := <-events:
			var told struct {
				Root rollup.Digest `json:"headerRoot"`
			}
			if e.Stage != "attested" {
				continue
			}
			if err := decode(e.Raw, &told); err != nil || told.Root == (rollup.Digest{}) {
				w.refuse(errors.New("an attested slot without its header's root: " + string(e.Raw)))
				continue
			}
			w.saw(e.Slot, told.Root)
		}
	}
}
