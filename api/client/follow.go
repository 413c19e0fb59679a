package client

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
)

// ErrDropped ends a subscription that the gateway closed; resume it on a new connection from Seq+1 of the
// last event.
var ErrDropped = errors.New("subscription dropped")

// SlotEvent is one step of one slot. Raw is the whole event.
type SlotEvent struct {
	Seq       uint64          `json:"seq,string"`
	Type      string          `json:"type"` // slot, or gap where events were lost before this one
	Slot      rollup.Slot     `json:"slot,string"`
	Stage     string          `json:"stage"` // closed, opened, executed, attested, posted
	AtMs      int64           `json:"atMs,string"`
	Envelopes int             `json:"envelopes,string"`
	Executed  int             `json:"executed,string"`
	Raw       json.RawMessage `json:"-"`
}

// BundleEvent is one step of one of the account's bundles.
type BundleEvent struct {
	Seq      uint64          `json:"seq,string"`
	Type     string          `json:"type"` // bundle, or gap
	Slot     rollup.Slot     `json:"slot,string"`
	Stage    string          `json:"stage"` // received, ended, attested, posted
	AtMs     int64           `json:"atMs,string"`
	Bundle   rollup.Digest   `json:"bundleHash"`
	Envelope rollup.Digest   `json:"envelope"`
	State    auction.Reason  `json:"state"`
	Fate     *Fate           `json:"fate"`
	Raw      json.RawMessage `json:"-"`
}

// Fate is how an envelope ended.
type Fate struct {
	Slot     rollup.Slot    `json:"slot,string"`
	Envelope rollup.Digest  `json:"envelope"`
	Bundle   rollup.Digest  `json:"bundleHash"`
	Reason   auction.Reason `json:"reason"`
	Field    string         `json:"field"`
	Hint     string         `json:"hint"`
	Rank     uint64         `json:"rank,string"`
	Bid      string         `json:"bid"` // wei, decimal
	Fee      string         `json:"fee"`
	Price    string         `json:"price"`
	GasUsed  uint64         `json:"gasUsed,string"`
	Triggers uint64         `json:"triggers,string"`
}

// Story is what the gateway knows of a bundle.
type Story struct {
	Bundle   rollup.Digest   `json:"bundleHash"`
	State    auction.Reason  `json:"state"`
	Field    string          `json:"field"`
	Hint     string          `json:"hint"`
	Final    bool            `json:"final"`
	Attempts []Attempt       `json:"attempts"` // every envelope of it, by slot
	By       []Superseded    `json:"supersededBy"`
	Raw      json.RawMessage `json:"-"`
}

// Attempt is one envelope of a bundle.
type Attempt struct {
	Envelope rollup.Digest  `json:"envelope"`
	Slot     rollup.Slot    `json:"slot,string"`
	State    auction.Reason `json:"state"` // Received while its slot is not attested; TooLate if it missed its batch
	Fate     *Fate          `json:"fate"`
	Posted   *struct {
		Tx    rollup.Digest `json:"l1Tx"`
		Block uint64        `json:"l1Block,string"`
	} `json:"posted"`
}

// Superseded is an envelope that was sealed to replace or cancel the bundle.
type Superseded struct {
	Reason   auction.Reason `json:"reason"`
	Bundle   rollup.Digest  `json:"bundleHash"`
	Envelope rollup.Digest  `json:"envelope"`
	Slot     rollup.Slot    `json:"slot,string"`
}

// Attempt finds one envelope's part; nil if it is not in the story.
func (s *Story) Attempt(envelope rollup.Digest) *Attempt {
	for i := range s.Attempts {
		if s.Attempts[i].Envelope == envelope {
			return &s.Attempts[i]
		}
	}
	return nil
}

// GetBundle is the story under a bundle's hash, an envelope's id or an executed transaction's hash; nil if
// the gateway knows none.
func (c *Client) GetBundle(ctx context.Context, hash rollup.Digest) (*Story, error) {
	var raw json.RawMessage
	if err := c.call(ctx, &raw, "chorale_getBundle", hash); err != nil {
		return nil, err
	}
	if len(raw) == 0 || string(raw) == "null" {
		return nil, nil
	}
	s := &Story{Raw: raw}
	if err := json.Unmarshal(raw, s); err != nil {
		return nil, fmt.Errorf("story of %s: %w", hash, err)
	}
	return s, nil
}

// Subscription ends with an error on Err: nil after Close, else why.
type Subscription struct {
	stop func()
	err  <-chan error
}

