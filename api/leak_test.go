package api_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/chorale-network/chorale/api"
	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/internal/casetest"
	"github.com/chorale-network/chorale/rollup"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
)

var errDown = errors.New("dial tcp: connection refused")

// canaries makes bids with secrets in every way that there is, for the slot that is open.
type canaries struct {
	t      *testing.T
	h      *house
	spy    *spy
	maker  *client.Client
	serial uint64
	nonce  uint64
	live   []canary // their slots are not opened
}

func (c *canaries) next() canary {
	c.serial++
	out := newCanary(c.serial*0x9e3779b97f4a7c15>>24 | 1<<39)
	out.slot = c.h.open
	c.live = append(c.live, out)
	return out
}

func (c *canaries) bundle(k canary) *auction.Bundle {
	c.nonce++
	return &auction.Bundle{
		Legs: []auction.Leg{{Chain: 901, Txs: [][]byte{tx(c.t, key(10), 901, c.nonce, 60_000, k.data...)}}, {Chain: 902, Txs: [][]byte{tx(c.t, key(10), 902, c.nonce, 60_000, k.data...)}}},
		Bid:  k.amount.Clone(),
	}
}

// round sends one bid in each way, and what is refused. What anybody else may know of it is asked for.
func (c *canaries) round(slot rollup.Slot) {
	ctx, t := deadline(c.t), c.t
	k, err := c.maker.SealingKey(ctx)
	require.NoError(t, err)
	known := func(sent *client.Sent) { c.spy.ask(sent.Envelope.Hex(), sent.BundleHash.Hex()) }

	sealed, err := c.maker.SendSealed(ctx, k, slot, 1, c.bundle(c.next()))
	require.NoError(t, err)
	known(sealed)
	clear := c.bundle(c.next())
	require.NoError(t, c.maker.SignBid(k, clear, slot+9))
	sent, err := c.maker.SendBundle(ctx, client.Clear{Bundle: clear, MaxSlot: slot + 2})
	require.NoError(t, err)
	known(sent)
	for number, uuid := uint64(1), fmt.Sprint("slot-", slot); number <= 2; number++ { // replaced, then cancelled
		named := c.bundle(c.next())
		c.maker.Name(named, uuid, number)
		require.NoError(t, c.maker.SignBid(k, named, slot+9))
		sent, err := c.maker.SendBundle(ctx, client.Clear{Bundle: named, ReplacementUUID: uuid, SequenceNumber: number})
		require.NoError(t, err)
		known(sent)
		if number == 2 && slot%2 == 0 {
			_, err = c.maker.CancelBundle(ctx, uuid)
			require.NoError(t, err)
		}
	}
	c.nonce++
	wallet := tx(t, key(31), 901, c.nonce, 60_000, c.next().data...)
	require.Nil(t, call(t, c.h, "/rpc/901", "eth_sendRawTransaction", hexes(wallet)).Error)
	c.spy.ask(crypto.Keccak256Hash(wallet).Hex())
	c.refusals(k)
}

// refusals are bids that end at the door: their makers read why, and nobody else reads anything.
func (c *canaries) refusals(k *client.SealingKey) {
	ctx, t := deadline(c.t), c.t
	_, err := c.maker.SendBundle(ctx, client.Clear{Bundle: c.bundle(c.next())})
	require.Error(t, err, "no payer")
	forged := c.bundle(c.next())
	require.NoError(t, c.maker.SignBid(k, forged, k.Slot+9))
	forged.Bid.AddUint64(forged.Bid, 0)
	forged.PayerSignature[9] ^= 1
	_, err = c.maker.SendBundle(ctx, client.Clear{Bundle: forged})
	require.Error(t, err, "not the payer's word")
	unknown := c.bundle(c.next())
	unknown.Legs[1].Chain = 999
	_, err = c.maker.SendBundle(ctx, client.Clear{Bundle: unknown})
	require.Error(t, err, "unknown rollup")
	secret := c.next()
	call(t, c.h, "", "chorale_sendBundle", fmt.Sprintf(`{"legs":[],"bid":"%s","note":"%s"}`, secret.amount.Dec(), hexutil.Encode(secret.data)))
	call(t, c.h, "", fmt.Sprintf("chorale_%s", secret.amount.Hex()), fmt.Sprintf(`"%s"`, hexutil.Encode(secret.data)))
	post(t, c.h.http.URL, `{"jsonrpc":"2.0","id":1,"params":["`+hexutil.Encode(secret.data)+`"`)
	get(t, c.h, "/tx/"+hexutil.Encode(secret.data))
	late, err := c.maker.Seal(k, k.Slot-1, 1, c.bundle(c.next()))
	require.NoError(t, err)
	_, err = c.maker.SendEnvelope(ctx, late)
	require.Error(t, err, "too late")
	c.h.fail(errDown)
	_, err = c.maker.SendSealed(ctx, k, k.Slot, 1, c.bundle(c.next()))
	require.Error(t, err, "nobody answers")
	dead := c.bundle(c.next())
	require.NoError(t, c.maker.SignBid(k, dead, k.Slot+9))
	_, err = c.maker.SendBundle(ctx, client.Clear{Bundle: dead})
	require.Error(t, err, "nobody answers")
	c.h.fail(nil)
}

