package gateway

import (
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/sequencer"
)

// Refusal is why a request was not taken: its code, the field at fault and how to mend it.
type Refusal struct {
	Reason       auction.Reason `json:"code"`
	Field        string         `json:"field"`
	Index        *int           `json:"index,omitempty"` // of the transaction within its leg
	Hint         string         `json:"hint"`
	RetryAfterMs int64          `json:"retryAfterMs,omitempty"`
	Message      string         `json:"-"`
}

// Error is the message.
func (r *Refusal) Error() string {
	if r.Message == "" {
		return r.Reason.Text()
	}
	return r.Message
}

// Refuse makes a refusal.
func Refuse(reason auction.Reason, field, message, hint string) *Refusal {
	return &Refusal{Reason: reason, Field: field, Hint: hint, Message: message}
}

// Malformed refuses what cannot be read.
func Malformed(field, message, hint string) *Refusal {
	return Refuse(auction.Malformed, field, message, hint)
}

// NotFound refuses what is not here.
func NotFound(field, message, hint string) *Refusal {
	return Refuse(auction.NotFound, field, message, hint)
}

// Unavailable refuses what cannot be done now, and says after how many ms to ask again.
func Unavailable(message string, retryMs int64) *Refusal {
	r := Refuse(auction.Unavailable, "", message, "send it again after retryAfterMs")
	r.RetryAfterMs = retryMs
	return r
}

// Limited refuses what is beyond a limit of a minute.
func Limited(what string, limit int, wait time.Duration) *Refusal {
	r := Refuse(auction.RateLimited, what, fmt.Sprintf("more than %d %s a minute", limit, what), "wait retryAfterMs; the limits are at /v1/limits")
	r.RetryAfterMs = max(wait.Milliseconds(), 1)
	return r
}

// awayRetry is after how many ms to ask again while what gateways share is away.
const awayRetry = 1000

// away is the refusal while what gateways share cannot be reached; nil for no error.
func (g *Gateway) away(err error) *Refusal {
	if err == nil {
		return nil
	}
	var r *Refusal
	if errors.As(err, &r) {
		return r
	}
	g.log.Warn("what gateways share", "err", err)
	return Unavailable("what the gateways share cannot be reached now", awayRetry)
}

func slotOver(slot, open rollup.Slot) *Refusal {
	return Refuse(auction.SlotInPast, "slot", "slot "+slot.String()+" is over, "+open.String()+" is open",
		"name slot "+open.String()+" or a later one, or none")
}

// tooLate is the answer when the batch with the bundle in it is closed.
func tooLate(slot rollup.Slot, done string) *Refusal {
	return Refuse(auction.TooLate, "replacementUuid", "slot "+slot.String()+" has closed with the bundle in it: its fate stands"+done,
		"follow it by chorale_getBundle: its fate is known about a slot and a half after the close")
}

// BundleRefusal translates what auction and rollup say against a bundle or envelope. prefix is where in the request it
// stands.
func BundleRefusal(err error, prefix string) *Refusal {
	var own *Refusal
	if errors.As(err, &own) {
		return own
	}
	reason := auction.ReasonOf(err)
	field, hint := Mending(reason)
	out := &Refusal{Reason: reason, Field: prefix + field, Hint: hint, Message: err.Error()}
	var at *auction.LegError
	if errors.As(err, &at) {
		out.Field = fmt.Sprintf("%slegs[%d]", prefix, at.Leg)
		switch {
		case at.Tx >= 0:
			out.Field += ".txs[" + strconv.Itoa(at.Tx) + "]"
			out.Index = &at.Tx
		case reason == auction.UnknownRollup:
			out.Field += ".chainId"
		default:
			out.Field += ".txs"
		}
	}
	return out
}

// committeeRefusal is a member's refusal in the gateway's words. Any other error means that nobody answered; its text
// stays in the log.
func (g *Gateway) committeeRefusal(err error, prefix string) *Refusal {
	var r *sequencer.Refusal
	if !errors.As(err, &r) {
		g.log.Warn("committee did not answer", "err", err)
		return Unavailable("the committee did not answer", 500)
	}
	field, hint := Mending(r.Reason)
	if r.Field != "" {
		field = r.Field
	}
	if r.Hint != "" {
		hint = r.Hint
	}
	out := &Refusal{Reason: r.Reason, Field: prefix + field, Hint: hint, Message: err.Error()}
	if r.Reason == auction.RateLimited {
		out.RetryAfterMs = 2 * int64(g.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
	}
	return out
}
