package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
	"github.com/urfave/cli/v3"
)

// sendPlan is for which slots a bundle is sealed, and under which name.
type sendPlan struct {
	slots, until          uint64
	name, replace, cancel string
	receipt               string // file
}

// planOf reads the flags. An error wraps errFlag and names the flag.
func planOf(c *cli.Command) (sendPlan, error) {
	p := sendPlan{c.Uint64("slots"), c.Uint64("until"), c.String("name"), c.String("replace"), c.String("cancel"), c.String("receipt")}
	named := 0
	for _, text := range []string{p.name, p.replace, p.cancel} {
		if text != "" {
			named++
		}
	}
	switch transfers := len(c.StringSlice("transfer")); {
	case named > 1:
		return p, fmt.Errorf("%w: --name, --replace, --cancel: one of them", errFlag)
	case p.slots != 0 && p.until != 0:
		return p, fmt.Errorf("%w: --slots, --until: one of them", errFlag)
	case p.cancel != "" && (transfers > 0 || p.slots != 0 || p.until != 0):
		return p, fmt.Errorf("%w: --cancel: it sends nothing else; leave --transfer, --slots and --until out", errFlag)
	case p.cancel == "" && transfers == 0:
		return p, fmt.Errorf("%w: --transfer: at least one, or --cancel", errFlag)
	}
	return p, nil
}

// sendWait bounds how long the command waits for fates, beyond the slots that it was asked to try.
const sendWait = time.Minute

// sender does one run of the command.
type sender struct {
	gateway *client.Client
	out     io.Writer
	json    bool
	plan    sendPlan
	last    *client.Sent // the last envelope that a member holds
}

// errTooLate ends the command when there was nothing left to replace or cancel.
var errTooLate = errors.New("too late")

func (s *sender) run(ctx context.Context, bundle *auction.Bundle, class auction.GasClass) error {
	k, err := s.gateway.SealingKey(ctx)
	if err != nil {
		return err
	}
	if s.plan.cancel != "" {
		return s.cancel(ctx, k)
	}
	r := client.Range{Bundle: bundle, Class: class, First: k.Slot + 1, Margin: k.SlotTime / 4, Sent: s.say} // the open one may close while we seal
	if name := s.plan.name + s.plan.replace; name != "" {
		s.gateway.Name(bundle, name, sequence())
	}
	r.Last = r.First
	switch {
	case s.plan.slots > 0:
		r.Last = r.First + rollup.Slot(s.plan.slots) - 1
	case s.plan.until > 0:
		r.Last = rollup.Slot(s.plan.until)
	}
	wait := sendWait
	if r.Last > r.First {
		wait += 4 * time.Duration(r.Last-r.First) * k.SlotTime //nolint:gosec // a plan of slots
	}
	ctx, cancel := context.WithTimeout(ctx, wait)
	defer cancel()
	story, err := s.send(ctx, k, r)
	if err := s.keep(); err != nil {
		return err
	}
	if story == nil || err != nil && !errors.Is(err, client.ErrRangeOver) {
		return err
	}
	if err := s.tell(story); err != nil {
		return err
	}
	if story.State != auction.Executed {
		return fmt.Errorf("%w: %s: %s", errNotExecuted, story.State, story.State.Text())
	}
	return nil
}

// send seals for slot after slot. What replaces something is sealed for the very slot of that first, and looks again
// if that slot closed before it got there.
func (s *sender) send(ctx context.Context, k *client.SealingKey, r client.Range) (*client.Story, error) {
	if s.plan.replace == "" {
		return s.gateway.SendUntil(ctx, r)
	}
	for end := time.Now().Add(patience * k.SlotTime); ; {
		slot, err := s.makeRoom(ctx, k, r.Bundle)
		if err != nil {
			return nil, err
		}
		first := r
		first.First, first.Last = slot, slot
		story, err := s.gateway.SendUntil(ctx, first)
		switch {
		case !errors.Is(err, client.ErrRangeOver) || story == nil && time.Now().After(end):
			return story, err
		case story != nil && r.Last <= slot:
			return story, nil
		case story != nil:
			r.First = slot + 1
			return s.gateway.SendUntil(ctx, r)
		}
	}
}

// sequence orders the runs of the command: the later one counts.
func sequence() uint64 { return uint64(time.Now().UnixMicro()) } //nolint:gosec // after 1970

// say tells of an envelope that a member holds, and keeps the member's word on it.
func (s *sender) say(sent *client.Sent) {
	s.last = sent
	if !s.json {
		_, _ = fmt.Fprintf(s.out, "sealed    for slot %s, held by member %s, fee %s wei\nenvelope  %s\n", sent.Slot, sent.Receipt.Member, sent.Fee.Dec(), sent.Envelope)
	}
}

