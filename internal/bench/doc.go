// Package bench measures one member alone. In come sizes: rollups, bundles, legs, plain transactions; out go
// milliseconds for each part of a slot (open, select, execute, sign, close), growth curves, a flame graph, and
// ratios to other block builders, as docs/performance.md keeps them. All of it is in test files, over the real
// code: sealed envelopes, a group's shares, the EVM on disk. Never here: an assertion on a time.
package bench