// TestNothingLeaksBeforeOpening is THREATS A12: bids with amounts and calldata that nothing else looks like go through
// the door in every way there is, and until their slot is opened none of either is in any log line, metric, error,
// event, or answer to anybody but their maker. What was refused is never anywhere. CHORALE_CANARY_SLOTS says over how
// many slots.
func TestNothingLeaksBeforeOpening(t *testing.T) {
	spy := newSpy(t)
	c := newCommittee()
	c.p.BidderGas, c.p.BatchGas = 1<<40, 1<<40
	h := openWith(t, c, spy.listen, func(cfg *settings) {
		cfg.Limits = api.Limits{RequestsPerMinute: 1 << 40, BundlesPerMinute: 1 << 40, ResealSlots: 4}
	})
	h.outcome = func(e *auction.Entry) auction.Reason {
		if e.ID[0]%2 == 0 && !e.Bid.IsZero() {
			return auction.Outbid
		}
		return auction.Executed
	}
	spy.attach(h)
	slots := casetest.Count(t, "CHORALE_CANARY_SLOTS", 15)
	h.closeSlot()
	makers := &canaries{t: t, h: h, spy: spy}
	bids, chunks := 0, 0
	for range slots {
		if makers.maker == nil || h.open%20 == 0 {
			makers.maker = signedIn(t, h, 10)
			h.mu.Lock()
			h.escrow[makers.maker.Account()] = new(uint256.Int).Lsh(uint256.NewInt(1), 100)
			h.mu.Unlock()
		}
		makers.round(h.open)
		spy.walk()
		spy.barrier()
		h.freeze() // closed; nobody has read it
		spy.walk()
		spy.barrier()
		require.Empty(t, spy.leaks(makers.live))
		chunks += len(spy.all())
		bids += len(makers.live)
		spy.told()
		h.thaw()
		makers.live = nil
		eventually(t, "attested here", func() bool {
			return strings.Contains(string(get(t, h, "/v1/stats").body), fmt.Sprintf(`"last_slot":"%d"`, h.open-1))
		})
	}
	t.Logf("%d slots, %d bids with secrets, %d log lines, metrics pages, events and answers searched", slots, bids, chunks)

	// The control: the same search finds a leak through each channel.
	secret := makers.next()
	spy.walk()
	spy.barrier()
	require.Empty(t, spy.leaks(makers.live))
	for channel, leak := range map[string]func(){
		"log":  func() { spy.log.Debug("took a bundle", "bid", secret.amount) },
		"log ": func() { spy.log.Info("took a bundle", "raw", []byte(secret.data)) },
		"metrics": func() {
			spy.registry.MustRegister(prometheus.NewGauge(prometheus.GaugeOpts{Name: "leak", ConstLabels: prometheus.Labels{"bid": secret.amount.Hex()}}))
		},
		"sse":              func() { api.Announce(h.server, `{"bid":"`+secret.amount.Dec()+`"}`) },
		"ws chorale_slots": func() { api.Announce(h.server, `{"data":"`+hexutil.Encode(secret.data)+`"}`) },
		"GET /v1/bundles":  func() { h.leakInto(secret) },
	} {
		leak()
		spy.walk()
		spy.barrier()
		found := spy.leaks(makers.live)
		require.Condition(t, func() bool {
			for _, where := range found {
				if strings.HasPrefix(where, strings.TrimSpace(channel)) {
					return true
				}
			}
			return false
		}, "%q: %v", channel, found)
	}
}
