package api

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/sequencer"
)

// Refusal is why a request was not taken: its code, the field at fault and how to mend it. It is what a
// JSON-RPC error carries as data and a REST error as its body.
type Refusal struct {
	Reason       auction.Reason `json:"code"`
	Field        string         `json:"field"`
	Index        *int           `json:"index,omitempty"` // of the transaction within its leg
	Hint         string         `json:"hint"`
	RetryAfterMs int64          `json:"retryAfterMs,omitempty"`
	message      string
	rpcCode      int
}

// JSON-RPC error codes: the standard ones, and EIP-1474's for limits.
const (
	codeParse    = -32700
	codeRequest  = -32600
	codeMethod   = -32601
	codeParams   = -32602
	codeInternal = -32603
	codeServer   = -32000
	codeLimit    = -32005
)

func refuse(reason auction.Reason, field, message, hint string) *Refusal {
	return &Refusal{Reason: reason, Field: field, Hint: hint, message: message}
}

// Error is the message.
func (r *Refusal) Error() string {
	if r.message == "" {
		return r.Reason.Text()
	}
	return r.message
}

// ErrorCode is the JSON-RPC error code.
func (r *Refusal) ErrorCode() int {
	switch {
	case r.rpcCode != 0:
		return r.rpcCode
	case r.Reason == auction.RateLimited:
		return codeLimit
	case r.Reason == auction.Malformed:
		return codeParams
	}
	return codeServer
}

// ErrorData is the refusal itself.
func (r *Refusal) ErrorData() any { return r }

