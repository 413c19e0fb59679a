package auction

import (
	"errors"

	"github.com/chorale-network/chorale/rollup"
	"github.com/chorale-network/chorale/threshold"
)

// refusals says which reason each sentinel is. The first that an error wraps counts.
var refusals = []struct {
	err    error
	reason Reason
}{
	{threshold.ErrNotOpenable, NotOpenable},
	{ErrEmptyBundle, EmptyBundle},
	{ErrOversized, Oversized},
	{ErrUnknownRollup, UnknownRollup},
	{ErrBadSignature, BadSignature},
	{ErrExpired, Expired},
	{rollup.ErrWrongChain, WrongChainID},
	{rollup.ErrBadTransaction, BadTransaction},
	{rollup.ErrBlobs, BadTransaction},
	{ErrMalformed, Malformed},
	{ErrClass, Malformed},
	{ErrOtherNetwork, Malformed},
	{ErrCiphertext, Malformed},
	{ErrOtherSlot, Malformed},
	{ErrRepeated, Duplicate},
	{ErrBatchFull, Oversized},
}

// ReasonOf translates a refusal of this package's or rollup's into its reason; Malformed for any other
// error, None for nil.
func ReasonOf(err error) Reason {
	if err == nil {
		return None
	}
	for _, r := range refusals {
		if errors.Is(err, r.err) {
			return r.reason
		}
	}
	return Malformed
}
