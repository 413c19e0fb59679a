package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/chorale-network/chorale/api/client"
	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
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

func (s *sender) run(ctx context.Context, bundle *auction.Bundle, class auction.GasClass) error {
	k, err := s.gateway.SealingKey(ctx)
	if err != nil {
		return err
	}
	if s.plan.replace != "" || s.plan.cancel != "" {
		if err := s.gateway.Authenticate(ctx); err != nil {
			return err
		}
	}
	if s.plan.cancel != "" {
		story, err := s.gateway.CancelNamed(ctx, k, s.plan.cancel, s.say)
		if err != nil {
			return err
		}
		return s.tell(story)
	}
	r := k.Ahead(bundle, class, s.plan.slots)
	r.Sent = s.say
	if s.plan.until > 0 {
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

func (s *sender) send(ctx context.Context, k *client.SealingKey, r client.Range) (*client.Story, error) {
	if s.plan.replace != "" {
		return s.gateway.ReplaceNamed(ctx, k, s.plan.replace, r)
	}
	if s.plan.name != "" {
		s.gateway.Name(r.Bundle, s.plan.name, client.SequenceAt(time.Now()))
	}
	return s.gateway.SendUntil(ctx, r)
}

// say tells of an envelope that a member holds, and remembers it.
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
	out, err := client.EncodeReceipt(s.last)
	if err != nil {
		return err
	}
	if err := os.WriteFile(s.plan.receipt, out, 0o600); err != nil {
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
