// Package member is one member of the committee, whichever engine it agrees by: what it holds, executes, signs
// and says.
//
// In come envelopes (Submit), what L1 shows (sequencer.L1), blocks that the committee decides (Application) and
// messages of other members (Links); out come proposals, attested slots and signed postings (Events, Slot,
// Postings). One height of the engine is one slot. The rules are package sequencer's; here is what follows from
// them for a member with a disk, a clock and peers. It never reads an envelope before its batch is decided, never
// passes one on after its slot closed, and never writes a key into a log. It knows no consensus engine and no
// socket: both are its caller's, who calls Application as the engine goes on and carries what Links has to say.
package member
