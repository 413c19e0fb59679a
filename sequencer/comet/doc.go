// Package comet runs one member of the committee on CometBFT, in process: one height is one slot.
//
// In come envelopes (Submit), what L1 shows (sequencer.L1), blocks that the committee decides, and shares of
// other members; out come attested slots and signed postings (Events, Slot, Postings). It translates between
// the engine and the rules of package sequencer and holds no rule of its own. It never reads an envelope before
// its batch is decided, never passes one on after its slot closed, and never writes a key into a log.
package comet