// status is the HTTP status of a refused REST request.
func (r *Refusal) status() int {
	switch r.Reason {
	case auction.RateLimited:
		return http.StatusTooManyRequests
	case auction.Oversized:
		return http.StatusRequestEntityTooLarge
	case auction.NotFound, auction.UnknownRollup:
		return http.StatusNotFound
	case auction.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusBadRequest
}

func malformed(field, message, hint string) *Refusal {
	return refuse(auction.Malformed, field, message, hint)
}

func notFound(field, message, hint string) *Refusal {
	return refuse(auction.NotFound, field, message, hint)
}

func unavailable(message string, retryMs int64) *Refusal {
	r := refuse(auction.Unavailable, "", message, "send it again after retryAfterMs")
	r.RetryAfterMs = retryMs
	return r
}

// mending says, for each reason, which field of a bundle or envelope is at fault and how to mend it, where
// nothing more precise is known.
func mending(reason auction.Reason) (field, hint string) {
	switch reason {
	case auction.Duplicate:
		return "envelope", "it is held already: follow it by chorale_getBundle; to send it once more, change its salt or slot"
	case auction.Malformed:
		return "ciphertext", "seal the bundle's canonical RLP, padded as api/client does"
	case auction.EmptyBundle:
		return "legs", "give each leg at least one signed transaction"
	case auction.UnknownRollup:
		return "legs.chainId", "use a chain id that /v1/rollups lists"
	case auction.BadTransaction:
		return "legs.txs", "send signed EIP-2718 transactions as 0x hex; blob transactions are not carried"
	case auction.WrongChainID:
		return "legs.txs", "sign the transaction for the chain id of its leg (EIP-155)"
	case auction.BadSignature:
		return "signature", "sign the EIP-712 digest with the account that is named, low s, 65 bytes"
	case auction.RateLimited:
		return "", "wait retryAfterMs"
	case auction.Oversized:
		return "legs", "at most 100 transactions and 300,000 bytes; see /v1/limits"
	case auction.TooLate, auction.SlotInPast:
		return "slot", "seal to the slot that chorale_sealingKey names as current"
	case auction.InsufficientEscrow:
		return "bid", "deposit escrow and fee balance in the Vault on L1, or bid less"
	case auction.NotOpenable:
		return "ciphertext", "seal with the group key of chorale_sealingKey to exactly the slot, bidder and classes in clear"
	case auction.Copied:
		return "ciphertext", "seal a bundle of your own: a ciphertext opens only under the bidder that sealed it"
	case auction.GasClassExceeded:
		return "gasClass", "declare a larger gas class: it bounds all work, actions and failed attempts included"
	case auction.NonceTooLow:
		return "legs.txs", "sign with the account's next nonce"
	case auction.NonceTooHigh:
		return "legs.txs", "send the transactions with the nonces before it first, or in the same bundle"
	case auction.InsufficientFunds:
		return "legs.txs", "fund the sender on that rollup"
	case auction.LegReverted:
		return "legs.txs", "simulate against the latest state, or list the hash in revertingTxHashes"
	case auction.OutOfGas:
		return "legs.txs", "raise the transaction's gas limit"
	case auction.ActionReverted:
		return "legs.txs", "the triggered call reverted on its rollup: check target, data and its gas limit"
	case auction.TriggerRefused:
		return "legs.txs", "prepay (intrinsic + wrapper + target gas) × the destination's base fee, and keep within the limits"
	case auction.BelowReserve:
		return "bid", "bid at least the reserve of /v1/committee, or zero"
	case auction.BelowBaseFee:
		return "legs.txs", "raise maxFeePerGas to the rollup's base fee"
	case auction.Outbid:
		return "bid", "bid more, or use state that others do not need"
	case auction.BlockFull:
		return "slot", "send it again for a later slot"
	case auction.ProtectedTx:
		return "legs.txs", "get the sender's authorisation for this bidder"
	case auction.Expired:
		return "maxSlot", "send it again with a later maxSlot"
	case auction.NotFound:
		return "", "check the name; old history is on L1, not here"
	case auction.Unavailable:
		return "", "send it again"
	}
	return "", ""
}

// bundleRefusal translates what auction and rollup say against a bundle or envelope. prefix is where in the
// request it stands.
func bundleRefusal(err error, prefix string) *Refusal {
	var own *Refusal
	if errors.As(err, &own) {
		return own
	}
	reason := auction.ReasonOf(err)
	field, hint := mending(reason)
	out := &Refusal{Reason: reason, Field: prefix + field, Hint: hint, message: err.Error()}
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

// committeeRefusal is a member's refusal in the door's words. Any other error means that nobody answered;
// its text stays in the log.
func (s *Server) committeeRefusal(err error, prefix string) *Refusal {
	var r *sequencer.Refusal
	if !errors.As(err, &r) {
		s.log.Warn("committee did not answer", "err", err)
		return unavailable("the committee did not answer", 500)
	}
	field, hint := mending(r.Reason)
	if r.Field != "" {
		field = r.Field
	}
	if r.Hint != "" {
		hint = r.Hint
	}
	out := &Refusal{Reason: r.Reason, Field: prefix + field, Hint: hint, message: err.Error()}
	if r.Reason == auction.RateLimited {
		out.RetryAfterMs = 2 * int64(s.cfg.Parameters.SlotMs) //nolint:gosec // at most a minute
	}
	return out
}

// sealedField names the clear field of an envelope that a check refused.
func sealedField(e *auction.Sealed, err error, r *Refusal) (field, hint string) {
	switch {
	case errors.Is(err, auction.ErrOtherNetwork):
		return "envelope.network", "seal for the network, incarnation and epoch of chorale_sealingKey"
	case errors.Is(err, auction.ErrClass) && e.SizeClass.Bytes() == 0:
		return "envelope.sizeClass", "size classes are 0 to 4"
	case errors.Is(err, auction.ErrClass):
		return "envelope.gasClass", "gas classes are 0 to 6, and no larger than a batch holds"
	case errors.Is(err, auction.ErrCiphertext):
		return "envelope.ciphertext", "pad the plaintext to its size class, as api/client does"
	case errors.Is(err, auction.ErrBadSignature):
		return "envelope.signature", "sign the envelope's EIP-712 digest with the bidder's key, after the last field is set"
	}
	return "envelope." + r.Field, r.Hint
}
