// Package evm answers builder.Rollups with go-ethereum's EVM: one lean state per rollup, each with one open block.
//
// In come block environments and attempts (bundles of decoded transactions); out go outcomes, what a slot added, and
// closed blocks that a stock geth accepts hash for hash under Prague's rules. An attempt becomes part of the open blocks
// of all rollups that it touches or of none (see fork for how); what it triggers across rollups is carried out, breadth
// first, before its next transaction. Never here: ranking, prices, agreement, network I/O, clocks, and goroutines or map
// order that reach an output. It alone imports the rest of go-ethereum's core.
package evm