// Close ends the subscription.
func (s *Subscription) Close() { s.stop() }

// Err gives one value when the subscription ends by itself.
func (s *Subscription) Err() <-chan error { return s.err }

// Slots streams slots' steps into out. from is the first number wanted; nil for live only. The caller reads
// out until Err says that it is over.
func (c *Client) Slots(ctx context.Context, out chan<- SlotEvent, from *uint64) (*Subscription, error) {
	return subscribe(ctx, c, out, "chorale_slots", from, func(raw json.RawMessage) (e SlotEvent, err error) {
		e.Raw = raw
		return e, json.Unmarshal(raw, &e)
	})
}

// Bundles streams the steps of the account's own bundles: all of them after Authenticate, else those sent on
// this connection.
func (c *Client) Bundles(ctx context.Context, out chan<- BundleEvent, from *uint64) (*Subscription, error) {
	return subscribe(ctx, c, out, "chorale_bundles", from, func(raw json.RawMessage) (e BundleEvent, err error) {
		e.Raw = raw
		return e, json.Unmarshal(raw, &e)
	})
}

func subscribe[T any](ctx context.Context, c *Client, out chan<- T, name string, from *uint64, decode func(json.RawMessage) (T, error)) (*Subscription, error) {
	raw := make(chan json.RawMessage, 256)
	args := []any{name}
	if from != nil {
		args = append(args, map[string]uint64{"fromSeq": *from})
	}
	sub, err := c.rpc.EthSubscribe(ctx, raw, args...)
	if err != nil {
		return nil, fmt.Errorf("subscribe to %s: %w", name, err)
	}
	life, cancel := context.WithCancel(context.WithoutCancel(ctx))
	ended := make(chan error, 1)
	go func() {
		defer cancel()
		defer sub.Unsubscribe()
		for {
			select {
			case <-life.Done():
				ended <- nil
				return
			case err := <-sub.Err():
				if err == nil {
					err = ErrDropped
				}
				ended <- fmt.Errorf("%s: %w", name, err)
				return
			case message := <-raw:
				event, err := decode(message)
				if err != nil {
					ended <- fmt.Errorf("%s: decode: %w", name, err)
					return
				}
				select {
				case out <- event:
				case <-life.Done():
					ended <- nil
					return
				}
			}
		}
	}()
	return &Subscription{stop: cancel, err: ended}, nil
}

// WaitFate waits until the story under hash is final, or ctx ends. It asks at once and after every slot.
func (c *Client) WaitFate(ctx context.Context, hash rollup.Digest) (*Story, error) {
	return c.wait(ctx, hash, func(s *Story) bool { return s.Final })
}

// WaitEnvelope waits until one envelope has ended, or ctx ends. Its bundle may be sealed again, and so not be at
// its end.
func (c *Client) WaitEnvelope(ctx context.Context, envelope rollup.Digest) (*Story, *Attempt, error) {
	s, err := c.wait(ctx, envelope, func(s *Story) bool {
		a := s.Attempt(envelope)
		return a != nil && a.State != auction.Received
	})
	if err != nil {
		return s, nil, err
	}
	return s, s.Attempt(envelope), nil
}

func (c *Client) wait(ctx context.Context, hash rollup.Digest, over func(*Story) bool) (*Story, error) {
	slots := make(chan SlotEvent, 64)
	sub, err := c.Slots(ctx, slots, nil)
	if err != nil {
		return nil, err
	}
	defer sub.Close()
	for {
		story, err := c.GetBundle(ctx, hash)
		if err != nil {
			return nil, err
		}
		if story != nil && over(story) {
			return story, nil
		}
		// Gateways give a bundle up a moment after they saw its last slot attested, so it is looked at again before the next.
		look, cancel := context.WithTimeout(ctx, lookAgain)
		err = nextAttested(look, slots, sub)
		cancel()
		if err != nil && (ctx.Err() != nil || !errors.Is(err, context.DeadlineExceeded)) {
			return story, err
		}
	}
}

// lookAgain is how long to wait for the next attested slot before a story is asked for all the same.
const lookAgain = 250 * time.Millisecond

func nextAttested(ctx context.Context, slots <-chan SlotEvent, sub *Subscription) error {
	for {
		select {
		case e := <-slots:
			if e.Stage == "attested" {
				return nil
			}
		case err := <-sub.Err():
			if err == nil {
				err = ErrDropped
			}
			return err
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
