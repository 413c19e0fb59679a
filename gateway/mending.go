package gateway

import "github.com/chorale-network/chorale/auction"

// Mending says, for each reason, which field of a bundle or envelope is at fault and how to mend it, where
// nothing more precise is known.
func Mending(reason auction.Reason) (field, hint string) {
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
