// Package auction makes the first five states of a slot's content: Bundle, Sealed, Batch, Opened, Selected,
// and says what a winner pays and who receives it.
//
// In come bundles and bids from their makers, and batches with their opening keys from the committee; out
// come envelopes that nobody can read before their batch is committed, rankings, prices and shares. Open,
// Select, Price and Divide are pure functions that every member computes: no clock, no I/O, no goroutine
// or map order that reaches an output, no float. It never executes a transaction, never holds a balance
// (builder does both) and never agrees on anything (sequencer does).
package auction
