package api_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/relay"
	"github.com/chorale-network/chorale/rollup"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func deadline(t *testing.T) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func dial(t *testing.T, h *house, n int64) *client.Client {
	t.Helper()
	c, err := client.Dial(deadline(t), h.ws(), key(n))
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

func twoLegs(t *testing.T, n int64, nonce, bid uint64) *auction.Bundle {
	t.Helper()
	return &auction.Bundle{
		Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{tx(t, key(n), 901, nonce, 21_000)}}, {Chain: 902, Txs: [][]byte{tx(t, key(n), 902, nonce, 21_000)}}},
		Bid:  uint256.NewInt(bid),
	}
}

func TestSealedAtHomeIsExecutedAndTold(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	ctx := deadline(t)
	h.escrow[c.Account()] = uint256.NewInt(1000)
	k, err := c.SealingKey(ctx)
	require.NoError(t, err)
	require.Equal(t, rollup.Slot(1), k.Slot)
	require.Equal(t, h.group.Public, k.GroupKey)
	own := make(chan client.BundleEvent, 16)
	sub, err := c.Bundles(ctx, own, nil)
	require.NoError(t, err)
	defer sub.Close()

	b := twoLegs(t, 10, 0, 100)
	sent, err := c.SendSealed(ctx, k, k.Slot, 0, b)
	require.NoError(t, err)
	require.Equal(t, account(h.member), sent.Receipt.Member)
	e := <-own
	require.Equal(t, "received", e.Stage)
	require.Equal(t, sent.Envelope, e.Envelope)
	story, err := c.GetBundle(ctx, b.Hash())
	require.NoError(t, err)
	require.Nil(t, story, "nobody has read it yet")

	h.closeSlot()
	e = <-own
	require.Equal(t, "attested", e.Stage)
	require.Equal(t, auction.Executed, e.State)
	require.Equal(t, b.Hash(), e.Bundle)
	require.Equal(t, "100", e.Fate.Price)
	story, err = c.WaitFate(ctx, b.Hash())
	require.NoError(t, err)
	require.Equal(t, auction.Executed, story.State)
	require.Nil(t, story.Attempts[0].Posted)

	h.posted(t, relay.Posted{First: 1, Last: 4, Tx: rollup.Digest{0xaa}, Block: 12, GasUsed: 300_000})
	e = <-own
	require.Equal(t, "posted", e.Stage)
	story, err = c.GetBundle(ctx, sent.Envelope)
	require.NoError(t, err)
	require.Equal(t, rollup.Digest{0xaa}, story.Attempts[0].Posted.Tx)
	require.Equal(t, uint64(12), story.Attempts[0].Posted.Block)
	var raw struct {
		Attempts []struct {
			Fate struct {
				Places []struct{ ChainID, Block, Index string }
			}
			Attestation struct{ HeaderRoot rollup.Digest }
			Receipt     struct{ Member rollup.Address }
		}
	}
	require.NoError(t, json.Unmarshal(story.Raw, &raw))
	require.Len(t, raw.Attempts[0].Fate.Places, 2)
	require.Equal(t, h.slots[1].Header.Root(), raw.Attempts[0].Attestation.HeaderRoot)
	require.Equal(t, account(h.member), raw.Attempts[0].Receipt.Member)
}

func TestGatewaySealsForAPayerWhoSigned(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	ctx := deadline(t)
	h.escrow[c.Account()] = uint256.NewInt(1000)
	k, err := c.SealingKey(ctx)
	require.NoError(t, err)
	b := twoLegs(t, 10, 0, 100)
	require.NoError(t, c.SignBid(k, b, k.Slot+5))
	sent, err := c.SendBundle(ctx, client.Clear{Bundle: b})
	require.NoError(t, err)
	require.Equal(t, b.Hash(), sent.BundleHash)
	a := h.closeSlot()
	require.Equal(t, account(h.key), a.Fates[0].Bidder)
	require.Equal(t, c.Account(), a.Fates[0].Payer)
	require.Equal(t, auction.Executed, a.Fates[0].Reason)
}

func TestMaxSlotIsSealedAgainUntilItExecutes(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	ctx := deadline(t)
	h.escrow[c.Account()] = uint256.NewInt(1000)
	left := 2
	h.outcome = func(*auction.Entry) auction.Reason {
		if left--; left >= 0 {
			return auction.Outbid
		}
		return auction.Executed
	}
	k, err := c.SealingKey(ctx)
	require.NoError(t, err)
	b := twoLegs(t, 10, 0, 100)
	require.NoError(t, c.SignBid(k, b, 20))
	_, err = c.SendBundle(ctx, client.Clear{Bundle: b, MaxSlot: 20})
	require.NoError(t, err)
	for slot := rollup.Slot(1); slot <= 3; slot++ {
		eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) == 1 })
		h.closeSlot()
	}
	story, err := c.WaitFate(ctx, b.Hash())
	require.NoError(t, err)
	require.Equal(t, auction.Executed, story.State)
	require.Len(t, story.Attempts, 3)
	require.Equal(t, auction.Outbid, story.Attempts[1].Fate.Reason)
}

func TestMaxSlotExpires(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	ctx := deadline(t)
	h.outcome = func(*auction.Entry) auction.Reason { return auction.BlockFull }
	b := twoLegs(t, 10, 0, 0)
	_, err := c.SendBundle(ctx, client.Clear{Bundle: b, MaxSlot: 2})
	require.NoError(t, err)
	for slot := rollup.Slot(1); slot <= 2; slot++ {
		eventually(t, "sealed again", func() bool { h.mu.Lock(); defer h.mu.Unlock(); return len(h.pending[slot]) == 1 })
		h.closeSlot()
	}
	story, err := c.WaitFate(ctx, b.Hash())
	require.NoError(t, err)
	require.Equal(t, auction.Expired, story.State)
	require.Equal(t, "maxSlot", story.Field)
}

func TestEnvelopeThatMissedItsBatchIsTold(t *testing.T) {
	h := open(t)
	c := dial(t, h, 10)
	ctx := deadline(t)
	k, err := c.SealingKey(ctx)
	require.NoError(t, err)
	sent, err := c.SendSealed(ctx, k, k.Slot, 0, twoLegs(t, 10, 0, 0))
	require.NoError(t, err)
	h.mu.Lock()
	delete(h.pending, 1)
	h.mu.Unlock()
	h.closeSlot()
	story, err := c.WaitFate(ctx, sent.Envelope)
	require.NoError(t, err)
	require.Equal(t, auction.TooLate, story.State)
}

func TestBeforeTheKeyNothingIsTaken(t *testing.T) {
	h := open(t)
	h.mu.Lock()
	h.silent = true
	h.mu.Unlock()
	answer := call(t, h, "", "chorale_sealingKey", "")
	require.Equal(t, "UNAVAILABLE", answer.Error.Data.Code)
	require.Positive(t, answer.Error.Data.RetryAfterMs)
}
