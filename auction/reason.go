package auction

import "fmt"

// Reason is one of the ways in which a bundle can end, or why a request was refused: the one closed list of
// codes, the same in JSON-RPC, WebSocket events, REST and metrics. Executed is the one that everybody wants.
type Reason uint8

// The reasons. Only ever append: the numbers stand in signed fate records.
const (
	None               Reason = iota // nothing speaks against it so far
	Received                         // held by a member, not yet in a batch
	Executed                         // on every rollup it names; charged
	Duplicate                        // the same envelope, or a bundle already executed in this slot
	Malformed                        // not JSON, not RLP, or a field that cannot be
	EmptyBundle                      // no transactions
	UnknownRollup                    // a leg for a chain that is not here
	BadTransaction                   // a transaction that cannot be decoded, or of a kind not carried
	WrongChainID                     // a transaction signed for another chain than its leg's
	BadSignature                     // of an envelope, a payer or an authorisation
	RateLimited                      // too many requests
	Oversized                        // beyond the published limits
	TooLate                          // the slot had closed
	SlotInPast                       // the slot named is over
	InsufficientEscrow               // fee balance below the fee, or escrow below the bid
	NotOpenable                      // the ciphertext does not open
	Copied                           // a ciphertext sealed under another bidder's name
	GasClassExceeded                 // work beyond the declared gas class
	NonceTooLow                      // of a transaction
	NonceTooHigh                     // of a transaction
	InsufficientFunds                // of a transaction's sender on its rollup
	LegReverted                      // a transaction reverted that was not allowed to
	OutOfGas                         // a transaction ran out of gas that was not allowed to
	ActionReverted                   // an action that the bundle triggered reverted
	TriggerRefused                   // a trigger beyond the limits or not prepaid
	BelowReserve                     // a bid above zero and below the reserve price
	BelowBaseFee                     // a transaction's fee cap is below the rollup's base fee
	Outbid                           // a better bid used what this one needed
	BlockFull                        // no gas left in the slot or block
	ProtectedTx                      // carries a transaction that only others may carry
	Cancelled                        // withdrawn by its maker before its slot closed; so ends the cancellation itself
	Replaced                         // superseded by its maker before its slot closed
	Expired                          // its last slot passed
	NotFound                         // a request names what is not known here; never a fate
	Unavailable                      // the network cannot answer now; never a fate
	reasonCount
)

// Mend says whether the same bundle, sealed again for a later slot, may do better.
type Mend uint8

// What can mend a reason.
const (
	MendNever Mend = iota // nothing that time brings: the bundle is wrong, or has ended
	MendLater             // another slot: it lost against others, came too late, or what it lacked may come
	MendState             // another state: it failed by itself on what it met
)

// Mend is what may mend the reason. A searcher's bid stands for any state; a wallet's transaction that failed by itself
// has ended, so that its nonce is free.
func (r Reason) Mend() Mend {
	if r >= reasonCount {
		return MendNever
	}
	return reasonTexts[r].mend
}

// String is the column of docs/reasons.md.
func (m Mend) String() string {
	switch m {
	case MendLater:
		return "yes"
	case MendState:
		return "if the state is another"
	}
	return "no"
}

