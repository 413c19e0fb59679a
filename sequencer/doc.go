// Package sequencer makes Attested: the committee agrees on each slot's batch before anybody can read it,
// opens it, lets it be executed, and signs what came out with its threshold key.
//
// In come envelopes from gateways, the L1's view and queue, and the committee's messages; out come attested
// slots and signed postings, in order. The rules stand here, free of any network: what a proposal must
// contain, when a share may leave, what a member remembers before it signs. A member that keeps to them is
// sequencer/member; the consensus engine is the leaf sequencer/comet. Never here: sockets, files, an EVM.
//
// # Why opening shares wait for the commit
//
// A member could save a hop by sending its share of slot h with its precommit for h. It must not. Shares carry
// no round and no block: a share of slot h is the same whichever block it went along with, since the slot's
// identity must be known before its batch is. Precommits bind only within a round. With four members, one of
// them Byzantine, and t = 3, a schedule of four rounds in which the Byzantine member shows its votes to one
// honest member at a time makes three honest members precommit, each in another round, for blocks A, B and A
// again, with no round reaching three precommits: nothing is decided, all shares are out, the key combines,
// and everybody reads envelopes whose batch is still to be chosen, by a proposer who can now read them. The
// same shares over what the block executes to would sign two blocks for one slot. Vote extensions ride on
// precommits, so they carry no share either.
//
// After the commit it is safe. A share of slot h leaves an honest member only when its engine has the decided
// block h in its store, synced. A key needs t = ⌊2n/3⌋+1 shares, at least t−f of them of honest members, so
// where the key is, an honest member has decided; consensus decides one block for a height; so the batch is
// fixed before anybody reads it. Signer.Open keeps to it, whoever calls.
//
// # Why attestation shares may leave at once
//
// Executed(h) is a function of the batches decided up to h and of their opening keys. The batches are unique,
// by consensus; the keys are unique, because BLS signatures are; the L1 view, the queue items and the time are
// parts of the decided blocks. It reads nothing of the block that later carries the key, so whichever block
// that is, and in whichever round, every honest member signs the same header for h, and there is nothing to
// wait for. A member whose disk or memory betrays it could still compute something else after a crash: so it
// records slot → digest, durably, before its share leaves, and never signs a second digest (Signer.Sign). Two
// headers of one slot, both attested, need 2t shares of n members, so more than f members that signed both.
//
// Both arguments are tested: see TestSharesWithPrecommits and TestSharesAfterCommit.
package sequencer
