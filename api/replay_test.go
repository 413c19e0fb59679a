package api_test

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"
)

func codeOf(t *testing.T, err error) string {
	t.Helper()
	var r *client.Refusal
	require.True(t, errors.As(err, &r), "%v", err)
	return r.Reason.String()
}

// TestReplayedBidsAreTakenOnce is THREATS A14: each signed envelope is sent again in its slot, in later ones, after
// the gateway was killed, and after the epoch, incarnation and network changed. CHORALE_REPLAYS says how many.
func TestReplayedBidsAreTakenOnce(t *testing.T) {
	c := newCommittee()
	c.p.BidderGas, c.p.BatchGas = 1<<40, 1<<40
	limits := func(cfg *settings) { cfg.Limits = api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 1 << 40} }
	h := openWith(t, c, limits)
	s := signedIn(t, h, 10)
	ctx := t.Context()
	const perSlot = 25
	n := casetest.Count(t, "CHORALE_REPLAYS", 100)
	var all []*auction.Sealed
	refused := map[string]int{}
	replay := func(s *client.Client, e *auction.Sealed) {
		_, err := s.SendEnvelope(ctx, e)
		require.Error(t, err)
		refused[codeOf(t, err)]++
	}
	for len(all) < n {
		k, err := s.SealingKey(ctx)
		require.NoError(t, err)
		for range perSlot {
			e, err := s.Seal(k, k.Slot, 0, twoLegs(t, 10, uint64(len(all)), 50))
			require.NoError(t, err)
			_, err = s.SendEnvelope(ctx, e)
			require.NoError(t, err)
			replay(s, e)
			all = append(all, e)
		}
		h.closeSlot()
	}
	twice := func(s *client.Client) {
		for i, e := range all {
			replay(s, e)
			moved := *e // into the open slot, with the signature and ciphertext that it had
			h.mu.Lock()
			moved.Slot = h.open
			h.mu.Unlock()
			replay(s, &moved)
			if i%10 == 0 { // signed anew by its bidder, who cannot make the ciphertext open in another slot
				id := moved.ID()
				var err error
				moved.Signature, err = crypto.Sign(id[:], key(10))
				require.NoError(t, err)
				_, err = s.SendEnvelope(ctx, &moved)
				require.NoError(t, err, "it is a good envelope, of something that does not open")
			}
		}
	}
	twice(s)
	h.stop() // kill -9 of the gateway: it remembers nothing
	h = openWith(t, c, limits)
	s = signedIn(t, h, 10)
	twice(s)
	h.closeSlot()
	for _, network := range []rollup.Network{{ID: rollup.Digest{1}, Incarnation: 1, Epoch: 2}, {ID: rollup.Digest{1}, Incarnation: 2, Epoch: 1}, {ID: rollup.Digest{2}, Incarnation: 1, Epoch: 1}} {
		h.mu.Lock()
		h.network = network
		h.mu.Unlock()
		twice2 := all[:min(len(all), 25)]
		for _, e := range twice2 {
			replay(s, e)
			moved := *e
			moved.Network = network
			replay(s, &moved)
		}
	}
	require.Equal(t, n, refused["DUPLICATE"], "in its own slot")
	require.NotZero(t, refused["SLOT_IN_PAST"]+refused["TOO_LATE"])
	require.NotZero(t, refused["BAD_SIGNATURE"])
	require.Len(t, refused, 5, "%v", refused)

	seen, executed := map[rollup.Digest]int{}, map[rollup.Digest]int{}
	for _, a := range c.slots {
		batch := &auction.Batch{Network: a.Header.Network, Slot: a.Header.Slot}
		for _, f := range a.Fates {
			seen[f.Envelope]++
			if f.Executed() {
				executed[f.Bundle]++
			}
		}
		for _, raw := range a.Envelopes {
			e, err := auction.DecodeSealed(raw)
			require.NoError(t, err)
			batch.Envelopes = append(batch.Envelopes, e)
		}
		require.NoError(t, batch.CheckShape(c.p))
		if len(batch.Envelopes) > 0 { // the batch's own rules, should a proposer try
			again := &auction.Batch{Network: batch.Network, Slot: batch.Slot, Envelopes: append(batch.Envelopes, batch.Envelopes[0])}
			require.ErrorIs(t, again.Check(c.p), auction.ErrRepeated)
			other := &auction.Batch{Network: batch.Network, Slot: batch.Slot + 1, Envelopes: batch.Envelopes[:1]}
			require.ErrorIs(t, other.Check(c.p), auction.ErrOtherSlot)
		}
	}
	for id, times := range seen {
		require.Equal(t, 1, times, id)
	}
	for hash, times := range executed {
		require.Equal(t, 1, times, hash)
	}
	require.Len(t, executed, n)
}

