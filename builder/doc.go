// Package builder makes Executed: what a slot adds to each rollup's open block, the blocks that it closes,
// the fate and price of every bundle, and the ledger's changes.
//
// In come a selected batch, the slot's time, opening key, L1 view and queue items; out comes one Executed,
// a pure function of these and of the state before. A bundle executes on all its rollups or leaves no trace
// on any; what it triggers across rollups belongs to it. The EVM is behind the need Rollups, answered by
// builder/evm. Never here: agreement, signatures, clocks, goroutines or map order that reach an output.
package builder
