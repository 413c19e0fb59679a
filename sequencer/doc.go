// Package sequencer makes Attested: the committee agrees on each slot's batch before anybody can read it,
// opens it, lets it be executed, and signs what came out with its threshold key.
//
// In come envelopes from gateways, the L1's view and queue, and the committee's messages; out come attested
// slots and signed postings, in order. The rules stand here, free of any network: what a proposal must
// contain, when a share may leave, what a member remembers before it signs. The consensus engine and its
// reactor are the leaf sequencer/comet. Never here: sockets, files, an EVM.
package sequencer