// TestOneKeyCannotCrowdOutOthers is THREATS A16 at a gateway, whose users share one bidder's part of a batch: one key
// floods it before twenty others send their one bundle a slot. CHORALE_FLOOD says how much it sends.
func TestOneKeyCannotCrowdOutOthers(t *testing.T) {
	c := newCommittee()
	c.p.BidderGas = 8_000_000 // 32 of the smallest class; 20 honest ones and the flooder's eighth have room
	h := openWith(t, c, func(cfg *settings) {
		cfg.Limits = api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 3000, PendingTransactions: 4000}
	})
	const honest, slots = 20, 10
	flood := casetest.Count(t, "CHORALE_FLOOD", 300) / slots
	var accepted, taken atomic.Int64
	var flooded []string
	send := func(n int64, nonce uint64, last rollup.Slot) rpcAnswer {
		more := ""
		if last != 0 {
			more = fmt.Sprintf(`,"maxSlot":%d`, last)
		}
		return signedCall(t, h, n, "chorale_sendBundle", fmt.Sprintf(`{"legs":[{"chainId":901,"txs":[%s]}]%s}`, hexes(tx(t, key(n), 901, nonce, 21_000)), more))
	}
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.Txs[0][0].Sender == account(key(66)) {
			return auction.Outbid // so that it is sealed again, and again
		}
		return auction.Executed
	}
	for slot := range uint64(slots) {
		var work sync.WaitGroup
		for i := range flood {
			work.Go(func() {
				if a := send(66, slot*1e6+uint64(i), 240); a.Error == nil {
					taken.Add(1)
				}
			})
		}
		work.Wait()
		for n := range int64(honest) {
			work.Go(func() {
				if a := send(100+n, slot, 0); a.Error == nil {
					accepted.Add(1)
				} else {
					t.Logf("slot %d: %s: %s", slot, a.Error.Data.Code, a.Error.Message)
				}
			})
		}
		work.Wait()
		for _, f := range h.closeSlot().Fates {
			if f.Reason == auction.Outbid {
				flooded = append(flooded, f.Bundle.Hex())
			}
		}
	}
	t.Logf("flooder: %d sent, %d taken, %d sealed; honest: %d of %d accepted", flood*slots, taken.Load(), len(flooded), accepted.Load(), honest*slots)
	require.GreaterOrEqual(t, accepted.Load()*1000, int64(honest*slots*999))
	require.Greater(t, taken.Load(), int64(0))
	require.LessOrEqual(t, len(flooded), slots*4, "its part, and no more")
}

// TestLateEnvelopesGoNowhere covers an envelope for a slot that has closed: refused, with its slot named, not handed
// to the committee, in no story, and none of its bytes in anything that the gateway says to anybody.
func TestLateEnvelopesGoNowhere(t *testing.T) {
	spy := newSpy(t)
	c := newCommittee()
	h := openWith(t, c, spy.listen)
	spy.attach(h)
	s := signedIn(t, h, 10)
	k, err := s.SealingKey(deadline(t))
	require.NoError(t, err)
	h.closeSlot()
	h.closeSlot()
	h.freeze() // slot 3 has closed and nobody has read it yet: its key is to come
	var late []*auction.Sealed
	for slot, code := range map[rollup.Slot]auction.Reason{1: auction.SlotInPast, 2: auction.SlotInPast, 3: auction.TooLate} {
		e, err := s.Seal(k, slot, 0, twoLegs(t, 10, uint64(slot), 50))
		require.NoError(t, err)
		_, err = s.SendEnvelope(deadline(t), e)
		r := refusedWith(t, err, code, "envelope.slot")
		require.Contains(t, r.Hint, "4")
		late = append(late, e)
		b := twoLegs(t, 10, 10+uint64(slot), 0)
		_, err = s.SendBundle(deadline(t), client.Clear{Bundle: b, Slot: slot})
		refusedWith(t, err, auction.SlotInPast, "slot")
	}
	offered := h.offered()
	for _, e := range late {
		require.NotContains(t, offered, e.ID(), "it is not handed to the committee, which would pass it on")
		story, err := s.GetBundle(deadline(t), e.ID())
		require.NoError(t, err)
		require.Nil(t, story)
	}
	h.thaw()
	h.closeSlot()
	spy.walk()
	for _, e := range late {
		for _, what := range []string{e.ID().Hex()[2:], hexutil.Encode(e.Ciphertext)[2:66], hexutil.Encode(e.Signature)[2:66]} {
			require.Empty(t, spy.find(what))
		}
	}
	require.Empty(t, h.fatesOf(3))
	require.NotEmpty(t, spy.find(h.network.ID.Hex()[2:]), "the search finds what is there")
}
