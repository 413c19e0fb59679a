// Package ethereum is the network's L1: any Ethereum node by JSON-RPC, and Chorale's contracts there.
//
// In come an RPC address and the Registry's; out come what the committee reads (view and queue), what a verifier
// reads (parameters, genesis files, keys, postings), and what an account does there (post, claim, deposit, force,
// deploy). Views and the queue are read at one block hash, never across two. An Account sends through one Sender,
// whose only memory that matters is the account's nonce on L1.
//
// Never here: deciding what to post or claim (package relay does), keeping files, re-executing anything.
package ethereum
