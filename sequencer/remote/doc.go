// Package remote is a member's private door, and who speaks through it: gateways, relays, followers and watchers in
// processes of their own.
//
// In come questions over gRPC, on loopback or by TLS, each with the door's token; out go receipts, slots, events,
// postings, proofs and closed blocks, in the encodings that they have everywhere else (door/door.proto). A Member is one
// member behind its door, a Committee is several, of which it asks one that is there. What crosses the door is as much
// worth as the member on its other side: receipts and attestations carry their own proof, all else is its word. Never
// here: the public port, agreement, keys, judging what is right.
package remote
