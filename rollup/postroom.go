package rollup

// What a slot takes of a posting's data at most, in bytes, besides its envelopes and their fates (docs/protocol.md). A
// test in sequencer holds the encoding to it.
const (
	slotBytes       = 1024    // the posting's own numbers, the header's fields, attestation and opening key
	headBytes       = 256     // one rollup's head
	leastForced     = 6 << 10 // of one rollup, the fates of its forced transactions
	forcedFateBytes = 160     // a fate without places and failure
	placeBytes      = 56      // a transaction or action that executed
	failureBytes    = 1100    // what stopped a bundle, with 1 KiB of revert data
)

// MaxPostBytes is the most that PostBytes can be: what a reader of postings unpacks is bounded, and must hold it.
const MaxPostBytes = 32 << 20

// MaxForcedFate is the most that the fate of a forced transaction takes of a posting's data, in bytes.
func (p *Parameters) MaxForcedFate() uint64 {
	return forcedFateBytes + max(failureBytes, placeBytes*(1+uint64(p.TriggerCount)))
}

// ForcedBytes is the most that the fates of one rollup's forced transactions take in one slot, in bytes: the others wait
// for the next block.
func (p *Parameters) ForcedBytes() uint64 { return max(leastForced, p.MaxForcedFate()) }

// PostRoom is what the data of one posting, PostBytes of it, has for the envelopes of one slot and their fates, whatever
// becomes of them. Forced transactions that name no rollup share one line.
func (p *Parameters) PostRoom() uint64 {
	rollups := uint64(len(p.Rollups))
	return p.PostBytes - min(p.PostBytes, slotBytes+headBytes*rollups+p.ForcedBytes()*(rollups+1))
}