// keep writes the last envelope's receipt where `chorale receipt check` reads it.
func (s *sender) keep() error {
	if s.plan.receipt == "" || s.last == nil {
		return nil
	}
	out, err := json.MarshalIndent(struct {
		Receipt client.Receipt       `json:"receipt"`
		Sealed  *sequencer.ClearJSON `json:"sealed"`
	}{s.last.Receipt, sequencer.ShowClear(s.last.Sealed)}, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.plan.receipt, append(out, '\n'), 0o600); err != nil {
		return fmt.Errorf("keep the receipt: %w", err)
	}
	return nil
}

func (s *sender) tell(story *client.Story) error {
	if !s.json {
		return printStory(s.out, story)
	}
	e := json.NewEncoder(s.out)
	e.SetIndent("", "  ")
	return e.Encode(story.Raw)
}

// patience is for how many slots --replace and --cancel look for what waits: a run with --slots is between two of
// them for a while.
const patience = 20

// makeRoom finds the slot in which what waits under the name stands, so that the new bundle is sealed for the same
// one. An envelope does not show its name, so that every slot in which this key has one is taken: the first for the
// bundle, the others for cancellations, which touch nothing of another name.
func (s *sender) makeRoom(ctx context.Context, k *client.SealingKey, b *auction.Bundle) (rollup.Slot, error) {
	if err := s.gateway.Authenticate(ctx); err != nil {
		return 0, err
	}
	for end := time.Now().Add(patience * k.SlotTime); ; {
		pending, err := s.gateway.Pending(ctx)
		if err != nil {
			return 0, err
		}
		pending = slices.DeleteFunc(pending, func(p client.Pending) bool { return p.Closed })
		for i := 1; i < len(pending); i++ {
			if pending[i].Slot == pending[0].Slot {
				continue
			}
			if _, err := s.gateway.CancelSlot(ctx, k, pending[i].Slot, b.Replacement, b.Sequence-1); err != nil {
				return 0, err
			}
		}
		if len(pending) > 0 {
			return pending[0].Slot, nil
		}
		if time.Now().After(end) {
			return 0, fmt.Errorf("%w: nothing of this key waits for a slot that is open", errTooLate)
		}
		if err := sleep(ctx, k.SlotTime/4); err != nil {
			return 0, err
		}
	}
}

func sleep(ctx context.Context, d time.Duration) error {
	select {
	case <-time.After(d):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// cancel seals a cancellation for every slot in which something of this key waits or soon may, until one was met,
// and tells what it met.
func (s *sender) cancel(ctx context.Context, k *client.SealingKey) error {
	if err := s.gateway.Authenticate(ctx); err != nil {
		return err
	}
	h := &hunt{sender: s, name: client.Replacement(s.gateway.Account(), s.plan.cancel), number: sequence(),
		own: map[rollup.Digest]bool{}, covered: map[rollup.Slot]bool{}, prey: map[rollup.Digest]bool{}}
	for end := time.Now().Add(patience * k.SlotTime); ; {
		story, err := h.look(ctx)
		if err != nil {
			return err
		}
		if story != nil {
			return s.tell(story)
		}
		if time.Now().After(end) && len(h.prey) == 0 {
			return fmt.Errorf("%w: nothing that waits was cancelled", errTooLate)
		}
		if err := sleep(ctx, k.SlotTime/4); err != nil {
			return err
		}
	}
}

// hunt is the search for what a name cancels.
type hunt struct {
	*sender
	name    rollup.Digest
	number  uint64
	own     map[rollup.Digest]bool // cancellations
	covered map[rollup.Slot]bool   // slots that have one
	prey    map[rollup.Digest]bool // envelopes whose fate is awaited
}

// look covers what waits now, and gives back the story of what was cancelled, nil if nothing was yet.
func (h *hunt) look(ctx context.Context) (*client.Story, error) {
	k, err := h.gateway.SealingKey(ctx)
	if err != nil {
		return nil, err
	}
	pending, err := h.gateway.Pending(ctx)
	if err != nil {
		return nil, err
	}
	slots := []rollup.Slot{k.Slot, k.Slot + 1}
	for _, p := range pending {
		if h.own[p.Envelope] {
			continue
		}
		h.prey[p.Envelope] = true
		if !p.Closed {
			slots = append(slots, p.Slot)
		}
	}
	for _, slot := range slots {
		if h.covered[slot] {
			continue
		}
		sent, err := h.gateway.CancelSlot(ctx, k, slot, h.name, h.number)
		if refusal := (*client.Refusal)(nil); errors.As(err, &refusal) && (refusal.Reason == auction.TooLate || refusal.Reason == auction.SlotInPast) {
			h.covered[slot] = true // it closed: what stands in it stands
			continue
		}
		if err != nil {
			return nil, err
		}
		h.covered[slot], h.own[sent.Envelope] = true, true
		h.say(sent)
	}
	for envelope := range h.prey {
		story, err := h.gateway.GetBundle(ctx, envelope)
		if err != nil {
			return nil, err
		}
		if story == nil {
			continue
		}
		switch a := story.Attempt(envelope); {
		case a == nil || a.State == auction.Received:
		case a.State == auction.Cancelled:
			return story, nil
		default:
			delete(h.prey, envelope)
		}
	}
	return nil, nil
}