var reasonTexts = [reasonCount]struct {
	code, text string
	mend       Mend
}{
	None:               {"NONE", "nothing speaks against it so far", MendNever},
	Received:           {"RECEIVED", "a member holds the envelope; its slot has not closed", MendNever},
	Executed:           {"EXECUTED", "executed on every rollup it names, and charged", MendNever},
	Duplicate:          {"DUPLICATE", "the same envelope or bundle was taken already", MendNever},
	Malformed:          {"MALFORMED", "not decodable, or a field that cannot be", MendNever},
	EmptyBundle:        {"EMPTY_BUNDLE", "a bundle or leg without transactions", MendNever},
	UnknownRollup:      {"UNKNOWN_ROLLUP", "a leg for a chain that this network does not sequence", MendNever},
	BadTransaction:     {"BAD_TRANSACTION", "a transaction that cannot be decoded or is of a kind not carried", MendNever},
	WrongChainID:       {"WRONG_CHAIN_ID", "a transaction signed for another chain than its leg's", MendNever},
	BadSignature:       {"BAD_SIGNATURE", "the envelope's, payer's or authorisation's signature does not match", MendNever},
	RateLimited:        {"RATE_LIMITED", "too many requests; see retryAfterMs", MendLater},
	Oversized:          {"OVERSIZED", "beyond the published limits", MendNever},
	TooLate:            {"TOO_LATE", "the slot had closed", MendLater},
	SlotInPast:         {"SLOT_IN_PAST", "the slot named is over", MendLater},
	InsufficientEscrow: {"INSUFFICIENT_ESCROW", "the fee balance does not cover the fee, or the escrow does not cover the bid", MendLater},
	NotOpenable:        {"NOT_OPENABLE", "the ciphertext does not open under the slot's key", MendNever},
	Copied:             {"COPIED", "the ciphertext was sealed under another bidder's name", MendNever},
	GasClassExceeded:   {"GAS_CLASS_EXCEEDED", "its work went beyond the gas class it declared", MendNever},
	NonceTooLow:        {"NONCE_TOO_LOW", "a transaction's nonce was used already", MendNever},
	NonceTooHigh:       {"NONCE_TOO_HIGH", "a transaction's nonce leaves a gap", MendLater},
	InsufficientFunds:  {"INSUFFICIENT_FUNDS", "a transaction's sender cannot pay for it on its rollup", MendState},
	LegReverted:        {"LEG_REVERTED", "a transaction reverted that was not allowed to", MendState},
	OutOfGas:           {"OUT_OF_GAS", "a transaction ran out of gas that was not allowed to", MendState},
	ActionReverted:     {"ACTION_REVERTED", "an action that the bundle triggered reverted", MendState},
	TriggerRefused:     {"TRIGGER_REFUSED", "a trigger was beyond the limits or not prepaid", MendState},
	BelowReserve:       {"BELOW_RESERVE", "the bid is above zero and below the network's reserve price, or below the sum of the reserves of the rollups that it names", MendNever},
	BelowBaseFee:       {"BELOW_BASEFEE", "a transaction's fee cap is below its rollup's base fee", MendLater},
	Outbid:             {"OUTBID", "a better bid changed what this bundle needed", MendLater},
	BlockFull:          {"BLOCK_FULL", "no gas was left in the slot", MendLater},
	ProtectedTx:        {"PROTECTED_TX", "it carries a transaction that only others may carry", MendLater},
	Cancelled:          {"CANCELLED", "withdrawn by its maker before its slot closed; the cancellation itself ends so too", MendNever},
	Replaced:           {"REPLACED", "superseded by its maker before its slot closed", MendNever},
	Expired:            {"EXPIRED", "its last slot passed", MendNever},
	NotFound:           {"NOT_FOUND", "nothing of that name is known here", MendNever},
	Unavailable:        {"UNAVAILABLE", "the network cannot answer now; try again", MendLater},
}

// String is the code, as the API shows it.
func (r Reason) String() string {
	if r >= reasonCount {
		return fmt.Sprintf("REASON_%d", uint8(r))
	}
	return reasonTexts[r].code
}

// Text says in words what the reason means.
func (r Reason) Text() string {
	if r >= reasonCount {
		return "unknown"
	}
	return reasonTexts[r].text
}

// MarshalText writes the code.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the code.
func (r *Reason) UnmarshalText(b []byte) error {
	for i := Reason(0); i < reasonCount; i++ {
		if reasonTexts[i].code == string(b) {
			*r = i
			return nil
		}
	}
	return fmt.Errorf("reason %q: %w", b, ErrMalformed)
}

// Reasons lists all of them, in order, for documents and metrics.
func Reasons() []Reason {
	out := make([]Reason, reasonCount)
	for i := range out {
		out[i] = Reason(i)
	}
	return out
}
