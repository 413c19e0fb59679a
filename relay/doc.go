// Package relay makes Posted and Paid, and keeps rollup nodes fed.
//
// In come signed postings, ledger proofs and closed attested blocks; out go transactions to L1 and payloads to
// rollup nodes. Three loops, none of which remembers anything that matters: each asks the far side where it
// stands, does what is missing, and asks again, so that a crash, a reorg or a second relay at work is never
// more than another round.
//
//   - Relay posts each posting once and in order. What the Inbox on L1 says is the only truth.
//   - Payer claims for accounts what posted ledger roots say is theirs.
//   - Feeder hands blocks to rollup nodes: to all of them first, then moves all heads.
//
// L1 is reached by the leaf relay/ethereum, rollup nodes by the leaf relay/engine. Never done here: signing,
// judging what a slot decided, sockets, files.
package relay
