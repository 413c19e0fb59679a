package api

import (
	"errors"
	"net/http"

	"github.com/chorale-network/chorale/auction"
	"github.com/chorale-network/chorale/gateway"
)

// Refusal is why a request was not taken, as a JSON-RPC error: its data is the gateway's refusal.
type Refusal struct {
	gateway.Refusal
	rpcCode int
}

// told is a gateway's refusal in the door's codes; nil for none.
func told(r *gateway.Refusal) *Refusal {
	if r == nil {
		return nil
	}
	return &Refusal{Refusal: *r}
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
	return told(gateway.Refuse(reason, field, message, hint))
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
	return told(gateway.Unavailable(message, retryMs))
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
	case errors.Is(err, auction.ErrOversized):
		return "envelope.sizeClass", "use a smaller size class: a slot's data has to fit into one posting on L1"
	case errors.Is(err, auction.ErrCiphertext):
		return "envelope.ciphertext", "pad the plaintext to its size class, as api/client does"
	case errors.Is(err, auction.ErrBadSignature):
		return "envelope.signature", "sign the envelope's EIP-712 digest with the bidder's key, after the last field is set"
	}
	return "envelope." + r.Field, r.Hint
}
