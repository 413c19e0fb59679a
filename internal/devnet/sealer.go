package devnet

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// home seals bundles at home and sends them over a WebSocket of its own: the way of a searcher who trusts no
// gateway. It reports what it was promised.
type home struct {
	client *client.Client
	report reporter
	margin time.Duration // before a slot's close in which the next one is sealed to instead
}

// reporter hears of receipts and of how long calls took.
type reporter interface {
	Acknowledged(envelope rollup.Digest, slot rollup.Slot)
	Took(what string, d time.Duration)
}

func dialHome(ctx context.Context, page string, a account, margin time.Duration, report reporter) (*home, error) {
	c, err := client.Dial(ctx, strings.Replace(page, "http", "ws", 1)+"/ws", a.Key)
	if err != nil {
		return nil, err
	}
	return &home{client: c, report: report, margin: margin}, nil
}

// Close ends the connection.
func (h *home) Close() { h.client.Close() }

// Send seals and sends a bundle, to the slot that is open, or to the next when that one is about to close.
func (h *home) Send(ctx context.Context, b *auction.Bundle, class auction.GasClass) (*client.Sent, error) {
	var refused error
	for range 3 {
		key, err := h.client.SealingKey(ctx)
		if err != nil {
			return nil, err
		}
		slot := key.Next(h.margin)
		began := time.Now()
		sent, err := h.client.SendSealed(ctx, key, slot, class, b)
		if err == nil {
			h.report.Took("acknowledged", time.Since(began))
			if sent.Promised() {
				h.report.Acknowledged(sent.Envelope, slot)
			}
			return sent, nil
		}
		var refusal *client.Refusal
		if !errors.As(err, &refusal) || refusal.Reason != auction.TooLate && refusal.Reason != auction.SlotInPast {
			return nil, err
		}
		refused = err
	}
	return nil, refused
}

// seal seals and sends a bundle for one slot and no other.
func (h *home) seal(ctx context.Context, key *client.SealingKey, slot rollup.Slot, b *auction.Bundle) (*client.Sent, error) {
	sent, err := h.client.SendSealed(ctx, key, slot, searcherClass, b)
	if err != nil {
		return nil, err
	}
	if sent.Promised() {
		h.report.Acknowledged(sent.Envelope, slot)
	}
	return sent, nil
}

// fateTimeout is how long a bidder waits for its fate; a few slots are usual.
const fateTimeout = 10 * time.Second

// Fate waits until the envelope has ended.
func (h *home) Fate(ctx context.Context, sent *client.Sent) (*client.Story, error) {
	ctx, cancel := context.WithTimeout(ctx, fateTimeout)
	defer cancel()
	for {
		story, err := h.client.GetBundle(ctx, sent.Envelope)
		if err != nil {
			return nil, err
		}
		if story != nil && story.Final {
			return story, nil
		}
		if !sleep(ctx, 50*time.Millisecond) {
			return nil, fmt.Errorf("envelope %s: no fate after %s: %w", sent.Envelope, fateTimeout, context.Cause(ctx))
		}
	}
}
